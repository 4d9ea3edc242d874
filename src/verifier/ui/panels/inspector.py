"""The inspector: all that is known of the place under the cursor, and every way to say more. Never modal."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.control.casework import Casework
from verifier.ui.control.differing import Differing
from verifier.ui.control.evidence import EvidenceWork
from verifier.ui.control.linking import Linking
from verifier.ui.control.questions import Questioning
from verifier.ui.control.suggesting import Suggesting
from verifier.ui.desk import Desk
from verifier.ui.drafts import Drafts
from verifier.ui.look.elided import ElidedLabel
from verifier.ui.look.style import words
from verifier.ui.look.theme import Theme
from verifier.ui.page_images import PageImages
from verifier.ui.panels.asked import QuestionList
from verifier.ui.panels.basis import BasisLine, EvidenceList
from verifier.ui.panels.difference import DifferenceSection
from verifier.ui.panels.judgement import AdviceEditor, LabelRow, ModifierChips, VoiceEditor
from verifier.ui.panels.links import LinkList
from verifier.ui.panels.note import NoteEditor
from verifier.ui.panels.parts import PartList
from verifier.ui.panels.spot import SpotSection
from verifier.ui.panels.standing import Standing
from verifier.ui.panels.suggestions import SuggestionList
from verifier.ui.place import Place
from verifier.ui.subject import Subject, subject_of


class Inspector(QScrollArea):
    """Follows the cursor and the steps; each of its sections shows the subject and acts through a controller."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        casework: Casework,
        evidence: EvidenceWork,
        questions: Questioning,
        linking: Linking,
        suggesting: Suggesting,
        differing: Differing,
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
        self.standing = Standing(translator)
        self.labels = LabelRow(actions, theme, translator)
        self.modifiers = ModifierChips(actions, translator)
        self.note = NoteEditor(casework, drafts, translator)
        self.advice = AdviceEditor(casework, translator)
        self.voice = VoiceEditor(casework, translator)
        self.parts = PartList(place, theme, translator)
        self.basis = BasisLine(actions, translator)
        self.evidence = EvidenceList(evidence, translator)
        self.questions = QuestionList(questions, translator)
        self.links = LinkList(linking, theme, translator)
        self.suggestions = SuggestionList(suggesting, theme, translator)
        self.difference = DifferenceSection(differing, translator)
        self.spot = SpotSection(images, theme, translator)
        several = translator.gettext(
            "Labels and modifiers act on all of them; all else belongs to one sentence."
        )
        self.several = words(several, "quiet", wrap=True)
        self._actions = actions
        self._name_keys()
        self._build()
        self._listen(suggesting, differing)
        self.refresh()

    def _listen(self, suggesting: Suggesting, differing: Differing) -> None:
        """Follow the place, the case, what is suggested there, and the keys in force."""
        desk, place, actions = self._desk, self._place, self._actions
        actions.keys_changed.connect(self._name_keys)
        actions.keys_changed.connect(self.refresh)
        self.note.done.connect(place.focus_text)
        place.moved.connect(self.refresh)
        place.columns_changed.connect(self.refresh)
        place.other_changed.connect(self._show_other)
        self.suggestions.left.connect(place.focus_text)
        suggesting.changed.connect(self._see_suggestions)
        differing.changed.connect(self.difference.refresh)
        desk.leaving.connect(self.leave)
        desk.opened.connect(self._start_over)
        desk.changed.connect(self._follow)

    def _name_keys(self) -> None:
        self.note.name_key(self._actions.key_named("mark.note"))

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
        self._head = QWidget(body)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(2)
        head.addWidget(self.heading)
        head.addWidget(self.standing)
        self._wide = False
        self._arrange()

    def _arrange(self) -> None:
        """Put the sections into one column or two."""
        for section in self._sections():
            for column in self._columns:
                column.removeWidget(section)
            column = self._columns[1 if self._wide and section in self._beside else 0]
            column.insertWidget(column.count() - 1, section)
        self._halves[1].setVisible(self._wide)

    def _sections(self) -> tuple[QWidget, ...]:
        return (
            self._head, self.labels, self.modifiers, self.several, self.note,
            self.voice, self.advice, self.parts, self.basis, self.evidence, self.questions,
            self.links, self.suggestions, self.difference, self.spot,
        )  # fmt: skip

    @property
    def _beside(self) -> tuple[QWidget, ...]:
        """What stands in the second column beneath the text."""
        return (
            self.voice, self.advice, self.parts, self.basis, self.evidence, self.questions, self.links,
            self.suggestions, self.difference, self.spot,
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        """Qt: wide enough for the five labels and one word."""
        return QSize(290, 400)

    def minimumSizeHint(self) -> QSize:
        """Qt: it shrinks, and scrolls."""
        return QSize(210, 120)

    def refresh(self, *_where: object) -> None:
        """Show what is under the cursor now, or what several places that are selected have in common."""
        subjects = self._subjects()
        one = subjects[0] if len(subjects) == 1 else None
        self._name(subjects)
        self.labels.show_subjects(subjects)
        self.modifiers.show_subjects(subjects)
        self.note.show_subject(one)
        self.voice.show_subject(one)
        self.advice.show_subject(one)
        self.parts.show_subject(one)
        self.basis.show_subject(one)
        self.evidence.show_subject(one)
        self.questions.show_subject(one)
        self.links.show_subject(one)
        self.suggestions.show_subject(one)
        self.spot.show_subject(one)
        self._fold(len(subjects))
        self._order_stops()

    def _fold(self, count: int) -> None:
        """Show what belongs to one place only where there is one, and nothing of a place where there is none."""
        self.several.setVisible(count > 1)
        of_any: tuple[QWidget, ...] = (self.labels, self.modifiers)
        for section in of_any:
            section.setVisible(count > 0)
        of_one: tuple[QWidget, ...] = (
            self.note,
            self.voice,
            self.advice,
            self.evidence,
            self.links,
            self.suggestions,
        )
        for section in of_one:
            section.setVisible(count == 1)

    def _order_stops(self) -> None:
        """Let Tab walk from top to bottom: entries that are made anew would come after everything else."""
        stops = [
            widget
            for section in self._sections()
            for widget in section.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(section)
        ]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _name(self, subjects: list[Subject]) -> None:
        if not subjects:
            self.heading.show_words(self._translator.gettext("No sentence under the cursor"))
            self.standing.show_subject(None)
        elif len(subjects) > 1:
            count = len(subjects)
            said = self._translator.ngettext("{number} sentence", "{number} sentences", count)
            self.heading.show_words(said.format(number=count))
            self.standing.show_several(subjects)
        else:
            lead, name, tail = subjects[0].heading(self._translator)
            self.heading.show_words(name, lead, tail)
            self.standing.show_subject(subjects[0])

    def _subjects(self) -> list[Subject]:
        """What a label would apply to now: several sentences, or the one sentence or passage."""
        workbench, span_id = self._desk.workbench, self._place.subject()
        if workbench is None or span_id is None:
            return []
        targets = self._place.targets()
        return [subject_of(workbench, key) for key in (targets if len(targets) > 1 else [span_id])]

    def _show_other(self) -> None:
        """Bring the suggestion the other cursor was brought to into sight, once it has its height."""
        entry = self.suggestions.show_other()
        if entry is not None:
            QTimer.singleShot(0, entry, lambda: self.ensureWidgetVisible(entry, 0, 8))

    def _see_suggestions(self) -> None:
        subjects = self._subjects()
        self.suggestions.show_subject(subjects[0] if len(subjects) == 1 else None)
        self._order_stops()

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
        self.parts.set_theme(theme)
        self.links.set_theme(theme)
        self.suggestions.set_theme(theme)
        self.spot.set_theme(theme)
