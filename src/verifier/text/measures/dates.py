"""Dates read from tokens, English and Russian, as intervals of days.

A day is its proleptic ordinal. Relative dates ("last week", "on Tuesday", "вчера") and days without a year are
resolved against the day of writing where that is known; else their bounds stay None, and the unit keeps what can be
compared all the same: "01-17" for a day without a year, "01" for a month, "tuesday", "week-1".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verifier.domain.comparing import Figure
from verifier.text.measures import date_words as tables
from verifier.text.measures.calendar_dates import (
    Found,
    Interval,
    figure_of,
    part_of,
    read_absolute,
    read_century,
    read_decade,
    read_year,
    whole_month,
    word_at,
)
from verifier.text.measures.marked import Token
from verifier.text.measures.numerals import HYPHENS, Setting, read_numeral
from verifier.text.measures.unit_words import DURATIONS

_AGO_SLACK = {"day": 0, "week": 3, "month": 15, "year": 183, "decade": 1826, "century": 18262}
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25, "decade": 3652.5, "century": 36525.0}


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
        or read_absolute(items, index, where, written)
        or read_year(items, index)
        or read_decade(items, index)
        or read_century(items, index)
        or _relative(items, index, written)
        or _ago(items, index, where, written)
    )


def _weekday(items: Sequence[Token], index: int, where: Setting, written: date | None) -> Found | None:
    """ "on Tuesday", "last Friday", "во вторник", and a date that follows the weekday."""
    first, shift = index, tables.SHIFTS.get(items[index].word)
    if shift is not None and index + 1 < len(items):
        index += 1
    day, after = _named_day(items, index)
    if day is None:
        return None
    behind = after + (after < len(items) and items[after].raw == ",")
    dated = read_absolute(items, behind, where, written) if behind < len(items) else None
    if (dated and dated[0].high is not None) or (dated and "-" in dated[0].unit):
        figure = dated[0]
        start = items[index].start
        return Figure(
            figure.kind, start, figure.end, figure.low, figure.high, figure.unit, False, figure.resolved
        ), dated[1]
    key = tables.WEEKDAY_NAMES[day] + (f"{shift:+}" if shift else "")
    if written is None:
        return figure_of(items, first, after, Interval(None, None, key))
    on = _weekday_date(day, shift, written, ahead=_ahead(items, first))
    return figure_of(items, first, after, Interval(on, on, resolved=True))


def _named_day(items: Sequence[Token], index: int) -> tuple[int | None, int]:
    """A weekday's number from Monday, and the index behind it."""
    item, word = items[index], word_at(items, index)
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
    word, following = word_at(items, index), word_at(items, index + 1)
    if word in tables.DAYS or (word, following) in tables.DAYS_OF_TWO_WORDS:
        days = tables.DAYS.get(word)
        after = index + 1 if days is not None else index + 2
        shift = days if days is not None else tables.DAYS_OF_TWO_WORDS[word, following]
        on = _moved(written, shift) if written else None
        return figure_of(items, index, after, Interval(on, on, f"day{shift:+}", resolved=on is not None))
    if word not in tables.SHIFTS or following not in tables.SPANS or _genitive_of_number(items, index):
        return None
    shift, span = tables.SHIFTS[word], tables.SPANS[following]
    if index + 2 < len(items) and items[index + 2].glued and items[index + 2].raw in HYPHENS:
        return None
    key = f"{span}{shift:+}"
    if written is None:
        return figure_of(items, index, index + 2, Interval(None, None, key))
    first, last = _span(span, shift, written)
    days_of = part_of(items, index, Interval(first, last, resolved=True))
    return figure_of(items, index, index + 2, days_of)


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
        days = whole_month(months // 12, months % 12 + 1)
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
    span = DURATIONS.get(word_at(items, after), "")
    if span not in _DAYS or word_at(items, after + 1) not in ("ago", "назад"):
        return None
    key = f"{span}-{value:g}"
    if written is None or value * _DAYS[span] > written.toordinal():
        return figure_of(items, index, after + 2, Interval(None, None, key))
    middle = _moved(written, -round(value * _DAYS[span]))
    slack = _AGO_SLACK[span]
    days = Interval(_moved(middle, -slack), _moved(middle, slack), resolved=True, approximate=slack > 0)
    return figure_of(items, index, after + 2, days)
