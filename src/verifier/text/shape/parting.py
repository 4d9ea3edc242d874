"""Where the paragraphs of a wrapped text end: at blank lines, at indents, at lines that leave room.

Everything is measured against the text itself: its layout, and how exactly breaks inside sentences keep to its width.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from verifier.text.shape.layout import BULLET, ITEM, Indents, Item, Layout, begins_item
from verifier.text.shape.lines import ends_sentence, goes_on
from verifier.text.shape.widths import Wrap

_TITLE_ROOM = 0.05
_RAGGED = 0.1
_MUCH_ROOM = 0.35
"""The room a line leaves, as a share of the width, that ends a paragraph of a text wrapped unevenly if blank lines part
most others.
"""
_HALF_EMPTY = 0.5
_MOSTLY = 0.8
_FEWEST_VERSES = 3
_LONG = 2.0
"""How many times as long as most a paragraph is that may be two."""
_ROUGHLY = 0.75
"""Lines."""


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
            long_enough = place - begin >= typical - _ROUGHLY and len(paragraph) - place >= typical / 2
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
        if BULLET.match(b.text.lstrip()) or place in self._verses:
            return True
        by_indent = self._by_indent(a, b, paragraph)
        if by_indent is not None or self._layout.wrap is None:
            return bool(by_indent)
        if b.paged and ends_sentence(a.text) and self._page_gap is not None and b.gap > self._page_gap:
            return True
        return self._by_room(place, self._layout.wrap)

    def _by_indent(self, a: Item, b: Item, paragraph: Sequence[Item]) -> bool | None:
        """What the indents say, or None."""
        step, least = b.indent - a.indent, self._layout.step
        first = paragraph[0]
        if begins_item(first.text) and b.indent >= first.indent + least:
            return None
        if self._layout.indents is Indents.FIRST:
            alone = len(paragraph) == 1 and first.indent >= least and abs(step) < least
            if step >= least or (alone and not self._fills(a.text, b.text)):
                return True
        if self._layout.indents is Indents.HANGING:
            if step <= -least:
                return True
            if step >= least or b.indent >= first.indent + least:
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
        if ITEM.match(b.lstrip()):
            return True
        if goes_on(a, b):
            # Only where the text keeps to its width exactly does room say more than a small letter.
            return wrap.slack < 0 and room > wrap.width * (_RAGGED if ends_sentence(a) else _HALF_EMPTY)
        if self._layout.told and wrap.slack >= 0 and room <= wrap.width * _MUCH_ROOM:
            return False
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
        if len(places) + 1 < _FEWEST_VERSES or ragged < _MOSTLY * len(places):
            return
        texts = [self._items[place].text for place in (places[0] - 1, *places)]
        narrow = Wrap(max(map(wrap.measure, texts)), 1.0, wrap.measure)
        rooms = [narrow.room(a, b) for a, b in pairwise(texts)]
        if narrow.width < wrap.width * _HALF_EMPTY or sum(room > 0 for room in rooms) * 2 >= len(rooms):
            self._verses.update(places)
        else:
            self._rooms[places.start : places.stop] = rooms
