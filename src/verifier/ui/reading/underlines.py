"""The underlines of the labels, drawn over the text: strong enough to tell them apart without colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTextEdit

from verifier.domain.articles import Sentence
from verifier.domain.kinds import Label
from verifier.domain.queries import trimmed
from verifier.ui.reading.geometry import rows_in_sight, span_lines
from verifier.ui.reading.page import Page
from verifier.ui.reading.verdicts import Verdicts, stretches
from verifier.ui.theme import Theme

DROP = 3.5
"""Pixels from the base line to the middle of an underline."""


def underline_pen(label: Label, colour: QColor) -> QPen | None:
    """The line under the words of a label: solid, round dots, or dashes; None for labels without one."""
    pen = QPen(colour, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if label is Label.DISPUTED:
        return pen
    if label is Label.UNCONFIRMED:
        pen.setDashPattern([2.6, 1.8])
        return pen
    if label is Label.OPINION:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
        return pen
    return None


class Underliner:
    """Draws the underlines of the rows in sight."""

    def __init__(self, view: QTextEdit, page: Page, text: str, verdicts: Verdicts, theme: Theme) -> None:
        self._view = view
        self._page = page
        self._text = text
        self._verdicts = verdicts
        self._pens = {label: underline_pen(label, theme.colour(f"label.{label}.line")) for label in Label}

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draw what lies in an area of the viewport."""
        for block, rect in rows_in_sight(self._view):
            if rect.bottom() < area.top() or rect.top() > area.bottom() + 8:
                continue
            row = self._page.rows[block.blockNumber()]
            for sentence in self._page.sentences_in(row.start, row.end):
                self._paint_sentence(painter, sentence, row.start, row.end)

    def _paint_sentence(self, painter: QPainter, sentence: Sentence, start: int, end: int) -> None:
        first, last = trimmed(self._text, max(sentence.start, start), min(sentence.end, end))
        for begin, finish, label in stretches(self._verdicts.of(sentence), first, last):
            pen = self._pens[label]
            if pen is None:
                continue
            painter.setPen(pen)
            for line in span_lines(self._view, *self._page.places_of(begin, finish)):
                y = line.baseline + DROP
                painter.drawLine(QPointF(line.rect.left() + 0.8, y), QPointF(line.rect.right() - 0.8, y))
