"""PDFium's characters of a page, put together to words with their boxes.

A glyph printed twice to look bold is taken once; glyphs that make a word longer and mean nothing are left out; what
cannot be seen is marked.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from verifier.readers.pdf.opening import Frame
from verifier.readers.pdf.values import SLANTED, Style

LINE_END_HYPHEN = "\ufffe"
"""What stands for a hyphen PDFium marks as one at a line's end, be it hard or soft: it says no more of it."""
_HYPHEN = 2
"""The code PDFium gives such a hyphen."""

_INVISIBLE = 3
_FILL_AND_STROKE = 2
_CLIP_ONLY = 7
_FORCE_BOLD = 0x40000
_ITALIC = 0x40
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_ITALIC_NAMES = ("italic", "oblique")
WHITE = 250
"""From how much red, green and blue on a colour is white to the eye."""
_ASLANT = 0.1
"""From which part of a quarter turn on text is aslant."""
_SMALLEST = 1.0
_SAME_PLACE = 0.12
"""How far apart, in the size of the type, the same glyph may be printed twice to look bold."""
_MOST_AT_A_PLACE = 8


class Glyph(NamedTuple):
    """One character: its place among those of its page, its box and origin in the frame of its text, how it is set."""

    place: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    base: float
    style: Style
    run: int
    """Which text object it belongs to; 0 for white space PDFium made up."""
    doubt: tuple[float, float] | None
    """Its middle on the page, where it may be that it cannot be seen: it is white, transparent, or not painted."""


class Set(NamedTuple):
    """How a text object is set: its style, its direction in quarter turns, whether it is not painted, or so that it
    cannot be seen on white.
    """

    style: Style
    turn: int
    invisible: bool
    faint: bool


