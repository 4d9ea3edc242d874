"""What was found is tinted, a span can be gone to, and the reading area stands again as it stood."""

from __future__ import annotations

import json

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.reading.made import REPORT, draft

from verifier.domain.articles import Metadata
from verifier.domain.kinds import ParagraphKind
from verifier.domain.queries import account
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.look import Look
from verifier.ui.reading.state import ReadingState, read_state


def made_columns(case: Workbench, qtbot: QtBot, size: tuple[int, int] = (1000, 500)) -> Columns:
    widget = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(widget)
    widget.resize(*size)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.show_article(widget.shown_articles()[0])
    return widget


@pytest.fixture
def columns(case: Workbench, qtbot: QtBot) -> Columns:
    return made_columns(case, qtbot)


def found(case: Workbench, words: str) -> dict[str, list[tuple[int, int]]]:
    """Every place of some words, by article."""
    hits: dict[str, list[tuple[int, int]]] = {}
    for article in case.rows.articles():
        text, start = case.text(article.version_id), -1
        while (start := text.find(words, start + 1)) >= 0:
            hits.setdefault(article.id, []).append((start, start + len(words)))
    return hits


def tinted(columns: Columns, article_id: str) -> list[str]:
    column = next(one for one in columns.columns() if one.article.id == article_id)
    selections = column.view.extraSelections()
    return [one.cursor.selectedText() for one in selections]


def test_hits_are_tinted_in_every_column_until_they_are_cleared(columns: Columns, case: Workbench) -> None:
    hits = found(case, " has ")
    first, second = columns.shown_articles()
    current = (first, *hits[first][1])
    columns.show_hits(hits, current)
    for column in columns.columns():
        assert set(tinted(columns, column.article.id)) == {" has "}
        assert column.strip.hits() == tuple(start for start, _ in hits[column.article.id])
    marked = columns.columns()[0].view.extraSelections()
    grounds = {one.format.background().color().name() for one in marked}
    assert len(marked) == len(hits[first]) > 1
    assert grounds
    opaque = [one for one in marked if one.format.background().color().alpha() == 255]
    assert len(opaque) == 1
    columns.clear_hits()
    assert tinted(columns, first) == tinted(columns, second) == []
    assert columns.columns()[0].strip.hits() == ()


def test_hits_far_away_are_tinted_when_they_come_into_sight(case: Workbench, qtbot: QtBot) -> None:
    case.add_articles([draft([(ParagraphKind.BODY, f"Ship number {n} came in.") for n in range(900)])])
    columns = made_columns(case, qtbot)
    long = case.rows.articles()[-1]
    columns.show_article(long.id)
    hits = found(case, "Ship number")
    columns.show_hits(hits)
    column = columns.columns()[-1]
    assert 5 < len(column.view.extraSelections()) < 200
    early = column.view.extraSelections()
    before = early[-1].cursor.position()
    columns.go_to_span(long.id, *hits[long.id][-1])
    late = column.view.extraSelections()
    last = [one.cursor.position() for one in late]
    assert column.page.places_of(*hits[long.id][-1])[1] in last
    assert before not in last


def test_hits_stay_when_the_text_is_laid_out_anew_and_in_columns_opened_later(
    columns: Columns, case: Workbench
) -> None:
    hits = found(case, " has ")
    first, second = columns.shown_articles()
    columns.close_article(second)
    columns.show_hits(hits)
    before = tinted(columns, first)
    columns.set_theme(load_theme("dark"))
    assert sorted(tinted(columns, first)) == sorted(before) != []
    columns.show_article(second)
    assert set(tinted(columns, second)) == {" has "}


