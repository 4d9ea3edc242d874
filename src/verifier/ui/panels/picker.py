"""The picker: a few answers beside the sentence, by digit, letter or arrow; the text behind stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from verifier.ui.keys.positions import character_at
from verifier.ui.look.style import words
from verifier.ui.reading.announcing import announce

KEYS = "123456789ABCDEFGH"
"""What picks the answers, in their order."""

FOOT = 60
"""Pixels at the foot of the window that messages may lie over."""


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that stand under one another: what they have in common ("" for nothing), and each with its words."""

    title: str
    answers: Sequence[tuple[object, str]]


class Picker(QFrame):
    """A small frame inside the window, so that no window manager has a say in who gets the keys."""

    chosen = Signal(object)
    """The answer chosen."""
    closed = Signal()
    """It went away, with or without a choice."""

    def __init__(self, groups: Sequence[Group], hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self.setObjectName("overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(1)
        self.question = words("", "heading", wrap=False, parent=self)
        column.addWidget(self.question)
        self.buttons: list[QPushButton] = []
        self._answers: list[tuple[object, str]] = []
        self._former: QWidget | None = None
        side_by_side = QGridLayout()
        side_by_side.setHorizontalSpacing(18)
        side_by_side.setVerticalSpacing(1)
        column.addLayout(side_by_side)
        for place, group in enumerate(groups):
            self._add(group, side_by_side, place)
        column.addWidget(words(hint, "quiet", parent=self))
        self.hide()

    def _add(self, group: Group, grid: QGridLayout, place: int) -> None:
        """Add a group as a column of its own."""
        if group.title:
            title = words(group.title, "quiet", wrap=False, parent=self)
            title.setContentsMargins(8, 6, 0, 2)
            grid.addWidget(title, 0, place)
        for row, (answer, text) in enumerate(group.answers, 1):
            button = QPushButton(f"{KEYS[len(self.buttons)]}   {text}", self)
            button.setProperty("look", "quiet")
            button.clicked.connect(partial(self._choose, answer))
            self.buttons.append(button)
            self._answers.append((answer, text))
            grid.addWidget(button, row, place)

    def ask(self, question: str, near: QPoint, present: object = None, remark: str = "{answer}") -> None:
        """Show the answers near a point of the parent, wholly inside it. The one that holds at present has the
        focus, and the ``remark`` around its words.
        """
        self.question.setText(question)
        self.setAccessibleName(question)
        current = self.buttons[0]
        for key, button, (answer, text) in zip(KEYS, self.buttons, self._answers, strict=False):
            is_present = present is not None and answer == present
            button.setText(f"{key}   {remark.format(answer=text) if is_present else text}")
            current = button if is_present else current
        self._former = self.window().focusWidget()
        self._show_at(near)
        current.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, question)

    def _show_at(self, near: QPoint) -> None:
        """Show it wholly inside its parent, above where messages lie."""
        self.adjustSize()
        room = self._home.size() - self.size()
        self.move(max(0, min(near.x(), room.width() - 8)), max(0, min(near.y(), room.height() - FOOT)))
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: digits and letters choose, by character or by place; the arrows walk; Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_focused()
        elif (index := self._index(event)) is not None:
            self.buttons[index].click()
        else:
            super().keyPressEvent(event)

    def _index(self, event: QKeyEvent) -> int | None:
        """Which answer a key picks: a French layout types & é " in the number row, a Russian one Ф for A."""
        typed = chr(event.key()) if event.key() < 0x80 else ""
        known = KEYS[: len(self.buttons)]
        key = typed if typed and typed in known else character_at(event, QGuiApplication.platformName())
        return known.index(key) if key and key in known else None

    def _press_focused(self) -> None:
        for button in self.buttons:
            if button.hasFocus():
                button.click()
                return

    def _choose(self, answer: object, _checked: bool = False) -> None:
        self._close()
        self.chosen.emit(answer)

    def _close(self) -> None:
        """Go away, and give the keyboard back to what had it."""
        former, self._former = self._former, None
        self.hide()
        if former is not None and isValid(former) and former.isVisible():
            former.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
