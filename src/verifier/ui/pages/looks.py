"""How the words of a page look: one format a style, tone, label and face. Colours are those of the light theme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from verifier.reports.parts import NO_FACE, Face, Faces, Tone
from verifier.ui.look.theme import Theme, load_theme
from verifier.ui.pages.paper import UNIT

SERIF: Final = ["Times New Roman", "Liberation Serif", "Nimbus Roman", "Tinos", "Noto Serif", "DejaVu Serif"]
SANS: Final = ["Arial", "Liberation Sans", "Helvetica", "Nimbus Sans", "Noto Sans", "DejaVu Sans"]
MONO: Final = ["Courier New", "Liberation Mono", "Nimbus Mono PS", "Noto Sans Mono", "DejaVu Sans Mono"]

_USER = QTextFormat.Property.UserProperty.value
KEPT, NEW_PAGE = _USER + 1, _USER + 2
"""Properties of a paragraph: it stays on one page with the next; it begins a page."""

_UNDERLINES: Final = {
    "disputed": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "opinion": QTextCharFormat.UnderlineStyle.DotLine,
    "unconfirmed": QTextCharFormat.UnderlineStyle.DashUnderline,
}
"""The underline of words under a label, which tells labels apart without colour."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set. Lengths are points, ``leading`` is a multiple of the font's own line."""

    size: float
    sans: bool = False
    bold: bool = False
    slanted: bool = False
    colour: str = "ink"
    before: float = 0.0
    after: float = 0.0
    leading: float = 1.1
    left: float = 0.0
    kept: bool = False
    new_page: bool = False


STYLES: Final = {
    "cover-line": Style(8.5, sans=True, colour="quiet", after=4),
    "title": Style(23, bold=True, after=4, leading=1.05, kept=True),
    "subtitle": Style(9.5, sans=True, colour="quiet", after=10),
    "finding": Style(13, leading=1.2),
    "legend": Style(8.5, sans=True, colour="quiet", before=6, leading=1.15),
    "contents": Style(8.5, sans=True, colour="accent", before=6, leading=1.2),
    "heading-1": Style(16, bold=True, before=20, after=5, kept=True),
    "heading-1-page": Style(16, bold=True, after=5, kept=True, new_page=True),
    "heading-2": Style(13, bold=True, before=13, after=4, kept=True),
    "heading-3": Style(11, sans=True, bold=True, before=10, after=3, kept=True),
    "lead": Style(10.5, after=4),
    "lead-kept": Style(10.5, after=4, kept=True),
    "source-line": Style(9, sans=True, colour="quiet", after=7, kept=True),
    "table": Style(9.5, after=1, leading=1.05),
    "table-head": Style(7.5, sans=True, bold=True, colour="quiet", leading=1.0),
    "bar-name": Style(8.5, sans=True, colour="quiet", before=4, after=2, kept=True),
    "bar": Style(7, sans=True, bold=True, colour="paper", leading=1.0),
    "bar-dark": Style(7, sans=True, bold=True, leading=1.0),
    "caption": Style(9, slanted=True, colour="quiet", before=4, after=8),
    "article": Style(11, after=8, leading=1.3),
    "headline": Style(14, bold=True, before=3, after=7, leading=1.2, kept=True),
    "heading": Style(12, bold=True, before=8, after=5, leading=1.2, kept=True),
    "quote": Style(11, after=8, leading=1.3, left=24),
    "list": Style(11, after=4, leading=1.25, left=15),
    "aside": Style(9.5, colour="quiet", after=8, leading=1.2, left=15),
    "note": Style(9, sans=True, after=3, leading=1.1, left=14),
    "gap": Style(1, leading=1.0),
}
"""Every style of a paragraph."""

_CLOSE_SIZES: Final = {
    "title": 20, "heading-1": 14, "heading-1-page": 14, "heading-2": 11.5, "finding": 11, "lead": 9.5, "lead-kept": 9.5,
    "table": 8.5, "note": 7.5, "caption": 8, "legend": 8,
}  # fmt: skip
_CLOSE_ROOM, _CLOSE_LEADING = 0.5, 0.06

CLOSE_STYLES: Final = {
    key: replace(
        style,
        size=_CLOSE_SIZES.get(key, style.size),
        before=style.before * _CLOSE_ROOM,
        after=style.after * _CLOSE_ROOM,
        leading=max(1.0, style.leading - _CLOSE_LEADING),
    )
    for key, style in STYLES.items()
}
"""The same for a report set closer: smaller letters, less space."""

CLOSEST_STYLES: Final = {
    key: replace(
        style, size=style.size * 0.93, before=style.before * 0.6, after=style.after * 0.6, leading=1.0
    )
    for key, style in CLOSE_STYLES.items()
}
"""The same for one that would not be short enough even so."""

_RAISED_SANS = 11.5
"""Points of the raised words before a sentence; raised letters get two thirds."""


