"""A table of places of the case: each row leads to a sentence, and the marking keys act on it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableView, QVBoxLayout, QWidget

from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.desk import Desk
from verifier.ui.look.style import words
from verifier.ui.place import Place
from verifier.ui.views.headings import Heading, TableColumns

__all__ = ["Heading", "PlacesModel", "PlacesView"]

Index = QModelIndex | QPersistentModelIndex


_HEAD = 72
"""Pixels; the room of what is said where there are no rows, so that it stands away from the edge."""


class PlacesModel(QAbstractTableModel):
    """Entries as rows; what a cell shows is worked out when it is looked at."""

    def __init__(self, headings: Sequence[Heading], parent: QWidget) -> None:
        super().__init__(parent)
        self._headings = headings
        self.entries: list[Any] = []

    def fill(self, entries: Sequence[Any]) -> None:
        """Show these entries; where they are as many as before, the selection stays."""
        if len(entries) == len(self.entries):
            self.entries = list(entries)
            if entries:
                last = self.index(len(entries) - 1, len(self._headings) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def set_headings(self, headings: Sequence[Heading]) -> None:
        """Show other columns from now on."""
        self.beginResetModel()
        self._headings = headings
        self.endResetModel()

    def tell(self, row: int) -> None:
        """Have a row shown anew."""
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headings) - 1))

    def take_out(self, row: int) -> None:
        """Show a row no longer."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.entries[row]
        self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Qt: one row an entry."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Qt: one column a heading."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the words of a cell."""
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            return self._headings[index.column()].show(self.entries[index.row()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt: the title of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section].title
        return None


class PlacesView(QWidget):
    """A filter above a table. Choosing a row puts the cursor there; Enter goes there; the marking keys act."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        actions: ActionSet,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._place, self._translator = desk, place, translator
        self._actions = actions
        self.model = self._make_model()
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setFilterKeyColumn(-1)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._build(actions)
        desk.opened.connect(self.refresh)
        desk.changed.connect(self._age)
        desk.changed.connect(self._follow)
        place.moved.connect(self._keep_up)
        actions.keys_changed.connect(self.refresh)
        self.refresh()

    def _make_model(self) -> PlacesModel:
        return PlacesModel(self.headings(), self)

    @abstractmethod
    def headings(self) -> Sequence[Heading]:
        """The columns of this view."""

    @abstractmethod
    def entries(self) -> Sequence[Any]:
        """The entries there are now; a case is open."""

    @abstractmethod
    def sentence_of(self, entry: Any) -> str | None:
        """The sentence an entry leads to."""

    @abstractmethod
    def nothing(self) -> str:
        """What is said where there are no entries."""

    def _build(self, actions: ActionSet) -> None:
        top = self._make_filter()
        self.table = QTableView(self)
        self.table.setModel(self.sorted)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self._columns = TableColumns(self.table, self.headings())
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._show(now))
        self.table.activated.connect(self._go)
        actions.key_table(self.table)
        self.empty = words(self.nothing(), "quiet", wrap=True, parent=self)
        self.empty.setFont(self.font())
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.empty.setMinimumHeight(_HEAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(top)
        self._place_empty(column)
        column.addWidget(self.table, 1)
        self._rest = QWidget(self)  # keeps what is said at the top where there is no table
        column.addWidget(self._rest, 1)

    def _make_filter(self) -> QWidget:
        """What stands above the table."""
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self._translator.gettext("Show only rows with …"))
        self.filter.setAccessibleName(self._translator.gettext("Show only rows with these words"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self.sorted.setFilterFixedString)
        return self.filter

    def _place_empty(self, column: QVBoxLayout) -> None:
        """What is said where there are no rows."""
        column.addWidget(self.empty)

    def focus_filter(self) -> None:
        """Give the filter the keyboard."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def refresh(self) -> None:
        """Show the entries there are now."""
        self._is_aged = False
        entries = self.entries() if self._desk.workbench is not None else ()
        as_many = len(entries) == len(self.model.entries)
        self.model.fill(entries)
        self._columns.fit(grow_only=as_many)
        self._show_rows(bool(entries))

    def _show_rows(self, some: bool) -> None:
        """Show the table, or what is said where it has no rows."""
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        self._rest.setVisible(not some)
        self._show_filter(some)

    def _show_filter(self, some: bool) -> None:
        """Show the field that filters, where there are rows."""
        self.filter.setVisible(some)

    def show_column(self, number: int, shown: bool) -> None:
        """Show a column, or leave it out though there were room for it."""
        self._columns.show(number, shown)

    def _widen(self, rows: Iterable[int]) -> None:
        """Make the narrow columns wide enough for these rows."""
        self._columns.widen([self.model.entries[row] for row in rows])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: see which columns have room now."""
        super().resizeEvent(event)
        self._columns.make_room()

    def _follow(self, _change: Change) -> None:
        if self.isVisible():
            self.refresh()

    def _age(self, _change: Change) -> None:
        self._is_aged = True

    def showEvent(self, event: Any) -> None:
        """Qt: be up to date when shown; a view that was made just now is."""
        super().showEvent(event)
        if self._is_aged:
            self.refresh()
        self._begin()

    def _begin(self) -> None:
        """Begin in the row of the sentence under the cursor, so that nothing moves; else in the first row."""
        here = self._place.sentence()
        row = self._row_of(here) if here is not None else None
        self.table.selectRow(row or 0)

    def _row_of(self, sentence_id: str) -> int | None:
        """The first row that leads to a sentence; the rows beside the current one are asked before all others."""
        now, count = self.table.currentIndex().row(), self.sorted.rowCount()
        beside = [row for row in (now, now + 1, now - 1) if 0 <= row < count]
        rows = chain(beside, range(count))
        return next(
            (row for row in rows if self._sentence_at(self.sorted.index(row, 0)) == sentence_id), None
        )

    def _keep_up(self, _article_id: str, sentence_id: str) -> None:
        """Follow the cursor: the marking keys act on its sentence, so no other row may be the one in colour."""
        if self.isVisible():
            row = self._row_of(sentence_id)
            if row is None:
                self.table.clearSelection()
            else:
                self.table.selectRow(row)

    def _show(self, index: QModelIndex) -> None:
        """Put the cursor where a row leads, and leave the keyboard here."""
        sentence = self._sentence_at(index)
        if sentence is not None and sentence != self._place.sentence():
            self._place.go_to(sentence, focus=False)

    def _go(self, index: QModelIndex) -> None:
        sentence = self._sentence_at(index)
        if sentence is not None:
            self._place.go_to(sentence)

    def _sentence_at(self, index: QModelIndex) -> str | None:
        if not index.isValid():
            return None
        return self.sentence_of(self.model.entries[self.sorted.mapToSource(index).row()])
