"""Quotations in a text: what stands between quotation marks, and block quotes.

British, American, straight, French, Russian, German and Japanese marks, nested, without a closing mark, and running
over paragraphs (each of them opened anew, the last one closed). Marks are paired with a stack, in one pass. Nothing in
the text is changed, and every span is exact.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from verifier.domain.comparing import Quotation, Span
from verifier.text.quoting.quotation_marks import FAMILIES, Family, Mark, find_marks, possessive

_DEEPEST = 8
"""How deep quotations are nested; what opens deeper is passed over."""
_FAR = 200
"""How many marks ahead the closing one of a single mark is looked for."""
_TAIL = 2_000
"""How far back, in code points, the sentence end is looked for before which an unclosed quotation ended."""
_FEW = 4
"""The most words of a name in marks that shares its closing mark with the quotation around it."""
_FRAGMENT_WORDS = 3
_LONGEST_FRAGMENT = 80
_WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*+")
_ARTICLES = frozenset(("a", "an", "the"))
_ENDS = frozenset(".!?…")
_CLOSERS = {
    '"': '"”＂', "“": "”\"", "„": "“”\"‟", "‟": "”\"", "”": "”\"", "＂": "＂\"",
    "'": "'’", "‘": "’'", "‚": "‘’'", "‛": "’'",
    "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
}  # fmt: skip


@dataclass(slots=True)
class _Opened:
    """A mark that waits for its closing one; ``close_at`` is where a single one was seen to close, else -1."""

    mark: Mark
    close_at: int = -1


@dataclass(slots=True)
class _Scan:
    """The state of a pass over the paragraphs."""

    text: str
    open: list[_Opened] = field(default_factory=list)
    found: list[Quotation] = field(default_factory=list)


def quotations(
    text: str, spans_of_paragraphs: Sequence[Span], blocks: Iterable[Span] = ()
) -> tuple[Quotation, ...]:
    """The quotations of the paragraphs in the order of the text, a nested one behind the one it stands in.

    ``blocks`` are the spans of those paragraphs that are block quotes: each is itself a quotation, without the marks it
    may stand in. Speakers are given where they are sure.
    """
    from verifier.text.quoting.speakers import with_speakers

    found = spans_in_marks(text, spans_of_paragraphs)
    block_spans = tuple(blocks)
    whole = [_block(text, start, end) for start, end in block_spans if text[start:end].strip()]
    inside = _within(found)
    found += [each for each in whole if not inside(each.start, each.end)]
    found.sort(key=lambda each: (each.outer_start, -each.outer_end, each.start))
    return with_speakers(text, spans_of_paragraphs, found, block_spans)


def fragment(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is but one to three words set in marks (an article before them not counted), as scare quotes
    and terms are, and no utterance such as "No." or "Why?".
    """
    start, end = quotation.start, quotation.end
    if end - start > _LONGEST_FRAGMENT:
        return False
    words = [match[0] for match in _WORD.finditer(text, start, end)]
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        del words[0]
    last = text[start:end].rstrip()[-1:]
    comma = last == "," and text[start : start + 1].isupper()
    return 1 <= len(words) <= _FRAGMENT_WORDS and last not in _ENDS and not comma


