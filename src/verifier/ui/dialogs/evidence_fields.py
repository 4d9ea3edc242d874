"""The fields of a piece of evidence, in a form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from verifier.domain.articles import sha256_of
from verifier.domain.errors import reason_of
from verifier.domain.judgements import Evidence
from verifier.domain.kinds import Primacy, Stance
from verifier.i18n import Translator
from verifier.i18n.reasons import reason_words
from verifier.i18n.vocabulary import name_of
from verifier.session.evidence import EvidenceDraft
from verifier.ui.look.style import words
from verifier.ui.naming import name_chooser
from verifier.ui.pressing import PressedButton
from verifier.ui.views.cells import CellText

LARGEST = 50 * 2**20
"""The largest file that can be attached, in bytes."""


class EvidenceFields(QObject):
    """Puts the fields into a form, and makes a draft of what is written in them."""

    changed = Signal()
    """Something is written otherwise now."""
    grown = Signal()
    """More is in sight than before: a remark, the hash of a file."""

    def __init__(
        self, form: QFormLayout, draft: EvidenceDraft, sha256: str, translator: Translator, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._form, self._parent, self._translator = form, parent, translator
        self._widgets: list[QWidget] = []
        self._add_words(translator)
        self._add_choices(translator)
        self._add_people(translator)
        self.file = AttachedFile(translator, parent)
        self._row(translator.gettext("File"), self.file)
        self.confidential = QCheckBox(translator.gettext("confidential: enters no report"), parent)
        self._row("", self.confidential)
        self.show(draft, sha256)
        self.stance.currentIndexChanged.connect(self._tell_basis)
        self.stance.currentIndexChanged.connect(self.grown)
        self.file.told_anew.connect(self.grown)

    # -- making ----------------------------------------------------------------------------------------------------

    def _add_words(self, translator: Translator) -> None:
        text = translator.gettext
        self.url = self._line(text("Address (URL)"), "url", "https://…")
        self.locator = self._line(text("Where in it"), "locator", text("page, paragraph, minute"))
        self.quotation = CellText(self._parent, least=2)
        self.quotation.setProperty("look", "")
        self.quotation.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.quotation.setPlaceholderText(text("its own words, letter for letter"))
        self.quotation.setAccessibleName(text("Quotation"))
        self.quotation.textChanged.connect(self.changed)
        self._row(text("Quotation"), self.quotation)
        self.seen = self._line(text("Looked at"), "seen", text("when, and where it was"))

    def _add_choices(self, translator: Translator) -> None:
        text = translator.gettext
        line = QWidget(self._parent)
        says, kind = text("What it says of the words"), text("Primary or secondary")
        self.stance = self._choice(says, "stance", list(Stance), line)
        self.primacy = self._choice(kind, "primacy", list(Primacy), line)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stance, 1)
        row.addWidget(self.primacy, 1)
        self._row(text("It"), line)
        self.no_basis = words(
            text("Context is no basis: it neither confirms nor contradicts."),
            "quiet",
            wrap=True,
            parent=self._parent,
        )
        self.no_basis.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._form.addRow("", self.no_basis)

    def _add_people(self, translator: Translator) -> None:
        text = translator.gettext
        self.origin = self._line(
            text("Goes back to"), "origin", text("the agency, office or person it comes from")
        )
        self.interview = self._line(
            text("Interview"), "interview", text("with whom, and how: by telephone, on the spot")
        )

    def _line(self, label: str, name: str, placeholder: str) -> QLineEdit:
        field = QLineEdit(self._parent)
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setPlaceholderText(placeholder)
        field.textChanged.connect(self.changed)
        self._row(label, field)
        return field

    def _choice(
        self, label: str, vocabulary: str, keys: Sequence[Stance | Primacy], parent: QWidget
    ) -> QComboBox:
        box = QComboBox(parent)
        box.setObjectName(vocabulary)
        name_chooser(box, label)
        for key in keys:
            box.addItem(name_of(vocabulary, key, self._translator), key)
        return box

    def _row(self, label: str, field: QWidget) -> None:
        self._widgets.append(field)
        self._form.addRow(label, field)

    # -- showing and reading ---------------------------------------------------------------------------------------

    def show(self, draft: EvidenceDraft, sha256: str = "") -> None:
        """Show these words; ``sha256`` is that of the file attached in the case."""
        self.url.setText(draft.url)
        self.locator.setText(draft.locator)
        self.quotation.setPlainText(draft.quotation)
        self.seen.setText(draft.seen)
        self.stance.setCurrentIndex(self.stance.findData(draft.stance))
        self.primacy.setCurrentIndex(self.primacy.findData(draft.primacy))
        self.origin.setText(draft.origin)
        self.interview.setText(draft.interview)
        self.confidential.setChecked(draft.confidential)
        self.file.show_file(draft.attachment_name, draft.attachment, sha256)
        self._tell_basis()

    def _tell_basis(self, _index: int = 0) -> None:
        self.no_basis.setVisible(self.stance.currentData() == Stance.CONTEXT)

    def set_enabled(self, enabled: bool) -> None:
        """Let them be written, or only be looked at."""
        for widget in self._widgets:
            widget.setEnabled(enabled)

    def draft(self, citation: str) -> EvidenceDraft:
        """What is written now."""
        return EvidenceDraft(
            citation=citation,
            url=self.url.text().strip(),
            locator=self.locator.text().strip(),
            quotation=self.quotation.words(),
            seen=self.seen.text().strip(),
            stance=Stance(self.stance.currentData()),
            primacy=Primacy(self.primacy.currentData()),
            origin=self.origin.text().strip(),
            interview=self.interview.text().strip(),
            confidential=self.confidential.isChecked(),
            attachment_name=self.file.name,
            attachment=self.file.data,
        )


class AttachedFile(QWidget):
    """The attached file: its name and hash, and buttons to attach another or none. ``data`` is None while the file in
    the case stays as it is, and empty where it is to go.
    """

    told_anew = Signal()
    """Something else is said of it now."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self.name, self.data = "", None
        self.told = words("", "quiet", wrap=True, parent=self)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose, self.drop = PressedButton(self), PressedButton(self)
        for button, text in (
            (self.choose, translator.gettext("Attach a file…")),
            (self.drop, translator.gettext("Take it out")),
        ):
            button.setText(text)
            button.setProperty("look", "link")
        self.choose.clicked.connect(lambda _on: self._ask())
        self.drop.clicked.connect(lambda _on: self.take_out())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.choose)
        row.addWidget(self.drop)

    data: bytes | None

    def show_file(self, name: str, data: bytes | None, sha256: str) -> None:
        """Show a file by its name and hash; "" for none."""
        self.name, self.data = name, data
        self._tell(name, sha256_of(data) if data else sha256)

    def _tell(self, name: str, sha256: str) -> None:
        none = self._translator.gettext("no file attached")
        self.told.setText(f"{name}\nSHA-256 {_in_groups(sha256)}" if name else none)
        self.drop.setVisible(bool(name))
        self.told_anew.emit()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._translator.gettext("Attach a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.attach)
        dialog.open()

    def attach(self, path: str) -> None:
        """Attach this file; says so in place of its name where it is empty, too large, or cannot be read."""
        file, text = Path(path), self._translator.gettext
        try:
            if file.stat().st_size > LARGEST:
                self.told.setText(text("{name} is larger than 50 MB").format(name=file.name))
                return
            data = file.read_bytes()
        except OSError as error:
            self.told.setText(f"{file.name}: {reason_words(reason_of(error), self._translator)}")
            return
        if not data:
            self.told.setText(text("{name} is empty").format(name=file.name))
            return
        self.show_file(file.name, data, "")

    def take_out(self) -> None:
        """Attach no file."""
        self.show_file("", b"", "")


def _in_groups(sha256: str) -> str:
    """A hash in groups of eight, so that it can be read and broken over lines."""
    return " ".join(sha256[start : start + 8] for start in range(0, len(sha256), 8))


def draft_of(piece: Evidence) -> EvidenceDraft:
    """A stored piece as a draft to change; its attached file stays as it is."""
    return EvidenceDraft(
        piece.citation, piece.url, piece.locator, piece.quotation, piece.seen, piece.stance, piece.primacy,
        piece.origin, piece.interview, piece.confidential, piece.attachment_name,
    )  # fmt: skip
