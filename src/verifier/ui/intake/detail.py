"""One source in the preview: how it was read, what was warned of, its text, and what it states of itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QSplitter, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.intake.entry import Entry, State, options_of
from verifier.ui.intake.facts import draft_facts, state_words
from verifier.ui.intake.how_read import HowRead, Warnings
from verifier.ui.intake.metadata import MetadataForm
from verifier.ui.intake.text_side import TextSide
from verifier.ui.look.elided import ElidedLabel
from verifier.ui.look.style import smaller, words
from verifier.ui.look.theme import Theme
from verifier.ui.pressing import PressedButton

SIDE_BY_SIDE = 700
"""Pixels; in a narrower window what the source states stands beneath its text."""

WIDEST = 370
"""Pixels; the most that what the source states takes beside its text."""

LEAST_TEXT, LEAST_TEXT_ABOVE = 180, 260
"""Pixels of the text that stay in sight, beside what the source states and above it."""

LEAST_STATED = 120
"""Pixels of what the source states that stay in sight beside its text."""


class Detail(QWidget):
    """Shows one source and takes what is said of it."""

    changed = Signal(object)
    """Something was said of the ``Entry`` shown."""
    again = Signal(object, object)
    """An ``Entry`` is to be read with these ``ReadOptions``."""
    instead = Signal(object, object)
    """An ``Entry`` is to be read by this job."""

    def __init__(self, theme: Theme, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._entry: Entry | None = None
        self.name = ElidedLabel("title", self)
        self.facts = ElidedLabel("quiet", self)
        self.facts.setFont(smaller(self.facts.font()))
        self.busy = QProgressBar(self)
        self.how = HowRead(translator, self)
        self.warnings = Warnings(translator, self)
        self.text = TextSide(theme, translator, self)
        self.metadata = MetadataForm(translator, self)
        self.nothing = words("", "quiet", wrap=True, parent=self)
        self.retry = PressedButton(self)
        self._lay_out()
        self.how.again.connect(lambda options: self.again.emit(self._entry, options))
        self.how.instead.connect(lambda job: self.instead.emit(self._entry, job))
        self.text.changed.connect(self._tell)
        self.metadata.changed.connect(self._take_metadata)

    def _lay_out(self) -> None:
        self.retry.setObjectName("fetch-again")
        self.retry.setText(self._translator.gettext("Try again"))
        self.retry.setProperty("look", "chip")
        self.retry.clicked.connect(lambda _on: self._try_again())
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self._translator.gettext("Being read"))
        self.side = QScrollArea(self)
        self.side.setWidget(self.metadata)
        self.side.setWidgetResizable(True)
        self.side.setFrameShape(QFrame.Shape.NoFrame)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side.setObjectName("reading-metadata")
        self.side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.metadata.setContentsMargins(12, 4, 10, 0)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.text)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 1)
        self.text.setMinimumHeight(LEAST_TEXT)
        self.side.setMinimumHeight(LEAST_STATED)
        self.split.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 8)
        column.setSpacing(6)
        for widget in (self.name, self.facts, self.busy, self.how, self.warnings, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(self.split, 1)
        self._rest = QWidget(self)  # keeps the lines above at the top where there is no text
        column.addWidget(self._rest, 1)

    def show_entry(self, entry: Entry | None) -> None:
        """Show this source as it stands."""
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        is_read = entry.draft is not None  # one that is read again stays in sight meanwhile
        self.name.show_words(entry.name)
        self.facts.show_words(
            draft_facts(entry, self._translator)
            if is_read and not entry.is_busy
            else state_words(entry, self._translator)
        )
        self.busy.setVisible(entry.state is State.READING)
        self.how.show_entry(entry)
        self.warnings.show_entry(entry if not entry.is_busy else None)
        self.nothing.setText(self._explained(entry))
        self.nothing.setVisible(bool(self.nothing.text()))
        self.retry.setVisible(entry.never_came and not entry.is_busy)
        self.split.setVisible(is_read)
        self._rest.setVisible(not is_read)
        if entry.draft is not None and not entry.is_busy:
            self.text.show_entry(entry)
            self.metadata.show_metadata(
                entry.answers.metadata, entry.answers.unconfirmed, entry.draft.candidates
            )

    def _explained(self, entry: Entry) -> str:
        text = self._translator.gettext
        match entry.state:
            case State.OFFERED:
                return text("This is attached to the source above. Tick it to have it read and added too.")
            case State.REFUSED if entry.never_came:
                return text("Nothing came, and nothing is added.")
            case State.REFUSED:
                return text("It is not added. If it is something else than it was taken for, say so above.")
            case State.CANCELLED:
                return text("Reading it was cancelled. Tick it to have it read after all.")
            case _:
                return ""

    def _try_again(self) -> None:
        if self._entry is not None:
            self.again.emit(self._entry, options_of(self._entry))

    def _take_metadata(self) -> None:
        if self._entry is not None:
            self._entry.answers = replace(
                self._entry.answers,
                metadata=self.metadata.metadata(),
                unconfirmed=self.metadata.unconfirmed(),
            )
            self._tell()

    def _tell(self) -> None:
        if self._entry is not None:
            if self._entry.draft is not None:
                self.facts.show_words(draft_facts(self._entry, self._translator))
            self.changed.emit(self._entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: put what the source states beside its text, or beneath it in a narrow window."""
        super().resizeEvent(event)
        beside = self.width() >= SIDE_BY_SIDE
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.split.orientation() is not wanted or not any(self.split.sizes()):
            self.split.setOrientation(wanted)
        if beside:
            needed = (
                self.metadata.minimumSizeHint().width() + self.side.verticalScrollBar().sizeHint().width()
            )
            side = max(needed, min(self.width() * 2 // 5, WIDEST))
            self.side.setMinimumWidth(needed)
            self.side.setMinimumHeight(LEAST_STATED)
            self.text.setMinimumHeight(LEAST_TEXT)
            self.split.setSizes([self.width() - side, side])
        else:
            self.side.setMinimumWidth(0)
            # the whole detail scrolls then; a second scroll bar inside it would be one too many
            self.side.setMinimumHeight(self.metadata.sizeHint().height())
            self.text.setMinimumHeight(LEAST_TEXT_ABOVE)
            self.split.setSizes([self.height() * 3 // 5, self.height() * 2 // 5])

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self.text.set_theme(theme)
