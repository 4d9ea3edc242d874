"""Looking words up without holding the window up: in slices between its turns, expressions in the child process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from verifier.domain.errors import VerifierError
from verifier.session.finding import (
    MOST_HITS,
    Folds,
    Ground,
    Hit,
    Query,
    find_slowly,
    grounds_of,
    hits_of,
    refuse,
)
from verifier.ui.desk import Desk
from verifier.ui.work import Work

PAUSE = 120
"""Milliseconds after the last key until it is looked up what was typed."""
_SLICE = 0.008
"""Seconds of looking between two turns of the event loop."""


class Searching(QObject):
    """One query at a time; a new one takes the place of the one before."""

    settled = Signal(tuple)
    """Every hit there is, up to one more than ``MOST_HITS``."""
    refused = Signal(object)
    """It cannot be looked up, or took too long: a ``VerifierError``."""

    def __init__(self, desk: Desk, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._work = desk, work
        self._query: Query | None = None
        self._folds: Folds = {}
        self._looking: Iterator[tuple[Hit, ...]] | None = None
        self._gathered: list[Hit] = []
        self._in_child: Query | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look_now)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._look_on)
        work.cancelled.connect(self._begin_anew)

    def begin(self, query: Query) -> None:
        """Look this up as soon as no other comes for a moment."""
        self.stop()
        self._query = replace(
            query
        )  # asked anew: what the child still answers was of the case as it was before
        self._pause.start()

    def look_now(self) -> None:
        """Look it up without waiting any longer."""
        self._pause.stop()
        workbench, query = self._desk.workbench, self._query
        if workbench is None or query is None or self._looking is not None:
            return
        try:
            refuse(query)
        except VerifierError as error:
            self._query = None
            self.refused.emit(error)
            return
        if query.regular:
            self._ask_child(query)
        else:
            self._gathered = []
            self._looking = find_slowly(workbench.rows, workbench.text, query, self._folds)
            self._look_on()

    def stop(self) -> None:
        """Look nothing up any more; what the child still answers is not told."""
        self._pause.stop()
        self._turn.stop()
        self._looking = self._query = None

    def forget(self) -> None:
        """Another case is open: nothing that is known of its texts is of use any more."""
        self.stop()
        self._folds = {}

    def _look_on(self) -> None:
        """Look for some milliseconds, and go on after the window had its turn."""
        until = perf_counter() + _SLICE
        for some in self._looking or ():
            self._gathered += some
            if len(self._gathered) > MOST_HITS:
                break
            if perf_counter() > until:
                self._turn.start()
                return
        found = tuple(self._gathered[: MOST_HITS + 1])
        self.stop()
        self.settled.emit(found)

    # -- expressions -----------------------------------------------------------------------------------------------

    def _ask_child(self, query: Query) -> None:
        """Have the child process look an expression up; one at a time: what was typed meanwhile comes after it."""
        if self._in_child is not None:
            return
        from verifier.session.expressions import ExpressionJob, WakeJob

        case, self._in_child = self._desk.need, query
        grounds = tuple(grounds_of(case.rows, case.text, query))
        job = ExpressionJob(tuple(ground.text for ground in grounds), query)
        self._work.submit("", [WakeJob(), job], lambda results: self._came(query, grounds, results[1]))

    def _came(self, query: Query, grounds: tuple[Ground, ...], result: Any) -> None:
        """The child has answered, or was given up."""
        from verifier.session.expressions import told

        self._in_child = None
        workbench = self._desk.workbench
        if workbench is None or query is not self._query:
            if self._query is not None and not self._pause.isActive():
                self.look_now()
            return
        if isinstance(result, BaseException):
            self.stop()
            self.refused.emit(told(result, query.words))
            return
        self._gathered = []
        self._looking = ((hit,) for hit in hits_of(workbench.rows, grounds, result, query))
        self._look_on()

    def _begin_anew(self) -> None:
        """The user cancelled what the child was doing for others, and with it what it was doing for us."""
        query, self._in_child = self._query, None
        if query is not None and query.regular:
            self.begin(query)
