"""The walk over one story of a written document: its body, a header, its footnotes, its comments.

Every element is met once on the way in and once on the way out, without recursion. Elements that are not known are
walked through, so that words inside them are never lost. What an element means for the words inside it is a
``Scope``, which ends with the element. Word and OpenDocument differ in their elements; those are told by tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.domain.reading import Anchor
from verifier.readers.fields import Fields
from verifier.readers.shapes import Look
from verifier.readers.written import Line, Mark, Row, Shape, Written, in_box, tabled, worse

if TYPE_CHECKING:
    from lxml.etree import _Element


_WHITE = re.compile(r"[ \t\r\n]+")

PLAIN = Look()
"""Words that look as their paragraph does."""

ANY = Shape()
"""A paragraph nothing is known of."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for the words inside an element."""

    fate: Role = Role.NONE
    marks: tuple[Mark, ...] = ()
    style: str | None = None
    look: Look = PLAIN
    prompts: bool = False
    contents: bool = False
    inside: bool = False
    """A paragraph inside another one."""
    listed: bool = False
    """An item of a list."""
    shape: Shape = ANY
    """What all paragraphs here are at least."""
    record: str = ""


@dataclass(slots=True)
class Box:
    """A place that holds paragraphs of its own: the story itself, a text box, a cell."""

    written: list[Written] = field(default_factory=list)
    line: Line | None = None
    running: bool = False
    """A paragraph has begun and not ended."""
    solid: bool = False
    """The last character was no folded white space, so that one may follow."""
    joins: bool = False
    """The paragraph's end was deleted, so that the next one goes on in its line."""
    fields: Fields = field(default_factory=Fields)


