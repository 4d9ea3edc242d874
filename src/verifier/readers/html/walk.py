"""The walk over a page: every stretch of words becomes a piece, with what its place in the page says of it.

Nothing is left out but scripts, styles and what the head says. The walk keeps its own stack, so that no nesting is
too deep for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, Role
from verifier.readers.blocks import CELL
from verifier.readers.html import elements
from verifier.readers.html.notes import Notes
from verifier.readers.html.parse import parse
from verifier.readers.html.pieces import Gathering, Piece
from verifier.readers.html.places import Place, Places
from verifier.readers.html.tables import is_data_table

if TYPE_CHECKING:
    from lxml.etree import _Element


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
        self._words = Gathering(self._home)
        self._cells = 0
        self._tables: dict[_Element, bool] = {}
        self.deepest = 0
        """How many elements were open at once."""
        self._path_room = _MOST_PATHS
        self._titled = False

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
        self._words.flush()
        return self._words.done

    def _is_skipped(self, element: _Element) -> bool:
        tag = str(element.tag)
        if tag == "title" and self._around.aside is Role.NONE:
            return not self._is_stray(element)
        return tag in elements.SKIPPED and tag != "title"

    def _is_stray(self, title: _Element) -> bool:
        """Whether a title is not the page's: another one in the body, or one in which words of the page were lost."""
        first, self._titled = not self._titled, True
        return self._stack[-1].element.tag != "head" and (not first or len(title.text or "") > _LONGEST_TITLE)

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
        hidden = hidden or (tag == "title" and around.aside is Role.NONE)
        place = self._places.enter(around, tag, attributes, hidden=hidden)
        place = self._adjusted(place, around, element, tag)
        block = elements.is_block(tag, attributes) and not self._is_inline_here(around, element, tag)
        opened = _Open(element, place, block, step, self._home_of(place, block=block))
        if block:
            self._boundary(place, around, tag)
        self._stack.append(opened)
        self.deepest = max(self.deepest, len(self._stack))
        if tag == "br":
            self._words.break_line(place)
        elif tag == "iframe":
            self._frame(element, attributes, around)
        elif tag in ("img", "input", "area"):
            self._replaced(element, tag, attributes, place)
        self._open_marks(opened, element, tag, attributes)
        if element.text:
            self._words.add(element.text, place)

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
        parent = element.getparent()
        if tag != "button" or parent is None:
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
            self._words.flush()
            self._cells = 0
        elif tag in ("td", "th") and around.tag == "tr":
            self._cells += 1
            if self._cells > 1:
                self._words.put(CELL, around)
        else:
            self._words.put("\n", place)

    def _leave(self, element: _Element) -> None:
        opened = self._stack[-1]
        self._words.unmark(opened.marks)
        self._words.links -= opened.links
        if opened.after:
            self._words.add(opened.after, opened.place)
        self._stack.pop()
        around = self._around
        if not opened.block and opened.place.aside is not around.aside and around.aside is Role.NONE:
            self._words.end_aside(opened.place.aside)
        if opened.block:
            if opened.place.row and around.row:
                self._words.put("\n", around)
            else:
                self._words.flush()
        self._tail(element)

    def _tail(self, element: _Element) -> None:
        if element.tail and self._stack:
            self._words.add(element.tail, self._around)

    def _open_marks(self, opened: _Open, element: _Element, tag: str, attributes: Mapping[str, str]) -> None:
        kind = elements.INLINES.get(tag)
        refers = element in self._notes.references
        if refers:
            opened.marks += self._words.mark(InlineKind.NOTE, words_in(element).strip())
        elif kind is not None:
            opened.marks += self._words.mark(kind)
        if tag == "a" and attributes.get("href"):
            if not refers:
                opened.marks += self._words.mark(InlineKind.LINK, attributes["href"].strip())
            self._words.links += 1
            opened.links = 1
        elif tag == "q" and not _is_quoted(element):
            self._words.put("“", opened.place)
            opened.after = "”"

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
        if not inner.strip():
            return
        path = self._path(len(self._stack))
        self._words.done += [
            replace(piece, element=element, path=path) for piece in self._framed(inner, around)
        ]

    def _framed(self, inner: str, around: Place) -> list[Piece]:
        """The pieces of a page in an attribute; too deep in other such pages, or broken, it is kept as it stands."""
        if self._frames < _MOST_FRAMES:
            with suppress(ReadError):
                return Walker(parse(inner).root, Notes(), around=around, frames=self._frames + 1).pieces()
        return [Piece(self._root, "", replace(around, aside=Role.HIDDEN), inner)]

    def _beside(self, element: _Element, words: str, place: Place, role: Role) -> None:
        """A piece of its own for words that are no part of the running text."""
        role = place.aside if place.aside is not Role.NONE else role
        path = self._path(len(self._stack))
        self._words.beside(Piece(element, path, replace(place, aside=role, row=False), words))

    def _home(self) -> tuple[_Element, str]:
        """The block, or the row, the walk is in, and its XPath."""
        level = self._stack[-1].home
        return self._stack[level].element, self._path(level + 1)

    def _home_of(self, place: Place, *, block: bool) -> int:
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
_LONGEST_TITLE = 400
_MOST_FRAMES = 3
"""How many frames deep pages in pages are parsed; what is deeper is kept as it stands in the attribute."""
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}\Z")
_SILENT = frozenset("hidden password checkbox radio file image color range".split())  # noqa: SIM905
