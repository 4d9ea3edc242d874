"""What the stories of a Word document share: its parts and styles, its comments, its notes, what was counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from verifier.domain.kinds import Role
from verifier.readers import stories
from verifier.readers.note_numbers import numbered
from verifier.readers.shapes import Look
from verifier.readers.word.parts import Parts
from verifier.readers.word.styles import Styles
from verifier.readers.written import Mark, Written


@dataclass(slots=True)
class References:
    """The notes of one kind as the text refers to them: in order, each with its number and what became of it."""

    format: str = "decimal"
    numbers: dict[str, str] = field(default_factory=dict)
    fates: dict[str, Role] = field(default_factory=dict)
    _count: int = 0

    def refer(self, id: str, fate: Role, *, custom: bool) -> str:
        """Take down a reference; the number that is printed for it, "" where its mark is written out."""
        if id in self.fates:
            return self.numbers.get(id, "")
        self.fates[id] = fate
        if custom or fate is not Role.NONE:
            return ""
        self._count += 1
        self.numbers[id] = numbered(self._count, self.format)
        return self.numbers[id]


@dataclass(slots=True)
class Document:
    """A Word document while it is read."""

    parts: Parts
    styles: Styles
    record: str = ""
    comments: dict[str, list[Written]] = field(default_factory=dict)
    told_comments: set[str] = field(default_factory=set)
    authors: dict[str, None] = field(default_factory=dict)
    """Who commented, in order."""
    footnotes: References = field(default_factory=References)
    endnotes: References = field(default_factory=lambda: References("lowerRoman"))
    looks: dict[tuple[Look, str | None, str | None], tuple[Look, tuple[Mark, ...]]] = field(
        default_factory=dict
    )
    """How runs look and are set apart, by what they state themselves, their paragraph's style and their own."""
    counts: Counter[str] = field(default_factory=Counter)
    """Stretches by what became of them; embedded objects; parts that are not read."""
    languages: Counter[str] = field(default_factory=Counter)
    """Letters by the language stated for them."""


Story = stories.Story[Document]
"""A story of a Word document."""
