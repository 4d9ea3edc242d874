"""Filters of the Sentences and Links views, by keyboard in the real window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.journeys.hands import InsideHands
from tests.making import LIND, make_case

from verifier.domain.articles import Sentence
from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Modifier, Outcome, Relation, Stance
from verifier.domain.queries import account, address_of, label_of, mark_of
from verifier.session.evidence import EvidenceDraft
from verifier.ui.control.casework import mark_at
from verifier.ui.views import filtered
from verifier.ui.views.facts import NOTHING, facts_of
from verifier.ui.views.filters import ChoiceChip
from verifier.ui.views.tables import Links, Sentences

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench

PATIENCE = 30_000


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def sentences(parts: Assembled) -> Sentences:
    parts.controllers.sight.show_view("sentences")
    view = bench(parts).drawer.view("sentences")
    assert isinstance(view, Sentences)
    return view


def links(parts: Assembled) -> Links:
    parts.controllers.sight.show_view("links")
    view = bench(parts).drawer.view("links")
    assert isinstance(view, Links)
    return view


def addresses(parts: Assembled, view: Sentences) -> list[str]:
    return [address_of(parts.desk.need.rows, sentence) for sentence in view.model.entries]


def labelled(parts: Assembled, label: Label | None) -> list[str]:
    rows = parts.desk.need.rows
    return [
        address_of(rows, sentence)
        for article in rows.articles()
        for sentence in account(rows, article)
        if label_of(rows, sentence) == label
    ]


def chosen_row(view: Sentences | Links) -> str:
    [index] = view.table.selectionModel().selectedRows()
    return str(index.data())


def test_a_label_chosen_by_keyboard_leaves_its_rows_and_says_how_many(sample: Assembled) -> None:
    view = sentences(sample)
    InsideHands().press("ctrl+Shift+L")
    assert view.filters.words.hasFocus()
    chip = view.filters.chips["label"]
    while not chip.hasFocus():
        InsideHands().press("Tab")
    _choose_by_keys(chip, "disputed")
    wanted = labelled(sample, Label.DISPUTED)
    assert addresses(sample, view) == wanted
    assert view.filters.count.text() == f"{len(wanted)} of 40"
    assert "disputed" in chip.text()
    assert chip.isChecked()
    view.filters.clear_button.click()
    assert len(addresses(sample, view)) == 40
    assert view.filters.count.text() == ""


def _choose_by_keys(chip: ChoiceChip, key: str) -> None:
    """Open the chip's menu, go to an option and tick it with Space; the menu stays until Esc."""
    menu = chip.menu()
    menu.aboutToShow.emit()
    menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))
    while menu.activeAction() is None or menu.activeAction().data() != key:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert menu.activeAction().isChecked()
    QTest.keyClick(menu, Qt.Key.Key_Escape)


def test_several_labels_are_either_and_several_filters_are_all(sample: Assembled) -> None:
    view = sentences(sample)
    view.filters.chips["label"].choose("disputed")
    view.filters.chips["label"].choose("verified")
    both = labelled(sample, Label.DISPUTED) + labelled(sample, Label.VERIFIED)
    assert sorted(addresses(sample, view)) == sorted(both)
    view.filters.chips["article"].choose(sample.desk.need.rows.articles()[0].version_id)
    assert sorted(addresses(sample, view)) == sorted(one for one in both if one.startswith("A"))
    view.filters.chips["label"].choose("None")
    assert set(addresses(sample, view)) > {one for one in both if one.startswith("A")}


def test_every_filter_leaves_the_rows_it_names(sample: Assembled) -> None:
    rows = sample.desk.need.rows
    place = sample.desk.need.sentence_at_address("B12").id
    sample.desk.do(lambda case: case.mark([place], Label.VERIFIED))
    sample.desk.do(lambda case: case.toggle_modifier([place], Modifier.HEDGED))
    view, chips = sentences(sample), sentences(sample).filters.chips
    kinds: tuple[tuple[str, str, Callable[[Sentence], object]], ...] = (
        ("modifier", "hedged", lambda row: Modifier.HEDGED in facts_of(rows, row).modifiers),
        ("basis", "without", lambda row: facts_of(rows, row).hollow),
        ("basis", "with", lambda row: facts_of(rows, row).basis and not facts_of(rows, row).hollow),
        ("note", "with", lambda row: bool(facts_of(rows, row).note)),
        ("open", "open", lambda row: facts_of(rows, row).is_unresolved),
    )
    for key, option, holds in kinds:
        view.filters.clear()
        every = list(view.model.entries)
        chips[key].choose(option)
        wanted = [row for row in every if holds(row)]
        assert view.model.entries == wanted, (key, option)
        assert 0 < len(wanted) < len(every), (key, option)


