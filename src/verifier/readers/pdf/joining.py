"""The reading text of a paragraph out of its lines, with the runs that lead back to PDFium's characters.

A hyphen at a line's end stays unless the document's own words say that it is one of hyphenation: the word stands
elsewhere without it. No space is put behind a hyphen, a dash, or inside a web address.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from verifier.domain.articles import Run
from verifier.domain.kinds import InlineKind
from verifier.domain.reading import Inline
from verifier.readers.pdf.characters import LINE_END_HYPHEN
from verifier.readers.pdf.lines import NO_SOURCE
from verifier.readers.pdf.values import Line

HYPHENS = f"-\u2010{LINE_END_HYPHEN}"
_SOFT = "\xad"
_DASHES = "–—"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_PART = re.compile(r"[^\W\d_]{1,40}\Z")
_FIRST_PART = re.compile(r"[^\W\d_]{1,40}")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]{1,2000}\Z", re.IGNORECASE)
_GOES_ON = "/-_.?&=%#+~"
_NEAR = 4
"""How many characters PDFium may have between two lines that follow each other: a space, a line break."""
_AND = frozenset(
    ["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "и", "или", "та", "או", "و"]
)
"""Words before which a hyphen at a line's end is one left hanging: "pre- and post-war"."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A paragraph's reading text, its runs and what is set apart in it, from position 0."""

    text: str
    runs: tuple[Run, ...]
    inlines: tuple[Inline, ...]


@dataclass(slots=True)
class Joiner:
    """Joins lines and counts the hyphens it dropped, and those it kept although nothing spoke for them."""

    known: frozenset[str]
    dropped: int = 0
    kept: int = 0

    def join(self, lines: Sequence[Line]) -> Joined:
        """The text of a paragraph."""
        text = _Text()
        for line, following in pairwise([*lines, None]):
            if line is None:
                break
            between, cut = self._between(line, following) if following else ("", 0)
            text.add_line(line, len(line.text) - cut)
            if following is not None and (cut or between):
                text.fold(between, following)
        return text.finish()

    def _between(self, line: Line, following: Line) -> tuple[str, int]:
        """What stands between two lines, and how many characters at the end of the first are dropped."""
        last, before = line.text[-1:], line.text[-2:-1]
        if last == _SOFT:
            return "", 0
        address = _ADDRESS.search(line.text.rsplit(" ", 1)[-1])
        if address and (last in _GOES_ON or last == LINE_END_HYPHEN or " " not in line.text):
            return ("", 0) if _goes_on_address(following.text) else (" ", 0)
        if last in HYPHENS:
            return self._hyphen(line.text, following.text) if before and not before.isspace() else (" ", 0)
        if last in _DASHES and before and not before.isspace():
            return "", 0
        if following.text[:1] in _DASHES and not following.text[1:2].isspace():
            return "", 0
        return ("" if _no_spaces(last) and _no_spaces(following.text[:1]) else " "), 0

    def _hyphen(self, line: str, following: str) -> tuple[str, int]:
        left, right = _LAST_PART.search(line[:-1][-41:]), _FIRST_PART.match(following)
        if right is not None and right[0].lower() in _AND:
            return " ", 0
        if left is None or right is None or not right[0][0].islower():
            return "", 0
        if (left[0] + right[0]).lower() in self.known:
            self.dropped += 1
            return "", 1
        self.kept += f"{left[0]}-{right[0]}".lower() not in self.known
        return "", 0


def _goes_on_address(text: str) -> bool:
    return text[:1].islower() or text[:1].isdigit() or text[:1] in _GOES_ON


def _no_spaces(char: str) -> bool:
    """Whether a character is of a script that is written without spaces."""
    return unicodedata.east_asian_width(char or " ") in "WF" and not "\uac00" <= char <= "\ud7a3"


def known_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words of some lines, compounds as a whole, without those broken at a line's end."""
    words: set[str] = set()
    for line in lines:
        text = line.text.replace("\u2010", "-")
        if text[-1:] in HYPHENS or text[-1:] == _SOFT:
            text = text[: -len(text.split()[-1])] if text.split() else ""
        words.update(word.lower() for word in _WORD.findall(text))
    return frozenset(words)


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
        folded = source == NO_SOURCE or char == LINE_END_HYPHEN
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
