"""What a plain text states of itself: its headline, its date as printed, its byline. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.kinds import Origin, ParagraphKind
from verifier.domain.reading import Candidate
from verifier.readers.dates import full_date, states_date
from verifier.readers.kinds import byline_name


def find_candidates(kinds: Sequence[ParagraphKind], paragraphs: Sequence[str]) -> tuple[Candidate, ...]:
    """The metadata that stands in the text in so many words."""
    texts = [paragraph.strip() for paragraph in paragraphs]
    printed = _printed_date(kinds, texts)
    headline = _first(ParagraphKind.HEADLINE, kinds, texts)
    byline = _first(ParagraphKind.BYLINE, kinds, texts)
    found = {
        "title": headline,
        "byline": byline_name(byline, known=True) if byline else None,
        "published_as_printed": printed,
        "published": full_date(printed) if printed else None,
    }
    return tuple(Candidate(field, value, Origin.VISIBLE) for field, value in found.items() if value)


def _first(kind: ParagraphKind, kinds: Sequence[ParagraphKind], texts: Sequence[str]) -> str | None:
    return next((text for each, text in zip(kinds, texts, strict=True) if each is kind), None)


def _printed_date(kinds: Sequence[ParagraphKind], texts: Sequence[str]) -> str | None:
    """The first dateline with a day in it that belongs to this article, not to a related one beside it."""
    before = ParagraphKind.BODY
    for kind, text in zip(kinds, texts, strict=True):
        if kind is ParagraphKind.DATELINE and before is not ParagraphKind.RELATED and states_date(text):
            return text
        before = kind
    return None
