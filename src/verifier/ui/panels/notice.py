"""The notice above the columns: that a case can only be looked at, or what a beginner may finish in the sample."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.session.sample_tasks import SampleTask
from verifier.ui.action_set import ActionSet
from verifier.ui.desk import Desk
from verifier.ui.look.elided import ElidedLabel
from verifier.ui.look.flow import FlowLayout
from verifier.ui.look.icon_button import IconButton
from verifier.ui.look.icons import GRID, draw_icon
from verifier.ui.look.style import smaller
from verifier.ui.phrases import clock_time
from verifier.ui.pressing import PressedButton


class TaskButton(PressedButton):
    """One thing to finish: a ring before its words, ticked once it is done; a press leads there."""

    def __init__(self, task: SampleTask, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.task = task
        self.setProperty("look", "task")
        self.setText(translator.gettext(task.words))
        self.setToolTip(translator.gettext("Go there"))
        done = translator.gettext("{task}: done").format(task=self.text())
        self.setAccessibleName(done if task.done else self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the words and the ring."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Link if self.task.done else QPalette.ColorRole.PlaceholderText
        box = QRectF(4, (self.height() - GRID) / 2, GRID, GRID)
        draw_icon(painter, "done" if self.task.done else "circle", box, self.palette().color(role))
        painter.end()


class LockSign(QWidget):
    """A small lock."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(GRID, GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, "lock", QRectF(self.rect()), self.palette().placeholderText().color())
        painter.end()


class Notice(QWidget):
    """A quiet line at the head of the bench; hidden where there is nothing to say."""

    chosen = Signal(object)
    """A ``SampleTask`` is to be gone to."""
    closed = Signal()
    """The user wants to see no tasks any more."""

    def __init__(
        self, desk: Desk, actions: ActionSet, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._translator = desk, translator
        self.buttons: list[TaskButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(8)
        self._lock = LockSign(self)
        self.text = ElidedLabel("quiet", self)
        self.text.setFont(smaller(self.text.font(), 0.95))
        self._tasks = QWidget(self)
        self._flow = FlowLayout(self._tasks)
        self._copy = PressedButton(self)
        self._copy.setProperty("look", "link")
        self._copy.setText(actions.actions["case.copy"].text())
        self._copy.clicked.connect(lambda _checked: actions.actions["case.copy"].trigger())
        self.close_button = IconButton("close", translator.gettext("Close this list"), self)
        self.close_button.clicked.connect(self.closed)
        for part in (self._lock, self.text, self._tasks, self._copy, self.close_button):
            row.addWidget(part, 1000 if part is self._tasks else 0)
        row.insertStretch(row.count() - 1, 1)
        self.hide()

    def show_case(self, tasks: Sequence[SampleTask]) -> None:
        """Say that the case can only be looked at, where so; else what is to be finished; else nothing."""
        workbench = self._desk.workbench
        locked = workbench is not None and workbench.read_only
        self._lock.setVisible(locked)
        self._copy.setVisible(locked)
        self._tasks.setVisible(bool(tasks) and not locked)
        self.close_button.setVisible(bool(tasks) and not locked)
        said = self._locked_words() if locked else ""
        self.text.show_words(said, "" if locked else self._translator.gettext("Finish the sample:"))
        self._fill(() if locked else tasks)
        self.setVisible(locked or bool(tasks))

    def _locked_words(self) -> str:
        text, copied = self._translator.gettext, self._desk.need.copied_at
        if not copied:
            return text("This case can only be looked at. To work in it, save a copy and open that.")
        said = text("You are looking at a copy made at {time}. To work in it, save a copy and open that.")
        return said.format(time=clock_time(copied))

    def _fill(self, tasks: Sequence[SampleTask]) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [TaskButton(task, self._translator, self._tasks) for task in tasks]
        for button in self.buttons:
            button.clicked.connect(partial(self._choose, button.task))
            self._flow.addWidget(button)
            button.show()

    def _choose(self, task: SampleTask, _checked: bool = False) -> None:
        self.chosen.emit(task)
