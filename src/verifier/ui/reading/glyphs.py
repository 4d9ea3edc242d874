"""The signs of the labels, drawn as paths: crisp at every scale, and hollow where a mark has no basis yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

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
    """Draw a label's sign into a square box; nothing for a sentence that is not checked."""
    if label is None:
        return
    path = _path(label, box)
    width = box.width() * (0.17 if label is not Label.OPINION else 0.12)
    stroker = QPainterPathStroker(QPen(Qt.PenStyle.NoPen))
    stroker.setWidth(box.width() * 0.3 if hollow else width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    outline = stroker.createStroke(path).simplified()
    painter.setPen(QPen(colour, box.width() * 0.075) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    painter.drawPath(outline)
    if label is Label.UNCONFIRMED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(_at(box, 0.5, 0.93), box.width() * 0.1, box.width() * 0.1)


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
