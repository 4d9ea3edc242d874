"""What to know before a report goes out: one line a concern, with a button that leads to its places in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.look.style import words

if TYPE_CHECKING:
    from verifier.reports.concerns import Concern

MOST_SHOWN = 200
"""Concerns the list shows; of more it tells how many there are."""


class ConcernList(QWidget):
    """The concerns of a report, or that there are none."""

    show_asked = Signal(str)
    """The user wants to see a place: the id of a passage or an article. Asked again, the next one of the concern."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report-concerns")
        self._translator = translator
        self.setMinimumHeight(40)
        self.concerns: tuple[Concern, ...] = ()
        self.buttons: list[QPushButton] = []
        self.head = words("", "title", wrap=True, parent=self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 6, 6)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)

    def show_concerns(self, concerns: Iterable[Concern]) -> None:
        """Show these."""
        self.concerns = tuple(concerns)
        text = self._translator.gettext
        count = len(self.concerns)
        told = self._translator.ngettext(
            "Before it goes out: {n} thing to know", "Before it goes out: {n} things to know", count
        )
        self.head.setText(told.format(n=count) if count else text("There is nothing to warn of."))
        self.buttons = []
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        for concern in self.concerns[:MOST_SHOWN]:
            column.addLayout(self._line(concern, body))
        if count > MOST_SHOWN:
            more = text("… and {n} more, in the list of warnings of the report")
            column.addWidget(words(more.format(n=count - MOST_SHOWN), "quiet", wrap=True, parent=body))
        column.addStretch(1)
        self.area.setWidget(body)
        self.area.setVisible(bool(count))

    def wanted_height(self) -> int:
        """The height in pixels at which nothing has to be scrolled."""
        body = self.area.widget()
        if body is None or not self.concerns:
            return self.head.sizeHint().height() + 22
        return self.head.sizeHint().height() + body.sizeHint().height() + 30

    def _line(self, concern: Concern, body: QWidget) -> QHBoxLayout:
        text = self._translator.gettext
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words(concern.words, wrap=True, parent=body), 1)
        places = concern.passages or concern.articles
        if places:
            button = QPushButton(text("Show me"), body)
            button.setAccessibleName(text("Show me: {what}").format(what=concern.words))
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._ask, cycle(places)))
            self.buttons.append(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _ask(self, places: Iterator[str], _checked: bool = False) -> None:
        self.show_asked.emit(next(places))
