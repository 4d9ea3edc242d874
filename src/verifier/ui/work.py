"""Work in the child process, and its way home: threads wait there, one signal brings the result to the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from verifier.domain.errors import VerifierError

if TYPE_CHECKING:
    from verifier.session.jobs import Worker


@dataclass(slots=True, eq=False)
class Batch:
    """Jobs that belong together: what to say meanwhile, whom to tell of each, and whom at the end."""

    what: str
    futures: tuple[Future[Any], ...]
    done: Callable[[list[Any]], object]
    each: Callable[[int, Any], object] | None = None
    told: set[int] = field(default_factory=set)
    """The places of the jobs whose end was told."""


class _WayHome:
    """Leads from the threads that wait to the window, until it is closed: who emits a signal of an object that is gone
    crashes the program.
    """

    def __init__(self, emit: Callable[[object], object]) -> None:
        self._emit: Callable[[object], object] | None = emit
        self._guard = Lock()

    def tell(self, future: object) -> None:
        """Tell the window that a job has ended; called on any thread."""
        with self._guard:
            if self._emit is not None:
                self._emit(future)

    def close(self) -> None:
        """Tell nothing from now on; what is being told is told by then."""
        with self._guard:
            self._emit = None


class Work(QObject):
    """Starts the worker when there is first something to do, and shows one batch of jobs at a time."""

    doing = Signal(str, int, int)
    """What is being done ("" for nothing), how much of it is done, of how much."""
    cancelled = Signal()
    """The user gave up everything that was being done."""
    _came = Signal(object)

    def __init__(self, make_worker: Callable[[], Worker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_worker = make_worker
        self._worker: Worker | None = None
        self._batches: list[Batch] = []
        self._came.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._way_home = _WayHome(self._came.emit)

    def warm_up(self) -> None:
        """Start the worker, so that the first job need not wait for it."""
        self._need_worker()

    def submit(
        self,
        what: str,
        jobs: list[Any],
        done: Callable[[list[Any]], object],
        each: Callable[[int, Any], object] | None = None,
    ) -> Batch:
        """Run jobs, shown as ``what`` ("" for work nobody waits for). ``done`` gets their results in order, an
        exception in place of each that failed, and ``each`` the place and result of every job as it ends.

        Nothing is told of a batch that was cancelled.
        """
        worker = self._need_worker()
        batch = Batch(what, tuple(worker.submit(job) for job in jobs), done, each)
        self._batches.append(batch)
        for future in batch.futures:
            future.add_done_callback(self._way_home.tell)
        self._show()
        return batch

    def name(self, batch: Batch, what: str) -> None:
        """Show a batch nobody was told of as ``what`` from now on: it takes longer than one should wait unknowing."""
        batch.what = what
        self._show()

    def give_up(self, batch: Batch, place: int) -> None:
        """Stop one job of a batch; its result is the error "cancelled"."""
        if self._worker is not None:
            self._worker.cancel(batch.futures[place])
            self._came.emit(batch.futures[place])

    def cancel(self) -> None:
        """Stop what is being done, and what waits behind it."""
        batches, self._batches = self._batches, []
        for batch in batches:
            for future in batch.futures:
                if self._worker is not None:
                    self._worker.cancel(future)
        self._show()
        self.cancelled.emit()

    def close(self) -> None:
        """Stop everything and end the worker. What a thread has still to tell is heard by nobody."""
        self.cancel()
        self._way_home.close()
        self._way_home = _WayHome(self._came.emit)
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def busy(self) -> bool:
        """Whether something is being done."""
        return bool(self._batches)

    def _need_worker(self) -> Worker:
        if self._worker is None:
            self._worker = self._make_worker()
            self._worker.start()
        return self._worker

    def _settle(self, _future: object) -> None:
        for batch in list(self._batches):
            self._tell_each(batch)
        ready = [batch for batch in self._batches if all(future.done() for future in batch.futures)]
        self._batches = [batch for batch in self._batches if batch not in ready]
        self._show()
        for batch in ready:
            batch.done([_outcome(future) for future in batch.futures])

    def _tell_each(self, batch: Batch) -> None:
        for place, future in enumerate(batch.futures):
            if batch.each is not None and future.done() and place not in batch.told:
                batch.told.add(place)
                batch.each(place, _outcome(future))

    def _show(self) -> None:
        batch = next((batch for batch in self._batches if batch.what), None)
        if batch is None:
            self.doing.emit("", 0, 0)
            return
        finished = sum(future.done() for future in batch.futures)
        self.doing.emit(batch.what, finished, len(batch.futures))


def _outcome(future: Future[Any]) -> Any:
    """The result, or the exception it ended with."""
    if future.cancelled():
        return VerifierError("cancelled")
    try:
        return future.result()
    except (VerifierError, CancelledError, OSError) as error:
        return error
