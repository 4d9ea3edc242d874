"""The preview in a small window: nothing is cut at its side, and only one thing scrolls around what a source states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollArea
from tests.ui.intake.readings import begin, clear, page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled


@pytest.mark.parametrize("size", [(600, 320), (640, 330), (780, 620), (1120, 640)])
def test_no_line_of_the_source_is_cut_at_the_side(
    parts: Assembled, qtbot: QtBot, size: tuple[int, int]
) -> None:
    shown = begin(parts, qtbot, [clear("a.txt"), page()], show_first=False)
    shown.resize(*size)
    area = next(one for one in shown.findChildren(QScrollArea) if one.widget() is shown.detail)
    qtbot.waitUntil(lambda: shown.detail.width() == area.viewport().width(), timeout=5000)
    assert shown.detail.minimumSizeHint().width() <= area.viewport().width()


def test_what_the_source_states_beneath_its_text_has_no_scroll_bar_of_its_own(
    parts: Assembled, qtbot: QtBot
) -> None:
    shown = begin(parts, qtbot, [clear("a.txt"), page()], show_first=False)
    shown.resize(780, 620)
    qtbot.waitUntil(
        lambda: shown.detail.side.viewport().height() >= shown.detail.metadata.minimumSizeHint().height(),
        timeout=5000,
    )
    qtbot.waitUntil(lambda: not shown.detail.side.verticalScrollBar().isVisible(), timeout=5000)
