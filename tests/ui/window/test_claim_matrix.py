"""The claim matrix by keyboard in the real window: cells and places, wording, what was looked for in vain, filters."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.journeys.hands import InsideHands
from tests.making import COUNCIL, at, make_case, make_draft

from verifier.domain.articles import Passage, Sentence
from verifier.domain.judgements import Absence, Claim
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import address_of, address_of_passage, mark_of
from verifier.domain.steps import Change
from verifier.session.workbench import Workbench
from verifier.ui.control.comparing import State
from verifier.ui.desk import Message
from verifier.ui.dialogs.chooser import Chooser
from verifier.ui.dialogs.wording import WordingDialog
from verifier.ui.views.headings import MOST
from verifier.ui.views.matrix import Matrix
from verifier.ui.views.open_items import OpenItems

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench


@pytest.fixture
def quay(parts: Assembled, tmp_path: Path) -> Assembled:
    """Three articles: A3 contradicts B2, A5 is quoted in B1."""
    path = tmp_path / "quay.verif"
    with make_case(path) as case:
        case.add_articles([make_draft(COUNCIL, "third.txt")])
        a3, a5, b1, b2 = at(case, "A3", "A5", "B1", "B2")
        case.link(a3, b2, Relation.CONTRADICTS)
        case.link(a5, b1, Relation.SAME_QUOTATION)
    parts.controllers.opening.open_path(path)
    return parts


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def matrix(parts: Assembled) -> Matrix:
    InsideHands().press("alt+6")
    view = bench(parts).drawer.view("matrix")
    assert isinstance(view, Matrix)
    assert view.isVisible()
    return view


def shown(view: Matrix) -> list[list[str]]:
    model = view.sorted
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def heads(view: Matrix) -> list[str]:
    return [
        str(view.sorted.headerData(column, Qt.Orientation.Horizontal))
        for column in range(view.sorted.columnCount())
    ]


def here(parts: Assembled) -> str:
    rows = parts.desk.need.rows
    return address_of(rows, rows.need(Sentence, parts.place.sentence() or ""))


def go(parts: Assembled, address: str) -> None:
    parts.place.go_to(parts.desk.need.sentence_at_address(address).id)


def test_rows_are_claims_and_columns_articles_the_gravest_first(quay: Assembled) -> None:
    view = matrix(quay)
    assert heads(view) == ["Claim", "A", "B", "C", "One origin"]
    assert shown(view) == [
        [
            "“Forty boats lie idle.”",
            "= says A3 · differs, hard",
            "≠ contradicts B2 · hard",
            "· not compared",
            "",
        ],
        [
            "“We were told nothing,” said the pilot.",
            "= says A5",
            "= says B1",
            "· not compared",
            "! the same statement",
        ],
    ]


def test_a_cell_leads_to_its_place_and_marking_keys_act_there(quay: Assembled) -> None:
    view = matrix(quay)
    view.table.setCurrentIndex(view.sorted.index(0, 2))
    assert here(quay) == "B2"
    assert view.table.hasFocus()
    InsideHands().press("d")
    rows = quay.desk.need.rows
    mark = mark_of(rows, quay.desk.need.sentence_at_address("B2"))
    assert mark is not None
    assert mark.label is Label.DISPUTED
    view.table.setCurrentIndex(view.sorted.index(0, 3))  # nothing there: the claim's own place
    assert here(quay) == "A3"
    go(quay, "B1")
    assert view.table.currentIndex().row() == 1
    assert view.table.currentIndex().column() == 2
    go(quay, "A2")
    assert not view.table.selectionModel().hasSelection()


def test_the_wording_is_written_in_place_and_the_cell_stays(quay: Assembled) -> None:
    view = matrix(quay)
    view.table.setCurrentIndex(view.sorted.index(1, 1))
    InsideHands().press("z")
    editor = view.table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == ""
    editor.setText("What the pilot was told")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    [claim] = quay.desk.need.rows.all(Claim)
    assert claim.wording == "What the pilot was told"
    assert len(quay.desk.need.rows.members_of(claim.id)) == 2
    assert shown(view)[1][0] == "What the pilot was told"
    assert here(quay) == "A5"
    InsideHands().press("ctrl+z")
    assert quay.desk.need.rows.all(Claim) == ()
    assert shown(view)[1][0].startswith("“We were told")


def test_what_is_not_compared_is_set_to_looked_and_not_there_and_back(quay: Assembled) -> None:
    view = matrix(quay)
    view.table.setCurrentIndex(view.sorted.index(0, 3))
    InsideHands().press("shift+N")
    assert shown(view)[0][3] == "∅ silent"
    [absence] = quay.desk.need.rows.all(Absence)
    assert absence.article_id == quay.desk.need.rows.articles()[2].id
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (0, 3)
    InsideHands().press("shift+N")
    assert shown(view)[0][3] == "· not compared"
    view.table.setCurrentIndex(view.sorted.index(0, 2))
    InsideHands().press("shift+N")
    assert quay.desk.need.rows.all(Absence) == ()


def test_rows_are_chosen_by_what_a_cell_says_and_by_words(quay: Assembled) -> None:
    view = matrix(quay)
    view.filters.chips["cell"].choose("contradicts")
    assert [row[1] for row in shown(view)] == ["= says A3 · differs, hard"]
    view.filters.clear()
    view.filters.words.setText("told nothing")
    QTest.qWait(250)
    assert [row[1] for row in shown(view)] == ["= says A5"]


def test_a_claim_is_worded_from_the_text(quay: Assembled) -> None:
    go(quay, "A4")
    InsideHands().press("z")
    dialog = quay.window.findChild(WordingDialog)
    assert dialog is not None
    dialog.wording.setText("Nobody knows why")
    dialog.accept()
    [claim] = quay.desk.need.rows.all(Claim)
    assert claim.wording == "Nobody knows why"
    go(quay, "A4")
    quay.controllers.claims.word()
    again = [one for one in quay.window.findChildren(WordingDialog) if one.isVisible()]
    assert [one.wording.text() for one in again] == ["Nobody knows why"]
    again[0].wording.setText("The cause")
    again[0].accept()
    assert [one.wording for one in quay.desk.need.rows.all(Claim)] == ["The cause"]


def test_from_the_text_the_other_article_is_the_one_one_looked_in(quay: Assembled) -> None:
    go(quay, "B1")
    go(quay, "A4")
    assert quay.place.other_end() is not None
    quay.controllers.claims.absent()
    [absence] = quay.desk.need.rows.all(Absence)
    assert absence.article_id == quay.desk.need.rows.articles()[1].id
    quay.controllers.claims.absent()
    assert quay.desk.need.rows.all(Absence) == ()


def test_an_empty_matrix_says_how_a_claim_is_made(parts: Assembled, tmp_path: Path) -> None:
    make_case(tmp_path / "quay.verif").close()
    parts.controllers.opening.open_path(tmp_path / "quay.verif")
    view = matrix(parts)
    assert view.empty.isVisible()
    assert "(Z)" in view.empty.text()
    parts.controllers.opening.close()
    assert shown(view) == []


def test_an_article_that_comes_gets_a_column_and_one_that_goes_loses_it(quay: Assembled) -> None:
    view = matrix(quay)
    quay.desk.do(lambda case: case.add_articles([make_draft(COUNCIL, "fourth.txt")]))
    assert heads(view) == ["Claim", "A", "B", "C", "D", "One origin"]
    last = quay.desk.need.rows.articles()[-1].id
    quay.desk.do(lambda case: case.remove_article(last))
    assert heads(view) == ["Claim", "A", "B", "C", "One origin"]


def test_a_claim_whose_words_are_gone_is_among_the_open_items_with_a_way_out(quay: Assembled) -> None:
    quay.desk.do(lambda case: case.make_claim(at(case, "A4"), "Nobody knows why"))
    article = quay.desk.need.rows.articles()[0]
    quay.desk.do(lambda case: case.reread(article.id, make_draft(COUNCIL, "harbour.txt")))
    left = [one for one in quay.desk.need.left_behind() if one.claims]
    assert [one.address for one in left] == ["A4"]
    quay.controllers.sight.show_view("open-items")
    view = bench(quay).drawer.view("open-items")
    assert isinstance(view, OpenItems)
    [row] = [
        number
        for number, item in enumerate(view.model.entries)
        if getattr(item, "passage_id", "") == left[0].passage.id
    ]
    view.table.selectRow(row)
    [leave] = [button for button in view.deeds if "out of the claim" in button.text()]
    leave.click()
    assert quay.desk.need.rows.all(Claim) == ()


def test_what_comparing_finds_to_be_one_statement_is_warned_of_whatever_the_link_says(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    said = "“Nobody in the harbour office told us anything about the closed quay,” {} said."
    with make_case(tmp_path / "repeated.verif") as case:
        for name in ("the pilot", "a man on the pier"):
            case.add_articles([make_draft([(ParagraphKind.BODY, [said.format(name)])], f"{name}.txt")])
        c1, d1 = at(case, "C1", "D1")
        case.link(c1, d1, Relation.CORROBORATES)
    parts.controllers.opening.open_path(tmp_path / "repeated.verif")
    view = matrix(parts)
    assert shown(view)[0][-1] == ""
    qtbot.waitUntil(lambda: parts.controllers.comparing.state is State.DONE, timeout=30_000)
    assert shown(view)[0][-1] == "! the same statement"
    assert not view.table.isColumnHidden(len(heads(view)) - 1)


def join(parts: Assembled, *typed: str, key: str = "w") -> list[str]:
    """Press the key that joins a claim, type, take what is chosen; the ids of what there was to choose from."""
    InsideHands().press(key)
    [dialog] = [one for one in parts.window.findChildren(Chooser) if one.isVisible()]
    found = dialog.shown()
    dialog.field.setText(" ".join(typed))
    dialog.take()
    QApplication.processEvents()
    return found


def members(parts: Assembled) -> list[str]:
    rows = parts.desk.need.rows
    [claim] = rows.all(Claim)
    passages = [rows.need(Passage, one.passage_id) for one in rows.members_of(claim.id)]
    return sorted(address_of_passage(rows, one) for one in passages)


def test_a_sentence_joins_a_claim_from_the_text_and_leaves_it_each_in_one_step(quay: Assembled) -> None:
    quay.desk.do(lambda case: case.make_claim(at(case, "A2"), "The quay was shut"))
    steps = len(quay.desk.need.steps())
    go(quay, "A4")
    assert len(join(quay, "quay", "shut")) == 3, "a claim and two groups of linked passages"
    assert members(quay) == ["A2", "A4"]
    assert len(quay.desk.need.steps()) == steps + 1
    InsideHands().press("shift+W")
    assert members(quay) == ["A2"]
    assert len(quay.desk.need.steps()) == steps + 2
    InsideHands().press("ctrl+z")
    assert members(quay) == ["A2", "A4"]


def test_where_no_claim_can_be_joined_the_key_that_words_one_is_named(
    parts: Assembled, tmp_path: Path
) -> None:
    path = tmp_path / "no claims.verif"
    make_case(path).close()
    parts.controllers.opening.open_path(path)
    for keys, named in (((), "(Z)"), ((("claim.word", ("G",)),), "(G)")):
        parts.settings.change(keys=keys)
        parts.controllers.claims.join()
        told = parts.window.message.text.text()
        assert told.startswith("There is no other claim A1 could join: word one ")
        assert named in told


def test_joining_linked_passages_makes_them_a_claim_and_links_hold_what_they_tie(quay: Assembled) -> None:
    go(quay, "A4")
    join(quay, "idle")
    assert members(quay) == ["A3", "A4", "B2"]
    go(quay, "A3")
    said: list[Message] = []
    quay.desk.said.connect(said.append)
    InsideHands().press("shift+W")
    assert members(quay) == ["A3", "A4", "B2"], "A3 is tied to B2"
    assert ["by its links" in one.text for one in said] == [True]


def test_the_passage_of_a_cell_joins_and_leaves_in_the_matrix(quay: Assembled) -> None:
    quay.desk.do(lambda case: case.make_claim(at(case, "A2"), "The quay was shut"))
    view = matrix(quay)
    [row] = [at for at, words in enumerate(shown(view)) if words[0].startswith("“We were told")]
    view.table.setCurrentIndex(view.sorted.index(row, 2))
    assert len(join(quay, "shut")) == 2, "the group it is in is not offered"
    assert members(quay) == ["A2", "B1"]
    [row] = [at for at, words in enumerate(shown(view)) if words[0] == "The quay was shut"]
    view.table.setFocus()
    view.table.setCurrentIndex(view.sorted.index(row, 1))
    assert here(quay) == "A2"
    assert len(join(quay, "A2", key="shift+W")) == 2, "A5 stands there too, by its link"
    assert members(quay) == ["B1"]


def contradicted(address: str, case: Workbench) -> Change:
    first, second = at(case, address, "B2")
    return case.link(first, second, Relation.CONTRADICTS)


def test_no_cell_is_cut_however_many_articles_there_are(quay: Assembled) -> None:
    quay.desk.do(
        lambda case: case.add_articles([make_draft(COUNCIL, f"{number}.txt") for number in range(5)])
    )
    for address in ("A2", "A4"):
        assert quay.desk.do(partial(contradicted, address))
    quay.window.resize(1280, 720)
    view = matrix(quay)
    QApplication.processEvents()
    assert len(heads(view)) == 10
    metrics = view.table.fontMetrics()
    widest = [metrics.horizontalAdvance(max(cells, key=len)) for cells in zip(*shown(view), strict=True)]
    shown_whole = [view.table.columnWidth(column) >= widest[column] for column in range(1, 9)]
    assert shown_whole == [True] * 8
    cells = [cell for row in shown(view) for cell in row[1:9]]
    assert max(map(len, cells)) > MOST, "there is a long one among them"


def test_the_claims_have_the_room_that_is_left(quay: Assembled) -> None:
    quay.window.resize(1280, 720)
    view = matrix(quay)
    QApplication.processEvents()
    table = view.table
    columns = range(view.sorted.columnCount())
    assert sum(table.columnWidth(column) for column in columns) == table.viewport().width()
    quay.window.resize(1200, 720)
    QApplication.processEvents()
    assert sum(table.columnWidth(column) for column in columns) == table.viewport().width()
