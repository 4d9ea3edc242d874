"""The export dialog in the real window: what is chosen is seen, written in every form, noted where it is final."""

from __future__ import annotations

import errno
import hashlib
import json
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from verifier.domain.articles import Sentence
from verifier.domain.errors import StepError
from verifier.domain.kinds import Label
from verifier.domain.queries import address_of
from verifier.i18n import translator
from verifier.session.places import sentence_at
from verifier.session.reopening import reopen
from verifier.session.sample import write_sample_report
from verifier.ui.assembly import Assembled
from verifier.ui.dialogs.export.dialog import ExportDialog
from verifier.ui.dialogs.export.parts_list import PartsList
from verifier.ui.dialogs.export.wish import FORMS
from verifier.ui.pages.preview import PreviewWindow
from verifier.ui.pages.proof import Entry

PATIENCE = 60_000


def dialog_of(parts: Assembled) -> ExportDialog:
    """The export dialog, opened."""
    parts.actions.actions["case.report"].trigger()
    dialog = parts.window.findChild(ExportDialog)
    assert dialog is not None
    return dialog


def proved(parts: Assembled, qtbot: QtBot) -> ExportDialog:
    """The dialog with its first proof."""
    dialog = dialog_of(parts)
    qtbot.waitUntil(lambda: len(dialog.pages) > 0, timeout=PATIENCE)
    return dialog


def written(parts: Assembled, dialog: ExportDialog, qtbot: QtBot) -> None:
    """The report written and said to be."""
    dialog.do_button.click()
    qtbot.waitUntil(lambda: len(parts.window.message.offers()) == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: parts.window.findChild(ExportDialog) is None, timeout=PATIENCE)


def test_the_report_is_seen_before_it_is_written(sample: Assembled, qtbot: QtBot) -> None:
    dialog = proved(sample, qtbot)
    counts = {name: item.text(1) for name, item in dialog.choices.parts.items.items()}
    assert counts["annotated"] == "40"
    assert counts["corrections"] == "nothing to say"
    assert dialog.choices.parts.items["summary"].childCount() == 3
    assert "pages" in dialog.seen.told.text()
    qtbot.waitUntil(lambda: dialog.pages.picture(0) is not None, timeout=PATIENCE)
    picture = dialog.pages.picture(0)
    assert picture is not None
    assert picture.width() > 100
    dialog.reject()


def test_the_thousands_of_a_count_are_set_apart_as_the_language_has_it(qtbot: QtBot) -> None:
    entries = [Entry("annotated", "Articles", 3018, (Entry("", "A", 3000), Entry("", "B", 18)))]
    for language, written_as in (("en", "3,018"), ("ru", "3\N{NARROW NO-BREAK SPACE}018")):
        window = QWidget()
        qtbot.addWidget(window)
        shown = PartsList("dossier", translator(language), window)
        shown.show_entries(entries)
        item = shown.items["annotated"]
        first = item.child(0)
        assert first is not None
        assert item.text(1) == written_as
        assert first.text(1) == written_as.replace("018", "000")


def test_another_template_has_other_parts_and_other_pages(sample: Assembled, qtbot: QtBot) -> None:
    dialog = proved(sample, qtbot)
    whole = len(dialog.pages)
    dialog.choices.template.setCurrentIndex(1)
    assert dialog.choices.parts.ticked() == {"summary", "conflicts", "asked"}
    qtbot.waitUntil(lambda: 0 < len(dialog.pages) < whole / 2, timeout=PATIENCE)
    dialog.choices.parts.items["sources"].setCheckState(0, Qt.CheckState.Checked)
    options = dialog.choices.options()
    assert options.without == frozenset()
    assert options.also == {"sources"}
    qtbot.waitUntil(lambda: dialog.choices.parts.items["sources"].text(1) == "2", timeout=PATIENCE)
    dialog.reject()


