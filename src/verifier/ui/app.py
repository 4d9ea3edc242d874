"""The window as a program: from the command line's call to the end of the event loop."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from verifier.domain.checkers import UNNAMED, Checker
from verifier.i18n import Translator
from verifier.ui.frame import show_as_left
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
        self, case: Path | None, checker: Checker, translator: Translator | None, folders: Folders | None
    ) -> None:
        self._case, self._checker, self._translator, self._folders = case, checker, translator, folders
        self.parts: Assembled | None = None
        self.app = application()
        self.window = MainWindow()
        self.window.painted.connect(self.complete)

    def run(self) -> int:
        """Show the window and stay until it is closed. The answer is the exit code."""
        self.show()
        try:
            return self.app.exec()
        finally:
            if self.parts is not None:
                self.parts.work.close()

    def show(self) -> None:
        """Show the window as it was left, the first time as large as there is room for."""
        if not show_as_left(self.window, self._data_folder()):
            show_within(self.window, self.window.screen().availableSize())

    def _data_folder(self) -> Path:
        """Where it is kept how the window was left."""
        if self._folders is not None:
            return self._folders.data
        from verifier.session.preferences import data_folder

        return data_folder()

    def complete(self) -> None:
        """Make the parts, and open the case if one was named."""
        from PySide6.QtGui import QIcon

        from verifier.resources import resource
        from verifier.ui.assembly import assemble
        from verifier.ui.settings import Settings

        folders = self._folders or default_folders()
        settings = Settings(folders.config, self.window)
        translator = self._translator or self._speak(settings.all.language)
        parts = self.parts = assemble(
            self.app, folders, translator, checker=self._checker, window=self.window, settings=settings
        )
        self.window.setWindowIcon(QIcon(str(resource("icons", "verifier.svg"))))
        if self._case is not None:
            QTimer.singleShot(0, partial(parts.controllers.opening.open_path, self._case))
        else:
            QTimer.singleShot(0, parts.returning.begin)
        QTimer.singleShot(WARM_UP, partial(self._come_to_rest, folders))

    def _speak(self, language: str) -> Translator:
        """The translator for a language the preferences name; Qt's own words go with it."""
        from verifier import i18n

        used = i18n.language_in_use(language)
        if used != i18n.WRITTEN_IN:
            from verifier.ui.language import let_qt_speak

            let_qt_speak(self.app, used)
        return i18n.translator(used)

    def _come_to_rest(self, folders: Folders) -> None:
        """Make what can wait until the window is there: the child process, and what changes the language."""
        assert self.parts is not None
        self.parts.work.warm_up()
        if self._translator is None:
            from verifier.ui.language import Language

            Language(self.app, folders, self._checker, self.parts, self._replace)

    def _replace(self, parts: Assembled) -> None:
        self.parts = parts


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
    translator: Translator | None = None,
    folders: Folders | None = None,
) -> int:
    """Open the window, with a case if one is named, and stay until it is closed. The answer is the exit code.

    Without a translator it speaks the language of the preferences, or else the system's, and changes with them.
    """
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
