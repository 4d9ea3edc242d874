"""Fields that look like the cells of a quiet table until they are pointed at or have the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

MOST_LINES = 6
"""A growing field scrolls from here on."""


class CellLine(QLineEdit):
    """A field of one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "cell")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)

    def words(self) -> str:
        """What is typed, without white space at the ends."""
        return self.text().strip()

    def show_words(self, words: str) -> None:
        """Show these words; the caret stays where nothing changed."""
        if self.words() != words:
            self.setText(words)
            self.setCursorPosition(0)


class CellText(QPlainTextEdit):
    """A field that grows with its lines. Tab goes on, Ctrl+Enter says that the entry is done; where it is ``single``,
    for a name or a date, Enter does too.
    """

    finished = Signal()
    """Ctrl+Enter: this entry is done."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(
        self, parent: QWidget | None = None, *, least: int = 1, most: int = MOST_LINES, single: bool = False
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._single = least, most, single
        self.setProperty("look", "cell")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self._fit()

    def words(self) -> str:
        """What is typed, without white space at the ends."""
        typed = self.toPlainText().strip()
        return " ".join(typed.split()) if self._single else typed

    def show_words(self, words: str) -> None:
        """Show these words; the caret stays where nothing changed."""
        if self.words() != words:
            self.setPlainText(words)

    def _fit(self) -> None:
        """Be as high as the lines need, within limits."""
        lines = round(self.document().size().height())  # of a plain text, Qt gives the height in lines
        shown = min(max(lines, self._least), self._most)
        frame = self.contentsMargins().top() + self.contentsMargins().bottom()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * shown + max(frame, _FRAME))

    def minimumSizeHint(self) -> QSize:
        """Qt: no higher than the lines, whatever the scroll bars of a text would like."""
        return QSize(self.minimumWidth(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: other lines in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another height in other letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+Enter is done, everything else is typed."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if (control or self._single) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: say that it was left."""
        super().focusOutEvent(event)
        self.left.emit()


_FRAME = 12
"""Pixels above and below the lines that the style sheet takes."""
