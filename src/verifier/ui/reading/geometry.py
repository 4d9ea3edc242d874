"""Where words are on the screen: lines of a span, rows in sight, and the contour around a sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from verifier.ui.reading.look import LEADING

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block in the viewport's pixels: the rectangle of its whole leading, its base line, and how much of
    the leading is above and below the letters.
    """

    rect: QRectF
    baseline: float
    extra: float = 0.0

    @property
    def natural(self) -> QRectF:
        """The rectangle of the letters, without the leading: as high as Qt paints the ground of words."""
        return self.rect.adjusted(0, self.extra, 0, -self.extra)


def block_rect(view: QTextEdit, block: QTextBlock) -> QRectF:
    """A block's rectangle in the viewport's pixels."""
    rect = view.document().documentLayout().blockBoundingRect(block)
    return rect.translated(-view.horizontalScrollBar().value(), -view.verticalScrollBar().value())


def place_at(view: QTextEdit, position: QPointF) -> int:
    """The place in the document nearest to a point of the viewport."""
    block = block_at(view, position.y())
    line, rect = _line_under(view, block, position.y()), block_rect(view, block)
    return block.position() + (line.xToCursor(position.x() - rect.left()) if line is not None else 0)


def line_places_at(view: QTextEdit, y: float) -> tuple[int, int]:
    """The first and last place of the line of text at a height of the viewport."""
    block = block_at(view, y)
    line = _line_under(view, block, y)
    if line is None:
        return block.position(), block.position()
    start = block.position() + line.textStart()
    return start, start + line.textLength()


def _line_under(view: QTextEdit, block: QTextBlock, y: float) -> QTextLine | None:
    """The line of a block at a height, else the last; None where the block is not laid out."""
    rect, layout = block_rect(view, block), block.layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    under = (line for line in lines if _line(line, rect).rect.bottom() > y)
    return next(under, lines[-1]) if lines else None


def block_at(view: QTextEdit, y: float) -> QTextBlock:
    """The last block that begins at or above a height of the viewport, else the first.

    Found by halves: Qt's own ``hitTest`` takes a millisecond in a long text, and every repaint asks.
    """
    document = view.document()
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if block_rect(view, document.findBlockByNumber(middle)).top() <= y:
            low = middle
        else:
            high = middle - 1
    return document.findBlockByNumber(low)


def rows_in_sight(view: QTextEdit) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The blocks that are at least partly in the viewport, from the top."""
    block = block_at(view, 0)
    bottom = view.viewport().height()
    while block.isValid():
        rect = block_rect(view, block)
        if rect.top() > bottom:
            return
        yield block, rect
        block = block.next()


def line_at(block: QTextBlock, rect: QRectF, place: int) -> Line | None:
    """The line of a block in which a place of the document is; None where the block is not laid out."""
    layout = block.layout()
    line = layout.lineForTextPosition(min(place - block.position(), max(block.length() - 1, 0)))
    return _line(line, rect) if line.isValid() else None


def _line(line: QTextLine, rect: QRectF) -> Line:
    """A line with its leading: text lines as Qt gives them do not touch each other."""
    natural = line.rect().translated(rect.left(), rect.top())
    extra = natural.height() * (LEADING - 1) / 2
    return Line(natural.adjusted(0, -extra, 0, extra), natural.top() + line.ascent(), extra)


def span_rects(view: QTextEdit, first: int, last: int) -> list[QRectF]:
    """The rectangles, one a line, of the words between two places of the document, in the viewport's pixels."""
    return [line.rect for line in span_lines(view, first, last)]


def span_lines(view: QTextEdit, first: int, last: int) -> list[Line]:
    """The parts of lines the words between two places of the document take, in the viewport's pixels."""
    lines: list[Line] = []
    block = view.document().findBlock(first)
    while block.isValid() and block.position() < last:
        lines += _block_lines(block, block_rect(view, block), first, last)
        block = block.next()
    return lines


def _block_lines(block: QTextBlock, rect: QRectF, first: int, last: int) -> Iterator[Line]:
    layout = block.layout()
    start = max(first - block.position(), 0)
    end = min(last - block.position(), block.length() - 1)
    simple = not _RIGHT_TO_LEFT.search(block.text())
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin, finish = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if begin >= finish:
            continue
        whole = _line(line, rect)
        left, right = (_x(line, begin), _x(line, finish)) if simple else _extent(line, begin, finish)
        natural = line.naturalTextRect()
        left, right = max(left, natural.left()), min(right, natural.right())
        area = QRectF(rect.left() + left, whole.rect.top(), right - left, whole.rect.height())
        yield Line(area, whole.baseline, whole.extra)


def _extent(line: QTextLine, begin: int, finish: int) -> tuple[float, float]:
    """The left and right edge of a stretch of a line, whichever way its parts run."""
    left = right = _x(line, begin)
    for place in range(begin + 1, finish + 1):
        x = _x(line, place)
        left, right = min(left, x), max(right, x)
    return left, right


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    x = found[0] if isinstance(found, tuple) else found
    assert isinstance(x, float)
    return x


def contour(rects: list[QRectF], radius: float = 4.0) -> QPainterPath:
    """One outline around rectangles that lie line under line, its corners rounded."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        path.addRect(rect.adjusted(0, -0.5, 0, 0.5))  # so that lines under each other surely touch
    rounded = QPainterPath()
    for polygon in path.simplified().toSubpathPolygons():
        rounded.addPath(_rounded(polygon, radius))
    return rounded


def _rounded(polygon: QPolygonF, radius: float) -> QPainterPath:
    corners = [polygon.at(number) for number in range(polygon.size() - 1)]
    path = QPainterPath()
    for number, corner in enumerate(corners):
        before, after = corners[number - 1], corners[(number + 1) % len(corners)]
        entry, leave = _towards(corner, before, radius), _towards(corner, after, radius)
        if number == 0:
            path.moveTo(entry)
        else:
            path.lineTo(entry)
        path.quadTo(corner, leave)
    path.closeSubpath()
    return path


def _towards(start: QPointF, end: QPointF, distance: float) -> QPointF:
    """The point so many pixels from one point to another, at most half way."""
    length = math.hypot(end.x() - start.x(), end.y() - start.y())
    share = min(distance / length, 0.5) if length else 0.0
    return start + (end - start) * share
