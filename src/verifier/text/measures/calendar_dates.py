"""Days, months, years, decades and centuries as they stand, read from tokens, English and Russian.

A day is its proleptic ordinal. Days and months without a year are of the year nearest to the day of writing; where
that is not known their bounds are None, and the unit keeps what can be compared: "01-17", "01".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verifier.domain.comparing import Figure, FigureKind
from verifier.text.measures import date_words as tables
from verifier.text.measures.figure_words import ORDINAL_SUFFIXES
from verifier.text.measures.marked import Token
from verifier.text.measures.numerals import DASHES, HYPHENS, Setting
from verifier.text.measures.unit_words import DURATIONS

Found = tuple[Figure, int]
"""A date and the index of the token behind it."""

_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_FIRST_SURE_YEAR = 1900
_NAMING_DAYS = 31


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day; both None, with a key to compare by, where the day of writing would have to be known."""

    first: date | None
    last: date | None
    key: str = ""
    resolved: bool = False
    approximate: bool = False


def figure_of(items: Sequence[Token], first: int, after: int, days: Interval) -> Found:
    """A date of the tokens between two indices."""
    low = float(days.first.toordinal()) if days.first else None
    high = float(days.last.toordinal()) if days.last else None
    start, end = items[first].start, items[after - 1].end
    if items[after - 1].word.endswith("'s"):
        end -= 2
    key = "" if days.first else days.key
    if (
        days.approximate
        and first
        and word_at(items, first - 1 - (items[first - 1].raw in HYPHENS)) in tables.PARTS
    ):
        start = items[first - 1 - (items[first - 1].raw in HYPHENS)].start
    return Figure(FigureKind.DATE, start, end, low, high, key, days.approximate, days.resolved), after


def word_at(items: Sequence[Token], index: int) -> str:
    """The folded word at an index without a possessive ending, "" outside the text."""
    return items[index].word.removesuffix("'s") if 0 <= index < len(items) else ""


_YEARS_JOINED = {"and": ("between",), "to": ("from",), "по": ("с",), "до": ("с", "от"), "и": ("между",)}
"""What joins the two years of a range, and what stands before the first then."""


# --- days, months and years as they stand


def read_absolute(items: Sequence[Token], index: int, where: Setting, written: date | None) -> Found | None:
    """ "17 January 2021", "Jan. 17", "2021-01-17", "17.01.2021", "January 2021", and ranges of days."""
    item = items[index]
    if item.number:
        return _all_in_digits(items, index, where) or _day_first(items, index, written)
    if item.word in tables.MONTHS and (item.capital or item.word[0] > "z"):
        return _month_first(items, index, written)
    return None


def _all_in_digits(items: Sequence[Token], index: int, where: Setting) -> Found | None:
    """ISO dates, and days, months and years parted by full stops or strokes."""
    raw, after = items[index].raw, index + 1
    parts = raw.split(".")
    if len(parts) == 1 and index + 4 < len(items) and items[index + 1].raw in ("-", "/"):
        row = items[index : index + 5]
        if (
            all(token.glued for token in row[1:])
            and row[2].number
            and row[4].number
            and row[1].raw == row[3].raw
        ):
            parts, after = [row[0].raw, row[2].raw, row[4].raw], index + 5
    if len(parts) != 3 or not all(map(str.isdigit, parts)):
        return None
    if len(parts[0]) == 4 and after > index + 1:
        days = _days(int(parts[0]), int(parts[1]), int(parts[2]))
    elif len(parts[2]) == 4:
        days = _either_way(int(parts[0]), int(parts[1]), int(parts[2]), sure="." in raw or where.comma)
    else:
        return None
    return figure_of(items, index, after, days) if days else None


def _either_way(first: int, second: int, year: int, *, sure: bool) -> Interval | None:
    """Day and month, or month and day; the days between where either may be meant."""
    european, american = _days(year, second, first), _days(year, first, second)
    if sure or not american or not european:
        return european or american
    ends = sorted(day for day in (european.first, american.first) if day)
    return Interval(ends[0], ends[-1], approximate=ends[0] != ends[-1])


def _days(year: int, month: int, day: int, last: int = 0) -> Interval | None:
    """The interval from a day to another of a month, or None where there are no such days."""
    try:
        return Interval(date(year, month, day), date(year, month, last or day))
    except ValueError:
        return None


def _day_first(items: Sequence[Token], index: int, written: date | None) -> Found | None:
    """ "17 January", "17th of January 2021", "17–19 января"."""
    day, after = _day(items, index)
    if not day:
        return None
    last, behind = _range_end(items, after)
    after = behind if last > day else after
    if word_at(items, after) == "of":
        after += 1
    month = tables.MONTHS.get(word_at(items, after), 0)
    if not month or not (items[after].capital or items[after].word[0] > "z"):
        return None
    return _with_year(items, index, after + 1, (month, day, last if last > day else day), written)


