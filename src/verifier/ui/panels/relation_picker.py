"""The relation picker: five relations, 1 to 5, beside the sentence; the text behind stays as it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from verifier.domain.kinds import Relation
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.keys.positions import digit_at
from verifier.ui.reading.announcing import announce
from verifier.ui.style import words


class RelationPicker(QFrame):
    """A small frame inside the window, so that no window manager has a say in who gets the keys."""

    chosen = Signal(object)
    """The ``Relation`` chosen."""
    closed = Signal()
    """It went away, with or without a choice."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
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
        for number, relation in enumerate(Relation, 1):
            button = QPushButton(f"{number}   {name_of('relation', relation, translator)}", self)
            button.setProperty("look", "quiet")
            button.clicked.connect(partial(self._choose, relation))
            self.buttons.append(button)
            column.addWidget(button)
        column.addWidget(words(translator.gettext("Esc: no link"), "quiet", parent=self))
        self.hide()

    def ask(self, question: str, near: QPoint) -> None:
        """Show the relations near a point of the parent, wholly inside it."""
        self.question.setText(question)
        self.setAccessibleName(question)
        self.adjustSize()
        room = self._home.size() - self.size()
        self.move(max(0, min(near.x(), room.width() - 8)), max(0, min(near.y(), room.height() - 8)))
        self.show()
        self.raise_()
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: digits choose, by character or by place; the arrows walk; Esc leaves."""
        index = event.key() - Qt.Key.Key_1
        if not 0 <= index < len(self.buttons):
            # a French layout types & é " in the number row
            index = (digit_at(event, QGuiApplication.platformName()) or 0) - 1
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_focused()
        elif 0 <= index < len(self.buttons):
            self.buttons[index].click()
        else:
            super().keyPressEvent(event)

    def _press_focused(self) -> None:
        for button in self.buttons:
            if button.hasFocus():
                button.click()
                return

    def _choose(self, relation: Relation, _checked: bool = False) -> None:
        self._close()
        self.chosen.emit(relation)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
