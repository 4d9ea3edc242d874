"""The pages of the preferences: how the text is set, and how one works. What is set is used at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from verifier.domain.kinds import Label
from verifier.i18n import Translator
from verifier.i18n.vocabulary import GLYPHS, name_of
from verifier.session.preferences import MEASURES, SIZES, Preferences
from verifier.ui.look.faces import serif_faces
from verifier.ui.look.style import words
from verifier.ui.reading.look import Look, block_format, default_face
from verifier.ui.settings import Settings


def _(message: str) -> str:
    """Mark a string for extraction; it is translated where it is shown."""
    return message


_THEMES = {"system": _("As the system has it"), "light": _("Light"), "dark": _("Dark")}
_SWITCHES = {
    "follow": (
        _("Keep linked passages level"),
        _("The other columns scroll to what the sentence is linked with."),
    ),
    "blind_first": (
        _("Judge first, see hints afterwards"),
        _("Nothing is suggested and no difference shown for a sentence before it has a label."),
    ),
    "cue_words": (
        _("Show cue words"),
        _("Words by which the author evaluates, hedges or insists are underlined; the tool tip says why."),
    ),
    "add_at_once": (
        _("Add what reads without question at once"),
        _("Without showing first how it was read."),
    ),
    "restore": (_("Begin with the case used last"), _("With the columns and the place it was left at.")),
}
"""The switches of the page about working: their names and what they do."""


class Page(QWidget):
    """A page with a form. Each control is told what the preferences are when they change."""

    fields: tuple[str, ...] = ()
    """The preferences this page is for; these are what a reset puts back."""

    def __init__(self, settings: Settings, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._translator = settings, translator
        self._shows: list[tuple[QWidget, Callable[[Preferences], object]]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 12)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(9)
        self.form.setHorizontalSpacing(14)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.column.addLayout(self.form)
        settings.changed.connect(self.refresh)

    def shows(self, control: QWidget, show: Callable[[Preferences], object]) -> None:
        """Have a control show its preference now and whenever one changes; showing is no change."""
        self._shows.append((control, show))

    def refresh(self) -> None:
        """Show the preferences as they are."""
        for control, show in self._shows:
            with QSignalBlocker(control):
                show(self._settings.all)

    def reset(self) -> None:
        """Put back what this page is for to what it was made with."""
        usual = Preferences()
        self._settings.change(**{name: getattr(usual, name) for name in self.fields})

    def _chooser(self, field: str, choices: dict[str, str]) -> QComboBox:
        box = QComboBox(self)
        for key, name in choices.items():
            box.addItem(name, key)
        box.currentIndexChanged.connect(lambda _index: self._settings.change(**{field: box.currentData()}))
        self.shows(box, lambda all_: box.setCurrentIndex(max(0, box.findData(getattr(all_, field)))))
        return box

    def _number(self, field: str, limits: tuple[int, int], suffix: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(*limits)
        box.setSuffix(suffix)
        box.setKeyboardTracking(False)
        box.lineEdit().setTextMargins(5, 0, 0, 0)  # its words begin where those of the other fields do
        box.valueChanged.connect(lambda value: self._settings.change(**{field: value}))
        self.shows(box, lambda all_: box.setValue(getattr(all_, field)))
        return box


class Sample(QTextEdit):
    """A paragraph, set as the articles are; nobody can get into it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(150)
        self.setAccessibleName(text)
        self.document().setDocumentMargin(14)

    def show_look(self, look: Look) -> None:
        """Set the paragraph in this way: face, size, measure and leading."""
        self.setFont(look.font())
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(round(look.column_width() + 2 * self.document().documentMargin()))
        self.setPlainText(self._text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(block_format(look))


class TextPage(Page):
    """Colours, face, size and measure, with a paragraph set that way."""

    fields = ("theme", "face", "size", "column_characters")

    def __init__(self, settings: Settings, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(settings, translator, parent)
        text = translator.gettext
        best = text("The best one here ({face})").format(face=default_face())
        faces = {"": best} | {face: face for face in serif_faces(settings.all.face)}
        self.theme = self._chooser("theme", {key: text(name) for key, name in _THEMES.items()})
        self.face = self._chooser("face", faces)
        self.face.setMaxVisibleItems(14)
        self.size_ = self._number("size", SIZES, " " + text("points"))
        self.measure = self._number("column_characters", MEASURES, " " + text("characters"))
        self.form.addRow(text("Colours"), self.theme)
        self.form.addRow(text("Face"), self.face)
        self.form.addRow(text("Size"), self.size_)
        self.form.addRow(text("Longest line"), self.measure)
        self.column.addSpacing(6)
        self.sample = self._make_sample()
        self.column.addWidget(self.sample, 1)
        self.refresh()

    def _make_sample(self) -> Sample:
        words_ = self._translator.gettext(
            "The harbour office closed the quay on Monday and says that nobody was hurt. Two fishermen tell it "
            "differently: one of them was in hospital until Wednesday, and the other has “a hand that will not "
            "close any more”. The office has not answered since."
        )
        made = Sample(words_, self)
        self.shows(made, lambda _all: made.show_look(self._settings.look))
        return made


class WorkPage(Page):
    """Who checks, in what language, and how the program behaves at work."""

    fields = ("language", "stepping_labels", *_SWITCHES)

    def __init__(
        self,
        settings: Settings,
        languages: dict[str, str],
        sign: Callable[[str, str], object],
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(settings, translator, parent)
        text = translator.gettext
        self.name, self.initials = QLineEdit(self), QLineEdit(self)
        self.initials.setMaxLength(6)
        for line in (self.name, self.initials):
            line.editingFinished.connect(partial(self._sign, sign))
        self.shows(self.name, lambda all_: self.name.setText(all_.checker_name))
        self.shows(self.initials, lambda all_: self.initials.setText(all_.checker_initials))
        self.form.addRow(text("Your name"), self.name)
        self.form.addRow(text("Your initials"), self.initials)
        self.language = self._chooser("language", languages)
        self.form.addRow(text("Language"), self.language)
        self.form.addRow(text("Go on after"), self._make_stepping())
        self.switches = {field: self._switch(field) for field in _SWITCHES}
        self.column.addSpacing(8)
        for field, switch in self.switches.items():
            self.column.addWidget(switch)
            explained = words(text(_SWITCHES[field][1]), "quiet", wrap=True, parent=self)
            explained.setContentsMargins(22, 0, 0, 6)
            self.column.addWidget(explained)
        self.column.addStretch(1)
        self.refresh()

    def _sign(self, sign: Callable[[str, str], object]) -> None:
        name, initials = " ".join(self.name.text().split()), self.initials.text().strip()
        known = self._settings.all
        if (name, initials) != (known.checker_name, known.checker_initials):
            sign(name, initials)

    def _make_stepping(self) -> QWidget:
        """One box a label: after which of them the cursor goes on to the next sentence."""
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.stepping: dict[Label, QCheckBox] = {}
        for label in Label:
            box = QCheckBox(f"{GLYPHS[label]}  {name_of('label', label, self._translator)}", holder)
            box.toggled.connect(lambda _checked: self._keep_stepping())
            self.shows(box, partial(self._show_stepping, label))
            self.stepping[label] = box
            column.addWidget(box)
        return holder

    def _show_stepping(self, label: Label, preferences: Preferences) -> None:
        self.stepping[label].setChecked(label in preferences.stepping_labels)

    def _keep_stepping(self) -> None:
        chosen = tuple(label.value for label, box in self.stepping.items() if box.isChecked())
        self._settings.change(stepping_labels=chosen)

    def _switch(self, field: str) -> QCheckBox:
        box = QCheckBox(self._translator.gettext(_SWITCHES[field][0]), self)
        box.setAccessibleDescription(self._translator.gettext(_SWITCHES[field][1]))
        box.toggled.connect(partial(self._change, field))
        self.shows(box, lambda all_: box.setChecked(getattr(all_, field)))
        return box

    def _change(self, field: str, value: Any) -> None:
        self._settings.change(**{field: value})
