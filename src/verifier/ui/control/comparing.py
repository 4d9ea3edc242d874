"""Comparing the articles of the open case, in the child process, and keeping what it found while the case is open."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from verifier.domain.comparing import Account, Comparison
from verifier.domain.errors import VerifierError
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.ui.desk import Desk
from verifier.ui.memory import set_apart
from verifier.ui.settings import Settings
from verifier.ui.work import Batch, Work

OPENED = 400
"""Milliseconds after a case was opened until its articles are compared: first it is to be seen."""
CHANGED = 250
"""Milliseconds after a step until the articles are compared anew: several steps in a row are compared once."""
PATIENCE = 1000
"""Milliseconds until it is said that the articles are being compared."""
LEAST = 2
"""Articles there must be, to compare them."""


class State(Enum):
    """How comparing stands."""

    TOO_FEW = "there is nothing to compare with"
    RUNNING = "articles are being compared"
    DONE = "articles were compared"
    STOPPED = "the user gave it up"
    FAILED = "it ended with an error"


class Comparing(QObject):
    """Compares the articles when a case is opened and when their words, kinds, sentences or dates change. Labels and
    links change nothing here. One comparison runs at a time; what a closed case is still owed is forgotten.
    """

    compared = Signal()
    """Something else is known now: a comparison began, ended, was given up, or the case is another."""

    def __init__(
        self,
        desk: Desk,
        work: Work,
        settings: Settings,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._work, self._settings, self._translator = desk, work, settings, translator
        self._batch: Batch | None = None
        self._asked: tuple[Account, ...] = ()
        self._is_stale = False
        self._forget()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._compare)
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE)
        self._slow.timeout.connect(self._say_so)
        desk.opened.connect(self._start_over)
        desk.changed.connect(self._follow)
        work.cancelled.connect(self._stop)
        settings.changed.connect(self._look_for_cues)

    def _forget(self) -> None:
        self.state = State.TOO_FEW
        self.found = Comparison()
        self.accounts: tuple[Account, ...] = ()
        self.trouble = ""

    def account(self, article_id: str) -> Account | None:
        """An article as it was compared last, or None."""
        return next((one for one in self.accounts if one.article_id == article_id), None)

    def compare_now(self) -> None:
        """Compare once more, after it was given up or failed."""
        self._soon.start(0)

    # -- when ------------------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        """Another case is open, or none."""
        self._slow.stop()
        batch, self._batch = self._batch, None
        if batch is not None:
            self._work.give_up(batch, 0)
        self._is_stale = False
        self._forget()
        if self._desk.workbench is not None:
            self._soon.start(OPENED)
            self.state = State.RUNNING if self._is_enough() else State.TOO_FEW
        self.compared.emit()

    def _is_enough(self) -> bool:
        workbench = self._desk.workbench
        return workbench is not None and len(workbench.rows.articles()) >= self._least()

    def _least(self) -> int:
        return 1 if self._settings.all.cue_words else LEAST

    def _follow(self, change: Change) -> None:
        if change.articles:
            self._soon.start(CHANGED)

    def _look_for_cues(self) -> None:
        """A lone article is looked through where its cue words are to be shown."""
        if self.state is State.TOO_FEW and self._is_enough():
            self._soon.start(0)

    # -- the work --------------------------------------------------------------------------------------------------

    def _compare(self) -> None:
        workbench = self._desk.workbench
        if workbench is None:
            return
        if self._batch is not None:
            self._is_stale = True
            return
        from verifier.session.comparing import CompareJob, accounts_of

        accounts = accounts_of(workbench)
        if len(accounts) < self._least():
            self._forget()
            self.compared.emit()
        elif accounts != self.accounts or self.state is not State.DONE:
            self._asked = accounts
            self.state, self.trouble = State.RUNNING, ""
            self._batch = self._work.submit("", [CompareJob(accounts)], self._take)
            self._slow.start()
            self.compared.emit()

    def _say_so(self) -> None:
        if self._batch is not None:
            self._work.name(self._batch, self._translator.gettext("Comparing articles…"))

    def _take(self, results: Sequence[Any]) -> None:
        """What a comparison gave; that of a case that is closed by now is given up and comes to nothing."""
        if self._batch is None or not results:
            return
        self._batch = None
        self._slow.stop()
        if isinstance(results[0], Comparison):
            self.found, self.accounts, self.state = results[0], self._asked, State.DONE
            set_apart()
        else:
            self._fail(results[0])
        if self._is_stale:
            self._is_stale = False
            self._soon.start(0)
        self.compared.emit()

    def _fail(self, error: object) -> None:
        self.state = State.FAILED
        if isinstance(error, VerifierError):
            self.trouble = word(error.code, error.where, error.values, self._translator)
        else:
            self.trouble = self._translator.gettext("The articles could not be compared.")

    def _stop(self) -> None:
        """The user gave up what was being done; it is said where suggestions stand, with a way to ask anew."""
        if self._batch is not None:
            self._batch, self._is_stale = None, False
            self._slow.stop()
            self.state = State.STOPPED
            self.compared.emit()
