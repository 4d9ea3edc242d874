"""Every word the window shows has gone through its translator: in a made-up language nothing stays English.

The translator puts each string in brackets, and the case is written in Cyrillic letters: a Latin word outside brackets
has escaped translation.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.i18n.bracketed import Bracketed, escaped_words, make_case_in_cyrillic

from verifier.domain.queries import account
from verifier.ui.assembly import Assembled, Folders, assemble


def test_a_word_outside_the_brackets_would_be_seen() -> None:
    assert escaped_words("⟦{n} of ⟦two⟧⟧ · Ctrl+K, ⟦cut off…") == []
    assert escaped_words("⟦two⟧ links") == ["links"]


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[Assembled]:
    """The whole window in brackets, with a case in Cyrillic that has something of everything."""
    path = tmp_path / "дело.verif"
    make_case_in_cyrillic(path, tmp_path)
    folders = Folders(tmp_path / "к", tmp_path / "д", tmp_path / "н")
    parts = assemble(qapp, folders, Bracketed())
    parts.window.show()
    parts.window.activateWindow()
    parts.controllers.opening.open_path(path)
    qapp.processEvents()
    yield parts
    parts.work.close()
    parts.window.close()
    parts.window.deleteLater()
    qapp.processEvents()


def shown_by(widget: QWidget) -> Iterator[str]:
    """Every text a widget shows, says or stands for."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QComboBox) and not lists_names(widget):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells(widget.model(), headed=isinstance(widget, QTableView | QTreeView))


def lists_names(box: QComboBox) -> bool:
    """Whether one chooses a type face, a time zone or an encoding there: many, and the same in every language."""
    words = [box.itemText(index) for index in range(1, box.count())]
    return len(words) > 12 and not any("⟦" in one for one in words)


def cells(model: QAbstractItemModel, *, headed: bool) -> Iterator[str]:
    for column in range(model.columnCount(QModelIndex()) if headed else 1):
        if headed:
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(QModelIndex()), 200)):
            yield str(model.index(row, column).data() or "")


def escaped(top: QWidget) -> dict[str, str]:
    """What is shown untranslated in a window or dialog, with the class of what shows it."""
    popups = [box.view() for box in top.findChildren(QComboBox)]
    everything = [top, *(one for one in top.findChildren(QWidget) if one not in popups)]
    found = {text: type(one).__name__ for one in everything for text in shown_by(one)}
    found |= {
        text: "QAction" for action in top.findChildren(QAction) for text in (action.text(), action.toolTip())
    }
    return {text: kind for text, kind in found.items() if escaped_words(text)}


def test_the_window_with_a_case_and_every_view(window: Assembled, qapp: QApplication) -> None:
    parts = window
    sentence = account(parts.desk.need.rows, parts.desk.need.rows.articles()[0])[1]
    parts.place.go_to(sentence.id)
    for view in ("", "case", "open-items", "sentences", "links", "history"):
        parts.controllers.sight.show_view(view)
        qapp.processEvents()
        assert escaped(parts.window) == {}, view
    assert sum("⟦" in text for one in parts.window.findChildren(QLabel) for text in [one.text()]) > 10


DIALOGS = (
    "help.palette", "help.keys", "help.about", "edit.preferences", "edit.checker", "case.report", "case.rename",
    "case.web", "case.about", "case.reading", "case.recent", "case.question", "mark.evidence",
)  # fmt: skip


@pytest.mark.parametrize("action", DIALOGS)
def test_the_dialogs(window: Assembled, qtbot: QtBot, action: str) -> None:
    window.place.go_to(account(window.desk.need.rows, window.desk.need.rows.articles()[0])[1].id)
    window.actions.actions[action].trigger()
    qtbot.waitUntil(lambda: bool(open_dialogs(window)))
    for dialog in open_dialogs(window):
        assert escaped(dialog) == {}
        dialog.close()


def open_dialogs(parts: Assembled) -> list[QDialog]:
    return [one for one in parts.window.findChildren(QDialog) if one.isVisible()]


def test_the_first_page(window: Assembled, qapp: QApplication) -> None:
    window.actions.actions["case.close"].trigger()
    qapp.processEvents()
    assert window.window.first_page.isVisible()
    assert escaped(window.window.first_page) == {}
