"""The project's own quotations with their spans and speakers, marked by hand in quoted.txt.

⟦a|words⟧ is a quotation, ⟦a!|…⟧ one without a closing mark, ⟦b@a|…⟧ one whose speaker is that of a; ⟨ab|name⟩ is the
speaker of a and b. A line is a paragraph, "> " begins a block quote, and an empty line parts the cases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
_SIGN = re.compile(r"⟦(\w)(!?)(?:@(\w))?\||⟨(\w+)\||[⟧⟩]")


@dataclass(frozen=True)
class Marked:
    """A quotation marked by hand."""

    start: int
    end: int
    open_ended: bool
    speaker: Span | None


@dataclass(frozen=True)
class Case:
    """A text with its paragraphs, its block quotes and its quotations in the order of their starts."""

    text: str
    paragraphs: tuple[Span, ...]
    blocks: tuple[Span, ...]
    quotations: tuple[Marked, ...]


def cases() -> list[Case]:
    """All cases."""
    source = (Path(__file__).parent / "quoted.txt").read_text(encoding="utf-8")
    return [_case(part) for part in source.strip("\n").split("\n\n")]


def _case(source: str) -> Case:
    lines = source.split("\n")
    quotes = [line.startswith("> ") for line in lines]
    text, found, speakers = _plain("\n".join(line.removeprefix("> ") for line in lines))
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    blocks = tuple(span for span, quote in zip(spans, quotes, strict=True) if quote)
    marked = [
        Marked(start, end, bool(ended), speakers.get(other or name))
        for name, ended, other, start, end in found
    ]
    return Case(text, tuple(spans), blocks, tuple(sorted(marked, key=lambda each: (each.start, -each.end))))


def _plain(source: str) -> tuple[str, list[tuple[str, str, str, int, int]], dict[str, Span]]:
    """The text without signs, the quotations, and the spans of speakers by the names of quotations."""
    parts: list[str] = []
    length = at = 0
    open_: list[tuple[re.Match[str], int]] = []
    found, speakers = [], {}
    for sign in _SIGN.finditer(source):
        parts.append(source[at : sign.start()])
        length += sign.start() - at
        at = sign.end()
        if sign[0] not in "⟧⟩":
            open_.append((sign, length))
            continue
        begun, start = open_.pop()
        if sign[0] == "⟧":
            found.append((begun[1], begun[2], begun[3], start, length))
        else:
            speakers.update(dict.fromkeys(begun[4], (start, length)))
    assert not open_, source
    return "".join(parts) + source[at:], found, speakers
