"""Columns: the words of a page parted into zones that are read one after the other.

A gutter is a stretch of page that stays empty over several rows of words with words on both sides of it. From the top
down, rows are taken together as long as they have a gutter in common; what spans the gutter begins a zone of its own.
The zones so found are cut again until no gutter is left (after the recursive X-Y cut of Nagy and Seth, 1984).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from verifier.readers.pdf.values import Box, Interval, Word

_GUTTER = 0.8
"""How wide a gutter is at least, in the size of the type."""
_ROWS = 3
"""How many rows stand on either side of a gutter at least."""
_ENOUGH = ((2.0, 3), (1.2, 4), (0.0, 6))
"""How many rows a gutter of some width, in the size of the type, must run along: the spaces of justified lines may
meet in a few of them.
"""
_ALIGNED = 0.55
"""The share of a column's rows that begin at its edge at least; behind spaces that happen to meet they do not."""
_WORDS_OF_A_ROW = 1.8
"""How many words a row of a column has on average at least: fewer are an item's sign, a number, a table's cell."""
_FILLED = 0.72
"""How much of its column the middle row fills at least; rows of a table fill less."""
_DEEPEST = 12
_MOST_KNOWN = 40
_ALL_TRIED = 16


@dataclass(slots=True)
class Row:
    """Words that overlap from top to bottom, and the box around them."""

    words: list[Word]
    top: float
    bottom: float


def find_rows(words: Sequence[Word]) -> list[Row]:
    """The rows of words, from the top: no row reaches into the next."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: word.box.top):
        top, bottom = _body(word)
        if rows and top < rows[-1].bottom:
            rows[-1].words.append(word)
            rows[-1].bottom = max(rows[-1].bottom, bottom)
        else:
            rows.append(Row([word], top, bottom))
    return rows


def _body(word: Word) -> Interval:
    """From where to where a word reaches: half its type above the baseline, so that tight lines stay apart."""
    size = word.style.size
    return word.base - size * 0.5, word.base + size * 0.05


class Columns:
    """Finds the columns of page after page; a gutter found on one is known on the next, where few rows may be left."""

    def __init__(self) -> None:
        self._known: list[Interval] = []

    def zones(self, words: Sequence[Word], *, rtl: bool) -> list[list[Word]]:
        """The words of a page, column by column, in reading order: columns from the right where ``rtl``."""
        return self._cut(list(words), rtl=rtl, depth=0)

    def _cut(self, words: list[Word], *, rtl: bool, depth: int) -> list[list[Word]]:
        rows = find_rows(words)
        if depth > _DEEPEST or len(words) < 2:
            return [words] if words else []
        zones: list[list[Word]] = []
        plain: list[Word] = []
        index = 0
        while index < len(rows):
            end, gutters = self._run(rows, index, rtl=rtl)
            if not gutters:
                plain += rows[index].words
                index += 1
                continue
            if plain:
                zones.append(plain)
                plain = []
            self._remember(gutters)
            inside = [word for row in rows[index:end] for word in row.words]
            for column in _columns(inside, gutters, rtl=rtl):
                zones += self._cut(column, rtl=rtl, depth=depth + 1)
            index = end
        return [*zones, plain] if plain else zones

    def _run(self, rows: Sequence[Row], begin: int, *, rtl: bool) -> tuple[int, list[Interval]]:
        """The longest run of rows from one on that have gutters in common, and these; nothing where there are none."""
        size = median(word.style.size for row in rows[begin : begin + 8] for word in row.words)
        free: list[Interval] = [(float("-inf"), float("inf"))]
        last = begin
        for index in range(begin, len(rows)):
            free = [gap for gap in _without(free, rows[index].words) if gap[1] - gap[0] >= _GUTTER * size]
            if not any(gap[0] > float("-inf") and gap[1] < float("inf") for gap in free) and index > begin:
                break
            last = index + 1
        for end in _ends(begin, last):
            gutters = self._gutters(rows[begin:end], rtl=rtl)
            if gutters:
                return _up_to_heading(rows, begin, _trimmed(rows, begin, end, gutters), gutters), gutters
        return begin, []

    def _gutters(self, rows: Sequence[Row], *, rtl: bool) -> list[Interval]:
        """The gutters all of some rows have in common, if what stands beside each is a column and not a table's."""
        words = [word for row in rows for word in row.words]
        size = median(word.style.size for word in words)
        found: list[Interval] = []
        for gap in _gaps(words):
            if gap[1] - gap[0] < _GUTTER * size:
                continue
            before = [word for word in words if word.box.right <= gap[0] and word.box.left >= _last(found)]
            beyond = _up_to_next([word for word in words if word.box.left >= gap[1]], gap[1], size)
            if _parts_columns(gap, before, beyond, size, rtl=rtl) or self._is_known(gap):
                found.append(gap)
        return found

    def _is_known(self, gap: Interval) -> bool:
        """Whether a gap holds a gutter that was found before."""
        return any(gap[0] <= left + 1 and right - 1 <= gap[1] for left, right in self._known)

    def _remember(self, gutters: Sequence[Interval]) -> None:
        for gutter in gutters:
            if gutter not in self._known and len(self._known) < _MOST_KNOWN:
                self._known.append(gutter)


def _ends(begin: int, last: int) -> Iterator[int]:
    """Where a run of rows may end, the longest first; of very many only some are tried."""
    length = last - begin
    while length > 0:
        yield begin + length
        length -= 1 if length <= _ALL_TRIED else length // 4


