"""Why two sentences are put side by side: what they share, with the exact spans on both sides, strongest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from verifier.compare.stems import RUN, Run, Stemmed, runs
from verifier.compare.weights import Weighed
from verifier.domain.comparing import Reason, ReasonKind, Span
from verifier.text.words import Word

_DATES = (
    "januari februari march april june juli august septemb octob novemb decemb "
    "monday tuesday wednesday thursday friday saturday sunday "
    "январ феврал март апрел июн июл август сентябр октябр ноябр декабр "
    "понедельник вторник сред четверг пятниц суббот воскресен"
)
_DATE_STEMS = frozenset(_DATES.split())


_KINDS = {kind.value: kind for kind in ReasonKind}
_WORDS, _PHRASE, _QUOTATION, _FIGURE, _DATE, _NAME = (
    kind.value
    for kind in (
        ReasonKind.WORDS,
        ReasonKind.PHRASE,
        ReasonKind.QUOTATION,
        ReasonKind.FIGURE,
        ReasonKind.DATE,
        ReasonKind.NAME,
    )
)
_Found = tuple[int, str, tuple[Span, ...], tuple[Span, ...]]
"""A reason before it is one: what it weighs, negative so that the weightiest comes first, its kind and its spans."""


class _Stretch(NamedTuple):
    """A stretch of the same words: its first word in either sentence and how many words it has."""

    a: int
    b: int
    length: int


_Met = tuple[str, str, int]
"""A stem of the one sentence, that of the other which is the same or like it, and what that adds."""


class Reasons:
    """What the sentences of two accounts share, said pair by pair."""

    def __init__(self, one: Stemmed, other: Stemmed, weighed: Weighed) -> None:
        self.one, self.other, self.weighed = one, other, weighed
        self.kinds = _Kinds(one.names | other.names)
        alike = weighed.alike
        self.likes = [
            [(stem, [each for each in alike[stem] if each[0] not in mine]) for stem in mine if stem in alike]
            for mine in one.places
        ]

    def of(self, at_one: int, at_other: int) -> tuple[Reason, ...]:
        """What two sentences share, by their places among the sentences of their accounts; nothing where they have but
        stop words in common. The weights of the reasons add up to 1.
        """
        shared = self.weighed.runs_one[at_one] & self.weighed.runs_other[at_other]
        found: list[_Found] = []
        told: set[str] = set()
        if shared:
            found = self._of_stretches(at_one, at_other, shared, told)
        found += self._of_stems(at_one, at_other, told)
        if len(found) == 1:
            ((_weight, kind, a, b),) = found
            return (Reason(_KINDS[kind], a, b, 1.0),)
        found.sort()
        whole = sum([each[0] for each in found])
        return tuple([Reason(_KINDS[kind], a, b, round(weight / whole, 3)) for weight, kind, a, b in found])

    def _of_stretches(
        self, at_one: int, at_other: int, shared: frozenset[Run], told: set[str]
    ) -> list[_Found]:
        """The stretches of the same words; the stems they have are told then."""
        one, other = self.one, self.other
        found = []
        for stretch in _stretches(one.forms[at_one], other.forms[at_other], shared):
            first = one.sentences[at_one][stretch.a : stretch.a + stretch.length]
            there = other.sentences[at_other][stretch.b : stretch.b + stretch.length]
            found.append(_of_stretch(one, first, other, there, self.weighed))
            told.update([word.stem for word in first])
        return found

    def _of_stems(self, at_one: int, at_other: int, told: set[str]) -> list[_Found]:
        """The figures, dates, names and other words both sentences have, or have something like, but for those a
        stretch has told already.
        """
        of_mine, of_theirs = self.one.places[at_one], self.other.places[at_other]
        worth, kinds = self.weighed.worth, self.kinds
        by_kind: dict[str, list[_Met]] = defaultdict(list)
        for stem in (of_mine.keys() & of_theirs.keys()) - told:
            by_kind[kinds[stem]].append((stem, stem, worth[stem]))
        for stem, likes in self.likes[at_one]:
            if stem not in of_theirs:
                for like, adds in likes:
                    if like in of_theirs:
                        by_kind[kinds[stem]].append((stem, like, adds))
        found = []
        for kind, met in by_kind.items():
            if len(met) == 1:
                ((stem, like, adds),) = met
                found.append((-adds, kind, tuple(of_mine[stem]), tuple(of_theirs[like])))
            else:
                mine, theirs, weights = zip(*met, strict=True)
                found.append((-sum(weights), kind, _spans(of_mine, mine), _spans(of_theirs, theirs)))
        return found


def _spans(places: dict[str, list[Span]], stems: Iterable[str]) -> tuple[Span, ...]:
    """Where some stems of a sentence stand, in order."""
    return tuple(sorted(chain.from_iterable(map(places.__getitem__, set(stems)))))


def light_reasons(one: Stemmed, at_one: int, other: Stemmed, at_other: int) -> tuple[Reason, ...]:
    """The words two sentences share where these are too common to tell anything: one reason, or none."""
    first, there = one.sentences[at_one], other.sentences[at_other]
    shared = {word.form for word in first} & {word.form for word in there}
    spans = [tuple((word.start, word.end) for word in each if word.form in shared) for each in (first, there)]
    return (Reason(ReasonKind.WORDS, spans[0], spans[1], 1.0),) if shared else ()


def _stretches(forms: Sequence[str], others: Sequence[str], shared: frozenset[Run]) -> Iterator[_Stretch]:
    """The stretches of the same words, each as long as it goes on, in the order of the first sentence."""
    places: dict[Run, int] = {}
    for at, run in enumerate(runs(others)):
        places.setdefault(run, at)
    reached = 0
    for at, run in enumerate(runs(forms)):
        if at < reached or run not in shared:
            continue
        there, reached = places[run], at + RUN
        while (
            reached < len(forms)
            and there + reached - at < len(others)
            and forms[reached] == others[there + reached - at]
        ):
            reached += 1
        yield _Stretch(at, there, reached - at)


def _of_stretch(
    one: Stemmed, first: Sequence[Word], other: Stemmed, there: Sequence[Word], weighed: Weighed
) -> _Found:
    """The same words on both sides as a reason: a quotation where either account has them between marks."""
    quoted = one.is_quoted(first[0].start) or other.is_quoted(there[0].start)
    weight = sum(weighed.worth[stem] for stem in {word.stem for word in first if not word.stop})
    weight += sum(weighed.worth.get(run, 0) for run in set(runs([word.form for word in first])))
    return (
        -weight,
        _QUOTATION if quoted else _PHRASE,
        ((first[0].start, first[-1].end),),
        ((there[0].start, there[-1].end),),
    )


class _Kinds(dict[str, str]):
    """What it is that a stem stands for; filled as they turn up. Given the stems of names."""

    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self.names = names

    def __missing__(self, stem: str) -> str:
        found = self[stem] = _kind(stem, self.names)
        return found


def _kind(stem: str, names: frozenset[str]) -> str:
    """What it is that a stem stands for."""
    if stem in _DATE_STEMS:
        return _DATE
    if stem[0].isdecimal():
        year = len(stem) == 4 and stem[:2] in ("18", "19", "20")
        return _DATE if year else _FIGURE
    return _NAME if stem in names else _WORDS
