"""What a stretch of the document is in the article: spans of code points, one a paragraph."""

from __future__ import annotations

from verifier.domain.queries import trimmed
from verifier.ui.reading.page import Page
from verifier.ui.reading.text_view import TextView


class Selection:
    """The words the user selected in one column."""

    def __init__(self, view: TextView) -> None:
        self._view = view

    def show_page(self, page: Page, text: str) -> None:
        """Answer for another page from now on."""
        self._page, self._text = page, text

    def spans(self) -> list[tuple[int, int]]:
        """The spans of code points selected, one a paragraph, without white space at the ends."""
        if not self._view.marking.has_words():
            return []
        return [
            span
            for start, end in spans_between(self._page, *self._view.marking.places())
            if (span := trimmed(self._text, start, end))[0] < span[1]
        ]

    def caret(self) -> tuple[int, int]:
        """Where the words selected begin and end, in code points; twice where the caret is, if there are none."""
        first, last = self._view.marking.places()
        return point_near(self._page, first), point_near(self._page, last)

    def select(self, start: int, end: int) -> None:
        """Select the words of a span of code points, without scrolling."""
        first, last = self._page.places_of(*trimmed(self._text, start, end))
        bar = self._view.verticalScrollBar()
        before = bar.value()
        self._view.marking.select(first, last)
        bar.setValue(before)

    def words(self, first: int, last: int) -> str:
        """The article's own words between two places of the document, a paragraph a line."""
        return "\n".join(self._text[start:end] for start, end in spans_between(self._page, first, last))


def spans_between(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of paragraphs between two places of the document, leaving out what is folded away."""
    start, end = point_near(page, first), point_near(page, last)
    spans: list[tuple[int, int]] = []
    for paragraph in page.paragraphs:
        row = page.rows[page.row_at_point(paragraph.start)]
        if row.paragraph is not None and paragraph.start < end and start < paragraph.end:
            spans.append((max(start, paragraph.start), min(end, paragraph.end)))
    return spans


def point_near(page: Page, place: int) -> int:
    """The code point at a place, or the first one under the fold whose line it is in."""
    point = page.point_at(place)
    return page.rows[page.row_at_place(place)].start if point is None else point
