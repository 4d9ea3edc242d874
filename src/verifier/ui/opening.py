"""Opening: cases made, opened, renamed, copied, closed; articles added, described, taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from verifier.domain.articles import Article, ArticleDraft
from verifier.domain.checkers import UNNAMED, Checker
from verifier.domain.errors import CaseError, VerifierError
from verifier.i18n import Translator
from verifier.ui.desk import Desk, Offer
from verifier.ui.phrases import article_name, day_and_time
from verifier.ui.place import Place
from verifier.ui.settings import Settings
from verifier.ui.work import Work

if TYPE_CHECKING:
    from verifier.session.workbench import Workbench

ENDING = ".verif"

_LOOKED_AT = ("case-open-elsewhere", "case-read-only", "case-folder-read-only")
"""The failures that leave a case readable."""


class Opening(QObject):
    """Everything that puts a case on the desk or an article into it. Dialogs belong to ``window``."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        work: Work,
        settings: Settings,
        translator: Translator,
        window: QWidget,
        *,
        documents: Path,
        backups: Path,
        checker: Checker = UNNAMED,
    ) -> None:
        super().__init__(window)
        self._desk, self._place, self._work, self._settings = desk, place, work, settings
        self._translator, self._window = translator, window
        self._documents, self._backups = documents, backups
        self._told = checker

    @property
    def checker(self) -> Checker:
        """Who checks: the one named when the program was started, else the one of the preferences."""
        return self._told if self._told != UNNAMED else self._settings.checker

    # -- cases ---------------------------------------------------------------------------------------------------

    def open_path(self, path: Path, *, read_only: bool = False) -> None:
        """Open a case file. One open elsewhere is offered as a copy to look at; other failures are said."""
        from verifier.session.workbench import Workbench

        try:
            workbench = Workbench.open(path, checker=self.checker, read_only=read_only, backups=self._backups)
        except CaseError as error:
            self._refuse_case(path, error)
            return
        self._desk.put(workbench)
        self._settings.remember(path)

    def _refuse_case(self, path: Path, error: CaseError) -> None:
        text = self._translator.gettext
        offers = []
        if error.code in _LOOKED_AT:
            offers.append(Offer(text("Look at a copy"), partial(self.open_path, path, read_only=True)))
        elif str(path.absolute()) in self._settings.all.recents:
            forget = partial(self._settings.forget, path.absolute())
            offers.append(Offer(text("Forget this case"), forget))
        if "since" in error.values:  # another window's, as it is stored
            error.values["since"] = _told_time(str(error.values["since"]))
        self._desk.refuse(error, *offers)

    def open_sample(self) -> None:
        """Open the sample case, made when it is first asked for."""
        from verifier.session.sample import sample_case_path

        try:
            path = sample_case_path()
        except VerifierError as error:
            self._desk.refuse(error)
            return
        self.open_path(path)

    def ask_case(self) -> None:
        """Ask which case to open."""
        text = self._translator.gettext
        dialog = self._file_dialog(text("Open a case"), text("Cases") + f" (*{ENDING})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_path(Path(name)))
        dialog.open()

    def close(self) -> None:
        """Close the case; everything in it is saved already."""
        self._desk.put(None)

    def ask_name(self) -> None:
        """Ask for another name of the case file."""
        from verifier.ui.dialogs.small import NameDialog

        dialog = NameDialog(self._desk.need.path.stem, self._translator, self._window)
        dialog.named.connect(self.rename)
        dialog.open()

    def rename(self, name: str) -> None:
        """Give the case file another name in its folder. A name that is taken is refused."""
        path, sentence = self._desk.need.path, self._place.sentence()
        target = path.with_name(name + ENDING)
        if not name or target == path:
            return
        if target.exists():
            text = self._translator.gettext(
                "{name} is there already. The case keeps its name; choose another."
            )
            self._desk.warn(text.format(name=target.name))
            return
        self._desk.put(None)
        try:
            path.rename(target)
            self._settings.forget(path.absolute())
        except OSError as error:
            target = path
            text = self._translator.gettext("{name} could not be renamed: {reason}. The case keeps its name.")
            self._desk.warn(text.format(name=path.name, reason=error.strerror))
        self.open_path(target)
        if sentence is not None:
            self._place.go_to(sentence)

    def ask_copy(self) -> None:
        """Ask where a copy of the case is to be written."""
        text = self._translator.gettext
        dialog = self._file_dialog(text("Save a copy"), text("Cases") + f" (*{ENDING})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING[1:])
        dialog.selectFile(str(self._desk.need.path.with_stem(self._desk.need.path.stem + " copy")))
        dialog.fileSelected.connect(lambda name: self.save_copy(Path(name)))
        dialog.open()

    def save_copy(self, path: Path) -> None:
        """Write a copy of the case, to share."""
        try:
            self._desk.need.save_copy(path)
        except VerifierError as error:
            self._desk.refuse(error)
            return
        self._desk.say(self._translator.gettext("A copy was saved: {path}").format(path=path))

    # -- articles ------------------------------------------------------------------------------------------------

    def ask_articles(self) -> None:
        """Ask which files to add; without a case they make a new one."""
        self._ask_files(self._translator.gettext("Add articles"), self.add_files)

    def ask_new(self) -> None:
        """Ask for the files of a new case."""
        self._ask_files(self._translator.gettext("New case from files"), self.new_case)

    def _ask_files(self, title: str, call: Callable[[list[Path]], None]) -> None:
        dialog = self._file_dialog(title, self._translator.gettext("All files") + " (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: call([Path(name) for name in names]))
        dialog.open()

    def _file_dialog(self, title: str, kinds: str) -> QFileDialog:
        folder = self._desk.workbench.path.parent if self._desk.workbench else self._documents
        dialog = QFileDialog(self._window, title, str(folder), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def new_case(self, paths: Sequence[Path]) -> None:
        """Close the case and make a new one of these files."""
        self._desk.put(None)
        self.add_files(paths)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files and add them; a single case file is opened instead."""
        from verifier.session.jobs import ReadJob

        if len(paths) == 1 and paths[0].suffix == ENDING:
            self.open_path(paths[0])
            return
        text = self._translator.ngettext("Reading {name}", "Reading {number} files", len(paths))
        what = text.format(name=paths[0].name if paths else "", number=len(paths))
        self._work.submit(what, [ReadJob(path) for path in paths], self._add)

    def ask_pasted(self) -> None:
        """Ask for an article's text."""
        from verifier.ui.dialogs.small import PasteDialog

        dialog = PasteDialog(self._translator, self._window)
        dialog.pasted.connect(self.add_pasted)
        dialog.open()

    def add_pasted(self, name: str, words: str) -> None:
        """Add a pasted text under a name."""
        from verifier.session.jobs import SourceJob
        from verifier.ui.pasting import pasted

        job = SourceJob(pasted(name or self._translator.gettext("Pasted text"), words))
        self._work.submit(self._translator.gettext("Reading the text"), [job], self._add)

    def _add(self, results: list[Any]) -> None:
        drafts = [result for result in results if isinstance(result, ArticleDraft)]
        errors = [result for result in results if isinstance(result, VerifierError)]
        if drafts and self._ensure_case():
            change = self._desk.do(lambda workbench: workbench.add_articles(drafts))
            if change:
                self._show_added(len(drafts), drafts)
        for error in errors:
            if error.code != "cancelled":
                self._desk.refuse(error)

    def _show_added(self, count: int, drafts: list[ArticleDraft]) -> None:
        from verifier.i18n.messages import word

        articles = self._desk.need.rows.articles()[-count:]
        self._place.show_article(articles[0].id)
        rows = self._desk.need.rows
        names = ", ".join(f"{article.letter} {article_name(rows, article)}" for article in articles)
        warnings = [
            word(notice.code, draft.source.name, dict(notice.values), self._translator)
            for draft in drafts
            for notice in draft.warnings
        ]
        said = self._translator.gettext("Added: {names}.").format(names=names)
        self._desk.say(" ".join([said, *warnings]))

    def _ensure_case(self) -> bool:
        """Have a case on the desk: the first article of a new one makes Untitled in the documents folder."""
        if self._desk.workbench is not None:
            return True
        from verifier.session.workbench import Workbench

        try:
            self._documents.mkdir(parents=True, exist_ok=True)
            path = free_path(self._documents, self._translator.gettext("Untitled"))
            workbench: Workbench = Workbench.create(path, checker=self.checker)
        except VerifierError as error:
            self._desk.refuse(error)
            return False
        except OSError as error:
            self._desk.warn(f"{self._documents}: {error.strerror}")
            return False
        self._desk.put(workbench)
        self._settings.remember(path)
        return True

    def remove_article(self) -> None:
        """Take the article under the cursor out of the case; undo brings it back."""
        article_id = self._place.article()
        if article_id is None:
            return
        rows = self._desk.need.rows
        name = article_name(rows, rows.need(Article, article_id))
        if self._desk.do(lambda workbench: workbench.remove_article(article_id)):
            text = self._translator.gettext
            said = text("{name} was removed, with its marks and links.").format(name=name)
            self._desk.say(
                said, Offer(text("Undo"), lambda: self._desk.do(lambda workbench: workbench.undo()))
            )

    def ask_about(self) -> None:
        """Ask what is known of the article under the cursor, and what its paragraphs are."""
        from verifier.ui.dialogs.about_article import AboutArticleDialog

        article_id = self._place.article()
        if article_id is None:
            return
        dialog = AboutArticleDialog(self._desk, article_id, self._translator, self._window)
        dialog.open()

    # -- the checker ---------------------------------------------------------------------------------------------

    def ask_checker(self) -> None:
        """Ask who checks."""
        from verifier.ui.dialogs.small import CheckerDialog

        known = self._settings.all
        dialog = CheckerDialog(known.checker_name, known.checker_initials, self._translator, self._window)
        dialog.named.connect(self.set_checker)
        dialog.open()

    def set_checker(self, name: str, initials: str) -> None:
        """Sign steps with this name from now on."""
        self._settings.change(checker_name=name, checker_initials=initials, checker_asked=True)
        self._told = self._settings.checker
        if self._desk.workbench is not None:
            self._desk.workbench.checker = self.checker
            self._desk.signed.emit()

    def ask_checker_once(self) -> None:
        """After the first mark of someone without a name, offer to say it; once."""
        if self.checker != UNNAMED or self._settings.all.checker_asked:
            return
        self._settings.change(checker_asked=True)
        text = self._translator.gettext
        self._desk.say(
            text("Your steps are signed “unnamed”. Say who you are, if you like."),
            Offer(text("Name and initials…"), self.ask_checker),
        )


def _told_time(stored: str) -> str:
    """A stored time as it is told; what another program wrote may be anything, and is then told as it is."""
    try:
        return day_and_time(stored)
    except ValueError:
        return stored


def free_path(folder: Path, name: str) -> Path:
    """A path for a new case that nothing stands at: "Untitled", "Untitled 2" …"""
    path, number = folder / (name + ENDING), 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{ENDING}"
    return path
