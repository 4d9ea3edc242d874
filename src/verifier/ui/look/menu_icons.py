"""The icons of the menus, drawn when a menu is first opened, and anew in other colours."""

from __future__ import annotations

from PySide6.QtCore import QObject

from verifier.ui.action_set import ActionSet
from verifier.ui.look.theme import Theme


class MenuIcons(QObject):
    """Gives the actions their icons; not before they can be seen, so that the start does not wait for them."""

    def __init__(self, actions: ActionSet, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._theme = actions, theme
        self._worn: Theme | None = None
        actions.menu_opening.connect(self.wear)

    def wear(self) -> None:
        """Draw the icons, where they are not there in these colours."""
        if self._worn is self._theme:
            return
        from verifier.domain.kinds import Label
        from verifier.ui.look.icons import ACTION_ICONS, icon, label_icon

        self._worn = self._theme
        for action_id, name in ACTION_ICONS.items():
            action = self._actions.actions.get(action_id)
            if action is not None:
                action.setIcon(icon(name, self._theme, "quiet"))
        for label in Label:
            self._actions.actions[f"mark.{label}"].setIcon(label_icon(label, self._theme))

    def set_theme(self, theme: Theme) -> None:
        """Draw them in other colours when they are next seen."""
        self._theme = theme
