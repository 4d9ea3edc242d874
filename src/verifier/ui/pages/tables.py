"""Tables on pages: grids with heads, the bar of labels, the finding beside its rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtGui import QBrush, QTextFrameFormat, QTextTable, QTextTableCellFormat

from verifier.i18n.vocabulary import GLYPHS
from verifier.reports.parts import Bar, Cell, Grid, Row
from verifier.reports.word.columns import fitted_widths
from verifier.ui.pages.looks import Looks
from verifier.ui.pages.paper import UNIT
from verifier.ui.pages.pen import Pen, column_widths

ROWS: Final = 40
"""Rows of one table of Qt's, which looks through all of them for every page it paints. A longer grid becomes several,
one right beneath the other.
"""

TWIPS: Final = 20
"""Twentieths of a point, in which the widths of columns are reckoned."""

_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid
_APART, _BENEATH = 6.0, 7.0
"""Points between two columns, and beneath a table without a caption."""

_BAR_HEIGHT, _NARROW = 2.0, 21.0
"""Points above and below the words of a bar; the width of a share in which no words fit."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A grid in the document: its tables, one beneath the other. With ``has_heads`` the first row of the first of them
    is repeated on every page; with ``together`` the grid stays on one page where it can, with ``kept`` its end on that
    of what follows.
    """

    tables: tuple[QTextTable, ...]
    has_heads: bool
    together: bool = False
    kept: bool = False


def grid(pen: Pen, drawn: Grid, width: float) -> Laid:
    """Write a grid, so many points wide."""
    looks = pen.looks
    widths = [wide / TWIPS for wide in fitted_widths([drawn], round(width * TWIPS))]
    tables: list[QTextTable] = []
    rows: list[Row | None] = [*([None] if drawn.heads else []), *drawn.rows]
    for start in range(0, len(rows), ROWS):
        some = rows[start : start + ROWS]
        is_last = start + ROWS >= len(rows)
        table = pen.table(len(some), widths, after=_BENEATH if is_last and not drawn.caption else 0.0)
        for index, row in enumerate(some):
            if row is None:
                _heads(pen, table, drawn.heads)
            else:
                _row(pen, table, index, row, looks)
        tables.append(table)
    return Laid(tuple(tables), bool(drawn.heads), drawn.together, kept=bool(drawn.caption))


def _heads(pen: Pen, table: QTextTable, heads: Sequence[str]) -> None:
    form = cell_format(pen.looks, "ink", 0.75)
    for column, head in enumerate(heads):
        pen.fill(table, 0, column, form, partial(Pen.say, text=head, style="table-head"))


def _row(pen: Pen, table: QTextTable, index: int, row: Row, looks: Looks) -> None:
    form = cell_format(looks, "hairline", 0.5)
    for column, cell in enumerate(row.cells):
        anchor = row.anchor if column == 0 else ""
        pen.fill(table, index, column, form, partial(_cell, cell=cell, anchor=anchor))


def _cell(pen: Pen, cell: Cell, anchor: str) -> None:
    if anchor:
        pen.anchor(anchor)
    for phrase in cell:
        pen.phrase(phrase, "table")


def cell_format(looks: Looks, colour: str, line: float) -> QTextTableCellFormat:
    """A cell with a line of so many points beneath it."""
    form = QTextTableCellFormat()
    form.setTopPadding(looks.padding * UNIT)
    form.setBottomPadding(looks.padding * UNIT)
    form.setRightPadding(_APART * UNIT)
    form.setBottomBorder(line * UNIT)
    form.setBottomBorderStyle(_SOLID)
    form.setBottomBorderBrush(QBrush(looks.colour(colour)))
    return form


def bar(pen: Pen, drawn: Bar, width: float, *, kept: bool) -> Laid | None:
    """Draw the labels of an article as a bar under its name; None where it has no sentence."""
    pen.phrase(drawn.title, "bar-name")
    shares = [share for share in drawn.shares if share.count]
    if not shares:
        return None
    widths = column_widths([share.count for share in shares], width)
    table = pen.table(1, widths, after=_BENEATH)
    for column, (share, wide) in enumerate(zip(shares, widths, strict=True)):
        form = QTextTableCellFormat()
        form.setTopPadding(_BAR_HEIGHT * UNIT)
        form.setBottomPadding(_BAR_HEIGHT * UNIT)
        form.setLeftPadding(2 * UNIT)
        form.setBackground(QBrush(pen.looks.line(share.label)))
        words = f"{GLYPHS.get(share.label, '')} {share.count}".strip() if wide > _NARROW else ""
        style = "bar" if share.label else "bar-dark"
        pen.fill(table, 0, column, form, partial(Pen.say, text=words, style=style))
    return Laid((table,), has_heads=False, kept=kept)


def finding(pen: Pen, lines: Sequence[str], width: float) -> None:
    """The finding, beside a rule."""
    form = QTextTableCellFormat()
    form.setLeftPadding(10 * UNIT)
    form.setLeftBorder(2.25 * UNIT)
    form.setLeftBorderStyle(_SOLID)
    form.setLeftBorderBrush(QBrush(pen.looks.colour("accent")))
    table = pen.table(1, [width], after=_BENEATH / 2)
    pen.fill(table, 0, 0, form, partial(_lines, lines=lines))


def _lines(pen: Pen, lines: Sequence[str]) -> None:
    for line in lines:
        pen.say(line, "finding")
