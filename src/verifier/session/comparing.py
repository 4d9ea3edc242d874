"""Comparing the accounts of a case, in the child process: what is asked for as a value, what is found as a value.

The child keeps what it found, by the content of each article and of each pair: where an article is added, only the
pairs it is in are compared. What it keeps is bounded; what was asked for longest ago goes first.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import combinations
from typing import Generic, TypeVar

from verifier.domain.accounts import account_value
from verifier.domain.comparing import (
    Account,
    Alone,
    Comparison,
    Cue,
    Figure,
    Quotation,
    QuotationMatch,
    Suggestion,
)
from verifier.domain.queries import text_of
from verifier.domain.rows import Snapshot
from verifier.session.opencase import OpenCase

_MOST_KEPT = 400_000
"""So many values, a suggestion or a figure each, are kept at most, some hundred megabytes: without bound a long
afternoon over long articles would fill the child's memory.
"""

T = TypeVar("T")


def accounts_of(case: OpenCase) -> tuple[Account, ...]:
    """The articles of a case as comparing sees them: their current readings without what is set aside, by letter."""
    rows = case.rows
    return tuple(account_value(rows, one, case.text(one.version_id)) for one in rows.articles())


def with_comparison(snapshot: Snapshot) -> Snapshot:
    """A snapshot with what comparing finds in it, for a report that is to print it; a lone article stays alone."""
    rows, articles = snapshot.rows, snapshot.rows.articles()
    if len(articles) < 2:
        return snapshot
    accounts = [account_value(rows, one, text_of(snapshot, one)) for one in articles]
    return replace(snapshot, comparison=compare_accounts(accounts))


@dataclass(frozen=True, slots=True)
class CompareJob:
    """Compare accounts; the result is a Comparison. The deadline is in seconds."""

    accounts: tuple[Account, ...]
    seconds: float = 600.0

    @property
    def about(self) -> str:
        """The letters of the articles."""
        return ", ".join(account.letter for account in self.accounts)

    def run(self) -> object:
        """What comparing finds."""
        return compare_accounts(self.accounts)


class _Shelf(Generic[T]):
    """Results by a key; ``weigh`` tells how many values a result holds, and together they stay below ``most``."""

    def __init__(self, weigh: Callable[[T], int], most: int = _MOST_KEPT) -> None:
        self._weigh = weigh
        self._most = most
        self._held = 0
        self._results: OrderedDict[bytes, T] = OrderedDict()

    def get(self, key: bytes, make: Callable[[], T]) -> T:
        """The result of a key, made now where it is not at hand."""
        if key in self._results:
            self._results.move_to_end(key)
            return self._results[key]
        result = self._results[key] = make()
        self._held += self._weigh(result)
        while self._held > self._most:
            self._held -= self._weigh(self._results.popitem(last=False)[1])
        return result


@dataclass(frozen=True, slots=True)
class _OfArticle:
    """What one article has by itself."""

    quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...]
    cues: tuple[Cue, ...]

    def weight(self) -> int:
        """How many values it holds."""
        return 1 + len(self.quotations) + len(self.figures) + len(self.cues)


@dataclass(frozen=True, slots=True)
class _OfPair:
    """What two articles have together."""

    suggestions: tuple[Suggestion, ...]
    matches: tuple[QuotationMatch, ...]

    def weight(self) -> int:
        """How many values it holds."""
        return 1 + len(self.suggestions) + len(self.matches)


_articles: _Shelf[_OfArticle] = _Shelf(_OfArticle.weight)
_pairs: _Shelf[_OfPair] = _Shelf(_OfPair.weight)


def compare_accounts(accounts: Sequence[Account]) -> Comparison:
    """All that comparing finds in some accounts; their order makes no difference.

    What is found between two articles depends on these two alone. Keeps what it found for the next call.
    """
    from verifier.compare.names import variants

    ordered = sorted(accounts, key=lambda one: (len(one.letter), one.letter, one.article_id))
    keys = [sha256(repr(one).encode()).digest() for one in ordered]
    alone = [_articles.get(key, partial(_of_article, one)) for key, one in zip(keys, ordered, strict=True)]
    pairs = [
        _pairs.get(keys[a] + keys[b], partial(_of_pair, ordered[a], ordered[b], alone[a], alone[b]))
        for a, b in combinations(range(len(ordered)), 2)
    ]
    named = [one.article_id for one in ordered]
    found = Comparison(
        suggestions=tuple(each for pair in pairs for each in pair.suggestions),
        quotations=tuple(zip(named, (each.quotations for each in alone), strict=True)),
        matches=tuple(each for pair in pairs for each in pair.matches),
        figures=tuple(zip(named, (each.figures for each in alone), strict=True)),
        cues=tuple(zip(named, (each.cues for each in alone), strict=True)),
    )
    return replace(found, names=variants(ordered), alone=_alone(ordered, found))


def _alone(accounts: Sequence[Account], found: Comparison) -> tuple[Alone, ...]:
    """What each article has alone: the one thing that all of them together decide."""
    from verifier.compare.alone import alone

    return alone(accounts, found.suggestions, dict(found.figures), dict(found.quotations), found.matches)


def _of_article(account: Account) -> _OfArticle:
    from verifier.compare.cues import cues
    from verifier.compare.figures import figures_of
    from verifier.text.quotations import quotations

    quoted = quotations(account.text, account.paragraphs, account.blocks)
    return _OfArticle(quoted, figures_of(account), cues(account, quoted))


def _of_pair(one: Account, other: Account, of_one: _OfArticle, of_other: _OfArticle) -> _OfPair:
    from verifier.compare.alignment import suggestions
    from verifier.compare.quotations import matches

    found = {one.article_id: of_one.quotations, other.article_id: of_other.quotations}
    return _OfPair(suggestions(one, other), matches((one, other), found))
