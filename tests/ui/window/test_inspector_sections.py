"""The inspector's sections: who judged, marked parts, several sentences at once, a link's direction."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from verifier.domain.articles import Sentence
from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Relation
from verifier.domain.queries import mark_of
from verifier.session.drafting import span_token
from verifier.session.places import sentence_at
from verifier.ui.assembly import Assembled
from verifier.ui.bench import Bench
from verifier.ui.look.icon_button import IconButton
from verifier.ui.panels.inspector import Inspector
from verifier.ui.panels.links import LinkEntry
from verifier.ui.panels.parts import PartButton


def inspector(parts: Assembled) -> Inspector:
    assert isinstance(parts.window.bench, Bench)
    return parts.window.bench.inspector


def go(parts: Assembled, address: str) -> Sentence:
    sentence = sentence_at(parts.desk.need.rows, address)
    parts.place.go_to(sentence.id)
    return sentence


def test_another_checkers_label_is_named_with_its_time_and_no_label_is_said(sample: Assembled) -> None:
    panel = inspector(sample)
    go(sample, "A4")
    assert "Sample Checker" in panel.standing.text.text()
    assert "2024-11-15" in panel.standing.text.text()
    go(sample, "A6")
    assert panel.standing.text.text() == "not checked yet"


def test_walking_moves_nothing_above_what_differs(sample: Assembled, qapp: QApplication) -> None:
    panel = inspector(sample)
    seen = set()
    for address in ("A2", "A4", "A6", "A9", "B3"):
        go(sample, address)
        qapp.processEvents()
        assert panel.verticalScrollBar().value() == 0
        sections = (panel.labels, panel.modifiers, panel.note, panel.voice)
        seen.add((panel.advice.y(), *((part.y(), part.height()) for part in sections)))
    assert len(seen) == 1


def mark_parts(parts: Assembled) -> Sentence:
    sentence = go(parts, "A9")
    middle = sentence.start + 10
    for span, label in (
        ((sentence.start, middle), Label.VERIFIED),
        ((middle + 1, sentence.end - 3), Label.UNCONFIRMED),
    ):
        target = span_token(sentence.version_id, *span)
        parts.desk.do(lambda case, target=target, label=label: case.mark([target], label))  # type: ignore[misc]
    parts.place.go_to(sentence.id)
    return sentence


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Return])
def test_a_marked_part_is_listed_with_its_label_and_a_press_selects_its_words(
    sample: Assembled, key: Qt.Key | None
) -> None:
    sentence = mark_parts(sample)
    panel = inspector(sample)
    buttons = panel.parts.findChildren(PartButton)
    told = [button.accessibleName().partition(":")[0] for button in buttons if button.isVisible()]
    assert told == ["verified", "unconfirmed"]
    if key is None:
        buttons[1].click()
    else:
        buttons[1].setFocus()
        QTest.keyClick(buttons[1], key)
    (target,) = sample.place.targets()
    assert target != sentence.id
    subject = sample.place.subject()
    assert subject == target
    sample.actions.actions["mark.opinion"].trigger()
    mark = sample.desk.need.rows.mark_on(target)
    assert mark is not None
    assert mark.label is Label.OPINION
    own = mark_of(sample.desk.need.rows, sentence)
    assert own is not None
    assert own.label is Label.DISPUTED, "the sentence keeps its own label"


def test_a_sentence_without_parts_lists_none(sample: Assembled) -> None:
    go(sample, "A4")
    assert not inspector(sample).parts.isVisible()


def test_several_sentences_are_counted_and_labels_act_on_all_of_them(sample: Assembled) -> None:
    go(sample, "A13")
    for _ in range(2):
        sample.actions.actions["go.select-next"].trigger()
    panel = inspector(sample)
    assert panel.heading.text() == "3 sentences"
    assert not panel.note.isVisible()
    assert not panel.links.isVisible()
    panel.labels.buttons[Label.UNCONFIRMED].click()
    rows = sample.desk.need.rows
    marks = [mark_of(rows, sentence_at(rows, address)) for address in ("A13", "A14", "A15")]
    assert [mark.label if mark else None for mark in marks] == [Label.UNCONFIRMED] * 3
    go(sample, "A13")
    assert panel.note.isVisible()


def test_the_direction_of_a_link_can_be_turned_and_turned_back(sample: Assembled) -> None:
    desk = sample.desk
    here, there = (sentence_at(desk.need.rows, address).id for address in ("A13", "B6"))
    desk.do(lambda case: case.link(here, there, Relation.ADDS_DETAIL))
    go(sample, "A13")
    panel = inspector(sample)
    (link,) = (row for row in desk.need.rows.all(Link) if row.relation is Relation.ADDS_DETAIL)
    before = panel.links.findChildren(LinkEntry)[0]._said(panel._subjects()[0])
    panel.links.open_details(link.id)
    turn = panel.links.findChild(IconButton, "turn")
    assert turn is not None
    turn.click()
    turned = desk.need.rows.need(Link, link.id)
    assert (turned.a, turned.b) == (link.b, link.a)
    said = [entry for entry in panel.links.findChildren(LinkEntry) if entry.isVisible()]
    assert said[0]._said(panel._subjects()[0]) != before
    sample.controllers.casework.undo()
    assert desk.need.rows.need(Link, link.id) == link


def test_with_every_column_closed_there_is_nothing_to_judge_and_a_way_back(
    sample: Assembled, qapp: QApplication
) -> None:
    bench = sample.window.bench
    assert isinstance(bench, Bench)
    for article in sample.desk.need.rows.articles():
        sample.place.close_article(article.id)
    qapp.processEvents()
    assert not bench.inspector.labels.isVisible()
    assert not sample.actions.actions["mark.disputed"].isEnabled()
    empty = bench.columns._shelf.empty
    assert [button.text() for button in empty.buttons] == ["Show A", "Show B"]
    empty.buttons[1].click()
    assert sample.place.sentence() is not None
    assert bench.inspector.labels.isVisible()


def test_tab_walks_the_inspector_from_top_to_bottom_through_parts_and_links(sample: Assembled) -> None:
    mark_parts(sample)
    panel = inspector(sample)
    panel.labels.buttons[Label.VERIFIED].setFocus()
    body = panel.widget()
    assert body is not None
    passed: list[tuple[str, int]] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        if not panel.isAncestorOf(widget):
            break
        passed.append((type(widget).__name__, widget.mapTo(body, widget.rect().center()).y()))
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert {"LabelButton", "NoteText", "PartButton", "IconButton"} <= {name for name, _ in passed}
    lines = [middle for _, middle in passed]
    assert all(later > earlier - 20 for earlier, later in pairwise(lines)), passed


def test_a_verified_sentence_that_an_open_link_contradicts_is_said_to_be(sample: Assembled) -> None:
    panel = inspector(sample)
    go(sample, "B2")
    assert panel.basis.doubt.isVisible()
    assert panel.basis.doubt.text() == "verified, yet contradicted"
    go(sample, "A2")
    assert panel.basis.text.isVisible()
    assert not panel.basis.doubt.isVisible()
