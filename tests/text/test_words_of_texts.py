"""The words of a text: exact spans, folded forms, stems."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pumping import stays_linear

from verifier.text.folding import fold
from verifier.text.words import words


def _stems(text: str, language: str = "") -> list[str]:
    return [word.stem for word in words(text, language=language)]


@settings(deadline=None)  # the first word loads the stemmers
@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("aéI’'\" \n\xa0\u200b\u0301ß1,.😀\u00adЁж東"), st.characters())
    )
)
def test_a_word_stands_where_its_span_says_and_folds_to_its_form(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.form in fold(text[word.start : word.end]).text
        end = word.end


def test_an_accent_on_a_figure_or_behind_a_dot_is_no_word_of_its_own() -> None:
    assert [(word.start, word.end, word.stem) for word in words("7\u0300 votes")] == [
        (0, 2, "7"),
        (3, 8, "vote"),
    ]
    assert [(word.start, word.end) for word in words("\u6771\u0300 u.s.\u0300 on")] == [
        (0, 2),
        (3, 8),
        (9, 11),
    ]


def test_words_of_a_stretch_have_their_places_in_the_whole_text() -> None:
    text = "😀 Nobody\xa0came. “Nobody’s fault,” she said."
    found = words(text, 16)
    assert [text[word.start : word.end] for word in found] == ["Nobody’s", "fault", "she", "said"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the mayor’s “own” words", 'THE MAYOR\'S "OWN" WORDS'),
        ("a well-known na\u00efve caf\u00e9", "a well‑known nai\u0308ve\ncafe\u0301"),
        ("elec\u00adtions in the\xa0port", "election in the port"),
        ("ёлки зелёные", "елки зеленые"),
        ("12,000 people", "12\xa0000 people"),
        ("three ships", "3 ships"),
        ("3rd try", "3 try"),
        ("the U.S. fleet", "the US fleet"),
    ],
)
def test_what_reads_alike_has_the_same_stems(one: str, other: str) -> None:
    assert _stems(one) == _stems(other) != []


def test_powers_decimals_and_acronyms_stay_apart_from_what_they_are_not() -> None:
    assert _stems("10⁶") != _stems("106")
    assert _stems("1,200.50") == ["1200.50"]
    assert not words("the WHO said")[1].stop
    assert words("who said")[0].stop
    assert words("WHO SAID")[0].stop


def test_the_script_tells_the_stemmer_unless_the_language_is_known() -> None:
    assert _stems("выборов")[0] == _stems("выборы")[0]
    assert _stems("elections")[0] == _stems("election")[0]
    assert _stems("Häuser", "de") == _stems("Haus", "de")
    assert _stems("wahlen", "de") == _stems("wahl", "de-AT")
    assert _stems("elections", "ru") == _stems("election", "ru")
    assert _stems("виборами", "uk") == ["виборами"]
    assert _stems("l'homme d’État", "fr") == ["l", "homm", "d", "état"]


def test_letters_of_scripts_without_spaces_are_words() -> None:
    assert _stems("東京タワー")[:2] == ["東", "京"]
    assert len(words("हिन्दी शब्द")) == 2


@pytest.mark.parametrize("pump", ["a'", "1,000", "1 ", "a.", "e\u0301", "\u200b'", "東", " ", "1.", "’a"])
def test_finding_words_takes_time_linear_in_the_text(pump: str) -> None:
    assert stays_linear(lambda count: words(pump * count), 4_000)
