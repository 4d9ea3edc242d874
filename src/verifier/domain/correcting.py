"""Corrections: how two states of a case differ for a reader, found by taking the journal's changes back.

What was changed and changed back again is no correction, since states are compared, not steps listed. The time taken
grows with what changed, not with the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from verifier.domain.articles import Article, Paragraph, Passage, Sentence, Version
from verifier.domain.faces import CASE_FIELDS, METADATA_FIELDS, NO_FACE, Face, Order, Subject, face_of
from verifier.domain.judgements import (
    Absence,
    CaseDetails,
    CheckPass,
    Claim,
    ClaimMember,
    Evidence,
    EvidenceUse,
    Link,
    Mark,
    Question,
    Reply,
)
from verifier.domain.kinds import Reach
from verifier.domain.queries import sentences_under
from verifier.domain.reportversions import Correction, CorrectionKind, Facts
from verifier.domain.rows import CaseRows
from verifier.domain.steps import Row, RowChange, Step

K = CorrectionKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps from one version of a report to the next, with what they changed. ``version`` is the number of the
    later one, ``why`` the reason given for it.
    """

    version: int
    why: str
    steps: tuple[tuple[Step, tuple[RowChange, ...]], ...]


def corrections_of(rows: CaseRows, stretches: Sequence[Stretch]) -> tuple[Correction, ...]:
    """What changed in each stretch, oldest first, each in reading order. ``rows`` are those after the last of them."""
    walker = rows.copy()
    found: list[list[Correction]] = []
    for stretch in reversed(stretches):
        found.append(list(_corrections(walker, stretch, rows)))
    return tuple(one for part in reversed(found) for one in part)


def _take_back(walker: CaseRows, changes: tuple[RowChange, ...]) -> None:
    walker.apply(change.inverse for change in reversed(changes))


@dataclass(frozen=True, slots=True)
class _Difference:
    """The two faces of a subject, and the step that touched it last."""

    subject: Subject
    before: Face
    after: Face
    step: Step

    def counts(self, articles: Collection[str]) -> bool:
        """Whether the faces differ, and nothing greater says so: that an article came or went says all of its parts.
        ``articles`` are the ids of those there are in both states.
        """
        kind = self.subject[0]
        article_id = self.after.article_id or self.before.article_id
        if kind is not K.ARTICLE and article_id and article_id not in articles:
            return False
        if kind in _OF_ONE_READING and not (self.before.facts and self.after.facts):
            return False
        return not _are_alike(kind, self.before, self.after)

    @property
    def order(self) -> tuple[Order, tuple[int, int], str]:
        """Sorts differences in reading order, at one place in the order of kinds."""
        kind, key = self.subject
        face = self.after if self.after.order != NO_FACE.order else self.before
        order = face.order
        if kind is K.SENTENCES:  # of a whole paragraph: what counts is the first that is cut otherwise
            first, _ = next(_recut(self.before.facts, self.after.facts))
            order = (*order[:2], int(first[0][1].partition("–")[0]))
        field = _FIELDS.index(key[-1]) if key[-1] in _FIELDS else 0
        return order, (_RANKS[kind], field), repr(key)


_RANKS = {kind: rank for rank, kind in enumerate(K)}
_FIELDS = (*CASE_FIELDS, *METADATA_FIELDS)
_OF_ONE_READING = frozenset({K.READING, K.PARAGRAPH, K.SENTENCES})


def _are_alike(kind: K, before: Face, after: Face) -> bool:
    """Whether a reader would see no difference between two faces of one thing."""
    if kind is K.ARTICLE:  # what is known of it has faces of its own
        return bool(before.facts) == bool(after.facts)
    if kind is K.SENTENCES:
        return next(_recut(before.facts, after.facts), None) is None
    if not (before.inherited or after.inherited):
        return before.is_like(after)
    one, other = dict(before.facts), dict(after.facts)
    if any(one.get(name) != other.get(name) for name in ("label", "modifiers")):
        return False
    if before.inherited and after.inherited:
        return True
    own, around = (other, one) if before.inherited else (one, other)
    return all(not own.get(name) or own[name] in around.get(name, "") for name in _BESIDES)


_BESIDES = ("voice", "note", "advice", "wording")
"""What a mark says besides its label. What a sentence's mark says holds for a part of it that got a mark by a split; by
merging, notes are joined.
"""


def _corrections(walker: CaseRows, stretch: Stretch, now: CaseRows) -> list[Correction]:
    """The corrections of a stretch. ``walker`` holds the rows after it, and then those before it."""
    touched = _touched(walker, stretch)
    articles = {article.id for article in walker.all(Article)}
    after = {subject: face_of(walker, subject) for subject in [*touched, *_cuts(touched, stretch)]}
    whole = {subject: _pieces(walker, subject) for subject in touched}
    for _, changes in reversed(stretch.steps):
        _take_back(walker, changes)
    articles &= {article.id for article in walker.all(Article)}
    differences = [
        difference
        for subject, step in _in_pieces(touched, whole, walker).items()
        if (difference := _Difference(subject, face_of(walker, subject), after[subject], step)).counts(
            articles
        )
    ]
    ordered = sorted(_paired(differences), key=lambda one: one.order)
    return [correction for one in ordered for correction in _told(one, stretch, now)]


