"""Plain text: decoded, unwrapped, its paragraphs told apart by kind, its sentences found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

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
from verifier.domain.kinds import ParagraphKind, Role
from verifier.domain.reading import Anchor, Content, Letters, ReadOptions
from verifier.readers.candidates import choose, stated_fields
from verifier.readers.encodings import decode
from verifier.readers.forms import Form
from verifier.readers.kinds import find_credits, find_kinds
from verifier.readers.letters import count_letters
from verifier.readers.refused import refuse
from verifier.readers.stated import find_candidates
from verifier.text.sentences import split_sentences
from verifier.text.shape.assembling import Trait
from verifier.text.shape.unwrap import Unwrapped, unwrap


def read_plain(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a plain-text source, or of the plain text in one. Raises ReadError."""
    refuse(content.data, source.name)
    decoded = decode(content.data, options.encoding, source.name, stated=content.stated_encoding)
    if not decoded.text.strip():
        raise ReadError("nothing-readable", source.name)
    unwrapped, captions = _with_credits_apart(unwrap(decoded.text, options.wrap))
    if not unwrapped.paragraphs:  # nothing but the marks of quoted lines
        raise ReadError("nothing-readable", source.name)
    words = [unwrapped.text[start:end] for start, end in unwrapped.paragraphs]
    kinds = find_kinds(words, captions, _told_kinds(unwrapped.traits))
    paragraphs = tuple(
        ParagraphDraft(kind, *span, role=_role(trait, kind), anchor=Anchor(record=content.record))
        for kind, span, trait in zip(kinds, unwrapped.paragraphs, unwrapped.traits, strict=True)
    )
    candidates = (*content.candidates, *find_candidates(kinds, words))
    metadata = choose(candidates)
    return ArticleDraft(
        source=source,
        media_type="text/plain",
        reader="plain",
        reader_version="1",
        encoding=decoded.encoding,
        wrap=unwrapped.wrap,
        warnings=decoded.notices + _hyphen_notices(unwrapped),
        metadata=metadata,
        text=unwrapped.text,
        positions=unwrapped.positions,
        paragraphs=paragraphs,
        sentences=sentences_of(unwrapped.paragraphs, words),
        candidates=candidates,
        unconfirmed=stated_fields(metadata),
        letters=Letters(count_letters(decoded.text), count_letters(unwrapped.text)),
    )


FORM = Form("plain", lambda _data: True, read_plain)
"""The last form asked: it takes everything."""


def _hyphen_notices(unwrapped: Unwrapped) -> tuple[Notice, ...]:
    """What became of hyphens at line ends, where there were any."""
    counted = (
        Notice("hyphens-dropped", (("count", str(unwrapped.hyphens)),)),
        Notice("hyphens-dropped-by-habit", (("count", str(unwrapped.by_habit)),)),
        Notice("hyphens-undecided", (("count", str(unwrapped.undecided)),)),
    )
    return tuple(notice for notice in counted if notice.values != (("count", "0"),))


def _told_kinds(traits: Sequence[Trait]) -> dict[int, ParagraphKind]:
    """The kinds that the lines tell, by the paragraph's index: page numbers, signatures, tables, quoted mail.

    Where all is quoted alike nothing is: the article itself was passed on.
    """
    shallowest = min((trait.depth for trait in traits), default=0)
    told = {}
    for index, trait in enumerate(traits):
        if trait.role is Role.PAGE_NUMBER:
            told[index] = ParagraphKind.FURNITURE
        elif trait.role is Role.SIGNATURE:
            told[index] = ParagraphKind.BOILERPLATE
        elif trait.row:
            told[index] = ParagraphKind.TABLE
        elif trait.depth > shallowest:
            told[index] = ParagraphKind.QUOTE
    return told


def _role(trait: Trait, kind: ParagraphKind) -> Role:
    """The role of a paragraph: what its lines say, or that it is the quoted part of a mail."""
    if trait.role is Role.NONE and trait.depth and kind is ParagraphKind.QUOTE:
        return Role.QUOTED_MAIL
    return trait.role


def sentences_of(spans: Sequence[tuple[int, int]], words: Sequence[str]) -> tuple[SentenceDraft, ...]:
    """The sentences of all paragraphs, in order."""
    return tuple(
        SentenceDraft(begin + start, begin + end, index)
        for index, ((begin, _), text) in enumerate(zip(spans, words, strict=True))
        for start, end in split_sentences(text)
    )


def _with_credits_apart(unwrapped: Unwrapped) -> tuple[Unwrapped, list[int]]:
    """The same text with each credit that ends a caption made a paragraph of its own, and the captions' indices.

    The space before the credit becomes the line feed between the two paragraphs, so no position moves.
    """
    words = [unwrapped.text[start:end] for start, end in unwrapped.paragraphs]
    offsets = dict(find_credits(words))
    if not offsets:
        return unwrapped, []
    spans: list[tuple[int, int]] = []
    traits: list[Trait] = []
    captions: list[int] = []
    cuts: list[int] = []
    for index, ((start, end), trait) in enumerate(zip(unwrapped.paragraphs, unwrapped.traits, strict=True)):
        traits += [trait] if index not in offsets else [trait, trait]
        if index not in offsets:
            spans.append((start, end))
            continue
        cut = start + offsets[index]
        captions.append(len(spans))
        cuts.append(cut)
        spans += [(start, cut), (cut + 1, end)]
    positions = PositionMap(_cut_runs(unwrapped.positions.runs, cuts))
    text = _with_line_feeds(unwrapped.text, cuts)
    parted = replace(unwrapped, text=text, paragraphs=tuple(spans), positions=positions, traits=tuple(traits))
    return parted, captions


def _with_line_feeds(text: str, places: Sequence[int]) -> str:
    """The text with a line feed in place of the character at each place; places are in order."""
    begins = [0, *(place + 1 for place in places)]
    ends = [*places, len(text)]
    return "\n".join(text[begin:end] for begin, end in zip(begins, ends, strict=True))


def _cut_runs(runs: Sequence[Run], cuts: Sequence[int]) -> tuple[Run, ...]:
    """The runs with a folded run of one character at each cut; cuts are in order."""
    result: list[Run] = []
    for run in runs:
        inside = cuts[bisect_left(cuts, run.start) : bisect_left(cuts, run.end)]
        result += [run] if run.folded else _cut_run(run, inside)
    return tuple(result)


def _cut_run(run: Run, cuts: Sequence[int]) -> list[Run]:
    """The pieces of one run that is not folded."""
    shift = run.source_start - run.start
    pieces = []
    begin = run.start
    for cut in cuts:
        pieces.append(Run(begin, cut, begin + shift, cut + shift))
        pieces.append(Run(cut, cut + 1, cut + shift, cut + 1 + shift, folded=True))
        begin = cut + 1
    pieces.append(Run(begin, run.end, begin + shift, run.source_end))
    return [piece for piece in pieces if piece.start < piece.end]
