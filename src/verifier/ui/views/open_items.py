"""The Open items view: what must be settled before publication, and what can be done about the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verifier.domain.articles import Article, Sentence
from verifier.domain.judgements import Question
from verifier.domain.queries import OpenItem, Problem, account, address_of
from verifier.domain.rows import CaseRows
from verifier.domain.versions import is_current
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.action_set import ActionSet
from verifier.ui.control.linking import sentence_at_end
from verifier.ui.desk import Desk
from verifier.ui.look.style import words
from verifier.ui.openness import Doubt, Open, Unchecked, Unconfirmed, all_open
from verifier.ui.phrases import PROBLEMS, address, article_name, shortened
from verifier.ui.place import Place
from verifier.ui.pressing import PressedButton
from verifier.ui.tally import Tally
from verifier.ui.views.open_deeds import Deeds, left_at, proposed_sentence
from verifier.ui.views.places import Heading, PlacesView
from verifier.ui.views.settled import Settled

if TYPE_CHECKING:
    from verifier.ui.control.article_work import ArticleWork
    from verifier.ui.control.questions import Questioning

_WORDS = 240
"""The most code points of a sentence a table shows."""
_SHORT = 60


class OpenItems(PlacesView):
    """Judgements to settle, gravest first; then readings nobody has looked at. Each leads to its place."""

    def __init__(
        self,
        work: ArticleWork,
        questions: Questioning,
        tally: Tally,
        desk: Desk,
        place: Place,
        actions: ActionSet,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._questions, self._tally = questions, tally
        self._deeds = Deeds(work, questions, desk, place, translator)
        self._chosen: Open | None = None
        self.deeds: list[PressedButton] = []
        self._settled = Settled(actions, translator)
        super().__init__(desk, place, actions, translator, parent)
        self._line = QWidget(self)
        self._row = QHBoxLayout(self._line)
        self._row.setContentsMargins(0, 2, 0, 0)
        self._said = words("", "quiet", wrap=True, parent=self._line)
        self._row.addWidget(self._said, 1)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._line)
        self._line.hide()

    def headings(self) -> Sequence[Heading]:
        """Problem, place, words, what to do."""
        text = self._translator.gettext
        return (
            Heading(text("Problem"), self._problem),
            Heading(text("Where"), self._where),
            Heading(text("Words"), self._words, wide=True),
            Heading(text("What to do"), self._advice),
        )

    def entries(self) -> Sequence[Open]:
        """The open items, and the articles not all of whose sentences are checked."""
        return (*all_open(self._desk.need.rows), *self._tally.unchecked())

    def sentence_of(self, entry: Open) -> str | None:
        """The sentence the item is at; for one left behind, where it may belong now, else its article's first."""
        rows = self._desk.need.rows
        match entry:
            case Doubt():
                return next((row.id for row in rows.sentences(entry.paragraph.id)), None)
            case Unconfirmed():
                return _first_sentence(rows, entry.article)
            case Unchecked():
                return entry.sentence_id
            case _ if entry.problem is Problem.LEFT_BEHIND:
                left = left_at(self._desk.need, entry.passage_id)
                if left is None:
                    return None
                place = proposed_sentence(rows, left)
                return place.id if place else _first_sentence(rows, left.article)
            case _:
                found = sentence_at_end(rows, entry.passage_id)
                sentence = rows.get(Sentence, found or "")
                return found if sentence and is_current(rows, sentence.version_id) else None

    def nothing(self) -> str:
        """No article yet: what there is where everything is checked is ``Settled``."""
        return self._translator.gettext("Nothing is open yet: add an article.")

    def _place_empty(self, column: QVBoxLayout) -> None:
        super()._place_empty(column)
        self._settled.setParent(self)
        column.addWidget(self._settled, 1)

    def _show_rows(self, some: bool) -> None:
        super()._show_rows(some)
        workbench = self._desk.workbench
        settled = not some and workbench is not None and bool(workbench.rows.articles())
        self._settled.setVisible(settled)
        if settled:
            self.empty.hide()
            self._rest.hide()
            self._settled.show_counts(self._tally)

    # -- cells -----------------------------------------------------------------------------------------------------

    def _problem(self, item: Open) -> str:
        text = self._translator.gettext
        match item:
            case Doubt():
                return text("part of the article?")
            case Unconfirmed():
                return text("not confirmed")
            case Unchecked():
                return text("not checked")
            case _:
                return text(PROBLEMS[item.problem])

    def _where(self, item: Open) -> str:
        rows = self._desk.need.rows
        match item:
            case Doubt():
                sentence = rows.get(Sentence, self.sentence_of(item) or "")
                return address_of(rows, sentence) if sentence else ""
            case Unconfirmed() | Unchecked():
                return item.article.letter
            case _ if item.question and not item.passage_id:
                return self._translator.gettext("the case")
            case _:
                ends = (item.link.a, item.link.b) if item.link else (item.passage_id,)
                return " – ".join(address(rows, end) for end in ends)

    def _words(self, item: Open) -> str:
        case = self._desk.need
        match item:
            case Doubt():
                return shortened(case.words(item.paragraph), _WORDS)
            case Unconfirmed():
                fields = (name_of("field", name, self._translator) for name in item.article.unconfirmed)
                return f"{article_name(case.rows, item.article)}: {', '.join(fields)}"
            case Unchecked():
                return self._unchecked_words(item)
            case _ if item.question is not None:
                return shortened(item.question.text, _WORDS)
            case _ if item.problem is Problem.LEFT_BEHIND:
                left = left_at(case, item.passage_id)
                return shortened(left.words, _WORDS) if left else ""
            case _:
                sentence = case.rows.get(Sentence, self.sentence_of(item) or "")
                return shortened(case.words(sentence), _WORDS) if sentence else ""

    def _advice(self, item: Open) -> str:
        text = self._translator.gettext
        match item:
            case Doubt():
                return text("Y: it is · X: set aside")
            case Unconfirmed():
                return text("confirm or correct")
            case Unchecked():
                return text("check")
            case _ if item.question is not None:
                return self._asked(item.question)
            case _ if item.problem is Problem.LEFT_BEHIND:
                return text("say where it belongs")
            case _:
                advice = item.mark.advice if item.mark else None
                return name_of("advice", advice, self._translator) if advice else ""

    def _unchecked_words(self, item: Unchecked) -> str:
        """ "12 not checked, next A5: its words"."""
        case, translator = self._desk.need, self._translator
        sentence = case.rows.need(Sentence, item.sentence_id)
        said = translator.ngettext(
            "{n} sentence is not checked: {where}", "{n} sentences are not checked, next {where}", item.count
        ).format(n=item.count, where=address_of(case.rows, sentence))
        return f"{said} · {shortened(case.words(sentence), _SHORT)}"

    def _asked(self, question: Question) -> str:
        """For whom a question is, and until when."""
        text = self._translator.gettext
        due = text("due {date}").format(date=question.due) if question.due else ""
        return " · ".join(part for part in (question.whom, due) if part) or text("answer it")

    # -- what can be done ------------------------------------------------------------------------------------------

    def _show(self, index: QModelIndex) -> None:
        """Put the cursor where a row leads, and offer what can be done about it."""
        if index.isValid():
            self._chosen = self.model.entries[self.sorted.mapToSource(index).row()]
        super()._show(index)
        self._offer()

    def refresh(self) -> None:
        """Show the items there are now; after a doubt was settled, go on to what follows it."""
        row, before = self.table.currentIndex().row(), self._chosen
        if any(button.hasFocus() for button in self.deeds):
            self.table.setFocus()  # the button that was pressed goes: else the keyboard would be anywhere
        super().refresh()
        if before is None or before in self.model.entries:
            return
        self._chosen = None
        if isinstance(before, Unchecked):
            self._stay()
        elif is_settled_at_once(before) and self.sorted.rowCount():
            self.table.selectRow(min(max(row, 0), self.sorted.rowCount() - 1))  # on to the next one
            self._show(self.table.currentIndex())  # the same row may hold another item now: then nobody tells
        self._offer()

    def _stay(self) -> None:
        """After a sentence was judged, stay with it: what is asked of it now may be a row of its own."""
        here = self._place.sentence()
        row = self._row_of(here) if here is not None else None
        if row is None:
            self.table.clearSelection()
            return
        self.table.selectRow(row)
        self._chosen = self.model.entries[self.sorted.mapToSource(self.sorted.index(row, 0)).row()]

    def _go(self, index: QModelIndex) -> None:
        """Go to the place of a row; a question about the whole case has its place in the Case view."""
        entry = self.model.entries[self.sorted.mapToSource(index).row()] if index.isValid() else None
        if isinstance(entry, OpenItem) and entry.question and not entry.passage_id:
            self._questions.answer(entry.question.id)
        else:
            super()._go(index)

    def _offer(self) -> None:
        for button in self.deeds:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        said, deeds = self._deeds.about(self._chosen)
        self._said.setText(said)
        self.deeds = [self._button(*deed) for deed in deeds]
        before: QWidget = self.table
        for button in self.deeds:
            self._row.addWidget(button)
            button.show()
            QWidget.setTabOrder(before, button)  # else it would come after everything else in the window
            before = button
        self._line.setVisible(bool(deeds) and not self._desk.need.read_only)

    def _button(self, text: str, call: Callable[[], object]) -> PressedButton:
        button = PressedButton(self._line)
        button.setText(text)
        button.setProperty("look", "chip")
        button.clicked.connect(lambda _on: call())
        return button


def is_settled_at_once(item: Open) -> bool:
    """Whether one deed settles such an item, so that one goes on to the next."""
    if isinstance(item, OpenItem):
        return item.problem in (Problem.LEFT_BEHIND, Problem.QUESTION)
    return isinstance(item, Doubt | Unconfirmed)


def _first_sentence(rows: CaseRows, article: Article) -> str | None:
    return next((row.id for row in account(rows, article)), None)
