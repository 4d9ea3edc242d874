"""The reading text of a paragraph out of its lines, with the runs that lead back to PDFium's characters.

What becomes of a hyphen at a line's end is decided as for plain text (``verifier.text.shape.hyphens``). No space is put
inside a web address, or between characters of a script that has none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from verifier.domain.articles import Notice, Run
from verifier.domain.kinds import InlineKind
from verifier.domain.reading import Inline
from verifier.readers.pdf.characters import LINE_END_HYPHEN
from verifier.readers.pdf.lines import NO_SOURCE
from verifier.readers.pdf.tables import CELL_GAP
from verifier.readers.pdf.values import Line
from verifier.text.shape.hyphens import Joints
from verifier.text.shape.lines import Line as PlainLine

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]{1,2000}\Z", re.IGNORECASE)
_ADDRESS_SIGNS = f"/-_.?&=%#+~{LINE_END_HYPHEN}"
_OPENING = "([{“„«"
_CLOSING = ")]},.;"
_NEAR = 4
"""How many characters PDFium may have between two lines that follow each other: a space, a line break."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A paragraph's reading text, its runs and what is set apart in it, from position 0."""

    text: str
    runs: tuple[Run, ...]
    inlines: tuple[Inline, ...]


class Joiner:
    """Joins the lines of paragraphs. It knows all lines of the document, since its own words decide on hyphens."""

    def __init__(self, lines: Sequence[Line]) -> None:
        source, self._lines = _as_plain(lines)
        self._joints = Joints(source, list(self._lines.values()))

    def join(self, lines: Sequence[Line]) -> Joined:
        """The text of a paragraph."""
        text = _Text()
        for line, following in pairwise(lines):
            between, cut = self._between(line, following)
            text.add_line(line, len(line.text) - cut)
            text.fold(between, following)
        text.add_line(lines[-1], len(lines[-1].text))
        return text.finish()

    def notices(self) -> tuple[Notice, ...]:
        """What became of hyphens at line ends, where there were any."""
        counts = {
            "hyphens-dropped": self._joints.dropped,
            "hyphens-dropped-by-habit": self._joints.by_habit,
            "hyphens-undecided": self._joints.undecided,
        }
        return tuple(Notice(code, (("count", str(count)),)) for code, count in counts.items() if count)

    def _between(self, line: Line, following: Line) -> tuple[str, int]:
        """What stands between two lines, and how many characters at the end of the first are dropped."""
        last = line.text[-1:]
        if _ADDRESS.match(line.text.rsplit(" ", 1)[-1]) and (last in _ADDRESS_SIGNS or " " not in line.text):
            return ("" if _goes_on_address(following.text) else " "), 0
        if _no_spaces(last) and _no_spaces(following.text[:1]):
            return "", 0
        if (last in _OPENING and not line.text[-2:-1].isalnum()) or following.text[:1] in _CLOSING:
            return "", 0
        plain = self._lines[id(line)]
        end, _, between = self._joints.between(plain, self._lines[id(following)])
        return between, plain.end - end


def _as_plain(lines: Sequence[Line]) -> tuple[str, dict[int, PlainLine]]:
    """Lines as those of a plain text, found again by their identity."""
    pieces: list[str] = []
    plain: dict[int, PlainLine] = {}
    length = 0
    for line in lines:
        text = line.text.replace(LINE_END_HYPHEN, "-")
        plain[id(line)] = PlainLine(length, length + len(text), not text.strip())
        pieces.append(text)
        length += len(text) + 1
    return "\n".join(pieces), plain


def _goes_on_address(text: str) -> bool:
    return text[:1].islower() or text[:1].isdigit() or text[:1] in _ADDRESS_SIGNS


def _no_spaces(char: str) -> bool:
    """Whether a character is of a script that is written without spaces."""
    return unicodedata.east_asian_width(char or " ") in "WF" and not "\uac00" <= char <= "\ud7a3"


@dataclass(slots=True)
class _Text:
    """A reading text as it grows."""

    pieces: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)
    length: int = 0
    reached: int = 0

    def add_line(self, line: Line, length: int) -> None:
        """Append the first characters of a line."""
        for kind, start, end, target in line.marks:
            if start < min(end, length):
                self._mark(kind, self.length + start, self.length + min(end, length), target)
        for char, source in zip(line.text[:length], line.source, strict=False):
            self._add(char, source)
        if line.source and line.source[-1] >= 0 and length < len(line.text):
            self.reached = line.source[length - 1] + 1 if length else line.source[0]

    def _add(self, char: str, source: int) -> None:
        folded = source == NO_SOURCE or char in (LINE_END_HYPHEN, CELL_GAP)
        if source == NO_SOURCE:
            start = end = self.reached
        else:
            start, end = source, source + 1
        self._run("-" if char == LINE_END_HYPHEN else char, start, end, folded=folded)
        self.reached = end

    def fold(self, into: str, following: Line) -> None:
        """Put a space for a line break, or nothing."""
        begin = next((source for source in following.source if source >= 0), self.reached)
        if into:
            near = 0 <= begin - self.reached <= _NEAR
            self._run(into, self.reached, begin if near else self.reached, folded=True)
        self.reached = begin

    def _run(self, char: str, start: int, end: int, *, folded: bool) -> None:
        self.pieces.append(char)
        last = self.runs[-1] if self.runs else None
        self.length += len(char)
        if last is not None and not folded and not last.folded and last.source_end == start:
            self.runs[-1] = Run(last.start, last.end + 1, last.source_start, end)
        else:
            self.runs.append(Run(self.length - 1, self.length, start, end, folded))

    def _mark(self, kind: str, start: int, end: int, target: str) -> None:
        """Set a stretch apart; one that goes on from the line before is one with it."""
        for place in range(len(self.inlines) - 1, max(-1, len(self.inlines) - 6), -1):
            last = self.inlines[place]
            if last.kind == kind and last.target == target and last.end >= start - 1:
                self.inlines[place] = Inline(last.kind, last.start, end, target)
                return
        self.inlines.append(Inline(InlineKind(kind), start, end, target))

    def finish(self) -> Joined:
        """The text with its runs."""
        return Joined("".join(self.pieces), tuple(self.runs), tuple(self.inlines))
