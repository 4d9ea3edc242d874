"""Writing a report so that a kill or a full disk leaves the older one whole: beside it first, then swapped in."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier.domain.errors import ReportError

_DATABASE = b"SQLite format 3\x00"
"""What the file of a case begins with, and that of no report."""


def check_target(target: Path) -> Path:
    """The real path a report will be written to (links followed).

    Raises ReportError where it is a folder, no ordinary file, read-only, in no folder, or a case: one slip in a name
    would otherwise put a report in place of all the work it tells of.
    """
    try:
        place = Path(os.path.realpath(target))
        place.exists()
    except (OSError, ValueError) as error:  # a name too long, or one no file can have
        raise ReportError("report-not-writable", str(target)[:200], reason=str(error)[:60]) from error
    if place.is_dir():
        raise ReportError("report-target-is-folder", str(target))
    if not place.parent.is_dir():
        raise ReportError("report-folder-missing", str(target), folder=str(place.parent))
    if place.exists() and not place.is_file():
        raise ReportError("report-not-writable", str(target), reason="it is no ordinary file")
    if place.exists() and not place.stat().st_mode & 0o222:  # swapping files would pass over that
        raise ReportError("report-not-writable", str(target), reason="it is read-only")
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


def replace_file(target: Path, data: bytes) -> None:
    """Put ``data`` at ``target`` in one motion. Raises ReportError, leaving the older file as it was."""
    try:
        with _file_beside(target) as beside:
            _write_to_disk(beside, data)
            beside.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise ReportError(
            "report-not-writable", str(target), reason=error.strerror or type(error).__name__
        ) from error


@contextmanager
def _file_beside(target: Path) -> Iterator[Path]:
    """The path for a temporary file in the target's folder; what is left of it in the end is removed."""
    beside = target.with_name(f".{target.name[:80]}.{secrets.token_hex(6)}.part")
    try:
        yield beside
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


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
