"""Reading sources for the window: several at once, each with its own end, read again in another way at any time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import ArticleDraft
from verifier.domain.errors import VerifierError
from verifier.domain.reading import ReadOptions, SourcePart
from verifier.i18n import Translator
from verifier.ui.intake.entry import Entry, State
from verifier.ui.work import Batch, Work

if TYPE_CHECKING:
    from verifier.ui.intake.entry import Reads


class Intake(QObject):
    """The sources that are being looked at, and the jobs that read them."""

    listed = Signal()
    """There are other sources now."""
    changed = Signal(object)
    """The reading of an ``Entry`` is another now."""
    settled = Signal()
    """Nothing is being read any more."""

    def __init__(self, work: Work, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._translator = work, translator
        self.entries: list[Entry] = []
        self._running: dict[Entry, tuple[Batch, int, object]] = {}
        """The batch and place of each source's job, and what tells it from one that was given up for it."""
        work.cancelled.connect(self._all_given_up)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return bool(self._running)

    def ticked(self) -> list[Entry]:
        """The readings that are to be added, in their order."""
        return [entry for entry in self.entries if entry.ticked and entry.draft is not None]

    def put(self, entries: Sequence[Entry]) -> None:
        """Look at these sources too, and read those that wait."""
        self.entries += entries
        self.listed.emit()
        self._read([entry for entry in entries if entry.state is State.WAITING])

    def clear(self) -> None:
        """Look at none any more; what is being read is given up."""
        self.entries.clear()
        self.cancel_all()
        self.listed.emit()

    def cancel(self, entry: Entry) -> None:
        """Stop reading one source."""
        if entry in self._running:
            batch, place, _ = self._running[entry]
            self._work.give_up(batch, place)

    def cancel_all(self) -> None:
        """Stop reading."""
        for entry in list(self._running):
            self.cancel(entry)

    def again(self, entry: Entry, options: ReadOptions) -> None:
        """Read a source once more in another way, from the bytes at hand."""
        entry.reread = True
        self._restart(entry, _job_on(entry, options))

    def instead(self, entry: Entry, job: Reads) -> None:
        """Read an alternative in place of a source, as another form of the same thing."""
        entry.reread = True
        self._restart(entry, job)

    def _restart(self, entry: Entry, job: Reads) -> None:
        self.cancel(entry)
        self._running.pop(entry, None)
        entry.job, entry.state = job, State.WAITING
        self.changed.emit(entry)
        self._read([entry])

    def offer_attached(self, entry: Entry) -> None:
        """List what is attached to a source beneath it; each is read once it is ticked."""
        known = {(one.parent, one.job.options.part) for one in self.entries}
        place = self.entries.index(entry) + 1
        fresh = [
            _attached(entry, part) for part in entry.others(attached=True) if (entry, part.id) not in known
        ]
        self.entries[place:place] = fresh
        if fresh:
            self.listed.emit()

    def tick(self, entry: Entry, ticked: bool) -> None:
        """Say whether a source is to be added; an attachment is read when it is first wanted."""
        entry.ticked = ticked
        if ticked and entry.state in (State.OFFERED, State.CANCELLED):
            self._restart(entry, entry.job)
        else:
            self.changed.emit(entry)

    # -- the jobs ------------------------------------------------------------------------------------------------

    def _read(self, entries: list[Entry]) -> None:
        if not entries:
            return
        text = self._translator.ngettext("Reading {name}", "Reading {number} sources", len(entries))
        what = text.format(name=entries[0].name, number=len(entries))
        token = object()
        told = partial(self._come, entries, token)
        batch = self._work.submit(what, [entry.job for entry in entries], lambda _results: None, told)
        self._running |= {entry: (batch, place, token) for place, entry in enumerate(entries)}
        self._name_running()

    def _come(self, entries: list[Entry], token: object, place: int, result: Any) -> None:
        entry = entries[place]
        if entry not in self._running or self._running[entry][2] is not token:
            return  # given up for another way of reading it
        del self._running[entry]
        if isinstance(result, ArticleDraft):
            entry.take(result)
        else:
            entry.refuse(
                result if isinstance(result, VerifierError) else VerifierError("job-failed", entry.name)
            )
        self._name_running()
        if entry in self.entries:
            self.changed.emit(entry)
        if not self._running:
            self.settled.emit()

    def _name_running(self) -> None:
        """Jobs are done one after the other: the first that has not ended is the one that is being read."""
        first = next(iter(self._running), None)
        if first is not None and first.state is not State.READING:
            first.state = State.READING
            self.changed.emit(first)

    def _all_given_up(self) -> None:
        given_up, self._running = list(self._running), {}
        for entry in given_up:
            entry.refuse(VerifierError("cancelled", entry.name))
            self.changed.emit(entry)
        if given_up:
            self.settled.emit()


def _job_on(entry: Entry, options: ReadOptions) -> Reads:
    """A job that reads the bytes at hand, or does the first job once more where there are none."""
    from verifier.session.jobs import SourceJob

    if entry.draft is not None:
        return SourceJob(entry.draft.source, options)
    return replace(entry.job, options=options)


def _attached(entry: Entry, part: SourcePart) -> Entry:
    """An attachment as a source of its own, not read yet."""
    job = _job_on(entry, ReadOptions(part=part.id))
    return Entry(part.name or part.id, job, State.OFFERED, ticked=False, parent=entry)
