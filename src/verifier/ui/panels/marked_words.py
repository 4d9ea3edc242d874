"""Words of an article shown in the inspector, some of them marked. Plain text only: nothing in it is interpreted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from verifier.ui.positions import Units

_BEFORE, _AFTER = "\u2068", "\u2069"
"""First strong isolate and its end: an unclosed bidi override in an article must not turn our own words round."""


class MarkedWords(QWidget):
    """A few lines of text in the reading face; ``spans`` (code points) are bold and in the colour given."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        self.spans = tuple(spans)
        self._layout = QTextLayout(_BEFORE + text.replace("\n", "\u2028") + _AFTER, self._reading_font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats([self._range(start, end, colour) for start, end in spans])
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def _reading_font(self) -> QFont:
        font = QFont(self.font())
        font.setFamilies(["Charter", "Georgia", "Liberation Serif", "Noto Serif", "DejaVu Serif", "serif"])
        font.setStyleHint(QFont.StyleHint.Serif)
        return font

    def _range(self, start: int, end: int, colour: QColor) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setForeground(colour)
        form.setFontWeight(QFont.Weight.Bold.value)
        form.setFontUnderline(True)
        span = QTextLayout.FormatRange()
        units = Units(self.text)
        span.start = 1 + units.units(start)
        span.length = units.units(end) - units.units(start)
        span.format = form
        return span

    def hasHeightForWidth(self) -> bool:
        """Qt: narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: the height of its lines."""
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 20))
            line.setPosition(QPointF(0, y))
            y += line.height() * 1.15
        self._layout.endLayout()
        return int(y) + 2

    def sizeHint(self) -> QSize:
        """Qt: as wide as may be."""
        return QSize(180, self.heightForWidth(max(self.width(), 180)))

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow is possible."""
        return QSize(60, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the lines."""
        painter = QPainter(self)
        self.heightForWidth(self.width())
        painter.setPen(self.palette().windowText().color())
        self._layout.draw(painter, QPointF(0, 0))
        painter.end()
