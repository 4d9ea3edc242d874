"""Putting columns in another order by dragging one by its head: a line shows where it will stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from verifier.ui.look.theme import Theme
from verifier.ui.reading.column import Column
from verifier.ui.reading.gap import WIDTH as GAP

LINE = 4
"""Pixels; how wide the line is."""


class Landing(QWidget):
    """The line at the place where a dragged column will stand. It never takes the mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._theme = theme

    def show_at(self, x: int, height: int) -> None:
        """Stand at so many pixels from the left, as high as the columns."""
        self.setGeometry(x - LINE // 2, 0, LINE, height)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("accent"))
        painter.end()


def landing_of(columns: list[Column], column: Column, x: int) -> tuple[int, int] | None:
    """Where a column dragged to ``x`` (pixels) will stand among all columns: its place, counted from 0, and where the
    line is that shows it. None where it stays where it is.
    """
    others = [one for one in columns if one is not column]
    left = [one for one in others if one.isVisible() and one.geometry().center().x() < x]
    place = others.index(left[-1]) + 1 if left else 0
    if place == columns.index(column):
        return None
    edge = left[-1].geometry().right() + GAP // 2 if left else LINE // 2
    return place, edge


def x_in(shelf: QWidget, position: QPoint) -> int:
    """How far right on a shelf a global position is, in pixels."""
    return shelf.mapFromGlobal(position).x()
