"""How a source was read: its form, encoding, line breaks and part, each of which can be another with one click."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from verifier.domain.articles import ArticleDraft
from verifier.domain.errors import VerifierError
from verifier.domain.kinds import PartKind
from verifier.domain.reading import ReadOptions, SourcePart
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.i18n.vocabulary import name_of
from verifier.ui.intake.entry import NO_QUESTION, Entry, letters_lost, options_of
from verifier.ui.intake.facts import FORMS, WRAPS, form_name, warnings_of
from verifier.ui.look.flow import FlowLayout
from verifier.ui.look.style import words
from verifier.ui.phrases import shortened
from verifier.ui.pressing import PressedButton

if TYPE_CHECKING:
    from verifier.ui.intake.entry import Reads

ENCODINGS = (
    *("utf-8", "utf-16", "windows-1252", "iso-8859-2", "windows-1250", "iso-8859-15", "mac-roman"),
    *("windows-1251", "koi8-r", "koi8-u", "cp866", "iso-8859-5", "windows-1253", "windows-1254"),
    *("windows-1255", "windows-1256", "windows-1257", "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"),
)
"""The encodings that are offered; any other can be typed."""


class HowRead(QWidget):
    """One line of choices that fit the source. Each reads it again at once."""

    again = Signal(object)
    """The source is to be read with these ``ReadOptions``."""
    instead = Signal(object)
    """The source is to be read by this job: an alternative to it."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._entry: Entry | None = None
        text = translator.gettext
        self.form = self._choice("read-form", text("Form"))
        self.encoding = self._choice("read-encoding", text("Letters (encoding)"))
        self.encoding.setEditable(True)
        self.encoding.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field = self.encoding.lineEdit()
        if field is not None:
            field.setAccessibleName(self.encoding.accessibleName())
        self.part = self._choice("read-part", text("Part"))
        self.alternative = self._choice("read-alternative", text("Copied as"))
        self.wraps = QButtonGroup(self)
        self._make_wraps()
        self._build()
        self.form.activated.connect(lambda _row: self._ask(form=self.form.currentData(), part=None))
        self.encoding.textActivated.connect(self._ask_encoding)
        self.part.activated.connect(lambda _row: self._ask(part=self.part.currentData()))
        self.alternative.activated.connect(self._ask_alternative)
        self.wraps.buttonClicked.connect(lambda button: self._ask(wrap=button.property("wrap")))

    def _choice(self, name: str, label: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _make_wraps(self) -> None:
        for wrap, label in WRAPS.items():
            button = PressedButton(self)
            button.setObjectName(f"read-wrap-{wrap}")
            button.setText(self._translator.gettext(label))
            button.setProperty("look", "chip")
            button.setProperty("wrap", wrap)
            button.setCheckable(True)
            self.wraps.addButton(button)

    def _build(self) -> None:
        text = self._translator.gettext
        self._groups = {
            "alternative": self._group(text("Copied as"), self.alternative),
            "form": self._group(text("Read as"), self.form),
            "encoding": self._group(text("Encoding"), self.encoding),
            "part": self._group(text("Part"), self.part),
        }
        choices = QWidget(self)  # made first: the keyboard comes to it first
        self._wrap_line = QWidget(self)
        label = words(text("Line breaks"), "quiet", parent=self._wrap_line)
        label.setMinimumHeight(self.wraps.buttons()[0].sizeHint().height())
        for line, widgets in (
            (choices, [*self._groups.values()]),
            (self._wrap_line, [label, *self.wraps.buttons()]),
        ):
            flow = FlowLayout(line, 8)
            for widget in widgets:
                flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(choices)
        column.addWidget(self._wrap_line)

    def _group(self, label: str, chooser: QWidget) -> QWidget:
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(5)
        title = words(label, "quiet", parent=group)
        title.setBuddy(chooser)  # so that it is told by more than its value
        row.addWidget(title)
        row.addWidget(chooser)
        row.addStretch(1)
        return group

    def show_entry(self, entry: Entry | None) -> None:
        """Show how this source was read."""
        self._entry = entry
        draft = entry.draft if entry else None
        self.setVisible(
            draft is not None or (entry is not None and entry.error is not None and not entry.never_came)
        )
        if entry is None or entry.is_busy:
            return
        self._show_forms(entry)
        self._show_encodings(entry)
        self._show_parts(entry)
        self._show_alternatives(entry)
        wrapped = draft is not None and bool(draft.wrap)
        self._wrap_line.setVisible(wrapped)
        asked = options_of(entry).wrap
        for button in self.wraps.buttons():
            button.setChecked(button.property("wrap") == asked)
        if draft is not None and asked == "auto" and draft.wrap in WRAPS:
            found = self._translator.gettext(WRAPS[draft.wrap])
            self.wraps.buttons()[0].setText(
                self._translator.gettext("Found: {wrap}").format(wrap=found.lower())
            )
        self.updateGeometry()

    def _show_forms(self, entry: Entry) -> None:
        self.form.clear()
        found = entry.draft.reader if entry.draft and options_of(entry).form is None else ""
        as_found = self._translator.gettext("{form} (found)").format(form=form_name(found, self._translator))
        self.form.addItem(as_found if found else self._translator.gettext("whatever it is"), None)
        for name in FORMS:
            if name != found:
                self.form.addItem(form_name(name, self._translator), name)
        self.form.setCurrentIndex(max(0, self.form.findData(options_of(entry).form)))

    def _show_encodings(self, entry: Entry) -> None:
        draft, asked = entry.draft, options_of(entry).encoding
        now = asked or (draft.encoding if draft else "")
        is_ours = draft is not None and draft.source.acquired_how == "pasted"  # there is nothing to guess
        self._groups["encoding"].setVisible(bool(now) and not is_ours)
        self.encoding.clear()
        # each keeps its place, so that the arrow keys walk through them, and the name it is known by here
        names = (
            [*ENCODINGS]
            if not now or any(_codec(one) == _codec(now) for one in ENCODINGS)
            else [now, *ENCODINGS]
        )
        self.encoding.addItems(names)
        self.encoding.setCurrentIndex(
            next((n for n, one in enumerate(names) if _codec(one) == _codec(now)), -1)
        )

    def _show_parts(self, entry: Entry) -> None:
        others = entry.others()
        self._groups["part"].setVisible(len(others) > 1)
        self.part.clear()
        for part in others:
            self.part.addItem(self._part_name(part), part.id)
        now = entry.draft.part if entry.draft else ""
        self.part.setCurrentIndex(max(0, self.part.findData(now)))

    def _part_name(self, part: SourcePart) -> str:
        kind, name = name_of("part", part.kind, self._translator), part.name or part.id
        tells = part.kind is PartKind.ALTERNATIVE and part.media_type not in name
        form = f" ({part.media_type})" if tells else ""
        return f"{kind}: {shortened(name, 60)}{form}"

    def _show_alternatives(self, entry: Entry) -> None:
        self._groups["alternative"].setVisible(len(entry.alternatives) > 1)
        self.alternative.clear()
        for label, _job in entry.alternatives:
            self.alternative.addItem(label)
        jobs = [_bare(job) for _label, job in entry.alternatives]
        if _bare(entry.job) in jobs:
            self.alternative.setCurrentIndex(jobs.index(_bare(entry.job)))

    def _ask(self, **changes: str | None) -> None:
        if self._entry is not None:
            options: ReadOptions = replace(options_of(self._entry), **changes)  # type: ignore[arg-type]
            if options != options_of(self._entry):
                self.again.emit(options)

    def _ask_encoding(self, encoding: str) -> None:
        draft = self._entry.draft if self._entry else None
        if draft is None or _codec(encoding) != _codec(draft.encoding):
            self._ask(encoding=encoding.strip() or None)

    def _ask_alternative(self, row: int) -> None:
        if self._entry is not None:
            job = self._entry.alternatives[row][1]
            if _bare(job) != _bare(self._entry.job):
                self.instead.emit(job)


def _codec(name: str) -> str:
    """What Python calls an encoding, so that its other names are known for the same; an unknown one is itself."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return name


def _bare(job: Reads) -> Reads:
    """A job without what was asked of the reader."""
    return replace(job, options=ReadOptions())


class Warnings(QWidget):
    """What a reader warned of, or why it refused: one line each, missing letters in red, mere facts without colour."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.lines: list[QWidget] = []

    def show_entry(self, entry: Entry | None) -> None:
        """Show the warnings of this source."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(text, look) for text, look in self._said(entry)]
        self.setVisible(bool(self.lines))

    def _line(self, text: str, look: str) -> QWidget:
        line = words(text, look, wrap=True, parent=self)
        self._column.addWidget(line)
        line.show()
        return line

    def _said(self, entry: Entry | None) -> list[tuple[str, str]]:
        if entry is None:
            return []
        said: list[tuple[str, str]] = []
        if entry.error is not None:
            said.append((word_of(entry.error, self._translator), "grave"))
        if entry.same_as:
            same = self._translator.gettext("This is the same as {what}. It is added only if you tick it.")
            said.append((same.format(what=entry.same_as), "doubt"))
        if entry.draft is not None:
            said += _warned(entry.draft, self._translator)
        return said


def _warned(draft: ArticleDraft, translator: Translator) -> list[tuple[str, str]]:
    """What a reader says of its reading, each with the look of its line."""
    lost = letters_lost(draft)
    asks = [notice for notice in draft.warnings if notice.code not in NO_QUESTION]
    tells = [notice for notice in draft.warnings if notice.code in NO_QUESTION]
    said = warnings_of(replace(draft, warnings=tuple(asks)), translator)
    return [
        *((text, "grave" if lost and number == 0 else "doubt") for number, text in enumerate(said)),
        *((text, "quiet") for text in warnings_of(replace(draft, warnings=tuple(tells)), translator)),
    ]


def word_of(error: VerifierError, translator: Translator) -> str:
    """An error in words."""
    return word(error.code, error.where, error.values, translator)
