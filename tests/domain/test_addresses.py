import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.domain.addresses import Address, index_of_letter, letter_of, next_suffix, parse_address


@pytest.mark.parametrize(
    ("written", "meant"),
    [("A12", Address("A", 12)), ("b0a", Address("B", 0, "a")), (" AB3 ", Address("AB", 3))],
)
def test_an_address_is_read_as_people_write_it(written: str, meant: Address) -> None:
    assert parse_address(written) == meant


@pytest.mark.parametrize("written", ["", "12", "A", "A-1", "A１", "A12345678", "A1 B2", "А1"])
def test_what_is_no_address_is_none(written: str) -> None:
    assert parse_address(written) is None


@given(st.integers(0, 20_000))
def test_letters_lead_back_to_their_index(index: int) -> None:
    assert index_of_letter(letter_of(index)) == index


def test_suffixes_follow_the_alphabet() -> None:
    assert [next_suffix(""), next_suffix("a"), next_suffix("z")] == ["a", "b", "aa"]
