"""A report opened as a case in the window: made by the child, opened, and told of in a dialog that blocks nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.making import at, make_case
from tests.reports.margins import commented

from verifier.domain.kinds import Label
from verifier.reports import ReportOptions, write_report
from verifier.ui.dialogs.reopened import ReopenedDialog

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled
    from verifier.ui.desk import Message

SECONDS = 60_000


def a_report(folder: Path) -> Path:
    with make_case(folder / "quay.verif") as case:
        case.mark(at(case, "A3"), Label.UNCONFIRMED)
        case.note(at(case, "A3"), "Who counted?")
        write_report(case.snapshot(), ReportOptions(), folder / "report.docx")
    return folder / "report.docx"


def dialog_of(parts: Assembled) -> ReopenedDialog | None:
    return parts.window.findChild(ReopenedDialog)


def test_a_report_with_a_comment_is_opened_and_told_of(
    parts: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    report = a_report(tmp_path)
    report.write_bytes(commented(report.read_bytes(), "Nobody knows why.", "Do we?"))
    parts.controllers.reopening.open_report(report)
    qtbot.waitUntil(lambda: dialog_of(parts) is not None, timeout=SECONDS)
    dialog = dialog_of(parts)
    assert dialog is not None
    assert not dialog.isModal()
    assert "A4: Ed Ito (EI) wrote: Do we?" in dialog.lists.toPlainText()
    case = parts.desk.workbench
    assert case is not None
    assert case.path == tmp_path / "report.verif"
    assert case.rows.count("marks") == 2
    dialog.close()


def test_a_report_nobody_touched_is_opened_without_a_dialog(
    parts: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[Message] = []
    parts.desk.said.connect(said.append)
    parts.controllers.reopening.open_report(a_report(tmp_path))
    qtbot.waitUntil(lambda: bool(said) and "report.docx" in said[-1].text, timeout=SECONDS)
    assert dialog_of(parts) is None
    (offer,) = said[-1].offers
    offer.call()
    dialog = dialog_of(parts)
    assert dialog is not None
    assert dialog.lists.toPlainText() == ""
    dialog.close()


def test_what_is_no_report_is_refused_and_the_open_case_stays(
    sample: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    before = sample.desk.workbench
    path = tmp_path / "other.docx"
    path.write_bytes(b"not a document")
    said: list[Message] = []
    sample.desk.said.connect(said.append)
    sample.controllers.reopening.open_report(path)
    qtbot.waitUntil(lambda: any(message.problem for message in said), timeout=SECONDS)
    assert "no whole Word document" in said[-1].text
    assert sample.desk.workbench is before
    assert not path.with_suffix(".verif").exists()


def test_the_report_is_asked_for_in_a_dialog_that_only_shows_word_documents(parts: Assembled) -> None:
    parts.controllers.reopening.ask()
    dialog = parts.window.findChild(QFileDialog)
    assert dialog is not None
    assert "*.docx" in dialog.nameFilters()[0]
    dialog.close()
