"""The main way on a real X screen, with keys from outside the program, as a person presses them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.journeys.hands import ScreenHands, _wait
from tests.journeys.test_the_main_way import FAR, NEAR, ONE, OTHER, ROOT
from tests.journeys.way import Traveller, assert_everything_is_there

_TOOLS = ("Xvfb", "openbox", "xdotool")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a screen of our own with a window manager."""
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing or os.environ.get("VERIFIER_NO_SCREEN"):
        pytest.skip(f"not installed: {', '.join(missing)}")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        display = answer.readline().strip()
    environment = {**os.environ, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
    folders = {"CONFIG_HOME": "config", "DATA_HOME": "data", "DOCUMENTS_DIR": "documents"}
    environment |= {f"XDG_{name}": str(tmp_path / folder) for name, folder in folders.items()}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    yield environment
    for process in (manager, server):
        process.terminate()
        process.wait(timeout=20)


def start(environment: dict[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    """Start the program as a user does, and wait until its window has the keyboard."""
    program = subprocess.Popen([sys.executable, "-m", "verifier", *arguments], env=environment, cwd=ROOT)
    try:
        _wait(lambda: _has_keyboard(environment), "the window has the keyboard", lambda: time.sleep(0.2))
    except BaseException:
        program.kill()
        program.wait(timeout=20)
        raise
    time.sleep(0.5)
    return program


def _has_keyboard(environment: dict[str, str]) -> bool:
    """Ask for the keyboard for our window and tell whether it has it. Asked again and again, since the window
    manager may not be up yet; xdotool's own waiting does not end when a request was lost.
    """
    for window in _ask(environment, "search", "--onlyvisible", "--name", "Verifier").split():
        _ask(environment, "windowactivate", window)
    return "Verifier" in _ask(environment, "getactivewindow", "getwindowname")


def _ask(environment: dict[str, str], *arguments: str) -> str:
    """What xdotool answers; nothing where it fails or does not come back."""
    try:
        done = subprocess.run(
            ["xdotool", *arguments], env=environment, capture_output=True, text=True, timeout=5, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout


@pytest.mark.timeout(300)
def test_keys_from_outside_do_the_whole_job_and_nothing_is_lost_when_the_program_is_killed(
    screen: dict[str, str], tmp_path: Path
) -> None:
    files = [tmp_path / "comment.txt", tmp_path / "report.txt"]
    for file, text in zip(files, (ONE, OTHER), strict=True):
        file.write_text(text, encoding="utf-8")
    hands = ScreenHands(screen)
    traveller = Traveller(hands, files, tmp_path / "documents")
    program = start(screen)
    try:
        traveller.walk(NEAR, FAR)
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait(timeout=20)
    with traveller.look() as case:
        assert_everything_is_there(case, NEAR, FAR)
        before = len(case.steps())
    program = start(screen, str(traveller.case))
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
