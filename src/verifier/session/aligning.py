"""Which parts of an earlier reading are parts of a new one: equal texts matched in order.

Anchors are the texts that stand once in both; their longest common order is kept, and the gaps between them are taken
in turn (the patience difference of Bram Cohen). So a long article costs about as much as it is long, and a phrase
that stands everywhere ties nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

_MOST_PAIRS = 4_000_000
"""In a gap where nothing stands once, the common order is looked for among at most so many pairs."""

_Gap = tuple[int, int, int, int]
"""A stretch of the old (from, to) and one of the new (from, to)."""


def aligned(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The index in ``new`` of each item of ``old`` that is found again, in order; equal texts alone are matched."""
    pairs: dict[int, int] = {}
    gaps: list[_Gap] = [(0, len(old), 0, len(new))]
    while gaps:
        gap = _trimmed(old, new, gaps.pop(), pairs)
        anchors = _anchors(old, new, gap)
        if anchors:
            pairs.update(anchors)
            gaps.extend(_between(gap, anchors))
        else:
            pairs.update(_common(old, new, gap))
    return dict(sorted(pairs.items()))


def _trimmed(old: Sequence[str], new: Sequence[str], gap: _Gap, pairs: dict[int, int]) -> _Gap:
    """The gap without what is equal at either end, which is paired."""
    a, b, c, d = gap
    while a < b and c < d and old[a] == new[c]:
        pairs[a] = c
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        pairs[b] = d
    return a, b, c, d


def _anchors(old: Sequence[str], new: Sequence[str], gap: _Gap) -> list[tuple[int, int]]:
    """The longest run of pairs, in the order of both, of texts that stand once in either stretch."""
    a, b, c, d = gap
    often_old, often_new = Counter(old[a:b]), Counter(new[c:d])
    places = {new[index]: index for index in range(c, d) if often_new[new[index]] == 1}
    once = [(index, places[old[index]]) for index in range(a, b) if _once(old[index], often_old, places)]
    return _rising(once)


def _once(text: str, often: Counter[str], places: dict[str, int]) -> bool:
    return often[text] == 1 and text in places


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second numbers rise."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        before.append(last[length - 1] if length else -1)
        if length == len(tails):
            tails.append(place)
            last.append(index)
        else:
            tails[length], last[length] = place, index
    found = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _between(gap: _Gap, anchors: list[tuple[int, int]]) -> Iterator[_Gap]:
    a, b, c, d = gap
    for old, new in [*anchors, (b, d)]:
        if a < old and c < new:
            yield a, old, c, new
        a, c = old + 1, new + 1


def _common(old: Sequence[str], new: Sequence[str], gap: _Gap) -> dict[int, int]:
    """The common order of a gap in which every text stands several times or on one side alone."""
    a, b, c, d = gap
    known = set(old[a:b]) & set(new[c:d])
    left = [index for index in range(a, b) if old[index] in known]
    right = [index for index in range(c, d) if new[index] in known]
    if not known or len(left) * len(right) > _MOST_PAIRS:
        return {}
    from rapidfuzz.distance import LCSseq

    pairs: dict[int, int] = {}
    for step in LCSseq.opcodes([old[index] for index in left], [new[index] for index in right]):
        if step.tag == "equal":
            source = left[step.src_start : step.src_end]
            pairs.update(zip(source, right[step.dest_start : step.dest_end], strict=True))
    return pairs
