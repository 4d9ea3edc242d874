"""Reopening: a report made a case again by the child, and what came of the comments in its margins."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from verifier.domain.errors import VerifierError, reason_of
from verifier.i18n import Translator
from verifier.i18n.reasons import reason_words
from verifier.ui.control.opening import Opening, free_path
from verifier.ui.desk import Desk, Offer
from verifier.ui.work import Work

if TYPE_CHECKING:
    from verifier.domain.reopened import Reopened


class Reopening(QObject):
    """Asks for a report, has a case made of it beside it, opens that, and says what came and what fits nowhere."""

    def __init__(
        self, desk: Desk, work: Work, opening: Opening, translator: Translator, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._work, self._opening = desk, work, opening
        self._translator, self._window = translator, window

    def ask(self) -> None:
        """Ask which report is to be a case again."""
        text = self._translator.gettext
        dialog = self._opening.file_dialog(text("Open a report as a case"), text("Reports") + " (*.docx)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_report(Path(name)))
        dialog.open()

    def open_report(self, report: Path) -> None:
        """Make a case of a report; what it holds is read by the child, since anybody may have written it."""
        from verifier.session.reopening import ReopenJob

        try:
            target = free_path(self._folder(report), report.stem)
        except OSError as error:
            self._desk.warn(f"{self._opening.documents}: {reason_words(reason_of(error), self._translator)}")
            return
        what = self._translator.gettext("Making a case of {name}").format(name=report.name)
        job = ReopenJob(report, target, self._opening.checker)
        self._work.submit(what, [job], partial(self._tell, report.name))

    def _folder(self, report: Path) -> Path:
        """Where the case goes: beside the report, or to the documents where that folder takes no files."""
        if os.access(report.parent, os.W_OK):
            return report.parent
        self._opening.documents.mkdir(parents=True, exist_ok=True)
        return self._opening.documents

    def _tell(self, report: str, results: list[Any]) -> None:
        found, text = results[0], self._translator.gettext
        if isinstance(found, VerifierError):
            if found.code != "cancelled":
                self._desk.refuse(found)
            return
        if isinstance(found, Exception):
            self._desk.warn(str(found))
            return
        self._opening.open_path(found.case)
        said = text("The case was made of {report}: {path}").format(report=report, path=found.case)
        self._desk.say(said, Offer(text("What came"), partial(self._show, report, found)))
        if found.came or found.homeless or found.left or found.silenced or found.missing:
            self._show(report, found)

    def _show(self, report: str, found: Reopened) -> None:
        from verifier.ui.dialogs.reopened import ReopenedDialog

        ReopenedDialog(report, found, self._translator, self._window).show()
