"""The evidence dialogs: a new piece for some places or one the case has already; and one piece wherever it serves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from verifier.domain.judgements import Evidence
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.session.evidence import EvidenceDraft, is_web_address
from verifier.ui.dialogs.beside import BesideDialog
from verifier.ui.dialogs.evidence_fields import EvidenceFields, draft_of
from verifier.ui.dialogs.known_evidence import Known, KnownEvidence
from verifier.ui.look.flow import FlowLayout
from verifier.ui.look.icon_button import IconButton
from verifier.ui.look.style import words
from verifier.ui.pressing import PressedButton

_WIDTH = 560
"""Pixels."""


@dataclass(frozen=True, slots=True)
class PlaceOfUse:
    """A place a piece serves: the passage's id and its address."""

    passage_id: str
    where: str


class _EvidenceForm(BesideDialog):
    """What both dialogs share: the citation, the other fields, and the check of the address."""

    def __init__(self, title: str, do: str, quoted: str, translator: Translator, parent: QWidget) -> None:
        super().__init__(title, do, quoted, translator, parent, width=_WIDTH)
        self._translator = translator

    def _add_fields(self, draft: EvidenceDraft, sha256: str = "") -> None:
        self.fields = EvidenceFields(self.form, draft, sha256, self._translator, self)
        self.citation.textChanged.connect(self._check)
        self.fields.changed.connect(lambda: self.say(""))
        self.fields.grown.connect(self.fit)

    def _add_citation(self, draft: EvidenceDraft) -> None:
        text = self._translator.gettext
        self.citation = QLineEdit(draft.citation, self)
        self.citation.setObjectName("citation")
        self.citation.setAccessibleName(text("Citation"))
        self.citation.setPlaceholderText(text("what it is: title, who made it, date"))
        self.form.addRow(text("Citation"), self.citation)

    def _check(self) -> None:
        self.do_button.setEnabled(bool(self.citation.text().strip()))

    def draft(self) -> EvidenceDraft:
        """What is written in the form now."""
        return self.fields.draft(self.citation.text().strip())

    def _is_sound(self, draft: EvidenceDraft, before: str = "") -> bool:
        """Whether its address is one; says so where it is none, and puts the keyboard there."""
        if not draft.url or draft.url == before or is_web_address(draft.url):
            self.say("")
            return True
        self.say(word("evidence-url", draft.url, {}, self._translator))
        self.fields.url.setFocus()
        self.fields.url.selectAll()
        return False

    def _written(self, done: bool) -> bool:
        refused = self._translator.gettext(
            "It was not written. The message at the foot of the window says why."
        )
        self.say("" if done else refused)
        return done


