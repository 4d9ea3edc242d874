"""Paragraphs out of lines: the reading text of a decoded text, and the map that leads back.

The reading text holds the paragraphs, joined by one line feed. A line break inside a paragraph, with the spaces and
tabs around it, becomes one space (nothing after a hyphen that the document's own words say is one of hyphenation).
Every other character of a paragraph stays as it is, white space at its edges included; lines of nothing but white
space between paragraphs are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.domain.articles import PositionMap, Run
from verifier.text.lines import Line, Wrap, ends_sentence, explained, find_lines, find_wrap

AUTO, WRAPPED, LINES, BLANK = "auto", "wrapped", "lines", "blank"
WRAP_MODES = (AUTO, WRAPPED, LINES, BLANK)
"""How line breaks are read: found out; hard wraps; one line a paragraph; blank lines alone part paragraphs."""

_FOLDED = " \t"
_BULLET = re.compile(r"[•‣◦▪●*] ")
_DASH_BULLET = re.compile(r"(?:[-–—]|\d{1,3}[.)]) ")
_SLACK = 0.97
_SHORT = 0.7
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_PART = re.compile(r"[^\W\d_]{1,40}\Z")
_FIRST_PART = re.compile(r"[^\W\d_]{1,40}")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The reading text, its paragraphs' spans, the map to the decoded text, the mode found, hyphens dropped."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    positions: PositionMap
    wrap: str
    hyphens: int


def unwrap(source: str, mode: str = AUTO) -> Unwrapped:
    """The paragraphs of a decoded text. ``mode`` is one of ``WRAP_MODES``; another one raises ValueError."""
    if mode not in WRAP_MODES:
        raise ValueError(mode)
    lines = find_lines(source)
    wrap = find_wrap(source, lines) if mode in (AUTO, WRAPPED) else None
    if mode == AUTO:
        mode = WRAPPED if wrap else LINES
    return _assemble(source, _paragraphs(source, lines, mode, wrap), mode)


def _paragraphs(source: str, lines: Sequence[Line], mode: str, wrap: Wrap | None) -> list[list[Line]]:
    """The lines of each paragraph."""
    paragraphs: list[list[Line]] = []
    before: Line | None = None
    for line in lines:
        if line.blank:
            before = None
            continue
        if before is None or mode == LINES or (mode == WRAPPED and _parts(source, before, line, wrap)):
            paragraphs.append([])
        paragraphs[-1].append(line)
        before = line
    return paragraphs


def _parts(source: str, before: Line, line: Line, wrap: Wrap | None) -> bool:
    """Whether a paragraph of a wrapped text ends between two lines that no blank line parts."""
    a, b = source[before.start : before.end], source[line.start : line.end]
    if _BULLET.match(b.lstrip()) or (_indent(b) >= 2 > _indent(a) and not _begins_item(a)):
        return True
    if wrap is None or explained(wrap, a.strip(), b.strip()):
        return False
    width = wrap.measure(a.strip())
    if width + wrap.measure(" " + b.split(maxsplit=1)[0]) > wrap.width * _SLACK:
        return False
    if _DASH_BULLET.match(b.lstrip()):
        return True
    begins = not b.lstrip().lstrip("\"'“‘„«([")[:1].islower()
    return begins and (ends_sentence(a) or width < wrap.width * _SHORT)


def _begins_item(line: str) -> bool:
    """Whether a line begins an item of a list, under whose sign the next lines may be indented."""
    return bool(_BULLET.match(line) or _DASH_BULLET.match(line))


def _indent(line: str) -> int:
    """The width of the white space a line begins with; a tab counts as four."""
    return sum(4 if each == "\t" else 1 for each in line[: len(line) - len(line.lstrip())])


class _Builder:
    """Puts the reading text together and keeps, run by run, where it came from."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self.length = 0

    def keep(self, start: int, end: int) -> None:
        """Append a stretch of the source as it is."""
        if start == end:
            return
        self._pieces.append(self._source[start:end])
        last = self._runs[-1] if self._runs else None
        if last is not None and not last.folded and last.source_end == start:
            self._runs[-1] = Run(last.start, last.end + end - start, last.source_start, end)
        else:
            self._runs.append(Run(self.length, self.length + end - start, start, end))
        self.length += end - start

    def fold(self, start: int, end: int, into: str) -> None:
        """Append one character for a stretch of the source."""
        if self._source[start:end] == into:
            self.keep(start, end)
            return
        self._pieces.append(into)
        self._runs.append(Run(self.length, self.length + 1, start, end, folded=True))
        self.length += 1

    def finish(self) -> tuple[str, PositionMap]:
        """The text and its map."""
        return "".join(self._pieces), PositionMap(tuple(self._runs))


def _assemble(source: str, paragraphs: Sequence[Sequence[Line]], mode: str) -> Unwrapped:
    """The reading text of the paragraphs."""
    builder = _Builder(source)
    joints = _Joints(source)
    spans: list[tuple[int, int]] = []
    end_before = 0
    for lines in paragraphs:
        if spans:
            builder.fold(end_before, lines[0].start, "\n")
        begin = builder.length
        position = lines[0].start
        for line, following in pairwise(lines):
            end, resume, into = joints.between(line, following)
            builder.keep(position, end)
            if into:
                builder.fold(end, resume, into)
            position = resume
        builder.keep(position, lines[-1].end)
        spans.append((begin, builder.length))
        end_before = lines[-1].end
    text, positions = builder.finish()
    return Unwrapped(text, tuple(spans), positions, mode, joints.dropped)


class _Joints:
    """Decides how two lines of a paragraph are joined; knows the document's own words when hyphens ask for them."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._words: frozenset[str] | None = None
        self.dropped = 0

    def between(self, line: Line, following: Line) -> tuple[int, int, str]:
        """Where the kept part of a line ends, where the next one's begins, and what stands between them."""
        source = self._source
        end = line.start + len(source[line.start : line.end].rstrip(_FOLDED))
        resume = following.end - len(source[following.start : following.end].lstrip(_FOLDED))
        if source[end - 1 : end] == "\xad":
            return end, resume, ""
        if source[end - 1 : end] in ("-", "\u2010"):
            return self._hyphen(end, resume)
        return end, resume, " "

    def _hyphen(self, end: int, resume: int) -> tuple[int, int, str]:
        """Drop the hyphen, or close the gap behind it, only where the same word stands elsewhere so written."""
        left = _LAST_PART.search(self._source[max(0, end - 41) : end - 1])
        right = _FIRST_PART.match(self._source, resume)
        if left is None or right is None or not right[0][0].islower():
            return end, resume, " "
        if f"{left[0]}{right[0]}".lower() in self._known():
            self.dropped += 1
            return end - 1, resume, ""
        if f"{left[0]}-{right[0]}".lower() in self._known():
            return end, resume, ""
        return end, resume, " "

    def _known(self) -> frozenset[str]:
        if self._words is None:
            self._words = frozenset(_WORD.findall(self._source.lower()))
        return self._words
