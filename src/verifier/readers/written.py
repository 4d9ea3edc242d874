"""Paragraphs of a written document (Word, OpenDocument, RTF) while they are read: words, marks, and what hangs on them.

A word processor's paragraph is more than its words: stretches of it were deleted or moved away or are hidden, and
text boxes, comments and pictures hang on it. A ``Line`` takes all of it in the order of the file and gives the
paragraph that is shown, followed by what is not part of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from verifier.domain.articles import Notice, Run
from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.domain.reading import Anchor, Inline
from verifier.readers.blocks import CELL, Block

_FATES = (Role.NONE, Role.ALTERNATIVE_TEXT, Role.HIDDEN, Role.MOVED_AWAY, Role.DELETED)
"""What can become of a stretch of words; a later one outdoes an earlier one."""

_PARTED = re.compile(r"\n[ \t]*\n[ \t\n]*")
_LEADING = re.compile(r"[ \t]*\n[ \t\n]*")
_PAGE_WORDS = 12
"""So many letters may stand beside a page's number: "Page 3 of 10"."""

_LAYOUT_PARAGRAPHS = 3
_BOX_CONFIDENCE = 80
_LAYOUT_CONFIDENCE = 70


def worse(one: Role, other: Role) -> Role:
    """The fate of words that have two: what is deleted inside what was moved away is deleted."""
    return max(one, other, key=_FATES.index)


@dataclass(frozen=True, slots=True)
class Mark:
    """How words are set apart, and where a link leads or which note or comment it is."""

    kind: InlineKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a document's structure says of a paragraph: its kind (None for an ordinary one), how sure (per cent), and
    its level (1 for the highest heading, 0 for none). What is ``weak`` gives way to what the words themselves say.
    """

    kind: ParagraphKind | None = None
    confidence: int = 100
    level: int = 0
    role: Role = Role.NONE
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph as it was written, with its shape; ``strong`` says that all of it is printed bold."""

    block: Block
    shape: Shape = Shape()
    strong: bool = False

    @property
    def is_aside(self) -> bool:
        """Whether it hangs on another paragraph and is none of the running text."""
        return self.block.kind is ParagraphKind.ASIDE


def aside(text: str, role: Role, anchor: Anchor = Anchor(), confidence: int = 100) -> Written:
    """Words that are kept beside the text."""
    return Written(Block(text, ParagraphKind.ASIDE, confidence, role, anchor))


@dataclass(slots=True)
class Line:
    """One paragraph as it grows: what is shown, what is not, and what comes after it."""

    anchor: Anchor = Anchor()
    shape: Shape = Shape()
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    inlines: list[Inline] = field(default_factory=list)
    unshown: list[tuple[Role, str]] = field(default_factory=list)
    after: list[Written] = field(default_factory=list)
    of_pages: int = 0
    """Characters that are the results of page-number fields."""
    of_prompts: int = 0
    """Characters that ask for words: "Click here to enter text"."""
    _latest: dict[Mark, int] = field(default_factory=dict)
    _broken: bool = True

    def add(self, text: str, fate: Role = Role.NONE, marks: Iterable[Mark] = ()) -> None:
        """Take on some words, shown or (with a fate) not."""
        if not text:
            return
        if fate is not Role.NONE:
            self._add_unshown(text, fate)
            return
        self._broken = True
        begin, self.length = self.length, self.length + len(text)
        self.pieces.append(text)
        for mark in marks:
            self._set_apart(mark, begin)

    def go_on(self) -> None:
        """Another paragraph of the file goes on in this one: what of it is not shown stands for itself."""
        self._broken = True

    def _add_unshown(self, text: str, fate: Role) -> None:
        if not self._broken and self.unshown and self.unshown[-1][0] is fate:
            self.unshown[-1] = (fate, self.unshown[-1][1] + text)
        else:
            self.unshown.append((fate, text))
        self._broken = False

    def _set_apart(self, mark: Mark, begin: int) -> None:
        """Lengthen the inline of the same kind that ends where this one begins, or begin one."""
        latest = self._latest.get(mark)
        if latest is not None and self.inlines[latest].end == begin:
            self.inlines[latest] = replace(self.inlines[latest], end=self.length)
        else:
            self._latest[mark] = len(self.inlines)
            self.inlines.append(Inline(mark.kind, begin, self.length, mark.target))

    @property
    def text(self) -> str:
        """What is shown."""
        return "".join(self.pieces)

    def is_empty(self) -> bool:
        """Whether nothing is shown but white space."""
        return not any(map(str.strip, self.pieces))

    def release(self) -> list[Written]:
        """What is not part of the paragraph, in the order it came; the line holds none of it any more."""
        beside = [aside(words, fate, self.anchor) for fate, words in self.unshown]
        beside += self.after
        self.unshown, self.after = [], []
        return beside

    def finish(self) -> list[Written]:
        """The paragraph, in as many as empty lines part it into, and what hangs on it."""
        text = self.text
        shape = self._shape(text)
        kind = shape.kind or ParagraphKind.BODY
        block = Block(text, kind, shape.confidence, shape.role, self.anchor, tuple(self.inlines))
        strong = self._is_strong(text)
        return [Written(each, shape, strong) for each in parted(block) if each.text.strip()] + self.release()

    def _shape(self, text: str) -> Shape:
        """The shape, where the words are not all made by a field or a form."""
        shown = sum(map(str.isalnum, text))
        if self.of_prompts and self.of_prompts >= shown:
            return Shape(ParagraphKind.FURNITURE, 90, role=Role.FORM)
        paged = self.shape.role in (Role.HEADER, Role.FOOTER)
        if paged and self.of_pages and shown - self.of_pages <= _PAGE_WORDS:
            return replace(self.shape, role=Role.PAGE_NUMBER)
        return self.shape

    def _is_strong(self, text: str) -> bool:
        bold = sum(one.end - one.start for one in self.inlines if one.kind is InlineKind.STRONG)
        return bold > 0 and bold >= len(text.strip())


