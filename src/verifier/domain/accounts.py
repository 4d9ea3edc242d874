"""An article of a case as comparing sees it: its account in its current reading, without what is set aside."""

from __future__ import annotations

from datetime import date

from verifier.domain.articles import Article
from verifier.domain.comparing import Account, Piece, Span
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.domain.rows import CaseRows

_OPENING = '"“„«‘‹「'


def account_value(rows: CaseRows, article: Article, text: str) -> Account:
    """The account of an article, whose reading text is given."""
    paragraphs = [row for row in rows.paragraphs(article.version_id) if row.kind in ACCOUNT_KINDS]
    quotes = [row for row in paragraphs if row.kind is ParagraphKind.QUOTE]
    pieces = (
        Piece(one.id, one.number, one.start, one.end, row.position)
        for row in paragraphs
        for one in rows.sentences(row.id)
    )
    return Account(
        article.id,
        article.letter,
        text,
        tuple(pieces),
        tuple((row.start, row.end) for row in paragraphs),
        article.language or "",
        _day_of(article),
        tuple((row.start, row.end) for row in quotes if not _is_marked(text, (row.start, row.end))),
    )


def _is_marked(text: str, span: Span) -> bool:
    """Whether a block quote has quotation marks of its own: then these tell where it begins and ends."""
    return text[slice(*span)].lstrip()[:1] in tuple(_OPENING)


def _day_of(article: Article) -> str:
    """The day an article is dated, where a person has confirmed or set it and it is an ISO date; else ""."""
    if not article.published or "published" in article.unconfirmed:
        return ""
    try:
        return date.fromisoformat(article.published.partition("T")[0]).isoformat()
    except ValueError:
        return ""
