"""The columns with room for the find bar above them; the bar is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.control.finding import Finding
from verifier.ui.desk import Desk
from verifier.ui.reading.columns import Columns

if TYPE_CHECKING:
    from verifier.ui.panels.find_bar import FindBar


class FindPlace(QWidget):
    """Holds the columns, and the find bar above them."""

    def __init__(
        self, columns: Columns, desk: Desk, finding: Finding, actions: ActionSet, translator: Translator,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk, self._finding, self._actions, self._translator = desk, finding, actions, translator
        self._bar: FindBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(columns, 1)
        finding.attach(columns)
        finding.asked.connect(self._show)

    @property
    def bar(self) -> FindBar:
        """The find bar."""
        if self._bar is None:
            from verifier.ui.panels.find_bar import FindBar

            self._bar = FindBar(self._desk, self._finding, self._actions, self._translator, self)
            self._bar.hide()
            self._column.insertWidget(0, self._bar)
        return self._bar

    def _show(self, words: str, takes_keyboard: bool) -> None:
        self.bar.begin(words, takes_keyboard=takes_keyboard)
