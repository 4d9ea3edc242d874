"""How Markdown is read: its marks say what each paragraph is, its words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.domain.articles import ArticleDraft, Run, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.domain.reading import Anchor, Content, Inline, ReadOptions
from verifier.readers.blocks import Block, Reading, assemble
from verifier.readers.encodings import decode
from verifier.readers.forms import Form
from verifier.readers.letters import compare_letters
from verifier.readers.markdown.inline import InlineReader, Words
from verifier.readers.markdown.signs import looks_like_markdown
from verifier.readers.markdown.source import Note, Parted, front_candidates, part
from verifier.readers.plain import read_plain
from verifier.readers.telling import tell
from verifier.readers.written import Shape, Written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MOST_NESTED = 100
_COMMENT = re.compile(r"<!--.*-->\Z", re.DOTALL)
_TAGS = re.compile(r"(?:<[^<>]{1,2000}>\s{0,50})+\Z")
_ASIDES = {
    "picture": (ParagraphKind.ASIDE, Role.ALTERNATIVE_TEXT),
    "caption": (ParagraphKind.CAPTION, Role.NONE),
    "link": (ParagraphKind.ASIDE, Role.HIDDEN),
}
_TARGET = re.compile(
    r"\]\([^()\r\n]{0,2000}(?:\([^()\r\n]{0,500}\)[^()\r\n]{0,2000})?\)|\]\[[^\[\]\r\n]{0,500}\]"
)
_DEFINED = re.compile(r"(?:\A|(?<=[\r\n])) {0,3}\[[^\]\r\n^][^\]\r\n]{0,300}\]:[^\r\n]{0,3000}")


def read_markdown(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a Markdown text; one nested too deep is read as plain text, so that no word is lost.

    Raises ReadError: nothing-readable, and what decoding raises.
    """
    decoded = decode(content.data, options.encoding, source.name, stated=content.stated_encoding)
    text = decoded.text
    if not text.strip():
        raise ReadError("nothing-readable", source.name)
    parted = part(text)
    walk = _Walk(text, parted, content.record)
    if walk.is_too_deep:
        return read_plain(source, content, options)
    told = tell(list(walk.paragraphs()))
    front = [
        Block(text[start:end], ParagraphKind.FURNITURE, runs=(Run(0, end - start, start, end),))
        for start, end in parted.front
        if text[start:end].strip("-+. \t")
    ]
    notes = [block for note in parted.notes for block in _note_blocks(text, parted, note)]
    blocks = [*front, *told.blocks, *notes]
    reading = Reading(
        source,
        "text/markdown",
        "markdown",
        "1",
        decoded.encoding,
        warnings=decoded.notices,
        candidates=(*content.candidates, *front_candidates(text, parted.front), *told.candidates),
        letters=compare_letters(_seen(text), "\n".join(block.text for block in blocks)),
    )
    return assemble(reading, blocks)


FORM = Form("markdown", looks_like_markdown, read_markdown)
"""Markdown as CommonMark has it, with tables, notes, struck out words, and lines about the text in front."""


def _parser() -> MarkdownIt:
    """CommonMark without HTML; escaped characters stay apart, since that tells where they stand."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MOST_NESTED}).enable(
        ["table", "strikethrough"]
    )
    return parser.disable("text_join")


def _note_blocks(text: str, parted: Parted, note: Note) -> Iterator[Block]:
    """A note's paragraphs, as footnotes."""
    own = replace(parted, markdown=note.markdown, notes=(), front=())
    for written in _Walk(text, own, note.label, note.begin).paragraphs():
        block = written.block
        role = Role.FOOTNOTE if block.role is Role.NONE else block.role
        kind = (
            block.kind
            if block.role is not Role.NONE or block.kind is ParagraphKind.TABLE
            else ParagraphKind.BODY
        )
        yield replace(block, role=role, kind=kind)


