"""A process that walks the main way in a window of its own and then waits to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from tests.journeys.hands import InsideHands
from tests.journeys.way import Traveller

from verifier.i18n import ENGLISH
from verifier.ui.app import application
from verifier.ui.assembly import Folders, assemble


def main(folder: Path, near: str, far: str, files: list[Path]) -> None:
    """Walk the way; ``arrived`` in the folder says that the end was reached."""
    app = application()
    parts = assemble(app, Folders(folder / "config", folder / "data", folder / "documents"), ENGLISH)
    parts.window.show()

    def walk() -> None:
        Traveller(InsideHands(), files, folder / "documents").walk(near, far)
        (folder / "arrived").touch()

    QTimer.singleShot(0, walk)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], [Path(name) for name in sys.argv[4:]])
