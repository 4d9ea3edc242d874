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

    def fill(self, entries: Sequence[QWidget]) -> None:
        """Show these entries in place of the former ones."""
        for former in self.entries:
            self._column.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.entries = list(entries)
        for entry in self.entries:
            self._column.addWidget(entry)
            entry.show()
        self.setVisible(bool(entries))
