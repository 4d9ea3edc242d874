"""Work that would hold up the window, done in a warm child process.

A job is a frozen value, and so is its result. The child has a memory limit where the system offers one; a job has
a deadline; a child that broke either, or died, is replaced, and the job ends with a message.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import sys
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from verifier.domain.articles import Source
from verifier.domain.errors import VerifierError
from verifier.domain.making import no_collection
from verifier.domain.reading import ReadOptions
from verifier.domain.rows import Snapshot
from verifier.session.reading import AS_FOUND, read_file, read_source

MEMORY_LIMIT = 2 * 2**30
"""The most bytes of address space the child may take beyond what it starts with."""


_SLOW_TO_IMPORT = ("verifier.readers", "lxml.html", "resiliparse.extract.html2text", "trafilatura")


class Job(Protocol):
    """Something to be done in the child: a picklable value with what it is about and how long it may take."""

    @property
    def about(self) -> str:
        """What the job is about, for messages: a file's name."""
        ...

    @property
    def seconds(self) -> float:
        """The deadline."""
        ...

    def run(self) -> object:
        """Do it; runs in the child. Raises VerifierError."""
        ...


@dataclass(frozen=True, slots=True)
class ReadJob:
    """Read a file as an article; the result is an ArticleDraft."""

    path: Path
    options: ReadOptions = AS_FOUND
    seconds: float = 120.0

    @property
    def about(self) -> str:
        """The file's name."""
        return self.path.name

    def run(self) -> object:
        """The article draft."""
        return read_file(self.path, self.options)


@dataclass(frozen=True, slots=True)
class SourceJob:
    """Read bytes that are at hand as an article: pasted, attached to a mail, or kept by a case. The result is an
    ArticleDraft.
    """

    source: Source
    options: ReadOptions = AS_FOUND
    seconds: float = 120.0

    @property
    def about(self) -> str:
        """The source's name."""
        return self.source.name

    def run(self) -> object:
        """The article draft."""
        return read_source(self.source, self.options)


@dataclass(frozen=True, slots=True)
class FetchJob:
    """Fetch a web page and read it as an article; the result is an ArticleDraft whose source is the exchange."""

    url: str
    options: ReadOptions = AS_FOUND
    seconds: float = 180.0

    @property
    def about(self) -> str:
        """The address."""
        return self.url

    def run(self) -> object:
        """The article draft."""
        from verifier.session.fetching import fetch

        return read_source(fetch(self.url), self.options)


@dataclass(frozen=True, slots=True)
class ReportJob:
    """Compare the articles and write a report; the result is its path, the first where a form needs two files. A final
    one is left beside its place, and the result is a ``reports.saving.Staged``: it is noted in its case before it is
    put there. ``options`` is a ``verifier.reports.ReportOptions``, ``form`` one of ``verifier.reports.FORMS``.
    """

    snapshot: Snapshot
    options: object
    target: Path
    seconds: float = 600.0
    form: str = "docx"

    @property
    def about(self) -> str:
        """The report's name."""
        return self.target.name

    def run(self) -> object:
        """Write it and give its path back, or what is to be put in its place."""
        from verifier.reports import ReportOptions, stage_report
        from verifier.session.comparing import with_comparison

        options = self.options
        if not isinstance(options, ReportOptions):
            raise TypeError(f"not report options: {options!r}")
        staged = stage_report(with_comparison(self.snapshot), options, self.target, self.form)
        return staged if options.final else staged.commit()[0]


@dataclass(frozen=True, slots=True)
class CheckJob:
    """Check a case file; the result is a tuple of ``CaseProblem``, empty where it is sound. Changes nothing."""

    path: Path
    seconds: float = 600.0

    @property
    def about(self) -> str:
        """The file's name."""
        return self.path.name

    def run(self) -> object:
        """The problems of the case."""
        from verifier.session.checking import check_case

        return check_case(self.path)


