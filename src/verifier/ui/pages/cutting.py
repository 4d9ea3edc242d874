"""Cutting a scroll into pages: between lines and rows, never beneath a heading, never through a row that fits.

Lengths are units of ``verifier.ui.pages.paper``, from the top of the scroll.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from PySide6.QtGui import QTextBlock, QTextTable

from verifier.ui.pages.document import Scroll
from verifier.ui.pages.looks import KEPT, NEW_PAGE
from verifier.ui.pages.paper import UNIT
from verifier.ui.pages.tables import Laid


@dataclass(frozen=True, slots=True)
class Band:
    """What stays on one page: from ``top`` to ``bottom``. ``kept`` is with the next one on the same page,
    ``new_page`` begins a page; ``head`` is the row of heads to be repeated where a page begins with this band.
    ``breaks`` are the heights at which it can be cut where it is higher than a page.
    """

    top: float
    bottom: float
    kept: bool = False
    new_page: bool = False
    head: tuple[float, float] | None = None
    breaks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """What a page shows of a scroll: from ``top`` to ``bottom``, beneath a repeated row of heads if there is one."""

    scroll: Scroll
    top: float
    bottom: float
    head: tuple[float, float] | None = None


def cuts_of(scroll: Scroll) -> list[Cut]:
    """A scroll cut into pages; every scroll has at least one."""
    height = scroll.sheet.text_height * UNIT
    bands = list(_fitting(bands_of(scroll), height))
    cuts: list[Cut] = []
    begin = 0
    while begin < len(bands):
        end = _page_end(bands, begin, height)
        head = bands[begin].head
        if head is not None and head[0] == bands[begin].top:
            head = None
        cuts.append(Cut(scroll, bands[begin].top, bands[end - 1].bottom, head))
        begin = end
    return cuts or [Cut(scroll, 0.0, 0.0)]


def _page_end(bands: list[Band], begin: int, height: float) -> int:
    """The first band that is no longer on the page that begins with ``begin``."""
    first = bands[begin]
    repeated = first.head is not None and first.head[0] != first.top
    room = height - (first.head[1] - first.head[0] if repeated and first.head else 0.0)
    end = begin + 1
    while end < len(bands) and not bands[end].new_page and bands[end].bottom - first.top <= room:
        end += 1
    if end == len(bands) or bands[end].new_page:
        return end
    last = end
    while last > begin + 1 and bands[last - 1].kept:
        last -= 1
    return last if not bands[last - 1].kept else end


def bands_of(scroll: Scroll) -> Iterator[Band]:
    """The bands of a scroll, from its top."""
    tables = {table.firstPosition(): laid for laid in scroll.grids for table in laid.tables[:1]}
    inside = {table.firstPosition(): table.lastPosition() for laid in scroll.grids for table in laid.tables}
    layout = scroll.document.documentLayout()
    block = scroll.document.begin()
    while block.isValid():
        position = block.position()
        if position in inside:
            if position in tables:
                yield from _rows(scroll, tables[position])
            block = scroll.document.findBlock(inside[position]).next()
            continue
        yield from _lines(block, layout.blockBoundingRect(block).top())
        block = block.next()


def _lines(block: QTextBlock, top: float) -> Iterator[Band]:
    """The lines of a paragraph: the first two and the last two stay together."""
    if block.length() <= 1:  # nothing but room
        return
    form = block.blockFormat()
    kept, new_page = form.boolProperty(KEPT), form.boolProperty(NEW_PAGE)
    edges = _edges(block, top)
    if kept or len(edges) < 4:
        groups = [edges] if edges else []
    else:
        groups = [edges[:2], *([edge] for edge in edges[2:-2]), edges[-2:]]
    for number, group in enumerate(groups):
        yield Band(group[0][0], group[-1][1], kept, new_page and not number)


def _rows(scroll: Scroll, laid: Laid) -> Iterator[Band]:
    """The rows of a grid, one band each; the heads stay with the first row, a short grid together."""
    edges = [edge for table in laid.tables for edge in row_edges(scroll, table)]
    places = [(table, row) for table in laid.tables for row in range(table.rows())]
    page = scroll.sheet.text_height * UNIT
    head = edges[0] if laid.has_heads and len(edges) > 1 else None
    height = edges[-1][1] - edges[0][0]
    together = laid.together and height <= page
    for number, (top, bottom) in enumerate(edges):
        is_last = number == len(edges) - 1
        kept = laid.kept if is_last else together or (head is not None and number == 0)
        breaks = _breaks(scroll, *places[number]) if bottom - top > page / 2 else ()
        yield Band(top, bottom, kept, head=head, breaks=breaks)


def _breaks(scroll: Scroll, table: QTextTable, row: int) -> tuple[float, ...]:
    """Where a high row can be cut: at heights that cross no line; where there are none, between the lines of the cell
    that has most of them.
    """
    cells = [_lines_of_cell(scroll, table, row, column) for column in range(table.columns())]
    lines = sorted(line for cell in cells for line in cell)
    lowest = list(
        accumulate((bottom for _top, bottom in lines), max)
    )  # of each line and those that begin above it
    free: set[float] = set()
    for _top, bottom in lines:
        begun = bisect_left(lines, (bottom - 1,))
        if not begun or lowest[begun - 1] <= bottom + 1:
            free.add(bottom)
    longest = max(cells, key=len)
    return tuple(sorted(free if len(free) > 1 else {bottom for _top, bottom in longest}))


def _lines_of_cell(scroll: Scroll, table: QTextTable, row: int, column: int) -> list[tuple[float, float]]:
    """Top and bottom of each line in a cell."""
    layout, cell = scroll.document.documentLayout(), table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    found: list[tuple[float, float]] = []
    while True:
        found += _edges(block, layout.blockBoundingRect(block).top())
        if block == last:
            return found
        block = block.next()


def _edges(block: QTextBlock, top: float) -> list[tuple[float, float]]:
    """Top and bottom of each line of a paragraph."""
    layout = block.layout()
    rects = (layout.lineAt(index).rect() for index in range(layout.lineCount()))
    return [(top + rect.top(), top + rect.bottom()) for rect in rects]


def row_edges(scroll: Scroll, table: QTextTable) -> list[tuple[float, float]]:
    """Top and bottom of each row of a table."""
    layout = scroll.document.documentLayout()
    tops, end = [], 0.0
    for row in range(table.rows()):
        found = []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            form = cell.format().toTableCellFormat()
            first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
            found.append(layout.blockBoundingRect(first).top() - form.topPadding())
            below = last.blockFormat().bottomMargin() + form.bottomPadding() + form.bottomBorder()
            end = max(end, layout.blockBoundingRect(last).bottom() + below)
        tops.append(min(found))
    return list(pairwise([*tops, end + UNIT / 2]))


def _fitting(bands: Iterator[Band], height: float) -> Iterator[Band]:
    """The bands, those that are higher than a page cut where they can be."""
    for band in bands:
        room = height - (band.head[1] - band.head[0] if band.head else 0.0)
        top = band.top
        while band.bottom - top > room:
            fitting = [place for place in band.breaks if top < place <= top + room]
            end = fitting[-1] if fitting else top + room
            yield Band(top, end, head=band.head, new_page=band.new_page and top == band.top)
            top = end
        yield band if top == band.top else Band(top, band.bottom, band.kept, head=band.head)
