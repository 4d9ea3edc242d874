"""What only one article has: sentences without a counterpart; figures, names and quotations no other article has.

"Only here" means that nothing like it was seen elsewhere: it is not compared until a checker says that he looked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

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

STRENGTH = 0.35
"""A suggestion counts as a counterpart from this part of the best score between its two articles."""

_HEAD = 3


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
    suggestion between the same two articles.
    """
    home = {piece.id: account.article_id for account in accounts for piece in account.pieces}
    best: dict[tuple[str, str], float] = {}
    rows = [(row, (home[row.a], home[row.b])) for row in suggestions if row.a in home and row.b in home]
    for row, pair in rows:
        best[pair] = max(best.get(pair, 0.0), row.score)
    strong = [row for row, pair in rows if row.score > 0 and row.score >= STRENGTH * best[pair]]
    return frozenset(each for row in strong for each in (row.a, row.b))


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
    """The names whose last word no other article has in any spelling that is likely the same; each once."""
    known = _NameShelf(
        word.form for other in others for name in names(other, (account,)) for word in name.words
    )
    told = _NameShelf(())
    for name in names(account, others):
        form = _telling(name)
        if form in STOP_WORDS or known.has(form) or told.has(form):
            continue
        told.add(form)
        yield from _row(AloneKind.NAME, account, name.start, name.end)


def _telling(name: Name) -> str:
    """The word a name is known by: its last."""
    return name.words[-1].form


class _NameShelf:
    """Names as they are recognised in another case, number or spelling."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._heads: dict[str, list[str]] = {}
        self._skeletons: set[str] = set()
        for form in forms:
            self.add(form)

    def add(self, form: str) -> None:
        """Keep a name."""
        row = self._heads.setdefault(form[:_HEAD], [])
        if form not in row:
            row.append(form)
            self._skeletons |= skeletons(form)

    def has(self, form: str) -> bool:
        """Whether a name, or a form or spelling of it, is kept."""
        if any(one_name(form, other) for other in self._heads.get(form[:_HEAD], ())):
            return True
        return not self._skeletons.isdisjoint(skeletons(form))


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
    """The quotations no other article has, in marks or without."""
    for quotation in quotations:
        if (account.article_id, quotation.start, quotation.end) not in matched:
            yield from _row(AloneKind.QUOTATION, account, quotation.start, quotation.end)
