"""The parts of a small report beside those that are kept, so that every change of the XML is seen and meant."""

from __future__ import annotations

import pytest
from tests.reports.word_reference import FOLDER, references

WRITTEN = references()


def test_as_many_parts_are_kept_as_are_written() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(WRITTEN)


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_a_part_is_as_it_is_kept(name: str) -> None:
    """Where a change is meant: ``python -m tests.reports.word_reference``, and read the difference."""
    assert WRITTEN[name] == (FOLDER / name).read_text("utf-8")
