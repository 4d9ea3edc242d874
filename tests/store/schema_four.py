"""The fourth schema as it stood when cases were made with it, and a case brought back to it for tests."""

from __future__ import annotations

from pathlib import Path

from tests.store.schema_one import as_schema
from tests.store.schema_three import DDL as THIRD

_NEW: tuple[str, ...] = (
    """CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  wording TEXT NOT NULL
) STRICT""",
    """CREATE TABLE claim_members (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  passage_id TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (claim_id, passage_id)
) STRICT""",
    """CREATE TABLE rejections (
  id TEXT PRIMARY KEY,
  a TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
  b TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED CHECK (b <> a),
  checker TEXT NOT NULL,
  time TEXT NOT NULL,
  UNIQUE (a, b)
) STRICT""",
    """CREATE TABLE absences (
  id TEXT PRIMARY KEY,
  passage_id TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
  article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  checker TEXT NOT NULL,
  time TEXT NOT NULL,
  UNIQUE (passage_id, article_id)
) STRICT""",
    "CREATE INDEX members_of_passage ON claim_members (passage_id)",
    "CREATE INDEX rejections_to ON rejections (b)",
    "CREATE INDEX absences_in_article ON absences (article_id)",
)

DDL: tuple[str, ...] = (*THIRD, *_NEW)


def as_schema_four(path: Path) -> None:
    """Write a closed case anew as the fourth program would have left it: tables, rows, journal, hashes."""
    as_schema(path, 4, DDL, {})
