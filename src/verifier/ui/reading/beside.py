"""What margin and overview strip have in common: they stand beside a text, speak of it, and scroll it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from verifier.domain.articles import Sentence
from verifier.domain.kinds import Label
from verifier.domain.queries import SentenceLabel
from verifier.i18n import Translator
from verifier.ui.look.theme import Theme
from verifier.ui.reading.page import Page
from verifier.ui.reading.phrases import describe
from verifier.ui.reading.text_view import TextView
from verifier.ui.reading.verdicts import Verdicts

GRAVITY: tuple[SentenceLabel, ...] = (
    None, Label.NO_CLAIM, Label.OPINION, Label.VERIFIED, Label.UNCONFIRMED, "mixed", Label.DISPUTED,
)  # fmt: skip
"""What a sentence counts as, the gravest last: it stands for its neighbours where there is room for one sign only."""


class Beside(QWidget):
    """Stands beside the text of one article. Who inherits it says which sentences are at a position."""

    def __init__(self, view: TextView, theme: Theme, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._theme, self._translator = view, theme, translator
        self._page: Page | None = None
        self._verdicts: Verdicts | None = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._theme = theme
        self.update()

    @abstractmethod
    def spoken_of(self, position: QPointF) -> Sequence[Sentence]:
        """The sentences the tooltip at a position (pixels) speaks of."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        QApplication.sendEvent(self._view.verticalScrollBar(), event)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what the signs at the mouse mean."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, position: QPointF) -> str:
        if self._page is None or self._verdicts is None:
            return ""
        letter, verdicts = self._page.article.letter, self._verdicts
        return "\n".join(
            describe(letter, sentence, verdicts.of(sentence), self._translator)
            for sentence in self.spoken_of(position)
        )
