"""Shaping: sentences split and merged, and what a paragraph is, at the place the user is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import Paragraph, Passage, Sentence
from verifier.domain.kinds import ParagraphKind
from verifier.domain.queries import address_of, sentences_under
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.control.casework import Casework
from verifier.ui.desk import Desk
from verifier.ui.keys.keymap import shown_key
from verifier.ui.place import Place
from verifier.ui.settings import Settings

if TYPE_CHECKING:
    from verifier.domain.rows import CaseRows


class Shaping(QObject):
    """Says where sentences begin and end, and what paragraphs are. Every verb is one step."""

    kind_asked = Signal(str, object)
    """The user is to say what some paragraphs are: the question, and what they are now or None where that is unlike."""

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
        self._desk, self._place, self._casework = desk, place, casework
        self._settings, self._translator = settings, translator
        self._asked: list[str] = []

    # -- sentences -----------------------------------------------------------------------------------------------

    def split(self) -> None:
        """Split the sentence at the caret, or where the words selected begin (end, if they begin with it)."""
        sentence, caret = self._sentence(), self._place.caret()
        if sentence is None or caret is None:
            return
        inside = [point for point in caret if sentence.start < point < sentence.end]
        if not inside:
            self._ask_where(sentence)
            return
        point = inside[0]
        if self._desk.do(lambda workbench: workbench.split(sentence.id, point)):
            self._place.step_outside()
            self._place.go_to(sentence.id)
            self._tell(self._translator.gettext("{first} is split: {first} and {second}."), sentence)

    def _ask_where(self, sentence: Sentence) -> None:
        """The caret is at the sentence's edge: say how to put it between two words."""
        text = self._translator.gettext(
            "Where is {here} to be split? Step inside it ({key}), or click between two of its words, then split it."
        )
        key = shown_key(self._settings.all.keys, "go.inside", self._translator)
        self._desk.say(text.format(here=address_of(self._desk.need.rows, sentence), key=key))

    def merge(self) -> None:
        """Merge the sentence with the next one of its paragraph."""
        sentence = self._sentence()
        if sentence is None:
            return
        if self._desk.do(lambda workbench: workbench.merge(sentence.id)):
            self._place.step_outside()
            self._place.go_to(sentence.id)
            self._tell(
                self._translator.gettext("{first} and {second} are one sentence now, {first}."), sentence
            )

    def _sentence(self) -> Sentence | None:
        return self._desk.need.rows.get(Sentence, self._place.sentence() or "")

    def _tell(self, words: str, sentence: Sentence) -> None:
        """Say what the step did; numbers of sentences never in the account are dashes."""
        values = dict(self._desk.need.steps()[-1].values)
        if not sentence.number:
            words = self._translator.gettext(
                "Done. These sentences have no numbers: their paragraph is set aside."
            )
        self._desk.say(words.format(**values), self._desk.undo_offer(self._casework.undo_now), passing=True)

    # -- paragraphs ----------------------------------------------------------------------------------------------

    def ask_kind(self) -> None:
        """Ask what the paragraph under the cursor is, or all paragraphs with words selected."""
        rows = self._desk.need.rows
        paragraphs = self._paragraphs(rows)
        if not paragraphs:
            return
        self._asked = [one.id for one in paragraphs]
        kinds = {one.kind for one in paragraphs}
        present = kinds.pop() if len(kinds) == 1 else None
        question = self._translator.ngettext(
            "What is this paragraph?", "What are these {number} paragraphs?", len(paragraphs)
        ).format(number=len(paragraphs))
        self.kind_asked.emit(question, present)

    def _paragraphs(self, rows: CaseRows) -> list[Paragraph]:
        """The paragraphs of all that a label would apply to, in reading order."""
        keys: dict[str, None] = {}
        for target in self._place.targets() or [self._place.sentence() or ""]:
            sentence, passage = rows.get(Sentence, target), rows.get(Passage, target)
            under = (sentence,) if sentence else sentences_under(rows, passage) if passage else ()
            keys.update((one.paragraph_id, None) for one in under)
        here = rows.get(Sentence, self._place.sentence() or "")
        if not keys and here is not None:
            keys[here.paragraph_id] = None
        return [rows.need(Paragraph, key) for key in keys]

    def say_kind(self, kind: ParagraphKind) -> None:
        """The paragraphs that were asked about are of this kind."""
        asked, self._asked = self._asked, []
        if not asked:
            return
        change = self._desk.do(lambda workbench: workbench.set_kind(asked, kind))
        text = self._translator
        name = name_of("kind", kind, text)
        if change is None:
            return
        if not change:
            self._desk.say(text.gettext("It was that already: {kind}.").format(kind=name))
            return
        self._place.leave_set_aside()
        said = text.ngettext(
            "This paragraph is now: {kind}.", "These {number} paragraphs are now: {kind}.", len(asked)
        )
        self._desk.say(
            said.format(kind=name, number=len(asked)),
            self._desk.undo_offer(self._casework.undo_now),
            passing=True,
        )
