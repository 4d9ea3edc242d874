"""The toolbar: the actions that have a short name there, and the way to all the others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.actions import ACTIONS, ActionSpec
from verifier.ui.look.theme import Theme
from verifier.ui.panels.buttons import ToolButton

_KEYS_NAMED = {"Return": "↵"}


class Toolbar(QWidget):
    """One line of words; where it gets tight the labels become glyphs, and then the other words icons."""

    def __init__(
        self, actions: ActionSet, theme: Theme, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: list[ToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 5, 10, 5)
        self._row.setSpacing(2)
        self._actions, self._translator = actions, translator
        self._fill(actions, theme, translator)
        self._row.addStretch(1)
        self._palette = self._make_palette_button(actions, translator)
        self._row.addWidget(self._palette)
        actions.keys_changed.connect(self._rekey)

    def _fill(self, actions: ActionSet, theme: Theme, translator: Translator) -> None:
        former = ""
        for spec in sorted((spec for spec in ACTIONS if spec.tool), key=_order):
            if former and former != _group(spec):
                self._row.addSpacing(8)
                self._row.addWidget(_divider(self))
                self._row.addSpacing(8)
            former = _group(spec)
            word, key = translator.gettext(spec.tool), _short_key(actions, spec.id)
            button = ToolButton(actions.actions[spec.id], theme, word, key, spec.label, self)
            self.buttons.append(button)
            self._row.addWidget(button)

    def _make_palette_button(self, actions: ActionSet, translator: Translator) -> QPushButton:
        action = actions.actions["help.palette"]
        button = QPushButton(self)
        button.setAccessibleName(translator.gettext("What do you want to do?"))
        button.setObjectName("palette-button")
        button.setAutoDefault(True)  # so that Enter presses it
        button.clicked.connect(lambda _checked: action.trigger())
        self._name_palette(button)
        return button

    def _name_palette(self, button: QPushButton) -> None:
        self._palette_key = next(iter(self._actions.shown_keys("help.palette")), "")
        self._question = (
            f"{self._translator.gettext('What do you want to do?')}   {self._palette_key}".rstrip()
        )
        button.setText(self._question)
        button.setToolTip(self._actions.actions["help.palette"].toolTip())

    def _rekey(self) -> None:
        """Show the keys that are in force now."""
        for button in self.buttons:
            button.set_key(_short_key(self._actions, button.action_id))
        self._name_palette(self._palette)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        for button in self.buttons:
            button.set_theme(theme)

    def minimumSizeHint(self) -> QSize:
        """Qt: it may get narrow; then it says less."""
        return QSize(300, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: choose between words and glyphs, and what of the way to all actions there is room for."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Say as much as there is room for: all words, then labels as glyphs, then icons, the palette's key alone."""
        key = self._palette_key
        steps = ((0, self._question), (1, self._question), (1, key), (2, self._question), (2, key), (2, ""))
        for brief, palette in steps:
            for button in self.buttons:
                button.set_brief(brief > (0 if button.is_label else 1))
            self._palette.setText(palette)
            self._palette.setVisible(bool(palette))
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return


def _short_key(actions: ActionSet, action_id: str) -> str:
    """The first key of an action where it is short enough to stand beside the word, else nothing."""
    key = next(iter(actions.keys_of(action_id)), "")
    if len(key) >= 7 or key.startswith("Ctrl"):
        return ""
    return _KEYS_NAMED.get(key, next(iter(actions.shown_keys(action_id)), ""))


def _group(spec: ActionSpec) -> str:
    return (
        "mark"
        if spec.label
        else "case"
        if spec.id == "case.add"
        else "report"
        if spec.menu == "case"
        else "tie"
    )


def _order(spec: ActionSpec) -> tuple[int, int]:
    order = ("case", "mark", "tie", "report")
    within = ("link.make", "mark.note", "mark.evidence")
    return order.index(_group(spec)), within.index(spec.id) if spec.id in within else 0


def _divider(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("look", "divider")
    line.setFixedSize(1, 18)
    return line