class Worker:
    """One child process and the thread that waits for it. Jobs are done one after the other, in order."""

    def __init__(self, *, memory_limit: int = MEMORY_LIMIT) -> None:
        self._memory_limit = memory_limit
        self._queue: SimpleQueue[tuple[Job, Future[object]] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._child: _Child | None = None
        self._running: Future[object] | None = None
        self._guard = threading.Lock()

    def start(self) -> None:
        """Start the child, so that it is warm when the first job comes. Not needed before ``submit``."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="verifier-worker", daemon=True)
            self._thread.start()

    def submit(self, job: Job) -> Future[object]:
        """Have a job done. The future gives its result or raises its VerifierError; it completes on a thread."""
        self.start()
        future: Future[object] = Future()
        self._queue.put((job, future))
        return future

    def cancel(self, future: Future[object]) -> None:
        """Give a job up: one that waits is never begun, one that runs is ended with its child."""
        with self._guard:
            if future.cancel() or future is not self._running:
                return
            self._running = None
            if self._child is not None:
                self._child.kill()

    def close(self) -> None:
        """End the child. Jobs that wait are given up."""
        if self._thread is None:
            return
        self._queue.put(None)
        with self._guard:
            if self._child is not None and self._running is not None:
                self._child.kill()
        self._thread.join(timeout=10.0)
        self._thread = None

    def _serve(self) -> None:
        _keep_interrupts_from_children()
        self._child = _Child(self._memory_limit)
        while (entry := self._queue.get()) is not None:
            job, future = entry
            if not future.set_running_or_notify_cancel():
                continue
            with self._guard:
                self._running = future
                if not self._child.alive():
                    self._child = _Child(self._memory_limit)
            result = self._child.do(job)
            with self._guard:
                given_up = self._running is not future
                self._running = None
            if given_up:
                result = VerifierError("cancelled", job.about)
            if isinstance(result, BaseException):
                future.set_exception(result)
            else:
                future.set_result(result)
        self._child.close()


class _Child:
    """A child process with a pipe. After a failure it is dead, and its owner makes another."""

    def __init__(self, memory_limit: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, memory_limit), name="verifier-child", daemon=True
        )
        self._process.start()
        theirs.close()

    def alive(self) -> bool:
        """Whether the child can take a job."""
        return self._process.is_alive()

    def do(self, job: Job) -> object:
        """Send a job and wait for its result; an exception is returned, not raised."""
        try:
            self._pipe.send(job)
            if not self._pipe.poll(job.seconds):
                self.kill()
                return VerifierError("took-too-long", job.about, seconds=f"{job.seconds:.0f}")
            with (
                no_collection()
            ):  # what comparing found is hundreds of thousands of values: looking through them
                answer: object = self._pipe.recv()  # while they come would hold up the window
            return answer
        except (EOFError, OSError):
            self.kill()
            return VerifierError("worker-died", job.about)

    def kill(self) -> None:
        """End the child at once."""
        self._process.kill()
        self._process.join(timeout=10.0)

    def close(self) -> None:
        """End the child by closing its pipe."""
        self._pipe.close()
        self._process.join(timeout=5.0)
        if self._process.is_alive():
            self.kill()
        self._process.close()


def _keep_interrupts_from_children() -> None:
    """Block interrupts on this thread: its children are born with them blocked, even before they run our code.

    An interrupt from the keyboard reaches the whole group, but it is for the parent, which ends its child.
    """
    if sys.platform != "win32":
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # starting it would lift the block again
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def serve(pipe: Connection, memory_limit: int) -> None:
    """The child's whole life: limit its memory, then do one job after the other until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable()  # what libraries mutter of a source is not for the terminal: a draft has its own warnings
    _limit_memory(memory_limit)
    _warm(pipe)
    while True:
        try:
            job: Job = pipe.recv()
        except (EOFError, OSError):
            return
        with no_collection():  # on its way home a draft is hundreds of thousands of values once more
            pipe.send(_answer(job))


def _answer(job: Job) -> object:
    """What a job gives, or the error to be told."""
    try:
        return job.run()
    except VerifierError as error:
        return error
    except MemoryError:
        return VerifierError("out-of-memory", job.about)
    except Exception as error:  # whatever it was, the window must hear of it rather than wait
        return VerifierError("job-failed", job.about, detail=f"{type(error).__name__}: {error}")


def _warm(pipe: Connection) -> None:
    """Import what the first article will need, as long as nobody waits: some of it takes more than a second."""
    for name in _SLOW_TO_IMPORT:
        if pipe.poll():
            return
        import_module(name)


def _limit_memory(more: int) -> None:
    """Let the process take so many bytes beyond what it has; Windows and macOS offer no such limit here."""
    if sys.platform.startswith("linux"):
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        limit = pages * resource.getpagesize() + more
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
