"""Ordinals and shares read from tokens: "the 5th", "third", "a third of", "one in five", "половина"."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.comparing import Figure, FigureKind
from verifier.text.measures import figure_words as tables
from verifier.text.measures.marked import Token, TokenKind
from verifier.text.measures.numerals import HYPHENS, Setting, read_numeral
from verifier.text.measures.unit_words import NOT_COUNTED

Found = tuple[Figure, int]

_RUSSIAN_SUFFIXES = tables.ORDINAL_SUFFIXES - tables.words("st nd rd th")
_SPOKEN = tables.words("first second third")
_PERIODS = tables.words("half time quarter year-end halves")


def read_ordinal(items: Sequence[Token], index: int) -> Found | None:
    """The ordinal that begins at a token, in digits or in words, or None."""
    item = items[index]
    if item.number:
        return _in_digits(items, index)
    if item.kind is not TokenKind.WORD:
        return None
    value, after = _in_words(items, index)
    if after < len(items) and items[after].raw in HYPHENS and items[after].glued:
        return None  # "second-hand"
    if after < len(items) and items[after].word in ("world", "мировой", "мировая", "мировую"):
        return None  # the name of a war
    if not value or (
        after < len(items)
        and items[after].word in ("of", "-")
        and value in (3, 4, 5, 6, 8, 10)
        and _share(items, index)
    ):
        return None
    before = items[index - 1].word if index else ""
    if after > index + 1:
        return _figure(items, index, after, value)
    if index == 0 or before not in tables.BEFORE_ORDINAL or (item.capital and item.word[0] > "z"):
        return None
    return _figure(items, index, after, value)


def _share(items: Sequence[Token], index: int) -> bool:
    """Whether "third" is the part of something here."""
    return items[index - 1].word in ("a", "an", "one") if index else False


def _figure(items: Sequence[Token], first: int, after: int, value: float) -> Found:
    start, end = items[first].start, items[after - 1].end
    return Figure(FigureKind.ORDINAL, start, end, value, value), after


def _in_digits(items: Sequence[Token], index: int) -> Found | None:
    """ "5th", "21-й"."""
    raw, after = items[index].raw, index + 1
    if not raw.isdigit() or len(raw) > 4 or after >= len(items) or not items[after].glued:
        return None
    if items[after].word in ("st", "nd", "rd", "th"):
        return _figure(items, index, after + 1, float(raw))
    hyphen = items[after].raw in HYPHENS
    at = after + hyphen
    if hyphen and at < len(items) and items[at].glued and items[at].word in _RUSSIAN_SUFFIXES:
        return _figure(items, index, at + 1, float(raw))
    return None


def _in_words(items: Sequence[Token], index: int) -> tuple[float, int]:
    """An ordinal in words ("twenty-first", "двадцать первый") and the index behind it; 0 where there is none."""
    word = items[index].word
    if word in tables.TENS:
        at = index + 1
        at += at < len(items) and items[at].raw in HYPHENS and items[at].glued
        value = tables.ORDINALS.get(items[at].word, 0) if at < len(items) else 0
        return (tables.TENS[word] + value, at + 1) if 0 < value < 10 else (0.0, index)
    return float(tables.ORDINALS.get(word, 0)), index + 1


def read_share(items: Sequence[Token], index: int, where: Setting) -> Found | None:
    """A part of a whole, as per cent: "half of", "two-thirds", "one in five", "каждый третий", or None."""
    return _stroke(items, index) or _one_in(items, index, where) or _fraction(items, index)


def _stroke(items: Sequence[Token], index: int) -> Found | None:
    """ "2/3", "1/10"."""
    row = items[index : index + 3]
    if len(row) < 3 or row[1].raw != "/" or not row[0].raw.isdigit() or not row[2].raw.isdigit():
        return None
    one, other = int(row[0].raw[:3]), int(row[2].raw[:3])
    return _percent(items, index, index + 3, one / other) if 0 < one < other <= 10 else None


def _percent(items: Sequence[Token], first: int, after: int, value: float) -> Found:
    start, end = items[first].start, items[after - 1].end
    share = round(value * 100, 6)
    return Figure(FigureKind.PERCENT, start, end, share, share), after


def _one_in(items: Sequence[Token], index: int, where: Setting) -> Found | None:
    """ "one in five", "three out of ten"; not "one in 2020"."""
    if items[index].word not in tables.UNITS and not items[index].number:
        return None
    one = read_numeral(items, index, where)
    if one is None or not 1 <= one.value <= 100:
        return None
    after = one.next
    if after < len(items) and items[after].word == "out":
        after += after + 1 < len(items) and items[after + 1].word == "of"
    elif one.value > 9:
        return None
    if (
        after >= len(items)
        or items[after].word not in ("in", "of")
        or (items[after].word == "of" and after == one.next)
    ):
        return None
    other = read_numeral(items, after + 1, where)
    if other is None or not one.value < other.value <= 1000 or other.value != int(other.value) or other.vague:
        return None
    return _percent(items, index, other.next, one.value / other.value)


def _fraction(items: Sequence[Token], index: int) -> Found | None:
    """ "half of", "a third of", "two thirds", "три четверти", "половина"."""
    first, word = index, items[index].word
    count, at = 1.0, index
    if word in tables.UNITS or word in ("a", "an"):
        count, at = tables.UNITS.get(word, 1.0), index + 1
        at += at < len(items) and items[at].raw in HYPHENS and items[at].glued
    part = tables.FRACTIONS.get(items[at].word, 0.0) if at < len(items) else 0.0
    if not part or not count or count >= part:
        return None
    after = at + 1
    following = items[after].word if after < len(items) else ""
    russian = items[at].word[0] > "z"
    if russian:
        fits = at > index or items[at].word.startswith("полов") or items[at].word in ("треть", "трети")
        return _percent(items, first, after, count / part) if fits and following not in ("века",) else None
    plural = items[at].word.endswith("s")
    if at == index and (items[at].word != "half" or (index and items[index - 1].word in tables.ORDINALS)):
        return None
    whole = following == "of" or (at == index and following in ("the", "his", "her", "its", "their", "our"))
    if not whole and not (
        plural
        and count > 1
        and following not in NOT_COUNTED - tables.words("and or but who to were are is was")
    ):
        return None
    return _percent(items, first, after, count / part)
