"""A desktop for somebody who listens: a session bus, the accessibility bus, and a reader on it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import IO, Any

LAUNCHERS = (
    Path("/usr/libexec/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2/at-spi-bus-launcher"),
)
"""Where systems keep what starts the accessibility bus."""

EARS = Path(__file__).with_name("ears.py")
PATIENCE = 30.0
"""Seconds until an answer is given up."""


class ListeningError(Exception):
    """The buses could not be set up, or the reader answered with a fault."""


def missing_ears() -> list[str]:
    """What is not installed of what it takes to listen."""
    missing = [] if shutil.which("dbus-daemon") else ["dbus-daemon"]
    if not any(path.exists() for path in LAUNCHERS):
        missing.append("at-spi2-core")
    asked = [_python(), "-c", "import pyatspi, gi; gi.require_version('Atspi', '2.0')"]
    if subprocess.run(asked, capture_output=True, check=False, timeout=60).returncode:
        missing.append("pyatspi for the system's Python")
    return missing


def _python() -> str:
    return "/usr/bin/python3" if Path("/usr/bin/python3").exists() else "python3"


class Listening:
    """The buses and the reader. ``environment`` is what a program must be started with to be heard."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.environment = {**environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self._log = log
        self._running: list[subprocess.Popen[Any]] = []
        self._reader: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start the buses and the reader. Raises ListeningError."""
        bus = self._run(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", answers=True
        )
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._line(bus.stdout)
        launcher = next(path for path in LAUNCHERS if path.exists())
        self._run(str(launcher), "--launch-immediately")
        self._start_reader()

    def _start_reader(self) -> None:
        """Start the reader; the accessibility bus may need a moment until one can listen on it."""
        for attempt in range(1, 6):
            self._reader = self._run(_python(), str(EARS), answers=True, asked=True)
            assert self._reader.stdout is not None
            with contextlib.suppress(ListeningError):
                self._line(self._reader.stdout)
                return
            time.sleep(attempt)
        raise ListeningError(f"the reader does not start; {self.said()}")

    def _run(self, *arguments: str, answers: bool = False, asked: bool = False) -> subprocess.Popen[str]:
        with self._log.open("ab") as log:
            process = subprocess.Popen(
                arguments,
                env=self.environment,
                stdin=subprocess.PIPE if asked else subprocess.DEVNULL,
                stdout=subprocess.PIPE if answers else log,
                stderr=log,
                text=True,
            )
        self._running.append(process)
        return process

    def stop(self) -> None:
        """End what was started, the reader first."""
        while self._running:
            process = self._running.pop()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=10)

    def ask(self, what: str, **more: Any) -> Any:
        """What the reader answers to a question. Raises ListeningError."""
        assert self._reader is not None
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(json.dumps({"do": what, **more}) + "\n")
        self._reader.stdin.flush()
        answer = json.loads(self._line(self._reader.stdout))
        if "fault" in answer:
            raise ListeningError(f"{what} {more}: {answer['fault']}")
        return answer["is"]

    def until(self, what: str, fits: Any, **more: Any) -> Any:
        """Ask again and again until an answer fits. Raises AssertionError with the last one."""
        end, last = time.monotonic() + PATIENCE, None
        while time.monotonic() < end:
            try:
                last = self.ask(what, **more)
                if fits(last):
                    return last
            except ListeningError as fault:
                last = str(fault)
            time.sleep(0.15)
        raise AssertionError(f"{what} {more}: waited in vain, the last answer was {last!r}; {self.said()}")

    def hears(self, *words: str) -> str:
        """Wait until something with all these words is announced; the answer is the whole of it."""
        heard: list[str] = []

        def fits(new: list[str]) -> bool:
            heard.extend(new)
            return any(all(word in one for word in words) for one in heard)

        try:
            self.until("heard", fits)
        except AssertionError as error:
            error.add_note(f"{words} was not among what was heard: {heard}")
            raise
        return next(one for one in heard if all(word in one for word in words))

    def said(self) -> str:
        """What the processes have said, for a message."""
        said = self._log.read_text("utf-8", "replace") if self._log.exists() else ""
        return f"they said: {said.strip()[-1500:]}"

    def _line(self, answer: IO[str]) -> str:
        ready, _, _ = select.select([answer], [], [], PATIENCE)
        line = answer.readline().strip() if ready else ""
        if not line:
            raise ListeningError(f"no answer; {self.said()}")
        return line


def environment_of(display: str) -> dict[str, str]:
    """The environment of a desktop on this display, without any bus of the machine's own."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DBUS_")}
    return {**kept, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
