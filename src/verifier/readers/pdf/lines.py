"""The lines of a column: words on one baseline, in the order they are read, with what sets some of them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from verifier.readers.pdf.bidi import Item, is_rtl, reading_order, runs_rtl
from verifier.readers.pdf.columns import around
from verifier.readers.pdf.tables import CELL_GAP, mark_tables
from verifier.readers.pdf.values import Interval, Line, Mark, Style, Word

_LEVEL = 0.28
"""How far the baselines of one line may differ, in the size of its type."""
_SMALLER = 0.83
"""Up to which share of a line's type a raised word is a superscript."""
_RAISED = 0.8
_LOWERED = 0.4
_LARGER = 1.8
"""From which share of the type on a letter before a line is an initial that reaches down into the next ones."""
_BELOW = 1.6
"""How far below an initial lines still keep clear of it, in the size of their type."""
_SPACE = 0.14
"""The gap that stands for a space where PDFium gives none, in the size of the type."""
_SURE = 2.5
"""The same in a right-to-left line that has spaces: its letters may stand apart to fill it."""
_CELL = 1.5
"""The gap behind which another cell of a table may begin, in the size of the type."""
_EVEN = 3.0
"""How near an edge lines are to be flush with it, in points."""
_BUCKET = 4.0
NO_SOURCE = -1


def find_lines(words: Sequence[Word], page: int, turn: int, *, rtl: bool) -> list[Line]:
    """The lines of one zone of a page, from the top. ``rtl`` is the direction of the page."""
    drops = _lift_initials(words)
    lines = [_line(row, page, turn, rtl=rtl) for row in _rows(words, drops)]
    _measure(lines, drops, rtl=rtl)
    mark_tables(lines)
    return lines


