"""The list of what was found in notes, links, evidence, questions and the case's own words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.session.finding import Hit
from verifier.ui.desk import Desk
from verifier.ui.phrases import address
from verifier.ui.positions import Units, shown

Index = QModelIndex | QPersistentModelIndex
_HIT = Qt.ItemDataRole.UserRole
_LEAD = Qt.ItemDataRole.UserRole + 1


class FoundModel(QAbstractListModel):
    """Hits as rows; what a row says is worked out when it is looked at."""

    def __init__(self, desk: Desk, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._translator = desk, translator
        self._hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits."""
        if hits != self._hits:
            self.beginResetModel()
            self._hits = hits
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Qt: one row a hit."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: where the hit is, and its words."""
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        hit = self._hits[index.row()]
        if role == _HIT:
            return hit
        if role == _LEAD:
            return self._lead(hit)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._lead(hit)}: {shown(hit.excerpt)}"
        return None

    def _lead(self, hit: Hit) -> str:
        workbench = self._desk.workbench
        where = address(workbench.rows, hit.place) if workbench is not None and hit.place else ""
        what = name_of("found", f"{hit.where}.{hit.field}", self._translator)
        return f"{where} · {what}" if where else what


class _Delegate(QStyledItemDelegate):
    """Draws where a hit is, quiet, then its words with the hit in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Qt: one line."""
        return QSize(200, option.fontMetrics.height() + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw a row."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        palette, rect = whole.palette, QRectF(whole.rect)
        if whole.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.highlight())
        metrics = whole.fontMetrics
        lead = index.data(_LEAD)
        room = min(max(metrics.averageCharWidth() * 26, rect.width() * 0.22), rect.width() * 0.4)
        inside = rect.adjusted(8, 0, -8, 0)
        painter.setPen(palette.placeholderText().color())
        box = QRectF(inside.left(), inside.top(), room - 10, inside.height())
        elided = metrics.elidedText(lead, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)
        painter.setPen(palette.text().color())
        _draw_excerpt(painter, inside.adjusted(room, 0, 0, 0), index.data(_HIT), whole.font)


def _draw_excerpt(painter: QPainter, rect: QRectF, hit: Hit, font: QFont) -> None:
    """One line of an excerpt, cut where there is no more room."""
    units = Units(hit.excerpt)
    start, end = units.units(hit.excerpt_start), units.units(hit.excerpt_end)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    bold.setForeground(painter.pen().color())
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length, stretch.format = start, end - start, bold
    layout = QTextLayout(shown(hit.excerpt), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([stretch])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(rect.width(), 1))
    layout.endLayout()
    painter.save()
    painter.setClipRect(rect)
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))
    painter.restore()


class FoundList(QListView):
    """The list; its height is that of its rows, up to a limit."""

    row_reached = Signal(int)
    """The keyboard went to another row."""

    def __init__(self, model: FoundModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def fit(self, most: int) -> None:
        """Be as high as the rows need, and no higher than so many."""
        rows = min(self.model().rowCount(), most)
        self.setFixedHeight(max(self.sizeHintForRow(0), 1) * max(rows, 1) + 2)

    def reach(self, row: int) -> None:
        """Show that this row is the current one."""
        index = self.model().index(row, 0)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Qt: tell where the keyboard is."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.row_reached.emit(current.row())
