"""The Open items view: questions and what is unchecked lead to their places; marking works there; it ends calmly."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from tests.journeys.hands import InsideHands

from verifier.domain.judgements import Link, Mark, Question
from verifier.domain.kinds import Label
from verifier.domain.queries import OpenItem, account
from verifier.session.case_details import QuestionDraft
from verifier.session.judging import Judgement
from verifier.ui.bench import Bench
from verifier.ui.control.casework import mark_at
from verifier.ui.openness import Unchecked
from verifier.ui.views.case import CaseView
from verifier.ui.views.open_items import OpenItems
from verifier.ui.views.settled import Settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from verifier.domain.steps import Change
    from verifier.session.workbench import Workbench
    from verifier.ui.assembly import Assembled

HANDS = InsideHands()


def bench(parts: Assembled) -> Bench:
    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def items(parts: Assembled) -> OpenItems:
    HANDS.press("alt+2")
    view = bench(parts).drawer.view("open-items")
    assert isinstance(view, OpenItems)
    QApplication.processEvents()
    return view


def cells(view: OpenItems, row: int) -> list[str]:
    return [str(view.model.data(view.model.index(row, column))) for column in range(4)]


def choose(view: OpenItems, where: Callable[[object], bool]) -> int:
    """Choose the first row of such an entry, and say which."""
    row = next(row for row, entry in enumerate(view.model.entries) if where(entry))
    view.table.selectRow(row)
    view.table.setFocus()
    QApplication.processEvents()
    return row


def is_question(entry: object) -> bool:
    return isinstance(entry, OpenItem) and entry.question is not None


def test_an_open_question_is_listed_with_its_words_and_leads_to_its_place(sample: Assembled) -> None:
    view = items(sample)
    row = choose(view, is_question)
    assert cells(view, row) == [
        "question",
        "A22",
        "Where do the 70 nights come from? The report counts 38.",
        "the writer · due 22 November 2024",
    ]
    assert sample.place.sentence() == sample.desk.need.sentence_at_address("A22").id
    view.table.activated.emit(view.table.currentIndex())
    assert sample.place.text_has_focus()


def test_a_question_is_answered_from_its_row_and_goes(sample: Assembled) -> None:
    view = items(sample)
    choose(view, is_question)
    [deed] = view.deeds
    deed.click()
    case_view = bench(sample).drawer.view("case")
    assert isinstance(case_view, CaseView)
    assert QApplication.focusWidget() is case_view.questions.rows[0].cells["answer"]
    HANDS.type("From a pilot.")
    view = items(sample)
    assert not any(is_question(entry) for entry in view.model.entries)
    assert sample.desk.need.rows.all(Question)[0].answer == "From a pilot."


def test_a_question_about_the_whole_case_leads_to_its_entry(sample: Assembled) -> None:
    sample.desk.do(lambda workbench: workbench.add_question(QuestionDraft("Is there a third account?")))
    view = items(sample)
    row = choose(view, lambda entry: is_question(entry) and not getattr(entry, "passage_id", ""))
    assert cells(view, row)[1:3] == ["the case", "Is there a third account?"]
    HANDS.press("Tab", "Return")
    case_view = bench(sample).drawer.view("case")
    assert isinstance(case_view, CaseView)
    assert bench(sample).drawer.shown == "case"
    assert QApplication.focusWidget() is case_view.questions.rows[-1].cells["answer"]


def test_what_is_unchecked_is_one_row_an_article_and_counted(sample: Assembled) -> None:
    view = items(sample)
    found = [(e.article.letter, e.count) for e in view.model.entries if isinstance(e, Unchecked)]
    assert found == [("A", 11), ("B", 7)]
    row = choose(view, lambda entry: isinstance(entry, Unchecked))
    assert cells(view, row)[:2] == ["not checked", "A"]
    assert cells(view, row)[2].startswith("11 sentences are not checked, next A6 · From 1 December")
    assert sample.place.sentence() == sample.desk.need.sentence_at_address("A6").id


def test_marking_goes_on_in_the_row_of_what_is_unchecked(sample: Assembled) -> None:
    view = items(sample)
    choose(view, lambda entry: isinstance(entry, Unchecked))
    a6 = sample.desk.need.sentence_at_address("A6").id
    HANDS.press("o")
    mark = mark_at(sample.desk.need.rows, a6)
    assert mark is not None
    assert mark.label is Label.OPINION
    row = next(row for row, entry in enumerate(view.model.entries) if isinstance(entry, Unchecked))
    assert cells(view, row)[2].startswith("10 sentences are not checked, next A8")
    assert view.table.hasFocus()


def test_a_label_without_a_basis_gets_its_own_row_and_the_cursor_stays(sample: Assembled) -> None:
    view = items(sample)
    choose(view, lambda entry: isinstance(entry, Unchecked))
    HANDS.press("v")
    a6 = sample.desk.need.sentence_at_address("A6").id
    assert sample.place.sentence() == a6
    chosen = view.model.entries[view.sorted.mapToSource(view.table.currentIndex()).row()]
    assert isinstance(chosen, OpenItem)
    assert chosen.problem == "without-basis"
    assert view.sentence_of(chosen) == a6


def test_every_row_leads_to_its_place(sample: Assembled) -> None:
    view = items(sample)
    assert view.model.rowCount() > 10
    for row, entry in enumerate(view.model.entries):
        view.table.selectRow(row)
        QApplication.processEvents()
        assert view.sentence_of(entry) is not None
        assert sample.place.sentence() == view.sentence_of(entry)


def _unlink(key: str, workbench: Workbench) -> Change:
    return workbench.unlink(key)


def _unask(key: str, workbench: Workbench) -> Change:
    return workbench.remove_question(key)


def _remove(key: str, workbench: Workbench) -> Change:
    return workbench.remove_article(key)


def settle(parts: Assembled) -> None:
    """Do all that is open in the sample, in the plainest way."""
    rows = parts.desk.need.rows
    nothing = Judgement(label=None, note="", advice=None, voice=None, modifiers=())
    for link in rows.all(Link):
        parts.desk.do(partial(_unlink, link.id))
    for question in rows.all(Question):
        parts.desk.do(partial(_unask, question.id))
    marks = [mark.passage_id for mark in rows.all(Mark)]
    parts.desk.do(lambda workbench: workbench.judge(marks, nothing))
    sentences = [one.id for article in rows.articles() for one in account(rows, article)]
    parts.desk.do(lambda workbench: workbench.mark(sentences, Label.NO_CLAIM))


def test_when_everything_is_checked_and_nothing_is_open_it_says_so_and_offers_the_report(
    sample: Assembled,
) -> None:
    view = items(sample)
    settled = view.findChild(Settled)
    assert isinstance(settled, Settled)
    assert not settled.isVisible()
    settle(sample)
    QApplication.processEvents()
    assert settled.isVisible()
    assert not view.table.isVisible()
    assert not view.empty.isVisible()
    assert settled.counts.text().startswith("40 sentences have their label")
    sample.controllers.casework.undo_now()
    QApplication.processEvents()
    assert not settled.isVisible()
    assert view.table.isVisible()


def test_without_an_article_nothing_is_called_checked(parts: Assembled) -> None:
    parts.controllers.opening.open_sample()
    for article in parts.desk.need.rows.articles():
        parts.desk.do(partial(_remove, article.id))
    for question in parts.desk.need.rows.all(Question):
        parts.desk.do(partial(_unask, question.id))
    view = items(parts)
    settled = view.findChild(Settled)
    assert isinstance(settled, Settled)
    assert not settled.isVisible()
    assert view.empty.isVisible()
