"""The reading text put together from the lines of its paragraphs, with the map that leads back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.domain.articles import PositionMap, Run
from verifier.domain.kinds import Role
from verifier.text.shape.hyphens import Joint
from verifier.text.shape.lines import FOLDED, Line

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Trait:
    """What the lines of a paragraph tell beside its words: how deep it is quoted, whether it is a page number or part
    of a mail's signature (``role``), whether it is a row of a table.
    """

    depth: int = 0
    role: Role = Role.NONE
    row: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph: its lines, what they tell, and the page marks between them, which are set behind it."""

    lines: Sequence[Line]
    trait: Trait = Trait()
    marks: Sequence[Line] = ()


class Assembler:
    """Puts the reading text together and keeps, run by run, where it came from."""

    def __init__(self, source: str, between: Callable[[Line, Line], Joint], trims: bool) -> None:
        self._source = source
        self._between = between
        self._trims = trims
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._end_before = 0
        self.spans: list[Span] = []
        self.traits: list[Trait] = []

    def add(self, found: Found) -> None:
        """Append a paragraph, and behind it the page marks that stood inside it."""
        nearest = _starts_behind(found)
        start, end = self._edges(found.lines[0].start, found.lines[-1].end)
        if self.spans:
            self._fold(self._end_before, start, "\n")
        begin, position = self._length, start
        for line, following in pairwise(found.lines):
            stop, resume, into = self._between(line, following)
            self._keep(position, stop)
            if into:
                self._fold(stop, min(resume, nearest[line.start]), into)
            position = resume
        self._keep(position, end)
        self._close(begin, found.trait)
        for mark in found.marks:
            self._add_mark(mark, nearest[mark.start])
        self._end_before = end

    def _add_mark(self, mark: Line, behind: int) -> None:
        """Append a page mark; the line feed before it is made of the white space that stood behind it."""
        start, end = self._edges(mark.start, mark.end)
        self._fold(end, behind, "\n")
        begin = self._length
        self._keep(start, end)
        self._close(begin, Trait(mark.depth, Role.PAGE_NUMBER))

    def finish(self) -> tuple[str, PositionMap]:
        """The text and its map."""
        return "".join(self._pieces), PositionMap(tuple(self._runs))

    def _edges(self, start: int, end: int) -> Span:
        """A paragraph's span, without the white space at its edges where that belongs to the setting."""
        if not self._trims:
            return start, end
        words = self._source[start:end]
        return start + len(words) - len(words.lstrip(FOLDED)), start + len(words.rstrip(FOLDED))

    def _close(self, begin: int, trait: Trait) -> None:
        """End a paragraph that began at a position of the reading text."""
        self.spans.append((begin, self._length))
        self.traits.append(trait)

    def _keep(self, start: int, end: int) -> None:
        """Append a stretch of the source as it is."""
        if start >= end:
            return
        self._pieces.append(self._source[start:end])
        last = self._runs[-1] if self._runs else None
        if last is not None and not last.folded and last.source_end == start:
            self._runs[-1] = Run(last.start, last.end + end - start, last.source_start, end)
        else:
            self._runs.append(Run(self._length, self._length + end - start, start, end))
        self._length += end - start

    def _fold(self, start: int, end: int, into: str) -> None:
        """Append one character for a stretch of the source."""
        if self._source[start:end] == into:
            self._keep(start, end)
            return
        self._pieces.append(into)
        self._runs.append(Run(self._length, self._length + 1, start, end, folded=True))
        self._length += 1


def _starts_behind(found: Found) -> dict[int, int]:
    """For each line and page mark of a paragraph, by its start: where the next line or mark begins."""
    starts = sorted(line.start for line in (*found.lines, *found.marks))
    return dict(zip(starts, [*starts[1:], found.lines[-1].end], strict=True))
