"""The words of a Markdown paragraph without its marks, each stretch with the place in the file it came from.

markdown-it gives the lines of a paragraph but not the columns of what is in it. Its pieces are the file's own words in
order, so each is looked for behind the one before; what cannot be found leads to the place where it should be.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.domain.articles import Run
from verifier.domain.kinds import InlineKind
from verifier.domain.reading import Inline

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKS = {"em": InlineKind.EMPHASIS, "strong": InlineKind.STRONG}
_NOTE = re.compile(r"\[\^([^\]\s]{1,50})\]")
_WORD = re.compile(r"\w+")
_BREAKS = ("softbreak", "hardbreak")


@dataclass(slots=True)
class Words:
    """The words of a paragraph as they grow, with their runs and inlines; what is struck out; texts of pictures."""

    pieces: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)
    struck: list[Words] = field(default_factory=list)
    asides: list[tuple[str, Words]] = field(default_factory=list)
    """Titles of links, texts and titles of pictures: what each is ("link", "picture", "caption") and its words."""
    length: int = 0
    begun: bool = False
    """Whether a row has a cell yet."""

    @property
    def text(self) -> str:
        """The words."""
        return "".join(self.pieces)

    def add(self, text: str, start: int, end: int, *, folded: bool = False) -> None:
        """Append a stretch that came from a stretch of the file."""
        if text:
            folded = folded or end - start != len(text)
            self.runs.append(Run(self.length, self.length + len(text), start, end, folded))
            self.pieces.append(text)
            self.length += len(text)


class InlineReader:
    """Reads the paragraphs of one file in order; ``cursor`` is where in the file the last piece ended."""

    def __init__(self, source: str, markdown: MarkdownIt, notes: Collection[str]) -> None:
        self._source = source
        self._helpers = markdown.helpers
        self._notes = notes
        self.cursor = 0
        self._limit = 0
        self._break: int | None = None

    def read(self, tokens: Sequence[Token], start: int, end: int, into: Words | None = None) -> Words:
        """The words of a paragraph's tokens, which stand between two places of the file."""
        words = Words() if into is None else into
        self.cursor = max(self.cursor, start)
        self._limit = end
        self._break = None
        open_: list[tuple[InlineKind, int, str]] = []
        struck: Words | None = None
        for token in tokens:
            target = struck if struck is not None else words
            name = token.type.removesuffix("_open").removesuffix("_close")
            if token.type == "s_open":
                struck = Words()
                self._skip(token.markup)
            elif token.type == "s_close" and struck is not None:
                words.struck.append(struck)
                struck = None
                self._skip(token.markup)
            elif token.type in _BREAKS:
                self._break = self.cursor if self._break is None else self._break
            elif token.type.endswith("_open"):
                kind = InlineKind.LINK if name == "link" else _MARKS.get(name, InlineKind.EMPHASIS)
                open_.append((kind, target.length, str(token.attrs.get("href", ""))))
                if token.attrs.get("title"):
                    words.asides.append(("link", self._beside(str(token.attrs["title"]))))
                self._skip("<" if token.markup == "autolink" else token.markup or "[")
            elif token.type.endswith("_close") and open_:
                kind, begin, href = open_.pop()
                if begin < target.length:
                    target.inlines.append(Inline(kind, begin, target.length, href))
                self._leave(token)
            else:
                self._piece(token, target, words)
        return words

    def _piece(self, token: Token, target: Words, words: Words) -> None:
        """A stretch of words, of code, or a picture."""
        if token.type == "image":
            self._picture(token, words)
        elif token.type == "text_special":
            self._put(target, token.content, token.markup)
        elif token.type == "code_inline":
            self._skip(token.markup)
            begin = target.length
            self._put(target, token.content)
            self._skip(token.markup)
            if begin < target.length:
                target.inlines.append(Inline(InlineKind.CODE, begin, target.length))
        else:
            self._text(token.content, target)

    def _text(self, content: str, target: Words) -> None:
        """Plain words, with the signs of notes in them."""
        done = 0
        for match in _NOTE.finditer(content):
            if match[1] not in self._notes:
                continue
            self._put(target, content[done : match.start()])
            self._skip("[^")
            begin = target.length
            self._put(target, match[1])
            target.inlines.append(Inline(InlineKind.NOTE, begin, target.length, match[1]))
            self._skip("]")
            done = match.end()
        self._put(target, content[done:])

    def _put(self, target: Words, content: str, written: str = "") -> None:
        """Append words that stand next in the file, written so or otherwise."""
        if not content:
            return
        written = written or content
        start = self._source.find(written, self.cursor, self._limit)
        if self._break is not None:
            if target.length:
                target.add(" ", self._break, max(self._break, start), folded=True)
            self._break = None
        if start < 0:
            self._put_apart(target, content)
            return
        self.cursor = start + len(written)
        target.add(content, start, self.cursor, folded=written != content)

    def _put_apart(self, target: Words, content: str) -> None:
        """Append words that stand otherwise in the file, as behind an escaped bar in a table: word by word."""
        done = 0
        for match in _WORD.finditer(content):
            at = self._source.find(match[0], self.cursor, self._limit)
            if at < 0:
                continue
            target.add(content[done : match.start()], self.cursor, at, folded=True)
            self.cursor = at + len(match[0])
            target.add(match[0], at, self.cursor)
            done = match.end()
        target.add(content[done:], self.cursor, self.cursor, folded=True)

    def _picture(self, token: Token, words: Words) -> None:
        """A picture: the words that stand for it and its title are kept beside the paragraph."""
        for name, value in (("picture", _plain(token)), ("caption", str(token.attrs.get("title", "")))):
            if value.strip():
                words.asides.append((name, self._beside(value)))
        self._skip("![")
        self._skip(token.content)
        self._tail()

    def _beside(self, said: str) -> Words:
        """Words that stand further on and beside the paragraph; the reading goes on where it was."""
        words, cursor = Words(), self.cursor
        at = self._source.find(said, cursor, self._limit)
        if at >= 0:
            words.add(said, at, at + len(said))
        else:
            self._put_apart(words, said)
            self.cursor = cursor
        return words

    def _skip(self, written: str) -> None:
        """Go behind what is written next, if it is there."""
        at = self._source.find(written, self.cursor, self._limit) if written else -1
        if at >= 0:
            self.cursor = at + len(written)

    def _leave(self, token: Token) -> None:
        """Go behind what ends emphasis or a link."""
        if token.type != "link_close":
            self._skip(token.markup)
        elif token.markup == "autolink":
            self._skip(">")
        else:
            self._tail()

    def _tail(self) -> None:
        """Go behind the "](target "title")" or "][name]" of a link, so that no word is looked for in it."""
        at = self._source.find("]", self.cursor, self._limit)
        if at < 0:
            return
        self.cursor = at + 1
        if self._source.startswith("(", self.cursor):
            target = self._helpers.parseLinkDestination(
                self._source, self._blank(self.cursor + 1), self._limit
            )
            behind = self._blank(target.pos if target.ok else self.cursor + 1)
            title = self._helpers.parseLinkTitle(self._source, behind, self._limit)
            close = self._source.find(")", title.pos if title.ok else behind, self._limit)
            self.cursor = close + 1 if close >= 0 else self.cursor
        elif self._source.startswith("[", self.cursor):
            self._skip("]")

    def _blank(self, at: int) -> int:
        """Where the next character is that is no white space."""
        while at < self._limit and self._source[at].isspace():
            at += 1
        return at


def _plain(token: Token) -> str:
    """The words of a picture's text without its marks."""
    return "".join(
        " " if child.type in _BREAKS else child.content
        for child in token.children or ()
        if child.type != "image"
    )
