"""Writing a report so that a kill or a full disk leaves the older one whole: beside it first, then swapped in.

Between the two a final report is noted in its case, so that no file says "final" which its case does not know.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from verifier.domain.errors import ReportError, reason_of

_DATABASE = b"SQLite format 3\x00"
"""What the file of a case begins with, and that of no report."""

_FORGOTTEN = 15 * 60.0
"""Seconds after which a file beside a report is one that a kill left there: no job may take so long."""


def check_target(target: Path) -> Path:
    """The real path a report will be written to (links followed).

    Raises ReportError where it is a folder, no ordinary file, read-only, in no folder, or a case: one slip in a name
    would otherwise put a report in place of all the work it tells of.
    """
    try:
        place = Path(os.path.realpath(target))
        place.exists()
    except OSError as error:  # a name too long
        raise ReportError("report-not-writable", str(target)[:200], reason=reason_of(error)) from error
    except ValueError as error:  # a name no file can have
        raise ReportError("report-not-writable", str(target)[:200], reason=str(error)[:60]) from error
    if place.is_dir():
        raise ReportError("report-target-is-folder", str(target))
    if not place.parent.is_dir():
        raise ReportError("report-folder-missing", str(target), folder=str(place.parent))
    if place.exists() and not place.is_file():
        raise ReportError("report-not-writable", str(target), reason="no-ordinary-file")
    if place.exists() and not place.stat().st_mode & 0o222:  # swapping files would pass over that
        raise ReportError("report-not-writable", str(target), reason="file-read-only")
    if _is_database(place):
        raise ReportError("report-target-is-case", str(target))
    return place


def _is_database(place: Path) -> bool:
    """Whether a file is a database, as cases are. One that cannot be read is told where it cannot be replaced."""
    try:
        with place.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Staged:
    """A report on the disk beside its place: ``commit`` puts it there, ``discard`` takes it away again. Used as a
    context, what was not put in its place by the end is taken away. It may be handed to another process.

    ``paths`` are those asked for, ``places`` the real ones, ``beside`` the files written; ``sha256`` is of the first.
    """

    paths: tuple[Path, ...]
    places: tuple[Path, ...]
    beside: tuple[Path, ...]
    sha256: str

    def commit(self) -> tuple[Path, ...]:
        """Put each file in its place in one motion, and give the paths. Raises ReportError, leaving the older file as
        it was.
        """
        for place, beside in zip(self.places, self.beside, strict=True):
            try:
                beside.replace(place)
            except OSError as error:
                self.discard()
                raise _not_writable(place, error) from error
            _sync_folder(place.parent)
        return self.paths

    def discard(self) -> None:
        """Take away what is not in its place."""
        for beside in self.beside:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.discard()


def stage(files: Mapping[Path, bytes]) -> Staged:
    """Write a report, a file or several, beside where it is to be, and wait until the disk has it. What a kill left
    beside the same files long ago goes.

    Raises ReportError for a place no report can be written to; nothing is left beside it then.
    """
    places = tuple(check_target(path) for path in files)
    first = next(iter(files.values()))
    staged = Staged(tuple(files), places, tuple(map(_beside, places)), hashlib.sha256(first).hexdigest())
    try:
        for place, beside, data in zip(places, staged.beside, files.values(), strict=True):
            _stage_one(place, beside, data)
    except BaseException:
        staged.discard()
        raise
    return staged


def _stage_one(place: Path, beside: Path, data: bytes) -> None:
    try:
        if (
            place.exists()
        ):  # one that is open in Word on Windows cannot be replaced: told before anything is noted
            place.open("r+b").close()
        _write_to_disk(beside, data)
    except OSError as error:
        raise _not_writable(place, error) from error
    _sweep(place)


def _not_writable(place: Path, error: OSError) -> ReportError:
    return ReportError("report-not-writable", str(place), reason=reason_of(error))


def replace_file(target: Path, data: bytes) -> None:
    """Put ``data`` at ``target`` in one motion. Raises ReportError, leaving the older file as it was."""
    with stage({target: data}) as staged:
        staged.commit()


def _beside(place: Path) -> Path:
    """The path for a temporary file in the folder of a report."""
    return place.with_name(f"{_beginning(place)}{secrets.token_hex(6)}.part")


def _beginning(place: Path) -> str:
    return f".{place.name[:80]}."


def _sweep(place: Path) -> None:
    """Take away what was once written beside a report and never put in its place: whoever wrote it was killed."""
    named = re.compile(re.escape(_beginning(place)) + r"[0-9a-f]{12}\.part")
    with contextlib.suppress(OSError):
        for one in list(place.parent.iterdir()):
            if named.fullmatch(one.name) and time.time() - one.lstat().st_mtime > _FORGOTTEN:
                one.unlink()


def _write_to_disk(path: Path, data: bytes) -> None:
    """Write a file nobody else made, with the user's own permissions, and wait until the disk has it."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Wait until the disk knows the new name. Windows cannot open a folder, and needs not."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
