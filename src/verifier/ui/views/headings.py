"""The columns of a table of places: what each shows, how wide it is, and which of them there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

_LEAST_WORDS = 34
"""Characters the wide column shall have room for."""
MOST = 30
"""The most characters a narrow column is made wide for, where its heading names no others."""
_PADDING = 24
"""Pixels of a cell that its words cannot have."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its title, what it shows of an entry, whether it takes the room that is left, whether it can be
    spared where there is too little, and the most characters a narrow one is made wide for.
    """

    title: str
    show: Callable[[Any], str]
    wide: bool = False
    spare: bool = False
    most: int = MOST


class TableColumns:
    """Sets the widths of a table's columns."""

    def __init__(self, table: QTableView, headings: Sequence[Heading]) -> None:
        self._table, self._headings = table, headings
        self._absent: set[int] = set()
        self._widths: dict[int, int] = {}
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(60)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, heading in enumerate(headings):
            if heading.wide:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def fit(self, *, grow_only: bool) -> None:
        """Make the narrow columns as wide as what they show, up to a limit."""
        for number in self._narrow():
            most = self._most(number)
            before = self._widths.get(number, 0) if grow_only else 0
            self._table.setColumnHidden(number, False)
            self._table.resizeColumnToContents(number)
            self._set(number, max(min(most, self._table.columnWidth(number) + 10), before))
        self.make_room()

    def widen(self, entries: Iterable[Any]) -> None:
        """Make the narrow columns wide enough for these entries."""
        metrics = self._table.fontMetrics()
        for entry in entries:
            for number in self._narrow():
                needed = min(
                    self._most(number),
                    metrics.horizontalAdvance(self._headings[number].show(entry)) + _PADDING,
                )
                if needed > self._widths.get(number, 0):
                    self._set(number, needed)
        self.make_room()

    def show(self, number: int, shown: bool) -> None:
        """Show a column, or leave it out though there were room for it."""
        (self._absent.discard if shown else self._absent.add)(number)
        self.make_room()

    def make_room(self) -> None:
        """Leave out columns that can be spared, the last ones first, until the wide one has room for some words."""
        least = self._table.fontMetrics().averageCharWidth() * _LEAST_WORDS
        kept = [number for number in self._narrow() if number not in self._absent]
        spare = [number for number in kept if self._headings[number].spare]
        while spare and self._table.width() - sum(self._widths.get(number, 0) for number in kept) < least:
            kept.remove(spare.pop())
        for number in self._narrow():
            if self._table.isColumnHidden(number) == (number in kept):
                self._table.setColumnHidden(number, number not in kept)

    def _most(self, number: int) -> int:
        """The widest a column is made, in pixels."""
        return self._table.fontMetrics().averageCharWidth() * self._headings[number].most

    def _narrow(self) -> list[int]:
        return [number for number, heading in enumerate(self._headings) if not heading.wide]

    def _set(self, number: int, width: int) -> None:
        self._widths[number] = width
        self._table.setColumnWidth(number, width)
