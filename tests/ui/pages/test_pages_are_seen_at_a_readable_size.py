"""How large pages are shown at first, and how large the windows are in which they are."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from verifier.i18n import ENGLISH
from verifier.ui.dialogs.export.fields import Told
from verifier.ui.dialogs.fitting import EDGE, fit_before
from verifier.ui.pages.view import GAP, PagesView
from verifier.ui.work import Work

UPRIGHT, ACROSS = (595.0, 842.0), (842.0, 595.0)


class Shown(NamedTuple):
    """Pages, and what they stand in: it must outlive them."""

    holder: QWidget
    view: PagesView


def desk_of(qtbot: QtBot, width: int) -> Shown:
    """Pages on a desk of this width in pixels; one of them lies on its side."""

    def no_worker() -> object:
        raise AssertionError("nothing is drawn here")

    holder = QWidget()
    qtbot.addWidget(holder)
    view = PagesView(Work(no_worker, holder), ENGLISH, holder)  # type: ignore[arg-type]
    view.desk.arrange((UPRIGHT, UPRIGHT, ACROSS, UPRIGHT), width, 1.0)
    return Shown(holder, view)


def test_the_usual_page_gets_the_width_and_a_wider_one_is_seen_whole(qtbot: QtBot) -> None:
    frames = desk_of(qtbot, 700).view.desk.frames
    assert [frame.width() for frame in frames] == [700 - 2 * GAP] * 4
    assert frames[2].height() < frames[2].width() < frames[0].height()


def test_pages_are_no_larger_than_is_read_with_ease_however_much_room_there_is(qtbot: QtBot) -> None:
    frames = desk_of(qtbot, 3000).view.desk.frames
    assert 1.2 * UPRIGHT[0] < frames[0].width() < 2 * UPRIGHT[0]
    assert abs(frames[2].width() - frames[0].height()) <= 1, "a page on its side has the same scale"


def test_pages_nobody_has_drawn_are_not_called_drawn(qtbot: QtBot) -> None:
    shown = desk_of(qtbot, 700)
    shown.view.resize(700, 500)
    assert shown.view.desk.frames
    assert not shown.view.is_drawn()


def test_a_dialog_is_nearly_as_large_as_its_window_within_bounds_and_the_screen(qtbot: QtBot) -> None:
    window, dialog = QWidget(), QDialog()
    qtbot.addWidget(window)
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize() - QSize(EDGE, EDGE)
    window.resize(600, 500)
    fit_before(dialog, window, QSize(100, 100), QSize(5000, 5000))
    assert 0.9 * window.width() <= dialog.width() < window.width()
    assert 0.9 * window.height() <= dialog.height() < window.height()
    fit_before(dialog, window, QSize(100, 100), QSize(300, 5000))
    assert dialog.width() == 300
    fit_before(dialog, window, QSize(9000, 9000), QSize(9999, 9999))
    assert dialog.size() == room


def test_quiet_words_are_as_low_again_when_they_have_room(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    told = Told("Words that need several lines where they have little room", holder)
    told.resize(500, 20)
    holder.show()
    low = told.height()
    told.resize(90, 20)
    assert told.height() > low
    told.resize(500, 20)
    assert told.height() == low
