"""Where a key is on the keyboard, whatever its layout types there: what QWERTY has in its place.

The scan codes are those of Linux' input events; Windows numbers the keys of the main block alike (both keep the codes
of the PC's second keyboard, "set 1"), X11 and Wayland add 8. macOS has numbers of its own (``kVK_ANSI_…``), which Qt
hands over as virtual keys.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ROWS = ((2, "1234567890-="), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL;'`"), (43, "\\ZXCVBNM,./"))
_BY_CODE = {first + index: character for first, row in _ROWS for index, character in enumerate(row)}
_BY_MAC_KEY = dict(
    zip(
        (*range(10), *range(11, 36), *range(37, 48), 50),
        "ASDFHGZXCV" + "BQWERYT123465=97-80]OU[IP" + "LJ'K;\\,/NM." + "`",
        strict=True,
    )
)
_ADDED = {"xcb": 8, "wayland": 8, "wayland-egl": 8, "windows": 0}
"""What a platform of Qt adds to the scan codes."""


def character_at(event: QKeyEvent, platform: str) -> str:
    """What QWERTY has where this key is: a capital letter, a digit or a sign; "" for other keys and platforms.

    ``platform`` is Qt's name for it, as ``QGuiApplication.platformName()`` tells.
    """
    if platform == "cocoa":
        # 0 is a letter's number there, and also what an artificial event has, which names no modifiers either
        known = event.nativeVirtualKey() or event.nativeModifiers()
        return _BY_MAC_KEY.get(event.nativeVirtualKey(), "") if known else ""
    if platform not in _ADDED:
        return ""
    return _BY_CODE.get(event.nativeScanCode() - _ADDED[platform], "")


def digit_at(event: QKeyEvent, platform: str) -> int | None:
    """The digit of the number row at this key's place, or None: a French layout types & é " there."""
    character = character_at(event, platform)
    return int(character) if character.isdecimal() else None


def is_foreign_letter(key: int) -> bool | None:
    """Whether a key of Qt's is a letter of another script than Latin; None where it is no letter."""
    if not 0x20 <= key < 0x01000000 or key > 0x10FFFF or not chr(key).isalpha():
        return None
    return not unicodedata.name(chr(key), "").startswith(("LATIN", "FEMININE", "MASCULINE"))


class Positions:
    """Which key is meant by an event, where the character it types does not tell.

    Letters go by character wherever the layout types Latin ones, so a key is taken for the QWERTY key at its place
    only on a layout without them. Digits always go by place.
    """

    def __init__(self, platform: str) -> None:
        self.platform = platform
        self._foreign = False

    def meant(self, event: QKeyEvent) -> Qt.Key | None:
        """The key meant by place, or None where the one Qt names is right."""
        foreign = is_foreign_letter(event.key())
        if foreign is not None:
            self._foreign = foreign
        character = character_at(event, self.platform)
        if not character or (not self._foreign and not character.isdecimal()):
            return None
        typed = Qt.Key(ord(character))
        return typed if event.key() != typed and not _is_key_pad(event) else None


def _is_key_pad(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
