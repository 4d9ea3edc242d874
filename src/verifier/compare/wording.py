"""The words in which two passages differ.

Words are compared without regard to case, kinds of quotation mark and white space, punctuation or invisible
characters, and composed (NFC); the spans that come back are those of the passages as they are. The alignment is
rapidfuzz's indel distance over words. Of what it leaves over, words that stand at another place in the other passage
have moved; what stands in the same place on either side has changed from the one to the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heappush
from typing import cast

from rapidfuzz.distance import Indel

from verifier.text.stop_words import STOP_WORDS

_MOST_PAIRS = 100_000_000
"""Above so many pairs of words the alignment would take too much memory; words are then looked up instead."""

_PASSAGE = 2_000
"""The words of texts of so many code points stay known."""

_KEPT = 256
"""Of so many texts."""

_MOST_PLACES = 8
"""A word left over at more places than this leads to no move by itself: it tells little, and would cost the most."""

# What parts words: white space and punctuation, but neither combining marks nor invisible joiners.
_APART = (
    r"\s!-/:-@\[-`{-~\xa1-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf"
    r"\u2010-\u2027\u2030-\u205e\u3000-\u3003\u3008-\u3011،؛؟"
)
_WORD = re.compile(
    r"[A-Za-z]++(?= )|"  # most words by far
    rf"[^{_APART}]+(?:(?:['’ʼ]|(?<=\d)[.,](?=\d))[^{_APART}]+)*+|[%$£¥§&+°±№]",
)
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_HIDDEN = re.compile("|".join(map(chr, _INVISIBLE)))
_APOSTROPHES = {ord("’"): "'", ord("ʼ"): "'"}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """The spans, in code points, of the words of ``a`` that are not in ``b``, and of ``b`` that are not in ``a``."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class WordChanges:
    """How the words of ``a`` became those of ``b``: spans in code points, in the order of ``a``, then of ``b``.

    ``changed`` has what stands in the same place on either side, ``moved`` the same words at another place; what is
    left over on one side alone is in ``only_a`` or ``only_b``. No word is in two of them.
    """

    only_a: tuple[Span, ...] = ()
    only_b: tuple[Span, ...] = ()
    changed: tuple[tuple[Span, Span], ...] = ()
    moved: tuple[tuple[Span, Span], ...] = ()


def word_difference(a: str, b: str) -> Difference:
    """Where two passages differ in their words; neighbouring words that differ are one span."""
    spans_a, words_a = _words(a)
    spans_b, words_b = _words(b)
    if len(words_a) * len(words_b) > _MOST_PAIRS:
        only_a, only_b = _missing(words_a, words_b), _missing(words_b, words_a)
        return Difference(_joined(only_a, spans_a), _joined(only_b, spans_b))
    gaps = _gaps(words_a, words_b)
    return Difference(
        tuple(
            [(spans_a[first][0], spans_a[end - 1][1]) for first, end, _start, _beyond in gaps if first < end]
        ),
        tuple(
            [(spans_b[start][0], spans_b[beyond - 1][1]) for _, _, start, beyond in gaps if start < beyond]
        ),
    )


def word_changes(a: str, b: str) -> WordChanges:
    """How the words of one passage became those of another: changed, moved, or only in one of them.

    Words move in stretches, of which at least one is no stop word. Takes time linear in the words that differ.
    """
    spans_a, words_a = _words(a)
    spans_b, words_b = _words(b)
    if len(words_a) * len(words_b) > _MOST_PAIRS:
        only_a, only_b = _missing(words_a, words_b), _missing(words_b, words_a)
        return WordChanges(_joined(only_a, spans_a), _joined(only_b, spans_b))
    gaps = _gaps(words_a, words_b)
    moves = _moves(words_a, words_b, gaps)
    gone_a = {at for size, first, _ in moves for at in range(first, first - size)}
    gone_b = {at for size, _, start in moves for at in range(start, start - size)}
    changed: list[tuple[Span, Span]] = []
    left_a: list[int] = []
    left_b: list[int] = []
    for first, end, start, beyond in gaps:
        mine = [at for at in range(first, end) if at not in gone_a]
        theirs = [at for at in range(start, beyond) if at not in gone_b]
        if _is_stretch(mine) and _is_stretch(theirs):
            changed.append((_over(spans_a, mine), _over(spans_b, theirs)))
        else:
            left_a += mine
            left_b += theirs
    moved = sorted(
        (_over(spans_a, range(first, first - size)), _over(spans_b, range(start, start - size)))
        for size, first, start in moves
    )
    return WordChanges(_joined(left_a, spans_a), _joined(left_b, spans_b), tuple(changed), tuple(moved))


def _is_stretch(indices: Sequence[int]) -> bool:
    """Whether there are indices and nothing is missing between them."""
    return bool(indices) and indices[-1] - indices[0] + 1 == len(indices)


