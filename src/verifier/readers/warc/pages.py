"""The pages among the records of a web archive, and which of them the archive is about."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from verifier.domain.errors import ReadError
from verifier.domain.kinds import PartKind
from verifier.domain.reading import SourcePart
from verifier.readers.choosing import MOST_LISTED
from verifier.readers.encodings import codec_of
from verifier.readers.warc.records import Answer, Record, answer_of

_HTML = ("text/html", "application/xhtml+xml")
_READABLE = (
    *_HTML,
    "application/pdf",
    "text/plain",
    "text/markdown",
    "application/rtf",
    "text/rtf",
    "application/epub+zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
)
_PAGES = ("response", "resource", "conversion")
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,1000})", re.IGNORECASE)
_SAMPLE = 65_536
_MOST_NAMED = 1_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page in an archive: the number of its record and of the one that holds its body, where and when it was found,
    its title.
    """

    number: int
    held_in: int
    uri: str
    date: str
    title: str
    media_type: str
    size: int
    digest: str = ""
    archive: str = ""

    @property
    def id(self) -> str:
        """What the page is chosen by: the archive in a collection of several, and the number of its record."""
        return f"{self.archive}.{self.number}" if self.archive else str(self.number)

    @property
    def is_html(self) -> bool:
        """Whether it is a page as browsers show them."""
        return self.media_type in _HTML

    def part(self) -> SourcePart:
        """The page as it is offered."""
        name = f"{self.title} · {self.uri}" if self.title else self.uri
        return SourcePart(self.id, PartKind.PAGE, name, self.media_type, self.size)


@dataclass(slots=True)
class Catalogue:
    """What a file holds: its pages, what it says of itself, and what is wrong with it."""

    pages: list[Page] = field(default_factory=list)
    about: str = ""
    way: str = ""
    broken: bool = False
    missing: int = 0
    """Pages that are there only by reference to another archive."""
    records: int = 0
    refused: set[str] = field(default_factory=set)


def catalogue(records: Iterable[Record], where: str) -> Catalogue:
    """What some records hold. Raises what ``records_of`` raises."""
    found = Catalogue()
    revisits: list[Record] = []
    for record in records:
        found.records = record.number
        found.broken = found.broken or not record.whole
        if record.kind == "warcinfo":
            found.about += record.block[:_MOST_NAMED].decode("utf-8", "replace")
        elif record.kind == "metadata" and b"asked: " in record.block[:_SAMPLE]:
            found.way = record.block[:_MOST_NAMED].decode("utf-8", "replace")
        elif record.kind == "revisit":
            revisits.append(replace(record, block=b""))
        elif record.kind in _PAGES:
            page = _page(record, found, where)
            if page is not None:
                found.pages.append(page)
    _add_revisits(found, revisits)
    return found


def _page(record: Record, found: Catalogue, where: str) -> Page | None:
    """The page a record holds, or None where it holds none."""
    answer = answer_of(record)
    kind = answer.media_type or ("text/html" if _begins_as_page(answer) else "")
    if answer.status != 200 or kind not in _READABLE or not answer.body:
        return None
    if record.uri.lower().endswith("/robots.txt"):
        return None
    title = ""
    if kind in _HTML and len(found.pages) < MOST_LISTED:
        title = _title(answer, where)
    digest = record.header("WARC-Payload-Digest")
    return Page(
        record.number,
        record.number,
        record.uri,
        record.header("WARC-Date"),
        title,
        kind,
        len(answer.body),
        digest,
    )


def _begins_as_page(answer: Answer) -> bool:
    begin = answer.body[:200].lstrip().lower()
    return begin.startswith((b"<!doctype html", b"<html"))


def _title(answer: Answer, where: str) -> str:
    """What a page calls itself, or ""; one that cannot be unpacked is said when it is read."""
    try:
        data = answer.unpacked(where)[:_SAMPLE]
    except ReadError:
        return ""
    match = _TITLE.search(data.decode(codec_of(answer.charset), "replace"))
    return " ".join(html.unescape(match[1]).split())[:200] if match else ""


def _add_revisits(found: Catalogue, revisits: Sequence[Record]) -> None:
    """Pages seen again: at another address they are pages too; what they refer to may lie in another archive."""
    known = {page.digest: page for page in found.pages if page.digest}
    addresses = {page.uri for page in found.pages}
    for record in revisits:
        original = known.get(record.header("WARC-Payload-Digest"))
        referred = record.header("WARC-Refers-To-Target-URI").strip("<>")
        if original is None:
            original = next((page for page in found.pages if page.uri == referred), None)
        if original is None:
            found.missing += 1
        elif record.uri not in addresses:
            addresses.add(record.uri)
            date = record.header("WARC-Date")
            found.pages.append(replace(original, number=record.number, uri=record.uri, date=date))


def first_page(found: Catalogue) -> Page:
    """The page an archive is about: the one that answered what was asked, that the archive names, or the first."""
    answered = _field(found.way, "answered")
    ranked = [
        *(page for page in found.pages if answered and page.uri == answered),
        *(page for page in found.pages if page.is_html and page.uri and page.uri in _named(found.about)),
        *(page for page in found.pages if page.is_html and not page.uri.startswith("urn:")),
        *found.pages,
    ]
    return ranked[0]


def _named(about: str) -> frozenset[str]:
    """The addresses what an archive says of itself names."""
    return frozenset(_addresses(about))


def _addresses(about: str) -> Iterator[str]:
    for match in re.finditer(r"https?://[^\s\"'<>\\]{1,3000}", about):
        yield match[0]


def _field(fields: str, name: str) -> str:
    lines = (line.partition(": ") for line in fields.splitlines())
    return next((value.strip() for key, _, value in lines if key == name), "")
