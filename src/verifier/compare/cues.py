"""Cue words in the author's own voice: what evaluates, hedges or insists, outside quotations.

A cue names its word and judges nothing: no label follows from it. Where several lists have a word at one place, the
longest phrase counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from verifier.domain.comparing import Account, Cue, CueKind, Quotation, Span
from verifier.text import cue_words as lists
from verifier.text.measures.marked import Token, TokenKind, fold, tokens

_LONGEST_PHRASE = 5
_PARTS = "-‐‑"


def _single() -> tuple[dict[str, CueKind], dict[str, CueKind]]:
    """Words that are cues as they stand, and beginnings of words that are."""
    whole: dict[str, CueKind] = {}
    heads: dict[str, CueKind] = {}
    for kind, words in (
        (CueKind.EVALUATIVE, lists.EVALUATIVE),
        (CueKind.HEDGE, lists.HEDGES),
        (CueKind.CERTAINTY, lists.CERTAINTY),
    ):
        for word in words.split():
            (heads if word.endswith("*") else whole).setdefault(word.rstrip("*"), kind)
    return whole, heads


def _phrases() -> dict[tuple[str, ...], CueKind]:
    """Phrases of several words."""
    rows = (
        (CueKind.EVALUATIVE, lists.PHRASES_OF_JUDGEMENT),
        (CueKind.HEDGE, lists.PHRASES_OF_HEDGING),
        (CueKind.CERTAINTY, lists.PHRASES_OF_CERTAINTY),
    )
    return {tuple(phrase.split()): kind for kind, phrases in rows for phrase in phrases.split(",")}


_WHOLE, _HEADS = _single()
_LONGER = _phrases() | {tuple(word.split("-")): kind for word, kind in _WHOLE.items() if "-" in word}
_SHORTEST_HEAD = min(map(len, _HEADS))
_LONGEST_HEAD = max(map(len, _HEADS))


def cues(account: Account, quotations: Iterable[Quotation | Span] = ()) -> tuple[Cue, ...]:
    """The cue words of an account in order, without those inside its quotations (or spans, in code points)."""
    quoted = _joined(_span(each) for each in quotations)
    found: list[Cue] = []
    for piece in account.pieces:
        items = tokens(account.text, piece.start, piece.end)
        for kind, start, end in _cues(items):
            if not _inside(quoted, start, end):
                found.append(Cue(kind, piece.id, start, end))
    return tuple(found)


def _span(quotation: Quotation | Span) -> Span:
    """The span of a quotation with its marks."""
    if isinstance(quotation, Quotation):
        return quotation.outer_start, quotation.outer_end
    return quotation


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _inside(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether a place overlaps one of some spans that are apart and in order."""
    at = bisect_right(spans, end, key=lambda span: span[0]) - 1
    return any(first < end and start < last for first, last in spans[max(0, at - 1) : at + 1])


def _cues(items: Sequence[Token]) -> Iterable[tuple[CueKind, int, int]]:
    """The cues among the tokens of a sentence: phrases first, else single words."""
    index = 0
    while index < len(items):
        length, kind = _phrase_at(items, index)
        if kind is None and items[index].kind is TokenKind.WORD and not _noun(items, index):
            kind = _kind(items[index].word)
        if kind is None:
            index += 1
            continue
        yield kind, items[index].start, items[index + length - 1].end
        index += length


def _phrase_at(items: Sequence[Token], index: int) -> tuple[int, CueKind | None]:
    """How many tokens the longest phrase at an index has, and its kind; 1 and None where there is none."""
    words: list[str] = []
    best: tuple[int, CueKind | None] = (1, None)
    for at in range(index, min(index + 2 * _LONGEST_PHRASE, len(items))):
        if items[at].kind is TokenKind.WORD:
            words.append(items[at].word)
        elif items[at].raw not in _PARTS or not items[at].glued:
            break
        kind = _LONGER.get(tuple(words))
        if kind is not None and len(words) > 1 and items[at].kind is TokenKind.WORD:
            best = at - index + 1, kind
    return best


def _noun(items: Sequence[Token], index: int) -> bool:
    """Whether a word that may hedge is a noun here: "the might of the state"."""
    return (
        items[index].word == "might" and index > 0 and items[index - 1].word in ("the", "its", "their", "his")
    )


def _kind(word: str) -> CueKind | None:
    """What a single word is a cue of."""
    if word in _WHOLE:
        return _WHOLE[word]
    lengths = range(min(len(word), _LONGEST_HEAD), _SHORTEST_HEAD - 1, -1)
    return next((_HEADS[word[:length]] for length in lengths if word[:length] in _HEADS), None)


def cue_word(account: Account, cue: Cue) -> str:
    """The word or phrase of a cue, folded and on one line."""
    return " ".join(fold(account.text[cue.start : cue.end]).split())
