"""How an article's own words look in its source: slanted, bold, raised, lowered. A raised figure must be seen to be
one: 10⁶ would otherwise read 106.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from verifier.domain.kinds import InlineKind
from verifier.domain.reading import Inline
from verifier.reports.parts import NO_FACE, Face, Faces

_FACE_OF: Final = {
    InlineKind.EMPHASIS: Face.SLANTED,
    InlineKind.STRONG: Face.BOLD,
    InlineKind.CODE: Face.FIXED,
    InlineKind.SUPERSCRIPT: Face.RAISED,
    InlineKind.NOTE: Face.RAISED,
    InlineKind.SUBSCRIPT: Face.LOWERED,
}
"""The inlines that have a look of their own. A link stays text, and what was put in is told in words."""

_UPRIGHT = frozenset({Face.RAISED, Face.LOWERED})


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stretch of a text in one look. Positions are code points, half open."""

    start: int
    end: int
    faces: Faces = NO_FACE


class Looks:
    """The looks of all texts of a snapshot: ``inlines`` by version id, made into strokes when first asked for."""

    def __init__(self, inlines: Mapping[str, tuple[Inline, ...]]) -> None:
        self._inlines = inlines
        self._strokes: dict[str, tuple[list[int], list[Stroke]]] = {}

    def over(self, version_id: str, start: int, end: int) -> tuple[Stroke, ...]:
        """The strokes that tile a span of a version's text, at the cost of those in it alone; () where nothing in
        it has a look.
        """
        if not self._inlines.get(version_id):
            return ()
        known = self._strokes.get(version_id)
        if known is None:
            strokes = list(strokes_of(self._inlines[version_id]))
            known = self._strokes[version_id] = ([one.end for one in strokes], strokes)
        return tuple(_tiles(*known, start, end))


def _tiles(ends: list[int], strokes: list[Stroke], start: int, end: int) -> Iterator[Stroke]:
    reached = start
    for index in range(bisect_right(ends, start), len(strokes)):
        stroke = strokes[index]
        if stroke.start >= end:
            break
        if reached < stroke.start:
            yield Stroke(reached, stroke.start)
        first, reached = max(stroke.start, start), min(stroke.end, end)
        yield Stroke(first, reached, stroke.faces)
    if start < reached < end:
        yield Stroke(reached, end)


def strokes_of(inlines: Iterable[Inline]) -> Iterator[Stroke]:
    """The stretches that have a look, in reading order, none over another. Where inlines lie over each other, their
    looks add up; of raised and lowered the one that began last is seen.
    """
    shown = sorted(
        (one for one in inlines if one.kind in _FACE_OF and one.start < one.end), key=lambda one: one.start
    )
    places = sorted({place for one in shown for place in (one.start, one.end)})
    active: list[Inline] = []
    coming = iter(shown)
    following = next(coming, None)
    for start, end in pairwise(places):
        active = [one for one in active if one.end > start]
        while following is not None and following.start == start:
            active.append(following)
            following = next(coming, None)
        if active:
            yield Stroke(start, end, _together(active))


def _together(active: list[Inline]) -> Faces:
    found: Faces = NO_FACE
    for one in active:
        face = _FACE_OF[one.kind]
        found = (found - _UPRIGHT if face in _UPRIGHT else found) | {face}
    return found
