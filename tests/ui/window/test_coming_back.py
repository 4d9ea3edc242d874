"""Coming back: a case stands as it was left, the last one is there at the start, the window where it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from verifier.i18n import ENGLISH
from verifier.ui.assembly import Folders, assemble
from verifier.ui.dialogs.recent import RecentCases
from verifier.ui.frame import FILE, keep_frame, show_as_left

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


@contextmanager
def next_run(tmp_path: Path) -> Iterator[Assembled]:
    """The window of the next run of the program, on the same folders."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    folders = Folders(tmp_path / "config", tmp_path / "data", tmp_path / "documents")
    made = assemble(app, folders, ENGLISH)
    made.window.show()
    made.window.activateWindow()
    app.processEvents()
    yield made
    made.work.close()
    made.window.close()
    made.window.deleteLater()
    app.processEvents()


def place_of(parts: Assembled, address: str) -> str:
    return parts.desk.need.sentence_at_address(address).id


def kept(tmp_path: Path) -> Path:
    (file,) = (tmp_path / "data" / "places").glob("*.json")
    return file


def leave_at_b3(parts: Assembled) -> Path:
    """Leave the sample at B3, with A at its seventh sentence and the history beneath."""
    parts.place.go_to(place_of(parts, "A7"))
    parts.place.go_to(place_of(parts, "B3"))
    parts.controllers.sight.show_view("history")
    path = parts.desk.need.path
    parts.window.close()
    return path


def test_a_case_is_found_again_as_it_was_left(sample: Assembled, tmp_path: Path) -> None:
    path = leave_at_b3(sample)
    assert b"history" not in path.read_bytes()  # beside the case, never in it
    with next_run(tmp_path) as again:
        again.controllers.opening.open_path(path)
        assert again.place.sentence() == place_of(again, "B3")
        assert again.place.text_has_focus()
        assert bench(again).drawer.shown == "history"
        again.place.step_column(-1)
        assert again.place.sentence() == place_of(again, "A7")


def test_a_program_that_is_killed_left_the_case_where_the_cursor_was_lately(
    sample: Assembled, tmp_path: Path
) -> None:
    sample.returning._later.setInterval(10)
    sample.place.go_to(place_of(sample, "A7"))
    here = sample.place.sentence()
    QTest.qWait(100)
    assert json.loads(kept(tmp_path).read_text("utf-8"))["reading"]["cursors"][sample.place.article()] == here


def test_closed_columns_stay_closed(sample: Assembled, tmp_path: Path) -> None:
    a = sample.desk.need.rows.articles()[0].id
    sample.place.close_article(a)
    path = sample.desk.need.path
    sample.window.close()
    with next_run(tmp_path) as again:
        again.controllers.opening.open_path(path)
        assert a not in bench(again).columns.shown_articles()
        assert bench(again).columns.shown_articles()


@pytest.mark.parametrize(
    "left",
    [
        "{",
        "[]",
        '{"reading": 3, "view": 7}',
        '{"reading": {"articles": ["gone"], "article": "gone", "cursors": {"gone": "gone"}}, "view": "gone"}',
    ],
)
def test_what_makes_no_sense_any_more_is_passed_over(sample: Assembled, tmp_path: Path, left: str) -> None:
    path = leave_at_b3(sample)
    kept(tmp_path).write_text(left, encoding="utf-8")
    with next_run(tmp_path) as again:
        again.controllers.opening.open_path(path)
        assert len(bench(again).columns.shown_articles()) == 2
        assert again.place.sentence() == place_of(again, "A1")
        assert bench(again).drawer.shown == ""


def test_a_sentence_that_is_gone_leaves_the_cursor_where_it_can_be(sample: Assembled, tmp_path: Path) -> None:
    path = leave_at_b3(sample)
    found = json.loads(kept(tmp_path).read_text("utf-8"))
    found["reading"]["cursors"] = dict.fromkeys(found["reading"]["cursors"], "no such sentence")
    kept(tmp_path).write_text(json.dumps(found), encoding="utf-8")
    with next_run(tmp_path) as again:
        again.controllers.opening.open_path(path)
        assert again.place.sentence() is not None
        assert bench(again).drawer.shown == "history"


def test_the_last_case_is_there_at_the_start(sample: Assembled, tmp_path: Path) -> None:
    path = leave_at_b3(sample)
    with next_run(tmp_path) as again:
        again.returning.begin()
        assert again.desk.need.path == path
        assert again.place.sentence() == place_of(again, "B3")


def test_who_does_not_wish_it_begins_with_the_first_page(sample: Assembled, tmp_path: Path) -> None:
    sample.settings.change(restore=False)
    sample.window.close()
    with next_run(tmp_path) as again:
        again.returning.begin()
        assert again.desk.workbench is None
        assert again.window.first_page.isVisible()


