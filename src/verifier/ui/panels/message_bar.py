"""The message bar: what happened, to what, and what to do; it blocks nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from verifier.i18n import Translator
from verifier.ui.desk import Desk, Message, Offer
from verifier.ui.pressing import PressedButton
from verifier.ui.reading.announcing import announce
from verifier.ui.style import words

STAYS = 12_000
"""How long a message stays that is no problem and offers nothing that must not pass, in milliseconds."""


class MessageBar(QWidget):
    """Shows the last message of the desk, with what it offers."""

    def __init__(self, desk: Desk, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 5, 10, 5)
        self.text = words("", wrap=True, parent=self)
        self._row.addWidget(self.text, 1)
        self._buttons: list[QPushButton] = []
        close = PressedButton(self)
        close.setText("✕")
        close.setAccessibleName(translator.gettext("Close the message"))
        close.clicked.connect(self.hide)
        self._row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        desk.said.connect(self.show_message)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show this message in place of the one before."""
        self.text.setText(message.text)
        self.setProperty("problem", "true" if message.problem else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self._offer(message.offers)
        self.show()
        announce(
            self, ". ".join([message.text, *(offer.text for offer in message.offers)]), urgent=message.problem
        )
        self._timer.stop()
        if not message.problem and (message.passing or not message.offers):
            self._timer.start(STAYS)

    def offers(self) -> list[QPushButton]:
        """The buttons of what the message offers."""
        return list(self._buttons)

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(offer) for offer in offers]
        for index, button in enumerate(self._buttons):
            self._row.insertWidget(1 + index, button)

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.text, self)
        button.setAutoDefault(True)  # so that Enter presses it
        button.clicked.connect(partial(self._take, offer))
        return button

    def _take(self, offer: Offer, _checked: bool = False) -> None:
        self.hide()
        offer.call()
