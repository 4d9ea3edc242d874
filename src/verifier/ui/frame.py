"""The window's frame between two runs: where it stood, how large, and how its parts shared the room. Imports little,
since it is asked before the window is shown for the first time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

FILE = "window.json"
"""Its name in the data folder."""


def frame_kept(folder: Path) -> dict[str, object]:
    """What was kept in a folder; what is no such thing counts as nothing."""
    try:
        found = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def keep_frame(window: QWidget, folder: Path, parts: Mapping[str, object]) -> None:
    """Keep where a window stands, and what ``parts`` tells of the inside of it. What cannot be written is let be."""
    from verifier.session.preferences import write_json

    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    with suppress(OSError):
        write_json(folder / FILE, {"geometry": geometry, **parts})


def show_as_left(window: QWidget, folder: Path) -> bool:
    """Show a window where and as large as it was left, fitted into the screens there are now; False, and not shown,
    where nothing is known.
    """
    geometry = frame_kept(folder).get("geometry")
    if not isinstance(geometry, str) or not geometry.isascii():
        return False
    if not window.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode("ascii")))):
        return False
    window.show()
    return True
