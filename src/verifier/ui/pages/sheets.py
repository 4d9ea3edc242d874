"""The sheets of a report: every page with its running words, to be painted on paper, into a PDF or on the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QTextOption,
)

from verifier.reports.parts import Outline, Running
from verifier.ui.pages.cutting import Cut, cuts_of
from verifier.ui.pages.document import Chapter, Writer
from verifier.ui.pages.looks import SANS, Looks
from verifier.ui.pages.paper import FOOT_LINE, HEAD_LINE, UNIT, Sheet
from verifier.ui.pages.pen import shown

_STAMP_TOP, _STAMP_HEIGHT = 14.0, 16.0
"""Where the stamp stands: points from the upper edge, and its height."""
_RUNNING_SIZE: Final = 8.0

_CLOSENESS: Final = {"memo": (1, 2)}
"""How close a report is set, by template: closest only where it would have more pages than are ``_SHORT``."""

_SHORT: Final = 2
"""Pages of a memo."""


class Sheets:
    """All pages of an outline on a paper ("a4", "letter"). Needs a QGuiApplication."""

    def __init__(self, outline: Outline, paper: str) -> None:
        for close in _CLOSENESS.get(outline.template, (0,)):
            writer = Writer(outline, paper, close)
            writer.write()
            self._writer = writer  # the documents live as long as their pages
            self._cuts: list[Cut] = [cut for scroll in writer.scrolls for cut in cuts_of(scroll)]
            if len(self._cuts) <= _SHORT:
                break
        self._running = outline.running
        self._looks = Looks()
        self.chapters: tuple[Chapter, ...] = tuple(self._writer.chapters)

    def __len__(self) -> int:
        return len(self._cuts)

    def sheet(self, number: int) -> Sheet:
        """The paper of a page, counted from 0."""
        return self._cuts[number].scroll.sheet

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0. A unit of the painter is one of ``verifier.ui.pages.paper``."""
        cut = self._cuts[number]
        height = 0.0
        if cut.head is not None:
            self._paint_slice(painter, cut, cut.head, 0.0)
            height = cut.head[1] - cut.head[0]
        self._paint_slice(painter, cut, (cut.top, cut.bottom), height)
        self._paint_running(painter, number, cut.scroll.sheet)

    def _paint_slice(self, painter: QPainter, cut: Cut, span: tuple[float, float], at: float) -> None:
        """Paint what stands between two heights of a scroll, so far beneath the upper margin."""
        top, bottom = span
        painter.save()
        sheet = cut.scroll.sheet
        painter.translate(sheet.side * UNIT, sheet.head * UNIT + at - top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(-UNIT, top, cut.scroll.sheet.text_width * UNIT + 2 * UNIT, bottom - top)
        context.palette.setColor(QPalette.ColorRole.Text, self._looks.colour("ink"))
        painter.setClipRect(context.clip)
        cut.scroll.document.documentLayout().draw(painter, context)
        painter.restore()

    # -- running words -------------------------------------------------------------------------------------------

    def _paint_running(self, painter: QPainter, number: int, sheet: Sheet) -> None:
        running = self._running
        page = running.page.replace("{page}", str(number + 1)).replace("{pages}", str(len(self)))
        self._paint_line(painter, (running.title, running.status), HEAD_LINE, sheet)
        self._paint_line(painter, (running.program, page), sheet.height - FOOT_LINE, sheet)
        if running.stamp:
            self._paint_stamp(painter, running, sheet)

    def _paint_line(self, painter: QPainter, words: tuple[str, str], base: float, sheet: Sheet) -> None:
        """Words at the left, cut short where they would run into those at the right; ``base`` is in points."""
        left, right = (shown(word) for word in words)
        font = self._font()
        measure = QFontMetricsF(font, painter.device())
        width = measure.horizontalAdvance(right)
        painter.setFont(font)
        painter.setPen(self._looks.colour("quiet"))
        room = sheet.text_width * UNIT - width - 12 * UNIT
        told = measure.elidedText(left, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(sheet.side * UNIT, base * UNIT), told)
        painter.drawText(QPointF((sheet.width - sheet.side) * UNIT - width, base * UNIT), right)

    def _paint_stamp(self, painter: QPainter, running: Running, sheet: Sheet) -> None:
        colour: QColor = self._looks.line("disputed")
        font = self._font(bold=True)
        measure = QFontMetricsF(font, painter.device())
        width = measure.horizontalAdvance(running.stamp) + 12 * UNIT
        box = QRectF(sheet.width / 2 * UNIT - width / 2, _STAMP_TOP * UNIT, width, _STAMP_HEIGHT * UNIT)
        painter.setPen(QPen(colour, UNIT))
        painter.setFont(font)
        painter.drawRect(box)
        painter.drawText(box, running.stamp, QTextOption(Qt.AlignmentFlag.AlignCenter))

    def _font(self, *, bold: bool = False) -> QFont:
        font = QFont(SANS)
        font.setPixelSize(round(_RUNNING_SIZE * UNIT))
        font.setBold(bold)
        return font
