"""What the window shows, read from its widgets as plain values, to be held against a model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QTableView

from verifier.domain.kinds import Label
from verifier.ui.bench import Bench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.column import Column
from verifier.ui.reading.painting import UNDERLINES
from verifier.ui.reading.underlines import FILLED

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled

_THEME = load_theme("light")
_FILLS = {_THEME.colour(f"label.{label}.fill").name(): label for label in FILLED}
_LINES = {UNDERLINES[label]: label for label in UNDERLINES if label not in FILLED}


def bench_of(parts: Assembled) -> Bench:
    """The bench of a window."""
    bench = parts.window.bench
    assert isinstance(bench, Bench)
    return bench


def columns_of(parts: Assembled) -> dict[str, Column]:
    """The columns by the letters of their articles."""
    return {column.article.letter: column for column in bench_of(parts).columns.columns()}


def _units(document: QTextDocument) -> list[str]:
    """One string a UTF-16 unit: a character outside the basic plane is on its first."""
    units: list[str] = []
    for character in document.toPlainText():
        units += [character, ""] if ord(character) > 0xFFFF else [character]
    return units


def painted_labels(column: Column, start: int, end: int) -> list[str]:
    """The label each code point of a span looks like, from the formats that are in the document."""
    document = column.view.document()
    first, last = column.page.places_of(start, end)
    looks = _looks(document)[first:last]
    shown = _units(document)[first:last]
    return [look for look, character in zip(looks, shown, strict=True) if character]


def _looks(document: QTextDocument) -> list[str]:
    """For each place of a document the label its format says, "" for none; *no claim* has no look."""
    looks: list[str] = []
    block = document.begin()
    while block.isValid():
        looks += [""] * (block.position() - len(looks))
        for length, look in _runs(block):
            looks += [look] * length
        looks.append("")
        block = block.next()
    return looks


def _runs(block: QTextBlock) -> Iterator[tuple[int, str]]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        form = fragment.charFormat()
        filled = (
            _FILLS.get(form.background().color().name())
            if form.hasProperty(form.Property.BackgroundBrush)
            else None
        )
        lined = _LINES.get(form.underlineStyle())
        yield fragment.length(), str(filled or lined or "")
        iterator += 1


def table_rows(parts: Assembled, *headings: str) -> list[list[str]]:
    """The Sentences view, cell by cell, in the columns with these headings."""
    view = bench_of(parts).drawer.view("sentences").findChild(QTableView)
    assert isinstance(view, QTableView)
    model = view.model()
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    columns = [titles.index(heading) for heading in headings]
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def chosen_labels(parts: Assembled) -> list[str]:
    """The labels the inspector shows as given: one or none."""
    buttons = bench_of(parts).inspector.labels.buttons
    return [str(label) for label, button in buttons.items() if button.isChecked()]


def chosen_modifiers(parts: Assembled) -> set[str]:
    """The modifiers the inspector shows as given."""
    return {str(one) for one, chip in bench_of(parts).inspector.modifiers.chips.items() if chip.isChecked()}


def labels_in_words(text: str) -> dict[str, int]:
    """The counts of a line like "3 verified · 1 disputed"."""
    words = {label.value.replace("-", " "): label.value for label in Label} | {"mixed": "mixed"}
    found = {}
    for part in text.split(" · "):
        number, _, word = part.partition(" ")
        if word in words:
            found[words[word]] = int(number)
    return found
