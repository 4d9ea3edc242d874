"""Keeps the last lines of what lies beneath the message bar in sight: each part ends where the bar begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

_LEAST = 110
"""Pixels: a part that would be lower than this is covered all the same, since nothing could be read in it."""


class Foot(QObject):
    """Gives parts a margin at their foot while something stands over it; nothing above the margin moves."""

    def __init__(self, parts: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self.parts = tuple(parts)
        self._covered = QRect()
        for part in self.parts:
            part.installEventFilter(self)

    def keep_free(self, covered: QRect) -> None:
        """Keep this rectangle, in pixels of the screen, free from now on; an empty one, nothing."""
        self._covered = covered
        for part in self.parts:
            self._settle(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a part is another size, or in sight now."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and isinstance(watched, QWidget):
            self._settle(watched)
        return super().eventFilter(watched, event)

    def _settle(self, part: QWidget) -> None:
        place = QRect(part.mapToGlobal(QPoint(0, 0)), part.size())
        free = place.bottom() + 1 - self._covered.top() if place.intersects(self._covered) else 0
        if part.height() - free < _LEAST:
            free = 0
        if part.contentsMargins().bottom() != free:
            part.setContentsMargins(0, 0, 0, free)
