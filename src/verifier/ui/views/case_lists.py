"""The lists of the Case view: questions, right of reply, passes; what their cells are and which verbs change them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Passage
from verifier.domain.judgements import CheckPass, Question, Reply
from verifier.domain.queries import sentences_under
from verifier.domain.rows import CaseRows
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.session.case_details import PassDraft, QuestionDraft, ReplyDraft
from verifier.session.workbench import Workbench
from verifier.ui.look.icon_button import IconButton
from verifier.ui.phrases import address
from verifier.ui.views.entries import Values, Wording
from verifier.ui.views.entry_row import EntryRow, Field

_GO = 22
"""Pixels; the width of the button that goes to a question's place."""


class Questions:
    """The questions. A place is written as an address; one that stays as it was may be a part of a sentence."""

    key = "question"
    needed = "text"

    def __init__(self, go: Callable[[str], object], translator: Translator) -> None:
        text = translator.gettext
        self._go = go
        self.fields: Sequence[Field] = (
            Field("place", text("Place"), 3, gap=_GO),
            Field("text", text("Question"), 14, lines=True),
            Field("whom", text("For whom"), 6, below=True),
            Field("due", text("Due"), 5, below=True),
            Field("answer", text("Answer"), 12, lines=True, below=True),
        )
        self.wording = Wording(
            heading=text("Open questions"),
            add=text("Add a question"),
            nothing=text("No question yet. Q asks one about the sentence under the cursor."),
            removed=text("The question was removed."),
            missing=text("Say what is asked: until then it is kept as a draft."),
        )

    def all(self, rows: CaseRows) -> Sequence[tuple[str, Values]]:
        """Every question with its place as an address."""
        return [(one.id, _values(one, rows)) for one in rows.all(Question)]

    def write(self, workbench: Workbench, entry_id: str, values: Values) -> Change:
        """Ask it, or write it anew. Raises StepError for an address there is not."""
        before = workbench.rows.get(Question, entry_id) if entry_id else None
        written = values["place"]
        if before is not None and written == address(workbench.rows, before.place):
            target = before.place
        else:
            target = workbench.sentence_at_address(written).id if written else ""
        draft = QuestionDraft(**{**values, "place": target})
        return workbench.edit_question(entry_id, draft) if entry_id else workbench.add_question(draft)

    def remove(self, workbench: Workbench, entry_id: str) -> Change:
        """Take it away."""
        return workbench.remove_question(entry_id)

    def row(self, translator: Translator, parent: QWidget) -> EntryRow:
        """A row with a button that goes to the place."""
        return QuestionRow(self._go, self.fields, translator.gettext("question"), translator, parent)


def _values(question: Question, rows: CaseRows) -> Values:
    return {
        "place": address(rows, question.place),
        "text": question.text,
        "whom": question.whom,
        "due": question.due,
        "answer": question.answer,
    }


def sentence_of_question(rows: CaseRows, question: Question) -> str | None:
    """The id of the first sentence a question is about, or None."""
    passage = rows.get(Passage, question.place)
    under = sentences_under(rows, passage) if passage else ()
    return under[0].id if under else None


class QuestionRow(EntryRow):
    """A question, with a button that goes to its place."""

    def __init__(
        self,
        go: Callable[[str], object],
        fields: Sequence[Field],
        name: str,
        translator: Translator,
        parent: QWidget,
    ) -> None:
        self._go_to = go
        self._go_text = translator.gettext("Go there")
        self._go_button: IconButton | None = None
        super().__init__(fields, name, translator, parent)

    def _lay_out(self) -> None:
        self._go_button = IconButton("right", self._go_text, self)
        self._go_button.setFixedWidth(_GO)
        self._go_button.clicked.connect(lambda _on: self._go_to(self.entry_id))
        self.cells["place"].textChanged.connect(self._tell_place)
        super()._lay_out()
        self._tell_place()

    def _tell_place(self) -> None:
        if self._go_button is not None:
            self._go_button.setEnabled(bool(self.cells["place"].words() and self.entry_id))

    def show_entry(self, entry_id: str, values: Values) -> None:
        """Show a question; one that is in the case now can be gone to."""
        super().show_entry(entry_id, values)
        self._tell_place()

    def number(self, number: int) -> None:
        """Say which question it is, for those who listen."""
        super().number(number)
        if self._go_button is not None:
            self._go_button.setAccessibleName(f"{self._go_text}: {self._name} {number}")

    def beside(self, name: str) -> QWidget | None:
        """The button, behind the place."""
        return self._go_button if name == "place" else None


class Replies:
    """The right of reply."""

    key = "reply"
    needed = "who"

    def __init__(self, translator: Translator) -> None:
        text = translator.gettext
        self.fields: Sequence[Field] = (
            Field("who", text("Who was asked"), 10),
            Field("when", text("When"), 6),
            Field("how", text("How"), 8, lines=True, below=True),
            Field("deadline", text("Deadline"), 6, below=True),
            Field("answer", text("Answer"), 12, lines=True, below=True),
        )
        self.wording = Wording(
            heading=text("Right of reply"),
            add=text("Add whom you asked"),
            nothing=text("Nobody was asked to comment yet."),
            removed=text("The entry was removed."),
            missing=text("Say who was asked: until then it is kept as a draft."),
        )

    def all(self, rows: CaseRows) -> Sequence[tuple[str, Values]]:
        """Every entry."""
        names = [field.name for field in self.fields]
        return [(one.id, {name: getattr(one, name) for name in names}) for one in rows.all(Reply)]

    def write(self, workbench: Workbench, entry_id: str, values: Values) -> Change:
        """Note it, or write it anew."""
        draft = ReplyDraft(**values)
        return workbench.edit_reply(entry_id, draft) if entry_id else workbench.add_reply(draft)

    def remove(self, workbench: Workbench, entry_id: str) -> Change:
        """Take it away."""
        return workbench.remove_reply(entry_id)

    def row(self, translator: Translator, parent: QWidget) -> EntryRow:
        """A row of plain cells."""
        return EntryRow(self.fields, translator.gettext("reply"), translator, parent)


class Passes:
    """The passes over the case."""

    key = "pass"
    needed = "what"

    def __init__(self, translator: Translator) -> None:
        text = translator.gettext
        self.fields: Sequence[Field] = (
            Field("what", text("What was gone over"), 16, lines=True),
            Field("who", text("By whom"), 10),
            Field("when", text("When"), 8),
        )
        self.wording = Wording(
            heading=text("Passes"),
            add=text("Add a pass"),
            nothing=text("No pass was noted yet, such as names and titles, numbers, quotations."),
            removed=text("The pass was removed."),
            missing=text("Say what was gone over: until then it is kept as a draft."),
        )

    def all(self, rows: CaseRows) -> Sequence[tuple[str, Values]]:
        """Every pass."""
        return [(one.id, {"what": one.what, "who": one.who, "when": one.when}) for one in rows.all(CheckPass)]

    def write(self, workbench: Workbench, entry_id: str, values: Values) -> Change:
        """Note it, or write it anew."""
        draft = PassDraft(**values)
        return workbench.edit_pass(entry_id, draft) if entry_id else workbench.add_pass(draft)

    def remove(self, workbench: Workbench, entry_id: str) -> Change:
        """Take it away."""
        return workbench.remove_pass(entry_id)

    def row(self, translator: Translator, parent: QWidget) -> EntryRow:
        """A row of plain cells."""
        return EntryRow(self.fields, translator.gettext("pass"), translator, parent)
