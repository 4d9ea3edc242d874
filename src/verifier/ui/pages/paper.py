"""Sheets of paper: their sizes and margins. Lengths here are points (1/72 inch); ``UNIT`` makes them units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

RESOLUTION: Final = 600
"""Units an inch: pages are laid out as finely as they are printed, whatever the screen."""

UNIT: Final = RESOLUTION / 72
"""Units a point."""

SIZES: Final = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}
"""Width and height of each paper."""

MARGINS: Final = {False: (71.0, 65.2, 65.2), True: (56.7, 59.6, 51.0)}
"""The margins above, at both sides and beneath; True is for a report set closer: a memo, which is to be two pages."""

HEAD_LINE, FOOT_LINE = 40.0, 34.0
"""How far the base lines of the running words are from the edges of the sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, upright or turned on its side; ``close`` is for narrower margins."""

    paper: str
    turned: bool = False
    close: bool = False

    @property
    def width(self) -> float:
        """Its width in points."""
        return SIZES[self.paper][self.turned]

    @property
    def height(self) -> float:
        """Its height in points."""
        return SIZES[self.paper][not self.turned]

    @property
    def text_width(self) -> float:
        """The width between the margins in points."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """The height between the margins in points."""
        return self.height - self.head - MARGINS[self.close][2]

    @property
    def head(self) -> float:
        """The margin above the words in points."""
        return MARGINS[self.close][0]

    @property
    def side(self) -> float:
        """The margin at the left, and at the right, in points."""
        return MARGINS[self.close][1]
