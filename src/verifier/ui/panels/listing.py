"""A column of entries that is filled anew each time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Listing(QWidget):
    """Holds the entries it was last given, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.entries: list[QWidget] = []

    def clear(self) -> None:
        """Show nothing. An entry that loses the keyboard may save what is typed in it, and that fills the list anew."""
        while self.entries:
            former, self.entries = self.entries, []
            for entry in former:
                self._column.removeWidget(entry)
                entry.hide()
                entry.deleteLater()

    def fill(self, entries: Sequence[QWidget]) -> None:
        """Show these entries in place of the former ones."""
        self.clear()
        self.entries = list(entries)
        for entry in self.entries:
            self._column.addWidget(entry)
            entry.show()
        self.setVisible(bool(entries))
