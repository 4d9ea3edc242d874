"""What stands in a Word package by its raw bytes: a second look that knows nothing of our walk."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from verifier.readers.packages import Package

_STORIES = re.compile(r"(?:document|header|footer|footnotes|endnotes|comments)\d{0,6}\.xml", re.IGNORECASE)
_TEXT = re.compile(r"<(?:[A-Za-z0-9]{1,20}:)?(t|delText|p)(?:[ \t\r\n][^<>]{0,400})?>([^<]*)")
_FALLBACK = re.compile(r"<(?:[A-Za-z0-9]{1,20}:)?Fallback[ \t\r\n>/]")
_FALLBACK_END = re.compile(r"</(?:[A-Za-z0-9]{1,20}:)?Fallback[ \t\r\n]{0,9}>")


def seen_words(package: Package) -> str:
    """All words of a package's stories: body, heads and feet, notes, comments; a fallback is no second text."""
    names = [name for name in package.names if _STORIES.fullmatch(name.rpartition("/")[2])]
    stories = (package.read(name) for name in names if "glossary" not in name.lower())
    return "\n".join(words for story in stories for words in _words(_decoded(story)))


def _decoded(data: bytes) -> str:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    return data.decode("utf-16" if wide else "utf-8", "replace")


def _words(text: str) -> Iterator[str]:
    """The words, paragraph by paragraph."""
    begin = 0
    for start, end in _fallbacks(text):
        yield from _between(text[begin:start])
        begin = end
    yield from _between(text[begin:])


def _fallbacks(text: str) -> Iterator[tuple[int, int]]:
    """Where the second forms of text boxes stand."""
    begin = 0
    while True:
        opening = _FALLBACK.search(text, begin)
        closing = _FALLBACK_END.search(text, opening.end()) if opening else None
        if opening is None or closing is None:
            return
        yield opening.start(), closing.end()
        begin = closing.end()


def _between(text: str) -> Iterator[str]:
    for match in _TEXT.finditer(text):
        yield "\n" if match[1] == "p" else html.unescape(match[2])
