"""What the sentences of two accounts share, and what it weighs inside this pair of accounts and nowhere else.

A stem or a pair of neighbouring stems weighs ``log((N + 1) / df) / log(N + 1)``: N sentences in both accounts, df of
them with the stem. In one story the protagonists are in every sentence, so rarity counts inside the story. Phrases
the two repeat are damped; figures, names and stretches of the same words count extra.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt

from verifier.compare.kin import kin, near
from verifier.compare.stems import Feature, Run, Stemmed, runs
from verifier.text.words import light_stems, near_stems

_MILLION = 1_000_000

_TELLING = 2
"""So many of them, when they are no stop words, make it weigh in full; one is needed."""

_FIGURE = 1.5
_SMALL_FIGURE = 0.7
_NAME = 0.6
_LIGHT = 0.3
_PAIR = 0.3
_STRETCH = 0.6
_QUOTED = 1.2
_KIN = 0.7
_MEANT = 1.0
"""The likeness of words that are used for one another."""

_SHORT = 6.0
"""Added to the square of a sentence's length: two words in common are less in a sentence of three than it seems."""

_SMALL = frozenset(map(str, range(13)))
"""Figures that turn up anywhere."""

_REPEATED = 3
"""A phrase that stands so often in the two accounts is damped."""


Shared = tuple[int, Sequence[int]]
"""What something in a sentence of the first account adds, and the sentences of the second it adds it to, in order."""

Common = tuple[int, Sequence[int], frozenset[int]]
"""The same for what very many have, with the sentences once more as a set."""

COMMON = 120
"""What more sentences share than this leads to no candidates: it tells little, and would cost the most."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair of accounts weighed. ``worth`` is what a feature adds where two sentences share it; ``shared`` has for
    each sentence of the first account what it shares with the second, but for what more than ``COMMON`` of these
    have: that is in ``common``; ``alike`` leads from stems of the first to
    those of the second that look like them, with what that adds; the runs are the stretches of the same words each
    sentence has; the scales are the inverse lengths of the sentences as vectors. What is added is in millionths: of
    whole numbers the order of adding makes no difference.
    """

    worth: dict[Feature, int]
    shared: list[list[Shared]]
    common: list[list[Common]]
    alike: dict[str, list[tuple[str, int]]]
    runs_one: list[frozenset[Run]]
    runs_other: list[frozenset[Run]]
    scale_one: list[float]
    scale_other: list[float]


def weigh(one: Stemmed, other: Stemmed) -> Weighed:
    """What the sentences of two accounts share, and what it weighs."""
    of_one, of_other = one.features, other.features
    counts: Counter[Feature] = Counter(chain(chain.from_iterable(of_one), chain.from_iterable(of_other)))
    worth = _worth(counts, len(of_one) + len(of_other), one.names | other.names)
    scale_one, scale_other = ([_scale(each, worth) for each in features] for features in (of_one, of_other))
    alike = _alike(one, other, worth)
    runs_one, runs_other = _shared_runs(one, other)
    _weigh_runs(one, other, runs_one, runs_other, worth)
    theirs: dict[Feature, list[int]] = defaultdict(list)
    for index, features in enumerate(of_other):
        for feature in chain(features, runs_other[index]):
            theirs[feature].append(index)
    shared, common = _leads([*map(chain, of_one, runs_one)], worth, theirs, alike)
    return Weighed(worth, shared, common, alike, runs_one, runs_other, scale_one, scale_other)


def _leads(
    sentences: Iterable[Iterable[Feature]],
    worth: dict[Feature, int],
    theirs: dict[Feature, list[int]],
    alike: dict[str, list[tuple[str, int]]],
) -> tuple[list[list[Shared]], list[list[Common]]]:
    """What each sentence shares with those of the other account: what few of them have, and what very many have."""
    rare = {
        feature: [(worth[feature], places)] for feature, places in theirs.items() if len(places) <= COMMON
    }
    common = {
        feature: (worth[feature], places, frozenset(places))
        for feature, places in theirs.items()
        if len(places) > COMMON
    }
    for stem, likes in alike.items():
        more = [(adds, theirs[like]) for like, adds in likes if like not in common]
        rare[stem] = rare.get(stem, []) + more
    shared: list[list[Shared]] = []
    frequent: list[list[Common]] = []
    for sentence in sentences:
        features = list(sentence)
        shared.append([lead for feature in features if feature in rare for lead in rare[feature]])
        frequent.append([common[feature] for feature in features if feature in common] if common else [])
    return shared, frequent


