"""The letters of a page as a parse sees them that shares no code with our own: a scan for tags, one pass, no tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_SPECIAL = re.compile(r"[<>\"']")
_RAW = re.compile(r"(script|style|title)(?=[\s/>])", re.IGNORECASE)
_STARTS = re.compile(r"[A-Za-z/!?]")


def seen_letters(text: str) -> str:
    """All text of a page but its scripts, styles and titles, a line feed for each tag."""
    return unescape("\n".join(_texts(text)))


def _texts(text: str) -> Iterator[str]:
    """The stretches between tags, in order."""
    position = 0
    ends: dict[str, int] = {}
    while True:
        begin = text.find("<", position)
        if begin < 0:
            yield text[position:]
            return
        if not _STARTS.match(text, begin + 1):
            yield text[position : begin + 1]
            position = begin + 1
            continue
        yield text[position:begin]
        position = (
            _behind_comment(text, begin) if text.startswith("<!--", begin) else _behind_tag(text, begin)
        )
        raw = _RAW.match(text, begin + 1)
        if raw:
            position = _behind_raw(text, position, raw[1].lower(), ends)


def _behind_comment(text: str, begin: int) -> int:
    end = text.find("-->", begin + 2)
    return len(text) if end < 0 else end + 3


def _behind_tag(text: str, begin: int) -> int:
    """Behind the ``>`` that ends a tag; one inside a quoted value does not."""
    quote = ""
    for match in _SPECIAL.finditer(text, begin + 1):
        if quote:
            if match[0] == quote:
                quote = ""
        elif match[0] == ">":
            return match.end()
        elif match[0] != "<" and text[match.start() - 1] == "=":
            quote = match[0]
    return len(text)


def _behind_raw(text: str, position: int, name: str, ends: dict[str, int]) -> int:
    """Where the content of a script, style or title ends.

    A script or style that never ends goes on to the end of the page, as in a browser; words behind a title that never
    ends would be words lost, and are counted. An end that never comes is looked for only once.
    """
    if ends.get(name) == -1:
        return position
    end = re.compile(f"</{name}", re.IGNORECASE).search(text, position)
    if end is None:
        ends[name] = -1
        return position if name == "title" else len(text)
    return end.start()
