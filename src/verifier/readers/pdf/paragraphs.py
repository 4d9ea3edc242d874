"""Paragraphs: lines of a column that belong together, and those that go on in the next column or on the next page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from verifier.readers.pdf.values import Line
from verifier.text.shape.lines import ends_sentence

_LEADING = 1.22
"""A gap between baselines that is larger than the usual one by this factor parts two paragraphs."""
_LOOSEST = 1.5
"""The same between two lines the first of which is full and ends no sentence: faces differ in their leading."""
_ENOUGH = 3
"""How many pairs of running lines tell the leading of a column."""
_INDENT = 0.7
"""How far a first line is indented at least, in the size of the type."""
_DEEPEST_INDENT = 6.0
_SIZES = 1.07
"""Sizes of type that differ by more than this factor part two paragraphs."""
SMALL = 0.92
"""From which share of the text's size on type is small: captions, credits, footnotes."""
_SHORT = 0.3
"""The share of its column a line leaves empty to be short whatever comes next."""
_FLUSH = 0.6
"""How near the edge a justified line ends, in points."""
_ITEM = re.compile(r"(?:[•‣◦▪●■□–—*·]|\(?\d{1,3}[.)]|\(?[a-z][.)]) ?")
ITEM_SIGN = re.compile(r"[•‣◦▪●■□·] ?")
"""The sign of an item that is one wherever it stands."""
_OPENERS = "\"'“‘„«([¿¡…— "


class Spacing:
    """What is usual in a document: the distance of two baselines for each size of type, and how first lines begin."""

    def __init__(self, zones: Sequence[Sequence[Line]]) -> None:
        self.sizes: Counter[float] = Counter()
        steps: Counter[float] = Counter()
        starts = 0
        pairs = [pair for lines in zones for pair in pairwise(lines) if alike(*pair)]
        for line in (line for lines in zones for line in lines):
            self.sizes[line.style.size] += len(line.text)
        for a, b in pairs:
            if ends_sentence(a.text):
                starts += a.room > a.style.size
                if _indented(a, b):
                    steps[round(b.start)] += 1
        self.indenting = steps.total() >= 2 and steps.total() * 3 >= starts
        self.indent = steps.most_common(1)[0][0] if self.indenting else 0.0
        self._usual = {**_smallest_common(pairs), **_running(pairs, 1)}

    @property
    def body(self) -> float:
        """The size most characters have."""
        return self.sizes.most_common(1)[0][0] if self.sizes else 0.0

    def pitch(self, size: float) -> float:
        """The usual distance of two baselines; of a size that has no two lines, what its type suggests."""
        return self._usual.get(size) or size * 1.35


def _running(pairs: Iterable[tuple[Line, Line]], least: int) -> dict[float, float]:
    """The middle distance of lines that surely run on, for each size that has at least so many pairs of them."""
    found: dict[float, list[float]] = {}
    for a, b in pairs:
        if _runs_on(a, b) and b.base > a.base:
            found.setdefault(a.style.size, []).append(b.base - a.base)
    return {size: median(pitches) for size, pitches in found.items() if len(pitches) >= least}


def _runs_on(a: Line, b: Line) -> bool:
    """Whether a line has no room for the next word and ends no sentence."""
    return _full(a, b) and not ends_sentence(a.text)


def _smallest_common(pairs: Iterable[tuple[Line, Line]]) -> dict[float, float]:
    """The smallest distance that is common for each size: larger ones part paragraphs."""
    found: dict[float, Counter[float]] = {}
    for a, b in pairs:
        found.setdefault(a.style.size, Counter())[round((b.base - a.base) * 2) / 2] += 1
    return {size: _smallest(pitches) for size, pitches in found.items()}


def _smallest(pitches: Counter[float]) -> float:
    total = pitches.total()
    common = [pitch for pitch, count in pitches.items() if count + pitches[pitch + 0.5] >= total * 0.2]
    return min(common, default=0.0)


def alike(a: Line, b: Line) -> bool:
    """Whether two lines are set in the same size, both or neither of them bold throughout."""
    small, large = sorted((a.style.size, b.style.size))
    return large <= small * _SIZES and a.style.bold == b.style.bold and a.style.hidden == b.style.hidden


def _indented(a: Line, b: Line) -> bool:
    """Whether a line is indented more than the one before it."""
    size = b.style.size
    return _INDENT * size <= b.start - a.start <= _DEEPEST_INDENT * size


