"""The cues of captions (SubRip, and WebVTT as W3C has it): their times, their lines, and what stands between them.

Positions are code points into the decoded file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_TIME = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
TIMING = re.compile(rf"[ \t]{{0,20}}({_TIME})[ \t]{{0,20}}-->[ \t]{{0,20}}({_TIME})(?=\s|\Z)")
"""The line that says when a cue is shown."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_HEADER = re.compile(r"\ufeff?WEBVTT(?=[ \t\r\n]|\Z)")
_SUBRIP = re.compile(rf"\ufeff?\s{{0,50}}(?:\d{{1,7}}[ \t]{{0,20}}(?:\r\n|\r|\n))?{TIMING.pattern}")
_ASIDES = re.compile(r"(NOTE|STYLE|REGION)(?=[ \t]|\Z)")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its number or name, when it is shown (seconds, and as printed), and its lines without outer blanks."""

    name: str
    begin: float
    end: float
    times: tuple[str, str]
    lines: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """What stands between cues: the file's header, a NOTE, a STYLE, a REGION, or "" for what is none of these."""

    kind: str
    lines: tuple[Span, ...]


def is_captions(text: str) -> bool:
    """Whether a text begins as captions do."""
    return bool(_HEADER.match(text) or _SUBRIP.match(text))


def parse(text: str) -> list[Cue | Other]:
    """The cues and what stands between them, in the order of the file. A cue without a name is counted, from 1."""
    web = bool(_HEADER.match(text))
    found: list[Cue | Other] = []
    more: dict[int, list[Span]] = {}
    count = 0
    for number, block in enumerate(_blocks(text)):
        at = next((index for index in (0, 1) if TIMING.match(_words(text, block[index : index + 1]))), None)
        if web and number == 0 and at is None:
            found.append(Other("WEBVTT", tuple(block)))
        elif at is not None:
            count += 1
            name = _words(text, block[:at]).strip("\ufeff \t") or str(count)
            found.append(_cue(text, name, block[at], block[at + 1 :]))
        elif not web and found and isinstance(found[-1], Cue):
            # SubRip has no rule against an empty line inside a cue
            more.setdefault(len(found) - 1, []).extend(block)
        else:
            aside = _ASIDES.match(_words(text, block[:1])) if web else None
            found.append(Other(aside[1] if aside else "", tuple(block)))
    for index, lines in more.items():
        found[index] = replace(found[index], lines=(*found[index].lines, *lines))
    return found


def _blocks(text: str) -> Iterator[list[Span]]:
    """The lines between empty ones, without the blanks at their ends. A timing line begins a block in any case, with
    the number before it.
    """
    block: list[Span] = []
    for start, end, empty in _lines(text):
        if empty and block:
            yield block
            block = []
        if start == end:
            continue
        if TIMING.match(text[start:end]) and len(block) > 1:
            named = _words(text, block[-1:]).isdecimal()
            yield block[:-1] if named else block
            block = block[-1:] if named else []
        block.append((start, end))
    if block:
        yield block


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Every line, without the white space at its ends, and whether it has none either: a line of blanks ends no cue."""
    for match in _LINE.finditer(text):
        words = match[0].strip("\ufeff \t\r\n")
        start = match.start() + (match[0].index(words) if words else 0)
        yield start, start + len(words), not match[0].strip("\r\n")


def _words(text: str, lines: Sequence[Span]) -> str:
    """The first of some lines, or ""."""
    return text[slice(*lines[0])] if lines else ""


def _cue(text: str, name: str, timing: Span, lines: Sequence[Span]) -> Cue:
    match = TIMING.match(text[slice(*timing)])
    assert match is not None
    return Cue(name, _seconds(match[1]), _seconds(match[2]), (match[1], match[2]), tuple(lines))


def _seconds(time: str) -> float:
    """Seconds of a time such as "01:02:03,500"."""
    *hours, minutes, rest = time.replace(",", ".").split(":")
    return int(hours[0] if hours else 0) * 3600 + int(minutes) * 60 + float(rest)
