"""Pages whose article is marked as hidden until a script shows it: then the mark says nothing of the reader's view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from verifier.domain.kinds import Role
from verifier.readers.html import elements

if TYPE_CHECKING:
    from lxml.etree import _Element

    from verifier.readers.html.pieces import Piece

_MOST_HIDDEN = 0.5


def find_shown(pieces: Sequence[Piece]) -> frozenset[_Element]:
    """The elements that are marked as hidden and hold most of the page's words, the outer ones first; mostly none."""
    total = sum(len(piece.text) for piece in pieces)
    hidden = sum(len(piece.text) for piece in pieces if piece.place.aside is Role.HIDDEN)
    if not total or hidden <= total * _MOST_HIDDEN:
        return frozenset()
    held: Counter[_Element] = Counter()
    for piece in pieces:
        if piece.place.aside is Role.HIDDEN:
            held[piece.element] += len(piece.text)
    for element in reversed(list(pieces[0].element.getroottree().iter("*"))):  # children before their parents
        parent = element.getparent()
        if parent is not None and held[element]:
            held[parent] += held[element]
    return frozenset(
        element
        for element, length in held.items()
        if length > total * _MOST_HIDDEN
        and elements.is_hidden(
            str(element.tag), {str(name): str(value) for name, value in element.attrib.items()}
        )
        and element.tag != "template"
    )
