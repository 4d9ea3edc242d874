"""Where places of a document are on the screen, and bringing them into sight. Heights are pixels of the column."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QTextEdit, QWidget

from verifier.ui.reading.geometry import span_rects

AIR = 90.0
"""Pixels of text that stay in sight around what is scrolled to, where there is room."""


class Scroller:
    """Scrolls the text of one column."""

    def __init__(self, view: QTextEdit, column: QWidget) -> None:
        self._view = view
        self._column = column

    def reach(self, first: int, last: int) -> tuple[float, float]:
        """The top and bottom of what is between two places of the document."""
        bounds = QRectF()
        for rect in span_rects(self._view, first, last):
            bounds = bounds.united(rect)
        top = self._top()
        return bounds.top() + top, bounds.bottom() + top

    def sight(self) -> tuple[float, float]:
        """The top and bottom of the visible text."""
        top = float(self._top())
        return top, top + self._view.viewport().height()

    def show(self, top: float, bottom: float) -> None:
        """Scroll as little as needed to have a stretch in sight, and some text around it."""
        start, end = self.sight()
        air = min((end - start) * 0.14, AIR)
        if bottom + air > end:
            self.by(min(bottom + air - end, top - air - start))
        elif top - air < start:
            self.by(top - air - start)

    def centre(self, top: float, bottom: float) -> None:
        """Scroll a stretch into the middle."""
        start, end = self.sight()
        self.by((top + bottom) / 2 - (start + end) / 2)

    def is_at_top(self) -> bool:
        """Whether the beginning of the text is in sight."""
        return self._view.verticalScrollBar().value() == 0

    def by(self, pixels: float) -> None:
        """Scroll so many pixels down."""
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def _top(self) -> int:
        return self._view.viewport().mapTo(self._column, QPoint(0, 0)).y()
