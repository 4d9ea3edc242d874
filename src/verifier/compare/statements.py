"""Sentences of two articles that quote the same statement: who repeats it has not borne it out a second time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from verifier.domain.comparing import Account, Likeness, Quotation, QuotationMatch
from verifier.text.words import words

_LEAST_WORDS = 6
"""So many words make a statement where one article has only a part of the quotation, or has it without marks."""
_DOUBTFUL = frozenset({Likeness.FRAGMENT, Likeness.UNMARKED})


def sentences_of_one_statement(
    accounts: Iterable[Account], matches: Iterable[QuotationMatch]
) -> frozenset[tuple[str, str]]:
    """The pairs of sentences, either way round, that stand in the same quotation. Matches with an article that is not
    among the accounts are left out.
    """
    known = {account.article_id: account for account in accounts}
    found: set[tuple[str, str]] = set()
    for match in matches:
        one, other = known.get(match.article_a), known.get(match.article_b)
        if one is None or other is None or not _is_statement(match, one, other):
            continue
        for a in _sentences(one, match.a):
            for b in _sentences(other, match.b):
                found.update(((a, b), (b, a)))
    return frozenset(found)


def _is_statement(match: QuotationMatch, one: Account, other: Account) -> bool:
    """Whether so much is quoted that it is surely the same: two articles may call a man "brave" on their own."""
    if match.likeness not in _DOUBTFUL:
        return True
    sides = (one, match.a), (other, match.b)
    return all(len(words(each.text, said.start, said.end)) >= _LEAST_WORDS for each, said in sides)


def _sentences(account: Account, quotation: Quotation) -> list[str]:
    """The ids of the sentences that some of the quoted words are in."""
    first = bisect_right(account.pieces, quotation.start, key=lambda piece: piece.end)
    behind = bisect_left(account.pieces, quotation.end, key=lambda piece: piece.start)
    return [piece.id for piece in account.pieces[first:behind]]
