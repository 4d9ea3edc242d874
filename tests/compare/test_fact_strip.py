"""The fact strip sets figures, dates, names, quotations, speakers, standing, negations and hedges side by side."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.dressed import SAME_LENGTH, both, emoji
from tests.pumping import stays_linear

from verifier.compare.accounts import account_of
from verifier.compare.facts import fact_strip
from verifier.domain.comparing import Account, FactKind, FactRow, Span

Told = list[tuple[str, list[str], list[str], bool]]


def span(account: Account, number: int) -> Span:
    piece = account.pieces[number - 1]
    return piece.start, piece.end


def words(account: Account, spans: tuple[Span, ...]) -> list[str]:
    return [" ".join(account.text[start:end].split()) for start, end in spans]


def told(one: Account, other: Account, rows: tuple[FactRow, ...]) -> Told:
    return [(row.kind.value, words(one, row.a), words(other, row.b), row.differs) for row in rows]


def strip(one: str, other: str, *kinds: FactKind) -> Told:
    a, b = account_of(one, "A"), account_of(other, "B")
    rows = fact_strip(a, (0, len(one)), b, (0, len(other)))
    return told(a, b, tuple(row for row in rows if not kinds or row.kind in kinds))


def test_what_is_announced_in_one_and_threatened_in_the_other_differs() -> None:
    a, b = both()
    assert told(a, b, fact_strip(a, span(a, 2), b, span(b, 2))) == [
        ("figure", ["1,200 passengers"], ["1,200 passengers"], False),
        ("date", ["Tuesday"], [], True),
        ("name", ["Westmark"], ["Westmark"], False),
        ("name", ["Kestrel"], ["Kestrel"], False),
        ("quotation", ["Kestrel"], ["Kestrel"], True),
        ("status", ["announced"], ["threatened"], True),
        ("status", ["ban"], ["ban"], False),
        ("status", ["signed"], ["asked"], True),
    ]


def test_figures_that_leave_room_for_one_another_are_put_together_and_differ() -> None:
    rows = strip(
        "Nearly 300 boats sank, 12 people died and 40% burnt.",
        "At least 250 boats sank, 14 people died.",
        FactKind.FIGURE,
    )
    assert rows == [
        ("figure", ["Nearly 300 boats"], ["At least 250 boats"], True),
        ("figure", ["12 people"], ["14 people"], True),
        ("figure", ["40%"], [], True),
    ]


def test_the_same_number_in_words_digits_and_russian_does_not_differ() -> None:
    assert strip("Twelve thousand boats.", "12,000 boats.", FactKind.FIGURE) == [
        ("figure", ["Twelve thousand boats"], ["12,000 boats"], False)
    ]


def test_names_are_one_in_full_in_short_in_initials_and_as_a_people() -> None:
    a = "Deputies of the European Union met Ada Holmgren, and Holmgren spoke of Latvia."
    b = "In Brussels the EU met Latvian guests and Holmgren."
    assert strip(a, b, FactKind.NAME) == [
        ("name", ["European Union"], ["EU"], False),
        ("name", ["Ada Holmgren", "Holmgren"], ["Holmgren"], False),
        ("name", ["Latvia"], ["Latvian"], False),
        ("name", [], ["Brussels"], True),
    ]


def test_a_misspelt_name_stands_beside_the_name_and_differs() -> None:
    a, b = both()
    assert ("name", ["Holmgren"], ["Holmgen"], True) in [
        (kind, mine[-1:], theirs, differs)
        for kind, mine, theirs, differs in told(a, b, fact_strip(a, span(a, 5), b, span(b, 5)))
    ]


def test_a_quotation_that_is_shortened_differs_and_one_without_marks_is_found() -> None:
    a, b = both()
    rows = told(a, b, fact_strip(a, span(a, 3), b, span(b, 3)))
    [quotation] = [row for row in rows if row[0] == "quotation"]
    assert quotation[3]
    assert quotation[1][0].startswith(quotation[2][0].rstrip(","))
    found = strip(
        "He spoke of “a wall of cold water” there.", "It was a wall of cold water.", FactKind.QUOTATION
    )
    assert found == [("quotation", ["a wall of cold water"], ["a wall of cold water"], True)]


def test_negations_and_hedges_differ_only_where_one_side_has_none() -> None:
    kinds = FactKind.NEGATION, FactKind.HEDGE
    assert strip("It never sank.", "It did not sink, nor burn.", *kinds) == [
        ("negation", ["never"], ["not", "nor"], False)
    ]
    assert strip("It isn’t there, apparently.", "It is there.", *kinds) == [
        ("negation", ["isn’t"], [], True),
        ("hedge", ["apparently"], [], True),
    ]


def test_standing_is_told_in_russian_and_across_languages() -> None:
    assert strip("Совет объявил о запрете.", "Совет пригрозил запретом.", FactKind.STATUS)[0] == (
        "status",
        ["объявил"],
        ["пригрозил"],
        True,
    )
    assert strip("Совет объявил о сборе.", "The council announced a levy.", FactKind.STATUS) == [
        ("status", ["объявил"], ["announced"], False)
    ]


def test_saying_and_what_may_be_are_put_beside_their_like_alone() -> None:
    assert strip("The pilot was arrested.", "The pilot said so.", FactKind.STATUS) == [
        ("status", ["arrested"], [], True),
        ("status", [], ["said"], True),
    ]
    assert strip("On 3 May it will sail.", "It may sail in May.", FactKind.STATUS) == [
        ("status", ["will"], ["may"], True)
    ]


def test_only_what_is_in_the_passages_is_told() -> None:
    a, b = both()
    for mine in range(1, len(a.pieces) + 1):
        for row in fact_strip(a, span(a, mine), b, span(b, 1)):
            if row.kind is not FactKind.SPEAKER:
                start, end = span(a, mine)
                assert all(start <= first < last <= end for first, last in row.a)


@pytest.mark.parametrize("dress", SAME_LENGTH.values(), ids=SAME_LENGTH)
def test_the_strip_is_the_same_in_every_dress(dress: Callable[[str], str]) -> None:
    a, b = both()
    c, d = both(dress)
    found = 0
    for mine in range(1, len(a.pieces) + 1):
        for theirs in range(1, len(b.pieces) + 1):
            plain = fact_strip(a, span(a, mine), b, span(b, theirs))
            assert fact_strip(c, span(c, mine), d, span(d, theirs)) == plain
            found += len(plain)
    assert found > 100


def test_the_strip_says_the_same_words_beside_emoji() -> None:
    a, b = both()
    c, d = both(emoji)
    for number in (2, 3):
        plain = told(a, b, fact_strip(a, span(a, number), b, span(b, number)))
        assert told(c, d, fact_strip(c, span(c, number), d, span(d, number))) == plain


TEXTS = st.lists(
    st.sampled_from(
        [
            "Ada Holmgren",
            "announced",
            "threatened",
            "said",
            "“a wall”",
            "not",
            "12 boats",
            "EU",
            "Tuesday",
            "perhaps",
            ".",
        ]
    ),
    max_size=10,
).map(" ".join)


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_a_passage_does_not_differ_from_itself_and_sides_can_be_swapped(a: str, b: str) -> None:
    one, other = account_of(a, "A"), account_of(b, "B")
    assert not any(row.differs for row in fact_strip(one, (0, len(a)), one, (0, len(a))))
    there = fact_strip(one, (0, len(a)), other, (0, len(b)))
    back = fact_strip(other, (0, len(b)), one, (0, len(a)))
    assert sorted(map(repr, there)) == sorted(
        repr(FactRow(row.kind, row.b, row.a, row.differs)) for row in back
    )


@pytest.mark.large
@pytest.mark.parametrize("part", ["“", "'", "12 ", "Ada ", "not ", "said ", "1,2-", "« » ", "E.U. ", "May "])
def test_the_strip_of_pumped_passages_takes_time_linear_in_them(part: str) -> None:
    def work(length: int) -> object:
        text = part * length
        one, other = account_of(text, "A"), account_of(text + "x", "B")
        return fact_strip(one, (0, len(text)), other, (0, len(text)))

    assert stays_linear(work, 300)
