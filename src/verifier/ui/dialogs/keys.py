"""Changing keys: choose an action, press a key for it; what cannot be is refused with words, conflicts are named."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.actions import ACTIONS
from verifier.ui.dialogs.action_list import ActionList
from verifier.ui.keys.keymap import refusal, written
from verifier.ui.keys.positions import Positions
from verifier.ui.look.icon_button import IconButton
from verifier.ui.look.style import words
from verifier.ui.settings import Settings

SLOTS = 2
"""How many keys an action can have."""

_SPECS = {spec.id: spec for spec in ACTIONS}
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_ALONE = frozenset(
    {
        Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R,
        Qt.Key.Key_Mode_switch, Qt.Key.Key_unknown,
    }
)  # fmt: skip


class KeyField(QLineEdit):
    """Shows a key, and takes the next one that is pressed while it has the keyboard. Tab and Esc leave it."""

    caught = Signal(str)
    """A key was pressed: as a portable sequence."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._positions = Positions(QGuiApplication.platformName())
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(translator.gettext("press a key"))
        self.setMinimumWidth(116)

    def event(self, event: QEvent) -> bool:
        """Qt: keep every key from the shortcuts, so that any can be pressed here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: select nothing; there are no words to be edited here."""
        super().focusInEvent(event)
        self.deselect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: take the key, but those that leave and those that only go with others."""
        modifiers = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
        )
        key = self._positions.meant(event) or Qt.Key(event.key())
        if key in _LEAVING and not modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # the next field, or the end of the dialog
        elif key not in _ALONE:
            self.caught.emit(QKeySequence(QKeyCombination(modifiers, key)).toString())


class KeysPage(QWidget):
    """All actions, and beneath them the keys of the one under the cursor, to be pressed anew."""

    def __init__(
        self, actions: ActionSet, settings: Settings, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._settings, self._translator = actions, settings, translator
        self._pending: tuple[int, str] | None = None
        text = translator.gettext
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(text("Find an action or a key"))
        self.search.setAccessibleName(text("Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.list = ActionList(actions, translator, self)
        self.search.textChanged.connect(self.list.filter)
        self.list.chosen.connect(self._show_action)
        self.list.itemActivated.connect(lambda _item: self.fields[0].setFocus())
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(self._make_head())
        column.addLayout(self._make_fields())
        column.addLayout(self._make_answer())
        actions.keys_changed.connect(self._show_keys)
        self._show_action("")

    def _make_fields(self) -> QHBoxLayout:
        text = self._translator.gettext
        row = QHBoxLayout()
        row.setSpacing(5)
        self.fields = [KeyField(self._translator, self) for _slot in range(SLOTS)]
        self.clearers = [IconButton("close", text("No key here"), self) for _slot in range(SLOTS)]
        names = (text("Key"), text("Second key"))
        for slot, (name, field, clear) in enumerate(zip(names, self.fields, self.clearers, strict=True)):
            label = QLabel(name, self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.caught.connect(lambda key, slot=slot: self.press(slot, key))
            clear.clicked.connect(lambda _checked=False, slot=slot: self._set(slot, ""))
            row.addWidget(label)
            row.addWidget(field, 1)
            row.addWidget(clear)
            row.addSpacing(14)
        return row

    def _make_head(self) -> QHBoxLayout:
        """What the action is called, and the way back to the keys it came with."""
        text = self._translator.gettext
        self.name = words("", "title", wrap=True, parent=self)
        self.usual = QPushButton(text("Reset its keys"), self)
        self.usual.setToolTip(text("Give this action the keys it came with"))
        self.usual.setAutoDefault(False)
        self.usual.clicked.connect(lambda _checked=False: self.reset(self.list.current()))
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.usual)
        return row

    def _make_answer(self) -> QGridLayout:
        """What became of a pressed key, and the choice where another action has it."""
        text = self._translator.gettext
        grid = QGridLayout()
        self.answer = words("", "quiet", wrap=True, parent=self)
        self.answer.setMinimumHeight(self.fontMetrics().height() * 2 + 4)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.swap = QPushButton(text("Swap their keys"), self)
        self.take = QPushButton(text("Take it over"), self)
        for button, call in ((self.swap, self._swap), (self.take, self._take)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, call=call: call())
        grid.addWidget(self.answer, 0, 0)
        grid.addWidget(self.swap, 0, 1)
        grid.addWidget(self.take, 0, 2)
        grid.setColumnStretch(0, 1)
        return grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: from the field that finds, Down goes into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    # -- showing ---------------------------------------------------------------------------------------------------

    def choose(self, action_id: str) -> None:
        """Put the cursor on an action, and the keyboard where its key is pressed."""
        self.search.clear()
        self.list.choose(action_id)
        (self.fields[0] if action_id else self.search).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_action(self, action_id: str) -> None:
        self._say("")
        text = self._translator.gettext
        self.name.setText(self.list.cells(action_id)[0] if action_id else text("Choose an action."))
        self._show_keys()

    def _show_keys(self) -> None:
        action = self.list.current()
        keys = self._actions.keys_of(action) if action else ()
        for slot, (field, clear) in enumerate(zip(self.fields, self.clearers, strict=True)):
            field.setText(written(keys[slot]) if slot < len(keys) else "")
            field.setEnabled(bool(action) and slot <= len(keys))
            clear.setEnabled(slot < len(keys))
        self.usual.setEnabled(bool(action) and not self._actions.keymap.is_usual(action))

    def _say(self, message: str, *, choice: bool = False, swap: bool = False) -> None:
        if not choice:
            self._pending = None
        self.answer.setText(message)
        self.take.setVisible(choice)
        self.swap.setVisible(choice and swap)

    # -- changing --------------------------------------------------------------------------------------------------

    def press(self, slot: int, key: str) -> None:
        """A key was pressed for the first (0) or second (1) place: give it, refuse it, or name who has it."""
        action = self.list.current()
        if not action:
            return
        text = self._translator.gettext
        refused = refusal(_SPECS[action], key)
        owner = self._actions.keymap.owner(key)
        if refused is not None:
            self._say(f"{written(key)}: {text(refused.value)}")
        elif owner == action:
            self._say(text("{key} is its key already.").format(key=written(key)))
        elif owner is not None:
            self._pending = slot, key
            told = text("{key} is for “{action}” now.")
            self._say(told.format(key=written(key), action=self._name(owner)), choice=True,
                      swap=self._given_back(slot, owner) is not None)  # fmt: skip
        else:
            self._set(slot, key)

    def _name(self, action: str) -> str:
        return self.list.cells(action)[0]

    def _set(self, slot: int, key: str, **others: tuple[str, ...]) -> None:
        action = self.list.current()
        keys = _with(self._actions.keys_of(action), slot, key)
        self._keep({action: keys, **others})
        text = self._translator.gettext
        done = text("{key} does it from now on.") if key else text("That key is free now.")
        self._say(done.format(key=written(key)))

    def _take(self) -> None:
        """Give the action the key another one has, which goes without."""
        if self._pending is not None:
            slot, key = self._pending
            owner = self._actions.keymap.owner(key) or ""
            rest = tuple(one for one in self._actions.keys_of(owner) if one != key)
            self._set(slot, key, **{owner: rest})

    def _swap(self) -> None:
        """Give the action the key another one has, and that one the key that stood here."""
        if self._pending is not None:
            slot, key = self._pending
            owner = self._actions.keymap.owner(key) or ""
            back = self._given_back(slot, owner) or ""
            keys = tuple(back if one == key else one for one in self._actions.keys_of(owner))
            self._set(slot, key, **{owner: keys})

    def _given_back(self, slot: int, owner: str) -> str | None:
        """The key the other action would get in a swap, or None where there is none it could have."""
        keys = self._actions.keys_of(self.list.current())
        key = keys[slot] if slot < len(keys) else ""
        return key if key and refusal(_SPECS[owner], key) is None else None

    def _keep(self, changed: dict[str, tuple[str, ...]]) -> None:
        self._settings.change(keys=self._actions.keymap.with_keys(changed))

    def reset(self, action: str) -> None:
        """Give an action the keys it came with. Another action that got one of them meanwhile keeps it."""
        usual = self._actions.keymap.usual(action)
        free = tuple(key for key in usual if self._actions.keymap.owner(key) in (None, action))
        self._keep({action: free})
        text = self._translator.gettext
        lost = [key for key in usual if key not in free]
        told = text("{key} is for “{action}” now.")
        owners = {key: self._actions.keymap.owner(key) or "" for key in lost}
        self._say(" ".join(told.format(key=written(key), action=self._name(owners[key])) for key in lost))

    def reset_all(self) -> None:
        """Give every action the keys it came with."""
        self._settings.change(keys=())
        self._say(self._translator.gettext("All actions have the keys they came with."))


def _with(keys: tuple[str, ...], slot: int, key: str) -> tuple[str, ...]:
    """The keys with another one, or none, in a place."""
    row = [*keys, *[""] * (SLOTS - len(keys))]
    row[slot] = key
    return tuple(one for one in row if one)
