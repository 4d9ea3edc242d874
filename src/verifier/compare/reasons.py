"""Why two sentences are put side by side: what they share, with the exact spans on both sides, strongest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from verifier.compare.stems import Stemmed
from verifier.compare.weights import RUN, Run, Weighed, runs
from verifier.domain.comparing import Reason, ReasonKind, Span
from verifier.text.words import Word

_DATES = (
    "januari februari march april june juli august septemb octob novemb decemb "
    "monday tuesday wednesday thursday friday saturday sunday "
    "январ феврал март апрел июн июл август сентябр октябр ноябр декабр "
    "понедельник вторник сред четверг пятниц суббот воскресен"
)
_DATE_STEMS = frozenset(_DATES.split())


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
    found: list[Reason] = []
    told: set[str] = set()
    if shared:
        for stretch in _stretches(one.forms[at_one], other.forms[at_other], shared):
            first = one.sentences[at_one][stretch.a : stretch.a + stretch.length]
            there = other.sentences[at_other][stretch.b : stretch.b + stretch.length]
            found.append(_of_stretch(one, first, other, there, weighed))
            told.update(word.stem for word in first)
    found += _of_stems(one, at_one, other, at_other, told, weighed)
    whole = sum(reason.weight for reason in found)
    found.sort(key=lambda reason: (-reason.weight, reason.kind, reason.a))
    return tuple(Reason(each.kind, each.a, each.b, round(each.weight / whole, 3)) for each in found)


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
) -> Reason:
    """The same words on both sides as a reason: a quotation where either account has them between marks."""
    quoted = one.is_quoted(first[0].start) or other.is_quoted(there[0].start)
    weight = sum(weighed.worth[stem] for stem in {word.stem for word in first if not word.stop})
    weight += sum(weighed.worth.get(run, 0) for run in set(runs([word.form for word in first])))
    return Reason(
        ReasonKind.QUOTATION if quoted else ReasonKind.PHRASE,
        ((first[0].start, first[-1].end),),
        ((there[0].start, there[-1].end),),
        weight,
    )


def _of_stems(
    one: Stemmed, at_one: int, other: Stemmed, at_other: int, told: set[str], weighed: Weighed
) -> list[Reason]:
    """The figures, dates, names and other words both sentences have, or have something like, but for those a stretch
    has told already.
    """
    of_mine, of_theirs = one.places[at_one], other.places[at_other]
    same = of_mine.keys() & of_theirs.keys()
    met = [(stem, stem, weighed.worth[stem]) for stem in same - told]
    for stem in weighed.alike.keys() & (of_mine.keys() - same):
        likes = weighed.alike[stem]
        met += [(stem, like, adds) for like, adds in likes if like in of_theirs and like not in same]
    by_kind: dict[ReasonKind, list[tuple[str, str, int]]] = defaultdict(list)
    for each in sorted(met):
        by_kind[_kind(each[0], one.names, other.names)].append(each)
    return [
        Reason(
            kind,
            _spans(of_mine, {stem for stem, _, _ in each}),
            _spans(of_theirs, {like for _, like, _ in each}),
            sum(adds for _, _, adds in each),
        )
        for kind, each in by_kind.items()
    ]


def _kind(stem: str, names: frozenset[str], others: frozenset[str]) -> ReasonKind:
    if stem in _DATE_STEMS:
        return ReasonKind.DATE
    if stem[0].isdecimal():
        year = len(stem) == 4 and stem[:2] in ("18", "19", "20")
        return ReasonKind.DATE if year else ReasonKind.FIGURE
    return ReasonKind.NAME if stem in names or stem in others else ReasonKind.WORDS


def _spans(places: dict[str, list[Span]], stems: set[str]) -> tuple[Span, ...]:
    """Where some stems stand, in order."""
    return tuple(sorted(chain.from_iterable(places[stem] for stem in stems)))
