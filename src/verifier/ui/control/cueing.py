"""Cue words: which of them are shown, where the user wants to see any."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from verifier.domain.comparing import Cue
from verifier.ui.control.comparing import Comparing
from verifier.ui.control.suggesting import Suggesting
from verifier.ui.settings import Settings


class Cueing(QObject):
    """Tells which words of the author's own voice to mark: none unless that is wished, and none of a sentence that is
    to be judged first.
    """

    changed = Signal()
    """Other words are to be marked."""

    def __init__(
        self, comparing: Comparing, suggesting: Suggesting, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._comparing, self._suggesting, self._settings = comparing, suggesting, settings
        self._is_on = settings.all.cue_words
        suggesting.changed.connect(self._tell)
        settings.changed.connect(self._follow)

    def cues(self, article_id: str) -> list[Cue]:
        """The cue words to mark in an article."""
        if not self._is_on:
            return []
        found = dict(self._comparing.found.cues).get(article_id, ())
        return [cue for cue in found if self._suggesting.may_hint(cue.sentence_id)]

    def _tell(self) -> None:
        if self._is_on:
            self.changed.emit()

    def _follow(self) -> None:
        if self._settings.all.cue_words != self._is_on:
            self._is_on = self._settings.all.cue_words
            self.changed.emit()
