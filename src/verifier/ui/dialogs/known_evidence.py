"""The pieces of evidence a case has already, found by typing, each with the places it serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from verifier.domain.judgements import Evidence

_LINES = 4
"""How many pieces are in sight at once."""
_PADDING = 6
"""Pixels above and below the words of a piece together."""


@dataclass(frozen=True, slots=True)
class Known:
    """A piece of the case and where it serves, as words ("A7, B14")."""

    piece: Evidence
    serves: str


class KnownEvidence(QListWidget):
    """Shows the pieces that hold what is typed in a field; Down in the field leads here, Up and Esc lead back."""

    picked = Signal(object)
    """Another ``Known`` is chosen; None for none."""
    taken = Signal()
    """Enter or a double click: this one."""

    def __init__(self, known: Sequence[Known], field: QLineEdit, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._known, self._field = {one.piece.id: one for one in known}, field
        self.setAccessibleName(name)
        self.setObjectName("known")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFixedHeight((self.fontMetrics().height() + _PADDING) * min(_LINES, max(1, len(known))) + 10)
        field.textEdited.connect(self.narrow)
        field.installEventFilter(self)
        self.itemSelectionChanged.connect(self._tell)
        self.itemActivated.connect(lambda _item: self.taken.emit())
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show the pieces that hold every word typed; none is chosen any more."""
        wanted = typed.casefold().split()
        self.clear()
        for known in self._known.values():
            piece = known.piece
            held = " ".join(
                (piece.citation, piece.url, piece.locator, piece.quotation, piece.origin, known.serves)
            ).casefold()
            if all(word in held for word in wanted):
                self._add(known)
        self.setVisible(self.count() > 0)
        self.picked.emit(None)

    def _add(self, known: Known) -> None:
        parts = (known.serves, " ".join(known.piece.citation.split()), known.piece.locator)
        item = QListWidgetItem(" · ".join(part for part in parts if part))
        item.setData(Qt.ItemDataRole.UserRole, known.piece.id)
        self.addItem(item)

    def chosen(self) -> Known | None:
        """The piece that is chosen."""
        items = self.selectedItems()
        return self._known.get(str(items[0].data(Qt.ItemDataRole.UserRole))) if items else None

    def choose(self, evidence_id: str) -> None:
        """Choose a piece by its id."""
        for row in range(self.count()):
            item = self.item(row)
            if item is not None and item.data(Qt.ItemDataRole.UserRole) == evidence_id:
                self.setCurrentRow(row)

    def _tell(self) -> None:
        self.picked.emit(self.chosen())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Down in the field goes to the first piece."""
        down = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if down and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down and self.count():
            self.setFocus()
            self.setCurrentRow(max(self.currentRow(), 0))
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Up from the first piece and Esc lead back to the field; Enter takes the piece."""
        key = event.key()
        if key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentRow() == 0):
            self.clearSelection()
            self._field.setFocus()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectedItems():
            self.taken.emit()
        else:
            super().keyPressEvent(event)
