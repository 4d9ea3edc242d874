"""What readers are asked and what they answer beside the text: places, roles, candidates, parts, letters.

Positions are code points, half open, into the reading text unless it is said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from verifier.domain.kinds import InlineKind, Origin, PartKind

_WITHOUT_TEXT = (
    *(
        "image/",
        "audio/",
        "video/",
        "font/",
        "application/pgp-",
        "application/pkcs7-",
        "application/x-pkcs7-",
    ),
    *("application/ms-tnef", "application/vnd.ms-tnef"),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle on a page: the page from 1, the edges in points (1/72 inch) from its upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    def __reduce__(self) -> tuple[object, ...]:
        return Spot, (self.page, self.left, self.top, self.right, self.bottom)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in its source a paragraph stands, in the terms of the source's form; empty where a form has no such term.

    ``spots`` for pages, in reading order; ``part`` the member or chapter, ``paragraph`` its number in that part, from
    0; ``xpath`` an element of a page; ``record`` a record, mail part or cue; ``time`` a stretch of a recording
    ("00:01:02.500 --> 00:01:05.000").
    """

    spots: tuple[Spot, ...] = ()
    part: str = ""
    paragraph: int | None = None
    xpath: str = ""
    record: str = ""
    time: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        return Anchor, (self.spots, self.part, self.paragraph, self.xpath, self.record, self.time)


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch inside a paragraph that its source sets apart: emphasised, linked, inserted. ``target`` is where a
    link leads, or the number of a note.
    """

    kind: InlineKind
    start: int
    end: int
    target: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        return Inline, (self.kind, self.start, self.end, self.target)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value a source offers for a field of its metadata, and where it stands: ``detail`` names the property,
    element or header.
    """

    field: str
    value: str
    origin: Origin
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SourcePart:
    """Something inside a source that can be read for itself: a page of an archive, a chapter, an alternative text or
    an attachment of a mail. ``size`` is in bytes.
    """

    id: str
    kind: PartKind
    name: str
    media_type: str
    size: int

    @property
    def may_hold_text(self) -> bool:
        """Whether it is none of what never holds an article: a picture, sound, film, font or signature."""
        return not self.media_type.startswith(_WITHOUT_TEXT)


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters and digits an independent parse of the source saw, and those the reading text has.

    ``missing`` holds the beginnings of the longest stretches that are not in the reading text.
    """

    seen: int = 0
    kept: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a reader is asked beside the bytes.

    ``form`` overrides the form found, ``encoding`` the encoding found, ``wrap`` how line breaks are read, ``part``
    names a ``SourcePart`` to read instead of the first. ``whole`` says that every block was chosen by the user, so
    that nothing is set aside as the page's.
    """

    encoding: str | None = None
    wrap: str = "auto"
    form: str | None = None
    part: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes inside a source that hold the words, and what their wrapping says of them.

    ``url`` and ``stated_encoding`` are what the transport said ("" for nothing), ``record`` names the part.
    """

    data: bytes
    media_type: str = ""
    url: str = ""
    stated_encoding: str = ""
    record: str = ""
    candidates: tuple[Candidate, ...] = ()
