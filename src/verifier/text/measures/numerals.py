"""Numbers in digits and in words, English and Russian, read from tokens.

"1,200", "1 200", "1.5 million", "twenty-one", "двенадцать тысяч", "half a million", "полтора миллиона".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.text.measures import figure_words as tables
from verifier.text.measures.marked import Token, TokenKind
from verifier.text.measures.unit_words import CURRENCY_SIGNS, NOT_COUNTED, OF_LENGTH

NARROW = "\u00a0\u202f\u2009\u2007"
"""Spaces that part the thousands of one number."""

HYPHENS = "-‐‑"
DASHES = "-‐‑–—−"
_MOST_DIGITS = 18
_POINT_LANGUAGES = ("en", "zh", "ja", "he", "th", "ko")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the text a number stands in: the text, whether a comma is its decimal mark, whether a plain
    space may part thousands.
    """

    text: str
    comma: bool
    spaced: bool


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number: its value, the index behind its last token, whether it is written in digits, its scale (1 where it
    names none), its digits as they stand, and its bounds where it names only a size ("dozens").
    """

    value: float
    next: int
    digits: bool
    scale: float = 1.0
    raw: str = ""
    vague: tuple[float, float] | None = None


def setting(text: str, start: int, end: int, language: str) -> Setting:
    """How numbers are written in a text: by its language where that is known, else by its letters."""
    tag = language.lower().partition("-")[0]
    if not tag:
        part = text[start:end]
        cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in part)
        tag = "ru" if 2 * cyrillic > sum(map(str.isalpha, part)) else "en"
    return Setting(text, tag not in _POINT_LANGUAGES, tag in ("ru", "uk", "be", "fr", "pl", "cs", "sv"))


def read_numeral(items: Sequence[Token], index: int, where: Setting) -> Numeral | None:
    """The number that begins at a token, or None."""
    if index >= len(items):
        return None
    item = items[index]
    if item.number:
        return _in_digits(items, index, where)
    if item.kind is TokenKind.MARK:
        value = tables.HALVES.get(item.raw)
        return None if value is None else _scaled(items, Numeral(value, index + 1, True), where)
    return _vague(items, index) or _in_words(items, index)


def _in_digits(items: Sequence[Token], index: int, where: Setting) -> Numeral | None:
    """A number in digits, with thousands parted by spaces, a half and a scale behind it."""
    raw, after = _grouped(items, index, where)
    if len(raw) > _MOST_DIGITS:
        return None
    value = _value(raw, where)
    if value is None:
        return None
    if after < len(items) and items[after].glued and items[after].raw in tables.HALVES:
        value, after = value + tables.HALVES[items[after].raw], after + 1
    else:
        value, after = _and_a_half(items, value, after)
    return _scaled(items, Numeral(value, after, True, raw=raw), where)


def _grouped(items: Sequence[Token], index: int, where: Setting) -> tuple[str, int]:
    """The digits from a token on, groups of three parted by a space joined, and the index behind them."""
    raw, after = items[index].raw, index + 1
    if not 1 <= len(raw) <= 3 or not raw.isdigit() or raw[0] == "0":
        return raw, after
    while after < len(items) and len(raw) < _MOST_DIGITS and _joins(items, after, where):
        raw, after = raw + items[after].raw, after + 1
        if not raw.isdigit():
            break
    return raw, after


def _joins(items: Sequence[Token], index: int, where: Setting) -> bool:
    """Whether a token is the next group of three digits of the number before it."""
    item, gap = items[index], where.text[items[index - 1].end : items[index].start]
    if not item.number or len(gap) != 1 or not (gap in NARROW or (where.spaced and gap in " \n")):
        return False
    whole = item.raw.replace(",", ".").partition(".")[0]
    return len(whole) == 3 and item.raw.count(".") + item.raw.count(",") <= 1


def _value(raw: str, where: Setting) -> float | None:
    """What digits with points and commas say, or None where they are no number ("1.2.3")."""
    if raw.isdigit():
        return float(raw)
    marks = {mark for mark in raw if mark in ".,"}
    if len(marks) == 2:
        decimal = raw[max(raw.rfind("."), raw.rfind(","))]
        grouping = "," if decimal == "." else "."
        whole, _mark, rest = raw.rpartition(decimal)
        return _thousands(whole, grouping, rest) if decimal not in whole else None
    mark = marks.pop()
    groups = raw.split(mark)
    if len(groups) > 2 or (len(groups[1]) == 3 and _parts_thousands(mark, groups[0], where)):
        return _thousands(raw, mark, "")
    return float(raw.replace(",", "."))


def _parts_thousands(mark: str, first: str, where: Setting) -> bool:
    """Whether a mark before three digits parts thousands rather than decimals."""
    return len(first) <= 3 and first[0] != "0" and (mark == ".") == where.comma


def _thousands(whole: str, mark: str, decimals: str) -> float | None:
    """A number whose thousands are parted by a mark, or None where its groups have not three digits."""
    head, *groups = whole.split(mark)
    if len(head) > 3 or any(len(group) != 3 for group in groups):
        return None
    return float(head + "".join(groups) + "." + (decimals or "0"))


def _and_a_half(items: Sequence[Token], value: float, after: int) -> tuple[float, int]:
    """A number with "and a half" or "с половиной" behind it added."""
    following = [item.word for item in items[after : after + 6] if item.raw not in HYPHENS or not item.glued]
    if following[:2] == ["and", "a"] and following[2:3] in (["half"], ["quarter"]):
        parted = items[after].raw in HYPHENS
        return value + (0.5 if following[2] == "half" else 0.25), after + (6 if parted else 3)
    return (value + 0.5, after + 2) if following[:2] == ["с", "половиной"] else (value, after)


def _scaled(items: Sequence[Token], numeral: Numeral, where: Setting) -> Numeral:
    """A number with the scale behind it, and what smaller number goes on ("1 млн 200 тыс.")."""
    after = numeral.next
    item = items[after] if after < len(items) else None
    scale = _scale(item) if item else None
    if item is None or scale is None or (item.raw == "m" and not _millions(items, after)):
        return numeral
    after += 1
    if item.word in ("тыс", "млн", "млрд", "трлн") and after < len(items) and items[after].raw == ".":
        after = after + 1 if items[after].glued and not _ends_here(items, after) else after
    value = numeral.value * scale
    if item.word[0] > "z" and after < len(items) and items[after].number:
        rest = _in_digits(items, after, where)
        if rest and rest.scale > 1 and rest.value < scale:
            value, after = value + rest.value, rest.next
    value, after = _and_a_half(items, value / scale, after) if scale >= 1e6 else (value / scale, after)
    return Numeral(value * scale, after, True, scale, numeral.raw)


def _scale(item: Token) -> float | None:
    """The scale a token names behind digits."""
    if item.word in tables.SCALES:
        return tables.SCALES[item.word]
    if item.glued and (item.word != "k" or item.raw == "k") and item.raw != "M":
        return tables.SHORT_SCALES.get(item.word)
    return tables.SHORT_SCALES.get(item.word) if item.word in ("bn", "mn", "mln", "trn") else None


def _millions(items: Sequence[Token], index: int) -> bool:
    """Whether "m" right behind digits is a million rather than metres: behind a currency, or before things counted."""
    if index > 1 and items[index - 2].raw in CURRENCY_SIGNS:
        return True
    following = items[index + 1].word if index + 1 < len(items) else ""
    return following[:1].isalpha() and following not in OF_LENGTH and following not in NOT_COUNTED


def _ends_here(items: Sequence[Token], index: int) -> bool:
    """Whether a full stop is the last mark of its text or stands before a capital."""
    return index + 1 >= len(items) or items[index + 1].capital


def _vague(items: Sequence[Token], index: int) -> Numeral | None:
    """A size instead of a number: "dozens", "tens of thousands", "несколько сотен", "several hundred"."""
    first = items[index].word
    after = index + 1
    if first in tables.VAGUE_BEFORE or first == "несколько":
        following = items[after].word if after < len(items) else ""
        scale = 100.0 if following == "hundred" else tables.SCALES.get(following, 0.0)
        if following in tables.VAGUE and following[0] > "z":
            return _vague(items, after)
        if following == "dozen":
            return Numeral(0, after + 1, False, vague=tables.VAGUE["dozens"])
        return Numeral(0, after + 1, False, vague=(2 * scale, 10 * scale)) if scale else None
    if first not in tables.VAGUE:
        return None
    low, high = tables.VAGUE[first]
    step = 2 if after < len(items) and items[after].word == "of" else 1
    scale = _vague_scale(items, index + step)
    if scale > low:
        factor = {"tens": 10.0, "hundreds": 100.0}.get(first, low / 2)
        return Numeral(0, index + step + 1, False, vague=(2 * factor * scale, 10 * factor * scale))
    return Numeral(0, after, False, vague=(low, high))


def _vague_scale(items: Sequence[Token], index: int) -> float:
    """The scale a vague number counts: of "tens of thousands" the thousand, else 0."""
    if index >= len(items) or items[index].word not in tables.VAGUE:
        return 0.0
    return tables.VAGUE[items[index].word][0] / 2


def _in_words(items: Sequence[Token], index: int) -> Numeral | None:
    """A number in words."""
    first = items[index].word
    if first in tables.HALF_SCALES:
        return Numeral(tables.HALF_SCALES[first], index + 1, False)
    if first in tables.ONE_AND_A_HALF:
        return _times(items, 1.5, index + 1)
    if first in ("a", "an", "half"):
        return _with_article(items, index)
    return _summed(items, index)


def _with_article(items: Sequence[Token], index: int) -> Numeral | None:
    """ "a hundred", "a dozen", "half a million", "a million and a half"."""
    value, after = 1.0, index + 1
    if items[index].word == "half":
        value = 0.5
        if after < len(items) and items[after].word in ("a", "an"):
            after += 1
    if after >= len(items):
        return None
    word = items[after].word
    if word == "dozen":
        return Numeral(12 * value, after + 1, False)
    if word == "hundred" or (word in tables.SCALES and word < "z"):
        if value == 1:
            return _summed(items, after)
        return _times(items, value, after)
    return None


def _times(items: Sequence[Token], value: float, after: int) -> Numeral:
    """A number times the scale behind it, if there is one."""
    word = items[after].word if after < len(items) else ""
    scale = 100.0 if word == "hundred" else tables.SCALES.get(word, 1.0)
    return Numeral(value * scale, after + (scale > 1), False, scale)


def _summed(items: Sequence[Token], index: int) -> Numeral | None:
    """A number of several words: "two hundred and five thousand", "сорок два"."""
    total, current, floor, after = 0.0, 0.0, float("inf"), index
    while after < len(items):
        step = _step(items, index, after)
        word = items[after + step].word if after + step < len(items) else ""
        scale = tables.SCALES.get(word, 0.0)
        if scale and scale < floor:
            total, current, floor = total + max(current, 1.0) * scale, 0.0, scale
        elif (added := _added(word, current)) is not None and not (floor == 1 and added):
            current = added
        elif word in tables.DOZEN and 0 < current < 100:
            return Numeral(total + 12 * current, after + step + 1, False)
        else:
            break
        after += step + 1
    if after == index:
        return None
    value, after = _and_a_half(items, total + current, after)
    if value != total + current:
        return _times(items, value, after)
    return Numeral(value, after, False, 1.0 if floor == float("inf") else floor)


def _step(items: Sequence[Token], begin: int, index: int) -> int:
    """How many tokens between two words of one number to step over: a hyphen, or "and" behind a hundred."""
    if index == begin or index + 1 >= len(items):
        return 0
    item, before = items[index], items[index - 1].word
    if item.raw in HYPHENS and item.glued and items[index + 1].glued and before in tables.TENS:
        return int(items[index + 1].word in tables.UNITS)
    following = items[index + 1].word
    small = following in tables.UNITS or following in tables.TEENS or following in tables.TENS
    return int(item.word == "and" and small and (before == "hundred" or before in tables.SCALES))


def _added(word: str, current: float) -> float | None:
    """A number with one more word of it, or None where the word does not go on."""
    if word in tables.UNITS:
        whole = current % 10 == 0 and current % 100 != 10 and (current == 0 or tables.UNITS[word] > 0)
        return current + tables.UNITS[word] if whole else None
    if word in tables.TEENS or word in tables.TENS:
        value = tables.TEENS.get(word) or tables.TENS[word]
        return current + value if current % 100 == 0 else None
    if word in tables.HUNDREDS:
        return tables.HUNDREDS[word] if current == 0 else None
    return max(current, 1.0) * 100 if word == "hundred" and current < 10 else None
