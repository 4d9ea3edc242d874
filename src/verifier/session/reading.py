"""From a file on disk to an article draft."""

from __future__ import annotations

import stat
from pathlib import Path

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError, reason_of
from verifier.domain.queries import whole_characters
from verifier.domain.reading import ReadOptions
from verifier.session.clock import Clock, utc_now

AS_FOUND = ReadOptions()
"""Read as the reader finds it."""

_HEAD = 65_536
"""How many bytes tell the form of a file."""


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
        with path.open("rb") as file:
            head = file.read(_HEAD)
            limit = _limit(head)
            if status.st_size > limit:
                raise ReadError("source-too-big", str(path), **_sizes(status.st_size, limit))
            data = head + file.read(limit + 1 - len(head))
    except FileNotFoundError as error:
        raise ReadError("source-missing", str(path)) from error
    except (OSError, ValueError) as error:
        raise ReadError("source-unreadable", str(path), reason=reason_of(error)) from error
    if len(data) > limit:
        raise ReadError("source-too-big", str(path), **_sizes(len(data), limit))
    return Source(whole_characters(path.name), data, acquired_how="file", acquired_at=clock())


def _limit(head: bytes) -> int:
    """The most bytes a file that begins so may have."""
    from verifier.readers import most_bytes

    return most_bytes(head)


def _sizes(size: int, limit: int) -> dict[str, str]:
    from verifier.readers.forms import sizes

    return sizes(size, limit)


def read_source(source: Source, options: ReadOptions = AS_FOUND) -> ArticleDraft:
    """Read a source in this process. Raises ReadError."""
    from verifier.readers import read

    return read(source, options)


def read_file(path: Path, options: ReadOptions = AS_FOUND) -> ArticleDraft:
    """Load and read a file in this process. Raises ReadError."""
    return read_source(load_source(path), options)
