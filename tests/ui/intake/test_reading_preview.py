"""The reading preview in the real window: what is shown before anything is added, and what one can say of it."""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from tests.journeys.hands import InsideHands
from tests.ready_jobs import ReadyJob
from tests.ui.intake.readings import (
    OTHER,
    PATIENCE,
    TITLE,
    archive,
    begin,
    clear,
    entry_of,
    gappy,
    names_of,
    page,
    preview,
)

from verifier.domain.articles import Article, Metadata, Notice, Paragraph
from verifier.domain.errors import ReadError
from verifier.domain.kinds import Origin, ParagraphKind
from verifier.domain.queries import account
from verifier.domain.reading import Candidate
from verifier.ui.dialogs.web import WebDialog
from verifier.ui.intake.entry import Entry, State
from verifier.ui.reading.header import ColumnHeader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled

RUSSIAN = "Причал закрыт. Сорок судов стоят.\n\nСовет соберётся в пятницу.\n"
RICH = "<h2>The quay</h2><p>The quay closed on <b>Monday</b>.</p><blockquote><p>“No.”</p></blockquote>"


@pytest.fixture
def clipboard() -> Iterator[QMimeData]:
    """What is put on the clipboard; it is empty again afterwards."""
    made = QMimeData()
    yield made
    QGuiApplication.clipboard().clear()


