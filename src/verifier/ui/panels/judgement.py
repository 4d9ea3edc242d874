"""The judgement in the inspector: label buttons, modifier chips, what to do with a suggested wording."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from verifier.domain.kinds import Advice, Modifier, Voice
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.action_set import ActionSet
from verifier.ui.actions import ACTIONS
from verifier.ui.control.casework import Casework
from verifier.ui.look.flow import FlowLayout
from verifier.ui.look.style import smaller, words
from verifier.ui.look.theme import Theme
from verifier.ui.naming import name_chooser
from verifier.ui.panels.buttons import LabelButton
from verifier.ui.subject import Subject
from verifier.ui.views.cells import CellText


class LabelRow(QWidget):
    """The five labels; the one that is set is filled and says its word."""

    def __init__(
        self, actions: ActionSet, theme: Theme, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self.buttons = {
            spec.label: LabelButton(
                actions.actions[spec.id], theme, translator.gettext(spec.text), spec.label, self
            )
            for spec in ACTIONS
            if spec.label is not None
        }
        for button in self.buttons.values():
            row.addWidget(button)

    def show_subjects(self, subjects: Sequence[Subject]) -> None:
        """Show the label of one subject, or the one that several have in common."""
        labels = {subject.mark.label if subject.mark else None for subject in subjects}
        for label, button in self.buttons.items():
            button.set_current(labels == {label})

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        for button in self.buttons.values():
            button.set_theme(theme)


class ModifierChips(QWidget):
    """The modifiers, each on or off."""

    def __init__(self, actions: ActionSet, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self)
        self.chips: dict[Modifier, QToolButton] = {}
        for modifier in Modifier:
            chip = QToolButton(self)
            chip.setProperty("look", "chip")
            chip.setText(name_of("modifier", modifier, translator))
            chip.setFont(smaller(chip.font()))
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            action = actions.actions[f"modify.{modifier}"]
            chip.setToolTip(action.toolTip())
            chip.clicked.connect(
                lambda checked, chip=chip, action=action: self._toggle(chip, checked, action.trigger)
            )
            self.chips[modifier] = chip
            flow.addWidget(chip)

    def _toggle(self, chip: QToolButton, checked: bool, trigger: object) -> None:
        chip.setChecked(not checked)
        assert callable(trigger)
        trigger()

    def show_subjects(self, subjects: Sequence[Subject]) -> None:
        """Show the modifiers that all subjects have."""
        carried = [subject.mark.modifiers if subject.mark else () for subject in subjects]
        for modifier, chip in self.chips.items():
            chip.setChecked(bool(carried) and all(modifier in each for each in carried))
            chip.setEnabled(bool(subjects) and not subjects[0].workbench.read_only)


class VoiceEditor(QWidget):
    """Whose words the subject is: the article's, quoted, reported."""

    def __init__(self, casework: Casework, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._casework = casework
        self._subject: Subject | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(translator.gettext("Whose words"), "heading", parent=self))
        self.voice = QComboBox(self)
        self.voice.setObjectName("voice")
        name_chooser(self.voice, translator.gettext("Whose words"))
        self.voice.addItem(translator.gettext("not said"), None)
        for voice in Voice:
            self.voice.addItem(name_of("voice", voice, translator), voice)
        self.voice.setMinimumContentsLength(10)
        self.voice.activated.connect(lambda _index: self._save())
        row.addWidget(self.voice, 1)

    def show_subject(self, subject: Subject | None) -> None:
        """Show whose words a subject is; only what is marked can be attributed."""
        self._subject = subject
        mark = subject.mark if subject else None
        self.voice.setCurrentIndex(1 + list(Voice).index(mark.voice) if mark and mark.voice else 0)
        self.setEnabled(mark is not None and subject is not None and not subject.workbench.read_only)

    def _save(self) -> None:
        if self._subject is not None:
            chosen = self.voice.currentData()
            self._casework.attribute(self._subject.id, Voice(chosen) if chosen else None)


class AdviceEditor(QWidget):
    """What to do about the subject, and the wording one would suggest."""

    def __init__(self, casework: Casework, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._casework = casework
        self._subject: Subject | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(translator.gettext("What to do"), "heading", parent=self))
        self.advice = QComboBox(self)
        self.advice.setObjectName("advice")
        name_chooser(self.advice, translator.gettext("What to do"))
        self.advice.addItem(translator.gettext("nothing said"), None)
        for advice in Advice:
            self.advice.addItem(name_of("advice", advice, translator), advice)
        self.wording = CellText(self, single=True)
        self.wording.setProperty("look", None)  # a field like those around it, as high as its words need
        self.wording.setObjectName("wording")
        self.wording.setAccessibleName(translator.gettext("Suggested wording"))
        self.wording.setPlaceholderText(translator.gettext("suggested wording"))
        column.addWidget(self.advice)
        column.addWidget(self.wording)
        self.advice.activated.connect(lambda _index: self._save())
        self.wording.finished.connect(self._save)
        self.wording.left.connect(self._save)

    def show_subject(self, subject: Subject | None) -> None:
        """Show the advice on a subject; a wording being typed for another is saved first."""
        is_other = self._subject is not None and (subject is None or subject.id != self._subject.id)
        if is_other:
            self._save()
        self._subject = subject
        mark = subject.mark if subject else None
        self.advice.setCurrentIndex(1 + list(Advice).index(mark.advice) if mark and mark.advice else 0)
        if is_other or not (self.wording.hasFocus() and self.wording.document().isModified()):
            self.wording.show_words(mark.wording if mark else "")
            self.wording.document().setModified(False)
        self.wording.setEnabled(mark is not None and mark.advice not in (None, Advice.LEAVE))
        self.setEnabled(subject is not None and not subject.workbench.read_only)

    def forget(self) -> None:
        """Drop what is shown: the case is another."""
        self._subject = None

    def _save(self) -> None:
        if self._subject is None:
            return
        mark = self._subject.mark
        stored = (mark.advice, mark.wording) if mark else (None, "")
        chosen = self.advice.currentData()
        advice = Advice(chosen) if chosen else None
        wording = self.wording.words() if advice else ""
        if (advice, wording) != stored:
            self._casework.advise(self._subject.id, advice, wording)
