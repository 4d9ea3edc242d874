"""Fields for the case's own words, each under its caption; leaving one is a step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.desk import Desk
from verifier.ui.drafts import Drafts
from verifier.ui.look.style import words
from verifier.ui.views.cells import CellLine, CellText

_MOST = 24
"""Lines a field grows to before it scrolls."""


@dataclass(frozen=True, slots=True)
class WordField:
    """A field: its name in ``CaseDetails``, caption, placeholder, least lines (1: a line), and its place in a wide
    form: row, column, rows.
    """

    name: str
    caption: str
    placeholder: str
    lines: int
    place: tuple[int, int, int]


class CaseWords(QWidget):
    """Some of the case's own words."""

    def __init__(
        self,
        key: str,
        fields: Sequence[WordField],
        desk: Desk,
        drafts: Drafts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._desk, self._drafts = key, desk, drafts
        self._specs = fields
        self._stored: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self._holders = {spec.name: QWidget(self) for spec in fields}
        self.fields: dict[str, CellLine | CellText] = {spec.name: self._field(spec) for spec in fields}
        self._narrow: bool | None = None
        self.set_narrow(False)

    def _field(self, spec: WordField) -> CellLine | CellText:
        holder = self._holders[spec.name]
        field: CellLine | CellText
        if spec.lines > 1:
            field = CellText(holder, least=spec.lines, most=max(spec.lines, _MOST))
            field.left.connect(self.save)
        else:
            field = CellLine(holder)
            field.editingFinished.connect(self.save)
        field.setProperty("look", "")
        field.setObjectName(f"case-{spec.name}")
        field.setAccessibleName(spec.caption)
        field.setPlaceholderText(spec.placeholder)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        caption = words(spec.caption, "heading", parent=holder)
        caption.setBuddy(field)
        column.addWidget(caption)
        column.addWidget(field)
        column.addStretch(1)
        return field

    def set_narrow(self, narrow: bool) -> None:
        """Set the fields beside each other, or one below the other."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for spec, (row, column, rows) in zip(self._specs, self._places(narrow), strict=True):
            self._grid.addWidget(self._holders[spec.name], row, column, rows, 1)
        columns = 1 if narrow else 1 + max(spec.place[1] for spec in self._specs)
        last = max(row + rows for row, _, rows in self._places(narrow))
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, int(row == last - 1))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _places(self, narrow: bool) -> list[tuple[int, int, int]]:
        """Row, column and rows of each field."""
        return [(number, 0, 1) if narrow else spec.place for number, spec in enumerate(self._specs)]

    def _typed(self) -> dict[str, str]:
        return {name: field.words() for name, field in self.fields.items()}

    def _changed(self) -> dict[str, str]:
        return {name: said for name, said in self._typed().items() if said != self._stored.get(name, "")}

    def refresh(self) -> None:
        """Show what the case says; a field that is being typed in keeps what was typed."""
        workbench = self._desk.workbench
        details = workbench.rows.details if workbench else None
        typed = self._typed()
        for name, field in self.fields.items():
            stored = getattr(details, name) if details else ""
            self._allow(field, workbench is not None and not workbench.read_only)
            busy = field.hasFocus() and typed[name] != self._stored.get(name, "")
            self._stored[name] = stored
            if not busy:
                field.show_words(stored)

    def _allow(self, field: QLineEdit | QPlainTextEdit, writable: bool) -> None:
        field.setReadOnly(not writable)
        field.setEnabled(self._desk.workbench is not None)

    def forget(self) -> None:
        """Take what is shown for nothing: the case is another."""
        self._stored = {}
        for field in self.fields.values():
            field.show_words("")

    def save(self) -> None:
        """Write what was changed, as one step."""
        workbench, changed = self._desk.workbench, self._changed()
        if workbench is None or workbench.read_only or not changed:
            return
        self._stored.update(changed)
        if self._desk.do(lambda workbench: workbench.edit_case(**changed)) is not None:
            self._drafts.forget_words(workbench, self._key)
        else:
            self._drafts.keep_words(workbench, self._key, changed)

    def keep_drafts(self) -> None:
        """Keep what is typed and is no step yet."""
        workbench, changed = self._desk.workbench, self._changed()
        if workbench is not None and not workbench.read_only and changed:
            self._drafts.keep_words(workbench, self._key, changed)

    def restore_drafts(self) -> None:
        """Show what was typed and never became a step; leaving the field makes it one."""
        workbench = self._desk.workbench
        if workbench is None or workbench.read_only:
            return
        for name, typed in self._drafts.words(workbench, self._key).items():
            if name in self.fields:
                self.fields[name].show_words(typed)


def words_of_the_check(translator: Translator) -> tuple[WordField, ...]:
    """What the case is about: title, question checked, finding."""
    text = translator.gettext
    finding = text("What was found, in a few sentences: the report begins with it")
    return (
        WordField(
            "title",
            translator.pgettext("of the case", "Title"),
            text("for example: The harbour fire"),
            1,
            (0, 0, 1),
        ),
        WordField("question", text("Question checked"), text("What is checked?"), 2, (1, 0, 1)),
        WordField("finding", text("Finding"), finding, 5, (0, 1, 2)),
    )


def words_of_the_sign_off(translator: Translator) -> tuple[WordField, ...]:
    """Who stands for the check: reviewer, signed off by whom and when."""
    text = translator.gettext
    return (
        WordField("reviewer", text("Reviewer"), text("who reads it before it is printed"), 1, (0, 0, 1)),
        WordField("signed_by", text("Signed off by"), text("not signed off yet"), 1, (0, 1, 1)),
        WordField("signed_on", text("Signed off on"), "", 1, (0, 2, 1)),
    )
