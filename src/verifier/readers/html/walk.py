"""The walk over a page: every stretch of words becomes a piece, with what its place in the page says of it.

Nothing is left out but scripts, styles and what the head says. The walk keeps its own stack, so that no nesting is
too deep for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verifier.domain.kinds import InlineKind, Role
from verifier.domain.reading import Inline
from verifier.readers.blocks import CELL
from verifier.readers.html import elements
from verifier.readers.html.notes import Notes
from verifier.readers.html.parse import parse
from verifier.readers.html.places import Place, Places
from verifier.readers.html.tables import is_data_table

if TYPE_CHECKING:
    from lxml.etree import _Element


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
class _Mark:
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
    spans: dict[int, tuple[_Mark, int, int]] = field(default_factory=dict)

    def add(self, text: str, marks: Iterable[_Mark], *, linked: bool) -> None:
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


@dataclass(slots=True)
class _Open:
    """An open element: what its end must undo, and how often each name has come among its children ("*" for all)."""

    element: _Element
    place: Place
    block: bool
    step: str
    home: int
    """Where in the stack the block is whose words stand here."""
    children: dict[str, int] = field(default_factory=dict)
    marks: int = 0
    links: int = 0
    after: str = ""


class Walker:
    """Walks one tree once. ``shown`` names elements that are shown although they are marked as hidden; ``around`` is
    the place of the frame the tree is in, ``frames`` how many frames that is deep.
    """

    def __init__(
        self,
        root: _Element,
        notes: Notes,
        shown: frozenset[_Element] = frozenset(),
        around: Place | None = None,
        frames: int = 0,
    ) -> None:
        self._outermost = around or Place()
        self._frames = frames
        self._places = Places()
        self._root = root
        self._notes = notes
        self._shown = shown
        self._stack: list[_Open] = []
        self._marks: list[_Mark] = []
        self._links = 0
        self._breaks = 0
        self._cells = 0
        self._growing: dict[Role, _Growing] = {}
        self._waiting: list[Piece] = []
        self._tables: dict[_Element, bool] = {}
        self.deepest = 0
        """How many elements were open at once."""
        self._path_room = _MOST_PATHS
        self._done: list[Piece] = []

    def pieces(self) -> list[Piece]:
        """All pieces of the page, in its order."""
        from lxml import etree

        skipped: _Element | None = None
        for event, element in etree.iterwalk(self._root, events=("start", "end", "comment", "pi")):
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._tail(element)
            elif event in ("comment", "pi"):
                self._tail(element)
            elif event == "end":
                self._leave(element)
            else:
                step = self._step(str(element.tag))
                if self._is_skipped(element):
                    skipped = element
                else:
                    self._enter(element, step)
        self._flush()
        return self._done

    def _is_skipped(self, element: _Element) -> bool:
        tag = str(element.tag)
        return tag in elements.SKIPPED and not (tag == "title" and self._around.aside is not Role.NONE)

    @property
    def _around(self) -> Place:
        return self._stack[-1].place if self._stack else self._outermost

    def _step(self, tag: str) -> str:
        """The step of an XPath from the open element to the child that begins now."""
        if not self._stack:
            return f"/{tag}"
        children = self._stack[-1].children
        children["*"] = children.get("*", 0) + 1
        children[tag] = children.get(tag, 0) + 1
        return f"/{tag}[{children[tag]}]" if _PLAIN_NAME.match(tag) else f"/*[{children['*']}]"

    def _enter(self, element: _Element, step: str) -> None:
        tag, attributes = str(element.tag), _attributes(element)
        around = self._around
        hidden = elements.is_hidden(tag, attributes) and element not in self._shown
        place = self._places.enter(around, tag, attributes, hidden=hidden)
        place = self._adjusted(place, around, element, tag)
        block = elements.is_block(tag, attributes) and not self._is_inline_here(around, element, tag)
        opened = _Open(element, place, block, step, self._home(place, block=block))
        if block:
            self._boundary(place, around, tag)
        self._stack.append(opened)
        self.deepest = max(self.deepest, len(self._stack))
        if tag == "br":
            self._break(place)
        elif tag == "iframe":
            self._frame(element, attributes, around)
        elif tag in ("img", "input", "area"):
            self._replaced(element, tag, attributes, place)
        self._open_marks(opened, element, tag, attributes)
        if element.text:
            self._add(element.text, place)

    def _adjusted(self, place: Place, around: Place, element: _Element, tag: str) -> Place:
        """The place inside an element, with what only the rest of the page can say."""
        if element in self._notes.bodies:
            place = self._places.changed(place, {"note": True})
        if (
            tag in elements.CONTROLS
            and around.aside is Role.NONE
            and self._is_inline_here(around, element, tag)
        ):
            place = self._places.changed(place, {"aside": Role.NONE})
        if tag == "tr" and not around.row and around.aside is Role.NONE and self._in_data_table(element):
            place = self._places.changed(place, {"row": True, "tag": "tr"})
        return place

    def _in_data_table(self, row: _Element) -> bool:
        table = row.getparent()
        while table is not None and table.tag != "table":
            table = table.getparent()
        if table is None:
            return False
        if table not in self._tables:
            self._tables[table] = is_data_table(table)
        return self._tables[table]

    def _is_inline_here(self, around: Place, element: _Element, tag: str) -> bool:
        """Whether a control stands in the middle of running text or a heading: then its words belong there."""
        if tag not in ("button", "label", "output", "meter", "progress"):
            return False
        parent = element.getparent()
        if parent is None or tag != "button":
            return False
        if around.tag in elements.HEADINGS:
            return True
        if around.tag not in ("p", "li", "dd", "td", "blockquote", "span"):
            return False
        before = element.getprevious()
        left = (before.tail if before is not None else parent.text) or ""
        return bool(left.strip()) and bool((element.tail or "").strip())

    def _boundary(self, place: Place, around: Place, tag: str) -> None:
        """A block begins or ends: the piece before it is done, except inside a row, where cells go on."""
        if not (place.row and around.row):
            self._flush()
            self._cells = 0
        elif tag in ("td", "th") and around.tag == "tr":
            self._cells += 1
            if self._cells > 1:
                self._raw(CELL, around)
        else:
            self._raw("\n", place)

    def _leave(self, element: _Element) -> None:
        opened = self._stack[-1]
        self._close_marks(opened)
        if opened.after:
            self._add(opened.after, opened.place)
        self._stack.pop()
        around = self._around
        if not opened.block and opened.place.aside is not around.aside and around.aside is Role.NONE:
            self._end_aside(opened.place.aside)
        if opened.block:
            if opened.place.row and around.row:
                self._raw("\n", around)
            else:
                self._flush()
        self._tail(element)

    def _end_aside(self, role: Role) -> None:
        """What an element sets aside out of the running text is a piece of its own."""
        growing = self._growing.pop(role, None)
        if growing is not None:
            self._waiting.append(growing.piece())

    def _tail(self, element: _Element) -> None:
        if element.tail and self._stack:
            self._add(element.tail, self._around)

    def _open_marks(self, opened: _Open, element: _Element, tag: str, attributes: Mapping[str, str]) -> None:
        kind = elements.INLINES.get(tag)
        if element in self._notes.references:
            self._marks.append(_Mark(InlineKind.NOTE, words_in(element).strip()))
            opened.marks += 1
        elif kind is not None and self._has_room_for(kind):
            self._marks.append(_Mark(kind))
            opened.marks += 1
        if tag == "a" and attributes.get("href"):
            if element not in self._notes.references and self._has_room_for(InlineKind.LINK):
                self._marks.append(_Mark(InlineKind.LINK, attributes["href"].strip()))
                opened.marks += 1
            self._links += 1
            opened.links = 1
        elif tag == "q" and not _is_quoted(element):
            self._raw("“", opened.place)
            opened.after = "”"

    def _has_room_for(self, kind: InlineKind) -> bool:
        """Whether one more of a kind is worth noting: what is emphasised thrice is emphasised."""
        return sum(mark.kind is kind for mark in self._marks) < _MOST_NESTED

    def _close_marks(self, opened: _Open) -> None:
        if opened.marks:
            del self._marks[-opened.marks :]
        self._links -= opened.links

    def _break(self, place: Place) -> None:
        """One break is a line, two are a paragraph; inside a row and in preformatted text both are lines."""
        self._breaks += 1
        if self._breaks > 1 and not place.row and not place.pre:
            self._flush()
        else:
            self._raw("\n", place)

    def _replaced(self, element: _Element, tag: str, attributes: Mapping[str, str], place: Place) -> None:
        """The words that stand for a picture, and those on or in a control."""
        if tag == "input":
            kind = attributes.get("type", "text").lower()
            words = "" if kind in _SILENT else attributes.get("value") or attributes.get("placeholder") or ""
            role = Role.FORM
        else:
            words, role = attributes.get("alt") or "", Role.ALTERNATIVE_TEXT
        if words.strip():
            self._beside(element, words, place, role)

    def _frame(self, element: _Element, attributes: Mapping[str, str], around: Place) -> None:
        """A frame is never loaded; one that has its page in an attribute is read with it, and its title is noted."""
        if attributes.get("title", "").strip():
            self._beside(element, attributes["title"], around, Role.ALTERNATIVE_TEXT)
        inner = attributes.get("srcdoc", "")
        if inner.strip() and self._frames < _MOST_FRAMES:
            walker = Walker(parse(inner).root, Notes(), around=around, frames=self._frames + 1)
            path = self._path(len(self._stack))
            self._done += [replace(piece, element=element, path=path) for piece in walker.pieces()]
        elif inner.strip():
            self._beside(element, inner, around, Role.HIDDEN)

    def _beside(self, element: _Element, words: str, place: Place, role: Role) -> None:
        """A piece of its own for words that are no part of the running text."""
        role = place.aside if place.aside is not Role.NONE else role
        piece = Piece(element, self._path(len(self._stack)), replace(place, aside=role, row=False), words)
        if self._growing:
            self._waiting.append(piece)
        else:
            self._done.append(piece)

    def _add(self, text: str, place: Place) -> None:
        if not text.strip(" \t\n\r\f"):
            if self._growing:
                self._raw(text, place)
            return
        self._breaks = 0
        self._raw(text, place)

    def _raw(self, text: str, place: Place) -> None:
        growing = self._growing.get(place.aside)
        if growing is None:
            if not text.strip() and text != CELL:
                return
            level = self._stack[-1].home
            growing = _Growing(self._stack[level].element, self._path(level + 1), place)
            self._growing[place.aside] = growing
        growing.add(text, self._marks, linked=self._links > 0)

    def _home(self, place: Place, *, block: bool) -> int:
        """Where in the stack the innermost block of an element that is entered will be, or the row of its cells."""
        if not self._stack:
            return 0
        above = self._stack[-1]
        return above.home if not block or (place.row and above.place.row) else len(self._stack)

    def _path(self, levels: int) -> str:
        """The XPath of the open element at a level; "" once paths have filled their room on a monstrous page."""
        if self._path_room <= 0:
            return ""
        path = "".join(each.step for each in self._stack[:levels])
        self._path_room -= len(path)
        return path

    def _flush(self) -> None:
        """End the pieces that grow: the running text first, then what was set aside out of it."""
        for role in sorted(self._growing, key=lambda each: each is not Role.NONE):
            self._done.append(self._growing[role].piece())
        self._growing.clear()
        self._done += self._waiting
        self._waiting.clear()
        self._breaks = 0


def _attributes(element: _Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def words_in(element: _Element) -> str:
    """All text inside an element."""
    return "".join(map(str, element.itertext()))


def _is_quoted(element: _Element) -> bool:
    """Whether a ``q`` brings its own quotation marks."""
    words = next((text for text in map(str, element.itertext()) if text.strip()), "").strip()
    return words[:1] in "\"'“‘„«‹»" if words else True


_MOST_PATHS = 50_000_000
"""Characters all XPaths of one page may have."""
_MOST_NESTED = 3
"""How many stretches of one kind that lie inside each other are noted."""
_MOST_FRAMES = 3
"""How many frames deep pages in pages are parsed; what is deeper is kept as it stands in the attribute."""
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}\Z")
_SILENT = frozenset("hidden password checkbox radio file image color range".split())  # noqa: SIM905
