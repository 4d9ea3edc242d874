"""The layout of a document: its pages without their furniture, in zones, and the lines of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from verifier.domain.kinds import Role
from verifier.readers.pdf.bidi import brackets_turned, runs_rtl, turn_brackets
from verifier.readers.pdf.columns import Columns
from verifier.readers.pdf.floats import take_floats
from verifier.readers.pdf.furniture import take_furniture
from verifier.readers.pdf.lines import find_lines
from verifier.readers.pdf.values import SLANTED, Line, Page, Word


@dataclass(slots=True)
class Layout:
    """What was found in a document, page by page."""

    pages: list[Page]
    zones: list[list[Line]] = field(default_factory=list)
    furniture: dict[int, list[tuple[Role, list[Word]]]] = field(default_factory=dict)


def lay_out(pages: list[Page], *, whole: bool) -> Layout:
    """Furniture taken off, zones and their lines."""
    found = Layout(pages)
    if not whole:
        found.furniture = take_furniture(pages)
    columns = Columns()
    rtl = {page.number: runs_rtl([word.text for word in page.words]) for page in pages}
    for page in pages:
        for turn, words in [(page.turn, page.words), *page.turned.items()]:
            slanted = turn == SLANTED
            for zone, beside in _slanted(words) if slanted else _zones(words, columns, rtl=rtl[page.number]):
                lines = find_lines(zone, page.number, turn, rtl=rtl[page.number])
                for line in lines:
                    line.zone, line.beside = len(found.zones), beside
                    line.sign = _has_sign(line, page)
                found.zones.append(lines)
    _turn_brackets(found.zones)
    return found


def _has_sign(line: Line, page: Page) -> bool:
    """Whether a dot stands before a line, at the height of its small letters."""
    size = line.style.size
    middle = line.base - 0.3 * size
    edge = line.box.right if line.rtl else line.box.left
    return not line.turn and any(
        abs((dot.top + dot.bottom) / 2 - middle) <= 0.3 * size
        and (edge < dot.left <= edge + 2 * size if line.rtl else edge - 2 * size <= dot.right < edge)
        for dot in page.dots
    )


def _zones(words: Sequence[Word], columns: Columns, *, rtl: bool) -> Iterator[tuple[list[Word], bool]]:
    """The columns of a page, each followed by what stands beside its lines, and whether it is that."""
    for zone in columns.zones(words, rtl=rtl):
        flow, boxes = (zone, []) if rtl else take_floats(zone)
        yield from ((part, beside) for part, beside in ((flow, False), (boxes, True)) if part)


def _slanted(words: Sequence[Word]) -> list[tuple[list[Word], bool]]:
    """Words that run aslant, each stretch that goes on to the right as a line of its own."""
    zones: list[list[Word]] = []
    for word in words:
        if not zones or word.box.left < zones[-1][-1].box.left:
            zones.append([])
        zones[-1].append(word)
        word.base = zones[-1][0].base
    return [(zone, True) for zone in zones]


def _turn_brackets(zones: Sequence[Sequence[Line]]) -> None:
    """Where the document gives brackets of right-to-left lines by their looks, give them by their meaning."""
    lines = [line for zone in zones for line in zone if line.rtl]
    if brackets_turned([line.text for line in lines]):
        for line in lines:
            line.text = turn_brackets(line.text)
