"""The one place where code points and UTF-16 units are converted into each other.

The model counts code points, Qt counts UTF-16 units; a character above U+FFFF (an emoji, say) is one of the
former and two of the latter. Only those characters are indexed, so an article without them costs nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# Characters a text document of Qt would take for a break, a frame or an object of its own, and what stands in for
# them on the screen; each stand-in is one UTF-16 unit, as the character itself is, so no position moves.
_SHOWN = {
    **{code: 0x2400 + code for code in range(0x20) if code != 0x09},
    0x0A: 0x20,
    0x7F: 0x2421,
    0x85: 0x2424,
    0x2028: 0x2424,
    0x2029: 0x2424,
    0xFDD0: 0xFFFD,
    0xFDD1: 0xFFFD,
    0xFFFC: 0xFFFD,
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}


class Units:
    """Converts positions in one text. A position is 0 … the length of the text, in the one unit or the other."""

    __slots__ = ("_astral", "_astral_units", "_length")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._astral_units = [point + before for before, point in enumerate(self._astral)]

    @property
    def length(self) -> int:
        """The length of the text in UTF-16 units."""
        return self._length + len(self._astral)

    def units(self, point: int) -> int:
        """The UTF-16 units before this code point. Raises IndexError outside the text."""
        if not 0 <= point <= self._length:
            raise IndexError(point)
        return point + bisect_left(self._astral, point) if self._astral else point

    def points(self, unit: int) -> int:
        """The code points before this UTF-16 unit; a unit inside a character counts as the character's start.

        Raises IndexError outside the text.
        """
        if not 0 <= unit <= self.length:
            raise IndexError(unit)
        before = bisect_left(self._astral_units, unit)
        return unit - before


def units_in(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text) + len(_ASTRAL.findall(text))


def shown(text: str) -> str:
    """The text as a Qt document can carry it: same length in either unit, nothing that Qt would act on."""
    return text.translate(_SHOWN)
