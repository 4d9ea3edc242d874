"""What can be done about an open item: the words that are said of it, and a button for each deed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verifier.domain.articles import Article, Metadata, Sentence
from verifier.domain.judgements import Question
from verifier.domain.queries import OpenItem, Problem, address_of
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.session.case_details import QuestionDraft
from verifier.session.judging import Judgement
from verifier.session.workbench import Workbench
from verifier.ui.desk import Desk
from verifier.ui.openness import Doubt, Open, Unconfirmed
from verifier.ui.phrases import label_sign, shortened
from verifier.ui.place import Place

if TYPE_CHECKING:
    from verifier.session.leftovers import LeftBehind
    from verifier.ui.control.article_work import ArticleWork
    from verifier.ui.control.questions import Questioning

_SHORT = 60

Deed = tuple[str, Callable[[], object]]
"""Something that can be done about an open item: the words on its button, and what it calls."""


def left_at(workbench: Workbench, passage_id: str) -> LeftBehind | None:
    """What a new reading left behind at a passage."""
    return next((one for one in workbench.left_behind() if one.passage.id == passage_id), None)


def proposed_sentence(rows: CaseRows, left: LeftBehind) -> Sentence | None:
    """The sentence in which the proposed words begin."""
    if left.proposal is None:
        return None
    start = left.proposal.start
    paragraphs = (row for row in rows.paragraphs(left.article.version_id) if row.start <= start < row.end)
    inside = (one for row in paragraphs for one in rows.sentences(row.id) if one.start <= start < one.end)
    return next(inside, None)


class Deeds:
    """The deeds of each kind of open item."""

    def __init__(
        self, work: ArticleWork, questions: Questioning, desk: Desk, place: Place, translator: Translator
    ) -> None:
        self._work, self._questions, self._desk = work, questions, desk
        self._place, self._translator = place, translator

    def about(self, item: Open | None) -> tuple[str, list[Deed]]:
        """What is said of an item, and what can be done about it."""
        text = self._translator.gettext
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
                left = left_at(self._desk.need, item.passage_id)
                return self._moves(left) if left else ("", [])
            case OpenItem() if item.question is not None:
                question = item.question
                said = shortened(question.text, 2 * _SHORT)
                return said, [(text("Write the answer…"), lambda: self._questions.answer(question.id))]
            case _:
                return "", []

    def _moves(self, left: LeftBehind) -> tuple[str, list[Deed]]:
        text, rows = self._translator.gettext, self._desk.need.rows
        moves: list[Deed] = []
        said = text(
            "Its words were not found in the new reading. Go to where it belongs, then move it there."
        )
        place = proposed_sentence(rows, left)
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
        said = " · ".join([*self._what_hangs_on(left), said])
        moves.extend(self._ways_out(left))
        return said, moves

    def _what_hangs_on(self, left: LeftBehind) -> list[str]:
        text = self._translator.gettext
        found = [
            text("question: “{words}”").format(words=shortened(one.text, _SHORT)) for one in left.questions
        ]
        found += [
            text("claim: “{words}”").format(words=shortened(one.wording, _SHORT))
            if one.wording
            else text("claim")
            for one in left.claims
        ]
        if left.mark is not None:
            found.insert(
                0, label_sign(left.mark.label, self._translator) if left.mark.label else text("note")
            )
        return found

    def _ways_out(self, left: LeftBehind) -> list[Deed]:
        """What can be done with what belongs nowhere any more."""
        text = self._translator.gettext
        if left.links or left.evidence:
            return []
        if left.mark is None and not left.questions and len(left.claims) == 1:
            return [(text("Take it out of the claim"), lambda: self._leave(left))]
        if left.claims:
            return []
        if left.mark is not None and not left.questions:
            return [(text("Drop it"), lambda: self._drop(left))]
        if left.mark is None and len(left.questions) == 1:
            return [(text("Ask it of the whole case"), lambda: self._unplace(left.questions[0]))]
        return []

    def _leave(self, left: LeftBehind) -> None:
        """Take words that are gone out of the claim they were in."""
        [claim] = left.claims
        self._desk.do(lambda workbench: workbench.leave_claim(claim.id, left.passage.id))

    def _unplace(self, question: Question) -> None:
        """Keep a question, whose words are gone, without a place."""
        draft = QuestionDraft(question.text, "", question.whom, question.due, question.answer)
        self._desk.do(lambda workbench: workbench.edit_question(question.id, draft))

    def _drop(self, left: LeftBehind) -> None:
        """Take a mark away that belongs nowhere any more."""
        nothing = Judgement(label=None, note="", advice=None, voice=None)
        if self._desk.do(lambda workbench: workbench.judge([left.passage.id], nothing)):
            said = self._translator.gettext("The mark of {where} was dropped.").format(where=left.address)
            self._desk.say(said, self._desk.undo_offer(), passing=True)

    def _move(self, left: LeftBehind, target: str | None) -> None:
        if target is not None:
            self._desk.do(lambda workbench: workbench.move_passage(left.passage.id, target))

    def _confirm(self, article: Article) -> None:
        known = Metadata(**{name: getattr(article, name) for name in Metadata.__slots__})
        self._desk.do(lambda workbench: workbench.describe(article.id, known))
