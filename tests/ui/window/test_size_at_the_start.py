"""The window at the start: never larger than the screen, so that status line and messages can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from verifier.ui.app import show_within

WANTED = QSize(1440, 900)


def shown(qtbot: QtBot, room: QSize) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(WANTED)
    show_within(window, room)
    return window


def test_a_big_screen_gives_the_window_its_size(qtbot: QtBot) -> None:
    window = shown(qtbot, QSize(1920, 1080))
    assert not window.isMaximized()
    assert window.size() == WANTED


@pytest.mark.parametrize("room", [QSize(1280, 720), QSize(1440, 900), QSize(1920, 900), QSize(1440, 1080)])
def test_on_a_smaller_screen_it_fills_it_and_made_smaller_fits_into_it(qtbot: QtBot, room: QSize) -> None:
    window = shown(qtbot, room)
    assert window.isMaximized()
    inside = window.normalGeometry().size()
    assert inside.width() < room.width()
    assert inside.height() < room.height()
