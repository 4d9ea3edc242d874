"""Annotated articles as HTML: every label in words and as a look, references raised, notes beside their words."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.reports.html.markup import attribute, element, escaped
from verifier.reports.html.phrases import Phrases, faced
from verifier.reports.html.tongues import from_the_right, language_of
from verifier.reports.html.wording import Words
from verifier.reports.parts import (
    Annotated,
    AnnotatedArticle,
    AnnotatedParagraph,
    AnnotatedSentence,
    Comment,
    Phrase,
    Stretch,
)

_HEADINGS = frozenset({"headline", "heading"})
_LOOKS = _HEADINGS | {"quote", "list"}
"""The kinds of paragraph that have a look; every other is running text."""


class Articles:
    """Writes the articles of one report in ``language``."""

    def __init__(self, annotated: Annotated, language: str, phrases: Phrases, words: Words) -> None:
        self._comments = {comment.number: comment for comment in annotated.comments}
        self._language = language
        self._phrases, self._words = phrases, words
        self._open: dict[int, None] = {}
        self._due: list[int] = []
        self._told: set[int] = set()
        self._stated = ""
        self._turned = ""

    def paragraphs(self, article: AnnotatedArticle) -> str:
        """The account of an article, each note beside the paragraph in which its words end."""
        self._stated = article.language
        shown = "".join([self._paragraph(part) for part in article.paragraphs])
        self._due += self._open
        self._open.clear()
        return shown + self._notes()

    def rest(self) -> str:
        """The notes whose words are not printed; "" where there are none."""
        self._due += [number for number in self._comments if number not in self._told]
        return self._notes()

    # -- words ---------------------------------------------------------------------------------------------------

    def _paragraph(self, part: AnnotatedParagraph) -> str:
        first = next((sentence.text for sentence in part.sentences if sentence.text), "")
        self._turned = "rtl" if from_the_right(first) else ""
        head = self._ours("span", escaped(part.head), "head") if part.head else ""
        content = head + "".join([self._sentence(sentence) for sentence in part.sentences])
        kind = part.kind if part.kind in _LOOKS and not part.aside else ""
        tag = "h4" if kind in _HEADINGS and first.strip() else "p"
        class_ = " ".join(word for word in ("account", kind, "aside" if part.aside else "") if word)
        shown = element(tag, content, class_=class_, dir=self._turned)
        notes = self._notes()
        return f'<div class="noted">{shown}{notes}</div>' if notes else shown

    def _sentence(self, sentence: AnnotatedSentence) -> str:
        """ "ᴬ⁶ ≠ disputed So far … → B16", raised parts around the words as they stand."""
        content = (
            self._place(sentence)
            + "".join([self._stretch(stretch) for stretch in sentence.stretches])
            + self._refs(sentence.refs)
        )
        shown = f'<span id="{sentence.anchor}">{content}</span>' if sentence.anchor else content
        return escaped(sentence.before) + shown + escaped(sentence.after)

    def _place(self, sentence: AnnotatedSentence) -> str:
        """The address and the label in words; the label leads to the claim."""
        parts = [f'<span class="number">{escaped(sentence.address)}</span>'] if sentence.address else []
        if sentence.tag:
            parts.append(self._tag(sentence.tag, sentence.label or "mixed", sentence.claim))
        return self._ours("span", " ".join(parts), "at") + " " if parts else ""

    def _tag(self, words: str, label: str, claim: str = "") -> str:
        class_ = f"tag {label}" if label else "tag"
        if claim:
            return f'<a class="{class_}" href="#{claim}">{escaped(words)}</a>'
        return f'<span class="{class_}">{escaped(words)}</span>'

    def _stretch(self, stretch: Stretch) -> str:
        self._open.update(dict.fromkeys(stretch.opens))
        shown = self._said(stretch)
        if stretch.lead:
            shown = self._ours("span", escaped(stretch.lead), "put") + shown
        if stretch.tail:
            shown += self._ours("span", escaped(stretch.tail), "put")
        if stretch.closes:
            shown += "".join([self._reference(number) for number in stretch.closes])
        for tag in stretch.tags:
            if tag.words:
                shown += " " + self._ours("span", self._tag(tag.words, tag.label), "at")
            shown += self._refs(tag.refs)
        return shown

    def _said(self, stretch: Stretch) -> str:
        """The words themselves: a mark that names its label, or a span; ``data-notes`` are the notes on them."""
        if not stretch.text:
            return ""
        text, plain = stretch.text, not (self._stated or self._turned)
        language = "" if plain and text.isascii() else language_of(text, self._stated, self._language)
        direction = "" if plain and text.isascii() else self._direction(text)
        return element(
            "mark" if stretch.label else "span",
            faced(escaped(text), stretch.faces),
            class_=f"words {stretch.label}".strip(),
            lang=language,
            dir=direction,
            data_notes=" ".join(str(number + 1) for number in self._open),
        )

    def _direction(self, text: str) -> str:
        direction = "rtl" if from_the_right(text) else "ltr"
        return "" if direction == (self._turned or "ltr") else direction

    def _ours(self, tag: str, content: str, class_: str) -> str:
        """Our own words among an article's."""
        return element(tag, content, class_=class_, dir="ltr" if self._turned else "")

    def _refs(self, refs: Phrase) -> str:
        """ " → B16, Ev1", raised, each leading to its place."""
        if not refs:
            return ""
        shown = ", ".join([self._phrases.piece(piece) for piece in refs])
        return self._ours("span", f"\u00a0→\u00a0{shown}", "refs")

    # -- notes ---------------------------------------------------------------------------------------------------

    def _reference(self, number: int) -> str:
        """The raised number that leads from the end of the words to their note."""
        self._open.pop(number, None)
        if number not in self._comments or number in self._told:
            return ""
        self._due.append(number)
        self._told.add(number)
        label = attribute(self._words.note.format(number=number + 1))
        content = f'<a id="n{number + 1}-ref" href="#n{number + 1}" aria-label="{label}">[{number + 1}]</a>'
        return self._ours("span", content, "noteref")

    def _notes(self) -> str:
        """The notes that are due, in the order their words end."""
        due = [self._comments[number] for number in self._due if number in self._comments]
        self._told.update(self._due)
        self._due.clear()
        return "".join([self._note(comment) for comment in due])

    def _note(self, comment: Comment) -> str:
        number = comment.number + 1
        back = attribute(self._words.back_from_note.format(number=number))
        head = (
            f'<p class="note-head"><strong>{escaped(f"{number} {comment.initials}")}</strong> '
            f"<span>{escaped(comment.author)}</span>, {_time(comment.time)} "
            f'<a href="#n{number}-ref" aria-label="{back}">↩</a></p>'
        )
        lines: Sequence[str] = [self._phrases.line(line) for line in comment.lines]
        return f'<aside class="note" id="n{number}" role="note">{head}{"".join(lines)}</aside>'


def _time(iso: str) -> str:
    """A stored time as it is, to the minute, in UTC."""
    return (
        f'<time datetime="{attribute(iso)}">{escaped(iso[:16].replace("T", " "))} UTC</time>' if iso else ""
    )
