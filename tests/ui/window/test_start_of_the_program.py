"""The start of the program: the case that was named, else the last one, in the window as it was left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from verifier.domain.checkers import UNNAMED
from verifier.i18n import ENGLISH
from verifier.session.preferences import Preferences, save_preferences
from verifier.session.workbench import Workbench
from verifier.ui.app import WARM_UP, Program
from verifier.ui.assembly import Assembled, Folders

PATIENCE = 15_000
"""Milliseconds a start may take."""


@contextmanager
def started(case: Path | None, folders: Folders, qtbot: QtBot) -> Iterator[Assembled]:
    """The program as the command line starts it, up to where its event loop would begin; complete and at rest."""
    program = Program(case, UNNAMED, ENGLISH, folders)
    program.show()
    qtbot.waitUntil(lambda: program.parts is not None, timeout=PATIENCE)
    parts = program.parts
    assert parts is not None
    qtbot.wait(WARM_UP + 100)
    yield parts
    parts.work.close()
    parts.window.close()
    parts.window.deleteLater()
    QApplication.processEvents()


def new_case(path: Path) -> Path:
    with Workbench.create(path):
        return path


def folders_of(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "documents")


def test_without_a_name_the_last_case_is_opened_in_the_window_as_it_was_left(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    folders = folders_of(tmp_path)
    last, other = new_case(tmp_path / "last.verif"), new_case(tmp_path / "other.verif")
    save_preferences(folders.config, Preferences().with_recent(other).with_recent(last))
    with started(None, folders, qtbot) as first:
        qtbot.waitUntil(lambda: first.desk.workbench is not None, timeout=PATIENCE)
        assert first.desk.need.path == last
        first.window.showNormal()
        first.window.resize(610, 480)
        QApplication.processEvents()
    with started(other, folders, qtbot) as second:
        qtbot.waitUntil(lambda: second.desk.workbench is not None, timeout=PATIENCE)
        assert second.desk.need.path == other
        assert second.window.size() == QSize(610, 480)


def test_the_first_start_shows_the_first_page(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    with started(None, folders_of(tmp_path), qtbot) as parts:
        assert parts.desk.workbench is None
        assert parts.window.first_page.isVisible()
        assert not parts.window.message.isVisible()
