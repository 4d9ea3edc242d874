"""Hands: what presses keys, inside the process or on a real screen. Both know key names as xdotool writes them."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PATIENCE = 40.0
"""Seconds a step may take before the journey is given up."""


class Hands(Protocol):
    """Somebody at the keyboard."""

    def press(self, *keys: str) -> None:
        """Press keys one after the other ("ctrl+o", "Return", "j")."""
        ...

    def open(self, *keys: str) -> None:
        """Press keys that open a dialog, and look at it before going on."""
        ...

    def look(self) -> None:
        """Look at what has opened before going on."""
        ...

    def type(self, text: str) -> None:
        """Type a text into whatever has the keyboard."""
        ...

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Wait until something is so. Raises AssertionError when it takes too long."""
        ...


class InsideHands:
    """Presses keys on whatever widget of this process has the focus, as Qt's own tests do."""

    def press(self, *keys: str) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        for name in keys:
            combination = QKeySequence(name.replace("ctrl", "Ctrl").replace("alt", "Alt"))[0]  # type: ignore[index]
            target = self._with_keyboard()
            QTest.keyClick(target, Qt.Key(combination.key()), combination.keyboardModifiers())
            QApplication.processEvents()

    def open(self, *keys: str) -> None:
        self.press(*keys)

    def look(self) -> None:
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents()

    def type(self, text: str) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        target = self._with_keyboard()
        for plain, letters in groupby(text, key=str.isascii):
            if plain:
                QTest.keyClicks(target, "".join(letters))
                continue
            for letter in letters:  # QTest knows no others
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(target, event)
        QApplication.processEvents()

    def _with_keyboard(self) -> QWidget:
        """The widget keys go to. Offscreen nobody gives a window back the keyboard when a dialog closes: done here."""
        from PySide6.QtWidgets import QApplication

        if QApplication.activeWindow() is None:
            for window in QApplication.topLevelWidgets():
                if window.isVisible():
                    window.activateWindow()
            QApplication.processEvents()
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None, "nothing has the keyboard"
        return target

    def wait(self, until: Callable[[], bool], what: str) -> None:
        from PySide6.QtWidgets import QApplication

        _wait(until, what, QApplication.processEvents)


class ScreenHands:
    """Presses keys on a real X screen with xdotool; knows nothing of the window but what it shows."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def press(self, *keys: str) -> None:
        if keys:
            self._do("key", "--delay", "25", *keys)

    def open(self, *keys: str) -> None:
        self.press(*keys)
        self.look()

    def look(self) -> None:
        """Wait until the program rests: how long a dialog takes to come depends on the machine."""
        time.sleep(0.4)
        end, still, before = time.monotonic() + PATIENCE, 0, ""
        while still < 4 and time.monotonic() < end:
            time.sleep(0.1)
            now = self._state()
            still = still + 1 if now == before and now.startswith("S") else 0
            before = now

    def _state(self) -> str:
        """What the program in front does: the letter of its main thread's state, and hundredths of seconds it has run.
        "S" and no more where it cannot be asked.
        """
        asked = ["xdotool", "getactivewindow", "getwindowpid"]
        done = subprocess.run(
            asked, env=self._environment, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        stat = Path(f"/proc/{done.stdout.strip()}/stat")
        if done.returncode or not stat.exists():
            return "S"
        fields = stat.read_text().rpartition(")")[2].split()
        return " ".join((fields[0], fields[11], fields[12]))

    def type(self, text: str) -> None:
        self._do("type", "--delay", "12", text)

    def wait(self, until: Callable[[], bool], what: str) -> None:
        _wait(until, what, lambda: time.sleep(0.1))
        self.look()

    def _do(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True, timeout=PATIENCE)


def _wait(until: Callable[[], bool], what: str, meanwhile: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, f"waited in vain: {what}"
        meanwhile()
        time.sleep(0.02)
