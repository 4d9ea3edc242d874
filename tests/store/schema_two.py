"""The second schema as it stood when cases were made with it, and a case brought back to it for tests."""

from __future__ import annotations

from pathlib import Path

from tests.store.schema_one import DDL as FIRST
from tests.store.schema_one import NEWER_THAN_TWO, as_schema

_CHANGED: tuple[str, ...] = (
    """CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  letter TEXT NOT NULL UNIQUE,
  version_id TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  byline TEXT,
  publisher TEXT,
  published_as_printed TEXT,
  published TEXT,
  url TEXT,
  language TEXT,
  piece TEXT,
  unconfirmed TEXT NOT NULL
) STRICT""",
    """CREATE TABLE versions (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  original_sha256 TEXT NOT NULL REFERENCES blobs (sha256),
  text_sha256 TEXT NOT NULL REFERENCES blobs (sha256),
  map_sha256 TEXT NOT NULL REFERENCES blobs (sha256),
  acquired_how TEXT NOT NULL,
  acquired_at TEXT NOT NULL,
  reader TEXT NOT NULL,
  reader_version TEXT NOT NULL,
  encoding TEXT NOT NULL,
  wrap TEXT NOT NULL,
  warnings TEXT NOT NULL,
  part TEXT NOT NULL,
  candidates TEXT NOT NULL,
  letters_seen INTEGER NOT NULL CHECK (letters_seen >= 0),
  letters_kept INTEGER NOT NULL CHECK (letters_kept >= 0),
  inlines_sha256 TEXT REFERENCES blobs (sha256)
) STRICT""",
    """CREATE TABLE paragraphs (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
  role TEXT NOT NULL,
  anchor TEXT NOT NULL
) STRICT""",
)
"""The tables that are not as the first schema had them."""


def _name(statement: str) -> str:
    return statement.partition(" (")[0]


_BY_NAME = {_name(statement): statement for statement in _CHANGED}

DDL: tuple[str, ...] = tuple(_BY_NAME.get(_name(statement), statement) for statement in FIRST)


def as_schema_two(path: Path) -> None:
    """Write a closed case anew as the second program would have left it: tables, rows, journal, hashes."""
    as_schema(path, 2, DDL, NEWER_THAN_TWO)
