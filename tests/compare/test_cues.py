"""Cue words of the author's own voice are found, named, and never inside quotations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pumping import stays_linear

from verifier.compare.accounts import account_of
from verifier.compare.cues import cue_word, cues
from verifier.domain.comparing import CueKind
from verifier.text.quotations import quotations

CASES = [
    ("The council made a bizarre choice.", "bizarre", CueKind.EVALUATIVE),
    ("It was a shameful, costly plan.", "shameful", CueKind.EVALUATIVE),
    ("The so-called experts left.", "so-called", CueKind.EVALUATIVE),
    ("A body that should know better closed it.", "should know better", CueKind.EVALUATIVE),
    ("Unfortunately it rained.", "unfortunately", CueKind.EVALUATIVE),
    ("The mayor was brave enough to go.", "brave", CueKind.EVALUATIVE),
    ("The bridge was allegedly sold.", "allegedly", CueKind.HEDGE),
    ("The bridge seems to be sold.", "seems", CueKind.HEDGE),
    ("Perhaps the bridge was sold.", "perhaps", CueKind.HEDGE),
    ("In all likelihood it was sold.", "in all likelihood", CueKind.HEDGE),
    ("They might come.", "might", CueKind.HEDGE),
    ("The mayor, no doubt, is glad.", "no doubt", CueKind.CERTAINTY),
    ("That is clearly so.", "clearly", CueKind.CERTAINTY),
    ("In reality the mill is shut.", "in reality", CueKind.CERTAINTY),
    ("Of course the mill is shut.", "of course", CueKind.CERTAINTY),
    ("Мэр принял нелепое решение.", "нелепое", CueKind.EVALUATIVE),
    ("К сожалению, пошёл дождь.", "к сожалению", CueKind.EVALUATIVE),
    ("Пресловутый мост закрыт.", "пресловутый", CueKind.EVALUATIVE),
    ("Мост, вероятно, продан.", "вероятно", CueKind.HEDGE),
    ("Судя по всему, мост продан.", "судя по всему", CueKind.HEDGE),
    ("Вряд ли мост продан.", "вряд ли", CueKind.HEDGE),
    ("Безусловно, мост продан.", "безусловно", CueKind.CERTAINTY),
    ("На самом деле мост продан.", "на самом деле", CueKind.CERTAINTY),
    ("Это очевидный обман.", "очевидный", CueKind.CERTAINTY),
]

PLAIN = [
    "The ferry left the pier at noon with twelve passengers.",
    "The might of the river is known.",
    "A stranger bought the house next door.",
    "The council met on Tuesday and voted for the plan.",
    "Паром ушёл в полдень, на борту было двенадцать человек.",
    "Диктатор и преступник — герои этой пьесы.",
]


@pytest.mark.parametrize(("text", "word", "kind"), CASES)
def test_a_cue_is_found_and_names_its_word(text: str, word: str, kind: CueKind) -> None:
    account = account_of(text)
    (cue,) = cues(account)
    assert cue_word(account, cue) == word
    assert cue.kind is kind
    assert cue.sentence_id == account.pieces[0].id


@pytest.mark.parametrize("text", PLAIN)
def test_plain_sentences_have_none(text: str) -> None:
    assert cues(account_of(text)) == ()


def test_what_is_quoted_is_not_the_authors_voice() -> None:
    account = account_of("He called it “a bizarre and ‘shameful’ plan” on Monday. The bizarre plan failed.")
    quoted = quotations(account.text, account.paragraphs)
    assert len(quoted) >= 1
    (cue,) = cues(account, quoted)
    assert account.text[: cue.start].endswith("The ")
    assert len(cues(account)) == 3
    assert cues(account, [(0, len(account.text))]) == ()


def test_wrapping_and_capitals_make_no_difference() -> None:
    one, other = account_of("IN REALITY it is shut."), account_of("In\u00a0reality it is shut.")
    assert (
        [cue_word(one, cue) for cue in cues(one)]
        == [cue_word(other, cue) for cue in cues(other)]
        == ["in reality"]
    )


@given(
    st.text(alphabet="bizarre no doubt,“”\n-", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))),
)
def test_cues_are_in_order_outside_what_is_quoted(text: str, ends: list[tuple[int, int]]) -> None:
    account = account_of(text)
    spans = sorted((min(pair), max(pair)) for pair in ends)
    last = 0
    for cue in cues(account, spans):
        assert last <= cue.start < cue.end <= len(text)
        assert not any(start < cue.end and cue.start < end for start, end in spans)
        last = cue.end


@pytest.mark.parametrize("pump", ["in ", "so-", "no doubt ", "bizarre"])
def test_the_time_grows_with_the_length_alone(pump: str) -> None:
    assert stays_linear(lambda length: cues(account_of(pump * (length // len(pump)))), 3_000)
