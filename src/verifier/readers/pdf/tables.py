"""Tables: rows under each other whose cells begin, end or are centred at the same places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.readers.pdf.values import Interval, Line

CELL_GAP = "\t"
"""What stands between two cells, and between words that may be cells."""

_ROWS_OF_TWO = 3
"""How many rows of two cells make a table at least; of more cells two are enough."""
_ALIGNED = 1.5
"""How far apart the edges of two cells of one column may be, in points."""
_FLUSH = 4.0
"""The room two lines that run from edge to edge leave together at most, in points."""
_SIGN = re.compile(r"(?:[•‣◦▪●■□·*–—-]|\(?\w{1,3}[.)])\t")


def mark_tables(lines: Sequence[Line]) -> None:
    """Say of each line of a zone whether it is a row of a table; in the others wide gaps become spaces."""
    begin = 0
    while begin < len(lines):
        end = begin + 1
        while end < len(lines) and _fit(lines[end - 1], lines[end]):
            end += 1
        _mark(lines[begin:end])
        begin = end


def _mark(rows: Sequence[Line]) -> None:
    most = max(len(row.cells) for row in rows)
    table = len(rows) >= (2 if most > 2 else _ROWS_OF_TWO) and most > 1
    for row in rows:
        row.table = table
        if not table:
            row.text = row.text.replace(CELL_GAP, " ")


def _fit(a: Line, b: Line) -> bool:
    """Whether two lines are rows of one table: each cell of the shorter but its first has one of the other's above or
    below it.
    """
    if min(len(a.cells), len(b.cells)) < 2 or _SIGN.match(a.text) or _SIGN.match(b.text):
        return False
    few, many = sorted((a, b), key=lambda line: len(line.cells))
    flush = a.room + b.room + a.start + b.start <= _FLUSH
    return all(
        any(_aligned(cell, other, flush=flush) for other in _cells(many)[1:]) for cell in _cells(few)[1:]
    )


def _cells(line: Line) -> list[tuple[Interval, str]]:
    """Where the cells of a line are and what they say, from the left."""
    texts = line.text.split(CELL_GAP)
    return list(zip(line.cells, texts[::-1] if line.rtl else texts, strict=False))


def _aligned(a: tuple[Interval, str], b: tuple[Interval, str], *, flush: bool) -> bool:
    """Whether two cells begin at one place; or end at one, being figures; or are centred, in lines that do not run from
    edge to edge, as justified ones do.
    """
    (left, right), text = a
    (other_left, other_right), other = b
    if abs(left - other_left) <= _ALIGNED:
        return True
    if abs(right - other_right) <= _ALIGNED and _is_figure(text) and _is_figure(other):
        return True
    return not flush and abs(left + right - other_left - other_right) <= 2 * _ALIGNED


def _is_figure(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    return digits * 2 >= len(text.strip()) > 0
