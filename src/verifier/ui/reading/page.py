"""An article laid out as the lines of a text document: which paragraph is which block, and where its words are.

A *row* is one block of the document: a paragraph, a piece of a very long one, or the fold that stands for
paragraphs set aside. Points are code points of the reading text; places are UTF-16 units of the document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from verifier.domain.articles import Article, Paragraph, Sentence
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.positions import Units, shown, units_in
from verifier.ui.reading.direction import runs_from_the_right

LONGEST_PIECE = 12_000
"""Code points of a paragraph in one block: laying a block out again must not be felt."""

GIANT_WORD = 1_000
"""A run without space of this many code points takes Qt a time that grows with its square: it is broken anywhere."""


CHUNK = 400
"""Rows of a long article in one frame of the document.

Qt walks over all blocks after a changed one, but over a frame in one step: with frames a new label takes a tenth of
the time. Between frames Qt keeps an empty block: a *spacer* row.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One block. ``fold`` is the number of the fold it belongs to.

    A row without paragraph is a fold's own line: it stands for all its paragraphs while the fold is closed. A row
    with neither is a spacer between two chunks of a long article.
    """

    paragraph: Paragraph | None
    start: int
    end: int
    fold: int | None
    last: bool = True

    @property
    def is_spacer(self) -> bool:
        """Whether the row is the empty block between two chunks."""
        return self.paragraph is None and self.fold is None


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of paragraphs set aside."""

    paragraphs: tuple[Paragraph, ...]

    def title(self, translator: Translator, *, is_open: bool) -> str:
        """What the fold says: "▸ caption, photo credit set aside (2)". A role says it where there is one: what a mail's
        header or a picture's description is, its kind alone would not tell.
        """
        kinds = dict.fromkeys(name_of_paragraph(row, translator) for row in self.paragraphs)
        words = translator.gettext("{kinds} set aside ({count})")
        return ("▾ " if is_open else "▸ ") + words.format(kinds=", ".join(kinds), count=len(self.paragraphs))


def name_of_paragraph(paragraph: Paragraph, translator: Translator) -> str:
    """What a paragraph is, in words: its role where it has one, else its kind."""
    if paragraph.role:
        return name_of("role", paragraph.role, translator)
    return name_of("kind", paragraph.kind, translator)


def folds_of(paragraphs: Iterable[Paragraph]) -> list[Fold]:
    """The folds of an article's paragraphs, in reading order."""
    groups = groupby(paragraphs, lambda row: row.kind in ACCOUNT_KINDS)
    return [Fold(tuple(group)) for in_account, group in groups if not in_account]


