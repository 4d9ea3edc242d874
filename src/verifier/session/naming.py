"""Places in words, for the history."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.articles import Passage
from verifier.domain.queries import address_of_passage, is_part, sentences_under
from verifier.domain.rows import CaseRows

_MOST = 5


def addresses(rows: CaseRows, passages: Sequence[Passage]) -> str:
    """The addresses of some passages ("A6, B16"); of many, the first few and how many more there are."""
    found = list(dict.fromkeys(address_of_passage(rows, passage) for passage in passages[:_MOST]))
    more = f" +{len(passages) - _MOST}" if len(passages) > _MOST else ""
    return ", ".join(found) + more


def places_told(rows: CaseRows, passages: Sequence[Passage]) -> dict[str, str]:
    """What the history tells of some places: their addresses, and "part" where each is but a part of a sentence."""
    told = {"places": addresses(rows, passages)}
    parts = bool(passages) and all(
        is_part(rows, one) and len(sentences_under(rows, one)) == 1 for one in passages
    )
    return told | ({"part": "1"} if parts else {})
