"""The list of sources in the preview: a tick for each, its name, and where its reading stands."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from verifier.i18n import Translator
from verifier.ui.intake.entry import Entry, State
from verifier.ui.intake.facts import state_words
from verifier.ui.look.style import smaller
from verifier.ui.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_STATE = Qt.ItemDataRole.UserRole
_TONE = Qt.ItemDataRole.UserRole + 1
_INSET = Qt.ItemDataRole.UserRole + 2
_BOX = 14
_CAN_TICK = Qt.ItemFlag.ItemIsUserCheckable


class SourceDelegate(QStyledItemDelegate):
    """Paints a source: a box to tick, the name, and beneath it how its reading stands."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Qt: two lines."""
        return QSize(120, option.fontMetrics.height() * 2 + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: paint one source."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self.theme.colour("selected"))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(self.theme.colour("accent"), 1.5))
                painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        area = option.rect.adjusted(10 + (18 if index.data(_INSET) else 0), 7, -8, -7)
        if index.flags() & _CAN_TICK:
            self._paint_box(painter, area.left(), area.top() + 2, ticked=_is_ticked(index))
        area.setLeft(area.left() + _BOX + 9)
        metrics, tone = option.fontMetrics, str(index.data(_TONE) or "quiet")
        painter.setPen(self.theme.colour("ink"))
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area.left(), area.top() + metrics.ascent(), name)
        painter.setFont(smaller(option.font))
        painter.setPen(self.theme.colour(tone))
        said = painter.fontMetrics().elidedText(
            str(index.data(_STATE) or ""), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(
            area.left(), area.top() + metrics.height() + painter.fontMetrics().ascent() + 1, said
        )
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Qt: a click on the box ticks; a key does what it does everywhere."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        left = option.rect.left() + 10 + (18 if index.data(_INSET) else 0)
        hit = left - 6 <= event.position().x() <= left + _BOX + 6
        if event.type() is QEvent.Type.MouseButtonRelease and hit and index.flags() & _CAN_TICK:
            other = Qt.CheckState.Unchecked if _is_ticked(index) else Qt.CheckState.Checked
            return model.setData(model.index(index.row(), 0), other, Qt.ItemDataRole.CheckStateRole)
        return False

    def _paint_box(self, painter: QPainter, left: int, top: int, *, ticked: bool) -> None:
        painter.setPen(QPen(self.theme.colour("accent" if ticked else "quiet"), 1.2))
        painter.setBrush(self.theme.colour("accent" if ticked else "paper"))
        painter.drawRoundedRect(left, top, _BOX, _BOX, 3, 3)
        if ticked:
            painter.setPen(QPen(self.theme.colour("paper"), 2))
            painter.drawPolyline([_at(left, top, 3, 7), _at(left, top, 6, 10), _at(left, top, 11, 4)])


class SourceList(QListWidget):
    """The sources. Space or a click on the box ticks one; Del gives up reading it."""

    chosen = Signal(object)
    """Another ``Entry`` is to be shown, or None."""
    ticked = Signal(object, bool)
    """An ``Entry`` is to be added, or not."""
    given_up = Signal(object)
    """An ``Entry`` is not to be read."""

    def __init__(self, theme: Theme, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._entries: list[Entry] = []
        self.setObjectName("reading-sources")
        self.setAccessibleName(translator.gettext("Sources"))
        self.delegate = SourceDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(lambda _row: self.chosen.emit(self.current()))
        self.itemChanged.connect(self._on_ticked)

    def current(self) -> Entry | None:
        """The source whose reading is shown."""
        row = self.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def choose_first_in_question(self) -> None:
        """Show the first source a person should look at; where there is none, the first."""
        rows = (
            row for row, entry in enumerate(self._entries) if not entry.is_busy and entry.is_in_question()
        )
        self.setCurrentRow(next(rows, 0 if self._entries else -1))

    def show_entries(self, entries: list[Entry]) -> None:
        """List these sources; the one that was shown stays the one that is shown."""
        before = self.current()
        self.blockSignals(True)
        self.clear()
        self._entries = list(entries)
        for entry in entries:
            self.addItem(self._fresh(entry))
        self.blockSignals(False)
        row = self._entries.index(before) if before in self._entries else 0 if entries else -1
        self.setCurrentRow(row)
        self.chosen.emit(self.current())

    def _fresh(self, entry: Entry) -> QListWidgetItem:
        item = QListWidgetItem(entry.name)
        self._fill(item, entry)
        return item

    def show_entry(self, entry: Entry) -> None:
        """Show how the reading of one source stands."""
        if entry in self._entries:
            self.blockSignals(True)
            self._fill(self.item(self._entries.index(entry)), entry)
            self.blockSignals(False)
            self.viewport().update()

    def _fill(self, item: QListWidgetItem, entry: Entry) -> None:
        state = state_words(entry, self._translator)
        item.setData(_STATE, state)
        item.setData(_TONE, _tone(entry))
        item.setData(_INSET, entry.parent is not None)
        item.setToolTip(f"{entry.name}\n{state}".replace("<", "‹"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.name}, {state}")
        can_tick = entry.state is not State.REFUSED
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | _CAN_TICK if can_tick else flags)
        if can_tick:
            item.setCheckState(Qt.CheckState.Checked if entry.ticked else Qt.CheckState.Unchecked)
        else:
            item.setData(Qt.ItemDataRole.CheckStateRole, None)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        entry = self._entries[self.row(item)]
        on = item.checkState() is Qt.CheckState.Checked
        if on != entry.ticked:
            self.ticked.emit(entry, on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Del gives up reading a source."""
        entry = self.current()
        if event.key() == Qt.Key.Key_Delete and entry is not None and entry.is_busy:
            self.given_up.emit(entry)
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self.delegate.theme = theme
        self.viewport().update()


def _tone(entry: Entry) -> str:
    """The colour of what is said of a source: grave, doubtful or quiet."""
    if entry.state is State.REFUSED:
        return "label.disputed.line"
    return "label.unconfirmed.line" if entry.state is State.READ and entry.is_in_question() else "quiet"


def _is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole) or 0) is Qt.CheckState.Checked


def _at(left: int, top: int, x: int, y: int) -> QPoint:
    return QPoint(left + x, top + y)
