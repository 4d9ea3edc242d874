"""Annotated articles on pages: labels as shading or underline and as words, references raised, comments as notes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from verifier.reports.parts import (
    AnnotatedArticle,
    AnnotatedParagraph,
    AnnotatedSentence,
    Comment,
    Phrase,
    Stretch,
)
from verifier.ui.pages.pen import Pen
from verifier.ui.reading.direction import runs_from_the_right

_STYLES: Final = {"headline": "headline", "heading": "heading", "quote": "quote", "list": "list"}
"""The style of a paragraph by kind; every other kind is article text."""


class ArticleWriter:
    """Writes articles; the comments that end in one are its notes, told beneath it."""

    def __init__(self, pen: Pen, comments: tuple[Comment, ...]) -> None:
        self._pen = pen
        self._comments: Mapping[int, Comment] = {comment.number: comment for comment in comments}
        self._ended: list[Comment] = []
        self._style = "article"

    def article(self, article: AnnotatedArticle) -> None:
        """The paragraphs of an article, and the notes."""
        self._ended.clear()
        for paragraph in article.paragraphs:
            self._paragraph(paragraph)
        for comment in self._ended:
            self._note(comment)

    def _paragraph(self, paragraph: AnnotatedParagraph) -> None:
        self._style = "aside" if paragraph.aside else _STYLES.get(paragraph.kind, "article")
        words = " ".join(sentence.text for sentence in paragraph.sentences)
        self._pen.paragraph(self._style, from_right=runs_from_the_right(words))
        if paragraph.head:
            looks = self._pen.looks
            self._pen.write(paragraph.head, looks.words("aside") if paragraph.aside else looks.place("quiet"))
        for sentence in paragraph.sentences:
            self._sentence(sentence)

    def _sentence(self, sentence: AnnotatedSentence) -> None:
        """ "ᴬ⁶ ≠ disputed So far … → B16", raised parts around the words as they stand."""
        pen, looks = self._pen, self._pen.looks
        pen.write(sentence.before, looks.words(self._style))
        if sentence.anchor:
            pen.anchor(sentence.anchor)
        if sentence.address:
            pen.write(f"{sentence.address}\u00a0" if sentence.tag else f"{sentence.address} ", looks.place())
        if sentence.tag:
            link = f"#{sentence.claim}" if sentence.claim else ""
            tag = sentence.tag.replace(" ", "\u00a0", 1)  # a sign stays with its word
            pen.write(tag, looks.place(sentence.label or "mixed", link))
            pen.write(" ", looks.place())
        for stretch in sentence.stretches:
            self._stretch(stretch)
        self._refs(sentence.refs)
        pen.write(sentence.after, looks.words(self._style))

    def _stretch(self, stretch: Stretch) -> None:
        pen, looks = self._pen, self._pen.looks
        pen.write(stretch.lead, looks.place())
        pen.write(stretch.text, looks.marked(self._style, stretch.label, stretch.faces))
        pen.write(stretch.tail, looks.place())
        for number in stretch.closes:
            if (comment := self._comments.get(number)) is not None:
                self._ended.append(comment)
                name = note_name(comment)
                pen.anchor(f"noted-{number}")
                pen.write(f"\u00a0[{name}]", looks.place("accent", f"#comment-{number}"))
        for tag in stretch.tags:
            pen.write(f" {tag.words}", looks.place(tag.label))
            self._refs(tag.refs)

    def _refs(self, refs: Phrase) -> None:
        """ " → B16, Ev1", raised, each leading to its place."""
        place = self._pen.looks.place
        for index, piece in enumerate(refs):
            self._pen.write(", " if index else "\u00a0→\u00a0", place("accent"))
            self._pen.write(piece.text, place("accent", f"#{piece.anchor}" if piece.anchor else ""))

    def _note(self, comment: Comment) -> None:
        """ "[AB 1] Ann Berg, 2024-11-15 09:00 UTC: …"."""
        pen, looks = self._pen, self._pen.looks
        pen.paragraph("note", from_right=runs_from_the_right(" ".join(comment.lines)))
        pen.anchor(f"comment-{comment.number}")
        pen.write(f"[{note_name(comment)}]", looks.note_link(f"#noted-{comment.number}"))
        told = ", ".join(part for part in (comment.author, minute_of(comment.time)) if part)
        pen.write(f" {told}: ", looks.quiet_note())
        pen.write("\n".join(comment.lines), looks.words("note"))


def note_name(comment: Comment) -> str:
    """What stands for a comment: its author's initials and its number ("AB 1")."""
    return f"{comment.initials}\u00a0{comment.number + 1}".strip()


def minute_of(iso: str) -> str:
    """A stored time to the minute in UTC; as it is where it is none."""
    try:
        time = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{time.astimezone(UTC) if time.tzinfo else time:%Y-%m-%d %H:%M} UTC"
