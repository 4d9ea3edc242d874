"""A source on its way into the case: where its reading stands, and what the user makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from verifier.domain.articles import CONTESTED, ArticleDraft, Metadata, ParagraphDraft
from verifier.domain.errors import VerifierError
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind, PartKind
from verifier.domain.reading import ReadOptions, SourcePart

if TYPE_CHECKING:
    from verifier.session.jobs import FetchJob, ReadJob, SourceJob

    Reads = ReadJob | SourceJob | FetchJob
    """A job that ends in an article draft."""

MOST_LOST = 0.02
"""The share of the letters seen that may be missing before it is a red warning."""

FIELDS = tuple(Metadata.__slots__)
"""The fields of what a source states of itself."""

NO_QUESTION = frozenset({"hyphens-dropped", "page-saved", "page-archived"})
"""Notices that tell what was done, or when, and ask for nothing."""


class State(Enum):
    """Where the reading of a source stands."""

    OFFERED = "offered"
    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    REFUSED = "refused"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said of a reading: kinds by the place of their paragraph, what is known, what stays open."""

    kinds: Mapping[int, ParagraphKind] = field(default_factory=dict)
    metadata: Metadata = field(default_factory=Metadata)
    unconfirmed: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Entry:
    """One source. ``alternatives`` are other jobs that read the same thing, each with what it is called.

    ``ticked`` says that it is to be added, ``same_as`` says in words what has the same bytes already ("" for
    nothing), ``looked_up`` that this was asked since it was read. ``article_id`` is the article of the case whose
    reading this is ("" for a new one).
    """

    name: str
    job: Reads
    state: State = State.WAITING
    ticked: bool = True
    draft: ArticleDraft | None = None
    error: VerifierError | None = None
    answers: Answers = field(default_factory=Answers)
    same_as: str = ""
    looked_up: bool = False
    article_id: str = ""
    alternatives: tuple[tuple[str, Reads], ...] = ()
    parent: Entry | None = None
    reread: bool = False
    """Whether it was read again since it was first shown."""

    def take(self, draft: ArticleDraft) -> None:
        """Have a reading. What a person said of its paragraphs is gone with them; what was confirmed stays."""
        self.state, self.draft, self.error = State.READ, draft, None
        self.same_as, self.looked_up = "", False
        said, open_before = self.answers.metadata, self.answers.unconfirmed
        values = {name: getattr(said, name) for name in FIELDS if name not in open_before}
        kept = {name: value for name, value in values.items() if value is not None}
        metadata = replace(draft.metadata, **kept)
        self.answers = Answers(metadata=metadata, unconfirmed=frozenset(draft.unconfirmed) - kept.keys())

    def refuse(self, error: VerifierError) -> None:
        """Have no reading, and why. A reading there was before stays."""
        if error.code == "cancelled":
            self.state = State.READ if self.draft else State.CANCELLED
            self.ticked = self.ticked and self.draft is not None
        else:
            self.state, self.error, self.draft = State.REFUSED, error, None

    @property
    def is_busy(self) -> bool:
        """Whether it is being read, or waits for it."""
        return self.state in (State.WAITING, State.READING)

    @property
    def never_came(self) -> bool:
        """Whether there are no bytes at all that could be read otherwise: its page could not be fetched."""
        return self.error is not None and self.error.code.startswith("url-")

    def paragraph(self, place: int) -> ParagraphDraft:
        """A paragraph as it stands now: a kind a person gave is sure."""
        assert self.draft is not None
        found = self.draft.paragraphs[place]
        kind = self.answers.kinds.get(place)
        return found if kind is None else replace(found, kind=kind, confidence=100)

    def in_account(self) -> list[bool]:
        """For each paragraph whether it is part of the account, as it stands now."""
        found = [row.kind in ACCOUNT_KINDS for row in self.draft.paragraphs] if self.draft else []
        for place, kind in self.answers.kinds.items():
            found[place] = kind in ACCOUNT_KINDS
        return found

    def set_kind(self, places: list[int], kind: ParagraphKind | None) -> None:
        """Say what paragraphs are; None says they are what they were taken for."""
        assert self.draft is not None
        said = {place: kind or self.paragraph(place).kind for place in places}
        self.answers = replace(self.answers, kinds={**self.answers.kinds, **said})

    def doubts(self) -> list[int]:
        """The places of the paragraphs whose kind is contested and about which nobody said anything yet."""
        if self.draft is None:
            return []
        return [
            place
            for place, paragraph in enumerate(self.draft.paragraphs)
            if paragraph.confidence < CONTESTED and place not in self.answers.kinds
        ]

    def finished(self) -> ArticleDraft:
        """The reading with all that was said of it, ready to be added."""
        assert self.draft is not None
        return replace(
            self.draft,
            paragraphs=tuple(self.paragraph(place) for place in range(len(self.draft.paragraphs))),
            metadata=self.answers.metadata,
            unconfirmed=tuple(name for name in FIELDS if name in self.answers.unconfirmed),
        )

    def others(self, *, attached: bool = False) -> list[SourcePart]:
        """The parts inside the source: those that can be read in place of this one, or what is attached."""
        parts = self.draft.parts if self.draft else ()
        return [part for part in parts if (part.kind is PartKind.ATTACHMENT) is attached]

    def is_in_question(self) -> bool:
        """Whether a person should look before it is added."""
        if self.draft is None:
            return True
        warned = any(notice.code not in NO_QUESTION for notice in self.draft.warnings)
        choice = len(self.others()) > 1 or bool(self.others(attached=True))
        return bool(warned or choice or self.doubts() or self.same_as or letters_lost(self.draft))


def letters_lost(draft: ArticleDraft) -> bool:
    """Whether more letters of a source are missing than may be."""
    return draft.letters.seen - draft.letters.kept > draft.letters.seen * MOST_LOST


def sentences_in(entry: Entry) -> int:
    """How many sentences the account has, as it stands now."""
    if entry.draft is None:
        return 0
    kept = entry.in_account()
    return sum(kept[sentence.paragraph] for sentence in entry.draft.sentences)


def same_entry(entries: Sequence[Entry], entry: Entry) -> str:
    """The name of a source listed before this one that has the same bytes and part, "" where there is none."""
    before = entries[: entries.index(entry)] if entry in entries else ()
    own = entry.draft
    if own is None:
        return ""
    read = ((one.name, one.draft) for one in before if one.draft is not None)
    same = (name for name, draft in read if (draft.source.data, draft.part) == (own.source.data, own.part))
    return next(same, "")


def options_of(entry: Entry) -> ReadOptions:
    """What the reader was asked last."""
    return entry.job.options
