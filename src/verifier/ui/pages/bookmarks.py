"""Bookmarks for a PDF of Qt's, which writes none: an update at its end, as the PDF standard (7.5.6) provides for.

The update is the catalogue once more, with a list of headings, the language, and a wish to show both title and list.
Nothing before it is touched; a file of another make is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.ui.pages.document import Chapter

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_INFO = re.compile(rb"/Info \d+ 0 R")
_ID = re.compile(rb"/ID \[[^\]]*\]")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_LANGUAGE = re.compile(r"[A-Za-z0-9-]{1,35}")


@dataclass(slots=True)
class _Entry:
    """A heading in the list: its number as an object, that of what it is under, and those under it."""

    number: int
    parent: int
    chapter: Chapter
    under: list[int]


def with_bookmarks(data: bytes, chapters: Sequence[Chapter], language: str) -> bytes:
    """A PDF with the headings as bookmarks, and the language of its words."""
    tail = data[data.rfind(b"trailer") :]
    root, size, start = _ROOT.search(tail), _SIZE.search(tail), _START.search(tail)
    if not (chapters and root and size and start):
        return data
    number = int(root[1])
    catalogue = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % number, data, re.DOTALL)
    if catalogue is None:
        return data
    first = int(size[1])
    entries = _tree(chapters, first)
    objects = {
        number: b"<<" + catalogue[1] + _told(language, first) + b">>",
        first: _list(entries, first),
    }
    objects.update((entry.number, _item(entry, entries, first)) for entry in entries)
    return data + _update(objects, len(data), tail, int(start[1]))


def _told(language: str, outlines: int) -> bytes:
    spoken = f"/Lang ({language})\n" if _LANGUAGE.fullmatch(language) else ""
    shown = (
        f"/Outlines {outlines} 0 R\n/PageMode /UseOutlines\n/ViewerPreferences << /DisplayDocTitle true >>\n"
    )
    return (spoken + shown).encode("ascii")


def _tree(chapters: Sequence[Chapter], root: int) -> list[_Entry]:
    """The headings as objects after ``root``, each under the last one of a lower level."""
    entries: list[_Entry] = []
    path: list[_Entry] = []
    for number, chapter in enumerate(chapters, start=root + 1):
        while path and path[-1].chapter.level >= chapter.level:
            path.pop()
        entry = _Entry(number, path[-1].number if path else root, chapter, [])
        if path:
            path[-1].under.append(number)
        path.append(entry)
        entries.append(entry)
    return entries


def _list(entries: list[_Entry], root: int) -> bytes:
    top = [entry.number for entry in entries if entry.parent == root]
    return b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (top[0], top[-1], len(top))


def _item(entry: _Entry, entries: list[_Entry], root: int) -> bytes:
    """A heading: what is before and after it on its level, and closed what is under it."""
    level = (
        [other.number for other in entries if other.parent == root]
        if entry.parent == root
        else entries[entry.parent - root - 1].under
    )
    place = level.index(entry.number)
    near = b"".join(
        b" /%s %d 0 R" % (name, level[at])
        for name, at in ((b"Prev", place - 1), (b"Next", place + 1))
        if 0 <= at < len(level)
    )
    if entry.under:
        near += b" /First %d 0 R /Last %d 0 R /Count -%d" % (
            entry.under[0],
            entry.under[-1],
            len(entry.under),
        )
    return b"<< /Title %s /Dest %s /Parent %d 0 R%s >>" % (
        _text(entry.chapter.words),
        _text(entry.chapter.anchor),
        entry.parent,
        near,
    )


def _text(words: str) -> bytes:
    """Words as a string of a PDF: UTF-16, in hexadecimal digits."""
    return b"<FEFF" + words.encode("utf-16-be", "replace").hex().upper().encode("ascii") + b">"


def _update(objects: dict[int, bytes], at: int, tail: bytes, before: int) -> bytes:
    """The objects, where they are in the file that ends at ``at``, and what leads to the older list of places."""
    out = bytearray(b"\n")
    places: dict[int, int] = {}
    for number, body in sorted(objects.items()):
        places[number] = at + len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = at + len(out)
    out += b"xref\n0 0\n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    root = _ROOT.search(tail)
    kept = b"\n".join(found[0] for found in (root, _INFO.search(tail), _ID.search(tail)) if found)
    out += b"trailer\n<<\n/Size %d\n%s\n/Prev %d\n>>\n" % (max(objects) + 1, kept, before)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
