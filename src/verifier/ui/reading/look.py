"""How the text is set: face, size, measure, and the distances that follow from them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextBlockFormat

from verifier.domain.kinds import ParagraphKind

LEADING = 1.3
"""The distance of two baselines as a multiple of the font's own line height (near 1.5 of its size)."""

FACES = (
    "Charter", "Source Serif 4", "Georgia", "Cambria", "Liberation Serif", "Noto Serif", "DejaVu Serif", "Times",
)  # fmt: skip
"""Serif faces made for the screen, best first; the first one installed is taken where the user names none."""

_SAMPLE = "The committee heard on Monday that the harbour would stay shut until the inquiry ends. "


@dataclass(frozen=True, slots=True)
class Look:
    """The user's choice: a serif face ("" for the best one here), its size in points, characters in a line."""

    face: str = ""
    point_size: float = 12.5
    column_characters: int = 66

    def font(self) -> QFont:
        """The font of the text."""
        font = QFont(self.face or default_face())
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(self.point_size)
        return font

    def font_of(self, kind: ParagraphKind) -> QFont:
        """The font of a paragraph of this kind."""
        font = self.font()
        if kind is ParagraphKind.HEADLINE:
            font.setPointSizeF(self.point_size * 1.22)
            font.setBold(True)
        elif kind is ParagraphKind.HEADING:
            font.setBold(True)
        return font

    def column_width(self, characters: int | None = None) -> float:
        """The width in pixels of a line of so many characters of running text."""
        advance = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return advance * (characters or self.column_characters)

    def paragraph_gap(self) -> float:
        """The space between paragraphs in pixels."""
        return round(QFontMetricsF(self.font()).height() * 0.6)


def default_face() -> str:
    """The first of ``FACES`` that is installed."""
    installed = set(QFontDatabase.families())
    return next((face for face in FACES if face in installed), "serif")


def block_format(look: Look) -> QTextBlockFormat:
    """Leading and space of an ordinary paragraph."""
    form = QTextBlockFormat()
    form.setLineHeight(LEADING * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(look.paragraph_gap())
    return form
