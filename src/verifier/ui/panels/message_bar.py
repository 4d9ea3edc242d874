"""The message bar: what happened, to what, and what to do; it blocks nothing, and nothing moves when it comes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.ui.desk import Desk, Message, Offer
from verifier.ui.look.icon_button import IconButton
from verifier.ui.look.icons import GRID, draw_icon
from verifier.ui.look.style import words
from verifier.ui.pressing import PressedButton
from verifier.ui.reading.announcing import announce

STAYS = 12_000
"""How long a message stays that is no problem and offers nothing that must not pass, in milliseconds."""
WIDEST = 860
"""Pixels; in a wide window the bar is no line from edge to edge."""
OFF = 12
"""Pixels between the bar and what it stands in."""
_MOVES = frozenset((QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide))
MOST = 5
"""How many messages wait at most; the oldest goes for a new one."""


class Sign(QWidget):
    """The icon before the words: a triangle where something went wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = "about"
        self.setFixedSize(QSize(GRID, GRID))

    def show_problem(self, problem: bool) -> None:
        """Show that the message is a problem, or a remark."""
        self._icon = "problem" if problem else "about"
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, self._icon, QRectF(self.rect()), self.palette().windowText().color())
        painter.end()


class MessageBar(QWidget):
    """Shows the last message of the desk, with what it offers, over the foot of the part it is laid upon.

    A problem, and an offer that must not pass, wait beneath what comes later and are shown again when that has gone.
    """

    covering = Signal(object)
    """What it stands over now: a QRect in pixels of the screen, empty when it is gone."""

    def __init__(self, desk: Desk, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._translator = translator
        self._grounds: list[QWidget] = []
        self._shown: Message | None = None
        self._waiting: list[Message] = []
        self._buttons: list[QPushButton] = []
        self._build(translator)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        desk.said.connect(self.show_message)
        desk.leaving.connect(self.clear)
        desk.changed.connect(self._withdraw)
        self.hide()

    def _build(self, translator: Translator) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 8, 7)
        self._row.setSpacing(10)
        self._sign = Sign(self)
        self.text = words("", wrap=True, parent=self)
        self.more = PressedButton(self)
        self.more.setProperty("look", "link")
        self.more.setToolTip(translator.gettext("Show the message that waits"))
        self.more.clicked.connect(self._turn)
        self.close_button = IconButton("close", translator.gettext("Close the message"), self)
        self.close_button.clicked.connect(self.dismiss)
        self._row.addWidget(self._sign)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.more)
        self._row.addWidget(self.close_button)

    # -- messages ------------------------------------------------------------------------------------------------

    def show_message(self, message: Message) -> None:
        """Show this message; the one before waits where it is a problem, or offers what must not pass."""
        if self._shown is not None and _waits(self._shown) and not _replaces(message, self._shown):
            self._waiting.append(self._shown)
        self._waiting = [one for one in self._waiting if not _replaces(message, one)][-MOST:]
        self._show(message)
        said = [message.text, *(offer.text for offer in message.offers)]
        announce(self, ". ".join(said), urgent=message.problem)

    def dismiss(self) -> None:
        """Take the message away, and show the one that waits, if there is one."""
        self._timer.stop()
        self._shown = None
        if self._waiting:
            self._show(self._waiting.pop())
        else:
            self.hide()
            self.covering.emit(QRect())

    def clear(self) -> None:
        """Take every message away: they are about a case that is put away now."""
        self._waiting = []
        self.dismiss()

    def _withdraw(self, _change: Change) -> None:
        """A step was taken: what was offered of the one before it would now be done to this one."""
        self._waiting = [one for one in self._waiting if not _is_about_last_step(one)]
        if self._shown is not None and _is_about_last_step(self._shown):
            self.dismiss()
        else:
            self._count()

    def offers(self) -> list[QPushButton]:
        """The buttons of what the message offers."""
        return list(self._buttons)

    def waiting(self) -> int:
        """How many messages wait beneath the one that is shown."""
        return len(self._waiting)

    def _turn(self) -> None:
        """Show the message that waited longest; a passing one in sight goes."""
        message = self._waiting.pop(0)
        if self._shown is not None and _waits(self._shown):
            self._waiting.append(self._shown)
        self._show(message)

    def _show(self, message: Message) -> None:
        self._shown = message
        self.text.setText(message.text)
        self._sign.show_problem(message.problem)
        self.setProperty("problem", "true" if message.problem else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self._offer(message.offers)
        self._count()
        self.show()
        self.settle()
        self.raise_()
        self._timer.stop()
        if not _waits(message):
            self._timer.start(STAYS)

    def _count(self) -> None:
        count = len(self._waiting)
        said = self._translator.ngettext("{number} more", "{number} more", count)
        self.more.setText(said.format(number=count))
        self.more.setVisible(count > 0)

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(offer) for offer in offers]
        for index, button in enumerate(self._buttons):
            button.ensurePolished()  # until it has its style, and is shown, the bar is laid out too low for it
            self._row.insertWidget(2 + index, button)
            button.show()

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.text, self)
        button.setAutoDefault(True)  # so that Enter presses it
        button.clicked.connect(partial(self._take, offer))
        return button

    def _take(self, offer: Offer, _checked: bool = False) -> None:
        self.dismiss()
        offer.call()

    # -- where it stands -----------------------------------------------------------------------------------------

    def lay_on(self, *grounds: QWidget) -> None:
        """Stand over the foot of these parts, too, from now on: of the last of all that is in sight."""
        for ground in grounds:
            self._grounds.append(ground)
            ground.installEventFilter(self)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: go along with the part it stands over."""
        if event.type() in _MOVES and watched in self._grounds:
            self.settle()
        return super().eventFilter(watched, event)

    def settle(self) -> None:
        """Stand over the foot of the part, and say what that covers."""
        ground = next((one for one in reversed(self._grounds) if one.isVisible()), None)
        around = self.parentWidget()
        if ground is None or around is None:
            return
        room = QRect(ground.mapTo(around, QPoint(0, 0)), ground.size())
        width = min(WIDEST, room.width() - 2 * OFF)
        self._row.activate()
        height = max(self._row.totalHeightForWidth(width), self._row.totalMinimumSize().height())
        left = room.left() + (room.width() - width) // 2
        self.setGeometry(left, room.bottom() + 1 - OFF - height, width, height)
        if not self.isHidden():
            self.covering.emit(QRect(around.mapToGlobal(self.pos()), self.size()))


def _waits(message: Message) -> bool:
    return message.problem or (bool(message.offers) and not message.passing)


def _is_about_last_step(message: Message) -> bool:
    return any(offer.about_last_step for offer in message.offers)


def _replaces(message: Message, former: Message) -> bool:
    """Whether a message makes a former one needless: it says the same, or is the later one of two mere offers."""
    both_offer = bool(message.offers) and bool(former.offers) and not (message.problem or former.problem)
    return message.text == former.text or both_offer
