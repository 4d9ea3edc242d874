"""Page numbers and running heads between the lines of a text that was printed.

A number standing alone is taken for a page's only where something says so: the words "page 3", a form feed beside it,
or a row of ascending numbers, one of which parts a sentence. Headings such as "1", "2", "3" part none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.text.shape.lines import Line, begins_lower, ends_sentence

_LONGEST = 80
_NOT_LONGER = 0.9
_FULL = 0.85
_OFTEN = 0.3
_FEWEST_LINES = 15
_UNEVEN = 2
"""By how many lines pages of one text differ at most."""
_NUMBER = r"\d{1,4}"
_OF = r"(?:of|/|von|из|sur|de|di)"
_STATED = re.compile(
    rf"[-–—\[(|]? ?(?:page|p\.|pg\.|seite|стр\.?|страница|pagina|página)[ \xa0]?(?P<number>{_NUMBER})"
    rf"(?: ?{_OF} ?{_NUMBER})? ?[-–—\])|]?\Z",
    re.IGNORECASE,
)
_BARE = re.compile(rf"[-–—\[(]? ?(?P<number>{_NUMBER})(?: ?{_OF} ?{_NUMBER})? ?[-–—\])]?\Z", re.IGNORECASE)
_HEAD = re.compile(
    rf"(?:(?P<before>{_NUMBER})[ |\t]{{1,40}}(?P<a>\D{{3,70}})|(?P<b>\D{{3,70}})[ |\t](?P<after>{_NUMBER}))\Z"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may be a page's number or running head: its index, its number, what stands beside the number."""

    index: int
    number: int
    words: str
    certain: bool
    parts_sentence: bool


def find_page_marks(source: str, lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines that are page numbers or running heads."""
    written = [index for index, line in enumerate(lines) if not line.blank]
    lengths = sorted(lines[index].end - lines[index].start for index in written)
    full = int(lengths[int(len(lengths) * _NOT_LONGER)] * _FULL) if lengths else 0
    rows: dict[str, list[_Candidate]] = {}
    for place, index in enumerate(written):
        if lines[index].end - lines[index].start > _LONGEST:
            continue
        found = _candidate(source, lines, written, place, full)
        if found is not None:
            rows.setdefault(found.words, []).append(found)
    marks = {each.index for row in rows.values() for each in _accepted(row)}
    return frozenset(marks | _running_heads(source, lines, written, marks))


def _words(source: str, line: Line) -> str:
    return source[line.start : line.end].strip()


def _candidate(
    source: str, lines: Sequence[Line], written: Sequence[int], place: int, full: int
) -> _Candidate | None:
    """What a line may be for its own looks and its neighbours'; a line of ``full`` characters fills its width."""
    index = written[place]
    text = _words(source, lines[index])
    if not (text[:1].isdigit() or text[-1:].isdigit() or text[-1:] in "-–—])|"):
        return None
    stated = _STATED.match(text)
    match = stated or _BARE.match(text)
    head = None if match else _HEAD.match(text)
    if match is None and head is None:
        return None
    number = match["number"] if match else head["before"] or head["after"] if head else ""
    words = "" if match else (head["a"] or head["b"] or "").strip() if head else ""
    before = _words(source, lines[written[place - 1]]) if place else ""
    after = _words(source, lines[written[place + 1]]) if place + 1 < len(written) else ""
    parts = bool(before) and not ends_sentence(before) and (begins_lower(after) or len(before) >= full)
    certain = stated is not None or (match is not None and _has_form_feed(source, lines, index))
    return _Candidate(index, int(number), words, certain, parts)


def _has_form_feed(source: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a page ends right before or behind a line and the blank ones around it."""
    first = last = index
    while first and lines[first - 1].blank:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].blank:
        last += 1
    end = lines[last + 1].start + 1 if last + 1 < len(lines) else len(source)
    return (
        "\f" in source[lines[first].start : lines[index].start + 1] or "\f" in source[lines[index].end : end]
    )


def _accepted(row: Sequence[_Candidate]) -> list[_Candidate]:
    """Those of one wording that are marks: all where many part a sentence, else the certain ones, and ascending ones
    of which some part a sentence.
    """
    ascending = [
        each
        for place, each in enumerate(row)
        if (place and each.number - row[place - 1].number in (1, 2))
        or (place + 1 < len(row) and row[place + 1].number - each.number in (1, 2))
    ]
    if not row[0].words and sum(each.parts_sentence for each in row) >= max(2, len(row) * _OFTEN):
        return list(row)
    parting = any(each.parts_sentence or each.certain for each in row) or _evenly_apart(ascending)
    return [
        each
        for each in row
        if each.certain or (each.parts_sentence and not each.words) or (parting and each in ascending)
    ]


def _evenly_apart(row: Sequence[_Candidate]) -> bool:
    """Whether marks come after so many lines each, the first one too."""
    places = [-1, *(each.index for each in row)]
    steps = [b - a for a, b in pairwise(places)]
    return len(steps) > 1 and min(steps) >= _FEWEST_LINES and max(steps) - min(steps) <= _UNEVEN


def _running_heads(source: str, lines: Sequence[Line], written: Sequence[int], marks: set[int]) -> set[int]:
    """Lines beside page marks whose words come back beside many of the others."""
    beside: dict[str, list[int]] = {}
    place_of = {index: place for place, index in enumerate(written)}
    for mark in marks:
        place = place_of[mark]
        for near in (*written[max(0, place - 1) : place], *written[place + 1 : place + 2]):
            text = _words(source, lines[near])
            if (
                near not in marks
                and len(text) <= _LONGEST
                and not (ends_sentence(text) or begins_lower(text))
            ):
                beside.setdefault(text, []).append(near)
    least = max(2, len(marks) * _OFTEN)
    return {near for places in beside.values() if len(set(places)) >= least for near in places}
