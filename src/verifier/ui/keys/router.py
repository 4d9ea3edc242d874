"""The router: does the action whose key stands at a place of the keyboard, where no character led to one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from verifier.ui.action_set import ActionSet
from verifier.ui.actions import ACTIONS, Scope
from verifier.ui.keys.positions import Positions, is_foreign_letter

_COUNTED = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class KeyRouter(QObject):
    """Looks at the keys of whatever has the focus, and of nothing else.

    Qt asks the focus first whether it wants a key for itself, then its shortcuts; what comes as a key press was
    wanted by no shortcut. Digits are taken before that: on a French layout Ctrl+6 would be taken for Ctrl+-.
    """

    def __init__(self, app: QApplication, actions: ActionSet, window: QWidget, platform: str = "") -> None:
        super().__init__(window)
        self._actions, self._window = actions, window
        self._positions = Positions(platform or QGuiApplication.platformName())
        self._window_wide = frozenset(spec.id for spec in ACTIONS if spec.scope is Scope.WINDOW)
        app.focusChanged.connect(self._attend)
        self._attend(None, app.focusWidget())

    def _attend(self, former: QWidget | None, now: QWidget | None) -> None:
        if former is not None:
            former.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: keys on their way to the focus."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if event.type() is QEvent.Type.ShortcutOverride:
                return self._keep_digit(watched, event)
            if event.type() is QEvent.Type.KeyPress:
                return self._route(watched, event)
        return super().eventFilter(watched, event)

    def _keep_digit(self, focus: QWidget, event: QKeyEvent) -> bool:
        """Keep the number row from Qt's shortcuts where it types signs and an action has the digit."""
        meant = self._positions.meant(event)
        if meant is None or not Qt.Key.Key_0 <= meant <= Qt.Key.Key_9:
            return False
        if self._action(focus, meant, event) is None:
            return False
        event.accept()
        return True

    def _route(self, focus: QWidget, event: QKeyEvent) -> bool:
        meant = self._positions.meant(event)
        if meant is None:
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        foreign = control and bool(is_foreign_letter(event.key()))
        if foreign and self._send(focus, QEvent.Type.ShortcutOverride, meant, event):
            return self._send(focus, QEvent.Type.KeyPress, meant, event) or True
        action = self._action(focus, meant, event)
        if action is not None:
            action.trigger()
            return True
        # copying and selecting everything have no actions: the focus knows them, by Latin letters
        return foreign and self._send(focus, QEvent.Type.KeyPress, meant, event)

    def _action(self, focus: QWidget, key: Qt.Key, event: QKeyEvent) -> QAction | None:
        """The action with this key that can be done, from where the focus is; or None."""
        combination = QKeyCombination(event.modifiers() & _COUNTED, key)
        owner = self._actions.keymap.owner(QKeySequence(combination).toString())
        action = self._actions.actions.get(owner or "")
        if action is None or not action.isEnabled():
            return None
        within = focus.window() is self._window if owner in self._window_wide else action in focus.actions()
        return action if within else None

    @staticmethod
    def _send(focus: QWidget, kind: QEvent.Type, key: Qt.Key, event: QKeyEvent) -> bool:
        """Send the focus the same press as a Latin key; says whether the focus took it."""
        sent = QKeyEvent(kind, key, event.modifiers(), "", event.isAutoRepeat())
        sent.ignore()
        QCoreApplication.sendEvent(focus, sent)
        return sent.isAccepted()
