"""Lines of a decoded text, how wide they are, and the width a text was wrapped at.

Each break between two lines says something about the wrap width W: the first line fits (its width is at most W) and
the first word of the next one did not (width + space + word is more than W). The W that most breaks agree on tells
wrapped text from text that has one line a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n]*+(\r\n|\r|\n|\Z)")
_SAMPLE = 4_000
"""How many lines are looked at to find the wrap width."""
_NARROWEST = 40
_WIDEST = 250
_AGREEING = 0.5
_SENTENCE_ENDS = frozenset(".!?…:;。！？")
_CLOSERS = "\"'”’“»«)]"


@dataclass(frozen=True, slots=True)
class Line:
    """A line's span in the text without its line break, and whether it holds nothing but white space."""

    start: int
    end: int
    blank: bool


@dataclass(frozen=True, slots=True)
class Wrap:
    """The width a text is wrapped at, in what ``measure`` gives for a string, and the share of breaks it explains
    among those that do not look like ends of paragraphs.
    """

    width: float
    share: float
    measure: Callable[[str], float]


def find_lines(source: str) -> list[Line]:
    """The lines of a text, ended by CR LF, LF or CR."""
    lines = []
    for match in _LINE.finditer(source):
        start, end = match.start(), match.start(1)
        if start == len(source):
            break
        lines.append(Line(start, end, not source[start:end].strip()))
    return lines


class _Widths(dict[str, float]):
    """How wide characters are in a book face, in characters; the narrow and the wide ones are listed."""

    def __missing__(self, key: str) -> float:
        wide = 1.35 if key.isupper() else 1.0
        self[key] = wide
        return wide


_WIDTHS = _Widths(
    {
        **dict.fromkeys("ijl|'’‘.,:;!", 0.55),
        **dict.fromkeys('ftrI()[]-“”" \xa0/', 0.68),
        **dict.fromkeys("mwMWшщюжмфыШЩЮЖМФЫ—@%", 1.6),
    }
)


def proportional_width(text: str) -> float:
    """The width of a text in a typical proportional face, in average characters."""
    return sum(map(_WIDTHS.__getitem__, text))


def find_wrap(source: str, lines: Sequence[Line]) -> Wrap | None:
    """The wrap width that explains most line breaks, or None where the text is not wrapped."""
    sample = lines[:_SAMPLE]
    texts = [source[line.start : line.end].strip() for line in sample]
    pairs = [(a, b) for a, b in pairwise(texts) if a and b]
    if not pairs:
        return None
    found = [_best_width(pairs, measure) for measure in (_characters, proportional_width)]
    best = max(found, key=lambda wrap: wrap.share)
    return best if _is_wrapped(best, texts, pairs) else None


def explained(wrap: Wrap, a: str, b: str) -> bool:
    """Whether the break between two lines is where wrapping at this width would put it."""
    width = wrap.measure(a)
    return width <= wrap.width < width + wrap.measure(" " + _first_word(b))


def _characters(text: str) -> float:
    return float(len(text))


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0] if text else ""


def _best_width(pairs: Sequence[tuple[str, str]], measure: Callable[[str], float]) -> Wrap:
    """The width inside most intervals [width of a, width of a + space + first word of b), and its share."""
    edges: list[tuple[float, int]] = []
    for a, b in pairs:
        width = measure(a)
        edges += [(width, 1), (width + measure(" " + _first_word(b)), -1)]
    edges.sort()
    depth = most = 0
    best = 0.0
    for position, step in edges:
        depth += step
        if depth > most:
            most, best = depth, position
    explaining = Wrap(best, 1.0, measure)
    # A line that ends a sentence and leaves room may end a paragraph: it says nothing against the width.
    against = sum(not ends_sentence(a) and not explained(explaining, a, b) for a, b in pairs)
    return Wrap(best, most / (most + against), measure)


def _is_wrapped(wrap: Wrap, texts: Sequence[str], pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether enough breaks agree, few lines are longer, and the breaks do not simply follow sentences."""
    if wrap.share < _AGREEING or not _NARROWEST <= wrap.width <= _WIDEST:
        return False
    written = [text for text in texts if " " in text]
    longer = sum(wrap.measure(text[:1000]) > wrap.width * 1.05 for text in written)
    agreeing = [a for a, b in pairs if explained(wrap, a, b)]
    ending = sum(ends_sentence(a) for a in agreeing)
    return longer <= max(1, len(written) * 0.1) and ending * 2 <= len(agreeing)


def ends_sentence(line: str) -> bool:
    """Whether a line ends where a sentence may end."""
    return line.rstrip().rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS
