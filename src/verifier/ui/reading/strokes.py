"""How a relation or a suggestion is drawn: its colour, and the style that tells it apart without colour."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from verifier.domain.kinds import Relation

SUGGESTED: Final = "suggested"
"""What may be a link: dotted and quiet, behind every link there is."""

Style = Relation | Literal["suggested"]
"""What a line stands for."""

RELATION_ROLES: dict[Style, str] = {
    Relation.CORROBORATES: "label.verified.line",
    Relation.SAME_QUOTATION: "label.verified.line",
    Relation.CONTRADICTS: "label.disputed.line",
    Relation.ALTERED_QUOTATION: "label.disputed.line",
    Relation.ADDS_DETAIL: "accent",
    SUGGESTED: "quiet",
}
"""The colour role of each line."""

RELATION_FILLS: dict[Style, str] = {
    Relation.CORROBORATES: "label.verified.fill",
    Relation.SAME_QUOTATION: "label.verified.fill",
    Relation.CONTRADICTS: "label.disputed.fill",
    Relation.ALTERED_QUOTATION: "label.disputed.fill",
    Relation.ADDS_DETAIL: "selected",
    SUGGESTED: "paper",
}
"""The colour role of each relation's ribbon."""

_DOUBLE: frozenset[Style] = frozenset({Relation.CONTRADICTS, Relation.ALTERED_QUOTATION})
_DASHES: dict[Style, list[float]] = {
    Relation.ADDS_DETAIL: [4.0, 3.0],
    Relation.SAME_QUOTATION: [9.0, 2.0],
    Relation.ALTERED_QUOTATION: [9.0, 2.0],
    SUGGESTED: [0.01, 2.6],
}


def relation_pen(relation: Style, colour: QColor, width: float = 1.4) -> QPen:
    """The pen of a relation's line."""
    pen = QPen(colour, width)
    is_dotted = relation == SUGGESTED
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_dotted else Qt.PenCapStyle.FlatCap)
    if relation in _DASHES:
        pen.setDashPattern(_DASHES[relation])
    return pen


def draw_curve(painter: QPainter, path: QPainterPath, relation: Style, colour: QColor, paper: QColor) -> None:
    """Draw a curve in a relation's style: solid, dashed, or double; dotted for a suggestion."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, relation_pen(relation, colour, 4.0 if relation in _DOUBLE else 1.6))
    if relation in _DOUBLE:
        painter.strokePath(path, QPen(paper, 1.6))


def draw_tick(painter: QPainter, box: QRectF, relation: Relation, colour: QColor) -> None:
    """Draw the short line that says a sentence has a link of this relation."""
    pen = relation_pen(relation, colour, 1.4)
    if relation in _DASHES:
        pen.setDashPattern([2.0, 1.2] if relation is Relation.ADDS_DETAIL else [1.0, 1.0])
    painter.setPen(pen)
    middle = box.center().y()
    for y in (middle - 1.3, middle + 1.3) if relation in _DOUBLE else (middle,):
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
