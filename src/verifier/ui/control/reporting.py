"""Reporting: what a report is to be, writing it in the child, noting a final one, and leading to it afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Article, Passage, Version
from verifier.domain.errors import VerifierError
from verifier.domain.queries import article_of_version
from verifier.i18n import Translator, language_in_use
from verifier.i18n.messages import word
from verifier.session.preferences import data_folder
from verifier.ui.control.proofing import Proofing
from verifier.ui.desk import Desk, Offer
from verifier.ui.place import Place
from verifier.ui.settings import Settings
from verifier.ui.work import Batch, Work

if TYPE_CHECKING:
    from verifier.domain.rows import Snapshot
    from verifier.reports import ReportOptions
    from verifier.reports.saving import Staged
    from verifier.session.finalising import Coming
    from verifier.ui.dialogs.export.dialog import ExportDialog
    from verifier.ui.dialogs.export.wish import Wish


class Reporting(QObject):
    """Asks what a report is to be, and has it written."""

    written = Signal()
    """A report was written."""
    chosen = Signal()
    """The report would be another than before."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        work: Work,
        settings: Settings,
        documents: Path,
        translator: Translator,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._place, self._work, self._settings = desk, place, work, settings
        self._documents, self._translator, self._window = documents, translator, window
        self._dialog: ExportDialog | None = None
        self._writing: Batch | None = None
        self._proofs = Proofing(desk, work, translator, self)
        desk.leaving.connect(self._put_away)
        work.cancelled.connect(self._given_up)

    # -- asking --------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask what the report is to be and where it goes."""
        self._show_dialog()

    def _show_dialog(self, form: str = "") -> None:
        if self._dialog is None:
            self._open_dialog()
        assert self._dialog is not None
        if form:
            self._dialog.choices.offer_form(form)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def ask_form(self) -> None:
        """Ask for a report in another form than Word's: the one written last, or a PDF."""
        kept = self._settings.all.report_form
        self._show_dialog(kept if kept != "docx" else "pdf")

    def _open_dialog(self) -> None:
        from verifier.i18n.catalogues import languages
        from verifier.reports.options import LANGUAGES
        from verifier.ui.dialogs.export.dialog import ExportDialog

        named = {code: name for code, name in languages().items() if code in LANGUAGES}
        kept = self._settings.all
        dialog = ExportDialog(
            self._target(), kept, language_in_use(kept.language), named, self._work, self._translator, self._window,
            can_be_final=not self._desk.need.read_only,
        )  # fmt: skip
        self._dialog = dialog
        dialog.wished.connect(self.write)
        dialog.stopped.connect(self._stop)
        dialog.show_asked.connect(self._show_place)
        dialog.changed.connect(self._proofs.ask)
        dialog.changed.connect(self.chosen)
        dialog.finished.connect(self._dialog_closed)
        self._proofs.begun.connect(dialog.wait_for_proof)
        self._proofs.came.connect(dialog.show_proof)
        self._proofs.failed.connect(dialog.show_no_proof)
        self._proofs.start(dialog.choices.options, dialog.choices.reason)

    def _target(self) -> Path:
        """Where the report goes if nobody says otherwise: beside the case; that of a case which lies among the
        program's own files (the sample) to the user's documents.
        """
        path = self._desk.need.path
        home = self._documents if path.is_relative_to(data_folder()) else path.parent
        stem = path.stem
        if stem.casefold() in self._names_taken():
            stem = self._translator.gettext("{case} – report").format(case=stem)
        return home / f"{stem}.docx"

    def _names_taken(self) -> set[str]:
        """The names, without their endings, of the files the case is made from: an article, or a report with an
        editor's comments in its margins, which no report is to replace unasked.
        """
        case = self._desk.need
        names = [version.name for version in case.rows.all(Version)]
        names += [dict(step.values).get("report", "") for step in case.steps()]
        return {Path(name).stem.casefold() for name in names}

    def _dialog_closed(self, _result: int) -> None:
        self._proofs.stop()
        self._dialog = None
        self.chosen.emit()

    def _put_away(self) -> None:
        """The case is left: a dialog about its report has nothing to ask any more."""
        if self._dialog is not None:
            self._dialog.close()

    def _show_place(self, place: str) -> None:
        """Lead to a passage or an article. It may be gone: the case is worked in meanwhile."""
        rows = self._desk.need.rows
        passage = rows.get(Passage, place)
        if passage is not None:
            article = article_of_version(rows, passage.version_id)
            if article.version_id == passage.version_id:
                self._place.go_to_span(article.id, passage.start, passage.end)
            else:  # a newer reading left it behind
                self._place.show_article(article.id)
        elif rows.get(Article, place) is not None:
            self._place.show_article(place)
        self._step_aside()
        self._window.activateWindow()

    def _step_aside(self) -> None:
        """Have a dialog that hides the text wait unseen, as it is chosen, until it is asked for again."""
        if self._dialog is None:
            return
        seen, hidden = self._window.frameGeometry(), self._dialog.frameGeometry()
        covered = seen.intersected(hidden)
        if 3 * covered.width() * covered.height() > seen.width() * seen.height():
            text = self._translator.gettext
            self._dialog.hide()
            self._desk.say(text("The report waits as you chose it."), Offer(text("Report…"), self.ask))

    # -- writing -------------------------------------------------------------------------------------------------

    def write(self, wish: Wish) -> None:
        """Write the report in the child process; what is said afterwards leads to it."""
        coming: Coming | None = None
        try:
            with self._desk.hold(self._translator.gettext("Checking the case")):
                if wish.options.final:
                    coming = self._desk.need.coming_version(wish.options, wish.why)
                    snapshot = coming.snapshot
                else:
                    snapshot = self._desk.need.snapshot()
        except VerifierError as error:
            self._fail(error)
            return
        self._keep(wish)
        if self._dialog is not None:
            self._dialog.begin_writing()
        what = self._translator.gettext("Writing the report")
        self._writing = self._work.submit(what, [_job(snapshot, wish)], partial(self._tell, wish, coming))

    def _keep(self, wish: Wish) -> None:
        """Remember what was chosen, for the next report."""
        options, house = wish.options, ""
        if self._dialog is not None:
            house = self._dialog.choices.house.line.text().strip()
        used = language_in_use(self._settings.all.language)
        self._settings.change(
            zone=options.zone,
            report_template=options.template,
            report_form=wish.form,
            report_paper=options.paper,
            report_language="" if options.language == used else options.language,
            report_house=house,
        )

    def _stop(self) -> None:
        """Give up the report that is being written."""
        if self._writing is not None:
            self._work.give_up(self._writing, 0)

    def _given_up(self) -> None:
        """The user stopped all that was being done."""
        if self._writing is not None:
            self._writing = None
            if self._dialog is not None:
                self._dialog.end_writing()

    def _tell(self, wish: Wish, coming: Coming | None, results: list[Any]) -> None:
        self._writing = None
        (result,) = results
        if isinstance(result, Exception):
            self._fail(result)
            return
        if coming is not None and not self._finish(coming, result):
            return
        if self._dialog is not None:
            self._dialog.close()
        self.written.emit()
        self._desk.say(self._written_words(wish, coming), *self._offers(wish.target))

    def _finish(self, coming: Coming, staged: Staged) -> bool:
        """Note the final version in the case and put its report, which waits beside its place, there. Where noting is
        refused, the report is gone.
        """
        from verifier.session.finalising import note, put

        with staged:
            if self._desk.do(lambda case: note(case, coming, staged)) is None:
                if self._dialog is not None:
                    self._dialog.end_writing()
                return False
            try:
                put(coming, staged)
            except VerifierError as error:
                self._fail(error)
                return False
        return True

    def _written_words(self, wish: Wish, coming: Coming | None) -> str:
        text = self._translator.gettext
        if coming is None:
            return text("The report is written: {path}").format(path=wish.target)
        if coming.again:
            told = text("Nothing changed since version {number}: it is written again: {path}")
        else:
            told = text("The final report, version {number}, is written and noted: {path}")
        return told.format(number=coming.version.number, path=wish.target)

    def _offers(self, target: Path) -> tuple[Offer, Offer]:
        text = self._translator.gettext
        return (
            Offer(text("Open"), partial(open_outside, target)),
            Offer(text("Show in folder"), partial(open_outside, target.parent)),
        )

    def _fail(self, error: Exception) -> None:
        """Say why there is no report: in the dialog, or where there is none any more in the window."""
        told, given_up = str(error), False
        if isinstance(error, VerifierError):
            told = word(error.code, error.where, error.values, self._translator)
            given_up = error.code == "cancelled"
        if self._dialog is not None:
            self._dialog.end_writing("" if given_up else told)
        elif not given_up:
            self._desk.warn(told)

    def options(self) -> ReportOptions:
        """What is chosen in the dialog, or else what was chosen last. Raises OSError for a house style that cannot be
        read.
        """
        if self._dialog is not None:
            return self._dialog.choices.options()
        from verifier.ui.dialogs.export.wish import kept_options

        return kept_options(self._settings.all)

    def reason(self) -> str:
        """Why there is to be a final version, as far as somebody chose one."""
        return self._dialog.choices.reason() if self._dialog is not None else ""


def _job(snapshot: Snapshot, wish: Wish) -> object:
    """The job that writes a report in its form."""
    if wish.form == "pdf":
        from verifier.ui.pages.proof import PdfJob

        return PdfJob(snapshot, wish.options, wish.target)
    from verifier.session.jobs import ReportJob

    return ReportJob(snapshot, wish.options, wish.target, form=wish.form)


def open_outside(path: Path) -> None:
    """Open a file or folder with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
