"""What the sentences of two accounts share, and what it weighs inside this pair of accounts and nowhere else.

A stem or a pair of neighbouring stems weighs ``log((N + 1) / df) / log(N + 1)``: N sentences in both accounts, df of
them with the stem. In one story the protagonists are in every sentence, so rarity counts inside the story. Phrases
the two repeat are damped; figures, names and stretches of the same words count extra.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log, sqrt

from verifier.compare.kin import kin
from verifier.compare.stems import Stemmed
from verifier.text.words import Word

Feature = str | tuple[str, ...]
"""A stem, two neighbouring stems, or four words in a row."""

RUN = 4
"""Words in a row that make a stretch of the same words."""

_TELLING = 2
"""So many of them, at least, are no stop words."""

_FIGURE = 1.5
_NAME = 1.2
_PAIR = 0.6
_STRETCH = 0.6
_QUOTED = 1.2
_KIN = 0.5
_SHORT = 2.0
"""Added to the square of a sentence's length: two words in common are less in a sentence of three than it seems."""

_REPEATED = 3
"""A phrase that stands so often in the two accounts is damped."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair of accounts weighed. ``worth`` is what a feature adds where two sentences share it; ``mine`` has the
    features of each sentence of the first account that the second has too, or something like them; ``theirs`` has
    the sentences of the second with a feature, in order; ``alike`` leads from stems of the first to those of the
    second that look like them, with what that adds; the scales are the inverse lengths of the sentences as vectors.
    """

    worth: dict[Feature, float]
    mine: list[list[Feature]]
    theirs: dict[Feature, list[int]]
    alike: dict[Feature, list[tuple[str, float]]]
    scale_one: list[float]
    scale_other: list[float]


def weigh(one: Stemmed, other: Stemmed) -> Weighed:
    """What the sentences of two accounts share, and what it weighs."""
    of_one = [_features(stems) for stems in one.content]
    of_other = [_features(stems) for stems in other.content]
    counts = Counter(chain.from_iterable(chain(of_one, of_other)))
    worth = _worth(counts, len(of_one) + len(of_other), one.names | other.names)
    scale_one, scale_other = ([_scale(each, worth) for each in features] for features in (of_one, of_other))
    alike = _alike(one, other, worth)
    _add_stretches(of_one, of_other, one, other, worth)
    theirs: dict[Feature, list[int]] = defaultdict(list)
    for index, features in enumerate(of_other):
        for feature in features:
            theirs[feature].append(index)
    mine = [[feature for feature in each if feature in theirs or feature in alike] for each in of_one]
    return Weighed(worth, mine, dict(theirs), alike, scale_one, scale_other)


def _features(stems: Sequence[str]) -> list[Feature]:
    """The stems of a sentence and the pairs of neighbours, each once, in order."""
    return list(dict.fromkeys(chain(stems, pairwise(stems))))


def _worth(counts: Counter[Feature], total: int, names: frozenset[str]) -> dict[Feature, float]:
    """What each stem and pair of neighbours adds: the square of its weight."""
    whole = log(total + 1)
    by_count = {df: (log((total + 1) / df) / whole) ** 2 for df in set(counts.values())}
    worth = {}
    for feature, df in counts.items():
        square = by_count[df]
        if isinstance(feature, tuple):
            square *= _PAIR if df < _REPEATED else _PAIR * (_REPEATED - 1) / df
        elif feature[0].isdecimal():
            square *= _FIGURE
        elif feature in names:
            square *= _NAME
        worth[feature] = square
    return worth


def _scale(features: Iterable[Feature], worth: dict[Feature, float]) -> float:
    """One by the length of a sentence as a vector."""
    return 1 / sqrt(_SHORT + sum(map(worth.__getitem__, features)))


def _alike(
    one: Stemmed, other: Stemmed, worth: dict[Feature, float]
) -> dict[Feature, list[tuple[str, float]]]:
    """What stems that look like one another add."""
    stems_one, stems_other = (frozenset(chain.from_iterable(each.content)) for each in (one, other))
    return {
        stem: [(like, _KIN * likeness * sqrt(worth[stem] * worth[like])) for like, likeness in likes]
        for stem, likes in kin(stems_one, stems_other).items()
    }


def _add_stretches(
    of_one: list[list[Feature]],
    of_other: list[list[Feature]],
    one: Stemmed,
    other: Stemmed,
    worth: dict[Feature, float],
) -> None:
    """Give the sentences the stretches of the same words that both accounts have, and these their worth."""
    mine = [stretches(sentence) for sentence in one.sentences]
    theirs = [stretches(sentence) for sentence in other.sentences]
    shared = set(chain.from_iterable(mine)).intersection(chain.from_iterable(theirs))
    if not shared:
        return
    quoted = _quoted(one, mine, shared) | _quoted(other, theirs, shared)
    counts = Counter(run for runs in chain(mine, theirs) for run in runs if run in shared)
    for run in shared:
        damped = 1.0 if counts[run] < _REPEATED else (_REPEATED - 1) / counts[run]
        worth[run] = damped * (_QUOTED if run in quoted else _STRETCH)
    for features, runs in chain(zip(of_one, mine, strict=True), zip(of_other, theirs, strict=True)):
        features.extend(run for run in runs if run in shared)


def stretches(sentence: Sequence[Word]) -> dict[tuple[str, ...], int]:
    """Every four words in a row that are not mostly stop words, and where the first of them begins, in code points."""
    found: dict[tuple[str, ...], int] = {}
    for at in range(len(sentence) - RUN + 1):
        run = sentence[at : at + RUN]
        if sum(word.stop for word in run) <= RUN - _TELLING:
            found.setdefault(tuple(word.form for word in run), run[0].start)
    return found


def _quoted(
    account: Stemmed, runs: Iterable[dict[tuple[str, ...], int]], shared: set[tuple[str, ...]]
) -> set[tuple[str, ...]]:
    """The shared stretches that an account has between quotation marks."""
    return {run for each in runs for run, place in each.items() if run in shared and account.is_quoted(place)}
