"""The first schema as it stood when the first cases were made, and a case brought back to it for tests."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from verifier.store.codec import canonical
from verifier.store.journal import first_hash, read_steps, seal
from verifier.store.schema import APPLICATION_ID

DDL: tuple[str, ...] = (
    """CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT""",
    """CREATE TABLE blobs (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  data BLOB NOT NULL
) STRICT""",
    """CREATE TABLE steps (
  sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
  id TEXT NOT NULL UNIQUE,
  copy_id TEXT NOT NULL,
  checker TEXT NOT NULL,
  time TEXT NOT NULL,
  schema INTEGER NOT NULL,
  what TEXT NOT NULL,
  "values" TEXT NOT NULL,
  undoes TEXT,
  redoes TEXT,
  changes TEXT NOT NULL,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT""",
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
  piece TEXT
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
  warnings TEXT NOT NULL
) STRICT""",
    """CREATE TABLE paragraphs (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start)
) STRICT""",
    """CREATE TABLE sentences (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
  paragraph_id TEXT NOT NULL REFERENCES paragraphs (id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT""",
    """CREATE TABLE passages (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT""",
    """CREATE TABLE marks (
  id TEXT PRIMARY KEY,
  passage_id TEXT NOT NULL UNIQUE REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT CHECK (label IN ('verified', 'disputed', 'opinion', 'unconfirmed', 'no-claim')),
  checker TEXT NOT NULL,
  time TEXT NOT NULL,
  modifiers TEXT NOT NULL,
  voice TEXT CHECK (voice IN ('article', 'quoted', 'reported')),
  note TEXT NOT NULL,
  reach TEXT NOT NULL CHECK (reach IN ('printed', 'internal')),
  advice TEXT CHECK (advice IN ('correct', 'attribute', 'cut', 'ask', 'leave')),
  wording TEXT NOT NULL
) STRICT""",
    """CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  citation TEXT NOT NULL,
  checker TEXT NOT NULL,
  time TEXT NOT NULL,
  url TEXT NOT NULL,
  locator TEXT NOT NULL,
  quotation TEXT NOT NULL,
  seen TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts', 'context')),
  primacy TEXT NOT NULL CHECK (primacy IN ('primary', 'secondary')),
  origin TEXT NOT NULL,
  interview TEXT NOT NULL,
  attachment_name TEXT NOT NULL,
  attachment_sha256 TEXT NOT NULL,
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1))
) STRICT""",
    """CREATE TABLE evidence_uses (
  id TEXT PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  passage_id TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (evidence_id, passage_id)
) STRICT""",
    """CREATE TABLE links (
  id TEXT PRIMARY KEY,
  a TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
  b TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED CHECK (b <> a),
  relation TEXT NOT NULL
    CHECK (relation IN ('corroborates', 'contradicts', 'adds-detail', 'same-quotation', 'altered-quotation')),
  checker TEXT NOT NULL,
  time TEXT NOT NULL,
  facets TEXT NOT NULL,
  severity TEXT CHECK (severity IN ('hard', 'tension', 'framing', 'minor')),
  note TEXT NOT NULL,
  reach TEXT NOT NULL CHECK (reach IN ('printed', 'internal')),
  outcome TEXT CHECK (outcome IN ('a-stands', 'b-stands', 'neither', 'compatible', 'cannot-be-settled'))
) STRICT""",
    """CREATE TABLE case_details (
  id TEXT PRIMARY KEY CHECK (id = 'case'),
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  finding TEXT NOT NULL,
  reviewer TEXT NOT NULL
) STRICT""",
    # Without these, taking a parent row out looks through every child for each foreign key.
    "CREATE INDEX versions_of_article ON versions (article_id)",
    "CREATE INDEX paragraphs_of_version ON paragraphs (version_id)",
    "CREATE INDEX sentences_of_version ON sentences (version_id)",
    "CREATE INDEX sentences_of_paragraph ON sentences (paragraph_id)",
    "CREATE INDEX passages_of_version ON passages (version_id)",
    "CREATE INDEX articles_by_version ON articles (version_id)",
    "CREATE INDEX uses_of_passage ON evidence_uses (passage_id)",
    "CREATE INDEX links_from ON links (a)",
    "CREATE INDEX links_to ON links (b)",
)

Newer = Mapping[str, set[str]]

NEWER_THAN_TWO: Newer = {"case_details": {"signed_by", "signed_on"}}
"""What the third schema added to the rows, and to their images in the journal."""

NEWER_THAN_ONE: Newer = {
    "articles": {"unconfirmed"},
    "versions": {"part", "candidates", "letters_seen", "letters_kept", "inlines_sha256"},
    "paragraphs": {"confidence", "role", "anchor"},
    **NEWER_THAN_TWO,
}
"""What later schemas added to the rows of the first, and to their images in the journal."""


def as_schema_one(path: Path) -> None:
    """Write a closed case anew as the first program would have left it: tables, rows, journal, hashes."""
    as_schema(path, 1, DDL, NEWER_THAN_ONE)


def as_schema(path: Path, version: int, statements: Sequence[str], newer: Newer) -> None:
    """Write a closed case anew with the statements of an older schema, less the columns it did not have."""
    new = sqlite3.connect(path)
    target = path.with_name("older.tmp")
    old = sqlite3.connect(target)
    old.execute(f"PRAGMA application_id={APPLICATION_ID}")
    for statement in statements:
        old.execute(statement)
    old.execute(f"PRAGMA user_version={version}")
    tables = [row[0] for row in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if table != "steps":
            columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA table_info({table})"))
            rows = new.execute(f"SELECT {columns} FROM {table}").fetchall()
            old.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * (columns.count(',') + 1))})", rows)
    _copy_journal(new, old, version, newer)
    old.commit()
    new.close()
    old.close()
    target.replace(path)


def _copy_journal(new: sqlite3.Connection, old: sqlite3.Connection, version: int, newer: Newer) -> None:
    """The steps as the older program wrote them: without newer columns, and so with hashes of their own."""
    [case_id] = new.execute("SELECT value FROM meta WHERE key = 'case_id'").fetchone()
    before = first_hash(case_id)
    for stored in list(read_steps(new)):
        step = stored.step
        changes = canonical([_older(newer, *entry) for entry in json.loads(stored.changes)])
        values = {name: getattr(step, name) for name in step.__slots__}
        sealed = type(step)(**{**values, "schema": version, "previous_hash": before, "hash": ""})
        before, previous = seal(sealed, changes), before
        old.execute(
            "INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                step.sequence, step.id, step.copy_id, step.checker, step.time, version, step.what,
                canonical([list(pair) for pair in step.values]), step.undoes, step.redoes, changes, previous, before,
            ),
        )  # fmt: skip


def _older(newer: Newer, table: str, key: str, *images: dict[str, object] | None) -> list[object]:
    unknown = newer.get(table, set())
    return [
        table,
        key,
        *(
            image and {name: value for name, value in image.items() if name not in unknown}
            for image in images
        ),
    ]
