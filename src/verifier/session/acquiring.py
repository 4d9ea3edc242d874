"""Where an article comes from, as a person names it: a file or a web address; read alone in a child process."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.domain.articles import ArticleDraft
from verifier.domain.kinds import PartKind
from verifier.domain.reading import ReadOptions
from verifier.session.reading import AS_FOUND

if TYPE_CHECKING:
    from verifier.session.jobs import Job, Worker

_URL = re.compile(r"https?://", re.IGNORECASE)

Named = str | Path
"""A web address, or a file."""


def named(words: str) -> Named:
    """What a person named: a web address stays as it is, all else is a file."""
    return words if _URL.match(words) else Path(words)


def job_for(what: Named, options: ReadOptions = AS_FOUND) -> Job:
    """The job that fetches a web page or reads a file."""
    from verifier.session.jobs import FetchJob, ReadJob

    return ReadJob(what, options) if isinstance(what, Path) else FetchJob(what, options)


def acquire(what: Named, options: ReadOptions = AS_FOUND, *, attachments: bool = False) -> list[ArticleDraft]:
    """The draft of a file or web page, and with ``attachments`` those of what a mail brings. Raises VerifierError."""
    from verifier.session.jobs import Worker

    worker = Worker()
    try:
        draft = _done(worker, job_for(what, options))
        wanted = [part for part in draft.parts if attachments and part.kind is PartKind.ATTACHMENT]
        return [
            draft,
            *(_done(worker, job_for(what, replace(options, part=part.id, form=None))) for part in wanted),
        ]
    finally:
        worker.close()


def _done(worker: Worker, job: Job) -> ArticleDraft:
    result = worker.submit(job).result()
    if not isinstance(result, ArticleDraft):
        raise TypeError(f"not a draft: {result!r}")
    return result
