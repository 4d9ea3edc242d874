"""Linking: from the place under the cursor to the other end, with a relation."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import Paragraph, Passage, Sentence
from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Relation
from verifier.domain.queries import is_inside_one_article, label_of, sentences_under
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.ui.control.casework import Casework
from verifier.ui.desk import Desk, Offer
from verifier.ui.keys.keymap import shown_key
from verifier.ui.phrases import address
from verifier.ui.place import Place
from verifier.ui.settings import Settings


class Linking(QObject):
    """Makes, changes and removes links."""

    asked = Signal(str)
    """The user is to choose a relation: the question, which names both ends."""
    made = Signal(str)
    """A link was made: its id."""
    hints_changed = Signal()
    """Another rule says now whether hints are shown before there is a label."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        casework: Casework,
        settings: Settings,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._place, self._casework, self._translator = desk, place, casework, translator
        self._settings = settings
        self._blind_first = settings.all.blind_first
        settings.changed.connect(self._follow)
        self._ends: tuple[str, str] | None = None
        self._pinned: tuple[str, str] | None = None
        self._last = ""

    def _follow(self) -> None:
        """Tell at once when hints are to be kept back, or not any more."""
        if self._settings.all.blind_first != self._blind_first:
            self._blind_first = self._settings.all.blind_first
            self.hints_changed.emit()

    def key_of(self, action_id: str) -> str:
        """The key in force for one of the actions about links, as it is shown; its name where it has none."""
        return shown_key(self._settings.all.keys, action_id, self._translator)

    def ask(self) -> None:
        """Ask for the relation between the place and the other end; says what is missing where there is none."""
        near, there = self._place.subject(), self._place.other_end()
        far = self._pinned[1] if self._pinned is not None and self._pinned[0] == there else there
        text = self._translator.gettext
        if near is None or there is None or far is None or near == far:
            ask = text(
                "Which sentence is the other end? Go to it in the other column and come back, or pin it ({key})."
            )
            self._desk.say(ask.format(key=self.key_of("link.pin")))
            return
        self._ends = near, far
        rows = self._desk.need.rows
        question = text("How does {here} stand to {there}?")
        self.asked.emit(
            question.format(here=address(rows, near) or text("the selection"), there=address(rows, there))
        )

    def choose(self, relation: Relation) -> None:
        """Link the two ends that were asked about."""
        ends, self._ends = self._ends, None
        if ends is None:
            return
        before = {link.id for link in self._desk.need.rows.all(Link)}
        change = self._desk.do(lambda workbench: workbench.link(*ends, relation))
        if not change:
            return
        link = next(row for row in self._desk.need.rows.all(Link) if row.id not in before)
        self._last = link.id
        self._place.pin(None)
        self._pinned = None
        self.made.emit(link.id)
        self._tell(link)

    def _tell(self, link: Link) -> None:
        text, rows = self._translator.gettext, self._desk.need.rows
        here, there = address(rows, link.a), address(rows, link.b)
        inside = is_inside_one_article(rows, link)
        if link.relation is not Relation.CONTRADICTS:
            repeats = inside and link.relation is Relation.CORROBORATES
            words = text("{here} repeats {there}.") if repeats else text("{here} and {there} are linked.")
            self._desk.say(words.format(here=here, there=there))
            return
        offer = Offer(
            text("Mark both ends disputed"),
            partial(self._casework.mark_both, (link.a, link.b), Label.DISPUTED),
        )
        words = text("{here} contradicts {there}.")
        if inside:
            words = text("The article contradicts itself: {here} and {there}.")
        offers = () if self.is_kept_back() else (offer,)
        # what is offered can be done later too, by its own action: the message need not wait over the text for ever
        self._desk.say(words.format(here=here, there=there), *offers, passing=True)

    def is_kept_back(self) -> bool:
        """Whether nothing may hint at a label: blind first, and the sentence under the cursor has none yet."""
        rows = self._desk.need.rows
        sentence = rows.get(Sentence, self._place.sentence() or "")
        return self._settings.all.blind_first and sentence is not None and label_of(rows, sentence) is None

    def contradiction(self) -> Link | None:
        """The open contradiction that ``dispute_both`` is about: the last one made, where it is at the sentence under
        the cursor or nothing is, else the only one there; None where there is none, both ends are disputed already,
        or with *blind first* the sentence has no label yet.
        """
        workbench, sentence = self._desk.workbench, self._place.sentence()
        found = workbench.rows.get(Sentence, sentence or "") if workbench is not None else None
        if workbench is None or found is None or self.is_kept_back():
            return None
        rows = workbench.rows
        here = [link for link in contradictions_at(rows, found) if not _both_disputed(rows, link)]
        last = rows.get(Link, self._last)
        is_last = last is not None and is_open_contradiction(last) and not _both_disputed(rows, last)
        if is_last and (last in here or not here):
            return last
        return here[0] if len(here) == 1 else None

    def dispute_both(self) -> None:
        """Give both ends of the contradiction the label disputed, in one step."""
        link = self.contradiction()
        if link is not None:
            self._casework.mark_both((link.a, link.b), Label.DISPUTED)

    def pin(self) -> None:
        """Keep the place, or the words selected there, as the end of the next link, in whatever article that begins."""
        sentence, subject = self._place.sentence(), self._place.subject()
        if sentence is None or subject is None:
            return
        self._place.pin(sentence)
        self._pinned = sentence, subject
        text = self._translator.gettext
        said = text("{here} is pinned: go to the other sentence and press {key}.")
        if subject != sentence:
            said = text("The words selected in {here} are pinned: go to the other sentence and press {key}.")
        here = address(self._desk.need.rows, sentence)
        self._desk.say(said.format(here=here, key=self.key_of("link.make")))

    def change(self, link_id: str, **changes: Any) -> None:
        """Change what is said of a link; ``changes`` are those of ``Workbench.edit_link``."""
        self._desk.do(lambda workbench: workbench.edit_link(link_id, **changes))

    def remove(self, link_id: str) -> None:
        """Take a link away."""
        self._desk.do(lambda workbench: workbench.unlink(link_id))

    def go_to_end(self, passage_id: str) -> None:
        """Show the sentence a link's end is in."""
        sentence = sentence_at_end(self._desk.need.rows, passage_id)
        if sentence is not None:
            self._place.go_to(sentence)

    def go_to_link(self, link_id: str) -> None:
        """Show the end of a link that is not under the cursor."""
        rows = self._desk.need.rows
        link = rows.need(Link, link_id)
        ends = [sentence_at_end(rows, end) for end in (link.a, link.b)]
        away = [end for end in ends if end is not None and end != self._place.sentence()]
        if away:
            self._place.go_to(away[0])


def sentence_at_end(rows: CaseRows, passage_id: str) -> str | None:
    """The id of the first sentence a passage touches, or None."""
    passage = rows.get(Passage, passage_id)
    under = sentences_under(rows, passage) if passage is not None else ()
    return under[0].id if under else None


def contradictions_at(rows: CaseRows, sentence: Sentence) -> list[Link]:
    """The open contradictions with an end on a sentence or a part of it, each once."""
    begin = rows.need(Paragraph, sentence.paragraph_id).start
    passages = rows.passages_begun(sentence.version_id, begin, sentence.end)
    links = {
        link.id: link
        for passage in passages
        if sentence.start < passage.end
        for link in rows.links_on(passage.id)
        if is_open_contradiction(link)
    }
    return list(links.values())


def is_open_contradiction(link: Link) -> bool:
    """Whether a link says that its ends contradict each other, and nobody has settled which stands."""
    return link.relation is Relation.CONTRADICTS and link.is_open


def _both_disputed(rows: CaseRows, link: Link) -> bool:
    marks = [rows.mark_on(end) for end in (link.a, link.b)]
    return all(mark is not None and mark.label is Label.DISPUTED for mark in marks)
