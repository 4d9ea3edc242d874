"""The preview of the report and the printer: the same pages as in the PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from verifier.domain.kinds import Label
from verifier.reports import ReportOptions
from verifier.session.places import sentence_at
from verifier.ui.assembly import Assembled
from verifier.ui.dialogs.export.dialog import ExportDialog
from verifier.ui.pages.preview import PreviewWindow

PATIENCE = 60_000


def preview_of(parts: Assembled, qtbot: QtBot) -> PreviewWindow:
    parts.actions.actions["report.preview"].trigger()
    window = parts.window.findChild(PreviewWindow)
    assert window is not None
    qtbot.waitUntil(lambda: len(window.pages) > 0, timeout=PATIENCE)
    return window


def is_no_hash(word: str) -> bool:
    """A hash tells of the moment, which is another."""
    return re.fullmatch("[0-9a-f]{64}", word) is None


def test_all_pages_are_seen_and_walked_through_by_key(sample: Assembled, qtbot: QtBot) -> None:
    window = preview_of(sample, qtbot)
    count = len(window.pages)
    assert count > 5
    assert window.told.text() == f"page 1 of {count}"
    for number in (2, 3):
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        assert window.told.text() == f"page {number} of {count}"
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert window.told.text() == f"page 2 of {count}"
    qtbot.waitUntil(lambda: window.pages.picture(1) is not None, timeout=PATIENCE)
    window.close()


def test_pages_are_larger_and_smaller_by_key(sample: Assembled, qtbot: QtBot) -> None:
    window = preview_of(sample, qtbot)
    width = window.pages.desk.frames[0].width()
    QTest.keyClick(window, Qt.Key.Key_Plus)
    assert window.pages.desk.frames[0].width() > width
    for _ in range(6):
        QTest.keyClick(window, Qt.Key.Key_Minus)
    frames = window.pages.desk.frames
    assert frames[0].width() < width / 2
    assert frames[1].top() == frames[0].top(), "small pages stand beside each other"
    window.close()


def test_the_preview_follows_the_case(sample: Assembled, qtbot: QtBot) -> None:
    window = preview_of(sample, qtbot)
    before = window.pages.shown()
    sample.desk.do(lambda case: case.mark([sentence_at(case.rows, "A6").id], Label.DISPUTED))
    qtbot.waitUntil(lambda: window.pages.shown() != before, timeout=PATIENCE)
    window.close()


def test_the_preview_goes_with_its_case(sample: Assembled, qtbot: QtBot) -> None:
    preview_of(sample, qtbot)
    sample.controllers.opening.close()
    qtbot.waitUntil(lambda: sample.window.findChild(PreviewWindow) is None, timeout=PATIENCE)


def test_what_goes_to_the_printer_is_what_the_pages_show(
    sample: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    window = preview_of(sample, qtbot)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    sample.controllers.previewing.print_on(printer)
    told = sample.window.message.text
    qtbot.waitUntil(lambda: "printed to" in told.text(), timeout=PATIENCE)
    shown, printed = (
        pypdfium2.PdfDocument(source) for source in (window.pages.shown(), tmp_path / "printed.pdf")
    )
    assert len(printed) == len(shown) > 5
    for one, other in zip(shown, printed, strict=True):
        assert [round(side) for side in one.get_size()] == [round(side) for side in other.get_size()]
        first, second = (page.get_textpage().get_text_range().split() for page in (one, other))
        assert sorted(filter(is_no_hash, first)) == sorted(filter(is_no_hash, second))
    window.close()


def test_who_accepts_the_printer_has_the_report_printed(
    sample: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    sample.actions.actions["report.print"].trigger()
    dialog = sample.window.findChild(QPrintDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "filename")
    if name is None:
        pytest.skip("this system asks for its printers in a dialog of its own")
    printed = tmp_path / "printed.pdf"
    name.setText(str(printed))
    dialog.accept()
    told = sample.window.message.text
    qtbot.waitUntil(lambda: told.text().endswith(f"pages are printed to {printed}"), timeout=PATIENCE)
    assert len(pypdfium2.PdfDocument(printed)) > 5


def test_no_paper_says_final_before_a_file_does(sample: Assembled, qtbot: QtBot, tmp_path: Path) -> None:
    sample.actions.actions["case.report"].trigger()
    dialog = sample.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.choices.status.setCurrentIndex(1)
    told = sample.window.message.text
    for number, status in ((1, "Draft 1"), (2, "Final, version 1")):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printed = tmp_path / f"{number}.pdf"
        printer.setOutputFileName(str(printed))
        sample.controllers.previewing.print_on(printer)
        qtbot.waitUntil(printed.exists, timeout=PATIENCE)
        qtbot.waitUntil(lambda: "printed to" in told.text(), timeout=PATIENCE)
        assert ("They say draft" in told.text()) == (number == 1)
        assert status in pypdfium2.PdfDocument(printed)[0].get_textpage().get_text_range()
        case = sample.desk.need
        if number == 1:
            case.finalise(case.coming_version(ReportOptions()).version, "0" * 64)
            sample.window.message.text.setText("")
    dialog.reject()


def test_some_pages_alone_can_be_printed(sample: Assembled, qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "some.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    sample.controllers.previewing.print_on(printer)
    qtbot.waitUntil(lambda: "2 pages are printed" in sample.window.message.text.text(), timeout=PATIENCE)
    assert len(pypdfium2.PdfDocument(tmp_path / "some.pdf")) == 2


def test_the_printer_is_asked_for_beside_the_text(sample: Assembled, qtbot: QtBot) -> None:
    sample.actions.actions["report.print"].trigger()
    dialog = sample.window.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: sample.window.findChild(QPrintDialog) is None, timeout=PATIENCE)
