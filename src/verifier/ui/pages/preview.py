"""The preview: all pages of the report as they are printed, in a window of their own that blocks nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.look.style import words
from verifier.ui.pages.proof import Proof
from verifier.ui.pages.view import PagesView
from verifier.ui.work import Work

SIZE = (820, 900)


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
        self._build()
        self.pages.page_changed.connect(lambda _number: self._tell())
        self.pages.setFocus()

    def _build(self) -> None:
        text = self._translator.gettext
        self.setWindowTitle(text("Preview of the report"))
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - 20), min(SIZE[1], room.height() - 44))
        self.setMinimumSize(420, 280)
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
