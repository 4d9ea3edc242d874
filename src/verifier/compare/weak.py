"""What a sentence falls back on where it shares too little with any other to be suggested for that.

Two accounts in quite different words still have light words and pieces of words in common, and tell things in an
order that is not wholly different. That is weak evidence: it fills the few places a sentence has left, behind
whatever else was found, and proposes nothing as mutual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from math import sqrt

from verifier.compare.stems import Stemmed

FILLED = 3
"""Weak evidence fills up so many suggestions of a sentence: those that have a key."""

_BEHIND = 0.1
"""Weak evidence counts at the most so much of the least that was found otherwise."""

_AROUND = 60
"""So many sentences at about the same place of the other account are looked at."""

_GRAM = 4
"""Characters of the pieces that are compared, spaces between words included."""

Forms = tuple[str, ...]

Scores = dict[tuple[int, int], float]
"""How alike two sentences are, by their places in the first and in the second account."""


def weak(one: Stemmed, other: Stemmed, strong: Scores, check: Callable[[], None]) -> Scores:
    """Pairs that fill up what the sentences have, all behind the strong ones. None where there are no strong ones at
    all: such accounts have nothing to do with one another. ``check`` is called once a sentence and may raise.
    """
    if not strong:
        return {}
    behind = _BEHIND * min(strong.values())
    found = {
        (at, there): behind * alike
        for at, there, alike in _filling(one.forms, other.forms, strong.keys(), check)
    }
    turned = {(there, at) for at, there in strong}
    for there, at, alike in _filling(other.forms, one.forms, turned, check):
        found[at, there] = behind * alike
    return found


def _filling(
    forms: Sequence[Forms],
    others: Sequence[Forms],
    strong: Collection[tuple[int, int]],
    check: Callable[[], None],
) -> Iterator[tuple[int, int, float]]:
    """For each sentence that has too few suggestions the most alike of the other account, with the likeness (0 to 1):
    the pieces of words both have, less the further apart their places in the accounts are.
    """
    had = Counter(at for at, _there in strong)
    for at, mine in enumerate(forms):
        check()
        if had[at] >= FILLED or not mine:
            continue
        found = []
        for there in _around(at, len(forms), len(others)):
            theirs = others[there]
            if (at, there) in strong or frozenset(mine).isdisjoint(theirs):
                continue
            apart = abs((2 * at + 1) / (2 * len(forms)) - (2 * there + 1) / (2 * len(others)))
            found.append((-_alike(mine, theirs) * (1 - apart), there))
        for likeness, there in sorted(found)[: FILLED - had[at]]:
            if likeness:
                yield at, there, -likeness


def _around(at: int, count: int, others: int) -> range:
    """The places around the one of the other account that corresponds to a place."""
    middle = (2 * at + 1) * others // (2 * count)
    first = max(min(middle - _AROUND // 2, others - _AROUND), 0)
    return range(first, min(first + _AROUND, others))


def _alike(mine: Forms, theirs: Forms) -> float:
    """How many pieces two sentences have in common, by the mean length of both."""
    grams, others = _grams(mine), _grams(theirs)
    return len(grams & others) / sqrt(len(grams) * len(others) or 1)


@lru_cache(maxsize=1_000)
def _grams(forms: Forms) -> frozenset[str]:
    """The pieces of a sentence."""
    joined = " ".join(("", *forms, ""))
    return frozenset(joined[at : at + _GRAM] for at in range(len(joined) - _GRAM + 1))
