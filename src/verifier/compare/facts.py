"""The fact strip: what two passages say of figures, dates, names, quotations and the standing of things, row by row.

A row holds what belongs together on either side and says whether it differs; that is no judgement, and nothing here
ever says that one passage contradicts the other. What one passage alone has makes a row with one side empty. Negations
and hedges are shown, and differ where one passage has some and the other none: more than that they do not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from verifier.compare.cues import cues
from verifier.compare.naming import Mentioned, is_near, is_same, is_spelt_alike, mentioned, person
from verifier.compare.quotation_likeness import liken, telling
from verifier.domain.comparing import (
    Account,
    CueKind,
    FactKind,
    FactRow,
    Figure,
    FigureKind,
    Likeness,
    Quotation,
    Span,
)
from verifier.text.figures import figures
from verifier.text.measures.agreement import Agreement, agree, bounds
from verifier.text.quotations import fragment, quotations
from verifier.text.status_words import EVENTS, MODALS, SAYING, denies, standing_of
from verifier.text.words import Word, words

_DATES = (FigureKind.DATE, FigureKind.TIME)
_NUMBERS = (FigureKind.NUMBER, FigureKind.COUNT)

_MOST = 200
"""So many things of a kind are put together at most: a passage with more is a table, and no sentence."""

Found = Mapping[str, Sequence[Quotation]]
"""The quotations of articles, by article id."""

T = TypeVar("T")
_Pairs = list[tuple[T | None, T | None, int]]


def fact_strip(
    one: Account, span: Span, other: Account, other_span: Span, *, found: Found | None = None
) -> tuple[FactRow, ...]:
    """What a passage of one article and a passage of another say, by kind, then by place.

    Spans are code points of each article's text. ``found`` are the quotations of both articles where they are known;
    else they are looked for.
    """
    sides = _side(one, span, other, found), _side(other, other_span, one, found)
    rows = [
        *_figure_rows(*sides),
        *_name_rows(*sides),
        *_quotation_rows(*sides),
        *_speaker_rows(*sides),
        *_status_rows(*sides),
        *_plain_row(FactKind.NEGATION, *(tuple(side.negations()) for side in sides)),
        *_plain_row(FactKind.HEDGE, *(tuple(side.hedges()) for side in sides)),
    ]
    order = list(FactKind)
    return tuple(sorted(rows, key=lambda row: (order.index(row.kind), *_place(row))))


def _place(row: FactRow) -> tuple[bool, tuple[Span, ...], tuple[Span, ...]]:
    """Rows with a left side come first, by their place in it."""
    return not row.a, row.a, row.b


class _Side:
    """One passage, read: its words, figures and quotations."""

    def __init__(self, account: Account, span: Span, other: Account, quoted: Sequence[Quotation]) -> None:
        self.account = account
        self.span = span
        self.other = other
        start, end = span
        self.words = tuple(words(account.text, start, end, language=account.language))
        self.figures = figures(
            account.text, start, end, language=account.language, published=account.published
        )
        self.quotations = tuple(
            each for each in quoted if each.start < end and start < each.end and self.inside(each)
        )

    def inside(self, quotation: Quotation) -> tuple[Word, ...]:
        """The words of the passage that are in a quotation."""
        return tuple(
            word for word in self.words if quotation.start <= word.start and word.end <= quotation.end
        )

    def names(self) -> tuple[Mentioned, ...]:
        """The names in the passage."""
        return mentioned(self.account, self.span, self.other)

    def speakers(self) -> tuple[Mentioned, ...]:
        """Who speaks in the quotations, each once."""
        known: list[Mentioned] = []
        for each in self.quotations:
            speaker = person(each.speaker, (each.speaker_span,)) if each.speaker_span else None
            if speaker and speaker.words and not any(is_same(speaker, before) for before in known):
                known.append(speaker)
        return tuple(known)

    def negations(self) -> Iterator[Span]:
        """The words that deny."""
        return ((word.start, word.end) for word in self.words if denies(word.form))

    def hedges(self) -> Iterator[Span]:
        """The words that hedge, but for those that hedge a figure."""
        start, end = self.span
        near = tuple(piece for piece in self.account.pieces if piece.start < end and start < piece.end)
        for cue in cues(replace(self.account, pieces=near)):
            inside = start <= cue.start and cue.end <= end
            if inside and cue.kind is CueKind.HEDGE and not self._in_figure(cue.start):
                yield cue.start, cue.end

    def _in_figure(self, place: int) -> bool:
        return any(figure.start <= place < figure.end for figure in self.figures)


def _side(account: Account, span: Span, other: Account, found: Found | None) -> _Side:
    known = _quotations(account) if found is None else found.get(account.article_id, ())
    return _Side(account, span, other, known)


@lru_cache(maxsize=4)
def _quotations(account: Account) -> tuple[Quotation, ...]:
    """The quotations of an account: one may have begun paragraphs before a passage."""
    return quotations(account.text, account.paragraphs, account.blocks)


def _matched(mine: Iterable[T], theirs: Iterable[T], *levels: Callable[[T, T], bool]) -> _Pairs[T]:
    """Things of two sides put together: those that meet the first demand first, then those that meet the next, in
    order; what is left stands alone. With each pair the number of the demand it met, -1 for none.
    """
    left, right = list(islice(mine, _MOST)), list(islice(theirs, _MOST))
    pairs: _Pairs[T] = []
    for level, is_met in enumerate(levels):
        for each in list(left):
            there = next((one for one in right if is_met(each, one)), None)
            if there is not None:
                left.remove(each)
                right.remove(there)
                pairs.append((each, there, level))
    pairs += [(each, None, -1) for each in left]
    pairs += [(None, each, -1) for each in right]
    return pairs


# -- figures and dates -----------------------------------------------------------------------------------------------


def _figure_rows(one: _Side, other: _Side) -> Iterator[FactRow]:
    for kind, is_date in ((FactKind.FIGURE, False), (FactKind.DATE, True)):
        mine, theirs = (
            [figure for figure in side.figures if (figure.kind in _DATES) is is_date] for side in (one, other)
        )
        for a, b, level in _matched(mine, theirs, _says_the_same, _overlaps, _is_comparable, _is_of_a_kind):
            yield FactRow(kind, _span(a), _span(b), differs=level != 0)


def _span(figure: Figure | None) -> tuple[Span, ...]:
    return ((figure.start, figure.end),) if figure else ()


def _says_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same; a bare number is as good as the same number of something."""
    agreement = agree(one, other)
    if agreement is not Agreement.OVERLAP or one.approximate != other.approximate:
        return agreement is Agreement.SAME
    if one.kind in _NUMBERS and other.kind in _NUMBERS:
        return bounds(one) == bounds(other) and not (one.unit and other.unit)
    return one.low is None and other.low is None and one.unit == other.unit


