"""An account by its words: what the sentences are compared by, made once for an account and used for every pair."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress, pairwise

from verifier.domain.comparing import Account, Span
from verifier.text.quotations import spans_in_marks
from verifier.text.words import Word, words

Run = tuple[str, str, str, str]
Feature = str | Run
"""A stem, two neighbouring stems with a space between them, or four words in a row."""

RUN = 4
"""Words in a row that make a stretch of the same words."""

_KEPT = 8
"""How many accounts stay stemmed: those of one case while its pairs are gone through."""

_ACRONYM = range(2, 6)
"""How many letters an acronym has."""

_TITLE = 0.75
"""A sentence with so many of its words capitalised is a title, and its capitals tell no names."""


@dataclass(frozen=True, slots=True)
class Stemmed:
    """An account by its words. ``sentences`` has the words of every piece, in order; ``forms`` their folded forms,
    ``features`` the stems without stop words and the pairs of neighbours among them, each once; ``runs`` every four
    words in a row; ``places`` where each of the stems stands; ``stops`` the stop words among the forms; ``names`` the
    stems that are written with a capital in the middle of a sentence; ``acronyms`` the stems of words all in
    capitals; ``initials`` the first letters of names in several words, with the stems of their last words; ``quoted``
    the stretches between quotation marks, in code points.
    """

    account: Account
    sentences: tuple[tuple[Word, ...], ...]
    forms: tuple[tuple[str, ...], ...]
    features: tuple[tuple[Feature, ...], ...]
    runs: tuple[frozenset[Run], ...]
    places: tuple[dict[str, list[Span]], ...]
    stops: frozenset[str]
    names: frozenset[str]
    acronyms: frozenset[str]
    initials: dict[str, frozenset[str]]
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
    forms = tuple([tuple([word.form for word in sentence]) for sentence in sentences])
    capitals = [[account.text[word[0]].isupper() for word in sentence] for sentence in sentences]
    telling = [[word for word in sentence if not word.stop] for sentence in sentences]
    stops = frozenset([word.form for sentence in sentences for word in sentence if word.stop])
    return Stemmed(
        account,
        sentences,
        forms,
        tuple(map(_features, telling)),
        tuple([frozenset(runs(each)) for each in forms]),
        tuple(map(_places, telling)),
        stops,
        _names(sentences, capitals),
        _acronyms(account.text, sentences, capitals),
        _initials(sentences, capitals),
        _quoted(account),
    )


def runs(forms: Sequence[str]) -> Iterator[Run]:
    """Every four words in a row, in order."""
    return zip(forms, forms[1:], forms[2:], forms[3:], strict=False)


def _features(telling: Iterable[Word]) -> tuple[Feature, ...]:
    """The stems of words and the pairs of neighbours, each once, in order."""
    stems = [word.stem for word in telling]
    return tuple(dict.fromkeys(chain(stems, map(" ".join, pairwise(stems)))))


def _places(telling: Iterable[Word]) -> dict[str, list[Span]]:
    """Where the stems of words stand."""
    found: dict[str, list[Span]] = {}
    for start, end, _form, stem, _stop in telling:
        if stem in found:
            found[stem].append((start, end))
        else:
            found[stem] = [(start, end)]
    return found


def _names(sentences: Iterable[Sequence[Word]], capitals: Iterable[Sequence[bool]]) -> frozenset[str]:
    """The stems that stand with a capital in the middle of a sentence more often than without."""
    large: list[str] = []
    small: list[str] = []
    for sentence, marked in zip(sentences, capitals, strict=True):
        first = (
            0 if len(marked) > 1 and marked[1] else 1
        )  # the capital of the first word tells nothing by itself
        pairs = list(zip(sentence[first:], marked[first:], strict=True))
        with_capital = [word.stem for word, capital in pairs if capital and not word.stop]
        without = [word.stem for word, capital in pairs if not (capital or word.stop)]
        if len(with_capital) <= _TITLE * (len(with_capital) + len(without)):
            large += with_capital
            small += without
    seldom = Counter(small)
    return frozenset(
        [stem for stem, times in Counter(large).items() if times > seldom[stem] and not stem[0].isdecimal()]
    )


def _acronyms(
    text: str, sentences: Iterable[Sequence[Word]], capitals: Iterable[Sequence[bool]]
) -> frozenset[str]:
    """The stems of short words all in capitals ("EU")."""
    return frozenset(
        [
            word.stem
            for word in compress(chain.from_iterable(sentences), chain.from_iterable(capitals))
            if word.end - word.start in _ACRONYM and text[word.start : word.end].isupper()
        ]
    )


def _initials(
    sentences: Iterable[Sequence[Word]], capitals: Iterable[Sequence[bool]]
) -> dict[str, frozenset[str]]:
    """What names in several words may be shortened to ("eu" of "European Union"), and the stems of their last words."""
    found: dict[str, set[str]] = defaultdict(set)
    for sentence, marked in zip(sentences, capitals, strict=True):
        for at in compress(range(1, len(marked)), marked[1:]):
            initials = sentence[at].form[0]
            for before in range(at - 1, max(at - _ACRONYM[-1], -1), -1):
                if not marked[before]:
                    break
                initials = sentence[before].form[0] + initials
                found[initials].add(sentence[at].stem)
    return {initials: frozenset(stems) for initials, stems in found.items()}


def _quoted(account: Account) -> tuple[Span, ...]:
    """The outermost stretches between quotation marks of any sort, and block quotes, in order."""
    found: list[Span] = []
    marked = [(each.start, each.end) for each in spans_in_marks(account.text, account.paragraphs)]
    for start, end in sorted((*marked, *account.blocks)):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return tuple(found)
