"""One case on disk: opened with distrust, changed a step at a time, closed as one portable file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID, uuid4

from verifier.domain.articles import sha256_of
from verifier.domain.errors import CaseError, StepError, reason_of
from verifier.domain.rows import CaseRows
from verifier.domain.steps import RowChange, Step, StepDraft
from verifier.store import connection as sqlite
from verifier.store import journal
from verifier.store.checking import blobs_named, check_blobs, load_rows
from verifier.store.finalised import replayed, state_sha256
from verifier.store.lock import CaseLock
from verifier.store.schema import SCHEMA_VERSION
from verifier.store.writing import write_rows

_LONGEST_IDENTITY = 60
"""So many code points of an id that is none are told."""

SQLITE_ERRORS = (sqlite3.Error, UnicodeError, OverflowError)
"""Everything sqlite3 raises for a file it cannot make sense of."""


class CaseFile:
    """An open case file. All steps go through ``commit``; what is committed is on the disk."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: CaseLock | None) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock
        meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
        self.case_id: str = meta.get("case_id", "")
        self.copy_id: str = meta.get("copy_id", "")
        self.rows = CaseRows()
        self.steps: list[Step] = []

    @property
    def writable(self) -> bool:
        """Whether steps may be committed."""
        return self._lock is not None

    # -- opening and closing -------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, owner: str, now: str) -> CaseFile:
        """Make a new, empty case. Raises CaseError("case-exists"), or why the folder takes no file."""
        if os.path.exists(path):  # noqa: PTH110 - Path.exists raises for too long a name
            raise CaseError("case-exists", str(path))
        lock = _lock(path, owner, now)
        try:
            path.touch(exist_ok=False)
            return cls(path, _new_file(path), lock)
        except (
            FileExistsError
        ) as error:  # made by another program since we looked, or a link that leads nowhere
            lock.release()
            raise CaseError("case-exists", str(path)) from error
        except (*SQLITE_ERRORS, OSError) as error:
            path.unlink(missing_ok=True)  # half a case would stand in the way of the next attempt
            lock.release()
            raise CaseError("case-folder-read-only", str(path), reason=str(error)) from error

    @classmethod
    def open(cls, path: Path, *, owner: str, now: str, backups: Path | None = None) -> CaseFile:
        """Open a case to work in. Checks it whole first; an older schema is backed up, then migrated.

        Raises CaseError for anything that is not a sound case of ours, and when another program has it.
        """
        version = sqlite.read_header(path)
        if not may_write(path):
            raise CaseError("case-read-only", str(path))
        lock = _lock(path, owner, now)
        try:
            with _told(path):
                connection = sqlite.connect(path, "rw")
                sqlite.set_deadline(connection, sqlite.OPENING_SECONDS)
                if version < SCHEMA_VERSION:
                    from verifier.store.migrating import migrate

                    cls.open_copy(path).close()  # an older file is checked whole before any of it is changed
                    sqlite.check_schema(connection, path, version)
                    migrate(connection, path, version, now=now, checker=owner, backups=backups)
                case = cls._trusted(path, connection, lock)
                sqlite.make_durable(connection, path)
                sqlite.restrict(connection)
                return case
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open_copy(cls, path: Path) -> CaseFile:
        """Open a copy of a case in memory, to look at: works while another program has the case, and in a folder
        that takes no files. Raises CaseError as ``open`` does.
        """
        version = sqlite.read_header(path)
        with _told(path):
            copy = _memory_copy(path)
            sqlite.set_deadline(copy, sqlite.OPENING_SECONDS)
            if version < SCHEMA_VERSION:
                from verifier.store.migrating import upgrade_tables

                sqlite.check_pages(copy, path)
                sqlite.check_schema(copy, path, version)
                upgrade_tables(copy, version)
            return cls._trusted(path, copy, None)

    @classmethod
    def _trusted(cls, path: Path, connection: sqlite3.Connection, lock: CaseLock | None) -> CaseFile:
        sqlite.check_pages(connection, path)
        sqlite.check_schema(connection, path)
        case = cls(path, connection, lock)
        case.verify(load=True)
        sqlite.set_deadline(connection, None)
        return case

    def verify(self, *, load: bool = False) -> None:
        """Check the ids of the case and of the copy, the hash chain, the replay against the rows, and every text.
        Raises CaseError("case-damaged").

        With ``load`` the rows and steps are taken into memory as well.
        """
        try:
            for identity in (self.case_id, self.copy_id):
                if not _is_uuid(identity):
                    raise journal.JournalError("identity-malformed", str(identity)[:_LONGEST_IDENTITY])
            steps = list(journal.check_chain(journal.read_steps(self._connection), self.case_id))
            changes = load_rows(self._connection, replayed(steps, self.case_id))
            check_blobs(self._connection, blobs_named(changes))
        except journal.JournalError as error:
            raise CaseError("case-damaged", str(self.path), detail=" ".join(error.args)) from error
        if load:
            self.rows.apply(changes)
            self.steps = [stored.step for stored in steps]

    def close(self) -> None:
        """Fold the write-ahead log into the file, so that it is one portable file, and give the lock back."""
        sqlite.lift(self._connection)
        try:
            if self._lock is not None:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError:
            pass  # somebody is reading: the log stays beside the file and is folded in at the next closing
        finally:
            self._connection.close()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    # -- changing ------------------------------------------------------------------------------------------------

    def commit(self, draft: StepDraft, *, checker: str, time: str, blobs: Mapping[str, bytes]) -> Step:
        """Write a step, its rows and the blobs it brings, in one transaction that is on disk when this returns.

        Raises StepError("not-saved") and leaves file and memory as they were when it cannot be written.
        """
        (step,) = self.commit_all([draft], checker=checker, time=time, blobs=blobs)
        return step

    def commit_all(
        self, drafts: Sequence[StepDraft], *, checker: str, time: str, blobs: Mapping[str, bytes]
    ) -> tuple[Step, ...]:
        """Write several steps, one after the other, in one transaction: all of them or none. Raises as ``commit``."""
        if self._lock is None:
            raise StepError("case-read-only", str(self.path))
        stored: list[journal.StoredStep] = []
        try:
            for draft in drafts:
                before = stored[-1].step if stored else self.steps[-1] if self.steps else None
                stored.append(self._sealed(draft, before, checker, time))
        except UnicodeError as error:  # half a surrogate pair is no character, and has no UTF-8
            raise StepError("not-saved", str(self.path), detail=str(error)) from error
        self._write(drafts, stored, blobs)
        steps = tuple(one.step for one in stored)
        self.steps.extend(steps)
        return steps

    def _sealed(self, draft: StepDraft, before: Step | None, checker: str, time: str) -> journal.StoredStep:
        return journal.make_step(
            draft,
            identity=str(uuid4()),
            after=before,
            case_id=self.case_id,
            copy_id=self.copy_id,
            checker=checker,
            time=time,
            schema=SCHEMA_VERSION,
        )

    def _write(
        self, drafts: Sequence[StepDraft], stored: Sequence[journal.StoredStep], blobs: Mapping[str, bytes]
    ) -> None:
        connection, applied = self._connection, list[RowChange]()
        try:
            for draft in drafts:
                self._apply(draft, applied)
            connection.execute("BEGIN IMMEDIATE")
            for digest, data in blobs.items():
                connection.execute("INSERT OR IGNORE INTO blobs VALUES (?, ?)", (digest, data))
            for draft, step in zip(drafts, stored, strict=True):
                write_rows(connection, draft.changes)
                journal.append(connection, step)
            connection.execute("COMMIT")
        except (*SQLITE_ERRORS, StepError) as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            self.rows.apply(change.inverse for change in reversed(applied))
            if isinstance(error, StepError):
                raise
            raise StepError("not-saved", str(self.path), detail=str(error)) from error

    def _apply(self, draft: StepDraft, applied: list[RowChange]) -> None:
        """Change the rows in memory. Raises StepError("step-does-not-fit")."""
        try:
            self.rows.apply(draft.changes)
        except ValueError as error:
            raise StepError("step-does-not-fit", str(self.path), detail=str(error)) from error
        applied.extend(draft.changes)

    # -- looking -------------------------------------------------------------------------------------------------

    def changes_of(self, step_id: str) -> tuple[RowChange, ...]:
        """What a step changed, from the journal. Raises CaseError("case-damaged")."""
        try:
            return journal.changes_of(self._connection, step_id)
        except journal.JournalError as error:
            raise CaseError("case-damaged", str(self.path), detail=" ".join(error.args)) from error

    def state_sha256(self) -> str:
        """The SHA-256 of the rows as they are now, finalised reports left out."""
        return state_sha256(self.rows)

    def head_hash(self, steps: int | None = None) -> str:
        """The hash of the last step, or of the last of so many; before the first, what it would follow. "" where there
        are not so many.
        """
        count = len(self.steps) if steps is None else steps
        if count == 0:
            return journal.first_hash(self.case_id)
        return self.steps[count - 1].hash if count <= len(self.steps) else ""

    def blob(self, digest: str) -> bytes:
        """The bytes kept under a SHA-256. Raises CaseError("case-damaged") when they are missing or altered."""
        row = self._connection.execute("SELECT data FROM blobs WHERE sha256 = ?", (digest,)).fetchone()
        if row is None or sha256_of(row[0]) != digest:
            raise CaseError("case-damaged", str(self.path), detail=f"blob {digest[:12]}")
        return bytes(row[0])

    def save_copy(self, target: Path) -> None:
        """Write a whole copy beside the target and swap it in; the copy gets an id of its own."""
        try:
            write_backup(self._connection, target, copy_id=str(uuid4()))
        finally:
            sqlite.restrict(self._connection)


