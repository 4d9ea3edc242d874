"""The third schema as it stood when cases were made with it, and a case brought back to it for tests."""

from __future__ import annotations

from pathlib import Path

from tests.store.schema_one import as_schema
from tests.store.schema_two import DDL as SECOND

_CHANGED: tuple[str, ...] = (
    """CREATE TABLE case_details (
  id TEXT PRIMARY KEY CHECK (id = 'case'),
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  finding TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  signed_on TEXT NOT NULL
) STRICT""",
)
"""The tables that are not as the second schema had them."""

_NEW: tuple[str, ...] = (
    """CREATE TABLE questions (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  place TEXT NOT NULL,
  whom TEXT NOT NULL,
  due TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT""",
    """CREATE TABLE replies (
  id TEXT PRIMARY KEY,
  who TEXT NOT NULL,
  "when" TEXT NOT NULL,
  how TEXT NOT NULL,
  deadline TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT""",
    """CREATE TABLE passes (
  id TEXT PRIMARY KEY,
  what TEXT NOT NULL,
  who TEXT NOT NULL,
  "when" TEXT NOT NULL
) STRICT""",
)


def _name(statement: str) -> str:
    return statement.partition(" (")[0]


_BY_NAME = {_name(statement): statement for statement in _CHANGED}

DDL: tuple[str, ...] = (*(_BY_NAME.get(_name(statement), statement) for statement in SECOND), *_NEW)


def as_schema_three(path: Path) -> None:
    """Write a closed case anew as the third program would have left it: tables, rows, journal, hashes."""
    as_schema(path, 3, DDL, {})
