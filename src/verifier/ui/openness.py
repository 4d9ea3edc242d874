"""What is still open in a case as the window lists it: beside judgements, what nobody has looked at in a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.domain.articles import CONTESTED, Article, Paragraph
from verifier.domain.queries import OpenItem, looked_over, open_items
from verifier.domain.rows import CaseRows


@dataclass(frozen=True, slots=True)
class Doubt:
    """A paragraph of which it is not sure whether it is part of the article."""

    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """An article of which some values are not confirmed."""

    article: Article


@dataclass(frozen=True, slots=True)
class Unchecked:
    """An article with sentences nobody has checked: how many, and the id of the first."""

    article: Article
    count: int
    sentence_id: str


Open = OpenItem | Doubt | Unconfirmed | Unchecked


def all_open(rows: CaseRows) -> tuple[Open, ...]:
    """What is open: judgements and questions first, gravest first, then the readings, article by article. What is
    unchecked is counted sentence by sentence, so ``verifier.ui.tally`` keeps that.
    """
    return (*open_items(rows), *_of_readings(rows))


def counted_open(rows: CaseRows) -> Iterator[int]:
    """The numbers to be added up to how much ``all_open`` finds; one can pause after any of them."""
    yield sum(1 for _ in _of_readings(rows))
    for item in looked_over(rows):
        yield item is not None


def _of_readings(rows: CaseRows) -> Iterator[Open]:
    for article in rows.articles():
        if article.unconfirmed:
            yield Unconfirmed(article)
        for paragraph in rows.paragraphs(article.version_id):
            if paragraph.confidence < CONTESTED:
                yield Doubt(paragraph)
