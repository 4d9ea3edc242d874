"""The sample names what is to be finished, until it is; a copy says that it is one; the case can be checked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from verifier.domain.kinds import Label, Relation
from verifier.reports import ReportOptions
from verifier.session.jobs import CheckJob
from verifier.session.places import sentence_at
from verifier.session.workbench import Workbench
from verifier.ui.assembly import Assembled
from verifier.ui.bench import Bench
from verifier.ui.dialogs.about import About
from verifier.ui.dialogs.export.dialog import ExportDialog
from verifier.ui.dialogs.export.wish import Wish
from verifier.ui.panels.notice import Notice

PATIENCE = 30_000


def notice(parts: Assembled) -> Notice:
    assert isinstance(parts.window.bench, Bench)
    return parts.window.bench.notice


def done(parts: Assembled) -> list[bool]:
    return [button.task.done for button in notice(parts).buttons]


def test_the_sample_names_what_to_finish_and_ticks_it_off(sample: Assembled) -> None:
    assert notice(sample).isVisible()
    assert done(sample) == [False, False, False]
    notice(sample).buttons[0].click()
    assert sample.place.sentence() == sentence_at(sample.desk.need.rows, "A6").id
    sample.actions.actions[f"mark.{Label.UNCONFIRMED}"].trigger()
    assert done(sample) == [True, False, False]
    notice(sample).buttons[1].click()
    here, there = (sentence_at(sample.desk.need.rows, address).id for address in ("A13", "B6"))
    assert (sample.place.sentence(), sample.place.other_end()) == (here, there)
    sample.actions.actions["link.make"].trigger()
    sample.controllers.linking.choose(Relation.CONTRADICTS)
    assert done(sample) == [True, True, False]
    sample.controllers.casework.undo()
    assert done(sample) == [True, False, False]


def test_with_the_report_the_list_is_done_and_does_not_come_back(
    sample: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    rows, desk = sample.desk.need.rows, sample.desk
    desk.do(lambda case: case.mark([sentence_at(rows, "A6").id], Label.DISPUTED))
    ends = [sentence_at(rows, address).id for address in ("A13", "B6")]
    desk.do(lambda case: case.link(ends[0], ends[1], Relation.CONTRADICTS))
    notice(sample).buttons[2].click()
    dialog = sample.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.reject()
    sample.controllers.reporting.write(Wish(ReportOptions(), "docx", tmp_path / "report.docx"))
    qtbot.waitUntil(lambda: not notice(sample).isVisible(), timeout=PATIENCE)
    assert (tmp_path / "report.docx").exists()
    path = sample.desk.need.path
    sample.controllers.opening.close()
    sample.controllers.opening.open_path(path)
    assert not notice(sample).isVisible()


def test_who_has_seen_enough_closes_the_list(sample: Assembled) -> None:
    notice(sample).close_button.click()
    assert not notice(sample).isVisible()
    assert sample.settings.all.sample_finished


def test_another_case_names_no_tasks(parts: Assembled, tmp_path: Path) -> None:
    Workbench.create(tmp_path / "own.verif").close()
    parts.controllers.opening.open_path(tmp_path / "own.verif")
    assert not notice(parts).isVisible()


def test_a_copy_to_look_at_says_so_and_how_to_work_in_it(sample: Assembled) -> None:
    path = sample.desk.need.path
    sample.controllers.opening.close()
    with Workbench.open(path):
        sample.controllers.opening.open_path(path, read_only=True)
        shown = notice(sample)
        assert shown.isVisible()
        assert "copy made at" in shown.text.text()
        assert not shown.buttons
        sample.controllers.opening.close()


def test_the_case_is_checked_in_the_child_and_the_answer_is_in_words(sample: Assembled, qtbot: QtBot) -> None:
    sample.actions.actions["case.check"].trigger()
    assert sample.work.busy()
    assert sample.window.status.doing.text() == "Checking sample.verif"
    said = sample.window.message.text
    qtbot.waitUntil(lambda: "whole and unaltered" in said.text(), timeout=PATIENCE)


def test_a_damaged_case_is_told_as_damaged(sample: Assembled, qtbot: QtBot) -> None:
    path = sample.desk.need.path
    sample.controllers.opening.close()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE steps SET what = 'other' WHERE sequence = 2")
    tell = partial(sample.controllers.checking._tell, path.name)
    sample.work.submit("Checking", [CheckJob(path)], tell)
    said = sample.window.message.text
    qtbot.waitUntil(lambda: bool(said.text()), timeout=PATIENCE)
    assert "whole" not in said.text()
    assert "sample.verif" in said.text()


def test_the_program_says_which_it_is(parts: Assembled) -> None:
    parts.actions.actions["help.about"].trigger()
    dialog = parts.window.findChild(About)
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