def test_a_last_case_that_is_gone_is_offered_to_be_forgotten(sample: Assembled, tmp_path: Path) -> None:
    path = sample.desk.need.path
    sample.window.close()
    path.unlink()
    with next_run(tmp_path) as again:
        again.returning.begin()
        assert again.desk.workbench is None
        assert not again.window.message.isVisible()
        recents = again.window.first_page.recents
        assert "not there any more" in [label.text() for label in recents.findChildren(QLabel)]
        (forget,) = recents.buttons
        assert forget.text() == "Forget"
        forget.click()
        assert again.settings.all.recents == ()
        assert not recents.isVisible()


def test_a_last_case_that_cannot_be_opened_says_why(sample: Assembled, tmp_path: Path) -> None:
    path = sample.desk.need.path
    sample.window.close()
    path.write_bytes(b"no case at all")
    with next_run(tmp_path) as again:
        again.returning.begin()
        assert again.desk.workbench is None
        assert again.window.message.isVisible()
        assert path.name in again.window.message.text.text()


def test_a_case_id_that_names_a_path_keeps_nothing(
    sample: Assembled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = type(sample.desk.need)
    monkeypatch.setattr(kind, "case_id", property(lambda _self: "../../elsewhere"))
    sample.returning.keep()
    assert not list(tmp_path.rglob("elsewhere*"))
    assert not (tmp_path / "data" / "places").exists()


# -- the window ------------------------------------------------------------------------------------------------------


def test_a_window_comes_up_where_and_as_large_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    first, second, third = QWidget(), QWidget(), QWidget()
    for window in (first, second, third):
        qtbot.addWidget(window)
    assert not show_as_left(first, tmp_path)
    assert not first.isVisible()
    first.setGeometry(40, 50, 500, 400)
    first.show()
    keep_frame(first, tmp_path, {})
    assert show_as_left(second, tmp_path)
    assert second.isVisible()
    assert second.size() == QSize(500, 400)
    (tmp_path / FILE).write_text('{"geometry": "\\u2026"}', encoding="utf-8")
    assert not show_as_left(third, tmp_path)
    (tmp_path / FILE).write_text('{"geometry": "AAAA"}', encoding="utf-8")
    assert not show_as_left(third, tmp_path)


def test_the_parts_of_the_window_share_the_room_as_they_were_left(sample: Assembled, tmp_path: Path) -> None:
    sample.window.resize(1500, 900)
    across = bench(sample)._across
    panel, text, inspector = across.sizes()
    across.moveSplitter(panel + text - 70, 2)
    wide = across.sizes()
    assert wide[2] > inspector
    sample.controllers.sight.show_view("history")
    bench(sample)._middle.moveSplitter(300, 1)
    high = bench(sample).drawer.height()
    path = sample.desk.need.path
    sample.window.close()
    with next_run(tmp_path) as again:
        again.window.resize(1500, 900)
        again.controllers.opening.open_path(path)
        QApplication.processEvents()
        assert bench(again)._across.sizes()[2] == wide[2]
        assert abs(bench(again).drawer.height() - high) < 50  # the message bar and the like aside


@pytest.mark.parametrize("room", [3, {"sides": {"wide": "x"}, "heights": [1]}, {"sides": {"wide": [-1, 0]}}])
def test_room_that_makes_no_sense_is_passed_over(sample: Assembled, room: object) -> None:
    before = bench(sample).room()
    bench(sample).set_room(room)
    assert bench(sample).room() == before


# -- recent cases ----------------------------------------------------------------------------------------------------


def test_recent_cases_are_opened_by_keyboard_and_gone_ones_forgotten(
    sample: Assembled, tmp_path: Path
) -> None:
    mine = sample.desk.need.path
    sample.settings.remember(tmp_path / "gone.verif")
    sample.actions.actions["case.close"].trigger()
    sample.actions.actions["case.recent"].trigger()
    dialog = sample.window.findChild(RecentCases)
    assert dialog is not None
    assert dialog.shown() == [str(tmp_path / "gone.verif"), str(mine)]
    assert dialog.current() == str(mine)  # the one that is gone cannot be taken
    dialog.forget_gone()
    assert sample.settings.all.recents == (str(mine),)
    dialog.field.setText("nothing like it")
    assert dialog.shown() == []
    dialog.take()
    assert dialog.isVisible()
    dialog.field.setText(mine.stem)
    dialog.field.returnPressed.emit()
    assert sample.desk.need.path == mine


def test_a_recent_case_on_the_first_page_opens(sample: Assembled) -> None:
    path = sample.desk.need.path
    sample.actions.actions["case.close"].trigger()
    button = sample.window.first_page.recents.findChild(QPushButton)
    assert button is not None
    assert button.text() == path.stem
    button.click()
    assert sample.desk.need.path == path
