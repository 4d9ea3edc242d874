"""An article's own words wherever a report quotes them: in their language, and as their source sets them."""

from __future__ import annotations

from verifier.domain import queries
from verifier.domain.articles import Article, Paragraph, Passage, Sentence
from verifier.domain.kinds import ParagraphKind
from verifier.reports.ground import Ground
from verifier.reports.parts import Face, Phrase, Piece, Tone
from verifier.reports.wording import kept_of, plain, short_name, unconfirmed_remark


def quoted(ground: Ground, place: Passage | Sentence | Paragraph, limit: int = 0) -> Phrase:
    """The words of a place without the white space at either end; beyond ``limit`` code points " …" (0: no limit)."""
    text = ground.places.text(place.version_id)
    start, end = queries.trimmed(text, place.start, place.end)
    if not limit or end - start <= limit:
        return said(ground, place, start, end)
    return (*said(ground, place, start, start + kept_of(text[start:end], limit)), Piece(" …"))


def said(
    ground: Ground, place: Passage | Sentence | Paragraph, start: int, end: int, tone: Tone = Tone.PLAIN
) -> Phrase:
    """The words of a span of the text a place is in, in pieces of one look. Positions are code points."""
    text = ground.places.text(place.version_id)
    language = ground.places.article(place).language or ""
    strokes = ground.looks.over(place.version_id, start, end)
    if not strokes:
        return (Piece(text[start:end], tone, language=language),) if start < end else ()
    return tuple(
        Piece(text[one.start : one.end], tone, language=language, faces=one.faces) for one in strokes
    )


def titled(ground: Ground, version_id: str, title: str) -> Phrase:
    """A title: as the headline sets it where it is the headline's, less its bold letters; else as it is."""
    text = ground.places.text(version_id)
    for row in ground.rows.paragraphs(version_id):
        if row.kind is ParagraphKind.HEADLINE and queries.words_of(text, row) == title:
            return tuple(piece._replace(faces=piece.faces - {Face.BOLD}) for piece in quoted(ground, row))
    return (Piece(title),)


def named(ground: Ground, article: Article) -> Phrase:
    """``short_name``, a title in it set as its headline is."""
    if article.publisher or not article.title:
        return plain(short_name(ground, article))
    return (Piece(f"{article.letter} · "), *titled(ground, article.version_id, article.title))


def heading_with_looks(ground: Ground, article: Article, pattern: str = "{name}") -> Phrase:
    """The heading of an article's part ("Annotated article {name}"); () where a plain one says the same."""
    name = named(ground, article)
    if not any(piece.faces for piece in name):
        return ()
    before, _name, after = pattern.partition("{name}")
    return (Piece(before), *name, Piece(unconfirmed_remark(ground, article, "title") + after))
