"""The cases one worked on last, to be opened by keyboard; those that are gone can be forgotten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from verifier.i18n import Translator
from verifier.ui.dialogs.chooser import Chooser, Entry
from verifier.ui.settings import Settings


class RecentCases(Chooser):
    """Cases by name and folder, the last one first. Those whose file is gone are greyed, and Ctrl+Del forgets them."""

    def __init__(self, settings: Settings, translator: Translator, parent: QWidget) -> None:
        text = translator.gettext
        hint = text("↑ ↓ choose  ·  Enter opens it  ·  Ctrl+Del forgets those that are gone  ·  Esc closes")
        super().__init__(text("Open a recent case"), hint, parent)
        self.setObjectName("recent-cases")
        self._settings, self._translator = settings, translator
        settings.changed.connect(self._refill)
        self._refill()

    def _refill(self) -> None:
        self.fill([self._entry(Path(name)) for name in self._settings.all.recents])

    def _entry(self, path: Path) -> Entry:
        there = path.exists()
        right = "" if there else self._translator.gettext("not there any more")
        return Entry(str(path), path.stem, str(path.parent), right, ready=there)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Ctrl+Del forgets the cases that are gone."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Delete and control:
                self.forget_gone()
                return True
        return super().eventFilter(watched, event)

    def forget_gone(self) -> None:
        """Take the cases whose files are gone off the list."""
        there = tuple(name for name in self._settings.all.recents if Path(name).exists())
        self._settings.change(recents=there)
