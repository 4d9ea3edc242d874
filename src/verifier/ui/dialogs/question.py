"""The question dialog: what is asked about a place, of whom, until when."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from verifier.i18n import Translator
from verifier.session.case_details import QuestionDraft
from verifier.ui.dialogs.beside import BesideDialog
from verifier.ui.views.cells import CellText


class QuestionDialog(BesideDialog):
    """Asks a question about ``where``; ``ask`` takes it into the case and says whether it did."""

    def __init__(
        self,
        where: str,
        quoted: str,
        place: str,
        ask: Callable[[QuestionDraft], bool],
        translator: Translator,
        parent: QWidget,
    ) -> None:
        text = translator.gettext
        super().__init__(
            text("Question about {where}").format(where=where), text("Ask"), quoted, translator, parent
        )
        self.place, self._ask = place, ask
        self._refused = text("It was not written. The message at the foot of the window says why.")
        self.text = CellText(self, least=3)
        self.text.setProperty("look", "")
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.text.finished.connect(self.accept)
        self.text.textChanged.connect(self._check)
        self.whom, self.due = QLineEdit(self), QLineEdit(self)
        self.whom.setPlaceholderText(text("the writer, a press office, a colleague"))
        for caption, field in (
            (text("Question"), self.text),
            (text("For whom"), self.whom),
            (text("Due"), self.due),
        ):
            field.setAccessibleName(caption)
            self.form.addRow(caption, field)
        self.text.setFocus()
        self._check()

    def _check(self) -> None:
        self.do_button.setEnabled(bool(self.text.words()))

    def is_begun(self) -> bool:
        """Whether anything is asked."""
        return bool(self.text.words())

    def write(self) -> bool:
        """Ask it."""
        asked = self._ask(
            QuestionDraft(self.text.words(), self.place, self.whom.text().strip(), self.due.text().strip())
        )
        self.say("" if asked else self._refused)
        return asked
