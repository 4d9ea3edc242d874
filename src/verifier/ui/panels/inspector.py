"""The inspector: all that is known of the place under the cursor, and every way to say more. Never modal."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.casework import Casework
from verifier.ui.desk import Desk
from verifier.ui.drafts import Drafts
from verifier.ui.elided import ElidedLabel
from verifier.ui.evidence import EvidenceWork
from verifier.ui.linking import Linking
from verifier.ui.page_images import PageImages
from verifier.ui.panels.basis import BasisLine, EvidenceList
from verifier.ui.panels.judgement import AdviceEditor, LabelRow, ModifierChips, VoiceEditor
from verifier.ui.panels.links import LinkList
from verifier.ui.panels.note import NoteEditor
from verifier.ui.panels.spot import SpotSection
from verifier.ui.place import Place
from verifier.ui.subject import Subject, subject_of
from verifier.ui.theme import Theme


class Inspector(QScrollArea):
    """Follows the cursor and the steps; each of its sections shows the subject and acts through a controller."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        casework: Casework,
        evidence: EvidenceWork,
        linking: Linking,
        actions: ActionSet,
        drafts: Drafts,
        images: PageImages,
        theme: Theme,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._place, self._translator = desk, place, translator
        self.heading = ElidedLabel("title")
        self.labels = LabelRow(actions, theme, translator)
        self.modifiers = ModifierChips(actions, translator)
        self.note = NoteEditor(casework, drafts, translator)
        self.advice = AdviceEditor(casework, translator)
        self.voice = VoiceEditor(casework, translator)
        self.basis = BasisLine(translator)
        self.evidence = EvidenceList(evidence, translator)
        self.links = LinkList(linking, theme, translator)
        self.spot = SpotSection(images, theme, translator)
        self._build()
        self.note.done.connect(place.focus_text)
        place.moved.connect(self.refresh)
        desk.leaving.connect(self.leave)
        desk.opened.connect(self._start_over)
        desk.changed.connect(self._follow)
        self.refresh()

    def _build(self) -> None:
        self.setObjectName("inspectorScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget(self)
        body.setObjectName("inspectorBody")
        self._halves = (QWidget(body), QWidget(body))
        self._columns = tuple(QVBoxLayout(half) for half in self._halves)
        row = QHBoxLayout(body)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(22)
        for half, column in zip(self._halves, self._columns, strict=True):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(10)
            column.addStretch(1)
            row.addWidget(half, 1)
        self.setWidget(body)
        self._wide = False
        self._arrange()

    def _arrange(self) -> None:
        """Put the sections into one column or two."""
        for number, section in enumerate(self._sections()):
            for column in self._columns:
                column.removeWidget(section)
            column = self._columns[1 if self._wide and number > 3 else 0]
            column.insertWidget(column.count() - 1, section)
        self._halves[1].setVisible(self._wide)

    def _sections(self) -> tuple[QWidget, ...]:
        return (
            self.heading, self.labels, self.modifiers, self.note,
            self.voice, self.advice, self.basis, self.evidence, self.links, self.spot,
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        """Qt: wide enough for the five labels and one word."""
        return QSize(290, 400)

    def minimumSizeHint(self) -> QSize:
        """Qt: it shrinks, and scrolls."""
        return QSize(210, 120)

    def refresh(self, *_where: object) -> None:
        """Show what is under the cursor now."""
        subject = self._subject()
        self._name(subject)
        self.labels.show_subject(subject)
        self.modifiers.show_subject(subject)
        self.note.show_subject(subject)
        self.voice.show_subject(subject)
        self.advice.show_subject(subject)
        self.basis.show_subject(subject)
        self.evidence.show_subject(subject)
        self.links.show_subject(subject)
        self.spot.show_subject(subject)

    def _name(self, subject: Subject | None) -> None:
        if subject is None:
            self.heading.show_words(self._translator.gettext("No sentence under the cursor"))
            return
        lead, name, tail = subject.heading(self._translator)
        self.heading.show_words(name, lead, tail)

    def _subject(self) -> Subject | None:
        span_id = self._place.subject()
        workbench = self._desk.workbench
        return subject_of(workbench, span_id) if workbench is not None and span_id is not None else None

    def _follow(self, _change: Change) -> None:
        self.refresh()

    def _start_over(self) -> None:
        self.note.forget()
        self.advice.forget()
        self.refresh()

    def set_wide(self, wide: bool) -> None:
        """Be the drawer beneath the text: two columns of sections, low; else one column at the side."""
        self._wide = wide
        self._arrange()

    def leave(self) -> None:
        """Save what is being typed: the case is about to be closed."""
        self.note.save()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self.labels.set_theme(theme)
        self.links.set_theme(theme)
        self.spot.set_theme(theme)