def _day(items: Sequence[Token], index: int) -> tuple[int, int]:
    """A day of the month with its ordinal suffix, and the index behind it; 0 where there is none."""
    if index >= len(items) or not items[index].raw.isdigit() or not items[index].number:
        return 0, index
    day = int(items[index].raw) if len(items[index].raw) <= 2 else 0
    after = index + 1
    if after < len(items) and items[after].glued and items[after].word in ORDINAL_SUFFIXES:
        after += 1
    elif (
        after + 1 < len(items) and items[after].raw in HYPHENS and items[after + 1].word in ("го", "е", "ое")
    ):
        after += 2
    return (day, after) if day <= _NAMING_DAYS else (0, index)


def _range_end(items: Sequence[Token], index: int) -> tuple[int, int]:
    """The last day of a range whose first stands before the index, and the index behind it; 0 where there is none."""
    if word_at(items, index) in ("to", "until", "по", "до") or (
        index < len(items) and items[index].raw in DASHES
    ):
        return _day(items, index + 1)
    return 0, index


def _month_first(items: Sequence[Token], index: int, written: date | None) -> Found | None:
    """ "Jan. 17", "January 17th, 2021", "January 2021", "in January"."""
    month, after = tables.MONTHS[items[index].word], index + 1
    short = len(items[index].word) <= 4 and items[index].word not in (
        "may",
        "мая",
        "мае",
        "май",
        "june",
        "july",
    )
    if short and after < len(items) and items[after].raw == "." and items[after].glued:
        after += 1
    day, behind = _day(items, after)
    if day and not (behind < len(items) and items[behind].raw == ":" and items[behind].glued):
        last, beyond = _range_end(items, behind)
        after = beyond if last > day else behind
        return _with_year(items, index, after, (month, day, max(day, last)), written)
    year, behind = _written_year(items, after)
    if year:
        return figure_of(items, index, behind, part_of(items, index, whole_month(year, month)))
    return _month_alone(items, index, month, written)


def _month_alone(items: Sequence[Token], index: int, month: int, written: date | None) -> Found | None:
    """A month without a year: of the year nearest to the day of writing."""
    word, before = items[index].word, word_at(items, index - 1)
    if word in tables.DOUBTFUL_MONTHS and before not in tables.BEFORE_MONTH:
        return None
    if len(word) <= 3 and word not in ("may", "мая", "мае", "май"):
        return None
    if written is None:
        return figure_of(items, index, index + 1, Interval(None, None, f"{month:02}"))
    shift = tables.SHIFTS.get(before)
    middles = [(year, date(year, month, 15)) for year in _years_about(written)]
    if shift == -1:
        middles = [pair for pair in middles if pair[1].replace(day=1) < written.replace(day=1)]
    elif shift == 1:
        middles = [pair for pair in middles if pair[1].replace(day=1) > written.replace(day=1)]
    nearest = min(middles, key=lambda pair: abs(pair[1] - written), default=None)
    if nearest is None:
        return None
    days = whole_month(nearest[0], month)
    resolved = Interval(days.first, days.last, resolved=True)
    first = index - 1 if shift is not None else index
    return figure_of(items, first, index + 1, part_of(items, index, resolved))


def _years_about(written: date) -> range:
    """The years around a day that the calendar has."""
    return range(max(written.year - 1, 1), min(written.year + 1, 9998) + 1)


def whole_month(year: int, month: int) -> Interval:
    """All days of a month."""
    first = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return Interval(first, following - timedelta(days=1))


def _with_year(
    items: Sequence[Token], first: int, after: int, days: tuple[int, int, int], written: date | None
) -> Found | None:
    """Days of a month with the year behind them, else of the year nearest to the day of writing."""
    month, day, last = days
    behind = after
    if behind < len(items) and items[behind].raw == ",":
        behind += 1
    year, beyond = _written_year(items, behind)
    if year:
        exact = _days(year, month, day, last)
        return figure_of(items, first, beyond, exact) if exact else None
    if not _days(2020, month, day, last):
        return None
    if written is None:
        key = f"{month:02}-{day:02}" + (f"/{last:02}" if last != day else "")
        return figure_of(items, first, after, Interval(None, None, key))
    options = (_days(year, month, day, last) for year in _years_about(written))
    known = [(abs(option.first - written), option) for option in options if option and option.first]
    if not known:
        return None
    best = min(known, key=lambda pair: pair[0])[1]
    return figure_of(items, first, after, Interval(best.first, best.last, resolved=True))


def _written_year(items: Sequence[Token], index: int) -> tuple[int, int]:
    """A year in four digits with "года" behind it, and the index behind; 0 where there is none."""
    if index >= len(items) or not _is_year(items[index]):
        return 0, index
    after = index + 1
    if word_at(items, after) in tables.YEAR_WORDS:
        after += 1
        if items[after - 1].word in ("г", "гг") and after < len(items) and items[after].raw == ".":
            after += after + 1 < len(items) and not items[after + 1].capital
    return int(items[index].raw), after


def _is_year(item: Token) -> bool:
    return (
        item.number
        and len(item.raw) == 4
        and item.raw.isdigit()
        and _FIRST_YEAR <= int(item.raw) <= _LAST_YEAR
    )


# --- years and decades


