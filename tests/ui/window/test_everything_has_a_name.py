"""Every control that can have the keyboard says what it is, in the window, in every view and in every dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)

from verifier.domain.queries import account
from verifier.ui.actions import ACTIONS, MENUS

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled

QUITS = {"case.quit"}
"""Actions that would end the test."""


def controls() -> list[QWidget]:
    """What the keyboard can reach now. A dialog for files or printers is the system's, or Qt's own."""
    found = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and not isinstance(window, QFileDialog | QPrintDialog):
            inner = (window, *window.findChildren(QWidget))
            found += [one for one in inner if is_control(one) and not isinstance(one.window(), QPrintDialog)]
    return found


def is_control(widget: QWidget) -> bool:
    """Whether a widget can have the keyboard, and is no inner part of another."""
    if not widget.isVisible() or widget.isWindow() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    above = widget.parentWidget()
    return not isinstance(above, QAbstractSpinBox | QComboBox) and not (
        isinstance(above, QAbstractScrollArea) and above.viewport() is widget
    )


def is_labelled(widget: QWidget) -> bool:
    """Whether a label says that it stands for a widget: a chooser's name is its value where screen readers run on X."""
    above = widget.parentWidget()
    labels = above.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly) if above else []
    return any(label.buddy() is widget and has_words(label.text()) for label in labels)


def has_words(name: str) -> bool:
    """Whether something can be said: a sign alone is no name."""
    return any(character.isalpha() for character in name)


def unnamed() -> list[str]:
    """The controls that say nothing of what they are."""
    faulty = []
    for widget in controls():
        face = QAccessible.queryAccessibleInterface(widget)
        assert face is not None
        name = face.text(QAccessible.Text.Name)
        fine = is_labelled(widget) if isinstance(widget, QComboBox) else has_words(name)
        if not fine:
            chain = [widget]
            while (above := chain[-1].parentWidget()) is not None:
                chain.append(above)
            path = " < ".join(f"{type(one).__name__}({one.objectName()})" for one in chain[:5])
            faulty.append(f"{path}: {name!r}")
    return faulty


def put_away(parts: Assembled) -> None:
    """Close whatever an action opened beside the window."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window is not parts.window:
            window.close()
    QApplication.processEvents()


def test_the_first_page_says_what_everything_is(parts: Assembled) -> None:
    assert len(controls()) > 5
    assert unnamed() == []


@pytest.mark.parametrize("address", ["A1", "A9"])
def test_the_window_says_what_everything_is(sample: Assembled, address: str) -> None:
    sample.place.go_to(sample.desk.need.sentence_at_address(address).id)
    QApplication.processEvents()
    assert len(controls()) > 25
    assert any(isinstance(one, QLineEdit | QComboBox) for one in controls())
    assert unnamed() == []


@pytest.mark.parametrize("menu", [*MENUS])
def test_whatever_an_action_opens_says_what_everything_in_it_is(
    sample: Assembled, menu: str, tmp_path: Path
) -> None:
    """All actions of a menu in one window, each on the sample as it is by then."""
    faulty = {}
    for spec in ACTIONS:
        if spec.menu == menu and spec.id not in QUITS:
            _be_in_the_sample(sample, tmp_path / "sample.verif")
            sample.actions.actions[spec.id].trigger()
            QApplication.processEvents()
            assert controls(), f"{spec.id} left nothing to look at"
            faulty[spec.id] = unnamed()
            put_away(sample)
    assert len(faulty) > 1
    assert {action: found for action, found in faulty.items() if found} == {}


def _be_in_the_sample(parts: Assembled, path: Path) -> None:
    """Have the sample open, at a sentence with marks, evidence and links, where it is still there."""
    if parts.desk.workbench is None or parts.desk.workbench.path != path:
        parts.controllers.opening.open_path(path)
    rows = parts.desk.need.rows
    for article in rows.articles()[:1]:
        parts.place.go_to(account(rows, article)[min(8, len(account(rows, article)) - 1)].id)
    QApplication.processEvents()
