"""Lines of a decoded text, and what a line's beginning and end say about the sentence it is part of."""

from __future__ import annotations

import re
from dataclasses import dataclass

FOLDED = " \t\f"
"""The white space around a line break that is folded with it."""

_LINE = re.compile(r"[^\r\n]*+(\r\n|\r|\n|\Z)")
_SENTENCE_ENDS = frozenset(".!?…:;。！？؟۔।")
_CLOSERS = "\"'”’“»«)]"
_OPENERS = "\"'“‘„«»([¿¡"
_ADDRESSES = ("http://", "https://", "www.")
_COLUMNS = {"\t": 4, "\u2003": 2, "\u3000": 2}
"""How many columns a tab, an em space and an ideographic space are taken for; all others are one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line's span in the text without its line break, and whether it holds nothing but white space.

    ``depth`` counts the signs of quoted mail that stood before ``start``.
    """

    start: int
    end: int
    blank: bool
    depth: int = 0


def find_lines(source: str) -> list[Line]:
    """The lines of a text, ended by CR LF, LF or CR."""
    lines = []
    for match in _LINE.finditer(source):
        start, end = match.start(), match.start(1)
        if start == len(source):
            break
        lines.append(Line(start, end, not source[start:end].strip()))
    return lines


def ends_sentence(line: str) -> bool:
    """Whether a line ends where a sentence may end."""
    return line.rstrip().rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS


def begins_lower(line: str) -> bool:
    """Whether a line begins with a small letter, be it behind a quotation mark, and not with a web address."""
    words = line.lstrip().lstrip(_OPENERS)
    return words[:1].islower() and not words.startswith(_ADDRESSES)


def goes_on(before: str, line: str) -> bool:
    """Whether a line surely goes on with the sentence of the line before it."""
    if begins_lower(line):
        return True
    first = line.lstrip().lstrip(_OPENERS)[:1]
    has_no_case = first.isalpha() and first.lower() == first.upper()
    return has_no_case and not ends_sentence(before)


def breaks_word(line: str) -> bool:
    """Whether a line ends with a hyphen behind a letter or digit."""
    end = line.rstrip()
    return end[-1:] in ("-", "\u2010", "\xad") and end[-2:-1].isalnum()


def first_word(line: str) -> str:
    """The first word of a line, or nothing."""
    words = line.split(maxsplit=1)
    return words[0] if words else ""


def indent_of(line: str) -> int:
    """The width of the white space a line begins with, in columns."""
    return sum(_COLUMNS.get(each, 1) for each in line[: len(line) - len(line.lstrip())])
