"""Enter presses the button that has the keyboard, as Space does: who tabs to a button expects either."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QToolButton


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click the button if Enter was pressed, and say whether it was."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_KEYPAD:
        return False
    button.click()
    return True


class PressedButton(QToolButton):
    """A tool button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: be pressed by Enter."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
