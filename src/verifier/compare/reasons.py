"""Why two sentences are put side by side: what they share, with the exact spans on both sides, strongest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.compare.stems import Stemmed
from verifier.compare.weights import RUN, Feature, Weighed, stretches
from verifier.domain.comparing import Reason, ReasonKind, Span
from verifier.text.words import Word

_DATES = (
    "januari februari march april june juli august septemb octob novemb decemb "
    "monday tuesday wednesday thursday friday saturday sunday "
    "январ феврал март апрел июн июл август сентябр октябр ноябр декабр "
    "понедельник вторник сред четверг пятниц суббот воскресен"
)
_DATE_STEMS = frozenset(_DATES.split())


class _Run(NamedTuple):
    """A stretch of the same words: its first word in either sentence and how many words it has."""

    a: int
    b: int
    length: int


def reasons(one: Stemmed, at_one: int, other: Stemmed, at_other: int, weighed: Weighed) -> tuple[Reason, ...]:
    """What two sentences share, by their places among the sentences of their accounts; nothing where they have but
    stop words in common. The weights of the reasons add up to 1.
    """
    mine, theirs = one.sentences[at_one], other.sentences[at_other]
    runs = list(_runs(mine, theirs))
    found = [_of_run(run, one, mine, other, theirs, weighed.worth) for run in runs]
    told = {mine[at].stem for run in runs for at in range(run.a, run.a + run.length)}
    found += _of_stems(mine, theirs, told, one.names | other.names, weighed)
    whole = sum(reason.weight for reason in found)
    found.sort(key=lambda reason: (-reason.weight, reason.kind, reason.a))
    return tuple(Reason(each.kind, each.a, each.b, round(each.weight / whole, 3)) for each in found)


def _runs(mine: Sequence[Word], theirs: Sequence[Word]) -> Iterator[_Run]:
    """The stretches of the same words, each as long as it goes on, in the order of the first sentence."""
    if stretches(mine).keys().isdisjoint(stretches(theirs)):
        return
    forms, others = [word.form for word in mine], [word.form for word in theirs]
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(others) - RUN + 1):
        places.setdefault(tuple(others[at : at + RUN]), at)
    telling = stretches(mine)
    at = 0
    while at <= len(forms) - RUN:
        there = places.get(tuple(forms[at : at + RUN]))
        if there is None:
            at += 1
            continue
        length = RUN
        while at + length < len(forms) and others[there + length : there + length + 1] == [
            forms[at + length]
        ]:
            length += 1
        if any(tuple(forms[first : first + RUN]) in telling for first in range(at, at + length - RUN + 1)):
            yield _Run(at, there, length)
        at += length


def _of_run(
    run: _Run,
    one: Stemmed,
    mine: Sequence[Word],
    other: Stemmed,
    theirs: Sequence[Word],
    worth: dict[Feature, float],
) -> Reason:
    """A stretch of the same words as a reason: a quotation where either account has it between marks."""
    first, there = mine[run.a : run.a + run.length], theirs[run.b : run.b + run.length]
    quoted = one.is_quoted(first[0].start) or other.is_quoted(there[0].start)
    weight = sum(worth[stem] for stem in {word.stem for word in first if not word.stop})
    weight += sum(worth.get(run, 0) for run in stretches(first))
    return Reason(
        ReasonKind.QUOTATION if quoted else ReasonKind.PHRASE,
        ((first[0].start, first[-1].end),),
        ((there[0].start, there[-1].end),),
        weight,
    )


def _of_stems(
    mine: Sequence[Word], theirs: Sequence[Word], told: set[str], names: frozenset[str], weighed: Weighed
) -> list[Reason]:
    """The figures, dates, names and other words both sentences have, or have something like, but for those a stretch
    has told already.
    """
    of_mine = {word.stem for word in mine if not word.stop}
    of_theirs = {word.stem for word in theirs if not word.stop}
    same = of_mine & of_theirs
    met = [(stem, stem, weighed.worth[stem]) for stem in same - told]
    for stem in of_mine - same:
        likes = weighed.alike.get(stem, ())
        met += [(stem, like, adds) for like, adds in likes if like in of_theirs and like not in same]
    by_kind: dict[ReasonKind, list[tuple[str, str, float]]] = defaultdict(list)
    for each in sorted(met):
        by_kind[_kind(each[0], names)].append(each)
    return [
        Reason(
            kind,
            _spans(mine, {stem for stem, _, _ in each}),
            _spans(theirs, {like for _, like, _ in each}),
            sum(adds for _, _, adds in each),
        )
        for kind, each in by_kind.items()
    ]


def _kind(stem: str, names: frozenset[str]) -> ReasonKind:
    if stem in _DATE_STEMS:
        return ReasonKind.DATE
    if stem[0].isdecimal():
        year = len(stem) == 4 and stem[:2] in ("18", "19", "20")
        return ReasonKind.DATE if year else ReasonKind.FIGURE
    return ReasonKind.NAME if stem in names else ReasonKind.WORDS


def _spans(sentence: Sequence[Word], stems: set[str]) -> tuple[Span, ...]:
    """Where words with some stems stand."""
    return tuple((word.start, word.end) for word in sentence if word.stem in stems and not word.stop)
