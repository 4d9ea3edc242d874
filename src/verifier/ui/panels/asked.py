"""Questions in the inspector: what was asked about the place, and what was answered."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verifier.domain.judgements import Question
from verifier.i18n import Translator
from verifier.ui.control.questions import Questioning
from verifier.ui.look.style import words
from verifier.ui.panels.basis import link_button
from verifier.ui.panels.listing import Listing
from verifier.ui.subject import Subject


class QuestionList(QWidget):
    """The questions about the subject, each with a way to its answer; nothing where there are none."""

    def __init__(self, questions: Questioning, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions, self._translator = questions, translator
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(words(translator.gettext("Questions"), "heading", parent=self))
        self.list = Listing(self)
        column.addWidget(self.list)

    def show_subject(self, subject: Subject | None) -> None:
        """Show the questions about a subject."""
        asked = subject.questions if subject is not None else ()
        writable = subject is not None and not subject.workbench.read_only
        self.list.fill([self._entry(question, writable) for question in asked])
        self.setVisible(bool(asked))

    def _entry(self, question: Question, writable: bool) -> QWidget:
        text = self._translator.gettext
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(words(question.text, wrap=True, parent=box))
        row = QHBoxLayout()
        row.addWidget(words(self._detail(question), "quiet", wrap=True, parent=box), 1)
        if writable:
            button = link_button(text("Answer…") if question.is_open else text("Change…"), box)
            button.clicked.connect(partial(self._answer, question.id))
            row.addWidget(button)
        column.addLayout(row)
        return box

    def _answer(self, question_id: str, _checked: bool = False) -> None:
        self._questions.answer(question_id)

    def _detail(self, question: Question) -> str:
        text = self._translator.gettext
        if not question.is_open:
            return text("answered: {answer}").format(answer=question.answer)
        due = text("due {date}").format(date=question.due) if question.due else ""
        return " · ".join(part for part in (text("open"), question.whom, due) if part)
