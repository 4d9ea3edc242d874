"""The readings of an article: which one counts, what is still tied to an earlier one, what came twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from verifier.domain.articles import Article, ArticleDraft, Passage, Version, sha256_of
from verifier.domain.judgements import ClaimMember, EvidenceUse, Link, Mark, Question
from verifier.domain.rows import CaseRows


def versions_of(rows: CaseRows, article_id: str) -> tuple[Version, ...]:
    """Every reading of an article, in the order they were made."""
    return tuple(version for version in rows.all(Version) if version.article_id == article_id)


def is_current(rows: CaseRows, version_id: str) -> bool:
    """Whether a version is the one its article is read in now."""
    version = rows.get(Version, version_id)
    return version is not None and rows.need(Article, version.article_id).version_id == version_id


def passages_left_behind(rows: CaseRows) -> tuple[Passage, ...]:
    """The passages of earlier readings that marks, links, evidence, questions or claims still hang on, in order."""
    if rows.count("versions") == rows.count("articles"):
        return ()
    current = {article.version_id for article in rows.all(Article)}
    used = {key: rows.need(Passage, key) for key in _in_use(rows)}
    left = (passage for passage in used.values() if passage.version_id not in current)
    return tuple(sorted(left, key=lambda passage: _place(rows, passage)))


def is_left_behind(rows: CaseRows, passage_id: str) -> bool:
    """Whether a passage stands on an earlier reading of its article."""
    return not is_current(rows, rows.need(Passage, passage_id).version_id)


def _in_use(rows: CaseRows) -> Iterator[str]:
    yield from (mark.passage_id for mark in rows.all(Mark))
    yield from (use.passage_id for use in rows.all(EvidenceUse))
    for link in rows.all(Link):
        yield from (link.a, link.b)
    yield from (question.place for question in rows.all(Question) if question.place)
    yield from (member.passage_id for member in rows.all(ClaimMember))


def _place(rows: CaseRows, passage: Passage) -> tuple[int, str, int, int, str]:
    article = rows.need(Article, rows.need(Version, passage.version_id).article_id)
    return len(article.letter), article.letter, passage.start, passage.end, passage.id


def duplicate_of(rows: CaseRows, draft: ArticleDraft, besides: Collection[str] = ()) -> Article | None:
    """The article that was read from the same bytes (and the same part of them), else one with the same text.

    Articles whose ids are in ``besides`` do not count.
    """
    others = [article for article in rows.articles() if article.id not in besides]
    original, text = sha256_of(draft.source.data), sha256_of(draft.text)
    for article in others:
        found = versions_of(rows, article.id)
        if any((one.original_sha256, one.part) == (original, draft.part) for one in found):
            return article
    return next(
        (article for article in others if rows.need(Version, article.version_id).text_sha256 == text), None
    )


def is_same_source(rows: CaseRows, article: Article, draft: ArticleDraft) -> bool:
    """Whether a reading of an article was made from the very bytes of a draft."""
    digest = sha256_of(draft.source.data)
    return any(version.original_sha256 == digest for version in versions_of(rows, article.id))
