"""The window: places the parts and owns no behaviour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.controllers import Controllers
from verifier.ui.desk import Desk
from verifier.ui.dropping import dropped_files
from verifier.ui.panels.first_page import FirstPage
from verifier.ui.panels.message_bar import MessageBar
from verifier.ui.panels.status_line import StatusLine
from verifier.ui.panels.toolbar import Toolbar


class MainWindow(QMainWindow):
    """Toolbar, message bar, first page or bench, status line. ``make_bench`` is called for the first case."""

    def __init__(self, desk: Desk, translator: Translator) -> None:
        super().__init__()
        self._desk, self._translator = desk, translator
        self._bench: QWidget | None = None
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.setMinimumSize(560, 420)
        self._name()

    def place(
        self,
        controllers: Controllers,
        actions: ActionSet,
        toolbar: Toolbar,
        message: MessageBar,
        first_page: FirstPage,
        status: StatusLine,
        make_bench: Callable[[], QWidget],
    ) -> None:
        """Put the parts where they belong."""
        self._controllers, self._make_bench = controllers, make_bench
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
        column.addWidget(message)
        column.addWidget(status)
        self.setCentralWidget(holder)
        first_page.beginnings[0].setFocus()
        actions.fill_menu_bar(self.menuBar())
        self._desk.opened.connect(self.show_case)
        self._desk.changed.connect(lambda change: self._name() if change.case else None)
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
        return self._bench

    def show_case(self) -> None:
        """Show the bench while a case is open, else the first page."""
        self._name()
        is_open = self._desk.workbench is not None
        self.body.setCurrentWidget(self.bench if is_open else self.first_page)
        if is_open:
            self._controllers.sight.to_text()

    def _name(self) -> None:
        workbench = self._desk.workbench
        title = (workbench.rows.details.title or workbench.path.stem) if workbench else ""
        self.setWindowTitle(f"{title} – Verifier" if title else "Verifier")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files may be dropped anywhere."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: files dropped are added."""
        files = dropped_files(event.mimeData())
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._controllers.opening.add_files(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: put the case away; everything in it is saved already."""
        self._desk.put(None)
        super().closeEvent(event)
