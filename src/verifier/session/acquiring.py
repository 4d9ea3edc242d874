"""Where an article comes from, as a person names it: a file or a web address; read alone in a child process."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import PartKind
from verifier.domain.reading import ReadOptions
from verifier.session.reading import AS_FOUND

if TYPE_CHECKING:
    from verifier.session.jobs import Job, Worker

_URL = re.compile(r"[a-z][a-z0-9+.-]{1,30}://", re.IGNORECASE)
"""Also of addresses that cannot be fetched (ftp), so that it is said of them; a drive's letter alone is none."""

Named = str | Path
"""A web address, or a file."""


def named(words: str) -> Named:
    """What a person named: an address stays as it is, all else is a file."""
    return words if _URL.match(words) else Path(words)


def job_for(what: Named | Source, options: ReadOptions = AS_FOUND) -> Job:
    """The job that fetches a web page, reads a file, or reads bytes that are at hand."""
    from verifier.session.jobs import FetchJob, ReadJob, SourceJob

    if isinstance(what, Source):
        return SourceJob(what, options)
    return ReadJob(what, options) if isinstance(what, Path) else FetchJob(what, options)


def acquire(
    names: Sequence[Named | Source], options: ReadOptions = AS_FOUND, *, attachments: bool = False
) -> list[ArticleDraft]:
    """The drafts of files and web pages, and with ``attachments`` those of what mails bring, each after its mail. One
    child process reads them all, one after the other. Raises VerifierError for the first that cannot be read.
    """
    with _worker() as worker:
        return [draft for name in names for draft in _drafts(worker, name, options, attachments=attachments)]


def _drafts(
    worker: Worker, what: Named | Source, options: ReadOptions, *, attachments: bool
) -> Iterator[ArticleDraft]:
    draft = _done(worker, job_for(what, options))
    yield draft
    for part in draft.parts:
        if attachments and part.kind is PartKind.ATTACHMENT and part.may_hold_text:
            # from the mail as it was read, so that nothing is fetched or looked up twice
            yield _done(worker, job_for(draft.source, replace(options, part=part.id, form=None)))


@contextmanager
def _worker() -> Iterator[Worker]:
    """A worker that is ended whatever happens, an interrupt too."""
    from verifier.session.jobs import Worker

    worker = Worker()
    try:
        yield worker
    finally:
        worker.close()


def _done(worker: Worker, job: Job) -> ArticleDraft:
    result = worker.submit(job).result()
    if not isinstance(result, ArticleDraft):
        raise TypeError(f"not a draft: {result!r}")
    return result
