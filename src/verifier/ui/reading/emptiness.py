"""What the reading area says when no column is open."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from verifier.i18n import Translator


class Emptiness(QLabel):
    """A quiet sentence in the middle: why there is nothing to read, and what to do."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setWordWrap(True)

    def show_why(self, area: QRect, *, columns: int, articles: int) -> None:
        """Stand in an area, in pixels, when there are no columns; say whether there are articles at all."""
        say = self._translator.gettext
        self.setVisible(columns == 0)
        self.setGeometry(area.adjusted(40, 0, -40, 0))
        self.setText(
            say("Every column is closed.\nPick an article in the list to read it here.")
            if articles
            else say("No articles yet.\nAdd two or more accounts of one event, or drop their files here.")
        )
