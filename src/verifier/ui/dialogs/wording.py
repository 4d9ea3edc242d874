"""Asks for the short wording of a claim."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from verifier.i18n import Translator
from verifier.ui.dialogs.form import FormDialog


class WordingDialog(FormDialog):
    """One line for what is claimed; left empty, the passage's own words stand for it."""

    worded = Signal(str)
    """The wording, without white space at its ends."""

    def __init__(self, where: str, wording: str, translator: Translator, parent: QWidget) -> None:
        text = translator.gettext
        explain = text("In a few words of your own: what is said at {where}?").format(where=where)
        super().__init__(text("Word this claim"), text("Keep it"), translator, parent, explain=explain)
        self.wording = QLineEdit(wording, self)
        self.wording.setObjectName("claim-wording")
        self.wording.selectAll()
        self.form.addRow(text("Claim"), self.wording)
        self.wording.setFocus()

    def accept(self) -> None:
        """Qt: hand over the wording and close."""
        self.worded.emit(self.wording.text().strip())
        super().accept()