def read_year(items: Sequence[Token], index: int) -> Found | None:
    """ "in 2020", "2014–2016", "early 2020", "2021 году"; four digits that count something are no year."""
    year, after = _written_year(items, index)
    if not year or (index and items[index].glued and items[index - 1].raw not in "(/" + DASHES + "‘’'“\"«"):
        return None
    if (
        after < len(items)
        and items[after].glued
        and (items[after].number or items[after].word in tables.DECADE_SUFFIXES)
    ):
        return None
    if after == index + 1 and not _reads_as_year(items, index, year):
        return None
    last = year
    if word_at(items, index - 1) in _YEARS_JOINED.get(word_at(items, after), ()):
        last, behind = _written_year(items, after + 1)
        after = behind if last > year else after
        last = max(last, year)
    elif (
        after + 1 < len(items)
        and items[after].raw in DASHES
        and items[after].glued
        and items[after + 1].glued
    ):
        if items[after + 1].word in ("м", "й", "го", "му"):
            return figure_of(items, index, after + 2, Interval(date(year, 1, 1), date(year, 12, 31)))
        if items[after + 1].word in tables.DECADE_SUFFIXES:
            return None
        last, behind = _last_year(items, after + 1, year)
        after = behind if last > year else after
        last = max(last, year)
    days = Interval(date(year, 1, 1), date(last, 12, 31))
    return figure_of(items, index, after, part_of(items, index, days))


def _last_year(items: Sequence[Token], index: int, year: int) -> tuple[int, int]:
    """The last year of a range, in four digits or two ("2014–16")."""
    last, after = _written_year(items, index)
    if not last and items[index].number and len(items[index].raw) == 2 and items[index].raw.isdigit():
        last, after = year // 100 * 100 + int(items[index].raw), index + 1
    return last, after


def _reads_as_year(items: Sequence[Token], index: int, year: int) -> bool:
    """Whether four digits without "год" are a year, by the words around them."""
    before, following = word_at(items, index - 1), word_at(items, index + 1)
    if before in tables.BEFORE_YEAR or before in tables.MONTHS:
        return True
    if items[index - 1].raw in (*DASHES, "(") if index else False:
        return year >= _FIRST_SURE_YEAR
    counts = following[:1].isalpha() and (
        following.endswith("s") or following[0] > "z" or following == "people"
    )
    return (
        year >= _FIRST_SURE_YEAR
        and not counts
        and before not in ("some", "about", "nearly", "around", "over")
    )


def read_decade(items: Sequence[Token], index: int) -> Found | None:
    """ "the 1990s", "mid-2000s", "1990-е"."""
    item, after = items[index], index + 1
    short = _is_short_decade(items, index)
    whole = short or (_is_year(item) and item.raw.endswith("0"))
    if not whole or after >= len(items) or not items[after].glued:
        return None
    after += items[after].raw in HYPHENS
    if after >= len(items) or items[after].word not in tables.DECADE_SUFFIXES or not items[after].glued:
        return None
    after += 1
    if word_at(items, after) in tables.YEAR_WORDS:
        after += 1
    year = int(item.raw) + (1900 if short else 0)
    length = 99 if item.raw.endswith("00") and year < 2000 else 9
    days = Interval(date(year, 1, 1), date(year + length, 12, 31), approximate=False)
    return figure_of(items, index, after, part_of(items, index, days))


def _is_short_decade(items: Sequence[Token], index: int) -> bool:
    """Whether two digits are a decade of the last century: "the 90s", "в 90-х"."""
    raw, before = items[index].raw, word_at(items, index - 1)
    if not items[index].number or len(raw) != 2 or raw[1] != "0" or raw < "20":
        return False
    return before in ("the", "в", "начале", "конце", "середине", "mid", "early", "late")


def read_century(items: Sequence[Token], index: int) -> Found | None:
    """ "the 20th century", "21-й век"."""
    item, after = items[index], index + 1
    if not item.number or not item.raw.isdigit() or not 1 <= int(item.raw[:3]) <= 21 or len(item.raw) > 2:
        return None
    after += after < len(items) and items[after].raw in HYPHENS and items[after].glued
    if after + 1 >= len(items) or items[after].word not in ORDINAL_SUFFIXES or not items[after].glued:
        return None
    after += 1
    after += items[after].raw in HYPHENS and after + 1 < len(items)
    if DURATIONS.get(word_at(items, after)) != "century":
        return None
    last = int(item.raw) * 100
    return figure_of(items, index, after + 1, Interval(date(last - 99, 1, 1), date(last, 12, 31)))


def part_of(items: Sequence[Token], index: int, days: Interval) -> Interval:
    """An interval, or the third of it that the word before names ("early", "mid-", "в конце")."""
    at = index - 1
    while at > index - 4 and at >= 0 and (items[at].raw in HYPHENS or items[at].word in ("of", "the", "in")):
        at -= 1
    part = tables.PARTS.get(word_at(items, at))
    if part is None or days.first is None or days.last is None:
        return days
    third = (days.last - days.first).days / 3
    first = days.first + timedelta(days=round(part * third))
    last = days.first + timedelta(days=round((part + 1) * third))
    return Interval(first, last, resolved=days.resolved, approximate=True)
