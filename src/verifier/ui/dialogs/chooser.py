"""A list to choose from by typing: what is typed narrows it, the arrows walk, Enter takes, Esc leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from verifier.ui.dialogs.fitting import fit
from verifier.ui.look.style import smaller, words
from verifier.ui.reading.announcing import announce

ROOM = 6
"""Pixels a line of a list is higher than its words."""

_ID = Qt.ItemDataRole.UserRole
_STEPS = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its name, quiet words beside it, what stands at the right. ``found_by`` are further words it is
    found by; one that is not ``ready`` is greyed and cannot be taken.
    """

    id: str
    name: str
    beside: str = ""
    right: str = ""
    found_by: str = ""
    ready: bool = True

    def fits(self, parts: Sequence[str]) -> bool:
        """Whether all these words, in small letters, are found in it somewhere."""
        everything = f"{self.name} {self.beside} {self.right} {self.found_by}".casefold()
        return all(part in everything for part in parts)


class Chooser(QDialog):
    """The dialog. Entries keep their order, but what begins with the typed words comes first."""

    taken = Signal(str)
    """The id of the entry that was taken; the dialog is closed by then."""

    def __init__(self, title: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 620, 460)
        column = QVBoxLayout(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(title)
        self.field.setAccessibleName(title)
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = self._make_list(title)
        self.hint = words(hint, "quiet", parent=self)
        for widget in (self.field, self.list, self.hint):
            column.addWidget(widget)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self.take)
        self.list.itemClicked.connect(lambda _item: self.take())

    def _make_list(self, title: str) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setColumnCount(3)
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName(title)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return made

    def fill(self, entries: Sequence[Entry]) -> None:
        """Offer these."""
        self._entries = list(entries)
        self._filter(self.field.text())

    def _filter(self, typed: str) -> None:
        wanted = typed.casefold().strip()
        fitting = [entry for entry in self._entries if entry.fits(wanted.split())]
        fitting.sort(key=lambda entry: not entry.name.casefold().startswith(wanted))
        self.list.clear()
        for entry in fitting:
            self.list.addTopLevelItem(self._item(entry))
        self._choose(self._next_ready(-1, 1))

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        item = QTreeWidgetItem([entry.name, entry.beside, entry.right])
        item.setData(0, _ID, entry.id)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        item.setForeground(1, quiet)
        item.setFont(1, smaller(self.font()))
        metrics = self.fontMetrics()
        item.setSizeHint(0, QSize(metrics.horizontalAdvance(entry.name) + 2 * ROOM, metrics.height() + ROOM))
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if not entry.ready:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            for column in (0, 2):
                item.setForeground(column, quiet)
        return item

    def _choose(self, row: int) -> None:
        if row < 0:
            self.list.setCurrentIndex(QModelIndex())
        elif (item := self.list.topLevelItem(row)) is not None:
            self.list.setCurrentItem(item)
            announce(self.list, ", ".join(filter(None, (item.text(0), item.text(2)))))

    def _next_ready(self, start: int, step: int) -> int:
        """The row nearest to ``start + step`` that can be taken, going on in that direction; -1 for none."""
        row, by = start + step, 1 if step > 0 else -1
        while 0 <= row < self.list.topLevelItemCount():
            item = self.list.topLevelItem(row)
            if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                return row
            row += by
        return -1

    def shown(self) -> list[str]:
        """The ids of the entries that fit what was typed, in their order."""
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [str(item.data(0, _ID)) for item in items if item is not None]

    def current(self) -> str:
        """The id of the entry Enter would take, or ""."""
        item = self.list.currentItem()
        return str(item.data(0, _ID)) if item is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the arrows walk through the list while one types."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, step: int) -> None:
        item = self.list.currentItem()
        here = self.list.indexOfTopLevelItem(item) if item is not None else -1
        far = max(-1, min(self.list.topLevelItemCount(), here + step)) if abs(step) > 1 else here + step
        row = self._next_ready(far - (1 if step > 0 else -1), 1 if step > 0 else -1)
        if row < 0 and abs(step) > 1:  # past the end: the last one there is on this side
            row = self._next_ready(self.list.topLevelItemCount(), -1) if step > 0 else self._next_ready(-1, 1)
        if row >= 0:
            self._choose(row)

    def take(self) -> None:
        """Take the current entry and close; nothing happens where there is none that can be taken."""
        item = self.list.currentItem()
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        taken = self.current()
        self.accept()
        self.taken.emit(taken)
