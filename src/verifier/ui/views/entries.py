"""A list of entries that is edited in place: each row is one entry, and leaving a row is one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from verifier.domain.rows import CaseRows
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.session.workbench import Workbench
from verifier.ui.desk import Desk
from verifier.ui.drafts import Drafts
from verifier.ui.look.style import words
from verifier.ui.pressing import PressedButton
from verifier.ui.views.entry_row import EntryRow, Field, captions_above

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a list says: its heading, its button, what stands where it is empty, and after an entry was removed."""

    heading: str
    add: str
    nothing: str
    removed: str
    missing: str


class Entries(Protocol):
    """What a list is of: how its entries are read from a case, and the verbs that change them."""

    key: str
    fields: Sequence[Field]
    needed: str
    wording: Wording

    def all(self, rows: CaseRows) -> Sequence[tuple[str, Values]]:
        """Every entry: its id and the words of its fields."""
        ...

    def write(self, workbench: Workbench, entry_id: str, values: Values) -> Change:
        """Write an entry; "" for a new one. Raises StepError."""
        ...

    def remove(self, workbench: Workbench, entry_id: str) -> Change:
        """Take an entry away. Raises StepError."""
        ...

    def row(self, translator: Translator, parent: QWidget) -> EntryRow:
        """A row to edit one entry in."""
        ...


