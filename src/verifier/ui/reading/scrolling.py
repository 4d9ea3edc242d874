"""Where the words of one column are on the screen, and bringing them into sight.

Heights are pixels of the column, spans are code points of the article.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QTextEdit, QWidget

from verifier.domain.articles import Sentence
from verifier.domain.queries import trimmed
from verifier.ui.reading.geometry import block_rect, line_places_at, span_rects
from verifier.ui.reading.page import Page
from verifier.ui.reading.selection import point_near

SLACK = 6.0
"""Pixels of a line that may still be in sight at the top though the next one counts as the first."""

AIR = 90.0
"""Pixels of text that stay in sight around what is scrolled to, where there is room."""


@dataclass(frozen=True, slots=True)
class Held:
    """A span of code points and the height it has; ``at_top`` is the height of the text's edge where the article was
    at its beginning, else None.
    """

    start: int
    end: int
    height: float
    at_top: float | None = None


class Spots:
    """The places of one column's text on the screen, and its scrolling."""

    def __init__(self, view: QTextEdit, column: QWidget) -> None:
        self._view = view
        self._column = column
        self._awaited: int | None = None

    def show_page(self, page: Page, text: str) -> None:
        """Answer for another page from now on."""
        self._page, self._text = page, text

    # -- where things are ------------------------------------------------------------------------------------------

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The places in the document of a span's words, without white space at its ends."""
        first, last = trimmed(self._text, start, end)
        return self._page.places_of(*(first, last) if first < last else (start, end))

    def reach_of(self, start: int, end: int) -> tuple[float, float]:
        """The top and bottom of a span; of its fold's line where it is folded away."""
        first, last = self.places(start, end)
        rects = [
            *span_rects(self._view, first, min(first + 1, last)),
            *span_rects(self._view, last - 1, last),
        ]
        bounds = (
            QRectF()
        )  # lines run downwards: a word of a million letters has 13,000 of them between these two
        for rect in rects:
            bounds = bounds.united(rect)
        top = self._top()
        return bounds.top() + top, bounds.bottom() + top

    def sight(self) -> tuple[float, float]:
        """The top and bottom of the visible text."""
        top = float(self._top())
        return top, top + self._view.viewport().height()

    def fold_top(self, number: int) -> float:
        """The top of a fold's own line, in pixels of the viewport."""
        block = self._view.document().findBlock(self._page.place_of_fold(number))
        return block_rect(self._view, block).top()

    def has_in_sight(self, start: int) -> bool:
        """Whether the line a code point is in begins in sight."""
        first, last = self.sight()
        return first <= self.reach_of(start, start + 1)[0] < last

    def top_point(self) -> int:
        """The code point at the top of what is in sight."""
        return point_near(self._page, line_places_at(self._view, SLACK)[0])

    # -- scrolling -------------------------------------------------------------------------------------------------

    def show(self, start: int, end: int) -> None:
        """Scroll as little as needed to have a span in sight, and some text around it."""
        top, bottom = self.reach_of(start, end)
        first, last = self.sight()
        air = min((last - first) * 0.14, AIR)
        if bottom + air > last:
            self.by(min(bottom + air - last, top - air - first))
        elif top - air < first:
            self.by(top - air - first)

    def centre(self, point: int) -> None:
        """Scroll a code point into the middle."""
        top, bottom = self.reach_of(point, point + 1)
        first, last = self.sight()
        self.by((top + bottom) / 2 - (first + last) / 2)

    def bring_to(self, start: int, height: float) -> None:
        """Scroll so that the line of a code point begins at a height, or as near to it as there is text."""
        self.by(self.reach_of(start, start + 1)[0] - height)

    def top(self) -> int:
        """The code point at the top of what is in sight, 0 at the article's beginning."""
        if self._awaited is not None:
            return self._awaited
        return self.top_point() if self._view.verticalScrollBar().value() else 0

    def bring_to_top(self, point: int) -> None:
        """Scroll a code point to the top, 0 being the beginning; in a hidden column ``take_top`` does it later."""
        self._awaited = point
        if self._view.isVisible():
            self.take_top()

    def take_top(self) -> None:
        """Scroll to where the text was to begin as soon as it has its width."""
        point, self._awaited = self._awaited, None
        if point == 0:
            self._view.verticalScrollBar().setValue(0)
        elif point is not None:
            self.bring_to(min(point, self._page.end - 1), self.sight()[0])

    def hold(self, sentence: Sentence | None) -> Held:
        """What is to stay where it is when lines move: a sentence where it is in sight, else the line at the top."""
        at_top = self.sight()[0] if self._view.verticalScrollBar().value() == 0 else None
        if sentence is not None and self.has_in_sight(sentence.start):
            top = self.reach_of(sentence.start, sentence.start + 1)[0]
            return Held(sentence.start, sentence.end, top, at_top)
        point = self.top_point()
        return Held(point, point + 1, self.reach_of(point, point + 1)[0], at_top)

    def restore(self, held: Held) -> None:
        """Bring a span back to the height it had, or as near as it takes to have the whole of it in sight. An article
        that was at its beginning stays there, though its header may take more room now.
        """
        down = self.sight()[0] - held.at_top if held.at_top is not None else 0.0
        self.bring_to(held.start, held.height + down)
        top, bottom = self.reach_of(held.start, held.end)
        start, end = self.sight()
        if bottom > end:
            self.by(min(bottom - end, top - start))

    def by(self, pixels: float) -> None:
        """Scroll so many pixels down."""
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def _top(self) -> int:
        return self._view.viewport().mapTo(self._column, QPoint(0, 0)).y()
