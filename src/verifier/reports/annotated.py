"""The annotated articles: the whole account in reading order, every label, link and note in its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import pairwise
from typing import TypeVar

from verifier.domain import queries
from verifier.domain.articles import Article, Paragraph, Passage, Sentence
from verifier.domain.checkers import initials_of, name_in
from verifier.domain.judgements import Mark
from verifier.domain.kinds import ACCOUNT_KINDS, InlineKind, Reach
from verifier.domain.reading import Inline
from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.claims import claim_anchors
from verifier.reports.faces import Stroke
from verifier.reports.ground import Ground
from verifier.reports.locators import locator
from verifier.reports.parts import (
    NO_FACE,
    Annotated,
    AnnotatedArticle,
    AnnotatedParagraph,
    AnnotatedSentence,
    Comment,
    Faces,
    PassageTag,
    Phrase,
    Piece,
    Stretch,
    Tone,
)
from verifier.reports.quoting import heading_with_looks
from verifier.reports.wording import article_name, data_line, quiet, tag_words, unconfirmed_remark

T = TypeVar("T")

_PUT_IN = frozenset({InlineKind.INSERTED, InlineKind.MOVED_HERE})
"""What an author put into a text or moved there, as tracked changes tell."""

_MOST_NESTED = 8
"""So many of them that began before a sentence are looked at: one may run over it, and they hardly ever nest."""


def build_annotated(ground: Ground) -> Annotated:
    """All articles, each judged passage leading to its row among the claims where the report has them."""
    annotator = _Annotator(ground, claim_anchors(ground))
    articles = tuple(annotator.article(article) for article in ground.rows.articles())
    lead = ground.gettext(
        "Each account in full. The small print before a sentence is its address and its label; what follows it "
        "(→) refers to linked passages and evidence. Notes stand in the margin."
    )
    if not articles:
        lead = ground.gettext("The case holds no articles yet.")
    elif any(part.head for article in articles for part in article.paragraphs):
        lead += " " + ground.gettext(
            "In brackets stands the page or the time in the source, and what a paragraph is besides."
        )
    phrases = tuple(phrase for phrase in (quiet(lead), data_line(ground)) if phrase)
    return Annotated(ground.gettext("Annotated articles"), phrases, articles, tuple(annotator.comments))


class _Annotator:
    """Walks the articles once, numbering the comments in reading order."""

    def __init__(self, ground: Ground, claims: Mapping[str, str]) -> None:
        self._ground = ground
        self._claims = claims
        self._numbers: dict[str, int] = {}
        self._inserted: dict[str, list[Inline]] = {}
        self.comments: list[Comment] = []

    def article(self, article: Article) -> AnnotatedArticle:
        """One article: what it says of itself, then its paragraphs."""
        ground = self._ground
        shown = [
            paragraph
            for paragraph in ground.rows.paragraphs(article.version_id)
            if paragraph.kind in ACCOUNT_KINDS or ground.places.is_shown(paragraph.id)
        ]
        places = (locator(paragraph.anchor, ground.gettext) for paragraph in shown)
        paragraphs = tuple(
            self._paragraph(paragraph, place)
            for paragraph, place in zip(shown, _changes(places), strict=True)
        )
        pattern = ground.gettext("Annotated article {name}")
        remark = "" if paragraphs else ground.gettext("The account holds no sentences.")
        return AnnotatedArticle(
            heading=pattern.format(name=article_name(ground, article)),
            line=_source_line(ground, article),
            language=article.language or "",
            paragraphs=paragraphs,
            remark=remark,
            title=heading_with_looks(ground, article, pattern),
        )

    def _paragraph(self, paragraph: Paragraph, place: str) -> AnnotatedParagraph:
        text = self._ground.places.text(paragraph.version_id)
        sentences = self._ground.rows.sentences(paragraph.id)
        return AnnotatedParagraph(
            kind=str(paragraph.kind),
            aside="" if paragraph.kind in ACCOUNT_KINDS else self._ground.word("kind", paragraph.kind),
            sentences=tuple(self._sentence(sentence, text) for sentence in sentences),
            role=self._ground.word("role", paragraph.role) if paragraph.role else "",
            locator=place,
        )

    def _sentence(self, sentence: Sentence, text: str) -> AnnotatedSentence:
        rows, places = self._ground.rows, self._ground.places
        own = places.own(sentence)
        mark = rows.mark_on(own.id) if own else None
        start, end = queries.trimmed(text, sentence.start, sentence.end)
        label = str(mark.label) if mark and mark.label else ""
        is_named = sentence.number or own or places.parts_of(sentence)
        return AnnotatedSentence(
            address=queries.address_of(rows, sentence) if is_named else "",
            anchor=places.anchor_of(sentence),
            label=label,
            tag=self._tag(sentence, mark),
            claim=self._claims.get(own.id, "") if own else "",
            stretches=self._stretches(sentence, text, (start, end), label, mark),
            refs=self._refs(own) if own else (),
            before=text[sentence.start : start],
            after=text[end : sentence.end],
        )

    def _tag(self, sentence: Sentence, mark: Mark | None) -> str:
        """The label in words: the sentence's own, else what its passages make of it together."""
        if mark and mark.label:
            return tag_words(self._ground, mark)
        label = self._ground.places.label_of(sentence)
        return f"{GLYPHS[label]} {self._ground.word('label', label)}" if label else ""

    def _refs(self, passage: Passage) -> Phrase:
        """ "B16, Ev1": where the links of a passage lead, and its evidence."""
        rows, ground = self._ground.rows, self._ground
        found: list[Piece] = []
        for link in rows.links_on(passage.id):
            piece = ground.places.ref(queries.other_end(link, passage.id))
            if piece not in found:
                found.append(piece)
        found += [
            ground.evidence_ref(row) for row in rows.evidence_on(passage.id) if ground.evidence_name(row)
        ]
        return tuple(found)

    # -- stretches -----------------------------------------------------------------------------------------------

    def _stretches(
        self, sentence: Sentence, text: str, span: tuple[int, int], label: str, mark: Mark | None
    ) -> tuple[Stretch, ...]:
        """The words of a sentence, cut where judged passages begin and end."""
        start, end = span
        own = self._comments_for(mark)
        parts = self._ground.places.parts_of(sentence)
        changes = self._changes_in(sentence.version_id, span)
        strokes = self._ground.looks.over(sentence.version_id, start, end)
        if not (parts or changes or strokes):
            return (Stretch(text[start:end], label, own, own),)
        cut = _Cut(self._ground, text, span, parts, changes, strokes)
        stretches = []
        for begin, finish, closest in cut.pieces():
            opens = self._opening(cut, begin) + (own if begin == start else ())
            closes = (own if finish == end else ()) + self._closing(cut, finish)
            tags = tuple(self._passage_tag(passage) for passage in cut.ending_at(finish))
            stretches.append(
                Stretch(
                    text[begin:finish],
                    closest or label,
                    opens,
                    closes,
                    tuple(tag for tag in tags if tag.words or tag.refs),
                    *self._around(cut, begin, finish),
                    cut.faces_at(begin),
                )
            )
        return tuple(stretches)

    def _changes_in(self, version_id: str, span: tuple[int, int]) -> list[Inline]:
        """What the author put in or moved to the words of a span, cut to it, in reading order."""
        known = self._inserted.get(version_id)
        if known is None:
            inlines = self._ground.snapshot.inlines.get(version_id, ())
            found = sorted((one for one in inlines if one.kind in _PUT_IN), key=lambda one: one.start)
            known = self._inserted[version_id] = found
        if not known:
            return []
        first = max(bisect_left(known, span[0], key=lambda one: one.start) - _MOST_NESTED, 0)
        beyond = bisect_left(known, span[1], key=lambda one: one.start)
        cut = (
            replace(one, start=max(one.start, span[0]), end=min(one.end, span[1]))
            for one in known[first:beyond]
        )
        return [one for one in cut if one.start < one.end]

    def _around(self, cut: _Cut, begin: int, finish: int) -> tuple[str, str]:
        """What stands raised before and after a stretch whose author put it in."""
        lead = [self._ground.word("inline", one.kind) for one in cut.changes_starting_at(begin)]
        return "".join(f" {word} ⟨" for word in lead), "⟩" * len(cut.changes_ending_at(finish))

    def _opening(self, cut: _Cut, position: int) -> tuple[int, ...]:
        return tuple(
            number
            for passage in cut.starting_at(position)
            for number in self._comments_for(cut.mark(passage))
        )

    def _closing(self, cut: _Cut, position: int) -> tuple[int, ...]:
        return tuple(
            number for passage in cut.ending_at(position) for number in self._comments_for(cut.mark(passage))
        )

    def _passage_tag(self, passage: Passage) -> PassageTag:
        mark = self._ground.rows.mark_on(passage.id)
        label = str(mark.label) if mark and mark.label else ""
        return PassageTag(label, tag_words(self._ground, mark) if mark else "", self._refs(passage))

    # -- comments ------------------------------------------------------------------------------------------------

    def _comments_for(self, mark: Mark | None) -> tuple[int, ...]:
        """The comment a mark's note makes, made when first met; none where there is nothing to show."""
        if mark is None:
            return ()
        note = self._ground.note(mark)
        if not note.strip():
            return ()
        if mark.id not in self._numbers:
            self._numbers[mark.id] = len(self.comments)
            self.comments.append(self._comment(mark, note))
        return (self._numbers[mark.id],)

    def _comment(self, mark: Mark, note: str) -> Comment:
        if mark.reach is Reach.INTERNAL:
            note = f"{self._ground.gettext('Internal note:')} {note}"
        lines = tuple(note.split("\n"))
        return Comment(len(self.comments), name_in(mark.checker), initials_of(mark.checker), mark.time, lines)


