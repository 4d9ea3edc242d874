"""Carrying judgements from one reading of an article to another: never to other words, unless a person says so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from verifier.domain.articles import ArticleDraft, Passage, sha256_of
from verifier.domain.errors import StepError
from verifier.domain.judgements import Absence, ClaimMember, EvidenceUse, Link, Rejection
from verifier.domain.kinds import DIRECTED_RELATIONS
from verifier.domain.queries import article_of_version, trimmed
from verifier.domain.rows import CaseRows
from verifier.domain.steps import StepDraft
from verifier.session.drafting import Drafting, new_id
from verifier.session.naming import addresses

CONTEXT = 32
"""How many code points on either side tell a place from others with the same words."""

_EDGE = "\x00" * CONTEXT

Span = tuple[int, int]


class NewText:
    """The reading text of a draft, to find places of an earlier text in. Positions are code points."""

    def __init__(self, draft: ArticleDraft) -> None:
        self.text = draft.text
        self.view = view_of(draft.text)
        self._paragraphs = [(one.start, one.end) for one in draft.paragraphs]
        self._sentences = {trimmed(draft.text, one.start, one.end): one for one in draft.sentences}

    def span(self, start: int, end: int) -> Span | None:
        """The span to use for some words: the whole sentence they are; None where they are not in one paragraph."""
        sentence = self._sentences.get((start, end))
        if sentence is not None:
            return sentence.start, sentence.end
        index = bisect_right(self._paragraphs, start, key=lambda span: span[0]) - 1
        return (start, end) if index >= 0 and end <= self._paragraphs[index][1] else None


def view_of(text: str) -> str:
    """A text as contexts are compared: breaks between paragraphs are spaces, and both ends are told apart.

    Position ``p`` of the text is ``p + CONTEXT`` of the view.
    """
    return _EDGE + text.replace("\n", " ") + _EDGE


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Some words with their contexts on both sides, as they stand in a view."""

    before: str
    rest: str


def places_in(old: str, passages: Sequence[Passage], new: NewText) -> dict[str, Span]:
    """Where the passages of an earlier text are in a new one, by passage id; those that are not sure are left out.

    A place is sure where the same words are at the same position, or else where the words with 32 code points on
    either side stand once in the old text and once in the new. No two passages get the same place.
    """
    spans = {passage.id: trimmed(old, passage.start, passage.end) for passage in passages}
    spans = {key: (start, end) for key, (start, end) in spans.items() if start < end}
    same = {
        key: new.span(start, end)
        for key, (start, end) in spans.items()
        if new.text[start:end] == old[start:end]
    }
    taken = _first_come(same)
    left = {key: span for key, span in spans.items() if key not in taken}
    starts = _by_context(view_of(old), left, new.view)
    ends = {key: start + left[key][1] - left[key][0] for key, start in starts.items()}
    return _first_come(taken | {key: new.span(start, ends[key]) for key, start in starts.items()})


def _first_come(places: Mapping[str, Span | None]) -> dict[str, Span]:
    """The places there are, each given to the first who asks for it."""
    owners: dict[Span, str] = {}
    for key, span in places.items():
        if span is not None:
            owners.setdefault(span, key)
    return {key: span for span, key in owners.items()}


def _by_context(old: str, spans: Mapping[str, Span], new: str) -> dict[str, int]:
    """Where the words of spans begin in the new view's text, for those that stand once in both with their contexts."""
    wanted = {
        key: _Wanted(old[start : start + CONTEXT], old[start + CONTEXT : end + 2 * CONTEXT])
        for key, (start, end) in spans.items()
    }
    rests: dict[str, set[str]] = {}
    for one in wanted.values():
        rests.setdefault(one.before, set()).add(one.rest)
    there, here = _only_places(new, rests), _only_places(old, rests)
    return {key: there[one] for key, one in wanted.items() if one in there and one in here}


def _only_places(view: str, rests: Mapping[str, set[str]]) -> dict[_Wanted, int]:
    """The text positions of what stands exactly once in a view. One walk, however much is wanted."""
    found: dict[_Wanted, int] = {}
    several: set[_Wanted] = set()
    for wanted, place in _occurrences(view, rests):
        if wanted in found:
            several.add(wanted)
        found[wanted] = place
    return {wanted: place for wanted, place in found.items() if wanted not in several}


def _occurrences(view: str, rests: Mapping[str, set[str]]) -> Iterator[tuple[_Wanted, int]]:
    if not rests:
        return
    for place in range(len(view) - CONTEXT):
        before = view[place : place + CONTEXT]
        for rest in rests.get(before, ()):
            if view.startswith(rest, place + CONTEXT):
                yield _Wanted(before, rest), place


# -- moving ----------------------------------------------------------------------------------------------------------


