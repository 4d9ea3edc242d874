"""The marked parts of a sentence in the inspector: each with its label; choosing one selects its words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from verifier.domain.articles import Passage, Sentence
from verifier.domain.queries import is_part, sentences_under
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.look.style import smaller, words
from verifier.ui.look.theme import Theme
from verifier.ui.panels.listing import Listing
from verifier.ui.phrases import shortened
from verifier.ui.place import Place
from verifier.ui.pressing import pressed_by_enter
from verifier.ui.reading.glyphs import draw_glyph
from verifier.ui.subject import Subject, subject_of

_SIGN = 11
"""The side of a label's glyph, in pixels."""
_LONGEST = 200
"""Code points of a part that are handed to the button at most; it elides them further."""


class PartButton(QAbstractButton):
    """One part: its label's glyph, its words, and in quiet what is said of them."""

    def __init__(self, part: Subject, theme: Theme, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        mark = part.mark
        self._label = mark.label if mark is not None else None
        label = name_of("label", self._label or "none", translator)
        count = len(part.links)
        tied = (
            translator.ngettext("{number} link", "{number} links", count).format(number=count)
            if count
            else ""
        )
        self._said = " · ".join(filter(None, (label if self._label or not tied else "", tied)))
        self.setText(shortened(part.words, _LONGEST))
        self.setAccessibleName(f"{self._said}: {self.text()}")
        self.setToolTip(self.accessibleName().replace("<", "‹"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: be pressed by Enter too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Qt: a press does not check it; the selection does."""

    def sizeHint(self) -> QSize:
        """Qt: one line."""
        return QSize(160, self.fontMetrics().height() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 1.2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        if self._label is not None:
            box = QRectF(6, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
            draw_glyph(painter, box, self._label, self._theme.colour(f"label.{self._label}.line"))
        self._draw_words(painter, QRect(6 + _SIGN + 7, 0, self.width() - _SIGN - 19, self.height()))
        painter.end()

    def _draw_words(self, painter: QPainter, room: QRect) -> None:
        small = smaller(self.font())
        painter.setFont(small)
        painter.setPen(self._theme.colour("quiet"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self._said)
        left = room.width() - painter.fontMetrics().horizontalAdvance(self._said) - 10
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("ink"))
        elided = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, elided)


class PartList(QWidget):
    """All parts of the sentence that were marked, linked or borne out on their own; hidden where there is none."""

    def __init__(
        self, place: Place, theme: Theme, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place, self._theme, self._translator = place, theme, translator
        self._subject: Subject | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(words(translator.gettext("Marked parts"), "heading", parent=self))
        self.list = Listing(self)
        column.addWidget(self.list)

    def show_subject(self, subject: Subject | None) -> None:
        """Show the parts of the sentence a subject is, or is in."""
        self._subject = subject
        parts = parts_of(subject) if subject is not None else []
        self.list.fill([self._entry(part, subject) for part in parts])
        self.setVisible(bool(parts))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.show_subject(self._subject)

    def _entry(self, part: Subject, subject: Subject | None) -> PartButton:
        button = PartButton(part, self._theme, self._translator, self)
        button.setChecked(subject is not None and part.passage == subject.passage)
        button.clicked.connect(partial(self._choose, part))
        return button

    def _choose(self, part: Subject, _checked: bool = False) -> None:
        assert part.passage is not None
        self._place.go_to_span(part.article.id, part.passage.start, part.passage.end, select=True)


def parts_of(subject: Subject) -> list[Subject]:
    """The parts of the sentence a subject is (or is in) that something hangs on, in reading order."""
    span = subject.span
    if isinstance(span, Passage):
        under = sentences_under(subject.rows, span)
        span = under[0] if under else None
    if not isinstance(span, Sentence):
        return []
    passages = subject.rows.passages_over(span.version_id, span.start, span.end)
    parts = [subject_of(subject.workbench, row.id) for row in passages if is_part(subject.rows, row)]
    said = [part for part in parts if part.mark or part.evidence or part.links]
    return sorted(said, key=lambda part: (part.passage.start, part.passage.end) if part.passage else (0, 0))
