"""Footnotes of a page: links to a note further down, and the blocks they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.readers.html import elements

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGN = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?\Z", re.IGNORECASE)
_NAMED = re.compile(r"note-?ref|footnote|endnote|doc-noteref", re.IGNORECASE)
_LONGEST_SIGN = 8


@dataclass(frozen=True, slots=True)
class Notes:
    """The links that refer to notes, and the blocks that are notes."""

    references: frozenset[_Element] = frozenset()
    bodies: frozenset[_Element] = frozenset()


def find_notes(root: _Element) -> Notes:
    """The notes of a page. A reference stands before its note, which tells it from the note's way back."""
    seen: dict[str, _Element] = {}
    waiting: dict[str, list[_Element]] = {}
    references: set[_Element] = set()
    bodies: set[_Element] = set()
    for element in root.iter("*"):
        for name in {element.get("id"), element.get("name") if element.tag == "a" else None} - {None}:
            for reference in waiting.pop(str(name), ()):
                body = _block_of(element)
                if body is not None and body is not _block_of(reference):
                    references.add(reference)
                    bodies.add(body)
            seen[str(name)] = element
        target = _target(element)
        if target and target not in seen:
            waiting.setdefault(target, []).append(element)
    return Notes(frozenset(references), frozenset(bodies))


def _target(element: _Element) -> str:
    """The id a link leads to, if it looks like the sign of a note."""
    if element.tag != "a" or not (element.get("href") or "").startswith("#"):
        return ""
    sign = "".join(_first(map(str, element.itertext()), _LONGEST_SIGN)).strip()
    if not _SIGN.match(sign):
        return ""
    parent = element.getparent()
    raised = parent is not None and parent.tag == "sup"
    lowered = next(element.iterchildren("sup"), None) is not None
    named = _NAMED.search(f"{element.get('class')} {element.get('role')} {element.get('href')}")
    return (element.get("href") or "")[1:] if raised or lowered or named else ""


def _first(texts: Iterator[str], most: int) -> Iterator[str]:
    """The texts until there are more than ``most`` characters."""
    length = 0
    for text in texts:
        yield text
        length += len(text)
        if length > most:
            return


def _block_of(element: _Element) -> _Element | None:
    """The block an element is or stands in; none where that is the whole page."""
    block: _Element | None = element
    while block is not None and block.tag not in elements.BLOCKS:
        block = block.getparent()
    return None if block is None or block.tag in ("body", "html", "article", "main", "section") else block
