"""What a page's JSON-LD says of the article on it: of this one, not of those it points to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.domain.kinds import Origin
from verifier.domain.reading import Candidate
from verifier.readers.dates import full_date
from verifier.readers.html.voters import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLE = re.compile(r"(?:https?://schema\.org/)?[A-Za-z]{0,40}(?:Article|Posting|Report)\Z")
_WRAPPING = re.compile(
    r"\A(?:<!--|//\s{0,9}<!\[CDATA\[|<!\[CDATA\[)|(?://\s{0,9})?(?:-->|\]\]>)\s{0,9};?\Z|;\Z"
)
"""What careless pages put around JSON."""
_KINDS = ("opinion", "commentary", "comment", "editorial", "analysis", "column", "op-ed", "review", "satire")
_LONGEST = 2_000_000
_MOST_ITEMS = 5_000
_MOST_NAMES = 100

Item = dict[str, object]


@dataclass(frozen=True, slots=True)
class Here:
    """What is known of the page beside its JSON-LD: its addresses and its titles."""

    addresses: Sequence[str] = ()
    titles: Sequence[str] = ()


@dataclass(slots=True)
class _Graph:
    """The items that stand for themselves, and all that have an id."""

    items: list[Item] = field(default_factory=list)
    by_id: dict[str, Item] = field(default_factory=dict)


def json_ld_candidates(root: _Element, here: Here) -> tuple[Candidate, ...]:
    """The candidates of the article this page is, if its JSON-LD has one."""
    graph = _Graph()
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            _collect(_parsed("".join(map(str, script.itertext()))), graph)
    articles = [item for item in graph.items if any(_ARTICLE.match(kind) for kind in _types(item))]
    chosen = _of_this_page(articles, here)
    return tuple(_candidates(chosen, graph)) if chosen else ()


def _parsed(text: str) -> object:
    """The value of a script; None where it is no JSON."""
    if len(text) > _LONGEST:
        return None
    for attempt in (text, _WRAPPING.sub("", text.strip())):
        try:
            value: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _collect(value: object, graph: _Graph) -> None:
    """Put the items of a value that are not parts of another item into the graph."""
    waiting = [value]
    while waiting and len(graph.items) < _MOST_ITEMS:
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting[:0] = each
        elif isinstance(each, dict):
            graph.items.append(each)
            if isinstance(each.get("@id"), str):
                graph.by_id.setdefault(each["@id"], each)
            waiting[:0] = [each.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage")]


def _types(item: Item) -> list[str]:
    kinds = item.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _of_this_page(articles: Sequence[Item], here: Here) -> Item | None:
    """The article that is this page's: by its address, by its headline, or since nothing speaks against the one."""
    addresses = {_bare(address) for address in here.addresses}
    titles = [words_of(title) for title in here.titles if title]
    for article in articles:
        if addresses & {_bare(address) for address in _addresses(article)}:
            return article
    for article in articles:
        words = words_of(_text(article.get("headline")) or _text(article.get("name")))
        if words and any(words == title[: len(words)] or title == words[: len(title)] for title in titles):
            return article
    known = addresses and articles and _addresses(articles[0])
    return articles[0] if len(articles) == 1 and not known else None


def _addresses(article: Item) -> list[str]:
    page = article.get("mainEntityOfPage")
    found = [article.get("url"), article.get("@id"), page]
    if isinstance(page, dict):
        found += [page.get("@id"), page.get("url")]
    return [each for each in found if isinstance(each, str) and each.startswith(("http://", "https://"))]


def _bare(address: str) -> str:
    """An address without what does not tell pages apart."""
    return re.sub(r"\Ahttps?://(?:www\.)?", "", address.split("#")[0].split("?")[0]).rstrip("/").lower()


def _candidates(article: Item, graph: _Graph) -> Iterator[Candidate]:
    headline = _text(article.get("headline")) or _text(article.get("name"))
    published = _text(article.get("datePublished"))
    language = article.get("inLanguage")
    found = [
        ("title", headline, "headline"),
        ("byline", ", ".join(_names(article.get("author"), graph)), "author"),
        ("publisher", ", ".join(_names(article.get("publisher"), graph)[:1]), "publisher"),
        ("published", full_date(published) or "", f"datePublished: {published}"),
        ("url", next(iter(_addresses(article)), ""), "url"),
        (
            "language",
            _text(language.get("alternateName") if isinstance(language, dict) else language),
            "inLanguage",
        ),
        ("piece", _piece(article), "@type, articleSection, genre"),
    ]
    for name, value, detail in found:
        if value:
            yield Candidate(name, value, Origin.JSON_LD, detail)


def _names(value: object, graph: _Graph) -> list[str]:
    """The names of some people or organisations, each once."""
    names: list[str] = []
    for given in value if isinstance(value, list) else [value]:
        each = given
        if isinstance(given, dict) and "name" not in given:
            each = graph.by_id.get(_text(given.get("@id")), given)
        name = each.get("name") if isinstance(each, dict) else each
        for text in name if isinstance(name, list) else [name]:
            known = _text(text)
            if known and not known.startswith(("http://", "https://")) and known not in names:
                names.append(known)
            if len(names) == _MOST_NAMES:
                return names
    return names


def _text(value: object) -> str:
    """A string of the JSON without markup entities; "" for anything else."""
    from html import unescape

    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def _piece(article: Item) -> str:
    """The kind of piece, where the page says that it is not plain news."""
    said = [*_types(article)]
    for key in ("articleSection", "genre"):
        value = article.get(key)
        said += [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
    return next(filter(None, map(piece_in, said)), "")


def piece_in(text: str) -> str:
    """The kind of piece a section's or a type's name says ("OpinionNewsArticle" → "opinion"), or ""."""
    words = re.findall(r"[A-Z]?[a-z-]+|[A-Z]+", text[:200])
    known = [word.lower().rstrip("s") if word.lower() not in _KINDS else word.lower() for word in words]
    return next((word for word in known if word in _KINDS), "") if len(words) <= 4 else ""
