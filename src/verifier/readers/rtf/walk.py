"""The walk over an RTF file: sign by sign, groups on a stack of our own, so that no nesting goes deep."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from verifier.domain.kinds import Role
from verifier.readers.rtf.charsets import Font
from verifier.readers.rtf.places import MOST_NESTED, Places
from verifier.readers.rtf.state import (
    COLLECT,
    FONTS,
    INSTRUCTION,
    QUIET,
    SKIP,
    STYLES,
    TEXT,
    State,
    Style,
    Tables,
)
from verifier.readers.rtf.tokens import Token, tokens
from verifier.readers.symbols import symbol
from verifier.readers.written import Shape, Written

Handler = Callable[["Walk", int | None], None]
Closer = Callable[["Walk"], None]

NO_FONT = Font()

_NOTE = re.compile(rb"\\footnote(?![A-Za-z])[ \r\n]{0,9}(\\ftnalt)?")


class Walk:
    """An RTF file while it is walked.

    In ``walk``, ``handlers`` tell what a control word does, ``destinations`` what one does that begins a group;
    ``known`` are words that count even where a reader is told to pass over what it does not know.
    """

    def __init__(self, data: bytes, record: str = "") -> None:
        self.data = data
        self.places = Places(record)
        self.tables = Tables()
        self.state = State()
        self.codec = "cp1252"
        self.default_font: int | None = None
        self.collected: list[list[str]] = []
        self.stated: dict[str, str] = {}
        self.author = ""
        self.authors: dict[str, None] = {}
        self.property = ""
        self.note_number = ""
        self.notes_met = 0
        self.notes = {Role.FOOTNOTE: 0, Role.ENDNOTE: 0}
        self.note_formats = {Role.FOOTNOTE: "decimal", Role.ENDNOTE: "decimal"}
        self.defined: tuple[int, Font | Style] | None = None
        self._note_roles = [Role.ENDNOTE if each[1] else Role.FOOTNOTE for each in _NOTE.finditer(data)]
        self._stack: list[tuple[State, Closer | None]] = []
        self._bytes = bytearray()
        self._skip = 0
        self._surrogate = 0
        self._first = self._starred = False

    def walk(
        self, handlers: Mapping[str, Handler], destinations: Mapping[str, Handler], known: frozenset[str]
    ) -> None:
        """Walk the file to the end of its outermost group: what stands behind it is no part of the document."""
        for token in tokens(self.data):
            if token.kind == "bytes":
                self._take(token)
            elif token.kind == "{":
                self._open()
            elif token.kind == "}":
                if self._close():
                    break
            elif self.state.dest != SKIP:
                self._control(token, handlers, destinations, known)
        while self._stack:
            self._close()
        self.flush()

    def _open(self) -> None:
        self.flush()
        self._skip = 0
        self._stack.append((self.state, None))
        self._first, self._starred = True, False

    def _close(self) -> bool:
        """A group ends; whether it was the outermost."""
        self.flush()
        self._skip = 0
        self._first = False
        if self._stack:
            closer = self._stack[-1][1]
            if closer is not None:
                closer(self)
            self.state = self._stack.pop()[0]
        return not self._stack

    def _control(
        self,
        token: Token,
        handlers: Mapping[str, Handler],
        destinations: Mapping[str, Handler],
        known: frozenset[str],
    ) -> None:
        """A control word or symbol."""
        first, starred = self._first, self._starred
        self._first = self._starred = False
        if token.kind == "symbol":
            self._symbol(token.name, first=first, handlers=handlers)
            return
        if token.name == "u":
            self._unicode(token.number)
            return
        self.flush()
        self._skip = 0
        destination = destinations.get(token.name) if first or starred or token.name == "footnote" else None
        if destination is not None:
            destination(self, token.number)
        elif starred and token.name not in known:
            self.to(SKIP)
        else:
            handler = handlers.get(token.name)
            if handler is not None:
                handler(self, token.number)

    def _symbol(self, name: str, *, first: bool, handlers: Mapping[str, Handler]) -> None:
        """A control symbol; one that stands in for a character that was given already is passed over."""
        if name == "*":
            self._starred = first or self._starred
            return
        if self._skip:
            self._skip -= 1
            return
        self.flush()
        handler = handlers.get(name)
        if handler is not None:
            handler(self, None)

    def _take(self, token: Token) -> None:
        """Bytes of text."""
        self._first = False
        if self.state.dest in (SKIP, QUIET):
            return
        data = token.data
        if self._skip:
            passed = min(self._skip, len(data)) if token.data else 1
            self._skip -= passed
            data = data[passed:]
        if data:
            self._bytes += data

    def _unicode(self, number: int | None) -> None:
        """A character by its number; so many of what follows stands in for it where it cannot be shown."""
        self._flush_bytes()
        self._skip = self.state.unicode_skip
        code = (number or 0) & 0xFFFF if (number or 0) < 0x10000 else number or 0
        if 0xD800 <= code < 0xDC00:
            self._end_surrogate()
            self._surrogate = code
            return
        if 0xDC00 <= code < 0xE000 and self._surrogate:
            code = 0x10000 + ((self._surrogate - 0xD800) << 10) + (code - 0xDC00)
            self._surrogate = 0
        self._end_surrogate()
        self.put(self._character(code))

    def _character(self, code: int) -> str:
        if not 0 < code <= 0x10FFFF or 0xD800 <= code < 0xE000:
            return "\ufffd"
        if 0xF000 <= code <= 0xF0FF and self.font.codec == "symbol":
            return self._sign(code)
        return chr(code)

    def _sign(self, code: int) -> str:
        """A character of a symbol font."""
        text, known = symbol(f"{code:04x}", self.font.name)
        self.places.counts["symbols"] += not known and self.state.dest == TEXT
        return text

    @property
    def font(self) -> Font:
        """The font the words are in."""
        state = self.state
        number = state.far_font if state.far and state.far_font is not None else state.font
        return self.tables.fonts.get(self.default_font or 0 if number is None else number, NO_FONT)

    def flush(self) -> None:
        """Read the bytes that have come, in the font they came in."""
        if self._bytes:
            self._flush_bytes()
        self._end_surrogate()

    def _flush_bytes(self) -> None:
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        self._end_surrogate()
        codec = self.font.codec or self.codec
        if codec == "symbol":
            self.put("".join(self._sign(0xF000 + byte) if byte >= 0x20 else chr(byte) for byte in data))
        else:
            self.put(data.decode(codec, "replace"))

    def _end_surrogate(self) -> None:
        """Half a character that its other half does not follow."""
        if self._surrogate:
            self._surrogate = 0
            self.put("\ufffd")

    def put(self, text: str) -> None:
        """Words, wherever they go from here."""
        dest = self.state.dest
        if dest == TEXT:
            self.places.add(text, self.state.fate, self.state.marks)
        elif dest == INSTRUCTION:
            self.places.place.fields.instruct(text)
        elif dest == COLLECT and self.collected:
            self.collected[-1].append(text)
        elif dest in (FONTS, STYLES):
            self._define(text)

    def _define(self, text: str) -> None:
        """The name of a font or style, up to its semicolon."""
        if self.defined is None:
            if self.state.dest == FONTS or not text.strip(" ;"):
                return
            self.defined = (0, Style())
        number, made = self.defined
        name, ended, _ = text.partition(";")
        if isinstance(made, Style):
            made.name = (made.name + name).strip().lower()
            self.tables.styles.setdefault(number, made)
        else:
            made = replace(made, name=(made.name + name).strip())
            self.tables.fonts[number] = made
        self.defined = None if ended else (number, made)

    # What the handlers use

    def to(self, dest: str, closer: Closer | None = None) -> None:
        """Words of this group go elsewhere; ``closer`` is called when the group ends."""
        if self.state.dest == SKIP:
            return
        self.change(dest=dest)
        if closer is not None and self._stack:
            self._stack[-1] = (self._stack[-1][0], closer)

    def change(self, **changes: object) -> None:
        """Change what holds until the group ends."""
        if any(getattr(self.state, name) != value for name, value in changes.items()):
            self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # the names are those of State

    def collect(self, closer: Callable[[Walk, str], None]) -> None:
        """Hand the words of this group to ``closer`` when it ends."""
        self.collected.append([])
        self.to(COLLECT, lambda walk: closer(walk, "".join(walk.collected.pop()).strip()))

    def next_note_role(self) -> Role:
        """Whether the note that comes next is a footnote or an endnote."""
        return next(iter(self._note_roles[self.notes_met : self.notes_met + 1]), Role.FOOTNOTE)

    @property
    def depth(self) -> int:
        """In how many tables the paragraph stands, as far as is told."""
        return min(self.state.depth, MOST_NESTED)

    def shape(self) -> Shape:
        """What the structure says of the paragraph."""
        return self.tables.shape(self.state)

    def end_paragraph(self) -> None:
        """The paragraph ends, unless its end was deleted or it is but a large first letter."""
        state = self.state
        joins = state.deleted or state.moved_away or state.drops
        self.places.end(self.shape(), self.depth, joins=joins)

    def enter_place(self, shape: Shape | None, closer: Closer) -> None:
        """The words of this group are paragraphs of their own."""
        self.places.enter(shape, self.state.fate)
        plain = State(dest=TEXT, unicode_skip=self.state.unicode_skip, inserted=self.state.inserted)
        self.state = plain
        self.to(TEXT, closer)

    def leave_place(self) -> list[Written]:
        """The paragraphs of the place that ends."""
        return self.places.leave(self.shape())
