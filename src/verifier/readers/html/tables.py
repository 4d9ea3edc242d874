"""Whether a table holds data, or only lays out a page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_LOOKED_AT = 3_000
_LONGEST_CELL = 500
_BLOCKS = frozenset(
    "h1 h2 h3 article section nav header footer main form blockquote table ul ol figure".split()  # noqa: SIM905
)


def is_data_table(table: _Element) -> bool:
    """Whether a table's rows are to be read as rows: it says so itself, or its cells are short and without structure.

    Only its first few thousand elements are looked at.
    """
    role = table.get("role")
    if role in ("presentation", "none"):
        return False
    if role in ("table", "grid") or any(each.tag in ("caption", "thead") for each in table):
        return True
    columns = most = rows = paragraphs = 0
    for element in islice(table.iterdescendants("*"), _MOST_LOOKED_AT):
        tag = element.tag
        if tag in _BLOCKS:
            return False
        if tag == "tr":
            rows, columns = rows + 1, 0
        elif tag in ("td", "th"):
            columns, paragraphs = columns + 1, 0
            most = max(most, columns)
            if _is_long(element):
                return False
        elif tag in ("p", "div"):
            paragraphs += 1
            if paragraphs > 3:
                return False
    return rows > 1 and most > 1


def _is_long(cell: _Element) -> bool:
    length = 0
    for text in cell.itertext():
        length += len(text)
        if length > _LONGEST_CELL:
            return True
    return False
