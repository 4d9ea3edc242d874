"""Suggestions at the sentence under the cursor: which there are, and going to, accepting and rejecting them.

A suggestion is a place worth looking at and nothing more: nothing is stored until the user links it or rejects it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import Article, Sentence
from verifier.domain.comparing import Suggestion
from verifier.domain.queries import article_of_version, label_of
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.ui.control.comparing import Comparing, State
from verifier.ui.control.offered import Nothing, Offered, decided_with
from verifier.ui.desk import Desk
from verifier.ui.keys.keymap import shown_key
from verifier.ui.phrases import address
from verifier.ui.place import Place
from verifier.ui.settings import Settings

MOST = 3
"""So many suggestions of one sentence are shown: as many as there are keys for."""


class Suggesting(QObject):
    """Answers the actions about suggestions. Brings the other cursor to one and leaves the keyboard where it is."""

    changed = Signal()
    """Other suggestions may be shown now, at any sentence."""
    link_asked = Signal()
    """The place and the suggestion the other cursor was brought to are to be linked."""

    def __init__(
        self,
        comparing: Comparing,
        desk: Desk,
        place: Place,
        settings: Settings,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._comparing, self._desk, self._place = comparing, desk, place
        self._settings, self._translator = settings, translator
        self._blind = settings.all.blind_first
        self._by_sentence: dict[str, list[Suggestion]] | None = None
        comparing.compared.connect(self._look_again)
        desk.changed.connect(self._follow)
        settings.changed.connect(self._see_blind)

    def _look_again(self) -> None:
        self._by_sentence = None
        self.changed.emit()

    def _follow(self, change: Change) -> None:
        if change.links or change.rejections or change.articles or (self._blind and change.sentences):
            self.changed.emit()

    def _see_blind(self) -> None:
        if self._settings.all.blind_first != self._blind:
            self._blind = self._settings.all.blind_first
            self.changed.emit()

    def compare_now(self) -> None:
        """Compare the articles once more, after it was given up or failed."""
        self._comparing.compare_now()

    @property
    def trouble(self) -> str:
        """Why the articles could not be compared, in words; "" where they could."""
        return self._comparing.trouble

    # -- which there are -------------------------------------------------------------------------------------------

    def offers(self, sentence_id: str | None) -> tuple[Offered, ...]:
        """The best undecided suggestions of a sentence; none before it has a label, where that is wished."""
        sentence = self._sentence(sentence_id)
        if sentence is None or self.is_blind(sentence):
            return ()
        rows, decided = self._desk.need.rows, None
        found = sorted(self._of(sentence), key=lambda one: (*one.order, self._letter(one.far)))
        taken: list[Offered] = []
        for one in found:
            decided = decided_with(rows, sentence) if decided is None else decided
            if one.far not in decided:
                taken.append(one)
            if len(taken) == MOST:
                break
        return tuple(taken)

    def here(self) -> tuple[Offered, ...]:
        """The suggestions of the sentence under the cursor."""
        return self.offers(self._place.sentence())

    def why_none_here(self) -> Nothing:
        """Why the sentence under the cursor has none."""
        return self.why_none(self._place.sentence())

    def suggested(self, sentence_id: str) -> list[str]:
        """The ids of the sentences suggested for a sentence, the best first."""
        return [one.far for one in self.offers(sentence_id)]

    def why_none(self, sentence_id: str | None) -> Nothing:
        """Why a sentence has no suggestions now."""
        sentence = self._sentence(sentence_id)
        states = {
            State.TOO_FEW: Nothing.TOO_FEW,
            State.STOPPED: Nothing.STOPPED,
            State.FAILED: Nothing.FAILED,
        }
        if self._comparing.state in states:
            return states[self._comparing.state]
        if sentence is None:
            return Nothing.NO_SENTENCE
        if self.is_blind(sentence):
            return Nothing.BLIND
        if self._of(sentence):
            return Nothing.DECIDED
        return Nothing.RUNNING if self._comparing.state is State.RUNNING else Nothing.NONE

    @property
    def is_blind_first(self) -> bool:
        """Whether the user judges first and sees hints afterwards."""
        return self._blind

    def may_hint(self, sentence_id: str) -> bool:
        """Whether something may be said of a sentence, which is there."""
        sentence = self._sentence(sentence_id)
        return sentence is not None and not self.is_blind(sentence)

    def is_blind(self, sentence: Sentence) -> bool:
        """Whether nothing may hint at anything there: blind first, and no label yet."""
        return self._blind and label_of(self._desk.need.rows, sentence) is None

    def shown(self) -> Offered | None:
        """The suggestion the other cursor stands at, or None."""
        far = self._place.other_end()
        return next((one for one in self.here() if one.far == far), None)

    def _of(self, sentence: Sentence) -> list[Offered]:
        """The suggestions of a sentence whose other sentence is there still."""
        if self._by_sentence is None:
            self._by_sentence = {}
            for one in self._comparing.found.suggestions:
                self._by_sentence.setdefault(one.a, []).append(one)
                self._by_sentence.setdefault(one.b, []).append(one)
        found = self._by_sentence.get(sentence.id, ())
        offered = [Offered(sentence.id, one.b if one.a == sentence.id else one.a, one) for one in found]
        return [one for one in offered if self._sentence(one.far) is not None]

    def _sentence(self, sentence_id: str | None) -> Sentence | None:
        """A sentence of a present reading, or None."""
        workbench = self._desk.workbench
        found = workbench.rows.get(Sentence, sentence_id) if workbench is not None and sentence_id else None
        if workbench is None or found is None or found.retired:
            return None
        article = article_of_version(workbench.rows, found.version_id)
        return found if article.version_id == found.version_id else None

    def _letter(self, sentence_id: str) -> tuple[int, str]:
        letter = self.article(sentence_id).letter
        return len(letter), letter

    def article(self, sentence_id: str) -> Article:
        """The article a sentence is in."""
        rows = self._desk.need.rows
        return article_of_version(rows, rows.need(Sentence, sentence_id).version_id)

    # -- the actions -----------------------------------------------------------------------------------------------

    def bring(self, number: int) -> bool:
        """Bring the other cursor to the suggestion with this number, from 1; says so where there is none."""
        offers = self.here()
        if number > len(offers):
            self._desk.say(self._none_words(number), passing=True)
            return False
        return self.bring_to(offers[number - 1].far)

    def bring_to(self, sentence_id: str) -> bool:
        """Bring the other cursor to a sentence of another article; the keyboard stays in the text."""
        return self._place.bring_other(sentence_id)

    def accept(self, sentence_id: str) -> None:
        """Ask for the relation to a suggested sentence."""
        if self.bring_to(sentence_id):
            self.link_asked.emit()

    def reject(self, sentence_id: str | None = None) -> None:
        """Remember that a suggestion is not wanted: the one named, else the one the other cursor stands at."""
        far = sentence_id or getattr(self.shown(), "far", None)
        near, text = self._place.sentence(), self._translator.gettext
        if near is None or far is None:
            keys = " · ".join(self.key_of(f"suggest.{number}") for number in range(1, MOST + 1))
            self._desk.say(
                text("Which suggestion? Bring the other cursor to it first ({keys}).").format(keys=keys)
            )
            return
        if self._desk.do(lambda workbench: workbench.reject(near, far)):
            rows = self._desk.need.rows
            words = text("{here} and {there} are not suggested any more.")
            said = words.format(here=address(rows, near), there=address(rows, far))
            self._desk.say(said, self._desk.undo_offer(), passing=True)

    def walk(self, direction: int) -> None:
        """To the next (1) or previous (-1) sentence with an undecided suggestion; says so where there is none."""
        if not self._place.step(direction, where=lambda sentence: bool(self.offers(sentence.id))):
            text = self._translator.gettext
            none = text("No sentence with a suggestion further on in this article.")
            blind = text("Blind first: suggestions wait until a sentence has a label.")
            self._desk.say(f"{none} {blind}" if self.is_blind_first else none, passing=True)

    def key_of(self, action_id: str) -> str:
        """The key in force for one of the actions about suggestions, as it is shown."""
        return shown_key(self._settings.all.keys, action_id, self._translator)

    def _none_words(self, number: int) -> str:
        text = self._translator.gettext
        match self.why_none_here() if number == 1 else Nothing.NONE:
            case Nothing.BLIND:
                return text("Suggestions are shown once the sentence has a label.")
            case Nothing.RUNNING:
                return text("The articles are still being compared.")
            case Nothing.TOO_FEW:
                return text("There is no other article to compare this one with.")
            case _:
                return text("There is no suggestion {number} here.").format(number=number)
