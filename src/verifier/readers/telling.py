"""What the paragraphs of a written document are: its structure says it first, where it is silent the words do.

Styles of a word processor are a statement of the author's, so they outweigh what is told from the words alone; but
most articles come typed in one style, and then the words must do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.kinds import ACCOUNT_KINDS, Origin, ParagraphKind, Role
from verifier.domain.reading import Candidate
from verifier.readers.blocks import Block, fold
from verifier.readers.kinds import find_credits, find_kinds
from verifier.readers.stated import find_candidates
from verifier.readers.written import Shape, Written, cut

_TOLD = 90
_TOLD_HEADING = 80
_FIRST_HEADING = 95
_PULLED = 90
_FEWEST_PULLED = 5
"""A box of fewer words repeats a passage by chance."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Told:
    """The blocks with their kinds, and what they state of the article."""

    blocks: tuple[Block, ...]
    candidates: tuple[Candidate, ...]


def tell(paragraphs: Sequence[Written]) -> Told:
    """The kinds of a document's paragraphs, and the metadata that stands in its words."""
    written = _with_credits_apart(paragraphs)
    running = [index for index, each in enumerate(written) if _is_running(each)]
    texts = [fold(written[index].block.text, white=False) for index in running]
    shapes = [written[index].shape for index in running]
    captions = [place for place, shape in enumerate(shapes) if shape.kind is ParagraphKind.CAPTION]
    told = find_kinds(texts, captions)
    kinds = [
        _combined(shape, kind, strong=written[index].strong)
        for index, shape, kind in zip(running, shapes, told, strict=True)
    ]
    _settle_headline(kinds, shapes, told)
    blocks = [each.block for each in written]
    for index, (kind, confidence) in zip(running, kinds, strict=True):
        block, sure = blocks[index], min(confidence, blocks[index].confidence)
        if (block.kind, block.confidence) != (kind, sure):
            blocks[index] = replace(block, kind=kind, confidence=sure)
    settled = [kind for kind, _ in kinds]
    candidates = (*find_candidates(settled, texts), *_styled_byline(settled, shapes, texts))
    return Told(tuple(_without_pull_quotes(blocks, texts)), candidates)


def _is_running(each: Written) -> bool:
    """Whether a paragraph is of the running text, not beside it nor in a table."""
    return each.block.role is Role.NONE and each.block.kind not in (
        *(ParagraphKind.ASIDE, ParagraphKind.TABLE, ParagraphKind.FURNITURE),
    )


def _with_credits_apart(paragraphs: Sequence[Written]) -> list[Written]:
    """The paragraphs, those that are a caption and the credit behind it as two."""
    written: list[Written] = []
    for each in paragraphs:
        found = find_credits([each.block.text]) if _is_running(each) else []
        fits = each.shape.kind in (None, ParagraphKind.CAPTION)
        if not found or not fits:
            written.append(each)
            continue
        offset = found[0][1]
        caption = Shape(ParagraphKind.CAPTION, _TOLD) if each.shape.kind is None else each.shape
        credit = Shape(ParagraphKind.CREDIT, _TOLD)
        written.append(replace(each, block=cut(each.block, 0, offset), shape=caption))
        end = len(each.block.text)
        written.append(replace(each, block=cut(each.block, offset + 1, end), shape=credit))
    return written


def _combined(shape: Shape, told: ParagraphKind, *, strong: bool) -> tuple[ParagraphKind, int]:
    """A paragraph's kind, and how sure it is, by its structure and by its words."""
    if shape.kind is not None and not (shape.weak and told not in ACCOUNT_KINDS):
        return shape.kind, shape.confidence
    if told is ParagraphKind.BODY:
        return told, 100
    if told is ParagraphKind.HEADING and not strong:
        return told, _TOLD_HEADING
    return told, _TOLD


def _settle_headline(
    kinds: list[tuple[ParagraphKind, int]], shapes: Sequence[Shape], told: Sequence[ParagraphKind]
) -> None:
    """One headline: the titles the structure names first, else the heading or line the article begins with."""
    headline, heading = ParagraphKind.HEADLINE, ParagraphKind.HEADING
    titles = [place for place, shape in enumerate(shapes) if shape.kind is headline]
    if titles:
        last = next((end for end in titles if end + 1 not in titles), titles[0])
        for place, (kind, confidence) in enumerate(kinds):
            if kind is headline and not titles[0] <= place <= last:
                kinds[place] = (heading, min(confidence, _TOLD_HEADING))
        return
    first = next((place for place, (kind, _) in enumerate(kinds) if kind in ACCOUNT_KINDS), None)
    if first is None or not any(kind in ACCOUNT_KINDS for kind, _ in kinds[first + 1 :]):
        return
    if shapes[first].kind is heading and (shapes[first].level == 1 or told[first] is headline):
        kinds[first] = (headline, _FIRST_HEADING)


def _styled_byline(
    kinds: Sequence[ParagraphKind], shapes: Sequence[Shape], texts: Sequence[str]
) -> tuple[Candidate, ...]:
    """The byline where a style of that name says so and the words have no "By"."""
    byline = ParagraphKind.BYLINE
    for kind, shape, text in zip(kinds, shapes, texts, strict=True):
        if kind is byline and shape.kind is byline:
            return (Candidate("byline", text.strip(), Origin.VISIBLE, "style"),)
    return ()


def _without_pull_quotes(blocks: Sequence[Block], texts: Sequence[str]) -> list[Block]:
    """The blocks, boxes that repeat a passage of the running text as asides."""
    said = " ".join(word for text in texts for word in _WORD.findall(text.casefold()))
    return [_pulled(block, f" {said} ") if block.role is Role.TEXT_BOX else block for block in blocks]


def _pulled(block: Block, said: str) -> Block:
    words = _WORD.findall(block.text.casefold())
    if block.kind not in ACCOUNT_KINDS or len(words) < _FEWEST_PULLED or f" {' '.join(words)} " not in said:
        return block
    return replace(block, kind=ParagraphKind.ASIDE, role=Role.PULL_QUOTE, confidence=_PULLED)
