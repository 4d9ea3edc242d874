"""Text that runs from right to left: from the order of its glyphs on the page to the order in which it is read.

This is the reordering of the Unicode Bidirectional Algorithm (UAX #9) turned round: glyphs are taken from right to
left, and within them numbers and left-to-right words are turned back. What the algorithm loses (whether a number
before a Latin word belongs to it) cannot be had again; then the two stay in the order in which they stand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

Item = tuple[str, int]
"""A character and its index in the source."""

MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_OPENING = "([{«‹"
_CLOSING = ")]}»›"


@lru_cache(maxsize=4096)
def direction(char: str) -> str:
    """The bidirectional class of a character, as UAX #9 names it."""
    return unicodedata.bidirectional(char) or "L"


def is_rtl(text: str) -> bool:
    """Whether a text has a character of a script that runs from right to left."""
    return not text.isascii() and any(direction(char) in ("R", "AL") for char in text)


def runs_rtl(texts: Sequence[str]) -> bool:
    """Whether most letters of some texts are of scripts that run from right to left."""
    balance = 0
    for text in texts:
        for char in text:
            kind = direction(char)
            balance += (kind in ("R", "AL")) - (kind == "L")
    return balance > 0


def reading_order(items: Sequence[Item], *, rtl: bool) -> list[Item]:
    """The characters of a line, given from left to right, in the order in which they are read.

    ``rtl`` is the direction of the line. Brackets stay as they are given: see ``brackets_turned``.
    """
    if not any(direction(char) in ("R", "AL") for char, _ in items):
        return list(items)
    return _from_right(items) if rtl else _from_left(items)


def _from_left(items: Sequence[Item]) -> list[Item]:
    """A left-to-right line: each stretch from one right-to-left letter to the last before a Latin one is turned."""
    result: list[Item] = []
    index = 0
    while index < len(items):
        if direction(items[index][0]) not in ("R", "AL"):
            result.append(items[index])
            index += 1
            continue
        end = last = index
        while end < len(items) and direction(items[end][0]) != "L":
            if direction(items[end][0]) in ("R", "AL", "NSM"):
                last = end
            end += 1
        result += _from_right(items[index : last + 1])
        index = last + 1
    return result


def _from_right(items: Sequence[Item]) -> list[Item]:
    """A right-to-left line."""
    turned = _marks_behind(list(reversed(items)))
    kinds = _kinds(turned)
    result: list[Item] = []
    index = 0
    while index < len(turned):
        end = index
        while end < len(turned) and kinds[end] == "L":
            end += 1
        if end > index:
            result += reversed(turned[index:end])
            index = end
            continue
        result.append(turned[index])
        index += 1
    return _ligatures(result)


def _marks_behind(items: list[Item]) -> list[Item]:
    """Marks that were before their letter, since both were turned, behind it again."""
    result: list[Item] = []
    marks: list[Item] = []
    for item in items:
        if direction(item[0]) == "NSM":
            marks.append(item)
            continue
        result.append(item)
        result += reversed(marks)
        marks = []
    return result + marks


def _kinds(items: Sequence[Item]) -> list[str]:
    """For each character, "L" where it belongs to a stretch that runs from left to right, else "R"."""
    kinds = [direction(char) for char, _ in items]
    _join_numbers(kinds)
    levels = ["L" if kind in ("L", "EN", "AN") else "R" if kind in ("R", "AL") else "" for kind in kinds]
    _bridge(kinds, levels)
    return [level or "R" for level in levels]


def _join_numbers(kinds: list[str]) -> None:
    """Separators inside a number and signs beside it belong to it (W4, W5); after an Arabic letter fewer do (W2)."""
    arabic = "AL" in kinds
    for index, kind in enumerate(kinds):
        if kind in ("R", "AL", "L"):
            arabic = kind == "AL"
        inside = 0 < index < len(kinds) - 1 and kinds[index - 1] == kinds[index + 1] in ("EN", "AN")
        if inside and (kind == "CS" or (kind == "ES" and not arabic)):
            kinds[index] = kinds[index - 1]
    _join_signs(kinds)


def _join_signs(kinds: list[str]) -> None:
    """Signs such as % and $ beside a number that no Arabic letter precedes are part of it (W5)."""
    arabic = "AL" in kinds
    for index, kind in enumerate(kinds):
        if kind in ("R", "AL", "L"):
            arabic = kind == "AL"
        beside = kinds[max(0, index - 1) : index] + kinds[index + 1 : index + 2]
        if kind == "ET" and "EN" in beside and not arabic:
            kinds[index] = "EN"


def _bridge(kinds: Sequence[str], levels: list[str]) -> None:
    """What stands between two left-to-right words, or such a word and a number, belongs to the stretch."""
    last = -1
    for index, level in enumerate(levels):
        if level == "R":
            last = -1
        elif level == "L":
            if last >= 0 and "L" in (kinds[last], kinds[index]):
                levels[last + 1 : index] = ["L"] * (index - last - 1)
            last = index


def _ligatures(items: list[Item]) -> list[Item]:
    """Letters of one glyph have one index and were turned with the rest: they are turned back."""
    result: list[Item] = []
    index = 0
    while index < len(items):
        end = index + 1
        while end < len(items) and items[end][1] == items[index][1] >= 0:
            end += 1
        result += reversed(items[index:end]) if end - index > 1 else items[index:end]
        index = end
    return result


def brackets_turned(texts: Sequence[str]) -> bool:
    """Whether brackets in right-to-left lines, read in order, close before they open: they are given by their looks."""
    votes = 0
    for text in texts:
        inside = ""
        for place in _brackets(text):
            kind = "open" if text[place] in _OPENING else "close"
            if inside and kind != inside:
                votes += 1 if inside == "close" else -1
                inside = ""
            else:
                inside = kind
    return votes > 0


def turn_brackets(text: str) -> str:
    """A right-to-left line with the brackets between right-to-left words turned."""
    places = set(_brackets(text))
    return "".join(char.translate(MIRRORED) if place in places else char for place, char in enumerate(text))


def _brackets(text: str) -> list[int]:
    """The places of the brackets that do not stand inside a left-to-right stretch."""
    kinds = [direction(char) for char in text]
    levels = ["L" if kind in ("L", "EN", "AN") else "R" if kind in ("R", "AL") else "" for kind in kinds]
    _bridge(kinds, levels)
    return [place for place, char in enumerate(text) if char in _OPENING + _CLOSING and levels[place] != "L"]
