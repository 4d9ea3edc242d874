"""The command palette: every action by name, made of the action table."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.actions import ACTIONS, MENUS, ActionSpec
from verifier.ui.dialogs.chooser import Chooser, Entry
from verifier.ui.settings import Settings


class Palette(Chooser):
    """Type a part of a name, choose with the arrows, do it with Enter. What was done last comes first."""

    def __init__(
        self, actions: ActionSet, settings: Settings, translator: Translator, parent: QWidget
    ) -> None:
        text = translator.gettext
        hint = text("↑ ↓ choose  ·  Enter does it  ·  Esc closes")
        super().__init__(text("What do you want to do?"), hint, parent)
        self.setObjectName("palette")
        self._actions, self._settings, self._translator = actions, settings, translator
        used = {action: rank for rank, action in enumerate(settings.all.used)}
        ordered = sorted(ACTIONS, key=lambda spec: used.get(spec.id, len(used)))
        self.fill([self._entry(spec) for spec in ordered])
        self.taken.connect(self._do)

    def _entry(self, spec: ActionSpec) -> Entry:
        text = self._translator.gettext
        action = self._actions.actions[spec.id]
        menu = text(MENUS[spec.menu]).replace("&", "")
        reason = self._actions.why_not(spec)
        return Entry(
            spec.id,
            action.text().replace("&", ""),
            f"{menu}  ·  {reason}" if reason else menu,
            " · ".join(self._actions.shown_keys(spec.id)),
            text(spec.hint) if spec.hint else "",
            ready=not reason,
        )

    def _do(self, action_id: str) -> None:
        self._settings.used(action_id)
        self._actions.actions[action_id].trigger()
