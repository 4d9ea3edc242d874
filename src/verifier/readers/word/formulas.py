"""Formulas: their letters as they are, and the few signs without which they would read as something else.

A fraction's bar, a root's sign, brackets and an integral are drawn from attributes in Word; "½" must not read "12".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.domain.kinds import InlineKind
from verifier.readers.word.context import Story
from verifier.readers.word.names import SPACES, child, short
from verifier.readers.written import Mark

if TYPE_CHECKING:
    from lxml.etree import _Element


def enter_denominator(story: Story, _element: _Element) -> None:
    """The bar of a fraction."""
    story.add("/")


def enter_root(story: Story, _element: _Element) -> None:
    """The sign of a root."""
    story.add("√")


def enter_sum(story: Story, element: _Element) -> None:
    """The sign of a sum, an integral or the like."""
    story.add(_property(element, "m:naryPr", "m:chr", "∫"))


def enter_brackets(story: Story, element: _Element) -> None:
    """An opening bracket."""
    story.add(_property(element, "m:dPr", "m:begChr", "("))


def leave_brackets(story: Story, element: _Element) -> None:
    """A closing bracket."""
    story.add(_property(element, "m:dPr", "m:endChr", ")"))


def enter_argument(story: Story, element: _Element) -> None:
    """What parts the arguments inside brackets."""
    parent = element.getparent()
    if parent is None or short(parent.tag) != "m:d":
        return
    if any(short(each.tag) == "m:e" for each in element.itersiblings(preceding=True)):
        story.add(_property(parent, "m:dPr", "m:sepChr", "|"))


def enter_raised(story: Story, element: _Element) -> None:
    """What stands above the line."""
    story.within(element, marks=(Mark(InlineKind.SUPERSCRIPT),))


def enter_lowered(story: Story, element: _Element) -> None:
    """What stands below the line."""
    story.within(element, marks=(Mark(InlineKind.SUBSCRIPT),))


def _property(element: _Element, properties: str, name: str, usual: str) -> str:
    """A sign that a formula's properties name; the usual one where they do not."""
    found = child(child(element, properties), name)
    if found is None:
        return usual
    return next(
        (found.get(f"{{{space}}}val", "") for space in SPACES["m"] if found.get(f"{{{space}}}val")), ""
    )
