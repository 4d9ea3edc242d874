"""Whether labels can be told apart by those who see colours otherwise, and in print without any."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from verifier.domain.kinds import Label
from verifier.i18n.vocabulary import GLYPHS
from verifier.ui.look.theme import Theme, load_theme
from verifier.ui.reading.glyphs import draw_glyph
from verifier.ui.reading.underlines import FILLED, underline_brush

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision
# Deficiency. IEEE Transactions on Visualization and Computer Graphics 15 (2009) 6, severity 1.0, on linear RGB.
SIGHTS: dict[str, Matrix] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
    # Luminance by ITU-R BT.709, as a grey printer has it.
    "grey": ((0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722)),
}  # fmt: skip

NOTICED = 2.3
"""The difference in CIELAB that is just noticed (Mahy, van Eycken, Oosterlinck 1994)."""
GROUNDS = tuple(label for label in Label if label in FILLED)


def linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def times(matrix: Matrix, values: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix)
    return first, second, third


def seen(colour: QColor, sight: str) -> Triple:
    """A colour in CIELAB (D65) as this sight has it."""
    values = times(SIGHTS[sight], (linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())))
    x, y, z = times(
        ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041)),
        (min(1, max(0, values[0])), min(1, max(0, values[1])), min(1, max(0, values[2]))),
    )  # fmt: skip
    fx, fy, fz = (_root(value) for value in (x / 0.95047, y, z / 1.08883))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def difference(first: QColor, second: QColor, sight: str) -> float:
    """CIE 1976 colour difference, as this sight has both."""
    pairs = zip(seen(first, sight), seen(second, sight), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))


def test_the_simulation_does_what_its_source_says() -> None:
    white, red, green = QColor("#ffffff"), QColor("#d02020"), QColor("#507010")
    assert seen(white, "usual") == pytest.approx((100, 0, 0), abs=0.1)
    for sight in SIGHTS:
        assert seen(white, sight)[0] == pytest.approx(100, abs=0.2), sight
    assert difference(red, green, "deuteranopia") < difference(red, green, "usual") / 2
    assert difference(red, green, "grey") == pytest.approx(
        abs(seen(red, "grey")[0] - seen(green, "grey")[0]), abs=0.5
    )


@pytest.mark.parametrize("sight", SIGHTS)
def test_disputed_stands_out_from_every_other_ground_in_every_sight(theme: Theme, sight: str) -> None:
    disputed = theme.colour("label.disputed.fill")
    for role in ("paper", "label.verified.fill", "label.unconfirmed.fill"):
        found = difference(disputed, theme.colour(role), sight)
        assert found >= 2 * NOTICED, f"{role}: {found:.1f}"


@pytest.mark.parametrize("sight", SIGHTS)
def test_every_filled_label_is_seen_to_be_filled_in_every_sight(theme: Theme, sight: str) -> None:
    for label in GROUNDS:
        found = difference(theme.colour(f"label.{label}.fill"), theme.colour("paper"), sight)
        assert found >= NOTICED, f"{label}: {found:.1f}"


@pytest.mark.parametrize("sight", [sight for sight in SIGHTS if sight != "grey"])
def test_two_fills_are_never_taken_for_one_where_any_colour_is_seen(theme: Theme, sight: str) -> None:
    for first, second in combinations(GROUNDS, 2):
        found = difference(theme.colour(f"label.{first}.fill"), theme.colour(f"label.{second}.fill"), sight)
        assert found >= 2 * NOTICED, f"{first} and {second}: {found:.1f}"


def test_labels_differ_in_underline_or_in_ground_and_always_in_glyph() -> None:
    lines = {label: _underlined(label) for label in Label}
    told = {(lines[label], label in FILLED) for label in Label}
    assert len(told) == len(Label)
    lined = [line for line in lines.values() if any(line)]
    assert len(set(lined)) == len(lined) == 3, "two labels share an underline"
    assert len({GLYPHS[label] for label in Label}) == len(Label)


def _underlined(label: Label) -> tuple[bool, ...]:
    """Which dots of a strip beneath the words the label's underline inks."""
    image = QImage(60, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    brush = underline_brush(label, QColor("black"), 1.0)
    if brush is not None:
        painter = QPainter(image)
        painter.fillRect(image.rect(), brush)
        painter.end()
    return tuple(image.pixelColor(x, 0).lightness() < 200 for x in range(60))


def test_the_drawn_glyphs_differ_in_shape_whatever_their_colour() -> None:
    drawn = {label: _drawn(label) for label in Label}
    for first, second in combinations(Label, 2):
        unlike = sum(a != b for a, b in zip(drawn[first], drawn[second], strict=True))
        inked = min(sum(drawn[first]), sum(drawn[second]))
        assert unlike > inked / 2, f"{first} and {second}"


def test_a_glyph_without_a_basis_has_another_shape_than_one_with(theme: Theme) -> None:
    for label in (Label.VERIFIED, Label.DISPUTED):
        assert _drawn(label) != _drawn(label, hollow=True)
        assert sum(_drawn(label, hollow=True)) > 20


def _drawn(label: Label, *, hollow: bool = False) -> list[bool]:
    """Which dots of a small picture the glyph inks."""
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_glyph(painter, QRectF(4, 4, 16, 16), label, QColor("black"), hollow=hollow)
    painter.end()
    return [image.pixelColor(x, y).lightness() < 128 for y in range(24) for x in range(24)]
