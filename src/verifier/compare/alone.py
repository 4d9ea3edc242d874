"""What only one article has: sentences without a counterpart; figures, names and quotations no other article has.

"Only here" means that nothing like it was seen elsewhere: it is not compared until a checker says that he looked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import inf

from verifier.compare.figures import FigureShelf
from verifier.compare.names import Name, names
from verifier.domain.comparing import (
    Account,
    Alone,
    AloneKind,
    Figure,
    Piece,
    Quotation,
    QuotationMatch,
    Suggestion,
)
from verifier.text.spelling import one_name, skeletons
from verifier.text.stop_words import STOP_WORDS

STRENGTH = 0.4
"""A suggestion counts as a counterpart from this part of the usual score of the best between its two articles."""

_BEST = 5
"""The usual score is the middle one of so many of the best: the very best may be words taken over whole, beside which
all that is told in other words would look weak.
"""

_HEAD = 3
_NAME_WORDS = 4
_LONG = 6


def alone(
    accounts: Sequence[Account],
    suggestions: Iterable[Suggestion],
    figures: Mapping[str, Sequence[Figure]],
    quotations: Mapping[str, Sequence[Quotation]],
    matches: Iterable[QuotationMatch],
    *,
    linked: Iterable[str] = (),
) -> tuple[Alone, ...]:
    """What each article has alone, by article and place; nothing where there is but one article.

    ``figures`` and ``quotations`` are by article id; ``linked`` are the ids of sentences a checker has linked.
    """
    ordered = sorted(accounts, key=lambda each: (len(each.letter), each.letter, each.article_id))
    if len(ordered) < 2:
        return ()
    met = frozenset(linked) | counterparts(ordered, suggestions)
    matched = _matched(matches)
    found: list[Alone] = []
    for account in ordered:
        others = [each for each in ordered if each is not account]
        rows = [
            *_sentences(account, met),
            *_figures(account, figures, others),
            *_names(account, others),
            *_quotations(account, quotations.get(account.article_id, ()), matched),
        ]
        found.extend(sorted(rows, key=lambda row: (row.start, row.end, row.kind)))
    return tuple(found)


def counterparts(accounts: Iterable[Account], suggestions: Iterable[Suggestion]) -> frozenset[str]:
    """The ids of the sentences a suggestion of some strength puts beside another; strength is relative to the best
    suggestions between the same two articles.
    """
    home = {piece.id: account.article_id for account in accounts for piece in account.pieces}
    by_pair: dict[tuple[str, str], list[Suggestion]] = defaultdict(list)
    for row in suggestions:
        if row.score > 0 and row.a in home and row.b in home:
            by_pair[home[row.a], home[row.b]].append(row)
    strong = (
        row for rows in by_pair.values() for row in rows if row.score >= STRENGTH * _usual_of_the_best(rows)
    )
    return frozenset(each for row in strong for each in (row.a, row.b))


def _usual_of_the_best(rows: Iterable[Suggestion]) -> float:
    """The middle of the best scores where two sentences are each other's best; infinite where none are."""
    best = nlargest(_BEST, (row.score for row in rows if row.mutual))
    return best[(len(best) - 1) // 2] if best else inf


def _piece_at(account: Account, place: int) -> Piece | None:
    """The sentence at a place, or the last before it; None before the first."""
    index = bisect_right(account.pieces, place, key=lambda piece: piece.start) - 1
    return account.pieces[index] if index >= 0 else None


def _row(kind: AloneKind, account: Account, start: int, end: int) -> Iterable[Alone]:
    """What stands alone, with the sentence it begins in."""
    piece = _piece_at(account, start)
    if piece is not None:
        yield Alone(kind, account.article_id, piece.id, start, end)


def _sentences(account: Account, met: frozenset[str]) -> Iterable[Alone]:
    """The sentences without a counterpart."""
    for piece in account.pieces:
        words = account.text[piece.start : piece.end]
        if piece.id not in met and any(map(str.isalnum, words)):
            start = piece.start + len(words) - len(words.lstrip())
            yield Alone(
                AloneKind.SENTENCE, account.article_id, piece.id, start, piece.start + len(words.rstrip())
            )


def _figures(
    account: Account, figures: Mapping[str, Sequence[Figure]], others: Iterable[Account]
) -> Iterable[Alone]:
    """The figures no other article has or leaves room for; of those that say the same the first."""
    shelf = FigureShelf(figure for other in others for figure in figures.get(other.article_id, ()))
    told: set[tuple[object, ...]] = set()
    for figure in figures.get(account.article_id, ()):
        key = (figure.kind, figure.low, figure.high, figure.unit)
        if key not in told and shelf.best(figure) is None:
            told.add(key)
            yield from _row(AloneKind.FIGURE, account, figure.start, figure.end)


def _names(account: Account, others: Sequence[Account]) -> Iterable[Alone]:
    """The names no other article has in any form or spelling that is likely the same; each once."""
    known, told = _NameShelf(), _NameShelf()
    for other in others:
        for name in names(other, (account,)):
            known.add(name)
    for name in names(account, others):
        if not known.has(name) and not told.has(name):
            told.add(name)
            yield from _row(AloneKind.NAME, account, name.start, name.end)


class _NameShelf:
    """Names as they are recognised: by their last word in any case, number or spelling, or by their initials."""

    def __init__(self) -> None:
        self._heads: dict[str, set[str]] = {}
        self._spellings: set[str] = set()
        self._initials: set[str] = set()

    def add(self, name: Name) -> None:
        """Keep all words of a name, and its initials."""
        if len(name.words) > 1:
            self._initials.add(_initials(name))
        for word in name.words:
            self._heads.setdefault(word.form[:_HEAD], set()).add(word.form)
            self._spellings |= _spellings(word.form)

    def has(self, name: Name) -> bool:
        """Whether the last word of a name is kept in some form or spelling, or the name by its initials."""
        form, initials = name.words[-1].form, _initials(name)
        if form in STOP_WORDS or form in self._initials:
            return True
        if len(name.words) > 1 and initials in self._heads.get(initials[:_HEAD], ()):
            return True
        if any(one_name(form, other) for other in self._heads.get(form[:_HEAD], ())):
            return True
        return not self._spellings.isdisjoint(_spellings(form))


def _initials(name: Name) -> str:
    """The first letters of the words of a name: "eu" of "European Union"."""
    return "".join(word.form[0] for word in name.words)


def _spellings(form: str) -> frozenset[str]:
    """What spellings of one name have in common: skeletons and, for a word of some length, itself less a letter."""
    less = (form[:at] + form[at + 1 :] for at in range(1, len(form))) if len(form) >= _LONG else ()
    return skeletons(form) | {form, *less}


def _matched(matches: Iterable[QuotationMatch]) -> frozenset[tuple[str, int, int]]:
    """The quotations another article has: article id and span."""
    return frozenset(
        each
        for match in matches
        for each in (
            (match.article_a, match.a.start, match.a.end),
            (match.article_b, match.b.start, match.b.end),
        )
    )


def _quotations(
    account: Account, quotations: Iterable[Quotation], matched: frozenset[tuple[str, int, int]]
) -> Iterable[Alone]:
    """The quotations no other article has, in marks or without; of the same words the first, and no names in marks."""
    told: set[str] = set()
    for quotation in quotations:
        words = " ".join(account.text[quotation.start : quotation.end].casefold().split())
        if (account.article_id, quotation.start, quotation.end) in matched or words in told:
            continue
        told.add(words)
        if not _is_name_in_marks(account, quotation):
            yield from _row(AloneKind.QUOTATION, account, quotation.start, quotation.end)


def _is_name_in_marks(account: Account, quotation: Quotation) -> bool:
    """Whether marks stand around a name, as of a ship, a paper or, in Russian, any body: a few words from a capital on,
    without a stop, that nobody is said to say and no colon introduces.
    """
    words = account.text[quotation.start : quotation.end]
    before = account.text[max(0, quotation.outer_start - 3) : quotation.outer_start].rstrip()
    return (
        not quotation.speaker
        and words[:1].isupper()
        and words[-1:].isalnum()
        and len(words.split()) <= _NAME_WORDS
        and before[-1:] not in (":", "—", "–")
    )
