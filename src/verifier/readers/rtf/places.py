"""Where the words of an RTF file go: paragraphs, rows and cells, text boxes, notes, comments, heads and feet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from verifier.domain.kinds import ParagraphKind, Role
from verifier.domain.reading import Anchor
from verifier.readers.fields import Fields
from verifier.readers.written import Line, Mark, Row, Shape, Written, in_box, tabled, worse

NOTES = {
    Role.FOOTNOTE: Shape(ParagraphKind.BODY, role=Role.FOOTNOTE),
    Role.ENDNOTE: Shape(ParagraphKind.BODY, role=Role.ENDNOTE),
}
"""What the paragraphs of notes are."""

MOST_NESTED = 50
"""So deep may tables stand in tables."""


@dataclass(slots=True)
class Grid:
    """A table that is open at one depth: finished rows, the cells of the open one, the paragraphs of its open cell."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Written]] = field(default_factory=list)
    cell: list[Written] = field(default_factory=list)


@dataclass(slots=True)
class Place:
    """Something that holds paragraphs of its own; ``shape`` is what all of them are, ``fate`` what became of all."""

    shape: Shape | None = None
    fate: Role = Role.NONE
    written: list[Written] = field(default_factory=list)
    line: Line | None = None
    grids: list[Grid] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)


@dataclass(slots=True)
class Places:
    """The places that are open, innermost last, and what was finished."""

    record: str = ""
    open: list[Place] = field(default_factory=lambda: [Place()])
    ranges: dict[str, Mark] = field(default_factory=dict)
    heads: list[Written] = field(default_factory=list)
    feet: list[Written] = field(default_factory=list)
    footnotes: list[Written] = field(default_factory=list)
    endnotes: list[Written] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    paragraphs: int = 0

    @property
    def place(self) -> Place:
        """The innermost place."""
        return self.open[-1]

    def line(self) -> Line:
        """The paragraph that is open; one is begun where there is none."""
        place = self.place
        if place.line is None:
            place.line = Line(Anchor(paragraph=self.paragraphs, record=self.record))
        return place.line

    def add(self, text: str, fate: Role, marks: Iterable[Mark]) -> None:
        """Take on words."""
        place, line = self.place, self.line()
        fate = worse(worse(fate, place.fate), Role.NONE if place.fields.shown else Role.HIDDEN)
        aside = place.shape is not None and place.shape.kind is ParagraphKind.ASIDE
        ranged = () if aside else self.ranges.values()
        line.add(text, fate, dict.fromkeys((*marks, *place.fields.marks(), *ranged)))
        if fate is Role.NONE and place.fields.of_page:
            line.of_pages += sum(map(str.isalnum, text))

    def end(self, shape: Shape, depth: int, *, joins: bool = False) -> None:
        """The paragraph ends, at a depth of tables; where it ``joins``, the next one goes on in its line."""
        place = self.place
        self.paragraphs += 1
        if place.line is None:
            return
        place.line.shape = place.shape or shape
        if joins and not place.line.is_empty():
            place.line.go_on()
            return
        written = place.line.release() if joins else place.line.finish()
        place.line = None
        self._put(place, written, depth)

    def _put(self, place: Place, written: list[Written], depth: int) -> None:
        """Put paragraphs into the cell that is open at a depth, or, at depth 0, behind all else."""
        self._close_grids(place, depth)
        while len(place.grids) < depth:
            place.grids.append(Grid())
        (place.grids[depth - 1].cell if depth else place.written).extend(written)

    def _close_grids(self, place: Place, depth: int) -> None:
        """Finish the tables that are deeper."""
        while len(place.grids) > depth:
            grid = place.grids.pop()
            if grid.cell:
                grid.cells.append(grid.cell)
            if grid.cells:
                grid.rows.append(grid.cells)
            made = self._tabled(place, grid)
            (place.grids[-1].cell if place.grids else place.written).extend(made)

    def _tabled(self, place: Place, grid: Grid) -> list[Written]:
        if place.shape is None:
            return tabled(grid.rows)
        return [each for row in grid.rows for cell in row for each in cell]

    def end_cell(self, shape: Shape, depth: int) -> None:
        """A cell ends at a depth."""
        place = self.place
        self.end(shape, depth)
        self._put(place, [], depth)
        grid = place.grids[depth - 1]
        grid.cells.append(grid.cell)
        grid.cell = []

    def end_row(self, depth: int) -> None:
        """A row ends at a depth."""
        place = self.place
        self._put(place, [], depth)
        grid = place.grids[depth - 1]
        grid.rows.append(grid.cells)
        grid.cells = []

    def enter(self, shape: Shape | None, fate: Role) -> None:
        """A place opens inside the one that is open, and shares what became of it."""
        self.open.append(Place(shape, worse(fate, self.place.fate)))

    def leave(self, shape: Shape) -> list[Written]:
        """The innermost place closes: its paragraphs. The outermost never does."""
        self.end(shape, len(self.place.grids))
        place = self.place
        self._close_grids(place, 0)
        if len(self.open) > 1:
            self.open.pop()
        written, place.written = place.written, []
        return written

    def hang(self, written: list[Written]) -> None:
        """Put paragraphs behind the one that is open."""
        if self.place.line is None and not self.place.grids:
            self.place.written += written
        else:
            self.line().after += written

    def hang_box(self, written: list[Written]) -> None:
        """Put a text box's paragraphs behind the one it is anchored in."""
        self.hang(written if self.place.shape is not None else in_box(written))
