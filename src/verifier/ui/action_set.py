"""The action table come alive: one QAction each, enabled when what it needs is there, keyed where it may act."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from verifier.i18n import Translator
from verifier.ui.actions import ACTIONS, MENUS, ActionSpec, Needs, Scope
from verifier.ui.controllers import Controllers
from verifier.ui.desk import Desk
from verifier.ui.keys.keymap import KeyMap, shown_key, written
from verifier.ui.place import Place
from verifier.ui.settings import Settings


def _(message: str) -> str:
    """Mark a string for extraction; it is translated where it is shown."""
    return message


_CHANGING = frozenset({Needs.WRITABLE, Needs.SENTENCE, Needs.CONTRADICTION, Needs.UNDO, Needs.REDO})
_MISSING = {
    Needs.SENTENCE: _("no sentence is under the cursor"),
    Needs.PLACE: _("no sentence is under the cursor"),
    Needs.CONTRADICTION: _("nothing contradicts this sentence"),
    Needs.UNDO: _("nothing was done yet"),
    Needs.REDO: _("nothing was undone"),
}
_ELSEWHERE = _("not here and now")


class ActionSet(QObject):
    """All actions of one window, with the keys the settings give them."""

    keys_changed = Signal()
    """Some action has other keys now."""
    menu_opening = Signal()
    """A menu is about to be seen."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        controllers: Controllers,
        settings: Settings,
        translator: Translator,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._controllers = controllers
        self._settings = settings
        self._translator = translator
        self.keymap = KeyMap(ACTIONS, settings.all.keys)
        self._reassigned = settings.all.keys
        self.actions = {spec.id: self._make(spec) for spec in ACTIONS}
        parent.addActions([self.actions[spec.id] for spec in ACTIONS if spec.scope is Scope.WINDOW])
        desk.opened.connect(self.refresh)
        desk.changed.connect(self.refresh)
        place.moved.connect(self.refresh)
        place.columns_changed.connect(self._key_text)
        place.columns_changed.connect(self.refresh)
        settings.changed.connect(self._follow)
        self.refresh()

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.name(self._translator), self)
        action.setObjectName(spec.id)
        window_wide = spec.scope is Scope.WINDOW
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WindowShortcut if window_wide else context.WidgetShortcut)
        action.setCheckable(spec.checked is not None)
        action.triggered.connect(partial(self._trigger, spec))
        self._give_keys(spec, action)
        return action

    def _give_keys(self, spec: ActionSpec, action: QAction) -> None:
        text = self._translator.gettext
        action.setShortcuts([QKeySequence(key) for key in self.keys_of(spec.id)])
        keys = " · ".join(self.shown_keys(spec.id))
        hint = text(spec.hint) if spec.hint else spec.name(self._translator)
        action.setToolTip(f"{hint} ({keys})" if keys else hint)

    # -- keys ----------------------------------------------------------------------------------------------------

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """The keys in force for an action, as portable sequences."""
        return self.keymap.keys_of(action_id)

    def shown_keys(self, action_id: str) -> list[str]:
        """The keys in force for an action as this system writes them."""
        return [written(key) for key in self.keys_of(action_id)]

    def key_named(self, action_id: str) -> str:
        """The first key in force for an action, for a sentence that names it; its name where it has none."""
        return shown_key(self._reassigned, action_id, self._translator)

    def _follow(self) -> None:
        """Take over reassigned keys at once, and tell whoever shows them."""
        self.refresh()
        if self._settings.all.keys == self._reassigned:
            return
        self._reassigned = self._settings.all.keys
        self.keymap = KeyMap(ACTIONS, self._reassigned)
        for spec in ACTIONS:
            self._give_keys(spec, self.actions[spec.id])
        self.keys_changed.emit()

    def _trigger(self, spec: ActionSpec, _checked: bool = False) -> None:
        spec.call(self._controllers)
        if spec.checked is not None:  # Qt has turned its tick over, even where nothing was to change
            self.actions[spec.id].setChecked(spec.checked(self._controllers))

    def refresh(self, *_what: object) -> None:
        """Enable what can be done now, and disable the rest."""
        met = {needs: self._meets(needs) for needs in Needs}
        articles = len(self._desk.workbench.rows.articles()) if self._desk.workbench is not None else 0
        for spec in ACTIONS:
            self.actions[spec.id].setEnabled(met[spec.needs] and spec.number <= articles)
            if spec.checked is not None:
                self.actions[spec.id].setChecked(spec.checked(self._controllers))

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
            case Needs.CONTRADICTION:
                return not workbench.read_only and self._controllers.linking.contradiction() is not None
            case Needs.UNDO:
                return not workbench.read_only and workbench.next_undo() is not None
            case Needs.REDO:
                return not workbench.read_only and workbench.next_redo() is not None

    def why_not(self, spec: ActionSpec) -> str:
        """Why an action cannot be done now, in words; "" where it can."""
        if self.actions[spec.id].isEnabled():
            return ""
        workbench, text = self._desk.workbench, self._translator.gettext
        if workbench is None:
            return text("no case is open")
        if workbench.read_only and not self._meets(Needs.WRITABLE) and spec.needs in _CHANGING:
            return text("this is a copy to look at")
        if spec.number and self._meets(spec.needs):
            return text("there is no such article")
        return text(_MISSING.get(spec.needs, _ELSEWHERE))

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
        menu.aboutToShow.connect(self.menu_opening)
        former: tuple[str, int] | None = None
        for spec in specs:
            if former is not None and former != (spec.menu, spec.part):
                menu.addSeparator()
            former = (spec.menu, spec.part)
            menu.addAction(self.actions[spec.id])
