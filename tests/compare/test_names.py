"""Names are found where a reader sees them, and misspelt ones beside the name they are of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare import name_cases as cases
from tests.pumping import stays_linear

from verifier.compare.accounts import account_of
from verifier.compare.names import names, variants
from verifier.domain.comparing import Account, Piece

OFTEN = 6


def split(lines: str) -> list[str]:
    return [line for line in lines.splitlines() if line]


NAMES, VARIANTS, NO_VARIANTS = split(cases.NAMES), split(cases.VARIANTS), split(cases.NO_VARIANTS)


def found(text: str) -> list[str]:
    return [text[name.start : name.end] for name in names(account_of(text))]


def pair(usual: str, variant: str) -> tuple[Account, Account]:
    """An article that has a name often, and one that has another once, in sentences of the same language."""
    first, then = ("мы видели, что {} ушёл.", "говорят, что {} пришёл.") if usual[0] > "z" else (
        "then we saw that {} left.", "people say that {} came."
    )  # fmt: skip
    return account_of("\n".join([first.format(usual)] * OFTEN), "A"), account_of(then.format(variant), "B")


@pytest.mark.parametrize("case", NAMES)
def test_names_are_found_where_a_reader_sees_them(case: str) -> None:
    expected = [part.partition("]")[0].removeprefix("Ms ") for part in case.split("[")[1:]]
    assert found(case.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize("case", VARIANTS)
def test_a_misspelt_or_transliterated_name_is_found_beside_the_frequent_one(case: str) -> None:
    usual, variant = case.split()
    variant = variant.rpartition("-")[2]
    one, other = pair(usual, variant)
    (told,) = variants([one, other])
    assert (told.usual, told.variant) == (usual, variant)
    assert len(told.usual_places) == OFTEN
    ((article, (start, end)),) = told.variant_places
    assert article == "B"
    assert other.text[start:end] == variant
    assert {one.text[first:last] for _article, (first, last) in told.usual_places} == {usual}
    assert variants([other, one]) == (told,)


@pytest.mark.parametrize("case", NO_VARIANTS)
def test_endings_and_short_words_and_other_names_are_no_variants(case: str) -> None:
    assert variants(pair(*case.split())) == ()


def test_the_cases_are_many() -> None:
    assert len(NAMES) + len(VARIANTS) + len(NO_VARIANTS) >= 80
    assert sum(case.count("[") for case in NAMES) >= 45


def test_what_is_in_addresses_is_no_name_and_no_variant() -> None:
    text = (
        "We saw that Orlovsky left.\n" * 4
        + "See https://example.com/Why-Did-Orlvosky-Leave and www.Orlowsky.com."
    )
    account = account_of(text)
    assert variants([account]) == ()
    assert set(found(text)) == {"Orlovsky"}


def test_an_address_broken_over_lines_stays_one() -> None:
    text = "We saw Orlovsky and Orlovsky at https://example.com/why-\nOrlvosky-left today."
    piece = Piece("A1", "1", 0, len(text), 0)
    assert variants([Account("A", "A", text, (piece,), ((0, len(text)),))]) == ()


def test_a_first_word_is_a_name_where_it_has_a_capital_elsewhere_too() -> None:
    assert found("Harbours are cold. They fear Fenwick. Fenwick is old.") == ["Fenwick", "Fenwick"]
    assert names(account_of("Fenwick is old.", "A"), [account_of("They fear Fenwick.", "B")])
    assert found("Fenwick is old.") == []


def test_a_rare_misspelling_of_a_rare_name_is_none() -> None:
    assert variants([account_of("then Orlovsky left.", "A"), account_of("then Orlvosky came.", "B")]) == ()


def test_places_stand_in_the_order_of_the_letters_whatever_the_ids() -> None:
    one, other = (
        account_of("then Orlovsky left.", "A", article_id="z"),
        account_of(
            "\n".join(["then Orlovsky left and Orlvosky came."] + ["then Orlovsky left."] * OFTEN),
            "B",
            article_id="a",
        ),
    )
    (told,) = variants([one, other])
    assert [article for article, _span in told.usual_places] == ["z", *["a"] * (OFTEN + 1)]


def test_the_order_of_articles_does_not_matter() -> None:
    one, other = pair("Orlovsky", "Orlvosky")
    third = account_of("people say that Orlovskiy came, and Орловского saw them.", "C")
    told = variants([one, other, third])
    assert len(told) >= 3
    assert variants([third, other, one]) == told


@given(st.text(alphabet="Ann Boris Орлов.’s-\n", max_size=80))
def test_spans_of_names_hold_words_with_capitals(text: str) -> None:
    account = account_of(text)
    last = 0
    for name in names(account):
        assert last <= name.start < name.end <= len(text)
        last = name.end
        for word in name.words:
            assert text[word.start : word.end] == word.raw
            assert word.raw[0].isupper()


@pytest.mark.parametrize("pump", ["Orlovsky ", "Ab", "A’", "Orlov-", "a.b/", "Навельного "])
def test_the_time_grows_with_the_length_alone(pump: str) -> None:
    def work(length: int) -> object:
        account = account_of("we saw " + pump * (length // len(pump)))
        return names(account), variants([account])

    assert stays_linear(work, 3_000)


@pytest.mark.large
def test_many_names_take_time_for_their_number_alone() -> None:
    letters = "bcdfghklmn"

    def work(count: int) -> object:
        rows = ("".join(letters[int(digit)] + "a" for digit in f"{number:05}") for number in range(count))
        return variants([account_of(". ".join(f"we saw {row.capitalize()}" for row in rows))])

    assert stays_linear(work, 200)
