"""What the names of styles say of paragraphs, and how words look, in any word processor's document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.domain.kinds import ParagraphKind, Role
from verifier.readers.written import Shape

_HEADING = re.compile(r"heading ?(\d)")
_LIST = re.compile(r"list(?: (?:bullet|number|continue))?(?: \d)?")
_CONTENTS = re.compile(
    r"(?:toc|index) ?\d|toc heading|index heading|table of (?:figures|authorities)|toa heading"
)

_KINDS = {
    "title": Shape(ParagraphKind.HEADLINE, level=1),
    "headline": Shape(ParagraphKind.HEADLINE, level=1),
    "subtitle": Shape(ParagraphKind.HEADING, level=2, weak=True),
    "standfirst": Shape(ParagraphKind.HEADING, level=2, weak=True),
    "subheading": Shape(ParagraphKind.HEADING, level=2),
    "subhead": Shape(ParagraphKind.HEADING, level=2),
    "crosshead": Shape(ParagraphKind.HEADING, level=3),
    "byline": Shape(ParagraphKind.BYLINE),
    "author": Shape(ParagraphKind.BYLINE),
    "dateline": Shape(ParagraphKind.DATELINE),
    "credit": Shape(ParagraphKind.CREDIT),
    "quote": Shape(ParagraphKind.QUOTE),
    "intense quote": Shape(ParagraphKind.QUOTE),
    "block text": Shape(ParagraphKind.QUOTE),
    "block quote": Shape(ParagraphKind.QUOTE),
    "block quotation": Shape(ParagraphKind.QUOTE),
    "blockquote": Shape(ParagraphKind.QUOTE),
    "quotations": Shape(ParagraphKind.QUOTE),
    "contents": Shape(ParagraphKind.FURNITURE, role=Role.NAVIGATION),
}
_CODE = frozenset({"html code", "code", "source code", "verbatim char", "source text", "html preformatted"})

NO_AUTHORS = frozenset(
    {
        "python-docx",
        "microsoft office user",
        "windows user",
        "user",
        "admin",
        "administrator",
        "owner",
        "unknown",
        "un-named",
        "author",
    }
)
"""What programs write where nobody has given a name."""


def named_shape(name: str) -> Shape | None:
    """What a style's name says of its paragraphs, in lower case; None where it says nothing."""
    heading = _HEADING.fullmatch(name)
    if heading:
        return Shape(ParagraphKind.HEADING, level=max(1, int(heading[1])))
    if _CONTENTS.fullmatch(name):
        return Shape(ParagraphKind.FURNITURE, 95, role=Role.NAVIGATION)
    if _LIST.fullmatch(name):
        return Shape(ParagraphKind.LIST)
    if name.endswith("caption"):  # also "table caption", "figure caption" and the like
        return Shape(ParagraphKind.CAPTION)
    return _KINDS.get(name)


def is_code_name(name: str) -> bool:
    """Whether a style of that name, in lower case, is for code."""
    return name in _CODE


def outlined(level: int) -> Shape:
    """The shape of a paragraph with an outline level, from 0; 9 is running text."""
    return Shape(ParagraphKind.HEADING, level=level + 1) if 0 <= level < 9 else Shape()


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, as far as it is stated: None where nothing is."""

    hidden: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    raised: str | None = None
    language: str | None = None
    struck: bool | None = None

    def over(self, base: Look) -> Look:
        """This look where it is stated, else the other."""
        return Look(
            *(
                getattr(base, name) if getattr(self, name) is None else getattr(self, name)
                for name in Look.__slots__
            )
        )
