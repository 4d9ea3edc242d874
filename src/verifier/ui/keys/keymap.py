"""The keys in force: those of the action table, but for what the user reassigned; and which keys cannot be given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from verifier.i18n import Translator
from verifier.ui.actions import ACTIONS, ActionSpec, Scope

Reassigned = Sequence[tuple[str, Sequence[str]]]
"""Ids of actions, and all the keys each has now; as the preferences keep them."""


def _(message: str) -> str:
    """Mark a string for extraction; it is translated where it is shown."""
    return message


class Refusal(Enum):
    """Why a key cannot be given to an action; the value is what the user is told."""

    NO_KEY = _("That is no key of its own.")
    CHORD = _("One key at a time, with Ctrl, Alt or Shift where you like.")
    TYPING = _(
        "Everywhere in the window this key types a character. Take it together with Ctrl or Alt, or a function key."
    )
    WALKING = _("This key walks through lists, fields and buttons, and has to go on doing so.")
    COPYING = _("This key copies or selects words wherever there are any.")
    OPENS_MENU = _("Alt with a letter opens a menu.")
    TYPES_MORE = _("On many keyboards Ctrl and Alt together type a character.")
    NOT_EVERYWHERE = _("Many keyboards have this character on another key, or only with Shift.")


_KEYLESS = frozenset(
    {
        Qt.Key.Key_unknown, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R,
        Qt.Key.Key_Hyper_L, Qt.Key.Key_Hyper_R, Qt.Key.Key_Multi_key, Qt.Key.Key_Mode_switch,
    }
)  # fmt: skip
_ALWAYS_WALK = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
_LISTS_WALK = frozenset(
    {
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip
_FIELDS_USE = _LISTS_WALK | {
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space,
    Qt.Key.Key_Insert, Qt.Key.Key_Menu,
}  # fmt: skip
_ROAMING = frozenset("/?")
"""Characters that many layouts have only with Shift, or on a key with another character before them."""


def portable(key: str) -> str:
    """A key sequence as it is kept ("Ctrl+Shift+X"), or "" where the words name no key."""
    sequence = QKeySequence(key)
    if sequence.isEmpty() or any(
        sequence[i].key() == Qt.Key.Key_unknown  # type: ignore[index]
        for i in range(sequence.count())
    ):
        return ""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def refusal(spec: ActionSpec, key: str) -> Refusal | None:
    """Why this key cannot be given to this action, or None where it can. Other actions' keys are not looked at."""
    kept = portable(key)
    if not kept:
        return Refusal.NO_KEY
    sequence = QKeySequence(kept)
    if sequence.count() > 1:
        return Refusal.CHORD
    combination = sequence[0]  # type: ignore[index]
    return _refused(spec.scope, Qt.Key(combination.key()), combination.keyboardModifiers())


def _refused(scope: Scope, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Refusal | None:
    control = bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier))
    alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    character = chr(key) if 0x20 <= key < 0x01000000 and key < 0x110000 else ""
    if key in _KEYLESS:
        return Refusal.NO_KEY
    if key in _ALWAYS_WALK:
        return Refusal.WALKING
    if control and not alt and (character in ("C", "A") or key == Qt.Key.Key_Insert):
        return Refusal.COPYING
    if character and control and alt:
        return Refusal.TYPES_MORE
    if character.isalpha() and alt:
        return Refusal.OPENS_MENU
    if character in _ROAMING:
        return Refusal.NOT_EVERYWHERE
    return None if control or alt else _refused_bare(scope, key, character)


def _refused_bare(scope: Scope, key: Qt.Key, character: str) -> Refusal | None:
    """The same for a key without Ctrl and Alt: free in the text, but not where words are typed."""
    if scope is Scope.PLACES and key in _LISTS_WALK:
        return Refusal.WALKING
    if scope is Scope.WINDOW and key in _FIELDS_USE:
        return Refusal.WALKING
    return Refusal.TYPING if scope is Scope.WINDOW and character else None


def written(key: str) -> str:
    """A portable key sequence as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def shown_key(reassigned: Reassigned, action_id: str, translator: Translator) -> str:
    """The first key of an action as this system writes it, for a sentence that names it; where the action has no key,
    its name.
    """
    key = next(iter(_in_force(tuple((one, tuple(keys)) for one, keys in reassigned)).keys_of(action_id)), "")
    spec = next(spec for spec in ACTIONS if spec.id == action_id)
    return written(key) if key else f"“{spec.name(translator)}”"


@lru_cache(maxsize=2)
def _in_force(reassigned: tuple[tuple[str, tuple[str, ...]], ...]) -> KeyMap:
    """The keys in force; made once, for sentences that name keys are worded at every step of the cursor."""
    return KeyMap(ACTIONS, reassigned)


class KeyMap:
    """Which keys each action has. What makes no sense in ``reassigned`` is passed over; a key is given once."""

    def __init__(self, specs: Iterable[ActionSpec], reassigned: Reassigned = ()) -> None:
        self._specs = {spec.id: spec for spec in specs}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._owners: dict[str, str] = {}
        for action, keys in reassigned:
            if action in self._specs and action not in self._keys:
                self._take(action, keys, checked=True)
        for spec in self._specs.values():
            if spec.id not in self._keys:
                self._take(spec.id, spec.keys, checked=False)

    def _take(self, action: str, keys: Sequence[str], *, checked: bool) -> None:
        """Give an action those keys that are free; of reassigned ones only those that make sense. Where none of
        several does, the action keeps its own; one that was left without keys on purpose stays without.
        """
        spec, kept = self._specs[action], [portable(key) for key in keys]
        free = [
            key
            for key in dict.fromkeys(kept)
            if key and key not in self._owners and not (checked and refusal(spec, key))
        ]
        if checked and keys and not free:
            return
        self._keys[action] = tuple(free)
        self._owners.update(dict.fromkeys(free, action))

    def keys_of(self, action: str) -> tuple[str, ...]:
        """The keys of an action, as portable sequences; the first is the one shown where there is room for one."""
        return self._keys[action]

    def owner(self, key: str) -> str | None:
        """The id of the action that has this key now, or None."""
        return self._owners.get(portable(key))

    def is_usual(self, action: str) -> bool:
        """Whether an action has the keys it came with."""
        return self._keys[action] == self.usual(action)

    def usual(self, action: str) -> tuple[str, ...]:
        """The keys an action came with."""
        return tuple(portable(key) for key in self._specs[action].keys)

    def with_keys(self, changed: dict[str, tuple[str, ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What the preferences keep once these actions have these keys: only what differs from the table."""
        keys = {**self._keys, **changed}
        return tuple((action, keys[action]) for action in self._specs if keys[action] != self.usual(action))
