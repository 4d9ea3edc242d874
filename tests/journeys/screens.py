"""A real X screen of our own with a window manager on it, and somebody to ask what is on it."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import IO

TOOLS = ("Xvfb", "openbox", "xdotool")
"""What such a screen takes."""

_ATTEMPTS = 4
_READY = 20.0


class ScreenError(Exception):
    """The screen could not be set up, or broke; the message says which part, and what it said itself."""


class Screen:
    """An X server and a window manager, both alive and answering, or an exception that says what is missing.

    The server picks a free display itself. It is told never to start afresh when its last client leaves: else a
    question asked before the manager is up ends the connection the manager is just making.
    """

    def __init__(self, log: Path) -> None:
        self._log = log
        self._running: list[tuple[str, subprocess.Popen[bytes]]] = []
        self.display = ""

    def start(self) -> None:
        """Start both, anew a few times if one of them does not come up. Raises ScreenError."""
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                self._start_server()
                self._start_manager()
            except ScreenError as fault:
                self.stop()
                if attempt == _ATTEMPTS:
                    raise ScreenError(f"{_ATTEMPTS} times in vain, the last time: {fault}") from fault
                time.sleep(attempt)
            else:
                return

    def stop(self) -> None:
        """End what was started, the manager first."""
        while self._running:
            _, process = self._running.pop()
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=10)

    def ask(self, *arguments: str) -> str:
        """What xdotool answers; nothing where it fails (whatever it prints) or does not come back within 5 seconds."""
        environment = {**os.environ, "DISPLAY": self.display}
        try:
            done = subprocess.run(
                ["xdotool", *arguments],
                env=environment,
                capture_output=True,
                text=True,
                timeout=5,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout if done.returncode == 0 else ""

    def state(self) -> str:
        """Which parts are alive, and what they have said, for the message of a test that fails."""
        lines = [
            f"{name} on {self.display} {'runs' if (code := process.poll()) is None else f'ended with {code}'}"
            for name, process in self._running
        ]
        said = self._log.read_text("utf-8", "replace") if self._log.exists() else ""
        return "; ".join(lines) + (f"; they said: {said.strip()[-2000:]}" if said.strip() else "")

    def _start_server(self) -> None:
        read, write = os.pipe()
        arguments = ["Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp"]
        with os.fdopen(read) as answer:
            try:
                self._run("Xvfb", [*arguments, "-screen", "0", "1440x900x24"], {}, keep=[write])
            finally:
                os.close(write)
            number = self._line(answer)
        if not number.isdigit():
            raise ScreenError(f"Xvfb named no display; {self.state()}")
        self.display = f":{number}"

    def _start_manager(self) -> None:
        manager = self._run("openbox", ["openbox"], {"DISPLAY": self.display})
        end = time.monotonic() + _READY
        while manager.poll() is None and time.monotonic() < end:
            # only where a manager has announced itself has a screen a number of desktops
            if self.ask("get_num_desktops").strip().isdigit() and manager.poll() is None:
                return
            time.sleep(0.1)
        raise ScreenError(f"openbox does not manage the screen; {self.state()}")

    def _run(
        self, name: str, arguments: list[str], more: dict[str, str], keep: list[int] | None = None
    ) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as log:
            process = subprocess.Popen(
                arguments, env={**os.environ, **more}, pass_fds=keep or [], stdout=log, stderr=log
            )
        self._running.append((name, process))
        return process

    @staticmethod
    def _line(answer: IO[str]) -> str:
        """The line that comes within the time there is, or nothing."""
        ready, _, _ = select.select([answer], [], [], _READY)
        return answer.readline().strip() if ready else ""


def missing_tools() -> list[str]:
    """The tools that are not installed."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]
