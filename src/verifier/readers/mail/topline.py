"""The line a mail begins with: a headline where the subject says the same, a greeting more often than not."""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.domain.articles import ArticleDraft, ParagraphDraft
from verifier.domain.kinds import Origin, ParagraphKind
from verifier.readers.joining import with_candidates

_GREETING = re.compile(
    r"(?:hi|hey|hello|dear|good (?:morning|afternoon|evening|day)|fyi|see below|hallo|liebe[rs]?|sehr geehrte|guten tag"
    r"|moin|bonjour|salut|ch[eè]re?s?|hola|estimad[oa]|ciao|gentile|здравствуй|привет|добр(?:ый|ое)|уважаем|коллеги)"
    r"(?!\w{3})",
    re.IGNORECASE,
)
_LONGEST_GREETING = 60
_FEWEST_WORDS = 3
_UNSURE = 70
"""How sure it is, in per cent, that a mail's first line is a headline its subject does not name."""


def with_top_line(draft: ArticleDraft, subject: str) -> ArticleDraft:
    """The draft of a mail's text, its headline held against the mail's subject."""
    place = next(
        (place for place, each in enumerate(draft.paragraphs) if each.kind is ParagraphKind.HEADLINE), None
    )
    if place is None:
        return draft
    headline = draft.paragraphs[place]
    words = draft.text[headline.start : headline.end].strip()
    if words.casefold().split() == subject.casefold().split():
        return draft
    if not _is_greeting(words):
        return _changed(draft, place, replace(headline, confidence=min(headline.confidence, _UNSURE)))
    candidates = [
        each
        for each in draft.candidates
        if not (each.field == "title" and each.origin is Origin.VISIBLE and each.value.strip() == words)
    ]
    return with_candidates(_changed(draft, place, replace(headline, kind=ParagraphKind.BODY)), candidates)


def _is_greeting(words: str) -> bool:
    short = len(words.split()) < _FEWEST_WORDS
    return short or (len(words) <= _LONGEST_GREETING and _GREETING.match(words) is not None)


def _changed(draft: ArticleDraft, place: int, paragraph: ParagraphDraft) -> ArticleDraft:
    paragraphs = (*draft.paragraphs[:place], paragraph, *draft.paragraphs[place + 1 :])
    return replace(draft, paragraphs=paragraphs)
