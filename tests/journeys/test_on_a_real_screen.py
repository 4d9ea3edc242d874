"""The main way on a real X screen, with keys from outside the program, as a person presses them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.journeys.hands import ScreenHands, _wait
from tests.journeys.screens import Screen, missing_tools
from tests.journeys.test_adding_in_every_way import MAIL
from tests.journeys.test_the_main_way import FAR, NEAR, ONE, OTHER, ROOT
from tests.journeys.way import Traveller, assert_everything_is_there

from verifier.domain.errors import VerifierError


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of our own with a window manager."""
    missing = missing_tools()
    if missing or os.environ.get("VERIFIER_NO_SCREEN"):
        pytest.skip(f"not installed: {', '.join(missing)}")
    screen = Screen(tmp_path / "screen.log")
    try:
        screen.start()
        yield screen
    finally:
        screen.stop()


@pytest.fixture
def environment(screen: Screen, tmp_path: Path) -> dict[str, str]:
    """What the program is started with: that screen, and folders of its own."""
    made = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    folders = {"CONFIG_HOME": "config", "DATA_HOME": "data", "DOCUMENTS_DIR": "documents"}
    made |= {f"XDG_{name}": str(tmp_path / folder) for name, folder in folders.items()}
    made["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    return made


def start(screen: Screen, environment: dict[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    """Start the program as a user does, and wait until its window has the keyboard, and shows the case it was given."""
    program = subprocess.Popen([sys.executable, "-m", "verifier", *arguments], env=environment, cwd=ROOT)
    try:
        _wait(lambda: _has_keyboard(screen), "the window has the keyboard", lambda: time.sleep(0.2))
        if arguments:
            _wait(lambda: _is_named(screen, " – Verifier"), "the case is open", lambda: time.sleep(0.2))
    except BaseException as error:
        error.add_note(f"{screen.state()}; the program: {program.poll()}")
        program.kill()
        program.wait(timeout=20)
        raise
    time.sleep(0.5)
    return program


def _has_keyboard(screen: Screen) -> bool:
    """Ask for the keyboard for our window and tell whether it has it. Asked again and again, since a request made
    while the window was not yet managed is lost, and xdotool's own waiting would not end then.
    """
    for window in screen.ask("search", "--onlyvisible", "--name", "Verifier").split():
        screen.ask("windowactivate", window)
    return "Verifier" in screen.ask("getactivewindow", "getwindowname")


@pytest.mark.timeout(300)
def test_keys_from_outside_do_the_whole_job_and_nothing_is_lost_when_the_program_is_killed(
    screen: Screen, environment: dict[str, str], tmp_path: Path
) -> None:
    files = [tmp_path / "comment.txt", tmp_path / "report.txt"]
    for file, text in zip(files, (ONE, OTHER), strict=True):
        file.write_text(text, encoding="utf-8")
    hands = ScreenHands(environment)
    traveller = Traveller(hands, files, tmp_path / "documents")
    program = start(screen, environment)
    try:
        traveller.walk(NEAR, FAR)
    except BaseException as error:
        error.add_note(screen.state())
        raise
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait(timeout=20)
    with traveller.look() as case:
        assert_everything_is_there(case, NEAR, FAR)
        before = len(case.steps())
    program = start(screen, environment, str(traveller.case))
    try:
        hands.press("ctrl+z")
        _wait(lambda: _steps(traveller) == before + 1, "undo is in the case", lambda: time.sleep(0.1))
        hands.press("ctrl+q")
        assert program.wait(timeout=20) == 0
    finally:
        program.kill()
        program.wait(timeout=20)
    with traveller.look() as case:
        assert case.rows.details.finding == ""


def _steps(traveller: Traveller) -> int:
    with traveller.look() as case:
        return len(case.steps())


def _count(traveller: Traveller, table: str) -> int:
    try:
        with traveller.look() as case:
            return case.rows.count(table)
    except VerifierError:
        return -1


@pytest.mark.timeout(200)
def test_what_raises_a_question_is_shown_first_and_enter_adds_it_and_gives_the_keyboard_back(
    screen: Screen, environment: dict[str, str], tmp_path: Path
) -> None:
    mail = tmp_path / "quay.eml"
    mail.write_text(MAIL, encoding="utf-8", newline="")
    hands = ScreenHands(environment)
    traveller = Traveller(hands, [mail], tmp_path / "documents")
    program = start(screen, environment)
    try:
        hands.open("ctrl+o")
        hands.type(f'"{mail}"')
        hands.press("Return")
        _wait(lambda: _is_named(screen, "How the sources were read"), "it is shown", lambda: time.sleep(0.2))
        assert not traveller.case.exists()
        time.sleep(1.0)
        hands.press("Return")
        hands.wait(lambda: _count(traveller, "articles") == 1, "the mail is an article")
        hands.press("d")
        hands.wait(lambda: _count(traveller, "marks") == 1, "its first sentence has a label")
        hands.press("ctrl+q")
        assert program.wait(timeout=20) == 0
    finally:
        program.kill()
        program.wait(timeout=20)


def _is_named(screen: Screen, name: str) -> bool:
    return name in screen.ask("getactivewindow", "getwindowname")