def file(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def added(parts: Assembled, qtbot: QtBot, count: int) -> None:
    qtbot.waitUntil(
        lambda: parts.desk.workbench is not None and parts.desk.need.rows.count("articles") == count,
        timeout=PATIENCE,
    )


# -- when it is shown ------------------------------------------------------------------------------------------------


def test_a_file_that_reads_without_question_is_added_at_once(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    parts.controllers.adding.add_files([file(tmp_path, "quay.txt", "The quay burned.\n")])
    added(parts, qtbot, 1)
    assert parts.controllers.adding.previewing.made is None
    assert [button.text() for button in parts.window.message.offers()] == ["How it was read…"]


def test_one_reading_in_question_brings_all_of_them_before_the_user(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [clear("a.txt"), page(), clear("c.txt", "More.")], show_first=False)
    assert shown.isVisible()
    assert parts.desk.workbench is None
    assert shown.list.current() is parts.controllers.adding.intake.entries[1]
    assert shown.do_button.text() == "Add 3 articles"
    InsideHands().press("Return")
    added(parts, qtbot, 3)
    assert names_of(parts) == ["a.txt", "page.html", "c.txt"]
    assert [row.letter for row in parts.desk.need.rows.articles()] == ["A", "B", "C"]
    assert len([step for step in parts.desk.need.steps() if step.what == "add-articles"]) == 1
    assert not shown.isVisible()


def test_clear_files_too_are_shown_first_if_the_user_wishes(parts: Assembled, qtbot: QtBot) -> None:
    parts.settings.change(add_at_once=False)
    shown = begin(parts, qtbot, [clear()], show_first=False)
    assert shown.isVisible()
    shown.at_once.click()
    assert parts.settings.all.add_at_once
    shown.reject()
    assert parts.desk.workbench is None


def test_long_reading_is_shown_while_it_lasts_and_adds_by_itself(
    parts: Assembled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding = parts.controllers.adding
    adding._slow.setInterval(50)
    adding._begin([entry_of(clear("a.txt"), takes=1.0), entry_of(clear("b.txt", "More."))], show_first=False)
    qtbot.waitUntil(
        lambda: adding.previewing.made is not None and adding.previewing.made.isVisible(), timeout=PATIENCE
    )
    shown = preview(parts)
    assert shown.stop.isVisible()
    assert shown.said.text() == "0 of 2 read"
    assert [entry.state for entry in adding.intake.entries] == [State.READING, State.WAITING]
    assert not shown.do_button.isEnabled()
    added(parts, qtbot, 2)
    assert not shown.isVisible()


def test_leaving_adds_nothing_and_makes_no_case(parts: Assembled, qtbot: QtBot, tmp_path: Path) -> None:
    shown = begin(parts, qtbot, [page()])
    InsideHands().press("Escape")
    assert not shown.isVisible()
    assert parts.desk.workbench is None
    assert parts.controllers.adding.intake.entries == []
    assert not (tmp_path / "documents").exists()


# -- many at once ----------------------------------------------------------------------------------------------------


def test_each_source_says_how_its_reading_stands(parts: Assembled, qtbot: QtBot) -> None:
    adding = parts.controllers.adding
    refused = Entry("bad.bin", ReadyJob(ReadError("source-binary", "bad.bin")))  # type: ignore[arg-type]
    adding._begin([entry_of(page()), refused, entry_of(gappy())], show_first=True)
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    shown = preview(parts)
    texts = [
        shown.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(shown.list.count())
    ]
    assert texts == [
        "page.html, 5 sentences · 2 doubts",
        "bad.bin, could not be read",
        "gappy.docx, 1 sentence · 1 warning",
    ]
    assert shown.do_button.text() == "Add 2 articles"
    shown.list.setCurrentRow(1)
    assert "is not a text file" in said(shown)
    shown.list.setCurrentRow(2)
    assert "what the surveyors found" in said(shown)
    assert "800 of 1,000 letters kept" in shown.detail.facts.text()
    shown.reject()


def said(shown: QWidget) -> str:
    looks = ("grave", "doubt")
    return "\n".join(
        label.text()
        for label in shown.findChildren(QLabel)
        if label.isVisible() and label.property("look") in looks
    )


def test_one_source_can_be_given_up_and_the_others_go_on(parts: Assembled, qtbot: QtBot) -> None:
    adding = parts.controllers.adding
    slow = entry_of(clear("slow.txt"), takes=30.0)
    adding._begin([slow, entry_of(clear("quick.txt"))], show_first=True)
    shown = preview(parts)
    shown.list.setCurrentRow(0)
    shown.list.setFocus()
    qtbot.wait(300)
    QTest.keyClick(shown.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    assert [entry.state for entry in adding.intake.entries] == [State.CANCELLED, State.READ]
    assert shown.do_button.text() == "Add 1 article"
    shown.do_button.click()
    added(parts, qtbot, 1)
    assert names_of(parts) == ["quick.txt"]


def test_a_source_that_is_not_ticked_is_not_added(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [page("a.html"), clear("b.txt")])
    shown.list.setCurrentRow(0)
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    assert shown.do_button.text() == "Add 1 article"
    box = shown.list.visualItemRect(shown.list.item(1)).topLeft() + QPoint(16, 14)
    QTest.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert not shown.do_button.isEnabled()
    QTest.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    shown.do_button.click()
    added(parts, qtbot, 1)
    assert names_of(parts) == ["b.txt"]


def test_a_copy_of_an_article_is_known_again_and_added_only_if_ticked(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    parts.controllers.adding.add_files([file(tmp_path, "quay.txt", "The quay burned.\n")])
    added(parts, qtbot, 1)
    parts.controllers.adding.add_files([file(tmp_path, "copy.txt", "The quay burned.\n")])
    qtbot.waitUntil(lambda: parts.controllers.adding.previewing.made is not None, timeout=PATIENCE)
    shown = preview(parts)
    assert "the same as article A" in said(shown)
    assert not shown.do_button.isEnabled()
    shown.reject()
    assert parts.desk.need.rows.count("articles") == 1


def test_what_is_attached_to_a_mail_is_offered_and_read_when_it_is_ticked(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    parts.controllers.adding.add_files([file(tmp_path, "quay.eml", MAIL)])
    qtbot.waitUntil(lambda: len(parts.controllers.adding.intake.entries) == 2, timeout=PATIENCE)
    shown, (mail, attached) = preview(parts), parts.controllers.adding.intake.entries
    assert (attached.name, attached.state, attached.parent) == ("annex.txt", State.OFFERED, mail)
    assert shown.do_button.text() == "Add 1 article"
    shown.list.setCurrentRow(1)
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: attached.state is State.READ, timeout=PATIENCE)
    shown.do_button.click()
    added(parts, qtbot, 2)
    texts = [parts.desk.need.text(row.version_id) for row in parts.desk.need.rows.articles()]
    assert "Forty boats" in texts[0]
    assert texts[1] == "The survey found that two piles moved."


MAIL = """From: Ada Brook <ada@harbour.example>
To: desk@harbour.example
Subject: The quay
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=part

--part
Content-Type: text/plain; charset=utf-8

The quay closed on Monday. Forty boats lie idle.

--part
Content-Type: text/plain; charset=utf-8
Content-Disposition: attachment; filename=annex.txt

The survey found that two piles moved.
--part--
""".replace("\n", "\r\n")


# -- how it was read -------------------------------------------------------------------------------------------------


def test_another_encoding_is_one_click(parts: Assembled, tmp_path: Path, qtbot: QtBot) -> None:
    parts.settings.change(add_at_once=False)
    parts.controllers.adding.add_files([file(tmp_path, "quay.txt", RUSSIAN.encode("koi8-r"))])
    adding = parts.controllers.adding
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    (entry,), how = adding.intake.entries, preview(parts).detail.how
    assert entry.draft is not None
    for encoding in ("windows-1251", "koi8-r"):
        how.encoding.setCurrentText(encoding)
        how.encoding.textActivated.emit(encoding)
        qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
        assert codecs.lookup(entry.draft.encoding).name == codecs.lookup(encoding).name
    preview(parts).do_button.click()
    added(parts, qtbot, 1)
    assert parts.desk.need.text(parts.desk.need.rows.articles()[0].version_id).startswith("Причал закрыт.")


def test_line_breaks_are_read_otherwise_with_one_click(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    words = "The quay closed\nand forty boats\nlie idle now.\n"
    parts.settings.change(add_at_once=False)
    parts.controllers.adding.add_files([file(tmp_path, "quay.txt", words)])
    adding = parts.controllers.adding
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    (entry,), shown = adding.intake.entries, preview(parts)
    counts = {}
    for wrap in ("lines", "wrapped"):
        button = next(one for one in shown.detail.how.wraps.buttons() if one.property("wrap") == wrap)
        button.click()
        qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
        assert entry.draft is not None
        assert entry.draft.wrap == wrap
        counts[wrap] = shown.detail.text.list.model_of_paragraphs.rowCount()
    assert counts == {"lines": 3, "wrapped": 1}
    shown.reject()


def test_enter_on_a_choice_makes_it_and_adds_nothing(parts: Assembled, tmp_path: Path, qtbot: QtBot) -> None:
    parts.settings.change(add_at_once=False)
    parts.controllers.adding.add_files(
        [file(tmp_path, "quay.txt", "The quay closed\nand forty boats\nlie idle.\n")]
    )
    adding = parts.controllers.adding
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    (entry,), shown = adding.intake.entries, preview(parts)
    for wrap in ("lines", "wrapped"):
        button = next(one for one in shown.detail.how.wraps.buttons() if one.property("wrap") == wrap)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
        assert entry.draft is not None
        assert entry.draft.wrap == wrap
    assert parts.desk.workbench is None
    shown.cancel.setFocus()
    QTest.keyClick(shown.cancel, Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert parts.desk.workbench is None


def test_a_file_can_be_read_as_something_else(parts: Assembled, tmp_path: Path, qtbot: QtBot) -> None:
    markup = "<!doctype html><html><body><p>The quay closed.</p></body></html>"
    parts.settings.change(add_at_once=False)
    parts.controllers.adding.add_files([file(tmp_path, "quay.html", markup)])
    adding = parts.controllers.adding
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    (entry,), how = adding.intake.entries, preview(parts).detail.how
    assert how.form.currentText() == "web page (found)"
    how.form.setCurrentIndex(how.form.findData("plain"))
    how.form.activated.emit(how.form.currentIndex())
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    assert entry.draft is not None
    assert (entry.draft.reader, "<p>" in entry.draft.text) == ("plain", True)
    preview(parts).reject()


def test_the_parts_of_an_archive_are_there_to_choose_from(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [archive()])
    part = shown.detail.how.part
    assert [part.itemText(row) for row in range(part.count())] == [
        "page: page 1",
        "page: page 2",
    ]
    assert part.currentData() == "1"
    with qtbot.waitSignal(shown.detail.how.again) as asked:
        part.setCurrentIndex(1)
        part.activated.emit(1)
    assert asked.args[0].part == "2"
    shown.reject()


# -- what is part of the article -------------------------------------------------------------------------------------


def test_doubts_are_gone_through_and_settled_by_keys(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [page()])
    text, (entry,) = shown.detail.text, parts.controllers.adding.intake.entries
    assert "2 are in doubt" in said(shown)
    text.list.setFocus()
    hands = InsideHands()
    hands.press("n")
    assert text.list.chosen() == [3]
    hands.press("r", "n")
    assert text.list.chosen() == [5]
    hands.press("y")
    assert entry.doubts() == []
    assert not text.next.isVisible()
    hands.press("Return")
    added(parts, qtbot, 1)
    rows = parts.desk.need.rows
    stored = rows.paragraphs(rows.articles()[0].version_id)
    assert (stored[3].kind, stored[3].confidence) == (ParagraphKind.RELATED, 100)
    assert (stored[5].kind, stored[5].confidence) == (ParagraphKind.BOILERPLATE, 100)
    assert len(account(rows, rows.articles()[0])) == 4


def test_doubts_alone_can_be_shown_and_all_be_right_at_once(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [page()])
    text = shown.detail.text
    text.only.click()
    assert text.list.model_of_paragraphs.rowCount() == 2
    text.right.click()
    assert parts.controllers.adding.intake.entries[0].doubts() == []
    shown.do_button.click()
    added(parts, qtbot, 1)
    assert [row.confidence for row in parts.desk.need.rows.all(Paragraph)].count(100) == 2


def test_several_paragraphs_are_set_aside_by_the_box(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [page()])
    text, (entry,) = shown.detail.text, parts.controllers.adding.intake.entries
    text.list.selectAll()
    text.kind.setCurrentIndex(text.kind.findData(ParagraphKind.CAPTION))
    text.kind.activated.emit(text.kind.currentIndex())
    assert {entry.paragraph(place).kind for place in range(6)} == {ParagraphKind.CAPTION}
    assert text.counts.text() == "6 paragraphs, 6 set aside"
    shown.reject()


# -- what the source states ------------------------------------------------------------------------------------------


def test_each_value_says_where_it_stands_and_is_unconfirmed_until_a_person_says_so(
    parts: Assembled, qtbot: QtBot
) -> None:
    shown = begin(parts, qtbot, [page()])
    title, publisher = (shown.detail.metadata.rows[name] for name in ("title", "publisher"))
    assert (title.value.text(), title.confirmed.isChecked()) == (TITLE, False)
    assert title.origin.text() == "structured data (JSON-LD) · headline"
    assert shown.detail.metadata.rows["byline"].value.placeholderText() == "not stated in the source"
    assert not shown.detail.metadata.rows["byline"].confirmed.isVisible()
    other = next(action for action in title.others.menu().actions() if OTHER in action.text())
    other.trigger()
    assert (title.value.text(), title.confirmed.isChecked()) == (OTHER, True)
    publisher.confirmed.click()
    shown.do_button.click()
    added(parts, qtbot, 1)
    (row,) = parts.desk.need.rows.all(Article)
    assert (row.title, row.publisher, row.unconfirmed) == (OTHER, "Harbour Gazette", ())


def test_what_nobody_confirmed_is_added_as_unconfirmed_and_has_a_question_mark(
    parts: Assembled, qtbot: QtBot
) -> None:
    shown = begin(parts, qtbot, [page()])
    byline = shown.detail.metadata.rows["byline"]
    byline.value.setFocus()
    QTest.keyClicks(byline.value, "Ada Brook")
    assert (byline.confirmed.isChecked(), byline.origin.text()) == (True, "written by hand")
    shown.do_button.click()
    added(parts, qtbot, 1)
    (row,) = parts.desk.need.rows.all(Article)
    assert (row.byline, row.unconfirmed) == ("Ada Brook", ("title", "publisher"))
    header = parts.window.findChildren(ColumnHeader)[0]
    assert "Harbour Gazette\u202f?" in header.words()[1]
    assert "?" not in header.words()[-1]
    assert "publisher: Harbour Gazette (meta element)" in header.toolTip()


def test_everything_is_confirmed_with_one_press(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [page()])
    button = shown.findChild(QWidget, "confirm-all")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert parts.controllers.adding.intake.entries[0].answers.unconfirmed == frozenset()
    assert not button.isVisible()
    shown.reject()


# -- where sources come from -----------------------------------------------------------------------------------------


def test_rich_text_is_pasted_with_its_structure_and_plain_text_is_its_alternative(
    parts: Assembled, qtbot: QtBot, clipboard: QMimeData
) -> None:
    clipboard.setHtml(RICH)
    clipboard.setText("The quay\nThe quay closed on Monday.\n“No.”")
    QGuiApplication.clipboard().setMimeData(clipboard)
    InsideHands().press("ctrl+v")
    adding = parts.controllers.adding
    qtbot.waitUntil(lambda: bool(adding.intake.entries) and not adding.intake.is_busy, timeout=PATIENCE)
    (entry,), shown = adding.intake.entries, preview(parts)
    assert entry.draft is not None
    assert (entry.draft.reader, entry.draft.source.acquired_how) == ("html", "pasted")
    assert ParagraphKind.QUOTE in {row.kind for row in entry.draft.paragraphs}
    choice = shown.detail.how.alternative
    assert [choice.itemText(row) for row in range(choice.count())] == ["formatted text", "plain text"]
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    qtbot.waitUntil(lambda: not adding.intake.is_busy, timeout=PATIENCE)
    assert entry.draft.reader == "plain"
    assert choice.currentIndex() == 1
    shown.do_button.click()
    added(parts, qtbot, 1)


def test_a_pasted_address_offers_to_fetch_it_and_says_what_is_contacted(
    parts: Assembled, clipboard: QMimeData
) -> None:
    clipboard.setText("https://harbour.example/quay")
    QGuiApplication.clipboard().setMimeData(clipboard)
    InsideHands().press("ctrl+v")
    dialog = parts.window.findChild(WebDialog)
    assert isinstance(dialog, WebDialog)
    assert dialog.address.text() == "https://harbour.example/quay"
    assert any("This contacts that address" in label.text() for label in dialog.findChildren(QLabel))
    dialog.address.setText("not an address")
    assert not dialog.do_button.isEnabled()
    dialog.address.setText("harbour.example/quay")
    given: list[str] = []
    dialog.given.disconnect()
    dialog.given.connect(given.append)
    dialog.accept()
    assert given == ["https://harbour.example/quay"]


def test_an_address_of_this_very_machine_is_refused_in_words(parts: Assembled, qtbot: QtBot) -> None:
    parts.controllers.adding.add_page("http://127.0.0.1:9/quay")
    shown, (entry,) = preview(parts), parts.controllers.adding.intake.entries
    assert shown.isVisible()
    qtbot.waitUntil(lambda: entry.state is State.REFUSED, timeout=PATIENCE)
    assert "not a public machine" in said(shown)
    shown.reject()


def test_a_page_dropped_with_its_folder_is_one_article(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "quay_files"
    folder.mkdir()
    saved = file(
        tmp_path,
        "quay.html",
        "<!doctype html><html><body><article><p>The quay closed.</p></article></body></html>",
    )
    drop(parts, urls=[saved, folder])
    adding = parts.controllers.adding
    qtbot.waitUntil(
        lambda: parts.desk.workbench is not None or adding.previewing.made is not None, timeout=PATIENCE
    )
    if adding.previewing.made is not None:
        preview(parts).do_button.click()
    added(parts, qtbot, 1)
    assert names_of(parts) == ["quay.html"]


def test_words_dropped_from_a_browser_are_shown_first(parts: Assembled, qtbot: QtBot) -> None:
    drop(parts, html=RICH, text="The quay")
    adding = parts.controllers.adding
    qtbot.waitUntil(lambda: bool(adding.intake.entries) and not adding.intake.is_busy, timeout=PATIENCE)
    assert preview(parts).isVisible()
    assert preview(parts).do_button.text() == "Add 1 article"
    preview(parts).reject()


def drop(parts: Assembled, *, urls: list[Path] = [], html: str = "", text: str = "") -> None:  # noqa: B006
    data = QMimeData()
    if urls:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in urls])
    if html:
        data.setHtml(html)
        data.setText(text)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(parts.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(parts.window, QDropEvent(QPointF(50, 50), copy, data, left, none))


def test_the_file_dialog_shows_articles_and_on_request_everything(parts: Assembled) -> None:
    parts.actions.actions["case.add"].trigger()
    dialog = parts.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    articles, everything = dialog.nameFilters()
    assert all(ending in articles for ending in ("*.pdf", "*.html", "*.docx", "*.eml", "*.warc", "*.srt"))
    assert everything.endswith("(*)")
    dialog.close()


def test_one_file_that_cannot_be_read_says_so_and_can_be_read_otherwise(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    parts.controllers.adding.add_files([file(tmp_path, "bad.bin", b"\x89PNG\r\n" + bytes(400))])
    qtbot.waitUntil(parts.window.message.isVisible, timeout=PATIENCE)
    assert "bad.bin" in parts.window.message.text.text()
    parts.window.message.offers()[0].click()
    assert preview(parts).detail.how.form.isVisible()
    preview(parts).reject()


# -- for everyone ----------------------------------------------------------------------------------------------------


def test_every_control_of_the_preview_has_a_name_and_is_reached_by_tab(
    parts: Assembled, qtbot: QtBot
) -> None:
    shown = begin(parts, qtbot, [page(), clear(), archive()])
    nameless, reached = [], set()
    for widget in shown.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []
    shown.list.setFocus()
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {shown.list, shown.detail.text.list, shown.cancel, shown.do_button} <= reached
    shown.reject()


def test_f6_walks_through_the_areas_of_the_preview(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [page(), clear()])
    qtbot.waitUntil(shown.isActiveWindow, timeout=PATIENCE)
    met = []
    areas = [shown.list, shown.detail.how, shown.detail.text.list, shown.detail.metadata, shown.do_button]
    shown.list.setFocus()
    for _ in range(6):
        focus = QApplication.focusWidget()
        met.append(next(n for n, area in enumerate(areas) if area is focus or area.isAncestorOf(focus)))  # type: ignore[arg-type]
        InsideHands().press("F6")
    assert met == [0, 1, 2, 3, 4, 0]
    shown.reject()


def test_the_preview_has_the_window_s_colours_in_the_dark_too(parts: Assembled, qtbot: QtBot) -> None:
    shown = begin(parts, qtbot, [page(), clear()])
    light = shown.grab().toImage().pixelColor(5, 300).lightness()
    parts.settings.change(theme="dark")
    QApplication.processEvents()
    assert shown.grab().toImage().pixelColor(5, 300).lightness() < 60 < light
    parts.settings.change(theme="light")
    shown.reject()


def test_nothing_in_a_source_is_taken_for_markup(parts: Assembled, qtbot: QtBot) -> None:
    trap = "<img src='file:///nowhere.png'><b>bold</b>"
    draft = replace(page(f"{trap}.html"), candidates=(Candidate("title", trap, Origin.META, trap),))
    notice = Notice("letters-missing", (("seen", "9"), ("kept", "1"), ("places", trap)))
    draft = replace(draft, warnings=(notice,), metadata=Metadata(title=trap))
    shown = begin(parts, qtbot, [draft, clear()])
    shown.list.setCurrentRow(0)
    labels = [label for label in shown.findChildren(QLabel) if label.text()]
    assert len(labels) > 20
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert any(trap in label.text() for label in labels)
    tips = [widget.toolTip() for widget in shown.findChildren(QWidget)] + [shown.list.item(0).toolTip()]
    assert not [tip for tip in tips if "<img" in tip]
    shown.do_button.click()
    added(parts, qtbot, 2)
    header = parts.window.findChildren(ColumnHeader)[0]
    assert "<img" not in header.toolTip()


@pytest.mark.parametrize("size", [(1120, 680), (640, 340)])
def test_the_main_button_is_whole_in_small_windows(
    parts: Assembled, qtbot: QtBot, size: tuple[int, int]
) -> None:
    shown = begin(parts, qtbot, [page(), clear(), archive()])
    shown.resize(*size)
    QApplication.processEvents()
    button = shown.findChild(QPushButton, "add-sources")
    assert isinstance(button, QPushButton)
    assert shown.rect().contains(button.geometry())
    assert button.width() >= button.minimumSizeHint().width()
    shown.reject()
