"""The message bar: what waits, what passes, and that nothing moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from verifier.ui.assembly import Assembled
from verifier.ui.bench import Bench
from verifier.ui.desk import Offer
from verifier.ui.panels import message_bar
from verifier.ui.reading.text_view import TextView


def nothing() -> None:
    """What an offer that is not taken would do."""


def seen(part: QWidget) -> tuple[QPoint, int, int]:
    """Where a part begins on the screen, how wide it is, and how far it is scrolled."""
    scrolled = part.verticalScrollBar().value() if isinstance(part, TextView) else 0
    return part.mapToGlobal(QPoint(0, 0)), part.width(), scrolled


def test_nothing_moves_when_a_message_comes_and_goes(sample: Assembled, qapp: QApplication) -> None:
    bench = sample.window.bench
    assert isinstance(bench, Bench)
    texts = bench.columns.findChildren(TextView)
    for text in texts:
        text.verticalScrollBar().setValue(60)
    before = (bench.geometry(), sample.window.status.geometry(), seen(bench.columns), list(map(seen, texts)))
    height = bench.columns.height()
    sample.desk.warn("Something went wrong.", Offer("Do it", nothing))
    qapp.processEvents()
    bar = sample.window.message
    assert bar.isVisible()
    beneath = bench.geometry(), sample.window.status.geometry(), seen(bench.columns), list(map(seen, texts))
    assert beneath == before, "what can be read is where it was; there is less of it at the foot"
    foot = bar.mapTo(sample.window, QPoint(0, bar.height())).y()
    assert foot <= sample.window.status.mapTo(sample.window, QPoint(0, 0)).y()
    bar.close_button.click()
    assert not bar.isVisible()
    qapp.processEvents()
    assert (bench.columns.height(), list(map(seen, texts))) == (height, before[3])


@pytest.mark.parametrize("width", [1440, 700])
def test_the_bar_goes_along_with_the_window_and_shows_all_its_words(
    sample: Assembled, qapp: QApplication, width: int
) -> None:
    sample.desk.warn("A long tale of what went wrong. " * 9)
    sample.window.resize(width, 700)
    qapp.processEvents()
    bar = sample.window.message
    assert bar.geometry().left() >= 0
    assert bar.geometry().right() < sample.window.width()
    assert bar.text.height() >= bar.text.heightForWidth(bar.text.width())


def test_an_offer_waits_beneath_what_is_said_later_and_comes_back(sample: Assembled) -> None:
    taken: list[str] = []
    sample.desk.warn("A note was being written.", Offer("Write it", lambda: taken.append("note")))
    sample.desk.say("Undone: A6 disputed")
    bar = sample.window.message
    assert (bar.text.text(), bar.waiting()) == ("Undone: A6 disputed", 1)
    assert bar.more.isVisible()
    assert bar.more.text() == "1 more"
    bar.close_button.click()
    assert (bar.text.text(), bar.waiting()) == ("A note was being written.", 0)
    bar.offers()[0].click()
    assert taken == ["note"]
    assert not bar.isVisible()


def test_a_remark_passes_by_itself_and_what_waited_is_there_again(
    sample: Assembled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_bar, "STAYS", 30)
    sample.desk.warn("A note was being written.", Offer("Write it", nothing))
    sample.desk.say("Undone: A6 disputed")
    bar = sample.window.message
    qtbot.waitUntil(lambda: bar.text.text() == "A note was being written.", timeout=5000)
    assert bar.isVisible()


def test_waiting_messages_can_be_gone_through_and_the_same_one_waits_once(sample: Assembled) -> None:
    for said in ("first", "second", "first", "third"):
        sample.desk.warn(said)
    bar = sample.window.message
    assert (bar.text.text(), bar.waiting()) == ("third", 2)
    seen = []
    for _ in range(3):
        bar.more.click()
        seen.append(bar.text.text())
    assert seen == ["second", "first", "third"]


def test_of_two_mere_offers_the_later_one_stays(sample: Assembled) -> None:
    sample.desk.say("A contradicts B.", Offer("Mark both", nothing))
    sample.desk.say("C contradicts D.", Offer("Mark both", nothing))
    assert (sample.window.message.text.text(), sample.window.message.waiting()) == ("C contradicts D.", 0)


def test_what_was_said_of_a_case_goes_with_it(sample: Assembled) -> None:
    sample.desk.warn("A6 could not be marked.")
    sample.desk.warn("A7 could not be marked.")
    sample.controllers.opening.close()
    assert not sample.window.message.isVisible()
    assert sample.window.message.waiting() == 0


def test_the_bar_is_high_enough_for_the_words_of_its_buttons(sample: Assembled, qapp: QApplication) -> None:
    sample.desk.say("A6 contradicts B1.", Offer("Mark both ends disputed", nothing))
    qapp.processEvents()
    button = sample.window.message.offers()[0]
    assert button.height() >= button.sizeHint().height()


def test_undo_is_offered_of_the_last_step_alone(sample: Assembled) -> None:
    letters = [one.letter for one in sample.desk.need.rows.articles()]
    sample.controllers.articles.remove()
    bar = sample.window.message
    assert [button.text() for button in bar.offers()] == ["Undo"]
    assert sample.desk.do(lambda workbench: workbench.edit_case(title="Who shut the quay?"))
    assert not bar.isVisible(), "the title would be undone, not the removal"
    sample.controllers.casework.undo()
    sample.controllers.casework.undo()
    assert [one.letter for one in sample.desk.need.rows.articles()] == letters


def test_what_waits_offers_no_undo_once_there_is_another_step(sample: Assembled) -> None:
    sample.controllers.articles.remove()
    sample.desk.warn("The report could not be written.")
    bar = sample.window.message
    assert bar.waiting() == 1
    assert sample.desk.do(lambda workbench: workbench.edit_case(title="Who shut the quay?"))
    assert (bar.text.text(), bar.waiting()) == ("The report could not be written.", 0)
    assert not bar.more.isVisible()
