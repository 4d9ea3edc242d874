"""The gap between two columns, with the curves that lead from the current sentence to what it is linked with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPainterPathStroker, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from verifier.i18n import Translator
from verifier.ui.look.theme import Theme
from verifier.ui.reading.margin import quiet_font
from verifier.ui.reading.strokes import (
    RELATION_FILLS,
    RELATION_ROLES,
    SUGGESTED,
    Style,
    draw_curve,
    relation_pen,
)

WIDTH = 44
STUB = 10.0
STUB_STEP = 15.0


class Side(Enum):
    """The side of a gap something begins at."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link both of whose ends are in sight: top and bottom of each end, in the gap's pixels. That of a suggestion
    has the id of the sentence it leads to for its ``link_id``.
    """

    link_id: str
    relation: Style
    left: tuple[float, float]
    right: tuple[float, float]
    filled: bool
    tip: str


@dataclass(frozen=True, slots=True)
class Stub:
    """A link or suggestion with one end in sight: where that end is, and the name of the other ("C7")."""

    link_id: str
    relation: Style
    side: Side
    end: tuple[float, float]
    name: str
    tip: str


class Gap(QWidget):
    """Paints the curves it is given; both tangents are flat, both control points at half width."""

    link_picked = Signal(str)
    suggestion_picked = Signal(str)
    """The id of the sentence that is suggested."""

    def __init__(self, theme: Theme, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ribbons: Sequence[Ribbon] = ()
        self._stubs: Sequence[Stub] = ()
        self._shapes: list[tuple[QPainterPath, str, str]] = []
        self.setAccessibleName(translator.gettext("Links of the current sentence"))
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._theme = theme
        self.update()

    def set_curves(self, ribbons: Sequence[Ribbon], stubs: Sequence[Stub]) -> None:
        """Show these links and no others."""
        if (ribbons, stubs) != (self._ribbons, self._stubs):
            self._ribbons, self._stubs = ribbons, stubs
            self.update()

    def ribbons(self) -> Sequence[Ribbon]:
        """The links shown with both ends."""
        return tuple(self._ribbons)

    def stubs(self) -> Sequence[Stub]:
        """The links shown with one end."""
        return tuple(self._stubs)

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the hairlines of the columns beside it, and the curves: suggestions behind, the
        filled one last.
        """
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.setPen(self._theme.colour("hairline"))
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._shapes = []
        for ribbon in sorted(self._ribbons, key=lambda found: (found.relation != SUGGESTED, found.filled)):
            self._paint_ribbon(painter, ribbon)
        self._paint_stubs(painter)
        painter.end()

    def _paint_ribbon(self, painter: QPainter, ribbon: Ribbon) -> None:
        line = self._theme.colour(RELATION_ROLES[ribbon.relation])
        if not ribbon.filled:
            path = self._curve(sum(ribbon.left) / 2, sum(ribbon.right) / 2)
            draw_curve(painter, path, ribbon.relation, line, self._theme.colour("paper"))
            self._remember(path, ribbon.link_id, ribbon.tip)
            return
        upper = self._curve(ribbon.left[0], ribbon.right[0])
        lower = self._curve(ribbon.left[1], ribbon.right[1])
        body = QPainterPath(upper)
        body.connectPath(lower.toReversed())
        body.closeSubpath()
        painter.fillPath(body, self._theme.colour(RELATION_FILLS[ribbon.relation]))
        for edge in (upper, lower):
            painter.strokePath(edge, relation_pen(ribbon.relation, line, 1.3))
        self._shapes.append((body, ribbon.link_id, ribbon.tip))

    def _curve(self, left: float, right: float) -> QPainterPath:
        half = self.width() / 2
        path = QPointF(0, left)
        curve = QPainterPath(path)
        curve.cubicTo(QPointF(half, left), QPointF(half, right), QPointF(self.width(), right))
        return curve

    def _paint_stubs(self, painter: QPainter) -> None:
        """Paint the stubs of a side one over the other: beside their sentence, or above its ribbon."""
        painter.setFont(quiet_font(7.5))
        for side in Side:
            stubs = [stub for stub in self._stubs if stub.side is side]
            ribbon_tops = [(found.left if side is Side.LEFT else found.right)[0] for found in self._ribbons]
            for number, stub in enumerate(stubs):
                middle = sum(stub.end) / 2 - (len(stubs) - 1) * STUB_STEP / 2
                first = min(ribbon_tops) - 9 - (len(stubs) - 1) * STUB_STEP if ribbon_tops else middle
                self._paint_stub(painter, stub, max(first, 9.0) + number * STUB_STEP)

    def _paint_stub(self, painter: QPainter, stub: Stub, y: float) -> None:
        colour = self._theme.colour(RELATION_ROLES[stub.relation])
        from_left = stub.side is Side.LEFT
        edge = 0.0 if from_left else float(self.width())
        tip = STUB if from_left else self.width() - STUB
        path = QPainterPath(QPointF(edge, y))
        path.lineTo(QPointF(tip, y))
        draw_curve(painter, path, stub.relation, colour, self._theme.colour("paper"))
        box = QRectF(STUB + 3, y - 8, self.width() - STUB - 4, 16)
        align = Qt.AlignmentFlag.AlignLeft
        if not from_left:
            box.moveLeft(1)
            align = Qt.AlignmentFlag.AlignRight
        flags = align | Qt.AlignmentFlag.AlignVCenter
        ground = painter.boundingRect(box, flags, stub.name)
        painter.fillRect(ground.adjusted(-1, 2, 1, -2), self._theme.colour("paper"))
        painter.setPen(colour)
        painter.drawText(box, flags, stub.name)
        shape = QPainterPath()
        shape.addRect(0, y - 8, self.width(), 16)
        self._shapes.append((shape, stub.link_id, stub.tip))

    def _remember(self, path: QPainterPath, link_id: str, tip: str) -> None:
        """Make a thin curve easy to hit."""
        stroker = QPainterPathStroker()
        stroker.setWidth(10)
        self._shapes.append((stroker.createStroke(path), link_id, tip))

    # -- mouse -----------------------------------------------------------------------------------------------------

    def _hit(self, position: QPointF) -> tuple[str, str] | None:
        found = (entry for entry in reversed(self._shapes) if entry[0].contains(position))
        return next(((link_id, tip) for _, link_id, tip in found), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the link under the mouse."""
        hit = self._hit(event.position())
        if hit is not None:
            (self.suggestion_picked if hit[0] in self._suggested() else self.link_picked).emit(hit[0])

    def _suggested(self) -> set[str]:
        """The ids of the sentences that curves and stubs of suggestions lead to."""
        ribbons = {one.link_id for one in self._ribbons if one.relation == SUGGESTED}
        return ribbons | {one.link_id for one in self._stubs if one.relation == SUGGESTED}

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the hand that a curve can be picked."""
        is_hit = self._hit(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_hit else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what the curve under the mouse stands for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self._hit(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), hit[1] if hit else "", self)
            return True
        return super().event(event)
