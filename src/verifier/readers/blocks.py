"""Blocks of a structured source, put together to a draft: what every form but plain text comes to.

A reader walks its source and yields a ``Block`` for every stretch of words, in reading order, with the kind it takes
it for. Here their white space is folded, the reading text is put together with its map, sentences are found and
metadata is chosen. Nothing a block holds is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from verifier.domain.articles import (
    ArticleDraft,
    Notice,
    ParagraphDraft,
    PositionMap,
    Run,
    SentenceDraft,
    Source,
)
from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.domain.reading import Anchor, Candidate, Inline, Letters, SourcePart
from verifier.readers.candidates import choose, stated_fields
from verifier.readers.letters import letter_notices
from verifier.text.sentences import split_sentences

CELL = "\x1f"
"""What a reader puts between the cells of a table's row, which is one paragraph; it reads as a tab."""

_CELL = "\t"

_BREAK = re.compile(
    r"(?<![ \t])[ \t]*+[\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+[ \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]*"
)
_ENDS = ".!?…。！？"
_NOTES = frozenset({Role.FOOTNOTE, Role.ENDNOTE})
_CLOSERS = "\"'”’“»«)]"
_WHITE = re.compile(
    r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029][ \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]*"
    r"| [ \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+"
)
"""Any white space but a single space."""
_UNEVEN = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|  |\A ?\Z|\A | \Z")
"""White space that may be folded or trimmed, or nothing at all."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as its form gives it. Inline positions are code points into ``text``, before folding.

    ``runs`` is for forms that fold lines themselves: where it is given, ``text`` is taken as it is, and the runs lead
    from its positions (from 0) to those of the decoded original.
    """

    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    confidence: int = 100
    role: Role = Role.NONE
    anchor: Anchor = Anchor()
    inlines: tuple[Inline, ...] = ()
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader knows of a source beside its blocks.

    ``white`` says that any white space in a block is folded to one space and trimmed, as HTML is shown; otherwise
    only line breaks are. ``original`` is the length of the decoded original where blocks bring runs of their own.
    """

    source: Source
    media_type: str
    reader: str
    version: str
    encoding: str = ""
    wrap: str = ""
    white: bool = False
    warnings: tuple[Notice, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    letters: Letters = Letters()
    part: str = ""
    parts: tuple[SourcePart, ...] = ()


@dataclass(slots=True)
class _Text:
    """The reading text as it grows, and where it came from."""

    pieces: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0
    source: int = 0
    """How much of the decoded original lies behind: the blocks one after the other, a line feed between them."""

    def part(self) -> None:
        """Begin another paragraph."""
        if self.length:
            self.pieces.append("\n")
            begin = self.runs[-1].source_end if self.runs else 0
            self.runs.append(Run(self.length, self.length + 1, begin, begin, folded=True))
            self.length += 1

    def add(self, text: str, runs: Sequence[Run]) -> None:
        """Append a folded text; ``runs`` lead to the decoded original."""
        by = self.length
        self.runs += [
            Run(run.start + by, run.end + by, run.source_start, run.source_end, run.folded) for run in runs
        ]
        self.pieces.append(text)
        self.length += len(text)


def assemble(reading: Reading, blocks: Iterable[Block]) -> ArticleDraft:
    """The draft that some blocks make; empty ones are left out. Raises ReadError("nothing-readable")."""
    text = _Text()
    paragraphs: list[ParagraphDraft] = []
    inlines: list[Inline] = []
    sentences: list[SentenceDraft] = []
    for block in blocks:
        folded, runs = _folded(block, text.source, white=reading.white)
        if not block.runs:
            text.source += len(block.text) + 1
        if not folded.strip():
            continue
        text.part()
        begin = text.length
        text.add(folded, runs)
        moved = _moved(block.inlines, runs, begin, text.source - len(block.text) - 1, own=bool(block.runs))
        inlines += moved
        view = _with_notes_closed(folded, moved, begin)
        spans = _sentences(view) if block.kind is ParagraphKind.TABLE else split_sentences(view)
        if block.role in _NOTES:
            spans = _with_way_back(folded, spans)
        sentences += [SentenceDraft(begin + start, begin + end, len(paragraphs)) for start, end in spans]
        paragraphs.append(
            ParagraphDraft(block.kind, begin, text.length, block.confidence, block.role, block.anchor)
        )
    if not paragraphs:
        raise ReadError("nothing-readable", reading.source.name)
    return _draft(reading, text, paragraphs, sentences, inlines)


def _draft(
    reading: Reading,
    text: _Text,
    paragraphs: Sequence[ParagraphDraft],
    sentences: Sequence[SentenceDraft],
    inlines: Sequence[Inline],
) -> ArticleDraft:
    metadata = choose(reading.candidates)
    return ArticleDraft(
        source=reading.source,
        media_type=reading.media_type,
        reader=reading.reader,
        reader_version=reading.version,
        encoding=reading.encoding,
        wrap=reading.wrap,
        warnings=reading.warnings + letter_notices(reading.letters),
        metadata=metadata,
        text="".join(text.pieces),
        positions=PositionMap(tuple(text.runs)),
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        inlines=tuple(inlines),
        candidates=reading.candidates,
        unconfirmed=stated_fields(metadata),
        letters=reading.letters,
        part=reading.part,
        parts=reading.parts,
    )


def fold(text: str, *, white: bool) -> str:
    """A block's text as it will read: line breaks become one space, with ``white`` any white space but NBSP does."""
    return _folded(Block(text), 0, white=white)[0]


