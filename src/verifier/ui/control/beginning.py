"""Beginning: leads through what the sample leaves to be done, until it is done or the user has seen enough."""

from __future__ import annotations

from PySide6.QtCore import QObject

from verifier.session.sample_tasks import SampleTask, sample_tasks
from verifier.ui.action_set import ActionSet
from verifier.ui.control.reporting import Reporting
from verifier.ui.desk import Desk
from verifier.ui.panels.notice import Notice
from verifier.ui.place import Place
from verifier.ui.settings import Settings


class Beginning(QObject):
    """Watches the sample case, has the notice name its tasks, and goes to them."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        settings: Settings,
        actions: ActionSet,
        reporting: Reporting,
        notice: Notice,
    ) -> None:
        super().__init__(notice)
        self._desk, self._place, self._settings, self._actions = desk, place, settings, actions
        self._notice = notice
        self._reported = False
        notice.chosen.connect(self.go)
        notice.closed.connect(self.finish)
        reporting.written.connect(self.note_report)
        desk.changed.connect(self.look)

    def begin(self) -> None:
        """Look at the case that is open now."""
        self._reported = False
        self.look()

    def look(self, *_what: object) -> None:
        """Have the notice say what it has to say of the case."""
        self._notice.show_case(self.tasks())

    def tasks(self) -> tuple[SampleTask, ...]:
        """What the sample leaves to be done, with what of it is done; nothing in any other case."""
        workbench = self._desk.workbench
        if workbench is None or workbench.read_only or self._settings.all.sample_finished:
            return ()
        return sample_tasks(workbench.rows, reported=self._reported)

    def note_report(self) -> None:
        """A report was written: the last task. With all of them done the list goes."""
        self._reported = True
        tasks = self.tasks()
        if tasks and all(task.done for task in tasks):
            self.finish()
        else:
            self.look()

    def finish(self) -> None:
        """Name no tasks from now on."""
        self._settings.change(sample_finished=True)
        self.look()

    def go(self, task: SampleTask) -> None:
        """Go to where a task is done, to the other end of a link first, so that L leads there."""
        for sentence in reversed(task.places):
            self._place.go_to(sentence)
        if task.action:
            self._actions.actions[task.action].trigger()
