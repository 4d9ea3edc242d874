"""Whether two figures say the same, whatever the words: 12,000 and "двенадцать тысяч", 1.5 km and 1,500 m."""

from __future__ import annotations

from enum import StrEnum
from math import inf, isclose

from verifier.domain.comparing import Figure, FigureKind
from verifier.text.measures.unit_words import METRIC, SECONDS

_NUMBERS = (FigureKind.NUMBER, FigureKind.COUNT)
_ROUNDING = 1e-6
_CONVERTED = 5e-3
"""How far two figures may be apart, as a part of them: written alike, and converted from one measure into another."""


class Agreement(StrEnum):
    """How two figures stand to each other."""

    SAME = "same"
    OVERLAP = "overlap"
    DIFFER = "differ"
    APART = "not comparable"


def agree(one: Figure, other: Figure) -> Agreement:
    """How two figures stand to each other: of one kind and unit the bounds tell, else they are not comparable.

    A number whose thing counted is unknown or another overlaps where it is the same number, and is else not comparable;
    where neither says what it counts, an open end ("over forty") is too wide to leave room for any other (9,400).
    """
    if one.kind is FigureKind.DATE and other.kind is FigureKind.DATE:
        return _dates(one, other)
    if one.kind in _NUMBERS and other.kind in _NUMBERS:
        found = _within(one, other)
        if one.kind is not other.kind or one.unit != other.unit:
            return Agreement.OVERLAP if found is Agreement.SAME else Agreement.APART
        too_wide = not one.unit and (_is_open(one) or _is_open(other))
        return Agreement.APART if too_wide and found is Agreement.OVERLAP else found
    if one.kind is not other.kind or measure(one) != measure(other):
        return Agreement.APART
    return _within(one, other)


def _is_open(figure: Figure) -> bool:
    return figure.low is None or figure.high is None


def measure(figure: Figure) -> str:
    """The unit a figure is compared in."""
    if figure.kind is FigureKind.MEASURE:
        return METRIC.get(figure.unit, (figure.unit, 1.0))[0]
    return "second" if figure.unit in SECONDS else figure.unit


def scale(figure: Figure) -> float:
    """How many of the unit a figure is compared in its own unit has."""
    if figure.kind is FigureKind.MEASURE:
        return METRIC.get(figure.unit, (figure.unit, 1.0))[1]
    return SECONDS.get(figure.unit, 1.0) if figure.kind in (FigureKind.DURATION, FigureKind.AGE) else 1.0


def bounds(figure: Figure) -> tuple[float, float]:
    """The bounds of a figure in the unit it is compared in; open ones are infinite."""
    low = -inf if figure.low is None else figure.low * scale(figure)
    return low, inf if figure.high is None else figure.high * scale(figure)


def _within(one: Figure, other: Figure) -> Agreement:
    """What the bounds of two comparable figures tell."""
    (low, high), (least, most) = bounds(one), bounds(other)
    slack = _ROUNDING if one.unit == other.unit else _CONVERTED
    ends_meet = _near(low, least, slack) and _near(high, most, slack)
    if ends_meet:
        return Agreement.SAME if one.approximate == other.approximate else Agreement.OVERLAP
    if one.kind is FigureKind.SCORE:
        return Agreement.DIFFER
    return Agreement.OVERLAP if low <= most and least <= high else Agreement.DIFFER


def _near(one: float, other: float, slack: float) -> bool:
    return one == other or isclose(one, other, rel_tol=slack)


def _dates(one: Figure, other: Figure) -> Agreement:
    """Two dates; those without a year are compared by day and month, other relative ones hardly."""
    if one.low is not None and other.low is not None:
        return _within(one, other)
    if one.low is None and other.low is None:
        return _keys(one.unit, other.unit)
    known, open_one = (one, other) if one.low is not None else (other, one)
    key = _month_day(known)
    if not open_one.unit[:2].isdigit() or not key:
        return Agreement.APART
    leaves_room = key.startswith(open_one.unit) or open_one.unit.startswith(key)
    return Agreement.OVERLAP if leaves_room else Agreement.DIFFER


def _month_day(known: Figure) -> str:
    """The month and day of a date that is placed, the month alone where it is all it tells, "" where it is wider."""
    from datetime import date

    if known.low is None or known.high is None:
        return ""
    first, last = date.fromordinal(int(known.low)), date.fromordinal(int(known.high))
    if first == last:
        return f"{first:%m-%d}"
    return f"{first:%m}" if (first.year, first.month) == (last.year, last.month) else ""


def _keys(one: str, other: str) -> Agreement:
    """Two dates that cannot be placed: days of a month are the same or differ, weekdays may be of other weeks."""
    if one[:2].isdigit() and other[:2].isdigit():
        if one == other:
            return Agreement.SAME
        return Agreement.OVERLAP if one.startswith(other) or other.startswith(one) else Agreement.DIFFER
    return Agreement.OVERLAP if one == other else Agreement.APART
