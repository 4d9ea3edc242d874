"""Paragraphs as blocks in reading order, with what stands around the pages, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from verifier.domain.articles import Run
from verifier.domain.kinds import ACCOUNT_KINDS, InlineKind, ParagraphKind, Role
from verifier.domain.reading import Anchor, Inline
from verifier.readers.blocks import Block
from verifier.readers.kinds import find_credits
from verifier.readers.pdf.bidi import runs_rtl
from verifier.readers.pdf.joining import Joined, Joiner
from verifier.readers.pdf.layout import Layout
from verifier.readers.pdf.lines import find_lines
from verifier.readers.pdf.roles import Judged, note_sign
from verifier.readers.pdf.values import Box, Line, Page, Word, spot_of

Piece = tuple[Sequence[Line], Joined]
"""A paragraph: its lines, and the text they make."""


def with_credits_apart(pieces: list[Piece]) -> list[Piece]:
    """The same paragraphs, each credit that ends a caption made one of its own."""
    offsets = dict(find_credits([joined.text for _, joined in pieces]))
    result: list[Piece] = []
    for index, (lines, joined) in enumerate(pieces):
        if index not in offsets:
            result.append((lines, joined))
            continue
        cut = offsets[index]
        result += [(lines, _cut(joined, 0, cut)), (lines[-1:], _cut(joined, cut + 1, len(joined.text)))]
    return result


def _cut(joined: Joined, start: int, end: int) -> Joined:
    """A stretch of a paragraph as a paragraph."""
    runs = []
    for run in joined.runs:
        begin, stop = max(run.start, start), min(run.end, end)
        if begin < stop:
            shift = 0 if run.folded else run.source_start - run.start
            places = (run.source_start, run.source_end) if run.folded else (begin + shift, stop + shift)
            runs.append(Run(begin - start, stop - start, *places, run.folded))
    inlines = [
        replace(one, start=max(one.start, start) - start, end=min(one.end, end) - start)
        for one in joined.inlines
        if max(one.start, start) < min(one.end, end)
    ]
    return Joined(joined.text[start:end], tuple(runs), tuple(inlines))


def in_order(
    found: Layout, pieces: Sequence[Piece], judged: Sequence[Judged], record: str, joiner: Joiner
) -> list[Block]:
    """The blocks in reading order: each page's head before what begins on it, its foot behind, notes at the end."""
    notes = [index for index, each in enumerate(judged) if each.role is Role.FOOTNOTE]
    running = sorted(set(range(len(pieces))) - set(notes))
    signs = frozenset(note_sign(pieces[index][1].text) for index in notes)
    blocks: list[Block] = []
    begun = 0
    for page, group in groupby(running, key=lambda index: pieces[index][0][0].page):
        blocks += _around(found, begun, page, record, joiner)
        begun = page
        blocks += [_block(*pieces[index], judged[index], record, signs) for index in group]
    blocks += _around(found, begun, len(found.pages) + 1, record, joiner)
    return _notes_behind(blocks, [_block(*pieces[index], judged[index], record) for index in notes])


def _notes_behind(blocks: list[Block], notes: list[Block]) -> list[Block]:
    """Footnotes behind the last paragraph of the article."""
    last = max(
        (place for place, block in enumerate(blocks) if block.kind in ACCOUNT_KINDS), default=len(blocks) - 1
    )
    return [*blocks[: last + 1], *notes, *blocks[last + 1 :]]


def _around(found: Layout, before: int, page: int, record: str, joiner: Joiner) -> Iterator[Block]:
    """What stands between the last paragraph of one page and the first of another: feet, heads, comments."""
    for number in range(max(before, 1), min(page, len(found.pages)) + 1):
        rows = found.furniture.get(number, [])
        if number != page:
            yield from _furniture(rows, number, found, record, joiner, head=False)
            yield from _comments(found.pages[number - 1], record)
        if number != before:
            yield from _furniture(rows, number, found, record, joiner, head=True)


def _furniture(
    rows: Sequence[tuple[Role, list[Word]]],
    number: int,
    found: Layout,
    record: str,
    joiner: Joiner,
    *,
    head: bool,
) -> Iterator[Block]:
    page = found.pages[number - 1]
    for role, words in rows:
        if _is_head(words, page) is not head:
            continue
        lines = find_lines(words, number, page.turn, rtl=runs_rtl([word.text for word in words]))
        for line in lines:
            yield _block([line], joiner.join([line]), Judged(ParagraphKind.FURNITURE, 95, role), record)


def _is_head(words: Sequence[Word], page: Page) -> bool:
    offset = {0: 0.0, 1: -page.width, 2: -page.height, 3: 0.0}[page.turn % 4]
    return words[0].base - offset < (page.width if page.turn % 2 else page.height) / 2


def _comments(page: Page, record: str) -> Iterator[Block]:
    """Comments on a page and the values of its form's fields: words PDFium has no characters for."""
    place = page.first + page.count
    for role, found in ((Role.COMMENT, page.comments), (Role.FORM, page.fields)):
        for box, words in found:
            text = " ".join(words.split())
            anchor = Anchor(spots=(spot_of(page.number, box),), record=record)
            run = Run(0, len(text), place, place, folded=True)
            yield Block(text, ParagraphKind.ASIDE, 100, role, anchor, runs=(run,))


def _block(
    lines: Sequence[Line], joined: Joined, judged: Judged, record: str, notes: frozenset[str] = frozenset()
) -> Block:
    """A paragraph with its place: one spot for each column it stands in."""
    spots = []
    for _, group in groupby(lines, key=lambda line: (line.page, line.zone)):
        part = list(group)
        box = _around_lines(part)
        spots.append(spot_of(part[0].page, box, part[0].turn))
    anchor = Anchor(spots=tuple(spots), record=record)
    inlines = tuple(one for one in joined.inlines if not _is_whole(one.start, one.end, joined.text, judged))
    if notes:
        inlines = tuple(_as_note(one, joined.text, notes) for one in inlines)
    return Block(
        joined.text, judged.kind, judged.confidence, judged.role, anchor, inlines=inlines, runs=joined.runs
    )


def _as_note(inline: Inline, text: str, notes: frozenset[str]) -> Inline:
    """A superscript that names a footnote as the reference it is."""
    sign = text[inline.start : inline.end].strip()
    if inline.kind is InlineKind.SUPERSCRIPT and sign in notes:
        return replace(inline, kind=InlineKind.NOTE, target=sign)
    return inline


def _is_whole(start: int, end: int, text: str, judged: Judged) -> bool:
    """Whether a mark says no more than that a headline or heading is set as such."""
    display = judged.kind in (ParagraphKind.HEADLINE, ParagraphKind.HEADING)
    return display and start == 0 and end >= len(text)


def _around_lines(lines: Sequence[Line]) -> Box:
    box = lines[0].box
    for line in lines[1:]:
        box = box.around(line.box)
    return box
