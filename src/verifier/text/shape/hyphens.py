"""How two lines of a paragraph are joined; what becomes of a hyphen at a line's end.

A hyphen is dropped where the document's own words say so: the same word stands elsewhere without it, or words that go
through the same letters; or the document hyphenates its line ends throughout, and nothing says that this one belongs
to a compound. Else it stays, and the two parts of the word are closed up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from verifier.text.shape.lines import FOLDED, Line

_HYPHENS = "-\u2010"
_SOFT_HYPHEN = "\xad"
_DASHES = "—–-\u2010"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_COMPOUND = re.compile(r"[-\u2010](?=[^\W\d_A-Z])")
_LAST_PART = re.compile(r"[^\W\d_]{1,40}\Z")
_FIRST_PART = re.compile(r"[^\W\d_]{1,40}")
_SUSPENDED = frozenset({"and", "or", "to", "bis", "et", "ou", "à", "y", "и"})
_SURELY_SUSPENDED = frozenset({"und", "oder", "bzw", "или"})
"""Words behind a hyphen that stands for the second half of a word to come ("two- and three-year"); what stands before
the first ones must be a word for itself, as they may be syllables too.
"""
_ALWAYS_APART = frozenset(
    {"anti", "non", "self", "well", "half", "quasi", "pseudo", "vice", "пресс", "вице", "экс"}
)
_OFTEN_APART = frozenset({"all", "so", "mid", "multi", "cross", "semi"})
"""First parts of compounds; behind the second ones stands a word the document has."""
_SHORTEST_COMPOUND = 3
_ADVERB = 5
"""Letters of an English adverb that stands first in a compound ("newly-built"), if it is not to be a syllable."""
_CROSSING = 2
"""Letters on either side of a hyphen by which words that go through it are known."""
_AT_LINE_END = 0.15
"""How likely a compound comes to be parted at a line end, if anything high."""
_UNLIKELY, _LIKELY = 0.025, 0.15
_MOST_COUNTED = 200

Joint = tuple[int, int, str]
"""Where the kept part of a line ends, where the next one's begins, and what stands between them."""


class Joints:
    """Joins lines. ``dropped`` hyphens went because of the document's words, ``by_habit`` because it hyphenates
    throughout; for those ``undecided`` nothing said which they were, and they stayed.
    """

    def __init__(self, source: str, lines: Sequence[Line]) -> None:
        self._source = source
        self._lines = lines
        self._vocabulary: _Vocabulary | None = None
        self.dropped = self.by_habit = self.undecided = 0

    def between(self, line: Line, following: Line) -> Joint:
        """How two lines of a paragraph are joined."""
        source = self._source
        end = line.start + len(source[line.start : line.end].rstrip(FOLDED))
        resume = following.end - len(source[following.start : following.end].lstrip(FOLDED))
        last = source[end - 1 : end]
        if last == _SOFT_HYPHEN:
            return end, resume, ""
        if last not in _DASHES or not last or end - 1 <= line.start or source[end - 2].isspace():
            return end, resume, " "
        if last in _HYPHENS and source[end - 2] not in _HYPHENS:
            return self._hyphen(line, end, resume)
        return end, resume, "" if self._words().closes_dashes else " "

    def _hyphen(self, line: Line, end: int, resume: int) -> Joint:
        """Drop a hyphen that parts a word, keep one that joins two."""
        source = self._source
        left = _LAST_PART.search(source, max(line.start, end - 41), end - 1)
        right = _FIRST_PART.match(source, resume)
        if not source[end - 2].isalnum() or not source[resume : resume + 1].isalnum():
            return end, resume, " "
        goes_on = right is not None and source[right.end() : right.end() + 1] in tuple(_HYPHENS)
        if right is not None and not goes_on and self._is_suspended(left, right[0].lower()):
            return end, resume, " "
        if left is None or right is None or not right[0][0].islower() or left[0][1:].isupper():
            return end, resume, ""
        chained = source[left.start() - 1 : left.start()] in (*_HYPHENS, "’", "'")
        drops = self._drops(left[0], right[0], chained or goes_on)
        return end - drops, resume, ""

    def _is_suspended(self, left: re.Match[str] | None, right: str) -> bool:
        """Whether a hyphen stands for the second half of a word to come."""
        return right in _SURELY_SUSPENDED or (right in _SUSPENDED and self._words().stands(left))

    def _drops(self, left: str, right: str, chained: bool) -> bool:
        words = self._words()
        said = words.says(left, right)
        if said is None and not chained:
            said = words.hyphenates and not words.looks_joined(left, right)
            self.by_habit += said
            self.undecided += not words.hyphenates
            return said
        self.dropped += said is True
        return said is True

    def _words(self) -> _Vocabulary:
        if self._vocabulary is None:
            self._vocabulary = _Vocabulary(self._source, self._lines)
        return self._vocabulary


