"""The pen: writes paragraphs and tables into a document with a cursor. Whatever it is given is text, never markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtGui import (
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from verifier.reports.characters import visible
from verifier.reports.parts import Phrase, Piece
from verifier.ui.pages.looks import Looks
from verifier.ui.pages.paper import UNIT
from verifier.ui.reading.direction import runs_from_the_right

_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
_UNPRINTABLE = re.compile(f"[\x7f-\x9f\u2029\ufdd0-\ufdef\ufffc{_NO_CHARACTERS}]")
"""What has no shape on paper, or what a document of Qt takes for the end of a paragraph or frame, or for a picture."""

_LIVE: Final = ("http://", "https://")

_TABLE: Final = "table-end"
"""What stands in place of a style right behind a table."""

Fill = Callable[["Pen"], object]
"""Writes what is in a cell."""


def shown(text: str) -> str:
    """A text as it stands on a page: what cannot be printed as a token, a line feed as a line break."""
    safe = visible(text)
    if _UNPRINTABLE.search(safe) is not None:
        safe = _UNPRINTABLE.sub(lambda match: f"‹U+{ord(match[0]):04X}›", safe)
    return safe.replace("\n", "\u2028")


class Pen:
    """Writes at one place of a document. ``notes`` takes the footnote of a piece and says what stands for it."""

    def __init__(self, cursor: QTextCursor, looks: Looks, footnote: Callable[[Phrase], str]) -> None:
        self._cursor = cursor
        self.looks = looks
        self._footnote = footnote
        self._fresh = True
        self._style = "lead"
        self._anchor = ""

    # -- paragraphs ----------------------------------------------------------------------------------------------

    def paragraph(self, style: str, *, from_right: bool = False) -> None:
        """Begin a paragraph of a style."""
        block, words = self.looks.block(style, from_right), self.looks.words(style)
        # Right behind a table Qt drops the room above a paragraph: one that has any does not come next to it.
        behind_table = self._style == _TABLE and block.topMargin() > 0
        if self._fresh and not behind_table:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(words)
        else:
            self._cursor.insertBlock(block, words)
        self._fresh, self._style = False, style

    def say(self, text: str, style: str) -> None:
        """A paragraph of plain words."""
        self.paragraph(style, from_right=runs_from_the_right(text))
        self.write(text, self.looks.words(style))

    def phrase(self, phrase: Phrase, style: str) -> None:
        """A paragraph of pieces."""
        self.paragraph(style, from_right=runs_from_the_right("".join(piece.text for piece in phrase)))
        for piece in phrase:
            self.piece(piece)

    def piece(self, piece: Piece) -> None:
        """A piece in the paragraph begun last; only http and https addresses are live."""
        self.write(piece.text, self.looks.piece(self._style, piece.tone, piece.faces, link_of(piece)))
        if piece.footnote:
            number = self._footnote(piece.footnote)
            self.write(number, self.looks.raised(self._style, f"#note-{number}"))

    def anchor(self, name: str) -> None:
        """What is written next can be referred to by this name."""
        self._anchor = name

    def write(self, text: str, form: QTextCharFormat) -> None:
        """Words in the paragraph begun last."""
        if not text:
            return
        if self._anchor:
            form = QTextCharFormat(form)
            form.setAnchor(True)
            form.setAnchorNames([self._anchor])
            self._anchor = ""
        self._cursor.insertText(shown(text), form)

    # -- tables --------------------------------------------------------------------------------------------------

    def table(self, rows: int, widths: Sequence[float], *, after: float = 0.0) -> QTextTable:
        """A table of empty cells, columns so many points wide, with so many points beneath it. The empty paragraph that
        Qt wants behind a table takes no room.
        """
        if not self._fresh:
            self.paragraph("gap")
        else:
            self._cursor.setBlockFormat(self.looks.block("gap"))
            self._cursor.setBlockCharFormat(self.looks.words("gap"))
        table = self._cursor.insertTable(rows, len(widths), table_format(widths, after))
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._cursor.setBlockFormat(self.looks.block("gap"))
        self._cursor.setBlockCharFormat(self.looks.words("gap"))
        self._fresh, self._style = True, _TABLE
        return table

    def fill(self, table: QTextTable, row: int, column: int, form: QTextTableCellFormat, fill: Fill) -> None:
        """Fill a cell. Its format is given last: the first paragraph's overwrites it."""
        cell = table.cellAt(row, column)
        fill(Pen(cell.firstCursorPosition(), self.looks, self._footnote))
        whole = cell.format()
        whole.merge(form)
        cell.setFormat(whole)


def link_of(piece: Piece) -> str:
    """Where a piece leads: a place of this report, or an address; "" for nowhere."""
    if piece.anchor:
        return f"#{piece.anchor}"
    return piece.url if piece.url.lower().startswith(_LIVE) else ""


def table_format(widths: Sequence[float], after: float) -> QTextTableFormat:
    """A table without lines of its own."""
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    form.setBottomMargin(after * UNIT)
    form.setBorderCollapse(False)
    fixed = partial(QTextLength, QTextLength.Type.FixedLength)
    form.setColumnWidthConstraints([fixed(width * UNIT) for width in widths])
    form.setWidth(fixed(sum(widths) * UNIT))
    return form


def column_widths(shares: Sequence[int], width: float) -> list[float]:
    """Shares of a line as widths that sum to ``width``."""
    edges, total, reached = [0.0], sum(shares), 0
    for share in shares:
        reached += share
        edges.append(width * reached / total)
    return [right - left for left, right in pairwise(edges)]


def new_document() -> QTextDocument:
    """An empty document, to be laid out in the fine units of pages."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    return document