def test_free_words_are_looked_up_folded_in_words_notes_and_addresses(
    sample: Assembled, qtbot: QtBot
) -> None:
    place = sample.desk.need.sentence_at_address("A8").id
    sample.desk.do(lambda case: case.note([place], "ask the Café owner’s son"))
    view = sentences(sample)
    InsideHands().press("ctrl+Shift+L")
    InsideHands().type("CAFÉ owner's")
    qtbot.waitUntil(lambda: addresses(sample, view) == ["A8"], timeout=PATIENCE)
    InsideHands().press("Escape")
    assert len(view.model.entries) == 40
    assert bench(sample).drawer.isVisible(), "the first Esc empties the words, the next closes"


def test_from_the_words_one_goes_down_into_the_rows_and_esc_leads_to_the_place(sample: Assembled) -> None:
    view = sentences(sample)
    InsideHands().press("ctrl+Shift+L")
    view.filters.chips["label"].choose("disputed")
    InsideHands().press("Down")
    assert view.table.hasFocus()
    InsideHands().press("Down", "Escape")
    assert sample.place.text_has_focus()
    rows = sample.desk.need.rows
    assert mark_at(rows, sample.place.sentence()) is not None
    assert mark_at(rows, sample.place.sentence()).label is Label.DISPUTED  # type: ignore[union-attr]


def test_what_fits_nothing_says_so_and_offers_to_clear(sample: Assembled) -> None:
    view = sentences(sample)
    view.filters.words.setText("no such words")
    InsideHands().press("ctrl+Shift+L", "Return")
    assert view.model.rowCount() == 0
    assert view.empty.isVisible()
    assert view.empty.text() == "No row fits the filter."
    assert view.filters.words.isVisible()
    view.clear_button.click()
    assert view.model.rowCount() == 40
    assert view.table.isVisible()
    assert not view.clear_button.isVisible()


def test_a_row_that_was_labelled_out_of_the_filter_stays_until_the_cursor_leaves_it(
    sample: Assembled,
) -> None:
    view = sentences(sample)
    view.filters.chips["label"].choose("None")
    unchecked = labelled(sample, None)
    view.filters.left.emit()
    view.table.selectRow(2)
    InsideHands().press("d")  # stays, so that note and basis go to the sentence just judged
    assert labelled(sample, None) == [one for one in unchecked if one != unchecked[2]]
    assert addresses(sample, view) == unchecked
    assert chosen_row(view) == unchecked[2]
    assert view.filters.count.text() == f"{len(unchecked) - 1} of 40"
    InsideHands().press("Down")
    assert addresses(sample, view) == [one for one in unchecked if one != unchecked[2]]
    assert chosen_row(view) == unchecked[3]


def test_labels_that_step_walk_down_the_filtered_rows(sample: Assembled, qtbot: QtBot) -> None:
    view = sentences(sample)
    view.filters.chips["label"].choose("None")
    unchecked = labelled(sample, None)
    view.filters.left.emit()
    view.table.selectRow(0)
    for step in range(3):
        wanted = unchecked[step]
        qtbot.waitUntil(partial(_is_chosen, view, wanted), timeout=PATIENCE)
        assert address_of(sample.desk.need.rows, _here(sample)) == unchecked[step]
        InsideHands().press("o")
    qtbot.waitUntil(lambda: addresses(sample, view) == unchecked[3:], timeout=PATIENCE)
    assert all(one in labelled(sample, Label.OPINION) for one in unchecked[:3])


def _is_chosen(view: Sentences, wanted: str) -> bool:
    return chosen_row(view) == wanted


