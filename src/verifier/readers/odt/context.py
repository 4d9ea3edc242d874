"""What the stories of an OpenDocument text share: its package, styles, tracked changes, notes, what was counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.domain.kinds import Role
from verifier.readers import stories
from verifier.readers.odt.styles import Styles
from verifier.readers.packages import Package
from verifier.readers.written import Written

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_REPEATED = 1_000_000
"""So many characters are made by repeating cells, rows and spaces in one document."""


@dataclass(slots=True)
class Document:
    """An OpenDocument text while it is read; ``package`` is None for one in a single file."""

    styles: Styles
    record: str = ""
    package: Package | None = None
    inserted: set[str] = field(default_factory=set)
    deleted: dict[str, _Element] = field(default_factory=dict)
    notes: dict[Role, list[Written]] = field(default_factory=lambda: {Role.FOOTNOTE: [], Role.ENDNOTE: []})
    commented: set[str] = field(default_factory=set)
    """The names of the comments that say where the words they are about end."""
    authors: dict[str, None] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    repeated: int = 0

    def repeat(self, wanted: int, size: int = 1) -> int:
        """How often something of ``size`` characters is to be made, within what is left for the document."""
        left = max(0, MOST_REPEATED - self.repeated)
        granted = max(1, min(wanted, left // max(1, size)))
        self.repeated += granted * size
        self.counts["repeated"] += granted < wanted
        return granted


Story = stories.Story[Document]
"""A story of an OpenDocument text."""
