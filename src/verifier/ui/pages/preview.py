"""The preview: all pages of the report as they are printed, in a window of their own that blocks nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.dialogs.fitting import fit_before
from verifier.ui.look.style import words
from verifier.ui.pages.proof import Proof
from verifier.ui.pages.view import PagesView
from verifier.ui.work import Work

LEAST, MOST = QSize(820, 560), QSize(1320, 1200)
"""Pixels of the window: about as large as the main window, and no wider than the pages are shown at first."""


class PreviewWindow(QDialog):
    """Pages by Page Up and Page Down, larger and smaller by + and -; what can be done with them stands above."""

    print_asked = Signal()
    """The user wants to print them."""
    report_asked = Signal()
    """The user wants to choose what is in the report, and in what form it is written."""

    def __init__(self, work: Work, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report-preview")
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._translator = translator
        self.pages = PagesView(work, translator, self)
        self.told = words(translator.gettext("The pages are being set …"), "quiet", wrap=True, parent=self)
        self._build(parent)
        self.pages.page_changed.connect(lambda _number: self._tell())
        self.pages.setFocus()

    def _build(self, parent: QWidget) -> None:
        text = self._translator.gettext
        self.setWindowTitle(text("Preview of the report"))
        self.setMinimumSize(420, 280)
        fit_before(self, parent, LEAST, MOST)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        buttons: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("–", text("Smaller"), partial(self.pages.zoom, -1)),
            ("+", text("Larger"), partial(self.pages.zoom, 1)),
            (text("Report…"), text("Report…"), self.report_asked.emit),
            (text("Print…"), text("Print…"), self.print_asked.emit),
        )
        self.buttons = [self._button(*one) for one in buttons]
        for button in self.buttons:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        keys: dict[str, Callable[[], None]] = {
            "PgUp": partial(self.pages.turn, -1),
            "PgDown": partial(self.pages.turn, 1),
            "+": partial(self.pages.zoom, 1),
            "=": partial(self.pages.zoom, 1),
            "-": partial(self.pages.zoom, -1),
        }
        for key, call in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(call)

    def _button(self, label: str, name: str, call: Callable[[], None]) -> QPushButton:
        button = QPushButton(label, self)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _on: call())
        return button

    def show_proof(self, proof: Proof) -> None:
        """Show the pages."""
        self.pages.show_pages(proof.pdf, proof.sizes)
        self._tell()

    def say(self, text: str) -> None:
        """Say something in place of the number of the page."""
        self.told.setText(text)

    def _tell(self) -> None:
        count = len(self.pages)
        if count:
            told = self._translator.gettext("page {page} of {pages}")
            self.told.setText(told.format(page=self.pages.page() + 1, pages=count))
