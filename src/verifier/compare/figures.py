"""The figures of accounts, which of them two accounts both have, and which none of the others has."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import isfinite

from verifier.domain.comparing import Account, Figure, FigureKind
from verifier.text.figures import figures
from verifier.text.measures.agreement import Agreement, agree, bounds, measure

_NUMBERS = (FigureKind.NUMBER, FigureKind.COUNT)


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Figures of two accounts that say the same, or of which one leaves room for the other."""

    a: Figure
    b: Figure
    agreement: Agreement


def figures_of(account: Account) -> tuple[Figure, ...]:
    """The figures of the paragraphs that belong to an account, in order."""
    return tuple(
        figure
        for start, end in account.paragraphs
        for figure in figures(
            account.text, start, end, language=account.language, published=account.published
        )
    )


def shared_figures(one: Sequence[Figure], other: Sequence[Figure]) -> tuple[FigurePair, ...]:
    """For each figure of one text the first of the other that says the same, else the first that overlaps it."""
    shelf = FigureShelf(other)
    found = ((figure, shelf.best(figure)) for figure in one)
    return tuple(FigurePair(figure, best[0], best[1]) for figure, best in found if best)


class FigureShelf:
    """Figures sorted by what they can be compared with, so that the like of one is found without reading them all."""

    def __init__(self, kept: Iterable[Figure]) -> None:
        self._rows: dict[tuple[str, str], _Row] = {}
        self._by_bounds: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
        distinct = {
            (each.kind, each.low, each.high, each.unit, each.approximate): each for each in reversed([*kept])
        }
        groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in sorted(distinct.values(), key=lambda each: each.start):
            groups[_kind(figure)].append(figure)
            self._by_bounds[_rounded(figure)].append(figure)
        self._rows = {key: _Row(group) for key, group in groups.items()}

    def best(self, figure: Figure) -> tuple[Figure, Agreement] | None:
        """The figure that says the same as another, else one that overlaps it, with how it agrees; or None."""
        overlap: Figure | None = None
        for other in self._by_bounds.get(_rounded(figure), ()):
            agreement = agree(figure, other)
            if agreement is Agreement.SAME:
                return other, agreement
            if agreement is Agreement.OVERLAP and overlap is None:
                overlap = other
        rows = [self._rows[key] for key in _kinds(figure) if key in self._rows]
        meeting = (other for row in rows for other in row.meeting(figure))
        overlap = overlap or next((other for other in meeting if agree(figure, other) in _LIKE), None)
        return (overlap, agree(figure, overlap)) if overlap else None


_LIKE = (Agreement.SAME, Agreement.OVERLAP)


class _Row:
    """Figures of one kind and unit by their lower bound."""

    def __init__(self, group: Iterable[Figure]) -> None:
        self._figures = sorted(group, key=lambda each: bounds(each)[0])
        self._lows = [bounds(each)[0] for each in self._figures]
        self._reach = list(accumulate((bounds(each)[1] for each in self._figures), max))

    def meeting(self, figure: Figure) -> Iterator[Figure]:
        """The figures whose bounds may meet those of another, nearest below its upper bound first."""
        low, high = bounds(figure)
        slack = _SLACK * max(abs(low), abs(high)) if isfinite(low) and isfinite(high) else 0.0
        for at in range(bisect_right(self._lows, high + slack) - 1, -1, -1):
            if self._reach[at] < low - slack:
                return
            yield self._figures[at]


_SLACK = 0.01
"""Converted measures may meet though their bounds miss each other by so little, as a part of them."""


def _kind(figure: Figure) -> tuple[str, str]:
    """What a figure can be compared with; dates that could not be placed are kept apart."""
    if figure.kind is FigureKind.DATE:
        return "date", "" if figure.low is not None else "open"
    return figure.kind.value, measure(figure)


def _kinds(figure: Figure) -> Iterator[tuple[str, str]]:
    """The kinds a figure is looked up among."""
    if figure.kind is FigureKind.DATE:
        yield from (("date", ""), ("date", "open"))
    else:
        yield _kind(figure)


def _rounded(figure: Figure) -> tuple[object, ...]:
    """What figures that say the same have in common: for numbers that may count anything the bounds alone."""
    kind = "number" if figure.kind in _NUMBERS else _kind(figure)
    ends = (
        (figure.unit,)
        if _kind(figure) == ("date", "open")
        else tuple(float(f"{end:.4g}") for end in bounds(figure))
    )
    return (kind, *(bounds(figure) if figure.kind is FigureKind.DATE and figure.low is not None else ends))
