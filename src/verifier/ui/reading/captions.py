"""What a paragraph set aside is, in small type above it while it is unfolded."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QTextBlock
from PySide6.QtWidgets import QTextEdit

from verifier.i18n import Translator
from verifier.ui.look.theme import Theme
from verifier.ui.reading.geometry import rows_in_sight
from verifier.ui.reading.look import Look
from verifier.ui.reading.page import Page, Row, name_of_paragraph


def caption_font(look: Look) -> QFont:
    """The font of captions: the interface's, small."""
    font = QFont(QGuiApplication.font().family())  # named, or that of the text would stand in for it
    font.setPointSizeF(look.point_size * 0.62)
    return font


def caption_height(look: Look) -> float:
    """The height of a caption in pixels."""
    return QFontMetricsF(caption_font(look)).height()


def has_caption(row: Row) -> bool:
    """Whether a row begins a paragraph that is set aside."""
    return row.fold is not None and row.paragraph is not None and row.start == row.paragraph.start


class Captions:
    """Draws the captions of the rows in sight."""

    def __init__(self, view: QTextEdit, page: Page, theme: Theme, look: Look, translator: Translator) -> None:
        self._view, self._page, self._theme, self._translator = view, page, theme, translator
        self._font = caption_font(look)

    def in_sight(self) -> list[str]:
        """The captions of the rows in sight, from the top."""
        return [words for _, _, words in self._found()]

    def paint(self, painter: QPainter, _area: QRect) -> None:
        """Draw them; there are none where nothing is unfolded."""
        metrics = QFontMetricsF(self._font)
        for block, rect, words in self._found():
            x = rect.left()
            if block.textDirection() is Qt.LayoutDirection.RightToLeft:
                x = rect.right() - metrics.horizontalAdvance(words)
            painter.setFont(self._font)
            painter.setPen(self._theme.colour("quiet"))
            painter.drawText(QPointF(x, rect.top() - metrics.descent() + 1), words)

    def _found(self) -> Iterator[tuple[QTextBlock, QRectF, str]]:
        for block, rect in rows_in_sight(self._view) if self._page.open_folds else ():
            row = self._page.rows[block.blockNumber()]
            if row.paragraph is not None and has_caption(row):
                yield block, rect, name_of_paragraph(row.paragraph, self._translator)
