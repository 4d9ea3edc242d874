"""The choices of a report: template and parts, form, status, language, paper, zone, house style, internal copy."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.reports.options import ReportOptions, is_address
from verifier.session.preferences import Preferences
from verifier.ui.dialogs.export.fields import Chooser, FileField, Told, labelled, zone_field
from verifier.ui.dialogs.export.parts_list import PartsList
from verifier.ui.dialogs.export.wish import FORMS, PAPERS, STATUSES, TEMPLATES
from verifier.ui.look.style import words

LARGEST_HOUSE_STYLE = 32 * 2**20
"""Bytes a house style may have; a larger file is no template."""


class Choices(QWidget):
    """The left half of the dialog. ``languages`` are codes and names of those a report can be told in."""

    changed = Signal()
    """The report would be another."""
    form_changed = Signal(str, str)
    """Another form, and the one before."""

    def __init__(
        self,
        kept: Preferences,
        language: str,
        languages: Mapping[str, str],
        translator: Translator,
        parent: QWidget,
        *,
        can_be_final: bool,
    ) -> None:
        super().__init__(parent)
        self._translator, self._can_be_final = translator, can_be_final
        text = translator.gettext
        named = {key: text(name) for key, (name, _meaning) in TEMPLATES.items()}
        self.template = Chooser(named, kept.report_template, self)
        self.form_ = Chooser({key: text(form.name) for key, form in FORMS.items()}, kept.report_form, self)
        self.parts = PartsList(self.template.key, translator, self)
        self.status = Chooser({str(key): text(name) for key, (name, _) in STATUSES.items()}, "False", self)
        self.why = QLineEdit(self)
        self.address = QLineEdit(self)
        self.language = Chooser(languages, kept.report_language or language, self)
        self.paper = Chooser({key: text(name) for key, name in PAPERS.items()}, kept.report_paper, self)
        self.zone, self._zones = zone_field(kept.zone, self)
        self.house = FileField(text("House style"), kept.report_house, translator, self)
        self.internal = QCheckBox(text("Internal copy"), self)
        self._form = self.form_.key
        self._build()
        self._connect()
        self._settle()

    # -- making --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        text = self._translator.gettext
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setVerticalSpacing(6)
        self.form.setHorizontalSpacing(12)
        self._template_told = self._row(text("Template"), self.template)
        self._form_told = self._row(text("Form"), self.form_)
        self._parts_label = words(text("Parts, and how much is in each"), "heading", parent=self)
        self._parts_label.setBuddy(self.parts)
        self.form.addRow(self._parts_label)
        self.form.addRow(self.parts)
        self._status_told = self._row(text("Status"), self.status)
        self._row(text("Why this version"), self.why)
        self._address_told = self._row(text("Published at"), self.address)
        self._row(text("Language of the report"), self.language)
        self._row(text("Paper"), self.paper)
        self._row(text("Times are told in"), self.zone)
        self.house.line.setPlaceholderText(text("none: the report’s own"))
        self._house_told = self._row(text("House style"), self.house)
        self.form.addRow(self.internal)
        stamped = text("Internal notes and confidential evidence are in it; every page is stamped.")
        self.internal.setAccessibleDescription(stamped)
        self.form.addRow(Told(stamped, self))
        self.address.setPlaceholderText("https://")
        self.why.setPlaceholderText(text("What changed, and why"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 14, 12)
        column.addLayout(self.form)
        column.addStretch(1)

    def _row(self, name: str, field: QWidget) -> Told:
        """A row for a field; the answer is the line beneath it that says what is chosen."""
        told = Told("", self)
        if not field.accessibleName():
            field.setAccessibleName(name)
        self.form.addRow(labelled(name, field, self), field)
        self.form.addRow("", told)
        self.form.setRowVisible(told, False)
        return told

    def _tell(self, told: Told, text: str) -> None:
        told.say(text)
        self.form.setRowVisible(told, bool(text))

    def _connect(self) -> None:
        self.template.currentIndexChanged.connect(lambda _index: self._take_template())
        self.form_.currentIndexChanged.connect(lambda _index: self._take_form())
        for chooser in (self.status, self.language, self.paper):
            chooser.currentIndexChanged.connect(lambda _index: self._say())
        self.zone.editTextChanged.connect(lambda _text: self._say())
        self.parts.chosen.connect(self._say)
        self.internal.toggled.connect(lambda _on: self._say())
        for line in (self.why, self.address):
            line.textChanged.connect(lambda _text: self._say())
        self.house.changed.connect(self._say)
        self.house.browse.clicked.connect(lambda _on: self._ask_house())

    def offer_form(self, form: str) -> None:
        """Begin with a form."""
        self.form_.setCurrentIndex(max(0, self.form_.findData(form)))

    # -- what follows from a choice ------------------------------------------------------------------------------

    def _take_template(self) -> None:
        self.parts.set_template(self.template.key)
        self._say()

    def _take_form(self) -> None:
        before, self._form = self._form, self.form_.key
        self.form_changed.emit(self._form, before)
        self._say()

    def _say(self) -> None:
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        """Show what the choices mean, and only those that matter with the others."""
        text, form = self._translator.gettext, FORMS[self.form_.key]
        self._tell(self._template_told, text(TEMPLATES[self.template.key][1]))
        self._tell(self._form_told, text(form.meaning))
        may_be_final = form.final and self._can_be_final
        if not may_be_final:
            self.status.choose("False")
        self.status.setEnabled(may_be_final)
        self._tell(self._status_told, text(STATUSES[self.is_final][1]) if may_be_final else "")
        self.form.setRowVisible(self.why, self.is_final)
        self.form.setRowVisible(self.address, self.form_.key == "claimreview")
        self._tell(self._address_told, self._told_of_address())
        self.form.setRowVisible(self.paper, form.paged)
        self.form.setRowVisible(self.house, self.form_.key == "docx")
        self._tell(self._house_told, self._house_fault())

    def _written_address(self) -> str:
        """The address the report will be published at, as it is written; "" for forms that name none."""
        return self.address.text().strip() if self.form_.key == "claimreview" else ""

    def _has_address_fault(self) -> bool:
        written = self._written_address()
        return bool(written) and not is_address(written)

    def _told_of_address(self) -> str:
        text = self._translator.gettext
        if self._has_address_fault():
            return text("This is no web address. Write it as https://example.org/report.")
        if self.form_.key == "claimreview" and not self._written_address():
            return text("Without it every review says that it is incomplete.")
        return ""

    def _ask_house(self) -> None:
        text = self._translator.gettext
        kinds = text("Word files") + " (*.docx *.dotx)"
        self.house.ask(text("House style"), kinds, ending=".docx", to_save=False)

    # -- what was chosen -----------------------------------------------------------------------------------------

    @property
    def is_final(self) -> bool:
        """Whether the report is to be a final one."""
        return self.status.key == "True"

    def reason(self) -> str:
        """Why there is a final version; "" for a draft."""
        return self.why.text().strip() if self.is_final else ""

    def has_zone(self) -> bool:
        """Whether the zone is one there is."""
        return self.zone.currentText() in self._zones

    def is_complete(self) -> bool:
        """Whether a report can be made from what is chosen."""
        return (
            self.has_zone()
            and bool(self.parts.ticked())
            and not self._house_fault()
            and not self._has_address_fault()
        )

    def _house_path(self) -> Path | None:
        written = self.house.line.text().strip()
        if not written or self.form_.key != "docx":
            return None
        path = Path(written)
        with suppress(RuntimeError):  # "~somebody" who is no user here
            path = path.expanduser()
        return path

    def _house_fault(self) -> str:
        path = self._house_path()
        with suppress(OSError, ValueError):
            if path is None or (path.is_file() and 0 < path.stat().st_size <= LARGEST_HOUSE_STYLE):
                return ""
        return self._translator.gettext("There is no such Word file.")

    def options(self) -> ReportOptions:
        """The options of the report; a zone that is none is UTC. Raises OSError for a house style that cannot be
        read.
        """
        without, also = self.parts.differing()
        path = self._house_path()
        return ReportOptions(
            template=self.template.key,
            zone=self.zone.currentText() if self.has_zone() else "UTC",
            internal_copy=self.internal.isChecked(),
            paper=self.paper.key,
            language=self.language.key,
            without=without,
            also=also,
            house_style=path.read_bytes() if path is not None else b"",
            house_name=path.name if path is not None else "",
            final=self.is_final,
            address="" if self._has_address_fault() else self._written_address(),
        )
