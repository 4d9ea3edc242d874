"""Russian is about a third longer than English: in a small window no word of it may be cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hatch_build import compile_translations
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QStyle,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from verifier.domain.queries import account, mark_of
from verifier.i18n import translator
from verifier.session.sample import make_sample_case
from verifier.ui.assembly import Assembled, Folders, assemble
from verifier.ui.look.elided import ElidedLabel

WIDE, SMALL = (1440, 900), (1280, 720)


@pytest.fixture(params=[WIDE, SMALL], ids=["wide", "small"])
def parts(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Assembled]:
    """The window in Russian with the sample case, the cursor on a disputed sentence."""
    compile_translations()
    folders = Folders(tmp_path / "config", tmp_path / "data", tmp_path / "documents")
    made = assemble(qapp, folders, translator("ru"))
    made.window.resize(*request.param)
    made.window.show()
    made.window.activateWindow()
    make_sample_case(tmp_path / "sample.verif")
    made.controllers.opening.open_path(tmp_path / "sample.verif")
    rows = made.desk.need.rows
    marked = (one for article in rows.articles() for one in account(rows, article) if mark_of(rows, one))
    made.place.go_to(
        next(one for one in marked if (mark := mark_of(rows, one)) and mark.label == "disputed").id
    )
    qapp.processEvents()
    yield made
    made.work.close()
    made.window.close()
    made.window.deleteLater()
    qapp.processEvents()


def needed(widget: QWidget) -> int:
    """The pixels a widget needs for its words; 0 for one that may cut them, or shows none."""
    if isinstance(widget, QLabel):
        may_cut = isinstance(widget, ElidedLabel) or widget.wordWrap() or not widget.text()
        return 0 if may_cut else widget.fontMetrics().horizontalAdvance(widget.text())
    if isinstance(widget, QCheckBox | QRadioButton):
        return widget.sizeHint().width() if widget.text() else 0
    if isinstance(widget, QPushButton | QToolButton):
        return words_of_button(widget)
    if isinstance(widget, QComboBox):
        arrow = widget.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        return (
            0 if widget.isEditable() else widget.fontMetrics().horizontalAdvance(widget.currentText()) + arrow
        )
    return 0


def words_of_button(button: QAbstractButton) -> int:
    words = button.text().replace("&", "")
    letters_only = any(letter.isalpha() for letter in words)
    return button.fontMetrics().horizontalAdvance(words) if letters_only else 0


def cut(top: QWidget) -> list[str]:
    """What is cut off in a window or dialog."""
    everything = [one for one in (top, *top.findChildren(QWidget)) if one.isVisible()]
    found = [f"{type(one).__name__} {text_of(one)!r}" for one in everything if needed(one) > room(one)]
    return found + [words for one in everything if isinstance(one, QHeaderView) for words in cut_heads(one)]


def room(widget: QWidget) -> int:
    """How many pixels of a widget's width are in sight; all of it where it is scrolled up or down out of sight."""
    seen = widget.visibleRegion().boundingRect()
    return widget.width() if seen.isEmpty() else min(widget.width(), seen.width())


def text_of(widget: QWidget) -> str:
    return widget.currentText() if isinstance(widget, QComboBox) else str(getattr(widget, "text", str)())


def cut_heads(header: QHeaderView) -> Iterator[str]:
    """The heads of a table that are wider than their column."""
    model = header.model()
    if model is None or header.orientation() != header.orientation().Horizontal or not header.isVisible():
        return
    for column in range(header.count()):
        words = str(model.headerData(column, header.orientation()) or "")
        if header.fontMetrics().horizontalAdvance(words) > header.sectionSize(column) > 0:
            yield f"head {words!r}"


def test_nothing_is_cut_in_the_window(parts: Assembled, qtbot: QtBot) -> None:
    for view in ("", "case", "open-items", "sentences", "links", "history"):
        parts.controllers.sight.show_view(view)
        # A count that comes home from comparing is laid out one round of events later.
        qtbot.waitUntil(lambda: cut(parts.window) == [], timeout=10_000)
    assert sum(needed(one) > 0 for one in parts.window.findChildren(QWidget) if one.isVisible()) > 20


def test_nothing_is_cut_on_the_first_page(parts: Assembled, qapp: QApplication) -> None:
    parts.actions.actions["case.close"].trigger()
    qapp.processEvents()
    assert cut(parts.window) == []


DIALOGS = (
    "help.palette", "help.keys", "help.about", "edit.preferences", "edit.checker", "case.report", "case.rename",
    "case.web", "case.about", "case.reading", "case.recent", "case.question", "mark.evidence",
)  # fmt: skip


def test_nothing_is_cut_in_the_dialogs(parts: Assembled, qtbot: QtBot) -> None:
    for action in DIALOGS:
        parts.actions.actions[action].trigger()
        qtbot.waitUntil(lambda: bool(open_dialogs(parts)))
        qtbot.wait(20)
        for dialog in open_dialogs(parts):
            assert cut(dialog) == [], action
            dialog.close()


def open_dialogs(parts: Assembled) -> list[QDialog]:
    return [one for one in parts.window.findChildren(QDialog) if one.isVisible()]


def test_a_word_that_is_cut_would_be_seen(qtbot: QtBot) -> None:
    box = QCheckBox("внутренний экземпляр")
    qtbot.addWidget(box)
    box.setFixedWidth(60)
    box.show()
    assert cut(box) == ["QCheckBox 'внутренний экземпляр'"]
    box.hide()
