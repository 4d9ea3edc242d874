"""What a stretch of the document is in the article: spans of code points, one a paragraph."""

from __future__ import annotations

from verifier.ui.reading.page import Page


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