def write_backup(source: sqlite3.Connection, target: Path, *, copy_id: str | None = None) -> None:
    """Copy an open case by SQLite's backup, open the copy to verify it, then swap it in.

    Raises CaseError("copy-not-written"); what stood at the target before is then untouched.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(descriptor)
    except OSError as error:
        raise CaseError("copy-not-written", str(target), detail=reason_of(error)) from error
    beside = Path(name)
    try:
        copy = sqlite3.connect(beside, isolation_level=None)
        try:
            sqlite.lift(source)
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            if copy_id is not None:
                copy.execute("UPDATE meta SET value = ? WHERE key = 'copy_id'", (copy_id,))
            sqlite.check_pages(copy, beside)
        finally:
            copy.close()
        sync_and_replace(beside, target)
    except (OSError, sqlite3.Error) as error:
        raise CaseError("copy-not-written", str(target), detail=str(error)) from error
    finally:
        beside.unlink(missing_ok=True)


def sync_and_replace(beside: Path, target: Path) -> None:
    """Put a finished file in the place of another: it is on disk before it takes the name, and the name after."""
    with beside.open("rb+") as file:
        os.fsync(file.fileno())
    beside.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def may_write(path: Path) -> bool:
    """Whether a file or folder takes changes. One nobody may write to is meant to stay as it is, for root too."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & 0o222)


