"""The user's preferences as the window holds them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from verifier.domain.checkers import Checker
from verifier.domain.kinds import Label
from verifier.session.preferences import Preferences, load_preferences, save_preferences

if TYPE_CHECKING:
    from verifier.ui.reading.look import Look


class Settings(QObject):
    """Preferences that are written whenever one changes. A folder that cannot be written is no reason to stop."""

    changed = Signal()
    """One of them is another now."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._all = load_preferences(folder)

    @property
    def all(self) -> Preferences:
        """The preferences as they are now."""
        return self._all

    @property
    def look(self) -> Look:
        """How the text is set."""
        from verifier.ui.reading.look import Look

        return Look(self._all.face, float(self._all.size), self._all.column_characters)

    @property
    def checker(self) -> Checker:
        """Who checks."""
        return self._all.checker

    @property
    def stepping(self) -> frozenset[Label]:
        """The labels after which the cursor goes on by itself."""
        return frozenset(label for label in Label if label.value in self._all.stepping_labels)

    def change(self, **changes: Any) -> None:
        """Set some of them; ``changes`` are fields of ``Preferences``."""
        self._keep(replace(self._all, **changes))

    def remember(self, case: Path) -> None:
        """Put a case at the head of the recent ones."""
        self._keep(self._all.with_recent(case))

    def forget(self, case: Path) -> None:
        """Take a case off the recent ones: it is not there any more."""
        self.change(recents=tuple(one for one in self._all.recents if one != str(case)))

    def used(self, action: str) -> None:
        """Put an action at the head of those last chosen by name."""
        self._keep(self._all.with_used(action))

    def _keep(self, preferences: Preferences) -> None:
        if preferences != self._all:
            self._all = preferences
            with suppress(OSError):
                save_preferences(self._folder, preferences)
            self.changed.emit()
