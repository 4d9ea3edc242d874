"""Buttons that show a label's glyph in its colour: on the toolbar with its key, in the inspector with its word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from verifier.domain.kinds import Label
from verifier.ui.look.icons import ACTION_ICONS, GRID, draw_icon
from verifier.ui.look.style import smaller
from verifier.ui.look.theme import Theme
from verifier.ui.pressing import pressed_by_enter
from verifier.ui.reading.glyphs import draw_glyph


class ActionButton(QAbstractButton):
    """A button that does an action: enabled as it is, told by its tool tip, reachable by Tab."""

    def __init__(self, action: QAction, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(action.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda _checked: action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: be pressed by Enter too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())

    @property
    def action_id(self) -> str:
        """The id of the action this button does."""
        return self._action.objectName()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()

    def _colour(self, role: str) -> QColor:
        colour = self._theme.colour(role)
        if not self.isEnabled():
            colour.setAlphaF(0.45)
        return colour

    def _draw_back(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setBrush(self._theme.colour("selected"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


SIGN = 11
"""The side of a label's glyph on a button, in pixels."""


class ToolButton(ActionButton):
    """A word on the toolbar with its icon, a label's in its colour with its glyph, and the key beside it in quiet."""

    def __init__(
        self,
        action: QAction,
        theme: Theme,
        text: str,
        key: str,
        label: Label | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(action, theme, text, parent)
        self._key = key
        self._label = label
        self._icon = ACTION_ICONS.get(self.action_id, "")
        self._brief = False

    def set_brief(self, brief: bool) -> None:
        """Show the glyph or icon without its word, where room is scarce."""
        self._brief = brief
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key beside the word, or none."""
        self._key = key
        self.updateGeometry()
        self.update()

    @property
    def is_label(self) -> bool:
        """Whether this gives a label."""
        return self._label is not None

    def _sign(self) -> int:
        """Pixels the glyph or icon takes."""
        return SIGN if self._label is not None else GRID if self._icon else 0

    def _words(self) -> str:
        return "" if self._brief and self._sign() else self.text()

    def sizeHint(self) -> QSize:
        """Qt: room for the sign, the word and the key."""
        metrics = self.fontMetrics()
        parts = [self._sign(), metrics.horizontalAdvance(self._words()), metrics.horizontalAdvance(self._key)]
        shown = [part for part in parts if part]
        return QSize(sum(shown) + 6 * (len(shown) - 1) + 14, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        """Qt: never less than it needs."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the sign, the word and the key."""
        painter = QPainter(self)
        self._draw_back(painter)
        is_plain = self._label in (None, Label.NO_CLAIM)
        colour = self._colour("ink" if is_plain else f"label.{self._label}.line")
        rect = self.rect().adjusted(7, 0, -7, 0)
        self._draw_sign(painter, rect, colour)
        if self._sign():
            rect.setLeft(rect.left() + self._sign() + 6)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour)
        painter.drawText(rect, centre, self._words())
        painter.setPen(self._colour("quiet"))
        painter.setFont(smaller(self.font(), 0.85))
        painter.drawText(rect, centre | Qt.AlignmentFlag.AlignRight, self._key)
        painter.end()

    def _draw_sign(self, painter: QPainter, rect: QRect, colour: QColor) -> None:
        side = self._sign()
        box = QRectF(rect.left(), (self.height() - side) / 2, side, side)
        if self._label is not None:
            draw_glyph(painter, box, self._label, colour)
        elif self._icon:
            draw_icon(painter, self._icon, box, self._colour("quiet"))


class LabelButton(ActionButton):
    """A label in the inspector: its glyph, filled and with its word where it is the label of the place."""

    def __init__(
        self, action: QAction, theme: Theme, text: str, label: Label, parent: QWidget | None = None
    ) -> None:
        super().__init__(action, theme, text, parent)
        self._label = label
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt: wider for the label that is set, for its word."""
        metrics = self.fontMetrics()
        width = max(30, metrics.horizontalAdvance(self.text()) + 14) if self.isChecked() else 30
        return QSize(width, metrics.height() * 2 + 12)

    def minimumSizeHint(self) -> QSize:
        """Qt: room for the glyph, and for the word where it is set."""
        wished = self.sizeHint()
        return wished if self.isChecked() else QSize(24, wished.height())

    def nextCheckState(self) -> None:
        """Qt: a press does not check it; the mark it makes does, once it is made."""

    def set_current(self, current: bool) -> None:
        """Show this as the label of the place, or not."""
        self.setChecked(current)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the glyph, and the word where it is set."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._colour(f"label.{self._label}.line")
        edge = self._theme.colour("accent") if self.hasFocus() else self._theme.colour("hairline")
        painter.setPen(
            QPen(line if self.isChecked() else edge, 1.6 if self.isChecked() or self.hasFocus() else 1)
        )
        painter.setBrush(self._theme.colour(f"label.{self._label}.fill" if self.isChecked() else "paper"))
        if self.underMouse() and not self.isChecked() and self.isEnabled():
            painter.setBrush(self._theme.colour("selected"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(line if self.isChecked() else self._colour("ink"))
        self._draw_words(painter)
        painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        colour, side = painter.pen().color(), SIGN + 1
        half = self.height() // 2
        middle = half if not self.isChecked() else half // 2 + 3
        draw_glyph(
            painter, QRectF((self.width() - side) / 2, middle - side / 2, side, side), self._label, colour
        )
        if self.isChecked():
            bold = self.font()
            bold.setBold(True)
            painter.setPen(colour)
            painter.setFont(smaller(bold, 0.92))
            word = QRect(0, half - 3, self.width(), half)
            painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.text())
