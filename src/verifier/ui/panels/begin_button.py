"""A way to begin, on the first page: icon, what it does with a line on when one wants it, and its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from verifier.ui.look.icons import GRID, draw_icon
from verifier.ui.look.style import smaller

_SIDE = 16
"""Pixels from the edges to what stands in the button."""


class BeginButton(QPushButton):
    """Does an action; drawn by itself, in the colours of the palette."""

    def __init__(self, action: QAction, icon: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._hint, self._key = icon, hint, ""
        self.setText(action.text())
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(hint)
        self.setToolTip(action.toolTip())
        self.setAutoDefault(True)  # so that Enter presses it
        self.clicked.connect(lambda _checked: action.trigger())

    def show_key(self, key: str) -> None:
        """Show another key at the right, or none."""
        self._key = key
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: two lines."""
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(self._hint))
        return QSize(widest + 2 * _SIDE + GRID + 14 + 90, metrics.height() * 2 + 16)

    def minimumSizeHint(self) -> QSize:
        """Qt: the words are elided where it is narrower."""
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the button as the style has it, then what it says."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        box = QRectF(_SIDE, (self.height() - GRID) / 2, GRID, GRID)
        draw_icon(painter, self._icon, box, self.palette().color(QPalette.ColorRole.Link))
        self._draw_words(painter, quiet)
        painter.end()

    def _draw_words(self, painter: QPainter, quiet: QColor) -> None:
        room = self.rect().adjusted(_SIDE + GRID + 14, 7, -_SIDE, -7)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        small = smaller(self.font(), 0.88)
        painter.setFont(small)
        painter.setPen(quiet)
        painter.drawText(room, right | Qt.AlignmentFlag.AlignVCenter, self._key)
        width = room.width() - (painter.fontMetrics().horizontalAdvance(self._key) + 12 if self._key else 0)
        hint = painter.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, left | Qt.AlignmentFlag.AlignBottom, hint)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, left | Qt.AlignmentFlag.AlignTop, words)
