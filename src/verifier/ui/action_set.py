"""The action table come alive: one QAction each, enabled when what it needs is there, keyed where it may act."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from verifier.i18n import Translator
from verifier.ui.actions import ACTIONS, MENUS, ActionSpec, Needs, Scope
from verifier.ui.controllers import Controllers
from verifier.ui.desk import Desk
from verifier.ui.place import Place


class ActionSet(QObject):
    """All actions of one window."""

    def __init__(
        self, desk: Desk, place: Place, controllers: Controllers, translator: Translator, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._controllers = controllers
        self._translator = translator
        self.actions = {spec.id: self._make(spec) for spec in ACTIONS}
        parent.addActions([self.actions[spec.id] for spec in ACTIONS if spec.scope is Scope.WINDOW])
        desk.opened.connect(self.refresh)
        desk.changed.connect(self.refresh)
        place.moved.connect(self.refresh)
        place.columns_changed.connect(self._key_text)
        self.refresh()

    def _make(self, spec: ActionSpec) -> QAction:
        text = self._translator.gettext
        action = QAction(text(spec.text), self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        window_wide = spec.scope is Scope.WINDOW
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WindowShortcut if window_wide else context.WidgetShortcut)
        keys = " · ".join(shown_keys(spec))
        hint = text(spec.hint) if spec.hint else text(spec.text)
        action.setToolTip(f"{hint} ({keys})" if keys else hint)
        action.triggered.connect(partial(self._trigger, spec))
        return action

    def _trigger(self, spec: ActionSpec, _checked: bool = False) -> None:
        spec.call(self._controllers)

    def refresh(self, *_what: object) -> None:
        """Enable what can be done now, and disable the rest."""
        met = {needs: self._meets(needs) for needs in Needs}
        for spec in ACTIONS:
            self.actions[spec.id].setEnabled(met[spec.needs])

    def _meets(self, needs: Needs) -> bool:
        workbench = self._desk.workbench
        if workbench is None:
            return needs is Needs.NOTHING
        match needs:
            case Needs.NOTHING | Needs.CASE:
                return True
            case Needs.WRITABLE:
                return not workbench.read_only
            case Needs.PLACE:
                return self._place.sentence() is not None
            case Needs.SENTENCE:
                return self._place.sentence() is not None and not workbench.read_only
            case Needs.UNDO:
                return not workbench.read_only and workbench.next_undo() is not None
            case Needs.REDO:
                return not workbench.read_only and workbench.next_redo() is not None

    # -- where the keys act --------------------------------------------------------------------------------------

    def _key_text(self) -> None:
        """Give the letter keys to the text widgets there are now."""
        local = [self.actions[spec.id] for spec in ACTIONS if spec.scope is not Scope.WINDOW]
        for widget in self._place.text_widgets():
            if local[0] not in widget.actions():
                widget.addActions(local)

    def key_table(self, widget: QWidget) -> None:
        """Let the marking keys act in a list of places as well."""
        widget.addActions([self.actions[spec.id] for spec in ACTIONS if spec.scope is Scope.PLACES])

    # -- menus ---------------------------------------------------------------------------------------------------

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """One menu for each of MENUS, every action in the one it names."""
        for key, title in MENUS.items():
            menu = bar.addMenu(self._translator.gettext(title))
            menu.setObjectName(f"menu.{key}")
            self._fill(menu, [spec for spec in ACTIONS if spec.menu == key])

    def context_menu(self, parent: QWidget) -> QMenu:
        """The menu for the sentence under the mouse."""
        menu = QMenu(parent)
        menu.setObjectName("context-menu")
        self._fill(menu, [spec for spec in ACTIONS if spec.context])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _fill(self, menu: QMenu, specs: list[ActionSpec]) -> None:
        former: tuple[str, int] | None = None
        for spec in specs:
            if former is not None and former != (spec.menu, spec.part):
                menu.addSeparator()
            former = (spec.menu, spec.part)
            menu.addAction(self.actions[spec.id])


def shown_keys(spec: ActionSpec) -> list[str]:
    """The keys of an action as this system writes them."""
    return [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.keys]