def parted(block: Block) -> list[Block]:
    """A block in as many as empty lines inside it part it into: in many documents a paragraph ends by two breaks."""
    blocks = []
    leading = _LEADING.match(block.text)
    done = leading.end() if leading else 0
    end = len(block.text.rstrip(" \t\n"))
    end = end if "\n" in block.text[end:] else len(block.text)
    for match in _PARTED.finditer(block.text, done, end):
        blocks.append(cut(block, done, done + len(block.text[done : match.start()].rstrip(" \t"))))
        done = match.end()
    blocks.append(cut(block, done, max(done, end)))
    return blocks


def cut(block: Block, start: int, end: int) -> Block:
    """A part of a block, with what is set apart in it."""
    if start == 0 and end == len(block.text):
        return block
    inlines = [
        replace(one, start=max(one.start, start) - start, end=min(one.end, end) - start)
        for one in block.inlines
        if one.start < end and one.end > start
    ]
    runs = [_cut_run(run, start, end) for run in block.runs if run.start < end and run.end > start]
    return replace(block, text=block.text[start:end], inlines=tuple(inlines), runs=tuple(runs))


def _cut_run(run: Run, start: int, end: int) -> Run:
    """The part of a run between two positions, told from the first of them."""
    first, last = max(run.start, start), min(run.end, end)
    shift = run.source_start - run.start
    source = (run.source_start, run.source_end) if run.folded else (first + shift, last + shift)
    return Run(first - start, last - start, *source, run.folded)


def in_box(paragraphs: Iterable[Written], confidence: int = _BOX_CONFIDENCE) -> list[Written]:
    """Paragraphs of a text box, as they follow the one it is anchored in."""
    return [
        each
        if each.is_aside or each.block.role is not Role.NONE
        else replace(
            each,
            block=replace(each.block, role=Role.TEXT_BOX, confidence=min(confidence, each.block.confidence)),
        )
        for each in paragraphs
    ]


Row = Sequence[Sequence[Written]]
"""The cells of a row, and the paragraphs of each."""


def tabled(rows: Sequence[Row]) -> list[Written]:
    """A table: each row one paragraph, what hangs on it behind it; or its blocks, where it only lays out a page."""
    filled = [[cell for cell in row if _running(cell)] for row in rows]
    if all(len(row) <= 1 for row in filled):
        return [each for row in rows for cell in row for each in cell]
    if _lays_out(filled):
        return [_less_sure(each) for row in rows for cell in row for each in cell]
    return [each for row in rows for each in _row(row)]


def _running(cell: Sequence[Written]) -> list[Written]:
    """The paragraphs of a cell that go into its row: not what hangs on them, nor the rows of a table inside."""
    return [
        each
        for each in cell
        if not each.is_aside
        and each.block.kind is not ParagraphKind.TABLE
        and each.block.role is not Role.TEXT_BOX
    ]


def _lays_out(rows: Sequence[Row]) -> bool:
    """Whether most words stand in cells of several paragraphs, as no table of figures has them."""
    words = layout = 0
    for row in rows:
        for cell in row:
            size = sum(len(each.block.text) for each in _running(cell))
            words += size
            layout += size if len(_running(cell)) >= _LAYOUT_PARAGRAPHS else 0
    return layout * 2 > words


def _less_sure(each: Written) -> Written:
    if each.is_aside:
        return each
    sure = min(each.block.confidence, _LAYOUT_CONFIDENCE)
    return replace(each, block=replace(each.block, confidence=sure))


def _row(row: Row) -> list[Written]:
    """A row as one paragraph, and what hangs on its cells."""
    texts: list[str] = []
    inlines: list[Inline] = []
    length = 0
    for cell in row:
        words: list[str] = []
        begin = length
        for each in _running(cell):
            begin += 1 if words else 0
            inlines += [
                replace(one, start=one.start + begin, end=one.end + begin) for one in each.block.inlines
            ]
            words.append(each.block.text)
            begin += len(each.block.text)
        texts.append("\n".join(words))
        length += len(texts[-1]) + len(CELL)
    block = Block(CELL.join(texts), ParagraphKind.TABLE, anchor=_first_anchor(row), inlines=tuple(inlines))
    rest = [each for cell in row for each in cell if not _is_of(each, _running(cell))]
    return [Written(block, Shape(ParagraphKind.TABLE)), *rest]


def _is_of(each: Written, some: Sequence[Written]) -> bool:
    return any(each is one for one in some)


def _first_anchor(row: Row) -> Anchor:
    return next((each.block.anchor for cell in row for each in _running(cell)), Anchor())


def change_notices(counts: Counter[str], commenters: str = "") -> tuple[Notice, ...]:
    """What the user is told of a document's making: tracked changes, comments and by whom, and what was not read.

    ``counts`` has "inserted", "deleted", "moved", "comments", "symbols", "struck", "objects", "chunks" and
    "repeated".
    """
    notices = []
    changes = ("inserted", "deleted", "moved")
    if any(counts[name] for name in changes):
        notices.append(Notice("written-changes", tuple((name, str(counts[name])) for name in changes)))
    if counts["comments"]:
        values = (("count", str(counts["comments"])), ("authors", commenters or "?"))
        notices.append(Notice("written-comments", values))
    codes = {
        "symbols": "written-symbols",
        "struck": "written-struck",
        "objects": "written-objects",
        "chunks": "written-chunks",
        "repeated": "written-repeated",
    }
    for name, code in codes.items():
        if counts[name]:
            notices.append(Notice(code, (("count", str(counts[name])),)))
    return tuple(notices)
