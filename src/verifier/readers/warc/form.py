"""How a web archive is read: its pages listed, one of them read by what it is."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.articles import ArticleDraft, Notice, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import Origin
from verifier.domain.reading import Candidate, Content, ReadOptions
from verifier.readers.choosing import MOST_LISTED, chosen_part, read_declared
from verifier.readers.exchanges import exchange_notices
from verifier.readers.forms import Form
from verifier.readers.warc.pages import Catalogue, Page, catalogue, first_page
from verifier.readers.warc.records import Record, answer_of, digests_hold, records_of

MOST_BYTES = 200 * 10**6
_BEGINNINGS = (b"WARC/0.", b"WARC/1.", b"filedesc://")


def is_warc(data: bytes) -> bool:
    """Whether bytes begin as a WARC or ARC file does, packed or not."""
    if data[:2] != b"\x1f\x8b":
        return data.startswith(_BEGINNINGS)
    try:
        return zlib.decompressobj(31).decompress(data[:65_536], 64).startswith(_BEGINNINGS)
    except zlib.error:
        return False


def read_warc(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a page in a web archive. Raises ReadError: archive-damaged, archive-swells, archive-too-many,
    archive-without-pages, archive-coding-unknown, part-unknown, and what the page's own reader raises.
    """
    found = catalogue(records_of(content.data, source.name), source.name)
    if not found.pages:
        raise ReadError("archive-without-pages", source.name)
    parts = tuple(page.part() for page in found.pages[:MOST_LISTED])
    first = first_page(found)
    wanted = chosen_part(parts, options.part, first.id, source.name)
    page = first if wanted == first.id else next(page for page in found.pages if page.id == wanted)
    draft = read_page(source, content.data, page, found, options)
    several = len(parts) > 1
    return replace(
        draft,
        media_type="application/warc",
        reader="warc",
        reader_version="1",
        part=wanted if several else "",
        parts=parts if several else (),
    )


FORM = Form("warc", is_warc, read_warc, MOST_BYTES)
"""Web archives, packed or not."""


def read_page(
    source: Source, data: bytes, page: Page, found: Catalogue, options: ReadOptions
) -> ArticleDraft:
    """The draft of one page of an archive whose bytes are given. Raises ReadError."""
    record = next(each for each in records_of(data, source.name) if each.number == page.held_in)
    answer = answer_of(record)
    candidates = (Candidate("url", page.uri, Origin.WARC, "WARC-Target-URI"),) if _is_web(page.uri) else ()
    inner = Content(
        answer.unpacked(source.name),
        answer.media_type or page.media_type,
        page.uri if _is_web(page.uri) else "",
        answer.charset,
        record.id or str(record.number),
        candidates,
    )
    draft = _read_by_what_it_is(source, inner, replace(options, part=None, form=None))
    return replace(draft, warnings=(*draft.warnings, *_notices(record, page, found, answer.whole)))


def _read_by_what_it_is(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """A server's word is taken for pages alone: many a page is sent as plain text."""
    from verifier.readers.leaves import read_leaf

    is_page = content.media_type in ("text/html", "application/xhtml+xml")
    return (read_declared if is_page else read_leaf)(source, content, options)


def _is_web(uri: str) -> bool:
    return uri.lower().startswith(("http://", "https://"))


def _notices(record: Record, page: Page, found: Catalogue, whole: bool) -> Sequence[Notice]:
    """Where and when the page was kept, how it came, and what is wrong with it."""
    truncated = record.header("WARC-Truncated") or ("" if whole and record.whole else "length")
    notices = [*exchange_notices(found.way, truncated)]
    if page.date and not found.way:
        notices.append(Notice("page-archived", (("when", page.date), ("address", page.uri))))
    if not digests_hold(record):
        notices.append(Notice("archive-digest", (("what", page.uri or record.id),)))
    if found.broken and whole:
        notices.append(Notice("archive-cut"))
    if found.missing:
        notices.append(Notice("archive-refers", (("count", str(found.missing)),)))
    return tuple(notices)
