"""Splitting, merging and kinds by hand in the whole window, and the way back through the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.hands import InsideHands

from verifier.domain.articles import Paragraph, Sentence
from verifier.domain.checkers import Checker
from verifier.domain.kinds import ParagraphKind
from verifier.domain.queries import account, address_of
from verifier.ui.panels.kind_picker import KindPicker
from verifier.ui.panels.relation_picker import RelationPicker
from verifier.ui.views.history import STANDS, UNDONE, History
from verifier.ui.views.tables import Sentences

if TYPE_CHECKING:
    from verifier.session.workbench import Workbench
    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def here(parts: Assembled) -> str:
    """The address the cursor is at."""
    rows = parts.desk.need.rows
    return address_of(rows, rows.need(Sentence, parts.place.sentence() or ""))


def go(parts: Assembled, address: str) -> Sentence:
    sentence = parts.desk.need.sentence_at_address(address)
    parts.place.go_to(sentence.id)
    QApplication.processEvents()
    return sentence


def steps(parts: Assembled) -> list[str]:
    return [step.what for step in parts.desk.need.steps()]


@pytest.fixture
def heard(sample: Assembled) -> list[str]:
    """What the window says, oldest first."""
    found: list[str] = []
    sample.desk.said.connect(lambda message: found.append(message.text))
    return found


def words(case: Workbench, address: str) -> str:
    return case.words(case.sentence_at_address(address))


# -- splitting and merging -------------------------------------------------------------------------------------------


def test_a_sentence_is_split_at_the_caret_inside_it(sample: Assembled, heard: list[str]) -> None:
    case, hands = sample.desk.need, InsideHands()
    whole = words(case, "A6")
    go(sample, "A6")
    hands.press("space", *["right"] * len(whole.split()[0]), "ctrl+shift+x")
    assert (words(case, "A6"), words(case, "A6a")) == (whole.split(" ", 1)[0], whole.split(" ", 1)[1])
    assert heard[-1] == "A6 is split: A6 and A6a."
    assert here(sample) == "A6"
    hands.press("j")  # the arrows step by sentence again
    assert here(sample) == "A6a"
    hands.press("ctrl+z")
    assert here(sample) == "A6"
    assert words(case, "A6") == whole
    assert heard[-1] == "Undone: A6 split in two: A6 and A6a"


def test_a_split_at_the_edge_says_what_to_do(sample: Assembled, heard: list[str]) -> None:
    go(sample, "A6")
    before = len(steps(sample))
    InsideHands().press("ctrl+shift+x")
    assert len(steps(sample)) == before
    assert heard[-1].startswith("Where is A6 to be split? Step inside it (Space)")


@pytest.mark.parametrize("part", ["middle", "beginning"])
def test_a_sentence_is_split_where_the_words_selected_begin_or_end(sample: Assembled, part: str) -> None:
    case = sample.desk.need
    sentence = go(sample, "A6")
    text = case.text(sentence.version_id)
    gap = text.index(" ", sentence.start) + 1
    start, end = (gap, gap + 4) if part == "middle" else (sentence.start, gap - 1)
    article = sample.place.article()
    assert article is not None
    assert bench(sample).columns.go_to_span(article, start, end, select=True)
    InsideHands().press("ctrl+shift+x")
    assert case.sentence_at_address("A6a").start == gap


def test_a_sentence_is_split_where_it_was_clicked(sample: Assembled) -> None:
    case = sample.desk.need
    sentence = go(sample, "A6")
    gap = case.text(sentence.version_id).index(" ", sentence.start) + 1
    column = bench(sample).columns.columns()[0]
    cursor = QTextCursor(column.view.document())
    cursor.setPosition(column.page.place_of(gap))
    QTest.mouseClick(
        column.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=column.view.cursorRect(cursor).center(),
    )
    InsideHands().press("ctrl+shift+x")
    assert case.sentence_at_address("A6a").start == gap


def test_a_sentence_is_merged_with_the_next_and_undo_comes_back_to_it(
    sample: Assembled, heard: list[str]
) -> None:
    case, hands = sample.desk.need, InsideHands()
    both = [words(case, "A6"), words(case, "A7")]
    go(sample, "A6")
    hands.press("ctrl+shift+m")
    assert words(case, "A6") == " ".join(both)
    assert heard[-1] == "A6 and A7 are one sentence now, A6."
    assert here(sample) == "A6"
    hands.press("j")
    assert here(sample) == "A8"
    hands.press("ctrl+z")
    assert here(sample) == "A6"
    assert [words(case, "A6"), words(case, "A7")] == both


def test_the_last_sentence_of_a_paragraph_is_not_merged(sample: Assembled, heard: list[str]) -> None:
    go(sample, "A7")
    before = len(steps(sample))
    InsideHands().press("ctrl+shift+m")
    assert len(steps(sample)) == before
    assert "last sentence of its paragraph" in heard[-1]


@pytest.mark.parametrize("action", ["mark.split", "mark.merge", "mark.kind"])
def test_the_context_menu_has_them(sample: Assembled, action: str) -> None:
    menu = sample.actions.context_menu(sample.window)
    assert sample.actions.actions[action] in menu.actions()
    menu.close()


# -- kinds -----------------------------------------------------------------------------------------------------------


def picker(parts: Assembled) -> KindPicker:
    found = parts.window.findChild(KindPicker)
    assert isinstance(found, KindPicker)
    return found


def kind_of(parts: Assembled, sentence: Sentence) -> ParagraphKind:
    return parts.desk.need.rows.need(Paragraph, sentence.paragraph_id).kind


def test_every_kind_is_offered_with_a_key_and_the_present_one_is_named(sample: Assembled) -> None:
    go(sample, "A6")
    InsideHands().press("i")
    shown = [button.text() for button in picker(sample).buttons]
    assert len(shown) == len(ParagraphKind)
    assert len({text.split()[0] for text in shown}) == len(shown)
    assert [text for text in shown if "now" in text] == ["2   text · now"]
    assert picker(sample).buttons[1].hasFocus()
    assert picker(sample).isVisible()
    InsideHands().press("Escape")
    assert not picker(sample).isVisible()
    assert sample.place.text_has_focus()
    assert steps(sample)[-1] != "set-kind"


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (["9"], ParagraphKind.CAPTION),
        (["a"], ParagraphKind.CREDIT),
        (["e"], ParagraphKind.ASIDE),
        (["Down", "Return"], ParagraphKind.QUOTE),
    ],
)
def test_a_kind_is_chosen_by_digit_letter_or_arrow(
    sample: Assembled, keys: list[str], kind: ParagraphKind
) -> None:
    sentence, hands = go(sample, "A6"), InsideHands()
    hands.press("i", *keys)
    assert kind_of(sample, sentence) is kind
    assert not picker(sample).isVisible()
    assert sample.place.text_has_focus()
    assert here(sample) == ("A6" if kind is ParagraphKind.QUOTE else "A8")  # on, where it was folded away
    hands.press("ctrl+z")
    assert kind_of(sample, sentence) is ParagraphKind.BODY
    assert here(sample) == "A5"


def test_a_kind_that_holds_already_is_no_step(sample: Assembled, heard: list[str]) -> None:
    go(sample, "A6")
    before = len(steps(sample))
    InsideHands().press("i", "2")
    assert len(steps(sample)) == before
    assert heard[-1] == "It was that already: text."


def test_all_paragraphs_of_a_selection_get_the_kind(sample: Assembled, heard: list[str]) -> None:
    case, hands = sample.desk.need, InsideHands()
    first, last = go(sample, "A7"), case.sentence_at_address("A8")
    assert first.paragraph_id != last.paragraph_id
    hands.press("Shift+Down", "i", "3")
    assert kind_of(sample, first) is kind_of(sample, last) is ParagraphKind.QUOTE
    assert heard[-1] == "These 2 paragraphs are now: block quotation."
    assert steps(sample)[-1] == "set-kind"


def test_a_paragraph_is_brought_back_by_its_kind(sample: Assembled) -> None:
    case, hands = sample.desk.need, InsideHands()
    article = case.article_at_letter("A")
    aside = next(row for row in case.rows.paragraphs(article.version_id) if row.kind is ParagraphKind.BYLINE)
    (sentence,) = case.rows.sentences(aside.id)
    sample.place.go_to(sentence.id)
    hands.press("i", "4")
    assert kind_of(sample, sentence) is ParagraphKind.HEADING
    assert here(sample) == "A1a"
    assert sentence.id in {one.id for one in account(case.rows, article)}


def test_the_keyboard_goes_back_to_the_list_it_came_from(sample: Assembled) -> None:
    sample.controllers.sight.show_view("sentences")
    view = bench(sample).drawer.view("sentences")
    assert isinstance(view, Sentences)
    table = view.table
    table.setFocus()
    QApplication.processEvents()
    InsideHands().press("i", "Escape")
    assert table.hasFocus()


def test_relations_are_still_picked_by_digits(sample: Assembled) -> None:
    case, hands = sample.desk.need, InsideHands()
    go(sample, "B3")
    go(sample, "A6")
    hands.press("l")
    found = sample.window.findChild(RelationPicker)
    assert found is not None
    assert found.isVisible()
    assert len(found.buttons) == 5
    hands.press("3")
    values = dict(case.steps()[-1].values)
    assert values["relation"] == "adds-detail"


# -- keys that came with them ----------------------------------------------------------------------------------------


def test_f_refutes_what_is_disputed(sample: Assembled) -> None:
    go(sample, "A6")
    InsideHands().press("d", "f")
    assert dict(sample.desk.need.steps()[-1].values)["add"] == "refuted"


def test_an_article_is_removed_by_its_key_and_comes_back(sample: Assembled, heard: list[str]) -> None:
    case, hands = sample.desk.need, InsideHands()
    go(sample, "B2")
    hands.press("ctrl+shift+Del")
    assert [article.letter for article in case.rows.articles()] == ["A"]
    assert "removed" in heard[-1]
    assert "Undo brings it back" in heard[-1]
    hands.press("ctrl+z")
    assert [article.letter for article in case.rows.articles()] == ["A", "B"]


# -- history ---------------------------------------------------------------------------------------------------------


def history(parts: Assembled) -> History:
    parts.controllers.sight.show_view("history")
    view = bench(parts).drawer.view("history")
    assert isinstance(view, History)
    QApplication.processEvents()
    return view


def judge_three(parts: Assembled) -> None:
    for address in ("A6", "A8", "B3"):
        go(parts, address)
        InsideHands().press("u")


def test_the_history_takes_all_back_after_the_step_chosen(sample: Assembled, heard: list[str]) -> None:
    judge_three(sample)
    view = history(sample)
    view.table.selectRow(2)
    assert view.remark.text() == "takes back 2 steps"
    view.back_button.click()
    assert steps(sample)[-2:] == ["undo", "undo"]
    assert heard[-1].startswith("2 steps undone, back to: A6 marked unconfirmed.")
    states = {entry.step.what: entry.state for entry in view.model.entries[:5]}
    assert [entry.state for entry in view.model.entries[2:5]] == [UNDONE, UNDONE, STANDS]
    assert states["undo"] not in (UNDONE, STANDS)
    assert here(sample) == "A8"


def test_what_was_undone_is_no_place_to_go_back_to(sample: Assembled) -> None:
    judge_three(sample)
    InsideHands().press("ctrl+z")
    view = history(sample)
    assert not view.back_button.isEnabled()
    assert view.remark.text() == "nothing after it is to be undone"
    view.table.selectRow(1)
    assert not view.back_button.isEnabled()
    assert "undone" in view.remark.text()
    texts = [view.model.data(view.model.index(1, column)) for column in range(4)]
    assert texts[3] == "undone"


def test_steps_of_another_checker_are_asked_about_first(sample: Assembled, heard: list[str]) -> None:
    judge_three(sample)
    sample.desk.need.checker = Checker("Mo Lind", "ML")
    before = len(steps(sample))
    view = history(sample)
    view.table.selectRow(2)
    offers: list[object] = []
    sample.desk.said.connect(lambda message: offers.extend(message.offers))
    view.back_button.click()
    assert len(steps(sample)) == before
    assert "2 of the 2 steps" in heard[-1]
    assert "Nothing has changed yet" in heard[-1]
    offers[0].call()  # type: ignore[attr-defined]
    assert len(steps(sample)) == before + 2


def test_the_way_back_is_reached_by_keyboard(sample: Assembled) -> None:
    judge_three(sample)
    view, hands = history(sample), InsideHands()
    assert view.table.hasFocus()
    hands.press("Down")
    for _ in range(8):
        hands.press("Shift+Tab")
        if view.back_button.hasFocus():
            break
    assert view.back_button.hasFocus()
    before = len(steps(sample))
    hands.press("space")
    assert len(steps(sample)) == before + 1


def test_a_row_of_the_history_shows_its_place(sample: Assembled) -> None:
    judge_three(sample)
    view = history(sample)
    view.table.selectRow(1)
    assert here(sample) == "A8"
    assert not sample.place.text_has_focus()
    InsideHands().press("Return")
    assert sample.place.text_has_focus()


def test_a_step_on_a_number_that_retired_shows_what_it_was_merged_into(sample: Assembled) -> None:
    go(sample, "A7")
    InsideHands().press("u")
    go(sample, "A6")
    InsideHands().press("ctrl+shift+m")
    view = history(sample)
    view.table.selectRow(1)
    assert here(sample) == "A6"


def test_the_history_is_filtered(sample: Assembled) -> None:
    judge_three(sample)
    InsideHands().press("ctrl+z")
    view = history(sample)
    every = len(view.model.entries)
    view.filters.chips["state"].choose(UNDONE)
    assert [entry.state for entry in view.model.entries] == [UNDONE]
    view.filters.clear()
    view.filters.chips["about"].choose("links")
    found = {entry.step.what for entry in view.model.entries}
    assert found
    assert found <= {"link", "edit-link", "resolve", "unlink"}
    view.filters.clear()
    assert len(view.model.entries) == every


def test_the_step_chosen_stays_chosen_when_another_is_taken(sample: Assembled) -> None:
    judge_three(sample)
    view = history(sample)
    view.table.selectRow(1)
    chosen = view.chosen()
    sample.desk.do(lambda workbench: workbench.edit_case(finding="Not yet."))
    assert view.chosen() == chosen
    assert view.remark.text() == "takes back 2 steps"


def test_a_kind_given_leads_to_its_paragraph(sample: Assembled) -> None:
    go(sample, "A8")
    InsideHands().press("i", "3")
    go(sample, "B1")
    view = history(sample)
    assert here(sample) == "B1"
    view.table.selectRow(1)
    view.table.selectRow(0)
    assert here(sample) == "A8"