def _overlaps(one: Figure, other: Figure) -> bool:
    return agree(one, other) is Agreement.OVERLAP


def _is_comparable(one: Figure, other: Figure) -> bool:
    return agree(one, other) is not Agreement.APART


def _is_of_a_kind(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind


# -- names and speakers ----------------------------------------------------------------------------------------------


def _name_rows(one: _Side, other: _Side) -> Iterator[FactRow]:
    for a, b, level in _matched(one.names(), other.names(), is_same, is_near):
        differs = level != 0 or a is None or b is None or not is_spelt_alike(a, b)
        yield FactRow(FactKind.NAME, a.spans if a else (), b.spans if b else (), differs)


def _speaker_rows(one: _Side, other: _Side) -> Iterator[FactRow]:
    for a, b, level in _matched(one.speakers(), other.speakers(), is_same, lambda _a, _b: True):
        yield FactRow(FactKind.SPEAKER, a.spans if a else (), b.spans if b else (), differs=level != 0)


# -- quotations ------------------------------------------------------------------------------------------------------


def _quotation_rows(one: _Side, other: _Side) -> Iterator[FactRow]:
    def likeness(a: Quotation, b: Quotation) -> Likeness | None:
        found = liken(
            one.inside(a), other.inside(b), fragment(one.account.text, a), fragment(other.account.text, b)
        )
        return found.likeness if found else None

    pairs = _matched(
        one.quotations,
        other.quotations,
        lambda a, b: likeness(a, b) is Likeness.VERBATIM,
        lambda a, b: likeness(a, b) is not None,
    )
    for a, b, level in pairs:
        spans_a = (_clipped(a, one.span),) if a else _unmarked(one, other, b)
        spans_b = (_clipped(b, other.span),) if b else _unmarked(other, one, a)
        yield FactRow(FactKind.QUOTATION, spans_a, spans_b, differs=level != 0)


def _clipped(quotation: Quotation, span: Span) -> Span:
    """What of a quotation is in a passage."""
    return max(quotation.start, span[0]), min(quotation.end, span[1])


def _unmarked(side: _Side, other: _Side, quotation: Quotation | None) -> tuple[Span, ...]:
    """Where the words of the other side's quotation stand in a passage without marks; nothing where they do not."""
    quoted = other.inside(quotation) if quotation else ()
    if not telling(quoted, 1):
        return ()
    forms, wanted = ("".join(f"{word.form}\n" for word in some) for some in (side.words, quoted))
    place = f"\n{forms}".find(f"\n{wanted}")
    if place < 0:
        return ()
    at = forms.count("\n", 0, place)
    return ((side.words[at].start, side.words[at + len(quoted) - 1].end),)


# -- standing, negations, hedges -------------------------------------------------------------------------------------


_Standing = tuple[str, tuple[Span, ...]]


def _status_rows(one: _Side, other: _Side) -> Iterator[FactRow]:
    """What is announced on one side and threatened on the other differs; words of saying come last."""
    pairs = _matched(
        _standings(one),
        _standings(other),
        lambda a, b: a[0] == b[0],
        lambda a, b: _class(a) == _class(b),
        lambda a, b: {_class(a), _class(b)} == {"act", SAYING},
    )
    for a, b, level in pairs:
        yield FactRow(FactKind.STATUS, a[1] if a else (), b[1] if b else (), differs=level != 0)


def _class(standing: _Standing) -> str:
    """What a standing may be put beside: an announcement beside a threat, an arrest beside a release."""
    name = standing[0]
    if name == SAYING:
        return SAYING
    return "modal" if name in MODALS else "event" if name in EVENTS else "act"


def _standings(side: _Side) -> list[_Standing]:
    """The standings a passage tells, each with its words, in order."""
    found: dict[str, list[Span]] = {}
    for word in side.words:
        standing = standing_of(word.form, word.stem)
        if standing and not (word.form == "may" and side.account.text[word.start].isupper()):
            found.setdefault(standing, []).append((word.start, word.end))
    return [(standing, tuple(spans)) for standing, spans in found.items()]


def _plain_row(kind: FactKind, mine: tuple[Span, ...], theirs: tuple[Span, ...]) -> Iterator[FactRow]:
    """One row for all words of a kind; it differs where one side has none."""
    if mine or theirs:
        yield FactRow(kind, mine, theirs, differs=bool(mine) != bool(theirs))
