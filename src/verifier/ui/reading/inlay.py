"""What a source sets apart inside its paragraphs, as character formats: emphasis, raised and lowered figures.

A raised figure must be seen to be one: 10⁶ without its format would read 106.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from verifier.domain.kinds import InlineKind
from verifier.domain.reading import Inline
from verifier.ui.reading.page import Page


def _formats() -> dict[InlineKind, QTextCharFormat]:
    emphasis, strong, raised, lowered, code = (QTextCharFormat() for _ in range(5))
    emphasis.setFontItalic(True)
    strong.setFontWeight(QFont.Weight.Bold)
    raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    lowered.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    code.setFontFixedPitch(True)
    return {
        InlineKind.EMPHASIS: emphasis,
        InlineKind.STRONG: strong,
        InlineKind.SUPERSCRIPT: raised,
        InlineKind.NOTE: raised,
        InlineKind.SUBSCRIPT: lowered,
        InlineKind.CODE: code,
    }


class Inlay:
    """The stretches of one page that look other than the words around them. Positions are code points."""

    def __init__(self, inlines: Sequence[Inline], page: Page) -> None:
        self._page = page
        self._formats = _formats()
        shown = (one for one in inlines if one.kind in self._formats)
        self._inlines = sorted(shown, key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self._inlines]
        self._longest = max((one.end - one.start for one in self._inlines), default=0)

    def paint(self, cursor: QTextCursor, start: int, end: int) -> None:
        """Merge the formats of a span of the text; what is folded away has none. The caller holds the edit block."""
        first = bisect_left(self._starts, start - self._longest)
        for one in self._inlines[first : bisect_right(self._starts, end)]:
            begin, finish = max(one.start, start), min(one.end, end)
            row = self._page.rows[self._page.row_at_point(begin)]
            if begin < finish and row.paragraph is not None:
                places = self._page.places_of(begin, finish)
                cursor.setPosition(places[0])
                cursor.setPosition(places[1], QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(self._formats[one.kind])