class EntryList(QWidget):
    """The list, its heading and the button that adds an entry."""

    grown = Signal(QWidget)
    """A row was added and has the keyboard."""

    def __init__(
        self,
        entries: Entries,
        desk: Desk,
        drafts: Drafts,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries, self._desk, self._drafts, self._translator = entries, desk, drafts, translator
        self._narrow = False
        self._adopting: EntryRow | None = None
        self.rows: list[EntryRow] = []
        self._build()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _build(self) -> None:
        wording = self._entries.wording
        head = QHBoxLayout()
        head.addWidget(words(wording.heading, "title", parent=self))
        self.add_button = PressedButton(self)
        self.add_button.setText(wording.add)
        self.add_button.setProperty("look", "link")
        self.add_button.clicked.connect(lambda _on: self.add())
        head.addWidget(self.add_button)
        head.addStretch(1)
        self._captions = captions_above(self._entries.fields, self)
        self.empty = words(wording.nothing, "quiet", wrap=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._column.addWidget(self.empty)
        self._column.addWidget(self._captions)

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the entries of the case; a row being typed in stays as it is."""
        workbench = self._desk.workbench
        found = list(self._entries.all(workbench.rows)) if workbench else []
        ids = {key for key, _ in found}
        for row in [row for row in self.rows if row.entry_id and row.entry_id not in ids]:
            self._take_out(row)
        known = {row.entry_id: row for row in self.rows}
        for key, values in found:
            row = known.get(key) or self._adopted() or self._make()
            row.show_entry(key, values)
        order = {key: place for place, (key, _) in enumerate(found)}
        self.rows.sort(key=lambda row: order.get(row.entry_id, len(order)))
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place + _ABOVE, row)
        self._show_state()

    def _adopted(self) -> EntryRow | None:
        row, self._adopting = self._adopting, None
        return row

    def _show_state(self) -> None:
        workbench = self._desk.workbench
        writable = workbench is not None and not workbench.read_only
        self.add_button.setVisible(writable)
        self.empty.setVisible(not self.rows)
        self._captions.setVisible(bool(self.rows) and not self._narrow)
        for number, row in enumerate(self.rows, 1):
            row.number(number)
            row.set_writable(writable)
        self._lead_tab()

    def _lead_tab(self) -> None:
        """Let Tab lead through the rows as they stand: what is made later would come after everything else."""
        before: QWidget = self.add_button
        for row in self.rows:
            for widget in row.in_tab_order():
                QWidget.setTabOrder(before, widget)
                before = widget

    def forget(self) -> None:
        """Show nothing: the case is another."""
        for row in list(self.rows):
            self._take_out(row)

    def set_narrow(self, narrow: bool) -> None:
        """Set each entry in two lines, where one has not the room."""
        if narrow != self._narrow:
            self._narrow = narrow
            for row in self.rows:
                row.set_narrow(narrow)
            self._captions.setVisible(bool(self.rows) and not narrow)

    def _make(self) -> EntryRow:
        row = self._entries.row(self._translator, self)
        row.set_narrow(self._narrow)
        row.removed.connect(lambda: self.remove(row))
        row.finished.connect(lambda: self._finish(row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1 + _ABOVE, row)
        row.show()
        return row

    def _take_out(self, row: EntryRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._show_state()

    # -- changing --------------------------------------------------------------------------------------------------

    def add(self, values: Values | None = None) -> None:
        """Begin an entry; one that was begun before goes on."""
        row = next((row for row in self.rows if not row.entry_id), None) or self._make()
        if values:
            row.show_typed(values)
        self._show_state()
        row.begin(self._entries.needed)
        self.grown.emit(row)

    def begin(self, entry_id: str, field: str) -> None:
        """Put the keyboard into a field of an entry."""
        for row in self.rows:
            if row.entry_id == entry_id:
                row.begin(field)
                self.grown.emit(row)

    def _finish(self, row: EntryRow) -> None:
        """Enter: save the row and go on to the next entry, or to the button that adds one."""
        if row not in self.rows or not self.save_row(row):
            return
        following = self.rows[self.rows.index(row) + 1 :] if row in self.rows else []
        if following:
            following[0].begin(self._entries.needed)
        else:
            self.add_button.setFocus()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        for row in list(self.rows):
            is_left = old is not None and row.isAncestorOf(old) and not (new and row.isAncestorOf(new))
            only_away = new is None and not row.is_begun()  # another program has the keyboard for a while
            if is_left and not only_away:
                self.save_row(row)

    def save_row(self, row: EntryRow) -> bool:
        """Write a row as one step, if it says anything new; an empty new one goes. False where it cannot be."""
        workbench, values = self._desk.workbench, row.values()
        if workbench is None or workbench.read_only:
            return False
        if not row.entry_id and not row.is_begun():
            self._take_out(row)
            self._drafts.forget_words(workbench, self._draft_key(row))
            return True
        if not row.is_changed():
            return True
        if not values.get(self._entries.needed):
            row.say(self._entries.wording.missing)
            self._keep(row)
            return False
        key = self._draft_key(row)
        self._adopting = None if row.entry_id else row
        row.say("")
        row.is_saving = True
        change = self._desk.do(lambda workbench: self._entries.write(workbench, row.entry_id, values))
        row.is_saving = False
        self._adopting = None
        if change is None:
            self._keep(row)
            return False
        row.settle(values)
        self._drafts.forget_words(workbench, key)
        return True

    def save(self) -> None:
        """Write every row that was changed; what cannot be an entry yet is drafted."""
        for row in list(self.rows):
            self.save_row(row)

    def remove(self, row: EntryRow) -> None:
        """Take an entry away, and offer it back."""
        place = self.rows.index(row)
        if row.entry_id:
            said = self._entries.wording.removed
            if self._desk.do(lambda workbench: self._entries.remove(workbench, row.entry_id)) is None:
                return
            self._desk.say(said, self._desk.undo_offer(), passing=True)
        if self._desk.workbench is not None:
            self._drafts.forget_words(self._desk.workbench, self._draft_key(row))
        if row in self.rows:
            self._take_out(row)
        beside = self.rows[place : place + 1] or self.rows[-1:]
        if beside:
            beside[0].begin(self._entries.needed)
        else:
            self.add_button.setFocus()

    # -- drafts ----------------------------------------------------------------------------------------------------

    def _draft_key(self, row: EntryRow) -> str:
        return f"{self._entries.key}#{row.entry_id}"

    def _keep(self, row: EntryRow) -> None:
        workbench = self._desk.workbench
        if workbench is not None:
            self._drafts.keep_words(workbench, self._draft_key(row), row.values())

    def keep_drafts(self) -> None:
        """Keep what is typed and is no step yet."""
        for row in self.rows:
            if row.is_changed() and row.is_begun():
                self._keep(row)

    def restore_drafts(self) -> None:
        """Show what was typed and never became a step."""
        workbench = self._desk.workbench
        if workbench is None or workbench.read_only:
            return
        for row in self.rows:
            typed = self._drafts.words(workbench, self._draft_key(row))
            if typed:
                row.show_typed(typed)
        typed = self._drafts.words(workbench, f"{self._entries.key}#")
        if typed:
            self._make().show_typed(typed)
            self._show_state()


_ABOVE = 3
"""How many things stand above the rows: the heading, what an empty list says, the captions."""
