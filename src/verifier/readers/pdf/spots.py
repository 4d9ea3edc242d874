"""From the reading text back to the page: where characters stand, and how the page looks."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from verifier.domain.articles import PositionMap
from verifier.domain.errors import ReadError
from verifier.domain.reading import Spot
from verifier.readers.pdf.opening import Frame, opened, page_of, text_of
from verifier.readers.pdf.scanning import count_characters
from verifier.readers.pdf.values import Box, spot_of

Stretch = tuple[int, int]
"""From one of PDFium's characters up to another, pages one after the other."""

MOST_PIXELS = 20_000_000
"""The largest picture of a page that is made."""
_LEVEL = 0.5
"""How far from one baseline the characters of a line may stand, in the size of the type."""
_FAR = 4.0
"""How far apart two of them may be along it."""


def stretches(positions: PositionMap, start: int, end: int) -> tuple[Stretch, ...]:
    """The characters PDFium gave for ``text[start:end]``, in the order in which they are read."""
    found: list[Stretch] = []
    for run in positions.runs:
        if run.end <= start or run.start >= end:
            continue
        begin, stop = run.source_start, run.source_end
        if not run.folded:
            begin, stop = begin + max(0, start - run.start), stop - max(0, run.end - end)
        if begin >= stop:
            continue
        if found and found[-1][1] == begin:
            found[-1] = (found[-1][0], stop)
        else:
            found.append((begin, stop))
    return tuple(found)


def spots(data: bytes, *wanted: Stretch, where: str = "") -> tuple[Spot, ...]:
    """Where some of PDFium's characters stand: one spot for each line of each page.

    Raises ReadError: pdf-encrypted, pdf-damaged, pdf-too-many-pages, pdf-too-many-characters.
    """
    found: list[Spot] = []
    last = max((end for _, end in wanted), default=0)
    with opened(data, where) as document:
        first = 0
        for index in range(len(document)):
            if first >= last:
                break
            with page_of(document, index) as page:
                if page is None:
                    continue
                with text_of(page) as text:
                    count = count_characters(text, first, where)
                    inside = _inside(wanted, first, count)
                    if inside:
                        found += _spots_of(text, Frame(page), index + 1, inside)
            first += count
    return tuple(found)


def _inside(wanted: Iterable[Stretch], first: int, count: int) -> list[Stretch]:
    """The part of some stretches that lies on a page, as indices of that page."""
    cut = ((max(start - first, 0), min(end - first, count)) for start, end in wanted)
    return [(start, end) for start, end in cut if start < end]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a character stands: its box, the beginning of its baseline, and the size of its type."""

    box: Box
    x: float
    y: float
    size: float


def _spots_of(text: Any, frame: Frame, page: int, wanted: Sequence[Stretch]) -> list[Spot]:
    """The boxes of some characters of a page, those of one line made one."""
    boxes: list[Box] = []
    last: _Place | None = None
    for start, end in wanted:
        for index in range(start, end):
            place = _place_of(text, frame, index)
            if place is None:
                continue
            if last is not None and _on_line(last, place):
                boxes[-1] = boxes[-1].around(place.box)
            else:
                boxes.append(place.box)
            last = place
    return [spot_of(page, box) for box in boxes]


def _place_of(text: Any, frame: Frame, index: int) -> _Place | None:
    """Where a character stands, None for white space PDFium made up."""
    import pypdfium2.raw as raw

    if not raw.FPDFText_GetTextObject(text, index):
        return None
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetCharBox(text, index, left, right, bottom, top):
        return None
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    raw.FPDFText_GetMatrix(text, index, matrix)
    size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    box = Box(*frame.edges(left.value, bottom.value, right.value, top.value))
    return _Place(box, *frame.point(x.value, y.value), size)


def _on_line(before: _Place, place: _Place) -> bool:
    """Whether a character lies on the line of the one before it, upright or turned, and not far from it."""
    size = max(before.size, place.size)
    near, far = sorted((abs(place.x - before.x), abs(place.y - before.y)))
    return near <= _LEVEL * size and far <= _FAR * size


def draw_page(
    data: bytes, number: int, scale: float = 1.0, where: str = ""
) -> tuple[int, int, bytes, float, float]:
    """A page (counted from 1) as it is shown: width and height in pixels, rows of red, green and blue bytes from the
    top, and the page's width and height in points. ``scale`` is in pixels a point, lowered where the picture would
    have more than ``MOST_PIXELS``.

    Raises ReadError: pdf-encrypted, pdf-damaged, pdf-too-many-pages, pdf-no-such-page.
    """
    with opened(data, where) as document:
        if not 1 <= number <= len(document):
            raise ReadError("pdf-no-such-page", where, page=number, count=len(document))
        with page_of(document, number - 1) as page:
            if page is None:
                raise ReadError("pdf-damaged", where)
            width, height = page.get_size()
            scale = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
            try:
                return bitmap.width, bitmap.height, b"".join(_rows(bitmap)), width, height
            finally:
                bitmap.close()


def _rows(bitmap: Any) -> Iterator[bytes]:
    """The rows of a picture without what pads them; grey ones made coloured."""
    data = bytes(bitmap.buffer)
    length = bitmap.width * bitmap.n_channels
    for row in range(bitmap.height):
        part = data[row * bitmap.stride : row * bitmap.stride + length]
        if bitmap.n_channels == 1:
            yield bytes(each for each in part for _ in range(3))
        elif bitmap.n_channels == 4:
            yield b"".join(part[at : at + 3] for at in range(0, length, 4))
        else:
            yield part
