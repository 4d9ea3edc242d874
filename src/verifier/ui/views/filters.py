"""Filters above a table: free words, and chips with what may be chosen; in one line where there is room."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from verifier.i18n import Translator
from verifier.i18n.numbers import grouped
from verifier.text.folding import fold
from verifier.ui.look.style import words
from verifier.ui.pressing import PressedButton
from verifier.ui.reading.announcing import announce

PAUSE = 150
"""Milliseconds after the last key until the rows are chosen anew."""
_LONGEST = 26
"""The most characters of what was chosen that a chip shows."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What rows may be chosen by: its name, the options there are now (key and word), and those an entry has."""

    key: str
    title: str
    options: Callable[[], Sequence[tuple[str, str]]]
    of: Callable[[Any], Collection[str]]


_GAP = 6
"""Pixels between the parts."""


def _short(named: list[str]) -> str:
    """What was chosen, as a chip can show it."""
    shown = ", ".join(named)
    return shown if len(shown) <= _LONGEST else f"{named[0]} + {len(named) - 1}" if len(named) > 1 else shown


class StayingMenu(QMenu):
    """A menu in which several things can be ticked: a click or Space ticks and stays, Enter ticks and closes."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: tick what was clicked, and stay."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isEnabled() and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space ticks, and stays."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


class ChoiceChip(PressedButton):
    """One choice: a chip that says what was chosen, and a menu to choose from."""

    chosen_anew = Signal()

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.chosen: set[str] = set()
        self.is_offered = True
        self.setProperty("look", "chip")
        self.setProperty("opens", "true")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = StayingMenu(choice.title, self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.refresh()

    def refresh(self) -> None:
        """Offer what there is now; what was chosen and is there no more is let go."""
        there = dict(self.choice.options())
        self.chosen &= set(there)
        self.is_offered = len(there) > 1 or bool(self.chosen)
        named = [word for key, word in there.items() if key in self.chosen]
        shown = ", ".join(named)
        if len(shown) > _LONGEST:
            shown = f"{named[0]} + {len(named) - 1}" if len(named) > 1 else named[0][:_LONGEST] + "…"
        self.setText(f"{self.choice.title}: {shown}" if named else self.choice.title)
        self.setToolTip(f"{self.choice.title}: {', '.join(named)}" if named else self.choice.title)
        self.setAccessibleName(self.toolTip())
        self.setChecked(bool(named))

    def clear(self) -> None:
        """Choose nothing."""
        self.chosen.clear()
        self.refresh()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for key, word in self.choice.options():
            action = QAction(word.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(key in self.chosen)
            action.setData(key)
            action.triggered.connect(partial(self.choose, key))
            menu.addAction(action)

    def choose(self, key: str, on: bool = True) -> None:
        """Choose an option, or no longer."""
        (self.chosen.add if on else self.chosen.discard)(key)
        self.refresh()
        self.chosen_anew.emit()

    def nextCheckState(self) -> None:
        """Qt: a press opens the menu; what is chosen there alone makes the chip a chosen one."""


class FilterBar(QWidget):
    """The filters of one table. ``chosen_anew`` tells that other rows fit."""

    chosen_anew = Signal()
    left = Signal()
    """The keyboard is to go on into the table."""

    def __init__(self, choices: Sequence[Choice], translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        text = translator.gettext
        self._translator = translator
        self._wanted: list[str] = []
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(text("Show only rows with …"))
        self.words.setAccessibleName(text("Show only rows with these words"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        self.words.setMaximumWidth(self.fontMetrics().averageCharWidth() * 34)
        self.words.installEventFilter(self)
        self.chips = {choice.key: ChoiceChip(choice, self) for choice in choices}
        self.all_chip = self._make_all_chip()
        self.count = words("", "quiet", parent=self)
        self.clear_button = PressedButton(self)
        self.clear_button.setText(text("Clear"))
        self.clear_button.setToolTip(text("Show all rows again"))
        self.clear_button.setProperty("look", "link")
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._choose)
        self.words.textChanged.connect(lambda _text: self._timer.start())
        self._place_parts()

    def _place_parts(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        line.addWidget(self.words, 1)
        line.addWidget(self.all_chip)
        for chip in self.chips.values():
            line.addWidget(chip)
            chip.chosen_anew.connect(self._choose)
        line.addWidget(self.count)
        line.addWidget(self.clear_button)
        line.addStretch(0)
        self._fold()

    def _make_all_chip(self) -> PressedButton:
        """The one chip that stands for all where they have no room side by side: each is a menu of its own in it."""
        chip = PressedButton(self)
        chip.setProperty("look", "chip")
        chip.setProperty("opens", "true")
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(chip)
        menu.aboutToShow.connect(self._fill)
        chip.setMenu(menu)
        return chip

    def _fill(self) -> None:
        menu = self.all_chip.menu()
        menu.clear()
        for chip in self.chips.values():
            if chip.is_offered:
                menu.addMenu(chip.menu())

    def _fold(self) -> None:
        """Show the chips side by side where there is room for them, else the one that stands for all."""
        offered = [chip for chip in self.chips.values() if chip.is_offered]
        others = (self.count, self.clear_button)
        least = self.words.minimumWidth() + self._reserve()
        room = self.width() - least - _GAP * (len(others) + 1)
        is_tight = sum(chip.sizeHint().width() + _GAP for chip in offered) > room
        for chip in self.chips.values():
            chip.setVisible(chip.is_offered and not is_tight)
        named = [chip.text() for chip in offered if chip.chosen]
        self.all_chip.setText(self._translator.gettext("Filter") if not named else _short(named))
        self.all_chip.setToolTip("\n".join(named))
        self.all_chip.setAccessibleName(", ".join((self._translator.gettext("Filter"), *named)))
        self.all_chip.setChecked(bool(named))
        self.all_chip.setVisible(is_tight)

    def _reserve(self) -> int:
        """Pixels the count and what clears the filter may need, whether they are there or not: so nothing moves."""
        return self.fontMetrics().averageCharWidth() * 16 + self.clear_button.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        """Qt: as narrow as the folded form, so that a narrow window can fold it."""
        least = self.words.minimumWidth() + self._reserve() + self.all_chip.sizeHint().width()
        return QSize(least, self.words.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: see what has room now."""
        super().resizeEvent(event)
        self._fold()

    # -- what fits -------------------------------------------------------------------------------------------------

    @property
    def is_active(self) -> bool:
        """Whether anything is chosen."""
        return bool(self._wanted) or any(chip.chosen for chip in self.chips.values())

    def fits(self, entry: Any, text_of: Callable[[Any], str]) -> bool:
        """Whether an entry has what was chosen and all the free words; ``text_of`` gives its words, folded."""
        for chip in self.chips.values():
            if chip.chosen and chip.chosen.isdisjoint(chip.choice.of(entry)):
                return False
        if not self._wanted:
            return True
        text = text_of(entry)
        return all(word in text for word in self._wanted)

    def look_at(self, entry: Any, text_of: Callable[[Any], str]) -> None:
        """Have everything worked out that may be asked of an entry."""
        text_of(entry)
        for chip in self.chips.values():
            chip.choice.of(entry)

    def refresh(self) -> None:
        """Offer what there is in the case now."""
        for chip in self.chips.values():
            chip.refresh()
        self._fold()

    def show_count(self, shown: int, of: int) -> None:
        """Say how many rows fit, of how many."""
        part, total = (grouped(one, self._translator) for one in (shown, of))
        counted = self._translator.gettext("{shown} of {total}").format(shown=part, total=total)
        if self.is_active and counted != self.count.text():
            announce(self, counted)
        self.count.setText(counted if self.is_active else "")
        self.clear_button.setVisible(
            self.is_active and shown > 0
        )  # else the table offers it where its rows would be

    def clear(self) -> None:
        """Choose nothing: all rows are shown."""
        self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(False)
        for chip in self.chips.values():
            chip.clear()
        if self.clear_button.hasFocus():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose()

    def _choose(self) -> None:
        self._timer.stop()
        self._wanted = fold(self.words.text()).text.split()
        self._fold()
        self.chosen_anew.emit()

    # -- keys ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: in the free words Down and Enter lead into the table, and Esc empties them before it closes."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._timer.isActive():
                    self._choose()
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.words.text():
                self.words.clear()
                self._choose()
                return True
        return super().eventFilter(watched, event)
