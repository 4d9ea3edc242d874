"""Stems that look alike: "prosecutor" and "prosecution", one name spelt in two ways; and figures that are near.

Likeness is Dice's over the character 3-, 4- and 5-grams of the stems, their ends marked; n-grams that very many
stems have tell nothing and are passed over, which keeps the work linear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from functools import lru_cache
from itertools import chain, islice, takewhile
from sys import intern

LEAST = 0.5
"""The least likeness that counts."""

_SHORTEST = 4
"""Stems of fewer letters are alike by chance."""

_COMMON = 60
"""An n-gram of more stems than this tells nothing."""

_MET = 2
"""Stems with fewer 4-grams in common are not looked at."""

_CLOSEST = 4
"""So many of a stem's closest are kept."""

_NEAR = 0.85
"""Two figures are near when the smaller is at least so much of the greater."""

_AROUND = 20
"""So many of the figures near one are looked at."""

_LAST_SMALL = 12
_DIGITS_OF_A_YEAR = 4
_YEARS = (1800, 2100)


def kin(one: Collection[str], other: Collection[str]) -> dict[str, list[tuple[str, float]]]:
    """For each stem of the one text those of the other that look like it without being it, closest first, with the
    likeness (0 to 1). It is mutual: the closest few on both sides.
    """
    postings: dict[str, list[str]] = defaultdict(list)
    shapes = {stem: (grams(stem), len(stem)) for stem in filter(_long, other)}
    for stem in shapes:
        for gram in _inner(stem):
            postings[gram].append(stem)
    told = {gram: stems for gram, stems in postings.items() if len(stems) <= _COMMON}
    found = []
    for stem in filter(_long, one):
        met = [told[gram] for gram in _inner(stem) if gram in told]
        if len(met) < _MET:
            continue
        mine = grams(stem)
        length, size = len(stem), len(mine)
        for like, times in Counter(chain.from_iterable(met)).items():
            if times < _MET or like == stem:
                continue
            others, far = shapes[like]
            both = size + len(others)
            most = 2 * times + (length if length < far else far)  # 4- and 5-grams in common, and 3-grams
            if 2 * most >= LEAST * both:
                likeness = 2 * len(mine & others) / both
                if likeness >= LEAST:
                    found.append((-likeness, stem, like))
    return _closest(found)


@lru_cache(maxsize=50_000)
def _inner(stem: str) -> tuple[str, ...]:
    """The 4-grams of a stem, ends marked: stems with too few of them in common are no kin."""
    marked = f"^{stem}$"
    return tuple([intern(marked[at : at + 4]) for at in range(len(marked) - 3)])


def near(one: Collection[str], other: Collection[str]) -> dict[str, list[tuple[str, float]]]:
    """For each figure of the one text those of the other that are near it without being it: two reports of one thing
    seldom agree on a count. Figures up to twelve and years are near one another by chance and left out.
    """
    mine, theirs = (
        sorted((float(stem), stem) for stem in stems if _countable(stem)) for stems in (one, other)
    )
    found = []
    first = 0
    for value, stem in mine:
        while first < len(theirs) and theirs[first][0] < value * _NEAR:
            first += 1
        around = islice(theirs, first, first + _AROUND)
        for size, like in takewhile(lambda each: each[0] * _NEAR <= value, around):  # noqa: B023
            if size != value:
                found.append((-min(size, value) / max(size, value), stem, like))
    return _closest(found)


def _countable(stem: str) -> bool:
    """Whether a stem is a figure that can be near another: more than twelve, and no year."""
    if (
        not stem[0].isdecimal()
        or not stem.isascii()
        or stem.count(".") > 1
        or not stem.replace(".", "").isdecimal()
    ):
        return False
    value = float(stem)
    return value > _LAST_SMALL and not (len(stem) == _DIGITS_OF_A_YEAR and _YEARS[0] <= value < _YEARS[1])


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
    return frozenset(
        [intern(marked[at : at + size]) for size in (3, 4, 5) for at in range(len(marked) - size + 1)]
    )
