"""From a file on disk to an article draft."""

from __future__ import annotations

import stat
from pathlib import Path

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.queries import whole_characters
from verifier.session.clock import Clock, utc_now

MOST_BYTES = 20 * 10**6
"""The largest source that is read."""


def load_source(path: Path, clock: Clock = utc_now) -> Source:
    """The bytes of a file, untouched, with its name and the time they were read.

    Raises ReadError: source-missing, source-is-folder, source-not-a-file, source-unreadable, source-too-big.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadError("source-is-folder", str(path))
        if not stat.S_ISREG(status.st_mode):
            raise ReadError("source-not-a-file", str(path))
        if not status.st_mode & 0o444:  # nobody may read it: root would, against the owner's wish
            raise ReadError("source-unreadable", str(path), reason="nobody may read it")
        if status.st_size > MOST_BYTES:
            raise _too_big(path, status.st_size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadError("source-missing", str(path)) from error
    except (OSError, ValueError) as error:
        raise ReadError(
            "source-unreadable", str(path), reason=getattr(error, "strerror", None) or error
        ) from error
    if len(data) > MOST_BYTES:
        raise _too_big(path, len(data))
    return Source(whole_characters(path.name), data, acquired_how="file", acquired_at=clock())


def _too_big(path: Path, size: int) -> ReadError:
    return ReadError("source-too-big", str(path), size=f"{size / 1e6:.1f}", limit=f"{MOST_BYTES / 1e6:.0f}")


def read_source(source: Source, *, encoding: str | None = None, wrap: str = "auto") -> ArticleDraft:
    """Read a source in this process. Raises ReadError."""
    from verifier.readers import read

    return read(source, encoding=encoding, wrap=wrap)


def read_file(path: Path, *, encoding: str | None = None, wrap: str = "auto") -> ArticleDraft:
    """Load and read a file in this process. Raises ReadError."""
    return read_source(load_source(path), encoding=encoding, wrap=wrap)
