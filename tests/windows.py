"""Fixtures for tests with a window: the whole window on folders of its own, and proof that it went away again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from verifier.ui.assembly import Assembled

collect_ignore_glob = [] if find_spec("PySide6") and find_spec("pytestqt") else ["*"]
"""In an environment without Qt these tests are not even imported."""


def mark_as_qt(conftest: str) -> Callable[[list[pytest.Item]], None]:
    """The hook that marks the tests beside a conftest as needing Qt, and lets the offscreen screen's own remark be."""
    folder = Path(conftest).parent

    def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
        for item in items:
            if folder in item.path.parents:
                item.add_marker(pytest.mark.qt)
                item.add_marker(
                    pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")
                )

    return pytest_collection_modifyitems


@pytest.fixture(autouse=True)
def nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window in sight."""
    from PySide6.QtCore import QCoreApplication, QEvent

    yield
    qapp.clipboard().clear()  # the next test would paste it; and made by Python, it must not outlive Python
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"left open: {left}"


@pytest.fixture
def parts(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Assembled]:
    """The whole window, shown, on folders of its own; closed afterwards. The sample the program keeps is its own too:
    one that another test worked in is another case. Opening a case sets nothing apart from the garbage collector:
    with six thousand tests in the process that takes a second.
    """
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("verifier.ui.bench.settle", lambda: None)
    from verifier.i18n import ENGLISH
    from verifier.ui.assembly import Folders, assemble

    folders = Folders(tmp_path / "config", tmp_path / "data", tmp_path / "documents")
    made = assemble(qapp, folders, ENGLISH)
    # on a busy machine reading takes so long that it would be shown; who tests that shortens it
    made.controllers.adding._slow.setInterval(60_000)
    made.window.show()
    made.window.activateWindow()
    qapp.processEvents()
    yield made
    made.work.close()
    made.window.close()
    made.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def sample(parts: Assembled, tmp_path: Path) -> Assembled:
    """The window with a fresh sample case open."""
    from verifier.session.sample import make_sample_case

    path = tmp_path / "sample.verif"
    make_sample_case(path)
    parts.controllers.opening.open_path(path)
    assert parts.desk.workbench is not None
    return parts
