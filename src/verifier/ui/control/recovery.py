"""Recovery: a note that was being typed when the program stopped is offered when its case is opened again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from verifier.i18n import Translator
from verifier.ui.control.casework import Casework, mark_at
from verifier.ui.desk import Desk, Offer
from verifier.ui.drafts import Drafts, NoteDraft
from verifier.ui.phrases import address, shortened
from verifier.ui.place import Place


class Recovery(QObject):
    """Looks for drafts left behind."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        drafts: Drafts,
        casework: Casework,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._place, self._drafts = desk, place, drafts
        self._casework, self._translator = casework, translator

    def offer(self) -> None:
        """Offer the first draft of the case just opened, if there is one that says something new."""
        workbench = self._desk.workbench
        if workbench is None or workbench.read_only:
            return
        for draft in self._drafts.left_behind(workbench):
            mark = mark_at(workbench.rows, draft.subject)
            if mark is not None and mark.note == draft.text:
                self._drafts.forget(workbench, draft.subject)
                continue
            self._ask(draft)
            return

    def _ask(self, draft: NoteDraft) -> None:
        text = self._translator.gettext
        said = text("A note on {where} was being written when the program stopped: “{words}”")
        where = address(self._desk.need.rows, draft.subject)
        self._desk.warn(
            said.format(where=where, words=shortened(draft.text, 80)),
            Offer(text("Write it into the case"), partial(self._restore, draft)),
            Offer(text("Discard it"), partial(self._forget, draft)),
        )

    def _restore(self, draft: NoteDraft) -> None:
        if self._casework.note(draft.subject, draft.text, draft.reach):
            self._forget(draft)
            self._place.go_to(draft.subject)

    def _forget(self, draft: NoteDraft) -> None:
        self._drafts.forget(self._desk.need, draft.subject)
