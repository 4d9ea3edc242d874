"""Where there is room for one column only: the passage the current sentence is linked with, beneath the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from verifier.domain.articles import Passage, Sentence
from verifier.domain.judgements import Link
from verifier.domain.kinds import DIRECTED_RELATIONS
from verifier.domain.queries import (
    address_of,
    address_of_passage,
    article_of_version,
    is_inside_one_article,
    other_end,
    sentences_under,
)
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.look.theme import Theme
from verifier.ui.reading.direction import runs_from_the_right
from verifier.ui.reading.look import Look
from verifier.ui.reading.margin import quiet_font
from verifier.ui.reading.strokes import RELATION_ROLES

LINES = 3
LOW = 300
"""Pixels; where the columns have less height, one line of the passage must do."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What stands on the other side: words of another article, and the link that leads there, if any."""

    span: Passage | Sentence
    link: Link | None


def counterpart(rows: CaseRows, passages: Sequence[Passage], other: Sentence | None) -> Counterpart | None:
    """What passages are linked with in another article, differences first, else the other end, else None."""
    links = [(passage, link) for passage in passages for link in rows.links_on(passage.id)]
    links.sort(key=lambda pair: not pair[1].is_difference)
    for passage, link in links:
        if not is_inside_one_article(rows, link):
            return Counterpart(rows.need(Passage, other_end(link, passage.id)), link)
    return None if other is None else Counterpart(other, None)


class Beneath(QWidget):
    """A few lines at the foot of a narrow window. A click goes there."""

    picked = Signal(str)
    """The user pressed on the passage in this sentence id."""

    def __init__(self, theme: Theme, translator: Translator, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._translator = theme, translator
        self._target: str | None = None
        self._lines = LINES
        self._source = QLabel(self)
        self._text = QLabel(self)
        for label in (self._source, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 10, 24, 10)
        lines.setSpacing(4)
        lines.addWidget(self._source)
        lines.addWidget(self._text, 1)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.setAccessibleName(translator.gettext("Linked passage"))
        self.set_appearance(theme, look)

    def set_appearance(self, theme: Theme, look: Look) -> None:
        """Use other colours or another face."""
        self._theme = theme
        self._source.setFont(quiet_font(look.point_size * 0.72))
        self._text.setFont(look.font())
        self._set_lines(self._lines)

    def fit_into(self, height: int) -> None:
        """Take up less where the whole reading area is only so many pixels high."""
        self._set_lines(1 if height < LOW else LINES)

    def _set_lines(self, lines: int) -> None:
        self._lines = lines
        self._text.setFixedHeight(QFontMetrics(self._text.font()).lineSpacing() * lines)

    def words(self) -> tuple[str, str]:
        """Where the passage is from, and its words."""
        return self._source.text(), self._text.text()

    def show_counterpart(self, rows: CaseRows, found: Counterpart | None, words: str) -> None:
        """Show what the current sentence is linked with, in these words."""
        if found is None:
            self._target = None
            self._source.setText(self._translator.gettext("not linked yet"))
            self._text.setText("")
            return
        span = found.span
        is_passage = isinstance(span, Passage)
        address = address_of_passage(rows, span) if isinstance(span, Passage) else address_of(rows, span)
        under = sentences_under(rows, span) if isinstance(span, Passage) else (span,)
        self._target = under[0].id if under else None
        parts = [address, article_of_version(rows, span.version_id).publisher or ""]
        role = "quiet"
        if found.link is not None and is_passage:
            parts.append(self._relation(rows, found.link))
            role = RELATION_ROLES[found.link.relation]
        self._source.setText(" · ".join(part for part in parts if part))
        palette = self._source.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(role))
        self._source.setPalette(palette)
        way = Qt.LayoutDirection
        self._text.setLayoutDirection(way.RightToLeft if runs_from_the_right(words) else way.LeftToRight)
        self._text.setText(words)

    def _relation(self, rows: CaseRows, link: Link) -> str:
        """The relation in words; with both ends where it reads from one to the other."""
        relation = name_of("relation", link.relation, self._translator)
        if link.relation not in DIRECTED_RELATIONS:
            return relation
        first, second = (address_of_passage(rows, rows.need(Passage, key)) for key in (link.a, link.b))
        return f"{first} {relation} {second}"

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Go to the passage."""
        if self._target is not None:
            self.picked.emit(self._target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline above."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour("hairline"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
