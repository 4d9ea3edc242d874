"""Dialogs beside the text: the text stays usable while one is open, so each says which place it is for."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from verifier.i18n import Translator
from verifier.ui.dialogs.form import FormDialog
from verifier.ui.look.style import words
from verifier.ui.phrases import shortened

_QUOTED = 140
"""Code points of the place’s words a dialog shows."""

_MARGIN = 16
"""Pixels between the dialog and the edge of the window."""


class BesideDialog(FormDialog):
    """A form for one place. It closes only when what is written in it is in the case, or the user gives it up."""

    def __init__(
        self, title: str, do: str, quoted: str, translator: Translator, parent: QWidget, *, width: int = 520
    ) -> None:
        super().__init__(title, do, translator, parent, blocks=False)
        self.setMinimumWidth(min(width, 460))
        self._wide = width
        layout = self.layout()
        assert layout is not None
        self.told = words("", "grave", wrap=True, parent=self)
        self.told.hide()
        if quoted:
            self.form.addRow(words(f"“{shortened(quoted, _QUOTED)}”", "italic", wrap=True, parent=self))
        layout.removeWidget(self._box)
        layout.addWidget(self.told)
        layout.addWidget(self._box)

    @abstractmethod
    def is_begun(self) -> bool:
        """Whether there is anything in it that would be lost."""

    @abstractmethod
    def write(self) -> bool:
        """Write it into the case; False where that was refused, and the reason is said."""

    def say(self, text: str) -> None:
        """Say beneath the form why it is not written; "" for nothing."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        if text and self.isVisible():
            self.fit()

    def accept(self) -> None:
        """Qt: close once it is written."""
        if self.do_button.isEnabled() and self.write():
            super().accept()

    def put_away(self) -> None:
        """The case is left: what is written becomes a step now."""
        if self.is_begun() and self.do_button.isEnabled():
            self.write()
        self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+Enter accepts, wherever the keyboard is."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: be as high as the form asks for."""
        if not event.spontaneous():
            self.resize(self._wide, 10)
            self.fit()
            self._keep_clear()
        super().showEvent(event)

    def _keep_clear(self) -> None:
        """Stand at the side of the window where the text that has the keyboard is not."""
        window = self.parentWidget()
        if window is None:
            return
        frame = window.frameGeometry()
        text = window.focusWidget()
        middle = text.mapTo(window, text.rect().center()).x() if text is not None else 0
        left = frame.left() + _MARGIN
        right = frame.right() - self.width() - _MARGIN
        screen = self.screen().availableGeometry()
        x = left if middle > window.width() // 2 else right
        y = frame.bottom() - self.height() - 3 * _MARGIN
        self.move(
            max(screen.left(), min(x, screen.right() - self.width())),
            max(screen.top() + _MARGIN, min(y, screen.bottom() - self.height())),
        )

    def fit(self) -> None:
        """Be at least as high as what is in it asks for, and never higher than the screen."""
        area = self.findChild(QScrollArea)
        body = area.widget() if area is not None else None
        layout = self.layout()
        if area is None or body is None or layout is None:
            return
        layout.activate()
        around = layout.sizeHint().height() - area.sizeHint().height()
        inside = self.width() - 60
        wanted = body.heightForWidth(inside) if body.hasHeightForWidth() else body.sizeHint().height()
        most = self.screen().availableGeometry().height() - 48
        self.resize(self.width(), max(self.height(), min(wanted + around + 8, most)))
