"""How a text is set: how wide it is wrapped, what parts its paragraphs, what its indents stand for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from verifier.text.shape.lines import Line, ends_sentence, goes_on, indent_of
from verifier.text.shape.widths import Pair, Wrap, explained, find_wrap

_SAMPLE = 4_000
"""How many lines are looked at to find the layout."""
BULLET = re.compile(r"[•‣◦▪●*] ")
ITEM = re.compile(r"(?:[-–—]|\d{1,3}[.)]) ")
_STEPS = (2, 1)
"""By how many columns a line is indented; by one only where it is so throughout."""
_MOSTLY = 0.7
_SELDOM = 0.2
_THROUGHOUT = 0.9
_FEWEST = 3
_DOUBLE = 0.8


@dataclass(frozen=True, slots=True)
class Item:
    """A line with words: its index among all lines, its words up to the last, the blank lines before it, whether a
    page ended there, and how far it is indented.
    """

    index: int
    line: Line
    text: str
    gap: int
    paged: bool
    indent: int


class Indents(Enum):
    """What indents of a text stand for."""

    NOTHING = auto()
    FIRST = auto()
    """The first line of each paragraph is indented."""
    HANGING = auto()
    """All but the first line of each paragraph are indented."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is set: its wrap, how many blank lines part paragraphs and whether they part nearly all of them, what
    its indents stand for and how many columns one has.
    """

    wrap: Wrap | None
    apart: int = 1
    told: bool = False
    indents: Indents = Indents.NOTHING
    step: int = _STEPS[0]


def find_items(source: str, lines: Sequence[Line], marks: Collection[int]) -> list[Item]:
    """The lines with words, but for page marks."""
    items: list[Item] = []
    gap, paged = 0, False
    for index, line in enumerate(lines):
        words = source[line.start : line.end]
        marked = index in marks
        paged = paged or marked or "\f" in words[: len(words) - len(words.lstrip())]
        if line.blank or marked:
            gap += line.blank
            paged = paged or (line.blank and "\f" in words)
            continue
        text = words.lstrip("\f").rstrip()
        items.append(Item(index, line, text, gap, paged, indent_of(text)))
        gap, paged = 0, False
    return items


def find_layout(items: Sequence[Item], rows: Collection[int]) -> Layout:
    """How a text is set; ``wrap`` is None where it is not wrapped. ``rows`` are items that belong to tables."""
    sample = items[:_SAMPLE]
    texts = [item.text for place, item in enumerate(sample) if place not in rows]
    close = list(_pairs(sample, rows, 0))
    spaced = list(_pairs(sample, rows, 1))
    if len(spaced) > 4 * len(close):
        wrap = find_wrap(texts, close + spaced)
        going = [(a, b) for a, b in spaced if goes_on(a, b)]
        keeping = sum(wrap is not None and explained(wrap, a, b) for a, b in going)
        if wrap is not None and keeping >= max(_FEWEST, _DOUBLE * len(going)):
            return _with_indents(sample, wrap, 2)
    return _with_indents(sample, find_wrap(texts, close), 1)


def _pairs(items: Sequence[Item], rows: Collection[int], gap: int) -> Iterator[Pair]:
    """The lines with so many blank ones between them."""
    for place in range(1, len(items)):
        a, b = items[place - 1], items[place]
        same = b.gap == gap and not b.paged and a.line.depth == b.line.depth
        if same and place not in rows and place - 1 not in rows:
            yield a.text, b.text


def _with_indents(items: Sequence[Item], wrap: Wrap | None, apart: int) -> Layout:
    """The layout of a text whose wrap is known."""
    close = [(a, b) for a, b in pairwise(items) if b.gap < apart and not b.paged]
    parting = sum(not goes_on(a.text, b.text) and may_part(wrap, a.text, b.text) for a, b in close)
    told = len(items) - 1 - len(close) >= 2 * parting
    for step in _STEPS:
        indents = _find_indents(close, wrap, step)
        if indents is not Indents.NOTHING:
            return Layout(wrap, apart, told, indents, step)
    return Layout(wrap, apart, told)


def _find_indents(pairs: Sequence[tuple[Item, Item]], wrap: Wrap | None, least: int) -> Indents:
    """What the indents stand for: whether lines go in or come out where the line before may end a paragraph."""
    prose = [(a, b) for a, b in pairs if not begins_item(a.text) and not begins_item(b.text)]
    rises = [may_part(wrap, a.text, b.text) for a, b in prose if b.indent - a.indent >= least]
    falls = [may_part(wrap, a.text, b.text) for a, b in prose if a.indent - b.indent >= least]
    margin = min((min(a.indent, b.indent) for a, b in pairs), default=0)
    going = [max(a.indent, b.indent) for a, b in prose if goes_on(a.text, b.text)]
    flush = sum(indent < margin + least for indent in going)
    asked = _MOSTLY if least > 1 else _THROUGHOUT
    rising, falling = _share(rises, least), _share(falls, least)
    if falling >= asked and falling > rising and flush <= len(going) * _SELDOM:
        return Indents.HANGING
    return Indents.FIRST if rising >= asked else Indents.NOTHING


def _share(told: Sequence[bool], least: int) -> float:
    """The share of what is true; nothing where indents of one column are few."""
    return sum(told) / len(told) if told and (least > 1 or len(told) >= _FEWEST) else 0.0


def may_part(wrap: Wrap | None, a: str, b: str) -> bool:
    """Whether a paragraph may end between two lines for what stands in them."""
    if wrap is not None and wrap.room(a, b) > wrap.slack:
        return True
    return ends_sentence(a) and not goes_on(a, b)


def begins_item(line: str) -> bool:
    """Whether a line begins an item of a list, under whose sign the next lines may be indented."""
    words = line.lstrip()
    return bool(BULLET.match(words) or ITEM.match(words))
