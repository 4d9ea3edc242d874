"""Boxes beside the lines of a paragraph: buttons, a line of credit. They are too low to make a column of their own.

What stands behind a wide gap is such a box where the file goes on with the next line instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.readers.pdf.columns import find_rows
from verifier.readers.pdf.values import Word

_WIDE = 0.8
"""How wide the gap before a box is at least, in the size of the type."""
_NEXT = 4
"""How many characters PDFium may have between two lines that follow each other."""
_MOST_ROWS = 2
"""How many rows such a box has at most; higher ones are columns, or tables."""


def take_floats(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a zone without boxes beside its lines, and the words of these, both from the top."""
    rows = [sorted(row.words, key=lambda word: word.box.left) for row in find_rows(words)]
    cuts = [
        _cut(row, above, below)
        for above, row, below in zip([[], *rows[:-1]], rows, [*rows[1:], []], strict=True)
    ]
    flow: list[Word] = []
    boxes: list[Word] = []
    for place, row in enumerate(rows):
        cut = cuts[place] if _run_length(cuts, place) <= _MOST_ROWS else None
        flow += row[:cut]
        boxes += row[cut:] if cut is not None else []
    return flow, boxes


def _cut(row: Sequence[Word], above: Sequence[Word], below: Sequence[Word]) -> int | None:
    """Behind how many words of a row a box begins, or None where there is none. All three are given from the left."""
    if not below:
        return None
    first = below[0].source[0]
    if above and _is_beside(row, above) and _follows(above[-1].source[-1], first):
        return 0
    for place in range(1, len(row)):
        before, word = row[place - 1], row[place]
        wide = word.box.left - before.box.right > _WIDE * before.style.size
        if wide and not _follows(before.source[-1], word.source[0]) and _follows(before.source[-1], first):
            return place
    return None


def _is_beside(row: Sequence[Word], above: Sequence[Word]) -> bool:
    """Whether all of a row stands to the right of the one above it."""
    return row[0].box.left > above[-1].box.right + _WIDE * above[-1].style.size


def _follows(last: int, first: int) -> bool:
    return 0 < first - last <= _NEXT


def _run_length(cuts: Sequence[int | None], place: int) -> int:
    """How many rows in a row have a box, around one."""
    if cuts[place] is None:
        return 0
    begin = end = place
    while begin > 0 and cuts[begin - 1] is not None:
        begin -= 1
    while end + 1 < len(cuts) and cuts[end + 1] is not None:
        end += 1
    return end - begin + 1
