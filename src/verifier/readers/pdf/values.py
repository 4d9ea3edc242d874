"""What the layout of a page is made of: words with their boxes, pages, and the lines found in them.

Boxes are in points (1/72 inch). A word's box is in the frame in which its text runs upright; for all but rotated text
that is the page as it is shown, from its upper left corner. ``source`` counts PDFium's characters, pages one after
the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from verifier.domain.reading import Spot

Interval = tuple[float, float]

Mark = tuple[str, int, int, str]
"""A stretch of a line set apart: what (a value of InlineKind), start, end, target."""


SLANTED, OVERLAY = 4, 8
"""Words that are read apart from the page's own. Both count as turns: only what is over a multiple of four turns."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; top is less than bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the box."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: the size of the type in points, its weight and slant, and whether they can be seen."""

    size: float
    bold: bool = False
    italic: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Word:
    """Characters that stand together, in visual order, left to right where they read from right to left.

    ``source`` has the index of each character. ``gap`` is the white space PDFium has before the word, and ``space`` the
    index of each of its characters; ``space_x`` is where it begins. ``raised`` is 1 if superscript, -1 if subscript.
    """

    text: str
    source: tuple[int, ...]
    box: Box
    base: float
    style: Style
    gap: str = ""
    space: tuple[int, ...] = ()
    space_x: float = 0.0
    made_up: bool = False
    """Whether PDFium made that white space up."""
    raised: int = 0
    link: str = ""


@dataclass(slots=True)
class Link:
    """A place on a page that leads to an address."""

    box: Box
    target: str


@dataclass(slots=True)
class Page:
    """A page as it is shown: number from 1, size in points, the index of its first character and their count.

    ``turned`` holds the words that run in another direction than the page's own, by clockwise quarter turns, those
    that run aslant under ``SLANTED``, and those that lie over others under ``OVERLAY`` and the page's own direction.
    """

    number: int
    width: float
    height: float
    first: int
    count: int
    words: list[Word] = field(default_factory=list)
    turned: dict[int, list[Word]] = field(default_factory=dict)
    turn: int = 0
    links: list[Link] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    comments: list[tuple[Box, str]] = field(default_factory=list)
    fields: list[tuple[Box, str]] = field(default_factory=list)
    seen: str = ""
    doubled: int = 0
    unmapped: int = 0
    invisible: int = 0
    painted: int = 0
    dots: list[Box] = field(default_factory=list)
    """Small shapes that may be the signs of a list's items."""
    broken: bool = False


@dataclass(slots=True)
class Line:
    """A line of one column: its characters in the order they are read, with the index of each (-1 for a space only a
    gap stands for), its box and baseline, and how it is set.
    """

    text: str
    source: tuple[int, ...]
    box: Box
    base: float
    style: Style
    page: int
    turn: int = 0
    first_word: float = 0.0
    """The width of the first word, in points."""
    start: float = 0.0
    """How far the line's beginning lies from its column's edge, in points."""
    room: float = 0.0
    """How much room the line leaves before the other edge of its column, in points."""
    middle: float = 0.0
    rtl: bool = False
    marks: tuple[Mark, ...] = ()
    cells: tuple[Interval, ...] = ()
    """From where to where the stretches reach that wide gaps part."""
    table: bool = False
    """Whether it is a row of a table."""
    shown: Style = Style(0.0)
    """How its first word is set."""
    justified: bool = False
    """Whether its column is set flush on both sides."""
    sign: bool = False
    """Whether the sign of an item is drawn before it."""
    beside: bool = False
    """Whether it stands in a box beside other lines."""
    zone: int = 0
    """Which zone of the source it belongs to."""


def turned_box(box: Box, turn: int) -> Box:
    """A box turned clockwise about the origin by quarter turns: from the frame of rotated text to the page's."""
    match turn % 4:
        case 1:
            return Box(-box.bottom, box.left, -box.top, box.right)
        case 2:
            return Box(-box.right, -box.bottom, -box.left, -box.top)
        case 3:
            return Box(box.top, -box.right, box.bottom, -box.left)
    return box


def spot_of(page: int, box: Box, turn: int = 0) -> Spot:
    """A box as the spot it is on its page, rounded to hundredths of a point."""
    shown = turned_box(box, turn)
    edges = (shown.left, shown.top, shown.right, shown.bottom)
    return Spot(page, *(round(edge, 2) for edge in edges))
