"""A text as it is looked up in: letters without case, one sort of quotation mark, dash and space, nothing invisible.

Every position of the folded text leads back to the exact code points it was made of. Accents count: a letter and the
marks on it are one unit, in whichever of Unicode's ways they are written (canonical equivalence, never NFKC).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

IGNORED = frozenset(
    map(
        chr,
        (
            0x00AD,  # soft hyphen
            *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # which way to write
            *(0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF),  # joiners, and places to break a line or not to
            *range(0xFE00, 0xFE10),  # how an emoji looks
        ),
    )
)
"""Characters nobody sees or types: they are passed over wherever they stand."""

_ALIKE = {
    **dict.fromkeys("‘’‚‛′ʼ‹›`´＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
}
_LINE_FEED = "\n"
_DOTTED = "i\u0307"
"""What the Turkish capital of i folds to; nobody types the dot."""


def _alike(text: str) -> str:
    """The text with one sort of quotation marks, dashes and spaces, and without what is passed over."""
    return text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """What stands for a character before its case is looked at; filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in IGNORED:
            found = ""
        elif letter.isspace() and letter != _LINE_FEED:
            found = " "
        else:
            found = _ALIKE.get(letter, letter)
        self[code] = found
        return found


_PLAIN = _Plain()


def _fold(unit: str, match_case: bool) -> str:
    """A letter with its marks, folded."""
    plain = unicodedata.normalize("NFD", _alike(unit))
    if match_case:
        return unicodedata.normalize("NFC", plain)
    small = unicodedata.normalize("NFC", plain.casefold())
    return "i" if small == _DOTTED else small


class _Table(dict[int, str]):
    """What single characters fold to; filled as they turn up."""

    def __init__(self, match_case: bool) -> None:
        super().__init__()
        self.match_case = match_case
        self.single: set[str] = set()  # letters that are known to become one letter by themselves

    def __missing__(self, code: int) -> str:
        found = self[code] = _fold(chr(code), self.match_case)
        return found


_TABLES = {match_case: _Table(match_case) for match_case in (False, True)}


def is_mark(letter: str) -> bool:
    """Whether a character belongs to the one before it: an accent, a vowel sign, the second letter of a syllable."""
    return unicodedata.category(letter)[0] == "M" or "\u1160" <= letter <= "\u11ff"


def is_word(letter: str) -> bool:
    """Whether a character is part of a word."""
    return letter.isalnum() or letter == "_" or is_mark(letter)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``units`` are the stretches that did not fold one to one, as (start in the folded text, end
    there, start in the text, end there), in order; all between them is as long here as there.
    """

    text: str
    units: tuple[tuple[int, int, int, int], ...]

    def start_of(self, place: int) -> int | None:
        """The code point of the text at a place of the folded one; None inside a letter that became several."""
        unit = self._unit_at(place)
        if unit is None:
            return place
        start, end, origin, beyond = unit
        if place >= end:
            return beyond + place - end
        return origin if place == start else None

    def end_of(self, place: int) -> int | None:
        """The code point of the text where what ends at a place of the folded one ends; None inside a letter."""
        last = self.start_of(place - 1)
        unit = self._unit_at(place - 1)
        if unit is not None and place <= unit[1]:
            return unit[3] if place == unit[1] else None
        return None if last is None else last + 1

    def beyond(self, place: int) -> int:
        """The next place of the folded text at which a letter begins."""
        unit = self._unit_at(place)
        return unit[1] if unit is not None and place < unit[1] else place + 1

    def _unit_at(self, place: int) -> tuple[int, int, int, int] | None:
        index = bisect_right(self.units, (place, len(self.text) + 1)) - 1
        return self.units[index] if index >= 0 else None


def fold(text: str, *, match_case: bool = False) -> Folded:
    """A text folded, in time linear in its length."""
    table = _TABLES[match_case]
    odd = set(text) - table.single
    if not odd:
        return Folded(text.translate(table), ())
    belongs = "".join(letter for letter in odd if letter in IGNORED or is_mark(letter))
    several = "".join(letter for letter in odd if letter not in belongs and len(table[ord(letter)]) != 1)
    if len(belongs) + len(several) < len(odd):
        table.single.update(odd - set(belongs) - set(several))
    if not belongs and not several:
        return Folded(text.translate(table), ())
    parts: list[str] = []
    units: list[tuple[int, int, int, int]] = []
    reached = place = 0
    for start, end in _stretches(text, belongs, several):
        before = text[reached:start].translate(table)
        unit = _fold(text[start:end], match_case)
        begin = place + len(before)
        place, reached = begin + len(unit), end
        units.append((begin, place, start, end))
        parts += (before, unit)
    parts.append(text[reached:].translate(table))
    return Folded("".join(parts), tuple(units))


def _stretches(text: str, belongs: str, several: str) -> list[tuple[int, int]]:
    """Where letters with what belongs to them stand, and letters that become several."""
    kinds = [f"[{re.escape(belongs)}]+"] if belongs else []
    kinds += [f"[{re.escape(several)}]"] if several else []
    found: list[tuple[int, int]] = []
    for hit in re.finditer("|".join(kinds), text):
        start, end = hit.span()
        if hit[0][0] in belongs:
            if found and found[-1][1] == start:
                start = found.pop()[0]
            elif start and text[start - 1] != _LINE_FEED:
                start -= 1
        found.append((start, end))
    return found
