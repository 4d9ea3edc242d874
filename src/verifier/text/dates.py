"""Dates read from tokens, English and Russian, as intervals of days.

A day is its proleptic ordinal. Relative dates ("last week", "on Tuesday", "вчера") and days without a year are
resolved against the day of writing where that is known; else their bounds stay None, and the unit keeps what can be
compared all the same: "01-17" for a day without a year, "01" for a month, "tuesday", "week-1".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verifier.domain.comparing import Figure, FigureKind
from verifier.text import date_words as tables
from verifier.text.figure_words import ORDINAL_SUFFIXES
from verifier.text.marked import Token
from verifier.text.numerals import DASHES, HYPHENS, Setting, read_numeral
from verifier.text.unit_words import DURATIONS

Found = tuple[Figure, int]
"""A date and the index of the token behind it."""

_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_FIRST_SURE_YEAR = 1900
_NAMING_DAYS = 31
_AGO_SLACK = {"day": 0, "week": 3, "month": 15, "year": 183, "decade": 1826, "century": 18262}
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25, "decade": 3652.5, "century": 36525.0}


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day; both None, with a key to compare by, where the day of writing would have to be known."""

    first: date | None
    last: date | None
    key: str = ""
    resolved: bool = False
    approximate: bool = False


def day_of(published: str) -> date | None:
    """The day of an ISO date or time, or None where it says no day."""
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def read_date(items: Sequence[Token], index: int, where: Setting, written: date | None) -> Found | None:
    """The date that begins at a token, or None. ``written`` is the day of writing, if known."""
    return (
        _weekday(items, index, where, written)
        or _absolute(items, index, where, written)
        or _year(items, index)
        or _decade(items, index)
        or _century(items, index)
        or _relative(items, index, written)
        or _ago(items, index, where, written)
    )


def _figure(items: Sequence[Token], first: int, after: int, days: Interval) -> Found:
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
        and _word(items, first - 1 - (items[first - 1].raw in HYPHENS)) in tables.PARTS
    ):
        start = items[first - 1 - (items[first - 1].raw in HYPHENS)].start
    return Figure(FigureKind.DATE, start, end, low, high, key, days.approximate, days.resolved), after


def _word(items: Sequence[Token], index: int) -> str:
    """The folded word at an index without a possessive ending, "" outside the text."""
    return items[index].word.removesuffix("'s") if 0 <= index < len(items) else ""


_YEARS_JOINED = {"and": ("between",), "to": ("from",), "по": ("с",), "до": ("с", "от"), "и": ("между",)}
"""What joins the two years of a range, and what stands before the first then."""


# --- days, months and years as they stand


