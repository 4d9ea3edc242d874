"""What comparing finds, as values: suggestions with their reasons, quotations, figures, names, what stands alone.

Spans are code points, half open, into the text of the article version they belong to. Nothing here judges: a
suggestion is a place worth looking at, and "differs" never means "contradicts".

What a comparison holds by the thousand says itself how it is pickled on its way out of the child process, as in
``verifier.domain.articles``; suggestions and their reasons are named tuples, which are made in a third of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

Span = tuple[int, int]
"""Start and end in code points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of an account as far as comparing goes: its id, its number ("12a"), its span with the white space
    at its end, and the number of its paragraph, counted from 0 among all of the version's paragraphs.
    """

    id: str
    number: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Account:
    """An article as comparing sees it: its text and the sentences of its account in reading order.

    ``paragraphs`` are the spans of the paragraphs that belong to the account, ``blocks`` those of them that are block
    quotes. ``language`` is a tag such as "en", or "" where it is not known; ``published`` an ISO date the user has
    confirmed or set, else "".
    """

    article_id: str
    letter: str
    text: str
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Span, ...]
    language: str = ""
    published: str = ""
    blocks: tuple[Span, ...] = ()


class ReasonKind(StrEnum):
    """Why two passages are put side by side."""

    WORDS = "words"
    PHRASE = "phrase"
    QUOTATION = "quotation"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"


class Reason(NamedTuple):
    """What two passages have in common: the spans in the one and in the other, and how much it weighs (0 to 1)."""

    kind: ReasonKind
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    weight: float


class Suggestion(NamedTuple):
    """Two sentences of different articles that may speak of the same. ``a`` is of the article with the earlier
    letter. ``score`` orders suggestions of one pair of articles and means nothing across pairs; ``mutual`` says that
    each is the other's best, and by more than words that tell nothing. Ranks count from 1 among the suggestions of
    that sentence for the other article.
    """

    a: str
    b: str
    score: float
    mutual: bool
    rank_a: int
    rank_b: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: the span between the marks, the span with the marks, who speaks where that is sure ("" where it
    is not) with the span of the name, and whether a closing mark is missing.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    speaker: str = ""
    speaker_span: Span | None = None
    open_ended: bool = False


class Likeness(StrEnum):
    """How the same words are quoted in two articles."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    ELIDED = "elided"
    EDITED = "edited"
    UNMARKED = "unmarked"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class QuotationMatch:
    """The same quotation in two articles. ``article_a`` has the earlier letter; where the likeness is *unmarked* the
    words stand there without marks. ``differing_a`` and ``differing_b`` are the spans of words that differ.
    """

    article_a: str
    article_b: str
    a: Quotation
    b: Quotation
    likeness: Likeness
    differing_a: tuple[Span, ...] = ()
    differing_b: tuple[Span, ...] = ()


class FigureKind(StrEnum):
    """What a figure measures."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    COUNT = "count"
    AGE = "age"
    SCORE = "score"
    ORDINAL = "ordinal"
    DURATION = "duration"
    MEASURE = "measure"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or date in a text. ``low`` and ``high`` bound what it says, None where it is open ("at least 300" has
    no high); for a date they are ISO days as whole numbers (proleptic ordinals). ``unit`` is the currency, the thing
    counted or the measure, folded and stemmed; ``approximate`` says that it is hedged ("nearly", "some").
    ``resolved`` says, for a relative date, that the article's date was used.
    """

    kind: FigureKind
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str = ""
    approximate: bool = False
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class NameVariant:
    """Two spellings that may be one name: the words as they stand and every place of each, article id and span."""

    usual: str
    variant: str
    usual_places: tuple[tuple[str, Span], ...]
    variant_places: tuple[tuple[str, Span], ...]


class AloneKind(StrEnum):
    """What only one article has."""

    SENTENCE = "sentence"
    FIGURE = "figure"
    NAME = "name"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Alone:
    """Something no other article was seen to have: its article, its span, and the sentence it is in. It is *not
    compared* until a checker confirms that he looked.
    """

    kind: AloneKind
    article_id: str
    sentence_id: str
    start: int
    end: int


class FactKind(StrEnum):
    """The rows of the fact strip."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    SPEAKER = "speaker"
    STATUS = "status"
    NEGATION = "negation"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class FactRow:
    """What two passages say of one thing: the spans on either side, and whether they differ."""

    kind: FactKind
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    differs: bool


class CueKind(StrEnum):
    """What a cue word may be a sign of."""

    EVALUATIVE = "evaluative"
    HEDGE = "hedge"
    CERTAINTY = "certainty"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the author's own voice that evaluates, hedges or insists: its sentence and its span."""

    kind: CueKind
    sentence_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that comparing found in a case. Figures and quotations are by article id."""

    suggestions: tuple[Suggestion, ...] = ()
    quotations: tuple[tuple[str, tuple[Quotation, ...]], ...] = ()
    matches: tuple[QuotationMatch, ...] = ()
    figures: tuple[tuple[str, tuple[Figure, ...]], ...] = ()
    names: tuple[NameVariant, ...] = ()
    alone: tuple[Alone, ...] = ()
    cues: tuple[tuple[str, tuple[Cue, ...]], ...] = ()
