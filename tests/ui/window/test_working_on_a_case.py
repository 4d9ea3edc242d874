"""Working on a case in the real window: inspector, notes, links, evidence, undo, messages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.journeys.hands import InsideHands

from verifier.domain.articles import Passage
from verifier.domain.checkers import Checker
from verifier.domain.judgements import Evidence, Link
from verifier.domain.kinds import Advice, Facet, Label, Modifier, Outcome, Reach, Relation, Severity, Voice
from verifier.domain.queries import account, label_of, mark_of
from verifier.session.workbench import Workbench
from verifier.ui.control.casework import mark_at
from verifier.ui.control.opening import free_path
from verifier.ui.dialogs.evidence import EvidenceDialog
from verifier.ui.dialogs.small import CheckerDialog, file_name
from verifier.ui.drafts import Drafts, NoteDraft
from verifier.ui.panels.links import LinkDetails, LinkEntry
from verifier.ui.panels.marked_words import MarkedWords

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled
    from verifier.ui.bench import Bench


def bench(parts: Assembled) -> Bench:
    from verifier.ui.bench import Bench

    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def go(parts: Assembled, address: str) -> str:
    sentence = parts.desk.need.sentence_at_address(address)
    parts.place.go_to(sentence.id)
    return sentence.id


def test_the_inspector_shows_the_sentence_under_the_cursor(sample: Assembled) -> None:
    rows = sample.desk.need.rows
    marked = next(
        s for s in account(rows, rows.articles()[0]) if (m := mark_of(rows, s)) and m.note and m.modifiers
    )
    sample.place.go_to(marked.id)
    inspector, mark = bench(sample).inspector, mark_of(rows, marked)
    assert mark is not None
    assert mark.label is not None
    assert inspector.heading.text().startswith(f"A{marked.number} · ")
    assert [label for label, button in inspector.labels.buttons.items() if button.isChecked()] == [mark.label]
    assert {key for key, chip in inspector.modifiers.chips.items() if chip.isChecked()} == set(mark.modifiers)
    assert inspector.note.text.toPlainText() == mark.note


def test_a_note_is_one_step_when_it_is_left(sample: Assembled) -> None:
    hands, place = InsideHands(), go(sample, "A6")
    before = len(sample.desk.need.steps())
    hands.press("Return")
    hands.type("Who says so?")
    assert len(sample.desk.need.steps()) == before
    hands.press("Escape")
    mark = mark_at(sample.desk.need.rows, place)
    assert mark is not None
    assert (mark.note, mark.reach) == ("Who says so?", Reach.PRINTED)
    assert len(sample.desk.need.steps()) == before + 1
    assert sample.place.text_has_focus()


def test_a_note_left_by_going_elsewhere_stays_with_its_sentence(sample: Assembled) -> None:
    place = go(sample, "A6")
    bench(sample).inspector.note.text.setPlainText("Of A6.")
    other = go(sample, "A8")
    rows = sample.desk.need.rows
    mark = mark_at(rows, place)
    assert mark is not None
    assert mark.note == "Of A6."
    assert mark_at(rows, other) is None
    assert bench(sample).inspector.note.text.toPlainText() == ""


def test_a_note_being_typed_when_the_case_is_closed_is_in_it(sample: Assembled) -> None:
    place, path = go(sample, "A6"), sample.desk.need.path
    bench(sample).inspector.note.text.setPlainText("Just before the end.")
    sample.controllers.opening.close()
    with Workbench.open(path) as case:
        mark = mark_at(case.rows, place)
        assert mark is not None
        assert mark.note == "Just before the end."


def test_a_draft_left_by_a_crash_is_offered_and_an_internal_one_comes_back_internal(
    sample: Assembled, tmp_path: Path
) -> None:
    place, path = go(sample, "A6"), sample.desk.need.path
    Drafts(tmp_path / "data").keep(sample.desk.need, NoteDraft(place, "Not for print.", Reach.INTERNAL))
    sample.controllers.opening.close()
    sample.controllers.opening.open_path(path)
    assert "Not for print." in sample.window.message.text.text()
    sample.window.message.offers()[0].click()
    mark = mark_at(sample.desk.need.rows, place)
    assert mark is not None
    assert (mark.note, mark.reach) == ("Not for print.", Reach.INTERNAL)
    assert Drafts(tmp_path / "data").left_behind(sample.desk.need) == []


def test_the_note_being_typed_is_drafted_outside_the_case(sample: Assembled, tmp_path: Path) -> None:
    place, note = go(sample, "A6"), bench(sample).inspector.note
    InsideHands().press("Return")
    InsideHands().type("Half a")
    note._draft()
    assert Drafts(tmp_path / "data").left_behind(sample.desk.need) == [
        NoteDraft(place, "Half a", Reach.PRINTED)
    ]
    InsideHands().press("Escape")
    assert Drafts(tmp_path / "data").left_behind(sample.desk.need) == []


def test_what_to_do_and_the_wording_are_kept(sample: Assembled) -> None:
    place, advice = go(sample, "A6"), bench(sample).inspector.advice
    advice.advice.setCurrentIndex(advice.advice.findData(Advice.CORRECT))
    advice.advice.activated.emit(advice.advice.currentIndex())
    assert advice.wording.isVisible()
    advice.wording.setFocus()
    low = advice.wording.height()
    said = "Say it so, in as many words as it takes to say the whole of it, and all of them can be read."
    QTest.keyClicks(advice.wording, said)
    QApplication.processEvents()
    assert advice.wording.height() > low
    QTest.keyClick(advice.wording, Qt.Key.Key_Return)
    mark = mark_at(sample.desk.need.rows, place)
    assert mark is not None
    assert (mark.advice, mark.wording) == (Advice.CORRECT, said)


def test_a_wording_being_typed_never_lands_on_the_sentence_gone_to(sample: Assembled) -> None:
    rows, editor = sample.desk.need.rows, bench(sample).inspector.advice
    here, there = (sample.desk.need.sentence_at_address(name).id for name in ("A4", "A5"))
    before = mark_at(rows, there)
    sample.place.go_to(here)
    editor.wording.setFocus()
    editor.wording.clear()
    QTest.keyClicks(editor.wording, "Said otherwise")
    sample.place.go_to(there)
    QApplication.processEvents()
    written = mark_at(rows, here)
    assert written is not None
    assert written.wording == "Said otherwise"
    assert mark_at(rows, there) == before


def test_a_note_on_a_link_being_typed_stays_with_its_link(sample: Assembled) -> None:
    rows, links = sample.desk.need.rows, bench(sample).inspector.links
    sample.place.go_to(sample.desk.need.sentence_at_address("A4").id)
    entry = links.list.entries[0]
    assert isinstance(entry, LinkEntry)
    link_id = entry.link.id
    links.open_details(link_id)
    opened = links.list.entries[0]
    assert isinstance(opened, LinkEntry)
    assert opened.details is not None
    opened.details.note.setFocus()
    opened.details.note.clear()
    QTest.keyClicks(opened.details.note, "As told by the clerk")
    sample.place.go_to(sample.desk.need.sentence_at_address("A5").id)
    QApplication.processEvents()
    assert rows.need(Link, link_id).note == "As told by the clerk"
    assert [link.id for link in rows.all(Link) if link.note == "As told by the clerk"] == [link_id]
    shown = [found for found in links.findChildren(LinkEntry) if found.isVisible()]
    assert shown == links.list.entries


def test_a_modifier_without_a_label_is_refused_in_words(sample: Assembled) -> None:
    go(sample, "A6")
    before = len(sample.desk.need.steps())
    InsideHands().press("p")
    assert len(sample.desk.need.steps()) == before
    message = sample.window.message
    assert message.isVisible()
    assert "modifier-without-label" not in message.text.text()
    InsideHands().press("d", "p")
    mark = mark_at(sample.desk.need.rows, sample.place.sentence())
    assert mark is not None
    assert mark.modifiers == (Modifier.PARTLY,)


def test_opinion_steps_on_and_verified_stays(sample: Assembled) -> None:
    place = go(sample, "A6")
    InsideHands().press("v")
    assert sample.place.sentence() == place
    InsideHands().press("o")
    assert sample.place.sentence() == sample.desk.need.sentence_at_address("A7").id


def test_a_link_is_two_keys_and_then_both_ends_can_be_disputed_at_once(sample: Assembled) -> None:
    far, near = go(sample, "B4"), go(sample, "A6")
    before = sample.desk.need.rows.count("links")
    InsideHands().press("l", "2")
    rows = sample.desk.need.rows
    assert rows.count("links") == before + 1
    link = rows.all(Link)[-1]
    assert link.relation is Relation.CONTRADICTS
    assert [rows.need(Passage, end).start for end in (link.a, link.b)] == [
        sample.desk.need.sentence_at_address(address).start for address in ("A6", "B4")
    ]
    steps = len(sample.desk.need.steps())
    sample.window.message.offers()[0].click()
    assert len(sample.desk.need.steps()) == steps + 1
    labels = [mark_at(rows, place) for place in (near, far)]
    assert [mark.label for mark in labels if mark] == [Label.DISPUTED, Label.DISPUTED]


def test_the_new_link_shows_its_details_and_they_can_be_changed(sample: Assembled) -> None:
    go(sample, "B4")
    go(sample, "A6")
    InsideHands().press("l", "2")
    details = bench(sample).inspector.links.findChild(LinkDetails)
    assert isinstance(details, LinkDetails)
    details.facets[Facet.NUMBER].click()
    details = bench(sample).inspector.links.list.entries[0].findChild(LinkDetails)
    assert isinstance(details, LinkDetails)
    details.severity.setCurrentIndex(details.severity.findData(Severity.TENSION))
    details.severity.activated.emit(0)
    link = sample.desk.need.rows.all(Link)[-1]
    assert (link.facets, link.severity) == ((Facet.NUMBER,), Severity.TENSION)
    assert link.is_open
    details = bench(sample).inspector.links.list.entries[0].findChild(LinkDetails)
    assert isinstance(details, LinkDetails)
    details.outcome.setCurrentIndex(details.outcome.findData(Outcome.B_STANDS))
    details.outcome.activated.emit(0)
    link = sample.desk.need.rows.all(Link)[-1]
    assert (link.outcome, link.is_open) == (Outcome.B_STANDS, False)


def test_the_words_at_the_other_end_are_shown_with_what_differs(sample: Assembled) -> None:
    far = go(sample, "B4")
    go(sample, "A6")
    InsideHands().press("l", "2")
    words = bench(sample).inspector.links.findChild(MarkedWords)
    assert isinstance(words, MarkedWords)
    case = sample.desk.need
    assert words.text == case.words(case.sentence_at_address("B4"))
    assert far
    assert words.spans
    assert all(words.text[start:end].strip() for start, end in words.spans)


def test_without_another_end_the_user_is_told_what_is_missing(sample: Assembled) -> None:
    sample.place.go_to(sample.desk.need.sentence_at_address("A6").id)
    InsideHands().press("l")
    assert "Shift+L" in sample.window.message.text.text()
    assert not bench(sample).picker.isVisible()


def test_a_pinned_sentence_links_inside_one_article(sample: Assembled) -> None:
    go(sample, "A6")
    InsideHands().press("Shift+L")
    go(sample, "A8")
    InsideHands().press("l", "1")
    link = sample.desk.need.rows.all(Link)[-1]
    assert link.relation is Relation.CORROBORATES
    texts = [label.text() for label in bench(sample).inspector.links.findChildren(QLabel)]
    assert any(text.startswith("repeats") for text in texts)


def test_evidence_is_added_changed_and_taken_off_again(sample: Assembled) -> None:
    place = go(sample, "A6")
    InsideHands().press("v", "e")
    dialog = sample.window.findChild(EvidenceDialog)
    assert isinstance(dialog, EvidenceDialog)
    assert not dialog.do_button.isEnabled()
    dialog.citation.setText("Harbour log, p. 3")
    dialog.accept()
    case, mark = sample.desk.need, mark_at(sample.desk.need.rows, place)
    assert mark is not None
    (piece,) = case.rows.evidence_on(mark.passage_id)
    assert piece.citation == "Harbour log, p. 3"
    sample.controllers.evidence.detach(place, piece.id)
    assert case.rows.evidence_on(mark.passage_id) == ()


def test_evidence_the_case_has_already_can_serve_again(sample: Assembled) -> None:
    place = go(sample, "A6")
    InsideHands().press("u")
    go(sample, "A6")
    known = sample.desk.need.rows.all(Evidence)[0]
    InsideHands().press("e")
    dialog = sample.window.findChild(EvidenceDialog)
    assert isinstance(dialog, EvidenceDialog)
    assert dialog.known is not None
    dialog.known.choose(known.id)
    assert not dialog.fields.quotation.isEnabled()
    dialog.accept()
    mark = mark_at(sample.desk.need.rows, place)
    assert mark is not None
    assert sample.desk.need.rows.evidence_on(mark.passage_id) == (known,)


def test_undo_asks_before_it_takes_back_what_another_checker_did(sample: Assembled) -> None:
    assert sample.desk.need.steps()[-1].checker != sample.desk.need.checker.signature
    before = len(sample.desk.need.steps())
    InsideHands().press("ctrl+z")
    assert len(sample.desk.need.steps()) == before
    assert sample.desk.need.steps()[-1].checker in sample.window.message.text.text()
    sample.window.message.offers()[0].click()
    assert len(sample.desk.need.steps()) == before + 1


def test_undo_shows_its_place_and_says_what_it_undid(sample: Assembled) -> None:
    place = go(sample, "A6")
    InsideHands().press("d")
    go(sample, "B9")
    InsideHands().press("ctrl+z")
    assert sample.place.sentence() == place
    assert "A6" in sample.window.message.text.text()
    assert label_of(sample.desk.need.rows, sample.desk.need.sentence_at_address("A6")) is None


def test_the_name_is_asked_for_once_and_never_demanded(sample: Assembled) -> None:
    go(sample, "A6")
    InsideHands().press("v")
    assert [button.text() for button in sample.window.message.offers()] == ["Name and initials…"]
    sample.window.message.offers()[0].click()
    dialog = sample.window.findChild(CheckerDialog)
    assert isinstance(dialog, CheckerDialog)
    dialog.name.setText("Ida Holm")
    dialog.name.textEdited.emit("Ida Holm")
    assert dialog.initials.text() == "IH"
    dialog.accept()
    InsideHands().press("d")
    assert sample.desk.need.steps()[-1].checker == Checker("Ida Holm", "IH").signature
    assert sample.window.message.offers() == [] or not sample.window.message.isVisible()


def test_counts_follow_every_mark(sample: Assembled) -> None:
    before = sample.window.status.checked.text()
    go(sample, "A6")
    InsideHands().press("v")
    QApplication.processEvents()
    checked, of = before.split(" of ")
    assert sample.window.status.checked.text() == f"{int(checked) + 1} of {of}"


def test_names_of_files_are_made_of_whatever_was_typed(tmp_path: Path) -> None:
    assert file_name('  The "quay": fire/flood.verif ') == "The quay fire flood"
    assert file_name("...") == ""
    (tmp_path / "Untitled.verif").touch()
    (tmp_path / "Untitled 2.verif").touch()
    assert free_path(tmp_path, "Untitled").name == "Untitled 3.verif"


def test_words_selected_inside_a_sentence_become_a_passage_when_labelled(sample: Assembled) -> None:
    go(sample, "A6")
    rows = sample.desk.need.rows
    passages = rows.count("passages")
    InsideHands().press("Space", *["Shift+Right"] * 6)
    assert rows.count("passages") == passages
    InsideHands().press("d")
    sentence = sample.desk.need.sentence_at_address("A6")
    inside = [row for row in rows.passages(sentence.version_id) if sentence.start <= row.start < sentence.end]
    marked = {sample.desk.need.words(row): mark.label for row in inside if (mark := rows.mark_on(row.id))}
    words = sample.desk.need.words(sentence)
    assert list(marked.values()) == [Label.DISPUTED]
    assert words.startswith(next(iter(marked)))
    assert next(iter(marked)) != words


def test_several_sentences_are_selected_and_labelled_in_one_step(sample: Assembled) -> None:
    go(sample, "A13")
    steps = len(sample.desk.need.steps())
    InsideHands().press("Shift+Down", "Shift+Down", "v")
    rows = sample.desk.need.rows
    labels = [label_of(rows, sample.desk.need.sentence_at_address(f"A{number}")) for number in (13, 14, 15)]
    assert labels == [Label.VERIFIED] * 3
    assert len(sample.desk.need.steps()) == steps + 1


def test_a_mark_says_whose_words_they_are(sample: Assembled) -> None:
    place, voice = go(sample, "A6"), bench(sample).inspector.voice
    assert not voice.isEnabled()
    InsideHands().press("v")
    assert voice.isEnabled()
    voice.voice.setCurrentIndex(voice.voice.findData(Voice.QUOTED))
    voice.voice.activated.emit(0)
    mark = mark_at(sample.desk.need.rows, place)
    assert mark is not None
    assert mark.voice is Voice.QUOTED


def test_a_note_on_a_link_can_be_internal(sample: Assembled) -> None:
    go(sample, "B4")
    go(sample, "A6")
    InsideHands().press("l", "2")
    details = bench(sample).inspector.links.list.entries[0].findChild(LinkDetails)
    assert isinstance(details, LinkDetails)
    details.note.setText("Heard in confidence.")
    details.internal.click()
    link = sample.desk.need.rows.all(Link)[-1]
    assert (link.note, link.reach) == ("Heard in confidence.", Reach.INTERNAL)


def test_a_case_saved_on_another_day_says_which(sample: Assembled) -> None:
    status = sample.window.status
    said = " ".join(label.text() for label in status.findChildren(QLabel))
    assert "saved 2024-11-15 " in said
    go(sample, "A6")
    sample.controllers.casework.mark(Label.UNCONFIRMED)
    QApplication.processEvents()
    said = " ".join(label.text() for label in status.findChildren(QLabel))
    assert "saved " in said
    assert "saved 2024-11-15 " not in said