class _Cut:
    """What cuts the words of one sentence: judged passages, changes, looks. Positions are code points into the text."""

    def __init__(
        self,
        ground: Ground,
        text: str,
        span: tuple[int, int],
        parts: tuple[Passage, ...],
        changes: Sequence[Inline],
        strokes: Sequence[Stroke],
    ) -> None:
        self._strokes = strokes
        self._rows = ground.rows
        self._start, self._end = span
        self._spans = [(passage, *queries.trimmed(text, passage.start, passage.end)) for passage in parts]
        seen = [one for one in self._spans if one[1] < one[2]]
        self._starting = _by_place((begin, passage) for passage, begin, _finish in seen)
        self._ending = _by_place((finish, passage) for passage, _begin, finish in reversed(seen))
        self._changes_starting = _by_place((one.start, one) for one in changes)
        self._changes_ending = _by_place((one.end, one) for one in changes)

    def pieces(self) -> Iterator[tuple[int, int, str]]:
        """The stretches between all the places where a passage, a change or a look begins or ends, each with the label
        of the shortest labelled passage over it; "" where none is.
        """
        stretches = self._stretches()
        labelled = [
            (finish - begin, index, begin, finish, str(mark.label))
            for index, (passage, begin, finish) in enumerate(self._spans)
            if (mark := self.mark(passage)) is not None and mark.label
        ]
        coming = sorted(labelled, key=lambda one: one[2], reverse=True)
        over: list[tuple[int, int, int, int, str]] = []
        for begin, finish in stretches:
            while coming and coming[-1][2] <= begin:
                heappush(over, coming.pop())
            while over and over[0][3] < finish:
                heappop(over)
            yield begin, finish, over[0][4] if over else ""

    def _stretches(self) -> list[tuple[int, int]]:
        inside = {self._start, self._end, *self._changes_starting, *self._changes_ending}
        inside.update(one.start for one in self._strokes)
        for _passage, begin, finish in self._spans:
            inside.update(place for place in (begin, finish) if self._start < place < self._end)
        places = sorted(inside)
        return list(pairwise(places)) or [(self._start, self._end)]

    def faces_at(self, position: int) -> Faces:
        """How the source sets the words that begin here."""
        found = bisect_right(self._strokes, position, key=lambda one: one.start)
        return self._strokes[found - 1].faces if found else NO_FACE

    def starting_at(self, position: int) -> list[Passage]:
        """The passages whose words begin here."""
        return self._starting.get(position, [])

    def ending_at(self, position: int) -> list[Passage]:
        """The passages whose words end here, the innermost first."""
        return self._ending.get(position, [])

    def changes_starting_at(self, position: int) -> list[Inline]:
        """The changes whose words begin here."""
        return self._changes_starting.get(position, [])

    def changes_ending_at(self, position: int) -> list[Inline]:
        """The changes whose words end here."""
        return self._changes_ending.get(position, [])

    def mark(self, passage: Passage) -> Mark | None:
        """The mark on a passage."""
        return self._rows.mark_on(passage.id)


def _by_place(found: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    """What begins or ends at each place, in the order given."""
    places: dict[int, list[T]] = {}
    for place, one in found:
        places.setdefault(place, []).append(one)
    return places


def _changes(places: Iterable[str]) -> Iterator[str]:
    """The places, "" for each that is the one before."""
    before = ""
    for place in places:
        yield place if place != before else ""
        before = place


def _source_line(ground: Ground, article: Article) -> Phrase:
    """ "commentary · 24 February 2021 (not confirmed) · byline not stated in the source"."""
    _ = ground.gettext
    stated = (
        ("piece", _("kind of piece not stated in the source")),
        ("published_as_printed", _("date not stated in the source")),
        ("byline", _("byline not stated in the source")),
    )
    pieces: list[Piece] = []
    for field, unknown in stated:
        value: str | None = getattr(article, field)
        if pieces:
            pieces.append(Piece(" · ", Tone.QUIET))
        pieces.append(Piece(value, Tone.QUIET) if value else Piece(unknown, Tone.UNKNOWN))
        remark = unconfirmed_remark(ground, article, field)
        if remark:
            pieces.append(Piece(remark, Tone.UNKNOWN))
    return tuple(pieces)
