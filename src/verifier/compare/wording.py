"""The words in which two passages differ.

Words are compared without regard to case, kinds of quotation mark and white space, punctuation or invisible
characters, and composed (NFC); the spans that come back are those of the passages as they are. The alignment is
rapidfuzz's indel distance over words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_MOST_PAIRS = 100_000_000
"""Above so many pairs of words the alignment would take too much memory; words are then looked up instead."""

# What parts words: white space and punctuation, but neither combining marks nor invisible joiners.
_APART = (
    r"\s!-/:-@\[-`{-~\xa1-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf"
    r"\u2010-\u2027\u2030-\u205e\u3000-\u3003\u3008-\u3011،؛؟"
)
_WORD = re.compile(
    rf"[^{_APART}]+(?:(?:['’ʼ]|(?<=\d)[.,](?=\d))[^{_APART}]+)*+|[%$£¥§&+°±№]",
)
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_APOSTROPHES = {ord("’"): "'", ord("ʼ"): "'"}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """The spans, in code points, of the words of ``a`` that are not in ``b``, and of ``b`` that are not in ``a``."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]


def word_difference(a: str, b: str) -> Difference:
    """Where two passages differ in their words; neighbouring words that differ are one span."""
    spans_a, words_a = _words(a)
    spans_b, words_b = _words(b)
    if len(words_a) * len(words_b) > _MOST_PAIRS:
        only_a, only_b = _missing(words_a, words_b), _missing(words_b, words_a)
    else:
        only_a, only_b = _aligned(words_a, words_b)
    return Difference(_joined(only_a, spans_a), _joined(only_b, spans_b))


def _words(text: str) -> tuple[list[Span], list[str]]:
    """The words of a text: where each stands, and how it is compared."""
    spans, words = [], []
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if folded:
            spans.append(match.span())
            words.append(folded)
    return spans, words


def fold(word: str) -> str:
    """A word as it is compared: composed, without case, invisible characters and kinds of apostrophe."""
    if word.isascii():
        return word.lower()
    plain = word.translate(_INVISIBLE).translate(_APOSTROPHES)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", plain).casefold())


def _aligned(a: Sequence[str], b: Sequence[str]) -> tuple[list[int], list[int]]:
    """The indices of the words of each that the shortest way from one to the other deletes and inserts."""
    only_a: list[int] = []
    only_b: list[int] = []
    for step in Indel.opcodes(a, b):
        if step.tag == "delete":
            only_a.extend(range(step.src_start, step.src_end))
        elif step.tag == "insert":
            only_b.extend(range(step.dest_start, step.dest_end))
    return only_a, only_b


def _missing(words: Sequence[str], others: Sequence[str]) -> list[int]:
    """The indices of the words that stand nowhere in the other text."""
    known = frozenset(others)
    return [index for index, word in enumerate(words) if word not in known]


def _joined(indices: Iterable[int], spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans of some words, neighbours made one."""
    result: list[Span] = []
    before = -2
    for index in indices:
        start, end = spans[index]
        if index == before + 1:
            start = result.pop()[0]
        result.append((start, end))
        before = index
    return tuple(result)
