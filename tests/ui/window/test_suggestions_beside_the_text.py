"""What may be said in both: compared in the real child process, shown beside the text, decided by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.hands import InsideHands
from tests.making import make_case
from tests.ui.window.comparing import LONG, WorkerHere, bench, open_compared, wait

from verifier.domain.articles import Passage, Sentence
from verifier.domain.claims import rejection_of
from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Relation
from verifier.domain.queries import address_of, sentences_under
from verifier.ui.assembly import Assembled
from verifier.ui.control.comparing import State
from verifier.ui.panels.suggestions import SuggestionEntry
from verifier.ui.reading.beneath import Beneath
from verifier.ui.reading.gap import Gap
from verifier.ui.reading.strokes import SUGGESTED


@pytest.fixture
def compared(parts: Assembled, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Assembled:
    """The window with a fresh sample, compared."""
    monkeypatch.setattr(parts.work, "_make_worker", WorkerHere)
    return open_compared(parts, tmp_path, qtbot)


def entries(parts: Assembled) -> list[SuggestionEntry]:
    return bench(parts).inspector.suggestions.entries()


def go(parts: Assembled, address: str) -> str:
    sentence = parts.desk.need.sentence_at_address(address)
    parts.place.go_to(sentence.id)
    return sentence.id


def suggested(parts: Assembled, least: int = 2) -> str:
    """The first unlinked sentence of article A with so many suggestions; the cursor is put there."""
    workbench = parts.desk.need
    for sentence in workbench.rows.all(Sentence):
        where = address_of(workbench.rows, sentence)
        offers = parts.controllers.suggesting.offers(sentence.id)
        if where.startswith("A") and len(offers) >= least:
            parts.place.go_to(sentence.id)
            return sentence.id
    raise AssertionError("nothing is suggested anywhere")


def test_two_articles_are_compared_in_the_child_when_a_case_is_opened(
    sample: Assembled, qtbot: QtBot
) -> None:
    wait(sample, qtbot, State.DONE)
    here = suggested(sample)
    shown = [entry.offered.far for entry in entries(sample)]
    assert shown == sample.controllers.suggesting.suggested(here)
    rows = sample.desk.need.rows
    assert {address_of(rows, rows.need(Sentence, far))[0] for far in shown} == {"B"}
    assert all(entry.reason_words() for entry in entries(sample))


def test_a_number_brings_the_other_cursor_and_leaves_the_keyboard(compared: Assembled) -> None:
    here = suggested(compared)
    text = QApplication.focusWidget()
    first, second = entries(compared)[:2]
    assert not first.deeds.isVisible()
    InsideHands().press("2")
    assert (compared.place.sentence(), compared.place.other_end()) == (here, second.offered.far)
    assert QApplication.focusWidget() is text
    assert (first.deeds.isVisible(), second.deeds.isVisible()) == (False, True)
    InsideHands().press("1")
    assert compared.place.other_end() == first.offered.far
    assert (first.reasons.isVisible(), second.reasons.isVisible()) == (True, False)


def test_a_number_opens_the_column_that_was_closed(compared: Assembled) -> None:
    suggested(compared)
    columns = bench(compared).columns
    other = columns.shown_articles()[1]
    columns.close_article(other)
    InsideHands().press("1")
    assert columns.shown_articles()[1] == other
    assert compared.place.article() != other


def test_a_suggestion_is_accepted_with_a_relation_and_then_suggested_no_more(compared: Assembled) -> None:
    here = suggested(compared)
    far = entries(compared)[0].offered.far
    before = {link.id for link in compared.desk.need.rows.all(Link)}
    InsideHands().press("1", "l", "3")
    [made] = [link for link in compared.desk.need.rows.all(Link) if link.id not in before]
    rows = compared.desk.need.rows
    ends = [sentences_under(rows, rows.need(Passage, end))[0].id for end in (made.a, made.b)]
    assert (set(ends), made.relation) == ({here, far}, list(Relation)[2])
    assert far not in compared.controllers.suggesting.suggested(here)
    InsideHands().press("ctrl+z")
    assert far in compared.controllers.suggesting.suggested(here)


def test_backspace_rejects_what_the_other_cursor_stands_at_and_undo_brings_it_back(
    compared: Assembled,
) -> None:
    here = suggested(compared)
    far = entries(compared)[0].offered.far
    InsideHands().press("1", "Backspace")
    rows = compared.desk.need.rows
    assert rejection_of(rows, rows.need(Sentence, here), rows.need(Sentence, far)) is not None
    assert far not in [entry.offered.far for entry in entries(compared)]
    assert "not suggested any more" in compared.window.message.text.text()
    InsideHands().press("ctrl+z")
    assert entries(compared)[0].offered.far == far


def test_backspace_rejects_nothing_where_the_other_cursor_is_elsewhere(compared: Assembled) -> None:
    here = suggested(compared)
    offered = compared.controllers.suggesting.suggested(here)
    steps = len(compared.desk.need.steps())
    rows = compared.desk.need.rows
    others = [row.id for row in rows.all(Sentence) if address_of(rows, row).startswith("B")]
    compared.place.go_to(next(key for key in others if key not in offered))
    compared.place.go_to(here)
    InsideHands().press("Backspace")
    assert len(compared.desk.need.steps()) == steps
    assert "Which suggestion?" in compared.window.message.text.text()


def test_what_is_rejected_stays_so_when_the_case_is_opened_again(compared: Assembled, qtbot: QtBot) -> None:
    here = suggested(compared)
    far = entries(compared)[0].offered.far
    InsideHands().press("1", "Backspace")
    path = compared.desk.need.path
    compared.controllers.opening.close()
    assert compared.controllers.comparing.state is State.TOO_FEW
    compared.controllers.opening.open_path(path)
    wait(compared, qtbot, State.DONE)
    assert far not in compared.controllers.suggesting.suggested(here)
    assert compared.controllers.comparing.found.suggestions


def test_m_walks_the_sentences_with_suggestions_there_and_back(compared: Assembled) -> None:
    go(compared, "A1")
    seen = []
    while True:
        before = compared.place.sentence()
        InsideHands().press("m")
        now = compared.place.sentence()
        if now == before:
            break
        assert now is not None
        seen.append(now)
    assert len(seen) > 3
    assert all(compared.controllers.suggesting.suggested(key) for key in seen)
    InsideHands().press("Shift+M")
    assert compared.place.sentence() == seen[-2]


def test_the_buttons_do_it_by_keyboard_and_the_keyboard_stays_near(compared: Assembled) -> None:
    suggested(compared)
    first, second = entries(compared)[:2]
    first.go.setFocus()
    assert first.reject.isVisible()
    InsideHands().press("Tab", "Tab")
    assert first.reject.hasFocus()
    gone, stays = first.offered.far, second.offered.far
    InsideHands().press("Return")
    assert entries(compared)[0].offered.far == stays != gone
    assert entries(compared)[0].go.hasFocus()


def dotted(gap: Gap) -> set[str]:
    """The ids of the sentences dotted curves and stubs lead to."""
    ribbons = {one.link_id for one in gap.ribbons() if one.relation == SUGGESTED}
    return ribbons | {one.link_id for one in gap.stubs() if one.relation == SUGGESTED}


def test_dotted_curves_lead_to_what_is_suggested_behind_the_links(compared: Assembled) -> None:
    here = suggested(compared)
    gap = _gap(compared)
    drawn = dotted(gap)
    assert drawn == set(compared.controllers.suggesting.suggested(here))
    chosen = sorted(drawn)[0]
    gap.suggestion_picked.emit(chosen)
    assert (compared.place.sentence(), compared.place.other_end()) == (here, chosen)


def _gap(parts: Assembled) -> Gap:
    [gap] = [one for one in bench(parts).columns.findChildren(Gap) if one.isVisible()]
    return gap


def test_blind_first_shows_nothing_before_there_is_a_label(compared: Assembled) -> None:
    workbench = compared.desk.need
    here = suggested(compared)
    compared.settings.change(blind_first=True)
    compared.controllers.casework.mark(None)
    QApplication.processEvents()
    assert entries(compared) == []
    assert "label" in bench(compared).inspector.suggestions.none.text()
    InsideHands().press("1")
    assert "once the sentence has a label" in compared.window.message.text.text()
    gap = _gap(compared)
    assert not dotted(gap)
    InsideHands().press("v")
    assert workbench.rows.get(Sentence, here) is not None
    assert entries(compared)
    assert dotted(gap)


def test_labels_do_not_compare_anew_and_a_split_sentence_does(compared: Assembled, qtbot: QtBot) -> None:
    found = compared.controllers.comparing.found
    here = suggested(compared)
    compared.controllers.casework.mark(Label.VERIFIED)
    qtbot.wait(400)
    assert compared.controllers.comparing.found is found
    sentence = compared.desk.need.rows.need(Sentence, here)
    words = compared.desk.need.words(sentence)
    point = sentence.start + words.index(" ") + 1
    assert compared.desk.do(lambda workbench: workbench.split(here, point))
    qtbot.waitUntil(lambda: compared.controllers.comparing.found is not found, timeout=LONG)
    pieces = {piece.id for account in compared.controllers.comparing.accounts for piece in account.pieces}
    assert here in pieces


def test_what_was_given_up_says_so_and_can_be_asked_for_again(sample: Assembled, qtbot: QtBot) -> None:
    wait(sample, qtbot, State.RUNNING)
    qtbot.waitUntil(sample.work.busy, timeout=LONG)
    sample.work.cancel()
    assert sample.controllers.comparing.state is State.STOPPED
    section = bench(sample).inspector.suggestions
    assert "given up" in section.none.text()
    assert section.again.isVisibleTo(section)
    section.again.click()
    wait(sample, qtbot, State.DONE)
    assert not section.again.isVisibleTo(section)


def test_a_case_closed_meanwhile_is_forgotten(sample: Assembled, qtbot: QtBot) -> None:
    qtbot.waitUntil(sample.work.busy, timeout=LONG)
    sample.controllers.opening.close()
    qtbot.waitUntil(lambda: not sample.work.busy(), timeout=LONG)
    assert sample.controllers.comparing.state is State.TOO_FEW
    assert sample.controllers.comparing.found.suggestions == ()


def test_one_article_alone_says_what_to_do(parts: Assembled, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "one.verif"
    with make_case(path) as case:
        case.remove_article(case.rows.articles()[1].id)
    parts.controllers.opening.open_path(path)
    qtbot.wait(500)
    assert parts.controllers.comparing.state is State.TOO_FEW
    assert not parts.work.busy()
    assert "second article" in bench(parts).inspector.suggestions.none.text()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said at once that articles are being compared."""
    monkeypatch.setattr("verifier.ui.control.comparing.PATIENCE", 0)


def test_comparing_that_takes_long_is_said_and_can_be_cancelled(
    impatient: None, sample: Assembled, qtbot: QtBot
) -> None:
    status = sample.window.status
    qtbot.waitUntil(lambda: status.doing.text() == "Comparing articles…", timeout=LONG)
    assert status.cancel.isVisible()
    status.cancel.click()
    assert sample.controllers.comparing.state is State.STOPPED
    assert not status.cancel.isVisible()


def test_where_there_is_room_for_one_column_the_suggestion_is_shown_beneath(
    compared: Assembled, qtbot: QtBot
) -> None:
    compared.window.resize(640, 700)
    QApplication.processEvents()
    here = suggested(compared)
    far = compared.controllers.suggesting.suggested(here)[0]
    InsideHands().press("1")
    assert (compared.place.sentence(), compared.place.other_end()) == (here, far)
    [column] = [one for one in bench(compared).columns.columns() if one.isVisible()]
    assert column.page.has(here)
    beneath = bench(compared).columns.findChild(Beneath)
    assert isinstance(beneath, Beneath)
    assert beneath.isVisible()
    assert beneath.words()[1] == compared.desk.need.words(compared.desk.need.rows.need(Sentence, far))
