"""What was found in the text: every hit tinted, the current one in full colour."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from verifier.ui.look.theme import Theme
from verifier.ui.reading.geometry import line_places_at
from verifier.ui.reading.page import Page
from verifier.ui.reading.selection import point_near
from verifier.ui.reading.text_view import TextView

Span = tuple[int, int]

TINT = 0.3
"""How much of the accent there is in the ground of a hit; ink on it keeps a contrast of more than 6 : 1."""


class Hits(QObject):
    """The hits in one column. Spans are code points of the article.

    Only those near to what is in sight are given to Qt: it lays every extra selection out at every repaint.
    """

    def __init__(self, view: TextView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self._page: Page | None = None
        self._spans: list[Span] = []
        self._current: Span | None = None
        self._longest = 0
        self._covered: Span | None = None
        view.moved.connect(self._follow)

    def show_page(self, page: Page, theme: Theme) -> None:
        """Tint the words of another page, or the same in other colours."""
        self._page, self._theme = page, theme
        self._cover()

    def show(self, spans: Sequence[Span], current: Span | None) -> None:
        """Tint these spans and no others; the current one may be among them or not."""
        self._spans, self._current = sorted(spans), current
        self._longest = max((end - start for start, end in self._spans), default=0)
        self._cover()

    def spans(self) -> tuple[Span, ...]:
        """All hits, in reading order."""
        return tuple(self._spans)

    def _follow(self) -> None:
        """Tint others when the text was scrolled beyond those that are."""
        if self._covered is None or self._page is None:
            return
        first, last = self._stretch(0)
        if first < self._covered[0] or last > self._covered[1]:
            self._cover()

    def _cover(self) -> None:
        if self._page is None:
            return
        if not self._spans and self._current is None:
            if self._covered is not None:
                self._covered = None
                self._view.setExtraSelections([])
            return
        first, last = self._covered = self._stretch(1)
        begin = bisect_left(self._spans, (first - self._longest, 0))
        near = self._spans[begin : bisect_right(self._spans, (last, last))]
        chosen = [self._tinted(span, is_current=False) for span in near if span != self._current]
        if self._current is not None:
            chosen.append(self._tinted(self._current, is_current=True))
        self._view.setExtraSelections([one for one in chosen if one is not None])

    def _stretch(self, beyond: int) -> Span:
        """The code points in sight, with so many screens before and after them."""
        assert self._page is not None
        height = self._view.viewport().height()
        first = line_places_at(self._view, -beyond * height)[0]
        last = line_places_at(self._view, (1 + beyond) * height)[1]
        return point_near(self._page, first), self._page.end_near(last)

    def _tinted(self, span: Span, *, is_current: bool) -> QTextEdit.ExtraSelection | None:
        """A hit as Qt wants it; None where it is folded away, or no longer in the article."""
        assert self._page is not None
        if span[1] > self._page.end or self._page.rows[self._page.row_at_point(span[0])].paragraph is None:
            return None
        first, last = self._page.places_of(*span)
        found = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        form, colour = QTextCharFormat(), self._theme.colour("accent")
        if is_current:
            form.setForeground(self._theme.colour("paper"))
        else:
            colour.setAlphaF(TINT)
        form.setBackground(colour)
        found.cursor, found.format = cursor, form
        return found