def _here(parts: Assembled) -> Sentence:
    return parts.desk.need.rows.need(Sentence, parts.place.sentence() or "")


def test_a_filter_is_still_there_when_the_view_is_opened_again(sample: Assembled) -> None:
    view = sentences(sample)
    view.filters.chips["label"].choose("opinion")
    wanted = labelled(sample, Label.OPINION)
    InsideHands().press("Escape")
    links(sample)
    assert addresses(sample, sentences(sample)) == wanted


def test_undo_brings_a_row_back_that_fits_again(sample: Assembled) -> None:
    view = sentences(sample)
    view.filters.chips["label"].choose("None")
    unchecked = labelled(sample, None)
    place = sample.desk.need.sentence_at_address(unchecked[1]).id
    sample.desk.do(lambda case: case.mark([place], Label.OPINION))
    assert addresses(sample, view) == [one for one in unchecked if one != unchecked[1]]
    sample.desk.do(lambda case: case.undo())
    assert addresses(sample, view) == unchecked


def test_the_table_says_modifiers_basis_and_links(sample: Assembled) -> None:
    view = sentences(sample)
    titles = [
        str(view.model.headerData(n, Qt.Orientation.Horizontal)) for n in range(view.model.columnCount())
    ]
    assert titles == ["No.", "Label", "Modifiers", "Basis", "Words", "Note", "Checker", "Links"]
    assert view.table.isColumnHidden(6), "one person checked everything"
    rows = sample.desk.need.rows
    for number, sentence in enumerate(view.model.entries):
        facts = facts_of(rows, sentence)
        cells = dict(zip(titles, (view.model.index(number, n).data() for n in range(8)), strict=True))
        mark = mark_of(rows, sentence)
        assert ("○" in cells["Basis"]) == facts.hollow
        assert ("●" in cells["Basis"]) == (facts.basis is not None and not facts.hollow)
        assert cells["Links"] == str(len(facts.links) or "")
        assert (facts is NOTHING) <= (mark is None)


def test_who_checked_is_a_column_once_several_did(sample: Assembled) -> None:
    view = sentences(sample)
    assert not view.filters.chips["checker"].isVisible()
    sample.desk.need.checker = LIND
    place = sample.desk.need.sentence_at_address("A6").id
    sample.desk.do(lambda case: case.mark([place], Label.NO_CLAIM))
    assert not view.table.isColumnHidden(6)
    view.filters.chips["checker"].choose(LIND.signature)
    assert addresses(sample, view) == ["A6"]


def test_links_are_filtered_by_relation_facet_severity_outcome_and_words(sample: Assembled) -> None:
    view = links(sample)
    every = sample.desk.need.rows.all(Link)
    chips = view.filters.chips
    for key, option, holds in (
        ("relation", "contradicts", lambda link: link.relation is Relation.CONTRADICTS),
        ("facet", "number", lambda link: "number" in link.facets),
        ("severity", "hard", lambda link: link.gravity == "hard"),
        ("outcome", "open", lambda link: link.is_open),
    ):
        view.filters.clear()
        chips[key].choose(option)
        wanted = [link for link in every if holds(link)]
        assert list(view.model.entries) == wanted, (key, option)
        assert 0 < len(wanted) < len(every), (key, option)
    view.filters.clear()
    some = every[0]
    sample.desk.do(
        lambda case: case.edit_link(some.id, outcome=Outcome.COMPATIBLE, note="like the lighthouse")
    )
    chips["outcome"].choose("compatible")
    assert [link.id for link in view.model.entries] == [some.id]
    view.filters.clear()
    view.filters.words.setText("LIGHTHOUSE")
    InsideHands().press("ctrl+Shift+L", "Return")
    assert [link.id for link in view.model.entries] == [some.id]


def test_the_filters_of_the_view_in_sight_are_given_the_keyboard(sample: Assembled) -> None:
    InsideHands().press("ctrl+Shift+L")
    assert bench(sample).drawer.shown == "sentences"
    for key in ("links", "open-items", "history"):
        sample.controllers.sight.show_view(key)
        InsideHands().press("ctrl+Shift+L")
        assert bench(sample).drawer.shown == key
        assert bench(sample).drawer.view(key).filter.hasFocus()  # type: ignore[attr-defined]
    sample.controllers.sight.show_view("case")
    InsideHands().press("ctrl+Shift+L")
    assert bench(sample).drawer.shown == "sentences"


