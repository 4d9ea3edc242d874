"""The export dialog itself. It blocks nothing: the text stays usable, and what is changed there is seen here."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from verifier.i18n import Translator
from verifier.session.preferences import Preferences
from verifier.ui.dialogs.export.choices import Choices
from verifier.ui.dialogs.export.fields import FileField, labelled
from verifier.ui.dialogs.export.seen import Seen
from verifier.ui.dialogs.export.wish import FORMS, Wish
from verifier.ui.dialogs.fitting import fit_before
from verifier.ui.look.style import words
from verifier.ui.pages.proof import Proof
from verifier.ui.pages.view import PagesView
from verifier.ui.work import Work

LEAST, MOST = QSize(1180, 680), QSize(1560, 1200)
"""Pixels of the dialog: nearly as large as the window, so that the parts and a page that can be read are in sight."""
LEFT = 430
"""Pixels of the choices, where there is room."""


class ExportDialog(QDialog):
    """Asks what a report is to be, and shows what it will be."""

    changed = Signal()
    """The report would be another."""
    wished = Signal(object)
    """The user asked for the report: a ``Wish``."""
    stopped = Signal()
    """The user gave up the report that is being written."""
    show_asked = Signal(str)
    """The user wants to see a place: the id of a passage or an article."""

    def __init__(
        self,
        target: Path,
        kept: Preferences,
        language: str,
        languages: Mapping[str, str],
        work: Work,
        translator: Translator,
        parent: QWidget,
        *,
        can_be_final: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export-dialog")
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._translator = translator
        self._is_writing = False
        self.choices = Choices(kept, language, languages, translator, self, can_be_final=can_be_final)
        self.seen = Seen(work, translator, self)
        self.file = FileField(translator.gettext("File"), str(target), translator, self)
        self.file.line.setObjectName("report-target")
        self._build(parent)
        self._connect()
        self._give_ending(self.choices.form_.key, "docx")
        self._check()
        self.do_button.setFocus()

    @property
    def pages(self) -> PagesView:
        """The pages of the report."""
        return self.seen.pages

    @property
    def target(self) -> QLineEdit:
        """The line with the report's path."""
        return self.file.line

    @property
    def zone(self) -> QComboBox:
        """The field with the zone times are told in."""
        return self.choices.zone

    # -- making --------------------------------------------------------------------------------------------------

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(self._translator.gettext("Report"))
        self.setMinimumSize(520, 300)
        fit_before(self, parent, LEAST, MOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._panes(), 1)
        column.addWidget(self._divider())
        column.addLayout(self._foot())

    def _panes(self) -> QSplitter:
        area = QScrollArea(self)
        area.setWidget(self.choices)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(250)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.addWidget(area)
        panes.addWidget(self.seen)
        panes.setStretchFactor(1, 1)
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        left = min(LEFT, self.width() // 2)
        panes.setSizes([left, self.width() - left])
        return panes

    def _divider(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("look", "divider")
        line.setFixedHeight(1)
        return line

    def _foot(self) -> QVBoxLayout:
        text = self._translator.gettext
        self.replaced = words("", "quiet", wrap=True, parent=self)
        self.fault = words("", "grave", wrap=True, parent=self)
        self.fault.hide()
        where = QHBoxLayout()
        where.setSpacing(10)
        where.addWidget(labelled(text("File"), self.file, self))
        where.addWidget(self.file, 1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(where)
        column.addWidget(self.fault)
        column.addLayout(self._buttons())
        return column

    def _buttons(self) -> QHBoxLayout:
        text = self._translator.gettext
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setMaximumWidth(120)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(text("Writing the report"))
        self.stop = QPushButton(text("Stop"), self)
        self.stop.setAutoDefault(False)
        self.cancel = QPushButton(text("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.do_button = QPushButton(self)
        self.do_button.setObjectName("write-report")
        self.do_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.replaced, 1)
        for widget in (self.progress, self.stop, self.cancel, self.do_button):
            row.addWidget(widget)
        for widget in (self.progress, self.stop):
            widget.hide()
        return row

    def _connect(self) -> None:
        self.choices.changed.connect(self._check)
        self.choices.changed.connect(self.changed)
        self.choices.form_changed.connect(self._give_ending)
        self.seen.concerns.show_asked.connect(self.show_asked)
        self.file.changed.connect(self._check)
        self.file.browse.clicked.connect(lambda _on: self._ask_target())
        self.do_button.clicked.connect(lambda _on: self.accept())
        self.cancel.clicked.connect(lambda _on: self.reject())
        self.stop.clicked.connect(lambda _on: self.stopped.emit())
        for key, by in (("F6", 1), ("Shift+F6", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.step_area, by))

    # -- what the user does --------------------------------------------------------------------------------------

    def step_area(self, by: int) -> None:
        """Go to the next (1) or previous (-1) area: choices, pages, file, main button."""
        areas: list[QWidget] = [self.choices.template, self.pages, self.file.line, self.do_button]
        focused = self.focusWidget()
        inside = focused is not None and self.choices.isAncestorOf(focused)
        here = 0 if inside else next((at for at, one in enumerate(areas) if one is focused), 0)
        areas[(here + by) % len(areas)].setFocus(Qt.FocusReason.TabFocusReason)

    def _give_ending(self, form: str, before: str) -> None:
        """Have the file's name end as the form's files do, where it ended as those of the one before."""
        path = Path(self.file.line.text().strip())
        if path.suffix.lower() == FORMS[before].ending and path.name:
            self.file.line.setText(str(path.with_suffix(FORMS[form].ending)))

    def _ask_target(self) -> None:
        text, form = self._translator.gettext, FORMS[self.choices.form_.key]
        kinds = f"{text(form.name)} (*{form.ending})"
        self.file.ask(text("Write the report"), kinds, ending=form.ending, to_save=True)

    def _check(self) -> None:
        text, there = self._translator.gettext, is_there(self.chosen())
        has_name = bool(self.file.line.text().strip())
        self.do_button.setEnabled(has_name and self.choices.is_complete() and not self._is_writing)
        self.do_button.setText(text("Replace the report") if there else text("Write the report"))
        self.replaced.setText(text("There is one of this name: it will be replaced.") if there else "")

    def chosen(self) -> Path:
        """Where the report will go."""
        path = Path(self.file.line.text().strip())
        with suppress(RuntimeError):  # "~somebody" who is no user here
            path = path.expanduser()
        ending = FORMS[self.choices.form_.key].ending
        return path if path.suffix or not path.name else path.with_suffix(ending)

    def accept(self) -> None:
        """Qt: hand over what was wished. The dialog stays until the report is written."""
        if not self.do_button.isEnabled():
            return
        try:
            options = self.choices.options()
        except OSError as error:
            self.say_fault(str(error))
            return
        self.wished.emit(Wish(options, self.choices.form_.key, self.chosen(), self.choices.reason()))

    def reject(self) -> None:
        """Qt: close; a report that is being written is given up."""
        if self._is_writing:
            self.stopped.emit()
        super().reject()

    # -- what it is told -----------------------------------------------------------------------------------------

    def begin_writing(self) -> None:
        """The report is being written."""
        self._is_writing = True
        self.say_fault("")
        self.choices.setEnabled(False)
        for widget in (self.progress, self.stop):
            widget.show()
        self._check()
        self.stop.setFocus()

    def end_writing(self, fault: str = "") -> None:
        """It is not written, and why; "" where the user gave it up."""
        self._is_writing = False
        self.choices.setEnabled(True)
        for widget in (self.progress, self.stop):
            widget.hide()
        self._check()
        self.say_fault(fault)
        self.do_button.setFocus()

    def say_fault(self, fault: str) -> None:
        """Say what is wrong with what is chosen; "" for nothing."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def wait_for_proof(self) -> None:
        """The pages are being set."""
        self.seen.wait_for_proof()

    def show_proof(self, proof: Proof) -> None:
        """Show what the report will be."""
        self.say_fault("")
        self.choices.parts.show_entries(proof.entries)
        self.seen.show_proof(proof, is_for_word=self.choices.form_.key == "docx")
        before: QWidget = self.choices.internal
        for button in self.seen.concerns.buttons:  # made anew, they would be last
            QWidget.setTabOrder(before, button)
            before = button

    def show_no_proof(self, why: str) -> None:
        """The report cannot be shown as it is chosen."""
        self.seen.told.setText(why)


def is_there(path: Path) -> bool:
    """Whether there is such a file; a name no file can have is there as little."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
