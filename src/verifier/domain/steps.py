"""Steps: what one user action changed, as values that can be stored, undone and shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

JsonValue: TypeAlias = "bool | int | str | list[JsonValue] | dict[str, JsonValue] | None"

Row: TypeAlias = object
"""A frozen dataclass of ``verifier.domain`` with an ``id``: one row of one table of ``verifier.domain.rows``."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None means it was or is not there. ``table`` is a key of ``rows.TABLES``."""

    table: str
    key: str
    before: Row | None
    after: Row | None

    @property
    def inverse(self) -> RowChange:
        """The change that takes this one back."""
        return RowChange(self.table, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step about to be taken. ``what`` is a stable key ("mark"); ``values`` fill its sentence in the history."""

    what: str
    changes: tuple[RowChange, ...]
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    undoes: str | None = None
    redoes: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the journal. ``time`` is UTC in milliseconds with offset; order is by ``sequence`` (from 1)."""

    id: str
    sequence: int
    copy_id: str
    checker: str
    time: str
    schema: int
    what: str
    values: tuple[tuple[str, str], ...]
    undoes: str | None
    redoes: str | None
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a finished step touched, by id. ``marks`` holds passage ids whose judgement changed; views repaint the
    places named here and nothing else. ``step`` is None where nothing had to change.
    """

    articles: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()
    passages: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    case: bool = False
    claims: frozenset[str] = frozenset()
    rejections: frozenset[str] = frozenset()
    absences: frozenset[str] = frozenset()
    step: Step | None = None

    def __bool__(self) -> bool:
        return self.step is not None
