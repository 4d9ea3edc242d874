"""The lock file beside a case: one writer at a time, and who it is.

The operating system holds the lock for as long as the process lives, so a lock left behind by a killed program is
taken over at once; the file's words only say who holds it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from verifier.domain.errors import CaseError, reason_of

_FAR = 1 << 20
"""The byte that is locked on Windows, beyond the words: there a locked byte cannot be read."""


class CaseLock:
    """The held lock of one case."""

    def __init__(self, case: Path, owner: str, since: str) -> None:
        """Take the lock. ``owner`` and ``since`` (UTC, ISO 8601) are what another program is told.

        Raises CaseError("case-open-elsewhere") with owner and since, or "case-folder-read-only".
        """
        self.path = lock_path(case)
        self._descriptor = self._take(case)
        os.ftruncate(self._descriptor, 0)
        self._write(owner, since)

    def _take(self, case: Path) -> int:
        while True:
            try:
                descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError as error:
                raise CaseError("case-folder-read-only", str(case), reason=reason_of(error)) from error
            if not _try_lock(descriptor):
                held_by = read_owner(self.path)
                os.close(descriptor)
                raise CaseError("case-open-elsewhere", str(case), **held_by)
            if _is_still(descriptor, self.path):
                return descriptor
            os.close(
                descriptor
            )  # the owner before us removed the file between our opening and our locking it

    def _write(self, owner: str, since: str) -> None:
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, _words(owner, since))

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        os.close(self._descriptor)
        if sys.platform == "win32":
            self.path.unlink(missing_ok=True)


def lock_path(case: Path) -> Path:
    """Where the lock file of a case is."""
    return case.with_name(f".{case.name}.lock")


def read_owner(path: Path) -> dict[str, str]:
    """Who holds a lock and since when, as far as its file says."""
    try:
        words = json.loads(path.read_text("utf-8"))
        return {"owner": str(words["owner"]), "since": str(words["since"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"owner": "?", "since": "?"}


def _words(owner: str, since: str) -> bytes:
    return json.dumps({"owner": owner, "since": since, "process": os.getpid()}).encode()


def _is_still(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
