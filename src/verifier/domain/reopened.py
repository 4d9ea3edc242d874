"""A report read back: the case its data describes, the comments that came with it, and what became of them.

Positions are code points, half open, into the reading text of one article version.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from verifier.domain.articles import Article, Paragraph, Sentence, Version
from verifier.domain.reading import Inline
from verifier.domain.steps import Row

MARKUP = "urn:verifier:data"
"""The namespace of the element that carries a report's data: ``<verifier xmlns="urn:verifier:data" sha256="…">``."""

FORM = 1
"""The form of the data; a program that knows only lower numbers refuses it."""


@dataclass(frozen=True, slots=True)
class ReportedText:
    """An article as a report carries it. ``version`` tells of the source what the report says of it: its bytes are not
    in the report.
    """

    article: Article
    version: Version
    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    inlines: tuple[Inline, ...] = ()


class Coming(StrEnum):
    """How a comment differs from what the report had when it was written."""

    CHANGED = "changed"
    ANSWERED = "answered"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of a document: who wrote it, when (as the document says), on which words, and its text."""

    author: str
    initials: str
    time: str
    words: str
    text: str

    @property
    def signed(self) -> str:
        """Who wrote it: "Ed Ito (EI)", "–" for nobody."""
        name = " ".join(self.author.split()) or "–"
        initials = " ".join(self.initials.split())
        return f"{name} ({initials})" if initials and initials != name else name


@dataclass(frozen=True, slots=True)
class ReturnedRemark:
    """A comment that has its place: a span of a version, or, where ``mark_id`` is given, the passage of that mark."""

    how: Coming
    remark: Remark
    version_id: str
    start: int
    end: int
    mark_id: str = ""


@dataclass(frozen=True, slots=True)
class DossierDraft:
    """What a report says, before it is a case. ``rows`` are those of all tables but articles, versions, paragraphs and
    sentences, parents before children. ``sha256`` is that of the report's bytes, ``left`` what the report's own data
    tells of earlier readings, which it does not carry, ``silenced`` the ids of marks whose comment somebody took out.
    """

    name: str
    sha256: str
    texts: tuple[ReportedText, ...]
    rows: tuple[Row, ...]
    returned: tuple[ReturnedRemark, ...] = ()
    homeless: tuple[Remark, ...] = ()
    left: tuple[str, ...] = ()
    silenced: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CameBack:
    """A comment that stands in the new case: how it came, where ("A12"), and what it says. ``printed`` tells that it
    now stands under a printed note, so that the next report prints it.
    """

    how: Coming
    address: str
    remark: Remark
    printed: bool


@dataclass(frozen=True, slots=True)
class Reopened:
    """A case made from a report: where it is, how much came, and the lists of what an editor said in the margins.

    ``homeless`` and ``left`` fit nowhere; they stand in the case as open questions. ``silenced`` are the addresses of
    notes whose comment was taken out of the document; they are in the case all the same. ``missing`` names the parts
    of the case the report does not tell of ("links"), since the part that prints them was switched off.
    """

    case: Path
    articles: int
    marks: int
    links: int
    notes: int
    came: tuple[CameBack, ...] = ()
    homeless: tuple[Remark, ...] = ()
    left: tuple[str, ...] = ()
    silenced: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
