"""Checking: whether the case file is whole and unaltered, looked into by the child process, told in words."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from verifier.domain.errors import VerifierError
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.ui.desk import Desk
from verifier.ui.work import Work


class Checking(QObject):
    """Checks the case that is open; nothing in it changes, and the work goes on meanwhile."""

    def __init__(self, desk: Desk, work: Work, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._work, self._translator = desk, work, translator

    def check(self) -> None:
        """Check pages, journal, rows, hashes and places of the case file."""
        from verifier.session.jobs import CheckJob

        path = self._desk.need.path
        what = self._translator.gettext("Checking {name}").format(name=path.name)
        self._work.submit(what, [CheckJob(path)], partial(self._tell, path.name))

    def _tell(self, name: str, results: list[Any]) -> None:
        found, text = results[0], self._translator.gettext
        if isinstance(found, VerifierError):
            if found.code != "cancelled":
                self._desk.refuse(found)
        elif isinstance(found, Exception):
            self._desk.warn(str(found))
        elif found:
            problem = found[0]
            self._desk.warn(word(problem.code, problem.where, dict(problem.values), self._translator))
        else:
            said = text("{name} is whole and unaltered: its journal, originals and texts fit together.")
            self._desk.say(said.format(name=name))
