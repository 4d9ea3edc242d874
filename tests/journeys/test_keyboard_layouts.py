"""The keys on other keyboards than the American one: a real X screen with us, ru, ru and us, fr and de layouts."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from tests.journeys.hands import _wait
from tests.journeys.screens import Screen
from tests.journeys.test_on_a_real_screen import environment, screen, start
from tests.making import COUNCIL, HARBOUR, make_draft

from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Modifier, Relation
from verifier.domain.queries import mark_of
from verifier.session.workbench import Workbench

__all__ = ["environment", "screen"]  # fixtures

CONTROL, ALT, ESCAPE = 37, 64, 9
_ROWS = {10: "1234567890-=", 24: "qwertyuiop[]", 38: "asdfghjkl;", 52: "zxcvbnm,./"}
PLACES = {character: first + index for first, row in _ROWS.items() for index, character in enumerate(row)}
"""X key codes by what is on them on the American keyboard."""
MOVED = {"fr": {"a": "q", "q": "a", "z": "w", "w": "z", "m": ";"}, "de": {"z": "y", "y": "z"}}
"""Where a layout has its Latin letters, in places of the American one; digits are where they are everywhere."""


class KeyCodes:
    """Presses keys by their place. By name xdotool would change the keyboard to have what it lacks."""

    def __init__(self, layout: str, environment: dict[str, str]) -> None:
        self._moved = MOVED.get(layout, {})
        self._environment = environment

    def press(self, *keys: str | int) -> None:
        """Press keys one after the other, given as "v", "ctrl+2", or by code."""
        for key in keys:
            name = str(key)
            code = key if isinstance(key, int) else self._code(name[-1])
            held = CONTROL if name.startswith("ctrl+") else ALT if name.startswith("alt+") else 0
            before, after = (["keydown", str(held)], ["keyup", str(held)]) if held else ([], [])
            command = ["xdotool", *before, "key", "--delay", "30", str(code), *after]
            subprocess.run(command, env=self._environment, check=True, timeout=10)
            time.sleep(0.15)

    def _code(self, character: str) -> int:
        return PLACES[self._moved.get(character, character)]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with two articles, nothing judged."""
    path = tmp_path / "quay.verif"
    with Workbench.create(path) as workbench:
        workbench.add_articles([make_draft(HARBOUR, "harbour.txt"), make_draft(COUNCIL, "council.txt")])
    return path


def seen(case: Path) -> dict[str, str]:
    """What is in the case file: labels and modifiers by address, links by the addresses of their ends."""
    found: dict[str, str] = {}
    with Workbench.open(case, read_only=True) as look:
        for address in ("A1", "A2", "A3", "B1"):
            mark = mark_of(look.rows, look.sentence_at_address(address))
            if mark is not None and mark.label is not None:
                found[address] = " ".join([mark.label, *sorted(mark.modifiers)])
        found |= {f"link {number}": link.relation for number, link in enumerate(look.rows.all(Link), 1)}
    return found


@pytest.mark.timeout(150)
@pytest.mark.parametrize("layout", ["us", "ru", "ru,us", "fr", "de"])
def test_letters_go_by_character_or_place_and_digits_by_place(
    layout: str, screen: Screen, environment: dict[str, str], case: Path
) -> None:
    if shutil.which("setxkbmap") is None:
        pytest.skip("not installed: setxkbmap")
    subprocess.run(["setxkbmap", "-layout", layout], env=environment, check=True, timeout=20)
    keys = KeyCodes(layout, environment)
    program = start(screen, environment, str(case))
    try:
        _wait(lambda: case.stem in screen.ask("getactivewindow", "getwindowname"), "the case", _rest)
        time.sleep(1)
        keys.press("ctrl+1", "v", "a", "j", "d")
        _expect(case, {"A1": f"{Label.VERIFIED} {Modifier.ATTRIBUTION_ONLY}", "A2": Label.DISPUTED})
        keys.press("ctrl+2", "o", "ctrl+1", "k", "k", "l", 11)  # 2 without Shift: contradicts
        _expect(case, {"B1": Label.OPINION, "link 1": Relation.CONTRADICTS})
        keys.press("ctrl+z")
        _expect(case, {"link 1": None})
        keys.press("l", ESCAPE, "ctrl+z")
        _expect(case, {"B1": None, "A2": Label.DISPUTED})
        keys.press("ctrl+f", "u", "ctrl+z", ESCAPE)  # typed into a field, and taken back there
        keys.press("alt+3", "n")  # in the list of sentences
        _expect(case, {"B1": Label.NO_CLAIM, "A2": Label.DISPUTED})
    except BaseException as error:
        error.add_note(f"{seen(case)}; {screen.state()}")
        raise
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait(timeout=20)


def _expect(case: Path, parts: dict[str, str | None]) -> None:
    """Wait until all these are in the case as they should be; None is for what should not be there."""
    _wait(lambda: all(seen(case).get(key) == value for key, value in parts.items()), f"{parts}", _rest)


def _rest() -> None:
    time.sleep(0.2)
