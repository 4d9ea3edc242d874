"""The look of the Word report in one place: colours by role, and names of the styles of our template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from verifier.reports.parts import Tone

INK: Final = "1F1E1B"
QUIET: Final = "5F5D57"
HAIRLINE: Final = "C9C6BD"
ACCENT: Final = "1F5F99"

LINES: Final = {
    "verified": "17694A",
    "disputed": "A2330F",
    "opinion": "5B45A8",
    "unconfirmed": "7A5C00",
    "no-claim": "6B6962",
    "mixed": "44525E",
    "": "D3D0C8",
}
"""The colour of each label's words and of its share of a bar; "" is not checked."""

FILLS: Final = {"verified": "E3F1E9", "disputed": "F7D3C4", "unconfirmed": "F8EECB"}
"""The shading of words under a label."""

UNDERLINES: Final = {"disputed": "single", "opinion": "dotted", "unconfirmed": "dash"}
"""The underline of words under a label, which tells labels apart without colour."""

SERIF: Final = "Times New Roman"
SANS: Final = "Arial"
MONO: Final = "Courier New"
SIGNS: Final = "Segoe UI Symbol"
"""The font that has the label signs where the text fonts have not."""

STYLE_WORD: Final = {
    "verified": "Verified",
    "disputed": "Disputed",
    "opinion": "Opinion",
    "unconfirmed": "Unconfirmed",
    "no-claim": "NoClaim",
    "mixed": "Mixed",
}
"""Each label's part in the names of character styles: TagVerified, PlaceVerified, MarkVerified."""

TONE_STYLES: Final = {
    Tone.PLAIN: "",
    Tone.QUIET: "Quiet",
    Tone.STRONG: "Strong",
    Tone.DIFFERS: "Differs",
    Tone.DIFFERS_MUCH: "DiffersMuch",
    Tone.UNKNOWN: "Unknown",
    Tone.CODE: "Code",
    Tone.ADDRESS: "Address",
    **{Tone(f"tag.{label}"): f"Tag{word}" for label, word in STYLE_WORD.items()},
}
"""The character style of each tone."""

PARAGRAPH_STYLES: Final = {
    "headline": "ArticleHeadline",
    "heading": "ArticleHeading",
    "quote": "ArticleQuote",
    "list": "ArticleList",
}
"""The style of a paragraph of an annotated article, by kind; every other kind is article text."""

PAGES: Final = {"a4": (11906, 16838), "letter": (12240, 15840)}
"""Width and height of each paper in twentieths of a point."""

MARGIN: Final = 1304
"""The left and right margin in twentieths of a point (2.3 cm)."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a page, and how far its head and foot stand from its edges, in twentieths of a point."""

    top: int = 1417
    right: int = MARGIN
    bottom: int = 1304
    left: int = MARGIN
    header: int = 624
    footer: int = 567
    gutter: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A paper ("a4", "letter") with its margins."""

    paper: str = "a4"
    margins: Margins = Margins()

    def sides(self, *, turned: bool = False) -> tuple[int, int]:
        """Width and height in twentieths of a point; ``turned`` for a page on its side."""
        width, height = PAGES[self.paper]
        return (height, width) if turned else (width, height)

    def line(self, *, turned: bool = False) -> int:
        """The width between the margins in twentieths of a point."""
        inside = self.margins.left + self.margins.right + self.margins.gutter
        return self.sides(turned=turned)[0] - inside


MEMO_MARGINS: Final = Margins(top=1134, right=1191, bottom=1020, left=1191, header=510, footer=454)
"""The margins of a memo, which is to be two pages."""

MEMO_SPACING: Final = {
    "Heading1": (200, 40),
    "Heading2": (110, 30),
    "Subtitle": (0, 100),
    "Legend": (70, 0),
    "Lead": (0, 40),
    "LeadKept": (0, 40),
    "Caption": (40, 60),
    "BarName": (30, 20),
}
"""The space above and below the paragraphs of a memo, in twentieths of a point, by style."""

MEMO_LINES: Final = {
    "Finding": "259",
    "TableText": "235",
    "TableTextKept": "235",
    "Lead": "245",
    "LeadKept": "245",
}
"""The leading of a memo, in 240ths of a line, by style."""

MEMO_CELLS: Final = "34"
"""The space above and below the words of a cell of a memo, in twentieths of a point."""

MEMO_SIZES: Final = {
    "Title": 40, "Heading1": 28, "Heading2": 23, "Finding": 22, "Lead": 19, "TableText": 17, "FootnoteText": 15,
}  # fmt: skip
"""The letters of a memo in half points, by style."""