class EvidenceDialog(_EvidenceForm):
    """Asks for evidence on ``where``. Typing a citation shows the pieces of the case that are like it."""

    change_asked = Signal(str)
    """A piece of the case is to be changed wherever it serves: its id."""

    def __init__(
        self,
        where: str,
        quoted: str,
        known: Sequence[Known],
        draft: EvidenceDraft,
        write: Callable[[EvidenceDraft], bool],
        attach: Callable[[str], bool],
        translator: Translator,
        parent: QWidget,
    ) -> None:
        text = translator.gettext
        super().__init__(
            text("Evidence on {where}").format(where=where), text("Add"), quoted, translator, parent
        )
        self._write, self._attach, self._typed = write, attach, draft
        self._add_citation(draft)
        self.known: KnownEvidence | None = None
        if known:
            self._add_known(known)
        self._add_fields(draft)
        self.citation.setFocus()
        self._check()

    def _add_known(self, known: Sequence[Known]) -> None:
        text = self._translator.gettext
        self.known = KnownEvidence(known, self.citation, text("Evidence of this case"), self)
        self.form.addRow(text("In the case"), self.known)
        self.picked_line = QWidget(self)
        row = QHBoxLayout(self.picked_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(text("This piece is put on the place too."), "quiet", wrap=True, parent=self), 1)
        self.change_button = PressedButton(self.picked_line)
        self.change_button.setText(text("Change it everywhere…"))
        self.change_button.setProperty("look", "link")
        self.change_button.clicked.connect(lambda _on: self._ask_change())
        row.addWidget(self.change_button)
        self.form.addRow("", self.picked_line)
        self.picked_line.hide()
        self.known.picked.connect(self._show_picked)
        self.known.taken.connect(self.accept)

    def _show_picked(self, known: Known | None) -> None:
        """Show a piece of the case, to look at; or what was typed before."""
        if not hasattr(self, "fields"):
            return
        if known is None and self.picked_line.isHidden():
            return
        if known is not None and self.picked_line.isHidden():
            self._typed = self.draft()
        self.picked_line.setVisible(known is not None)
        self.fields.set_enabled(known is None)
        if known is not None:
            self.fields.show(draft_of(known.piece), known.piece.attachment_sha256)
        else:
            self.fields.show(self._typed)
        self._check()
        self.fit()

    def _picked(self) -> Known | None:
        return self.known.chosen() if self.known is not None else None

    def _check(self) -> None:
        picked = self._picked() is not None
        text = self._translator.gettext
        self.do_button.setText(text("Put it here too") if picked else text("Add"))
        self.do_button.setEnabled(picked or bool(self.citation.text().strip()))

    def _ask_change(self) -> None:
        picked = self._picked()
        if picked is not None:
            self.reject()
            self.change_asked.emit(picked.piece.id)

    def is_begun(self) -> bool:
        """Whether a new piece is being written: one that is only looked at would be no loss."""
        return self._picked() is None and bool(self.citation.text().strip())

    def write(self) -> bool:
        """Put the piece that is chosen on the place, or add the one that is written."""
        picked = self._picked()
        if picked is not None:
            return self._written(self._attach(picked.piece.id))
        draft = self.draft()
        return self._is_sound(draft) and self._written(self._write(draft))


class EvidenceChange(_EvidenceForm):
    """Changes a piece wherever it serves; shows where that is, goes there, and takes it from one place."""

    def __init__(
        self,
        piece: Evidence,
        write: Callable[[EvidenceDraft], bool],
        go: Callable[[str], object],
        take_off: Callable[[str], object],
        translator: Translator,
        parent: QWidget,
    ) -> None:
        text = translator.gettext
        super().__init__(text("Evidence"), text("Change everywhere"), "", translator, parent)
        self.piece, self._write, self._go, self._take_off = piece, write, go, take_off
        self._before = draft_of(piece)
        self._serves = QWidget(self)
        self._flow = FlowLayout(self._serves, 4)
        self.form.addRow(text("Serves"), self._serves)
        self._add_citation(self._before)
        self._add_fields(self._before, piece.attachment_sha256)
        self.citation.setFocus()
        self._check()

    def show_places(self, places: Sequence[PlaceOfUse]) -> None:
        """Show where the piece serves."""
        text = self._translator.gettext
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place in places:
            self._add_place(place, text("Go to {where}"), text("Take it from {where}"))

    def _add_place(self, place: PlaceOfUse, go: str, take_off: str) -> None:
        chip = QWidget(self._serves)
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(0)
        there = PressedButton(chip)
        there.setText(place.where)
        there.setProperty("look", "link")
        there.setToolTip(go.format(where=place.where))
        there.setAccessibleName(there.toolTip())
        there.clicked.connect(lambda _on: self._go(place.passage_id))
        away = IconButton("close", take_off.format(where=place.where), chip)
        away.clicked.connect(lambda _on: self._take_off(place.passage_id))
        for button in (there, away):
            row.addWidget(button)
        self._flow.addWidget(chip)
        chip.show()

    def is_begun(self) -> bool:
        """Whether anything is written otherwise."""
        return self.draft() != self._before

    def write(self) -> bool:
        """Change it."""
        draft = self.draft()
        return self._is_sound(draft, self._before.url) and self._written(self._write(draft))
