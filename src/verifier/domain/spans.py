"""Spans to be found by the words they lie on, quickly however long the text and however they overlap.

Each span is kept in the smallest stretch of a power of two code points that holds it whole (the binning scheme of the
UCSC genome browser, Kent et al. 2002), so that a query looks into a few stretches of each size.
"""

from __future__ import annotations

_SMALLEST = 6
"""Stretches of fewer than 64 code points are not told apart: a sentence would be asked for in too many of them."""

Span = tuple[int, int, str]
"""Start, end (code points, half open) and the id of what has that span."""


class SpanIndex:
    """Spans that come and go. None of them is empty."""

    def __init__(self) -> None:
        self._sizes: dict[int, dict[int, set[Span]]] = {}

    def add(self, span: Span) -> None:
        """Take a span in."""
        size, place = _bin(span)
        self._sizes.setdefault(size, {}).setdefault(place, set()).add(span)

    def discard(self, span: Span) -> None:
        """Take a span out that is in."""
        size, place = _bin(span)
        bins = self._sizes[size]
        bins[place].discard(span)
        if not bins[place]:
            del bins[place]
        if not bins:
            del self._sizes[size]

    def over(self, start: int, end: int) -> list[Span]:
        """The spans that have a code point in common with this one, in no order."""
        found: list[Span] = []
        last = end - 1
        for size, bins in self._sizes.items():
            first, beyond = start >> size, (last >> size) + 1
            for place in (first,) if beyond == first + 1 else range(first, beyond):
                for span in bins.get(place, ()):  # mostly one: a list for each would take longer
                    if span[0] < end and start < span[1]:
                        found.append(span)
        return found


def _bin(span: Span) -> tuple[int, int]:
    """The size (a power of two) and the place of the smallest stretch that holds a span."""
    start, end, _ = span
    size = max((start ^ (end - 1)).bit_length(), _SMALLEST)
    return size, start >> size
