"""What tests of the comparing parts of the window share: a sample that is compared in this process, at once."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from verifier.session.comparing import CompareJob
from verifier.session.sample import make_sample_case
from verifier.ui.assembly import Assembled
from verifier.ui.bench import Bench
from verifier.ui.control.comparing import State

LONG = 30_000
"""Milliseconds the child may take on a busy machine."""


class WorkerHere:
    """Does its jobs in this process, at once: for tests about what is shown, not about the child."""

    def start(self) -> None:
        """Nothing to start."""

    def submit(self, job: CompareJob) -> Future[object]:
        """The result, which is there already."""
        future: Future[object] = Future()
        future.set_result(job.run())
        return future

    def cancel(self, future: Future[object]) -> None:
        """What is done at once cannot be given up."""

    def close(self) -> None:
        """Nothing to end."""


def wait(parts: Assembled, qtbot: QtBot, state: State) -> None:
    """Wait until comparing stands so."""
    qtbot.waitUntil(lambda: parts.controllers.comparing.state is state, timeout=LONG)
    QApplication.processEvents()


def open_compared(parts: Assembled, folder: Path, qtbot: QtBot) -> Assembled:
    """Open a fresh sample and wait until it is compared; the window's worker must be a ``WorkerHere``."""
    path = folder / "sample.verif"
    make_sample_case(path)
    parts.controllers.opening.open_path(path)
    wait(parts, qtbot, State.DONE)
    return parts


def bench(parts: Assembled) -> Bench:
    """The bench of a window with a case."""
    made = parts.window.bench
    assert isinstance(made, Bench)
    return made