def test_a_part_switched_off_is_not_in_the_report(sample: Assembled, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(sample)
    dialog.choices.parts.items["custody"].setCheckState(0, Qt.CheckState.Unchecked)
    dialog.target.setText(str(tmp_path / "r.docx"))
    written(sample, dialog, qtbot)
    with zipfile.ZipFile(tmp_path / "r.docx") as package:
        body = package.read("word/document.xml").decode()
    assert "Annotated articles" in body
    assert "Custody of the sources" not in body


@pytest.mark.parametrize("form", [*FORMS])
def test_a_report_is_written_in_every_form(
    sample: Assembled, qtbot: QtBot, tmp_path: Path, form: str
) -> None:
    dialog = dialog_of(sample)
    dialog.target.setText(str(tmp_path / "r.docx"))
    dialog.choices.offer_form(form)
    target = tmp_path / f"r{FORMS[form].ending}"
    assert dialog.chosen() == target
    written(sample, dialog, qtbot)
    data = target.read_bytes()
    match form:
        case "docx":
            assert zipfile.is_zipfile(target)
        case "pdf":
            assert len(pypdfium2.PdfDocument(data)) > 5
        case "html":
            assert b"<html" in data
        case "csv":
            assert (tmp_path / "r-links.csv").exists()
        case _:
            assert json.loads(data)
    assert sample.settings.all.report_form == form


def test_a_final_report_is_noted_as_a_version_once(sample: Assembled, qtbot: QtBot, tmp_path: Path) -> None:
    for place, (name, said) in enumerate((("1.docx", "version 1"), ("again.docx", "Nothing changed"))):
        dialog = dialog_of(sample)
        assert not dialog.choices.why.isVisible()
        dialog.choices.status.setCurrentIndex(1)
        assert dialog.choices.why.isVisible()
        dialog.target.setText(str(tmp_path / name))
        written(sample, dialog, qtbot)
        assert said in sample.window.message.text.text()
        assert [one.number for one in sample.desk.need.report_versions()] == [1], place
    sample.desk.do(lambda case: case.mark([sentence_at(case.rows, "A6").id], Label.DISPUTED))
    dialog = dialog_of(sample)
    dialog.choices.status.setCurrentIndex(1)
    dialog.choices.why.setText("A6 was looked at again.")
    dialog.target.setText(str(tmp_path / "2.docx"))
    written(sample, dialog, qtbot)
    first, second = sample.desk.need.report_versions()
    assert (first.number, second.number, second.note) == (1, 2, "A6 was looked at again.")
    with zipfile.ZipFile(tmp_path / "2.docx") as package:
        assert "A6 was looked at again." in package.read("word/document.xml").decode()


def finalised(parts: Assembled, qtbot: QtBot, target: Path) -> ExportDialog:
    """The export dialog after a final report that was asked for did not come."""
    dialog = dialog_of(parts)
    dialog.choices.status.setCurrentIndex(1)
    dialog.target.setText(str(target))
    dialog.do_button.click()
    qtbot.waitUntil(dialog.do_button.isEnabled, timeout=PATIENCE)
    return dialog


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_a_final_report_is_in_its_place_only_when_the_case_knows_it(
    sample: Assembled, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    target = tmp_path / f"report{ending}"
    waiting: list[int] = []

    def refused(*_given: object) -> None:
        assert not target.exists()
        waiting.append(len(list(tmp_path.glob(".*.part"))))
        raise StepError("version-outrun", "1")

    dialog = dialog_of(sample)
    dialog.choices.offer_form(ending.removeprefix("."))
    monkeypatch.setattr(type(sample.desk.need), "finalise", refused)
    dialog = finalised(sample, qtbot, target)
    assert waiting == [1]
    assert "Finalise again" in sample.window.message.text.text()
    assert list(tmp_path.glob("*report*")) == [], "a report that could not be noted is gone"
    assert sample.desk.need.report_versions() == ()
    monkeypatch.undo()
    written(sample, dialog, qtbot)
    [version] = sample.desk.need.report_versions()
    assert hashlib.sha256(target.read_bytes()).hexdigest() == version.sha256


def test_a_noted_report_that_cannot_be_put_in_its_place_is_told_and_can_be_written_again(
    sample: Assembled, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.docx"

    def failing(_self: Path, _target: Path) -> None:
        raise OSError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", failing)
    dialog = finalised(sample, qtbot, target)
    assert "version 1 of the report is noted in the case" in dialog.fault.text()
    assert list(tmp_path.glob("*report*")) == []
    monkeypatch.undo()
    written(sample, dialog, qtbot)
    assert "Nothing changed since version 1" in sample.window.message.text.text()
    [version] = sample.desk.need.report_versions()
    assert hashlib.sha256(target.read_bytes()).hexdigest() == version.sha256


def words_of(pages: bytes, number: int = 0) -> str:
    """The words of a page."""
    document = pypdfium2.PdfDocument(pages)
    return str(document[number].get_textpage().get_text_range())


def test_the_pages_say_what_a_final_report_will_be(sample: Assembled, qtbot: QtBot) -> None:
    dialog = proved(sample, qtbot)
    assert "Draft 1" in words_of(dialog.pages.shown())
    sample.actions.actions["report.preview"].trigger()
    preview = sample.window.findChild(PreviewWindow)
    assert preview is not None
    qtbot.waitUntil(lambda: len(preview.pages) > 0, timeout=PATIENCE)
    dialog.choices.status.setCurrentIndex(1)
    dialog.choices.why.setText("First time out.")
    qtbot.waitUntil(lambda: "Final, version 1" in words_of(dialog.pages.shown()), timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Final, version 1" in words_of(preview.pages.shown()), timeout=PATIENCE)
    dialog.reject()
    qtbot.waitUntil(lambda: "Draft 1" in words_of(preview.pages.shown()), timeout=PATIENCE)
    preview.close()
    assert sample.desk.need.report_versions() == ()


def test_where_reviews_are_published_is_asked_and_told(
    sample: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(sample)
    choices = dialog.choices
    assert not choices.address.isVisible()
    choices.offer_form("claimreview")
    assert choices.address.isVisible()
    choices.address.setText("example.org")
    assert not dialog.do_button.isEnabled()
    choices.address.setText(" https://example.org/checks ")
    assert dialog.do_button.isEnabled()
    dialog.target.setText(str(tmp_path / "r.json"))
    written(sample, dialog, qtbot)
    reviews = json.loads((tmp_path / "r.json").read_bytes())["@graph"]
    assert {one["url"] for one in reviews} == {"https://example.org/checks"}


def test_places_to_look_at_come_between_the_choices_and_the_pages_by_tab(
    sample: Assembled, qtbot: QtBot
) -> None:
    dialog = proved(sample, qtbot)
    buttons = dialog.seen.concerns.buttons
    assert len(buttons) > 1
    seen: list[QWidget] = []
    widget: QWidget | None = dialog.choices.internal.nextInFocusChain()
    while widget is not None and widget is not dialog.pages and len(seen) < 200:
        seen.append(widget)
        widget = widget.nextInFocusChain()
    assert [one for one in seen if one in buttons] == buttons
    dialog.reject()


def test_a_dialog_that_hides_the_place_steps_aside_and_comes_back_as_it_was(
    sample: Assembled, qtbot: QtBot
) -> None:
    dialog = proved(sample, qtbot)
    dialog.choices.status.setCurrentIndex(1)
    dialog.setGeometry(sample.window.geometry())
    dialog.seen.concerns.buttons[0].click()
    assert dialog.isHidden()
    [back] = sample.window.message.offers()
    assert back.text() == "Report…"
    back.click()
    assert dialog.isVisible()
    assert dialog.choices.is_final
    dialog.reject()


def test_no_report_takes_the_place_of_what_the_case_is_made_from(
    parts: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    report, case = tmp_path / "harbour.docx", tmp_path / "harbour.verif"
    write_sample_report(report)
    reopen(report, case)
    parts.controllers.opening.open_path(case)
    qtbot.waitUntil(lambda: parts.desk.workbench is not None, timeout=PATIENCE)
    dialog = dialog_of(parts)
    assert dialog.chosen() == tmp_path / "harbour – report.docx"
    dialog.reject()


def test_a_report_that_cannot_be_written_leaves_the_dialog_and_no_version(
    sample: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(sample)
    dialog.choices.status.setCurrentIndex(1)
    dialog.target.setText(str(tmp_path / "nowhere" / "r.docx"))
    dialog.do_button.click()
    assert not dialog.do_button.isEnabled()
    qtbot.waitUntil(dialog.fault.isVisible, timeout=PATIENCE)
    assert "nowhere" in dialog.fault.text()
    assert dialog.do_button.isEnabled()
    assert sample.desk.need.report_versions() == ()
    dialog.reject()


def test_a_report_given_up_is_not_written(sample: Assembled, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = proved(sample, qtbot)
    dialog.target.setText(str(tmp_path / "r.docx"))
    dialog.do_button.click()
    assert dialog.stop.isVisible()
    dialog.stop.click()
    qtbot.waitUntil(lambda: not dialog.stop.isVisible(), timeout=PATIENCE)
    assert not dialog.fault.isVisible()
    assert not (tmp_path / "r.docx").exists()
    assert dialog.do_button.isEnabled()
    dialog.reject()


def test_show_me_leads_to_the_places_of_a_concern_in_turn(sample: Assembled, qtbot: QtBot) -> None:
    dialog = proved(sample, qtbot)
    place = next(at for at, one in enumerate(dialog.seen.concerns.concerns) if len(one.passages) > 1)
    seen = []
    for _ in range(2):
        dialog.seen.concerns.buttons[place].click()
        sentence = sample.desk.need.rows.need(Sentence, sample.place.sentence() or "")
        seen.append(address_of(sample.desk.need.rows, sentence))
    assert len(set(seen)) == 2
    assert all(address in dialog.seen.concerns.concerns[place].words for address in seen)
    dialog.reject()


def test_what_is_changed_in_the_case_is_seen_in_the_dialog(sample: Assembled, qtbot: QtBot) -> None:
    dialog = proved(sample, qtbot)
    unchecked = [one.words for one in dialog.seen.concerns.concerns if one.kind == "unchecked"]
    sample.desk.do(lambda case: case.mark([sentence_at(case.rows, "A6").id], Label.OPINION))
    qtbot.waitUntil(
        lambda: [one.words for one in dialog.seen.concerns.concerns if one.kind == "unchecked"] != unchecked,
        timeout=PATIENCE,
    )
    dialog.reject()


def test_choices_are_kept_for_the_next_report_where_they_differ(
    sample: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(sample)
    dialog.choices.paper.setCurrentIndex(1)
    dialog.choices.template.setCurrentIndex(2)
    dialog.choices.zone.setCurrentText("Asia/Tokyo")
    dialog.target.setText(str(tmp_path / "r.docx"))
    written(sample, dialog, qtbot)
    kept = json.loads((tmp_path / "config" / "preferences.json").read_text("utf-8"))
    reports = {name: value for name, value in kept.items() if name.startswith("report_") or name == "zone"}
    assert reports == {"report_paper": "letter", "report_template": "annotated", "zone": "Asia/Tokyo"}
    again = dialog_of(sample)
    assert (again.choices.paper.key, again.choices.template.key) == ("letter", "annotated")
    again.reject()


def test_the_report_of_the_programs_own_sample_goes_to_the_documents(
    parts: Assembled, tmp_path: Path
) -> None:
    parts.actions.actions["case.sample"].trigger()
    dialog = dialog_of(parts)
    assert dialog.chosen().parent == tmp_path / "documents"
    dialog.reject()


def test_a_house_style_that_is_not_there_is_told(sample: Assembled, tmp_path: Path) -> None:
    dialog = dialog_of(sample)
    dialog.choices.house.line.setText(str(tmp_path / "none.docx"))
    assert not dialog.do_button.isEnabled()
    dialog.choices.offer_form("pdf")
    assert dialog.do_button.isEnabled(), "a PDF has no use for it"
    dialog.reject()


def test_the_dialog_goes_with_its_case(sample: Assembled, qtbot: QtBot) -> None:
    dialog_of(sample)
    sample.controllers.opening.close()
    qtbot.waitUntil(lambda: sample.window.findChild(ExportDialog) is None, timeout=PATIENCE)


def test_all_of_the_dialog_is_reached_by_keyboard(sample: Assembled, qtbot: QtBot) -> None:
    dialog = proved(sample, qtbot)
    dialog.activateWindow()
    reached = set()
    for _ in range(60):
        focused = dialog.focusWidget()
        reached.add(focused)
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
    choices = dialog.choices
    wanted = {choices.template, choices.form_, choices.parts, choices.status, choices.language, choices.paper,
              choices.house.line, choices.internal, dialog.pages, dialog.file.line, dialog.do_button,
              dialog.cancel, *dialog.seen.concerns.buttons}  # fmt: skip
    assert wanted <= reached
    areas = []
    for _ in range(4):
        QTest.keyClick(dialog, Qt.Key.Key_F6)
        areas.append(dialog.focusWidget())
    assert set(areas) == {choices.template, dialog.pages, dialog.file.line, dialog.do_button}
    dialog.reject()


def test_another_form_is_offered_by_its_own_action(sample: Assembled) -> None:
    sample.actions.actions["report.export"].trigger()
    dialog = sample.window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.choices.form_.key == "pdf"
    assert dialog.chosen().suffix == ".pdf"
    dialog.reject()
