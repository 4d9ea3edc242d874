"""Emphasis, raised figures and the like look as their source set them, under labels and through new ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot
from tests.ui.reading.made import COMMENTARY, draft

from verifier.domain.articles import Article
from verifier.domain.kinds import InlineKind, Label
from verifier.domain.queries import account
from verifier.domain.reading import Inline
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.look import Look

RAISED = QTextCharFormat.VerticalAlignment.AlignSuperScript
SET_APART = (
    (InlineKind.EMPHASIS, "can be"),
    (InlineKind.SUPERSCRIPT, "40"),
    (InlineKind.STRONG, "10:14"),
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workbench]:
    """A case of one article with a word in italics, a raised figure, and bold words in a paragraph set aside."""
    made = draft(COMMENTARY)
    inlines = tuple(
        Inline(kind, made.text.index(words), made.text.index(words) + len(words)) for kind, words in SET_APART
    )
    with Workbench.create(tmp_path / "harbour.verif") as workbench:
        workbench.add_articles([replace(made, inlines=inlines)])
        yield workbench


@pytest.fixture
def columns(case: Workbench, qtbot: QtBot) -> Columns:
    widget = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(widget)
    widget.resize(700, 800)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def format_of(columns: Columns, words: str) -> QTextCharFormat:
    """The format of the first letter of some words."""
    cursor: QTextCursor = columns.columns()[0].view.document().find(words)
    assert not cursor.isNull(), words
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()


def article(case: Workbench) -> Article:
    return case.rows.articles()[0]


def test_words_look_as_their_source_set_them(columns: Columns) -> None:
    assert format_of(columns, "can be").fontItalic()
    assert format_of(columns, "40").verticalAlignment() == RAISED
    assert not format_of(columns, "million").fontItalic()
    assert format_of(columns, "million").verticalAlignment() != RAISED


def test_they_look_so_through_a_label_and_after_it(columns: Columns, case: Workbench) -> None:
    sentence = next(one for one in account(case.rows, article(case)) if "40 million" in case.words(one))
    for label in (Label.DISPUTED, None):
        columns.refresh(case.mark([sentence.id], label))
        shown = format_of(columns, "40")
        assert shown.verticalAlignment() == RAISED
        assert shown.hasProperty(QTextCharFormat.Property.BackgroundBrush.value) is (label is not None)


def test_they_show_in_what_is_unfolded_and_nowhere_on_a_fold(columns: Columns) -> None:
    column = columns.columns()[0]
    fold = column.view.document().begin()
    assert "set aside" in fold.text()
    cursor = QTextCursor(fold)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    assert cursor.charFormat().fontWeight() == 400
    column.folds.toggle_all()
    assert format_of(columns, "10:14").fontWeight() == 700
