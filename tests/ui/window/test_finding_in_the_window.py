"""Finding by keyboard in the real window: as one types, from hit to hit, in notes, and back to the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.hands import InsideHands
from tests.making import make_draft

from verifier.domain.articles import Sentence
from verifier.domain.kinds import ParagraphKind, Reach
from verifier.domain.queries import address_of
from verifier.session.finding import LONGEST, MOST_HITS, Query, Scope, find

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from verifier.domain.steps import Change
    from verifier.session.workbench import Workbench
    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench
    from verifier.ui.control.finding import Finding
    from verifier.ui.panels.find_bar import FindBar

PATIENCE = 30_000


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


class Finder:
    """Somebody at the keyboard who looks for something."""

    def __init__(self, parts: Assembled, qtbot: QtBot) -> None:
        self.parts, self._qtbot, self.hands = parts, qtbot, InsideHands()

    @property
    def bar(self) -> FindBar:
        return bench(self.parts).reading.bar

    @property
    def finding(self) -> Finding:
        return self.parts.controllers.finding

    def open(self, keys: str = "ctrl+f") -> None:
        self.hands.press(keys)
        assert self.bar.isVisible()
        assert self.bar.field.hasFocus()

    def type(self, words: str) -> None:
        self.bar.field.selectAll()
        self.hands.type(words)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.finding.found.searching, timeout=PATIENCE)
        QApplication.processEvents()

    def words(self) -> list[str]:
        case = self.parts.desk.need
        return [case.text(hit.version_id)[hit.start : hit.end] for hit in self.finding.found.hits]

    def address(self) -> str:
        rows = self.parts.desk.need.rows
        return address_of(rows, rows.need(Sentence, self.parts.place.sentence() or ""))

    def hit_address(self) -> str:
        hit = self.finding.found.hit
        assert hit is not None
        rows = self.parts.desk.need.rows
        return address_of(rows, rows.need(Sentence, hit.owner_id))

    def shown(self) -> dict[str, int]:
        """How many hits each column tints, by the article's letter."""
        return {
            column.article.letter: len(column.hits.spans()) for column in bench(self.parts).columns.columns()
        }


@pytest.fixture
def finder(sample: Assembled, qtbot: QtBot) -> Finder:
    return Finder(sample, qtbot)


def expected(finder: Finder, words: str, scope: Scope = Scope.ARTICLES, **how: object) -> int:
    case = finder.parts.desk.need
    article = finder.parts.place.article() or ""
    return len(find(case.rows, case.text, Query(words, scope, article, **how)))  # type: ignore[arg-type]


def test_what_is_typed_is_found_and_tinted_in_this_article(finder: Finder) -> None:
    finder.open()
    finder.type("ferry")
    assert {words.casefold() for words in finder.words()} == {"ferry"}
    number = expected(finder, "ferry", Scope.ARTICLE)
    assert finder.bar.count.text() == f"1 of {number}"
    assert finder.shown() == {"A": number, "B": 0}
    assert finder.address() == finder.hit_address()
    assert finder.bar.field.hasFocus(), "who types goes on typing"


