"""Cue words in the text, where the user wants to see them: a thin line beneath, and a tool tip that names the cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip

from verifier.domain.comparing import Cue, CueKind
from verifier.i18n import Translator
from verifier.ui.look.theme import Theme
from verifier.ui.reading.geometry import rows_in_sight, span_lines
from verifier.ui.reading.page import Page
from verifier.ui.reading.text_view import TextView
from verifier.ui.reading.underlines import DROP, THICKNESS, THIN


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


TIPS = {
    CueKind.EVALUATIVE: _("“{word}”: a word that judges, in the author’s own voice"),
    CueKind.HEDGE: _("“{word}”: a word that hedges, in the author’s own voice"),
    CueKind.CERTAINTY: _("“{word}”: a word that insists, in the author’s own voice"),
}
"""What the tool tip says of each kind of cue."""

_BELOW = DROP + THICKNESS + 1.0
"""Pixels from the base line to the line beneath a cue: below that of the label."""


class CueMarks(QObject):
    """Draws the cues of one column that are in sight, and answers for their tool tips."""

    def __init__(self, view: TextView, theme: Theme, translator: Translator) -> None:
        super().__init__(view)
        self._view, self._theme, self._translator = view, theme, translator
        self._page: Page | None = None
        self._text = ""
        self._cues: Sequence[Cue] = ()
        view.viewport().installEventFilter(self)

    def show_page(self, page: Page, text: str, theme: Theme) -> None:
        """Another page is shown, or in other colours."""
        self._page, self._text, self._theme = page, text, theme

    def show_cues(self, cues: Sequence[Cue]) -> None:
        """Mark these cues and no others; their spans are code points of the text."""
        marked = tuple(sorted(cues, key=lambda cue: cue.start))
        if marked != self._cues:
            self._cues = marked
            self._view.viewport().update()

    def cues(self) -> Sequence[Cue]:
        """The cues that are marked."""
        return self._cues

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draw what lies in an area of the viewport."""
        if self._page is None or not self._cues:
            return
        colour = self._theme.colour("quiet")
        for block, rect in rows_in_sight(self._view):
            row = self._page.rows[block.blockNumber()]
            if row.paragraph is None or rect.bottom() < area.top() or rect.top() > area.bottom() + 8:
                continue
            for cue in self._between(row.start, row.end):
                for line in span_lines(self._view, *self._page.places_of(cue.start, min(cue.end, row.end))):
                    top = round(line.baseline + _BELOW)
                    painter.fillRect(QRectF(line.rect.left(), top, line.rect.width(), THIN), colour)

    def tip_at(self, point: int) -> str:
        """What is said of the cue at a code point; "" where there is none."""
        cue = next(
            (one for one in self._between(point - 80, point + 1) if one.start <= point < one.end), None
        )
        if cue is None:
            return ""
        word = self._text[cue.start : cue.end].replace("<", "‹")
        return self._translator.gettext(TIPS[cue.kind]).format(word=word)

    def _between(self, start: int, end: int) -> Sequence[Cue]:
        """The cues that begin in a span."""
        first = bisect_left(self._cues, start, key=lambda cue: cue.start)
        return self._cues[first : bisect_left(self._cues, end, key=lambda cue: cue.start)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the mouse rests somewhere in the text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._page is not None:
            place = self._view.cursorForPosition(event.pos()).position()
            point = self._page.point_at(place)
            QToolTip.showText(event.globalPos(), "" if point is None else self.tip_at(point), self._view)
            return True
        return super().eventFilter(watched, event)
