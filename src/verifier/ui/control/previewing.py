"""Previewing: the pages of the report in a window of their own, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from verifier.domain.errors import VerifierError
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.ui.control.proofing import Proofing
from verifier.ui.desk import Desk
from verifier.ui.work import Work

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from verifier.reports import ReportOptions
    from verifier.ui.pages.preview import PreviewWindow
    from verifier.ui.pages.proof import OutlineJob


class Previewing(QObject):
    """Shows and prints the report. ``options`` says what it is, ``why`` why there is to be a final version;
    ``ask_report`` lets the user choose that.
    """

    def __init__(
        self,
        desk: Desk,
        work: Work,
        options: Callable[[], ReportOptions],
        why: Callable[[], str],
        ask_report: Callable[[], object],
        translator: Translator,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._work, self._translator, self._window = desk, work, translator, window
        self._options, self._why, self._ask_report = options, why, ask_report
        self._shown: PreviewWindow | None = None
        self._proofs = Proofing(desk, work, translator, self)
        desk.leaving.connect(self._put_away)

    def preview(self) -> None:
        """Show all pages of the report, as they are printed."""
        if self._shown is None:
            self._open()
        else:
            self._proofs.ask()
        assert self._shown is not None
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()

    def follow(self) -> None:
        """Another report is chosen: its pages take the place of those that are shown."""
        self._proofs.ask()

    def _open(self) -> None:
        from verifier.ui.pages.preview import PreviewWindow

        window = PreviewWindow(self._work, self._translator, self._window)
        window.print_asked.connect(self.ask_printer)
        window.report_asked.connect(self._ask_report)
        window.finished.connect(self._closed)
        self._proofs.came.connect(window.show_proof)
        self._proofs.failed.connect(window.say)
        self._proofs.start(self._options, self._why)
        self._shown = window

    def _closed(self, _result: int) -> None:
        self._proofs.stop()
        self._shown = None

    def _put_away(self) -> None:
        """The case is left: its pages go."""
        if self._shown is not None:
            self._shown.close()

    # -- printing ------------------------------------------------------------------------------------------------

    def ask_printer(self) -> None:
        """Ask on which printer, and print the report."""
        from PySide6.QtPrintSupport import QPrintDialog

        from verifier.ui.pages.printing import new_printer

        options = self._chosen()
        if options is None:
            return
        printer = new_printer(self._desk.need.path.stem, options.paper)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self._translator.gettext("Print the report"))
        dialog.setObjectName("print-dialog")
        dialog.accepted.connect(lambda *_printer: self.print_on(printer))  # Qt names the printer too
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()  # its own open() wants a receiver

    def _chosen(self) -> ReportOptions | None:
        try:
            return self._options()
        except OSError as error:
            self._desk.warn(str(error))
            return None

    def print_on(self, printer: QPrinter) -> None:
        """Print the report as it is chosen; it is put in words in the child process first."""
        options = self._chosen()
        if options is None:
            return
        try:
            with self._desk.hold(self._translator.gettext("Checking the case")):
                job = self._outline_job(options)
        except VerifierError as error:
            self._desk.refuse(error)
            return
        what = self._translator.gettext("Printing the report")
        is_draft = options.final and not job.options.final
        self._work.submit(what, [job], partial(self._print, printer, options.paper, is_draft))

    def _outline_job(self, options: ReportOptions) -> OutlineJob:
        """What puts the report in words. It is final on paper only where its version is in the case already: that of
        a report nobody wrote is not. Raises VerifierError.
        """
        from verifier.ui.pages.proof import OutlineJob

        if options.final:
            coming = self._desk.need.coming_version(options, self._why())
            if coming.again:
                return OutlineJob(coming.snapshot, options)
        return OutlineJob(self._desk.need.snapshot(), replace(options, final=False))

    def _print(self, printer: QPrinter, paper: str, is_draft: bool, results: list[Any]) -> None:
        (result,) = results
        if isinstance(result, VerifierError):
            if result.code != "cancelled":
                self._desk.warn(word(result.code, result.where, result.values, self._translator))
            return
        if isinstance(result, Exception):
            self._desk.warn(str(result))
            return
        from verifier.ui.pages.printing import print_on
        from verifier.ui.pages.sheets import Sheets

        with self._desk.hold(self._translator.gettext("Printing the report"), is_long=True):
            count = print_on(printer, Sheets(result, paper))
        if not count:
            self._desk.warn(self._translator.gettext("The printer did not take the report."))
            return
        words = self._printed_words(count, printer.outputFileName())
        if is_draft:
            words += " · " + self._translator.gettext(
                "They say draft: a report is final once it is written as such."
            )
        self._desk.say(words)

    def _printed_words(self, count: int, file: str) -> str:
        """How many pages there are, and in which file where the printer is one."""
        many = self._translator.ngettext
        if file:
            told = many("{n} page is printed to {path}", "{n} pages are printed to {path}", count)
            return told.format(n=count, path=file)
        return many("{n} page went to the printer.", "{n} pages went to the printer.", count).format(n=count)
