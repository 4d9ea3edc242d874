"""The report dialog: where it goes, in which zone its times are told, and whether it stays in the house."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from verifier.i18n import Translator
from verifier.ui.dialogs.form import FormDialog


class ReportDialog(FormDialog):
    """Asks what a report needs to know."""

    wished = Signal(Path, str, bool)
    """Target, time zone, internal copy."""

    def __init__(self, target: Path, zone: str, translator: Translator, parent: QWidget) -> None:
        text = translator.gettext
        super().__init__(text("Report"), text("Write the report"), translator, parent)
        self.setMinimumWidth(560)
        self._translator = translator
        self.target = QLineEdit(str(target), self)
        self.target.setObjectName("report-target")
        self.target.setAccessibleName(text("Word file"))
        browse = QPushButton(text("Choose…"), self)
        browse.clicked.connect(self._ask_target)
        row = QHBoxLayout()
        row.addWidget(self.target, 1)
        row.addWidget(browse)
        self.form.addRow(text("Word file"), row)
        self.replaced = QLabel(self)
        self.replaced.setTextFormat(Qt.TextFormat.PlainText)
        self.form.addRow("", self.replaced)
        self.zone = self._zones(zone)
        self.form.addRow(text("Times are told in"), self.zone)
        self.internal = QCheckBox(
            text("internal copy: internal notes and confidential evidence are in it"), self
        )
        self.form.addRow("", self.internal)
        self.target.textChanged.connect(self._check)
        self.zone.editTextChanged.connect(self._check)
        self._check()
        self.do_button.setFocus()

    def _zones(self, zone: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("report-zone")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._known = available_timezones()
        box.addItems(sorted(self._known))
        completer = QCompleter(sorted(self._known), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace").removeprefix("Etc/")
        box.setCurrentText(next((name for name in (zone, here, "UTC") if name in self._known), "UTC"))
        return box

    def _check(self, *_typed: str) -> None:
        self.do_button.setEnabled(bool(self.target.text().strip()) and self.zone.currentText() in self._known)
        text, there = self._translator.gettext, is_there(self.chosen())
        self.do_button.setText(text("Replace the report") if there else text("Write the report"))
        self.replaced.setText(text("There is one of this name: it will be replaced.") if there else "")
        self.form.setRowVisible(self.replaced, there)

    def _ask_target(self) -> None:
        text = self._translator.gettext
        dialog = QFileDialog(
            self, text("Write the report"), self.target.text(), text("Word files") + " (*.docx)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.fileSelected.connect(self.target.setText)
        dialog.open()

    def chosen(self) -> Path:
        """Where the report will go."""
        path = Path(self.target.text().strip())
        with suppress(RuntimeError):  # "~somebody" who is no user here
            path = path.expanduser()
        return path if path.suffix or not path.name else path.with_suffix(".docx")

    def accept(self) -> None:
        """Qt: hand over what was wished and close."""
        self.wished.emit(self.chosen(), self.zone.currentText(), self.internal.isChecked())
        super().accept()


def is_there(path: Path) -> bool:
    """Whether there is such a file; a name no file can have is there as little."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