# -- what was touched ------------------------------------------------------------------------------------------------


def _touched(rows: CaseRows, stretch: Stretch) -> dict[Subject, Step]:
    """What the steps of a stretch changed something about, and which did last. ``rows`` are those after it."""
    places = _Places(rows, stretch)
    touched: dict[Subject, Step] = {}
    for step, found in reversed(stretch.steps):
        for change in found:
            for row in (change.before, change.after):
                for subject in (*_subjects(row, places), *_left_behind(row, change, rows)):
                    touched.setdefault(subject, step)
    return touched


# -- what is said of words whose sentence was split or merged --------------------------------------------------------


def _cuts(touched: Iterable[Subject], stretch: Stretch) -> list[Subject]:
    """The words of sentences that were split or merged, as places of marks."""
    cut = {
        (K.MARK, (row.version_id, row.start, row.end))
        for _, changes in stretch.steps
        for change in changes
        if change.table == "sentences"
        for row in (change.before, change.after)
        if isinstance(row, Sentence)
    }
    versions = {key[0] for kind, key in touched if kind is K.MARK}
    return [subject for subject in cut if subject[1][0] in versions]


def _pieces(rows: CaseRows, subject: Subject) -> tuple[Subject, ...]:
    """The sentences that the words of a mark are made of, as places of marks; () where they begin or end inside one."""
    kind, (version_id, *span) = subject
    if kind is not K.MARK or rows.get(Version, str(version_id)) is None:
        return ()
    start, end = int(span[0]), int(span[1])
    under = sentences_under(rows, Passage("", str(version_id), start, end, ""))
    if not under or (under[0].start, under[-1].end) != (start, end):
        return ()
    return tuple((K.MARK, (one.version_id, one.start, one.end)) for one in under)


def _in_pieces(
    touched: dict[Subject, Step], after: dict[Subject, tuple[Subject, ...]], before: CaseRows
) -> dict[Subject, Step]:
    """What was touched, with the halves of a sentence in the place of the whole where a split or merge lies between:
    both states say something of the halves.
    """
    found: dict[Subject, Step] = {}
    for subject, step in touched.items():
        states = sorted((_pieces(before, subject), after[subject]), key=len)
        halves = states[1] if len(states[0]) == 1 and len(states[1]) > 1 else (subject,)
        for one in halves:
            found.setdefault(one, touched.get(one, step))
    return found


class _Places:
    """The spans of passages, whether they are there after a stretch or went on the way."""

    def __init__(self, rows: CaseRows, stretch: Stretch) -> None:
        self._rows = rows
        self._gone: dict[str, Passage] = {}
        for _, changes in stretch.steps:
            for change in changes:
                if isinstance(change.before, Passage):
                    self._gone[change.before.id] = change.before

    def span(self, passage_id: str) -> tuple[str, int, int]:
        """The version and the span (code points) of a passage."""
        passage = self._rows.get(Passage, passage_id) or self._gone[passage_id]
        return passage.version_id, passage.start, passage.end


def _subjects(row: Row | None, places: _Places) -> Iterator[Subject]:
    """What a row says something about."""
    match row:
        case CaseDetails():
            yield from ((K.CASE, (field,)) for field in CASE_FIELDS)
        case Article():
            yield from ((kind, (row.id,)) for kind in (K.ARTICLE, K.READING))
            yield from ((K.METADATA, (row.id, field)) for field in METADATA_FIELDS)
        case Paragraph():
            yield K.PARAGRAPH, (row.id,)
        case Sentence():
            yield K.SENTENCES, (row.paragraph_id,)
        case Mark():
            yield K.MARK, places.span(row.passage_id)
        case Absence():
            yield K.ABSENCE, (*places.span(row.passage_id), row.article_id)
        case EvidenceUse():
            yield K.EVIDENCE, (row.evidence_id,)
        case ClaimMember():
            yield K.CLAIM, (row.claim_id,)
        case Link() | Evidence() | Claim() | Question() | Reply() | CheckPass():
            yield _KIND_OF[type(row)], (row.id,)
        case _:
            pass


def _left_behind(row: Row | None, change: RowChange, rows: CaseRows) -> Iterator[Subject]:
    """The marks on a reading of an article that another took the place of: a step that moves none leaves them there."""
    before, after = change.before, change.after
    if isinstance(before, Article) and isinstance(after, Article) and before.version_id != after.version_id:
        assert isinstance(row, Article)
        for passage in rows.passages(row.version_id):
            if rows.mark_on(passage.id) is not None:
                yield K.MARK, (passage.version_id, passage.start, passage.end)


_KIND_OF = {
    Link: K.LINK,
    Evidence: K.EVIDENCE,
    Claim: K.CLAIM,
    Question: K.QUESTION,
    Reply: K.REPLY,
    CheckPass: K.PASS,
}


# -- the same thing, elsewhere ---------------------------------------------------------------------------------------


