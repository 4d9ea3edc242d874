"""A PDF opened by PDFium, within limits; what cannot be opened is said by name."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from verifier.domain.errors import ReadError

MOST_PAGES = 2_000
"""The most pages that are read."""
MOST_CHARACTERS = 2_000_000
"""The most characters that are read, in all pages."""
MOST_ON_A_PAGE = 300_000
"""The most characters of one page."""

_PASSWORD = 4
_SECURITY = 5


@contextmanager
def opened(data: bytes, where: str) -> Iterator[Any]:
    """PDFium's document of some bytes, closed afterwards.

    Raises ReadError: pdf-encrypted, pdf-damaged, pdf-too-many-pages.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(_code(getattr(error, "err_code", None)), where) from error
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise ReadError("pdf-too-many-pages", where, count=pages, limit=MOST_PAGES)
        if not pages:
            raise ReadError("pdf-damaged", where)
        yield document
    finally:
        document.close()


def _code(reason: int | None) -> str:
    return "pdf-encrypted" if reason in (_PASSWORD, _SECURITY) else "pdf-damaged"


@contextmanager
def page_of(document: Any, index: int) -> Iterator[Any]:
    """One page of a document, counted from 0; None where PDFium cannot load it."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield page if all(0 < edge < math.inf for edge in page.get_size()) else None
    finally:
        page.close()


@contextmanager
def text_of(page: Any) -> Iterator[Any]:
    """PDFium's characters of a page; None where it cannot give them."""
    import pypdfium2

    try:
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield text
    finally:
        text.close()


class Frame:
    """Leads from a page's own coordinates (upwards, unturned) to the page as it is shown (downwards, turned)."""

    def __init__(self, page: Any) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.width, self.height = page.get_size()
        self.turn: int = page.get_rotation() // 90

    def shows(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a rectangle, as it is shown, reaches into the page."""
        return right >= 0 and bottom >= 0 and left <= self.width and top <= self.height

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as it is shown."""
        match self.turn:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
        return x - self.left, self.top - y

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Where a point that is shown lies in the page's own coordinates."""
        match self.turn:
            case 1:
                return y + self.left, x + self.bottom
            case 2:
                return self.right - x, y + self.bottom
            case 3:
                return self.right - y, self.top - x
        return x + self.left, self.top - y

    def edges(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """A rectangle as it is shown: left, top, right, bottom."""
        if not self.turn and left <= right and bottom <= top:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
