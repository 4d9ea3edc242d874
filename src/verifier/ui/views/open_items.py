"""The Open items view: what must be settled before publication, and what can be done about the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QWidget

from verifier.domain.articles import Article, Metadata, Sentence
from verifier.domain.queries import OpenItem, Problem, account, address_of
from verifier.domain.rows import CaseRows
from verifier.domain.versions import is_current
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.session.judging import Judgement
from verifier.ui.action_set import ActionSet
from verifier.ui.desk import Desk, Offer
from verifier.ui.linking import sentence_at_end
from verifier.ui.openness import Doubt, Open, Unconfirmed, all_open
from verifier.ui.phrases import PROBLEMS, address, article_name, label_sign, shortened
from verifier.ui.place import Place
from verifier.ui.pressing import PressedButton
from verifier.ui.style import words
from verifier.ui.views.places import Heading, PlacesView

if TYPE_CHECKING:
    from verifier.session.leftovers import LeftBehind
    from verifier.ui.article_work import ArticleWork

_WORDS = 240
"""The most code points of a sentence a table shows."""
_SHORT = 60

Deed = tuple[str, Callable[[], object]]
"""Something that can be done about an open item: the words on its button, and what it calls."""


class OpenItems(PlacesView):
    """Judgements to settle, gravest first; then readings nobody has looked at. Each leads to its place."""

    def __init__(
        self,
        work: ArticleWork,
        desk: Desk,
        place: Place,
        actions: ActionSet,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._work = work
        self._chosen: Open | None = None
        self.deeds: list[PressedButton] = []
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
        """The open items."""
        return all_open(self._desk.need.rows)

    def sentence_of(self, entry: Open) -> str | None:
        """The sentence the item is at; for one left behind, where it may belong now, else its article's first."""
        rows = self._desk.need.rows
        match entry:
            case Doubt():
                return next((row.id for row in rows.sentences(entry.paragraph.id)), None)
            case Unconfirmed():
                return _first_sentence(rows, entry.article)
            case _ if entry.problem is Problem.LEFT_BEHIND:
                left = self._left(entry)
                if left is None:
                    return None
                place = self._proposed(left)
                return place.id if place else _first_sentence(rows, left.article)
            case _:
                found = sentence_at_end(rows, entry.passage_id)
                sentence = rows.get(Sentence, found or "")
                return found if sentence and is_current(rows, sentence.version_id) else None

    def nothing(self) -> str:
        """Everything is settled."""
        return self._translator.gettext(
            "Nothing is open: every mark has its basis, every conflict is settled."
        )

    # -- cells -----------------------------------------------------------------------------------------------------

    def _problem(self, item: Open) -> str:
        text = self._translator.gettext
        match item:
            case Doubt():
                return text("part of the article?")
            case Unconfirmed():
                return text("not confirmed")
            case _:
                return text(PROBLEMS[item.problem])

    def _where(self, item: Open) -> str:
        rows = self._desk.need.rows
        match item:
            case Doubt():
                sentence = rows.get(Sentence, self.sentence_of(item) or "")
                return address_of(rows, sentence) if sentence else ""
            case Unconfirmed():
                return item.article.letter
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
            case _ if item.problem is Problem.LEFT_BEHIND:
                left = self._left(item)
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
            case _ if item.problem is Problem.LEFT_BEHIND:
                return text("say where it belongs")
            case _:
                advice = item.mark.advice if item.mark else None
                return name_of("advice", advice, self._translator) if advice else ""

    # -- what was left behind ----------------------------------------------------------------------------------------

    def _left(self, item: OpenItem) -> LeftBehind | None:
        found = self._desk.need.left_behind()
        return next((one for one in found if one.passage.id == item.passage_id), None)

    def _proposed(self, left: LeftBehind) -> Sentence | None:
        """The sentence in which the proposed words begin."""
        if left.proposal is None:
            return None
        start, rows = left.proposal.start, self._desk.need.rows
        paragraphs = (row for row in rows.paragraphs(left.article.version_id) if row.start <= start < row.end)
        inside = (one for row in paragraphs for one in rows.sentences(row.id) if one.start <= start < one.end)
        return next(inside, None)

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
        is_settled = isinstance(before, Doubt | Unconfirmed) or before.problem is Problem.LEFT_BEHIND
        if is_settled and self.sorted.rowCount():
            self.table.selectRow(min(max(row, 0), self.sorted.rowCount() - 1))  # on to the next one
            self._show(self.table.currentIndex())  # the same row may hold another item now: then nobody tells
        self._offer()

    def _offer(self) -> None:
        for button in self.deeds:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        said, deeds = self._deeds()
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

    def _deeds(self) -> tuple[str, list[Deed]]:
        """What is said of the item that is chosen, and what can be done about it."""
        text, item = self._translator.gettext, self._chosen
        match item:
            case Doubt():
                return text("Is this paragraph part of the article?"), [
                    (text("Part of the article  Y"), self._work.take_in),
                    (text("Set aside  X"), self._work.set_aside),
                ]
            case Unconfirmed():
                article = item.article
                return text("Read from the source; nobody has confirmed it."), [
                    (text("Look and confirm…"), self._work.ask_about),
                    (text("Confirm all"), lambda: self._confirm(article)),
                ]
            case OpenItem() if item.problem is Problem.LEFT_BEHIND:
                left = self._left(item)
                return self._moves(left) if left else ("", [])
            case _:
                return "", []

    def _moves(self, left: LeftBehind) -> tuple[str, list[Deed]]:
        text, rows = self._translator.gettext, self._desk.need.rows
        moves: list[Deed] = []
        said = text(
            "Its words were not found in the new reading. Go to where it belongs, then move it there."
        )
        place = self._proposed(left)
        if left.proposal is not None and place is not None:
            target = left.proposal.target
            likely = text("Perhaps {where}, {score} % alike: “{words}”")
            said = likely.format(
                where=address_of(rows, place),
                score=left.proposal.score,
                words=shortened(left.proposal.words, _SHORT),
            )
            label = text("Move it to {where}").format(where=address_of(rows, place))
            moves.append((label, lambda: self._move(left, target)))
        moves.append((text("Move it to the cursor"), lambda: self._move(left, self._place.subject())))
        mark = left.mark
        if mark is not None:
            what = label_sign(mark.label, self._translator) if mark.label else text("note")
            said = f"{what} · {said}"
            if not left.links and not left.evidence:
                moves.append((text("Drop it"), lambda: self._drop(left)))
        return said, moves

    def _drop(self, left: LeftBehind) -> None:
        """Take a mark away that belongs nowhere any more."""
        nothing = Judgement(label=None, note="", advice=None, voice=None)
        if self._desk.do(lambda workbench: workbench.judge([left.passage.id], nothing)):
            text = self._translator.gettext
            undo = Offer(text("Undo"), lambda: self._desk.do(lambda workbench: workbench.undo()))
            said = text("The mark of {where} was dropped.").format(where=left.address)
            self._desk.say(said, undo, passing=True)

    def _move(self, left: LeftBehind, target: str | None) -> None:
        if target is not None:
            self._desk.do(lambda workbench: workbench.move_passage(left.passage.id, target))

    def _confirm(self, article: Article) -> None:
        known = Metadata(**{name: getattr(article, name) for name in Metadata.__slots__})
        self._desk.do(lambda workbench: workbench.describe(article.id, known))


def _first_sentence(rows: CaseRows, article: Article) -> str | None:
    return next((row.id for row in account(rows, article)), None)
