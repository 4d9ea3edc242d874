"""The signs of the labels, drawn as paths: crisp at every scale, and in a hollow ring while a mark has no basis."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from verifier.domain.kinds import Label
from verifier.domain.queries import SentenceLabel

_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    Label.VERIFIED: (((0.1, 0.55), (0.4, 0.86), (0.92, 0.14)),),
    Label.DISPUTED: (((0.06, 0.34), (0.94, 0.34)), ((0.06, 0.68), (0.94, 0.68)), ((0.7, 0.05), (0.3, 0.97))),
    Label.OPINION: (((0.5, 0.06), (0.9, 0.5), (0.5, 0.94), (0.1, 0.5), (0.5, 0.06)),),
    Label.NO_CLAIM: (((0.12, 0.5), (0.88, 0.5)),),
    "mixed": (((0.5, 0.05), (0.5, 0.65)), ((0.15, 0.35), (0.85, 0.35)), ((0.15, 0.92), (0.85, 0.92))),
}


def draw_glyph(
    painter: QPainter, box: QRectF, label: SentenceLabel, colour: QColor, *, hollow: bool = False
) -> None:
    """Draw a label's sign into a square box; nothing for a sentence that is not checked.

    A hollow sign stands small in a ring: a mark that still waits for its basis.
    """
    if label is None:
        return
    if hollow:
        ring = box.adjusted(-0.5, -0.5, 0.5, 0.5)
        painter.setPen(QPen(colour, 1.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        inset = box.width() * 0.24
        box = box.adjusted(inset, inset, -inset, -inset)
    _draw_strokes(painter, box, label, colour, max(box.width() * 0.17, 1.25))


def _draw_strokes(painter: QPainter, box: QRectF, label: SentenceLabel, colour: QColor, width: float) -> None:
    pen = QPen(colour, width * (0.75 if label is Label.OPINION else 1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(_path(label, box), pen)
    if label is Label.UNCONFIRMED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(_at(box, 0.5, 0.93), width * 0.6, width * 0.6)


def _path(label: SentenceLabel, box: QRectF) -> QPainterPath:
    path = QPainterPath()
    if label is Label.UNCONFIRMED:
        path.moveTo(_at(box, 0.2, 0.28))
        path.cubicTo(_at(box, 0.22, -0.04), _at(box, 0.82, -0.04), _at(box, 0.8, 0.27))
        path.cubicTo(_at(box, 0.79, 0.45), _at(box, 0.5, 0.42), _at(box, 0.5, 0.68))
        return path
    for stroke in _STROKES[str(label)]:
        path.moveTo(_at(box, *stroke[0]))
        for point in stroke[1:]:
            path.lineTo(_at(box, *point))
    return path


def _at(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + box.width() * across, box.top() + box.height() * down)
