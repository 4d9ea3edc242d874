"""Reporting: where the report goes, writing it in the child, and showing it afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from verifier.domain.errors import VerifierError
from verifier.i18n import Translator
from verifier.ui.desk import Desk, Offer
from verifier.ui.settings import Settings
from verifier.ui.work import Work


class Reporting(QObject):
    """Asks for a report's target and options and has it written."""

    written = Signal()
    """A report was written."""

    def __init__(
        self, desk: Desk, work: Work, settings: Settings, translator: Translator, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._work, self._settings = desk, work, settings
        self._translator, self._window = translator, window

    def ask(self) -> None:
        """Ask where the report goes and what it is to hold."""
        from verifier.ui.dialogs.report import ReportDialog

        target = self._desk.need.path.with_suffix(".docx")
        dialog = ReportDialog(target, self._settings.all.zone, self._translator, self._window)
        dialog.wished.connect(self.write)
        dialog.open()

    def write(self, target: Path, zone: str, internal_copy: bool) -> None:
        """Write the report in the child process; what is said afterwards leads to it."""
        from verifier.reports import ReportOptions
        from verifier.session.jobs import ReportJob

        try:
            with self._desk.hold(self._translator.gettext("Checking the case")):
                snapshot = self._desk.need.snapshot()
        except VerifierError as error:
            self._desk.refuse(error)
            return
        self._settings.change(zone=zone)
        job = ReportJob(snapshot, ReportOptions(zone=zone, internal_copy=internal_copy), target)
        self._work.submit(self._translator.gettext("Writing the report"), [job], partial(self._tell, target))

    def _tell(self, target: Path, results: list[Any]) -> None:
        error = results[0]
        if isinstance(error, VerifierError):
            if error.code != "cancelled":
                self._desk.refuse(error)
            return
        if isinstance(error, Exception):
            self._desk.warn(str(error))
            return
        self.written.emit()
        text = self._translator.gettext
        self._desk.say(
            text("The report is written: {path}").format(path=target),
            Offer(text("Open"), partial(open_outside, target)),
            Offer(text("Show in folder"), partial(open_outside, target.parent)),
        )


def open_outside(path: Path) -> None:
    """Open a file or folder with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
