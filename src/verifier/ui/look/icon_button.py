"""A small button that is an icon alone, in the colours of the palette: closing, turning, opening and folding."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from verifier.ui.look.icons import GRID, draw_icon
from verifier.ui.pressing import PressedButton

SIDE = 24
"""The side of the button, in pixels."""


class IconButton(PressedButton):
    """Draws its icon quiet, and in ink under the mouse; ``name`` is what it is called by those who listen."""

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_icon(self, icon: str) -> None:
        """Show another icon from now on."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: a small square."""
        return QSize(SIDE, SIDE)

    def minimumSizeHint(self) -> QSize:
        """Qt: as wished."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the icon, and a ground beneath it while the mouse or the keyboard is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(palette.link().color(), 1.2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        lively = self.isEnabled() and (self.underMouse() or self.hasFocus() or self.isChecked())
        role = QPalette.ColorRole.WindowText if lively else QPalette.ColorRole.PlaceholderText
        box = QRectF((self.width() - GRID) / 2, (self.height() - GRID) / 2, GRID, GRID)
        painter.setOpacity(1 if self.isEnabled() else 0.45)
        draw_icon(painter, self._icon, box, palette.color(role))
        painter.end()
