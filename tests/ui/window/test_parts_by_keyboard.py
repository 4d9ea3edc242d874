"""Parts of sentences by keyboard: they stay selected while one writes about them, and are found and pinned as such."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from verifier.domain.articles import Passage, Sentence
from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Relation
from verifier.session.drafting import span_token
from verifier.session.history import describe_step
from verifier.session.places import sentence_at
from verifier.ui.assembly import Assembled
from verifier.ui.bench import Bench


def bench(parts: Assembled) -> Bench:
    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def select(parts: Assembled, address: str, start: int, length: int) -> tuple[Sentence, str]:
    """Select some words of a sentence; returns it, and what a label would apply to."""
    sentence = sentence_at(parts.desk.need.rows, address)
    article = next(row for row in parts.desk.need.rows.articles() if row.version_id == sentence.version_id)
    begin = sentence.start + start
    assert parts.place.go_to_span(article.id, begin, begin + length, select=True)
    QApplication.processEvents()
    return sentence, parts.place.targets()[0]


def test_after_the_note_of_a_part_the_next_label_is_the_parts_too(sample: Assembled) -> None:
    sentence, _ = select(sample, "A6", 5, 10)
    sample.controllers.casework.mark(Label.DISPUTED)
    part = sample.place.targets()
    panel = bench(sample).inspector
    panel.note.text.setFocus()
    QTest.keyClicks(panel.note.text, "Another day")
    QTest.keyClick(panel.note.text, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert sample.place.text_has_focus()
    assert sample.place.targets() == part != [sentence.id]
    mark = sample.desk.need.rows.mark_on(part[0])
    assert mark is not None
    assert (mark.label, mark.note) == (Label.DISPUTED, "Another day")
    assert panel.heading.shown().startswith("part of A6")


def test_several_sentences_stay_selected_when_the_keyboard_comes_back(sample: Assembled) -> None:
    sample.place.go_to(sentence_at(sample.desk.need.rows, "A5").id)
    sample.place.step(1, select=True)
    several = sample.place.targets()
    assert len(several) == 2
    bench(sample).inspector.modifiers.setFocus()
    sample.place.focus_text()
    assert sample.place.targets() == several


def test_the_next_mark_without_a_basis_may_be_that_of_a_part(sample: Assembled) -> None:
    case = sample.desk.need
    sentence = sentence_at(case.rows, "A6")
    token = span_token(sentence.version_id, sentence.start + 5, sentence.start + 15)
    later = sentence_at(case.rows, "A8")
    case.mark([token, later.id], Label.VERIFIED)
    sample.place.go_to(sentence_at(case.rows, "A5").id)
    sample.controllers.moving.step_without_basis(1)
    assert sample.place.sentence() == sentence.id
    part = case.rows.get(Passage, sample.place.targets()[0])
    assert part is not None
    assert (part.start, part.end) == (sentence.start + 5, sentence.start + 15)
    sample.controllers.moving.step_without_basis(1)
    assert sample.place.targets() == [later.id]
    sample.controllers.moving.step_without_basis(-1)
    assert sample.place.targets() == [part.id]


def test_words_that_are_pinned_are_the_end_of_the_link(sample: Assembled) -> None:
    case = sample.desk.need
    there, _ = select(sample, "B6", 4, 12)
    sample.controllers.linking.pin()
    sample.place.go_to(sentence_at(case.rows, "A13").id)
    sample.controllers.linking.ask()
    before = {link.id for link in case.rows.all(Link)}
    sample.controllers.linking.choose(Relation.CONTRADICTS)
    link = next(link for link in case.rows.all(Link) if link.id not in before)
    ends = {(end.start - there.start, end.end - there.start) for key in (link.a, link.b)
            if (end := case.rows.need(Passage, key)).version_id == there.version_id}  # fmt: skip
    assert ends == {(4, 16)}
    sample.controllers.linking.ask()  # the pin is gone: the whole sentence is the other end again
    sample.controllers.linking.choose(Relation.CORROBORATES)
    last = max(case.rows.all(Link), key=lambda row: row.time)
    spans = {(row.start, row.end) for key in (last.a, last.b) if (row := case.rows.need(Passage, key))}
    assert (there.start, there.end) in spans


def test_a_label_on_a_part_does_not_step_on_and_the_history_says_it_was_a_part(sample: Assembled) -> None:
    sentence, _ = select(sample, "A6", 5, 10)
    for label in (Label.OPINION, Label.UNCONFIRMED, Label.NO_CLAIM):
        sample.controllers.casework.mark(label)
        assert sample.place.sentence() == sentence.id
    part = sample.place.targets()
    assert part != [sentence.id]
    told = [describe_step(step) for step in sample.desk.need.steps()]
    assert told[-1] == "a part of A6 marked no claim"
    sample.place.go_to(sentence.id)
    sample.controllers.casework.mark(Label.OPINION)
    assert sample.place.sentence() != sentence.id, "a whole sentence is done with"
    assert describe_step(sample.desk.need.steps()[-1]) == "A6 marked opinion"
    assert describe_step(sample.desk.need.steps()[0]).startswith("A, B added: ")
