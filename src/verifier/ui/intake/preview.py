"""The reading preview: how sources were read, shown before they are added, or afterwards for one of the case.

It is a window of its own that blocks nothing. Enter does what its one main button says.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from verifier.i18n import Translator
from verifier.ui.control.sight import first_focus, holds
from verifier.ui.intake.detail import Detail
from verifier.ui.intake.entry import Entry
from verifier.ui.intake.reading import Intake
from verifier.ui.intake.sources import SourceList
from verifier.ui.look.style import words
from verifier.ui.look.theme import Theme
from verifier.ui.settings import Settings

SIZE = (1120, 680)
LIST, SLIM_LIST = 250, 150
"""Pixels the list of sources takes, and what it takes in a window too narrow for both."""

NARROW = 760
"""Pixels."""


class Preview(QDialog):
    """Sources at the left, the one that is chosen at the right, one main button at the foot."""

    wanted = Signal()
    """The user pressed the main button."""
    left = Signal()
    """The user closed it without adding."""

    def __init__(
        self, intake: Intake, settings: Settings, theme: Theme, translator: Translator, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reading-preview")
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._intake, self._settings, self._translator = intake, settings, translator
        self.was_asked_for = True
        self._writable = True
        self._shown: object = None
        self.list = SourceList(theme, translator, self)
        self.detail = Detail(theme, translator, self)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        text = self._translator.gettext
        self.setWindowTitle(text("How the sources were read"))
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - 20), min(SIZE[1], room.height() - 40))
        self.setMinimumSize(600, 320)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.list)
        self.split.addWidget(self._scrolled(self.detail))
        self.split.setStretchFactor(1, 1)
        self.list.setMinimumWidth(SLIM_LIST)
        self.split.setSizes([LIST, SIZE[0] - LIST])
        line = QFrame(self)
        line.setProperty("look", "divider")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.split, 1)
        column.addWidget(line)
        column.addLayout(self._foot())

    def _scrolled(self, detail: QWidget) -> QScrollArea:
        """The detail, to be scrolled where the window is very low."""
        area = QScrollArea(self)
        area.setWidget(detail)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: leave the source that is shown the room its lines need."""
        super().resizeEvent(event)
        was_narrow = 0 <= event.oldSize().width() < NARROW
        if was_narrow is not (self.width() < NARROW) or event.oldSize().width() < 0:
            size = SLIM_LIST if self.width() < NARROW else LIST
            self.split.setSizes([size, self.width() - size])

    def _foot(self) -> QHBoxLayout:
        text = self._translator.gettext
        self.progress = QProgressBar(self)
        self.progress.setMaximumWidth(120)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(text("Sources read"))
        self.said = words("", "quiet", parent=self)
        self.stop = QPushButton(text("Stop reading"), self)
        self.stop.setAutoDefault(False)  # Enter, pressed too early, must not stop it
        self.at_once = QCheckBox(text("Add clear files at once"), self)
        self.at_once.setToolTip(
            text(
                "Files without doubts, warnings or a choice to make are added without being shown here first."
            )
        )
        self.cancel = QPushButton(text("Cancel"), self)
        self.do_button = QPushButton(self)
        self.do_button.setObjectName("add-sources")
        self.do_button.setDefault(True)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(10)
        for widget in (self.progress, self.said, self.stop, self.at_once):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.do_button)
        return row

    def _connect(self) -> None:
        for keys, step in (("F6", 1), ("Shift+F6", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.step_area, step))
        self._intake.listed.connect(self.refresh)
        self._intake.changed.connect(self._follow)
        self._intake.settled.connect(self._settle)
        self.list.chosen.connect(self._show_detail)
        self.list.pressed.connect(self._take_notice)
        self.list.ticked.connect(self._take_notice)
        self.detail.changed.connect(self._take_notice)
        self.detail.again.connect(self._take_notice)
        self.list.ticked.connect(self._intake.tick)
        self.list.given_up.connect(self._intake.cancel)
        self.detail.again.connect(self._intake.again)
        self.detail.instead.connect(self._intake.instead)
        self.detail.changed.connect(self._said_of)
        self.stop.clicked.connect(self._intake.cancel_all)
        self.cancel.clicked.connect(self.reject)
        self.do_button.clicked.connect(self.wanted)
        self.at_once.setChecked(self._settings.all.add_at_once)
        self.at_once.toggled.connect(lambda on: self._settings.change(add_at_once=on))

    # -- what is shown -------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List the sources there are now."""
        entries = self._intake.entries
        self._show_list()
        self.at_once.setVisible(not self._is_of_case())
        self.list.show_entries(entries)
        self._show_progress()

    def _show_list(self) -> None:
        """Show the list of sources where there is a choice: among several, or whether to add one again at all."""
        entries = self._intake.entries
        self.list.setVisible(len(entries) > 1 or any(entry.same_as for entry in entries))

    def _is_of_case(self) -> bool:
        """Whether this shows how an article of the case was read."""
        return any(entry.article_id for entry in self._intake.entries)

    def _follow(self, entry: Entry) -> None:
        self.list.show_entry(entry)
        self._show_list()
        if self.list.current() is entry:
            self._show_detail(entry)
        self._show_progress()

    def _show_detail(self, entry: Entry | None) -> None:
        """Show a source where its reading is another than the one that is shown: a tick alone moves nothing."""
        looks = (entry.state, entry.draft, entry.error, entry.same_as, len(entry.others())) if entry else ()
        if (entry, looks) != self._shown:
            self._shown = (entry, looks)
            self.detail.show_entry(entry)

    def _take_notice(self, *_what: object) -> None:
        """The user does something here: nothing is added any more without being asked."""
        self.was_asked_for = True

    def _settle(self) -> None:
        """All is read: the keyboard goes where one looks, unless the user has put it somewhere."""
        focus = self.focusWidget()
        self._show_progress()
        if self.isVisible() and self.was_asked_for and focus in (None, self.stop, self.at_once, self.cancel):
            self.take_keyboard()

    def _said_of(self, entry: Entry) -> None:
        self.list.show_entry(entry)
        self._show_button()

    def _show_progress(self) -> None:
        entries = self._intake.entries
        waiting = sum(entry.is_busy for entry in entries)
        total = len(entries)
        busy = waiting > 0
        self.progress.setRange(0, total if total > 1 else 0)
        self.progress.setValue(total - waiting)
        said = self._translator.gettext("{done} of {total} read")
        self.said.setText(said.format(done=total - waiting, total=total) if total > 1 else "")
        self.progress.setVisible(busy and total > 1)
        self.said.setVisible(busy and total > 1)
        self.stop.setVisible(busy)
        self._show_button()

    def _show_button(self) -> None:
        text, many = self._translator.gettext, self._translator.ngettext
        busy = self._intake.is_busy
        if self._is_of_case():
            self.do_button.setText(text("Use this reading"))
            self.do_button.setEnabled(
                self._writable and not busy and all(entry.draft for entry in self._intake.entries)
            )
            return
        number = len(self._intake.ticked())
        counted = many("Add {number} article", "Add {number} articles", number).format(number=number)
        self.do_button.setText(counted if number else text("Add"))
        self.do_button.setEnabled(number > 0 and not busy)

    # -- opening and closing -------------------------------------------------------------------------------------

    def present(self, *, asked: bool) -> None:
        """Show it; unasked, while reading takes long, without taking the keyboard."""
        self.was_asked_for = asked or (self.isVisible() and self.was_asked_for)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not asked)
        self.show()
        if asked:
            self.list.choose_first_in_question()
            self.raise_()
            self.activateWindow()
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard where one looks first: the first doubt, else the list."""
        if not self.list.isHidden():
            self.list.setFocus()
        elif self.detail.text.isVisible():
            self.detail.text.list.setFocus()
        else:
            self.do_button.setFocus()

    def step_area(self, direction: int) -> None:
        """Put the keyboard into the next (1) or previous (-1) area: sources, text, what is stated, the buttons."""
        areas = [self.list, self.detail.how, self.detail.text.list, self.detail.metadata, self.do_button]
        focus = self.focusWidget()
        here = next((n for n, area in enumerate(areas) if area is focus or holds(area, focus)), -1)
        after = [first_focus(areas[(here + direction * n) % len(areas)]) for n in range(1, len(areas) + 1)]
        target = next((one for one in after if one is not None), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def set_writable(self, writable: bool) -> None:
        """Let what is shown be changed, or only looked at: the case is a copy to look at."""
        self._writable = writable
        self._show_button()

    def reject(self) -> None:
        """Qt: Esc and Cancel leave without adding."""
        super().reject()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter does what the main button says, wherever the keyboard is but in a choice."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.do_button.isEnabled():
            self.do_button.click()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self.list.set_theme(theme)
        self.detail.set_theme(theme)
