"""The desk: the case that lies open, the one way the window changes it, and what the window has to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from verifier.domain.errors import VerifierError
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.i18n.messages import word

if TYPE_CHECKING:
    from verifier.session.workbench import Workbench


LARGE = 5_000
"""Sentences; in a larger case some things take long enough to say what is being done."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something a message lets the user do: the words on the button and what it calls. One that is about the last step
    goes, with its message, as soon as another step was taken.
    """

    text: str
    call: Callable[[], object]
    about_last_step: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """What the message bar shows. A problem stays until it is closed or replaced, and so does an offer; other
    messages go by themselves, and with ``passing`` an offer does too.
    """

    text: str
    problem: bool = False
    offers: tuple[Offer, ...] = ()
    passing: bool = False


class Desk(QObject):
    """The open case, if any. Parts look through ``workbench`` and act through ``do``."""

    opened = Signal()
    """Another case lies on the desk, or none."""
    leaving = Signal()
    """The case is about to be put away: what is being typed must become a step now."""
    closing = Signal(object)
    """A ``Workbench`` is about to be closed, with all that was typed in it; it lies on the desk no longer."""
    signed = Signal()
    """Somebody else checks from now on."""
    changed = Signal(object)
    """A step was taken: its ``Change``."""
    said = Signal(object)
    """A ``Message`` for the message bar."""
    waiting = Signal(str)
    """What the window is about to be held up by; "" when that is over."""

    def __init__(self, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._workbench: Workbench | None = None

    @property
    def workbench(self) -> Workbench | None:
        """The open case, or None."""
        return self._workbench

    @property
    def need(self) -> Workbench:
        """The open case. Raises RuntimeError when none is open: the caller should have been out of reach."""
        if self._workbench is None:
            raise RuntimeError("no case is open")
        return self._workbench

    def put(self, workbench: Workbench | None) -> None:
        """Lay another case on the desk, or none; the one before is closed."""
        if self._workbench is not None:
            self.leaving.emit()
        former, self._workbench = self._workbench, workbench
        self.opened.emit()
        if former is not None:
            self.closing.emit(former)
            former.close()

    def hand_over(self) -> Workbench | None:
        """The open case, for another desk: it stays open, and lies here no longer."""
        if self._workbench is not None:
            self.leaving.emit()
        former, self._workbench = self._workbench, None
        return former

    def do(self, act: Callable[[Workbench], Change]) -> Change | None:
        """Take a step. A refused one changes nothing and says so; then, and without a case, the answer is None."""
        if self._workbench is None:
            return None
        try:
            change = act(self._workbench)
        except VerifierError as error:
            self.refuse(error)
            return None
        if change:
            self.changed.emit(change)
        return change

    @contextmanager
    def hold(self, what: str, *, is_long: bool | None = None) -> Iterator[None]:
        """Say what is being done before something that holds up the window, if that ``is_long``; where it is not
        known, it is with a large case.
        """
        large = self._workbench is not None and self._workbench.rows.count("sentences") > LARGE
        if not (large if is_long is None else is_long):
            yield
            return
        self.waiting.emit(what)
        try:
            yield
        finally:
            self.waiting.emit("")

    def undo_offer(self, call: Callable[[], object] | None = None) -> Offer:
        """What takes back the step just taken, or what ``call`` does for it; to be had until another step is taken."""
        undo = call or (lambda: self.do(lambda workbench: workbench.undo()))
        return Offer(self._translator.gettext("Undo"), undo, about_last_step=True)

    def say(self, text: str, *offers: Offer, passing: bool = False) -> None:
        """Tell the user something that needs no answer; with ``passing`` its offers go after a while."""
        self.said.emit(Message(text, offers=offers, passing=passing))

    def warn(self, text: str, *offers: Offer) -> None:
        """Tell the user of a problem; it stays in sight until it is closed."""
        self.said.emit(Message(text, problem=True, offers=offers))

    def refuse(self, error: VerifierError, *offers: Offer) -> None:
        """Word an error: what happened, to what, and what to do."""
        self.warn(word(error.code, error.where, error.values, self._translator), *offers)