def _paired(differences: Iterable[_Difference]) -> Iterable[_Difference]:
    """The differences without those that undo one another: what was taken away and made anew, and what a new reading of
    an article moved. What came again otherwise becomes one difference.
    """
    found = _joined(differences, _its_row)
    found = _joined(found, _all_it_says)
    return _joined(found, _its_words)


def _joined(
    differences: Iterable[_Difference], likeness: Callable[[_Difference, Face], tuple[object, ...] | None]
) -> list[_Difference]:
    """The differences, with what went and what came made one where both have the same likeness."""
    gone: dict[tuple[object, ...], list[_Difference]] = defaultdict(list)
    rest: list[_Difference] = []
    for one in differences:
        key = likeness(one, one.before) if one.before.facts and not one.after.facts else None
        (rest if key is None else gone[key]).append(one)
    found: list[_Difference] = []
    for one in rest:
        key = None if one.before.facts else likeness(one, one.after)
        twin = next((each for each in gone.get(key, ()) if _may_be_one(each, one)), None) if key else None
        if twin is None or key is None:
            found.append(one)
            continue
        gone[key].remove(twin)
        joined = _Difference(one.subject, twin.before, one.after, one.step)
        if not _are_alike(one.subject[0], joined.before, joined.after):
            found.append(joined)
    return [*found, *(one for left in gone.values() for one in left)]


def _its_row(_one: _Difference, face: Face) -> tuple[object, ...] | None:
    """The mark itself, which a person put on other words."""
    return (face.row_id,) if face.row_id else None


def _all_it_says(one: _Difference, face: Face) -> tuple[object, ...] | None:
    """What something of an id of its own says, all of it."""
    kind = one.subject[0]
    return (kind, face.facts, face.words) if kind in _KIND_OF.values() else None


def _its_words(one: _Difference, face: Face) -> tuple[object, ...] | None:
    """The words something hangs on, where it is told by them."""
    kind = one.subject[0]
    return (kind, face.article_id, face.words) if kind in _ON_WORDS else None


_ON_WORDS = frozenset({K.MARK, K.ABSENCE, K.LINK, K.CLAIM})


def _may_be_one(gone: _Difference, come: _Difference) -> bool:
    """Whether what went may be what came. The same words may stand in an article twice: a mark on them is the same only
    in another reading of it.
    """
    kind, there, here = gone.subject[0], gone.subject[1], come.subject[1]
    return kind not in (K.MARK, K.ABSENCE) or (there[0] != here[0] and there[3:] == here[3:])


# -- telling ---------------------------------------------------------------------------------------------------------


def _told(one: _Difference, stretch: Stretch, now: CaseRows) -> Iterator[Correction]:
    """A difference as corrections: each place where sentences were split or merged is one."""
    kind = one.subject[0]
    said = one.after if one.after.facts else one.before
    pairs = [(one.before.facts, one.after.facts, said.address, said.passage_id)]
    if kind is K.SENTENCES:
        pairs = [(*both, both[0][0][0], "") for both in _recut(one.before.facts, one.after.facts)]
    for before, after, address, passage_id in pairs:
        yield Correction(
            version=stretch.version,
            time=one.step.time,
            address=address,
            passage_id=passage_id,
            before=before,
            after=after,
            why=_reason(after, stretch.why),
            who=one.step.checker,
            kind=kind,
            withheld=_is_withheld(one, now),
        )


def _reason(after: Facts, why: str) -> str:
    said = dict(after)
    return why if said.get("reach") == Reach.INTERNAL else said.get("note") or why


def _recut(before: Facts, after: Facts) -> Iterator[tuple[Facts, Facts]]:
    """Where the sentences of a paragraph are cut otherwise: the sentences there were, and those there are. Facts are
    addresses and spans, which tile the same stretch.
    """
    one, other = list(before), list(after)
    while one and other:
        left, right = [one.pop(0)], [other.pop(0)]
        while _end(left) != _end(right):
            shorter, rest = (left, one) if _end(left) < _end(right) else (right, other)
            shorter.append(rest.pop(0))
        if left != right and not _is_numbered_only(left, right):
            yield tuple(left), tuple(right)


def _is_numbered_only(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> bool:
    """Whether a sentence only got its first number: its paragraph was brought into the account, which says so."""
    return len(left) == len(right) == 1 and left[0][0].endswith("–")


def _end(facts: Sequence[tuple[str, str]]) -> int:
    return int(facts[-1][1].partition("–")[2])


def _is_withheld(one: _Difference, now: CaseRows) -> bool:
    """Whether what the case says here now is for the house alone, whatever an earlier version printed."""
    kind, key = one.subject
    if kind is K.EVIDENCE:
        piece = now.get(Evidence, str(key[0]))
        return piece is not None and piece.confidential
    if kind is K.LINK:
        link = now.get(Link, str(key[0]))
        return link is not None and bool(link.note) and link.reach is Reach.INTERNAL
    if kind is K.MARK:
        face = face_of(now, one.subject)
        return dict(face.facts).get("reach") == Reach.INTERNAL
    return False
