"""Basis and evidence in the inspector: what the label stands on, and every piece that bears on the place."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from verifier.domain.articles import Passage
from verifier.domain.judgements import Evidence, Link, Mark
from verifier.domain.kinds import LABELS_NEEDING_BASIS, Label, Stance
from verifier.domain.queries import (
    Problem,
    address_of_passage,
    basis_of,
    is_contradicted,
    near_end,
    origins_of,
    other_end,
)
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.action_set import ActionSet
from verifier.ui.control.evidence import EvidenceWork
from verifier.ui.look.style import words
from verifier.ui.panels.listing import Listing
from verifier.ui.phrases import PROBLEMS
from verifier.ui.pressing import PressedButton
from verifier.ui.subject import Subject


class BasisLine(QWidget):
    """One sentence: what the label stands on, or that it stands on nothing yet."""

    def __init__(self, actions: ActionSet, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._translator = actions, translator
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(translator.gettext("Basis"), "heading", parent=self))
        self.text = words("", wrap=True, parent=self)
        column.addWidget(self.text)
        contradicted = PROBLEMS[Problem.VERIFIED_BUT_CONTRADICTED]
        self.doubt = words(translator.gettext(contradicted), "doubt", wrap=True, parent=self)
        column.addWidget(self.doubt)

    def show_subject(self, subject: Subject | None) -> None:
        """Show the basis of a subject; nothing where its label needs none."""
        mark = subject.mark if subject else None
        needed = mark is not None and mark.label in LABELS_NEEDING_BASIS
        self.setVisible(needed)
        if needed and subject is not None and mark is not None:
            self.text.setText(self._sentence(subject, mark))
            self.doubt.setVisible(mark.label is Label.VERIFIED and is_contradicted(subject.rows, mark))

    def _sentence(self, subject: Subject, mark: Mark) -> str:
        basis = basis_of(subject.rows, mark)
        text = self._translator.gettext
        if not basis:
            none = text("None yet: link it to another article ({link}) or add evidence ({evidence}).")
            key = self._actions.key_named
            return none.format(link=key("link.make"), evidence=key("mark.evidence"))
        parts = [piece.citation for piece in basis.evidence]
        parts += [self._link_words(subject, link) for link in basis.links]
        origins = origins_of(basis)
        one = (
            text(" (one origin)") if len(basis.evidence) > 1 and len(origins) == 1 and not basis.links else ""
        )
        return "; ".join(parts) + one

    def _link_words(self, subject: Subject, link: Link) -> str:
        assert subject.passage is not None
        near = near_end(subject.rows, link, subject.passage)
        far = subject.rows.need(Passage, other_end(link, near))
        return (
            f"{address_of_passage(subject.rows, far)} {name_of('relation', link.relation, self._translator)}"
        )


class EvidenceList(QWidget):
    """The evidence that bears on the subject, each with a way to change it or take it off."""

    def __init__(self, evidence: EvidenceWork, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self._translator = translator
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        row = QHBoxLayout()
        row.addWidget(words(translator.gettext("Evidence"), "heading", parent=self))
        row.addStretch(1)
        self.add = link_button(translator.gettext("Add…"), self)
        self.add.setObjectName("add-evidence")
        self.add.clicked.connect(lambda _checked: evidence.ask())
        row.addWidget(self.add)
        column.addLayout(row)
        self.list = Listing(self)
        column.addWidget(self.list)

    def show_subject(self, subject: Subject | None) -> None:
        """Show the evidence of a subject."""
        self.add.setEnabled(subject is not None and not subject.workbench.read_only)
        self.list.fill([self._entry(subject, piece) for piece in subject.evidence] if subject else [])

    def _entry(self, subject: Subject, piece: Evidence) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(words(piece.citation, wrap=True, parent=box))
        row = QHBoxLayout()
        detail = words(self._detail(subject, piece), "quiet", wrap=True, parent=box)
        detail.setToolTip(f"SHA-256 {piece.attachment_sha256}" if piece.attachment_sha256 else "")
        row.addWidget(detail, 1)
        edit = link_button(self._translator.gettext("Change…"), box)
        edit.clicked.connect(partial(self._edit, piece.id))
        take_off = link_button(self._translator.gettext("Take off"), box)
        take_off.clicked.connect(partial(self._detach, subject.id, piece.id))
        row.addWidget(edit)
        row.addWidget(take_off)
        column.addLayout(row)
        return box

    def _edit(self, evidence_id: str, _checked: bool = False) -> None:
        self._evidence.edit(evidence_id)

    def _detach(self, subject_id: str, evidence_id: str, _checked: bool = False) -> None:
        self._evidence.detach(subject_id, evidence_id)

    def _detail(self, subject: Subject, piece: Evidence) -> str:
        text = self._translator.gettext
        stance = name_of("stance", piece.stance, self._translator)
        elsewhere = self._evidence.serves(piece.id, besides=subject.passage.id if subject.passage else "")
        parts = [
            text("{stance}, no basis").format(stance=stance) if piece.stance is Stance.CONTEXT else stance,
            name_of("primacy", piece.primacy, self._translator),
            piece.locator,
            _file_words(piece),
            text("confidential") if piece.confidential else "",
            text("serves {where} too").format(where=elsewhere) if elsewhere else "",
        ]
        return " · ".join(part for part in parts if part)


def _file_words(piece: Evidence) -> str:
    """The attached file's name with the first letters of its hash."""
    return f"{piece.attachment_name} ({piece.attachment_sha256[:8]}…)" if piece.attachment_sha256 else ""


def link_button(text: str, parent: QWidget) -> QToolButton:
    """A button that looks like a link."""
    button = PressedButton(parent)
    button.setText(text)
    button.setProperty("look", "link")
    return button
