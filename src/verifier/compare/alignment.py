"""Which sentences of two accounts may speak of the same: ranked, with reasons, for a person to decide.

Nothing is taken for a link and no score hides a useful rank: for every sentence the best few of the other account,
and behind those that share telling words, where they are too few, some by weaker evidence. What is found depends on
these two accounts alone. Every sentence is compared with those that share something rare enough with it or stand at
about the same place, so the work grows with the length of the accounts and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from heapq import heappop, heappush

from verifier.compare.accounts import in_order
from verifier.compare.reasons import light_reasons, reasons
from verifier.compare.stems import Stemmed, stemmed
from verifier.compare.weak import Scores, weak
from verifier.compare.weights import Feature, Weighed, weigh
from verifier.domain.comparing import Account, Suggestion

MOST = 5
"""Suggestions kept for a sentence in each direction."""

_COMMON = 250
"""A feature of more sentences than this leads to no candidates: it tells little, and would cost the most."""

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
    first, second = (stemmed(account) for account in in_order(one, other))
    weighed = weigh(first, second)

    def check() -> None:
        if cancelled():
            raise CancelledError

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
    for at in range(len(weighed.mine)):
        check()
        scores = _scores(weighed, at)
        kept.update(((at, there), scores[there]) for there in _first(scores))
        for there, score in scores.items():
            if score > least[there]:
                heap = heaps[there]
                heappush(heap, (score, -at))
                if len(heap) > MOST:
                    heappop(heap)
                if len(heap) == MOST:
                    least[there] = heap[0][0]
    for there, heap in enumerate(heaps):
        kept.update(((-at, there), score) for score, at in heap)
    return kept


def _first(scores: dict[int, float]) -> list[int]:
    """The sentences with the best scores; of equals those that stand first."""
    if len(scores) > MOST:
        least = sorted(scores.values())[-MOST]
        scores = {there: score for there, score in scores.items() if score >= least}
    return sorted(scores, key=lambda there: (-scores[there], there))[:MOST]


def _scores(weighed: Weighed, at: int) -> dict[int, float]:
    """How alike a sentence of the first account is to those of the second it shares something with; where it shares
    something very common with many, to the most promising of them.
    """
    sums: dict[int, int] = defaultdict(int)
    common: list[Feature] = []
    theirs, worth = weighed.theirs, weighed.worth
    for feature in weighed.mine[at]:
        places = theirs.get(feature, ())
        if len(places) > _COMMON:
            common.append(feature)
            continue
        adds = worth[feature]
        for there in places:
            sums[there] += adds
        for like, adds in weighed.alike.get(feature, ()) if isinstance(feature, str) else ():
            places = theirs[like]
            if len(places) <= _COMMON:
                for there in places:
                    sums[there] += adds
    if common:
        sums = _with_common(weighed, at, sums, common)
    scale, scales = weighed.scale_one[at], weighed.scale_other
    return {there: total * (scale * scales[there]) for there, total in sums.items()}


def _with_common(weighed: Weighed, at: int, sums: dict[int, int], common: list[Feature]) -> dict[int, int]:
    """The most promising sentences, with what very common features add. If these are all there is, the sentences at
    about the same place of the account are tried.
    """
    scales = weighed.scale_other
    if sums:
        chosen = sorted(sums, key=lambda there: sums[there] * scales[there], reverse=True)[:_PROMISING]
    else:
        places = weighed.theirs[min(common, key=lambda feature: len(weighed.theirs[feature]))]
        middle = bisect_left(places, at * len(scales) // len(weighed.mine))
        chosen = places[max(middle - _PROMISING // 2, 0) : middle + _PROMISING // 2]
    found = {there: sums.get(there, 0) for there in chosen}
    for feature in common:
        places, adds = weighed.theirs[feature], weighed.worth[feature]
        for there in chosen:
            index = bisect_left(places, there)
            if index < len(places) and places[index] == there:
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
