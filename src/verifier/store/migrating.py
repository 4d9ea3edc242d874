"""Bringing a case of an older schema up to date: a backup first, then the tables, then one step that says so."""

from __future__ import annotations

import sqlite3
from itertools import chain, count
from pathlib import Path
from uuid import uuid4

from verifier.domain.errors import CaseError
from verifier.domain.steps import StepDraft
from verifier.store import journal
from verifier.store.schema import MIGRATIONS, SCHEMA_VERSION


def migrate(
    connection: sqlite3.Connection, path: Path, version: int, *, now: str, checker: str, backups: Path | None
) -> None:
    """Back the case up, then change its tables and append one step. Raises CaseError; the file is then as it was."""
    from verifier.store.casefile import write_backup

    folder = backups or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    write_backup(connection, _free(folder, f"{path.stem} (schema {version})", path.suffix))
    connection.execute("PRAGMA foreign_keys=OFF")  # a table made anew is gone for a moment
    connection.execute("BEGIN IMMEDIATE")
    try:
        _change_tables(connection, version)
        _append_step(connection, version, now=now, checker=checker)
        connection.execute("COMMIT")
    except (sqlite3.Error, journal.JournalError, KeyError) as error:
        connection.execute("ROLLBACK")
        raise CaseError("migration-failed", str(path), version=version, detail=str(error)) from error
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """A name no file has yet: another case of the same name may have been backed up before."""
    names = chain([stem], (f"{stem} {number}" for number in count(2)))
    return next(path for name in names if not (path := folder / f"{name}{suffix}").exists())


def upgrade_tables(connection: sqlite3.Connection, version: int) -> None:
    """Change the tables of a copy that is only looked at."""
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    _change_tables(connection, version)
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys=ON")


def _change_tables(connection: sqlite3.Connection, version: int) -> None:
    for older in range(version, SCHEMA_VERSION):
        MIGRATIONS[older](connection)
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _append_step(connection: sqlite3.Connection, version: int, *, now: str, checker: str) -> None:
    meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    steps = list(journal.check_chain(journal.read_steps(connection), meta["case_id"]))
    draft = StepDraft("migrate", (), {"from": str(version), "to": str(SCHEMA_VERSION)})
    journal.append(
        connection,
        journal.make_step(
            draft,
            identity=str(uuid4()),
            after=steps[-1].step if steps else None,
            case_id=meta["case_id"],
            copy_id=meta["copy_id"],
            checker=checker,
            time=now,
            schema=SCHEMA_VERSION,
        ),
    )
