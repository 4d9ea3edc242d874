"""What the Open items view shows where nothing is open: that everything is checked, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verifier.domain.kinds import Label
from verifier.i18n import Translator
from verifier.i18n.vocabulary import GLYPHS
from verifier.ui.action_set import ActionSet
from verifier.ui.look.style import words
from verifier.ui.pressing import PressedButton
from verifier.ui.tally import Tally

_NEXT = ("case.report", "view.case")
"""The actions offered when everything is done."""


class Settled(QWidget):
    """A calm end of the work: the check mark, one sentence, and the way to the report."""

    def __init__(self, actions: ActionSet, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(words(GLYPHS[Label.VERIFIED], "settled", parent=self), 0, middle)
        said = translator.gettext("Everything is checked and nothing is open")
        column.addWidget(words(said, "title", parent=self), 0, middle)
        self.counts = words("", "quiet", parent=self)
        column.addWidget(self.counts, 0, middle)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.addStretch(1)
        for name in _NEXT:
            row.addWidget(self._button(actions, name))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def _button(self, actions: ActionSet, name: str) -> PressedButton:
        action, button = actions.actions[name], PressedButton(self)
        button.setText(action.text().replace("&", ""))
        button.setToolTip(action.toolTip())
        button.setProperty("look", "chip")
        button.clicked.connect(lambda _on: action.trigger())
        return button

    def show_counts(self, tally: Tally) -> None:
        """Say how much was checked."""
        checked = tally.of_case().total()
        said = self._translator.ngettext(
            "{n} sentence has its label; every mark its basis, every conflict its outcome, every question its answer.",
            "{n} sentences have their label; every mark its basis, every conflict its outcome, "
            "every question its answer.",
            checked,
        )
        self.counts.setText(said.format(n=checked))
