"""What an EPUB says of itself in Dublin Core, as candidates for an article's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.domain.kinds import Origin
from verifier.domain.reading import Candidate

if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_EVENT = "{http://www.idpf.org/2007/opf}event"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|\Z| )")


def stated_candidates(opf: _Element, chapter: str) -> tuple[Candidate, ...]:
    """The candidates a book offers for one of its chapters: the chapter's title before the book's."""
    found = [("title", chapter, "contents")] if chapter else []
    found += [("title", value, "dc:title") for value in _values(opf, "title")]
    creators = _values(opf, "creator")
    if creators:
        found.append(("byline", ", ".join(creators), "dc:creator"))
    found += [("publisher", value, "dc:publisher") for value in _values(opf, "publisher")]
    found += [("language", value, "dc:language") for value in _values(opf, "language")]
    for value in _dates(opf):
        found.append(("published_as_printed", value, "dc:date"))
        day = _DAY.match(value)
        if day:
            found.append(("published", day[0], "dc:date"))
    for name in ("source", "identifier"):
        web = (value for value in _values(opf, name) if value.lower().startswith(("http://", "https://")))
        found += [("url", value, f"dc:{name}") for value in web]
    return tuple(Candidate(field, value, Origin.DOCUMENT, detail) for field, value, detail in found)


def _values(opf: _Element, name: str) -> list[str]:
    words = (" ".join("".join(map(str, each.itertext())).split()) for each in opf.iter(_DC + name))
    return list(dict.fromkeys(value for value in words if value))


def _dates(opf: _Element) -> Iterator[str]:
    """Dates of publication; one that says it is of another event is none."""
    for each in opf.iter(_DC + "date"):
        value = "".join(map(str, each.itertext())).strip()
        if value and (each.get(_EVENT) or "publication").lower() == "publication":
            yield value
