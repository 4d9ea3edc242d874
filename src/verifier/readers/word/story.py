"""The walk over one story of a Word document: its body, a header, its footnotes, its comments.

Every element is met once on the way in and once on the way out, without recursion. Elements that are not known are
walked through, so that words inside them are never lost; words stand in a few elements only. What an element means
for the words inside it is a ``Scope``, which ends with the element.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.domain.reading import Anchor
from verifier.readers.fields import Fields
from verifier.readers.word.context import Document
from verifier.readers.word.names import short
from verifier.readers.word.styles import Look
from verifier.readers.written import Line, Mark, Row, Shape, Written, in_box, tabled, worse

if TYPE_CHECKING:
    from lxml.etree import _Element


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
    note: Mark | None = None
    inside: bool = False
    """A paragraph inside another one."""


@dataclass(slots=True)
class Box:
    """A place that holds paragraphs of its own: the story itself, a text box, a cell."""

    written: list[Written] = field(default_factory=list)
    line: Line | None = None
    running: bool = False
    """A paragraph has begun and not ended."""
    joins: bool = False
    """The paragraph's end was deleted, so that the next one goes on in its line."""
    fields: Fields = field(default_factory=Fields)


@dataclass(slots=True)
class Table:
    """A table that is open: its finished rows, and the cells of the one that is open."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Written]] = field(default_factory=list)


class Story:
    """A story while it is walked: ``part`` names it, ``shape`` is what all its paragraphs are at least."""

    def __init__(self, document: Document, part: str, shape: Shape = ANY) -> None:
        self.document = document
        self.part = part
        self.shape = shape
        self.scope = Scope()
        self.boxes = [Box()]
        self.tables: list[Table] = []
        self.comments: dict[str, Mark] = {}
        self.paragraphs = 0
        self.note_number = ""
        self.record = document.record
        self._scopes: list[tuple[_Element, Scope]] = []

    @property
    def box(self) -> Box:
        """The innermost box."""
        return self.boxes[-1]

    def walk(self, root: _Element, enters: Enters, leaves: Leaves) -> list[Written]:
        """The paragraphs of an element, and of all boxes in it, in order."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = short(element.tag)
            if event == "start":
                enter = enters.get(name)
                if enter is not None and enter(self, element) is SKIP:
                    walker.skip_subtree()
                continue
            leave = leaves.get(name)
            if leave is not None:
                leave(self, element)
            while self._scopes and self._scopes[-1][0] is element:
                self.scope = self._scopes.pop()[1]
        self.flush()
        written, self.box.written = self.box.written, []
        return written

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
        line.add(text, fate, (*self.scope.marks, *marks, *box.fields.marks(), *self.comments.values()))
        if fate is not Role.NONE:
            return
        letters = sum(map(str.isalnum, text))
        line.of_pages += letters if box.fields.of_page else 0
        line.of_prompts += letters if self.scope.prompts else 0

    def line(self) -> Line:
        """The paragraph that is open; one is begun where there is none."""
        if self.box.line is None:
            self.box.line = Line(self.anchor(), self.shape)
        return self.box.line

    def begin(self, shape: Shape) -> None:
        """A paragraph begins; it goes on in the line of the one before where that one's end was deleted."""
        box = self.box
        if box.line is None or not box.joins:
            self.flush()
            box.line = Line(self.anchor())
        box.joins, box.running = False, True
        box.line.shape = self._shaped(shape)
        self.paragraphs += 1

    def _shaped(self, shape: Shape) -> Shape:
        """The shape, in a story or stretch that has its own."""
        if self.shape != ANY:
            return self.shape
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
        return Anchor(part=self.part, paragraph=self.paragraphs, record=self.record)

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
        self.hang(closed if self.shape != ANY else in_box(closed))

    def open_table(self) -> None:
        """A table begins."""
        self.flush()
        self.tables.append(Table())

    def close_table(self) -> None:
        """A table ends: its rows follow what is written."""
        table = self.tables.pop()
        own = self.shape != ANY
        cells = [each for row in table.rows for cell in row for each in cell]
        self.box.written += cells if own else tabled(table.rows)


SKIP = True
"""What entering an element answers where nothing inside it is to be walked."""

Enters = dict[str, Callable[[Story, "_Element"], bool | None]]
Leaves = dict[str, Callable[[Story, "_Element"], None]]
