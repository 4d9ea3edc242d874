"""Places of the preview where a newcomer was stuck or misled: a lone copy, stale rows, choices that jump, facts."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from tests.journeys.hands import InsideHands
from tests.making import make_draft
from tests.ready_jobs import ReadyJob
from tests.ui.intake.readings import PATIENCE, begin, clear, entry_of, names_of, preview

from verifier.domain.articles import Notice
from verifier.domain.errors import ReadError
from verifier.domain.kinds import ParagraphKind
from verifier.domain.reading import ReadOptions
from verifier.ui.intake.entry import Entry, State
from verifier.ui.intake.how_read import ENCODINGS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled

WORDS = "The quay was closed on Monday although nobody had told the people who live on it of any such thing."


def test_a_lone_copy_of_an_article_has_a_box_to_tick(parts: Assembled, qtbot: QtBot) -> None:
    begin(parts, qtbot, [clear()]).do_button.click()
    shown = begin(parts, qtbot, [clear()])
    assert shown.list.isVisible()
    assert shown.focusWidget() is shown.list
    assert not shown.do_button.isEnabled()
    InsideHands().press("space")
    assert shown.do_button.text() == "Add 1 article"
    InsideHands().press("Return")
    qtbot.waitUntil(lambda: len(parts.desk.need.rows.articles()) == 2, timeout=PATIENCE)
    assert names_of(parts) == ["clear.txt", "clear.txt"]


def test_rows_are_as_high_as_their_words_take_when_only_the_width_changes(
    parts: Assembled, qtbot: QtBot
) -> None:
    shown = begin(
        parts, qtbot, [make_draft([(ParagraphKind.BODY, [WORDS]), (ParagraphKind.BODY, ["No."])], "a.txt")]
    )
    paragraphs = shown.detail.text.list
    height = paragraphs.height()
    for width, lines in ((1400, 1), (320, 2)):
        paragraphs.setFixedSize(width, height)
        qtbot.waitUntil(
            lambda lines=lines: (
                paragraphs.visualRect(paragraphs.model().index(0, 0)).height()  # type: ignore[misc]
                // paragraphs.fontMetrics().height()
                == lines
            ),
            timeout=5000,
        )
    QApplication.processEvents()
    first, second = (paragraphs.visualRect(paragraphs.model().index(row, 0)) for row in (0, 1))
    assert first.bottom() < second.top()
    shown.reject()


def test_the_arrow_keys_walk_through_all_encodings(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [replace(clear(), encoding="cp1251")])
    box, entry = shown.detail.how.encoding, parts.controllers.adding.intake.entries[0]
    assert box.currentText() == "windows-1251"
    assert [box.itemText(row) for row in range(box.count())] == [*ENCODINGS]
    entry.take(replace(clear(), encoding="mac-iceland"))
    shown.detail.show_entry(entry)
    assert box.currentText() == "mac-iceland"
    entry.job = replace(entry.job, options=ReadOptions(encoding="koi8-r"))
    shown.detail.show_entry(entry)
    assert codecs.lookup(box.itemText(box.currentIndex() + 1)) == codecs.lookup("koi8-u")
    shown.reject()


def test_f6_comes_to_the_form_before_the_line_breaks(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [replace(clear(), wrap="lines")])
    assert shown.detail.how.wraps.buttons()[0].isVisible()
    shown.do_button.setFocus()
    shown.step_area(1)
    assert shown.focusWidget() is shown.detail.how.form
    shown.reject()


def test_when_a_page_was_saved_is_a_fact_and_no_question(parts: Assembled, qtbot: QtBot) -> None:
    saved = replace(clear(), warnings=(Notice("page-saved", (("when", "6 May 2031"),)),))
    assert not _read(saved).is_in_question()
    shown = begin(parts, qtbot, [saved])
    (line,) = shown.detail.warnings.lines
    assert "6 May 2031" in line.text()  # type: ignore[attr-defined]
    assert line.property("look") == "quiet"
    assert "warning" not in shown.list.item(0).text()
    shown.reject()


def _read(draft: object) -> Entry:
    entry = entry_of(draft)  # type: ignore[arg-type]
    entry.take(draft)  # type: ignore[arg-type]
    return entry


def test_a_page_that_did_not_come_can_be_asked_for_again_and_not_be_read_otherwise(
    parts: Assembled, qtbot: QtBot
) -> None:
    adding = parts.controllers.adding
    job = ReadyJob(ReadError("url-no-connection", "https://gull.example/a"))
    adding._begin([Entry("https://gull.example/a", job)], show_first=True)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    shown = preview(parts)
    assert not shown.detail.how.isVisible()
    assert "taken for" not in shown.detail.nothing.text()
    adding.intake.entries[0].job = ReadyJob(clear("a.html"))  # type: ignore[assignment]
    shown.detail.retry.click()
    qtbot.waitUntil(lambda: adding.intake.entries[0].state is State.READ, timeout=PATIENCE)
    assert not shown.detail.retry.isVisible()
    assert shown.do_button.isEnabled()
    shown.reject()