class _Vocabulary:
    """The words of a document that no line break parts, and its habits with hyphens and dashes."""

    def __init__(self, source: str, lines: Sequence[Line]) -> None:
        texts = [source[line.start : line.end].strip() for line in lines if not line.blank]
        broken = [text[-1:] in tuple(_HYPHENS) and text[-2:-1].isalpha() for text in texts]
        self._cased: Counter[str] = Counter()
        parted: list[tuple[str, str]] = []
        for index, text in enumerate(texts):
            after_break = index > 0 and broken[index - 1]
            found = _WORD.findall(text)
            self._cased.update(found[after_break : len(found) - broken[index]])
            if after_break and found[:1] and found[0][0].islower():
                last = _LAST_PART.search(texts[index - 1][-41:-1])
                if last:
                    parted.append((last[0], found[0]))
        self._count()
        closed = len(re.findall(r"\w(?:—|--)\w", source))
        self.closes_dashes = closed > len(re.findall(r"[ \xa0](?:—|--) ", source))
        self.hyphenates = self._has_the_habit(parted)

    def _count(self) -> None:
        self._known = {word.lower().replace("\u2010", "-") for word in self._cased}
        compounds = [word for word in self._known if not word.isalpha()]
        self._compounds = sum(count for word, count in self._cased.items() if _COMPOUND.search(word))
        self._firsts = {word.split("-", 1)[0] for word in compounds}
        self._lasts = {word.rsplit("-", 1)[-1] for word in compounds}
        self._simple = {part for word in self._known for part in word.split("-")}
        self._inside = {piece for word in self._known if word.isalpha() for piece in _crossings(word)}

    def says(self, left: str, right: str) -> bool | None:
        """Whether the hyphen between two parts goes (True) or stays (False) since the same word stands elsewhere."""
        joined, kept = f"{left}{right}".lower(), f"{left}-{right}".lower()
        if joined in self._known:
            return True
        return False if kept in self._known else None

    def stands(self, left: re.Match[str] | None) -> bool:
        """Whether the part before a hyphen is a number, or a word the document has."""
        return left is None or left[0].lower() in self._simple

    def looks_joined(self, left: str, right: str) -> bool:
        """Whether the two parts look like a compound's: words of their own, or parts of other compounds."""
        low, high = left.lower(), right.lower()
        if low[-_CROSSING:] + high[:_CROSSING] in self._inside and not left[:1].isupper():
            return low in self._firsts and high in self._simple
        if low in self._firsts or (high in self._lasts and len(high) > _SHORTEST_COMPOUND):
            return True
        if (low in _ALWAYS_APART and len(right) > _SHORTEST_COMPOUND) or (
            low in _OFTEN_APART and high in self._simple
        ):
            return True
        if low.endswith("ly") and len(low) >= _ADVERB and len(right) > _SHORTEST_COMPOUND:
            return True
        if left[:1].isupper() and left in self._cased and len(left) > _SHORTEST_COMPOUND:
            return True
        both = low in self._simple and high in self._simple
        return both and len(left) >= _SHORTEST_COMPOUND and len(right) >= _SHORTEST_COMPOUND

    def _has_the_habit(self, parted: Sequence[tuple[str, str]]) -> bool:
        """Whether line ends part words throughout: more often than compounds come to stand there by chance."""
        said = [self.says(left, right) for left, right in parted]
        dropped, kept = said.count(True), said.count(False)
        if dropped >= 2 and dropped >= 2 * kept:
            return True
        chance = _chance(len(parted), len(parted) + self._compounds)
        return (dropped > kept or not kept) and chance < (_LIKELY if dropped > kept else _UNLIKELY)


def _chance(least: int, among: int) -> float:
    """How likely it is that so many of some compounds stand at line ends in a text that parts no other words."""
    below = 0.0
    term = (1 - _AT_LINE_END) ** among
    for count in range(min(least, _MOST_COUNTED)):
        below += term
        term *= (among - count) / (count + 1) * _AT_LINE_END / (1 - _AT_LINE_END)
    return 1 - below


def _crossings(word: str) -> Iterator[str]:
    """The stretches of letters inside a word by which a parted one is compared."""
    size = 2 * _CROSSING
    return (word[start : start + size] for start in range(len(word) - size + 1))
