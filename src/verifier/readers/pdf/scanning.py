"""A page of a PDF as values: its words, pictures, links, comments and form fields."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from verifier.domain.errors import ReadError
from verifier.readers.pdf.characters import WHITE, Doubles, Glyph, Reader, upright_point
from verifier.readers.pdf.layers import take_overlays
from verifier.readers.pdf.opening import MOST_CHARACTERS, MOST_ON_A_PAGE, Frame, page_of, text_of
from verifier.readers.pdf.values import OVERLAY, SLANTED, Box, Link, Page, Word
from verifier.readers.pdf.words import find_words

_MOST_OBJECTS = 20_000
_DOT = 7.0
_ROW = 16.0
_MOST_ROWS = 2_000
_MOST_IN_A_FORM = 20
_MOST_NOTES = 2_000
_MOST_ADDRESS = 4_000
_SCAN = 0.5
"""The share of a page a picture covers at least to be a scan of it."""
_TEXT_NOTE, _FREE_TEXT, _POPUP, _WIDGET = 1, 3, 16, 20


def scan_pages(document: Any, where: str) -> Iterator[Page]:
    """Every page, in order; one PDFium cannot load has no words. Raises ReadError("pdf-too-many-characters")."""
    first = 0
    for index in range(len(document)):
        with page_of(document, index) as page:
            if page is None:
                yield Page(index + 1, 0.0, 0.0, first, 0, broken=True)
                continue
            made = _scan(document, page, index + 1, first, where)
        first += made.count
        yield made


def count_characters(text: Any, first: int, where: str) -> int:
    """How many characters a page has. Raises ReadError("pdf-too-many-characters")."""
    count = 0 if text is None else max(0, int(text.count_chars()))
    if count > MOST_ON_A_PAGE or first + count > MOST_CHARACTERS:
        raise ReadError("pdf-too-many-characters", where, limit=MOST_CHARACTERS)
    return count


def _scan(document: Any, page: Any, number: int, first: int, where: str) -> Page:
    width, height = page.get_size()
    frame = Frame(page)
    pictures, painted = _pictures(page, frame)
    with text_of(page) as text:
        count = count_characters(text, first, where)
        made = Page(number, width, height, first, count, images=pictures, painted=_worth(pictures, painted))
        made.dots = [box for box in painted if _is_dot(box)][:_MOST_NOTES]
        if count:
            doubled = _find_words(made, Reader(text, frame), _Painted(painted).conceals)
            made.seen = _seen(text, count, doubled)
    made.links = list(_links(document, page, frame))
    _read_notes(made, page, frame)
    _set_links(made)
    return made


def _seen(text: Any, count: int, doubled: Sequence[int]) -> str:
    """What PDFium itself gives as the text of a page, without the characters that are printed twice."""
    pieces: list[str] = []
    begin = 0
    for place in [*doubled, count]:
        if place > begin:
            pieces.append(text.get_text_range(begin, place - begin))
        begin = place + 1
    return "".join(pieces)


def _find_words(page: Page, reader: Reader, conceals: Callable[[Glyph], bool]) -> list[int]:
    """The words of each direction; the direction most of the page runs in is its own. The characters printed twice
    are given back.
    """
    doubles = Doubles()
    by_turn: dict[int, list[Glyph]] = {}
    for turn, glyph in reader.glyphs(page.count):
        if not doubles.again(glyph):
            by_turn.setdefault(turn, []).append(glyph)
    page.unmapped, page.invisible, page.doubled = reader.unmapped, reader.invisible, len(doubles.found)
    slanted = by_turn.pop(SLANTED, [])
    page.turn = max(by_turn, key=lambda turn: (len(by_turn[turn]), -turn), default=0)
    page.words, over = take_overlays(find_words(by_turn.pop(page.turn, []), page.first, conceals))
    page.turned = {turn: find_words(glyphs, page.first, conceals) for turn, glyphs in by_turn.items()}
    if slanted:
        page.turned[SLANTED] = find_words(slanted, page.first, conceals, slanted=True)
    if over:
        page.turned[OVERLAY + page.turn] = over
    return doubles.found


class _Painted:
    """Where something is painted on a page, so that what lies on it can be seen though it is white or transparent."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._rows: dict[int, list[Box]] = {}
        for box in boxes:
            first, last = int(box.top // _ROW), int(box.bottom // _ROW)
            for row in range(max(first, -_MOST_ROWS), min(last, _MOST_ROWS) + 1):
                self._rows.setdefault(row, []).append(box)

    def conceals(self, glyph: Glyph) -> bool:
        """Whether a glyph cannot be seen."""
        if glyph.doubt is None:
            return glyph.style.hidden
        return not any(box.holds(*glyph.doubt) for box in self._rows.get(int(glyph.doubt[1] // _ROW), ()))


def is_scan(page: Page) -> bool:
    """Whether a picture covers most of a page."""
    area = page.width * page.height
    return any((box.right - box.left) * (box.bottom - box.top) >= _SCAN * area for box in page.images)


def _pictures(page: Any, frame: Frame) -> tuple[list[Box], list[Box]]:
    """Where a page has pictures, and where it has anything painted: pictures, shapes that are not white, shadings."""
    import pypdfium2.raw as raw

    pictures: list[Box] = []
    painted: list[Box] = []
    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM)
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind not in kinds or not raw.FPDFPageObj_GetBounds(thing, *edges):
            continue
        box = Box(*frame.edges(*(edge.value for edge in edges)))
        if kind != raw.FPDF_PAGEOBJ_PATH or not _is_white(thing):
            painted.append(box)
        if kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_FORM and _has_picture(thing)):
            pictures.append(box)
    return pictures, painted


def _is_dot(box: Box) -> bool:
    """Whether a shape is as small as an item's sign, and as broad as high."""
    width, height = box.right - box.left, box.bottom - box.top
    return 1 <= width <= _DOT and 1 <= height <= _DOT and abs(width - height) <= 1


def _worth(pictures: Sequence[Box], painted: Sequence[Box]) -> int:
    """How many things a page has painted; a picture may show a whole page of words."""
    return len(painted) + 100 * len(pictures)


def _has_picture(form: Any, depth: int = 3) -> bool:
    """Whether a form, or one in it, holds a picture."""
    import pypdfium2.raw as raw

    for index in range(min(raw.FPDFFormObj_CountObjects(form), _MOST_IN_A_FORM)):
        thing = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            return True
        if kind == raw.FPDF_PAGEOBJ_FORM and depth and _has_picture(thing, depth - 1):
            return True
    return False


def _is_white(path: Any) -> bool:
    """Whether a shape is filled with white: it is the paper's colour."""
    import pypdfium2.raw as raw

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = raw.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    return bool(known) and min(red.value, green.value, blue.value) >= WHITE


def _links(document: Any, page: Any, frame: Frame) -> Iterator[Link]:
    """The places that lead to an address outside the document."""
    import pypdfium2.raw as raw

    start = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    for _ in range(_MOST_NOTES):
        if not raw.FPDFLink_Enumerate(page, start, link):
            return
        rect = raw.FS_RECTF()
        action = raw.FPDFLink_GetAction(link)
        if not action or not raw.FPDFLink_GetAnnotRect(link, rect):
            continue
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < size <= _MOST_ADDRESS:
            continue
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(document, action, buffer, size)
        target = buffer.value.decode("utf-8", "replace").strip()
        if target:
            yield Link(Box(*frame.edges(rect.left, rect.bottom, rect.right, rect.top)), target)


def _set_links(page: Page) -> None:
    """Say of each word whose middle lies on a link where it leads."""
    if not page.links:
        return
    for turn, words in [(page.turn, page.words), *page.turned.items()]:
        for word in words:
            middle = (word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2
            x, y = upright_point(*middle, -turn)
            word.link = next((link.target for link in page.links if link.box.holds(x, y)), "")


def _read_notes(made: Page, page: Any, frame: Frame) -> None:
    """Comments people put on the page, and what they filled in."""
    import pypdfium2.raw as raw

    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        words = _note_text(note, b"V" if kind == _WIDGET else b"Contents")
        if words.strip() and kind not in (raw.FPDF_ANNOT_LINK, _POPUP):
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(note, rect)
            box = Box(*frame.edges(rect.left, rect.bottom, rect.right, rect.top))
            (made.fields if kind == _WIDGET else made.comments).append((box, words))
        raw.FPDFPage_CloseAnnot(note)


def _note_text(note: Any, key: bytes) -> str:
    import pypdfium2.raw as raw

    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 2 < size <= 1_000_000:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def words_of(page: Page) -> Iterator[tuple[int, Sequence[Word]]]:
    """The words of each direction of a page, its own first."""
    yield page.turn, page.words
    yield from page.turned.items()
