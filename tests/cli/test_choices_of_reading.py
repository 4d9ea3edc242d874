"""What the command line offers for reading is what the readers know, though it does not import them for a help text."""

from __future__ import annotations

from verifier.cli.reading_arguments import FORM_CHOICES, WRAP_CHOICES
from verifier.readers import FORM_NAMES
from verifier.text.shape.unwrap import WRAP_MODES


def test_every_form_and_no_other_is_named() -> None:
    assert sorted(FORM_CHOICES) == sorted(FORM_NAMES)


def test_every_way_to_read_line_breaks_is_offered() -> None:
    assert WRAP_CHOICES == WRAP_MODES
