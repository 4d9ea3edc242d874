"""Where columns and gaps go: as many columns as have room for 45 characters, the current one always among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from verifier.ui.reading.gap import WIDTH as GAP


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The columns in sight by their number, and the rectangles of columns and gaps from left to right."""

    shown: tuple[int, ...] = ()
    columns: tuple[QRect, ...] = ()
    gaps: tuple[QRect, ...] = ()


def arrange(
    widths: Sequence[int], wanted: Sequence[int], width: int, height: int, *, stubs: bool
) -> Arrangement:
    """Arrange columns in a width and height in pixels.

    ``widths`` are the least widths of all columns in order, ``wanted`` their numbers by how much they are wanted.
    ``stubs`` asks for a gap beside a lone column, for links that lead out of it.
    """
    shown: list[int] = []
    taken = 0
    for number in wanted:
        needed = widths[number] + (GAP if shown else 0)
        if not shown or taken + needed <= width:
            shown.append(number)
            taken += needed
    shown.sort()
    gap_count = max(len(shown) - 1, 1 if stubs and shown else 0)
    room = width - gap_count * GAP
    rects, left = [], 0
    for place in range(len(shown)):
        right = left + room // len(shown) + (1 if place < room % len(shown) else 0)
        rects.append(QRect(left, 0, right - left, height))
        left = right + GAP
    gaps = tuple(QRect(rect.right() + 1, 0, GAP, height) for rect in rects[:gap_count])
    return Arrangement(tuple(shown), tuple(rects), gaps)
