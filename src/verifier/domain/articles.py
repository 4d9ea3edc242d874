"""Articles as values: the text, its paragraphs and sentences, and where all of it came from.

Positions are code points, half open, into the reading text of one article version.

What a draft holds by the thousand says itself how it is pickled on its way out of the child process: the way
dataclasses with slots have of their own takes five times as long.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass

from verifier.domain.kinds import ParagraphKind, Role
from verifier.domain.reading import Anchor, Candidate, Inline, Letters, SourcePart

CONTESTED = 75
"""A paragraph whose kind is less sure than this, in per cent, is contested: shown to the user as a doubt."""


def sha256_of(data: bytes | str) -> str:
    """The SHA-256 of bytes, or of a text's UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning of a reader: a code of ``verifier.i18n.messages`` and what to fill it with."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the source states of itself. None means not stated in the source; nothing is guessed."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published_as_printed: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    piece: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was acquired: its bytes untouched, its name, how and when (ISO 8601, UTC) it came."""

    name: str
    data: bytes
    acquired_how: str = "file"
    acquired_at: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of reading text and the stretch of decoded original it was made from.

    Both stretches have the same length, and the same characters one by one, unless ``folded``: then the whole
    original stretch (a line break and the white space around it) became the whole text stretch.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    folded: bool = False

    def __reduce__(self) -> tuple[object, ...]:
        return Run, (self.start, self.end, self.source_start, self.source_end, self.folded)


@dataclass(frozen=True, slots=True)
class PositionMap:
    """Leads every position of a reading text back to the decoded original. Runs are in order and tile the text."""

    runs: tuple[Run, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the decoded original that made ``text[start:end]``; with what lies between them, where
        the text has them in another order (a page number stood inside a paragraph).
        """
        if not self.runs:
            return 0, 0
        first, last = self._index_at(start), self._index_at(max(start, end - 1))
        if end <= start:
            begin = _source_stretch(self.runs[first], start, start)[0]
            return begin, begin
        stretches = [_source_stretch(run, start, end) for run in self.runs[first : last + 1]]
        return min(begin for begin, _ in stretches), max(finish for _, finish in stretches)

    def _index_at(self, position: int) -> int:
        return max(bisect_right(self.runs, position, key=lambda run: run.start) - 1, 0)


def _source_stretch(run: Run, start: int, end: int) -> tuple[int, int]:
    """What of a run's original made the part of it that lies between two positions of the text."""
    if run.folded:
        return run.source_start, run.source_end
    shift = run.source_start - run.start
    return max(start, run.start) + shift, min(end, run.end) + shift


@dataclass(frozen=True, slots=True)
class ParagraphDraft:
    """A paragraph a reader found: its kind and its span, without the line feed that ends it.

    ``confidence`` is how sure the reader is of the kind, in per cent; below ``CONTESTED`` the user is asked to look.
    """

    kind: ParagraphKind
    start: int
    end: int
    confidence: int = 100
    role: Role = Role.NONE
    anchor: Anchor = Anchor()

    def __reduce__(self) -> tuple[object, ...]:
        return ParagraphDraft, (self.kind, self.start, self.end, self.confidence, self.role, self.anchor)


@dataclass(frozen=True, slots=True)
class SentenceDraft:
    """A sentence a reader found. The sentences of a paragraph tile it; trailing space belongs to the one before."""

    start: int
    end: int
    paragraph: int

    def __reduce__(self) -> tuple[object, ...]:
        return SentenceDraft, (self.start, self.end, self.paragraph)


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What a reader made of a source, before it is part of a case.

    ``metadata`` holds the candidates a reader trusts most; ``unconfirmed`` names the fields no person has confirmed.
    ``part`` is the id of the one of ``parts`` that was read; both are empty where a source is but one thing.
    """

    source: Source
    media_type: str
    reader: str
    reader_version: str
    encoding: str
    wrap: str
    warnings: tuple[Notice, ...]
    metadata: Metadata
    text: str
    positions: PositionMap
    paragraphs: tuple[ParagraphDraft, ...]
    sentences: tuple[SentenceDraft, ...]
    inlines: tuple[Inline, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    letters: Letters = Letters()
    part: str = ""
    parts: tuple[SourcePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the case, as the user sees it: its letter (never reused), what is known of it, its version.

    ``unconfirmed`` names the fields whose value a reader found and nobody has confirmed yet.
    """

    id: str
    letter: str
    version_id: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published_as_printed: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    piece: str | None = None
    unconfirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One reading of one source: which bytes, how acquired, by which reader, to which text.

    ``inlines_sha256`` names the blob that holds what is set apart inside its paragraphs; None where nothing is.
    """

    id: str
    article_id: str
    name: str
    media_type: str
    size: int
    original_sha256: str
    text_sha256: str
    map_sha256: str
    acquired_how: str
    acquired_at: str
    reader: str
    reader_version: str
    encoding: str
    wrap: str
    warnings: tuple[Notice, ...]
    part: str = ""
    candidates: tuple[Candidate, ...] = ()
    letters_seen: int = 0
    letters_kept: int = 0
    inlines_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stored paragraph; ``position`` counts from 0 in its version, ``confidence`` is in per cent."""

    id: str
    version_id: str
    position: int
    kind: ParagraphKind
    start: int
    end: int
    confidence: int = 100
    role: Role = Role.NONE
    anchor: Anchor = Anchor()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stored sentence. ``number`` ("12", "12a", "0a") never moves; it is "" while the sentence was never in the
    account. A retired sentence was merged into the one before it and is shown nowhere.
    """

    id: str
    version_id: str
    paragraph_id: str
    number: str
    start: int
    end: int
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of an article version inside one paragraph, with the SHA-256 of its words. It never moves."""

    id: str
    version_id: str
    start: int
    end: int
    sha256: str
