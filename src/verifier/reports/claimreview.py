"""What was checked, as schema.org ClaimReview in JSON-LD: one for each statement verified, disputed or unconfirmed.

A rating is the label in words: no number is made of it. What a publisher of such data must know and the case does not
is named under "incomplete".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from verifier import __version__
from verifier.domain import queries
from verifier.domain.articles import Article, Passage
from verifier.domain.checkers import name_in
from verifier.domain.judgements import Claim, Mark
from verifier.domain.rows import Snapshot
from verifier.i18n import translator as translator_for
from verifier.i18n.vocabulary import name_of
from verifier.reports.options import ReportOptions, check_options, chosen_parts
from verifier.reports.printed import CLAIM_LABELS, Printed, is_public

Json = dict[str, Any]

CONTEXT: list[Any] = [
    "https://schema.org",
    {"incomplete": {"@id": "urn:verifier:term:incomplete", "@container": "@set"}},
]


def render(snapshot: Snapshot, options: ReportOptions, address: str = "") -> bytes:
    """The reviews of a case as a file. ``address`` is where the report will be published, "" where it is not known:
    every review then says that it is incomplete. Raises ReportError for options that cannot be met.
    """
    check_options(options)
    return (json.dumps(document(snapshot, options, address), indent=1) + "\n").encode("ascii")


def document(snapshot: Snapshot, options: ReportOptions, address: str = "") -> Json:
    """The reviews as one JSON-LD document; none where the part of claims is switched off."""
    parts = chosen_parts(options)
    reviewer = _Reviewer(Printed(snapshot, options, parts), options, address if is_public(address) else "")
    return {"@context": CONTEXT, "@graph": list(reviewer.reviews()) if "claims" in parts else []}


class _Reviewer:
    """Makes the reviews of one snapshot."""

    def __init__(self, printed: Printed, options: ReportOptions, address: str) -> None:
        self._printed, self._rows, self._address = printed, printed.rows, address
        self._words = translator_for(options.language)

    def reviews(self) -> Iterator[Json]:
        """A review for each mark, in reading order."""
        for passage, mark in self._printed.marks:
            if mark.label in CLAIM_LABELS:
                yield self._review(passage, mark)

    def _review(self, passage: Passage, mark: Mark) -> Json:
        article = queries.article_of_version(self._rows, passage.version_id)
        found: Json = {
            "@type": "ClaimReview",
            "@id": f"urn:verifier:mark:{mark.id}",
            "claimReviewed": self._claim_words(passage),
            "reviewRating": {"@type": "Rating", "alternateName": self._rating(mark)},
            "itemReviewed": self._item(article),
            "author": {"@type": "Person", "name": name_in(mark.checker)},
            "datePublished": mark.time[:10],
            "creditText": f"Verifier {__version__}",
        }
        if self._address:
            found["url"] = self._address
        if mark.note.strip():
            found["reviewBody"] = mark.note
        cited = self._cited(passage)
        if cited:
            found["citation"] = cited
        missing = _missing(found)
        return found | ({"incomplete": missing} if missing else {})

    def _claim_words(self, passage: Passage) -> str:
        """The short wording of the claim a passage makes, else the words as they stand."""
        members = self._rows.members_on(passage.id) if self._printed.has("matrix") else ()
        wordings = (self._rows.need(Claim, member.claim_id).wording for member in members)
        return next((words for words in wordings if words.strip()), "") or self._printed.words(passage)

    def _rating(self, mark: Mark) -> str:
        names = [name_of("label", mark.label, self._words)]
        names += [name_of("modifier", one, self._words) for one in mark.modifiers]
        return ", ".join(names)

    def _item(self, article: Article) -> Json:
        """The claim, and where it appears, as far as the sources are told of."""
        shown = self._printed.article(article)
        work: Json = {"@type": "CreativeWork"}
        told = {
            "headline": shown.title,
            "url": self._printed.address_of_source(article),
            "publisher": {"@type": "Organization", "name": shown.publisher} if shown.publisher else None,
            "datePublished": _day(shown),
            "inLanguage": shown.language,
        }
        item: Json = {"@type": "Claim", "appearance": work | {key: one for key, one in told.items() if one}}
        if shown.byline:
            item["author"] = {"@type": "Person", "name": shown.byline}
        return item

    def _cited(self, passage: Passage) -> list[Json]:
        """The evidence on a passage that is printed."""
        known = {piece.id for piece in self._printed.evidence()} if self._printed.has("evidence") else set()
        found: list[Json] = []
        for piece in self._rows.evidence_on(passage.id):
            if piece.id in known:
                work: Json = {"@type": "CreativeWork", "name": piece.citation}
                found.append(work | ({"url": piece.url} if is_public(piece.url) else {}))
        return found


def _day(article: Article) -> str | None:
    """The day an article is dated, where a person confirmed it and it is an ISO date."""
    if not article.published or "published" in article.unconfirmed:
        return None
    try:
        return date.fromisoformat(article.published[:10]).isoformat()
    except ValueError:
        return None


def _missing(review: Json) -> list[str]:
    """What a complete review has and this one has not."""
    appearance = review["itemReviewed"]["appearance"]
    wanted = {
        "url": review.get("url"),
        "claimReviewed": review["claimReviewed"].strip(),
        "itemReviewed.appearance.url": appearance.get("url"),
        "author.name": review["author"]["name"].strip(),
    }
    return [name for name, value in wanted.items() if not value]
