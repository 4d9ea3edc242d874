"""Long lists as several tables: a reader needs minutes to lay out one of thousands of rows."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.reports.parts import Grid, Row

ROWS_A_TABLE = 100
"""The most rows one table gets."""


def tables_of(heads: tuple[str, ...], widths: tuple[int, ...], rows: Sequence[Row]) -> tuple[Grid, ...]:
    """The rows as tables of at most ``ROWS_A_TABLE``, each with the heads."""
    return tuple(
        Grid(heads, widths, tuple(rows[start : start + ROWS_A_TABLE]))
        for start in range(0, len(rows), ROWS_A_TABLE)
    )
