"""The margin: number and glyph at the line where a sentence begins, and a tick for each of its links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Sentence
from verifier.domain.judgements import Link
from verifier.i18n import Translator
from verifier.ui.look.theme import Theme
from verifier.ui.reading.beside import GRAVITY, Beside
from verifier.ui.reading.geometry import Line, line_at, rows_in_sight, span_rects
from verifier.ui.reading.glyphs import draw_glyph
from verifier.ui.reading.page import Page
from verifier.ui.reading.strokes import RELATION_ROLES, draw_tick
from verifier.ui.reading.text_view import TextView
from verifier.ui.reading.verdicts import Verdicts

GLYPH_GAP = 2.5
ENTRY_GAP = 4.0
EDGE = 6.0
TEXT_GAP = 1.0
TICK = 7.0
TICK_GAP = 2.0
MOST_TICKS = 3
MANY = 40
"""So many changed sentences are more than the view shows: the whole margin is painted anew."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The sentences that begin in one line of the text."""

    line: Line
    sentences: tuple[Sentence, ...]


class Margin(Beside):
    """Painted for the rows in sight alone."""

    pressed_on = Signal(str)
    """The mouse was pressed beside the line of this sentence id."""
    link_picked = Signal(str)

    def __init__(self, view: TextView, theme: Theme, translator: Translator, parent: QWidget) -> None:
        super().__init__(view, theme, translator, parent)
        self._current: str | None = None
        self._metrics = QFontMetricsF(self.font())
        self._ticks: list[tuple[QRectF, str]] = []
        self.setAccessibleName(translator.gettext("Sentence numbers and labels"))
        view.moved.connect(self.update)

    def show_page(self, page: Page, verdicts: Verdicts, font: QFont) -> None:
        """Show the numbers of another page, in this font."""
        self._page, self._verdicts = page, verdicts
        self.setFont(font)
        self._metrics = QFontMetricsF(font)
        self.update()

    def set_current(self, sentence_id: str | None) -> None:
        """Show the number of this sentence in ink."""
        if sentence_id != self._current:
            self._current = sentence_id
            self.update()

    def needed_width(self) -> float:
        """The width in pixels that two of the longest numbers with their glyphs need side by side."""
        longest = max((len(row.number) for row in self._page.account), default=1) if self._page else 1
        return 2 * self._entry_width("0" * max(longest, 2)) + ENTRY_GAP + TEXT_GAP + EDGE

    def _entry_width(self, number: str) -> float:
        return self._metrics.horizontalAdvance(number) + GLYPH_GAP + self._glyph_size()

    def _glyph_size(self) -> float:
        return round(self._metrics.height() * 0.76)

    def refresh(self, sentences: Sequence[Sentence]) -> None:
        """Paint the lines anew in which these sentences begin; all where they are many."""
        if self._page is None or len(sentences) > MANY:
            self.update()
            return
        for sentence in sentences:
            for rect in span_rects(self._view, *self._page.places_of(sentence.start, sentence.start + 1)):
                self.update(0, int(rect.top()) - 2, self.width(), int(rect.height()) + 8)

    def _left(self, left: float, width: float) -> float:
        """Where something begins that would begin at ``left`` beside a text that runs from the left."""
        mirrored = self._page is not None and self._page.from_the_right
        return self.width() - left - width if mirrored else left

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint numbers, glyphs and ticks of the lines in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        area = event.rect()
        self._ticks = [tick for tick in self._ticks if not tick[0].intersects(QRectF(area))]
        for entry in self._entries(area.top(), area.bottom()):
            self._paint_entry(painter, entry)
        painter.end()

    def _entries(self, top: float, bottom: float) -> list[Entry]:
        """The lines between two heights of the viewport in which sentences begin."""
        entries: list[Entry] = []
        if self._page is None:
            return entries
        for block, rect in rows_in_sight(self._view):
            if rect.bottom() < top or rect.top() > bottom:
                continue
            for sentence in self._page.sentences_of_row(block.blockNumber()):
                line = line_at(block, rect, self._page.place_of(sentence.start))
                if (
                    line is None
                    or not sentence.number
                    or line.rect.bottom() < top
                    or line.rect.top() > bottom
                ):
                    continue
                if entries and entries[-1].line.baseline == line.baseline:
                    entries[-1] = Entry(line, (*entries[-1].sentences, sentence))
                else:
                    entries.append(Entry(line, (sentence,)))
        return entries

    def _paint_entry(self, painter: QPainter, entry: Entry) -> None:
        right = self.width() - TEXT_GAP
        widths = [self._entry_width(sentence.number) + ENTRY_GAP for sentence in entry.sentences]
        if sum(widths) - ENTRY_GAP > right:
            self._paint_range(painter, entry, right)
            return
        for sentence, width in zip(reversed(entry.sentences), reversed(widths), strict=True):
            self._paint_sentence(painter, entry.line, sentence, right)
            right -= width

    def _paint_range(self, painter: QPainter, entry: Entry, right: float) -> None:
        """Paint "18–21" where more sentences begin in a line than there is room for, with the current one's glyph, else
        the gravest.
        """
        verdicts = self._verdicts
        assert verdicts is not None
        gravest = max(entry.sentences, key=lambda found: GRAVITY.index(verdicts.of(found).label))
        shown = next((found for found in entry.sentences if found.id == self._current), gravest)
        self._paint_sign(painter, entry.line, shown, right)
        numbers = f"{entry.sentences[0].number}–{entry.sentences[-1].number}"
        self._paint_number(painter, entry.line, numbers, right, is_current=shown.id == self._current)
        links = [link for found in entry.sentences for link in verdicts.of(found).links]
        self._paint_ticks(painter, entry.line, links, right - self._entry_width(numbers))

    def _paint_sentence(self, painter: QPainter, line: Line, sentence: Sentence, right: float) -> None:
        """Paint number, glyph and ticks so that they end at ``right``."""
        assert self._verdicts is not None
        self._paint_sign(painter, line, sentence, right)
        self._paint_number(painter, line, sentence.number, right, is_current=sentence.id == self._current)
        start = right - self._entry_width(sentence.number)
        self._paint_ticks(painter, line, self._verdicts.of(sentence).links, start)

    def _paint_sign(self, painter: QPainter, line: Line, sentence: Sentence, right: float) -> None:
        assert self._verdicts is not None
        verdict = self._verdicts.of(sentence)
        size = self._glyph_size()
        middle = line.baseline - self._metrics.capHeight() / 2
        if verdict.label is not None:
            box = QRectF(self._left(right - size, size), middle - size / 2, size, size)
            colour = self._theme.colour(f"label.{verdict.label}.line")
            draw_glyph(painter, box, verdict.label, colour, hollow=verdict.hollow)

    def _paint_number(
        self, painter: QPainter, line: Line, number: str, right: float, *, is_current: bool
    ) -> None:
        painter.setPen(self._theme.colour("accent" if is_current else "quiet"))
        width = self._metrics.horizontalAdvance(number)
        left = self._left(right - self._entry_width(number), width)
        painter.drawText(QPointF(left, line.baseline), number)

    def _paint_ticks(self, painter: QPainter, line: Line, links: Sequence[Link], start: float) -> None:
        """Paint a short line for each link under number and glyph, the rest of many left out."""
        room = round((self.width() - TEXT_GAP - start + TICK_GAP) // (TICK + TICK_GAP))
        for number, link in enumerate(links[: max(1, min(MOST_TICKS, room))]):
            left = self._left(start + number * (TICK + TICK_GAP), TICK)
            box = QRectF(left, line.baseline + 3.5, TICK, 4)
            draw_tick(painter, box, link.relation, self._theme.colour(RELATION_ROLES[link.relation]))
            self._ticks.append((box, link.id))

    # -- mouse -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tick picks its link, anything else the sentence of the line."""
        for box, link_id in self._ticks:
            if box.adjusted(-1, -2, 1, 3).contains(event.position()):
                self.link_picked.emit(link_id)
                return
        sentences = self.spoken_of(event.position())
        if sentences:
            self.pressed_on.emit(sentences[-1].id)

    def spoken_of(self, position: QPointF) -> tuple[Sentence, ...]:
        """The sentences that begin in the line at a position."""
        entries = self._entries(position.y(), position.y())
        return entries[0].sentences if entries else ()


def quiet_font(points: float) -> QFont:
    """The interface font at a size in points, for numbers beside text."""
    font = QFont()
    font.setPointSizeF(points)
    return font
