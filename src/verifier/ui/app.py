"""The window as a program: from the command line's call to the end of the event loop."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from verifier.domain.checkers import UNNAMED, Checker
from verifier.i18n import ENGLISH, Translator
from verifier.ui.window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from verifier.ui.assembly import Assembled, Folders

WARM_UP = 400
"""Milliseconds after the window is complete until the child process is started, so that it holds up nothing."""

FRAME = 40
"""Pixels left for the frame and title that a window manager puts around a window."""


class Program:
    """One run: an empty window at once, its parts after the first paint, the worker ended at the end."""

    def __init__(
        self, case: Path | None, checker: Checker, translator: Translator, folders: Folders | None
    ) -> None:
        self._case, self._checker, self._translator, self._folders = case, checker, translator, folders
        self._parts: Assembled | None = None
        self.app = application()
        self.window = MainWindow()
        self.window.painted.connect(self.complete)

    def run(self) -> int:
        """Show the window and stay until it is closed. The answer is the exit code."""
        show_within(self.window, self.window.screen().availableSize())
        try:
            return self.app.exec()
        finally:
            if self._parts is not None:
                self._parts.work.close()

    def complete(self) -> None:
        """Make the parts, and open the case if one was named."""
        from PySide6.QtGui import QIcon

        from verifier.resources import resource
        from verifier.ui.assembly import assemble

        parts = self._parts = assemble(
            self.app,
            self._folders or default_folders(),
            self._translator,
            checker=self._checker,
            window=self.window,
        )
        self.window.setWindowIcon(QIcon(str(resource("icons", "verifier.svg"))))
        if self._case is not None:
            QTimer.singleShot(0, partial(parts.controllers.opening.open_path, self._case))
        QTimer.singleShot(WARM_UP, parts.work.warm_up)


def show_within(window: QWidget, room: QSize) -> None:
    """Show a window in the size it asks for where the screen has that room and more for a frame, else all over it."""
    wanted = window.size()
    if wanted.width() + FRAME <= room.width() and wanted.height() + FRAME <= room.height():
        window.show()
        return
    window.resize(
        wanted.boundedTo(QSize(room.width() - FRAME, room.height() - FRAME))
    )  # where it is made smaller
    window.showMaximized()


def run(
    case: Path | None = None,
    *,
    checker: Checker = UNNAMED,
    translator: Translator = ENGLISH,
    folders: Folders | None = None,
) -> int:
    """Open the window, with a case if one is named, and stay until it is closed. The answer is the exit code."""
    return Program(case, checker, translator, folders).run()


def application() -> QApplication:
    """The one application object of this process."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    app = QApplication(sys.argv[:1])
    app.setApplicationName("verifier")
    app.setApplicationDisplayName("Verifier")
    app.setDesktopFileName("verifier")
    return app


def default_folders() -> Folders:
    """Where this system keeps such things."""
    from verifier.session.preferences import config_folder, data_folder, documents_folder
    from verifier.ui.assembly import Folders

    return Folders(config_folder(), data_folder(), documents_folder())
