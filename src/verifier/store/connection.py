"""Opening a SQLite file one did not write oneself: the recipe, and what may be done on the connection.

Measured reasons are in docs/case-file.md: WAL with synchronous=FULL is the one mode in which no acknowledged mark
was lost; a planted trigger flipped labels in spite of ``trusted_schema=OFF``.
"""

from __future__ import annotations

import sqlite3
import stat
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from verifier.domain.errors import CaseError, reason_of
from verifier.store.schema import APPLICATION_ID, DDL, FINGERPRINTS, SCHEMA_VERSION, fingerprint

LENGTH_LIMIT = 1 << 28
"""The most bytes one value of a case may have."""

OPENING_SECONDS = 120.0
"""How long checking a case on opening may take before it is given up as hostile."""

_PRAGMAS = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON")
_IMMUTABLE = frozenset({"steps", "blobs", "sqlite_master", "meta", "report_versions"})
_ALLOWED = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_INSERT,
        sqlite3.SQLITE_UPDATE,
        sqlite3.SQLITE_DELETE,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    }
)


def read_header(path: Path) -> int:
    """The schema version of a case file, from its first 100 bytes; SQLite is not asked, so nothing is created.

    Raises CaseError: case-missing, case-is-folder, case-unreadable, not-a-case, case-newer.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise CaseError("case-is-folder", str(path))
        if not stat.S_ISREG(mode):  # opening a pipe would wait for ever
            raise CaseError("not-a-case", str(path))
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError as error:
        raise CaseError("case-missing", str(path)) from error
    except (OSError, ValueError) as error:
        raise CaseError("case-unreadable", str(path), reason=reason_of(error)) from error
    is_ours = header[:16] == b"SQLite format 3\0" and int.from_bytes(header[68:72], "big") == APPLICATION_ID
    if not is_ours:
        raise CaseError("not-a-case", str(path))
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise CaseError("case-newer", str(path), version=version, known=SCHEMA_VERSION)
    return version


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A bare connection by URI; ``mode`` is rw, rwc or ro. One thread, no implicit transactions."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5.0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LENGTH_LIMIT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def make_durable(connection: sqlite3.Connection, path: Path) -> None:
    """Set the journal mode in which an acknowledged mark survives a power cut."""
    if is_network_folder(path.parent):
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=EXTRA")
        return
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


def create_schema(connection: sqlite3.Connection, meta: Iterable[tuple[str, str]]) -> None:
    """Write the whole schema and the case's ids into an empty file, in one transaction.

    So nobody who looks at the file meanwhile, and nobody after a power cut, finds half a case.
    """
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    for statement in DDL:
        connection.execute(statement)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta)
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.execute("COMMIT")


def check_schema(connection: sqlite3.Connection, path: Path, version: int = SCHEMA_VERSION) -> None:
    """Compare the file's schema with the one of a version, word for word. Raises CaseError("case-foreign-schema").

    What has no SQL are the indexes SQLite makes of its own accord for keys. Names say nothing: anything may bear one
    that looks like SQLite's own.
    """
    found = [str(row[0]) for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    if fingerprint(found) != FINGERPRINTS.get(version):
        raise CaseError("case-foreign-schema", str(path))


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Let SQLite check its own pages. Raises CaseError("case-damaged")."""
    answers = [row[0] for row in connection.execute("PRAGMA quick_check")]
    if answers != ["ok"]:
        raise CaseError("case-damaged", str(path), detail=answers[0] if answers else "quick_check")


def restrict(connection: sqlite3.Connection) -> None:
    """From here on, allow reading, adding and changing state rows, and nothing else."""
    connection.set_authorizer(_authorize)


def lift(connection: sqlite3.Connection) -> None:
    """Allow everything again: checkpoint, backup and close need it."""
    connection.set_authorizer(None)


def _authorize(
    action: int, first: str | None, _second: str | None, _db: str | None, context: str | None
) -> int:
    """Deny triggers, views, ATTACH, PRAGMA and schema changes; journal, originals and finalised reports only grow."""
    if context is not None or action not in _ALLOWED:
        return sqlite3.SQLITE_DENY
    if action in (sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE) and first in _IMMUTABLE:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def set_deadline(connection: sqlite3.Connection, seconds: float | None) -> None:
    """Interrupt whatever runs on the connection after so many seconds; None lifts it."""
    if seconds is None:
        connection.set_progress_handler(None, 0)
        return
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: int(time.monotonic() > end), 1_000)


def is_of_the_disk(error: BaseException | None) -> bool:
    """Whether SQLite could not do its work for want of room or leave; what it was told to do is not to blame."""
    return isinstance(error, sqlite3.OperationalError)


def is_network_folder(folder: Path) -> bool:
    """Whether a folder is on a network drive, as far as the system says; WAL must not be used there."""
    if sys.platform == "win32":
        import ctypes

        return str(folder).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == 4
    try:
        mounts = Path("/proc/mounts").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return _mount_type(folder.resolve(), mounts) in {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "fuse.sshfs",
        "9p",
        "afs",
    }


def _mount_type(folder: Path, mounts: list[str]) -> str:
    """The file system type of the deepest mount point above a folder, from the lines of /proc/mounts."""
    best, found = -1, ""
    for line in mounts:
        parts = line.split(" ")
        point = parts[1].replace("\\040", " ") if len(parts) > 2 else ""
        inside = point and (point == "/" or str(folder) == point or str(folder).startswith(point + "/"))
        if inside and len(point) > best:
            best, found = len(point), parts[2]
    return found