def _absolute(items: Sequence[Token], index: int, where: Setting, written: date | None) -> Found | None:
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
    return _figure(items, index, after, days) if days else None


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
    if _word(items, after) == "of":
        after += 1
    month = tables.MONTHS.get(_word(items, after), 0)
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
    if _word(items, index) in ("to", "until", "по", "до") or (
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
        return _figure(items, index, behind, _part(items, index, _month(year, month)))
    return _month_alone(items, index, month, written)


def _month_alone(items: Sequence[Token], index: int, month: int, written: date | None) -> Found | None:
    """A month without a year: of the year nearest to the day of writing."""
    word, before = items[index].word, _word(items, index - 1)
    if word in tables.DOUBTFUL_MONTHS and before not in tables.BEFORE_MONTH:
        return None
    if len(word) <= 3 and word not in ("may", "мая", "мае", "май"):
        return None
    if written is None:
        return _figure(items, index, index + 1, Interval(None, None, f"{month:02}"))
    shift = tables.SHIFTS.get(before)
    middles = [(year, date(year, month, 15)) for year in _years_about(written)]
    if shift == -1:
        middles = [pair for pair in middles if pair[1].replace(day=1) < written.replace(day=1)]
    elif shift == 1:
        middles = [pair for pair in middles if pair[1].replace(day=1) > written.replace(day=1)]
    nearest = min(middles, key=lambda pair: abs(pair[1] - written), default=None)
    if nearest is None:
        return None
    days = _month(nearest[0], month)
    resolved = Interval(days.first, days.last, resolved=True)
    first = index - 1 if shift is not None else index
    return _figure(items, first, index + 1, _part(items, index, resolved))


def _years_about(written: date) -> range:
    """The years around a day that the calendar has."""
    return range(max(written.year - 1, 1), min(written.year + 1, 9998) + 1)


def _month(year: int, month: int) -> Interval:
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
        return _figure(items, first, beyond, exact) if exact else None
    if not _days(2020, month, day, last):
        return None
    if written is None:
        key = f"{month:02}-{day:02}" + (f"/{last:02}" if last != day else "")
        return _figure(items, first, after, Interval(None, None, key))
    options = (_days(year, month, day, last) for year in _years_about(written))
    known = [(abs(option.first - written), option) for option in options if option and option.first]
    if not known:
        return None
    best = min(known, key=lambda pair: pair[0])[1]
    return _figure(items, first, after, Interval(best.first, best.last, resolved=True))


def _written_year(items: Sequence[Token], index: int) -> tuple[int, int]:
    """A year in four digits with "года" behind it, and the index behind; 0 where there is none."""
    if index >= len(items) or not _is_year(items[index]):
        return 0, index
    after = index + 1
    if _word(items, after) in tables.YEAR_WORDS:
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


def _year(items: Sequence[Token], index: int) -> Found | None:
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
    if _word(items, index - 1) in _YEARS_JOINED.get(_word(items, after), ()):
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
            return _figure(items, index, after + 2, Interval(date(year, 1, 1), date(year, 12, 31)))
        if items[after + 1].word in tables.DECADE_SUFFIXES:
            return None
        last, behind = _last_year(items, after + 1, year)
        after = behind if last > year else after
        last = max(last, year)
    days = Interval(date(year, 1, 1), date(last, 12, 31))
    return _figure(items, index, after, _part(items, index, days))


def _last_year(items: Sequence[Token], index: int, year: int) -> tuple[int, int]:
    """The last year of a range, in four digits or two ("2014–16")."""
    last, after = _written_year(items, index)
    if not last and items[index].number and len(items[index].raw) == 2 and items[index].raw.isdigit():
        last, after = year // 100 * 100 + int(items[index].raw), index + 1
    return last, after


def _reads_as_year(items: Sequence[Token], index: int, year: int) -> bool:
    """Whether four digits without "год" are a year, by the words around them."""
    before, following = _word(items, index - 1), _word(items, index + 1)
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


def _decade(items: Sequence[Token], index: int) -> Found | None:
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
    if _word(items, after) in tables.YEAR_WORDS:
        after += 1
    year = int(item.raw) + (1900 if short else 0)
    length = 99 if item.raw.endswith("00") and year < 2000 else 9
    days = Interval(date(year, 1, 1), date(year + length, 12, 31), approximate=False)
    return _figure(items, index, after, _part(items, index, days))


def _is_short_decade(items: Sequence[Token], index: int) -> bool:
    """Whether two digits are a decade of the last century: "the 90s", "в 90-х"."""
    raw, before = items[index].raw, _word(items, index - 1)
    if not items[index].number or len(raw) != 2 or raw[1] != "0" or raw < "20":
        return False
    return before in ("the", "в", "начале", "конце", "середине", "mid", "early", "late")


def _century(items: Sequence[Token], index: int) -> Found | None:
    """ "the 20th century", "21-й век"."""
    item, after = items[index], index + 1
    if not item.number or not item.raw.isdigit() or not 1 <= int(item.raw[:3]) <= 21 or len(item.raw) > 2:
        return None
    after += after < len(items) and items[after].raw in HYPHENS and items[after].glued
    if after + 1 >= len(items) or items[after].word not in ORDINAL_SUFFIXES or not items[after].glued:
        return None
    after += 1
    after += items[after].raw in HYPHENS and after + 1 < len(items)
    if DURATIONS.get(_word(items, after)) != "century":
        return None
    last = int(item.raw) * 100
    return _figure(items, index, after + 1, Interval(date(last - 99, 1, 1), date(last, 12, 31)))


def _part(items: Sequence[Token], index: int, days: Interval) -> Interval:
    """An interval, or the third of it that the word before names ("early", "mid-", "в конце")."""
    at = index - 1
    while at > index - 4 and at >= 0 and (items[at].raw in HYPHENS or items[at].word in ("of", "the", "in")):
        at -= 1
    part = tables.PARTS.get(_word(items, at))
    if part is None or days.first is None or days.last is None:
        return days
    third = (days.last - days.first).days / 3
    first = days.first + timedelta(days=round(part * third))
    last = days.first + timedelta(days=round((part + 1) * third))
    return Interval(first, last, resolved=days.resolved, approximate=True)


# --- what leads back to the day of writing


def _weekday(items: Sequence[Token], index: int, where: Setting, written: date | None) -> Found | None:
    """ "on Tuesday", "last Friday", "во вторник", and a date that follows the weekday."""
    first, shift = index, tables.SHIFTS.get(items[index].word)
    if shift is not None and index + 1 < len(items):
        index += 1
    day, after = _named_day(items, index)
    if day is None:
        return None
    behind = after + (after < len(items) and items[after].raw == ",")
    dated = _absolute(items, behind, where, written) if behind < len(items) else None
    if (dated and dated[0].high is not None) or (dated and "-" in dated[0].unit):
        figure = dated[0]
        start = items[index].start
        return Figure(
            figure.kind, start, figure.end, figure.low, figure.high, figure.unit, False, figure.resolved
        ), dated[1]
    key = tables.WEEKDAY_NAMES[day] + (f"{shift:+}" if shift else "")
    if written is None:
        return _figure(items, first, after, Interval(None, None, key))
    on = _weekday_date(day, shift, written, ahead=_ahead(items, first))
    return _figure(items, first, after, Interval(on, on, resolved=True))


def _named_day(items: Sequence[Token], index: int) -> tuple[int | None, int]:
    """A weekday's number from Monday, and the index behind it."""
    item, word = items[index], _word(items, index)
    if word in tables.WEEKDAYS and (item.capital or word[0] > "z"):
        return tables.WEEKDAYS[word], index + 1
    stopped = index + 1 < len(items) and items[index + 1].raw == "." and items[index + 1].glued
    if item.capital and stopped and item.word in tables.SHORT_WEEKDAYS:
        return tables.SHORT_WEEKDAYS[item.word], index + 2
    return None, index


def _ahead(items: Sequence[Token], index: int) -> bool:
    """Whether one of the words before says that what follows is to come."""
    return any(item.word in tables.FUTURE for item in items[max(0, index - 8) : index])


def _weekday_date(day: int, shift: int | None, written: date, *, ahead: bool) -> date:
    """The weekday last past (the day of writing counts), or the next where it is to come."""
    back = (written.weekday() - day) % 7
    if shift == 1 or (ahead and shift is None):
        return _moved(written, 7 - back if back else 7)
    return _moved(written, -(back or 7) if shift == -1 else -back)


def _moved(day: date, days: int) -> date:
    """A day so many days on, or the last the calendar has on that side."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _relative(items: Sequence[Token], index: int, written: date | None) -> Found | None:
    """ "yesterday", "this week", "last month", "next year", "на прошлой неделе"."""
    word, following = _word(items, index), _word(items, index + 1)
    if word in tables.DAYS or (word, following) in tables.DAYS_OF_TWO_WORDS:
        days = tables.DAYS.get(word)
        after = index + 1 if days is not None else index + 2
        shift = days if days is not None else tables.DAYS_OF_TWO_WORDS[word, following]
        on = _moved(written, shift) if written else None
        return _figure(items, index, after, Interval(on, on, f"day{shift:+}", resolved=on is not None))
    if word not in tables.SHIFTS or following not in tables.SPANS or _genitive_of_number(items, index):
        return None
    shift, span = tables.SHIFTS[word], tables.SPANS[following]
    if index + 2 < len(items) and items[index + 2].glued and items[index + 2].raw in HYPHENS:
        return None
    key = f"{span}{shift:+}"
    if written is None:
        return _figure(items, index, index + 2, Interval(None, None, key))
    first, last = _span(span, shift, written)
    days_of = _part(items, index, Interval(first, last, resolved=True))
    return _figure(items, index, index + 2, days_of)


def _genitive_of_number(items: Sequence[Token], index: int) -> bool:
    """Whether a number stands before: "last" of "the two last years" leads nowhere."""
    return index > 0 and items[index - 1].number


def _span(span: str, shift: int, written: date) -> tuple[date, date]:
    """First and last day of a week, weekend, month or year so many from that of the day of writing."""
    if span in ("week", "weekend"):
        monday = _moved(written, -written.weekday() + 7 * shift)
        if span == "week":
            return monday, _moved(monday, 6)
        return (_moved(monday, 5), _moved(monday, 6)) if shift else _this_weekend(written)
    if span == "month":
        months = min(max(written.year * 12 + written.month - 1 + shift, 12), 9998 * 12)
        days = _month(months // 12, months % 12 + 1)
        return days.first or written, days.last or written
    year = min(max(written.year + shift, 1), 9999)
    return date(year, 1, 1), date(year, 12, 31)


def _this_weekend(written: date) -> tuple[date, date]:
    """The weekend of the week, or on its first two days the one just past."""
    saturday = _moved(written, 5 - written.weekday() - (7 if written.weekday() < 2 else 0))
    return saturday, _moved(saturday, 1)


def _ago(items: Sequence[Token], index: int, where: Setting, written: date | None) -> Found | None:
    """ "two days ago", "a month ago", "три недели назад", "a year earlier" is not."""
    numeral = read_numeral(items, index, where)
    value, after = (numeral.value, numeral.next) if numeral and not numeral.vague else (1.0, index + 1)
    if numeral is None and items[index].word not in ("a", "an") and items[index].word not in DURATIONS:
        return None
    if numeral is None and items[index].word in DURATIONS:
        after = index
    span = DURATIONS.get(_word(items, after), "")
    if span not in _DAYS or _word(items, after + 1) not in ("ago", "назад"):
        return None
    key = f"{span}-{value:g}"
    if written is None or value * _DAYS[span] > written.toordinal():
        return _figure(items, index, after + 2, Interval(None, None, key))
    middle = _moved(written, -round(value * _DAYS[span]))
    slack = _AGO_SLACK[span]
    days = Interval(_moved(middle, -slack), _moved(middle, slack), resolved=True, approximate=slack > 0)
    return _figure(items, index, after + 2, days)