def test_going_to_a_span_unfolds_it_scrolls_to_it_and_selects_nothing(
    columns: Columns, case: Workbench
) -> None:
    article = case.rows.articles()[0]
    (start, end), column = found(case, "tide tables")[article.id][0], columns.columns()[0]
    assert "tide tables" not in column.view.toPlainText()
    assert columns.go_to_span(article.id, start, end)
    assert "tide tables" in column.view.toPlainText()
    assert column.page.sentence_at(start).id == columns.current_sentence()  # type: ignore[union-attr]
    top, bottom = column.spots.reach_of(start, end)
    assert column.spots.sight()[0] <= top < bottom <= column.spots.sight()[1]
    assert not column.view.textCursor().hasSelection()
    columns.go_to_span(article.id, start, end, select=True)
    assert column.selection.spans() == [(start, end)]
    assert not columns.go_to_span("no such article", 0, 1)


def test_going_to_a_span_opens_a_closed_column(columns: Columns, case: Workbench) -> None:
    second = columns.shown_articles()[1]
    columns.close_article(second)
    assert columns.go_to_span(second, 5, 9)
    assert columns.current_article() == second


def test_the_reading_area_stands_again_as_it_stood(columns: Columns, case: Workbench, qtbot: QtBot) -> None:
    columns.refresh(case.add_articles([draft(REPORT, Metadata(publisher="Third"))]))
    first, second, third = columns.shown_articles()
    a = account(case.rows, case.rows.articles()[0])
    columns.close_article(second)
    columns.move_article(third, 0)
    columns.show_article(third)
    columns.step(1)
    columns.go_to(a[14].id)
    column = columns.columns()[1]
    column.folds.toggle(1)
    bar = column.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    state = columns.state()
    assert read_state(json.loads(json.dumps(state.plain()))) == state
    fresh = made_columns(case, qtbot)
    fresh.restore(state)
    QTest.qWait(30)
    assert fresh.shown_articles() == [third, first]
    assert fresh.current_sentence() == a[14].id
    assert fresh.other_end() == columns.other_end()
    again = fresh.columns()[1]
    assert again.folds.starts() == column.folds.starts() != ()
    assert again.spots.top() == column.spots.top() > 0
    assert fresh.state() == state


def test_the_article_used_before_stays_in_sight_and_the_other_end_of_a_link(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    columns.refresh(case.add_articles([draft(REPORT, Metadata(publisher="Third"))]))
    first, second, third = (article.id for article in case.rows.articles())
    for key in (second, first, third):  # from the first to the last, the second long before
        columns.show_article(key)
        columns.step(1)
    fresh = made_columns(case, qtbot)
    fresh.restore(read_state(json.loads(json.dumps(columns.state().plain()))))
    assert fresh.other_end() == columns.other_end()
    columns.show_article(second)
    columns.show_article(third)
    fresh.restore(read_state(json.loads(json.dumps(columns.state().plain()))))
    assert fresh.other_end() == columns.other_end()
    names = {first: 1, second: 2, third: 3}
    assert [names[key] for key in columns.state().cursors] == [3, 2, 1]
    assert [names[key] for key in fresh.state().cursors] == [3, 2, 1]


def test_a_state_with_what_is_no_more_is_restored_as_far_as_it_goes(
    columns: Columns, case: Workbench
) -> None:
    second = columns.shown_articles()[1]
    columns.restore(
        ReadingState(("gone", second), "gone", {second: "no sentence"}, {second: 10**9}, {second: (7,)})
    )
    assert columns.shown_articles() == [second]
    assert columns.current_article() == second
    before = columns.state()
    columns.restore(ReadingState(("gone",)))
    assert columns.state() == before
    odds: tuple[object, ...] = (
        None,
        3,
        [],
        {"articles": 3, "cursors": [], "tops": {"a": "b"}, "folds": {"a": {}}},
    )
    for odd in odds:
        assert read_state(odd) == ReadingState() or read_state(odd).folds == {"a": ()}


def test_a_state_restored_before_the_window_is_shown_scrolls_when_it_is(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    column = columns.columns()[0]
    bar = column.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    state = columns.state()
    fresh = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(fresh)
    fresh.restore(state)
    assert fresh.state().tops == state.tops
    fresh.resize(1000, 500)
    with qtbot.waitExposed(fresh):
        fresh.show()
    QTest.qWait(30)
    assert fresh.columns()[0].spots.top() == column.spots.top() > 0
