"""Labels as character formats of a text document, merged inside one edit block however many sentences change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from verifier.domain.articles import Sentence
from verifier.domain.kinds import ACCOUNT_KINDS, Label, ParagraphKind
from verifier.domain.queries import trimmed
from verifier.ui.look.theme import Theme
from verifier.ui.reading.captions import caption_height, has_caption
from verifier.ui.reading.direction import has_letters_from_the_right, runs_from_the_right
from verifier.ui.reading.inlay import Inlay
from verifier.ui.reading.look import Look, block_format
from verifier.ui.reading.page import Page, Row
from verifier.ui.reading.underlines import FILLED
from verifier.ui.reading.verdicts import Verdicts, stretches

UNDERLINES = {
    Label.DISPUTED: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Label.OPINION: QTextCharFormat.UnderlineStyle.DotLine,
    Label.UNCONFIRMED: QTextCharFormat.UnderlineStyle.DashUnderline,
}
"""The underline of each label that has one; never a wavy one, which means spelling."""


class Brush:
    """Puts text and labels of one article into documents, in the colours of a theme and the font of a look."""

    def __init__(
        self, page: Page, text: str, verdicts: Verdicts, inlay: Inlay, theme: Theme, look: Look
    ) -> None:
        self._page = page
        self._inlay = inlay
        self._text = text
        self._verdicts = verdicts
        self._look = look
        self._theme = theme
        self._plain = QTextCharFormat()
        self._labels = {label: _label_format(label, theme) for label in Label}

    def fill(self, document: QTextDocument) -> None:
        """Write the page into an empty document that has no layout yet, so that it is laid out only once."""
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._look.font())
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._write(cursor)
        self._set_rows(document, cursor)
        self._inlay.paint(cursor, 0, len(self._text))
        self.paint(cursor, self._verdicts.judged())
        cursor.endEditBlock()

    def _write(self, cursor: QTextCursor) -> None:
        """Write the rows, a long article's in a frame for each chunk."""
        form, frame = block_format(self._look), QTextFrameFormat()
        frame.setBottomMargin(self._look.paragraph_gap())  # that of a frame's last block is lost
        chunks = self._page.chunks()
        if not chunks:
            cursor.setBlockFormat(form)
            cursor.insertText(self._page.document_text)
        for first, last in chunks:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertFrame(frame)
            cursor.setBlockFormat(form)
            cursor.insertText(self._page.lines(first, last))

    def repaint(self, document: QTextDocument, sentences: Iterable[Sentence]) -> None:
        """Show the present verdicts on these sentences and touch no other."""
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for sentence in sentences:
            self._select(cursor, sentence.start, sentence.end)
            cursor.setCharFormat(self._base(self._page.rows[self._page.row_at_point(sentence.start)]))
            self._inlay.paint(cursor, sentence.start, sentence.end)
            self.paint(cursor, [sentence])
        cursor.endEditBlock()

    def paint(self, cursor: QTextCursor, sentences: Iterable[Sentence]) -> None:
        """Merge the labels of sentences that carry none yet. The caller holds the edit block."""
        for sentence in sentences:
            start, end = trimmed(self._text, sentence.start, sentence.end)
            for first, last, label in stretches(self._verdicts.of(sentence), start, end):
                self._merge(cursor, first, last, label)

    def _merge(self, cursor: QTextCursor, start: int, end: int, label: Label) -> None:
        self._select(cursor, start, end)
        cursor.mergeCharFormat(self._labels[label])

    def _select(self, cursor: QTextCursor, start: int, end: int) -> None:
        first, last = self._page.places_of(start, end)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)

    # -- rows ------------------------------------------------------------------------------------------------------

    def _set_rows(self, document: QTextDocument, cursor: QTextCursor) -> None:
        """Give the rows that are not plain body text their own formats."""
        for number, row in enumerate(self._page.rows):
            if _is_plain(row) and not has_caption(row) and not self._is_turned(row):
                continue
            block = document.findBlockByNumber(number)
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setBlockFormat(self._row_format(row))
            cursor.setCharFormat(self._base(row))
            cursor.setBlockCharFormat(self._base(row))

    def _row_format(self, row: Row) -> QTextBlockFormat:
        if row.is_spacer:
            return QTextBlockFormat()
        form = block_format(self._look)
        if not row.last:
            form.setBottomMargin(0)
        if row.paragraph is None:
            if self._page.from_the_right:
                form.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            return form
        if has_caption(row):
            form.setTopMargin(caption_height(self._look))
        turned = self._is_turned(row)
        if turned:
            form.setLayoutDirection(self._direction(row))
        if row.paragraph.kind is ParagraphKind.QUOTE:
            from_the_right = turned and self._direction(row) is Qt.LayoutDirection.RightToLeft
            side = form.setRightMargin if from_the_right else form.setLeftMargin
            side(self._look.column_width(3))
        elif row.paragraph.kind is ParagraphKind.HEADLINE:
            form.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setBottomMargin(self._look.paragraph_gap() * 1.3)
        return form

    def _is_turned(self, row: Row) -> bool:
        """Whether something in a row is written from right to left, so that its direction must be said."""
        return has_letters_from_the_right(self._text[row.start : row.end])

    def _direction(self, row: Row) -> Qt.LayoutDirection:
        """Which way a row runs: as its paragraph does."""
        assert row.paragraph is not None
        words = self._text[row.paragraph.start : row.paragraph.end]
        way = Qt.LayoutDirection
        return way.RightToLeft if runs_from_the_right(words) else way.LeftToRight

    def _base(self, row: Row) -> QTextCharFormat:
        """The format of a row's words without a label."""
        if row.is_spacer:
            return self._spacer_format()
        if row.paragraph is None:
            return self._fold_format()
        if row.paragraph.kind in _ORDINARY:
            return self._plain
        form = QTextCharFormat()
        form.setFont(self._look.font_of(row.paragraph.kind))
        if row.paragraph.kind not in ACCOUNT_KINDS:
            form.setForeground(self._theme.colour("quiet"))
        return form

    def _spacer_format(self) -> QTextCharFormat:
        form = QTextCharFormat()
        font = QFont()
        font.setPixelSize(1)
        form.setFont(font)
        return form

    def _fold_format(self) -> QTextCharFormat:
        form = QTextCharFormat()
        font = QFont()
        font.setPointSizeF(self._look.point_size * 0.74)
        form.setFont(font)
        form.setForeground(self._theme.colour("quiet"))
        return form


_ORDINARY = frozenset({ParagraphKind.BODY, ParagraphKind.QUOTE, ParagraphKind.LIST, ParagraphKind.TABLE})


def _is_plain(row: Row) -> bool:
    return row.last and row.paragraph is not None and row.paragraph.kind is ParagraphKind.BODY


def _label_format(label: Label, theme: Theme) -> QTextCharFormat:
    """A label's format. Its underline is for screen readers alone: ``underlines`` draws a stronger one than Qt's."""
    form = QTextCharFormat()
    if label in FILLED:
        form.setBackground(QBrush(theme.colour(f"label.{label}.fill")))
    if label in UNDERLINES:
        form.setUnderlineStyle(UNDERLINES[label])
        form.setUnderlineColor(QColor(Qt.GlobalColor.transparent))
    return form
