"""Open items that come from readings: doubts, values nobody confirmed, what a new reading left behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from tests.journeys.hands import InsideHands
from tests.making import HARBOUR, make_case, make_draft
from tests.ui.intake.readings import DOUBTS, begin, page

from verifier.domain.articles import Article, Paragraph
from verifier.domain.kinds import Label, ParagraphKind
from verifier.domain.queries import Problem, label_of
from verifier.ui.openness import Doubt, Unconfirmed, all_open
from verifier.ui.views.open_items import OpenItems

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def items(parts: Assembled) -> OpenItems:
    parts.controllers.sight.show_view("open-items")
    view = bench(parts).drawer.view("open-items")
    assert isinstance(view, OpenItems)
    QApplication.processEvents()
    return view


def choose(view: OpenItems, kind: type) -> int:
    row = next(row for row, entry in enumerate(view.model.entries) if isinstance(entry, kind))
    view.table.selectRow(row)
    return row


def test_doubts_and_unconfirmed_values_are_open_and_counted(parts: Assembled, qtbot: QtBot) -> None:
    begin(parts, qtbot, [page()]).do_button.click()
    rows = parts.desk.need.rows
    found = all_open(rows)
    assert [type(entry) for entry in found] == [Unconfirmed, Doubt, Doubt]
    view = items(parts)
    assert view.model.rowCount() == 4  # the last says how many sentences nobody has checked
    qtbot.waitUntil(lambda: "4 open items" in parts.window.status.counts.text(), timeout=5000)
    cells = [[view.model.data(view.model.index(row, column)) for column in range(3)] for row in range(3)]
    assert cells[0] == ["not confirmed", "A", "Harbour Gazette: title, publisher"]
    assert cells[1][0] == "part of the article?"
    assert cells[1][2] == "Our letters page has more."


def test_a_doubt_is_settled_from_the_table_by_a_key_and_the_next_one_is_there(
    parts: Assembled, qtbot: QtBot
) -> None:
    begin(parts, qtbot, [page()]).do_button.click()
    (article,) = parts.desk.need.rows.articles()
    first, second = (parts.desk.need.rows.paragraphs(article.version_id)[place] for place in DOUBTS)
    view = items(parts)
    choose(view, Doubt)
    view.table.setFocus()
    InsideHands().press("x")
    rows = parts.desk.need.rows
    assert rows.need(Paragraph, first.id).kind is ParagraphKind.BOILERPLATE
    assert isinstance(view._chosen, Doubt)
    assert view._chosen.paragraph.id == second.id
    InsideHands().press("y")
    assert rows.need(Paragraph, second.id).kind is ParagraphKind.BODY
    assert [type(entry) for entry in all_open(rows)] == [Unconfirmed]


def test_values_are_confirmed_from_the_table(parts: Assembled, qtbot: QtBot) -> None:
    begin(parts, qtbot, [page()]).do_button.click()
    view = items(parts)
    choose(view, Unconfirmed)
    assert [button.text() for button in view.deeds] == ["Look and confirm…", "Confirm all"]
    view.deeds[1].click()
    (article,) = parts.desk.need.rows.articles()
    assert article.unconfirmed == ()


def reread(parts: Assembled, folder: Path, words: str) -> None:
    """A case whose A3 is disputed, read anew with other words in its place."""
    path = folder / "moved.verif"
    with make_case(path) as case:
        case.mark([case.sentence_at_address("A3").id], Label.DISPUTED)
    parts.controllers.opening.open_path(path)
    paragraphs = [list(part) for part in HARBOUR]
    paragraphs[2] = [ParagraphKind.BODY, ["The quay closed on Monday. ", words, "Nobody knows why."]]
    draft = make_draft([(kind, sentences) for kind, sentences in paragraphs], "harbour.txt")  # type: ignore[misc]
    article = parts.desk.need.rows.articles()[0]
    draft = replace(draft, source=replace(draft.source, data=draft.text.encode()))
    assert parts.desk.do(lambda workbench: workbench.reread(article.id, draft))


def test_what_a_new_reading_left_behind_is_moved_where_it_is_proposed(
    parts: Assembled, tmp_path: Path
) -> None:
    reread(parts, tmp_path, "Forty-one boats lie idle. ")
    view = items(parts)
    row = next(
        n for n, e in enumerate(view.model.entries) if getattr(e, "problem", None) is Problem.LEFT_BEHIND
    )
    view.table.selectRow(row)
    case = parts.desk.need
    here = parts.place.sentence()
    assert here is not None
    assert "Forty-one boats" in case.words(next(s for s in _sentences(parts) if s.id == here))
    assert view._said.text().startswith("≠ disputed · Perhaps")
    assert "% alike" in view._said.text()
    view.deeds[0].click()
    assert case.left_behind() == ()
    moved = next(s for s in _sentences(parts) if s.id == here)
    assert label_of(case.rows, moved) is Label.DISPUTED
    assert not any(getattr(entry, "problem", None) is Problem.LEFT_BEHIND for entry in view.model.entries)


def test_what_has_no_likely_place_is_moved_to_the_cursor(parts: Assembled, tmp_path: Path) -> None:
    reread(parts, tmp_path, "It rained. ")
    view = items(parts)
    row = next(
        n for n, e in enumerate(view.model.entries) if getattr(e, "problem", None) is Problem.LEFT_BEHIND
    )
    view.table.selectRow(row)
    button, drop = view.deeds
    assert drop.text() == "Drop it"
    target = next(s for s in _sentences(parts) if parts.desk.need.words(s) == "It rained.")
    parts.place.go_to(target.id)
    assert button.text() == "Move it to the cursor"
    button.click()
    assert parts.desk.need.left_behind() == ()
    assert label_of(parts.desk.need.rows, target) is Label.DISPUTED


def test_what_belongs_nowhere_any_more_is_dropped_and_the_keyboard_stays_in_the_table(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    reread(parts, tmp_path, "It rained. ")
    view = items(parts)
    row = next(
        n for n, e in enumerate(view.model.entries) if getattr(e, "problem", None) is Problem.LEFT_BEHIND
    )
    view.table.selectRow(row)
    view.deeds[-1].setFocus()
    InsideHands().press("Return")
    case = parts.desk.need
    assert case.left_behind() == ()
    assert not any(getattr(entry, "problem", None) is Problem.LEFT_BEHIND for entry in view.model.entries)
    assert view.table.hasFocus() or not view.model.entries
    (undo,) = parts.window.message.offers()
    undo.click()
    (left,) = case.left_behind()
    assert left.mark is not None
    assert left.mark.label is Label.DISPUTED


def test_after_one_is_moved_the_next_one_is_offered_with_its_place(parts: Assembled, tmp_path: Path) -> None:
    path = tmp_path / "several.verif"
    with make_case(path) as case:
        case.mark([case.sentence_at_address(where).id for where in ("A2", "A3")], Label.DISPUTED)
    parts.controllers.opening.open_path(path)
    words = ["The quay was closed on Monday. ", "Forty-one boats lie idle. ", "Nobody knows why."]
    paragraphs = [list(part) for part in HARBOUR]
    paragraphs[2] = [ParagraphKind.BODY, words]
    draft = make_draft([(kind, sentences) for kind, sentences in paragraphs], "harbour.txt")  # type: ignore[misc]
    draft = replace(draft, source=replace(draft.source, data=draft.text.encode()))
    article = parts.desk.need.rows.articles()[0]
    assert parts.desk.do(lambda workbench: workbench.reread(article.id, draft))
    _, second = parts.desk.need.left_behind()
    view = items(parts)
    view.table.selectRow(0)
    view.deeds[0].setFocus()
    InsideHands().press("Return")
    assert parts.desk.need.left_behind() == (second,)
    assert view.table.hasFocus()
    assert view.table.currentIndex().row() == 0
    assert view.deeds[0].text().startswith("Move it to")
    here = parts.place.sentence()
    assert here == next(s.id for s in _sentences(parts) if "Forty-one" in parts.desk.need.words(s))


def test_tab_leads_from_a_row_to_what_can_be_done_about_it(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    reread(parts, tmp_path, "Forty-one boats lie idle. ")
    view = items(parts)
    row = next(
        n for n, e in enumerate(view.model.entries) if getattr(e, "problem", None) is Problem.LEFT_BEHIND
    )
    view.table.selectRow(row)
    view.table.setFocus()
    met = []
    for _ in view.deeds:
        InsideHands().press("Tab")
        met.append(QApplication.focusWidget())
    assert met == view.deeds


def test_the_message_of_what_was_left_behind_leads_to_the_open_items(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    reread(parts, tmp_path, "It rained. ")
    parts.controllers.articles._say_reread(parts.desk.need.rows.articles()[0].id)
    (button,) = parts.window.message.offers()
    button.click()
    assert bench(parts).drawer.view("open-items").isVisible()


def _sentences(parts: Assembled) -> list:  # type: ignore[type-arg]
    rows = parts.desk.need.rows
    article = rows.need(Article, rows.articles()[0].id)
    return [row for paragraph in rows.paragraphs(article.version_id) for row in rows.sentences(paragraph.id)]
