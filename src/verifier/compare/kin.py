"""Stems that look alike: "prosecutor" and "prosecution", one name spelt in two ways.

Likeness is Dice's over the character 3-, 4- and 5-grams of the stems, their ends marked; n-grams that very many
stems have tell nothing and are passed over, which keeps the work linear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from functools import lru_cache

LEAST = 0.4
"""The least likeness that counts."""

_SHORTEST = 4
"""Stems of fewer letters are alike by chance."""

_COMMON = 150
"""An n-gram of more stems than this tells nothing."""

_CLOSEST = 4
"""So many of a stem's closest are kept."""


def kin(one: Collection[str], other: Collection[str]) -> dict[str, list[tuple[str, float]]]:
    """For each stem of the one text those of the other that look like it without being it, closest first, with the
    likeness (0 to 1). It is mutual: the closest few on both sides.
    """
    postings: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(filter(_long, other)):
        for gram in grams(stem):
            postings[gram].append(stem)
    found = []
    for stem in sorted(filter(_long, one)):
        shared: Counter[str] = Counter()
        for gram in grams(stem):
            alike = postings.get(gram)
            if alike is not None and len(alike) <= _COMMON:
                shared.update(alike)
        for like, count in shared.items():
            likeness = 2 * count / (len(grams(stem)) + len(grams(like)))
            if likeness >= LEAST and like != stem:
                found.append((-likeness, stem, like))
    return _closest(found)


def _closest(found: list[tuple[float, str, str]]) -> dict[str, list[tuple[str, float]]]:
    """The pairs that are among the closest few of both their stems."""
    times_one: Counter[str] = Counter()
    times_other: Counter[str] = Counter()
    result: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for likeness, stem, like in sorted(found):
        times_one[stem] += 1
        times_other[like] += 1
        if times_one[stem] <= _CLOSEST and times_other[like] <= _CLOSEST:
            result[stem].append((like, -likeness))
    return dict(result)


def _long(stem: str) -> bool:
    return len(stem) >= _SHORTEST and stem.isalpha()


@lru_cache(maxsize=50_000)
def grams(stem: str) -> frozenset[str]:
    """The character 3-, 4- and 5-grams of a stem with its ends marked."""
    marked = f"^{stem}$"
    return frozenset(marked[at : at + size] for size in (3, 4, 5) for at in range(len(marked) - size + 1))
