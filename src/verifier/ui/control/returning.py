"""Returning: a case is found again as it was left, and the last one is there at the start."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from verifier.session.preferences import write_json
from verifier.ui.control.opening import Opening
from verifier.ui.desk import Desk
from verifier.ui.frame import frame_kept, keep_frame
from verifier.ui.place import Place
from verifier.ui.settings import Settings

if TYPE_CHECKING:
    from verifier.ui.bench import Bench
    from verifier.ui.window import MainWindow

MOST_KEPT = 200
"""Of so many cases it is known how they were left; the ones left longest ago are forgotten."""


NOW_AND_THEN = 30_000
"""Milliseconds after the cursor moved until it is kept where it is, if the case was not left before."""


class Returning(QObject):
    """Keeps how cases were left in files of their own, beside the case never: one does not send that to a colleague."""

    def __init__(
        self, desk: Desk, place: Place, settings: Settings, opening: Opening, window: MainWindow, folder: Path
    ) -> None:
        super().__init__(window)
        self._desk, self._place, self._settings, self._opening = desk, place, settings, opening
        self._window, self._folder = window, folder
        self._bench: Bench | None = None
        self._later = QTimer(self, singleShot=True, interval=NOW_AND_THEN)
        self._later.timeout.connect(self.keep)
        place.moved.connect(self._keep_later)
        desk.leaving.connect(self.keep)
        window.closing.connect(self.keep_window)

    def begin(self) -> None:
        """At the start with no case named: open the last one, if that is wished and its file is still there."""
        recents = self._settings.all.recents
        if self._settings.all.restore and recents and Path(recents[0]).is_file():
            self._opening.open_path(Path(recents[0]))

    # -- the case --------------------------------------------------------------------------------------------------

    def _keep_later(self, *_where: str) -> None:
        """A program that is killed leaves no case: so it is kept now and then while the cursor moves."""
        if not self._later.isActive():
            self._later.start()

    def keep(self) -> None:
        """Keep how the open case stands now."""
        target = self._file()
        reading, view = self._window.reading()
        if target is None or reading is None:
            return
        self._later.stop()
        with suppress(OSError):
            write_json(target, {"reading": reading.plain(), "view": view})
            self._forget_old(target.parent)

    def come_back(self) -> None:
        """Have the case that is in sight stand as it was left; places that are gone are passed over."""
        from verifier.ui.reading.state import read_state

        target = self._file()
        if target is None or self._bench is None:
            return
        try:
            found = json.loads(target.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return
        if not isinstance(found, dict):
            return
        view = str(found.get("view"))
        self._window.show_reading(
            read_state(found.get("reading")), view if self._bench.drawer.knows(view) else ""
        )
        self._place.focus_text()

    def _file(self) -> Path | None:
        """Where it is kept how the open case was left. An id that is none of ours could name any file."""
        workbench = self._desk.workbench
        try:
            name = str(UUID(workbench.case_id)) if workbench is not None else ""
        except ValueError:
            return None
        return self._folder / "places" / f"{name}.json" if name else None

    @staticmethod
    def _forget_old(folder: Path) -> None:
        kept = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in kept[MOST_KEPT:]:
            file.unlink(missing_ok=True)

    # -- the window ------------------------------------------------------------------------------------------------

    def arrange(self, bench: Bench) -> None:
        """Give the parts of the window the room they had; from now on this is the bench cases come back to."""
        self._bench = bench
        bench.set_room(frame_kept(self._folder).get("room"))

    def keep_window(self) -> None:
        """Keep where the window stands, and how its parts share the room."""
        room = self._bench.room() if self._bench is not None else frame_kept(self._folder).get("room", {})
        keep_frame(self._window, self._folder, {"room": room})
