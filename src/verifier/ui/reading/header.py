"""The head of a column: letter, publisher and kind of piece, title, date and byline, or that they are not stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from verifier.domain.articles import Article
from verifier.domain.kinds import ParagraphKind
from verifier.domain.reading import Candidate
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.look.icon_button import IconButton
from verifier.ui.look.icons import GRID, draw_icon
from verifier.ui.look.theme import Theme
from verifier.ui.phrases import isolated
from verifier.ui.reading.look import Look
from verifier.ui.reading.page import Page
from verifier.ui.reading.strokes import RELATION_ROLES, Style, draw_curve

MOST_LANES = 3
"""So many links can be told apart where they cross under the head of a column; more share the last lane."""

LANE_STEP = 4.0

FROM_THE_RIGHT = "\u200f"
"""A mark that makes a label run from the right, and stand there."""

DRAG = 24
"""Pixels the mouse has to go for a press to become a drag."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A link or suggestion that crosses a column below its head, at a height in pixels; ``filled`` is the cursor's."""

    relation: Style
    y: float
    filled: bool


class CloseButton(IconButton):
    """A small cross that closes a column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("close", "", parent)
        self.setObjectName("closeColumn")

    def sizeHint(self) -> QSize:
        """Twenty pixels square."""
        return QSize(20, 20)


class Grip(QWidget):
    """Shows where a column can be taken hold of; the header beneath it takes the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(GRID, GRID)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint two rows of dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, "grip", QRectF(self.rect()), self.palette().placeholderText().color())
        painter.end()


