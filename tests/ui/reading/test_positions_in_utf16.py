from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from verifier.ui.positions import Units, shown, units_in

MIXED = "a\U0001f600e\u0301 \u0645\u0631\u062d\u0628\u0627 \U0001f468\u200d\U0001f469 \u00a0Ж\U0001d518."


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_an_emoji_takes_two_units_and_a_combining_mark_one() -> None:
    units = Units(MIXED)
    assert units.units(1) == 1
    assert units.units(2) == 3
    assert units.units(4) == 5
    assert units.length == utf16(MIXED)


@given(st.text(alphabet=st.sampled_from(MIXED + "\U0010ffff\ud800\n"), max_size=60))
def test_every_code_point_is_where_utf16_says_and_leads_back(text: str) -> None:
    units = Units(text)
    for point in range(len(text) + 1):
        unit = units.units(point)
        assert unit == utf16(text[:point])
        assert units.points(unit) == point


@given(st.text(max_size=40))
def test_a_unit_inside_a_character_counts_as_its_start(text: str) -> None:
    units = Units(text)
    for point, character in enumerate(text):
        if ord(character) > 0xFFFF:
            assert units.points(units.units(point) + 1) == point
    assert units_in(text) == units.length


def test_a_position_outside_the_text_is_refused() -> None:
    units = Units("ab")
    for position in (-1, 3):
        with pytest.raises(IndexError):
            units.units(position)
        with pytest.raises(IndexError):
            units.points(position)


@given(st.text(alphabet=st.characters(), max_size=60))
def test_a_qt_document_shows_the_text_in_one_block_and_in_as_many_units(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(shown(text))
    assert document.blockCount() == 1
    assert document.characterCount() - 1 == Units(text).length


def test_what_is_shown_keeps_every_ordinary_character() -> None:
    assert shown(MIXED + "\t\u00a0\u202e") == MIXED + "\t\u00a0\u202e"
