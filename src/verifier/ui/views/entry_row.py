"""One entry of a list, edited in place: a line of cells, or two where there is little room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.look.icon_button import IconButton
from verifier.ui.look.style import words
from verifier.ui.views.cells import CellText

_REMOVE = 24
"""Pixels; the width of the button that removes an entry."""
_GAP = 4


@dataclass(frozen=True, slots=True)
class Field:
    """A cell: its name, caption, share of the width, whether it may have several lines, whether it goes below where the
    row is set in two lines, and how many pixels what stands behind it takes.
    """

    name: str
    caption: str
    share: int
    lines: bool = False
    below: bool = False
    gap: int = 0


class EntryRow(QWidget):
    """The cells of one entry. ``entry_id`` is "" until it is in the case."""

    removed = Signal()
    """The user wants it gone."""
    finished = Signal()
    """The user is done with it."""

    def __init__(self, fields: Sequence[Field], name: str, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields, self._name = fields, name
        self.entry_id = ""
        self.is_saving = False
        self._stored: Mapping[str, str] = {}
        self._told = words("", "doubt", wrap=True, parent=self)
        self._told.hide()
        self.cells: dict[str, CellText] = {field.name: self._cell(field) for field in fields}
        self.remove_button = IconButton("close", translator.gettext("Remove this entry"), self)
        self.remove_button.setFixedWidth(_REMOVE)
        self.remove_button.clicked.connect(lambda _on: self.removed.emit())
        self._lay_out()

    def _cell(self, field: Field) -> CellText:
        cell = CellText(self, single=not field.lines)
        cell.setAccessibleName(field.caption)
        cell.finished.connect(self.finished)
        return cell

    def _lay_out(self) -> None:
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for line in (self._first, self._second):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 2)
        column.setSpacing(2)
        column.addLayout(self._first)
        column.addLayout(self._second)
        column.addWidget(self._told)
        rule = QFrame(self)
        rule.setProperty("look", "divider")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Put the cells in one line or in two. In two, each says in quiet letters what it is."""
        for line in (self._first, self._second):
            while line.count():
                line.takeAt(0)
        for field in self._fields:
            line = self._second if narrow and field.below else self._first
            line.addWidget(self.cells[field.name], field.share, _TOP)
            beside = self.beside(field.name)
            if beside is not None:
                line.addWidget(beside, 0, _TOP)
            self.cells[field.name].setPlaceholderText(field.caption if narrow else "")
        self._first.addWidget(self.remove_button, 0, _TOP)
        if narrow:
            self._second.addSpacing(_REMOVE)

    def in_tab_order(self) -> list[QWidget]:
        """What takes the keyboard, in the order Tab leads through it."""
        found: list[QWidget] = []
        for field in self._fields:
            found.append(self.cells[field.name])
            beside = self.beside(field.name)
            if beside is not None:
                found.append(beside)
        return [*found, self.remove_button]

    def beside(self, _name: str) -> QWidget | None:
        """What stands behind a cell."""
        return None

    def number(self, number: int) -> None:
        """Say which of the entries it is, for those who listen."""
        self.remove_button.setAccessibleName(f"{self.remove_button.toolTip()}: {self._name} {number}")
        for field in self._fields:
            self.cells[field.name].setAccessibleName(f"{field.caption}, {self._name} {number}")

    def set_writable(self, writable: bool) -> None:
        """Let it be edited, or only be read."""
        for cell in self.cells.values():
            cell.setReadOnly(not writable)
        self.remove_button.setVisible(writable)

    # -- words -----------------------------------------------------------------------------------------------------

    def values(self) -> dict[str, str]:
        """What is typed, by the names of the fields."""
        return {name: cell.words() for name, cell in self.cells.items()}

    def show_entry(self, entry_id: str, values: Mapping[str, str]) -> None:
        """Show an entry of the case; what is being typed stays."""
        keeps = self.is_changed() and not self.is_saving and bool(self.entry_id)
        self.entry_id, self._stored = entry_id, dict(values)
        if not keeps:
            self.show_typed(values)

    def show_typed(self, values: Mapping[str, str]) -> None:
        """Show these words without taking them for what the case says."""
        for name, cell in self.cells.items():
            cell.show_words(values.get(name, ""))

    def settle(self, values: Mapping[str, str]) -> None:
        """What was typed is in the case now."""
        if not self.entry_id:
            self._stored = dict(values)

    def is_changed(self) -> bool:
        """Whether it says something else than the case does."""
        return any(words != self._stored.get(name, "") for name, words in self.values().items())

    def is_begun(self) -> bool:
        """Whether anything is typed in it."""
        return any(self.values().values())

    def say(self, text: str) -> None:
        """Say beneath the cells what is missing; "" for nothing."""
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def begin(self, field: str) -> None:
        """Put the keyboard into a cell."""
        self.cells[field].setFocus()


def captions_above(fields: Sequence[Field], parent: QWidget) -> QWidget:
    """The captions of a list of one-line rows, each above its cells."""
    line = QWidget(parent)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 0)
    row.setSpacing(_GAP)
    for field in fields:
        caption = words(field.caption, "quiet", parent=line)
        caption.setIndent(8)
        caption.setMinimumWidth(40)
        policy = caption.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        caption.setSizePolicy(policy)
        row.addWidget(caption, field.share)
        if field.gap:
            row.addSpacing(field.gap + _GAP)
    row.addSpacing(_REMOVE)
    return line


_TOP = Qt.AlignmentFlag.AlignTop
