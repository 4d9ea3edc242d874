"""Words selected by mouse and keyboard are passages once something is said of them, wherever they begin and end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.reading.made import draft

from verifier.domain.articles import Passage, Sentence
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import account
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.column import Column
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.look import Look
from verifier.ui.reading.page import CHUNK


def made_columns(case: Workbench, qtbot: QtBot) -> Columns:
    widget = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(widget)
    widget.resize(1000, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.show_article(widget.shown_articles()[0])
    return widget


@pytest.fixture
def columns(case: Workbench, qtbot: QtBot) -> Columns:
    return made_columns(case, qtbot)


@pytest.fixture
def long_case(tmp_path: Path, qtbot: QtBot) -> tuple[Workbench, Columns]:
    """An article of more paragraphs than one frame of the document holds, and its column."""
    case = Workbench.create(tmp_path / "long.verif")
    paragraphs = [
        (ParagraphKind.BODY, f"Crane number {number} is idle. Nobody asks.") for number in range(900)
    ]
    case.add_articles([draft(paragraphs)])
    return case, made_columns(case, qtbot)


def sentences(case: Workbench, number: int = 0) -> tuple[Sentence, ...]:
    return account(case.rows, case.rows.articles()[number])


def spot(column: Column, point: int) -> QPoint:
    cursor = QTextCursor(column.view.document())
    cursor.setPosition(column.page.place_of(point))
    return column.view.cursorRect(cursor).center() + QPoint(1, 0)


def drag(column: Column, start: int, end: int) -> None:
    view = column.view.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=spot(column, start))
    QTest.mouseMove(view, spot(column, (start + end) // 2))
    QTest.mouseMove(view, spot(column, end))
    QTest.mouseRelease(view, left, pos=spot(column, end))


def words_at(case: Workbench, targets: list[str]) -> list[str]:
    return [case.words(case.rows.need(Passage, key)) for key in targets]


def test_words_dragged_over_are_a_target_and_become_a_passage_only_when_labelled(
    columns: Columns, case: Workbench
) -> None:
    column, sentence = columns.columns()[0], sentences(case)[3]
    before = case.rows.count("passages")
    drag(column, sentence.start + 7, sentence.start + 15)
    assert case.rows.count("passages") == before
    assert columns.current_sentence() == sentence.id
    told = columns.targets()
    assert told != [sentence.id]
    columns.refresh(case.mark(told, Label.DISPUTED))
    assert case.rows.count("passages") == before + 1
    assert words_at(case, columns.targets()) == [
        case.text(sentence.version_id)[sentence.start + 7 : sentence.start + 15]
    ]


def test_everybody_is_told_when_other_words_are_selected(
    columns: Columns, case: Workbench, qtbot: QtBot
) -> None:
    column, sentence = columns.columns()[0], sentences(case)[3]
    columns.go_to(sentence.id)
    with qtbot.waitSignal(columns.current_changed) as told:
        drag(column, sentence.start + 7, sentence.start + 12)
    assert told.args == [column.article.id, sentence.id]
    columns.here.set_inside(True)
    with qtbot.waitSignal(columns.current_changed):
        QTest.keyClick(column.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(columns.current_changed):
        QTest.keyClick(column.view, Qt.Key.Key_Escape)
    assert columns.targets() == [sentence.id]


def test_inside_a_sentence_control_and_shift_select_by_word(columns: Columns, case: Workbench) -> None:
    column, sentence = columns.columns()[0], sentences(case)[3]
    columns.go_to(sentence.id)
    columns.here.set_inside(True)
    by_word = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(2):
        QTest.keyClick(column.view, Qt.Key.Key_Right, by_word)
    start, end = column.selection.spans()[0]
    assert start == sentence.start
    assert case.text(sentence.version_id)[start:end].split() == case.words(sentence).split()[:2]


def test_a_selection_over_several_paragraphs_is_one_passage_a_paragraph_in_one_step(
    columns: Columns, case: Workbench
) -> None:
    column, found = columns.columns()[0], sentences(case)
    first, last = found[3], found[7]
    drag(column, first.start + 7, last.start + 12)
    targets, steps = columns.targets(), len(case.steps())
    assert len(targets) == 3
    columns.refresh(case.mark(targets, Label.UNCONFIRMED))
    assert len(case.steps()) == steps + 1
    assert len({row.paragraph_id for row in found[3:8]}) == 3
    assert [column.verdicts.of(row).parts != () or column.verdicts.of(row).own for row in (first, last)] == [
        True
    ] * 2


def test_a_selection_reaches_over_the_frames_of_a_long_article(long_case: tuple[Workbench, Columns]) -> None:
    case, columns = long_case
    column = columns.columns()[0]
    found = sentences(case)
    row = 2 * (CHUNK - 1)  # the first sentence of the last paragraph in the first frame
    first, last = found[row], found[row + 5]
    columns.go_to(first.id)
    drag(column, first.start + 6, last.start + 6)
    spans = column.selection.spans()
    assert [(spans[0][0], spans[-1][1])] == [(first.start + 6, last.start + 6)]
    assert len(spans) == 3
    expected = "\n".join(case.text(first.version_id)[start:end] for start, end in spans)
    QTest.keyClick(column.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == expected
    columns.refresh(case.mark(columns.targets(), Label.DISPUTED))
    marked = [row for row in found if column.verdicts.of(row).own or column.verdicts.of(row).parts]
    assert marked[0] == first
    assert len(marked) == 6
    assert not columns.grab().isNull()
    columns.step(1)
    assert column.selection.spans() == []


def test_a_click_with_shift_selects_from_where_the_caret_is(long_case: tuple[Workbench, Columns]) -> None:
    case, columns = long_case
    column, found = columns.columns()[0], sentences(case)
    first, last = found[2 * CHUNK - 2], found[2 * CHUNK + 1]
    columns.go_to(found[0].id)
    columns.go_to(first.id)
    shift, left = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    QTest.mouseClick(column.view.viewport(), left, shift, spot(column, last.start + 6))
    spans = column.selection.spans()
    assert (spans[0][0], spans[-1][1]) == (first.start, last.start + 6)
    QTest.mouseClick(column.view.viewport(), left, shift, spot(column, first.start + 5))
    assert column.selection.spans() == [(first.start, first.start + 5)]


def test_the_keyboard_selects_over_the_frames_of_a_long_article(long_case: tuple[Workbench, Columns]) -> None:
    case, columns = long_case
    column, found = columns.columns()[0], sentences(case)
    last_in_frame = found[2 * CHUNK - 1]
    columns.go_to(last_in_frame.id)
    columns.here.set_inside(True)
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(3):
        QTest.keyClick(column.view, Qt.Key.Key_Down, shift)
    spans = column.selection.spans()
    assert spans[0][0] == last_in_frame.start
    assert 2 <= len(spans) <= 4
    for _ in range(6):
        QTest.keyClick(column.view, Qt.Key.Key_Up, shift)
    assert column.selection.spans()[-1][1] <= last_in_frame.start
    QTest.keyClick(column.view, Qt.Key.Key_Escape)
    assert column.selection.spans() == []


def test_the_parts_of_a_sentence_are_walked_and_then_it_is_whole_again(
    columns: Columns, case: Workbench
) -> None:
    sentence, other = sentences(case)[3], sentences(case, 1)[1]
    column = columns.columns()[0]

    def part(start: int, end: int) -> str:
        return case.passage(sentence.version_id, sentence.start + start, sentence.start + end)

    columns.refresh(case.mark([part(0, 30)], Label.DISPUTED))
    columns.refresh(case.mark([part(7, 15)], Label.VERIFIED))
    columns.refresh(case.link(part(20, 40), other.id, Relation.CORROBORATES))
    columns.go_to(sentence.id)
    words = case.text(sentence.version_id)[sentence.start : sentence.end]
    seen = []
    for _ in range(3):
        assert columns.parts.step()
        seen += words_at(case, columns.targets())
    assert seen == [words[0:30].strip(), words[7:15], words[20:40].strip()]
    assert columns.parts.step()
    assert columns.targets() == [sentence.id]
    assert column.selection.spans() == []
    columns.step(1)
    columns.step(1)
    columns.step(1)
    columns.step(1)
    assert not columns.parts.step()


def test_a_label_given_on_a_part_changes_that_part(columns: Columns, case: Workbench) -> None:
    sentence = sentences(case, 1)[2]
    columns.go_to(sentence.id)
    assert columns.parts.step()
    part = columns.targets()
    columns.refresh(case.mark(part, Label.OPINION))
    column = columns.columns()[1]
    assert [label for _, _, label in column.verdicts.of(sentence).parts] == [Label.OPINION]
    assert columns.targets() == part


def test_the_first_click_is_the_sentences_and_the_next_one_its_parts(
    columns: Columns, case: Workbench
) -> None:
    column, sentence = columns.columns()[1], sentences(case, 1)[2]
    columns.go_to(sentences(case)[0].id)
    at = spot(column, sentence.start + 5)
    QTest.mouseClick(column.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert columns.targets() == [sentence.id]
    QTest.qWait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 20)
    QTest.mouseClick(column.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(columns.targets()) == 1
    assert columns.targets() != [sentence.id]
    assert column.selection.spans() == [(sentence.start, sentence.start + 34)]