class ColumnHeader(QWidget):
    """Says which article this is."""

    close_asked = Signal()
    dragged_at = Signal(QPoint)
    """The user holds the header over this global position."""
    dropped_at = Signal(QPoint)
    """The user let go of the header at this global position, or gave up where they took hold of it."""
    resized = Signal()

    def __init__(self, theme: Theme, translator: Translator, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._translator = translator
        self._look = look
        self._scrolled = self._is_low = False
        self._has_headline = True
        self._lanes: list[Lane] = []
        self._known = (True, True)
        self._pressed: QPoint | None = None
        self._letter = _label(self)
        self._source = _label(self)
        self._source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title = _label(self, wraps=True)
        self._dates = _label(self, wraps=True)
        self._grip, self._close = Grip(self), CloseButton(self)
        self._grip.setToolTip(translator.gettext("Drag to move this column"))
        self._close.clicked.connect(self.close_asked)
        self._lay_out()
        self._colour()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._letter)
        top.addWidget(self._source, 1)
        top.addWidget(self._grip)
        top.addWidget(self._close)
        lines = QVBoxLayout(self)
        lines.setSpacing(3)
        lines.addLayout(top)
        lines.addWidget(self._title)
        lines.addWidget(self._dates)

    def set_sides(self, left: int, right: int, *, from_the_right: bool) -> None:
        """Line the header up with the text: pixels at its left and right, and which way the text runs."""
        way = Qt.LayoutDirection
        self.setLayoutDirection(way.RightToLeft if from_the_right else way.LeftToRight)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, 14, right, 10)

    def set_scrolled(self, scrolled: bool) -> None:
        """Draw a hairline under the header while text is hidden beneath it."""
        if scrolled != self._scrolled:
            self._scrolled = scrolled
            self.update()

    def set_low(self, low: bool) -> None:
        """Say in a low column only which article it is: two lines squeezed into one could not be read."""
        if low != self._is_low:
            self._is_low = low
            self._show_lines()

    def _show_lines(self) -> None:
        self._title.setVisible(not (self._has_headline or self._is_low))
        self._dates.setVisible(not self._is_low)

    def lane(self, slot: int) -> float:
        """The height of a lane for links, counted from the lowest, in this widget's pixels."""
        return self.height() - 4.5 - slot * LANE_STEP

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show these links as they cross to columns further away."""
        if lanes != self._lanes:
            self._lanes = list(lanes)
            self.update()

    def lanes(self) -> Sequence[Lane]:
        """The links that cross."""
        return tuple(self._lanes)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline, and the links that cross."""
        painter = QPainter(self)
        if self._scrolled:
            painter.setPen(self._theme.colour("hairline"))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for lane in self._lanes:
            path = QPainterPath(QPointF(0, lane.y))
            path.lineTo(QPointF(self.width(), lane.y))
            colour = self._theme.colour(RELATION_ROLES[lane.relation])
            draw_curve(painter, path, lane.relation, colour, self._theme.colour("paper"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the column."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the hand that the column is being moved, and say where to."""
        if self._pressed is not None and self._is_drag(event):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged_at.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the column down."""
        if self._pressed is not None and self._is_drag(event):
            self.dropped_at.emit(event.globalPosition().toPoint())
        self._pressed = None
        self.unsetCursor()

    def _is_drag(self, event: QMouseEvent) -> bool:
        assert self._pressed is not None
        return (event.position().toPoint() - self._pressed).manhattanLength() > DRAG

    def set_theme(self, theme: Theme, look: Look) -> None:
        """Use the colours of another theme and the face of another look."""
        self._theme, self._look = theme, look
        self._colour()

    def show_article(self, page: Page, candidates: Sequence[Candidate] = ()) -> None:
        """Show what is known of an article; its title only where the text does not begin with it. A value nobody has
        confirmed has a question mark, and the tool tip says which of the ``candidates`` it is.
        """
        article, say = page.article, self._translator.gettext
        lead = FROM_THE_RIGHT if page.from_the_right else ""
        self._letter.setText(article.letter)
        source = self._told(article, "publisher") or say("publisher not stated")
        self._source.setText(lead + " · ".join(filter(None, (source, self._told(article, "piece")))))
        self._has_headline = any(row.kind is ParagraphKind.HEADLINE for row in page.paragraphs)
        self._show_lines()
        self._title.setText(lead + (self._told(article, "title") or say("Title not stated in the source")))
        self._dates.setText(lead + self._dates_of(article))
        self._known = (bool(article.title), bool(_date(article) and article.byline))
        self._set_fonts()
        self._close.setAccessibleName(say("Close column {letter}").format(letter=article.letter))
        self._close.setToolTip(self._close.accessibleName())
        self.setAccessibleName(say("Article {letter}").format(letter=article.letter))
        self.setToolTip(self._open_fields(article, candidates).replace("<", "‹"))
        self.setAccessibleDescription(self.toolTip())

    def _told(self, article: Article, field: str) -> str:
        """A value as it is told: "" where it is not stated, with a question mark where nobody has confirmed it."""
        value = isolated(getattr(article, field) or "")
        return f"{value}\u202f?" if value and field in article.unconfirmed else value

    def _open_fields(self, article: Article, candidates: Sequence[Candidate]) -> str:
        """The values nobody has confirmed, and where each stands in the source."""
        say = self._translator.gettext
        lines = []
        for name in article.unconfirmed:
            value = getattr(article, name)
            shown = isolated(value or "")
            origins = [name_of("origin", one.origin, self._translator) for one in candidates
                       if (one.field, one.value) == (name, value)]  # fmt: skip
            where = f" ({origins[0]})" if origins else ""
            lines.append(f"{name_of('field', name, self._translator)}: {shown}{where}")
        return "\n".join([say("Not confirmed yet:"), *lines]) if lines else ""

    def words(self) -> list[str]:
        """What the header says, line by line."""
        labels = (self._letter, self._source, self._title, self._dates)
        return [label.text() for label in labels if not label.isHidden()]

    def _dates_of(self, article: Article) -> str:
        say = self._translator.gettext
        date = self._told(article, "published_as_printed") or self._told(article, "published")
        byline = self._told(article, "byline")
        if not date and not byline:
            return say("date and byline not stated")
        return f"{date or say('date not stated')} · {byline or say('byline not stated')}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that lanes have moved."""
        super().resizeEvent(event)
        self.resized.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the fonts again: a style sheet takes them from a visible label that is given another parent."""
        self._set_fonts()
        super().showEvent(event)

    def _set_fonts(self) -> None:
        title_known, all_known = self._known
        title = self._look.font_of(ParagraphKind.HEADLINE)
        title.setBold(title_known)
        title.setItalic(not title_known)
        self._title.setFont(title)
        small = QFont()
        small.setPointSizeF(self._look.point_size * 0.72)
        letter = QFont(small)
        letter.setBold(True)
        self._letter.setFont(letter)
        self._source.setFont(small)
        small.setItalic(not all_known)
        self._dates.setFont(small)

    def _colour(self) -> None:
        for label, role in ((self._letter, "accent"), (self._source, "quiet"), (self._dates, "quiet")):
            _tint(label, self._theme, role)
        _tint(self._title, self._theme, "ink")


def _date(article: Article) -> str | None:
    return article.published_as_printed or article.published


def _label(parent: QWidget, *, wraps: bool = False) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label


def _tint(label: QLabel, theme: Theme, role: str) -> None:
    palette = label.palette()
    palette.setColor(label.foregroundRole(), theme.colour(role))
    label.setPalette(palette)