def passage_of_words(drafting: Drafting, version_id: str, text: str, span: Span) -> Passage:
    """A new passage of a version that is not in the case yet."""
    passage = Passage(new_id(), version_id, *span, sha256_of(text[slice(*span)]))
    drafting.put(passage)
    return passage


def repoint(drafting: Drafting, source: Passage, target: Passage) -> None:
    """Hang what hangs on one passage on another. A use of evidence the target has already goes."""
    rows = drafting.rows
    mark = rows.mark_on(source.id)
    if mark is not None:
        drafting.put(replace(mark, passage_id=target.id))
    for link in rows.links_on(source.id):
        now = drafting.get(Link, link.id) or link  # its other end may have been moved before
        a, b = (target.id if end == source.id else end for end in (now.a, now.b))
        drafting.put(replace(now, a=a, b=b))
    served = {use.evidence_id for use in rows.uses_on(target.id)}
    for use in rows.uses_on(source.id):
        if use.evidence_id in served:
            drafting.drop(EvidenceUse, use.id)
        else:
            drafting.put(replace(use, passage_id=target.id))
    for question in rows.questions_on(source.id):
        drafting.put(replace(question, place=target.id))
    _repoint_compared(drafting, source, target)


def _repoint_compared(drafting: Drafting, source: Passage, target: Passage) -> None:
    """Hang what comparing left on one passage on another; what the target has already goes."""
    rows = drafting.rows
    claims = {member.claim_id for member in rows.members_on(target.id)}
    for member in rows.members_on(source.id):
        if member.claim_id in claims:
            drafting.drop(ClaimMember, member.id)
        else:
            drafting.put(replace(member, passage_id=target.id))
    looked = {absence.article_id for absence in rows.absences_on(target.id)}
    for absence in rows.absences_on(source.id):
        if absence.article_id in looked:
            drafting.drop(Absence, absence.id)
        else:
            drafting.put(replace(absence, passage_id=target.id))
    known = {frozenset((one.a, one.b)) for one in rows.rejections_on(target.id)}
    for rejection in rows.rejections_on(source.id):
        now = drafting.get(Rejection, rejection.id) or rejection  # its other end may have been moved before
        a, b = (target.id if end == source.id else end for end in (now.a, now.b))
        if a == b or frozenset((a, b)) in known:
            drafting.drop(Rejection, rejection.id)
        else:
            drafting.put(replace(now, a=a, b=b))


def draft_moves(drafting: Drafting, moves: Mapping[str, str]) -> StepDraft:
    """The step that hangs what hangs on some passages on other words of their article, as it is read now. ``moves``
    maps passage ids to targets.

    Raises StepError: no-such-place, move-to-another-article, place-has-mark, link-to-itself, link-exists.
    """
    sources, places = list[Passage](), list[Passage]()
    for passage_id, target in moves.items():
        source, place = _ends_of_move(drafting, passage_id, target)
        if place.id == source.id:
            continue
        if place in places:
            clash = addresses(drafting.rows, [source])
            raise StepError("place-has-mark", addresses(drafting.rows, [place]), place=clash)
        sources.append(source)
        places.append(place)
        repoint(drafting, source, place)
    told = {"place": addresses(drafting.rows, sources), "to": addresses(drafting.rows, places)}
    return drafting.finish("move-passage", **told)


def _ends_of_move(drafting: Drafting, passage_id: str, target: str) -> tuple[Passage, Passage]:
    """The passage to move from and the one to move to. Raises StepError."""
    rows = drafting.rows
    source = rows.get(Passage, passage_id)
    if source is None:
        raise StepError("no-such-place", passage_id)
    place = drafting.passage(target)
    names = {"place": addresses(rows, [source]), "to": addresses(rows, [place])}
    if place.version_id != article_of_version(rows, source.version_id).version_id:
        raise StepError("move-to-another-article", names["place"], to=names["to"])
    if place.id != source.id:
        _refuse_clashes(rows, source, place, names)
    return source, place


def _refuse_clashes(rows: CaseRows, source: Passage, place: Passage, names: Mapping[str, str]) -> None:
    if rows.mark_on(source.id) and rows.mark_on(place.id):
        raise StepError("place-has-mark", names["to"], place=names["place"])
    kept = {_tie(link, place.id, place.id) for link in rows.links_on(place.id)}
    for link in rows.links_on(source.id):
        if place.id in (link.a, link.b):
            raise StepError("link-to-itself", names["to"])
        if _tie(link, source.id, place.id) in kept:
            raise StepError("link-exists", names["to"], relation=link.relation.value)


def _tie(link: Link, end: str, instead: str) -> tuple[object, ...]:
    """What tells a link from another, one of its ends being put elsewhere."""
    a, b = (instead if one == end else one for one in (link.a, link.b))
    ends = (a, b) if link.relation in DIRECTED_RELATIONS else tuple(sorted((a, b)))
    return link.relation, ends
