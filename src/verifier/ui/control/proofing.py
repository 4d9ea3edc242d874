"""Proofs of a report: set in the child process, a moment after a choice or the case changed, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from verifier.domain.errors import VerifierError
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.ui.desk import Desk
from verifier.ui.work import Work

if TYPE_CHECKING:
    from verifier.domain.rows import Snapshot
    from verifier.reports import ReportOptions

QUIET: Final = 250
"""Milliseconds without another change before a proof is set."""


class Proofing(QObject):
    """Has a report set as ``options`` says, again whenever it is asked to or the case changes, until it is stopped."""

    begun = Signal()
    """A proof is being set."""
    came = Signal(object)
    """A ``Proof`` is there."""
    failed = Signal(str)
    """There is none, and why."""

    def __init__(self, desk: Desk, work: Work, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._work, self._translator = desk, work, translator
        self._options: Callable[[], ReportOptions] | None = None
        self._why: Callable[[], str] = str
        self._snapshot: Snapshot | None = None
        self._running = self._again = False
        self._round = 0
        self._waiting = QTimer(self, singleShot=True, interval=QUIET)
        self._waiting.timeout.connect(self._set)
        desk.changed.connect(self._follow)
        work.cancelled.connect(self._give_up)

    def start(self, options: Callable[[], ReportOptions], why: Callable[[], str]) -> None:
        """Set proofs from now on; ``options`` raises OSError where what is chosen cannot be read, ``why`` is the reason
        for a final version.
        """
        self.stop()
        self._options, self._why = options, why
        self._waiting.start(0)

    def stop(self) -> None:
        """Set no more of them; one that is under way comes to nothing."""
        self._options = self._snapshot = None
        self._running = self._again = False
        self._round += 1
        self._waiting.stop()

    def ask(self) -> None:
        """Something else was chosen: another proof, in a moment."""
        if self._options is not None:
            self._waiting.start()

    def _follow(self, _change: object) -> None:
        self._snapshot = None
        self.ask()

    def _give_up(self) -> None:
        """The user stopped all that was being done."""
        self._running = self._again = False
        self._round += 1

    def _set(self) -> None:
        if self._options is None or self._desk.workbench is None:
            return
        if self._running:
            self._again = True
            return
        from verifier.ui.pages.proof import ProofJob

        try:
            options = self._options()
            job = ProofJob(self._frozen(options), options, self._translator)
        except VerifierError as error:
            self._fail(error)
            return
        except OSError as error:
            self.failed.emit(str(error))
            return
        self._running, self._again = True, False
        self.begun.emit()
        now = self._round
        self._work.submit("", [job], lambda results: self._take(now, results))

    def _frozen(self, options: ReportOptions) -> Snapshot:
        """The case as it is now, frozen once until it changes; for a final report with the version it will be. Raises
        VerifierError.
        """
        if self._snapshot is None:
            with self._desk.hold(self._translator.gettext("Checking the case")):
                self._snapshot = self._desk.need.snapshot()
        if not options.final:
            return self._snapshot
        return self._desk.need.coming_version(options, self._why(), self._snapshot).snapshot

    def _take(self, now: int, results: list[Any]) -> None:
        if now != self._round:
            return
        self._running = False
        (result,) = results
        if isinstance(result, VerifierError):
            self._fail(result)
        elif isinstance(result, Exception):
            self.failed.emit(str(result))
        else:
            self.came.emit(result)
        if self._again:
            self._waiting.start(0)

    def _fail(self, error: VerifierError) -> None:
        self.failed.emit(word(error.code, error.where, error.values, self._translator))
