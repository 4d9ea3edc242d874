"""Tables in plain text: lines whose words stand in columns, apart by several spaces, tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.text.shape.lines import ends_sentence

_GAP = re.compile(r" {2,}|\t+| ?\| ?")
_RULE = frozenset("-=+|:_ ─━│┼")
_LONGEST = 400
_WIDE_GAP = 3
_SENTENCE_GAP = 2
_EVEN = 0.7
"""The share of lines that are as long as the longest from which on wide spaces are those of justified lines."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that may be a table's row: where its cells begin and end, its widest gap, its length."""

    edges: frozenset[int]
    widest: int
    length: int


def find_rows(texts: Sequence[str]) -> frozenset[int]:
    """The indices of the lines that are rows of a table: two or more together, with columns that stand under another.

    Lines set to full width by wide spaces between words are none.
    """
    rows = [_row(text) for text in texts]
    found: set[int] = set()
    group: list[int] = []
    for index, row in enumerate((*rows, None)):
        if row is not None:
            group.append(index)
            continue
        found |= _table(rows, group)
        group = []
    return frozenset(found | _rules(texts, found))


def _row(text: str) -> _Row | None:
    """What a line's gaps say, or None where it cannot be a row."""
    words = text.rstrip()
    if len(words) > _LONGEST:
        return None
    first = len(words) - len(words.lstrip())
    gaps = [
        match
        for match in _GAP.finditer(words, first)
        if match[0].strip() or not _between_sentences(words, match)
    ]
    widest = max(
        (_WIDE_GAP if match[0].strip() or "\t" in match[0] else len(match[0]) for match in gaps), default=0
    )
    if widest < _WIDE_GAP and len(gaps) < 2:
        return None
    return _Row(_edges(gaps), widest, len(words))


def _edges(gaps: Sequence[re.Match[str]]) -> frozenset[int]:
    """The columns at which spaces begin and end; tabs and bars align by their number instead (-1, -2, …)."""
    edges: set[int] = set()
    for number, gap in enumerate(gaps, 1):
        edges.update(gap.span() if gap[0].isspace() and "\t" not in gap[0] else (-number,))
    return frozenset(edges)


def _between_sentences(words: str, gap: re.Match[str]) -> bool:
    """Whether a gap is the two spaces some set behind a full stop."""
    return len(gap[0]) <= _SENTENCE_GAP and ends_sentence(words[: gap.start()][-4:])


def _table(rows: Sequence[_Row | None], group: Sequence[int]) -> set[int]:
    """The rows of a group that share an edge with the one before or behind them."""
    members = [(index, row) for index in group if (row := rows[index]) is not None]
    aligned: set[int] = set()
    for (i, a), (j, b) in pairwise(members):
        if a.edges & b.edges:
            aligned |= {i, j}
    kept = [row for index, row in members if index in aligned]
    return set() if not kept or _justified(kept) else aligned


def _justified(rows: Sequence[_Row]) -> bool:
    """Whether lines are stretched to one length by small gaps: prose, not a table."""
    longest = max(row.length for row in rows)
    even = sum(row.length == longest for row in rows)
    small = sum(row.widest <= _WIDE_GAP for row in rows)
    return even >= len(rows) * _EVEN and small * 2 > len(rows)


def _rules(texts: Sequence[str], rows: set[int]) -> set[int]:
    """The lines drawn over, under or between rows."""
    return {
        index
        for index, text in enumerate(texts)
        if (index - 1 in rows or index + 1 in rows)
        and len(text.strip()) > 2
        and set(text[:_LONGEST]) <= _RULE
    }
