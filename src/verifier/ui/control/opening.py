"""Opening: cases made, opened, renamed, copied, closed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from verifier.domain.checkers import UNNAMED, Checker
from verifier.domain.errors import CaseError, VerifierError, reason_of
from verifier.i18n import Translator
from verifier.i18n.reasons import reason_words
from verifier.ui.desk import Desk, Offer
from verifier.ui.phrases import day_and_time
from verifier.ui.place import Place
from verifier.ui.settings import Settings

if TYPE_CHECKING:
    from verifier.session.workbench import Workbench

ENDING = ".verif"
LARGE_FILE = 2_000_000
"""Bytes; opening a larger case takes long enough to say so."""

_LOOKED_AT = ("case-open-elsewhere", "case-read-only", "case-folder-read-only")
"""The failures that leave a case readable."""


class Opening(QObject):
    """Everything that puts a case on the desk. Dialogs belong to ``window``."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        settings: Settings,
        translator: Translator,
        window: QWidget,
        *,
        documents: Path,
        backups: Path,
        checker: Checker = UNNAMED,
    ) -> None:
        super().__init__(window)
        self._desk, self._place, self._settings = desk, place, settings
        self._translator, self._window = translator, window
        self._documents, self._backups = documents, backups
        self._told = checker
        desk.closing.connect(self._back_up)

    @property
    def documents(self) -> Path:
        """The folder new cases go to where none is named."""
        return self._documents

    @property
    def checker(self) -> Checker:
        """Who checks: the one named when the program was started, else the one of the preferences."""
        return self._told if self._told != UNNAMED else self._settings.checker

    # -- cases ---------------------------------------------------------------------------------------------------

    def open_path(self, path: Path, *, read_only: bool = False) -> None:
        """Open a case file. One open elsewhere is offered as a copy to look at; other failures are said."""
        from verifier.session.workbench import Workbench

        what = self._translator.gettext("Opening and checking {name}").format(name=path.name)
        try:
            with self._desk.hold(what, is_long=_size(path) > LARGE_FILE):
                workbench = Workbench.open(
                    path, checker=self.checker, read_only=read_only, backups=self._backups
                )
                self._desk.put(workbench)
        except CaseError as error:
            self._refuse_case(path, error)
            return
        if self._backups not in path.parents:
            self._settings.remember(path)

    def _back_up(self, case: Workbench) -> None:
        """Keep a copy of a case that is closed in the user's data folder; says so where it cannot be written."""
        from verifier.session.backups import back_up

        if case.read_only:
            return
        what = self._translator.gettext("Backing up {name}").format(name=case.path.name)
        try:
            with self._desk.hold(what, is_long=_size(case.path) > LARGE_FILE):
                back_up(case, self._backups.parent)
        except CaseError as error:
            self._desk.refuse(error)

    def _refuse_case(self, path: Path, error: CaseError) -> None:
        from verifier.session.backups import last_backup

        text = self._translator.gettext
        offers = []
        backup = last_backup(path, self._backups.parent) if error.code == "case-damaged" else None
        if backup is not None:
            look = partial(self.open_path, backup, read_only=True)
            offers.append(Offer(text("Look at the last backup"), look))
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
        dialog = self.file_dialog(text("Open a case"), text("Cases") + f" (*{ENDING})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_path(Path(name)))
        dialog.open()

    def ask_recent(self) -> None:
        """Ask which of the cases used last to open."""
        from verifier.ui.dialogs.recent import RecentCases

        dialog = RecentCases(self._settings, self._translator, self._window)
        dialog.taken.connect(lambda name: self.open_path(Path(name)))
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
            self._desk.warn(
                text.format(name=path.name, reason=reason_words(reason_of(error), self._translator))
            )
        self.open_path(target)
        if sentence is not None:
            self._place.go_to(sentence)

    def ask_copy(self) -> None:
        """Ask where a copy of the case is to be written."""
        text = self._translator.gettext
        dialog = self.file_dialog(text("Save a copy"), text("Cases") + f" (*{ENDING})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING[1:])
        dialog.selectFile(str(self._desk.need.path.with_stem(self._desk.need.path.stem + " copy")))
        dialog.fileSelected.connect(lambda name: self.save_copy(Path(name)))
        dialog.open()

    def save_copy(self, path: Path) -> None:
        """Write a copy of the case, to share."""
        try:
            with self._desk.hold(self._translator.gettext("Saving a copy")):
                self._desk.need.save_copy(path)
        except VerifierError as error:
            self._desk.refuse(error)
            return
        self._desk.say(self._translator.gettext("A copy was saved: {path}").format(path=path))

    def file_dialog(self, title: str, kinds: str) -> QFileDialog:
        """A dialog for files of some kinds that begins where the case is."""
        folder = self._desk.workbench.path.parent if self._desk.workbench else self._documents
        dialog = QFileDialog(self._window, title, str(folder), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def ensure_case(self) -> bool:
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
            self._desk.warn(f"{self._documents}: {reason_words(reason_of(error), self._translator)}")
            return False
        self._desk.put(workbench)
        self._settings.remember(path)
        return True

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


def _size(path: Path) -> int:
    """The size of a file in bytes, 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def free_path(folder: Path, name: str) -> Path:
    """A path for a new case that nothing stands at: "Untitled", "Untitled 2" …"""
    path, number = folder / (name + ENDING), 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{ENDING}"
    return path
