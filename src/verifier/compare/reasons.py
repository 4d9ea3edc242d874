"""Why two sentences are put side by side: what they share, with the exact spans on both sides, strongest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def reasons(one: Stemmed, at_one: int, other: Stemmed, at_other: int, weighed: Weighed) -> tuple[Reason, ...]:
    """What two sentences share, by their places among the sentences of their accounts; nothing where they have but
    stop words in common. The weights of the reasons add up to 1.
    """
    shared = weighed.runs_one[at_one] & weighed.runs_other[at_other]
    found: list[_Found] = []
    told: set[str] = set()
    if shared:
        for stretch in _stretches(one.forms[at_one], other.forms[at_other], shared):
            first = one.sentences[at_one][stretch.a : stretch.a + stretch.length]
            there = other.sentences[at_other][stretch.b : stretch.b + stretch.length]
            found.append(_of_stretch(one, first, other, there, weighed))
            told.update(word.stem for word in first)
    found += _of_stems(one, at_one, other, at_other, told, weighed)
    if len(found) > 1:
        found.sort()
    whole = sum(each[0] for each in found)
    return tuple(Reason(_KINDS[kind], a, b, round(weight / whole, 3)) for weight, kind, a, b in found)


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


def _of_stems(
    one: Stemmed, at_one: int, other: Stemmed, at_other: int, told: set[str], weighed: Weighed
) -> list[_Found]:
    """The figures, dates, names and other words both sentences have, or have something like, but for those a stretch
    has told already.
    """
    of_mine, of_theirs = one.places[at_one], other.places[at_other]
    worth, alike, names, others = weighed.worth, weighed.alike, one.names, other.names
    by_kind: dict[str, tuple[int, list[Span], set[str]]] = {}
    for stem, spans in of_mine.items():
        if stem in of_theirs:
            met = [] if stem in told else [(stem, worth[stem])]
        elif stem in alike:
            met = [each for each in alike[stem] if each[0] in of_theirs and each[0] not in of_mine]
        else:
            continue
        if met:
            kind = _kind(stem, names, others)
            weight, mine, theirs = by_kind.get(kind) or (0, [], set())
            mine += spans
            theirs.update([like for like, _adds in met])
            by_kind[kind] = weight - sum([adds for _like, adds in met]), mine, theirs
    return [
        (
            weight,
            kind,
            tuple(sorted(mine)),
            tuple(sorted(chain.from_iterable(map(of_theirs.__getitem__, theirs)))),
        )
        for kind, (weight, mine, theirs) in by_kind.items()
    ]


def _kind(stem: str, names: frozenset[str], others: frozenset[str]) -> str:
    """What it is that a stem stands for."""
    if stem in _DATE_STEMS:
        return _DATE
    if stem[0].isdecimal():
        year = len(stem) == 4 and stem[:2] in ("18", "19", "20")
        return _DATE if year else _FIGURE
    return _NAME if stem in names or stem in others else _WORDS
