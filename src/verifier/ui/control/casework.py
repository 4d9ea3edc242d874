"""Casework: labels, modifiers, notes, what to do, undo and redo, on the place the user is at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import Passage, Sentence
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Advice, Label, Modifier, Reach, Voice
from verifier.domain.queries import article_of_version, mark_of, sentences_under
from verifier.domain.rows import CaseRows
from verifier.domain.steps import Change, Step
from verifier.i18n import Translator
from verifier.session.history import describe_step
from verifier.ui.desk import Desk, Offer
from verifier.ui.place import Place
from verifier.ui.settings import Settings

_MOVES_ARTICLES = frozenset({"add-articles", "remove-article", "reread"})
"""The steps that bring or take whole articles."""


class Casework(QObject):
    """Judges the place the user is at. Every verb is one step."""

    judged = Signal()
    """A label was given, by whatever way."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        settings: Settings,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._settings = settings
        self._translator = translator

    def mark(self, label: Label | None) -> None:
        """Give the place a label, or clear it; some labels then step on from a whole sentence."""
        targets = self._place.targets()
        change = self._desk.do(lambda workbench: workbench.mark(targets, label))
        if change is None:
            return
        if label is not None:
            self.judged.emit()
        if label in self._settings.stepping and self._are_sentences(targets):
            self._place.step(1)

    def _are_sentences(self, targets: list[str]) -> bool:
        """Whether whole sentences were judged: who judges the parts of one is not done with it yet."""
        rows = self._desk.need.rows
        return all(rows.get(Sentence, target) is not None for target in targets)

    def modify(self, modifier: Modifier) -> None:
        """Put a modifier on, or take it off."""
        targets = self._place.targets()
        self._desk.do(lambda workbench: workbench.toggle_modifier(targets, modifier))

    def note(self, subject: str, text: str, reach: Reach) -> Change | None:
        """Write the note of one sentence or passage."""
        return self._desk.do(lambda workbench: workbench.note([subject], text, reach))

    def advise(self, subject: str, advice: Advice | None, wording: str) -> None:
        """Say what to do about one sentence or passage, with a suggested wording."""
        self._desk.do(lambda workbench: workbench.advise([subject], advice, wording))

    def attribute(self, subject: str, voice: Voice | None) -> None:
        """Say whose words one sentence or passage is."""
        self._desk.do(lambda workbench: workbench.attribute([subject], voice))

    def mark_both(self, link_ends: tuple[str, str], label: Label) -> None:
        """Give both ends of a link the same label, in one step."""
        self._desk.do(lambda workbench: workbench.mark(list(link_ends), label))

    # -- undo and redo -------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back and show where; asks first when another checker made it."""
        text = self._translator.gettext
        self._ask_if_foreign(self._desk.need.next_undo(), text("Undo"), self.undo_now)

    def redo(self) -> None:
        """Take the last undone step again and show where; asks first when another checker made it."""
        text = self._translator.gettext
        self._ask_if_foreign(self._desk.need.next_redo(), text("Redo"), self.redo_now)

    def undo_now(self) -> None:
        """Take the last step back without asking."""
        step = self._desk.need.next_undo()
        with self._hold(step):
            change = self._desk.do(lambda workbench: workbench.undo())
        self._show(change, step, self._translator.gettext("Undone: {what}"))

    def redo_now(self) -> None:
        """Take the last undone step again without asking."""
        step = self._desk.need.next_redo()
        with self._hold(step):
            change = self._desk.do(lambda workbench: workbench.redo())
        self._show(change, step, self._translator.gettext("Done again: {what}"))

    def _hold(self, step: Step | None) -> AbstractContextManager[None]:
        """Say what is being done where a step moves whole articles, which takes long with large ones."""
        moves = step is not None and step.what in _MOVES_ARTICLES
        said = describe_step(step, self._translator) if step is not None and moves else ""
        return self._desk.hold(said, is_long=None if moves else False)

    def undo_back_to(self, step: Step) -> None:
        """Take back every step after one and show where; asks first where steps of another checker are among them."""
        case, text = self._desk.need, self._translator
        after = case.steps_after(step.id)
        foreign = [one for one in after if one.checker != case.checker.signature]
        if not foreign:
            self._undo_back(step)
            return
        words = text.ngettext(
            "{checkers} took {number} of the {total} steps that this takes back. Nothing has changed yet.",
            "{checkers} took {number} of the {total} steps that this takes back. Nothing has changed yet.",
            len(foreign),
        )
        who = ", ".join(dict.fromkeys(one.checker for one in foreign))
        self._desk.warn(
            words.format(checkers=who, number=len(foreign), total=len(after)),
            Offer(text.gettext("Undo back to here"), partial(self._undo_back, step), about_last_step=True),
        )

    def _undo_back(self, step: Step) -> None:
        count = len(self._desk.need.steps())
        change = self._desk.do(lambda workbench: workbench.undo_back_to(step.id))
        if not change:
            return
        self._go_to_first(change)
        count = len(self._desk.need.steps()) - count
        said = self._translator.ngettext(
            "{number} step undone, back to: {what}. Redo brings it back.",
            "{number} steps undone, back to: {what}. Redo brings them back one by one.",
            count,
        )
        self._desk.say(said.format(number=count, what=describe_step(step, self._translator)))

    def _ask_if_foreign(self, step: Step | None, verb: str, call: Callable[[], None]) -> None:
        if step is None or step.checker == self._desk.need.checker.signature:
            call()
            return
        text = self._translator.gettext("{checker} did this: {what}. Nothing has changed yet.")
        said = text.format(checker=step.checker, what=describe_step(step, self._translator))
        self._desk.warn(said, Offer(verb, call, about_last_step=True))

    def _show(self, change: Change | None, step: Step | None, sentence: str) -> None:
        if not change or step is None:
            return
        self._go_to_first(change)
        self._desk.say(sentence.format(what=describe_step(step, self._translator)))

    def _go_to_first(self, change: Change) -> None:
        """Show the first place a change touched."""
        place = first_place(self._desk.need.rows, change)
        if place is not None:
            self._place.go_to(place)


def first_place(rows: CaseRows, change: Change) -> str | None:
    """The first sentence a change touched, in reading order, or None."""
    sentences = {rows.get(Sentence, key) for key in change.sentences}
    for passage in filter(None, (rows.get(Passage, key) for key in change.passages)):
        sentences.update(sentences_under(rows, passage))
    shown = [row for row in sentences if row is not None and not row.retired and row.number]
    return min(shown, key=partial(_reading_order, rows)).id if shown else None


def _reading_order(rows: CaseRows, sentence: Sentence) -> tuple[int, str, int]:
    letter = article_of_version(rows, sentence.version_id).letter
    return len(letter), letter, sentence.start


def mark_at(rows: CaseRows, span_id: str | None) -> Mark | None:
    """The mark of a sentence or passage, or None."""
    sentence = rows.get(Sentence, span_id or "")
    return mark_of(rows, sentence) if sentence else rows.mark_on(span_id or "")
