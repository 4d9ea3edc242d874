"""The window: places the parts and owns no behaviour."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

# What the empty window does not need is imported later: making Qt's enumerations alone takes a tenth of its start.
if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from verifier.ui.action_set import ActionSet
    from verifier.ui.bench import Bench
    from verifier.ui.controllers import Controllers
    from verifier.ui.desk import Desk
    from verifier.ui.panels.first_page import FirstPage
    from verifier.ui.panels.message_bar import MessageBar
    from verifier.ui.panels.status_line import StatusLine
    from verifier.ui.panels.toolbar import Toolbar
    from verifier.ui.reading.state import ReadingState


class MainWindow(QMainWindow):
    """Toolbar, message bar, first page or bench, status line. ``make_bench`` is called for the first case.

    It can be shown while it is still empty: importing and making its parts takes as long as Qt's own start, and a
    window that is there at once feels quicker than one that is there when it is complete.
    """

    painted = Signal()
    """The window was painted for the first time."""

    case_shown = Signal()
    """The bench is in sight with another case, or was left without one."""

    closing = Signal()
    """The window is about to be closed; the case is still there."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._bench: QWidget | None = None
        self._was_painted = False
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.setMinimumSize(560, 420)
        self.setWindowTitle("Verifier")

    def place(
        self,
        desk: Desk,
        controllers: Controllers,
        actions: ActionSet,
        toolbar: Toolbar,
        message: MessageBar,
        first_page: FirstPage,
        status: StatusLine,
        make_bench: Callable[[], QWidget],
    ) -> None:
        """Put the parts where they belong; those of a window that had others replace them."""
        self._bench = None
        self._desk, self._controllers, self._make_bench = desk, controllers, make_bench
        self.actions_of_window = actions
        self.toolbar, self.message, self.first_page, self.status = toolbar, message, first_page, status
        self.body = QStackedWidget(self)
        self.body.addWidget(first_page)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addWidget(self.body, 1)
        column.addWidget(status)
        self.setCentralWidget(holder)
        message.setParent(holder)
        message.lay_on(self.body)
        actions.fill_menu_bar(self.menuBar())
        first_page.begin()
        desk.opened.connect(self.show_case)
        desk.changed.connect(lambda change: self._name() if change.case else None)
        controllers.sight.quit_asked.connect(self.close)

    @property
    def controllers(self) -> Controllers:
        """What the actions call."""
        return self._controllers

    @property
    def bench(self) -> QWidget:
        """The bench, made when it is first needed."""
        if self._bench is None:
            self._bench = self._make_bench()
            self.body.addWidget(self._bench)
            foot = cast("Bench", self._bench).foot
            self.message.covering.connect(foot.keep_free)
            self.message.lay_on(*foot.parts)
        return self._bench

    def reading(self) -> tuple[ReadingState | None, str]:
        """How the columns stand, and the key of the view beneath them; None and "" before there is a bench."""
        bench = cast("Bench | None", self._bench)
        return (None, "") if bench is None else (bench.columns.state(), bench.drawer.shown)

    def show_reading(self, state: ReadingState, view: str) -> None:
        """Have columns and view stand so again."""
        bench = cast("Bench", self.bench)
        if view:  # first: it takes room from the columns, which then scroll to where they were
            bench.show_view(view)
        bench.columns.restore(state)

    def show_case(self) -> None:
        """Show the bench while a case is open, else the first page."""
        self._name()
        is_open = self._desk is not None and self._desk.workbench is not None
        self.body.setCurrentWidget(self.bench if is_open else self.first_page)
        if not is_open:
            self.first_page.begin()
        if is_open or self._bench is not None:
            self.case_shown.emit()

    def _name(self) -> None:
        workbench = self._desk.workbench if self._desk is not None else None
        title = (workbench.rows.details.title or workbench.path.stem) if workbench else ""
        self.setWindowTitle(f"{title} – Verifier" if title else "Verifier")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files, web pages and words may be dropped anywhere."""
        from verifier.ui.dropping import brings_anything

        from_outside = event.source() is None
        if self._desk is not None and from_outside and brings_anything(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: what is dropped is added."""
        from PySide6.QtCore import Qt

        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._controllers.adding.drop(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: put the case away; everything in it is saved already."""
        self.closing.emit()
        if self._desk is not None:
            self._desk.put(None)
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: paint, and say so the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)
