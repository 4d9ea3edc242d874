"""Links lead to every column in sight, are kept level where the user wants that, and name the ends out of sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.reading.made import COMMENTARY, REPORT, draft, half_marked

from verifier.domain.articles import Metadata, Sentence
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import account
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.curves import MOST
from verifier.ui.reading.dragging import Landing
from verifier.ui.reading.look import Look


@pytest.fixture
def five(tmp_path: Path, qtbot: QtBot) -> tuple[Workbench, Columns]:
    """Five articles, all in sight; A is linked with C and D, C with E."""
    case = half_marked(tmp_path / "five.verif")
    for letter in "CDE":
        words = COMMENTARY if letter == "D" else REPORT
        case.add_articles([draft(words, Metadata(publisher=f"Paper {letter}"))])
    found = accounts(case)
    case.link(found[0][5].id, found[2][2].id, Relation.ADDS_DETAIL)
    case.link(found[0][5].id, found[3][6].id, Relation.SAME_QUOTATION)
    case.link(found[2][1].id, found[4][3].id, Relation.ALTERED_QUOTATION)
    columns = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(columns)
    columns.resize(2600, 800)
    with qtbot.waitExposed(columns):
        columns.show()
    for article in case.rows.articles():
        columns.show_article(article.id)
    columns.go_to(found[0][5].id)
    return case, columns


def accounts(case: Workbench) -> list[tuple[Sentence, ...]]:
    return [account(case.rows, article) for article in case.rows.articles()]


def relations_in(columns: Columns, gap: int) -> set[str]:
    return {ribbon.relation for ribbon in columns._shelf.gaps[gap].ribbons()}


def test_a_link_to_a_column_further_away_goes_through_every_gap_and_a_lane_under_the_heads_between(
    five: tuple[Workbench, Columns],
) -> None:
    _, columns = five
    assert relations_in(columns, 0) == {Relation.CONTRADICTS, Relation.ADDS_DETAIL, Relation.SAME_QUOTATION}
    assert relations_in(columns, 1) == {Relation.ADDS_DETAIL, Relation.SAME_QUOTATION}
    assert relations_in(columns, 2) == {Relation.SAME_QUOTATION}
    assert relations_in(columns, 3) == set()
    lanes = [[lane.relation for lane in column.header.lanes()] for column in columns.columns()]
    assert [len(one) for one in lanes] == [0, 2, 1, 0, 0]
    heights = {lane.y for lane in columns.columns()[1].header.lanes()}
    assert len(heights) == 2
    for column in columns.columns()[1:3]:
        top = column.spots.sight()[0]
        assert all(0 < lane.y < top for lane in column.header.lanes()), "no lane crosses words"
    assert not columns.grab().isNull()


def test_a_curve_ends_where_the_lane_begins(five: tuple[Workbench, Columns]) -> None:
    _, columns = five
    middle = columns.columns()[1].header.lanes()
    ends = {sum(ribbon.right) / 2 for ribbon in columns._shelf.gaps[0].ribbons()}
    starts = {sum(ribbon.left) / 2 for ribbon in columns._shelf.gaps[1].ribbons()}
    assert {lane.y for lane in middle} == starts
    assert starts < ends


def test_links_lead_from_a_column_in_the_middle_to_either_side(five: tuple[Workbench, Columns]) -> None:
    case, columns = five
    third = accounts(case)[2]
    columns.go_to(third[1].id)
    assert [relations_in(columns, gap) for gap in range(4)] == [
        set(), set(), {Relation.ALTERED_QUOTATION}, {Relation.ALTERED_QUOTATION},
    ]  # fmt: skip
    columns.go_to(third[2].id)
    assert [relations_in(columns, gap) for gap in range(4)] == [
        {Relation.ADDS_DETAIL}, {Relation.ADDS_DETAIL}, set(), set(),
    ]  # fmt: skip


def test_a_stub_names_the_far_end_and_leads_there(five: tuple[Workbench, Columns], qtbot: QtBot) -> None:
    case, columns = five
    third = case.rows.articles()[2]
    columns.close_article(third.id)
    stubs = columns._shelf.gaps[0].stubs()
    assert [stub.name for stub in stubs] == ["C3"]
    gap = columns._shelf.gaps[0]
    gap.grab()
    with qtbot.waitSignal(columns.link_picked) as picked:
        shape = next(shape for shape, key, _ in gap._shapes if key == stubs[0].link_id)
        QTest.mouseClick(gap, Qt.MouseButton.LeftButton, pos=shape.boundingRect().center().toPoint())
    assert picked.args == [stubs[0].link_id]


def test_a_link_inside_one_article_says_so(five: tuple[Workbench, Columns]) -> None:
    case, columns = five
    a = accounts(case)[0]
    columns.refresh(case.link(a[12].id, a[14].id, Relation.CONTRADICTS))
    columns.refresh(case.link(a[12].id, a[16].id, Relation.CORROBORATES))
    columns.go_to(a[12].id)
    stubs = columns._shelf.gaps[0].stubs()
    assert {stub.name.split()[0] for stub in stubs} == {"A15", "A17"}
    assert {stub.tip.partition(" · ")[0] for stub in stubs} == {
        "A13 contradicts itself A15",
        "A13 repeats A17",
    }


def test_of_very_many_links_the_first_are_drawn(five: tuple[Workbench, Columns]) -> None:
    case, columns = five
    found = accounts(case)
    here = found[0][11]
    pairs = [(relation, there.id) for relation in Relation for there in found[1]]
    for relation, there in pairs:
        case.link(here.id, there, relation)
    columns.set_workbench(case)
    columns.go_to(here.id)
    gap = columns._shelf.gaps[0]
    assert len(pairs) > MOST
    assert len(gap.ribbons()) + len(gap.stubs()) == MOST


# -- focus sync ------------------------------------------------------------------------------------------------------


@pytest.fixture
def low(five: tuple[Workbench, Columns]) -> tuple[Workbench, Columns]:
    """The same in a window so low that everything has to be scrolled."""
    five[1].resize(2600, 380)
    return five


def scrolls(columns: Columns) -> list[int]:
    return [column.view.verticalScrollBar().value() for column in columns.columns()]


def test_linked_passages_come_level_in_every_column_while_that_is_wanted(
    low: tuple[Workbench, Columns],
) -> None:
    case, columns = low
    found = accounts(case)
    columns.go_to(found[0][0].id)
    columns.set_following(True)
    before = scrolls(columns)
    columns.go_to(found[0][5].id)
    here = columns.columns()[0]
    height = here.spots.reach_of(found[0][5].start, found[0][5].start + 1)[0]
    third, end = columns.columns()[3], found[3][6]
    assert abs(third.spots.reach_of(end.start, end.start + 1)[0] - height) < 3
    assert scrolls(columns)[4] == before[4], "a column without a link stays as it is"


def test_a_sentence_without_links_moves_nothing(low: tuple[Workbench, Columns]) -> None:
    case, columns = low
    columns.set_following(True)
    columns.go_to(accounts(case)[0][5].id)
    before = scrolls(columns)
    columns.go_to(accounts(case)[0][6].id)
    assert scrolls(columns)[1:] == before[1:]


def test_scrolling_by_hand_is_left_alone_until_the_cursor_moves(low: tuple[Workbench, Columns]) -> None:
    case, columns = low
    columns.set_following(True)
    columns.go_to(accounts(case)[0][5].id)
    bar = columns.columns()[3].view.verticalScrollBar()
    bar.setValue(0)
    columns.columns()[0].view.verticalScrollBar().setValue(3)
    columns.refresh(case.mark([accounts(case)[0][5].id], Label.OPINION))
    QTest.qWait(20)
    assert bar.value() == 0


def test_a_click_on_a_sentence_without_links_moves_no_other_column(
    low: tuple[Workbench, Columns], qtbot: QtBot
) -> None:
    case, columns = low
    found, third = accounts(case), columns.columns()[2]
    columns.go_to(found[2][2].id)  # linked with A: the sentence last used in this column
    columns.go_to(found[0][0].id)
    columns.set_following(True)
    columns.columns()[0].view.verticalScrollBar().setValue(0)
    third.view.verticalScrollBar().setValue(0)
    before = scrolls(columns)
    cursor = QTextCursor(third.view.document())
    cursor.setPosition(third.page.place_of(found[2][0].start + 2))
    spot = third.view.cursorRect(cursor).center()
    third.focused.emit()  # as a click does it, before it says where it was
    QTest.mouseClick(third.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.qWait(20)
    assert columns.current_sentence() == found[2][0].id
    assert scrolls(columns) == before


def test_without_following_no_other_column_moves(low: tuple[Workbench, Columns]) -> None:
    case, columns = low
    columns.go_to(accounts(case)[0][0].id)
    before = scrolls(columns)
    columns.go_to(accounts(case)[0][5].id)
    assert scrolls(columns)[1:] == before[1:]
    columns.set_following(True)
    assert scrolls(columns)[1:] != before[1:], "it acts at once when it is switched on"


# -- the order of columns --------------------------------------------------------------------------------------------


def test_the_column_in_use_is_moved_by_keyboard(five: tuple[Workbench, Columns]) -> None:
    _, columns = five
    a, b, c, d, e = columns.shown_articles()
    assert not columns.here.move_column(-1)
    assert columns.here.move_column(1)
    assert columns.shown_articles() == [b, a, c, d, e]
    assert columns.current_article() == a
    columns.show_article(e)
    assert not columns.here.move_column(1)
    assert columns.here.move_column(-1)
    assert columns.shown_articles() == [b, a, c, e, d]


def test_a_line_shows_where_a_dragged_column_will_stand(five: tuple[Workbench, Columns]) -> None:
    _, columns = five
    before = columns.shown_articles()
    header, landing = columns.columns()[0].header, columns.findChild(Landing)
    assert landing is not None
    target = columns.columns()[2]
    over = header.mapFromGlobal(target.mapToGlobal(QPoint(target.width() - 10, 20)))
    QTest.mousePress(header, Qt.MouseButton.LeftButton, pos=QPoint(150, 10))
    assert not landing.isVisible()
    QTest.mouseMove(header, over)
    assert landing.isVisible()
    assert (
        target.geometry().right() < landing.geometry().center().x() < columns.columns()[3].geometry().left()
    )
    QTest.mouseMove(header, QPoint(160, 12))
    QTest.mouseMove(header, over)
    QTest.mouseRelease(header, Qt.MouseButton.LeftButton, pos=over)
    assert not landing.isVisible()
    assert columns.shown_articles() == [before[1], before[2], before[0], *before[3:]]


def test_a_drag_back_to_where_it_began_changes_nothing(five: tuple[Workbench, Columns]) -> None:
    _, columns = five
    before, header = columns.shown_articles(), columns.columns()[1].header
    landing = columns.findChild(Landing)
    assert landing is not None
    QTest.mousePress(header, Qt.MouseButton.LeftButton, pos=QPoint(150, 10))
    QTest.mouseMove(header, QPoint(190, 12))
    assert not landing.isVisible()
    QTest.mouseRelease(header, Qt.MouseButton.LeftButton, pos=QPoint(190, 12))
    assert columns.shown_articles() == before


def test_five_columns_in_a_narrow_window_show_those_used_last(five: tuple[Workbench, Columns]) -> None:
    _, columns = five
    first, *_, fifth = columns.shown_articles()
    columns.show_article(fifth)
    columns.show_article(first)
    columns.resize(900, 700)
    assert [column.article.id for column in columns.columns() if column.isVisible()] == [first, fifth]
    assert {stub.name for stub in columns._shelf.gaps[0].stubs()} == {"B9", "C3", "D7"}
    columns.close_article(fifth)
    assert fifth not in columns.shown_articles()
    columns.show_article(fifth)
    assert columns.shown_articles()[-1] == fifth


def test_an_article_without_an_account_has_a_column_like_any_other(five: tuple[Workbench, Columns]) -> None:
    case, columns = five
    paragraphs = [(ParagraphKind.RELATED, "Read next."), (ParagraphKind.CREDIT, "Nobody.")]
    case.add_articles([draft(paragraphs, Metadata(publisher="Empty"))])
    article = case.rows.articles()[-1]
    columns.show_article(article.id)
    column = columns.columns()[-1]
    assert column.view.toPlainText().startswith("▸ related article")
    assert not columns.step(1)
    columns.here.toggle_set_aside()
    assert "Read next." in column.view.toPlainText()
    assert not columns.grab().isNull()


def test_a_link_to_words_of_an_earlier_reading_leads_nowhere_in_the_later_one(
    five: tuple[Workbench, Columns],
) -> None:
    case, columns = five
    columns.set_following(True)
    for article in (case.rows.articles()[2], case.rows.articles()[3]):
        other = draft([(ParagraphKind.BODY, "Quite another story.")], Metadata(publisher="Paper"))
        columns.refresh(case.reread(article.id, other))
    here = accounts(case)[0]
    columns.go_to(here[4].id)
    columns.go_to(here[5].id)
    assert relations_in(columns, 0) == {Relation.CONTRADICTS}
    stubs = [stub for gap in columns._shelf.gaps for stub in gap.stubs()]
    assert {Relation.ADDS_DETAIL, Relation.SAME_QUOTATION} <= {stub.relation for stub in stubs}
