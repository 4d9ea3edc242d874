"""Words of an article shown in the inspector, some of them marked. Plain text only: nothing in it is interpreted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from verifier.ui.positions import Units
from verifier.ui.reading.direction import runs_from_the_right

_BEFORE, _AFTER = "\u2068", "\u2069"
"""First strong isolate and its end: an unclosed bidi override in an article must not turn our own words round."""


class MarkedWords(QWidget):
    """A few lines of text in the reading face; ``spans`` (code points) are bold and in the colour given, ``others``
    dotted beneath. Of more than ``most`` lines, where that is not 0, the last one shown is elided.
    """

    def __init__(
        self,
        text: str,
        spans: Sequence[tuple[int, int]],
        colour: QColor,
        parent: QWidget,
        *,
        most: int = 0,
        others: Sequence[tuple[int, int]] = (),
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.spans = tuple(spans)
        self._most = most
        self._layout = QTextLayout(_BEFORE + text.replace("\n", "\u2028") + _AFTER, self._reading_font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._marks = [self._range(start, end, colour) for start, end in spans]
        self._marks += [self._range(start, end, None) for start, end in others]
        self._layout.setFormats(self._marks)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def _reading_font(self) -> QFont:
        font = QFont(self.font())
        font.setFamilies(["Charter", "Georgia", "Liberation Serif", "Noto Serif", "DejaVu Serif", "serif"])
        font.setStyleHint(QFont.StyleHint.Serif)
        return font

    def _range(self, start: int, end: int, colour: QColor | None) -> QTextLayout.FormatRange:
        """Bold in a colour, or dotted beneath where there is none."""
        form = QTextCharFormat()
        if colour is not None:
            form.setForeground(colour)
            form.setFontWeight(QFont.Weight.Bold.value)
            form.setFontUnderline(True)
        else:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        span = QTextLayout.FormatRange()
        units = Units(self.text)
        span.start = 1 + units.units(start)
        span.length = units.units(end) - units.units(start)
        span.format = form
        return span

    def hasHeightForWidth(self) -> bool:
        """Qt: narrower means higher."""
        return True

    def show_marks(self, shown: bool) -> None:
        """Mark the spans, or let the words be plain."""
        self._layout.setFormats(self._marks if shown else [])
        self.updateGeometry()
        self.update()

    def set_most(self, most: int) -> None:
        """Show at most so many lines, or all of them for 0."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        """Qt: the height of its lines."""
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            if self._most and self._layout.lineCount() > self._most:
                break
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
        if self._most and self._layout.lineCount() > self._most:
            self._draw_some(painter)
        else:
            self._layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _draw_some(self, painter: QPainter) -> None:
        """Draw the first lines, the last of them elided."""
        for number in range(self._most - 1):
            self._layout.lineAt(number).draw(painter, QPointF(0, 0))
        last = self._layout.lineAt(self._most - 1)
        rest = self._layout.text()[last.textStart() :].replace("\u2028", " ")
        painter.setFont(self._layout.font())
        metrics = painter.fontMetrics()
        room = QRectF(0, last.y(), self.width(), last.height())
        from_the_right = runs_from_the_right(self.text)
        align = Qt.AlignmentFlag.AlignRight if from_the_right else Qt.AlignmentFlag.AlignLeft
        elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(room, int(align | Qt.AlignmentFlag.AlignAbsolute), elided)
