"""The outline of a report as pure data: what is said, in which order, and what refers to what. No Word, no files.

Everything is worded already. ``anchor`` names a place inside the report, ``url`` an http or https address. Of pieces,
stretches, sentences and rows a report has tens of thousands; they are named tuples, which are made in half the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar


class Tone(StrEnum):
    """How a stretch of words is meant; a writer decides how that looks."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    DIFFERS = "differs"
    DIFFERS_MUCH = "differs-much"
    UNKNOWN = "unknown"
    CODE = "code"
    ADDRESS = "address"
    TAG_VERIFIED = "tag.verified"
    TAG_DISPUTED = "tag.disputed"
    TAG_OPINION = "tag.opinion"
    TAG_UNCONFIRMED = "tag.unconfirmed"
    TAG_NO_CLAIM = "tag.no-claim"
    TAG_MIXED = "tag.mixed"


class Face(StrEnum):
    """How a source itself sets a stretch of its words."""

    SLANTED = "slanted"
    BOLD = "bold"
    FIXED = "fixed"
    RAISED = "raised"
    LOWERED = "lowered"


Faces = frozenset[Face]
"""The looks of a stretch together; raised and lowered are never both in it."""

NO_FACE: Faces = frozenset()


class Piece(NamedTuple):
    """A stretch of words. ``language`` is the BCP 47 tag of an article's words where the source states it, ``faces``
    how the source sets them, ``footnote`` what is told of it at the foot of the page.
    """

    text: str
    tone: Tone = Tone.PLAIN
    anchor: str = ""
    url: str = ""
    language: str = ""
    faces: Faces = NO_FACE
    footnote: tuple[Piece, ...] = ()


Phrase = tuple[Piece, ...]
"""Words in one paragraph."""

Cell = tuple[Phrase, ...]
"""The paragraphs of one cell of a table."""