def _over(spans: Sequence[Span], indices: Sequence[int]) -> Span:
    """The span from the first to the last of some words."""
    return spans[indices[0]][0], spans[indices[-1]][1]


_Gap = tuple[int, int, int, int]
"""What stands between two stretches of the same words: the words from ... up to ... of a, and of b."""


def _gaps(a: Sequence[str], b: Sequence[str]) -> list[_Gap]:
    """The gaps between the words both have in the same order; one side of a gap may be empty."""
    gaps = []
    begin_a = begin_b = 0
    steps = cast("list[tuple[str, int, int, int, int]]", Indel.opcodes(a, b).as_list())
    for tag, first, end, start, beyond in steps:
        if tag == "equal":
            if first > begin_a or start > begin_b:
                gaps.append((begin_a, first, begin_b, start))
            begin_a, begin_b = end, beyond
    if len(a) > begin_a or len(b) > begin_b:
        gaps.append((begin_a, len(a), begin_b, len(b)))
    return gaps


_Move = tuple[int, int, int]
"""How many of the same words in a row stand in gaps on both sides, less than none of them (so that the longest come
first where moves are sorted), and the index of the first in a and in b.
"""


def _moves(a: Sequence[str], b: Sequence[str], gaps: Sequence[_Gap]) -> list[_Move]:
    """The stretches of words that stand at another place, the longest first; no word is in two of them."""
    free_a = {at: a[at] for first, end, _start, _beyond in gaps for at in range(first, end)}
    free_b = {at: b[at] for _first, _end, start, beyond in gaps for at in range(start, beyond)}
    heap = list(_runs(free_a, free_b))
    heapify(heap)
    moves: list[_Move] = []
    while heap:
        run = heappop(heap)
        parts = list(_still_free(run, free_a, free_b))
        if parts == [run]:
            moves.append(run)
            for at in range(-run[0]):
                del free_a[run[1] + at], free_b[run[2] + at]
        else:
            for part in parts:
                if any(word not in STOP_WORDS for word in a[part[1] : part[1] - part[0]]):
                    heappush(heap, part)
    return moves


def _runs(free_a: dict[int, str], free_b: dict[int, str]) -> Iterator[_Move]:
    """The longest stretches of the same free words that have a word which is no stop word."""
    telling = set(free_a.values()).intersection(free_b.values()) - STOP_WORDS
    if not telling:
        return
    places: dict[str, list[int]] = defaultdict(list)
    for there, word in free_b.items():
        if word in telling:
            places[word].append(there)
    reached: dict[int, int] = {}
    for at, word in free_a.items():
        found = places[word] if word in telling else ()
        for there in found if len(found) <= _MOST_PLACES else ():
            if at < reached.get(at - there, 0):
                continue
            back = ahead = 1
            while at - back in free_a and free_a[at - back] == free_b.get(there - back):
                back += 1
            while at + ahead in free_a and free_a[at + ahead] == free_b.get(there + ahead):
                ahead += 1
            reached[at - there] = at + ahead
            yield 1 - back - ahead, at - back + 1, there - back + 1


def _still_free(run: _Move, free_a: dict[int, str], free_b: dict[int, str]) -> Iterator[_Move]:
    """The parts of a stretch that no longer stretch has taken."""
    size, first, start = run
    begin = 0
    for at in range(1 - size):
        if at == -size or first + at not in free_a or start + at not in free_b:
            if at > begin:
                yield begin - at, first + begin, start + begin
            begin = at + 1


_Words = tuple[Sequence[Span], Sequence[str]]
"""The words of a text: where each stands, and how it is compared."""


def _words(text: str) -> _Words:
    """The words of a text; those of a passage stay known, since it is held beside one passage after another."""
    return _kept_words(text) if len(text) <= _PASSAGE else _found_words(text)


def _found_words(text: str) -> _Words:
    """The words of a text, looked for once in the whole of it folded where folding moves nothing."""
    folded = _folded_whole(text)
    if folded:
        spans = [match.span() for match in _WORD.finditer(text)]
        return spans, [folded[start:end] for start, end in spans]
    spans, words = [], []
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if word:
            spans.append(match.span())
            words.append(word)
    return spans, words


_kept_words = lru_cache(maxsize=_KEPT)(_found_words)


def _folded_whole(text: str) -> str:
    """A text as its words are compared, every code point in its place; "" where a word must be looked at by itself."""
    if text.isascii():
        return text.lower()
    if _HIDDEN.search(text) or not unicodedata.is_normalized("NFC", text):
        return ""
    folded = text.translate(_APOSTROPHES).casefold()  # which makes no code point shorter
    return folded if len(folded) == len(text) and unicodedata.is_normalized("NFC", folded) else ""


def fold(word: str) -> str:
    """A word as it is compared: composed, without case, invisible characters and kinds of apostrophe."""
    if word.isascii():
        return word.lower()
    plain = word.translate(_INVISIBLE).translate(_APOSTROPHES)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", plain).casefold())


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
