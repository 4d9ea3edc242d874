"""How alike the words of two quotations are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from verifier.domain.comparing import Likeness, Span
from verifier.text.words import Word

_LIKE = 0.6
"""Two wordings are one quotation, edited, from this share of common words on (twice the common ones by all of them)."""
_PART_LIKE = 0.8
"""The share of the shorter one's words that a longer one must have where it is quoted in part and edited."""
_SPREAD = 1.5
_FEWEST_EDITED = 5
_FEWEST_TRIMMED = 4
_CONTENT = 3
"""The fewest words that tell something which an elided or edited quotation must share."""
_MOST_BLOCKS = 5
_MOST_LEFT_OUT = 4
"""What is left out in an elided quotation is at most so many times as long as what is kept."""
_MOST_PAIRS = 4_000_000
"""Above so many pairs of words two quotations are not aligned."""


@dataclass(frozen=True, slots=True)
class Likened:
    """How two quotations are alike, and the spans of the words that differ."""

    likeness: Likeness
    a: tuple[Span, ...] = ()
    b: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Aligned:
    """Two quotations side by side: the runs of equal words (index in a, index in b, length), and what differs."""

    equal: tuple[tuple[int, int, int], ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]


def liken(a: Sequence[Word], b: Sequence[Word], short_a: bool, short_b: bool) -> Likened | None:
    """How two quotations are alike, or None where they are not. ``short_a`` and ``short_b`` say that a quotation is
    but a fragment of one to three words.
    """
    forms_a, forms_b = [word.form for word in a], [word.form for word in b]
    if forms_a == forms_b:
        return Likened(Likeness.VERBATIM) if telling(a, 1) else None
    if len(a) == len(b) and not telling(a, 1):
        return None
    swapped = len(a) > len(b)
    short, long = (b, a) if swapped else (a, b)
    at = _inside([word.form for word in short], [word.form for word in long])
    if at >= 0:
        likeness = _contained(short, long, short_b if swapped else short_a)
        if likeness is None:
            return None
        spans = tuple(_outer(long, at, len(short)))
        return Likened(likeness, spans, ()) if swapped else Likened(likeness, (), spans)
    if len(short) < _FEWEST_TRIMMED or len(a) * len(b) > _MOST_PAIRS:
        return None
    aligned = _align(forms_a, forms_b)
    likeness = _loose(a, b, aligned)
    if likeness is None:
        return None
    return Likened(likeness, _spans(a, aligned.only_a), _spans(b, aligned.only_b))


def telling(some: Iterable[Word], least: int) -> bool:
    """Whether at least so many different words tell something: no stop words and no single letters."""
    return len({word.stem for word in some if not word.stop and len(word.form) > 1}) >= least


def _inside(short: Sequence[str], long: Sequence[str]) -> int:
    """The index at which all of the shorter stands in the longer one in a row, or -1.

    The words are looked for as one string, in linear time, with a sign between them that no word has.
    """
    needle, hay = "\n" + "\n".join(short) + "\n", "\n" + "\n".join(long) + "\n"
    place = hay.find(needle)
    return hay.count("\n", 0, place) if place >= 0 else -1


def _contained(short: Sequence[Word], long: Sequence[Word], fragment: bool) -> Likeness | None:
    """What it means that all of the shorter one stands in the longer one."""
    if len(long) == len(short) + 1 and long[0].stop and telling(short, 1):
        return Likeness.TRIMMED  # "a ferryman of honour", "ferryman of honour"
    if fragment:
        return Likeness.FRAGMENT if len(short) > 1 and telling(short, 1) else None
    return Likeness.TRIMMED if len(short) >= _FEWEST_TRIMMED and telling(short, 2) else None


def _outer(long: Sequence[Word], at: int, length: int) -> list[Span]:
    """The spans of the words before and behind a run of words."""
    return [(some[0].start, some[-1].end) for some in (long[:at], long[at + length :]) if some]


def _align(a: Sequence[str], b: Sequence[str]) -> _Aligned:
    """The alignment with the most words in common."""
    equal: list[tuple[int, int, int]] = []
    only_a: list[int] = []
    only_b: list[int] = []
    for step in Indel.opcodes(a, b):
        if step.tag == "equal":
            equal.append((step.src_start, step.dest_start, step.src_end - step.src_start))
        elif step.tag == "delete":
            only_a.extend(range(step.src_start, step.src_end))
        else:
            only_b.extend(range(step.dest_start, step.dest_end))
    return _Aligned(tuple(equal), tuple(only_a), tuple(only_b))


def _loose(a: Sequence[Word], b: Sequence[Word], aligned: _Aligned) -> Likeness | None:
    """Whether two quotations with differing words are one, elided or edited."""
    common = [word for start, _other, length in aligned.equal for word in a[start : start + length]]
    if not telling(common, _CONTENT):
        return None
    if not aligned.only_a or not aligned.only_b:
        return Likeness.ELIDED if _left_out(aligned, len(common)) else None
    shorter = min(len(a), len(b))
    if shorter < _FEWEST_EDITED:
        return None
    if 2 * len(common) >= _LIKE * (len(a) + len(b)):
        return Likeness.EDITED
    if len(common) >= _PART_LIKE * shorter and _together(aligned, shorter):
        return Likeness.EDITED
    return None


def _left_out(aligned: _Aligned, common: int) -> bool:
    """Whether one is the other with words left out: in few places, and not most of it."""
    blocks = aligned.equal
    if len(blocks) > _MOST_BLOCKS or 2 * sum(length == 1 for _a, _b, length in blocks) > len(blocks):
        return False
    return _extent(aligned) - common <= _MOST_LEFT_OUT * common


def _together(aligned: _Aligned, shorter: int) -> bool:
    """Whether the common words stand close together in both."""
    return _extent(aligned) <= _SPREAD * shorter


def _extent(aligned: _Aligned) -> int:
    """Over how many words the common ones are spread, in the one in which that is more."""
    (first_a, first_b, _length), (last_a, last_b, length) = aligned.equal[0], aligned.equal[-1]
    return max(last_a - first_a, last_b - first_b) + length


def _spans(some: Sequence[Word], indices: Iterable[int]) -> tuple[Span, ...]:
    """The spans of words, neighbours made one."""
    found: list[Span] = []
    before = -2
    for index in indices:
        start = found.pop()[0] if index == before + 1 else some[index].start
        found.append((start, some[index].end))
        before = index
    return tuple(found)
