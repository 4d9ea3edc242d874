"""Whether two figures say the same, whatever the words: 12,000 and "двенадцать тысяч", 1.5 km and 1,500 m."""

from __future__ import annotations

from enum import StrEnum
from math import inf, isclose

from verifier.domain.comparing import Figure, FigureKind
from verifier.text.unit_words import METRIC, SECONDS

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

    A number whose thing counted is unknown or another overlaps where it is the same number, and is else not comparable.
    """
    if one.kind is FigureKind.DATE and other.kind is FigureKind.DATE:
        return _dates(one, other)
    if one.kind in _NUMBERS and other.kind in _NUMBERS:
        if one.kind is other.kind and one.unit == other.unit:
            return _within(one, other)
        return Agreement.OVERLAP if _within(one, other) is Agreement.SAME else Agreement.APART
    if one.kind is not other.kind or measure(one) != measure(other):
        return Agreement.APART
    return _within(one, other)


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
    if not open_one.unit[:2].isdigit() or known.low is None or known.low != known.high:
        return Agreement.APART
    return Agreement.OVERLAP if _month_day(known.low).startswith(open_one.unit) else Agreement.DIFFER


def _month_day(day: float) -> str:
    from datetime import date

    return date.fromordinal(int(day)).strftime("%m-%d")


def _keys(one: str, other: str) -> Agreement:
    """Two dates that cannot be placed: days of a month are the same or differ, weekdays may be of other weeks."""
    if one[:2].isdigit() and other[:2].isdigit():
        if one == other:
            return Agreement.SAME
        return Agreement.OVERLAP if one.startswith(other) or other.startswith(one) else Agreement.DIFFER
    return Agreement.OVERLAP if one == other else Agreement.APART
