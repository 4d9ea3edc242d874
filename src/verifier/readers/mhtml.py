"""Pages saved as one file in MIME form (MHTML, RFC 2557): by Chromium, Internet Explorer or Word.

The file is put together like a mail: the page is its root, the frames inside it are pages beside it, pictures and
styles are left alone. Chromium names no encoding.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from email.utils import parsedate_to_datetime

from verifier.domain.articles import ArticleDraft, Notice, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import Origin, PartKind
from verifier.domain.reading import Candidate, Content, ReadOptions, SourcePart
from verifier.readers.choosing import MOST_LISTED, chosen_part, read_declared
from verifier.readers.encodings import codec_of
from verifier.readers.forms import Form
from verifier.readers.mail.bodies import leaves_of, named_by
from verifier.readers.mail.headers import header_of
from verifier.readers.mail.mime import BAD_BASE64, NOT_CLOSED, Entity, content_of, take_apart

MOST_BYTES = 100 * 10**6
_HEAD = 65_536
_PAGES = ("text/html", "application/xhtml+xml")
_SENT = frozenset({"to", "cc", "received", "delivered-to", "return-path", "message-id"})
_LOCATION = re.compile(rb"(?<![^\r\n])content-location[ \t]{0,9}:", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,1000})", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)


def is_mhtml(data: bytes) -> bool:
    """Whether bytes begin as a saved page does: like a mail that was never sent and names where its parts stood."""
    head = header_of(data[:_HEAD])
    if head is None:
        return False
    names = {name.lower() for name, _ in head.lines()}
    if "snapshot-content-location" in names:
        return True
    if names & _SENT or not ({"mime-version", "content-type"} & names):
        return False
    divided = head.stated_type in ("multipart/related", "multipart/mixed") and _LOCATION.search(data[:_HEAD])
    return bool(divided) or (head.stated_type in _PAGES and "content-location" in names)


def read_mhtml(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a saved page, or of a frame in it where ``options.part`` names that.

    Raises ReadError: archive-without-pages, part-unknown, and what its MIME form and the reader of pages raise.
    """
    entity = take_apart(content.data.lstrip(b"\xef\xbb\xbf\r\n"), source.name)
    pages = [leaf for leaf in leaves_of(entity) if leaf.type in _PAGES and content_of(leaf)[0].strip()]
    if not pages:
        raise ReadError("archive-without-pages", source.name)
    root = _root(entity, pages)
    parts = tuple(_part(page) for page in pages[:MOST_LISTED])
    chosen = chosen_part(parts, options.part, root.id, source.name)
    page = next(page for page in pages if page.id == chosen)
    draft = _read_page(source, entity, page, page is root, options)
    return replace(
        draft,
        media_type="multipart/related",
        reader="mhtml",
        reader_version="1",
        part=chosen if len(parts) > 1 else "",
        parts=parts if len(parts) > 1 else (),
    )


FORM = Form("mhtml", is_mhtml, read_mhtml, MOST_BYTES)
"""Pages saved as one file in MIME form."""


def _root(entity: Entity, pages: Sequence[Entity]) -> Entity:
    """The page the others belong to: named so, or standing where the file says it was saved, or the first."""
    saved = _place(entity)
    there = (page for page in pages if saved and page.header("Content-Location") == saved)
    return next(named_by(entity, pages), next(there, pages[0]))


def _place(entity: Entity) -> str:
    return entity.header("Snapshot-Content-Location") or entity.header("Content-Location")


def _part(page: Entity) -> SourcePart:
    """A page as it is offered: by its title, else by its address."""
    data = content_of(page)[0]
    title = _TITLE.search(data[:_HEAD].decode(codec_of(page.charset), "replace"))
    name = " ".join(html.unescape(title[1]).split()) if title else ""
    return SourcePart(page.id, PartKind.PAGE, name or _place(page) or page.id, page.type, len(data))


def _read_page(
    source: Source, entity: Entity, page: Entity, is_root: bool, options: ReadOptions
) -> ArticleDraft:
    """The draft of one page, with where and when it was saved."""
    url = page.header("Content-Location") or (_place(entity) if is_root else "")
    header = "Content-Location" if page.header("Content-Location") else "Snapshot-Content-Location"
    web = url if _WEB.match(url) else ""
    candidates = [Candidate("url", web, Origin.MAIL, header)] if web else []
    if is_root and entity.header("Subject"):
        candidates.append(Candidate("title", entity.header("Subject"), Origin.DOCUMENT, "Subject"))
    data, damaged = content_of(page)
    inner = Content(data, page.type, web, page.charset, page.id, tuple(candidates))
    draft = read_declared(source, inner, options)
    return replace(draft, warnings=(*draft.warnings, *_notices(entity, damaged)))


def _told(date: str) -> str:
    """A header's date as it can be read in any language, "2031-05-06 10:00 UTC"; one that is none as it stands."""
    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return date
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return f"{zoned.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    except OverflowError:
        return date


def _notices(entity: Entity, damaged: bool) -> tuple[Notice, ...]:
    """When the page was saved, and what of the file is damaged."""
    notices = []
    if entity.header("Date"):
        notices.append(Notice("page-saved", (("when", _told(entity.header("Date"))),)))
    if NOT_CLOSED in entity.damage:
        notices.append(Notice("page-not-closed"))
    if damaged or BAD_BASE64 in entity.damage:
        notices.append(Notice("page-bad-base64"))
    return tuple(notices)
