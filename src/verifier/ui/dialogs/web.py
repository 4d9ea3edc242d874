"""A web address to be added. It says what is contacted, since nothing else the program does leaves the machine."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from verifier.i18n import Translator
from verifier.ui.dialogs.form import FormDialog
from verifier.ui.dropping import address_in


class WebDialog(FormDialog):
    """Asks for the address of a page."""

    given = Signal(str)
    """The address."""

    def __init__(self, address: str, translator: Translator, parent: QWidget) -> None:
        text = translator.gettext
        explain = text(
            "This contacts that address, and where it sends us on to, and keeps the whole exchange with the article. "
            "Pictures, scripts and other pages are not fetched; nothing else leaves this machine."
        )
        super().__init__(
            text("Add from the web"), text("Fetch the page"), translator, parent, explain=explain
        )
        self.setMinimumWidth(560)
        self.address = QLineEdit(address, self)
        self.address.setObjectName("web-address")
        self.address.setPlaceholderText("https://")
        self.address.selectAll()
        self.form.addRow(text("Address"), self.address)
        self.address.setFocus()
        self.address.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        self.do_button.setEnabled(bool(address_in(self._whole())))

    def _whole(self) -> str:
        """The address, in full where only its beginning was left out."""
        typed = self.address.text().strip()
        return typed if "://" in typed or "." not in typed else f"https://{typed}"

    def accept(self) -> None:
        """Qt: hand over the address and close."""
        self.given.emit(self._whole())
        super().accept()
