"""Words that changed are paired, words at another place have moved, the rest is in one passage alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pumping import stays_linear

from verifier.compare import wording
from verifier.compare.wording import WordChanges, word_changes, word_difference


def told(a: str, b: str) -> dict[str, list[str] | list[tuple[str, str]]]:
    found = word_changes(a, b)
    return {
        "only_a": [a[start:end] for start, end in found.only_a],
        "only_b": [b[start:end] for start, end in found.only_b],
        "changed": [(a[slice(*one)], b[slice(*other)]) for one, other in found.changed],
        "moved": [(a[slice(*one)], b[slice(*other)]) for one, other in found.moved],
    }


def test_words_in_the_same_place_have_changed() -> None:
    assert told("The council announced a levy.", "The council threatened to raise a levy") == {
        "only_a": [],
        "only_b": [],
        "changed": [("announced", "threatened to raise")],
        "moved": [],
    }


def test_words_at_another_place_have_moved_and_are_neither_deleted_nor_inserted() -> None:
    found = told(
        "The quay closed on Monday, the pilot said.", "On Monday the quay closed, said the old pilot."
    )
    assert found["moved"] == [("on Monday", "On Monday"), ("said", "said")]
    assert (found["only_a"], found["only_b"], found["changed"]) == ([], ["old"], [])


def test_stop_words_alone_do_not_move() -> None:
    assert told("it was so then", "then it was so")["moved"] == []
    assert told("of the quay", "quay of the")["moved"] == [("quay", "quay")]


def test_the_longest_stretch_moves_and_what_it_leaves_of_others_moves_by_itself() -> None:
    a = "red boats left the harbour early and nobody waved from the pier"
    b = "nobody waved from the pier when red boats left the harbour early"
    assert told(a, b)["moved"] == [("nobody waved from the pier", "nobody waved from the pier")]
    a, b = (
        "four tall masts fell and tall masts of pine burnt",
        "tall masts of pine burnt, four tall masts fell here",
    )
    assert told(a, b) == {
        "only_a": ["and"],
        "only_b": ["here"],
        "changed": [],
        "moved": [("four", "four"), ("fell", "fell"), ("tall masts", "tall masts")],
    }


def test_spans_are_exact_beside_signs_beyond_16_bits_and_no_break_spaces() -> None:
    assert told("🙂 the\xa0quay closed", "🙂 the quay re\u00adopened")["changed"] == [
        ("closed", "re\u00adopened")
    ]


def test_very_long_passages_are_looked_up_instead_of_aligned(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(wording, "_MOST_PAIRS", 3)
    assert told("the old quay", "the quay today") == {
        "only_a": ["old"],
        "only_b": ["today"],
        "changed": [],
        "moved": [],
    }


def test_a_word_left_over_at_hundreds_of_places_is_not_tried_against_all_of_them() -> None:
    a = " ".join(f"quay a{at}" for at in range(3_000))
    b = " ".join(f"b{at} quay" for at in range(3_000, 6_000))
    assert word_changes(a, b).moved == ()


WORDS = st.lists(
    st.sampled_from(["the", "of", "quay", "boat", "🙂mast", "crew", "said", "1,200"]), max_size=14
)


@given(WORDS, WORDS)
def test_every_word_that_differs_is_told_once(one: list[str], other: list[str]) -> None:
    a, b = " ".join(one), " ".join(other)
    found, plain = word_changes(a, b), word_difference(a, b)
    mine = [*found.only_a, *(x for x, _ in (*found.changed, *found.moved))]
    theirs = [*found.only_b, *(y for _, y in (*found.changed, *found.moved))]
    for text, spans, whole in ((a, mine, plain.a), (b, theirs, plain.b)):
        letters = sorted(at for start, end in spans for at in range(start, end))
        assert len(letters) == len(set(letters))
        differing = {at for start, end in whole for at in range(start, end)}
        assert {at for at in letters if not text[at].isspace()} == {
            at for at in differing if not text[at].isspace()
        }


@given(WORDS, WORDS)
def test_moved_words_are_the_same_words(one: list[str], other: list[str]) -> None:
    a, b = " ".join(one), " ".join(other)
    assert all(a[slice(*x)] == b[slice(*y)] for x, y in word_changes(a, b).moved)


@given(st.text())
def test_nothing_changed_where_nothing_differs(text: str) -> None:
    assert word_changes(text, text) == WordChanges()


@pytest.mark.parametrize(
    "parts", [("quay ", "boat "), ("the quay ", "quay the "), ("1,2.", "1.2,"), ("'a", "a'")]
)
def test_moved_words_of_pumped_passages_are_found_in_time_linear_in_them(parts: tuple[str, str]) -> None:
    assert stays_linear(lambda length: word_changes(parts[0] * length + parts[1] * 9, parts[1] * length), 400)
