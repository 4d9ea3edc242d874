"""The keys of the reading area in the real window: parts, columns, focus sync, both ends disputed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.journeys.hands import InsideHands

from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Relation
from verifier.domain.queries import mark_of
from verifier.session.sample import make_sample_case
from verifier.ui.control.casework import mark_at
from verifier.ui.reading.framing import Frame

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


def unlinked(parts: Assembled, letter: str) -> list[str]:
    """The addresses of the sentences of an article nobody has judged or linked."""
    rows = parts.desk.need.rows
    column = next(one for one in bench(parts).columns.columns() if one.article.letter == letter)
    found = [
        one for one in column.page.account if not column.verdicts.of(one).links and mark_of(rows, one) is None
    ]
    return [f"{letter}{one.number}" for one in found]


def test_t_walks_the_parts_and_a_label_is_given_to_the_part(sample: Assembled) -> None:
    hands, workbench = InsideHands(), sample.desk.need
    here = go(sample, unlinked(sample, "A")[0])
    sentence = workbench.sentence_at_address(unlinked(sample, "A")[0])
    token = workbench.passage(sentence.version_id, sentence.start, sentence.start + 12)
    sample.desk.do(lambda case: case.note([token], "Who says so?"))
    hands.press("T")
    (part,) = sample.place.targets()
    assert part != here
    assert bench(sample).inspector.note.text.toPlainText() == "Who says so?"
    hands.press("D")
    mark = mark_at(workbench.rows, part)
    assert mark is not None
    assert mark.label is Label.DISPUTED
    assert mark_at(workbench.rows, here) is None
    hands.press("T")
    assert sample.place.targets() == [here]
    assert bench(sample).inspector.note.text.toPlainText() == ""


def test_t_says_where_a_sentence_has_no_parts(sample: Assembled) -> None:
    said: list[str] = []
    sample.desk.said.connect(lambda message: said.append(message.text))
    go(sample, unlinked(sample, "B")[0])
    InsideHands().press("T")
    assert said == ["No part of this sentence is marked, linked or borne out."]


def test_f8_keeps_linked_passages_level_and_is_kept_as_a_preference(sample: Assembled) -> None:
    action = sample.actions.actions["view.follow"]
    assert action.isCheckable()
    assert not action.isChecked()
    go(sample, "A1")
    InsideHands().press("F8")
    assert sample.settings.all.follow
    assert action.isChecked()
    assert bench(sample).columns._levelling.on
    sample.settings.change(follow=False)
    assert not action.isChecked()
    assert not bench(sample).columns._levelling.on


def test_following_is_on_from_the_start_where_it_was_before(parts: Assembled, tmp_path: Path) -> None:
    parts.settings.change(follow=True)
    make_sample_case(tmp_path / "sample.verif")
    parts.controllers.opening.open_path(tmp_path / "sample.verif")
    assert bench(parts).columns._levelling.on
    assert parts.actions.actions["view.follow"].isChecked()


def test_the_column_is_moved_by_keyboard_and_keeps_the_keyboard(sample: Assembled) -> None:
    go(sample, "A1")
    columns = bench(sample).columns
    first, second = columns.shown_articles()[:2]
    InsideHands().press("Ctrl+Shift+Right")
    assert columns.shown_articles()[:2] == [second, first]
    assert sample.place.article() == first
    assert sample.place.text_has_focus()
    InsideHands().press("Ctrl+Shift+Left")
    assert columns.shown_articles()[:2] == [first, second]


# -- links -----------------------------------------------------------------------------------------------------------


def contradict(parts: Assembled, a: str, b: str) -> Link:
    """Link two sentences, one after the other visited, as contradicting each other: by keys alone."""
    before = {link.id for link in parts.desk.need.rows.all(Link)}
    go(parts, b)
    go(parts, a)
    hands = InsideHands()
    if a[0] == b[0]:
        go(parts, b)
        hands.press("Shift+L")
        go(parts, a)
    hands.press("L")
    hands.press(str(list(Relation).index(Relation.CONTRADICTS) + 1))
    (made,) = [link for link in parts.desk.need.rows.all(Link) if link.id not in before]
    assert made.relation is Relation.CONTRADICTS
    return made


def test_both_ends_of_a_contradiction_are_disputed_by_key_in_one_step(sample: Assembled) -> None:
    workbench, action = sample.desk.need, sample.actions.actions["link.both-disputed"]
    a, b = unlinked(sample, "A")[0], unlinked(sample, "B")[0]
    go(sample, a)
    assert not action.isEnabled()
    link = contradict(sample, a, b)
    assert action.isEnabled()
    steps = len(workbench.steps())
    InsideHands().press("Ctrl+Shift+D")
    marks = [workbench.rows.mark_on(end) for end in (link.a, link.b)]
    assert [mark.label for mark in marks if mark] == [Label.DISPUTED] * 2
    assert len(workbench.steps()) == steps + 1
    assert not action.isEnabled(), "there is nothing left to do"
    InsideHands().press("Ctrl+Z")
    assert action.isEnabled()


def test_with_blind_first_nothing_hints_at_a_label_before_there_is_one(sample: Assembled) -> None:
    sample.settings.change(blind_first=True)
    offers: list[int] = []
    sample.desk.said.connect(lambda message: offers.append(len(message.offers)))
    a, b = unlinked(sample, "A")[0], unlinked(sample, "B")[0]
    contradict(sample, a, b)
    action = sample.actions.actions["link.both-disputed"]
    assert offers[-1] == 0
    assert not action.isEnabled()
    InsideHands().press("U")
    go(sample, a)
    assert action.isEnabled()


def test_the_other_end_is_outlined_also_inside_one_article(sample: Assembled) -> None:
    said: list[str] = []
    sample.desk.said.connect(lambda message: said.append(message.text))
    first, second = unlinked(sample, "A")[:2]
    column = next(one for one in bench(sample).columns.columns() if one.article.letter == "A")
    there = sample.desk.need.sentence_at_address(first)
    go(sample, first)
    InsideHands().press("Shift+L")
    go(sample, second)
    assert column.view.frames()[Frame.OTHER_END] == column.spots.places(there.start, there.end)
    contradict(sample, second, first)
    assert said[-1] == f"The article contradicts itself: {second} and {first}."
    go(sample, second)
    tips = [stub.tip for gap in bench(sample).columns._shelf.gaps for stub in gap.stubs()]
    assert [tip.partition(" · ")[0] for tip in tips] == [f"{second} contradicts itself {first}"]
