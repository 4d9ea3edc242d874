"""The underlines of the labels, drawn over the text: strong enough to tell them apart without colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from verifier.domain.articles import Sentence
from verifier.domain.kinds import Label
from verifier.domain.queries import trimmed
from verifier.ui.look.theme import Theme
from verifier.ui.reading.geometry import Line, rows_in_sight, span_lines
from verifier.ui.reading.page import Page
from verifier.ui.reading.selection import point_near
from verifier.ui.reading.text_view import TextView
from verifier.ui.reading.verdicts import Layer, Verdicts, layers, stretches, uncovered

FILLED = frozenset({Label.VERIFIED, Label.DISPUTED, Label.UNCONFIRMED})
"""The labels that fill the ground behind their words."""

DROP = 2.6
"""Pixels from the base line to the top of an underline."""

THICKNESS = 2.0
THIN = 1.0
"""Pixels; the line of a part whose label has none of its own, where parts overlap."""

STEP = 3.4
"""Pixels from one underline to the next below it."""

CORNER, FOOT = 7.0, 4.0
"""Pixels; the height and breadth of the corner at the end of a part."""

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
    """Draws the underlines of the rows in sight. A part of a sentence has small corners at its ends, and parts that
    overlap have their lines under each other, the inner one below.
    """

    def __init__(self, view: TextView, page: Page, text: str, verdicts: Verdicts, theme: Theme) -> None:
        self._view = view
        self._page = page
        self._text = text
        self._verdicts = verdicts
        self._theme = theme
        ratio = view.devicePixelRatioF()
        self._colours: dict[Label | None, QColor] = {
            label: theme.colour(f"label.{label}.line") for label in Label
        }
        self._colours[None] = theme.colour("quiet")
        self._brushes = {label: underline_brush(label, self._colours[label], ratio) for label in Label}

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draw what lies in an area of the viewport."""
        for block, rect in rows_in_sight(self._view):
            if rect.bottom() < area.top() or rect.top() > area.bottom() + 8:
                continue
            row = self._page.rows[block.blockNumber()]
            if row.paragraph is None:
                continue
            self._paint_fills(painter, row.start, row.end)
            mirrored = block.textDirection() is Qt.LayoutDirection.RightToLeft
            for sentence in self._page.sentences_in(row.start, row.end):
                self._paint_sentence(painter, sentence, row.start, row.end, mirrored=mirrored)

    def _paint_fills(self, painter: QPainter, start: int, end: int) -> None:
        """Bring back the grounds of labels under selected words, which Qt leaves out there."""
        if not self._view.marking.has_words():
            return
        places = self._view.marking.places()
        first, last = point_near(self._page, places[0]), self._page.end_near(places[1])
        first, last = max(first, start), min(last, end)
        mode = QPainter.CompositionMode
        painter.setCompositionMode(
            mode.CompositionMode_Lighten if self._theme.dark else mode.CompositionMode_Darken
        )
        for sentence in self._page.sentences_in(first, last) if first < last else ():
            begin, finish = trimmed(self._text, max(sentence.start, first), min(sentence.end, last))
            for a, b, label in stretches(self._verdicts.of(sentence), begin, finish):
                if label in FILLED:
                    for line in self._lines(a, b):
                        painter.fillRect(line.natural, self._theme.colour(f"label.{label}.fill"))
        painter.setCompositionMode(mode.CompositionMode_SourceOver)

    def _paint_sentence(
        self, painter: QPainter, sentence: Sentence, start: int, end: int, *, mirrored: bool
    ) -> None:
        """Draw what of a sentence lies in a row of the page: its own line where no part is, then those of its parts."""
        verdict = self._verdicts.of(sentence)
        first, last = trimmed(self._text, max(sentence.start, start), min(sentence.end, end))
        own = self._brushes[verdict.own] if verdict.own is not None else None
        if own is not None:
            for begin, finish in uncovered(verdict, first, last):
                self._paint_line(painter, self._lines(begin, finish), own, 0)
        for layer in layers(verdict):
            begin, finish = trimmed(self._text, max(layer.start, start), min(layer.end, end))
            if begin < finish:
                ends = layer.start >= start, layer.end <= end
                self._paint_layer(painter, layer, self._lines(begin, finish), ends, mirrored=mirrored)

    def _lines(self, start: int, end: int) -> list[Line]:
        return span_lines(self._view, *self._page.places_of(start, end))

    def _paint_line(self, painter: QPainter, lines: list[Line], brush: QBrush, depth: int) -> None:
        for line in lines:
            top = round(line.baseline + DROP + depth * STEP)
            painter.setBrushOrigin(QPointF(line.rect.left(), top))
            painter.fillRect(QRectF(line.rect.left(), top, line.rect.width(), THICKNESS), brush)

    def _paint_layer(
        self, painter: QPainter, layer: Layer, lines: list[Line], ends: tuple[bool, bool], *, mirrored: bool
    ) -> None:
        """Draw a part's line, which a label without one has only where parts overlap, and the corners at its ends."""
        brush = self._brushes[layer.label] if layer.label is not None else None
        colour = self._colours[layer.label]
        if brush is not None:
            self._paint_line(painter, lines, brush, layer.depth)
        elif layer.crowded or layer.label is None:
            for line in lines:
                top = round(line.baseline + DROP + layer.depth * STEP)
                painter.fillRect(QRectF(line.rect.left(), top, line.rect.width(), THIN), colour)
        if lines and ends[0]:
            self._paint_corner(painter, lines[0], colour, layer.depth, at_left=not mirrored)
        if lines and ends[1]:
            self._paint_corner(painter, lines[-1], colour, layer.depth, at_left=mirrored)

    def _paint_corner(
        self, painter: QPainter, line: Line, colour: QColor, depth: int, *, at_left: bool
    ) -> None:
        bottom = round(line.baseline + DROP + depth * STEP) + THICKNESS
        x = line.rect.left() if at_left else line.rect.right()
        painter.fillRect(QRectF(x - 0.75, bottom - CORNER, 1.5, CORNER), colour)
        foot = QRectF(x if at_left else x - FOOT, bottom - 1.5, FOOT, 1.5)
        painter.fillRect(foot, colour)
