"""What a new reading left behind: passages whose words were not surely found again, each with a proposal if there is
one. Nothing here moves anything; ``Workbench.move_passage`` does, when a person says so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from verifier.domain.articles import Article, Passage
from verifier.domain.judgements import Claim, Evidence, Link, Mark, Question
from verifier.domain.queries import address_of_passage, article_of_version, trimmed, words_of
from verifier.domain.rows import CaseRows
from verifier.domain.versions import passages_left_behind
from verifier.session.places import target_of_span

SIMILAR = 70.0
"""How alike, in per cent, a sentence must be to be proposed (rapidfuzz's ratio of letters)."""

_MOST_PLACES = 50
_AROUND = 64
"""How many code points on either side tell which of several places with the same words is proposed."""

_SAME_AROUND = 60.0
_SURE_LENGTH = 12
"""Shorter words are proposed only where what surrounds them is alike too, though they stand but once."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where a passage may belong now: a target for ``Workbench.move_passage``, its span (code points) and words, and
    how alike they are, in per cent; 100 where the words are the same and only what surrounds them is not.
    """

    target: str
    start: int
    end: int
    words: str
    score: int


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A passage that stands on an earlier reading, with all that hangs on it. ``address`` is the one it had there."""

    passage: Passage
    article: Article
    address: str
    words: str
    mark: Mark | None
    links: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    proposal: Proposal | None
    questions: tuple[Question, ...] = ()
    claims: tuple[Claim, ...] = ()


def left_behind(rows: CaseRows, texts: Mapping[str, str]) -> tuple[LeftBehind, ...]:
    """All that is left behind, by article and place. ``texts`` maps version ids to reading texts."""
    proposers: dict[str, _Proposer] = {}
    found = []
    for passage in passages_left_behind(rows):
        article = article_of_version(rows, passage.version_id)
        proposer = proposers.get(article.id)
        if proposer is None:
            proposer = proposers[article.id] = _Proposer(rows, article, texts[article.version_id])
        found.append(_one(rows, passage, article, texts[passage.version_id], proposer))
    return tuple(found)


def _one(rows: CaseRows, passage: Passage, article: Article, text: str, proposer: _Proposer) -> LeftBehind:
    return LeftBehind(
        passage=passage,
        article=article,
        address=address_of_passage(rows, passage),
        words=words_of(text, passage),
        mark=rows.mark_on(passage.id),
        links=rows.links_on(passage.id),
        evidence=rows.evidence_on(passage.id),
        proposal=proposer.for_words(text, trimmed(text, passage.start, passage.end)),
        questions=rows.questions_on(passage.id),
        claims=tuple(rows.need(Claim, member.claim_id) for member in rows.members_on(passage.id)),
    )


class _Proposer:
    """Looks for words in an article as it is read now."""

    def __init__(self, rows: CaseRows, article: Article, text: str) -> None:
        self._rows = rows
        self._version_id = article.version_id
        self._text = text
        self._paragraphs = rows.paragraphs(article.version_id)
        self._sentences = [
            trimmed(text, sentence.start, sentence.end)
            for paragraph in self._paragraphs
            for sentence in rows.sentences(paragraph.id)
        ]
        self._words = [text[start:end] for start, end in self._sentences]

    def for_words(self, old: str, span: Span) -> Proposal | None:
        """The proposal for the words of a span of an earlier text: the same words, else a sentence much like them."""
        words = old[slice(*span)]
        if not words:
            return None
        same = self._same_words(old, span, words)
        if same is not None:
            return self._proposal((same, same + len(words)), 100)
        return self._similar_sentence(words) or self._similar_part(words)

    def _proposal(self, span: Span, score: int) -> Proposal:
        target = target_of_span(self._rows, self._text, self._version_id, *span)
        return Proposal(target, *span, self._text[slice(*span)], score)

    def _same_words(self, old: str, span: Span, words: str) -> int | None:
        """Where the same words are; of several places the one whose surroundings are most alike."""
        from rapidfuzz import fuzz

        places = list(islice(self._places(words), _MOST_PLACES))
        if len(places) == 1 and len(words) >= _SURE_LENGTH:
            return places[0]
        around = _around(old, *span)
        scored = [
            (fuzz.ratio(around, _around(self._text, place, place + len(words))), -place) for place in places
        ]
        score, place = max(scored, default=(0.0, 0))
        return -place if score >= _SAME_AROUND else None

    def _places(self, words: str) -> Iterator[int]:
        """Where words stand inside one paragraph."""
        place = self._text.find(words)
        while place >= 0:
            index = bisect_right(self._paragraphs, place, key=lambda row: row.start) - 1
            if index >= 0 and place + len(words) <= self._paragraphs[index].end:
                yield place
            place = self._text.find(words, place + 1)

    def _similar_sentence(self, words: str) -> Proposal | None:
        from rapidfuzz import fuzz, process

        found = process.extractOne(words, self._words, scorer=fuzz.ratio, score_cutoff=SIMILAR)
        if found is None:
            return None
        _, score, index = found
        return self._proposal(self._sentences[index], min(99, round(score)))

    def _similar_part(self, words: str) -> Proposal | None:
        """The part of a sentence that is much like some words, whole words of it."""
        from rapidfuzz import fuzz, process

        if len(words) < _SURE_LENGTH:
            return None
        found = process.extractOne(words, self._words, scorer=fuzz.partial_ratio, score_cutoff=SIMILAR)
        place = fuzz.partial_ratio_alignment(words, found[0]) if found else None
        if found is None or place is None:
            return None
        sentence, _, index = found
        start, end = _whole_words(sentence, place.dest_start, place.dest_end)
        score = fuzz.ratio(words, sentence[start:end])
        begin = self._sentences[index][0]
        return (
            self._proposal((begin + start, begin + end), min(99, round(score))) if score >= SIMILAR else None
        )


def _whole_words(text: str, start: int, end: int) -> Span:
    """A span made to begin and end with whole words, without white space at its ends."""
    while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return trimmed(text, start, end)


def _around(text: str, start: int, end: int) -> str:
    """What stands before and after a span."""
    return text[max(0, start - _AROUND) : start] + "\0" + text[end : end + _AROUND]
