"""The Case view: what is checked and found, open questions, right of reply, passes, sign-off, edited in place; and the
last final report.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from verifier.domain.judgements import Question
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.ui.desk import Desk
from verifier.ui.drafts import Drafts
from verifier.ui.look.style import words
from verifier.ui.place import Place
from verifier.ui.views.case_lists import Passes, Questions, Replies, sentence_of_question
from verifier.ui.views.case_words import CaseWords, words_of_the_check, words_of_the_sign_off
from verifier.ui.views.entries import EntryList
from verifier.ui.views.finalised import LastFinal

NARROW = 700
"""Pixels; in a narrower view fields stand one below the other, and each entry takes two lines."""
DRAFTED_EVERY = 2_000
"""Milliseconds between two drafts of what is being typed."""
_LINES = 20
"""How many lines high the view would like to be."""


class CaseView(QScrollArea):
    """Everything the case says of itself, in the order the report prints it."""

    def __init__(
        self, desk: Desk, place: Place, drafts: Drafts, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._place = desk, place
        body = QWidget(self)
        self.words = CaseWords("words", words_of_the_check(translator), desk, drafts, body)
        self.questions = EntryList(Questions(self._go, translator), desk, drafts, translator, body)
        self.replies = EntryList(Replies(translator), desk, drafts, translator, body)
        self.passes = EntryList(Passes(translator), desk, drafts, translator, body)
        self.sign_off = CaseWords("sign-off", words_of_the_sign_off(translator), desk, drafts, body)
        self.last_final = LastFinal(desk, translator, body)
        self._lay_out(body, translator.gettext("Sign-off"))
        self._timer = QTimer(self, interval=DRAFTED_EVERY)
        self._timer.timeout.connect(self._keep_drafts)
        self._timer.start()
        for entries in self._lists:
            entries.grown.connect(self._reveal, Qt.ConnectionType.QueuedConnection)
        desk.leaving.connect(self.save)
        desk.opened.connect(self._begin_anew)
        desk.changed.connect(self._follow)
        self._begin_anew()

    def _lay_out(self, body: QWidget, sign_off: str) -> None:
        self.setObjectName("caseView")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 8)
        column.setSpacing(16)
        column.addWidget(self.words)
        for entries in self._lists:
            column.addWidget(entries)
        signed = QVBoxLayout()
        signed.setSpacing(6)
        signed.addWidget(words(sign_off, "title", parent=body))
        signed.addWidget(self.sign_off)
        column.addLayout(signed)
        column.addWidget(self.last_final)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Qt: more room than a table asks for."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _LINES)

    @property
    def _lists(self) -> tuple[EntryList, ...]:
        return self.questions, self.replies, self.passes

    @property
    def _parts(self) -> tuple[CaseWords | EntryList, ...]:
        return self.words, self.sign_off, *self._lists

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the case says; what is being typed stays."""
        for part in self._parts:
            part.refresh()
        self.last_final.refresh()

    def _begin_anew(self) -> None:
        """Show another case, with what was being typed when it was left."""
        for part in self._parts:
            part.forget()
            part.refresh()
            part.restore_drafts()
        self.last_final.refresh()

    def _follow(self, change: Change) -> None:
        if change.case or change.articles:  # an article that goes takes the place of a question with it
            self.refresh()

    def begin_answer(self, question_id: str) -> None:
        """Put the keyboard into the answer of a question."""
        self.questions.begin(question_id, "answer")

    def _reveal(self, row: QWidget) -> None:
        self.ensureWidgetVisible(row, 0, 12)

    def _go(self, question_id: str) -> None:
        rows = self._desk.need.rows
        question = rows.get(Question, question_id)
        sentence = sentence_of_question(rows, question) if question else None
        if sentence is not None:
            self._place.go_to(sentence)

    # -- saving ----------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write what was changed; what cannot be an entry yet is drafted."""
        for part in self._parts:
            part.save()

    def _keep_drafts(self) -> None:
        if self.isVisible():
            for part in self._parts:
                part.keep_drafts()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: what was typed is a step when the view is closed."""
        super().hideEvent(event)
        if self._desk.workbench is not None:
            self.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: fields beside each other, or one below the other."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < NARROW
        for part in self._parts:
            part.set_narrow(narrow)
