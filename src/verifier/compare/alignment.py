"""Which sentences of two accounts may speak of the same: ranked, with reasons, for a person to decide.

Nothing is taken for a link and no score hides a useful rank: for every sentence the best few of the other account,
and behind those that share telling words, where they are too few, some by weaker evidence. What is found depends on
these two accounts alone. Every sentence is compared with those that share something rare enough with it or stand at
about the same place, so the work grows with the length of the accounts and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from heapq import heappush, heappushpop
from itertools import compress
from operator import mul

from verifier.compare.accounts import in_order
from verifier.compare.reasons import Reasons, light_reasons
from verifier.compare.stems import stemmed
from verifier.compare.weak import Scores, weak
from verifier.compare.weights import Weighed, weigh
from verifier.domain.comparing import Account, Suggestion
from verifier.domain.making import no_collection

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

    with no_collection():
        return _suggestions(one, other, check)


def _suggestions(one: Account, other: Account, check: Callable[[], None]) -> tuple[Suggestion, ...]:
    first, second = (stemmed(account) for account in in_order(one, other))
    weighed = weigh(first, second)
    strong = _best(weighed, check)
    kept = strong | weak(first, second, strong, check)
    ranks_one, ranks_other = _ranks(kept, 0), _ranks(kept, 1)
    ranked = sorted(
        [(-_proposed(score, ranks_one[pair], ranks_other[pair]), pair) for pair, score in kept.items()]
    )
    reasons = Reasons(first, second, weighed)
    ids, others = ([piece.id for piece in each.account.pieces] for each in (first, second))
    found = []
    for turned, (a, b) in ranked:
        rank_a, rank_b, is_strong = ranks_one[a, b], ranks_other[a, b], (a, b) in strong
        why = reasons.of(a, b) if is_strong else light_reasons(first, a, second, b)
        mutual = is_strong and rank_a == rank_b == 1
        found.append(Suggestion(ids[a], others[b], -turned, mutual, rank_a, rank_b, why))
    return tuple(found)


def _best(weighed: Weighed, check: Callable[[], None]) -> Scores:
    """The best pairs of every sentence in each direction."""
    kept: Scores = {}
    scales = weighed.scale_other
    heaps: list[list[tuple[float, int]]] = [[] for _ in scales]
    least = [0.0] * len(heaps)
    for at, scale in enumerate(weighed.scale_one):
        check()
        best: list[tuple[float, int]] = []
        lowest = 0.0
        added, chosen = _shared(weighed, at)
        for there in chosen:
            score = added[there] * (scale * scales[there])
            if score >= lowest:
                lowest = _keep(best, (score, -there))
            if score > least[there]:
                least[there] = _keep(heaps[there], (score, -at))
        for score, turned in best:
            kept[at, -turned] = score
    for there, heap in enumerate(heaps):
        kept.update(((-at, there), score) for score, at in heap)
    return kept


def _keep(best: list[tuple[float, int]], found: tuple[float, int]) -> float:
    """Put a score and a place turned negative (so that of equals the first is the greatest) among the best few.
    What a score must reach to be one of them is returned.
    """
    if len(best) < MOST:
        heappush(best, found)
        return best[0][0] if len(best) == MOST else 0.0
    heappushpop(best, found)
    return best[0][0]


def _shared(weighed: Weighed, at: int) -> tuple[list[int], Collection[int]]:
    """What a sentence of the first account shares with each of the second, added up, and those to look at: all it
    shares something with; where it shares something very common with many, the most promising of them.
    """
    added = [0] * len(weighed.scale_other)
    for adds, places in weighed.shared[at]:
        for there in places:
            added[there] += adds
    chosen: Collection[int] = list(compress(range(len(added)), added))
    common = weighed.common[at]
    if common:
        chosen = _promising(added, chosen, weighed.scale_other) if chosen else _at_its_place(weighed, at)
    for adds, _places, having in common:
        for there in having.intersection(chosen):
            added[there] += adds
    return added, chosen


def _promising(added: list[int], places: Collection[int], scales: Sequence[float]) -> Collection[int]:
    """The sentences of the second account that share most with one; of equals the first."""
    if len(places) <= _PROMISING:
        return places
    promises = list(map(mul, map(added.__getitem__, places), map(scales.__getitem__, places)))
    least = sorted(promises, reverse=True)[_PROMISING - 1]
    chosen = list(compress(places, map(least.__le__, promises)))
    if len(chosen) > _PROMISING:
        chosen.sort(key=lambda there: (-added[there] * scales[there], there))
    return chosen[:_PROMISING]


def _at_its_place(weighed: Weighed, at: int) -> Collection[int]:
    """The sentences of the second account that share something very common with one, at about its place."""
    places = min((places for _adds, places, _set in weighed.common[at]), key=len)
    middle = bisect_left(places, at * len(weighed.scale_other) // len(weighed.scale_one))
    return places[max(middle - _PROMISING // 2, 0) : middle + _PROMISING // 2]


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
