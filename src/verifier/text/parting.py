"""Where the paragraphs of a wrapped text end: at blank lines, at indents, at lines that leave room.

Everything is measured against the text itself: how wide it is wrapped, how many blank lines part its paragraphs, what
its indents stand for, how exactly breaks inside sentences keep to the width.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from verifier.text.lines import Line, ends_sentence, goes_on, indent_of
from verifier.text.widths import Pair, Wrap, explained, find_wrap

_SAMPLE = 4_000
"""How many lines are looked at to find the layout."""
_BULLET = re.compile(r"[•‣◦▪●*] ")
_ITEM = re.compile(r"(?:[-–—]|\d{1,3}[.)]) ")
_STEP = 2
"""By how many columns a line is indented at least."""
_MOSTLY = 0.7
_SELDOM = 0.2
_DOUBLE = 0.8
_FEWEST = 3
_TITLE_ROOM = 0.05
_RAGGED = 0.1
_HALF_EMPTY = 0.5
_FEWEST_VERSES = 3
_LONG = 2.0


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
    """How a text is set: its wrap, how many blank lines part paragraphs, what its indents stand for."""

    wrap: Wrap | None
    apart: int = 1
    indents: Indents = Indents.NOTHING


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
            return Layout(wrap, 2, _find_indents(sample, wrap, 2))
    wrap = find_wrap(texts, close)
    return Layout(wrap, 1, _find_indents(sample, wrap, 1))


def _pairs(items: Sequence[Item], rows: Collection[int], gap: int) -> Iterator[Pair]:
    """The lines with so many blank ones between them."""
    for place in range(1, len(items)):
        a, b = items[place - 1], items[place]
        same = b.gap == gap and not b.paged and a.line.depth == b.line.depth
        if same and place not in rows and place - 1 not in rows:
            yield a.text, b.text


def _find_indents(items: Sequence[Item], wrap: Wrap | None, apart: int) -> Indents:
    """What the indents stand for: whether lines go in or come out where the line before may end a paragraph."""
    rises: list[bool] = []
    falls: list[bool] = []
    flush = going = 0
    margin = min((item.indent for item in items), default=0)
    for a, b in pairwise(items):
        if b.gap >= apart or b.paged or begins_item(a.text) or begins_item(b.text):
            continue
        step = b.indent - a.indent
        if abs(step) >= _STEP:
            (rises if step > 0 else falls).append(_may_part(wrap, a.text, b.text))
        if goes_on(a.text, b.text):
            going += 1
            flush += max(a.indent, b.indent) < margin + _STEP
    rising = sum(rises) / len(rises) if rises else 0.0
    falling = sum(falls) / len(falls) if falls else 0.0
    if falling >= _MOSTLY and falling > rising and flush <= going * _SELDOM:
        return Indents.HANGING
    return Indents.FIRST if rising >= _MOSTLY else Indents.NOTHING


def _may_part(wrap: Wrap | None, a: str, b: str) -> bool:
    """Whether a paragraph may end between two lines for what stands in them."""
    if wrap is not None and wrap.room(a, b) > wrap.slack:
        return True
    return ends_sentence(a) and not goes_on(a, b)


def begins_item(line: str) -> bool:
    """Whether a line begins an item of a list, under whose sign the next lines may be indented."""
    words = line.lstrip()
    return bool(_BULLET.match(words) or _ITEM.match(words))


def part(items: Sequence[Item], layout: Layout, rows: Collection[int], signature: int) -> list[list[Item]]:
    """The lines of each paragraph of a wrapped text. Lines from the index ``signature`` on stand alone."""
    parting = _Parting(items, layout, rows, signature)
    paragraphs: list[list[Item]] = []
    for place, item in enumerate(items):
        if not paragraphs or parting.parts(place, paragraphs[-1]):
            paragraphs.append([])
        paragraphs[-1].append(item)
    return _part_long_ones(paragraphs, layout)


def _part_long_ones(paragraphs: Sequence[list[Item]], layout: Layout) -> list[list[Item]]:
    """Part what is long as two paragraphs where a sentence ends with a line, if nothing but room parts paragraphs.

    One last line in twelve or so is so full that the room it leaves does not show it to be one.
    """
    told = sum(paragraph[0].gap >= layout.apart for paragraph in paragraphs[1:])
    if layout.wrap is None or layout.indents is not Indents.NOTHING or told * 3 > len(paragraphs):
        return list(paragraphs)
    typical = sum(map(len, paragraphs)) / max(1, len(paragraphs))
    return [part for paragraph in paragraphs for part in _parts_of_long(paragraph, typical)]


def _parts_of_long(paragraph: list[Item], typical: float) -> Iterator[list[Item]]:
    """A paragraph, or its parts where it is so many lines long as two are."""
    begin = 0
    if len(paragraph) >= _LONG * typical and not begins_item(paragraph[0].text):
        for place in range(1, len(paragraph)):
            a, b = paragraph[place - 1], paragraph[place]
            long_enough = place - begin >= typical and len(paragraph) - place >= typical / 2
            if long_enough and not b.paged and ends_sentence(a.text) and not goes_on(a.text, b.text):
                yield paragraph[begin:place]
                begin = place
    yield paragraph[begin:]


class _Parting:
    """Tells for each line whether it begins a paragraph."""

    def __init__(self, items: Sequence[Item], layout: Layout, rows: Collection[int], signature: int) -> None:
        self._items = items
        self._layout = layout
        self._rows = rows
        self._signature = signature
        self._rooms = [0.0] * len(items)
        self._verses: set[int] = set()
        if layout.wrap is not None:
            self._measure(layout.wrap)
        gaps = [b.gap for a, b in pairwise(items) if b.paged and goes_on(a.text, b.text)]
        self._page_gap = max(gaps, default=None)

    def parts(self, place: int, paragraph: Sequence[Item]) -> bool:
        """Whether the line begins a paragraph, ``paragraph`` being the lines of the one before it."""
        a, b = self._items[place - 1], self._items[place]
        if a.line.depth != b.line.depth or place in self._rows or place - 1 in self._rows:
            return True
        if b.index >= self._signature or (b.gap >= self._layout.apart and not b.paged):
            return True
        if _BULLET.match(b.text.lstrip()) or place in self._verses:
            return True
        by_indent = self._by_indent(a, b, paragraph)
        if by_indent is not None or self._layout.wrap is None:
            return bool(by_indent)
        if b.paged and ends_sentence(a.text) and self._page_gap is not None and b.gap > self._page_gap:
            return True
        return self._by_room(place, self._layout.wrap)

    def _by_indent(self, a: Item, b: Item, paragraph: Sequence[Item]) -> bool | None:
        """What the indents say, or None."""
        step = b.indent - a.indent
        first = paragraph[0]
        if begins_item(first.text) and b.indent >= first.indent + _STEP:
            return None
        if self._layout.indents is Indents.FIRST:
            alone = len(paragraph) == 1 and first.indent >= _STEP and abs(step) < _STEP
            if step >= _STEP or (alone and not self._fills(a.text, b.text)):
                return True
        if self._layout.indents is Indents.HANGING:
            if step <= -_STEP:
                return True
            if step >= _STEP or b.indent >= first.indent + _STEP:
                return False
            return len(paragraph) == 1 or None
        return None

    def _fills(self, a: str, b: str) -> bool:
        """Whether a line surely goes on in the next: it is full, and no sentence begins behind it."""
        wrap = self._layout.wrap
        return goes_on(a, b) and (wrap is None or wrap.room(a, b) <= wrap.slack)

    def _by_room(self, place: int, wrap: Wrap) -> bool:
        """Whether the line before leaves so much room that it was not the wrapping that ended it."""
        a, b = self._items[place - 1].text, self._items[place].text
        room = self._rooms[place]
        if room <= wrap.slack:
            return False
        if _ITEM.match(b.lstrip()):
            return True
        if goes_on(a, b):
            # Only where the text keeps to its width exactly does room say more than a small letter.
            return wrap.slack < 0 and room > wrap.width * (_RAGGED if ends_sentence(a) else _HALF_EMPTY)
        return ends_sentence(a) or room > 1.5 * wrap.slack + _TITLE_ROOM * wrap.width

    def _measure(self, wrap: Wrap) -> None:
        """Find out the room each line leaves, and the stretches of lines that are set line by line."""
        for place in range(1, len(self._items)):
            self._rooms[place] = wrap.room(self._items[place - 1].text, self._items[place].text)
        begin = 0
        for place in range(1, len(self._items) + 1):
            if place == len(self._items) or self._items[place].gap >= self._layout.apart:
                self._measure_block(wrap, range(begin + 1, place))
                begin = place

    def _measure_block(self, wrap: Wrap, places: range) -> None:
        """Take a stretch whose every line leaves room for verses, or for text wrapped narrower than the rest."""
        enough = wrap.slack + _RAGGED * wrap.width
        ragged = sum(self._rooms[place] > enough for place in places)
        if len(places) + 1 < _FEWEST_VERSES or ragged < _DOUBLE * len(places):
            return
        texts = [self._items[place].text for place in (places[0] - 1, *places)]
        narrow = Wrap(max(map(wrap.measure, texts)), 1.0, wrap.measure)
        rooms = [narrow.room(a, b) for a, b in pairwise(texts)]
        if narrow.width < wrap.width * _HALF_EMPTY or sum(room > 0 for room in rooms) * 2 >= len(rooms):
            self._verses.update(places)
        else:
            self._rooms[places.start : places.stop] = rooms
