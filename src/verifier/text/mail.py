"""What mail does to a plain text: signs of quotation before lines, soft line breaks, a signature at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.text.lines import Line

_SIGN = ">"
_SIGNATURE = "-- "
_LONGEST_SIGNATURE = 12
"""Lines a signature may have that are not blank."""
_FLOWING = 0.8
_FEWEST_SOFT = 4


def take_off_quotes(source: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the signs of quoted mail ("> ", ">> ", "> > ") before them, their depth counted.

    Lines stay as they are unless two that begin so stand together, or nearly all do: one alone may be an arrow.
    """
    quoted = [source.startswith(_SIGN, line.start) for line in lines]
    together = any(a and b for a, b in pairwise(quoted))
    written = sum(not line.blank for line in lines)
    if not together and sum(quoted) * 2 < max(written, 2):
        return lines
    return [_unquoted(source, line) if sign else line for line, sign in zip(lines, quoted, strict=True)]


def _unquoted(source: str, line: Line) -> Line:
    """A line without its signs and the one space behind them."""
    position, depth = line.start, 0
    while source.startswith(_SIGN, position) and position < line.end:
        depth += 1
        position += 1
        if source.startswith(f" {_SIGN}", position) and position + 1 < line.end:
            position += 1
    if source.startswith(" ", position) and position < line.end:
        position += 1
    return Line(position, line.end, not source[position : line.end].strip(), depth)


def find_signature(source: str, lines: Sequence[Line]) -> int:
    """The index of the line "-- " that begins the signature, or the number of lines where there is none."""
    written = 0
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if source[line.start : line.end] == _SIGNATURE:
            return index
        written += not line.blank
        if written > _LONGEST_SIGNATURE:
            break
    return len(lines)


def is_soft(source: str, line: Line) -> bool:
    """Whether a line of format=flowed goes on with the next (RFC 3676, 4.2)."""
    words = source[line.start : line.end]
    return words.endswith(" ") and words != _SIGNATURE and not line.blank


def looks_flowed(source: str, lines: Sequence[Line]) -> bool:
    """Whether line breaks read as format=flowed: most lines end in one space, and those that end paragraphs do not."""
    soft = hard = stray = 0
    for line, following in pairwise(lines):
        if line.blank:
            continue
        ending = source[line.end - 2 : line.end]
        one_space = ending.endswith(" ") and not ending[0].isspace()
        if following.blank or following.depth != line.depth:
            stray += ending.endswith(" ")
            hard += 1
        else:
            soft += one_space
            stray += ending.endswith(" ") and not one_space
    inside = sum(not a.blank and not b.blank and a.depth == b.depth for a, b in pairwise(lines))
    return soft >= _FEWEST_SOFT and stray * 10 <= hard + soft and _mostly_soft(soft, inside, hard)


def _mostly_soft(soft: int, inside: int, hard: int) -> bool:
    """Without blank lines every paragraph ends in a hard break among the soft ones: fewer are asked for then."""
    return soft >= inside * (_FLOWING if hard > inside / 8 else 0.5)


def unstuffed(source: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without the space that format=flowed puts before some (RFC 3676, 4.4)."""
    return [
        replace(line, start=line.start + 1) if source.startswith(" ", line.start) and not line.blank else line
        for line in lines
    ]
