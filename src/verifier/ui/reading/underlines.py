"""The underlines of the labels, drawn over the text: strong enough to tell them apart without colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap
from PySide6.QtWidgets import QTextEdit

from verifier.domain.articles import Sentence
from verifier.domain.kinds import Label
from verifier.domain.queries import trimmed
from verifier.ui.reading.geometry import rows_in_sight, span_lines
from verifier.ui.reading.page import Page
from verifier.ui.reading.verdicts import Verdicts, stretches
from verifier.ui.theme import Theme

DROP = 2.6
"""Pixels from the base line to the top of an underline."""

THICKNESS = 2.0
_DASH, _DASH_GAP = 4.5, 2.5
_DOT = 4.0


def underline_brush(label: Label, colour: QColor, ratio: float) -> QBrush | None:
    """The ground of a line under the words of a label: solid, dashes or dots; None for labels without one.

    Dashes and dots are tiles, at the device's pixel ratio: a pen with dashes takes ten times as long.
    """
    if label is Label.DISPUTED:
        return QBrush(colour)
    if label is Label.UNCONFIRMED:
        return _tile(
            _DASH + _DASH_GAP, ratio, lambda painter: painter.fillRect(QRectF(0, 0, _DASH, 9), colour)
        )
    if label is Label.OPINION:
        return _tile(_DOT, ratio, lambda painter: _dot(painter, colour))
    return None


def _dot(painter: QPainter, colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(_DOT / 2 - 1, 0, THICKNESS, THICKNESS))


def _tile(width: float, ratio: float, draw: Callable[[QPainter], None]) -> QBrush:
    pixmap = QPixmap(round(width * ratio), round(THICKNESS * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw(painter)
    painter.end()
    return QBrush(pixmap)


class Underliner:
    """Draws the underlines of the rows in sight."""

    def __init__(self, view: QTextEdit, page: Page, text: str, verdicts: Verdicts, theme: Theme) -> None:
        self._view = view
        self._page = page
        self._text = text
        self._verdicts = verdicts
        ratio = view.devicePixelRatioF()
        self._brushes = {
            label: underline_brush(label, theme.colour(f"label.{label}.line"), ratio) for label in Label
        }

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draw what lies in an area of the viewport."""
        for block, rect in rows_in_sight(self._view):
            if rect.bottom() < area.top() or rect.top() > area.bottom() + 8:
                continue
            row = self._page.rows[block.blockNumber()]
            if row.paragraph is None:
                continue
            for sentence in self._page.sentences_in(row.start, row.end):
                self._paint_sentence(painter, sentence, row.start, row.end)

    def _paint_sentence(self, painter: QPainter, sentence: Sentence, start: int, end: int) -> None:
        first, last = trimmed(self._text, max(sentence.start, start), min(sentence.end, end))
        for begin, finish, label in stretches(self._verdicts.of(sentence), first, last):
            brush = self._brushes[label]
            if brush is None:
                continue
            for line in span_lines(self._view, *self._page.places_of(begin, finish)):
                top = round(line.baseline + DROP)
                painter.setBrushOrigin(QPointF(line.rect.left(), top))
                painter.fillRect(QRectF(line.rect.left(), top, line.rect.width(), THICKNESS), brush)
