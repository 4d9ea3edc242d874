"""The cases one worked on last, on the first page: one line each; those whose file is gone can be forgotten."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.look.elided import ElidedLabel
from verifier.ui.look.style import smaller, words
from verifier.ui.settings import Settings

_MOST = 5
"""How many there is room for; the others are in the list of the Case menu."""


class Recents(QWidget):
    """Follows the preferences; not there at all while no case was opened yet."""

    chosen = Signal(Path)
    """The user wants this case."""

    def __init__(self, settings: Settings, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._translator = settings, translator
        self._known: tuple[str, ...] = ()
        self._shown: list[tuple[Path, bool]] = []
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(words(translator.gettext("Recent cases"), "heading", parent=self))
        self._lines: list[QWidget] = []
        settings.changed.connect(self._follow)
        self.refresh()

    def _follow(self) -> None:
        """Look at the files again only where the list is another one: a disk far away may take its time."""
        if self._settings.all.recents != self._known:
            self.refresh()

    def refresh(self) -> None:
        """Show the cases there are, and which of them are gone."""
        self._known = self._settings.all.recents
        paths = [Path(name) for name in self._settings.all.recents[:_MOST]]
        wanted = [(path, path.exists()) for path in paths]
        self.setVisible(bool(wanted))
        if wanted == self._shown:
            return
        self._shown = wanted
        self.buttons = []
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(path) if there else self._gone(path) for path, there in wanted]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, path: Path) -> QWidget:
        line = QWidget(self)
        row = _row(line)
        button = QPushButton(_safe(path.stem), line)
        button.setAccessibleName(f"{path.stem}, {path.parent}")
        button.setProperty("look", "quiet")
        button.setAutoDefault(True)  # so that Enter presses it
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(str(path).replace("<", "‹"))
        button.clicked.connect(partial(self._choose, path))
        self.buttons.append(button)
        row.addWidget(button)
        row.addWidget(_folder(path, line), 1)
        return line

    def _gone(self, path: Path) -> QWidget:
        line = QWidget(self)
        row = _row(line)
        name = words(path.stem, parent=line)
        name.setEnabled(False)
        name.setContentsMargins(8, 3, 8, 3)
        name.setToolTip(str(path).replace("<", "‹"))
        row.addWidget(name)
        text = self._translator.gettext
        row.addWidget(_folder(path, line, text("not there any more")), 1)
        button = QPushButton(text("Forget"), line)
        button.setAccessibleName(text("Forget {name}").format(name=path.stem))
        button.setProperty("look", "quiet")
        button.setAutoDefault(True)
        button.clicked.connect(partial(self._forget, path))
        self.buttons.append(button)
        row.addWidget(button)
        return line

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self.chosen.emit(path)

    def _forget(self, path: Path, _checked: bool = False) -> None:
        self._settings.forget(path)


def _row(line: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    return row


def _safe(name: str) -> str:
    return name.replace("&", "&&")


def _folder(path: Path, parent: QWidget, instead: str = "") -> ElidedLabel:
    label = ElidedLabel("quiet", parent)
    label.setFont(smaller(label.font()))
    label.show_words(instead or str(path.parent))
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label
