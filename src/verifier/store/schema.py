"""The schema of a case file, as SQL, and its migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from verifier.domain.articles import sha256_of

APPLICATION_ID = 0x56524659
"""Marks a SQLite file as one of ours ("VRFY")."""

SCHEMA_VERSION = 5
"""The schema this program writes. A file with a higher one is refused."""

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
  reviewer TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  signed_on TEXT NOT NULL
) STRICT""",
    # A question about the whole case has an empty place, which no foreign key can hold: opening checks the others.
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
    """CREATE TABLE report_versions (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
  time TEXT NOT NULL,
  checker TEXT NOT NULL,
  template TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  steps INTEGER NOT NULL CHECK (steps >= 0),
  head_hash TEXT NOT NULL CHECK (length(head_hash) = 64),
  state_sha256 TEXT NOT NULL CHECK (length(state_sha256) = 64),
  note TEXT NOT NULL
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
    "CREATE INDEX members_of_passage ON claim_members (passage_id)",
    "CREATE INDEX rejections_to ON rejections (b)",
    "CREATE INDEX absences_in_article ON absences (article_id)",
)
"""The whole schema. A file whose schema is not this, word for word, is not trusted: a planted trigger flips labels."""


def fingerprint(statements: Iterable[str]) -> str:
    """The SHA-256 of a schema's statements, whatever their order."""
    return sha256_of("\0".join(sorted(statements)))


FINGERPRINTS: Mapping[int, str] = MappingProxyType(
    {
        1: "7cbe77602e4430d12849814fd998b777fe5e7cff71b55ed3d291a3f3398c38ec",
        2: "0bac7b3a701dfb44a318d767f649ee2463dd19f642597058ef407a8df75f560b",
        3: "ef0254e0e96d99515a9d7f57bdf622f98188f4cb15295c3d4e0e0b20ee49856b",
        4: "8f67a439dcac824c607b262b5230cf9a4fb65ad1f4a9b1f87e9d2942a6076d36",
        SCHEMA_VERSION: fingerprint(DDL),
    }
)
"""The fingerprint of every schema this program wrote or can bring up to date. Older ones never change."""

Migration = Callable[[sqlite3.Connection], None]


def _table(name: str) -> str:
    """The statement that makes a table as the schema has it."""
    return next(one for one in DDL if one.startswith(f"CREATE TABLE {name} ("))


def _make(connection: sqlite3.Connection, table: str) -> None:
    """Make an empty table as the schema has it, with its indexes."""
    connection.execute(_table(table))
    for statement in DDL:
        if statement.startswith("CREATE INDEX") and f" ON {table} (" in statement:
            connection.execute(statement)


def _rebuild(connection: sqlite3.Connection, table: str, added: Mapping[str, object]) -> None:
    """Make a table anew as the schema has it, with its rows and ``added`` columns of one value each.

    Not by ADD COLUMN: the text SQLite keeps of the table would not be ours, word for word. The indexes on a table
    go with it and are made again. Foreign keys must be off.
    """
    old = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    columns = ", ".join(f'"{name}"' for name in old)
    rows = connection.execute(f"SELECT {columns} FROM {table}").fetchall()  # noqa: S608 - the table's own names
    connection.execute(f"DROP TABLE {table}")
    _make(connection, table)
    columns = ", ".join(f'"{name}"' for name in [*old, *added])
    marks = ", ".join("?" * (len(old) + len(added)))
    more = tuple(added.values())
    statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - the table's own names
    connection.executemany(statement, [(*row, *more) for row in rows])


def _know_more_of_readings(connection: sqlite3.Connection) -> None:
    """From 1 to 2: what a reader doubts, where paragraphs stand, candidates, parts, letters, stretches set apart."""
    _rebuild(connection, "articles", {"unconfirmed": "[]"})
    version = {"part": "", "candidates": "[]", "letters_seen": 0, "letters_kept": 0, "inlines_sha256": None}
    _rebuild(connection, "versions", version)
    _rebuild(connection, "paragraphs", {"confidence": 100, "role": "", "anchor": "{}"})


def _know_who_is_asked(connection: sqlite3.Connection) -> None:
    """From 2 to 3: questions, right of reply, passes, and who signed the case off."""
    _rebuild(connection, "case_details", {"signed_by": "", "signed_on": ""})
    for table in ("questions", "replies", "passes"):
        _make(connection, table)


def _know_what_is_compared(connection: sqlite3.Connection) -> None:
    """From 3 to 4: claims and their passages, rejected suggestions, what was looked for and not found."""
    for table in ("claims", "claim_members", "rejections", "absences"):
        _make(connection, table)


def _know_what_is_finalised(connection: sqlite3.Connection) -> None:
    """From 4 to 5: the reports that were finalised."""
    _make(connection, "report_versions")


MIGRATIONS: Mapping[int, Migration] = MappingProxyType(
    {
        1: _know_more_of_readings,
        2: _know_who_is_asked,
        3: _know_what_is_compared,
        4: _know_what_is_finalised,
    }
)
"""From the schema version of the key to the next. Each changes tables only; the journal gets one step more."""
