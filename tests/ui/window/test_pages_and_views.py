"""First page, views, opening, messages, looks: each in the real window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from tests.journeys.hands import InsideHands

from verifier.domain.articles import Article
from verifier.domain.judgements import Link
from verifier.domain.kinds import Label
from verifier.domain.queries import open_items
from verifier.session.sample import make_sample_case
from verifier.session.workbench import Workbench
from verifier.ui.control.casework import mark_at
from verifier.ui.dialogs.about_article import AboutArticleDialog
from verifier.ui.dialogs.export.dialog import ExportDialog
from verifier.ui.dialogs.small import NameDialog, PasteDialog
from verifier.ui.intake.preview import Preview
from verifier.ui.phrases import address
from verifier.ui.views.case import CaseView
from verifier.ui.views.places import PlacesView
from verifier.ui.views.tables import Links

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench

PATIENCE = 30_000
TEXT = "The quay burned on Monday night. Nobody was hurt.\n\nThe council is to meet on Friday.\n"


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def table(parts: Assembled, key: str) -> PlacesView:
    parts.controllers.sight.show_view(key)
    view = bench(parts).drawer.view(key)
    assert isinstance(view, PlacesView)
    return view


def article(folder: Path, name: str = "quay.txt") -> Path:
    path = folder / name
    path.write_text(f"{TEXT}\nThis is {name}.\n", encoding="utf-8")
    return path


# -- beginning ---------------------------------------------------------------------------------------------------------


def test_the_first_page_offers_every_beginning(parts: Assembled) -> None:
    names = ["case.sample", "case.new", "case.paste", "case.open"]
    buttons = [parts.window.first_page.findChild(QPushButton, f"begin.{name}") for name in names]
    assert all(isinstance(button, QPushButton) and button.isVisible() for button in buttons)
    assert parts.window.first_page.beginnings[0].hasFocus()


def test_the_sample_opens_from_the_first_page_half_done(parts: Assembled) -> None:
    parts.window.first_page.beginnings[0].click()
    assert parts.desk.workbench is not None
    checked, of = parts.window.status.checked.text().split(" checked")[0].split(" of ")
    assert 0 < int(checked) < int(of)
    assert parts.place.text_has_focus()


def test_what_is_checked_is_said_at_once_where_counting_what_is_open_takes_longer(
    parts: Assembled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verifier.ui.tally.SLICE", -1.0)
    parts.window.first_page.beginnings[0].click()
    assert " of " in parts.window.status.checked.text()
    assert "open" not in parts.window.status.counts.text()
    qtbot.waitUntil(lambda: "open items" in parts.window.status.counts.text(), timeout=PATIENCE)


def test_a_case_opened_again_has_its_cursor_on_the_first_sentence(sample: Assembled) -> None:
    path = sample.desk.need.path
    for _ in range(2):
        sample.controllers.opening.close()
        assert sample.place.sentence() is None
        sample.controllers.opening.open_path(path)
        assert sample.place.sentence() == sample.desk.need.sentence_at_address("A1").id
        assert bench(sample).inspector.heading.text().startswith("A1 ")
        assert sample.place.text_has_focus()


def test_the_first_article_makes_untitled_in_the_documents_folder(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    parts.controllers.adding.add_files([article(tmp_path)])
    qtbot.waitUntil(lambda: parts.desk.workbench is not None, timeout=PATIENCE)
    assert parts.desk.need.path == tmp_path / "documents" / "Untitled.verif"
    assert parts.settings.all.recents == (str(parts.desk.need.path),)
    qtbot.waitUntil(lambda: parts.desk.need.rows.count("articles") == 1, timeout=PATIENCE)


def test_files_dropped_on_the_window_are_added(parts: Assembled, tmp_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article(tmp_path, name))) for name in ("a.txt", "b.txt")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(parts.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(parts.window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    qtbot.waitUntil(
        lambda: parts.desk.workbench is not None and parts.desk.need.rows.count("articles") == 2,
        timeout=PATIENCE,
    )
    assert "a.txt" in parts.window.message.text.text()


def test_a_pasted_text_is_an_article(parts: Assembled, qtbot: QtBot) -> None:
    parts.actions.actions["case.paste"].trigger()
    dialog = parts.window.findChild(PasteDialog)
    assert isinstance(dialog, PasteDialog)
    dialog.name.setText("Harbour Gazette")
    dialog.text.setPlainText(TEXT)
    dialog.accept()
    preview = parts.window.findChild(Preview)
    assert isinstance(preview, Preview)
    qtbot.waitUntil(preview.do_button.isEnabled, timeout=PATIENCE)
    assert parts.desk.workbench is None
    preview.do_button.click()
    (added,) = parts.desk.need.rows.articles()
    assert parts.desk.need.text(added.version_id).startswith("The quay burned")
    assert parts.desk.need.original(added.version_id).decode() == TEXT


def test_reading_failed_is_said_and_makes_no_case(parts: Assembled, tmp_path: Path, qtbot: QtBot) -> None:
    parts.controllers.adding.add_files([tmp_path / "missing.txt"])
    qtbot.waitUntil(parts.window.message.isVisible, timeout=PATIENCE)
    assert "missing.txt" in parts.window.message.text.text()
    assert parts.desk.workbench is None
    assert not (tmp_path / "documents").exists()


def test_a_recent_case_that_is_gone_can_be_forgotten(parts: Assembled, tmp_path: Path) -> None:
    (tmp_path / "gone.verif").touch()
    parts.settings.remember(tmp_path / "gone.verif")
    (button,) = parts.window.first_page.recents.buttons
    (tmp_path / "gone.verif").unlink()
    button.click()
    assert parts.desk.workbench is None
    assert not (tmp_path / "gone.verif").exists()
    parts.window.message.offers()[0].click()
    assert parts.settings.all.recents == ()


def test_a_case_open_elsewhere_is_offered_as_a_copy_that_cannot_be_changed(
    parts: Assembled, tmp_path: Path
) -> None:
    path = tmp_path / "busy.verif"
    with Workbench.create(path) as other:
        parts.controllers.opening.open_path(path)
        assert parts.desk.workbench is None
        parts.window.message.offers()[0].click()
        assert parts.desk.need.read_only
        assert "read only" in parts.window.status.saved.text()
        assert not parts.actions.actions["case.rename"].isEnabled()
        assert other.path == path


@pytest.mark.skipif(sys.platform == "win32", reason="these permissions are those of Unix")
@pytest.mark.parametrize("code", ["case-read-only", "case-folder-read-only"])
def test_a_case_that_cannot_be_written_is_offered_as_a_copy_to_look_at(
    parts: Assembled, tmp_path: Path, code: str
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "kept.verif"
    make_sample_case(path)
    locked = path if code == "case-read-only" else folder
    locked.chmod(0o444 if locked == path else 0o555)
    try:
        parts.controllers.opening.open_path(path)
        assert parts.desk.workbench is None
        parts.window.message.offers()[0].click()
        assert parts.desk.need.read_only
        assert parts.place.sentence() is not None
        parts.controllers.opening.close()
    finally:
        locked.chmod(0o755)


def test_opening_asks_with_the_file_dialog(parts: Assembled, tmp_path: Path) -> None:
    path = tmp_path / "kept.verif"
    Workbench.create(path).close()
    parts.actions.actions["case.open"].trigger()
    dialog = parts.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert parts.desk.need.path == path


def test_renaming_keeps_everything_and_the_place(sample: Assembled, tmp_path: Path) -> None:
    place = sample.desk.need.sentence_at_address("B3").id
    sample.place.go_to(place)
    marks = sample.desk.need.rows.count("marks")
    sample.actions.actions["case.rename"].trigger()
    dialog = sample.window.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    dialog.name.setText("The night boat")
    dialog.accept()
    assert sample.desk.need.path == tmp_path / "The night boat.verif"
    assert not (tmp_path / "sample.verif").exists()
    assert sample.desk.need.rows.count("marks") == marks
    assert sample.place.sentence() == place


def test_a_name_that_is_taken_is_refused(sample: Assembled, tmp_path: Path) -> None:
    (tmp_path / "taken.verif").write_bytes(b"someone else's")
    sample.controllers.opening.rename("taken")
    assert sample.desk.need.path == tmp_path / "sample.verif"
    assert (tmp_path / "taken.verif").read_bytes() == b"someone else's"
    assert "taken.verif" in sample.window.message.text.text()


def test_a_saved_copy_opens_by_itself(sample: Assembled, tmp_path: Path) -> None:
    sample.controllers.opening.save_copy(tmp_path / "copy.verif")
    with Workbench.open(tmp_path / "copy.verif") as copy:
        assert copy.rows.count("marks") == sample.desk.need.rows.count("marks")


def test_a_removed_article_comes_back_by_the_message(sample: Assembled) -> None:
    sample.place.go_to(sample.desk.need.sentence_at_address("B3").id)
    marks = sample.desk.need.rows.count("marks")
    sample.actions.actions["case.remove"].trigger()
    assert [row.letter for row in sample.desk.need.rows.articles()] == ["A"]
    sample.window.message.offers()[0].click()
    assert [row.letter for row in sample.desk.need.rows.articles()] == ["A", "B"]
    assert sample.desk.need.rows.count("marks") == marks


def test_what_is_known_of_an_article_can_be_changed(sample: Assembled) -> None:
    sample.place.go_to(sample.desk.need.sentence_at_address("A3").id)
    sample.actions.actions["case.about"].trigger()
    dialog = sample.window.findChild(AboutArticleDialog)
    assert isinstance(dialog, AboutArticleDialog)
    rows = sample.desk.need.rows
    dialog.metadata.rows["publisher"].value.setText("The Evening Lantern")
    dialog.accept()
    assert rows.need(Article, rows.articles()[0].id).publisher == "The Evening Lantern"
    card = bench(sample).panel.cards[rows.articles()[0].id]
    assert card.text() == "The Evening Lantern"


def test_the_report_dialog_writes_a_report_and_leads_to_it(
    sample: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    sample.actions.actions["case.report"].trigger()
    dialog = sample.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert (dialog.do_button.text(), dialog.replaced.text()) == ("Write the report", "")
    old = dialog.chosen().with_name("old.docx")
    old.write_bytes(b"the report of last week")
    usual = dialog.target.text()
    for awkward in ("~nobody-of-this-name/r", "r" * 300, "x\0y", ""):
        dialog.target.setText(awkward)
    dialog.target.setText(str(old))
    assert dialog.do_button.text() == "Replace the report"
    assert "will be replaced" in dialog.replaced.text()
    dialog.target.setText(usual)
    dialog.zone.setCurrentText("Nowhere/At all")
    assert not dialog.do_button.isEnabled()
    dialog.zone.setCurrentText("Europe/Oslo")
    dialog.target.setText(str(tmp_path / "out"))
    dialog.accept()
    qtbot.waitUntil((tmp_path / "out.docx").exists, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(sample.window.message.offers()) == 2, timeout=PATIENCE)
    assert sample.settings.all.zone == "Europe/Oslo"


def test_long_work_shows_itself_and_can_be_cancelled(sample: Assembled, tmp_path: Path, qtbot: QtBot) -> None:
    sample.controllers.adding.add_files([article(tmp_path)])
    assert sample.window.status.progress.isVisible()
    assert "quay.txt" in sample.window.status.doing.text()
    sample.window.status.cancel.click()
    assert not sample.window.status.progress.isVisible()
    qtbot.wait(200)
    assert len(sample.desk.need.rows.articles()) == 2


# -- views -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["case", "open-items", "sentences", "links", "history"])
def test_every_view_opens_by_its_button_and_closes_by_escape(sample: Assembled, key: str) -> None:
    bench(sample).panel.view_button(key).click()
    assert bench(sample).drawer.isVisible()
    InsideHands().press("Escape")
    assert not bench(sample).drawer.isVisible()
    assert sample.place.text_has_focus()


def test_open_items_are_those_of_the_case_and_lead_there(sample: Assembled) -> None:
    view = table(sample, "open-items")
    items = open_items(sample.desk.need.rows)
    articles = len(sample.desk.need.rows.articles())
    assert view.model.rowCount() == len(items) + articles > 3  # nobody has checked all of either article
    view.table.selectRow(3)
    assert sample.place.sentence() == view.sentence_of(items[3])


def test_a_sentence_is_marked_from_the_table(sample: Assembled) -> None:
    view = table(sample, "sentences")
    view.table.selectRow(5)
    InsideHands().press("d")
    sentence = view.model.entries[5]
    mark = mark_at(sample.desk.need.rows, sentence.id)
    assert mark is not None
    assert mark.label is Label.DISPUTED
    assert "disputed" in view.model.data(view.model.index(5, 1))


def test_a_view_opens_at_the_cursor_and_its_row_is_always_the_one_that_is_marked(sample: Assembled) -> None:
    here = sample.desk.need.sentence_at_address("B4").id
    sample.place.go_to(here)
    view = table(sample, "sentences")
    QApplication.processEvents()
    assert sample.place.sentence() == here
    for _ in range(3):  # opinion steps on, and the row with it
        assert view.table.selectionModel().selectedRows()[0].data() == _address(sample)
        sample.actions.actions["mark.opinion"].trigger()
    assert mark_at(sample.desk.need.rows, here) is not None
    assert sample.place.sentence() != here
    sample.place.go_to(sample.desk.need.sentence_at_address("A2").id)
    assert view.table.selectionModel().selectedRows()[0].data() == "A2"
    items = table(sample, "open-items")
    sample.place.go_to(sample.desk.need.sentence_at_address("A1").id)
    assert not items.table.selectionModel().selectedRows()


def _address(parts: Assembled) -> str:
    return address(parts.desk.need.rows, parts.place.sentence() or "")


def test_a_table_shows_only_the_rows_asked_for(sample: Assembled) -> None:
    view = table(sample, "links")
    assert isinstance(view, Links)
    view.filters.chips["relation"].choose("contradicts")
    shown = view.sorted.rowCount()
    assert 0 < shown < len(sample.desk.need.rows.all(Link))


def test_the_history_names_every_step_newest_first(sample: Assembled) -> None:
    view = table(sample, "history")
    steps = sample.desk.need.steps()
    assert [entry.step.sequence for entry in view.entries()] == [step.sequence for step in reversed(steps)]
    assert all(view.model.data(view.model.index(row, 2)) for row in range(view.model.rowCount()))


def test_the_case_view_writes_one_step_when_a_field_is_left(sample: Assembled) -> None:
    sample.controllers.sight.show_view("case")
    view = bench(sample).drawer.view("case")
    assert isinstance(view, CaseView)
    before = len(sample.desk.need.steps())
    view.words.fields["finding"].show_words("Nothing was decided yet.")
    sample.controllers.sight.to_text()
    view.save()
    assert sample.desk.need.rows.details.finding == "Nothing was decided yet."
    assert len(sample.desk.need.steps()) == before + 1


def test_an_empty_case_says_what_to_do(parts: Assembled, tmp_path: Path) -> None:
    Workbench.create(tmp_path / "empty.verif").close()
    parts.controllers.opening.open_path(tmp_path / "empty.verif")
    said = [label.text() for label in bench(parts).columns.findChildren(QLabel) if label.isVisible()]
    assert any(said)
    assert table(parts, "sentences").empty.isVisible()


# -- looks -------------------------------------------------------------------------------------------------------------


def test_colours_and_text_size_change_while_the_window_is_open_and_are_remembered(
    sample: Assembled, tmp_path: Path
) -> None:
    light = sample.window.grab().toImage().pixelColor(QPoint(3, 300)).lightness()
    sample.actions.actions["view.theme-dark"].trigger()
    dark = sample.window.grab().toImage().pixelColor(QPoint(3, 300)).lightness()
    assert dark < 60 < light
    size = sample.settings.all.size
    sample.actions.actions["view.larger"].trigger()
    assert sample.settings.all.size == size + 1
    assert '"dark"' in (tmp_path / "config" / "preferences.json").read_text()
    sample.actions.actions["view.theme-light"].trigger()


@pytest.mark.parametrize(
    ("width", "folded", "beneath"), [(1500, False, False), (1280, True, False), (900, True, True)]
)
def test_a_narrow_window_folds_the_list_and_puts_the_inspector_beneath(
    sample: Assembled, width: int, folded: bool, beneath: bool
) -> None:
    sample.window.resize(width, 720)
    QApplication.processEvents()
    panel, inspector, columns = bench(sample).panel, bench(sample).inspector, bench(sample).columns
    assert (panel.width() < 100) is folded
    top = inspector.mapTo(sample.window, QPoint(0, 0)).y()
    assert (top > columns.mapTo(sample.window, QPoint(0, 0)).y() + 100) is beneath


def test_two_columns_are_in_sight_at_1280_by_720(sample: Assembled) -> None:
    sample.window.resize(1280, 720)
    QApplication.processEvents()
    assert [view.isVisible() for view in sample.place.text_widgets()] == [True, True]


def test_f6_walks_through_all_areas_and_comes_back(sample: Assembled) -> None:
    sample.window.resize(1500, 900)
    QApplication.processEvents()
    areas = [bench(sample).columns, bench(sample).inspector, bench(sample).panel, sample.window.toolbar]
    met = []
    for _ in range(len(areas) + 1):
        focus = QApplication.focusWidget()
        met.append(next((n for n, area in enumerate(areas) if focus and area.isAncestorOf(focus)), -1))
        InsideHands().press("F6")
    assert met == [0, 1, 2, 3, 0]


def test_every_control_has_a_name_a_screen_reader_can_say(sample: Assembled) -> None:
    nameless, met = [], 0
    for widget in sample.window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            met += 1
            if not interface.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert met > 30
    assert nameless == []


def test_this_qt_does_not_eat_references_to_none(parts: Assembled) -> None:
    before = sys.getrefcount(None)
    for _ in range(20_000):
        parts.window.update()
    assert abs(sys.getrefcount(None) - before) < 50
