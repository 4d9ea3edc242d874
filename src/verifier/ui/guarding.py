"""Keeps an error in one part of the window from ending the program.

Where a method of ours that Qt calls (an event, a size, a cell) raises while we are calling Qt ourselves, PySide keeps
the exception until that call is over, and has Qt call further methods of ours with the exception set. Python is not
made for that: it crashes, and what was being typed is lost. So no exception leaves such a method. It is reported at
once, as one in a slot is, and the caller gets what Qt's own method answers.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from traceback import clear_frames
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject, QSize

_OURS = "verifier."
_NEUTRAL: dict[str, Callable[[], object]] = {"int": int, "bool": bool, "QSize": QSize}
"""What is answered in place of a method that Qt itself has not got, by what it is said to answer."""


def guard(owner: type) -> None:
    """Let no exception leave those methods of a class that Qt calls: the ones that override a method of Qt's."""
    bases = [base for base in owner.__mro__[1:] if base.__module__.startswith("PySide6.")]
    for name, method in list(vars(owner).items()):
        if isinstance(method, FunctionType) and any(_is_of_qt(base, name) for base in bases):
            setattr(owner, name, _guarded(owner, method))


def guard_all_to_come() -> None:
    """Guard every class of this program made from now on that is one of Qt's."""
    former = QObject.__init_subclass__

    def begin(owner: type, /, **options: Any) -> None:
        former(**options)
        if owner.__module__.startswith(_OURS):
            guard(owner)

    QObject.__init_subclass__ = classmethod(begin)  # type: ignore[assignment]


def _is_of_qt(base: type, name: str) -> bool:
    return name in vars(base) and not name.startswith("__")


def _guarded(owner: type, method: FunctionType) -> Callable[..., Any]:
    @wraps(method)
    def call(self: object, *values: Any, **named: Any) -> Any:
        try:
            return method(self, *values, **named)
        except Exception as error:
            _report(error)
        return _answer_of_qt(owner, method, self, values)

    return call


def _report(error: Exception) -> None:
    """Report an error as uncaught. What its frames hold is let go: a painter left alive would keep its widget busy."""
    sys.excepthook(type(error), error, error.__traceback__)
    clear_frames(error.__traceback__)


def _answer_of_qt(owner: type, method: FunctionType, self: object, values: tuple[Any, ...]) -> Any:
    """What Qt's own method answers. One that answers nothing is not called: it might do half of what was meant."""
    kind = method.__annotations__.get("return")
    if kind in (None, "None"):
        return None
    try:
        return getattr(super(owner, self), method.__name__)(*values)
    except Exception:  # it is abstract, or fails for the same reason
        return _NEUTRAL.get(str(kind), lambda: None)()
