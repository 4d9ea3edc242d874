"""The evidence dialog: a new piece, or one the case has already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from verifier.domain.judgements import Evidence
from verifier.domain.kinds import Primacy, Stance
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.session.evidence import EvidenceDraft
from verifier.ui.dialogs.form import FormDialog
from verifier.ui.phrases import shortened
from verifier.ui.style import words

LARGEST = 50 * 2**20
"""The largest file that can be attached, in bytes."""


class EvidenceDialog(FormDialog):
    """Asks for a piece of evidence. ``where`` names the places it is for, "" when a known piece is changed."""

    written = Signal(object)
    """A new or changed ``EvidenceDraft``."""
    picked = Signal(str)
    """The id of a piece the case has already."""

    def __init__(
        self,
        where: str,
        known: Sequence[Evidence],
        draft: EvidenceDraft,
        translator: Translator,
        parent: QWidget,
    ) -> None:
        text = translator.gettext
        title = text("Evidence on {where}").format(where=where) if where else text("Evidence")
        super().__init__(title, text("Add") if where else text("Change"), translator, parent)
        self._translator = translator
        self._attachment: bytes | None = draft.attachment
        self._attachment_name = draft.attachment_name
        self._fields: list[QWidget] = []
        if known:
            self._add_known(known)
        self._add_fields(draft)
        self.citation.textChanged.connect(self._check)
        self.citation.setFocus()
        self._check()

    def _add_known(self, known: Sequence[Evidence]) -> None:
        text = self._translator.gettext
        self.known = QComboBox(self)
        self.known.setObjectName("known")
        self.known.addItem(text("a new piece"), "")
        for piece in known:
            self.known.addItem(shortened(piece.citation, 60), piece.id)
        self.known.currentIndexChanged.connect(self._check)
        self.form.addRow(text("Which"), self.known)

    def _add_fields(self, draft: EvidenceDraft) -> None:
        text = self._translator.gettext
        self.citation = self._line(text("Citation"), draft.citation, "citation")
        self.url = self._line(text("Address (URL)"), draft.url, "url")
        self.locator = self._line(text("Page, paragraph, minute"), draft.locator, "locator")
        self.quotation = QPlainTextEdit(draft.quotation, self)
        self.quotation.setTabChangesFocus(True)
        self.quotation.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 16)
        self._row(text("Quotation"), self.quotation)
        self.seen = self._line(text("Looked at on"), draft.seen, "seen")
        self.stance = self._choice(text("It"), "stance", list(Stance), draft.stance)
        self.primacy = self._choice(text("It is"), "primacy", list(Primacy), draft.primacy)
        self.origin = self._line(text("Goes back to"), draft.origin, "origin")
        self.interview = self._line(text("Interview: who and how"), draft.interview, "interview")
        self.confidential = QCheckBox(text("confidential: enters no report"), self)
        self.confidential.setChecked(draft.confidential)
        self._row("", self.confidential)
        self._add_attachment()

    def _line(self, label: str, value: str, name: str) -> QLineEdit:
        field = QLineEdit(value, self)
        field.setObjectName(name)
        self._row(label, field)
        return field

    def _choice(
        self, label: str, vocabulary: str, keys: Sequence[Stance | Primacy], current: Stance | Primacy
    ) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(vocabulary)
        for key in keys:
            box.addItem(name_of(vocabulary, key, self._translator), key)
        box.setCurrentIndex(box.findData(current))
        self._row(label, box)
        return box

    def _row(self, label: str, field: QWidget) -> None:
        self._fields.append(field)
        self.form.addRow(label, field)

    def _add_attachment(self) -> None:
        text = self._translator.gettext
        row = QHBoxLayout()
        self.attached = words(self._attachment_name or text("no file attached"), "quiet", parent=self)
        choose = QPushButton(text("Attach a file…"), self)
        choose.clicked.connect(self._ask_file)
        row.addWidget(self.attached, 1)
        row.addWidget(choose)
        self._fields.append(choose)
        self.form.addRow("", row)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self._translator.gettext("Attach a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.attach)
        dialog.open()

    def attach(self, path: str) -> None:
        """Attach this file; says so in place of its name where it cannot be read or is too large."""
        file, text = Path(path), self._translator.gettext
        try:
            if file.stat().st_size > LARGEST:
                self.attached.setText(text("{name} is larger than 50 MB").format(name=file.name))
                return
            self._attachment, self._attachment_name = file.read_bytes(), file.name
        except OSError as error:
            self.attached.setText(f"{file.name}: {error.strerror}")
            return
        self.attached.setText(file.name)

    def _check(self) -> None:
        fresh = not self._picked()
        for field in self._fields:
            field.setEnabled(fresh)
        self.do_button.setEnabled(not fresh or bool(self.citation.text().strip()))

    def _picked(self) -> str:
        return str(self.known.currentData()) if hasattr(self, "known") else ""

    def draft(self) -> EvidenceDraft:
        """What is written in the form now."""
        return EvidenceDraft(
            citation=self.citation.text().strip(),
            url=self.url.text().strip(),
            locator=self.locator.text().strip(),
            quotation=self.quotation.toPlainText().strip(),
            seen=self.seen.text().strip(),
            stance=Stance(self.stance.currentData()),
            primacy=Primacy(self.primacy.currentData()),
            origin=self.origin.text().strip(),
            interview=self.interview.text().strip(),
            confidential=self.confidential.isChecked(),
            attachment_name=self._attachment_name,
            attachment=self._attachment,
        )

    def accept(self) -> None:
        """Qt: hand over the piece and close."""
        if self._picked():
            self.picked.emit(self._picked())
        else:
            self.written.emit(self.draft())
        super().accept()


def draft_of(piece: Evidence) -> EvidenceDraft:
    """A stored piece as a draft to change; its attached file stays as it is."""
    return EvidenceDraft(
        piece.citation, piece.url, piece.locator, piece.quotation, piece.seen, piece.stance, piece.primacy,
        piece.origin, piece.interview, piece.confidential, piece.attachment_name,
    )  # fmt: skip
