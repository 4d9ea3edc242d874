"""Small dialogs: the checker's name, the case's name, a pasted article."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from verifier.i18n import Translator
from verifier.ui.dialogs.form import FormDialog


class CheckerDialog(FormDialog):
    """Asks who checks; both may stay empty."""

    named = Signal(str, str)
    """Name and initials."""

    def __init__(self, name: str, initials: str, translator: Translator, parent: QWidget) -> None:
        text = translator.gettext
        explain = text(
            "Your name stands beside every step you take, in the case’s history and in the report."
        )
        super().__init__(text("Who checks?"), text("Use this name"), translator, parent, explain=explain)
        self.name = QLineEdit(name, self)
        self.name.setObjectName("checker-name")
        self.initials = QLineEdit(initials, self)
        self.initials.setObjectName("checker-initials")
        self.initials.setMaxLength(6)
        self.form.addRow(text("Name"), self.name)
        self.form.addRow(text("Initials"), self.initials)
        self.name.setFocus()
        self.name.textEdited.connect(self._propose)

    def _propose(self, name: str) -> None:
        self.initials.setText("".join(part[0] for part in name.split()).upper()[:4])

    def accept(self) -> None:
        """Qt: hand over the name and close."""
        self.named.emit(" ".join(self.name.text().split()), self.initials.text().strip())
        super().accept()


class NameDialog(FormDialog):
    """Asks for another name of the case file."""

    named = Signal(str)
    """The new name, without the ending."""

    def __init__(self, name: str, translator: Translator, parent: QWidget) -> None:
        text = translator.gettext
        explain = text("The file gets this name, in the folder where it is.")
        super().__init__(text("Rename the case"), text("Rename"), translator, parent, explain=explain)
        self.name = QLineEdit(name, self)
        self.name.setObjectName("case-name")
        self.name.selectAll()
        self.form.addRow(text("Name"), self.name)
        self.name.setFocus()
        self.name.textChanged.connect(lambda words: self.do_button.setEnabled(bool(file_name(words))))

    def accept(self) -> None:
        """Qt: hand over the name and close."""
        self.named.emit(file_name(self.name.text()))
        super().accept()


def file_name(words: str) -> str:
    """The words as a file may be called on every system, without ending; "" where nothing is left."""
    kept = "".join(
        " " if character in '<>:"/\\|?*' or ord(character) < 32 else character for character in words
    )
    return " ".join(kept.split()).strip(". ").removesuffix(".verif")[:120]


class PasteDialog(FormDialog):
    """Asks for an article's text and where it came from."""

    pasted = Signal(str, str)
    """A name for the source, and the text."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        text = translator.gettext
        super().__init__(text("Paste an article"), text("Add"), translator, parent)
        self.resize(620, 460)
        self.name = QLineEdit(self)
        self.name.setObjectName("paste-name")
        self.name.setPlaceholderText(text("for example: Harbour Gazette, 3 May"))
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("paste-text")
        self.text.setTabChangesFocus(True)
        self.form.addRow(text("Where it is from"), self.name)
        self.form.addRow(text("Text"), self.text)
        self.text.textChanged.connect(self._check)
        self.text.setFocus()
        self._check()

    def _check(self) -> None:
        self.do_button.setEnabled(bool(self.text.toPlainText().strip()))

    def accept(self) -> None:
        """Qt: hand over the text and close."""
        self.pasted.emit(self.name.text().strip(), self.text.document().toRawText().replace("\u2029", "\n"))
        super().accept()
