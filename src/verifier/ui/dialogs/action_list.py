"""The list of all actions with their keys, grouped by menu: in the sheet of keys and where keys are changed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.actions import ACTIONS, MENUS, ActionSpec, Scope
from verifier.ui.dialogs.chooser import ROOM


def _(message: str) -> str:
    """Mark a string for extraction; it is translated where it is shown."""
    return message


SCOPES = {
    Scope.TEXT: _("in the text"),
    Scope.PLACES: _("in the text and in lists"),
    Scope.WINDOW: _("everywhere"),
}
"""Where an action's keys act, in words."""

_ID = Qt.ItemDataRole.UserRole


class ActionList(QTreeWidget):
    """What each action does, its keys in force and where they act; follows keys that are changed."""

    chosen = Signal(str)
    """Another action is the current one: its id, or "" for none."""

    def __init__(self, actions: ActionSet, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("action-list")
        text = translator.gettext
        self._actions, self._translator = actions, translator
        self._menus: list[QTreeWidgetItem] = []
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setHeaderLabels([text("Does"), text("Key"), text("Acts")])
        self.setAccessibleName(text("Actions and their keys"))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self._fill()
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(-1)  # every row: the longest keys are not among the first
        self.currentItemChanged.connect(lambda *_items: self.chosen.emit(self.current()))
        actions.keys_changed.connect(self._rekey)

    def _fill(self) -> None:
        text, high = self._translator.gettext, QSize(0, self.fontMetrics().height() + ROOM)
        for key, title in MENUS.items():
            menu = QTreeWidgetItem(self, [text(title).replace("&", "")])
            menu.setSizeHint(0, high)
            font = menu.font(0)
            font.setBold(True)
            menu.setFont(0, font)
            menu.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._menus.append(menu)
            for spec in (spec for spec in ACTIONS if spec.menu == key):
                item = QTreeWidgetItem(menu, [self._name(spec), "", text(SCOPES[spec.scope])])
                item.setData(0, _ID, spec.id)
                item.setSizeHint(0, high)
                if spec.hint:
                    item.setToolTip(0, text(spec.hint))
                self._items[spec.id] = item
        self._rekey()
        self.expandAll()

    def _name(self, spec: ActionSpec) -> str:
        return self._actions.actions[spec.id].text().replace("&", "").removesuffix("…")

    def _rekey(self) -> None:
        for action, item in self._items.items():
            item.setText(1, " · ".join(self._actions.shown_keys(action)))
            font = item.font(1)
            font.setBold(not self._actions.keymap.is_usual(action))  # keys of the user's own stand out
            item.setFont(1, font)

    def current(self) -> str:
        """The id of the action under the cursor, or ""."""
        item = self.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def choose(self, action_id: str) -> None:
        """Put the cursor on an action and have it in sight."""
        item = self._items.get(action_id)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item, QAbstractItemView.ScrollHint.PositionAtCenter)

    def filter(self, typed: str) -> None:
        """Show the actions in whose menu, name or keys all the typed words are found; menus without any go too. What
        is typed chooses the first of them, where the one that was chosen is not among them.
        """
        parts = typed.casefold().split()
        for menu in self._menus:
            children = [item for item in self._items.values() if item.parent() is menu]
            for item in children:
                words = f"{menu.text(0)} {item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not all(part in words for part in parts))
            menu.setHidden(all(item.isHidden() for item in children))
        found = self.shown()
        if parts and found and self.current() not in found:
            self.choose(found[0])

    def shown(self) -> list[str]:
        """The ids of the actions in the list now."""
        return [action for action, item in self._items.items() if not item.isHidden()]

    def cells(self, action_id: str) -> tuple[str, str, str]:
        """What the list says of an action: name, keys, where they act."""
        item = self._items[action_id]
        return item.text(0), item.text(1), item.text(2)
