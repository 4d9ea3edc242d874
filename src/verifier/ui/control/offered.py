"""A suggestion as seen from one of its sentences, why there may be none, and what was decided of them already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from verifier.domain.articles import Passage, Sentence
from verifier.domain.comparing import Reason, Span, Suggestion
from verifier.domain.judgements import Link
from verifier.domain.queries import is_inside_one_article, other_end, sentences_under
from verifier.domain.rows import CaseRows


@dataclass(frozen=True, slots=True)
class Offered:
    """A suggestion as seen from one of its sentences: that sentence, the other one, and its place in the order."""

    near: str
    far: str
    suggestion: Suggestion

    @property
    def reasons(self) -> tuple[tuple[Reason, tuple[Span, ...], tuple[Span, ...]], ...]:
        """Each reason with its spans in the near and in the far article."""
        turned = self.near != self.suggestion.a
        return tuple(
            (one, one.b, one.a) if turned else (one, one.a, one.b) for one in self.suggestion.reasons
        )

    @property
    def order(self) -> tuple[int, bool]:
        """The best first: by rank, those that are each the other's best before others."""
        turned = self.near != self.suggestion.a
        return self.suggestion.rank_b if turned else self.suggestion.rank_a, not self.suggestion.mutual


class Nothing(Enum):
    """Why a sentence has no suggestions."""

    NO_SENTENCE = "no sentence of an account is under the cursor"
    TOO_FEW = "there is only one article"
    RUNNING = "articles are being compared"
    STOPPED = "the user gave comparing up"
    FAILED = "comparing ended with an error"
    BLIND = "the sentence has no label yet"
    NONE = "nothing was found"
    DECIDED = "all that was found is linked or rejected"


def decided_with(rows: CaseRows, sentence: Sentence) -> set[str]:
    """The ids of the sentences a sentence is linked with, in whole or in part, or whose suggestion was rejected."""
    found: set[str] = set()
    for passage in rows.passages_over(sentence.version_id, sentence.start, sentence.end):
        found.update(_under(rows, (other_end(link, passage.id) for link in rows.links_on(passage.id))))
        ends = (one.b if one.a == passage.id else one.a for one in rows.rejections_on(passage.id))
        found.update(_under(rows, ends))
    return found


def _under(rows: CaseRows, passage_ids: Iterable[str]) -> Iterable[str]:
    for key in passage_ids:
        passage = rows.get(Passage, key)
        if passage is not None:
            yield from (sentence.id for sentence in sentences_under(rows, passage))


def linked_sentences(rows: CaseRows) -> frozenset[str]:
    """The ids of the sentences that are linked with another article, in whole or in part."""
    ends = (
        end for link in rows.all(Link) if not is_inside_one_article(rows, link) for end in (link.a, link.b)
    )
    return frozenset(_under(rows, ends))
