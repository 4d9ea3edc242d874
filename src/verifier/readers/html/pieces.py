"""Pieces of a page as they grow: words come in, with what sets them apart, until a block begins or ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.domain.kinds import InlineKind, Role
from verifier.domain.reading import Inline
from verifier.readers.blocks import CELL
from verifier.readers.html.places import Place

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_NESTED = 3
"""How many stretches of one kind that lie inside each other are noted."""


@dataclass(slots=True)
class Piece:
    """A stretch of words, as it stands in the page: white space and all. ``linked`` counts its letters in links.

    ``path`` is the absolute XPath of ``element``, the block the words stand in.
    """

    element: _Element
    path: str
    place: Place
    text: str
    inlines: tuple[Inline, ...] = ()
    linked: int = 0


@dataclass(slots=True)
class Mark:
    """An inline element while it is open, and what of the current block it covers."""

    kind: InlineKind
    target: str = ""


@dataclass(slots=True)
class _Growing:
    """A piece while its words come in."""

    element: _Element
    path: str
    place: Place
    chunks: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    spans: dict[int, tuple[Mark, int, int]] = field(default_factory=dict)

    def add(self, text: str, marks: Iterable[Mark], *, linked: bool) -> None:
        start, end = self.length, self.length + len(text)
        for mark in marks:
            known = self.spans.get(id(mark))
            self.spans[id(mark)] = (mark, known[1] if known else start, end)
        self.chunks.append(text)
        self.length = end
        if linked:
            self.linked += sum(map(str.isalnum, text))

    def piece(self) -> Piece:
        inlines = (Inline(mark.kind, start, end, mark.target) for mark, start, end in self.spans.values())
        return Piece(self.element, self.path, self.place, "".join(self.chunks), tuple(inlines), self.linked)


class Gathering:
    """Gathers the words of a walk into pieces: the running text, and beside it what each role sets aside out of it.

    ``home`` tells the block the walk is in and its XPath; it is asked when a piece begins.
    """

    def __init__(self, home: Callable[[], tuple[_Element, str]]) -> None:
        self._home = home
        self._marks: list[Mark] = []
        self._breaks = 0
        self._growing: dict[Role, _Growing] = {}
        self._waiting: list[Piece] = []
        self.links = 0
        """How many links are open."""
        self.done: list[Piece] = []

    def mark(self, kind: InlineKind, target: str = "") -> int:
        """Begin to set words apart; how many marks were opened. What is emphasised thrice is emphasised."""
        if sum(mark.kind is kind for mark in self._marks) >= _MOST_NESTED:
            return 0
        self._marks.append(Mark(kind, target))
        return 1

    def unmark(self, count: int) -> None:
        """End the innermost marks."""
        if count:
            del self._marks[-count:]

    def add(self, text: str, place: Place) -> None:
        """Some text of the page; white space alone begins no piece."""
        if text.strip(" \t\n\r\f"):
            self._breaks = 0
        self.put(text, place)

    def put(self, text: str, place: Place) -> None:
        """Some characters, those among them that stand for an element."""
        growing = self._growing.get(place.aside)
        if growing is None:
            if not text.strip() and text != CELL:
                return
            growing = self._growing[place.aside] = _Growing(*self._home(), place)
        growing.add(text, self._marks, linked=self.links > 0)

    def break_line(self, place: Place) -> None:
        """One break is a line, two are a paragraph; inside a row and in preformatted text both are lines."""
        self._breaks += 1
        if self._breaks > 1 and not place.row and not place.pre:
            self.flush()
        else:
            self.put("\n", place)

    def beside(self, piece: Piece) -> None:
        """A piece of its own for words that are no part of the running text: behind the one that grows."""
        (self._waiting if self._growing else self.done).append(piece)

    def end_aside(self, role: Role) -> None:
        """What an element sets aside out of the running text is a piece of its own."""
        growing = self._growing.pop(role, None)
        if growing is not None:
            self._waiting.append(growing.piece())

    def flush(self) -> None:
        """End the pieces that grow: the running text first, then what was set aside out of it."""
        for role in sorted(self._growing, key=lambda each: each is not Role.NONE):
            self.done.append(self._growing[role].piece())
        self._growing.clear()
        self.done += self._waiting
        self._waiting.clear()
        self._breaks = 0
