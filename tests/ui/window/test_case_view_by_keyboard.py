"""The Case view and questions, by keyboard: added, changed, removed in place; a step a row; nothing typed is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.journeys.hands import InsideHands

from verifier.domain.articles import Passage
from verifier.domain.judgements import CheckPass, Question, Reply
from verifier.domain.queries import address_of_passage
from verifier.session.drafts import NoteDrafts
from verifier.session.workbench import Workbench
from verifier.ui.bench import Bench
from verifier.ui.dialogs.question import QuestionDialog
from verifier.ui.pressing import PressedButton
from verifier.ui.views.case import CaseView
from verifier.ui.views.entries import EntryList

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled

HANDS = InsideHands()


def bench(parts: Assembled) -> Bench:
    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def view_of(parts: Assembled) -> CaseView:
    HANDS.press("alt+1")
    QApplication.processEvents()
    view = bench(parts).drawer.view("case")
    assert isinstance(view, CaseView)
    return view


def tab_to(widget: QWidget) -> None:
    """Press Tab until a widget has the keyboard."""
    for _ in range(120):
        if QApplication.focusWidget() is widget:
            return
        HANDS.press("Tab")
    raise AssertionError("Tab does not lead there")


def questions(parts: Assembled) -> tuple[Question, ...]:
    return parts.desk.need.rows.all(Question)


def go(parts: Assembled, address: str) -> str:
    place = parts.desk.need.sentence_at_address(address).id
    parts.place.go_to(place)
    QApplication.processEvents()
    return place


# -- lists in place ----------------------------------------------------------------------------------------------------


def test_a_question_is_added_by_keyboard_as_one_step_when_its_row_is_left(sample: Assembled) -> None:
    view, before = view_of(sample), len(sample.desk.need.steps())
    tab_to(view.questions.add_button)
    HANDS.press("Return")
    HANDS.type("Who owns the ship?")
    HANDS.press("Tab")
    HANDS.type("registry")
    HANDS.press("Tab", "Tab")
    assert len(sample.desk.need.steps()) == before
    HANDS.press("Tab", "Tab")
    asked = questions(sample)[-1]
    assert (asked.text, asked.whom, asked.place, asked.is_open) == (
        "Who owns the ship?",
        "registry",
        "",
        True,
    )
    assert len(sample.desk.need.steps()) == before + 1
    HANDS.press("Escape")
    assert sample.place.text_has_focus()
    HANDS.press("ctrl+z")
    assert len(questions(sample)) == 2
    assert len(view.questions.rows) == 2


def test_an_answer_typed_in_place_closes_the_question(sample: Assembled) -> None:
    view = view_of(sample)
    row = view.questions.rows[0]
    tab_to(row.cells["answer"])
    HANDS.type("From a pilot, by telephone.")
    HANDS.press("ctrl+Return")
    assert not questions(sample)[0].is_open
    assert sample.desk.need.steps()[-1].what == "answer-question"
    assert QApplication.focusWidget() is view.questions.rows[1].cells["text"]


def test_enter_in_a_short_cell_ends_the_row(sample: Assembled) -> None:
    view = view_of(sample)
    tab_to(view.questions.rows[1].cells["due"])
    HANDS.type("tomorrow")
    HANDS.press("Return")
    assert questions(sample)[1].due == "tomorrow"
    assert QApplication.focusWidget() is view.questions.add_button


def test_a_place_is_typed_as_an_address_and_the_button_goes_there(sample: Assembled) -> None:
    view = view_of(sample)
    row = view.questions.rows[0]
    tab_to(row.cells["place"])
    row.cells["place"].selectAll()
    HANDS.type("b13")
    HANDS.press("Return")
    rows = sample.desk.need.rows
    assert address_of_passage(rows, rows.need(Passage, questions(sample)[0].place)) == "B13"
    assert row.cells["place"].words() == "B13"
    tab_to(row.in_tab_order()[1])
    HANDS.press("Return")
    assert sample.place.sentence() == sample.desk.need.sentence_at_address("B13").id
    assert sample.place.text_has_focus()


def test_an_address_there_is_not_is_told_and_what_was_typed_stays(sample: Assembled) -> None:
    view, before = view_of(sample), questions(sample)
    row = view.questions.rows[0]
    row.begin("place")
    row.cells["place"].selectAll()
    HANDS.type("Z99")
    HANDS.press("Return")
    assert questions(sample) == before
    assert row.cells["place"].words() == "Z99"
    assert sample.window.message.isVisible()


def test_a_question_on_a_part_of_a_sentence_keeps_its_part_when_it_is_changed(sample: Assembled) -> None:
    from verifier.session.case_details import QuestionDraft

    case = sample.desk.need
    sentence = case.sentence_at_address("A6")
    part = case.passage(sentence.version_id, sentence.start, sentence.start + 15)
    assert sample.desk.do(lambda workbench: workbench.add_question(QuestionDraft("Which?", place=part)))
    place = questions(sample)[-1].place
    view = view_of(sample)
    view.questions.rows[-1].begin("whom")
    HANDS.type("the clerk")
    HANDS.press("Return")
    assert (questions(sample)[-1].whom, questions(sample)[-1].place) == ("the clerk", place)


def test_an_entry_is_removed_by_keyboard_and_comes_back_by_undo(sample: Assembled) -> None:
    view, before = view_of(sample), sample.desk.need.rows.all(Reply)
    tab_to(view.replies.rows[0].remove_button)
    HANDS.press("Return")
    assert [row.entry_id for row in view.replies.rows] == [before[1].id]
    assert QApplication.focusWidget() is view.replies.rows[0].cells["who"]
    assert sample.window.message.isVisible()
    sample.controllers.casework.undo_now()
    assert {row.entry_id for row in view.replies.rows} == {reply.id for reply in before}


def test_an_empty_new_row_goes_when_it_is_left_and_is_no_step(sample: Assembled) -> None:
    view, before = view_of(sample), len(sample.desk.need.steps())
    tab_to(view.passes.add_button)
    HANDS.press("Return")
    assert len(view.passes.rows) == 3
    HANDS.press("Tab", "Tab", "Tab", "Tab")
    assert len(view.passes.rows) == 2
    assert len(sample.desk.need.steps()) == before


def test_looking_at_every_row_by_tab_changes_nothing(sample: Assembled) -> None:
    before = len(sample.desk.need.steps())
    view = view_of(sample)
    tab_to(view.sign_off.fields["signed_on"])
    HANDS.press("Escape")
    assert len(sample.desk.need.steps()) == before


def test_a_pass_and_the_sign_off_are_written(sample: Assembled) -> None:
    view = view_of(sample)
    tab_to(view.passes.add_button)
    HANDS.press("Return")
    HANDS.type("Dates")
    HANDS.press("Tab")
    HANDS.type("Mo Lind")
    tab_to(view.sign_off.fields["signed_by"])
    HANDS.type("Jo Reed")
    HANDS.press("Tab")
    HANDS.type("20 November 2024")
    HANDS.press("Escape")
    done = sample.desk.need.rows.all(CheckPass)[-1]
    assert (done.what, done.who) == ("Dates", "Mo Lind")
    details = sample.desk.need.rows.details
    assert (details.signed_by, details.signed_on) == ("Jo Reed", "20 November 2024")


def test_an_entry_without_its_words_is_told_and_kept_as_a_draft_past_the_closing(
    sample: Assembled, tmp_path: Path
) -> None:
    view, path = view_of(sample), sample.desk.need.path
    case_id, before = sample.desk.need.case_id, questions(sample)
    tab_to(view.questions.add_button)
    HANDS.press("Return", "Tab")
    HANDS.type("the harbour pilot")
    sample.controllers.opening.close()
    with Workbench.open(path, read_only=True) as closed:
        assert closed.rows.all(Question) == before
    assert NoteDrafts(tmp_path / "data", case_id).get("case-view#question#")
    sample.controllers.opening.open_path(path)
    row = view_of(sample).questions.rows[-1]
    assert (row.entry_id, row.values()["whom"]) == ("", "the harbour pilot")
    row.begin("text")
    HANDS.type("Which nights?")
    HANDS.press("ctrl+Return")
    assert (questions(sample)[-1].text, questions(sample)[-1].whom) == ("Which nights?", "the harbour pilot")
    assert NoteDrafts(tmp_path / "data", case_id).get("case-view#question#") is None


def test_what_is_being_typed_is_a_step_when_the_case_is_closed(sample: Assembled) -> None:
    view, path = view_of(sample), sample.desk.need.path
    view.questions.rows[0].begin("answer")
    HANDS.type("Nobody counted.")
    sample.controllers.opening.close()
    with Workbench.open(path, read_only=True) as closed:
        assert closed.rows.all(Question)[0].answer == "Nobody counted."


def test_what_is_being_typed_is_drafted_and_comes_back_after_a_crash(
    sample: Assembled, tmp_path: Path
) -> None:
    view, case = view_of(sample), sample.desk.need
    key = f"case-view#reply#{view.replies.rows[0].entry_id}"
    view.replies.rows[0].begin("answer")
    HANDS.type("No comment")
    view._timer.timeout.emit()
    assert "No comment" in (NoteDrafts(tmp_path / "data", case.case_id).get(key) or "")
    view.replies.rows[0].cells["answer"].show_words("")  # as if the program had stopped: nothing was saved
    view._begin_anew()
    assert view.replies.rows[0].values()["answer"] == "No comment"
    view.replies.rows[0].begin("answer")
    HANDS.press("ctrl+Return")
    assert case.rows.all(Reply)[0].answer == "No comment"
    assert NoteDrafts(tmp_path / "data", case.case_id).get(key) is None


def test_a_step_taken_elsewhere_leaves_what_is_being_typed_alone(sample: Assembled) -> None:
    view = view_of(sample)
    row = view.questions.rows[0]
    row.begin("answer")
    HANDS.type("From")
    sample.desk.do(lambda workbench: workbench.edit_case(title="Another title"))
    assert row.values()["answer"] == "From"
    assert view.words.fields["title"].words() == "Another title"
    HANDS.type(" the pilot")
    HANDS.press("ctrl+Return")
    assert questions(sample)[0].answer == "From the pilot"


def test_removing_an_article_shows_its_questions_without_a_place(sample: Assembled) -> None:
    view = view_of(sample)
    article = sample.desk.need.article_at_letter("A").id
    sample.desk.do(lambda workbench: workbench.remove_article(article))
    assert [row.values()["place"] for row in view.questions.rows] == ["", ""]
    assert not view.questions.rows[0].in_tab_order()[1].isEnabled()


def test_a_copy_to_look_at_is_shown_and_takes_nothing(sample: Assembled) -> None:
    path = sample.desk.need.path
    sample.controllers.opening.close()
    sample.desk.put(Workbench.open(path, read_only=True))
    view = view_of(sample)
    assert not view.questions.add_button.isVisible()
    assert view.questions.rows[0].cells["text"].isReadOnly()
    assert view.words.fields["title"].isReadOnly()


@pytest.mark.parametrize("width", [560, 900, 1280])
def test_nothing_is_wider_than_the_view(sample: Assembled, width: int) -> None:
    sample.window.resize(width, 720)
    view = view_of(sample)
    QApplication.processEvents()
    body = view.widget()
    assert body is not None
    assert body.width() <= view.viewport().width()
    lists: list[EntryList] = [view.questions, view.replies, view.passes]
    cells = [cell for entries in lists for row in entries.rows for cell in row.cells.values()]
    assert len(cells) > 20
    assert min(cell.width() for cell in cells) >= 40


def test_the_view_is_taller_than_a_table_and_each_keeps_its_height(sample: Assembled) -> None:
    sample.controllers.sight.show_view("sentences")
    QApplication.processEvents()
    low = bench(sample).drawer.height()
    view_of(sample)
    QApplication.processEvents()
    tall = bench(sample).drawer.height()
    assert tall > low
    sample.controllers.sight.show_view("links")
    QApplication.processEvents()
    assert bench(sample).drawer.height() == low


# -- asking from the text ----------------------------------------------------------------------------------------------


def dialog_of(parts: Assembled) -> QuestionDialog:
    dialog = parts.window.findChild(QuestionDialog)
    assert isinstance(dialog, QuestionDialog)
    return dialog


def test_q_asks_about_the_sentence_and_the_text_stays_usable(sample: Assembled) -> None:
    go(sample, "A6")
    HANDS.press("q")
    dialog = dialog_of(sample)
    assert not dialog.isModal()
    assert "A6" in dialog.windowTitle()
    dialog.text.setPlainText("Is it 1 December?")
    go(sample, "A9")  # the text can be used meanwhile, and the question stays where it was asked
    assert sample.window.isEnabled()
    assert "A6" in dialog.windowTitle()
    dialog.whom.setText("the writer")
    dialog.accept()
    asked = questions(sample)[-1]
    rows = sample.desk.need.rows
    assert address_of_passage(rows, rows.need(Passage, asked.place)) == "A6"
    assert (asked.text, asked.whom) == ("Is it 1 December?", "the writer")


def test_q_asks_about_selected_words(sample: Assembled) -> None:
    go(sample, "A6")
    HANDS.press("Space", "Shift+Right", "Shift+Right", "Shift+Right", "Shift+Right", "q")
    dialog = dialog_of(sample)
    assert "A6" in dialog.windowTitle()
    HANDS.type("From when?")
    HANDS.press("ctrl+Return")
    asked = questions(sample)[-1]
    words = sample.desk.need.words(sample.desk.need.rows.need(Passage, asked.place))
    assert words == "From"


def test_a_question_given_up_is_no_step_and_one_without_words_cannot_be_asked(sample: Assembled) -> None:
    before = len(sample.desk.need.steps())
    go(sample, "A6")
    HANDS.press("q")
    dialog = dialog_of(sample)
    assert not dialog.do_button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    HANDS.press("Escape")
    QApplication.processEvents()
    assert len(sample.desk.need.steps()) == before


def test_a_question_being_written_is_a_step_when_the_case_is_closed(sample: Assembled) -> None:
    go(sample, "A6")
    HANDS.press("q")
    dialog_of(sample).text.setPlainText("Is it 1 December?")
    path = sample.desk.need.path
    sample.controllers.opening.close()
    with Workbench.open(path, read_only=True) as closed:
        assert closed.rows.all(Question)[-1].text == "Is it 1 December?"


def test_the_same_place_is_asked_about_in_one_dialog(sample: Assembled) -> None:
    go(sample, "A6")
    sample.controllers.questions.ask()
    sample.controllers.questions.ask()
    dialogs = [one for one in sample.window.findChildren(QuestionDialog) if one.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()


def test_the_inspector_shows_what_was_asked_and_leads_to_the_answer(sample: Assembled) -> None:
    go(sample, "A5")
    listed = bench(sample).inspector.questions
    assert not listed.isVisible()
    go(sample, "A22")
    assert listed.isVisible()
    said = [label.text() for label in listed.findChildren(QLabel)]
    assert "Where do the 70 nights come from? The report counts 38." in said
    assert "open · the writer · due 22 November 2024" in said
    [button] = listed.findChildren(PressedButton)
    button.click()
    view = bench(sample).drawer.view("case")
    assert isinstance(view, CaseView)
    assert QApplication.focusWidget() is view.questions.rows[0].cells["answer"]
    HANDS.type("From a pilot.")
    HANDS.press("Escape")
    assert any(label.text() == "answered: From a pilot." for label in listed.findChildren(QLabel))