class _Rows:
    """Rows of words found again by their baseline."""

    def __init__(self) -> None:
        self.all: list[list[Word]] = []
        self._near: dict[int, list[list[Word]]] = {}

    def add(self, word: Word) -> None:
        """Put a word into the row it stands in, or begin one."""
        for row in self._candidates(word):
            if _stands_in(word, row):
                row.append(word)
                return
        row = [word]
        self.all.append(row)
        self._near.setdefault(int(word.base // _BUCKET), []).append(row)

    def _candidates(self, word: Word) -> Iterator[list[Word]]:
        reach = max(word.style.size * 1.5, 2 * _BUCKET)
        first, last = int((word.base - reach) // _BUCKET), int((word.base + reach) // _BUCKET)
        for bucket in sorted(range(first, last + 1), key=lambda each: abs(each - word.base // _BUCKET)):
            yield from self._near.get(bucket, ())


def _rows(words: Sequence[Word], drops: Sequence[Word]) -> list[list[Word]]:
    """The words by baseline, from the top; what is smaller and raised goes with the line it touches."""
    lifted = {id(drop) for drop in drops}
    rows = _Rows()
    for word in sorted(
        words, key=lambda each: (id(each) in lifted, -each.style.size, each.base, each.box.left)
    ):
        rows.add(word)
    return sorted(rows.all, key=lambda row: row[0].base)


def _stands_in(word: Word, row: Sequence[Word]) -> bool:
    """Whether a word stands in a row: on its baseline, or raised or lowered beside a larger word of it."""
    head = row[0]
    above = head.base - word.base
    if abs(above) <= _LEVEL * min(head.style.size, word.style.size):
        if word.style.size <= head.style.size * _SMALLER and above > 0.1 * head.style.size:
            word.raised = 1
        return True
    small = word.style.size <= head.style.size * _SMALLER
    if not small or not -_LOWERED <= above / head.style.size <= _RAISED:
        return False
    if any(_touch(word, other) for other in row[-400:]):
        word.raised = 1 if above > 0 else -1
        return True
    return False


def _touch(word: Word, other: Word) -> bool:
    """Whether two words stand so close that one is an index of the other."""
    gap = max(word.box.left - other.box.right, other.box.left - word.box.right)
    return gap <= 0.3 * other.style.size


def _lift_initials(words: Sequence[Word]) -> list[Word]:
    """Large first letters are put on the first of the lines they stand beside, and given back."""
    if not words:
        return []
    usual = median(word.style.size for word in words)
    drops = [word for word in words if len(word.text) <= 2 and word.style.size >= usual * _LARGER]
    lifted = []
    for drop in drops:
        beside = [
            word
            for word in words
            if word.style.size * _LARGER <= drop.style.size
            and drop.box.top - word.style.size * 0.3 <= word.base <= drop.base + word.style.size * 0.3
            and 0 <= word.box.left - drop.box.right + 1 <= drop.style.size
        ]
        if len({round(word.base) for word in beside}) >= 2:
            drop.base = min(word.base for word in beside)
            lifted.append(drop)
    return lifted


def _line(row: Sequence[Word], page: int, turn: int, *, rtl: bool) -> Line:
    """One line of the words of a row."""
    row = sorted(row, key=lambda word: word.box.left)
    foreign = any(is_rtl(word.text) for word in row)
    own = foreign and (runs_rtl([word.text for word in row]) or (rtl and _begins_rtl(row)))
    gaps = _gaps(row, foreign=foreign)
    items, marks, cells = _items(row, gaps)
    if foreign:
        marked = [(kind, frozenset(source for _, source in items[a:b]), to) for kind, a, b, to in marks]
        items = reading_order(items, rtl=own)
        marks = list(_found_again(items, marked))
    first = row[-1] if own else row[0]
    return Line(
        text="".join(char for char, _ in items),
        source=tuple(source for _, source in items),
        box=around(row),
        base=_usual_base(row),
        style=_usual_style(row),
        page=page,
        turn=turn,
        first_word=_first_width(row, gaps, own=own),
        rtl=own,
        marks=tuple(marks),
        cells=tuple(cells),
        shown=first.style,
    )


def _begins_rtl(row: Sequence[Word]) -> bool:
    return is_rtl(row[-1].text)


def _items(row: Sequence[Word], gaps: Sequence[list[Item]]) -> tuple[list[Item], list[Mark], list[Interval]]:
    """The characters of a row from left to right with the spaces between, its marks, and from where to where what may
    be cells of a table reaches.
    """
    items: list[Item] = []
    marks: list[Mark] = []
    cells: list[Interval] = []
    for place, word in enumerate(row):
        gap = gaps[place - 1] if place else []
        if not place or _is_wide(row[place - 1], word):
            gap = [(CELL_GAP, gap[0][1] if gap else NO_SOURCE)] if place else []
            cells.append((word.box.left, word.box.right))
        items += gap
        cells[-1] = (cells[-1][0], word.box.right)
        begin = len(items)
        items += zip(word.text, word.source, strict=True)
        marks += [(kind, begin, len(items), target) for kind, target in _kinds_of(word)]
    return items, _joined(marks), cells


def _is_wide(before: Word, word: Word) -> bool:
    return word.box.left - before.box.right > _CELL * max(before.style.size, word.style.size)


def _gaps(row: Sequence[Word], *, foreign: bool) -> list[list[Item]]:
    """The white space behind each word of a row but the last, with the index of each character.

    It stands where PDFium has it between the two words. In a row with right-to-left words, which is ``foreign``, it may
    have it elsewhere: then it stands where it is drawn.
    """
    gaps = [_gap_by_index(before, word) for before, word in pairwise(row)]
    real = False
    if foreign:
        if any(word.space and not word.made_up for word in row):
            real = True
            made_up = {word.space[0] for word in row if word.space and word.made_up}
            gaps = [[] if gap and gap[0][1] in made_up else gap for gap in gaps]
            row = [replace(word, space=()) if word.made_up else word for word in row]
        used = {source for gap in gaps for _, source in gap}
        left = [word for word in row if word.space and word.space[0] not in used]
        for place, (before, word) in enumerate(pairwise(row)):
            gaps[place] = gaps[place] or _gap_by_place(before, word, left)
    least = _SURE if real else _SPACE
    pairs = zip(gaps, pairwise(row), strict=True)
    return [gap or _gap_by_width(before, word, least) for gap, (before, word) in pairs]


def _gap_by_index(before: Word, word: Word) -> list[Item]:
    """The white space PDFium has right between two words, the second of which comes later or, turned round, sooner."""
    if word.space and word.space[0] - 1 in before.source:
        return list(zip(word.gap, word.space, strict=True))
    if before.space and before.space[0] - 1 in word.source:
        return list(zip(before.gap, before.space, strict=True))[::-1]
    return []


def _gap_by_place(before: Word, word: Word, others: Sequence[Word]) -> list[Item]:
    """White space that is drawn between two words."""
    slack = 0.1 * word.style.size
    low, high = before.box.right - slack, word.box.left + slack
    for other in others:
        if low <= other.space_x <= high and abs(other.base - word.base) < word.style.size:
            return list(zip(other.gap, other.space, strict=True))[::-1]
    return []


def _gap_by_width(before: Word, word: Word, least: float) -> list[Item]:
    """A space where only the distance speaks for one: PDFium has other characters between the two words."""
    size = max(before.style.size, word.style.size)
    width = word.box.left - before.box.right
    near = word.source[0] == before.source[-1] + 1 or before.source[0] == word.source[-1] + 1
    if word.raised > 0 or width <= (3 * least if near else least) * size:
        return []
    return [(" ", NO_SOURCE)]


def _kinds_of(word: Word) -> Iterator[tuple[str, str]]:
    """What sets a word apart, and where it leads."""
    if word.style.bold:
        yield "strong", ""
    if word.style.italic:
        yield "emphasis", ""
    if word.raised:
        yield ("superscript" if word.raised > 0 else "subscript"), ""
    if word.link:
        yield "link", word.link


def _joined(marks: Sequence[Mark]) -> list[Mark]:
    """Marks of one kind and target that only a space parts, made one."""
    joined: list[Mark] = []
    last: dict[tuple[str, str], int] = {}
    for kind, start, end, target in marks:
        place = last.get((kind, target))
        if place is not None and joined[place][2] >= start - 1:
            joined[place] = (kind, joined[place][1], end, target)
        else:
            last[kind, target] = len(joined)
            joined.append((kind, start, end, target))
    return joined


def _found_again(items: Sequence[Item], marked: Sequence[tuple[str, frozenset[int], str]]) -> Iterator[Mark]:
    """Marks where their characters are after these were put in order: from the first to the last of them."""
    for kind, sources, target in marked:
        places = [place for place, (_, source) in enumerate(items) if source in sources and source >= 0]
        if places and places[-1] - places[0] < len(sources) + 2:
            yield kind, places[0], places[-1] + 1, target


def _usual_style(row: Sequence[Word]) -> Style:
    """How most characters of a row are set."""
    counts: dict[Style, int] = {}
    for word in row:
        counts[word.style] = counts.get(word.style, 0) + len(word.text)
    return max(counts, key=lambda style: counts[style])


def _usual_base(row: Sequence[Word]) -> float:
    return max(row, key=lambda word: (not word.raised, len(word.text))).base


def _first_width(row: Sequence[Word], gaps: Sequence[list[Item]], *, own: bool) -> float:
    """The width of the first word of a line: of all pieces that no space parts."""
    pieces, between = (row[::-1], gaps[::-1]) if own else (row, gaps)
    last = next((place for place, gap in enumerate(between) if gap), len(pieces) - 1)
    return (
        abs(pieces[last].box.left - pieces[0].box.right)
        if own
        else pieces[last].box.right - pieces[0].box.left
    )


def _measure(lines: Sequence[Line], drops: Sequence[Word], *, rtl: bool) -> None:
    """Note how far each line is from the edges of the column; beside an initial, that is the edge."""
    if not lines:
        return
    left = min(line.box.left for line in lines)
    right = max(line.box.right for line in lines)
    _measure_edges(lines, drops, left, right, rtl=rtl)
    begins_even = sum(line.start <= _EVEN for line in lines)
    if all(line.rtl for line in lines) and begins_even * 2 < len(lines) < 2 * sum(
        line.room <= _EVEN for line in lines
    ):
        # Right-to-left text that is set flush left, with its ragged edge where lines begin.
        for line in lines:
            line.start, line.room = 0.0, line.start + line.room


def _measure_edges(
    lines: Sequence[Line], drops: Sequence[Word], left: float, right: float, *, rtl: bool
) -> None:
    for line in lines:
        begin = line.box.left
        for drop in drops:
            lowest = drop.box.bottom + _BELOW * line.style.size
            if drop.box.top <= line.base <= lowest and 0 <= begin - drop.box.right + 1 <= 24:
                begin = drop.box.left
        before, after = begin - left, right - line.box.right
        turned = line.rtl or (rtl and not any(char.isalpha() for char in line.text))
        line.start, line.room = (after, before) if turned else (before, after)
        line.middle = (line.box.left + line.box.right) / 2
