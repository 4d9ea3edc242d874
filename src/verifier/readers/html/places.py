"""Where the walk is: what the open elements make of the text inside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from verifier.domain.kinds import Role
from verifier.readers.html import elements


class Region(Enum):
    """The part of a page a block stands in, as its elements or the names of their classes say."""

    NONE = ""
    NAVIGATION = "navigation"
    HEADER = "header"
    FOOTER = "footer"
    COMMENTS = "comments"
    RELATED = "related"
    SHARE = "share"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Place:
    """What holds at one point of the walk. ``aside`` is what the text is set aside for, ``tag`` the block's own.

    ``caption`` is said by an element, ``named_caption``, ``pull``, ``credit``, ``byline`` and ``time`` by the name of a
    class around the block.
    """

    tag: str = "body"
    aside: Role = Role.NONE
    region: Region = Region.NONE
    quote: bool = False
    item: bool = False
    figure: bool = False
    caption: bool = False
    named_caption: bool = False
    pull: bool = False
    note: bool = False
    row: bool = False
    pre: bool = False
    time: bool = False
    byline: bool = False
    credit: bool = False
    article: bool = False


_TAG_REGIONS = {
    "nav": Region.NAVIGATION,
    "menu": Region.NAVIGATION,
    "footer": Region.FOOTER,
    "header": Region.HEADER,
    "aside": Region.ASIDE,
}
_ROLE_REGIONS = {
    "navigation": Region.NAVIGATION,
    "menu": Region.NAVIGATION,
    "menubar": Region.NAVIGATION,
    "banner": Region.HEADER,
    "contentinfo": Region.FOOTER,
    "complementary": Region.ASIDE,
    "search": Region.NAVIGATION,
}


def _words(*patterns: str) -> re.Pattern[str]:
    """Words of a class name or id: between its ends, blanks, hyphens, underscores or humps."""
    joined = "|".join(patterns)
    return re.compile(rf"(?:^|[\s_-])(?:{joined})(?:[\s_-]|s\b|\Z)", re.IGNORECASE)


_CLASS_REGIONS = (
    (Region.COMMENTS, _words("comments?", "commentlist", "disqus(?:_thread)?", "respond", "comment-?form")),
    (Region.SHARE, _words("shar(?:e|ing)", "social", "sharedaddy", "addthis", "socials?")),
    (
        Region.RELATED,
        _words(
            "related", "recommend(?:ed|ations?)?", "read-?more", "more-?(?:on|from|news|stories)", "see-?also",
            "also-?(?:like|read)", "trending", "most-?(?:read|popular|viewed)", "popular", "teasers?", "promo",
            "newsletters?", "signup", "sponsored", "outbrain", "taboola", "advert(?:isement)?s?",
        ),
    ),
    (Region.NAVIGATION, _words("nav(?:bar|igation)?", "menu", "breadcrumbs?", "pagination", "tags?", "toolbar")),
    (Region.FOOTER, _words("footer", "colophon", "copyright")),
)  # fmt: skip
_PULL = _words("pull-?quotes?", "pulled-?quote")
_CAPTION = _words("(?:wp-)?captions?(?:-?text)?", "figcaption", "cutline")
_CREDIT = _words("(?:photo|image|picture|img|caption)-?(?:credits?|copyright|source|author|by)", "credits?")
_BYLINE = _words("by-?line", "authors?", "author-?name", "writers?")
_TIME = _words(
    "date(?:line|time)?", "pub-?date", "published(?:-?(?:at|on|time))?", "time-?stamp", "post-?date"
)
_FIELDS = (
    ("pull", _PULL),
    ("named_caption", _CAPTION),
    ("credit", _CREDIT),
    ("byline", _BYLINE),
    ("time", _TIME),
)
_ANY = re.compile(
    r"comment|disqus|respond|shar|social|addthis|relate|recommend|more|also|trend|popular|most|teaser|promo|newsletter"
    r"|sign|spons|outbrain|taboola|advert|nav|menu|breadcrumb|pagina|tag|tool|foot|colophon|copyright|pull|caption"
    r"|cutline|credit|photo|image|img|by|author|writer|date|publish|time",
    re.IGNORECASE,
)
"""Whether a closer look at a class name is worth it."""


class Places:
    """Makes places, each only once: a page has thousands of elements, but few kinds of place."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, tuple[tuple[str, object], ...]], Place] = {}
        self._kept: list[Place] = []

    def enter(self, place: Place, tag: str, attributes: Mapping[str, str], *, hidden: bool) -> Place:
        """The place inside an element, seen from the place around it."""
        changes: dict[str, object] = dict(_BY_TAG.get(tag, ()))
        if tag in elements.BLOCKS:
            changes["tag"] = tag
        if place.aside is Role.NONE:
            aside = _aside(tag, hidden=hidden)
            if aside is not Role.NONE:
                changes["aside"] = aside
        if elements.is_preformatted(tag, attributes):
            changes["pre"] = True
        if attributes:
            changes.update(_named(place, tag, attributes))
        elif tag in _TAG_REGIONS:
            changes["region"] = _TAG_REGIONS[tag]
        return self.changed(place, changes)

    def changed(self, place: Place, changes: Mapping[str, object]) -> Place:
        """A place with some fields changed."""
        if not changes:
            return place
        key = (id(place), tuple(changes.items()))
        if key not in self._made:
            self._kept.append(place)  # so that its id stays its own
            self._made[key] = replace(place, **changes)  # type: ignore[arg-type]
        return self._made[key]


_BY_TAG: dict[str, tuple[tuple[str, bool], ...]] = {
    "blockquote": (("quote", True), ("item", False)),
    "li": (("item", True),),
    "dd": (("item", True),),
    "dt": (("item", True),),
    "figure": (("figure", True),),
    "figcaption": (("caption", True),),
    "caption": (("caption", True),),
    "time": (("time", True),),
    "article": (("article", True),),
    "main": (("article", True),),
}


def _aside(tag: str, *, hidden: bool) -> Role:
    if hidden or tag in elements.FALLBACKS:
        return Role.HIDDEN
    if tag in elements.DELETIONS:
        return Role.DELETED
    if tag in elements.CONTROLS:
        return Role.FORM
    return Role.ALTERNATIVE_TEXT if tag == "svg" else Role.NONE


def _named(place: Place, tag: str, attributes: Mapping[str, str]) -> dict[str, object]:
    """What an element's attributes say of the text in it."""
    changes: dict[str, object] = {}
    region = _TAG_REGIONS.get(tag) or _ROLE_REGIONS.get(attributes.get("role", "").lower())
    names = " ".join(
        filter(None, (attributes.get("class"), attributes.get("id"), attributes.get("itemprop")))
    )
    if names and tag not in ("html", "body") and _ANY.search(names[:_LONGEST_NAMES]):
        names = names[:_LONGEST_NAMES]
        region = next((each for each, words in _CLASS_REGIONS if words.search(names)), region)
        for field, words in _FIELDS:
            if words.search(names):
                changes[field] = True
    if attributes.get("rel") == "author":
        changes["byline"] = True
    if region is not None and (place.region is Region.NONE or region is not Region.HEADER):
        changes["region"] = region
    return changes


_LONGEST_NAMES = 1_000
