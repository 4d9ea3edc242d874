"""Evidence work: a new piece or one already in the case, for the place under the cursor."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.domain.judgements import Evidence
from verifier.domain.kinds import Label, Stance
from verifier.i18n import Translator
from verifier.session.evidence import EvidenceDraft
from verifier.ui.casework import mark_at
from verifier.ui.desk import Desk
from verifier.ui.phrases import address
from verifier.ui.place import Place


class EvidenceWork(QObject):
    """Asks for evidence and puts it into the case."""

    finished = Signal()
    """A dialog was closed; the keyboard belongs to the text again."""

    def __init__(self, desk: Desk, place: Place, translator: Translator, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._place, self._translator, self._window = desk, place, translator, window

    def ask(self) -> None:
        """Ask for evidence on the place; the stance that fits its label is proposed."""
        from verifier.ui.dialogs.evidence import EvidenceDialog

        targets = self._place.targets()
        rows = self._desk.need.rows
        if not targets:
            return
        mark = mark_at(rows, targets[0])
        stance = Stance.CONTRADICTS if mark and mark.label is Label.DISPUTED else Stance.SUPPORTS
        where = ", ".join(filter(None, (address(rows, target) for target in targets)))
        dialog = EvidenceDialog(
            where, rows.all(Evidence), EvidenceDraft("", stance=stance), self._translator, self._window
        )
        dialog.written.connect(partial(self._add, targets))
        dialog.picked.connect(partial(self._attach, targets))
        dialog.finished.connect(lambda _result: self.finished.emit())
        dialog.open()

    def edit(self, evidence_id: str) -> None:
        """Ask for another wording of a piece of evidence."""
        from verifier.ui.dialogs.evidence import EvidenceDialog, draft_of

        piece = self._desk.need.rows.need(Evidence, evidence_id)
        dialog = EvidenceDialog("", (), draft_of(piece), self._translator, self._window)
        dialog.written.connect(partial(self._change, evidence_id))
        dialog.finished.connect(lambda _result: self.finished.emit())
        dialog.open()

    def detach(self, subject_id: str, evidence_id: str) -> None:
        """Take a piece of evidence off one place; it stays in the case."""
        self._desk.do(lambda workbench: workbench.detach_evidence([subject_id], evidence_id))

    def _add(self, targets: list[str], draft: EvidenceDraft) -> None:
        self._desk.do(lambda workbench: workbench.add_evidence(targets, draft))

    def _attach(self, targets: list[str], evidence_id: str) -> None:
        self._desk.do(lambda workbench: workbench.attach_evidence(targets, evidence_id))

    def _change(self, evidence_id: str, draft: EvidenceDraft) -> None:
        self._desk.do(lambda workbench: workbench.edit_evidence(evidence_id, draft))
