"""The overview strip: every label of the article beside the text, and which part of it is in sight.

It stands in for the scroll bar. With many sentences each row of pixels shows the gravest label in it; the rows are
kept, so that a new label recomputes only its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Sentence
from verifier.domain.queries import SentenceLabel
from verifier.i18n import Translator
from verifier.ui.look.theme import Theme
from verifier.ui.reading.beside import GRAVITY, Beside
from verifier.ui.reading.geometry import line_places_at
from verifier.ui.reading.page import Page
from verifier.ui.reading.text_view import TextView
from verifier.ui.reading.verdicts import Verdicts

WIDTH = 22
BAR = 7.0
HIT = 8.0
"""Pixels; the length of the tick of something found."""


class OverviewStrip(Beside):
    """Every label of one article from top to bottom."""

    scroll_asked = Signal(int)
    """The user wants this code point of the article in the middle of the view."""

    def __init__(self, view: TextView, theme: Theme, translator: Translator, parent: QWidget) -> None:
        super().__init__(view, theme, translator, parent)
        self._edges: list[int] = [0]
        self._levels: list[int] = []
        self._grabbed: float | None = None
        self._seen: QRectF | None = None
        self._hits: Sequence[int] = ()
        self._hit_rows: frozenset[int] | None = None
        self._painted: QImage | None = None
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(translator.gettext("Overview of the labels"))
        view.moved.connect(self._on_moved)

    def show_page(self, page: Page, verdicts: Verdicts) -> None:
        """Show another article."""
        self._page, self._verdicts = page, verdicts
        self._edges = [0]
        for sentence in page.account:
            self._edges.append(self._edges[-1] + sentence.end - sentence.start)
        self._levels, self._seen, self._hit_rows = [], None, None
        self._painted = None
        self.update()

    def show_hits(self, points: Sequence[int]) -> None:
        """Show a tick at each of these code points: something was found there."""
        if tuple(points) != self._hits:
            self._hits, self._hit_rows = tuple(points), None
            self.update()

    def hits(self) -> Sequence[int]:
        """The code points that have a tick."""
        return self._hits

    def refresh(self, sentences: Iterable[Sentence]) -> None:
        """Look again at these sentences."""
        if self._page is None:
            return
        for sentence in sentences:
            number = self._page.account_index(sentence.id)
            if number is None:
                continue
            top, bottom = self._y(self._edges[number]), self._y(self._edges[number + 1])
            for row in range(max(int(top), 0), min(int(bottom) + 1, len(self._levels))):
                self._levels[row] = self._level(row)
            self._painted = None
            self.update(0, int(top) - 1, self.width(), int(bottom - top) + 3)

    def sizeHint(self) -> QSize:
        """As narrow as a scroll bar."""
        return QSize(WIDTH, 100)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._painted = None
        super().set_theme(theme)

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the labels, then what was found, then the frame around what is in sight."""
        painter = QPainter(self)
        if self._page is not None and self._page.account:
            painter.drawImage(0, 0, self._picture())
            self._paint_hits(painter)
            self._paint_sight(painter)
        painter.end()

    def _picture(self) -> QImage:
        """The labels, painted once until one of them changes: every step of the cursor repaints the strip."""
        if self._painted is None or self._painted.devicePixelRatio() != self.devicePixelRatioF():
            ratio = self.devicePixelRatioF()
            size = round(self.width() * ratio), max(round(self.height() * ratio), 1)
            self._painted = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
            self._painted.setDevicePixelRatio(ratio)
            self._painted.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._painted)
            bars = self._single_bars() if self._is_roomy() else self._row_bars(0, self.height())
            for top, height, label in bars:
                self._paint_bar(painter, top, height, label)
            painter.end()
        return self._painted

    def _paint_bar(self, painter: QPainter, top: float, height: float, label: SentenceLabel) -> None:
        role = f"label.{label}.line" if label else "label.unchecked.line"
        painter.fillRect(QRectF((self.width() - BAR) / 2, top, BAR, height), self._theme.colour(role))

    def _paint_hits(self, painter: QPainter) -> None:
        """Paint one tick for all hits in a row of pixels, beside the bars and over their edge."""
        if self._hit_rows is None:
            edges = (self._edge_of(point) for point in self._hits)
            self._hit_rows = frozenset(round(self._y(edge)) for edge in edges if edge is not None)
        left = (self.width() + BAR) / 2 - 3
        for row in self._hit_rows:
            painter.fillRect(QRectF(left, row - 1, HIT, 2), self._theme.colour("accent"))

    def _edge_of(self, point: int) -> int | None:
        """A code point of the article, counted in those of the account; None where it is set aside."""
        sentence = self._page.sentence_at(point) if self._page is not None else None
        number = self._page.account_index(sentence.id) if self._page is not None and sentence else None
        if sentence is None or number is None:
            return None
        return self._edges[number] + point - sentence.start

    def _paint_sight(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("quiet"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._sight(), 3, 3)

    def _is_roomy(self) -> bool:
        """Whether every sentence can have a bar of its own."""
        return self._page is not None and len(self._page.account) * 6 <= self.height()

    def _single_bars(self) -> Iterator[tuple[float, float, SentenceLabel]]:
        assert self._page is not None
        assert self._verdicts is not None
        for number, sentence in enumerate(self._page.account):
            top, bottom = self._y(self._edges[number]), self._y(self._edges[number + 1])
            yield top, max(bottom - top - 2, 1.5), self._verdicts.of(sentence).label

    def _row_bars(self, first: int, last: int) -> Iterator[tuple[float, float, SentenceLabel]]:
        """Runs of rows of pixels with the same label, from one row to another."""
        if len(self._levels) != self.height():
            self._levels = [self._level(row) for row in range(self.height())]
        start, last = max(first, 0), min(last, len(self._levels))
        for row in range(start + 1, last + 1):
            if row == last or self._levels[row] != self._levels[start]:
                yield start, row - start, GRAVITY[self._levels[start]]
                start = row

    def _level(self, row: int) -> int:
        """How grave the gravest label in a row of pixels is."""
        assert self._page is not None
        assert self._verdicts is not None
        scale = self._edges[-1] / max(self.height() - 4, 1)
        first = max(bisect_right(self._edges, (row - 2) * scale) - 1, 0)
        last = bisect_right(self._edges, (row - 1) * scale)
        labels = (self._verdicts.of(found).label for found in self._page.account[first:last])
        return max((GRAVITY.index(label) for label in labels), default=0)

    def _y(self, edge: float) -> float:
        """Where a position, counted in code points of the account, is on the strip."""
        return 2 + edge / max(self._edges[-1], 1) * max(self.height() - 4, 0)

    def _sight(self) -> QRectF:
        """The frame around the part of the account in sight; looked up once until the text moves."""
        if self._seen is None:
            height = self._view.viewport().height()
            top = self._y(self._edge_at_place(line_places_at(self._view, 0)[0]))
            bottom = self._y(self._edge_at_place(line_places_at(self._view, height)[1]))
            self._seen = QRectF((self.width() - BAR) / 2 - 3, top - 1, BAR + 6, max(bottom - top, 12))
        return self._seen

    def _edge_at_place(self, place: int) -> float:
        assert self._page is not None
        row = self._page.rows[self._page.row_at_place(place)]
        point = self._page.point_at(place)
        sentence = self._page.sentence_at(row.start if point is None else point)
        if sentence is None:
            return 0
        number = self._page.account_index(sentence.id)
        if number is None:
            following = next(self._page.account_from(sentence.id, 1), None)
            index = self._page.account_index(following.id) if following else None
            return self._edges[-1] if index is None else self._edges[index]
        return self._edges[number] + max(min((point or row.start) - sentence.start, sentence.end), 0)

    def _on_moved(self) -> None:
        self._seen = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows of pixels are others now."""
        super().resizeEvent(event)
        self._levels, self._seen, self._hit_rows = [], None, None
        self._painted = None

    # -- mouse -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or bring the place pressed into the middle of the view."""
        sight = self._sight()
        if not sight.contains(event.position()):
            self._scroll_to(event.position().y())
        self._grabbed = event.position().y() - self._sight().center().y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame, and the text with it."""
        if self._grabbed is not None:
            self._scroll_to(event.position().y() - self._grabbed)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the frame."""
        self._grabbed = None

    def _sentence_at(self, y: float) -> tuple[Sentence, int] | None:
        """The sentence at a height of the strip, and how many code points into it."""
        if self._page is None or not self._page.account:
            return None
        edge = (y - 2) / max(self.height() - 4, 1) * self._edges[-1]
        number = min(max(bisect_right(self._edges, edge) - 1, 0), len(self._page.account) - 1)
        return self._page.account[number], max(int(edge) - self._edges[number], 0)

    def _scroll_to(self, y: float) -> None:
        """Bring the text of a height of the strip into the middle of the view."""
        found = self._sentence_at(y)
        if found is not None:
            sentence, edge = found
            self.scroll_asked.emit(min(sentence.start + edge, sentence.end - 1))

    def spoken_of(self, position: QPointF) -> tuple[Sentence, ...]:
        """The sentence whose label is at a position."""
        found = self._sentence_at(position.y())
        return () if found is None else (found[0],)