class _Walk:
    """Goes through the blocks of a text in order."""

    def __init__(self, text: str, parted: Parted, record: str, begin: int = 0) -> None:
        self._text = text
        self._parted = parted
        self._record = record
        markdown = _parser()
        self._tokens = markdown.parse(parted.markdown)
        self._inline = InlineReader(text, markdown, {note.label for note in parted.notes})
        self._inline.cursor = begin
        self._number = 0

    @property
    def is_too_deep(self) -> bool:
        """Whether blocks are nested deeper than markdown-it goes, which leaves out what is inside them."""
        return any(token.level >= _MOST_NESTED - 1 for token in self._tokens)

    def paragraphs(self) -> Iterator[Written]:
        """Every paragraph, followed by what hangs on it."""
        around: list[str] = []
        row: Words | None = None
        for token in self._tokens:
            name = token.type.removesuffix("_open").removesuffix("_close")
            if token.type.endswith("_open"):
                around.append(token.tag if name == "heading" else name)
                if name == "tr":
                    row = Words()
            elif token.type.endswith("_close"):
                around.pop()
                if name == "tr" and row is not None:
                    yield from self._written(row, Shape(ParagraphKind.TABLE))
                    row = None
            elif token.type == "inline" and row is not None:
                self._cell(token, row)
            elif token.type == "inline":
                yield from self._written(self._read(token), _shape(around))
            elif token.type in ("code_block", "fence"):
                yield from self._code(token)

    def _read(self, token: Token, into: Words | None = None) -> Words:
        start, end = self._parted.span(*token.map) if token.map else (self._inline.cursor, len(self._text))
        return self._inline.read(token.children or (), start, end, into)

    def _cell(self, token: Token, row: Words) -> None:
        """A cell joins its row behind a tab."""
        before = self._inline.cursor
        if row.begun:
            row.add("\t", before, before + 1, folded=True)
        row.begun = True
        self._read(token, row)

    def _code(self, token: Token) -> Iterator[Written]:
        """Code is one paragraph, its lines one behind the other."""
        words = Words()
        first, last = token.map or (0, 0)
        start, end = self._parted.span(first, last)
        at = max(start, self._inline.cursor)
        for line in token.content.splitlines():
            if not line.strip():
                continue
            found = self._text.find(line.strip(), at, end)
            begin = found if found >= 0 else at
            if words.length:
                words.add(" ", at, begin, folded=True)
            words.add(line.strip(), begin, begin + (len(line.strip()) if found >= 0 else 0))
            at = begin + (len(line.strip()) if found >= 0 else 0)
        self._inline.cursor = max(self._inline.cursor, at)
        words.inlines.append(Inline(InlineKind.CODE, 0, words.length))
        yield from self._written(words, Shape(ParagraphKind.BODY))

    def _written(self, words: Words, shape: Shape) -> Iterator[Written]:
        """A paragraph as it was written, and behind it what is struck out in it and stands for its pictures."""
        self._number += 1
        anchor = Anchor(record=self._record, paragraph=self._number)
        text = words.text
        if text.strip():
            kind, role = shape.kind or ParagraphKind.BODY, Role.NONE
            if _COMMENT.match(text.strip()):
                kind, role = ParagraphKind.ASIDE, Role.HIDDEN
            elif _TAGS.match(text.strip()):
                kind = ParagraphKind.FURNITURE
            block = Block(
                text, kind, role=role, anchor=anchor, inlines=tuple(words.inlines), runs=tuple(words.runs)
            )
            yield Written(block, shape, _is_strong(words))
        for struck in words.struck:
            if struck.text.strip():
                yield Written(
                    Block(
                        struck.text,
                        ParagraphKind.ASIDE,
                        role=Role.DELETED,
                        anchor=anchor,
                        runs=tuple(struck.runs),
                    )
                )
        for name, said in words.asides:
            kind, role = _ASIDES[name]
            block = Block(said.text, kind, role=role, anchor=anchor, runs=tuple(said.runs))
            yield Written(block, Shape(kind))


def _shape(around: list[str]) -> Shape:
    """What the blocks around a paragraph make of it, the innermost first; headings say their level."""
    for name in reversed(around):
        if name[:1] == "h" and name[1:].isdecimal():
            return Shape(ParagraphKind.HEADING, level=int(name[1:]))
        if name == "blockquote":
            return Shape(ParagraphKind.QUOTE)
        if name == "list_item":
            return Shape(ParagraphKind.LIST)
    return Shape()


def _is_strong(words: Words) -> bool:
    return any(
        each.kind is InlineKind.STRONG and each.start == 0 and each.end == words.length
        for each in words.inlines
    )


def _seen(text: str) -> str:
    """The words of a file, told by a crude look: where links lead is left out."""
    return _DEFINED.sub("", _TARGET.sub("] ", text))
