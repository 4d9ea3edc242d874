"""Annotated articles as XML: every label shaded or underlined and named, references raised, comments in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from verifier.reports.parts import (
    AnnotatedArticle,
    AnnotatedParagraph,
    AnnotatedSentence,
    Phrase,
    Piece,
    Stretch,
)
from verifier.reports.word.look import PARAGRAPH_STYLES, STYLE_WORD
from verifier.reports.word.markup import internal_link, paragraph, run
from verifier.reports.word.script import runs_from_the_right
from verifier.reports.word.words import Footnote

_GAP = run("\u00a0", "PlaceAddress")
"""The raised space between a label and the words, where no line ends: neither stands alone at its end."""

Bookmark = Callable[[str], str]
"""Makes a bookmark of this name at a place."""


class Around(NamedTuple):
    """What an article's words need of the report around them."""

    bookmark: Bookmark
    footnote: Footnote


def article_xml(article: AnnotatedArticle, around: Around) -> Iterator[str]:
    """The paragraphs of an article."""
    return (_paragraph(part, article.language, around) for part in article.paragraphs)


def _paragraph(part: AnnotatedParagraph, language: str, around: Around) -> str:
    style = "ArticleAside" if part.aside else PARAGRAPH_STYLES.get(part.kind, "ArticleText")
    head = run(part.head, "Quiet" if part.aside else "PlaceAddress") if part.head else ""
    content = head + "".join([_sentence(sentence, language, around) for sentence in part.sentences])
    first = next((sentence.text for sentence in part.sentences if sentence.text), "")
    return paragraph(content, style, from_right=runs_from_the_right(first))


def _sentence(sentence: AnnotatedSentence, language: str, around: Around) -> str:
    """ "ᴬ⁶ ≠ disputed So far … → B16", raised parts around the words as they stand."""
    parts = [run(sentence.before)] if sentence.before else []
    if sentence.anchor:
        parts.append(around.bookmark(sentence.anchor))
    parts.append(_place(sentence))
    words = [_stretch(stretch, language, around.footnote) for stretch in sentence.stretches]
    parts += words
    if sentence.refs:
        parts.append(_refs(sentence.refs, around.footnote))
    if sentence.after:
        parts.append(run(sentence.after))
    return "".join(parts)


def _place(sentence: AnnotatedSentence) -> str:
    """The address and the label in words; the label leads to the claim."""
    address = run(f"{sentence.address}\u00a0", "PlaceAddress") if sentence.address else ""
    if not sentence.tag:
        return address
    tag = _tag(sentence.tag, sentence.label or "mixed")
    return address + (internal_link(tag, sentence.claim) if sentence.claim else tag) + _GAP


@lru_cache(maxsize=512)
def _tag(words: str, label: str) -> str:
    """A label in words, the sign never alone at the end of a line; a report has a handful of them by the thousand."""
    return run(words.replace(" ", "\u00a0", 1), _styled("Place", label))


def _stretch(stretch: Stretch, language: str, footnote: Footnote) -> str:
    words = run(stretch.text, _styled("Mark", stretch.label), language, stretch.faces)
    if stretch.lead:
        words = run(stretch.lead, "PlaceAddress") + words
    if stretch.tail:
        words += run(stretch.tail, "PlaceAddress")
    if not (stretch.opens or stretch.closes or stretch.tags):
        return words
    opened = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in stretch.opens)
    closed = "".join(_comment_end(number) for number in stretch.closes)
    tags = "".join(
        run(f" {tag.words}", _styled("Place", tag.label)) + _refs(tag.refs, footnote) for tag in stretch.tags
    )
    return opened + words + closed + tags


def _comment_end(number: int) -> str:
    return (
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
        f'<w:commentReference w:id="{number}"/></w:r>'
    )


def _refs(refs: Phrase, footnote: Footnote) -> str:
    """ " → B16, Ev1", raised, each leading to its place."""
    if not refs:
        return ""
    shown = (_ref(piece, footnote) for piece in refs)
    return run("\u00a0→\u00a0", "PlaceRef") + run(", ", "PlaceRef").join(shown)


def _ref(piece: Piece, footnote: Footnote) -> str:
    words = run(piece.text, "PlaceRef")
    shown = internal_link(words, piece.anchor) if piece.anchor else words
    return footnote(piece, shown) if piece.footnote else shown


@lru_cache(maxsize=64)
def _styled(kind: str, label: str) -> str:
    """The character style of a kind for a label: "MarkVerified"; "" for words nobody has judged."""
    word = STYLE_WORD.get(label)
    return f"{kind}{word}" if word else ("" if kind == "Mark" else "PlaceAddress")
