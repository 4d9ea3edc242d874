"""The sheet of keys: every action with its keys in force, in the order of the menus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.dialogs.action_list import ActionList
from verifier.ui.dialogs.fitting import fit


class KeySheet(QDialog):
    """Stays open beside the work; what is typed narrows it."""

    change_asked = Signal(str)
    """The user wants other keys: the id of the action under the cursor, or ""."""

    def __init__(self, actions: ActionSet, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("key-sheet")
        text = translator.gettext
        self.setWindowTitle(text("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 700, 640)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(text("Find an action or a key"))
        self.field.setAccessibleName(text("Find an action or a key"))
        self.field.setClearButtonEnabled(True)
        self.list = ActionList(actions, translator, self)
        self.field.textChanged.connect(self.list.filter)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list)
        row = QHBoxLayout()
        self.change = QPushButton(text("Change keys…"), self)
        self.change.setAutoDefault(False)
        self.change.clicked.connect(lambda _checked: self.change_asked.emit(self.list.current()))
        close = QPushButton(text("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        row.addWidget(self.change)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: from the field, Down goes into the list; Esc closes."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
