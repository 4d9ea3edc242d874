"""The frames around stretches of a text: the current sentence, the other end, what is selected."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTextEdit

from verifier.ui.look.theme import Theme
from verifier.ui.reading.geometry import contour, line_places_at, span_rects

NEAR = 400
"""Pixels above and below what is in sight that a frame is worked out for."""


class Frame(Enum):
    """Why a stretch of text is framed: pen width in pixels, opacity, and whether its ground is tinted."""

    CURRENT = (2.0, 1.0, False)
    SELECTED = (2.0, 1.0, True)
    OTHER_END = (1.5, 0.75, False)
    RESTING = (1.0, 0.4, False)
    WORDS = (1.4, 0.9, True)


class Framing:
    """Draws the frames of one view. Places are UTF-16 units of its document."""

    def __init__(self, view: QTextEdit, theme: Theme) -> None:
        self._view, self.theme = view, theme
        self._frames: Mapping[Frame, tuple[int, int]] = {}

    def frames(self) -> Mapping[Frame, tuple[int, int]]:
        """What is framed now."""
        return self._frames

    def set_frames(self, frames: Mapping[Frame, tuple[int, int]]) -> None:
        """Frame these stretches, given by their first and last place, and no others."""
        if frames == self._frames:
            return
        touched = self._bounds()
        self._frames = dict(frames)
        self._view.viewport().update(touched.united(self._bounds()))

    def clear(self) -> None:
        """Frame nothing: another document is shown."""
        self._frames = {}

    def paint(self, painter: QPainter, words: tuple[int, int]) -> None:
        """Draw the frame of the words selected between two places, then all others."""
        if words[0] < words[1]:
            self._paint(painter, Frame.WORDS, *words)
        for frame, (first, last) in self._frames.items():
            self._paint(painter, frame, first, last)

    def _bounds(self) -> QRect:
        bounds = QRectF()
        for first, last in self._frames.values():
            for rect in self._rects_near(first, last):
                bounds = bounds.united(rect)
        return bounds.adjusted(-8, -4, 8, 4).toAlignedRect()

    def _rects_near(self, first: int, last: int) -> list[QRectF]:
        """The rectangles between two places, as far as they are near to what is in sight: a frame may be long."""
        height = self._view.viewport().height()
        near = line_places_at(self._view, -NEAR)[0], line_places_at(self._view, height + NEAR)[1]
        return span_rects(self._view, max(first, near[0]), min(last, near[1]))

    def _paint(self, painter: QPainter, frame: Frame, first: int, last: int) -> None:
        rects = [rect.adjusted(-3, 0, 3, 0) for rect in self._rects_near(first, last)]
        if not rects:
            return
        width, opacity, tinted = frame.value
        colour = self.theme.colour("accent")
        path = contour(rects)
        if tinted:
            colour.setAlphaF(0.12)
            painter.fillPath(path, colour)
        colour.setAlphaF(opacity)
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
