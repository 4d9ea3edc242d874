"""Quotations, Only here, What differs and cue words in the window, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.journeys.hands import InsideHands
from tests.making import make_draft
from tests.ui.window.comparing import WorkerHere, bench, open_compared, wait

from verifier.domain.articles import Article
from verifier.domain.comparing import AloneKind, Likeness
from verifier.domain.judgements import Absence, Link
from verifier.domain.kinds import ParagraphKind, Relation
from verifier.session.workbench import Workbench
from verifier.ui.assembly import Assembled
from verifier.ui.control.comparing import State
from verifier.ui.panels.difference import DifferenceView
from verifier.ui.views.only_here import OnlyHere
from verifier.ui.views.only_here import Row as AloneRow
from verifier.ui.views.quotations import Quotations
from verifier.ui.views.quotations import Row as QuotationRow


@pytest.fixture
def compared(parts: Assembled, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Assembled:
    """The window with a fresh sample, compared."""
    monkeypatch.setattr(parts.work, "_make_worker", WorkerHere)
    return open_compared(parts, tmp_path, qtbot)


def quotations(parts: Assembled) -> Quotations:
    InsideHands().press("alt+7")
    view = bench(parts).drawer.view("quotations")
    assert isinstance(view, Quotations)
    return view


def only_here(parts: Assembled) -> OnlyHere:
    InsideHands().press("alt+8")
    view = bench(parts).drawer.view("only-here")
    assert isinstance(view, OnlyHere)
    return view


def choose(view: Quotations | OnlyHere, row: int) -> None:
    """Choose a row by keyboard, from wherever the table is."""
    view.table.selectRow(0)
    InsideHands().press(*["Down"] * row)
    QApplication.processEvents()


def cells(view: Quotations | OnlyHere, row: int) -> list[str]:
    return [str(view.model.index(row, column).data() or "") for column in range(view.model.columnCount())]


def test_quotations_say_who_speaks_and_where_else_the_words_are(compared: Assembled) -> None:
    view = quotations(compared)
    rows: list[QuotationRow] = list(view.model.entries)
    shared = [number for number, row in enumerate(rows) if row.match is not None]
    assert shared
    assert len(rows) > len(shared)
    words = cells(view, shared[0])
    assert words[0].startswith("A")
    assert words[3].startswith("B")
    assert [row.quotation.speaker or "speaker not sure" for row in rows] == [
        cells(view, number)[2] for number in range(len(rows))
    ]
    alone = next(number for number, row in enumerate(rows) if row.match is None)
    assert cells(view, alone)[3:5] == ["", "in no other"]


def test_a_fragment_is_not_said_to_differ_by_the_words_around_it(
    parts: Assembled, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts.work, "_make_worker", WorkerHere)
    whole = "“We took an internal decision to close the quay for good,” the council said."
    texts = "The council calls it an “internal decision” and nothing else.", whole
    case = Workbench.create(tmp_path / "quay.verif")
    case.add_articles([make_draft([(ParagraphKind.BODY, [text])]) for text in texts])
    case.close()
    parts.controllers.opening.open_path(tmp_path / "quay.verif")
    wait(parts, qtbot, State.DONE)
    view = quotations(parts)
    [row] = [at for at, one in enumerate(view.model.entries) if one.match is not None]
    assert view.model.entries[row].match.likeness is Likeness.FRAGMENT
    assert cells(view, row)[5] == ""


def test_a_row_of_quotations_leads_to_both_places(compared: Assembled) -> None:
    view = quotations(compared)
    rows: list[QuotationRow] = list(view.model.entries)
    number = next(at for at, row in enumerate(rows) if row.match is not None)
    choose(view, number)
    choose(view, number)
    assert compared.place.sentence() == rows[number].here
    assert compared.place.other_end() == rows[number].there
    assert view.table.hasFocus()
    view.table.activated.emit(view.table.currentIndex())
    assert compared.place.text_has_focus()


def test_one_key_links_a_shared_quotation_as_what_it_is(compared: Assembled) -> None:
    for link in compared.desk.need.rows.all(Link):
        compared.controllers.linking.remove(link.id)
    view = quotations(compared)
    rows: list[QuotationRow] = list(view.model.entries)
    number = next(
        at for at, row in enumerate(rows) if row.match and row.match.likeness is not Likeness.FRAGMENT
    )
    choose(view, number)
    InsideHands().press("g")
    [made] = compared.desk.need.rows.all(Link)
    assert made.relation in (Relation.SAME_QUOTATION, Relation.ALTERED_QUOTATION)
    assert "are linked" in compared.window.message.text.text()
    compared.place.focus_text()
    InsideHands().press("ctrl+z")
    assert not compared.desk.need.rows.all(Link)


def test_a_quotation_is_not_linked_where_an_article_has_other_words_by_now(
    compared: Assembled, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = quotations(compared)
    rows: list[QuotationRow] = list(view.model.entries)
    choose(view, next(at for at, row in enumerate(rows) if row.match))
    shared = compared.controllers.quoting.chosen()
    assert shared is not None
    monkeypatch.setattr(compared.controllers.comparing, "_compare", lambda: None)  # it takes a while
    compared.controllers.quoting.chosen = lambda: shared
    case, gone = compared.desk.need, shared.match.article_b
    article = case.rows.need(Article, gone)
    newer = make_draft([(ParagraphKind.BODY, ["Another beginning. ", "And nothing else."])], "newer.txt")
    assert compared.desk.do(lambda workbench: workbench.reread(article.id, newer))
    steps = len(case.steps())
    InsideHands().press("g")
    assert "may stand elsewhere now" in compared.window.message.text.text()
    assert compared.desk.do(lambda workbench: workbench.remove_article(article.id))
    InsideHands().press("g")
    assert len(case.steps()) == steps + 1


def test_a_key_without_a_quotation_says_so_and_does_nothing(compared: Assembled) -> None:
    compared.place.go_to(compared.desk.need.sentence_at_address("A1").id)
    steps = len(compared.desk.need.steps())
    InsideHands().press("g")
    assert len(compared.desk.need.steps()) == steps
    assert "No quotation here" in compared.window.message.text.text()


def test_what_stands_alone_is_not_compared_until_somebody_looked(compared: Assembled) -> None:
    view = only_here(compared)
    rows: list[AloneRow] = list(view.model.entries)
    number = next(at for at, row in enumerate(rows) if row.kind == AloneKind.FIGURE and row.article_id)
    choose(view, number)
    assert cells(view, number)[3:] == ["not compared", ""]
    assert compared.place.sentence() == rows[number].sentence_id
    InsideHands().press("Shift+N")
    [absence] = compared.desk.need.rows.all(Absence)
    passage = compared.desk.need.rows.passages(compared.desk.need.rows.articles()[0].version_id)
    assert absence.passage_id in {one.id for one in passage if (one.start, one.end) == rows[number].span}
    said = cells(view, number)
    assert said[3] == "looked, not in B"
    assert said[4].startswith(absence.checker)
    InsideHands().press("ctrl+z")
    assert cells(view, number)[3] == "not compared"


def test_what_was_looked_for_is_named_by_its_words_and_taken_back_with_the_same_key(
    compared: Assembled,
) -> None:
    view = only_here(compared)
    rows: list[AloneRow] = list(view.model.entries)
    number = next(at for at, row in enumerate(rows) if row.kind == AloneKind.FIGURE)
    choose(view, number)
    InsideHands().press("Shift+N")
    assert f"“{cells(view, number)[2]}” in B" in compared.window.message.text.text()
    InsideHands().press("Shift+N")
    assert compared.window.message.text.text().startswith(f"“{cells(view, number)[2]}” is not compared")
    assert compared.desk.need.rows.all(Absence) == ()


def test_a_linked_sentence_does_not_stand_alone(compared: Assembled) -> None:
    view = only_here(compared)
    linked = compared.desk.need.sentence_at_address("A4").id
    alone = [row.sentence_id for row in view.model.entries if row.kind == AloneKind.SENTENCE]
    assert alone
    assert linked not in alone


def test_what_was_found_waits_for_labels_where_one_judges_first(compared: Assembled) -> None:
    view = only_here(compared)
    every = len(view.model.entries)
    compared.settings.change(blind_first=True)
    QApplication.processEvents()
    left: list[AloneRow] = list(view.model.entries)
    assert 0 < len(left) < every
    assert all(compared.controllers.suggesting.may_hint(row.sentence_id) for row in left)
    counts = bench(compared).panel._view_counts
    assert counts["only-here"].text() in ("", "0")
    compared.settings.change(blind_first=False)
    assert counts["only-here"].text() == str(every)


def test_the_panel_counts_what_was_found(compared: Assembled) -> None:
    panel = bench(compared).panel
    counts = {key: panel._view_counts[key].text() for key in ("matrix", "quotations", "only-here")}
    assert counts["quotations"] == str(len(quotations(compared).model.entries))
    assert int(counts["matrix"]) > 0
    assert int(counts["only-here"]) > 0


def test_what_differs_is_shown_for_the_link_and_for_any_pair(compared: Assembled) -> None:
    compared.place.go_to(compared.desk.need.sentence_at_address("B10").id)
    compared.place.go_to(compared.desk.need.sentence_at_address("A2").id)
    section = bench(compared).inspector.difference
    assert section.isVisible()
    assert "A2" in section.heading.text()
    assert section.strip.rows
    assert not any("contradict" in row for row in section.strip.rows)
    compared.place.go_to(compared.desk.need.sentence_at_address("B15").id)
    compared.place.go_to(compared.desk.need.sentence_at_address("A11").id)
    assert not section.isVisible()
    InsideHands().press("ctrl+d")
    view = bench(compared).drawer.view("difference")
    assert isinstance(view, DifferenceView)
    assert [one.text for one in view.passages.shown] == [
        " ".join(compared.desk.need.words(compared.desk.need.sentence_at_address(where)).split("\n"))
        for where in ("A11", "B15")
    ]
    assert all(one.spans for one in view.passages.shown)


def test_a_pair_is_linked_from_where_its_differences_are_shown(compared: Assembled) -> None:
    compared.place.go_to(compared.desk.need.sentence_at_address("B15").id)
    compared.place.go_to(compared.desk.need.sentence_at_address("A11").id)
    before = len(compared.desk.need.rows.all(Link))
    InsideHands().press("ctrl+d", "l", "3")
    assert len(compared.desk.need.rows.all(Link)) == before + 1
    assert compared.desk.need.rows.all(Link)[-1].relation is Relation.ADDS_DETAIL


def test_words_from_the_right_do_not_turn_what_differs_round(
    parts: Assembled, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts.work, "_make_worker", WorkerHere)
    texts = "יותר מ-12,000 בני אדם הפגינו.", "More than 11,000 people marched."
    drafts = [make_draft([(ParagraphKind.BODY, [text])]) for text in texts]
    case = Workbench.create(tmp_path / "march.verif")
    case.add_articles(drafts)
    case.close()
    parts.controllers.opening.open_path(tmp_path / "march.verif")
    wait(parts, qtbot, State.DONE)
    parts.place.go_to(parts.desk.need.sentence_at_address("B1").id)
    parts.place.go_to(parts.desk.need.sentence_at_address("A1").id)
    InsideHands().press("ctrl+d")
    view = bench(parts).drawer.view("difference")
    assert isinstance(view, DifferenceView)
    facts = [one.text() for one in view.strip.findChildren(QLabel) if " ↔ " in one.text()]
    [figures] = [one for one in facts if "11,000" in one]
    assert figures.startswith("\u2068")
    assert "\u2069 ↔ " in figures


def test_nothing_differs_before_there_is_a_label_where_one_judges_first(compared: Assembled) -> None:
    compared.settings.change(blind_first=True)
    compared.place.go_to(compared.desk.need.sentence_at_address("B6").id)
    compared.place.go_to(compared.desk.need.sentence_at_address("A13").id)
    InsideHands().press("ctrl+d")
    view = bench(compared).drawer.view("difference")
    assert isinstance(view, DifferenceView)
    assert view.passages.shown == []
    assert "once the sentence has a label" in view.said.text()
    compared.place.focus_text()
    InsideHands().press("v")
    assert len(view.passages.shown) == 2


def test_cue_words_are_marked_only_where_that_is_wished_and_name_themselves(compared: Assembled) -> None:
    column = bench(compared).columns.columns()[0]
    assert not column.cues.cues()
    compared.settings.change(cue_words=True)
    cues = column.cues.cues()
    assert cues
    word = column.text[cues[0].start : cues[0].end]
    assert f"“{word}”" in column.cues.tip_at(cues[0].start)
    assert column.cues.tip_at(cues[0].end + 1) == ""
    compared.settings.change(cue_words=False)
    assert not column.cues.cues()


def test_a_case_without_articles_says_nothing_of_what_differs(parts: Assembled, tmp_path: Path) -> None:
    path = tmp_path / "Empty.verif"
    Workbench.create(path).close()
    parts.controllers.opening.open_path(path)
    assert bench(parts).inspector.isVisible()
    assert not bench(parts).inspector.difference.isVisible()
