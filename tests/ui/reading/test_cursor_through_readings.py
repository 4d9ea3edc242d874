"""The sentence cursor when the sentence it stands on is no more: another reading, an undo, an article that goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.reading.made import draft

from verifier.domain.articles import Article, Sentence
from verifier.domain.kinds import ParagraphKind
from verifier.domain.steps import Change
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.look import Look

NEW = "The quay was closed. Nobody knows why. The board is silent. The crane fell."


@pytest.fixture
def columns(case: Workbench, qtbot: QtBot) -> Columns:
    case.add_articles([draft([(ParagraphKind.BODY, "The quay was closed. Nobody knows. The crane fell.")])])
    widget = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(widget)
    widget.resize(1000, 800)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def reread(case: Workbench, article: Article) -> Change:
    made = draft([(ParagraphKind.BODY, NEW)])
    return case.reread(article.id, replace(made, source=replace(made.source, data=NEW.encode())))


def sentence_with(case: Workbench, words: str) -> Sentence:
    article = case.rows.articles()[-1]
    found = (row for one in case.rows.paragraphs(article.version_id) for row in case.rows.sentences(one.id))
    return next(row for row in found if case.words(row).strip() == words)


def test_the_cursor_goes_to_the_same_words_of_another_reading_and_back(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    old = sentence_with(case, "The crane fell.")
    columns.go_to(old.id)
    with qtbot.waitSignal(columns.current_changed) as told:
        columns.refresh(reread(case, case.rows.articles()[-1]))
    new = sentence_with(case, "The crane fell.")
    assert new.id != old.id
    assert columns.current_sentence() == new.id == told.args[1]
    assert columns.targets() == [new.id]
    columns.refresh(case.undo())
    assert columns.current_sentence() == old.id


def test_the_cursor_on_words_that_are_gone_stays_where_they_were(columns: Columns, case: Workbench) -> None:
    columns.go_to(sentence_with(case, "Nobody knows.").id)
    columns.refresh(reread(case, case.rows.articles()[-1]))
    assert columns.current_sentence() == sentence_with(case, "Nobody knows why.").id


def test_no_link_leads_to_a_sentence_of_an_earlier_reading(columns: Columns, case: Workbench) -> None:
    other = columns.shown_articles()[0]
    columns.go_to(sentence_with(case, "Nobody knows.").id)
    columns.pin_other_end(sentence_with(case, "The crane fell.").id)
    columns.show_article(other)
    columns.refresh(reread(case, case.rows.articles()[-1]))
    assert columns.other_end() == sentence_with(case, "Nobody knows why.").id


def test_no_link_leads_into_an_article_that_is_gone(columns: Columns, case: Workbench) -> None:
    gone = case.rows.articles()[-1]
    columns.go_to(sentence_with(case, "Nobody knows.").id)
    columns.show_article(columns.shown_articles()[0])
    columns.close_article(gone.id)
    columns.refresh(case.remove_article(gone.id))
    assert columns.other_end() is None