class Looks:
    """The formats of one document, each made once; ``close`` is 1 for one set closer, 2 for one set closest.
    ``padding`` is how many points are above and below the words of a row.
    """

    def __init__(self, *, close: int = 0) -> None:
        self._styles = (STYLES, CLOSE_STYLES, CLOSEST_STYLES)[close]
        self.padding = (2.6, 1.7, 1.2)[close]
        self._small = (8.0, 7.6, 7.0)[close]
        self._theme: Theme = load_theme("light")
        self.block = cache(self._block)
        self.words = cache(self._words)
        self.piece = cache(self._piece)
        self.marked = cache(self._marked)
        self.place = cache(self._place)
        self.raised = cache(self._raised)

    def colour(self, role: str) -> QColor:
        """The colour of a role on paper: what is the screen's background there is white."""
        return QColor(0xFFFFFF) if role == "paper" else self._theme.colour(role)

    def line(self, label: str) -> QColor:
        """The colour of a label's words; "" is not checked."""
        return self.colour(f"label.{label or 'unchecked'}.line")

    def _block(self, style: str, from_right: bool = False) -> QTextBlockFormat:
        look, form = self._styles[style], QTextBlockFormat()
        form.setTopMargin(look.before * UNIT)
        form.setBottomMargin(look.after * UNIT)
        form.setLeftMargin(look.left * UNIT)
        form.setLineHeight(look.leading * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setProperty(KEPT, look.kept)
        form.setProperty(NEW_PAGE, look.new_page)
        if from_right:
            from PySide6.QtCore import Qt

            form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return form

    def _words(self, style: str) -> QTextCharFormat:
        look = self._styles[style]
        form = self._faced(SANS if look.sans else SERIF, look.size, bold=look.bold)
        form.setFontItalic(look.slanted)
        form.setForeground(self.colour(look.colour))
        return form

    def _faced(self, families: list[str], size: float, *, bold: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontFamilies(families)
        form.setProperty(QTextFormat.Property.FontPixelSize, round(size * UNIT))
        form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return form

    def _piece(self, style: str, tone: Tone, faces: Faces = NO_FACE, link: str = "") -> QTextCharFormat:
        """Words of a tone in a paragraph of a style; ``link`` is where they lead: "#anchor" or an address."""
        form = QTextCharFormat(self.words(style))
        if str(tone).startswith("tag."):
            form.merge(self._faced(SANS, self._small, bold=True))
            form.setForeground(self.line(str(tone)[4:]))
        elif tone in _TONED:
            _TONED[tone](self, form)
        _face(form, faces)
        if link:
            form.setAnchor(True)
            form.setAnchorHref(link)
            if tone not in (Tone.ADDRESS,) and not str(tone).startswith("tag."):
                form.setForeground(self.colour("accent"))
        return form

    def _quiet(self, form: QTextCharFormat) -> None:
        form.setForeground(self.colour("quiet"))

    def _strong(self, form: QTextCharFormat) -> None:
        form.setFontWeight(QFont.Weight.Bold)

    def _differs(self, form: QTextCharFormat) -> None:
        form.setFontWeight(QFont.Weight.Bold)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(self.line("disputed"))

    def _differs_much(self, form: QTextCharFormat) -> None:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(self.line("disputed"))

    def _unknown(self, form: QTextCharFormat) -> None:
        form.setFontItalic(True)
        form.setForeground(self.colour("quiet"))

    def _code(self, form: QTextCharFormat) -> None:
        form.setFontFamilies(MONO)
        form.setProperty(QTextFormat.Property.FontPixelSize, round(8 * UNIT))

    def _address(self, form: QTextCharFormat) -> None:
        form.merge(self._faced(SANS, self._small, bold=True))
        form.setForeground(self.colour("accent"))

    def _marked(self, style: str, label: str, faces: Faces = NO_FACE) -> QTextCharFormat:
        """An article's words under a label."""
        form = QTextCharFormat(self.words(style))
        if label in _UNDERLINES:
            form.setUnderlineStyle(_UNDERLINES[label])
            form.setUnderlineColor(self.line(label))
        if label in ("verified", "disputed", "unconfirmed"):
            form.setBackground(self.colour(f"label.{label}.fill"))
        _face(form, faces)
        return form

    def _raised(self, style: str, link: str) -> QTextCharFormat:
        """The number of a footnote in a paragraph of a style."""
        form = QTextCharFormat(self.place("accent", link))
        form.setProperty(QTextFormat.Property.FontPixelSize, round(self._styles[style].size * UNIT))
        return form

    def note_link(self, link: str) -> QTextCharFormat:
        """The name of a note, which leads back to what it is about."""
        form = QTextCharFormat(self.words("note"))
        form.setFontWeight(QFont.Weight.Bold)
        form.setForeground(self.colour("accent"))
        form.setAnchor(True)
        form.setAnchorHref(link)
        return form

    def quiet_note(self) -> QTextCharFormat:
        """Who wrote a note, and when."""
        form = QTextCharFormat(self.words("note"))
        form.setForeground(self.colour("quiet"))
        return form

    def _place(self, label: str = "quiet", link: str = "") -> QTextCharFormat:
        """Raised words among an article's: an address ("quiet"), a reference ("accent"), a label's tag."""
        form = self._faced(SANS, _RAISED_SANS, bold=True)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        form.setForeground(self.colour(label) if label in ("quiet", "accent") else self.line(label))
        if link:
            form.setAnchor(True)
            form.setAnchorHref(link)
        return form


_TONED: Final = {
    Tone.QUIET: Looks._quiet,
    Tone.STRONG: Looks._strong,
    Tone.DIFFERS: Looks._differs,
    Tone.DIFFERS_MUCH: Looks._differs_much,
    Tone.UNKNOWN: Looks._unknown,
    Tone.CODE: Looks._code,
    Tone.ADDRESS: Looks._address,
}


def _face(form: QTextCharFormat, faces: Faces) -> None:
    """Set words as their source sets them, on top of any look."""
    align = QTextCharFormat.VerticalAlignment
    if Face.SLANTED in faces:
        form.setFontItalic(True)
    if Face.BOLD in faces:
        form.setFontWeight(QFont.Weight.Bold)
    if Face.FIXED in faces:
        form.setFontFamilies(MONO)
    if Face.RAISED in faces:
        form.setVerticalAlignment(align.AlignSuperScript)
    if Face.LOWERED in faces:
        form.setVerticalAlignment(align.AlignSubScript)
