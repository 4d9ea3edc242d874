"""Paragraphs out of lines: the reading text of a decoded text, and the map that leads back.

The reading text holds the paragraphs, joined by one line feed. A line break inside a paragraph, with the spaces and
tabs around it and the signs of quoted mail behind it, becomes one space (nothing after a hyphen). Every other character
of a paragraph stays as it is. Lines of nothing but white space between paragraphs are left out, and where line breaks
are those of wrapping, so is white space at a paragraph's edges. A page number inside a paragraph is set behind it, as a
paragraph of its own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from verifier.domain.articles import PositionMap
from verifier.domain.kinds import Role
from verifier.text.shape.assembling import Assembler, Found, Trait
from verifier.text.shape.columns import find_rows
from verifier.text.shape.hyphens import Joints
from verifier.text.shape.layout import Item, find_items, find_layout
from verifier.text.shape.lines import Line, find_lines
from verifier.text.shape.mail import find_signature, is_soft, looks_flowed, take_off_quotes, unstuffed
from verifier.text.shape.pages import find_page_marks
from verifier.text.shape.parting import part

AUTO, WRAPPED, LINES, BLANK = "auto", "wrapped", "lines", "blank"
WRAP_MODES = (AUTO, WRAPPED, LINES, BLANK)
"""How line breaks are read: found out; hard wraps; one line a paragraph; blank lines alone part paragraphs."""

FLOWED, FLOWED_WITHOUT_SPACE = "flowed", "flowed-delsp"
TRANSPORT_MODES = (FLOWED, FLOWED_WITHOUT_SPACE)
"""What only a mail's header, or ``AUTO``, says: format=flowed, and the same with DelSp=yes (RFC 3676)."""


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The reading text, its paragraphs' spans, the map to the decoded text, the mode found, hyphens dropped.

    ``hyphens`` were dropped because of the document's own words, ``by_habit`` more because it hyphenates throughout;
    ``undecided`` stayed since nothing said what they were. ``traits`` has one for each paragraph.
    """

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    positions: PositionMap
    wrap: str
    hyphens: int
    by_habit: int = 0
    undecided: int = 0
    traits: tuple[Trait, ...] = ()


def unwrap(source: str, mode: str = AUTO) -> Unwrapped:
    """The paragraphs of a decoded text. ``mode`` is one of ``WRAP_MODES`` or ``TRANSPORT_MODES``; another one raises
    ValueError.
    """
    if mode not in WRAP_MODES and mode not in TRANSPORT_MODES:
        raise ValueError(mode)
    lines = take_off_quotes(source, find_lines(source))
    if mode == AUTO and looks_flowed(source, lines):
        lines = unstuffed(source, lines)
        # Some programs break words at their hyphens and put the space of a soft break behind them.
        return _assemble(source, lines, _soft_blocks(source, lines), FLOWED)
    if mode in TRANSPORT_MODES:
        return _unwrap_flowed(source, unstuffed(source, lines), mode)
    if mode == BLANK:
        return _assemble(source, lines, _blocks(lines), mode)
    return _unwrap_set(source, lines, mode)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of some lines, by their index: page marks, rows of tables, where the signature begins."""

    marks: frozenset[int]
    rows: frozenset[int]
    signature: int

    def trait(self, index: int, line: Line) -> Trait:
        """What is told of a paragraph that begins with the line of an index."""
        if index in self.marks:
            return Trait(line.depth, Role.PAGE_NUMBER)
        return Trait(line.depth, Role.SIGNATURE if index >= self.signature else Role.NONE, index in self.rows)


def _unwrap_set(source: str, lines: Sequence[Line], mode: str) -> Unwrapped:
    """A text that was set: in wrapped lines, or one line a paragraph; on pages, perhaps with tables."""
    marks = find_page_marks(source, lines)
    items = find_items(source, lines, marks)
    rows = find_rows([item.text for item in items])
    told = _Told(marks, frozenset(items[row].index for row in rows), find_signature(source, lines))
    layout = find_layout(items, rows) if mode != LINES else None
    if layout is None or (mode == AUTO and layout.wrap is None):
        singles = [
            Found([line], told.trait(index, line)) for index, line in enumerate(lines) if not line.blank
        ]
        return _assemble(source, lines, singles, LINES)
    paragraphs = part(items, layout, rows, told.signature)
    return _assemble(source, lines, _with_marks(lines, paragraphs, told), WRAPPED)


def _with_marks(lines: Sequence[Line], paragraphs: Sequence[Sequence[Item]], told: _Told) -> Iterator[Found]:
    """The paragraphs with the page marks inside them, and between them the marks that stand there."""
    marks = deque(sorted(told.marks))
    for paragraph in paragraphs:
        first, last = paragraph[0], paragraph[-1]
        yield from _lone_marks(lines, _taken(marks, first.index), told)
        inside = [lines[index] for index in _taken(marks, last.index)]
        yield Found([item.line for item in paragraph], told.trait(first.index, first.line), inside)
    yield from _lone_marks(lines, marks, told)


def _taken(marks: deque[int], end: int) -> list[int]:
    """The marks before a line, which are taken away."""
    taken = []
    while marks and marks[0] < end:
        taken.append(marks.popleft())
    return taken


def _lone_marks(lines: Sequence[Line], marks: Iterable[int], told: _Told) -> Iterator[Found]:
    """Page marks that stand between paragraphs."""
    return (Found([lines[index]], told.trait(index, lines[index])) for index in marks)


def _blocks(lines: Sequence[Line]) -> Iterator[Found]:
    """Paragraphs that blank lines, and changes in the depth of quotation, part."""
    block: list[Line] = []
    for line in lines:
        if block and (line.blank or line.depth != block[-1].depth):
            yield Found(block, Trait(block[0].depth))
            block = []
        if not line.blank:
            block.append(line)
    if block:
        yield Found(block, Trait(block[0].depth))


def _unwrap_flowed(source: str, lines: Sequence[Line], mode: str) -> Unwrapped:
    """A text that a mail's header says is flowed: the space that makes a break soft goes with DelSp=yes, else stays."""
    into = "" if mode == FLOWED_WITHOUT_SPACE else " "
    assembler = Assembler(source, lambda a, b: (a.end - 1, b.start, into), trims=True)
    return _finished(assembler, _soft_blocks(source, lines), mode)


def _soft_blocks(source: str, lines: Sequence[Line]) -> Iterator[Found]:
    """Paragraphs of lines that have a soft break between them."""
    told = _Told(frozenset(), frozenset(), find_signature(source, lines))
    block: list[Line] = []
    for index, line in enumerate(lines):
        if block and (line.blank or line.depth != block[-1].depth or not is_soft(source, block[-1])):
            yield Found(block, told.trait(index - 1, block[0]))
            block = []
        if not line.blank:
            block.append(line)
    if block:
        yield Found(block, told.trait(len(lines) - 1, block[0]))


def _assemble(source: str, lines: Sequence[Line], found: Iterable[Found], mode: str) -> Unwrapped:
    """The reading text of the paragraphs of a text that is not flowed."""
    joints = Joints(source, lines)
    assembler = Assembler(source, joints.between, trims=mode != LINES)
    return replace(
        _finished(assembler, found, mode),
        hyphens=joints.dropped,
        by_habit=joints.by_habit,
        undecided=joints.undecided,
    )


def _finished(assembler: Assembler, found: Iterable[Found], mode: str) -> Unwrapped:
    for paragraph in found:
        assembler.add(paragraph)
    text, positions = assembler.finish()
    return Unwrapped(text, tuple(assembler.spans), positions, mode, 0, traits=tuple(assembler.traits))