def _worth(counts: Counter[Feature], total: int, names: frozenset[str]) -> dict[Feature, int]:
    """What each stem and pair of neighbours adds: the square of its weight."""
    whole, light = log(total + 1), light_stems()
    usual = {df: (log((total + 1) / df) / whole) ** 2 for df in set(counts.values())}
    alone = {df: _millionths(square) for df, square in usual.items()}
    paired = {df: _millionths(square * _damped(df) * _PAIR) for df, square in usual.items()}
    worth: dict[Feature, int] = {}
    for feature, df in counts.items():
        if " " in feature:
            worth[feature] = paired[df]
        elif feature in light:
            worth[feature] = _millionths(usual[df] * _LIGHT)
        elif feature[0].isdecimal():
            worth[feature] = _millionths(usual[df] * (_SMALL_FIGURE if feature in _SMALL else _FIGURE))
        elif feature in names:
            worth[feature] = _millionths(usual[df] * _NAME)
        else:
            worth[feature] = alone[df]
    return worth


def _millionths(weight: float) -> int:
    return max(round(weight * _MILLION), 1)


def _damped(times: int) -> float:
    """How much of its worth a phrase keeps that stands so often in the two accounts."""
    return 1.0 if times < _REPEATED else (_REPEATED - 1) / times


def _scale(features: Iterable[Feature], worth: dict[Feature, int]) -> float:
    """One by the length of a sentence as a vector."""
    return 1 / sqrt(_SHORT * _MILLION + sum(map(worth.__getitem__, features)))


def _alike(one: Stemmed, other: Stemmed, worth: dict[Feature, int]) -> dict[str, list[tuple[str, int]]]:
    """What stems that look like one another add."""
    stems_one, stems_other = (frozenset(chain.from_iterable(each.places)) for each in (one, other))
    likes_of = kin(stems_one, stems_other) | near(stems_one, stems_other)
    common = stems_other - one.names - other.names
    meant = {
        stem: near_stems()[stem] & common
        for stem in near_stems().keys() & stems_one - one.names - other.names
    }
    short = _shortened(one, other)
    added: dict[str, list[tuple[str, int]]] = {}
    for stem in likes_of.keys() | meant.keys() | short.keys():
        likes = dict(likes_of.get(stem, ())) | dict.fromkeys(meant.get(stem, ()), _MEANT)
        likes |= dict.fromkeys(short.get(stem, ()), _MEANT)
        added[stem] = [
            (like, round(_KIN * likeness * sqrt(worth[stem] * worth[like])))
            for like, likeness in sorted(likes.items())
        ]
    return added


def _shortened(one: Stemmed, other: Stemmed) -> dict[str, set[str]]:
    """Acronyms of the one account and the last words of the names they may stand for in the other, and the reverse."""
    found: dict[str, set[str]] = defaultdict(set)
    for acronym in one.acronyms & other.initials.keys():
        found[acronym] |= other.initials[acronym]
    for acronym in other.acronyms & one.initials.keys():
        for head in one.initials[acronym]:
            found[head].add(acronym)
    return found


def _shared_runs(one: Stemmed, other: Stemmed) -> tuple[list[frozenset[Run]], list[frozenset[Run]]]:
    """For each sentence of either the stretches of the same words that both accounts have."""
    mine, theirs = one.runs, other.runs
    shared = frozenset().union(*mine) & frozenset().union(*theirs)
    common = one.stops | other.stops
    telling = frozenset(run for run in shared if not common.issuperset(run))
    return [telling & each for each in mine], [telling & each for each in theirs]


def _weigh_runs(
    one: Stemmed,
    other: Stemmed,
    runs_one: list[frozenset[Run]],
    runs_other: list[frozenset[Run]],
    worth: dict[Feature, int],
) -> None:
    """Give the stretches of the same words their worth: more where one of the accounts quotes."""
    counts = Counter(chain.from_iterable(chain(runs_one, runs_other)))
    if not counts:
        return
    quoted, stops = _quoted(one, runs_one) | _quoted(other, runs_other), one.stops | other.stops
    for run, times in counts.items():
        telling = min(sum(form not in stops for form in run), _TELLING) / _TELLING
        worth[run] = round(_damped(times) * (_QUOTED if run in quoted else _STRETCH * telling) * _MILLION)


def _quoted(account: Stemmed, shared: Iterable[frozenset[Run]]) -> set[Run]:
    """The shared stretches that begin between quotation marks in an account."""
    return {
        run
        for sentence, forms, mine in zip(account.sentences, account.forms, shared, strict=True)
        if mine
        for word, run in zip(sentence, runs(forms), strict=False)
        if run in mine and account.is_quoted(word.start)
    }