def _parts_columns(
    gap: Interval, before: Sequence[Word], beyond: Sequence[Word], size: float, *, rtl: bool
) -> bool:
    """Whether what stands on either side of a gap are columns, the second of which begins at one edge."""
    least = next(rows for width, rows in _ENOUGH if gap[1] - gap[0] >= width * size)
    aligned = _is_aligned(before, size, rtl=True) if rtl else _is_aligned(beyond, size, rtl=False)
    return aligned and _is_column(before, least) and _is_column(beyond, least)


def _columns(words: Sequence[Word], gutters: Sequence[Interval], *, rtl: bool) -> list[list[Word]]:
    edges = [(left + right) / 2 for left, right in gutters]
    columns: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    for word in words:
        middle = (word.box.left + word.box.right) / 2
        columns[sum(middle > edge for edge in edges)].append(word)
    return _from_right(columns) if rtl else columns


def _from_right(columns: list[list[Word]]) -> list[list[Word]]:
    """Columns of a right-to-left page from the right, unless the file itself has them one after the other otherwise."""
    spans = [
        (min(word.source[0] for word in column), max(word.source[0] for word in column))
        for column in columns
        if column
    ]
    if all(before[1] < after[0] for before, after in pairwise(spans)):
        return columns
    return columns[::-1]


def _trimmed(rows: Sequence[Row], begin: int, end: int, gutters: Sequence[Interval]) -> int:
    """The end of a run without the heading under it that belongs to what spans the gutter below."""
    if end == len(rows):
        return end
    usual = median(word.style.size for row in rows[begin:end] for word in row.words)
    while end - begin > _ROWS:
        words = rows[end - 1].words
        heading = all(word.style.size > usual * 1.08 or word.style.bold for word in words)
        if not heading or len(_columns_used(words, gutters)) > 1:
            return end
        end -= 1
    return end


def _up_to_heading(rows: Sequence[Row], begin: int, end: int, gutters: Sequence[Interval]) -> int:
    """The end of a run at a heading in its midst: larger type with nothing beside it, and columns above and below."""
    usual = median(word.style.size for row in rows[begin:end] for word in row.words)
    for place in range(begin + _ROWS, end - _ROWS):
        words = rows[place].words
        larger = all(word.style.size > usual * 1.08 for word in words)
        if larger and all(
            len(_columns_used([word for row in part for word in row.words], gutters)) > 1
            for part in (rows[begin:place], rows[place + 1 : place + 1 + _ROWS])
        ):
            return place
    return end


def _columns_used(words: Sequence[Word], gutters: Sequence[Interval]) -> set[int]:
    edges = [(left + right) / 2 for left, right in gutters]
    return {sum((word.box.left + word.box.right) / 2 > edge for edge in edges) for word in words}


def _last(gutters: Sequence[Interval]) -> float:
    return gutters[-1][1] if gutters else float("-inf")


def _up_to_next(words: Sequence[Word], left: float, size: float) -> list[Word]:
    """Of the words right of a gutter, those left of the next one."""
    for begin, end in _gaps(words):
        if end - begin >= _GUTTER * size and begin > left:
            near = [word for word in words if word.box.right <= begin]
            if _is_column(near):
                return near
    return list(words)


def _is_aligned(words: Sequence[Word], size: float, *, rtl: bool) -> bool:
    """Whether most rows begin at the same place: at the left, or at the right where ``rtl``."""
    rows = find_rows(words)
    if not rows:
        return False
    starts = [
        -max(word.box.right for word in row.words) if rtl else min(word.box.left for word in row.words)
        for row in rows
    ]
    edge = min(starts)
    return sum(start - edge <= 0.25 * size for start in starts) >= _ALIGNED * len(starts)


def _is_column(words: Sequence[Word], least: int = _ROWS) -> bool:
    """Whether words are set as a column of running text: enough rows, enough words in a row, most rows full."""
    rows = find_rows(words)
    if len(rows) < least or len(words) < len(rows) * _WORDS_OF_A_ROW:
        return False
    left = min(word.box.left for word in words)
    width = max(word.box.right for word in words) - left
    filled = [
        (max(word.box.right for word in row.words) - min(word.box.left for word in row.words)) / max(width, 1)
        for row in rows
    ]
    return sum(share >= _FILLED for share in filled) * 2 >= len(filled)


def _gaps(words: Sequence[Word]) -> list[Interval]:
    """The stretches between the first word and the last that no word reaches into, from the left."""
    gaps: list[Interval] = []
    reach = float("-inf")
    for word in sorted(words, key=lambda word: word.box.left):
        if word.box.left > reach > float("-inf"):
            gaps.append((reach, word.box.left))
        reach = max(reach, word.box.right)
    return gaps


def _without(free: Sequence[Interval], words: Sequence[Word]) -> list[Interval]:
    """What is left of some free stretches when words take their room."""
    taken = sorted((word.box.left, word.box.right) for word in words)
    result: list[Interval] = []
    for left, right in free:
        begin = left
        for start, end in taken:
            if end <= begin or start >= right:
                continue
            if start > begin:
                result.append((begin, start))
            begin = max(begin, end)
        if begin < right:
            result.append((begin, right))
    return result


def around(words: Sequence[Word]) -> Box:
    """The box around some words."""
    box = words[0].box
    for word in words[1:]:
        box = box.around(word.box)
    return box