def find_paragraphs(lines: Sequence[Line], spacing: Spacing) -> list[list[Line]]:
    """The paragraphs of one zone, from the top."""
    flush = sum(line.room <= _FLUSH for line in lines)
    for line in lines:
        line.justified = flush * 2 > len(lines)
    here = _running((pair for pair in pairwise(lines) if alike(*pair)), _ENOUGH)
    paragraphs: list[list[Line]] = []
    for before, line in zip([None, *lines], lines, strict=False):
        usual = here.get(line.style.size) or spacing.pitch(line.style.size)
        if before is None or _parts(paragraphs[-1], before, line, spacing, usual):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _parts(paragraph: Sequence[Line], a: Line, b: Line, spacing: Spacing, usual: float) -> bool:
    """Whether a paragraph ends between two lines of a column."""
    if not _same_setting(paragraph, a, b) or a.table or b.table:
        return True
    if b.base - a.base > usual * (_LOOSEST if _runs_on(a, b) else _LEADING) + 0.5 or b.base - a.base < 0:
        return True
    if b.sign or ITEM_SIGN.match(b.text):
        return True
    if _centred(a, b):
        return False
    if len(paragraph) == 1 and _ITEM.match(a.text) and b.start > a.start:
        return False
    if _indented(a, b):
        return len(paragraph) > 1 or spacing.indenting or not _full(a, b)
    if _hangs_back(paragraph, a, b) or (len(paragraph) == 1 and _both_first(a, b, spacing)):
        return True
    return not _is_display(a, spacing) and _ends(a, b)


def _both_first(a: Line, b: Line, spacing: Spacing) -> bool:
    """Whether two lines are indented alike, as first lines are: the upper one is a paragraph of one line."""
    indented = max(abs(a.start - spacing.indent), abs(b.start - spacing.indent)) <= 1.0
    return spacing.indenting and indented and ends_sentence(a.text)


def _is_display(line: Line, spacing: Spacing) -> bool:
    """Whether a line is set larger than the text, or bold: its lines break where they look best."""
    return line.style.size > spacing.body * 1.1 or line.style.bold


def _same_setting(paragraph: Sequence[Line], a: Line, b: Line) -> bool:
    """Whether two lines are set alike; one bold line inside a paragraph that begins otherwise is emphasis."""
    if alike(a, b):
        return True
    small, large = sorted((a.style.size, b.style.size))
    if large > small * _SIZES or a.style.hidden != b.style.hidden:
        return False
    plain_head = not paragraph[0].shown.bold and not paragraph[0].style.bold
    return (plain_head or _has_plain(a) or _has_plain(b)) and not _full_stop_before(a, b)


def _has_plain(line: Line) -> bool:
    """Whether a line that is mostly bold has words that are not."""
    bold = sum(end - start for kind, start, end, _ in line.marks if kind == "strong")
    return 0 < bold < len(line.text) - 1


def _full_stop_before(a: Line, b: Line) -> bool:
    return _ends(a, b) and a.style.bold != b.style.bold


def _centred(a: Line, b: Line) -> bool:
    """Whether two lines are centred one under the other."""
    same = abs(a.middle - b.middle) <= 1.5
    return same and min(a.start, b.start, a.room, b.room) > 2 * a.style.size and abs(a.start - b.start) > 2


def _hangs_back(paragraph: Sequence[Line], a: Line, b: Line) -> bool:
    """Whether a line goes back to the edge behind lines that were indented: the next item, or what follows a list."""
    back = a.start - b.start
    return len(paragraph) > 1 and back > _INDENT * b.style.size


def _full(a: Line, b: Line) -> bool:
    """Whether the first word of the next line had no room on the line."""
    space = a.style.size * 0.22
    return a.room < b.first_word + space + 0.5


def _ends(a: Line, b: Line) -> bool:
    """Whether a line that leaves room for the next word ends its paragraph."""
    if _full(a, b):
        return False
    begins = not b.text.lstrip(_OPENERS)[:1].islower()
    width = a.box.right - a.box.left
    short = a.room > _SHORT * (width + a.room)
    return begins and (ends_sentence(a.text) or short)


def goes_on(a: Line, b: Line, spacing: Spacing) -> bool:
    """Whether the paragraph of the last line of a column goes on with the first line of the next."""
    if not alike(a, b) or a.table or b.table or b.sign or ITEM_SIGN.match(b.text) or a.rtl != b.rtl:
        return False
    if _is_display(a, spacing):
        return False
    if spacing.indenting and _INDENT * b.style.size <= b.start <= _DEEPEST_INDENT * b.style.size:
        return False
    if not ends_sentence(a.text):
        return _continues(b) or a.room < max(b.first_word + a.style.size, _SHORT * (a.box.right - a.box.left))
    if a.justified:
        return a.room <= _FLUSH
    return _continues(b) or (spacing.indenting and _full(a, b))


def _continues(line: Line) -> bool:
    return line.text.lstrip(_OPENERS)[:1].islower()
