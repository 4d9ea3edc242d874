from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QWidget,
)

from verifier.domain.kinds import Label
from verifier.ui.look.theme import Theme, apply_theme, load_theme, mixed, style_sheet_of, theme_for
from verifier.ui.reading.hits import TINT


def luminance(colour: QColor) -> float:
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        share / 12.92 if share <= 0.03928 else float(((share + 0.055) / 1.055) ** 2.4) for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))


def test_ink_stands_out_on_the_fill_of_every_label(theme: Theme) -> None:
    for label in Label:
        assert contrast(theme.colour("ink"), theme.colour(f"label.{label}.fill")) >= 9


def test_every_label_colour_and_all_quiet_text_can_be_read_on_paper(theme: Theme) -> None:
    roles = [f"label.{label}.line" for label in Label] + ["quiet", "accent", "ink"]
    for role in roles:
        assert contrast(theme.colour(role), theme.colour("paper")) >= 4.5, role
    for role in ("quiet", "accent", "ink"):
        assert contrast(theme.colour(role), theme.colour("window")) >= 4.5, role


GROUNDS = ("window", "paper", "selected", "label.disputed.fill")
"""What the window's own words stand on: panels, text and fields, the chosen row, and the bar that tells a problem."""

WORDS = {
    "ink": (*GROUNDS, *(f"label.{label}.fill" for label in Label), "hairline"),
    "quiet": (*GROUNDS, "hairline"),  # also the key beside a word of the toolbar, and every icon
    "accent": (*GROUNDS, "hairline"),
    "paper": ("accent",),  # words selected in a field
    **{f"label.{label}.line": ("window", "paper", "selected", f"label.{label}.fill") for label in Label},
    f"label.{Label.NO_CLAIM}.line": ("window", "paper"),  # its button on the toolbar is in ink
}
"""Every role that words are written in, with every role they are written on."""


@pytest.mark.parametrize("role", WORDS)
def test_all_words_stand_out_on_whatever_they_are_written_on(theme: Theme, role: str) -> None:
    for ground in WORDS[role]:
        found = contrast(theme.colour(role), theme.colour(ground))
        assert found >= 4.5, f"{role} on {ground}: {found:.2f}"


@pytest.mark.parametrize("ground", ["paper", *(f"label.{label}.fill" for label in Label)])
def test_words_that_were_found_stand_out_on_the_tint_of_a_hit(theme: Theme, ground: str) -> None:
    tinted = mixed(theme.colour(ground), theme.colour("accent"), TINT)
    assert contrast(theme.colour("ink"), tinted) >= 4.5


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QPushButton, QListView, QTreeView])
def test_quiet_words_in_an_empty_field_a_button_and_a_list_can_be_read(
    qapp: QApplication, theme: Theme, kind: type[QWidget]
) -> None:
    apply_theme(qapp, theme)
    field = kind()
    field.ensurePolished()
    shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown.alpha() == 255
    assert contrast(shown, theme.colour("paper")) >= 4.5
    field.deleteLater()


def test_fills_step_in_lightness_so_that_grey_tells_them_apart(theme: Theme) -> None:
    lights = [
        luminance(theme.colour(role)) for role in ("paper", "label.verified.fill", "label.disputed.fill")
    ]
    steps = [first - last for first, last in pairwise(lights)]
    assert all(step > 0 for step in steps) or all(step < 0 for step in steps)


def test_both_themes_have_the_same_roles() -> None:
    assert load_theme("light").colours.keys() == load_theme("dark").colours.keys()
    with pytest.raises(KeyError):
        load_theme("light").colour("label.nonsense")


def test_the_application_takes_a_theme_and_no_role_is_left_without_colour(
    qapp: QApplication, theme: Theme
) -> None:
    apply_theme(qapp, theme)
    assert qapp.palette().color(QPalette.ColorRole.Base) == theme.colour("paper")
    disabled = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled != theme.colour("ink")
    assert "@" not in style_sheet_of(theme)


def test_the_theme_preferred_is_the_one_taken(qapp: QGuiApplication) -> None:
    assert theme_for("dark", qapp).dark
    assert not theme_for("light", qapp).dark
    assert theme_for("system", qapp).name in ("light", "dark")
