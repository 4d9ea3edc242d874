"""The first page: what one can begin with, and the cases one worked on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.look.style import words
from verifier.ui.panels.begin_button import BeginButton
from verifier.ui.panels.recents import Recents
from verifier.ui.settings import Settings


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


_BEGINNINGS = {
    "case.sample": ("sample", _("Two invented articles, half done: finish them to see how it goes")),
    "case.new": ("new", _("Two or more accounts of one event, in any form: text, page, PDF, Word, mail …")),
    "case.paste": ("paste", _("Words copied in a browser or an editor")),
    "case.web": ("web", _("Fetch a page by its address")),
    "case.open": ("open", _("Go on with one that is on this computer")),
}
"""The actions one begins with; for each its icon, and when one wants it."""


class FirstPage(QWidget):
    """Shown while no case is open."""

    case_chosen = Signal(Path)
    """The user chose a recent case."""

    def __init__(
        self, actions: ActionSet, settings: Settings, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("first-page")
        self._actions, self._translator = actions, translator
        text = translator.gettext
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._column.addWidget(self._big(text("Verifier")))
        explain = text(
            "Open two or more accounts of one event, judge them sentence by sentence, hand over a report."
        )
        self._column.addWidget(words(explain, "quiet", wrap=True, parent=self))
        self._column.addSpacing(14)
        self.beginnings: list[BeginButton] = []
        for key in _BEGINNINGS:
            self._column.addWidget(self._beginning(actions, key))
        self._name_keys()
        actions.keys_changed.connect(self._name_keys)
        self.recents = Recents(settings, translator, self)
        self.recents.chosen.connect(self.case_chosen)
        self._column.addWidget(self.recents)
        self._column.addSpacing(14)
        dropped = text("Files, web pages and words dropped anywhere in the window are added.")
        self._column.addWidget(words(dropped, "quiet", wrap=True, parent=self))
        self._centre()

    def _big(self, name: str) -> QWidget:
        label = words(name, "title", parent=self)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        label.setFont(font)
        return label

    def _beginning(self, actions: ActionSet, key: str) -> BeginButton:
        action = actions.actions[key]
        icon, hint = _BEGINNINGS[key]
        button = BeginButton(action, icon, self._translator.gettext(hint), self)
        button.setObjectName(f"begin.{key}")
        self.beginnings.append(button)
        return button

    def _name_keys(self) -> None:
        """Name each beginning with the key in force."""
        for button, key in zip(self.beginnings, _BEGINNINGS, strict=True):
            keys = self._actions.shown_keys(key)
            button.show_key(keys[0] if keys else "")

    def _centre(self) -> None:
        grid = QGridLayout(self)
        holder = QWidget(self)
        holder.setLayout(self._column)
        holder.setMaximumWidth(560)
        holder.setMinimumWidth(280)
        grid.addWidget(holder, 1, 1)
        grid.setRowStretch(0, 2)
        grid.setRowStretch(2, 3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 1)

    def begin(self) -> None:
        """Give the first button the keyboard, in a way that shows it."""
        self.recents.refresh()
        self.beginnings[0].setFocus(Qt.FocusReason.TabFocusReason)
