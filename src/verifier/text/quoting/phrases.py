"""Who a sentence is about: a name, or a noun phrase that fills its clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.domain.comparing import Span
from verifier.text.quoting import saying
from verifier.text.quoting.naming import (
    POSSESSIVE,
    PUNCTUATION,
    Token,
    is_name,
    plain,
    run_end,
    run_start,
    tokens_of,
    without_titles,
)

_ARTICLES = ("the", "a", "an")
LONGEST_SUBJECT = 8
"""The most words of a subject."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The span of who speaks, and whether it is a pronoun."""

    span: Span
    pronoun: bool = False


def named_subject(tokens: Sequence[Token], last: int) -> Subject | None:
    """The name that ends at ``last``; the whole phrase where the name is but a part of it."""
    start = run_start(tokens, last)
    before = tokens[start - 1].folded if start else ""
    if before in saying.DOUBTING or tokens[start].folded in saying.DOUBTING:
        return None
    if before in saying.JOINING:
        alone = start < 2 or tokens[start - 2].word in PUNCTUATION
        return subject_of(tokens, start, last + 1) if alone else None
    if before in saying.PREPOSITIONS and before != "as":
        return phrase_subject(tokens, last)
    if before in _ARTICLES:
        return subject_of(tokens, start - 1, last + 1)
    first = without_titles(tokens, start, last + 1)
    return subject_of(tokens, first, last + 1)


def phrase_subject(tokens: Sequence[Token], last: int) -> Subject | None:
    """A noun phrase that ends at ``last`` and fills its clause, or begins with the last free article before it."""
    start = last
    while (
        start > 0
        and tokens[start - 1].word not in PUNCTUATION
        and tokens[start - 1].folded not in saying.CLAUSES
    ):
        start -= 1
    if start and tokens[start - 1].folded in saying.DOUBTING:
        return None
    clause = tokens[start : last + 1]
    if any(each.folded in saying.SAYING or each.folded in saying.BEING for each in clause):
        return None
    if begins_phrase(clause[0]) and len(clause) <= LONGEST_SUBJECT:
        return subject_of(tokens, start, last + 1)
    for index in range(last, start, -1):
        if tokens[index].folded in saying.PREPOSITIONS or tokens[index].folded in saying.JOINING:
            return None
        if begins_phrase(tokens[index]):
            first = _owner_start(tokens, index, start)
            loose = first > start and tokens[first - 1].folded in saying.PREPOSITIONS
            return None if loose or last - first > LONGEST_SUBJECT else subject_of(tokens, first, last + 1)
    return None


def _owner_start(tokens: Sequence[Token], index: int, floor: int) -> int:
    """Where the name begins that ends with a possessive at ``index``: "Jane Roe’s lawyer"."""
    if not tokens[index].owns:
        return index
    while index > floor and is_name(tokens[index - 1]) and not tokens[index - 1].owns:
        index -= 1
    return index


def begins_phrase(token: Token) -> bool:
    """Whether a word can begin a noun phrase: an article or the like, or a possessive name."""
    return token.folded in saying.DETERMINERS or (token.owns and token.word[0].isupper())


def subject_of(tokens: Sequence[Token], first: int, stop: int) -> Subject:
    """The subject made of the words from ``first``, ``stop`` excluded."""
    return Subject((tokens[first].start, tokens[stop - 1].end))


def antecedent(view: str, base: int, surnames: frozenset[str]) -> Span | None:
    """The span of the one name a pronoun behind these words can stand for, or None."""
    tokens = tokens_of(plain(view), base)
    found: dict[str, tuple[Span, bool]] = {}
    index = 0
    while index < len(tokens):
        stop = run_end(tokens, index)
        if stop == index:
            index += 1
            continue
        first = without_titles(tokens, index, stop)
        words = [each.word for each in tokens[first:stop]]
        sure = _may_be_person(tokens, index, words, surnames, titled=first > index)
        name = POSSESSIVE.sub("", words[-1])
        owned = POSSESSIVE.search(words[-1])
        end = tokens[stop - 1].end - (len(owned[0]) if owned else 0)
        previous = found.get(name)
        found[name] = previous if previous and previous[1] else ((tokens[first].start, end), sure)
        index = stop
    if len(found) != 1:
        return None
    span, sure = next(iter(found.values()))
    return span if sure else None


def _may_be_person(
    tokens: Sequence[Token], index: int, words: Sequence[str], surnames: frozenset[str], *, titled: bool
) -> bool:
    """Whether a name is surely a person's: with a title, in full, or known in full from elsewhere."""
    if any(word.lower() in saying.INSTITUTIONS for word in words):
        return False
    if index and tokens[index - 1].folded in saying.PREPOSITIONS | {"the"}:
        return False
    return titled or len(words) in (2, 3) or POSSESSIVE.sub("", words[0]) in surnames
