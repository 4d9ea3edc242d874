from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot
from tests.ui.reading.made import REPORT, draft

from verifier.domain.articles import Metadata, Sentence
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import account, mark_of
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.beneath import Beneath
from verifier.ui.reading.column import Column
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.framing import Frame
from verifier.ui.reading.gap import Gap
from verifier.ui.reading.look import Look

A_SENTENCES, B_SENTENCES = 22, 9


@pytest.fixture
def columns(case: Workbench, qtbot: QtBot) -> Columns:
    widget = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(widget)
    widget.resize(1000, 800)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.show_article(widget.shown_articles()[0])
    return widget


def accounts(case: Workbench) -> list[tuple[Sentence, ...]]:
    return [account(case.rows, article) for article in case.rows.articles()]


def format_at(column: Column, sentence: Sentence) -> tuple[bool, object]:
    cursor = QTextCursor(column.view.document())
    cursor.setPosition(column.page.place_of(sentence.start) + 1)
    form = cursor.charFormat()
    return form.background().style() is not Qt.BrushStyle.NoBrush, form.underlineStyle()


def click(column: Column, place: int) -> None:
    cursor = QTextCursor(column.view.document())
    cursor.setPosition(place)
    at = column.view.cursorRect(cursor).center() + QPoint(2, 0)
    QTest.mouseClick(column.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def gaps(columns: Columns) -> list[Gap]:
    return [gap for gap in columns.findChildren(Gap) if gap.isVisible()]


def test_two_articles_stand_side_by_side_and_the_first_sentence_is_current(
    columns: Columns, case: Workbench
) -> None:
    assert columns.shown_articles() == [article.id for article in case.rows.articles()]
    assert all(column.isVisible() for column in columns.columns())
    assert columns.current_sentence() == accounts(case)[0][0].id
    assert columns.text_has_focus()
    assert len(gaps(columns)) == 1


def test_stepping_walks_the_account_and_stops_at_its_end(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    sentences = accounts(case)[0]
    assert len(sentences) == A_SENTENCES
    seen = [columns.current_sentence()]
    with qtbot.waitSignal(columns.current_changed):
        columns.step(1)
    seen.append(columns.current_sentence())
    while columns.step(1):
        seen.append(columns.current_sentence())
    assert seen == [sentence.id for sentence in sentences]
    assert columns.step(-1, where=lambda found: mark_of(case.rows, found) is not None)
    assert columns.current_sentence() == sentences[10].id


def test_the_real_caret_goes_with_the_sentence_cursor(columns: Columns, case: Workbench) -> None:
    column = columns.columns()[0]
    columns.step(1)
    columns.step(1)
    sentence = accounts(case)[0][2]
    assert column.view.textCursor().position() == column.page.place_of(sentence.start)


def test_each_column_keeps_its_own_cursor_and_the_other_end_is_the_one_last_visited(
    columns: Columns, case: Workbench
) -> None:
    a, b = accounts(case)
    assert columns.other_end() is None
    columns.go_to(a[4].id)
    assert columns.step_column(1)
    assert columns.current_sentence() == b[0].id
    assert columns.other_end() == a[4].id
    columns.step(1)
    assert columns.step_column(-1)
    assert columns.current_sentence() == a[4].id
    assert columns.other_end() == b[1].id
    assert not columns.step_column(-1)
    columns.pin_other_end(a[0].id)
    assert columns.other_end() == a[0].id
    columns.pin_other_end(None)
    assert columns.other_end() == b[1].id


def test_shift_selects_sentences_and_a_plain_step_lets_them_go(columns: Columns, case: Workbench) -> None:
    a = accounts(case)[0]
    columns.go_to(a[3].id)
    columns.step(1, select=True)
    columns.step(1, select=True)
    assert columns.targets() == [sentence.id for sentence in a[3:6]]
    columns.step(-1, select=True)
    assert columns.targets() == [a[3].id, a[4].id]
    columns.step(1)
    assert columns.targets() == [a[5].id]


def test_a_click_makes_a_sentence_current(columns: Columns, case: Workbench) -> None:
    column, sentence = columns.columns()[1], accounts(case)[1][3]
    click(column, column.page.place_of(sentence.start) + 12)
    assert columns.current_article() == column.article.id
    assert columns.current_sentence() == sentence.id
    assert columns.targets() == [sentence.id]


def test_selected_words_are_a_passage_and_a_whole_selected_sentence_is_itself(
    columns: Columns, case: Workbench
) -> None:
    column, sentence = columns.columns()[0], accounts(case)[0][5]
    columns.go_to(sentence.id)
    first, last = column.page.places_of(sentence.start, sentence.end)
    cursor = column.view.textCursor()
    cursor.setPosition(first + 3)
    cursor.setPosition(first + 10, QTextCursor.MoveMode.KeepAnchor)
    column.view.setTextCursor(cursor)
    targets = columns.targets()
    assert len(targets) == 1
    assert targets != [sentence.id]
    case.mark(targets, Label.OPINION)
    words = [case.words(row) for row in case.rows.passages(sentence.version_id)]
    assert case.text(sentence.version_id)[sentence.start + 3 : sentence.start + 10].strip() in words
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    column.view.setTextCursor(cursor)
    assert columns.targets() == [sentence.id]


def test_a_label_changes_the_look_of_its_sentence_and_of_no_other(columns: Columns, case: Workbench) -> None:
    column, a = columns.columns()[0], accounts(case)[0]
    before = {sentence.id: format_at(column, sentence) for sentence in a}
    columns.refresh(case.mark([a[12].id], Label.UNCONFIRMED))
    after = {sentence.id: format_at(column, sentence) for sentence in a}
    assert before[a[12].id] != after[a[12].id] == before[a[3].id]
    assert {key for key in before if before[key] != after[key]} == {a[12].id}
    columns.refresh(case.undo())
    assert {sentence.id: format_at(column, sentence) for sentence in a} == before


def test_every_label_looks_different_in_the_text(columns: Columns, case: Workbench) -> None:
    column, a = columns.columns()[0], accounts(case)[0]
    columns.refresh(case.mark([a[5].id], Label.DISPUTED))
    looks = {format_at(column, a[number]) for number in (1, 3, 5, 8)}
    assert len(looks) == 4
    assert format_at(column, a[9]) == format_at(column, a[12])


def test_copied_words_are_the_articles_own_characters(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    case_text = "One\u00a0ship \U0001f6a2 came. Two left."
    change = case.add_articles([draft([(ParagraphKind.BODY, case_text)], Metadata(publisher="C"))])
    columns.refresh(change)
    column = columns.columns()[-1]
    column.view.selectAll()
    assert column.view.createMimeDataFromSelection().text() == case_text


def test_a_fold_opens_by_click_and_shows_its_words(columns: Columns, case: Workbench) -> None:
    column = columns.columns()[0]
    assert "Ferreira" not in column.view.toPlainText()
    click(column, column.page.place_of_fold(0) + 1)
    assert "Ferreira" in column.view.toPlainText()
    click(column, column.page.place_of_fold(0) + 1)
    assert "Ferreira" not in column.view.toPlainText()
    columns.here.toggle_set_aside()
    assert "Ferreira" in column.view.toPlainText()
    assert "Join the conversation" in column.view.toPlainText()


def test_going_to_a_sentence_set_aside_unfolds_it(columns: Columns, case: Workbench) -> None:
    column = columns.columns()[0]
    hidden = column.page.sentences[1]
    columns.go_to(hidden.id)
    assert columns.current_sentence() == hidden.id
    assert case.words(hidden) in column.view.toPlainText()


def test_keys_reach_the_actions_and_never_change_the_text(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    column = columns.columns()[0]
    pressed: list[str] = []
    for key in ("V", "Down", "Shift+Down", "Space", "Return", "Backspace", "1"):
        shortcut = QShortcut(QKeySequence(key), column.view, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda key=key: pressed.append(key))
    before = column.view.toPlainText()
    column.view.setFocus()
    for code in (
        Qt.Key.Key_V,
        Qt.Key.Key_Down,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_1,
    ):
        QTest.keyClick(column.view, code)
    QTest.keyClick(column.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(column.view, Qt.Key.Key_X)
    assert pressed == ["V", "Down", "Space", "Return", "Backspace", "1", "Shift+Down"]
    assert column.view.toPlainText() == before


def test_inside_a_sentence_the_arrows_move_the_caret_until_escape(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    column, sentence = columns.columns()[0], accounts(case)[0][1]
    columns.go_to(sentence.id)
    fired: list[bool] = []
    QShortcut(
        QKeySequence("Right"),
        column.view,
        lambda: fired.append(True),
        context=Qt.ShortcutContext.WidgetShortcut,
    )
    columns.here.set_inside(True)
    start = column.view.textCursor().position()
    QTest.keyClick(column.view, Qt.Key.Key_Right)
    QTest.keyClick(column.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(column.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert column.view.textCursor().selectionStart() == start + 1
    assert column.view.textCursor().selectionEnd() == start + 3
    assert not fired
    QTest.keyClick(column.view, Qt.Key.Key_Escape)
    assert not columns.here.inside()
    assert not column.view.textCursor().hasSelection()
    QTest.keyClick(column.view, Qt.Key.Key_Right)
    assert fired


def test_the_current_sentence_draws_its_links_into_the_gap(columns: Columns, case: Workbench) -> None:
    a = accounts(case)[0]
    columns.go_to(a[11].id)
    gap = gaps(columns)[0]
    assert gap.ribbons() == ()
    columns.go_to(a[5].id)
    assert [ribbon.relation for ribbon in gap.ribbons()] == [Relation.CONTRADICTS]
    assert gap.ribbons()[0].filled
    columns.refresh(case.unlink(gap.ribbons()[0].link_id))
    assert gap.ribbons() == ()


def test_a_link_to_a_hidden_article_or_place_is_a_stub_that_names_it(
    columns: Columns, case: Workbench
) -> None:
    a = accounts(case)[0]
    columns.go_to(a[5].id)
    columns.close_article(case.rows.articles()[1].id)
    assert [stub.name for stub in gaps(columns)[0].stubs()] == ["B9"]
    columns.show_article(case.rows.articles()[1].id)
    columns.go_to(a[5].id)
    columns.resize(1000, 420)
    columns.columns()[1].view.verticalScrollBar().setValue(0)
    assert [stub.name for stub in gaps(columns)[0].stubs()] == ["B9 ↓"]


def test_a_click_on_a_curve_picks_its_link(columns: Columns, case: Workbench, qtbot: QtBot) -> None:
    columns.go_to(accounts(case)[0][5].id)
    gap = gaps(columns)[0]
    gap.grab()
    ribbon = gap.ribbons()[0]
    with qtbot.waitSignal(columns.link_picked) as picked:
        QTest.mouseClick(gap, Qt.MouseButton.LeftButton, pos=QPoint(1, round(sum(ribbon.left) / 2)))
    assert picked.args == [ribbon.link_id]


def test_articles_that_come_and_go_get_and_lose_their_columns(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(columns.columns_changed):
        columns.refresh(case.add_articles([draft(REPORT, Metadata(publisher="Third"))]))
    third = case.rows.articles()[2].id
    assert columns.shown_articles()[-1] == third
    assert len(columns.text_widgets()) == 3
    with qtbot.waitSignal(columns.columns_changed):
        columns.refresh(case.remove_article(third))
    assert third not in columns.shown_articles()


def test_a_paragraph_taken_into_the_account_is_shown_at_once(columns: Columns, case: Workbench) -> None:
    column = columns.columns()[0]
    caption = next(row for row in column.page.paragraphs if row.kind is ParagraphKind.RELATED)
    columns.refresh(case.set_kind([caption.id], ParagraphKind.BODY))
    assert case.words(caption) in column.view.toPlainText()
    assert columns.current_sentence() is not None


def test_changed_metadata_show_in_the_header(columns: Columns, case: Workbench) -> None:
    article = case.rows.articles()[1]
    columns.refresh(
        case.describe(article.id, Metadata(title="Basin to reopen", publisher="<b>Vell</b> Daily"))
    )
    assert columns.columns()[1].header.words() == [
        "B", "<b>Vell</b> Daily", "Basin to reopen", "date and byline not stated",
    ]  # fmt: skip


def test_the_cross_closes_a_column_and_the_article_stays(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    second = case.rows.articles()[1].id
    cross = columns.columns()[1].findChild(QToolButton, "closeColumn")
    assert cross is not None
    with qtbot.waitSignal(columns.column_closed) as closed:
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert closed.args == [second]
    assert columns.shown_articles() == [case.rows.articles()[0].id]
    columns.go_to(accounts(case)[1][2].id)
    assert second in columns.shown_articles()


def test_when_it_is_narrow_the_current_column_is_the_one_in_sight(columns: Columns, case: Workbench) -> None:
    columns.resize(480, 700)
    assert [column.isVisible() for column in columns.columns()] == [True, False]
    assert columns.step_column(1)
    assert [column.isVisible() for column in columns.columns()] == [False, True]
    columns.resize(1100, 700)
    assert all(column.isVisible() for column in columns.columns())


def test_beneath_a_lone_column_stands_what_the_sentence_is_linked_with(
    columns: Columns, case: Workbench
) -> None:
    a, b = accounts(case)
    columns.resize(480, 700)
    columns.go_to(a[5].id)
    beneath = columns.findChild(Beneath)
    assert beneath is not None
    assert beneath.isVisible()
    assert beneath.words() == ("B9 · Harbour Press · contradicts", case.words(b[-1]))
    columns.step(1)
    assert beneath.words()[1] == ""
    columns.step(-1)
    QTest.mouseClick(beneath, Qt.MouseButton.LeftButton)
    assert columns.current_sentence() == b[-1].id
    columns.resize(1000, 700)
    assert not beneath.isVisible()


def test_a_screen_reader_is_told_every_sentence_without_a_fault(columns: Columns, case: Workbench) -> None:
    QAccessible.setActive(True)
    try:
        assert columns.step(1)
        columns.announce_current()
        columns.refresh(case.mark(columns.targets(), Label.VERIFIED))
    finally:
        QAccessible.setActive(False)


def test_a_column_is_dragged_by_its_header_to_another_place(columns: Columns, case: Workbench) -> None:
    first, second = columns.shown_articles()
    header, target = columns.columns()[0].header, columns.columns()[1].header
    QTest.mousePress(header, Qt.MouseButton.LeftButton, pos=QPoint(150, 10))
    QTest.mouseRelease(header, Qt.MouseButton.LeftButton, pos=QPoint(152, 10))
    assert columns.shown_articles() == [first, second]
    QTest.mousePress(header, Qt.MouseButton.LeftButton, pos=QPoint(150, 10))
    end = header.mapFrom(columns, target.mapTo(columns, target.rect().center()) + QPoint(60, 0))
    QTest.mouseRelease(header, Qt.MouseButton.LeftButton, pos=end)
    assert columns.shown_articles() == [second, first]
    assert columns.columns()[0].geometry().left() == 0
    columns.go_to(accounts(case)[0][5].id)
    assert gaps(columns)[0].ribbons()


def test_theme_and_look_change_under_the_same_sentence(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    sentence = accounts(case)[0][14]
    columns.go_to(sentence.id)
    columns.set_theme(load_theme("dark"))
    columns.set_look(Look(point_size=15))
    column = columns.columns()[0]
    assert columns.current_sentence() == sentence.id
    assert column.view.font().pointSizeF() == 15
    assert Frame.CURRENT in column.view.frames()

    def is_in_sight() -> None:
        top, bottom = column.spots.reach_of(sentence.start, sentence.end)
        assert column.spots.sight()[0] <= top < bottom <= column.spots.sight()[1]

    qtbot.waitUntil(is_in_sight)  # the text is laid out anew over some turns of the event loop


def test_the_sentence_in_sight_stays_where_it_was_when_the_window_is_resized(
    columns: Columns, case: Workbench
) -> None:
    sentence, column = accounts(case)[0][14], columns.columns()[0]
    columns.resize(1000, 500)
    columns.go_to(sentence.id)
    before = column.spots.reach_of(sentence.start, sentence.start + 1)[0]
    columns.resize(860, 500)
    top, bottom = column.spots.reach_of(sentence.start, sentence.end)
    moved, end = top - before, column.spots.sight()[1]
    assert abs(moved) < 3 or (moved < 0 and abs(bottom - end) < 3), (
        "moved only to have the whole of it in sight"
    )


def test_a_label_is_given_while_there_is_next_to_no_room_for_the_overview(
    columns: Columns, case: Workbench
) -> None:
    last = accounts(case)[0][-1]
    for height in (300, 120, 60, 1):
        columns.resize(700, height)
        columns.grab()
        for label in (Label.DISPUTED, Label.VERIFIED):
            columns.refresh(case.mark([last.id], label))
            columns.grab()
        assert columns.columns()[0].verdicts.of(last).label is Label.VERIFIED


def test_without_a_case_there_is_nothing_to_walk(columns: Columns) -> None:
    columns.set_workbench(None)
    assert columns.shown_articles() == []
    assert columns.targets() == []
    assert not columns.step(1)
    assert not columns.step_column(1)
    assert columns.current_sentence() is None
    assert columns.other_end() is None


def test_files_dropped_are_handed_on(columns: Columns, tmp_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org/x")])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(columns.files_dropped) as dropped:
        columns.dropEvent(event)
    assert dropped.args == [[tmp_path / "a.txt"]]


def test_every_part_has_a_name_for_those_who_listen(columns: Columns) -> None:
    for column in columns.columns():
        for part in (column, column.view, column.margin, column.strip, column.header):
            assert part.accessibleName(), part
    assert all(gap.accessibleName() for gap in gaps(columns))


def test_a_giant_word_and_foreign_scripts_are_shown_and_framed(columns: Columns, case: Workbench) -> None:
    paragraphs = [
        (ParagraphKind.BODY, "x" * 30_000),
        (ParagraphKind.BODY, "\u0642\u0627\u0644 \u0627\u0644\u0645\u062c\u0644\u0633. \U0001f6a2 e\u0301 end."),
        (ParagraphKind.BODY, "\u202eturned \u2066and \x07 odd\u2028characters. More."),
    ]  # fmt: skip
    columns.refresh(case.add_articles([draft(paragraphs, Metadata(publisher="C"))]))
    column = columns.columns()[-1]
    for sentence in column.page.account:
        columns.go_to(sentence.id)
        columns.refresh(case.mark([sentence.id], Label.DISPUTED))
        assert format_at(column, sentence)[0]
    assert not columns.grab().isNull()


def test_an_article_after_z_gets_its_column_too(case: Workbench, qtbot: QtBot) -> None:
    case.add_articles([draft(REPORT, Metadata()) for _ in range(26 - len(case.rows.articles()))])
    columns = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(columns)
    last = case.rows.articles()[-1]
    for article_id in columns.shown_articles():
        columns.close_article(article_id)
    columns.show_article(last.id)
    columns.refresh(case.add_articles([draft(REPORT, Metadata())]))
    assert [column.article.letter for column in columns.columns()] == ["Z", "AA"]


def test_an_article_at_its_beginning_stays_there_when_its_header_grows(
    columns: Columns, case: Workbench
) -> None:
    article = case.rows.articles()[0]
    column = columns._shelf.columns[article.id]
    columns.show_article(article.id)
    bar = column.view.verticalScrollBar()
    assert bar.value() == 0
    assert bar.maximum() > 0
    held = columns._shelf.hold()
    column.header.setFixedHeight(column.header.height() + 80)
    columns._shelf.arrange()
    QTest.qWait(50)
    columns._shelf.restore(held)
    assert bar.value() == 0
    bar.setValue(bar.maximum() // 2)
    held = columns._shelf.hold()
    columns._shelf.restore(held)
    assert bar.value() == bar.maximum() // 2


def test_an_article_shown_for_the_first_time_begins_at_its_beginning(
    columns: Columns, case: Workbench
) -> None:
    columns.resize(480, 420)  # one column alone has room
    _, second = (columns._shelf.columns[article.id] for article in case.rows.articles())
    assert not second.isVisible()
    columns.show_article(second.article.id)
    QTest.qWait(50)
    assert second.isVisible()
    assert second.view.verticalScrollBar().value() == 0


def test_a_click_chooses_the_sentence_under_it_though_the_cursor_is_elsewhere(
    columns: Columns, case: Workbench
) -> None:
    columns.resize(1000, 420)
    first, second = (columns._shelf.columns[article.id] for article in case.rows.articles())
    columns.show_article(second.article.id)
    bar = first.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    target = accounts(case)[0][-2]
    click(first, first.page.place_of(target.start) + 2)
    assert columns.current_sentence() == target.id
    assert bar.value() == bar.maximum()


def test_going_to_an_article_shows_its_cursor_again(columns: Columns, case: Workbench) -> None:
    columns.resize(1000, 420)
    first, second = (columns._shelf.columns[article.id] for article in case.rows.articles())
    columns.go_to(accounts(case)[0][0].id)
    columns.show_article(second.article.id)
    first.view.verticalScrollBar().setValue(first.view.verticalScrollBar().maximum())
    columns.show_article(first.article.id)
    top, _ = first.spots.reach_of(accounts(case)[0][0].start, accounts(case)[0][0].end)
    assert first.spots.sight()[0] <= top < first.spots.sight()[1]
