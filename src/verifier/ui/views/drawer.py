"""The drawer beneath the columns: one view at a time, its name above it, Esc closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTableView, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.control.sight import first_focus
from verifier.ui.look.icon_button import IconButton
from verifier.ui.look.style import words
from verifier.ui.reading.announcing import announce

Makers = dict[str, tuple[str, Callable[[QWidget], QWidget]]]
"""For each view its title and what makes it."""


class Drawer(QWidget):
    """Makes a view when it is first asked for."""

    closed = Signal()
    """The user closed it."""

    def __init__(self, makers: Makers, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._makers = makers
        self._made: dict[str, QWidget] = {}
        self.shown = ""
        self.title = words("", "title", parent=self)
        close = IconButton("close", translator.gettext("Close this view"), self)
        close.clicked.connect(self.close_view)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.hide()

    def knows(self, key: str) -> bool:
        """Whether there is a view of this name."""
        return key in self._makers

    def view(self, key: str) -> QWidget:
        """The view of this name."""
        if key not in self._made:
            title, make = self._makers[key]
            made = self._made[key] = make(self)
            for table in made.findChildren(QTableView):
                table.setAccessibleName(table.accessibleName() or title)
            self._stack.addWidget(made)
        return self._made[key]

    def show_view(self, key: str) -> None:
        """Show a view and give it the keyboard; "" closes the drawer."""
        if not key:
            self.close_view()
            return
        self.shown = key
        self.title.setText(self._makers[key][0])
        self._stack.setCurrentWidget(self.view(key))
        self.show()
        table = self.view(key).findChild(QTableView)
        target = table if table is not None and table.isVisible() else first_focus(self.view(key))
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.title.text())

    def show_filter(self) -> None:
        """Give the filters of the view in sight the keyboard; the Sentences are shown where none has any."""
        if not self.isVisible() or not hasattr(self.view(self.shown), "focus_filter"):
            self.show_view("sentences")
        focus = getattr(self.view(self.shown), "focus_filter", None)
        if focus is not None:
            focus()

    def close_view(self) -> None:
        """Show no view."""
        self.shown = ""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_view()
        else:
            super().keyPressEvent(event)
