"""The document: an outline written by cursor, part by part, into as many documents as the paper is turned.

Pages are cut later (``verifier.ui.pages.cutting``): a document is one long sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtGui import QTextCursor, QTextDocument

from verifier.reports.layout import BARS_TOGETHER, ON_A_NEW_PAGE, PARTS_TO_LIST, is_wide
from verifier.reports.parts import (
    Annotated,
    Cover,
    Grid,
    Outline,
    Part,
    Phrase,
    Piece,
    Section,
    Summary,
    Tone,
)
from verifier.ui.pages.articles import ArticleWriter
from verifier.ui.pages.looks import Looks
from verifier.ui.pages.paper import UNIT, Sheet
from verifier.ui.pages.pen import Pen, new_document
from verifier.ui.pages.tables import Laid, bar, finding, grid
from verifier.ui.reading.direction import runs_from_the_right


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the report, for a reader's list: its words, its level, and the name of its place."""

    words: str
    level: int
    anchor: str


@dataclass(slots=True, eq=False)
class Scroll:
    """Parts on sheets of one kind, written one beneath the other, and the tables among them."""

    sheet: Sheet
    document: QTextDocument
    grids: list[Laid] = field(default_factory=list)


class Writer:
    """Writes one outline, ``close`` as ``Looks`` has it. Afterwards ``scrolls`` and ``chapters`` have all of it."""

    def __init__(self, outline: Outline, paper: str, close: int = 0) -> None:
        self._outline, self._paper = outline, paper
        self._is_close = close > 0
        self._looks = Looks(close=close)
        self._tables = 0
        self._footnotes: list[Phrase] = []
        self._told = 0
        self.scrolls: list[Scroll] = []
        self.chapters: list[Chapter] = []

    def write(self) -> None:
        """Write the cover and every part."""
        self._begin(turned=False)
        self._cover(self._outline.cover)
        self._contents()
        for part in self._outline.parts:
            if is_wide(part) is not self._scroll.sheet.turned:
                self._begin(turned=is_wide(part))
            self._part(part)
            self._tell_footnotes()
        self._end()

    def _begin(self, *, turned: bool) -> None:
        """Go on on sheets of the other kind."""
        if self.scrolls:
            self._end()
        sheet, document = Sheet(self._paper, turned, self._is_close), new_document()
        self._cursor = QTextCursor(document)
        self._cursor.beginEditBlock()
        self._pen = Pen(self._cursor, self._looks, self._footnote)
        self._scroll = Scroll(sheet, document)
        self.scrolls.append(self._scroll)

    def _end(self) -> None:
        self._cursor.endEditBlock()
        self._scroll.document.setTextWidth(self._scroll.sheet.text_width * UNIT)

    @property
    def _width(self) -> float:
        return self._scroll.sheet.text_width

    # -- cover and summary ---------------------------------------------------------------------------------------

    def _cover(self, cover: Cover) -> None:
        pen = self._pen
        pen.say(cover.line, "cover-line")
        pen.say(cover.title, "title")
        pen.say(cover.question_line, "subtitle")
        finding(pen, cover.finding, self._width)
        pen.paragraph("legend")
        for sign in cover.legend:
            pen.piece(Piece(sign.words.replace(" ", "\u00a0", 1), Tone(f"tag.{sign.label}")))
            pen.piece(Piece(f" {sign.meaning}    "))
        pen.say(cover.legend_sentence, "legend")

    def _contents(self) -> None:
        """The parts in one paragraph, each leading to its place."""
        pen, looks = self._pen, self._looks
        if len(self._outline.parts) < PARTS_TO_LIST:
            return
        pen.paragraph("contents")
        pen.piece(Piece(f"{self._outline.contents_heading}: ", Tone.STRONG))
        for number, part in enumerate(self._outline.parts, start=1):
            if number > 1:
                pen.write("  ·  ", looks.words("contents"))
            pen.piece(Piece(part.heading, anchor=f"part-{number}"))

    def _summary(self, summary: Summary) -> None:
        self._heading(summary.heading, 1)
        self._section(summary.settle)
        self._section(summary.open)
        self._heading(summary.counts_heading, 2)
        kept = len(summary.bars) <= BARS_TOGETHER
        for drawn in summary.bars:
            if (laid := bar(self._pen, drawn, self._width, kept=kept)) is not None:
                self._scroll.grids.append(laid)
        self._grid_of(replace(summary.counts, together=True) if kept else summary.counts)

    # -- parts ---------------------------------------------------------------------------------------------------

    def _part(self, part: Part) -> None:
        if isinstance(part, Summary):
            self._summary(part)
        elif isinstance(part, Annotated):
            self._annotated(part)
        else:
            self._section(part)

    def _section(self, section: Section) -> None:
        style = "heading-1-page" if section.name in ON_A_NEW_PAGE else ""
        self._heading(section.heading, section.level, style, section.title)
        followed = bool(section.grids or section.divisions)
        for left, phrase in zip(range(len(section.lead) - 1, -1, -1), section.lead, strict=True):
            self._pen.phrase(phrase, "lead-kept" if followed and not left else "lead")
        for drawn in section.grids:
            self._grid_of(drawn)
        for division in section.divisions:
            self._section(division)

    def _annotated(self, annotated: Annotated) -> None:
        self._heading(annotated.heading, 1, "heading-1-page")
        for phrase in annotated.lead:
            self._pen.phrase(phrase, "lead")
        writer = ArticleWriter(self._pen, annotated.comments)
        for article in annotated.articles:
            self._heading(article.heading, 2, title=article.title)
            self._pen.phrase(article.line, "source-line")
            if article.remark:
                self._pen.say(article.remark, "lead")
            writer.article(article)

    def _heading(self, text: str, level: int, style: str = "", title: Phrase = ()) -> None:
        style = style or f"heading-{min(level, 3)}"
        self._pen.paragraph(style, from_right=runs_from_the_right(text))
        if level == 1:
            number = sum(chapter.level == 1 for chapter in self.chapters) + 1
            anchor = f"part-{number}"
        else:
            anchor = f"division-{len(self.chapters) + 1}"
        self.chapters.append(Chapter(text, level, anchor))
        self._pen.anchor(anchor)
        for piece in title or (Piece(text),):
            self._pen.piece(piece)

    def _grid_of(self, drawn: Grid) -> None:
        self._scroll.grids.append(grid(self._pen, drawn, self._width))
        if not drawn.caption:
            return
        self._tables += 1
        self._pen.say(f"{self._outline.table_word} {self._tables}. {drawn.caption}", "caption")

    # -- footnotes -----------------------------------------------------------------------------------------------

    def _footnote(self, phrase: Phrase) -> str:
        """Take a footnote; it is told at the end of its part. The answer is what stands for it."""
        self._footnotes.append(phrase)
        return str(self._told + len(self._footnotes))

    def _tell_footnotes(self) -> None:
        waiting, self._footnotes = self._footnotes, []
        for phrase in waiting:
            self._told += 1
            self._pen.paragraph("note")
            self._pen.anchor(f"note-{self._told}")
            self._pen.write(f"{self._told} ", self._looks.raised("note", ""))
            for piece in phrase:
                self._pen.piece(piece)
