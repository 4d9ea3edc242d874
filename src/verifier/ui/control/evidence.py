"""Evidence work: a new piece or one already in the case for some places; one piece wherever it serves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Passage
from verifier.domain.judgements import Evidence
from verifier.domain.kinds import Label, Stance
from verifier.domain.queries import reading_order, sentences_under
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.session.evidence import EvidenceDraft
from verifier.ui.control.casework import mark_at
from verifier.ui.control.questions import place_in_words
from verifier.ui.desk import Desk
from verifier.ui.phrases import address
from verifier.ui.place import Place
from verifier.ui.subject import subject_of

if TYPE_CHECKING:
    from verifier.ui.dialogs.beside import BesideDialog
    from verifier.ui.dialogs.evidence import EvidenceChange, PlaceOfUse
    from verifier.ui.dialogs.known_evidence import Known

_MOST_NAMED = 6
"""So many places a dialog names; of more it tells the number."""


class EvidenceWork(QObject):
    """Asks for evidence and puts it into the case. The text stays usable meanwhile."""

    finished = Signal()
    """A dialog was closed; the keyboard belongs to the text again."""

    def __init__(self, desk: Desk, place: Place, translator: Translator, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._place, self._translator, self._window = desk, place, translator, window
        self._open: dict[str, BesideDialog] = {}
        desk.leaving.connect(self._put_away)
        desk.changed.connect(self._follow)

    def ask(self) -> None:
        """Ask for evidence on the place, or on all that are selected; the stance that fits the label is proposed."""
        from verifier.ui.dialogs.evidence import EvidenceDialog

        targets = self._place.targets()
        if not targets or self._raised(",".join(targets)):
            return
        rows = self._desk.need.rows
        mark = mark_at(rows, targets[0])
        stance = Stance.CONTRADICTS if mark and mark.label is Label.DISPUTED else Stance.SUPPORTS
        where, quoted = self._in_words(targets)
        dialog = EvidenceDialog(
            where, quoted, self._known(targets), EvidenceDraft("", stance=stance),
            partial(self._add, targets), partial(self._attach, targets), self._translator, self._window,
        )  # fmt: skip
        dialog.change_asked.connect(self.edit)
        self._show(",".join(targets), dialog)

    def edit(self, evidence_id: str) -> None:
        """Change a piece of evidence wherever it serves."""
        from verifier.ui.dialogs.evidence import EvidenceChange

        if self._raised(evidence_id):
            return
        piece = self._desk.need.rows.need(Evidence, evidence_id)
        dialog = EvidenceChange(
            piece, partial(self._change, evidence_id), self._go, partial(self._take_off, evidence_id),
            self._translator, self._window,
        )  # fmt: skip
        dialog.show_places(self._uses(evidence_id))
        self._show(evidence_id, dialog)

    def detach(self, subject_id: str, evidence_id: str) -> None:
        """Take a piece of evidence off one place; it stays in the case where it serves another."""
        self._desk.do(lambda workbench: workbench.detach_evidence([subject_id], evidence_id))

    def serves(self, evidence_id: str, besides: str = "") -> str:
        """The addresses of the places a piece serves ("A7, B14"), less one passage."""
        uses = [use for use in self._uses(evidence_id) if use.passage_id != besides]
        return ", ".join(dict.fromkeys(use.where for use in uses))

    # -- what the dialogs are told ---------------------------------------------------------------------------------

    def _in_words(self, targets: list[str]) -> tuple[str, str]:
        """What a dialog calls its places, and the words where there is one."""
        if len(targets) == 1:
            return place_in_words(self._desk, self._place, targets[0], self._translator)
        rows = self._desk.need.rows
        named = list(dict.fromkeys(filter(None, (address(rows, target) for target in targets))))
        if len(named) <= _MOST_NAMED:
            return ", ".join(named), ""
        count = self._translator.ngettext("{n} place", "{n} places", len(named))
        return count.format(n=len(named)), ""

    def _known(self, targets: list[str]) -> list[Known]:
        """The pieces of the case that could serve here too, the newest first."""
        from verifier.ui.dialogs.known_evidence import Known

        rows = self._desk.need.rows
        subjects = [subject_of(self._desk.need, target) for target in targets]
        here = {subject.passage.id if subject.passage else "" for subject in subjects}
        found = []
        for piece in reversed(rows.all(Evidence)):
            if not here <= {use.passage_id for use in rows.uses_of(piece.id)}:
                found.append(Known(piece, self.serves(piece.id)))
        return found

    def _uses(self, evidence_id: str) -> list[PlaceOfUse]:
        from verifier.ui.dialogs.evidence import PlaceOfUse

        rows = self._desk.need.rows
        uses = sorted(rows.uses_of(evidence_id), key=lambda use: reading_order(rows, use.passage_id))
        return [PlaceOfUse(use.passage_id, address(rows, use.passage_id)) for use in uses]

    # -- the dialogs -----------------------------------------------------------------------------------------------

    def _show(self, key: str, dialog: BesideDialog) -> None:
        self._open[key] = dialog
        dialog.finished.connect(partial(self._forget, key))
        dialog.show()

    def _raised(self, key: str) -> bool:
        """Whether there is such a dialog already; then it comes to the front."""
        dialog = self._open.get(key)
        if dialog is not None:
            dialog.raise_()
            dialog.activateWindow()
        return dialog is not None

    def _forget(self, key: str, _result: int) -> None:
        if self._open.pop(key, None) is not None:
            self.finished.emit()

    def _put_away(self) -> None:
        for dialog in list(self._open.values()):
            dialog.put_away()

    def _follow(self, _change: Change) -> None:
        """Show where the pieces serve now; one that is gone is not to be changed any more."""
        from verifier.ui.dialogs.evidence import EvidenceChange

        for dialog in list(self._open.values()):
            if isinstance(dialog, EvidenceChange):
                self._follow_piece(dialog)

    def _follow_piece(self, dialog: EvidenceChange) -> None:
        if self._desk.need.rows.get(Evidence, dialog.piece.id) is None:
            dialog.reject()
        else:
            dialog.show_places(self._uses(dialog.piece.id))

    # -- doing -----------------------------------------------------------------------------------------------------

    def _add(self, targets: list[str], draft: EvidenceDraft) -> bool:
        return self._desk.do(lambda workbench: workbench.add_evidence(targets, draft)) is not None

    def _attach(self, targets: list[str], evidence_id: str) -> bool:
        return self._desk.do(lambda workbench: workbench.attach_evidence(targets, evidence_id)) is not None

    def _change(self, evidence_id: str, draft: EvidenceDraft) -> bool:
        return self._desk.do(lambda workbench: workbench.edit_evidence(evidence_id, draft)) is not None

    def _take_off(self, evidence_id: str, passage_id: str) -> None:
        self.detach(passage_id, evidence_id)

    def _go(self, passage_id: str) -> None:
        rows = self._desk.need.rows
        passage = rows.get(Passage, passage_id)
        under = sentences_under(rows, passage) if passage else ()
        if under:
            self._place.go_to(under[0].id)