def test_an_article_of_another_case_is_not_filtered_by(sample: Assembled, tmp_path: Path) -> None:
    view = sentences(sample)
    view.filters.chips["article"].choose(sample.desk.need.rows.articles()[0].version_id)
    assert len(view.model.entries) < 40
    make_case(tmp_path / "other.verif").close()
    sample.controllers.opening.open_path(tmp_path / "other.verif")
    assert addresses(sample, sentences(sample)) == ["A1", "A2", "A3", "A4", "A5", "B1", "B2"]


@pytest.mark.parametrize("label", [Label.VERIFIED, Label.DISPUTED])
def test_facts_of_a_part_are_those_of_its_sentence_too(tmp_path: Path, label: Label) -> None:
    with make_case(tmp_path / "case.verif") as case:
        sentence = case.sentence_at_address("A2")
        token = case.passage(sentence.version_id, sentence.start, sentence.start + 8)
        assert facts_of(case.rows, sentence) is NOTHING
        case.mark([token], label)
        facts = facts_of(case.rows, sentence)
        assert (facts.label, facts.basis, facts.hollow) == (None, 0, True)
        case.note([token], "which quay?")
        stance = Stance.SUPPORTS if label is Label.VERIFIED else Stance.CONTRADICTS
        case.add_evidence([token], EvidenceDraft(citation="a log", stance=stance))
        facts = facts_of(case.rows, sentence)
        assert (facts.basis, facts.hollow, facts.note) == (1, False, "which quay?")


def test_in_a_narrow_window_one_chip_stands_for_all_and_the_words_keep_their_room(sample: Assembled) -> None:
    view = sentences(sample)
    chips = [chip for chip in view.filters.chips.values() if chip.is_offered]
    assert all(chip.isVisible() for chip in chips)
    assert not view.filters.all_chip.isVisible()
    assert not view.table.isColumnHidden(7)
    sample.window.resize(640, 560)
    QApplication.processEvents()
    assert not any(chip.isVisible() for chip in chips)
    assert view.filters.all_chip.isVisible()
    menu = view.filters.all_chip.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [chip.choice.title for chip in chips]
    view.filters.chips["label"].choose("disputed")
    assert "disputed" in view.filters.all_chip.text()
    assert addresses(sample, view) == labelled(sample, Label.DISPUTED)
    letters = view.fontMetrics().averageCharWidth()
    assert view.table.columnWidth(4) >= 30 * letters
    assert view.table.isColumnHidden(7)
    sample.window.resize(1440, 900)
    QApplication.processEvents()
    assert all(chip.isVisible() for chip in chips)
    assert not view.table.isColumnHidden(7)
    assert view.table.isColumnHidden(6), "one person checked everything"


def test_the_field_keeps_the_keyboard_while_what_is_typed_fits_nothing(sample: Assembled) -> None:
    sample.actions.actions["view.filter"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    for letter in "zeppelin":
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)
        QTest.qWait(20)
    assert QApplication.focusWidget() is field
    assert field.text() == "zeppelin"


def test_in_a_large_case_what_fits_comes_once_all_words_were_looked_at(
    sample: Assembled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filtered, "LARGE", 3)
    view = sentences(sample)
    every = addresses(sample, view)
    view.filters.words.setText("ferry")
    view.filters._choose()
    assert addresses(sample, view) == every, "it would have to look at all of them at once"
    qtbot.waitUntil(lambda: addresses(sample, view) != every, timeout=PATIENCE)
    some = addresses(sample, view)
    assert 0 < len(some) < len(every)
    view.filters.clear()
    assert addresses(sample, view) == every, "now all is known"


def test_who_goes_into_the_rows_at_once_goes_into_those_that_fit(
    sample: Assembled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filtered, "LARGE", 3)
    view = sentences(sample)
    every = addresses(sample, view)
    view.filters.words.setFocus()
    InsideHands().type("ferry")
    InsideHands().press("Down")
    assert view.table.hasFocus()
    assert 0 < len(addresses(sample, view)) < len(every)
