"""The verb ``find``: as ``grep`` does, it leaves with 0 for hits, 1 for none, and 2 where it could not look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verifier.domain.articles import Passage, Sentence
from verifier.domain.queries import address_of, address_of_passage, article_of_version
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.session.finding import MOST_HITS, Hit, Query, Scope, find
from verifier.session.opencase import OpenCase

FOUND, NOTHING, TROUBLE = 0, 1, 2
"""The exit codes."""


def complete(hits: Sequence[Hit]) -> bool:
    """Whether these are all there are, and not only as many as are listed."""
    return len(hits) < MOST_HITS


def query_of(
    case: OpenCase,
    words: str,
    *,
    article: str | None,
    notes: bool,
    regular: bool,
    match_case: bool,
    whole_words: bool,
) -> Query:
    """What was asked for. Raises StepError("no-such-letter")."""
    article_id = case.article_at_letter(article).id if article else ""
    scope = Scope.NOTES if notes else Scope.ARTICLE if article else Scope.ARTICLES
    return Query(words, scope, article_id, regular, match_case, whole_words)


def look(case: OpenCase, query: Query) -> tuple[Hit, ...]:
    """The hits; an expression is looked up in a child process, with its deadline. Raises StepError."""
    if not query.regular:
        return find(case.rows, case.text, query)
    from verifier.session.expressions import matches_in
    from verifier.session.jobs import Worker

    worker = Worker()
    try:
        return find(case.rows, case.text, query, lambda texts, asked: matches_in(worker, texts, asked))
    finally:
        worker.close()


def address_of_hit(case: OpenCase, hit: Hit) -> str:
    """The sentence a hit begins in, or the place what it stands in hangs on; "" for neither."""
    rows = case.rows
    sentence = rows.get(Sentence, hit.owner_id) if hit.where == "text" else None
    if sentence is not None:
        return address_of(rows, sentence)
    passage = rows.get(Passage, hit.place)
    return address_of_passage(rows, passage) if passage is not None else ""


def hit_line(case: OpenCase, hit: Hit, words: Translator) -> str:
    """A hit as people read it: address, what it stands in, its words."""
    what = words.gettext("(set aside)") if hit.aside else ""
    if hit.where != "text":
        what = name_of("found", f"{hit.where}.{hit.field}", words)
    head = " ".join(filter(None, (address_of_hit(case, hit), what)))
    return f"{head}: {hit.excerpt}"


def found(case: OpenCase, hits: tuple[Hit, ...]) -> dict[str, Any]:
    """The hits as ``find --json`` prints them; positions are code points of the article's text, or of the field."""
    return {"hits": [_found(case, hit) for hit in hits], "complete": complete(hits)}


def _found(case: OpenCase, hit: Hit) -> dict[str, Any]:
    article = article_of_version(case.rows, hit.version_id).letter if hit.version_id else None
    return {
        "address": address_of_hit(case, hit) or None,
        "article": article,
        "where": hit.where,
        "field": hit.field or None,
        "id": hit.owner_id or None,
        "start": hit.start,
        "end": hit.end,
        "set_aside": hit.aside,
        "excerpt": hit.excerpt,
        "excerpt_start": hit.excerpt_start,
        "excerpt_end": hit.excerpt_end,
    }
