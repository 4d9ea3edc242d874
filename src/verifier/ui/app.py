"""The window as a program: from the command line's call to the end of the event loop."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from verifier.domain.checkers import UNNAMED, Checker
from verifier.i18n import ENGLISH, Translator
from verifier.resources import resource
from verifier.session.preferences import config_folder, data_folder, documents_folder
from verifier.ui.assembly import Assembled, Folders, assemble

WARM_UP = 400
"""Milliseconds after the first paint until the child process is started, so that it does not delay that paint."""


def run(
    case: Path | None = None,
    *,
    checker: Checker = UNNAMED,
    translator: Translator = ENGLISH,
    folders: Folders | None = None,
) -> int:
    """Open the window, with a case if one is named, and stay until it is closed. The answer is the exit code."""
    app = application()
    parts = assemble(app, folders or default_folders(), translator, checker=checker)
    parts.window.show()
    QTimer.singleShot(0, lambda: _after_first_paint(parts, case))
    try:
        return app.exec()
    finally:
        parts.work.close()


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
    return Folders(config_folder(), data_folder(), documents_folder())


def _after_first_paint(parts: Assembled, case: Path | None) -> None:
    """Everything the first picture does not need."""
    parts.window.setWindowIcon(QIcon(str(resource("icons", "verifier.svg"))))
    if case is not None:
        parts.controllers.opening.open_path(case)
    QTimer.singleShot(WARM_UP, parts.work.warm_up)
