"""State rows as SQL: what a step adds, changes and takes out."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from verifier.domain.rows import COLUMNS, TABLES
from verifier.domain.steps import RowChange
from verifier.store.codec import to_sql


def write_rows(connection: sqlite3.Connection, changes: tuple[RowChange, ...]) -> None:
    """Write state rows, many of one kind in one call."""
    batches: dict[tuple[str, str], list[RowChange]] = defaultdict(list)
    for change in changes:
        verb = "delete" if change.after is None else "insert" if change.before is None else "update"
        batches[change.table, verb].append(change)
    # Children go before parents: else SQLite looks through all of them for each parent that goes.
    # Deletions first, then changes, then additions: a unique letter or passage may pass from one row to the next.
    for verb in ("delete", "update", "insert"):
        for table in reversed(TABLES) if verb == "delete" else TABLES:
            rows = batches.get((table, verb), [])
            if rows:
                connection.executemany(_SQL[table, verb], [_parameters(change, verb) for change in rows])


def _parameters(change: RowChange, verb: str) -> tuple[int | str | None, ...]:
    if verb == "delete":
        return (change.key,)
    values = to_sql(change.table, change.after) if change.after is not None else ()
    return (*values, change.key) if verb == "update" else values


def _sql() -> dict[tuple[str, str], str]:
    """The three statements of each table; the column names are our own white list."""
    made: dict[tuple[str, str], str] = {}
    for table, columns in COLUMNS.items():
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" for _ in columns)
        sets = ", ".join(f'"{name}" = ?' for name in columns)
        made[table, "insert"] = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
        made[table, "update"] = f"UPDATE {table} SET {sets} WHERE id = ?"  # noqa: S608
        made[table, "delete"] = f"DELETE FROM {table} WHERE id = ?"  # noqa: S608
    return made


_SQL = _sql()