@dataclass(slots=True)
class Table:
    """A table that is open: its finished rows, and the cells of the one that is open."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Written]] = field(default_factory=list)


Document = TypeVar("Document")
"""What the stories of one document share."""


class Story(Generic[Document]):
    """A story while it is walked: ``part`` names it, ``shape`` is what all its paragraphs are at least.

    ``mixed`` says that text stands between elements, as in OpenDocument, and not in elements of its own.
    """

    def __init__(
        self, document: Document, part: str, shape: Shape = ANY, *, record: str = "", mixed: bool = False
    ) -> None:
        self.document = document
        self.part = part
        self.shape = shape
        self.scope = Scope()
        self.boxes = [Box()]
        self.tables: list[Table] = []
        self.ranges: dict[str, Mark] = {}
        self.gone: set[str] = set()
        """The deletions that are open."""
        self.paragraphs = 0
        self.note_number = ""
        self.note_mark: Mark | None = None
        """The note whose sign is written out in the run that is open."""
        self.record = record
        self.mixed = mixed
        self._scopes: list[tuple[_Element, Scope]] = []

    @property
    def box(self) -> Box:
        """The innermost box."""
        return self.boxes[-1]

    def walk(self, root: _Element, rules: Rules[Document]) -> list[Written]:
        """The paragraphs of an element, and of all boxes in it, in order."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = rules.name(element.tag)
            if event == "start":
                enter = rules.enters.get(name)
                if enter is not None and enter(self, element) is SKIP:
                    walker.skip_subtree()
                elif self.mixed and element.text:
                    self.characters(element.text, bare=name in rules.bare)
                continue
            leave = rules.leaves.get(name)
            if leave is not None:
                leave(self, element)
            while self._scopes and self._scopes[-1][0] is element:
                self.scope = self._scopes.pop()[1]
            if self.mixed and element.tail and element is not root:
                self._after(element, rules)
        self.flush()
        written, self.box.written = self.box.written, []
        return written

    def _after(self, element: _Element, rules: Rules[Document]) -> None:
        """Take on the text behind an element."""
        parent = element.getparent()
        self.characters(element.tail or "", bare=parent is not None and rules.name(parent.tag) in rules.bare)

    def characters(self, text: str, *, bare: bool) -> None:
        """Text that stands between elements: words inside a paragraph, nothing elsewhere. White space is one space.

        In a ``bare`` element, which holds but other elements, white space is for the eye of whoever reads the file.
        """
        if not self.box.running or (bare and not text.strip()):
            return
        folded = _WHITE.sub(" ", text)
        if folded.startswith(" ") and not self.box.solid:
            folded = folded[1:]
        if folded:
            self.add(folded)
            self.box.solid = not folded.endswith(" ")

    def within(
        self, element: _Element, *, fate: Role = Role.NONE, marks: tuple[Mark, ...] = (), **changes: object
    ) -> None:
        """Change the scope until the element ends: a fate and marks are added to those that hold already."""
        scope = self.scope
        self._scopes.append((element, scope))
        if fate is not Role.NONE:
            changes["fate"] = worse(scope.fate, fate)
        if marks:
            changes["marks"] = scope.marks + marks
        if any(getattr(scope, name) is not value for name, value in changes.items()):
            self.scope = replace(scope, **changes)  # type: ignore[arg-type]  # the names are those of Scope

    def keep_marks(self, kinds: tuple[InlineKind, ...]) -> None:
        """Let only some kinds of marks hold further."""
        self.scope = replace(self.scope, marks=tuple(each for each in self.scope.marks if each.kind in kinds))

    def add(self, text: str | None, fate: Role = Role.NONE, *marks: Mark) -> None:
        """Take on words as the scope, the open fields and the open comments have them.

        Words inside a field's instruction are not printed; but a field that never ends must not take words away.
        """
        if not text:
            return
        box, line = self.box, self.line()
        fate = worse(worse(self.scope.fate, fate), Role.NONE if box.fields.shown else Role.HIDDEN)
        fate = Role.DELETED if self.gone else fate
        line.add(text, fate, dict.fromkeys((*self.scope.marks, *marks, *box.fields.marks(), *self._ranged())))
        if fate is not Role.NONE:
            return
        letters = sum(map(str.isalnum, text))
        line.of_pages += letters if box.fields.of_page else 0
        line.of_prompts += letters if self.scope.prompts else 0

    def _ranged(self) -> Iterable[Mark]:
        """The marks of the ranges that are open; words beside the text are in none."""
        aside = self.scope.shape.kind is ParagraphKind.ASIDE or self.shape.kind is ParagraphKind.ASIDE
        return () if aside else self.ranges.values()

    def line(self) -> Line:
        """The paragraph that is open; one is begun where there is none."""
        if self.box.line is None:
            self.box.line = Line(self.anchor(), self._shaped(ANY))
        return self.box.line

    def begin(self, shape: Shape) -> None:
        """A paragraph begins; it goes on in the line of the one before where that one's end was deleted."""
        box = self.box
        if box.line is None or not box.joins:
            self.flush()
            box.line = Line(self.anchor())
        box.line.go_on()
        box.joins, box.running, box.solid = False, True, False
        box.line.shape = self._shaped(shape)
        self.paragraphs += 1

    def _shaped(self, shape: Shape) -> Shape:
        """The shape, in a story or stretch that has its own."""
        for given in (self.scope.shape, self.shape):
            if given != ANY:
                return given
        return Shape(ParagraphKind.FURNITURE, 95, role=Role.NAVIGATION) if self.scope.contents else shape

    def end(self, *, joins: bool) -> None:
        """A paragraph ends, or, where it ``joins``, only what hangs on it does."""
        box = self.box
        box.running = False
        box.joins = joins and box.line is not None
        if not box.joins:
            self.flush()
        elif box.line is not None and box.line.is_empty():
            box.written += box.line.release()

    def flush(self) -> None:
        """Finish the line that is open."""
        box = self.box
        if box.line is not None:
            box.written += box.line.finish()
        box.line, box.joins = None, False

    def anchor(self) -> Anchor:
        """Where the next paragraph stands."""
        return Anchor(part=self.part, paragraph=self.paragraphs, record=self.scope.record or self.record)

    def hang(self, paragraphs: list[Written]) -> None:
        """Put paragraphs behind the one that is open."""
        if self.box.line is None:
            self.box.written += paragraphs
        else:
            self.box.line.after += paragraphs

    def open_box(self) -> None:
        """Paragraphs follow that stand for themselves."""
        self.boxes.append(Box())

    def close_box(self) -> list[Written]:
        """The paragraphs of the innermost box, which is closed."""
        self.flush()
        return self.boxes.pop().written

    def hang_box(self) -> None:
        """Close a text box; its paragraphs come behind the one it is anchored in."""
        closed = self.close_box()
        self.hang(closed if self._shaped(ANY) != ANY else in_box(closed))

    def open_table(self) -> None:
        """A table begins."""
        self.flush()
        self.tables.append(Table())

    def close_table(self) -> None:
        """A table ends: its rows follow what is written."""
        table = self.tables.pop()
        own = self._shaped(ANY) != ANY
        cells = [each for row in table.rows for cell in row for each in cell]
        self.box.written += cells if own else tabled(table.rows)


SKIP = True
"""What entering an element answers where nothing inside it is to be walked."""

Enter = Callable[[Story[Document], "_Element"], bool | None]
Leave = Callable[[Story[Document], "_Element"], None]


@dataclass(frozen=True, slots=True)
class Rules(Generic[Document]):
    """What the elements of a form mean: a short name for a tag, and what is done on the way in and out."""

    name: Callable[[object], str]
    enters: Mapping[str, Enter[Document]]
    leaves: Mapping[str, Leave[Document]]
    bare: frozenset[str] = frozenset()
