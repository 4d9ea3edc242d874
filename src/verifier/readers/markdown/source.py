"""A Markdown file parted into what is said about it in front, its notes, and its text; line numbers stay.

Notes are taken out before the text is parsed: to plain Markdown, "[^1]: word" is the address of a link.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.domain.kinds import Origin
from verifier.domain.reading import Candidate
from verifier.readers.dates import full_date
from verifier.readers.markdown.signs import FRONT

Span = tuple[int, int]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,50})\]:[ \t]{0,20}")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INDENT = re.compile(r"(?: {4}|\t)[ \t]{0,200}")
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]{0,5}[:=][ \t]{0,20}(.{0,2000})")
_ITEM = re.compile(r"[ \t]{0,20}-[ \t]{1,5}(.{1,1000})")
_FIELDS = {
    **{"title": "title", "headline": "title", "author": "byline", "authors": "byline", "byline": "byline"},
    **{"date": "published_as_printed", "published": "published_as_printed", "publisher": "publisher"},
    **{"lang": "language", "language": "language", "url": "url", "link": "url", "canonical": "url"},
    **{"source": "publisher", "publication": "publisher"},
}
_MOST_FRONT = 200


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its label, its lines in the file, and its Markdown with all other lines empty."""

    label: str
    lines: tuple[int, int]
    begin: int
    markdown: str


@dataclass(frozen=True, slots=True)
class Parted:
    """A file in its parts. ``lines`` are the spans of all lines without their ends, in code points."""

    lines: tuple[Span, ...]
    front: tuple[Span, ...]
    notes: tuple[Note, ...]
    markdown: str

    def span(self, first: int, last: int) -> Span:
        """Where the lines from ``first`` to before ``last`` stand in the file."""
        return self.lines[first][0], self.lines[min(last, len(self.lines)) - 1][1]

    def line_at(self, position: int) -> int:
        """The number of the line a position is in, from 0."""
        return bisect_right(self.lines, position, key=lambda line: line[0]) - 1


def part(text: str) -> Parted:
    """The parts of a file."""
    lines = [(match.start(), match.start() + len(match[0].rstrip("\r\n"))) for match in _LINE.finditer(text)]
    front = _front(text, lines)
    words = ["" if number < front else text[start:end] for number, (start, end) in enumerate(lines)]
    notes = _take_notes(lines, words)
    return Parted(tuple(lines), tuple(lines[:front]), tuple(notes), "\n".join(words))


def _front(text: str, lines: Sequence[Span]) -> int:
    """How many lines are about the text, with the two that part them from it."""
    begin = FRONT.match(text)
    if begin is None:
        return 0
    for number, (start, end) in enumerate(lines[1:_MOST_FRONT], start=1):
        line = text[start:end].rstrip()
        if line == begin[1] or (line == "..." and begin[1] == "---"):
            return number + 1
        if number == 1 and not _KEY.match(line):
            return 0
    return 0


def _take_notes(lines: Sequence[Span], words: list[str]) -> list[Note]:
    """The notes; their lines are emptied."""
    notes: list[Note] = []
    number = 0
    fence = ""
    while number < len(words):
        fence = _fence_after(words[number], fence)
        match = None if fence else _NOTE.match(words[number])
        if match is None:
            number += 1
            continue
        end = _end_of_note(words, number + 1)
        inside = [
            words[number][match.end() :],
            *(_INDENT.sub("", line, count=1) for line in words[number + 1 : end]),
        ]
        markdown = "\n" * number + "\n".join(inside)
        notes.append(Note(match[1], (number, end), lines[number][0] + match.end(), markdown))
        words[number:end] = [""] * (end - number)
        number = end
    return notes


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open behind a line, or ""."""
    match = _FENCE.match(line)
    if match is None:
        return fence
    if not fence:
        return match[1]
    return "" if match[1].startswith(fence) and not line.strip().strip(fence[0]) else fence


def _end_of_note(words: Sequence[str], number: int) -> int:
    """The line behind a note: it goes on over lines that are not empty, and over indented ones behind empty ones."""
    end = number
    blank = False
    for at in range(number, len(words)):
        line = words[at]
        if not line.strip():
            blank = True
        elif (blank and not _INDENT.match(line)) or _NOTE.match(line):
            break
        else:
            end = at + 1
    return end


def front_candidates(text: str, front: Sequence[Span]) -> list[Candidate]:
    """What the lines in front of a text say of it: single values, and lists of authors."""
    values: dict[str, list[str]] = {}
    key = ""
    for start, end in front[1:-1]:
        match, item = _KEY.match(text[start:end]), _ITEM.match(text[start:end])
        if match is not None and not text[start].isspace():
            key = match[1].strip().lower()
            value = _unquoted(match[2])
            values.setdefault(key, []).extend([value] if value else [])
        elif item is not None and key:
            values[key].append(_unquoted(item[1]))
    found = []
    for key, said in values.items():
        name = _FIELDS.get(key)
        if name and said:
            found.append(Candidate(name, ", ".join(said), Origin.DOCUMENT, key))
            day = full_date(said[0]) if name == "published_as_printed" else None
            found += [Candidate("published", day, Origin.DOCUMENT, key)] if day else []
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    listed = value[1:-1] if value[:1] == "[" and value[-1:] == "]" else value
    parts = [each.strip().strip("\"'") for each in listed.split(",")] if listed is not value else [listed]
    if len(parts) == 1 and len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return ", ".join(parts)
