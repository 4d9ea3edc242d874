"""Candidates for a page's metadata: what it says in its head, its attributes and its words, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from verifier.domain.kinds import Origin
from verifier.domain.reading import Candidate
from verifier.readers.dates import full_date
from verifier.readers.html.jsonld import Here, json_ld_candidates, piece_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES = {
    "title": ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title"),
    "byline": (
        *("author", "article:author", "byl", "citation_author", "dc.creator", "dcterms.creator"),
        *("parsely-author", "sailthru.author", "og:article:author"),
    ),
    "publisher": ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher"),
    "published": (
        *(
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "citation_publication_date",
        ),
        *(
            "citation_date",
            "dc.date",
            "dc.date.issued",
            "dcterms.date",
            "dcterms.created",
            "parsely-pub-date",
        ),
        *("sailthru.date", "pubdate", "publishdate", "publish-date", "date"),
    ),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "language": ("og:locale", "content-language", "dc.language", "dcterms.language", "language"),
    "piece": ("article:section", "genre", "parsely-section"),
}
_FIELD = {name: field for field, names in _PROPERTIES.items() for name in names}
_RANK = {name: (field, rank) for field, names in _PROPERTIES.items() for rank, name in enumerate(names)}
_SINGLEFILE = re.compile(r"\A\s*Page saved with SingleFile\s[^<]{0,200}?\burl:\s{0,5}(\S{1,4000})")
_SAVED_FROM = re.compile(r"\A\s*saved from url=\(\d{1,6}\)(\S{1,4000})")
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}\Z")
_LONGEST = 1_000


def title_of(root: _Element) -> str:
    """What the page's ``title`` says; "" where it has none."""
    title = next((each for each in root.iter("title") if not _is_drawn(each)), None)
    return "" if title is None else _clean("".join(map(str, title.itertext())))


def _is_drawn(title: _Element) -> bool:
    return any(each.tag == "svg" for each in title.iterancestors())


def head_candidates(root: _Element, address: str) -> tuple[Candidate, ...]:
    """The candidates of the head and the attributes; ``address`` is the page's own where the transport tells it."""
    metas = sorted(_metas(root), key=lambda each: _RANK[each.detail.lower()])
    links = list(_links(root, address))
    addresses = [address, *(each.value for each in (*links, *metas) if each.field == "url")]
    titles = [title_of(root), *(each.value for each in metas if each.field == "title")]
    titles += [_clean("".join(map(str, each.itertext()))) for each in root.iter("h1")]
    here = Here([each for each in addresses if each], [each for each in titles if each])
    return (
        *json_ld_candidates(root, here),
        *metas,
        *_title(root),
        *links,
        *_attributes(root),
        *_comments(root),
    )


def _title(root: _Element) -> Iterator[Candidate]:
    """What stands in the bar of the browser: mostly the headline, with the name of the site."""
    title = title_of(root)
    if title:
        yield Candidate("title", title, Origin.META, "title element")


def _metas(root: _Element) -> Iterator[Candidate]:
    seen: set[tuple[str, str]] = set()
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        name = name or element.get("http-equiv") or ""
        content = _clean(element.get("content") or "").strip(" |·•")
        field = _FIELD.get(name.lower())
        value = _value(field, content) if field and content else ""
        if field and value and (field, value) not in seen:
            seen.add((field, value))
            yield Candidate(field, value, Origin.META, name)


def _value(field: str, content: str) -> str:
    """A field's value made of a meta element's content, or "" where it holds none."""
    if field == "published":
        return full_date(content) or ""
    if field == "piece":
        return piece_in(content)
    if field == "language":
        return content.replace("_", "-") if _LOCALE.match(content) else ""
    is_address = content.startswith(("http://", "https://"))
    return content if is_address == (field == "url") else ""


def _links(root: _Element, address: str) -> Iterator[Candidate]:
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and element.get("href"):
            target = urljoin(address, str(element.get("href")).strip())
            if target.startswith(("http://", "https://")):
                yield Candidate("url", target, Origin.LINK, "canonical")
                return


def _attributes(root: _Element) -> Iterator[Candidate]:
    language = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    )
    if language and _LOCALE.match(language.strip()):
        yield Candidate("language", language.strip(), Origin.ATTRIBUTE, "html lang")


def _comments(root: _Element) -> Iterator[Candidate]:
    """The address in the comment of the program that saved the page. When it was saved is not when it appeared."""
    from lxml import etree

    before = root.itersiblings(etree.Comment, preceding=True)
    for comment in (*before, *root.iter(etree.Comment)):
        text = comment.text or ""
        for pattern, origin in ((_SINGLEFILE, Origin.SINGLEFILE), (_SAVED_FROM, Origin.DOCUMENT)):
            match = pattern.match(text[: _LONGEST * 5])
            if match and match[1].startswith(("http://", "https://")):
                yield Candidate("url", match[1], origin, "comment")
                return


def _clean(text: str) -> str:
    return " ".join(text[:_LONGEST].split())
