"""The toolbar: the actions that have a short name there, and the way to all the others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet, shown_keys
from verifier.ui.actions import ACTIONS, ActionSpec
from verifier.ui.panels.buttons import ToolButton
from verifier.ui.theme import Theme

_KEYS_NAMED = {"Return": "↵"}


class Toolbar(QWidget):
    """One line of words; where it gets tight the labels become glyphs."""

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
        self._fill(actions, theme, translator)
        self._row.addStretch(1)
        self._palette = self._make_palette_button(actions, translator)
        self._row.addWidget(self._palette)

    def _fill(self, actions: ActionSet, theme: Theme, translator: Translator) -> None:
        former = ""
        for spec in sorted((spec for spec in ACTIONS if spec.tool), key=_order):
            if former and former != _group(spec):
                self._row.addSpacing(8)
                self._row.addWidget(_divider(self))
                self._row.addSpacing(8)
            former = _group(spec)
            key = shown_keys(spec)[0] if len(spec.keys[0]) < 7 and not spec.keys[0].startswith("Ctrl") else ""
            button = ToolButton(
                actions.actions[spec.id], theme, translator.gettext(spec.tool), _KEYS_NAMED.get(key, key), spec.label,
                self,
            )  # fmt: skip
            self.buttons.append(button)
            self._row.addWidget(button)

    def _make_palette_button(self, actions: ActionSet, translator: Translator) -> QPushButton:
        action = actions.actions["help.palette"]
        self._question = translator.gettext("What do you want to do?") + "   Ctrl+K"
        button = QPushButton(self._question, self)
        button.setAccessibleName(translator.gettext("What do you want to do?"))
        button.setObjectName("palette-button")
        button.setAutoDefault(True)  # so that Enter presses it
        button.clicked.connect(lambda _checked: action.trigger())
        button.setToolTip(action.toolTip())
        return button

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
        """Say as much as there is room for: everything, then labels as glyphs, then the palette's key alone."""
        for brief, palette in ((False, self._question), (True, self._question), (True, "Ctrl+K"), (True, "")):
            for button in self.buttons:
                button.set_brief(brief)
            self._palette.setText(palette)
            self._palette.setVisible(bool(palette))
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return


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