def _folded(block: Block, source: int, *, white: bool) -> tuple[str, tuple[Run, ...]]:
    """A block's text with its white space folded, and the runs that lead to the decoded original."""
    if block.runs:
        return block.text, block.runs
    if not _UNEVEN.search(block.text):  # most blocks are like this
        return block.text, (Run(0, len(block.text), source, source + len(block.text)),)
    pieces: list[str] = []
    runs: list[Run] = []
    length = 0

    def add(piece: str, start: int, end: int, *, folded: bool) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            runs.append(Run(length, length + len(piece), source + start, source + end, folded))
            length += len(piece)

    done = 0
    for match in (_WHITE if white else _BREAK).finditer(block.text):
        if match[0] == " ":
            continue
        add(block.text[done : match.start()], done, match.start(), folded=False)
        inside = match.start() > 0 and match.end() < len(block.text)
        into = _CELL if CELL in match[0] else " "
        add(into if inside or not white else "", *match.span(), folded=True)
        done = match.end()
    add(block.text[done:], done, len(block.text), folded=False)
    return _trimmed("".join(pieces), runs) if white else ("".join(pieces), tuple(runs))


def _trimmed(text: str, runs: list[Run]) -> tuple[str, tuple[Run, ...]]:
    """The text without the plain spaces at its ends, and its runs."""
    left = len(text) - len(text.lstrip(" "))
    right = len(text.rstrip(" "))
    kept = []
    for run in runs:
        start, end = max(run.start, left), min(run.end, right)
        if start < end:
            shift = 0 if run.folded else run.source_start - run.start
            source = (run.source_start, run.source_end) if run.folded else (start + shift, end + shift)
            kept.append(Run(start - left, end - left, *source, run.folded))
    return text[left:right], tuple(kept)


def _moved(
    inlines: Sequence[Inline], runs: Sequence[Run], begin: int, source: int, *, own: bool
) -> list[Inline]:
    """The inlines of a block where they stand in the reading text; those nothing is left of are dropped."""
    if own:
        return [replace(one, start=one.start + begin, end=one.end + begin) for one in inlines]
    moved = []
    for one in inlines:
        start = _place(runs, source + one.start, at_end=False)
        end = _place(runs, source + one.end, at_end=True)
        if start < end:
            moved.append(replace(one, start=begin + start, end=begin + end))
    return moved


def _place(runs: Sequence[Run], source: int, *, at_end: bool) -> int:
    """Where a position of the decoded original is in a folded text whose runs are in order."""
    low, high = 0, len(runs)
    while low < high:
        middle = (low + high) // 2
        if runs[middle].source_end < source or (runs[middle].source_end == source and not at_end):
            low = middle + 1
        else:
            high = middle
    if low == len(runs):
        return runs[-1].end if runs else 0
    run = runs[low]
    if source <= run.source_start:
        return run.start
    return run.end if run.folded and at_end else run.start + (0 if run.folded else source - run.source_start)


def _with_way_back(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of a note, whose arrow back to the text says nothing and goes with the sentence before it."""
    if len(spans) < 2 or any(map(str.isalnum, text[slice(*spans[-1])])):
        return spans
    return [*spans[:-2], (spans[-2][0], spans[-1][1])]


def _with_notes_closed(text: str, inlines: Sequence[Inline], begin: int) -> str:
    """A view of the same length in which a note's number behind a full stop is a closing mark, as a sentence has.

    ``begin`` is where the text stands, by which the inlines count.
    """
    for one in inlines:
        start, end = one.start - begin, one.end - begin
        before = text[max(0, start - 9) : start].rstrip(_CLOSERS)
        if one.kind is InlineKind.NOTE and before[-1:] in _ENDS and before:
            text = text[:start] + ")" * (end - start) + text[end:]
    return text


def _sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a table's row; its cells are told apart first, empty ones go with their neighbour."""
    found: list[tuple[int, int]] = []
    begin = lead = 0
    for cell in re.split(f"(?<={_CELL})", text):
        end = begin + len(cell)
        if cell.strip():
            spans = [(begin + start, begin + stop) for start, stop in split_sentences(cell)]
            found += [(lead, spans[0][1]), *spans[1:]]
            lead = end
        elif found:
            found[-1] = (found[-1][0], end)
            lead = end
        begin = end
    return found
