"""Questions: asking one about the place under the cursor, and the way from a question to its answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.i18n import Translator
from verifier.ui.desk import Desk
from verifier.ui.phrases import address
from verifier.ui.place import Place
from verifier.ui.subject import subject_of

if TYPE_CHECKING:
    from verifier.session.case_details import QuestionDraft  # it brings the database along
    from verifier.ui.dialogs.question import QuestionDialog


class Questioning(QObject):
    """Asks questions. The text stays usable meanwhile, and the dialog says which place it is for."""

    finished = Signal()
    """A dialog was closed; the keyboard belongs to the text again."""
    answer_asked = Signal(str)
    """The answer of a question is to be written: its id."""

    def __init__(self, desk: Desk, place: Place, translator: Translator, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._place, self._translator, self._window = desk, place, translator, window
        self._open: list[QuestionDialog] = []
        desk.leaving.connect(self._put_away)

    def ask(self) -> None:
        """Ask about the sentence or passage under the cursor."""
        from verifier.ui.dialogs.question import QuestionDialog

        place = self._place.subject()
        if place is None:
            return
        known = next((dialog for dialog in self._open if dialog.place == place), None)
        if known is not None:
            known.raise_()
            known.activateWindow()
            return
        where, quoted = place_in_words(self._desk, self._place, place, self._translator)
        dialog = QuestionDialog(where, quoted, place, self._take, self._translator, self._window)
        self._open.append(dialog)
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.show()

    def answer(self, question_id: str) -> None:
        """Go to where a question is answered: its entry in the Case view."""
        self.answer_asked.emit(question_id)

    def _take(self, draft: QuestionDraft) -> bool:
        change = self._desk.do(lambda workbench: workbench.add_question(draft))
        if change:
            text = self._translator.gettext
            said = text("Asked. It is in the Case view and among the open items.")
            self._desk.say(said, self._desk.undo_offer(), passing=True)
        return change is not None

    def _forget(self, dialog: QuestionDialog, _result: int) -> None:
        if dialog in self._open:
            self._open.remove(dialog)
            self.finished.emit()

    def _put_away(self) -> None:
        for dialog in list(self._open):
            dialog.put_away()


def place_in_words(desk: Desk, place: Place, target: str, translator: Translator) -> tuple[str, str]:
    """What a dialog calls a target and the words there: a selection nothing was said of is a part of its sentence."""
    where, quoted = address(desk.need.rows, target), subject_of(desk.need, target).words
    if where:
        return where, quoted
    sentence = place.sentence()
    inside = address(desk.need.rows, sentence) if sentence else ""
    return translator.gettext("words in {where}").format(where=inside), _words_of_span(desk, target)


def _words_of_span(desk: Desk, target: str) -> str:
    """The words of a selection that has no passage yet; "" where it names none."""
    from verifier.session.drafting import read_span_token

    span = read_span_token(target)
    return desk.need.text(span[0])[span[1] : span[2]].strip() if span else ""
