"""Spans to be found by the words they lie on, quickly however long the text and however they overlap.

Each span is kept in the smallest stretch of a power of two code points that holds it whole (the binning scheme of the
UCSC genome browser, Kent et al. 2002), so that a query looks into a few stretches of each size.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

_SMALLEST = 6
"""Stretches of fewer than 64 code points are not told apart: a sentence would be asked for in too many of them."""

Span = tuple[int, int, str]
"""Start, end (code points, half open) and the id of what has that span."""


class SpanIndex:
    """Spans that come and go. None of them is empty."""

    def __init__(self) -> None:
        self._bins: dict[tuple[int, int], set[Span]] = defaultdict(set)
        self._sizes: Counter[int] = Counter()

    def add(self, span: Span) -> None:
        """Take a span in."""
        size, place = _bin(span)
        self._bins[size, place].add(span)
        self._sizes[size] += 1

    def discard(self, span: Span) -> None:
        """Take a span out that is in."""
        size, place = _bin(span)
        self._bins[size, place].discard(span)
        if not self._bins[size, place]:
            del self._bins[size, place]
        self._sizes[size] -= 1
        if not self._sizes[size]:
            del self._sizes[size]

    def over(self, start: int, end: int) -> Iterator[Span]:
        """The spans that have a code point in common with this one, in no order."""
        for size in self._sizes:
            for place in range(start >> size, ((end - 1) >> size) + 1):
                for span in self._bins.get((size, place), ()):
                    if span[0] < end and start < span[1]:
                        yield span


def _bin(span: Span) -> tuple[int, int]:
    """The size (a power of two) and the place of the smallest stretch that holds a span."""
    start, end, _ = span
    size = max((start ^ (end - 1)).bit_length(), _SMALLEST)
    return size, start >> size
