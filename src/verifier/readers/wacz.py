"""Collections of web archives (WACZ 1.1): a package of archives, a list of the pages they are about, and digests."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from verifier.domain.articles import ArticleDraft, Notice, Source
from verifier.domain.errors import ReadError
from verifier.domain.reading import Content, ReadOptions
from verifier.readers.choosing import MOST_LISTED, chosen_part
from verifier.readers.forms import Form
from verifier.readers.packages import Package, open_package
from verifier.readers.warc.form import MOST_BYTES, read_page
from verifier.readers.warc.pages import Catalogue, Page, catalogue, first_page
from verifier.readers.warc.records import records_of

_LOCAL = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
_MEMBER = re.compile(rb"(?:archive/[^/]{1,200}\.w?arc(?:\.gz)?|pages/(?:extraP|p)ages\.jsonl)\Z")
_ARCHIVE = re.compile(r"archive/[^/]{1,200}\.w?arc(?:\.gz)?\Z")
_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_PACKAGE, _SIGNED = "datapackage.json", "datapackage-digest.json"
_MOST_JSON = 50 * 10**6
_MOST_MEMBERS_SEEN = 50
_MOST_ARCHIVES = 200


@dataclass(frozen=True, slots=True)
class _Listed:
    """A page the collection says it is about: its address, when it was kept (seconds since 1970), its title."""

    url: str
    moment: float
    title: str


@dataclass(frozen=True, slots=True)
class _Collection:
    """A collection that was looked through: its archives by their numbers, what they hold, what is wrong."""

    package: Package
    archives: dict[str, str]
    found: Catalogue
    changed: tuple[str, ...]


def is_wacz(data: bytes) -> bool:
    """Whether bytes are a package with web archives, or a list of pages, among its first members."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    for count, match in enumerate(_LOCAL.finditer(data, 0, 1 << 20)):
        if count >= _MOST_MEMBERS_SEEN:
            return False
        length = int.from_bytes(match[1], "little")
        if _MEMBER.match(data[match.end() : match.end() + length]):
            return True
    return False


def read_wacz(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a page in a collection. Raises ReadError: archive-without-pages, part-unknown, and what its
    package, its archives and the page's own reader raise.
    """
    collection = _looked_through(open_package(content.data, source.name), source.name)
    listed = list(_listed(collection.package))
    pages, missing = _matched(listed, collection.found.pages)
    if not pages:
        raise ReadError("archive-without-pages", source.name)
    parts = tuple(page.part() for page in pages[:MOST_LISTED])
    first = _first(collection, pages, bool(listed))
    wanted = chosen_part(parts, options.part, first.id, source.name)
    page = first if wanted == first.id else next(page for page in pages if page.id == wanted)
    data = collection.package.read(collection.archives[page.archive])
    draft = read_page(source, data, page, collection.found, options)
    return replace(
        draft,
        media_type="application/wacz",
        reader="wacz",
        reader_version="1",
        part=wanted if len(parts) > 1 else "",
        parts=parts if len(parts) > 1 else (),
        warnings=(*draft.warnings, *_notices(collection, missing)),
    )


FORM = Form("wacz", is_wacz, read_wacz, MOST_BYTES)
"""Collections of web archives."""


def _looked_through(package: Package, where: str) -> _Collection:
    """All archives of a collection, one after the other, held against their digests."""
    names = sorted(name for name in package.names if _ARCHIVE.match(name))
    if len(names) > _MOST_ARCHIVES:
        raise ReadError("archive-too-many", where, limit=_MOST_ARCHIVES)
    digests = _digests(package)
    whole = Catalogue()
    changed = [name for name in (_PACKAGE, *_LISTS) if _is_changed(name, package, digests)]
    archives = {}
    for number, name in enumerate(names, start=1):
        key = str(number) if len(names) > 1 else ""
        archives[key] = name
        data = package.read(name)
        if not _holds(digests.get(name, ""), data):
            changed.append(name)
        found = catalogue(records_of(data, where), where)
        whole.pages += [replace(page, archive=key) for page in found.pages]
        whole.about += found.about
        whole.way = whole.way or found.way
        whole.broken |= found.broken
    return _Collection(package, archives, whole, tuple(changed))


def _listed(package: Package) -> Iterator[_Listed]:
    """The pages the collection lists, in order."""
    for name in _LISTS:
        if name not in package:
            continue
        for line in package.read(name, _MOST_JSON).splitlines():
            entry = _json(line)
            if isinstance(entry.get("url"), str):
                yield _Listed(entry["url"], _moment(entry.get("ts")), str(entry.get("title") or ""))


def _matched(listed: Sequence[_Listed], found: Sequence[Page]) -> tuple[list[Page], int]:
    """The listed pages that are there, and how many are not; all pages there are where none is listed."""
    by_url: dict[str, list[Page]] = {}
    for page in found:
        by_url.setdefault(_bare(page.uri), []).append(page)
    pages: dict[str, Page] = {}
    missing = 0
    for entry in listed:
        there = by_url.get(_bare(entry.url), [])
        if there:
            page = min(there, key=lambda each: abs(_moment(each.date) - entry.moment))
            pages.setdefault(page.id, replace(page, title=entry.title or page.title))
        else:
            missing += 1
    return (list(pages.values()) or list(found)), missing


def _first(collection: _Collection, pages: Sequence[Page], listed: bool) -> Page:
    """The page the collection is about: named so, else the first it lists, else the one its archives are about."""
    about = _json(collection.package.read(_PACKAGE, _MOST_JSON)) if _PACKAGE in collection.package else {}
    main = about.get("mainPageUrl") or about.get("mainPageURL")
    named = [page for page in pages if isinstance(main, str) and _bare(page.uri) == _bare(main)]
    if named or listed:
        return (named or list(pages))[0]
    return first_page(replace(collection.found, pages=list(pages)))


def _digests(package: Package) -> dict[str, str]:
    """The digest each member should have, by its name."""
    digests = {}
    if _PACKAGE in package:
        resources = _json(package.read(_PACKAGE, _MOST_JSON)).get("resources")
        for entry in resources if isinstance(resources, list) else []:
            if isinstance(entry, dict) and entry.get("path") and entry.get("hash"):
                digests[str(entry["path"])] = str(entry["hash"])
    if _SIGNED in package:
        digests[_PACKAGE] = str(_json(package.read(_SIGNED, _MOST_JSON)).get("hash") or "")
    return digests


def _is_changed(name: str, package: Package, digests: dict[str, str]) -> bool:
    return name in package and not _holds(digests.get(name, ""), package.read(name, _MOST_JSON))


def _holds(stated: str, data: bytes) -> bool:
    """Whether bytes have the digest stated for them, "sha256:…" or "md5:…"; where none is, they do."""
    name, _, value = stated.partition(":")
    if name not in ("sha256", "sha1", "sha512", "md5"):
        return True
    return hashlib.new(name, data, usedforsecurity=False).hexdigest() == value.strip().lower()


def _notices(collection: _Collection, missing: int) -> list[Notice]:
    notices = [Notice("archive-digest", (("what", name),)) for name in collection.changed]
    if missing:
        notices.append(Notice("archive-pages-missing", (("count", str(missing)),)))
    return notices


def _json(data: bytes) -> dict[str, Any]:
    """The object some JSON says, or an empty one where it says none."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _moment(value: object) -> float:
    """Seconds since 1970 of a time as WARC and WACZ write them, or 0."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value / 1000
    try:
        moment = datetime.fromisoformat(str(value))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def _bare(url: str) -> str:
    """An address without its fragment, which no server sees."""
    return url.partition("#")[0]
