"""Labels of one line that end in "…" where they have too little room, and are whole in their tool tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

_LEAST = 6
"""How many characters an elided label keeps at least."""


class ElidedLabel(QLabel):
    """One line of plain text: ``lead``, then words that may be elided, then ``tail``, which both stay whole."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self._lead = self._tail = ""

    def show_words(self, words: str, lead: str = "", tail: str = "") -> None:
        """Show these words between two parts that are never elided."""
        self._lead, self._tail = lead, tail
        self.setText(lead + words + tail)

    def shown(self) -> str:
        """What there is room for now."""
        end = len(self.text()) - len(self._tail)
        metrics = self.fontMetrics()
        room = self.contentsRect().width() - metrics.horizontalAdvance(self._lead + self._tail)
        if metrics.horizontalAdvance(self.text()) <= self.contentsRect().width():
            return self.text()
        words = metrics.elidedText(self.text()[len(self._lead) : end], Qt.TextElideMode.ElideRight, room)
        return self._lead + words + self._tail

    def minimumSizeHint(self) -> QSize:
        """Qt: room for what is never elided and a few characters."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._lead + self._tail) + _LEAST * metrics.averageCharWidth()
        return QSize(min(width, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw what there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, self.shown())
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Qt: say the whole in a tool tip while it is elided; a tool tip is not to take it for HTML."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            whole = self.text().replace("<", "‹")
            QToolTip.showText(event.globalPos(), whole if self.shown() != self.text() else "", self)
            return True
        return super().event(event)