def spans_in_marks(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """What stands between marks in the paragraphs, without speakers, in no certain order."""
    scan = _Scan(text)
    for index, (start, end) in enumerate(paragraphs):
        marks = find_marks(text, start, end)
        skip = _carry(scan, marks, start)
        _pair(scan, marks[skip:])
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        _finish(scan, marks, end, following)
    return scan.found


def _block(text: str, start: int, end: int) -> Quotation:
    """A whole paragraph as a quotation, without the white space around it."""
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    stop = start + len(words.rstrip())
    return Quotation(begin, stop, begin, stop)


def _within(found: Sequence[Quotation]) -> _Cover:
    return _Cover(sorted((each.outer_start, each.outer_end) for each in found))


class _Cover:
    """Whether a span lies inside one of some spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [start for start, _end in spans]
        self._ends: list[int] = []
        furthest = -1
        for _start, end in spans:
            furthest = max(furthest, end)
            self._ends.append(furthest)

    def __call__(self, start: int, end: int) -> bool:
        from bisect import bisect_right

        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self._ends[index] >= end


def _carry(scan: _Scan, marks: Sequence[Mark], start: int) -> int:
    """Take a quotation over from the paragraph before; how many marks at the start only open it anew."""
    if not scan.open:
        return 0
    if not marks or scan.text[start : marks[0].at].strip():
        scan.open.clear()  # _finish has looked: this cannot be
        return 0
    if scan.open[0].mark.family is Family.SINGLE:
        scan.open[0].close_at = _closing_single(scan.text, marks, 0, enclosed=False)
    return 1


def _pair(scan: _Scan, marks: Sequence[Mark]) -> None:
    """Pair the marks of a paragraph; what stays open is left in ``scan.open``."""
    left = _Left(marks)
    for index, mark in enumerate(marks):
        left.pass_by(mark)
        if mark.family is Family.SINGLE:
            _take_single(scan, marks, index)
        elif (
            not (mark.closes and _close(scan, mark, marks, index))
            and mark.opens
            and len(scan.open) < _DEEPEST
        ):
            _open(scan, mark, left)


class _Left:
    """How many marks of each family that can only open, and that can only close, are still to come."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._opening = Counter(mark.family for mark in marks if mark.opens and not mark.closes)
        self._closing = Counter(mark.family for mark in marks if mark.closes and not mark.opens)

    def pass_by(self, mark: Mark) -> None:
        """Leave a mark behind."""
        if mark.opens != mark.closes:
            (self._opening if mark.opens else self._closing)[mark.family] -= 1

    def can_nest(self, family: Family, depth: int) -> bool:
        """Whether enough closing marks come to close ``depth`` open ones beside those that are yet to be opened."""
        return self._closing[family] >= self._opening[family] + depth


def _take_single(scan: _Scan, marks: Sequence[Mark], index: int) -> None:
    """Open or close with a single mark: it closes only where its opening one was seen to close."""
    mark = marks[index]
    for depth in range(len(scan.open) - 1, -1, -1):
        if scan.open[depth].close_at == mark.at:
            _emit(scan, depth, mark)
            return
    if not mark.opens:
        return
    close_at = _closing_single(scan.text, marks, index, enclosed=bool(scan.open))
    if len(scan.open) < _DEEPEST and (close_at >= 0 or (not scan.open and _begins(scan.text, mark))):
        scan.open.append(_Opened(mark, close_at))


def _begins(text: str, mark: Mark) -> bool:
    """Whether a single mark without a closing one begins a quotation all the same: with a capital or an ellipsis."""
    return text[mark.at + 1 : mark.at + 2].isupper() or text[mark.at + 1 : mark.at + 2] in ("…", "[")


def _closing_single(text: str, marks: Sequence[Mark], index: int, *, enclosed: bool) -> int:
    """Where the single quotation opened by the mark at ``index`` closes, or -1.

    The first closing mark that can be no possessive is taken; one that may be both, where no other comes, or where the
    quotation begins with a small letter and the other one stands behind an s as well.
    """
    weak = -1
    depth = 0
    for mark in marks[index + 1 : index + 1 + _FAR]:
        if mark.family is not Family.SINGLE:
            if mark.opens and not (mark.closes and depth):
                depth += 1
            elif depth:
                depth -= 1
            elif enclosed:
                break
        elif depth:
            continue
        elif mark.closes and not mark.weak:
            small = weak >= 0 and text[marks[index].at + 1].islower()
            return weak if small and possessive(text, mark) else mark.at
        elif mark.closes:
            weak = mark.at if weak < 0 else weak
        elif mark.opens:
            break
    return weak


def _open(scan: _Scan, mark: Mark, left: _Left) -> None:
    """Open a quotation, nested or else after the end of one that was never closed."""
    alike = [each for each in scan.open if each.mark.family is mark.family]
    angle = mark.family is Family.ANGLE and len(alike) == 1
    if alike and not angle and not left.can_nest(mark.family, len(alike) + 1):
        depth = next(i for i, each in enumerate(scan.open) if each.mark.family is mark.family)
        _emit_open(scan, depth, _sentence_end(scan.text, scan.open[depth].mark.at + 1, mark.at))
    scan.open.append(_Opened(mark))


def _close(scan: _Scan, mark: Mark, marks: Sequence[Mark], index: int) -> bool:
    """Close the innermost quotation this mark can close; False where it closes none."""
    for depth in range(len(scan.open) - 1, -1, -1):
        opened = scan.open[depth].mark
        if mark.sign in _CLOSERS[opened.sign] or (mark.opens and mark.sign == opened.sign == "“"):
            if _inches(scan.text, mark, marks, index):
                return True
            _emit(scan, depth, mark)
            return True
    return False


def _inches(text: str, mark: Mark, marks: Sequence[Mark], index: int) -> bool:
    """Whether a closing double mark behind a digit means inches, the closing one being yet to come."""
    if mark.family is not Family.DOUBLE or not text[mark.at - 1].isdigit():
        return False
    follows = text[mark.at + 1 : mark.at + 3]
    if not follows[:1].isspace() or not follows[1:].islower() or index + 1 == len(marks):
        return False
    after = next((each for each in marks[index + 1 : index + 9] if each.family is Family.DOUBLE), None)
    return after is not None and after.closes and not after.opens


def _emit(scan: _Scan, depth: int, mark: Mark) -> None:
    """Close the quotation at ``depth``; those opened inside it and not closed end with it or were no marks."""
    del_from = scan.open[depth].mark
    for inner in scan.open[depth + 1 :]:
        if inner.mark.family is not Family.SINGLE:
            scan.found.append(_open_ended(scan.text, inner.mark.at, mark.at))
    del scan.open[depth:]
    if scan.text[del_from.at + 1 : mark.at].strip():
        scan.found.append(Quotation(*_trimmed(scan.text, del_from.at, mark.at), del_from.at, mark.at + 1))


def _emit_open(scan: _Scan, depth: int, end: int) -> None:
    """End the quotation at ``depth`` and all in it without a closing mark."""
    for opened in scan.open[depth:]:
        if scan.text[opened.mark.at + 1 : end].strip():
            scan.found.append(_open_ended(scan.text, opened.mark.at, end))
    del scan.open[depth:]


def _open_ended(text: str, opening: int, end: int) -> Quotation:
    start, stop = _trimmed(text, opening, end)
    return Quotation(start, stop, opening, stop, open_ended=True)


def _trimmed(text: str, opening: int, closing: int) -> Span:
    """The span between two marks without white space at either end: « text »."""
    words = text[opening + 1 : closing]
    start = opening + 1 + len(words) - len(words.lstrip())
    return start, max(start, opening + 1 + len(words.rstrip()))


def _sentence_end(text: str, start: int, end: int) -> int:
    """Behind the last full stop between two positions, or the end where there is none."""
    floor = max(start, end - _TAIL)
    words = text[floor:end].rstrip()
    for offset in range(len(words) - 1, 0, -1):
        if words[offset].isspace() and words[offset - 1] in _ENDS:
            return floor + offset
    return floor + len(words)


def _finish(scan: _Scan, marks: Sequence[Mark], end: int, following: Span | None) -> None:
    """At the end of a paragraph: carry the outermost quotation over, or end it."""
    if not scan.open:
        return
    first = scan.open[0]
    if following is not None and _opens_anew(scan.text, following, first.mark):
        del scan.open[1:]
        return
    if first.mark.sign == "'":
        scan.open.pop(0)
    if scan.open and not _share_closing(scan, marks):
        _emit_open(scan, 0, end)
    scan.open.clear()


def _opens_anew(text: str, paragraph: Span, mark: Mark) -> bool:
    """Whether a paragraph begins with the mark of a quotation that the one before left open, or with » for «."""
    start, end = paragraph
    while start < end and text[start].isspace():
        start += 1
    if start >= end or FAMILIES.get(text[start]) is not mark.family:
        return False
    again = find_marks(text, start, min(end, start + 12))
    return bool(again) and again[0].at == start and (text[start] == mark.sign or text[start] in "»“")


def _share_closing(scan: _Scan, marks: Sequence[Mark]) -> bool:
    """Close an outer « with the » of a name at its end: «Он читал «Правду»."""
    outer = scan.open[0].mark
    last = next((mark for mark in reversed(marks[-9:]) if mark.family is Family.ANGLE), None)
    if outer.sign != "«" or last is None or last.sign != "»":
        return False
    inner = next((each for each in reversed(scan.found[-9:]) if each.outer_end == last.at + 1), None)
    if inner is None or len(scan.text[inner.start : inner.end].split()) > _FEW:
        return False
    scan.open.clear()
    scan.found.append(Quotation(*_trimmed(scan.text, outer.at, last.at), outer.at, last.at + 1))
    return True
