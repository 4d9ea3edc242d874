"""Drafts of the pieces of one source, put one behind the other: the header of a mail and its texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from verifier.domain.articles import ArticleDraft, Notice, ParagraphDraft, PositionMap, Run, SentenceDraft
from verifier.domain.reading import Candidate, Inline, Letters
from verifier.readers.candidates import choose, stated_fields


def join(drafts: Sequence[ArticleDraft]) -> ArticleDraft:
    """One draft of several, in order. What is but one for all (source, reader, parts) is that of the last.

    The decoded original is that of each piece, one behind the other, a line feed between them.
    """
    if len(drafts) == 1:
        return drafts[0]
    pieces = _Pieces()
    for draft in drafts:
        pieces.add(draft)
    candidates = tuple(dict.fromkeys(each for draft in drafts for each in draft.candidates))
    metadata = choose(candidates)
    return replace(
        drafts[-1],
        text="\n".join(draft.text for draft in drafts),
        positions=PositionMap(tuple(pieces.runs)),
        paragraphs=tuple(pieces.paragraphs),
        sentences=tuple(pieces.sentences),
        inlines=tuple(pieces.inlines),
        warnings=_each_once(notice for draft in drafts for notice in draft.warnings),
        candidates=candidates,
        metadata=metadata,
        unconfirmed=stated_fields(metadata),
        letters=_summed([draft.letters for draft in drafts]),
    )


class _Pieces:
    """What grows as drafts are joined; every position moves behind what stands before."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.paragraphs: list[ParagraphDraft] = []
        self.sentences: list[SentenceDraft] = []
        self.inlines: list[Inline] = []
        self._length = 0
        self._original = 0

    def add(self, draft: ArticleDraft) -> None:
        """Append a draft."""
        if self._length:
            self.runs.append(
                Run(self._length, self._length + 1, self._original, self._original + 1, folded=True)
            )
            self._length += 1
            self._original += 1
        at, behind, before = self._length, self._original, len(self.paragraphs)
        self.runs += [
            Run(run.start + at, run.end + at, run.source_start + behind, run.source_end + behind, run.folded)
            for run in draft.positions.runs
        ]
        self.sentences += [
            SentenceDraft(each.start + at, each.end + at, each.paragraph + before) for each in draft.sentences
        ]
        self.paragraphs += [
            replace(each, start=each.start + at, end=each.end + at) for each in draft.paragraphs
        ]
        self.inlines += [replace(each, start=each.start + at, end=each.end + at) for each in draft.inlines]
        self._length += len(draft.text)
        self._original = max((run.source_end for run in self.runs), default=self._original)


def _each_once(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    return tuple(dict.fromkeys(notices))


def _summed(letters: Sequence[Letters]) -> Letters:
    """The letters of all pieces."""
    missing = tuple(place for each in letters for place in each.missing)
    return Letters(sum(each.seen for each in letters), sum(each.kept for each in letters), missing)


def with_candidates(draft: ArticleDraft, candidates: Sequence[Candidate]) -> ArticleDraft:
    """A draft that has other candidates for its metadata."""
    metadata = choose(candidates)
    return replace(
        draft, candidates=tuple(candidates), metadata=metadata, unconfirmed=stated_fields(metadata)
    )
