"""What the chosen parts of a report print of a case: the machine-readable exports hold that and nothing besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from verifier.domain import queries
from verifier.domain.articles import Article, Metadata, Passage, Version
from verifier.domain.judgements import Evidence, Link, Mark
from verifier.domain.kinds import Label, Reach
from verifier.domain.rows import Snapshot
from verifier.reports.options import ReportOptions
from verifier.reports.places import Places

CLAIM_LABELS = (Label.DISPUTED, Label.UNCONFIRMED, Label.VERIFIED)
"""The labels the part of claims lists, in its order."""

_ABOVE_AN_ARTICLE = frozenset({"title", "byline", "publisher", "published_as_printed", "language", "piece"})
"""What an annotated article says of itself; the part of sources tells the rest."""


class Printed:
    """A snapshot as far as some parts print it. ``parts`` are names of ``verifier.reports.options.PARTS``, ``places``
    those of the snapshot where a report has found them already.
    """

    def __init__(
        self, snapshot: Snapshot, options: ReportOptions, parts: frozenset[str], places: Places | None = None
    ) -> None:
        self.snapshot = snapshot
        self.rows = snapshot.rows
        self.parts = parts
        self.internal = options.internal_copy
        self.places = places or Places(snapshot, internal=options.internal_copy)
        self._current = frozenset(article.version_id for article in snapshot.rows.articles())

    def has(self, *parts: str) -> bool:
        """Whether any of the parts is printed."""
        return not self.parts.isdisjoint(parts)

    @property
    def has_texts(self) -> bool:
        """Whether whole texts are printed, and so what stands around a passage."""
        return self.has("annotated")

    # -- judgements ----------------------------------------------------------------------------------------------

    @cached_property
    def marks(self) -> tuple[tuple[Passage, Mark], ...]:
        """The marks on the articles as they are read now, in reading order, each without what is not printed of it."""
        passages = (one for article in self.rows.articles() for one in self.rows.passages(article.version_id))
        return tuple(self._marks_on(passages))

    def marks_left_behind(self) -> Iterator[tuple[Passage, Mark]]:
        """The marks on earlier readings, which the claims tell of."""
        if self.has("claims") and self.rows.count("versions") > self.rows.count("articles"):
            yield from self._marks_on(one for one in self.rows.all(Passage) if not self.is_on_current(one.id))

    def _marks_on(self, passages: Iterable[Passage]) -> Iterator[tuple[Passage, Mark]]:
        is_whole, has_claims = self.has("annotated"), self.has("claims")
        for passage in passages:
            mark = self.rows.mark_on(passage.id)
            if mark is not None and (is_whole or (has_claims and mark.label in CLAIM_LABELS)):
                shown = self._printed(mark)
                if _says_something(shown):
                    yield passage, shown

    def _printed(self, mark: Mark) -> Mark:
        hidden: dict[str, Any] = {}
        if mark.note and not self._is_open(mark):
            hidden |= {"note": "", "reach": Reach.PRINTED}
        if (mark.advice or mark.wording) and not self.has("summary"):
            hidden |= {"advice": None, "wording": ""}
        if mark.voice and not self.has("claims"):
            hidden |= {"voice": None}
        return replace(mark, **hidden) if hidden else mark

    def links(self) -> Iterator[Link]:
        """The links, each without a note that stays in the house."""
        for link in self.rows.all(Link) if self.has("conflicts") else ():
            yield link if self._is_open(link) else replace(link, note="", reach=Reach.PRINTED)

    def _is_open(self, row: Mark | Link) -> bool:
        return self.internal or row.reach is Reach.PRINTED

    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence, without what is confidential, oldest first."""
        if not self.has("evidence"):
            return ()
        pieces = (one for one in self.rows.all(Evidence) if self.internal or not one.confidential)
        return tuple(sorted(pieces, key=lambda one: (one.time, one.id)))

    # -- articles ------------------------------------------------------------------------------------------------

    def article(self, article: Article) -> Article:
        """An article with what is printed of it."""
        if self.has("sources"):
            return article
        told = _ABOVE_AN_ARTICLE if self.has("annotated") else frozenset[str]()
        hidden: dict[str, Any] = {name: None for name in Metadata.__slots__ if name not in told}
        still = tuple(name for name in article.unconfirmed if name in told)
        return replace(article, unconfirmed=still, **hidden)

    def address_of_source(self, article: Article) -> str:
        """The web address an article is published at, "" where none is printed that anybody can open."""
        url = self.article(article).url or ""
        return url if is_public(url) else ""

    def version(self, version_id: str) -> Version | None:
        """What is known of a source, where its custody is printed."""
        return self.rows.need(Version, version_id) if self.has("custody") else None

    def text(self, version_id: str) -> str:
        """The reading text of a version."""
        return self.places.text(version_id)

    def is_on_current(self, *passage_ids: str) -> bool:
        """Whether passages stand on the articles as they are read now."""
        return all(self.rows.need(Passage, one).version_id in self._current for one in passage_ids)

    def words(self, passage: Passage) -> str:
        """The words of a passage, without white space at either end."""
        return queries.words_of(self.text(passage.version_id), passage)


def _says_something(mark: Mark) -> bool:
    return bool(mark.label or mark.note.strip() or mark.advice or mark.wording or mark.voice)


def is_public(url: str) -> bool:
    """Whether an address is one of the web that anybody could open."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    unsafe = any(character <= " " or character in '<>"{}|\\^`' or character == "\x7f" for character in url)
    return parts.scheme.lower() in ("http", "https") and bool(parts.netloc) and not unsafe
