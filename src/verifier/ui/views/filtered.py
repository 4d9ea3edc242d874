"""A table of places with filters. A step looks again at the rows it touched, in a case of any size."""

from __future__ import annotations

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from time import perf_counter
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.domain.steps import Change
from verifier.session.workbench import Workbench
from verifier.text.folding import fold
from verifier.ui.desk import LARGE
from verifier.ui.pressing import PressedButton
from verifier.ui.views.filters import Choice, FilterBar
from verifier.ui.views.places import PlacesView

_SLICE = 0.005
"""Seconds of working out between two turns of the event loop."""


class FilteredView(PlacesView):
    """The rows that fit the filters. The row of the sentence under the cursor stays until the cursor has left it: who
    labels a sentence it was filtered by still has its note and basis to write.
    """

    filters: FilterBar

    @abstractmethod
    def choices(self) -> Sequence[Choice]:
        """What rows may be chosen by."""

    @abstractmethod
    def all_entries(self) -> Sequence[Any]:
        """Every entry there is; a case is open."""

    @abstractmethod
    def key_of(self, entry: Any) -> str:
        """The id of an entry."""

    @abstractmethod
    def entry_of(self, key: str) -> Any | None:
        """The entry with an id, or None."""

    @abstractmethod
    def written(self, entry: Any) -> str:
        """The words of an entry that free words are looked up in."""

    @abstractmethod
    def touched(self, change: Change) -> Collection[str] | None:
        """The ids of the entries a step touched; None where entries came, went or stand in another order."""

    def forget(self, keys: Collection[str] | None) -> None:
        """Forget what was worked out of these entries, or of all."""

    # -- parts -----------------------------------------------------------------------------------------------------

    def _make_filter(self) -> QWidget:
        self._all: Sequence[Any] | None = None
        self._case: Workbench | None = None
        self._folded: dict[str, str] = {}
        self._places: dict[str, list[int]] | None = None
        self._numbers: dict[str, int] | None = None
        self._warming: Iterator[Any] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._warm_on)
        self._is_warm = self._is_asked = False
        self._misfit = ""
        self.filters = FilterBar(self.choices(), self._translator, self)
        self.filter = self.filters.words
        self.filters.chosen_anew.connect(self._choose)
        self.filters.left.connect(self._enter)
        return self.filters

    def _place_empty(self, column: QVBoxLayout) -> None:
        super()._place_empty(column)
        self.clear_button = PressedButton(self)
        self.clear_button.setText(self._translator.gettext("Clear the filter"))
        self.clear_button.setProperty("look", "chip")
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clear_button.clicked.connect(self.filters.clear)
        column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.clear_button.hide()

    # -- rows ------------------------------------------------------------------------------------------------------

    def entries(self) -> Sequence[Any]:
        """The entries that fit."""
        if self._all is None:
            self._all = self.all_entries()
            self.forget(None)
            self._folded.clear()
            self.filters.refresh()
            self._warming, self._is_warm = iter(self._all), False
        self._misfit = ""
        if not self.filters.is_active:
            return self._all
        return [entry for entry in self._all if self._fits(entry)]

    def _fits(self, entry: Any) -> bool:
        return self.filters.fits(entry, self._folded_words)

    def _folded_words(self, entry: Any) -> str:
        key = self.key_of(entry)
        known = self._folded.get(key)
        if known is None:
            known = self._folded[key] = fold(self.written(entry)).text
        return known

    def refresh(self) -> None:
        """Show the entries that fit now."""
        if self._desk.workbench is not self._case:
            self._case, self._all = self._desk.workbench, None
        self._is_asked = False
        super().refresh()
        self._places = self._numbers = None
        self._say()
        if self.isVisible():
            self._turn.start()

    def _show_filter(self, some: bool) -> None:
        """It is a part of the filters, which stay: hidden for a moment, it would lose the keyboard it is typed with."""

    def _say(self) -> None:
        """Say how many fit; where none does, say so and offer to show all."""
        some, fitting = bool(self._all), len(self.model.entries) - bool(self._misfit)
        self.filters.setVisible(some)
        self.filters.show_count(fitting, len(self._all or ()))
        nothing_fits = some and not self.model.entries
        text = self._translator.gettext("No row fits the filter.") if nothing_fits else self.nothing()
        self.empty.setText(text)
        self.clear_button.setVisible(nothing_fits)

    def _choose(self) -> None:
        """Other rows fit now. In a large case what the filters ask for is worked out first, in slices."""
        if self._desk.workbench is None:
            return
        if self._is_warm or len(self._all or ()) <= LARGE:
            self._choose_now()
        else:
            self._is_asked = True
            self._turn.start()

    def _choose_now(self) -> None:
        """Show what fits; the cursor stays where it is."""
        self.refresh()
        row = self._row_of(self._place.sentence() or "")
        if row is None:
            self.table.clearSelection()
        else:
            self._select(row)

    def _enter(self) -> None:
        """From the filters into the table: to the row of the cursor, else to the first."""
        if self._is_asked:
            self._choose_now()
        if not self.model.entries:
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.selectionModel().hasSelection():
            self.table.setCurrentIndex(self.sorted.index(-1, -1))
            self.table.selectRow(0)

    def _select(self, row: int) -> None:
        """Show a row as the current one without going anywhere."""
        self.table.selectionModel().blockSignals(True)
        self.table.selectRow(row)
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()

    # -- what changes ----------------------------------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        touched = self.touched(change)
        if touched is None or self._all is None:
            self._all = None
            super()._follow(change)
            return
        self.forget(touched)
        for key in touched:
            self._folded.pop(key, None)
        if self.isVisible():
            self._renew(set(touched))

    def _renew(self, keys: set[str]) -> None:
        """Look again at these entries and no others."""
        entries = ((key, self.entry_of(key)) for key in keys)
        fitting = {key for key, entry in entries if entry is not None and self._fits(entry)}
        here = self._place.sentence()
        numbers = self._row_numbers()
        shown = {key: numbers[key] for key in keys if key in numbers}
        if fitting - shown.keys():
            self.refresh()
            return
        for key in sorted(shown, key=lambda key: -shown[key]):
            row = shown[key]
            if key in fitting or not self.filters.is_active:
                self.model.tell(row)
            elif self.sentence_of(self.model.entries[row]) == here:
                self._misfit = key
                self.model.tell(row)
            else:
                self._take_out(row)
        numbers = self._row_numbers()
        self._widen(numbers[key] for key in keys if key in numbers)
        self._say()

    def _row_numbers(self) -> dict[str, int]:
        """The row of each entry shown, by its id."""
        if self._numbers is None:
            self._numbers = {self.key_of(entry): row for row, entry in enumerate(self.model.entries)}
        return self._numbers

    def _warm_on(self) -> None:
        """Work out what filters ask for before anybody asks, some milliseconds at a time."""
        until = perf_counter() + _SLICE
        self._row_numbers()
        if self._desk.workbench is not None and self.isVisible():
            for entry in self._warming:
                self.filters.look_at(entry, self._folded_words)
                if perf_counter() > until:
                    return
            self._is_warm = True
        self._turn.stop()
        if self._is_asked:
            self._choose_now()

    def _take_out(self, row: int) -> None:
        self.table.selectionModel().blockSignals(True)  # the row that comes up is none the user went to
        self.model.take_out(row)
        self.table.selectionModel().blockSignals(False)
        self._places = self._numbers = None

    def _keep_up(self, article_id: str, sentence_id: str) -> None:
        """Follow the cursor. A row that no longer fits goes when the cursor has left it; where the cursor stepped on to
        a sentence that is not in the list, and the keyboard is here, it goes on to the next row instead.
        """
        if not self.isVisible():
            return
        left = self._leave(sentence_id)
        super()._keep_up(article_id, sentence_id)
        if left is not None and self._row_of(sentence_id) is None and self.table.hasFocus():
            QTimer.singleShot(0, self, lambda: self._go_on(left, sentence_id))

    def _leave(self, sentence_id: str) -> int | None:
        """Take the row out that fits no longer, where the cursor has left it; the number it had."""
        row = next(
            (row for row, entry in enumerate(self.model.entries) if self.key_of(entry) == self._misfit), None
        ) if self._misfit else None  # fmt: skip
        if row is None or self.sentence_of(self.model.entries[row]) == sentence_id:
            return None
        self._misfit = ""
        self._take_out(row)
        self._say()
        self._show_rows(bool(self.model.entries))
        return row

    def _go_on(self, row: int, sentence_id: str) -> None:
        """To the row that came up in place of one that went."""
        if self._place.sentence() == sentence_id and self.model.entries:
            self.table.setCurrentIndex(self.sorted.index(-1, -1))
            self.table.selectRow(min(row, len(self.model.entries) - 1))

    def _row_of(self, sentence_id: str) -> int | None:
        """The row that leads to a sentence, the one nearest to the current row where there are several."""
        if self._places is None:
            self._places = defaultdict(list)
            for row, entry in enumerate(self.model.entries):
                self._places[self.sentence_of(entry) or ""].append(row)
        rows = self._places.get(sentence_id)
        now = self.table.currentIndex().row()
        return min(rows, key=lambda row: abs(row - now)) if rows and sentence_id else None
