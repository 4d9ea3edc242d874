"""A label has one colour wherever it is seen: in the window, on a page, in Word and in a browser."""

from __future__ import annotations

import re
import tomllib

import pytest

from verifier.domain.kinds import Label
from verifier.reports.word.look import FILLS, LINES
from verifier.resources import resource


def theme() -> dict[str, dict[str, str]]:
    """The colours of labels in the window's light theme, whose colours pages have too."""
    text = resource("themes", "light.toml").read_text("utf-8")
    colours: dict[str, dict[str, str]] = tomllib.loads(text)["colours"]["label"]
    return colours


def sheet() -> dict[str, str]:
    """The light colours of the web page's style sheet, by role."""
    text = resource("report", "page.css").read_text("utf-8")
    light, _begin, _dark = text.partition("@media screen and (prefers-color-scheme: dark)")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))


@pytest.mark.parametrize("label", list(Label))
def test_a_label_has_the_same_colour_in_word_in_the_window_and_in_the_bars_of_a_web_page(
    label: Label,
) -> None:
    colour = f"#{LINES[label].lower()}"
    assert theme()[label]["line"] == colour
    assert sheet()[f"share-{label}"] == colour


@pytest.mark.parametrize("label", sorted(FILLS))
def test_words_under_a_label_have_the_same_ground_everywhere(label: str) -> None:
    colour = f"#{FILLS[label].lower()}"
    assert theme()[label]["fill"] == colour
    assert sheet()[f"{label}-fill"] == colour


def test_what_is_mixed_or_not_checked_is_the_same_in_word_and_on_a_web_page() -> None:
    assert sheet()["share-mixed"] == f"#{LINES['mixed'].lower()}"
    assert sheet()["share-unchecked"] == f"#{LINES[''].lower()}"
