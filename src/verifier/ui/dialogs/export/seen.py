"""The right half of the dialog: what to know before the report goes out, and its pages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.dialogs.export.concerns import ConcernList
from verifier.ui.look.style import words
from verifier.ui.pages.proof import Proof
from verifier.ui.pages.view import PagesView
from verifier.ui.work import Work

_FEW = 170
"""Pixels in which a few concerns can be read at once."""


class Seen(QSplitter):
    """Concerns above, pages beneath a line that says how many they are."""

    def __init__(self, work: Work, translator: Translator, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._translator = translator
        self.concerns = ConcernList(translator, self)
        self.pages = PagesView(work, translator, self)
        self._is_as_wished = False
        self.addWidget(self.concerns)
        self.addWidget(self._shown())
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._keep_sizes)

    def _shown(self) -> QWidget:
        """The pages, with buttons for their size."""
        holder = QWidget(self)
        text = self._translator.gettext
        self.told = words("", "quiet", wrap=True, parent=holder)
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(self.told, 1)
        for sign, by, name in (("–", -1, text("Smaller")), ("+", 1, text("Larger"))):
            button = QPushButton(sign, holder)
            button.setAutoDefault(False)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(partial(self._zoom, by))
            row.addWidget(button)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        return holder

    def _zoom(self, by: int, _checked: bool = False) -> None:
        self.pages.zoom(by)

    def _keep_sizes(self, *_where: int) -> None:
        """The user gave concerns and pages the room they have."""
        self._is_as_wished = True

    def _give_room(self) -> None:
        """Give the concerns the room they need, at most a third, or half where a third is too little to read in."""
        if not self._is_as_wished:
            whole = self.height()
            high = min(self.concerns.wanted_height(), max(whole // 3, min(_FEW, whole // 2)))
            self.setSizes([high, whole - high])

    def wait_for_proof(self) -> None:
        """The pages are being set."""
        self.told.setText(self._translator.gettext("The pages are being set …"))

    def show_proof(self, proof: Proof, *, is_for_word: bool) -> None:
        """Show what the report will be; Word sets its pages by itself."""
        count = len(proof.sizes)
        told = self._translator.ngettext("{n} page", "{n} pages", count).format(n=count)
        if is_for_word:
            told += " · " + self._translator.gettext("Word may end a page elsewhere.")
        self.told.setText(told)
        self.concerns.show_concerns(proof.concerns)
        self._give_room()
        self.pages.show_pages(proof.pdf, proof.sizes)
