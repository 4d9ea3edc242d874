"""What a PDF states of itself: its properties, and the metadata packet (XMP) programs put beside them.

When a file was made is not when an article was published: such dates are no candidates.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from verifier.domain.kinds import Origin
from verifier.domain.reading import Candidate
from verifier.readers.dates import full_date

_FILE_NAME = re.compile(
    r"(?:untitled|document\d*|microsoft word|.{0,200}\.(?:docx?|odt|rtf|pdf|html?|indd|qxp|txt))\b.{0,200}\Z",
    re.IGNORECASE,
)
_BEGIN, _END = b"<x:xmpmeta", b"</x:xmpmeta>"
_MOST_XMP = 500_000
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "prism2": "http://prismstandard.org/namespaces/basic/2.0/",
    "prism21": "http://prismstandard.org/namespaces/basic/2.1/",
    "prism3": "http://prismstandard.org/namespaces/basic/3.0/",
}
_PRISM = ("prism2", "prism21", "prism3")
_PLACES = (
    ("title", ("dc:title",)),
    ("byline", ("dc:creator",)),
    ("publisher", tuple(f"{space}:publicationName" for space in _PRISM)),
    ("publisher", ("dc:publisher",)),
    ("published", tuple(f"{space}:publicationDate" for space in _PRISM)),
    ("url", tuple(f"{space}:url" for space in _PRISM)),
    ("language", ("dc:language",)),
)
"""Which properties of XMP say something of the article itself."""


def document_candidates(document: Any, data: bytes) -> Iterator[Candidate]:
    """What the properties and the metadata packet of a document offer, each value of a field once."""
    said: set[tuple[str, str]] = set()
    for candidate in (*_properties(document), *_packet(data)):
        if (candidate.field, candidate.value) not in said:
            said.add((candidate.field, candidate.value))
            yield candidate


def _properties(document: Any) -> Iterator[Candidate]:
    """The title and author of the properties; file names programs put there are no titles."""
    title = (document.get_metadata_value("Title") or "").strip()
    author = (document.get_metadata_value("Author") or "").strip()
    if title and not _FILE_NAME.match(title):
        yield Candidate("title", title, Origin.DOCUMENT, "Title")
    if author:
        yield Candidate("byline", author, Origin.DOCUMENT, "Author")
    language = _language(document)
    if language:
        yield Candidate("language", language, Origin.DOCUMENT, "Lang")


def attachments(document: Any) -> tuple[str, ...]:
    """The names of the files a document carries."""
    return tuple(document.get_attachment(index).get_name() for index in range(document.count_attachments()))


def _language(document: Any) -> str:
    """The language the document's catalog names."""
    import pypdfium2.raw as raw

    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size <= 200:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").strip()


def _packet(data: bytes) -> Iterator[Candidate]:
    """The values of the last metadata packet that stands in a file as it is."""
    begin = data.rfind(_BEGIN)
    end = data.find(_END, begin)
    if begin < 0 or not begin < end < begin + _MOST_XMP:
        return
    root = _parsed(data[begin : end + len(_END)])
    if root is None:
        return
    for field, names in _PLACES:
        for name in names:
            for value in _values(root, name):
                if field != "title" or not _FILE_NAME.match(value):
                    yield Candidate(field, value, Origin.DOCUMENT, f"XMP {name.rstrip('0123456789')}")


def _parsed(packet: bytes) -> Any:
    """The packet's tree, or None where it is not sound."""
    from lxml import etree

    if b"<!" in packet:  # neither declarations nor entities belong there
        return None
    try:
        return etree.fromstring(packet, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None


def _values(root: Any, name: str) -> Iterator[str]:
    """The values of a property, be it an attribute, an element or a list."""
    space, _, local = name.partition(":")
    tag = f"{{{_SPACES[space]}}}{local}"
    for element in root.iter(tag):
        items = [item for item in element.iter() if item is not element and not len(item)] or [element]
        if local == "title":
            items = items[:1]
        for item in items:
            yield from _sound(item.text, local)
    for element in root.iter():
        yield from _sound(element.get(tag), local)


def _sound(value: str | None, local: str) -> Iterator[str]:
    """A value that says something; of dates the day."""
    text = " ".join((value or "").split())
    if local == "publicationDate":
        text = full_date(text) or ""
    if text and text != "x-default":
        yield text