class Reader:
    """Reads the characters of one text page through PDFium's C interface."""

    def __init__(self, text: Any, frame: Frame) -> None:
        import pypdfium2.raw as raw

        self._raw = raw
        self._text = text.raw
        self._frame = frame
        self._sets: dict[int, Set] = {}
        self._faces: dict[int, tuple[bool, bool]] = {}
        self._styles: dict[Style, Style] = {}
        self._matrix = raw.FS_MATRIX()
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._origin = [ctypes.c_double() for _ in range(2)]
        self.unmapped = 0
        self.invisible = 0

    def glyphs(self, count: int) -> Iterator[tuple[int, Glyph]]:
        """Each character with its direction in quarter turns; white space PDFium made up goes with the one before."""
        turn = 0
        lead = ""
        for index in range(count):
            code = self._raw.FPDFText_GetUnicode(self._text, index)
            if 0xD800 <= code < 0xDC00:
                lead = chr(code)
                continue
            char = self._character(index, code, lead)
            lead = ""
            run = self._run(index)
            if run:
                turn = self._sets[run].turn
            if char or run:
                yield turn, self._glyph(index, char, run, turn)

    def _character(self, index: int, code: int, lead: str) -> str:
        """What a code stands for: U+FFFD for what has no character, nothing for a control character: a line break
        PDFium made up, or a glyph that only makes a word longer.
        """
        if lead and 0xDC00 <= code < 0xE000:
            return (lead + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16")
        if code == _HYPHEN and self._raw.FPDFText_IsHyphen(self._text, index):
            return LINE_END_HYPHEN
        if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code == 0xFFFF:
            self.unmapped += 1
            return "\ufffd"
        if code > 0x20 and self._raw.FPDFText_HasUnicodeMapError(self._text, index):
            self.unmapped += 1
            return "\ufffd"
        if code < 0x20 or 0x7F <= code < 0xA0:
            return " " if code == 0x09 else ""
        return chr(code)

    def _run(self, index: int) -> int:
        """The address of the text object a character belongs to, 0 for none."""
        pointer = self._raw.FPDFText_GetTextObject(self._text, index)
        address: int = ctypes.cast(pointer, ctypes.c_void_p).value or 0
        if address and address not in self._sets:
            self._sets[address] = self._set_of(index, pointer)
        return address

    def _set_of(self, index: int, pointer: Any) -> Set:
        raw, matrix = self._raw, self._matrix
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        size = raw.FPDFText_GetFontSize(self._text, index) * math.hypot(matrix.c, matrix.d)
        mode = raw.FPDFTextObj_GetTextRenderMode(pointer)
        red, green, blue, alpha = self._colour
        coloured = raw.FPDFText_GetFillColor(self._text, index, red, green, blue, alpha)
        bold, italic = self._face(pointer)
        invisible = mode in (_INVISIBLE, _CLIP_ONLY)
        style = Style(round(size, 1), bold or mode == _FILL_AND_STROKE, italic, size < _SMALLEST)
        white = mode == 0 and min(red.value, green.value, blue.value) >= WHITE
        faint = bool(coloured) and (alpha.value == 0 or white)
        style = self._styles.setdefault(style, style)
        return Set(style, self._turn(matrix.a, matrix.b), invisible, faint)

    def _face(self, pointer: Any) -> tuple[bool, bool]:
        """Whether the face of a text object is bold, and whether it is italic: by its name and its flags."""
        font = self._raw.FPDFTextObj_GetFont(pointer)
        address: int = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self._faces:
            self._faces[address] = self._face_of(font)
        return self._faces[address]

    def _face_of(self, font: Any) -> tuple[bool, bool]:
        name = ctypes.create_string_buffer(128)
        self._raw.FPDFFont_GetBaseFontName(font, name, 128)
        face = name.value.decode("latin-1").lower()
        flags = max(self._raw.FPDFFont_GetFlags(font), 0)
        bold = bool(flags & _FORCE_BOLD) or any(word in face for word in _BOLD_NAMES)
        return bold, bool(flags & _ITALIC) or any(word in face for word in _ITALIC_NAMES)

    def _turn(self, a: float, b: float) -> int:
        """The direction of text whose matrix begins with a and b, as the page is shown, in clockwise quarter turns."""
        turns = math.degrees(math.atan2(-b, a)) / 90
        if abs(turns - round(turns)) > _ASLANT:
            return SLANTED
        return (round(turns) + self._frame.turn) % 4

    def _glyph(self, index: int, char: str, run: int, turn: int) -> Glyph:
        left, right, bottom, top = self._edges
        x, y = self._origin
        self._raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        self._raw.FPDFText_GetCharOrigin(self._text, index, x, y)
        shown = self._frame.edges(left.value, bottom.value, right.value, top.value)
        edges = upright(*shown, turn) if turn % 4 else shown
        origin = upright_point(*self._frame.point(x.value, y.value), turn)
        made = self._sets.get(run)
        if made is None:
            return Glyph(index, char, *edges, *origin, _NO_STYLE, 0, None)
        self.invisible += made.invisible
        doubtful = made.invisible or made.faint or not self._frame.shows(*shown)
        doubt = ((shown[0] + shown[2]) / 2, (shown[1] + shown[3]) / 2) if doubtful else None
        return Glyph(index, char, *edges, *origin, made.style, run, doubt)


_NO_STYLE = Style(0.0)


def upright(
    left: float, top: float, right: float, bottom: float, turn: int
) -> tuple[float, float, float, float]:
    """A box of the page in the frame of text that runs in a direction, in clockwise quarter turns."""
    ax, ay = upright_point(left, top, turn)
    bx, by = upright_point(right, bottom, turn)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def upright_point(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page in the frame of text that runs in a direction, in clockwise quarter turns."""
    match turn % 4:
        case 1:
            return y, -x
        case 2:
            return -x, -y
        case 3:
            return -y, x
    return x, y


class Doubles:
    """Knows a glyph that was printed before at the same place, as some programs do to make it look bold."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, int, int], list[Glyph]] = {}
        self.found: list[int] = []

    def again(self, glyph: Glyph) -> bool:
        """Whether the same glyph of another text object stands at this place already."""
        size = glyph.style.size
        if glyph.text.isspace() or not glyph.run or size <= 0:
            return False
        reach = size * _SAME_PLACE
        column, row = int(glyph.x // size), int(glyph.base // size)
        near = [
            other
            for across in {int((glyph.x - reach) // size), int((glyph.x + reach) // size)}
            for down in {int((glyph.base - reach) // size), int((glyph.base + reach) // size)}
            for other in self._places.get((glyph.text, across, down), ())
        ]
        for other in near:
            apart = max(abs(other.x - glyph.x), abs(other.base - glyph.base))
            if other.run != glyph.run and apart <= reach and other.style.size == size:
                self.found.append(glyph.place)
                return True
        place = self._places.setdefault((glyph.text, column, row), [])
        if len(place) < _MOST_AT_A_PLACE:
            place.append(glyph)
        return False
