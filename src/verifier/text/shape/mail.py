"""What mail does to a plain text: signs of quotation before lines, soft line breaks, a signature at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.text.shape.lines import Line, goes_on

_SIGN = ">"
_SIGNATURE = "-- "
_LONGEST_SIGNATURE = 12
"""Lines a signature may have that are not blank."""
_FLOWING = 0.7
_LONGEST_PARAGRAPH = 20
"""Lines."""
_FEWEST_SOFT = 3


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
    """Whether line breaks read as format=flowed: those inside sentences have one space before them, and the lines
    that end paragraphs have none.
    """
    inside: list[tuple[bool, bool]] = []
    ends: list[bool] = []
    for line, following in pairwise(lines):
        if line.blank:
            continue
        words = source[line.start : line.end]
        soft = words.endswith(" ") and not words.endswith("  ")
        if following.blank or following.depth != line.depth:
            ends.append(words.endswith(" "))
        else:
            inside.append((goes_on(words, source[following.start : following.end]), soft))
    going = [soft for goes, soft in inside if goes]
    hard = ends.count(False) + sum(not soft for _, soft in inside)
    few_open = sum(ends) * 10 <= len(ends)
    enough = hard * _LONGEST_PARAGRAPH >= max(1, sum(soft for _, soft in inside))
    return few_open and enough and sum(going) >= max(_FEWEST_SOFT, len(going) * _FLOWING)


def unstuffed(source: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without the space that format=flowed puts before some (RFC 3676, 4.4)."""
    return [
        replace(line, start=line.start + 1) if source.startswith(" ", line.start) and not line.blank else line
        for line in lines
    ]
