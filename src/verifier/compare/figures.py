"""The figures of accounts, which of them two accounts both have, and which none of the others has."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.domain.comparing import Account, Figure, FigureKind
from verifier.text.agreement import Agreement, agree, bounds, measure
from verifier.text.figures import figures

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
        self._by_kind: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        self._by_value: dict[tuple[float, float], list[Figure]] = defaultdict(list)
        for figure in kept:
            self._by_kind[_kind(figure)].append(figure)
            if figure.kind in _NUMBERS:
                self._by_value[bounds(figure)].append(figure)
        for row in self._by_kind.values():
            row.sort(key=lambda figure: bounds(figure)[0])
        self._lows = {key: [bounds(figure)[0] for figure in row] for key, row in self._by_kind.items()}

    def best(self, figure: Figure) -> tuple[Figure, Agreement] | None:
        """The figure that says the same as another, else one that overlaps it, with how it agrees; or None."""
        overlap: Figure | None = None
        for other in self._candidates(figure):
            agreement = agree(figure, other)
            if agreement is Agreement.SAME:
                return other, agreement
            if agreement is Agreement.OVERLAP and overlap is None:
                overlap = other
        return (overlap, Agreement.OVERLAP) if overlap else None

    def _candidates(self, figure: Figure) -> Iterable[Figure]:
        """The figures that may agree with one, nearest below it first."""
        key = _kind(figure)
        row = self._by_kind.get(key, [])
        if figure.kind is FigureKind.DATE:
            yield from row
        else:
            behind = bisect_right(self._lows.get(key, []), bounds(figure)[1])
            yield from reversed(row[:behind])
        if figure.kind in _NUMBERS:
            yield from self._by_value.get(bounds(figure), [])


def _kind(figure: Figure) -> tuple[str, str]:
    """What a figure can be compared with."""
    return figure.kind.value, "" if figure.kind is FigureKind.DATE else measure(figure)