def test_all_articles_are_looked_through_from_the_cursor_on_round_and_round(finder: Finder) -> None:
    finder.parts.place.go_to(finder.parts.desk.need.sentence_at_address("B5").id)
    finder.open("ctrl+shift+f")
    finder.type("the")
    number = expected(finder, "the")
    first = finder.finding.found.current
    assert 0 < first < number - 1
    assert finder.hit_address() == "B5"
    for _ in range(number - first):
        finder.hands.press("Return")
    assert finder.finding.found.current == 0
    assert finder.address().startswith("A")
    QTest.keyClick(finder.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert finder.finding.found.current == number - 1
    assert sum(finder.shown().values()) == number


def test_esc_leads_back_to_the_text_at_the_hit(finder: Finder) -> None:
    finder.open("ctrl+shift+f")
    finder.type("harbour board recommends")
    finder.hands.press("Escape")
    assert not finder.bar.isVisible()
    assert finder.parts.place.text_has_focus()
    assert finder.address() == "B1"
    assert finder.shown() == {"A": 0, "B": 0}


def test_f3_finds_on_in_the_text_though_the_bar_was_closed(finder: Finder) -> None:
    finder.open()
    finder.type("night")
    before = finder.finding.found.hit
    finder.hands.press("Escape")
    finder.hands.press("F3")
    finder.settle()
    assert finder.finding.found.current == 1
    assert finder.finding.found.hit != before
    assert finder.parts.place.text_has_focus()
    finder.hands.press("F3")
    assert finder.finding.found.current == 2
    finder.hands.press("Shift+F3")
    assert finder.finding.found.current == 1
    assert finder.address() == finder.hit_address()


def test_f3_without_anything_to_find_asks_for_it(finder: Finder) -> None:
    finder.open("F3")
    assert finder.bar.count.text() == ""


def test_no_hits_are_said_and_moves_nothing(finder: Finder) -> None:
    here = finder.address()
    finder.open()
    finder.type("zebra crossing")
    assert finder.bar.count.text() == "no hits"
    finder.hands.press("Return")
    assert finder.address() == here
    assert not finder.bar.next.isEnabled()


def test_selected_words_begin_the_search(finder: Finder) -> None:
    text = finder.parts.desk.need.text(finder.parts.desk.need.rows.articles()[0].version_id)
    start = text.index("ferry")
    finder.parts.place.go_to_span(finder.parts.place.article() or "", start, start + 5, select=True)
    finder.open()
    finder.settle()
    assert finder.bar.field.text() == "ferry"
    assert finder.finding.found.hit is not None
    assert finder.finding.found.hit.start <= start


def test_switches_are_reached_by_tab_and_change_what_is_found(finder: Finder) -> None:
    finder.open("ctrl+shift+f")
    finder.type("the")
    whole = expected(finder, "the", whole_words=True)
    assert 0 < whole < len(finder.finding.found.hits)
    for name in ("match_case", "whole_words"):
        while not finder.bar.how[name].hasFocus():
            finder.hands.press("Tab")
    finder.hands.press("Space")
    finder.settle()
    assert len(finder.finding.found.hits) == whole
    assert all(button.toolTip() and button.accessibleName() for button in finder.bar.how.values())


def test_what_is_set_aside_is_found_unfolded_and_said_to_be(finder: Finder) -> None:
    finder.open("ctrl+shift+f")
    finder.type("Marguerite Oakes")
    assert finder.bar.count.text() == "1 of 1 · set aside"
    hit = finder.finding.found.hit
    assert hit is not None
    assert finder.parts.place.sentence() == hit.owner_id


def test_notes_and_evidence_are_listed_and_lead_to_their_place(finder: Finder) -> None:
    place = finder.parts.desk.need.sentence_at_address("B7").id
    finder.parts.desk.do(lambda case: case.note([place], "ask the lighthouse keeper", Reach.PRINTED))
    finder.open("ctrl+shift+g")
    finder.type("Lighthouse")
    assert finder.bar.list.isVisible()
    assert [finder.bar.model.data(finder.bar.model.index(0, 0))] == ["B7 · note: ask the lighthouse keeper"]
    assert finder.address() != "B7", "typing alone goes nowhere"
    finder.bar.list.setFocus()
    finder.hands.press("Return")
    assert finder.address() == "B7"
    assert finder.parts.place.text_has_focus()


def _note(place: str, case: Workbench) -> Change:
    return case.note([place], "the lighthouse keeper")


def test_enter_goes_to_the_first_note_found_before_it_goes_to_the_second(finder: Finder) -> None:
    for address in ("A3", "B7"):
        place = finder.parts.desk.need.sentence_at_address(address).id
        finder.parts.desk.do(partial(_note, place))
    finder.open("ctrl+shift+g")
    finder.type("Lighthouse")
    seen = []
    for _ in range(3):
        finder.hands.press("Return")
        seen.append((finder.address(), finder.bar.count.text()))
    assert seen == [("A3", "1 of 2"), ("B7", "2 of 2"), ("A3", "1 of 2")]


def test_what_is_found_in_notes_is_kept_up_with_what_is_written(finder: Finder) -> None:
    finder.open("ctrl+shift+g")
    finder.type("lighthouse")
    assert finder.bar.count.text() == "no hits"
    place = finder.parts.desk.need.sentence_at_address("A3").id
    finder.parts.desk.do(lambda case: case.note([place], "the lighthouse"))
    finder.settle()
    assert finder.bar.count.text() == "1 of 1"
    finder.parts.controllers.casework.undo_now()
    finder.settle()
    assert finder.bar.count.text() == "no hits"
    assert finder.bar.list.isHidden()


def test_hits_survive_steps_and_go_with_their_article(finder: Finder) -> None:
    finder.open("ctrl+shift+f")
    finder.type("ferry")
    finder.hands.press("Return")
    before, number = finder.finding.found.hit, len(finder.finding.found.hits)
    finder.parts.desk.do(
        lambda case: case.add_articles([make_draft([(ParagraphKind.BODY, ["A ferry sails."])])])
    )
    finder.settle()
    assert finder.finding.found.hit == before
    assert len(finder.finding.found.hits) == number + 1
    first = finder.parts.desk.need.rows.articles()[0].id
    finder.parts.desk.do(lambda case: case.remove_article(first))
    assert finder.finding.found.hits == ()
    finder.settle()
    assert len(finder.finding.found.hits) == expected(finder, "ferry") > 0


def test_expressions_are_found_explained_and_given_up(finder: Finder) -> None:
    finder.open("ctrl+shift+f")
    finder.bar.how["regular"].click()
    finder.type(r"\bfer\w+")
    assert {words.casefold() for words in finder.words()} == {"ferry"}
    finder.type("(ferry")
    assert "at 1 is not closed" in finder.bar.message.text()
    assert finder.bar.count.text() == ""
    finder.type("ferry")
    assert finder.bar.message.isHidden()


def test_an_expression_that_takes_for_ever_is_given_up_with_a_message(finder: Finder) -> None:
    long = "a" * 60 + "!"
    finder.parts.desk.do(lambda case: case.add_articles([make_draft([(ParagraphKind.BODY, [long])])]))
    finder.open("ctrl+shift+f")
    finder.bar.how["regular"].click()
    finder.type("(a+)+b")
    assert "longer than 2 seconds" in finder.bar.message.text()
    finder.type("a!")
    assert finder.words() == ["a!"]


def test_another_search_typed_meanwhile_takes_the_place_of_the_first(finder: Finder) -> None:
    finder.open("ctrl+shift+f")
    finder.bar.how["regular"].click()
    finder.hands.type("night")
    QTest.qWait(140)
    finder.type("ferr(y|ies)")
    assert {words.casefold() for words in finder.words()} <= {"ferry", "ferries"}
    assert finder.words()


def test_what_the_child_answers_of_articles_as_they_were_is_asked_anew(finder: Finder) -> None:
    finder.open("ctrl+shift+f")
    finder.bar.how["regular"].click()
    finder.hands.type("ferry")
    finder.finding._searching.look_now()
    rows = finder.parts.desk.need.rows
    gone = rows.articles()[-1]
    finder.parts.desk.do(lambda workbench: workbench.remove_article(gone.id))
    finder.settle()
    assert finder.finding.found.hits
    assert {hit.version_id for hit in finder.finding.found.hits} <= {
        one.version_id for one in rows.articles()
    }


def test_cancelling_other_work_does_not_end_a_search(finder: Finder) -> None:
    finder.open("ctrl+shift+f")
    finder.bar.how["regular"].click()
    finder.hands.type("ferry")
    QTest.qWait(140)
    finder.parts.work.cancel()
    assert finder.finding.found.searching
    finder.settle()
    assert finder.words()


def test_earlier_searches_come_back_with_up_and_down(finder: Finder) -> None:
    finder.open()
    for words in ("night", "ferry"):
        finder.type(words)
        finder.hands.press("Return")
    finder.type("sea")
    finder.hands.press("Up")
    assert finder.bar.field.text() == "ferry"
    finder.hands.press("Up")
    assert finder.bar.field.text() == "night"
    finder.hands.press("Down")
    assert finder.bar.field.text() == "ferry"
    finder.settle()
    assert {words.casefold() for words in finder.words()} == {"ferry"}


def test_more_hits_than_are_listed_are_said_to_be_more(finder: Finder) -> None:
    many = [(ParagraphKind.BODY, ["xyx " * 900]) for _ in range(12)]
    finder.parts.desk.do(lambda case: case.add_articles([make_draft(many)]))
    finder.open("ctrl+shift+f")
    finder.type("xyx")
    assert len(finder.finding.found.hits) == MOST_HITS
    assert finder.bar.count.text().endswith("+")
    assert "more" in finder.bar.message.text()


def test_more_than_may_be_looked_for_is_refused(finder: Finder) -> None:
    finder.open()
    finder.bar.field.setText("x" * (LONGEST + 1))
    finder.finding.look_for(finder.bar.field.text())
    finder.settle()
    assert "too long" in finder.bar.message.text()


def test_closing_the_case_closes_the_bar(finder: Finder) -> None:
    finder.open()
    finder.type("ferry")
    finder.parts.controllers.opening.close()
    assert not finder.finding.is_open
    assert finder.bar.isHidden()


def test_another_column_is_another_this_article(finder: Finder) -> None:
    finder.open()
    finder.type("ferry")
    assert set(filter(None, finder.shown().values())) == {finder.shown()["A"]}
    finder.parts.place.go_to(finder.parts.desk.need.sentence_at_address("B3").id)
    finder.settle()
    assert finder.shown()["A"] == 0
    assert finder.shown()["B"] > 0
    assert finder.address() == "B3", "who goes somewhere is not taken somewhere else"
