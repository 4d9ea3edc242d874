"""The end of the program: whatever was done before, it ends without a crash, and says so to who started it."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path
from textwrap import dedent
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

import shiboken6
from PySide6.QtWidgets import QApplication

from verifier.ui.work import Work

if TYPE_CHECKING:
    import pytest

    from verifier.session.jobs import Worker

COPIES = """
    import sys
    from pathlib import Path

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest

    from verifier.i18n import ENGLISH
    from verifier.session.sample import make_sample_case
    from verifier.ui.app import application
    from verifier.ui.assembly import Folders, assemble

    folder = Path(sys.argv[1])
    app = application()
    parts = assemble(app, Folders(folder / "config", folder / "data", folder / "documents"), ENGLISH)
    parts.window.show()
    make_sample_case(folder / "sample.verif")
    parts.controllers.opening.open_path(folder / "sample.verif")
    app.processEvents()
    view = parts.window.bench.columns.columns()[0].view
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    print(len(QGuiApplication.clipboard().text()) > 500)
    parts.work.close()
    parts.window.close()
"""
"""What is copied stays on the clipboard, which is there for longer than the program's own objects can be."""


def test_it_ends_without_a_crash_after_words_were_copied(tmp_path: Path) -> None:
    command = [sys.executable, "-c", dedent(COPIES), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=100, check=False)
    assert done.stdout.strip() == "True", done.stderr[-2000:]
    assert done.returncode == 0, done.stderr[-2000:]


class Late:
    """A worker whose job ends when the window has gone already."""

    def __init__(self) -> None:
        self.futures: list[Future[object]] = []

    def start(self) -> None:
        pass

    def submit(self, _job: object) -> Future[object]:
        self.futures.append(Future())
        return self.futures[-1]

    def cancel(self, _future: object) -> None:
        pass

    def close(self) -> None:
        pass


def test_what_a_thread_ends_after_the_window_went_is_told_to_nobody(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    late, told = Late(), list[Any]()
    work = Work(lambda: cast("Worker", late))
    work.submit("reading", [object(), object()], told.append, lambda _place, result: told.append(result))
    first, second = late.futures
    finish(first)
    qapp.processEvents()
    assert told == ["done"]
    work.close()
    shiboken6.delete(work)
    finish(second)
    qapp.processEvents()
    assert told == ["done"]
    assert not caplog.records


def finish(future: Future[object]) -> None:
    """Let a job end on a thread, as it does in the program."""
    thread = Thread(target=future.set_result, args=("done",))
    thread.start()
    thread.join()
