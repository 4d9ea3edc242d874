"""The plan of an EPUB: its chapters in reading order, their titles, what it says of itself, what is locked."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from verifier.domain.errors import ReadError
from verifier.readers.packages import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER, ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_TEXTS = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Fonts disguised by these can still not be read as text; everything else encrypted is locked."""

_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_HEADING = re.compile(r"<h[1-3]\b[^<>]{0,500}>(.{1,2000}?)</h[1-3]", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_FRONT = re.compile(
    r"<(?:body|section)\b[^<>]{0,500}epub:type\s{0,3}=\s{0,3}[\"'][^\"']{0,100}"
    r"\b(?:cover|frontmatter|titlepage|copyright-page|toc|dedication|colophon|landmarks|loi|imprint)\b",
    re.IGNORECASE,
)
_SAMPLE = 20_000
_MOST_TEXT = 20 * 10**6
_MOST_CHAPTERS = 5_000


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its number in reading order, from 1, its title, and the members that hold its text."""

    number: int
    title: str
    members: tuple[str, ...]
    front: bool = False

    @property
    def id(self) -> str:
        """What the chapter is chosen by."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Book:
    """An EPUB that was looked through. ``begin`` is the member its own guide says the text begins in, or ""."""

    package: Package
    opf: _Element
    chapters: tuple[Chapter, ...]
    begin: str
    locked: frozenset[str]


def open_book(package: Package, where: str) -> Book:
    """The plan of a book. Raises ReadError: epub-protected, epub-without-plan, and what its package raises."""
    locked = _locked(package)
    container = package.xml(CONTAINER, bare_doctype=True)
    path = next((each.get("full-path", "") for each in _named(container, "rootfile")), "")
    if path not in package:
        raise ReadError("epub-without-plan", where)
    if path in locked:
        raise ReadError("epub-protected", where)
    opf = package.xml(path, bare_doctype=True)
    items = {each.get("id", ""): each for each in _named(opf, "item")}
    order = [items[each.get("idref", "")] for each in _named(opf, "itemref") if each.get("idref") in items]
    members = [_resolved(path, item.get("href", "")) for item in order if item.get("media-type") in _TEXTS]
    members = list(dict.fromkeys(member for member in members if member in package))[:_MOST_CHAPTERS]
    if members and all(member in locked for member in members):
        raise ReadError("epub-protected", where)
    if not members:
        raise ReadError("epub-without-plan", where)
    contents = _Contents(package, opf, path, items)
    chapters = tuple(_chapters(package, members, contents, locked))
    return Book(package, opf, chapters, contents.begin(), locked)


def _locked(package: Package) -> frozenset[str]:
    """The members that are encrypted, fonts apart."""
    if ENCRYPTION not in package:
        return frozenset()
    locked = set()
    for entry in _named(package.xml(ENCRYPTION, bare_doctype=True), "EncryptedData"):
        method = next((each.get("Algorithm", "") for each in _named(entry, "EncryptionMethod")), "")
        if method not in _FONTS:
            locked |= {unquote(each.get("URI", "")).lstrip("/") for each in _named(entry, "CipherReference")}
    return frozenset(locked)


class _Contents:
    """The table of contents: of EPUB 3 the navigation document, of EPUB 2 the NCX; and where the text begins."""

    def __init__(self, package: Package, opf: _Element, path: str, items: dict[str, _Element]) -> None:
        self._package = package
        self._opf = opf
        self._path = path
        nav = (each for each in items.values() if "nav" in (each.get("properties") or "").split())
        self.nav = next((_resolved(path, each.get("href", "")) for each in nav), "")
        ncx = (each for each in items.values() if each.get("media-type") == "application/x-dtbncx+xml")
        self._ncx = next((_resolved(path, each.get("href", "")) for each in ncx), "")
        self._nav_root = self._root(self.nav)

    def titles(self) -> dict[str, str]:
        """The title of each member that has one, the first where it has several."""
        titles: dict[str, str] = {}
        entries = self._nav_entries("toc") if self._nav_root is not None else self._ncx_entries()
        for target, title in entries:
            if title:
                titles.setdefault(target, title)
        return titles

    def begin(self) -> str:
        """The member the text begins in, as the book's own guide says, or ""."""
        if self._nav_root is not None:
            for target, _ in self._nav_entries("landmarks", "bodymatter"):
                return target
        guide = (each for each in _named(self._opf, "reference") if each.get("type", "").lower() == "text")
        return next((_resolved(self._path, each.get("href", "")) for each in guide), "")

    def _nav_entries(self, kind: str, only: str = "") -> Iterator[tuple[str, str]]:
        assert self._nav_root is not None
        for nav in _named(self._nav_root, "nav"):
            if kind not in _type_of(nav).split():
                continue
            for link in _named(nav, "a"):
                if not only or only in _type_of(link).split():
                    yield _resolved(self.nav, link.get("href", "")), _words(link)

    def _ncx_entries(self) -> Iterator[tuple[str, str]]:
        root = self._root(self._ncx)
        for point in _named(root, "navPoint") if root is not None else ():
            label = next(_named(point, "navLabel"), None)
            content = next(_named(point, "content"), None)
            if label is not None and content is not None:
                yield _resolved(self._ncx, content.get("src", "")), _words(label)

    def _root(self, member: str) -> _Element | None:
        """The root of a member, or None where it cannot be read: titles are not worth refusing a book."""
        if not member or member not in self._package:
            return None
        try:
            return self._package.xml(member, bare_doctype=True)
        except ReadError:
            return None


def _chapters(
    package: Package, members: Sequence[str], contents: _Contents, locked: frozenset[str]
) -> Iterator[Chapter]:
    """The chapters: a member with a title in the contents begins one, those without go on with it."""
    titles = contents.titles()
    groups: list[tuple[str, list[str], bool]] = []
    for member in members:
        front = member == contents.nav or (member not in locked and _is_front(package, member))
        goes_on = bool(groups) and len(titles) > 1 and groups[-1][0] and not (front or groups[-1][2])
        if member not in titles and goes_on:
            groups[-1][1].append(member)
        else:
            groups.append((titles.get(member, ""), [member], front))
    for number, (title, group, front) in enumerate(groups, start=1):
        named = title or ("" if group[0] in locked else _own_title(package, group[0]))
        yield Chapter(number, named or group[0], tuple(group), front)


def text_of(package: Package, member: str) -> str:
    """The markup of a member, decoded: UTF-8 or UTF-16 by the standard."""
    data = package.read(member, _MOST_TEXT)
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    return data.decode("utf-16" if wide else "utf-8-sig", "replace")


def _is_front(package: Package, member: str) -> bool:
    return bool(_FRONT.search(text_of(package, member)[:_SAMPLE]))


def _own_title(package: Package, member: str) -> str:
    """What a member calls itself: by its first heading, else by its title."""
    text = text_of(package, member)[:_SAMPLE]
    for pattern in (_HEADING, _TITLE):
        match = pattern.search(text)
        words = " ".join(html.unescape(_TAG.sub(" ", match[1])).split()) if match else ""
        if words:
            return words[:200]
    return ""


def _resolved(base: str, href: str) -> str:
    """The member a reference leads to from another member."""
    path = unquote(href.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base


def _named(element: _Element, name: str) -> Iterator[_Element]:
    """The elements of a name in any namespace, in order."""
    return element.iter(f"{{*}}{name}")


def _type_of(element: _Element) -> str:
    return element.get("{http://www.idpf.org/2007/ops}type") or ""


def _words(element: _Element) -> str:
    texts: Iterable[str] = map(str, element.itertext())
    return " ".join("".join(texts).split())[:200]
