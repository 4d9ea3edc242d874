"""Where on a page its article stands: the element that holds most of what all voters accept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from verifier.readers.html.pieces import Piece
    from verifier.readers.html.voters import Words

_MOST_OF_IT = 0.8
_FEWEST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Extent:
    """The stretch of pieces an article spans, by index, and which pieces stand in the element that holds it."""

    first: int = -1
    last: int = -1
    inside: frozenset[int] = frozenset()

    def encloses(self, index: int) -> bool:
        """Whether a piece stands in the article's element and between two pieces of the article."""
        return self.first < index < self.last and index in self.inside


def find_extent(pieces: Sequence[Piece], words: Sequence[Words], sure: Sequence[bool]) -> Extent:
    """The extent of the article of a page, from the pieces that surely belong to it."""
    known = [index for index, each in enumerate(sure) if each and len(words[index]) >= _FEWEST_WORDS]
    if not known:
        return Extent()
    held: Counter[_Element] = Counter()
    depths: dict[_Element, int] = {}
    for index in known:
        ancestors = [pieces[index].element, *pieces[index].element.iterancestors()]
        for depth, element in enumerate(reversed(ancestors)):
            held[element] += len(words[index])
            depths[element] = depth
    enough = _MOST_OF_IT * sum(len(words[index]) for index in known)
    holder = max((element for element in held if held[element] >= enough), key=depths.__getitem__)
    return Extent(known[0], known[-1], _inside(pieces, holder))


def _inside(pieces: Sequence[Piece], holder: _Element) -> frozenset[int]:
    """The indices of the pieces whose element is, or is inside, another."""
    return frozenset(
        index
        for index, piece in enumerate(pieces)
        if piece.element is holder or any(each is holder for each in piece.element.iterancestors())
    )