class Row(NamedTuple):
    """A row of a table; ``anchor`` is its own place, to be referred to."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: heads, widths (shares of the line) and rows. Without heads it is a list of facts. ``together`` is for a
    short one, whose rows stay on one page.
    """

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    together: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part, or a division of one: a heading, words, tables, divisions. ``name`` is a stable key, not shown;
    ``title`` is the heading where an article's words in it have looks of their own; ``wide`` is for a part whose tables
    need pages on their side.
    """

    name: str
    heading: str
    level: int = 1
    lead: tuple[Phrase, ...] = ()
    grids: tuple[Grid, ...] = ()
    divisions: tuple[Section, ...] = ()
    title: Phrase = ()
    wide: bool = False

    def find(self, name: str) -> Section:
        """The division of this name, at any depth. Raises KeyError where there is none."""
        for section in self.walk():
            if section.name == name:
                return section
        raise KeyError(name)

    def walk(self) -> tuple[Section, ...]:
        """This section and every division under it, in reading order."""
        return (self, *(inner for division in self.divisions for inner in division.walk()))


@dataclass(frozen=True, slots=True)
class Legend:
    """A label with its sign, its word and what it means here."""

    label: str
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The head of the report."""

    kind: str
    title: str
    question: str
    question_line: str
    finding: tuple[str, ...]
    status: str
    version: str
    checkers: str
    reviewer: str
    when: str
    line: str
    legend: tuple[Legend, ...]
    legend_sentence: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many sentences of an article count as one label; ``label`` is "" for those not checked."""

    label: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The labels of one article's account, drawn in reading order of the legend. ``title`` is the name as its source
    sets it, ``spoken`` says it all in words.
    """

    name: str
    title: Phrase
    shares: tuple[Share, ...]
    total: int
    spoken: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What an editor must know first."""

    heading: str
    settle: Section
    open: Section
    counts_heading: str
    bars: tuple[Bar, ...]
    counts: Grid
    name: str = "summary"


@dataclass(frozen=True, slots=True)
class Comment:
    """A note in the margin. ``time`` is UTC, ISO 8601; ``number`` counts from 0 in reading order."""

    number: int
    author: str
    initials: str
    time: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageTag:
    """What is said of a passage that is not exactly a sentence, told where it ends."""

    label: str
    words: str
    refs: Phrase


class Stretch(NamedTuple):
    """A stretch of an article's words under one label and in one look, with the comments that begin and end with it.

    ``lead`` and ``tail`` stand raised around words their author put in or moved: " inserted ⟨" and "⟩".
    """

    text: str
    label: str = ""
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    tags: tuple[PassageTag, ...] = ()
    lead: str = ""
    tail: str = ""
    faces: Faces = NO_FACE


class AnnotatedSentence(NamedTuple):
    """A sentence in place: address, label in words, its words, what it refers to, the white space around it. What is
    set aside, has no number and is not judged has no address.
    """

    address: str
    anchor: str
    label: str
    tag: str
    claim: str
    stretches: tuple[Stretch, ...]
    refs: Phrase = ()
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The sentence's words, character for character."""
        return "".join(stretch.text for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class AnnotatedParagraph:
    """A paragraph of an article. ``aside`` is the word for its kind where it is set aside, else ""; ``role`` the word
    for what it is besides ("footnote"), ``locator`` its page or time where that is another than the one before.
    """

    kind: str
    aside: str
    sentences: tuple[AnnotatedSentence, ...]
    role: str = ""
    locator: str = ""

    @property
    def head(self) -> str:
        """What stands before its words: "[p. 3 · footnote] "; "" where there is nothing to say."""
        told = " · ".join(part for part in (self.locator, self.role or self.aside) if part)
        return f"[{told}] " if told else ""


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """The whole account of an article, with every judgement in place. ``title`` is the heading where words in it have
    looks of their own.
    """

    heading: str
    line: Phrase
    language: str
    paragraphs: tuple[AnnotatedParagraph, ...]
    remark: str = ""
    title: Phrase = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """All articles, and the comments in their margins."""

    heading: str
    lead: tuple[Phrase, ...]
    articles: tuple[AnnotatedArticle, ...]
    comments: tuple[Comment, ...]
    name: str = "annotated"


@dataclass(frozen=True, slots=True)
class Properties:
    """What the document says of itself. Times are UTC, ISO 8601."""

    title: str
    subject: str
    author: str
    program: str
    time: str


@dataclass(frozen=True, slots=True)
class Running:
    """The words on every page: ``page`` holds "{page}" and "{pages}" where the numbers go."""

    title: str
    status: str
    program: str
    page: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Embedded:
    """The machine-readable data a document carries: W3C annotations as JSON, and the SHA-256 of its UTF-8 bytes, which
    the report prints.
    """

    json: str
    sha256: str


_P = TypeVar("_P", "Summary", "Annotated")

Part = Section | Summary | Annotated
"""A part of a report under a heading of the first level; each has a ``name``."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report: the cover, then its parts in reading order, those of its template that were not switched off and
    have something to say. ``language`` is the BCP 47 tag of the report's own words.
    """

    language: str
    properties: Properties
    running: Running
    cover: Cover
    contents_heading: str
    table_word: str
    parts: tuple[Part, ...]
    template: str = "dossier"
    data: Embedded | None = None

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return any(part.name == name for part in self.parts)

    def section(self, name: str) -> Section:
        """The part of this name. Raises KeyError where there is none, or it is no section."""
        for part in self.parts:
            if part.name == name and isinstance(part, Section):
                return part
        raise KeyError(name)

    @property
    def summary(self) -> Summary:
        """The summary. Raises KeyError where the report has none."""
        return self._only(Summary)

    @property
    def annotated(self) -> Annotated:
        """The annotated articles. Raises KeyError where the report has none."""
        return self._only(Annotated)

    def _only(self, kind: type[_P]) -> _P:
        for part in self.parts:
            if isinstance(part, kind):
                return part
        raise KeyError(kind.__name__)
