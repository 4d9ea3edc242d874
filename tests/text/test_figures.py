"""Figures are read with their kind, bounds, unit and exact place, in digits and in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pumping import stays_linear
from tests.text import figure_cases as cases

from verifier.domain.comparing import Figure, FigureKind
from verifier.text.figures import Agreement, agree, figures

WRITTEN = "2021-02-24"


def read(text: str, published: str = WRITTEN, language: str = "") -> tuple[Figure, ...]:
    return figures(text, 0, len(text), language=language, published=published)


def split(lines: str) -> list[str]:
    return [line for line in lines.splitlines() if line]


CASES = split(cases.ENGLISH) + split(cases.RUSSIAN)


def value(written: str) -> float | None:
    if written == "-":
        return None
    return float(date.fromisoformat(written).toordinal()) if written.count("-") == 2 else float(written)


@pytest.mark.parametrize("case", CASES)
def test_a_figure_has_the_kind_bounds_unit_and_place_a_reader_gives_it(case: str) -> None:
    marked, _bar, expected = case.partition(" | ")
    text = marked.replace("[", "").replace("]", "")
    kind, low, high, unit, *signs = expected.split()
    start, end = marked.index("["), marked.index("]") - 1
    (figure,) = read(text)
    assert text[figure.start : figure.end] == text[start:end]
    assert figure.kind is FigureKind(kind)
    assert figure.low == pytest.approx(value(low))
    assert figure.high == pytest.approx(value(high))
    assert figure.unit == ("" if unit == "-" else unit)
    assert figure.approximate == ("~" in "".join(signs))
    assert figure.resolved == ("R" in "".join(signs))


def test_the_cases_are_many() -> None:
    assert len(CASES) >= 210
    assert len(split(cases.RUSSIAN)) >= 60
    assert {case.partition(" | ")[2].split()[0] for case in CASES} >= set(FigureKind) - {FigureKind.NUMBER}


@pytest.mark.parametrize("text", split(cases.NONE))
def test_names_and_addresses_and_pronouns_are_no_figures(text: str) -> None:
    assert not read(text)


def test_a_dot_before_three_digits_parts_thousands_where_things_are_counted_or_paid() -> None:
    assert [figure.low for figure in read("1.200 boats, €3.400, 1.200 km")] == [1200, 3400, 1.2]
    assert [figure.low for figure in read("1.200 Boote, 1,5 Liter", language="de")] == [1200, 1.5]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_narrow_spaces_part_thousands_in_any_language(space: str) -> None:
    (figure,) = read(f"Some 12{space}000 boats left.", language="en")
    assert (figure.low, figure.high) == (10800, 13200)


def test_a_plain_space_parts_thousands_in_russian_alone() -> None:
    assert [figure.low for figure in read("В порту 12 000 лодок.")] == [12000]
    assert [figure.low for figure in read("On pier 12 000 boats", language="en")] != [12000]


CHANGES = {
    "wrapped": lambda text: text.replace(" ", "\n"),
    "with no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "behind emoji": lambda text: "😀👩‍👩‍👧 " + text,
    "with curly marks": lambda text: "“" + text + "”",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_spans_are_exact_however_the_text_is_written(change) -> None:  # type: ignore[no-untyped-def]
    text = "At least 1,200 people paid £3.5 million in two and a half years, on Jan. 17 or last week."
    before, after = read(text, language="en"), read(change(text), language="en")
    assert len(before) == 5
    told = [
        (
            " ".join(written[figure.start : figure.end].split()),
            figure.kind,
            figure.low,
            figure.high,
            figure.unit,
        )
        for written, found in ((text, before), (change(text), after))
        for figure in found
    ]
    assert told[:5] == told[5:]


def test_positions_are_of_the_whole_text() -> None:
    text = "Chapter one.\nThey saw 12 swans there."
    (figure,) = figures(text, 13, len(text))
    assert text[figure.start : figure.end] == "12 swans"


def test_without_a_day_of_writing_relative_dates_stay_open() -> None:
    text = "On Tuesday, last week, yesterday, Jan. 17, in January and two days ago."
    found = read(text, published="")
    assert [(figure.low, figure.high) for figure in found] == [(None, None)] * 6
    assert [figure.unit for figure in found] == ["tuesday", "week-1", "day-1", "01-17", "01", "day-2"]
    assert not any(figure.resolved for figure in found)
    assert read(text, published="some day") == found


AGREEING = [
    ("12,000 boats", "twelve thousand boats", Agreement.SAME),
    ("12 000 лодок", "двенадцать тысяч лодок", Agreement.SAME),
    ("$1.2bn", "1.2 billion dollars", Agreement.SAME),
    ("1,5 млн рублей", "1.5 million roubles", Agreement.SAME),
    ("5%", "five per cent", Agreement.SAME),
    ("5 percent", "пять процентов", Agreement.SAME),
    ("a 44-year-old man", "a man aged 44", Agreement.SAME),
    ("44-летний пекарь", "a 44-year-old baker", Agreement.SAME),
    ("1.5 km", "1,500 metres", Agreement.SAME),
    ("two weeks", "14 days", Agreement.SAME),
    ("two and a half years", "30 months", Agreement.SAME),
    ("5–2 win", "lost 2–5", Agreement.SAME),
    ("17 January 2021", "2021-01-17", Agreement.SAME),
    ("17 января 2021 года", "Jan. 17", Agreement.SAME),
    ("at least 300 boats", "not less than 300 boats", Agreement.SAME),
    ("at least 300 boats", "350 boats", Agreement.OVERLAP),
    ("some 300 boats", "310 boats", Agreement.OVERLAP),
    ("nearly 300 boats", "300 boats", Agreement.OVERLAP),
    ("between 200 and 300 boats", "250 boats", Agreement.OVERLAP),
    ("dozens of boats", "40 boats", Agreement.OVERLAP),
    ("300 boats", "300 ships", Agreement.OVERLAP),
    ("17 January 2021", "in January 2021", Agreement.OVERLAP),
    ("300 boats", "310 boats", Agreement.DIFFER),
    ("up to 300 boats", "at least 400 boats", Agreement.DIFFER),
    ("5%", "6%", Agreement.DIFFER),
    ("5–2", "4–2", Agreement.DIFFER),
    ("17 January 2021", "18 January 2021", Agreement.DIFFER),
    ("300 boats", "310 ships", Agreement.APART),
    ("all over forty", "down from 9,400", Agreement.APART),
    ("all over forty", "the over forty", Agreement.SAME),
    ("about 40,", "42,", Agreement.OVERLAP),
    ("300 boats", "$300", Agreement.APART),
    ("$300", "£300", Agreement.APART),
    ("5%", "5 points", Agreement.APART),
    ("two years", "a two-year-old foal", Agreement.APART),
]


@pytest.mark.parametrize(("one", "other", "expected"), AGREEING)
def test_figures_agree_whatever_their_words(one: str, other: str, expected: Agreement) -> None:
    ((first,), (second,)) = read(one), read(other)
    assert agree(first, second) is expected
    assert agree(second, first) is expected
    assert agree(first, first) is Agreement.SAME


def test_days_without_a_year_are_compared_by_day_and_month() -> None:
    (one,), (same,), (later,) = (read(each, "") for each in ("on Jan. 17", "17 января", "18 January"))
    (whole,), (weekday,) = read("17 January 2021", ""), read("on Sunday", "")
    assert agree(one, same) is Agreement.SAME
    assert agree(one, later) is Agreement.DIFFER
    assert agree(one, whole) is Agreement.OVERLAP
    assert agree(later, whole) is Agreement.DIFFER
    (month,), (year,) = read("in January 2021", ""), read("in 2021", "")
    assert agree(one, month) is Agreement.OVERLAP
    assert agree(read("in January", "")[0], month) is Agreement.OVERLAP
    assert agree(read("18 February", "")[0], month) is Agreement.DIFFER
    assert agree(one, year) is Agreement.APART
    assert agree(weekday, whole) is Agreement.APART
    assert agree(weekday, one) is Agreement.APART


WORDS = """
12 1,200 1.5 300 2021 44 one two twenty hundred thousand million and a half of the at least nearly some between to – -
. , ; : ( ) % $ £ € m bn km per cent people Jan May Tuesday last week next year years ago old aged third in mid
early late end двести тысяч млн около не менее января года лет процентов рублей вчера 😀 ½ − ° C № «
"""
PIECES = st.sampled_from([*WORDS.split(), "\u00a0", "\u202f"])
TEXTS = st.lists(PIECES, max_size=30).flatmap(
    lambda row: st.sampled_from([" ", "", "\n"]).map(lambda gap: gap.join(row))
)


@given(
    st.one_of(TEXTS, st.text(max_size=60)),
    st.sampled_from(["", "en", "ru", "de"]),
    st.sampled_from(["", WRITTEN]),
)
def test_figures_of_any_text_are_in_order_bounded_and_the_same_again(
    text: str, language: str, day: str
) -> None:
    found = read(text, day, language)
    assert found == read(text, day, language)
    last = 0
    for figure in found:
        assert last <= figure.start < figure.end <= len(text)
        assert figure.start == 0 or text[figure.start : figure.end].strip() == text[figure.start : figure.end]
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        last = figure.end


@given(TEXTS, TEXTS)
def test_agreement_does_not_depend_on_the_order(one: str, other: str) -> None:
    for first in read(one):
        for second in read(other):
            assert agree(first, second) is agree(second, first)


@given(st.integers(1, 999_999))
def test_a_number_is_read_in_any_of_its_forms(number: int) -> None:
    for written in (f"{number} boats", f"{number:,} boats", f"{number:,} boats".replace(",", "\u00a0")):
        (figure,) = figures(written, 0, len(written), language="en") or (None,)
        assert figure is not None
        assert figure.kind is FigureKind.DATE or figure.low == figure.high == number


PUMPS = {
    "digits": "1",
    "groups": "1,",
    "points": "1.2",
    "spaced groups": "123\u00a0",
    "hyphens": "5-",
    "words": "one hundred ",
    "hedges": "at least ",
    "ranges": "5–6–",
    "months": "May ",
    "years": "2021 ",
    "dates": "17.01.",
    "scales": "million ",
    "addresses": "https://example.com/1 ",
    "an address": "a.b/",
    "marks": "$",
    "letters": "a",
    "joiners": "a\u200d",
    "apostrophes": "a'",
    "Russian": "двадцать ",
    "thousands": "1 млн 200 ",
    "halves": "one and a half ",
    "weekdays": "Tuesday, ",
}


@pytest.mark.large
@pytest.mark.parametrize("pump", PUMPS.values(), ids=PUMPS)
def test_the_time_grows_with_the_length_alone(pump: str) -> None:
    assert stays_linear(lambda length: read(pump * (length // len(pump))), 2_000)
