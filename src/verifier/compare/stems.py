"""An account by its words: what the sentences are compared by, made once for an account and used for every pair."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from verifier.domain.comparing import Account, Span
from verifier.text.words import Word, words

_KEPT = 8
"""How many accounts stay stemmed: those of one case while its pairs are gone through."""

_TITLE = 0.6
"""A sentence with so many of its words capitalised is a title, and its capitals tell no names."""

_MARK = re.compile('["“”„‟«»＂]')
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Stemmed:
    """An account by its words. ``sentences`` has the words of every piece, in order; ``forms`` their folded forms,
    ``content`` their stems without stop words, and ``bags`` each of these once; ``stops`` the stop words among the
    forms; ``names`` the stems that are written with a capital in the middle of a sentence; ``quoted`` the stretches
    between quotation marks, in code points.
    """

    account: Account
    sentences: tuple[tuple[Word, ...], ...]
    forms: tuple[tuple[str, ...], ...]
    content: tuple[tuple[str, ...], ...]
    bags: tuple[frozenset[str], ...]
    stops: frozenset[str]
    names: frozenset[str]
    quoted: tuple[Span, ...]

    def is_quoted(self, place: int) -> bool:
        """Whether the code point at a place stands between quotation marks."""
        index = bisect_right(self.quoted, place, key=lambda span: span[0]) - 1
        return index >= 0 and place < self.quoted[index][1]


@lru_cache(maxsize=_KEPT)
def stemmed(account: Account) -> Stemmed:
    """An account by its words; kept for the accounts asked for last."""
    sentences = tuple(
        tuple(words(account.text, piece.start, piece.end, language=account.language))
        for piece in account.pieces
    )
    forms = tuple(tuple(word.form for word in sentence) for sentence in sentences)
    content = tuple(tuple(word.stem for word in sentence if not word.stop) for sentence in sentences)
    names = _names(account.text, sentences)
    stops = frozenset(word.form for sentence in sentences for word in sentence if word.stop)
    return Stemmed(
        account, sentences, forms, content, tuple(map(frozenset, content)), stops, names, _quoted(account)
    )


def _names(text: str, sentences: Iterable[tuple[Word, ...]]) -> frozenset[str]:
    """The stems that stand with a capital in the middle of a sentence more often than without."""
    balance: Counter[str] = Counter()
    for sentence in sentences:
        inner = [(word.stem, text[word.start].isupper()) for word in sentence[1:] if not word.stop]
        if sum(capital for _stem, capital in inner) > _TITLE * len(inner):
            continue
        for stem, capital in inner:
            balance[stem] += 1 if capital else -1
    return frozenset(stem for stem, times in balance.items() if times > 0 and not stem[0].isdecimal())


def _quoted(account: Account) -> tuple[Span, ...]:
    """The stretches between double quotation marks of any sort; what is not closed ends with its paragraph."""
    found: list[Span] = []
    for start, end in account.paragraphs:
        opened = -1
        for hit in _MARK.finditer(account.text, start, end):
            if opened < 0 and hit[0] not in _CLOSING:
                opened = hit.end()
            elif opened >= 0 and hit[0] not in _OPENING - {"“"}:
                found.append((opened, hit.start()))
                opened = -1
        if opened >= 0:
            found.append((opened, end))
    return tuple(found)
