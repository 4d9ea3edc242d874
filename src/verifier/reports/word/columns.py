"""The widths of a table's columns, fitted to what stands in them. Widths are in twentieths of a point.

A column that needs less than its share of the line gives the rest to those that need more. Nothing is measured with
fonts: a letter is reckoned a little wider than it is, so that what is said to fit does.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from verifier.reports.parts import Cell, Grid, Row

_LETTER = 112
_WIDE_LETTER = 210
_HEAD_LETTER = 98
_AROUND = 190
_LEAST = 380
_ROWS_LOOKED_AT = 200
_LONGEST_WORD = 20
_LINE = 12
"""A paragraph takes a line however short it is: as much as so many letters more."""

_NARROWER, _WIDER = 0.75, 1.35
"""How far a column may come from its given width."""


def column_widths(shares: Sequence[int], width: int) -> list[int]:
    """Shares of a line as widths that sum to ``width``."""
    edges = [0]
    total, reached = sum(shares), 0
    for share in shares:
        reached += share
        edges.append(round(width * reached / total))
    return [right - left for left, right in pairwise(edges)]


def fitted_widths(grids: Sequence[Grid], width: int) -> list[int]:
    """The widths of tables that are one but for the page breaks between them; they sum to ``width``."""
    first = grids[0]
    given = column_widths(first.widths, width)
    if not first.heads:
        return given
    return _widened(_narrowed(grids, given, width), _floors(grids))


def _narrowed(grids: Sequence[Grid], given: list[int], width: int) -> list[int]:
    shares = [
        _needed(head, (row.cells[index] for grid in grids for row in grid.rows), given[index])
        for index, head in enumerate(grids[0].heads)
    ]
    if all(shares):
        return given
    weights = [0 if share else weight for share, weight in zip(shares, _weights(grids, given), strict=True)]
    wanting = column_widths(weights, width - sum(shares))
    return [share or rest for share, rest in zip(shares, wanting, strict=True)]


def _weights(grids: Sequence[Grid], given: list[int]) -> list[int]:
    """What columns weigh, midway between their given widths and what the first rows hold; none is turned round."""
    rows = _first_rows(grids)
    held = [
        sum(
            sum(len(piece.text) for piece in phrase) + _LINE
            for row in rows
            for phrase in row.cells[index]
            if phrase
        )
        for index in range(len(given))
    ]
    whole = sum(held) or 1
    even = [
        math.sqrt(size * sum(given) * max(words, 1) / whole) for size, words in zip(given, held, strict=True)
    ]
    return [
        round(min(max(weight, _NARROWER * size), _WIDER * size))
        for weight, size in zip(even, given, strict=True)
    ]


def _widened(widths: list[int], least: list[int]) -> list[int]:
    """No word is broken, where the columns that have room can spare it."""
    missing = sum(max(0, floor - size) for size, floor in zip(widths, least, strict=True))
    spare = [max(0, size - floor) for size, floor in zip(widths, least, strict=True)]
    if not missing or missing > sum(spare):
        return widths
    given_up = column_widths(spare, missing)
    return [max(size, floor) - less for size, floor, less in zip(widths, least, given_up, strict=True)]


def _floors(grids: Sequence[Grid]) -> list[int]:
    """The width of the longest word of each column, in its head or in the first rows. Addresses may be broken."""
    rows = _first_rows(grids)
    floors = []
    for index, head in enumerate(grids[0].heads):
        told = [piece.text for row in rows for phrase in row.cells[index] for piece in phrase]
        words = max(
            (len(word) for text in told for word in text.split() if len(word) <= _LONGEST_WORD), default=0
        )
        inside = max(words * _LETTER, *(len(word) * _HEAD_LETTER for word in head.split() or ("",)))
        floors.append(_AROUND + inside)
    return floors


def _first_rows(grids: Sequence[Grid]) -> list[Row]:
    return list(islice((row for grid in grids for row in grid.rows), _ROWS_LOOKED_AT))


def _needed(head: str, cells: Iterable[Cell], most: int) -> int:
    """The width at which no paragraph of a column is broken; 0 where that is ``most`` or more."""
    room = most - _AROUND
    longest = len(head) * _HEAD_LETTER
    for cell in cells:
        for phrase in cell:
            needed = 0
            for piece in phrase:
                needed += _reckoned(piece.text)
            if needed > longest:
                longest = needed
        if longest >= room:
            return 0
    return max(_LEAST, _AROUND + longest) if longest < room else 0


def _reckoned(text: str) -> int:
    return len(text) * (_LETTER if text.isascii() or max(text) < "\u2e80" else _WIDE_LETTER)