class Page:
    """The rows and sentences of one article. It is made anew when paragraphs, sentences or open folds change."""

    def __init__(
        self, rows: CaseRows, article: Article, text: str, translator: Translator, open_folds: frozenset[int]
    ) -> None:
        self.article = article
        self.open_folds = open_folds
        self.paragraphs = rows.paragraphs(article.version_id)
        self._units = Units(text)
        self.folds: list[Fold] = []
        words = [text[row.start : row.end] for row in self.paragraphs if row.kind in ACCOUNT_KINDS]
        self.from_the_right = runs_from_the_right(" ".join(words) or text)
        self.rows = with_spacers(list(self._lay_out(text)))
        self._set_places(text, translator)
        self._set_sentences(rows)

    def _lay_out(self, text: str) -> Iterator[Row]:
        for in_account, group in groupby(self.paragraphs, lambda row: row.kind in ACCOUNT_KINDS):
            paragraphs = tuple(group)
            if in_account:
                yield from self._text_rows_of(text, paragraphs, None)
                continue
            number = len(self.folds)
            self.folds.append(Fold(paragraphs))
            is_open = number in self.open_folds
            yield Row(
                None, paragraphs[0].start, paragraphs[0].start if is_open else paragraphs[-1].end, number
            )
            if is_open:
                yield from self._text_rows_of(text, paragraphs, number)

    def _text_rows_of(self, text: str, paragraphs: Iterable[Paragraph], fold: int | None) -> Iterator[Row]:
        for paragraph in paragraphs:
            for start, end in pieces(text, paragraph.start, paragraph.end):
                yield Row(paragraph, start, end, fold, end == paragraph.end)

    def _set_places(self, text: str, translator: Translator) -> None:
        """The document's text, and where each row begins in it."""
        lines, place = [], 0
        self._row_places: list[int] = []
        for row in self.rows:
            self._row_places.append(place)
            if row.is_spacer:
                line = ""
                place += 1
            elif row.paragraph is None and row.fold is not None:
                line = self.folds[row.fold].title(translator, is_open=row.fold in self.open_folds)
                place += units_in(line) + 1
            else:
                line = shown(text[row.start : row.end])
                place += self._units.units(row.end) - self._units.units(row.start) + 1
            lines.append(line)
        self._lines = lines
        self._row_places.append(place)
        self._row_starts = [row.start for row in self.rows]
        places = zip(self._row_places, self.rows, strict=False)
        self._shifts = [place - self._units.units(row.start) for place, row in places]

    def _set_sentences(self, rows: CaseRows) -> None:
        per_paragraph = [(row, rows.sentences(row.id)) for row in self.paragraphs]
        self.sentences: list[Sentence] = [sentence for _, found in per_paragraph for sentence in found]
        self._starts = [sentence.start for sentence in self.sentences]
        self._index = {sentence.id: number for number, sentence in enumerate(self.sentences)}
        self.account: list[Sentence] = [
            sentence for row, found in per_paragraph if row.kind in ACCOUNT_KINDS for sentence in found
        ]
        self._account_index = {sentence.id: number for number, sentence in enumerate(self.account)}
        self._account_starts = [sentence.start for sentence in self.account]

    def is_outdated(self, rows: CaseRows, article: Article) -> bool:
        """Whether the article has another version, other paragraphs or other sentences than this page."""
        paragraphs = rows.paragraphs(article.version_id)
        if article.version_id != self.article.version_id or paragraphs != self.paragraphs:
            return True
        return [found for row in paragraphs for found in rows.sentences(row.id)] != self.sentences

    def chunks(self) -> list[tuple[int, int]]:
        """The first row of each chunk and the one after its last; none in an article that is not long."""
        spacers = [number for number, row in enumerate(self.rows) if row.is_spacer]
        return [(before + 1, after) for before, after in pairwise(spacers)]

    def lines(self, first: int, last: int) -> str:
        """The text of rows, from one to the one after the last, as the document has it."""
        return "\n".join(self._lines[first:last])

    @property
    def document_text(self) -> str:
        """The text of the whole document; a spacer is an empty line."""
        return self.lines(0, len(self._lines))

    # -- places ----------------------------------------------------------------------------------------------------

    def row_at_point(self, point: int) -> int:
        """The number of the row that shows a code point, or of the fold it is hidden under."""
        number = max(bisect_right(self._row_starts, point) - 1, 0)
        return number - 1 if number and self.rows[number].is_spacer else number

    def row_at_place(self, place: int) -> int:
        """The number of the row a place of the document is in."""
        return min(max(bisect_right(self._row_places, place) - 1, 0), len(self.rows) - 1)

    def place_of(self, point: int) -> int:
        """The place in the document of a code point; between paragraphs, the end of the one before."""
        number = self.row_at_point(point)
        row = self.rows[number]
        if row.paragraph is None:
            return self._row_places[number]
        return self._shifts[number] + self._units.units(min(point, row.end))

    def places_of(self, start: int, end: int) -> tuple[int, int]:
        """The places of a span of code points, or of the line of the fold that hides it.

        The end stays in the row of the last character.
        """
        number = self.row_at_point(start)
        row = self.rows[number]
        if row.paragraph is None:
            return self._row_places[number], self._row_places[number + 1] - 1
        first = self._shifts[number] + self._units.units(start)
        if end <= row.end:
            return first, self._shifts[number] + self._units.units(max(end, start))
        number = self.row_at_point(end - 1)
        return first, self._shifts[number] + self._units.units(end)

    def place_of_fold(self, number: int) -> int:
        """The place in the document of a fold's own line."""
        row = next(found for found, row in enumerate(self.rows) if row.fold == number)
        return self._row_places[row]

    @cached_property
    def end(self) -> int:
        """The code point after the last."""
        return max((row.end for row in self.rows), default=0)

    def end_near(self, place: int) -> int:
        """The code point at a place, or the last one under the fold whose line it is in."""
        point = self.point_at(place)
        return self.rows[self.row_at_place(place)].end if point is None else point

    def point_at(self, place: int) -> int | None:
        """The code point at a place of the document, or None where a fold's own words are."""
        number = self.row_at_place(place)
        row = self.rows[number]
        if row.paragraph is None:
            return None
        inside = self._units.units(row.start) + place - self._row_places[number]
        return min(self._units.points(min(inside, self._units.length)), row.end)

    # -- sentences -------------------------------------------------------------------------------------------------

    def has(self, sentence_id: str) -> bool:
        """Whether the sentence is in this article."""
        return sentence_id in self._index

    def sentence(self, sentence_id: str) -> Sentence | None:
        """The sentence of this id, or None."""
        number = self._index.get(sentence_id)
        return None if number is None else self.sentences[number]

    def sentence_at(self, point: int) -> Sentence | None:
        """The sentence that covers a code point, or the one before it where none does."""
        number = bisect_right(self._starts, point) - 1
        return self.sentences[max(number, 0)] if self.sentences else None

    def successor(self, gone: Sentence) -> Sentence | None:
        """The sentence in the place of one that is here no more: that of its number, which keeps to its words through
        every reading, else the one that stands where it stood.
        """
        same = (one for one in self.account if gone.number and one.number == gone.number)
        return next(same, None) or self.sentence_at(gone.start)

    def sentences_in(self, start: int, end: int) -> list[Sentence]:
        """The sentences a span of code points touches, in reading order."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end)
        return [found for found in self.sentences[first:last] if found.end > start]

    def sentences_of_row(self, number: int) -> list[Sentence]:
        """The sentences that begin in a row."""
        row = self.rows[number]
        if row.paragraph is None:
            return []
        return [found for found in self.sentences_in(row.start, row.end) if found.start >= row.start]

    def account_index(self, sentence_id: str) -> int | None:
        """The sentence's number from 0 in the account, or None where it is set aside."""
        return self._account_index.get(sentence_id)

    def account_from(self, sentence_id: str, direction: int) -> Iterator[Sentence]:
        """The sentences of the account after (1) or before (-1) a sentence, which may be set aside itself."""
        number = self._account_index.get(sentence_id)
        if number is None:
            here = self.sentence(sentence_id)
            number = bisect_right(self._account_starts, here.start if here else 0) - 1
            number += 1 if direction < 0 else 0
        number += direction
        while 0 <= number < len(self.account):
            yield self.account[number]
            number += direction

    def stretch(self, first_id: str, last_id: str) -> list[Sentence]:
        """The sentences from one to another, either way round, both included."""
        first, last = sorted((self._index[first_id], self._index[last_id]))
        return self.sentences[first : last + 1]

    def fold_of(self, sentence: Sentence) -> int | None:
        """The fold that hides a sentence, or None where it is in sight."""
        row = self.rows[self.row_at_point(sentence.start)]
        return row.fold if row.paragraph is None else None


def with_spacers(rows: list[Row]) -> list[Row]:
    """The rows of a long article in chunks, a spacer before and after each; those of a short one as they are."""
    if len(rows) <= 2 * CHUNK:
        return rows
    spaced: list[Row] = []
    size = CHUNK
    for row in rows:
        if size >= CHUNK and (not spaced or spaced[-1].last):
            spaced.append(Row(None, row.start, row.start, None))
            size = 0
        spaced.append(row)
        size += 1
    end = rows[-1].end
    return [*spaced, Row(None, end, end, None)]


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans that tile a paragraph: the paragraph itself, unless it or a word of it is too long for one block."""
    if end - start <= GIANT_WORD:
        yield start, end
        return
    words = text[start:end].split(" ")
    giant = max(map(len, words)) >= GIANT_WORD
    limit = GIANT_WORD if giant else LONGEST_PIECE
    while end - start > limit:
        space = -1 if giant else text.rfind(" ", start, start + limit)
        cut = space + 1 if space > start else start + limit
        yield start, cut
        start = cut
    yield start, end