def _lock(path: Path, owner: str, now: str) -> CaseLock:
    if not path.parent.is_dir():
        raise CaseError("case-folder-missing", str(path), folder=path.parent)
    if not may_write(path.parent):
        raise CaseError("case-folder-read-only", str(path), reason="read-only")
    return CaseLock(path, owner, now)


def _new_file(path: Path) -> sqlite3.Connection:
    """A connection to the empty file at ``path``, which then is a case. Where it fails, the connection is closed."""
    connection = sqlite.connect(path, "rw")
    try:
        sqlite.create_schema(connection, [("case_id", str(uuid4())), ("copy_id", str(uuid4()))])
        sqlite.make_durable(connection, path)
        sqlite.restrict(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _memory_copy(path: Path) -> sqlite3.Connection:
    """The case as it stands, in memory. A folder that takes no files cannot hold what reading a log needs: then a
    copy of file and log is read elsewhere.
    """
    try:
        return _backed_up(path)
    except sqlite3.OperationalError:
        with tempfile.TemporaryDirectory() as folder:
            for beside in (path, path.with_name(path.name + "-wal")):
                if beside.exists():
                    shutil.copyfile(beside, Path(folder, beside.name))
            return _backed_up(Path(folder, path.name))


def _is_uuid(identity: object) -> bool:
    """Whether an id a file gives itself is a UUID as this program writes it: reports and other copies name it."""
    try:
        return isinstance(identity, str) and str(UUID(identity)) == identity
    except ValueError:
        return False


def _backed_up(path: Path) -> sqlite3.Connection:
    source = sqlite.connect(path, "ro")
    try:
        copy = sqlite3.connect(":memory:", isolation_level=None)
        copy.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, sqlite.LENGTH_LIMIT)
        source.backup(copy)
        return copy
    finally:
        source.close()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises for a file it cannot make sense of into a message for a person."""
    try:
        yield
    except SQLITE_ERRORS as error:
        raise CaseError("case-damaged", str(path), detail=str(error)) from error
