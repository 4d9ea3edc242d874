"""Which sentences of two accounts may speak of the same: ranked, with reasons, for a person to decide.

Nothing is taken for a link and no score hides a useful rank: for every sentence the best few of the other account,
and behind those that share telling words, where they are too few, some by weaker evidence. What is found depends on
these two accounts alone. Every sentence is compared with those that share something rare enough with it or stand at
about the same place, so the work grows with the length of the accounts and not with its square.
"""

from __future__ import annotations

import gc
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from heapq import heappop, heappush, nlargest

from verifier.compare.accounts import in_order
from verifier.compare.reasons import light_reasons, reasons
from verifier.compare.stems import Stemmed, stemmed
from verifier.compare.weak import Scores, weak
from verifier.compare.weights import Weighed, weigh
from verifier.domain.comparing import Account, Suggestion

MOST = 5
"""Suggestions kept for a sentence in each direction."""

_PROMISING = 60
"""So many sentences are looked at more closely where such features are shared too."""

_DIGITS = 9


class CancelledError(Exception):
    """The comparing was called off."""


def suggestions(
    one: Account, other: Account, *, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Suggestion, ...]:
    """The pairs of sentences of two accounts that may speak of the same, best first.

    Which of the two is given first makes no difference. ``cancelled`` is asked once a sentence. Raises CancelledError.
    """

    def check() -> None:
        if cancelled():
            raise CancelledError

    with _uncollected():
        return _suggestions(one, other, check)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Have no cycles looked for: hundreds of thousands of small values are made here, none of them in a cycle, and
    going through them again and again takes a quarter of the time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _suggestions(one: Account, other: Account, check: Callable[[], None]) -> tuple[Suggestion, ...]:
    first, second = (stemmed(account) for account in in_order(one, other))
    weighed = weigh(first, second)
    strong = _best(weighed, check)
    kept = strong | weak(first, second, strong, check)
    ranks_one, ranks_other = _ranks(kept, 0), _ranks(kept, 1)
    order = sorted(kept, key=lambda pair: (-_proposed(kept[pair], ranks_one[pair], ranks_other[pair]), pair))
    return tuple(
        _suggestion(
            first, second, weighed, pair, kept[pair], ranks_one[pair], ranks_other[pair], pair in strong
        )
        for pair in order
    )


def _best(weighed: Weighed, check: Callable[[], None]) -> Scores:
    """The best pairs of every sentence in each direction."""
    kept: Scores = {}
    heaps: list[list[tuple[float, int]]] = [[] for _ in weighed.scale_other]
    least = [0.0] * len(heaps)
    for at in range(len(weighed.scale_one)):
        check()
        scores = _scores(weighed, at)
        for score, turned in nlargest(MOST, scores):
            kept[at, -turned] = score
        for score, turned in scores:
            if score > least[-turned]:
                heap = heaps[-turned]
                heappush(heap, (score, -at))
                if len(heap) > MOST:
                    heappop(heap)
                if len(heap) == MOST:
                    least[-turned] = heap[0][0]
    for there, heap in enumerate(heaps):
        kept.update(((-at, there), score) for score, at in heap)
    return kept


def _scores(weighed: Weighed, at: int) -> list[tuple[float, int]]:
    """How alike a sentence of the first account is to those of the second it shares something with, these by their
    places turned negative, so that of equals the first is the greatest; where it shares something very common with
    many, to the most promising of them.
    """
    sums: dict[int, int] = defaultdict(int)
    for adds, places in weighed.shared[at]:
        for there in places:
            sums[there] += adds
    if weighed.common[at]:
        sums = _with_common(weighed, at, sums)
    scale, scales = weighed.scale_one[at], weighed.scale_other
    return [(total * (scale * scales[there]), -there) for there, total in sums.items()]


def _with_common(weighed: Weighed, at: int, sums: dict[int, int]) -> dict[int, int]:
    """The most promising sentences, with what very common features add. If these are all there is, the sentences at
    about the same place of the account are tried.
    """
    common, scales = weighed.common[at], weighed.scale_other
    chosen: Sequence[int]
    if sums:
        ranked = nlargest(_PROMISING, ((total * scales[there], -there) for there, total in sums.items()))
        chosen = [-turned for _promise, turned in ranked]
    else:
        places = min((places for _adds, places, _set in common), key=len)
        middle = bisect_left(places, at * len(scales) // len(weighed.scale_one))
        chosen = places[max(middle - _PROMISING // 2, 0) : middle + _PROMISING // 2]
    found = {there: sums.get(there, 0) for there in chosen}
    for adds, _places, having in common:
        for there in having.intersection(chosen):
            found[there] += adds
    return found


def _ranks(kept: Scores, side: int) -> dict[tuple[int, int], int]:
    """The rank of each pair among those of its sentence on one side, from 1; ties by the place in the text."""
    ranks: dict[tuple[int, int], int] = {}
    counted: dict[int, int] = defaultdict(int)
    for pair in sorted(kept, key=lambda pair: (-kept[pair], pair[1 - side])):
        counted[pair[side]] += 1
        ranks[pair] = counted[pair[side]]
    return ranks


def _proposed(score: float, rank_one: int, rank_other: int) -> float:
    """How strongly a pair is put forward: its likeness, less where a side has better ones."""
    return round(score * (1 / rank_one + 1 / rank_other) / 2, _DIGITS)


def _suggestion(
    first: Stemmed,
    second: Stemmed,
    weighed: Weighed,
    pair: tuple[int, int],
    score: float,
    rank_a: int,
    rank_b: int,
    strong: bool,
) -> Suggestion:
    a, b = pair
    return Suggestion(
        first.account.pieces[a].id,
        second.account.pieces[b].id,
        _proposed(score, rank_a, rank_b),
        strong and rank_a == rank_b == 1,
        rank_a,
        rank_b,
        reasons(first, a, second, b, weighed) if strong else light_reasons(first, a, second, b),
    )
