"""What the reading area says when no column is open, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from verifier.i18n import Translator

_MOST = 6
"""How many articles are offered as buttons; the list at the side has them all."""
_SIGN = 40
"""The side of the drawing above the words, in pixels."""


class _Sign(QWidget):
    """A quiet drawing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.icon = "drop"
        self.setFixedHeight(_SIGN + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw it in the middle."""
        from verifier.ui.look.icons import draw_icon

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.6)
        box = QRectF((self.width() - _SIGN) / 2, 0, _SIGN, _SIGN)
        draw_icon(painter, self.icon, box, self.palette().placeholderText().color())
        painter.end()


class Emptiness(QWidget):
    """In the middle: why there is nothing to read, and buttons for what to do."""

    asked = Signal(str)
    """The id of the action that a button stands for."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = translator.gettext
        self._letters: tuple[str, ...] | None = None
        self.buttons: list[QPushButton] = []
        self._sign, self.title, self.words = _Sign(self), _line(self), _line(self)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.title.setFont(font)
        self.words.setProperty("look", "quiet")
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._sign, self.title, self.words):
            column.addWidget(part)
        column.addSpacing(6)
        column.addLayout(self._row)
        column.addStretch(3)

    def show_why(self, area: QRect, *, columns: int, letters: Sequence[str]) -> None:
        """Stand in an area, in pixels, when there are no columns; ``letters`` are those of the articles there are."""
        self.setVisible(columns == 0)
        self.setGeometry(area.adjusted(20, 0, -20, 0))
        if columns == 0 and self._letters != tuple(letters):
            self._letters = tuple(letters)
            self._say_why(self._letters)

    def _say_why(self, letters: tuple[str, ...]) -> None:
        say = self._text
        self._sign.icon = "columns" if letters else "drop"
        if letters:
            self.title.setText(say("Every column is closed"))
            self.words.setText(say("The articles are all still there. Pick one to read it here."))
            shown = [(say("Show {letter}").format(letter=letter), f"go.article-{number}")
                     for number, letter in enumerate(letters[:_MOST], 1)]  # fmt: skip
        else:
            self.title.setText(say("No articles yet"))
            self.words.setText(say("Add two or more accounts of one event, or drop their files here."))
            shown = [
                (say("Add articles…"), "case.add"),
                (say("Paste an article"), "case.paste"),
                (say("Add from the web…"), "case.web"),
            ]
        self._fill(shown)

    def _fill(self, shown: Sequence[tuple[str, str]]) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for text, action_id in shown:
            button = QPushButton(text, self)
            button.setAutoDefault(True)  # so that Enter presses it
            button.clicked.connect(partial(self._ask, action_id))
            self._row.insertWidget(self._row.count() - 1, button)
            self.buttons.append(button)

    def _ask(self, action_id: str, _checked: bool = False) -> None:
        self.asked.emit(action_id)


def _line(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
