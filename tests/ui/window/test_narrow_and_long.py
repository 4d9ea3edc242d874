"""Where room is scarce or words are long: nothing is cut without a sign of it, and nothing is squashed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from tests.making import BERG, make_draft

from verifier.domain.kinds import ParagraphKind
from verifier.domain.queries import account
from verifier.session.workbench import Workbench
from verifier.ui.look.elided import ElidedLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench

SIZES = [(1440, 900), (1280, 720), (800, 700)]


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def squashed(parts: Assembled) -> list[str]:
    """The parts of the inspector that are lower than what they show, or stick out of the part they are in."""
    inside = bench(parts).inspector
    content = inside.widget()
    assert content is not None
    bad = [] if content.width() <= inside.viewport().width() else ["the whole is too wide"]
    for part in content.findChildren(QWidget):
        if not part.isVisible():
            continue
        layout = part.layout()
        flows = part.hasHeightForWidth() or (layout is not None and layout.hasHeightForWidth())
        need = part.heightForWidth(part.width()) if flows else part.minimumSizeHint().height()
        around = part.parentWidget()
        assert around is not None
        if part.height() < need - 1 or part.geometry().right() > around.width():
            bad.append(f"{type(part).__name__} {part.objectName()} {part.geometry()} needs {need}")
    return bad


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_part_of_the_inspector_is_squashed_on_any_sentence_with_links(
    sample: Assembled, size: tuple[int, int], qtbot: QtBot
) -> None:
    sample.window.resize(*size)
    links, rows, linked = bench(sample).inspector.links, sample.desk.need.rows, 0
    for article in rows.articles():
        for sentence in account(rows, article):
            sample.place.go_to(sentence.id)
            qtbot.waitUntil(lambda: not squashed(sample), timeout=20_000)
            if links.list.entries:
                linked += 1
                links.open_details(_first(links))
                qtbot.waitUntil(lambda: not squashed(sample), timeout=20_000)
    assert linked > 4


def _first(links: QWidget) -> str:
    from verifier.ui.panels.links import LinkEntry

    entry = next(found for found in links.findChildren(LinkEntry) if found.isVisible())
    return entry.link.id


def test_the_heading_elides_a_long_name_and_keeps_address_and_paragraph(qapp: QApplication) -> None:
    heading = ElidedLabel("title")
    heading.show_words("The harbour " * 20, "A7 · ", ", paragraph 7")
    heading.resize(240, 30)
    assert heading.shown().startswith("A7 · The harbour")
    assert heading.shown().endswith("…, paragraph 7")
    assert heading.fontMetrics().horizontalAdvance(heading.shown()) <= 240
    heading.resize(heading.sizeHint())
    assert heading.shown() == heading.text()
    assert heading.minimumSizeHint().width() < 240


@pytest.mark.parametrize("width", [1440, 1280, 1000, 800, 700, 600])
def test_every_button_of_the_toolbar_has_room_for_its_words(
    sample: Assembled, width: int, qapp: QApplication
) -> None:
    sample.window.resize(width, 700)
    qapp.processEvents()
    toolbar = sample.window.toolbar
    shown = [part for part in toolbar.findChildren(QWidget) if part.isVisible()]
    assert len(shown) > 9
    for part in shown:
        assert part.width() >= part.sizeHint().width() or part.maximumWidth() == part.width(), (
            part.width(),
            part.sizeHint(),
        )
        assert part.geometry().right() < toolbar.width()
    palette = toolbar.findChild(QPushButton, "palette-button")
    assert isinstance(palette, QPushButton)
    assert palette.isVisible()


def test_the_status_line_elides_and_says_the_whole_in_its_text(sample: Assembled, qtbot: QtBot) -> None:
    sample.window.resize(600, 700)
    status = sample.window.status
    qtbot.waitUntil(lambda: "open items" in status.counts.text(), timeout=20_000)
    assert status.counts.shown().endswith("…")
    assert status.checked.width() >= status.checked.sizeHint().width()
    sample.window.resize(1440, 900)
    assert status.counts.shown() == status.counts.text()


def test_a_title_that_is_not_stated_is_in_italics_in_the_window_too(
    parts: Assembled, tmp_path: Path, qapp: QApplication
) -> None:
    """A style sheet takes the font from a visible label that is given another parent, so it is looked at there."""
    paragraphs = [(ParagraphKind.BODY, ["The quay closed on Monday. ", "Forty boats lie idle."])]
    path = tmp_path / "untitled.verif"
    with Workbench.create(path, checker=BERG) as made:
        made.add_articles([make_draft(paragraphs)])
    parts.controllers.opening.open_path(path)
    for size in SIZES:
        parts.window.resize(*size)
        qapp.processEvents()
        header = bench(parts).columns.columns()[0].header
        title = next(label for label in header.findChildren(QLabel) if "not stated in" in label.text())
        assert title.isVisible()
        assert title.font().italic()
        assert not title.font().bold()
    parts.controllers.sight.choose_theme("dark")
    qapp.processEvents()
    assert title.font().italic()


def press(button: QWidget, key: Qt.Key) -> None:
    button.setFocus()
    QTest.keyClick(button, key)


def test_enter_presses_a_button_as_space_does(parts: Assembled) -> None:
    press(parts.window.first_page.beginnings[0], Qt.Key.Key_Return)
    assert parts.desk.workbench is not None
    made = bench(parts)
    rows = parts.desk.need.rows
    last = list(made.panel.cards)[-1]
    press(made.panel.cards[last], Qt.Key.Key_Return)
    assert parts.place.article() == last
    sentence = account(rows, rows.articles()[1])[0]
    parts.place.go_to(sentence.id)
    button = next(iter(made.inspector.labels.buttons.values()))
    press(button, Qt.Key.Key_Enter)
    assert button.isChecked()
    close = made.columns.columns()[0].header.findChild(QWidget, "closeColumn")
    assert isinstance(close, QWidget)
    press(close, Qt.Key.Key_Return)
    assert made.columns.shown_articles() == [last]


@pytest.mark.parametrize(
    "action", ["case.rename", "case.about", "edit.checker", "case.paste", "mark.evidence"]
)
def test_what_is_typed_into_a_dialog_that_has_just_opened_goes_into_its_first_field(
    sample: Assembled, action: str, qtbot: QtBot
) -> None:
    sample.actions.actions[action].trigger()
    dialog = next(found for found in sample.window.findChildren(QDialog) if found.isVisible())
    qtbot.waitUntil(lambda: isinstance(dialog.focusWidget(), QLineEdit | QPlainTextEdit), timeout=20_000)
    dialog.reject()


def test_the_inspector_is_about_the_column_that_is_left_when_the_one_in_use_is_closed(
    sample: Assembled,
) -> None:
    for address in ("A4", "B3"):
        sample.place.go_to(sample.desk.need.sentence_at_address(address).id)
    sample.controllers.sight.close_column()
    made = bench(sample)
    assert made.inspector.heading.text().startswith("A4 ")
    assert [card.isChecked() for card in made.panel.cards.values()] == [True, False]


@pytest.mark.parametrize("size", [(960, 540), (720, 450)], ids=str)
def test_in_a_low_window_the_text_keeps_room_and_no_part_lies_on_another(
    sample: Assembled, size: tuple[int, int], qapp: QApplication
) -> None:
    sample.window.resize(*size)
    qapp.processEvents()
    whole = bench(sample)
    splitter = whole.inspector.parentWidget()
    for view in ("", "open-items", "sentences", "case", ""):
        sample.controllers.sight.show_view(view)
        qapp.processEvents()
        assert whole.columns.height() >= 160
        shown = [
            part
            for part in (whole.reading, whole.drawer, whole.inspector)
            if part.isVisible() and part.parentWidget() is splitter
        ]
        assert sum(part.height() for part in shown) <= whole.height()
        for above, beneath in pairwise(shown):
            assert above.geometry().bottom() < beneath.geometry().top()
    assert whole.inspector.isVisible()
