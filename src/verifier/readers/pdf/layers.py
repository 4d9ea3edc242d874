"""Words printed over others: a notice that hangs over a page when it is printed lies on the article's own lines.

The file has what lies on top as a stretch of its own. A stretch many of whose words lie on words that came before is
taken off, so that the lines under it can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.readers.pdf.values import Word

_CELL = 24.0
_SHARE = 0.15
"""The share of a stretch's words that lie on others at least."""
_FEWEST = 3
_COVERED = 0.3
"""How much of the smaller of two words the other covers at least, to lie on it."""
_TALL = 0.7
"""How far words reach above their baseline, in the size of the type."""
_BACK = 1.5
"""How far up the page a new stretch begins, in the size of the type."""


def take_overlays(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a page without those that lie over others, and these; both in the file's order."""
    under: list[Word] = []
    over: list[Word] = []
    places = _Places()
    for stretch in _stretches(words):
        covering = sum(places.lies_on(word) for word in stretch)
        if covering >= max(_FEWEST, _SHARE * len(stretch)):
            over += stretch
            continue
        under += stretch
        places.add(stretch)
    return under, over


def _stretches(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words in stretches that run down the page."""
    stretch: list[Word] = []
    for word in words:
        if stretch and word.base < stretch[-1].base - _BACK * word.style.size:
            yield stretch
            stretch = []
        stretch.append(word)
    if stretch:
        yield stretch


class _Places:
    """Finds words by where they stand."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Word]] = {}

    def add(self, words: Sequence[Word]) -> None:
        """Remember where some words stand."""
        for word in words:
            for cell in _cells(word):
                self._cells.setdefault(cell, []).append(word)

    def lies_on(self, word: Word) -> bool:
        """Whether a word lies on one that is remembered."""
        return any(_covers(word, other) for cell in _cells(word) for other in self._cells.get(cell, ()))


def _cells(word: Word) -> Iterator[tuple[int, int]]:
    row = int(word.base // _CELL)
    for column in range(int(word.box.left // _CELL), min(int(word.box.right // _CELL), 1000) + 1):
        for beside in (row - 1, row, row + 1):
            yield column, beside


def _covers(a: Word, b: Word) -> bool:
    """Whether two words share their place, above their baselines."""
    across = min(a.box.right, b.box.right) - max(a.box.left, b.box.left)
    low, high = max(a.base - _TALL * a.style.size, b.base - _TALL * b.style.size), min(a.base, b.base)
    if across <= 0 or high <= low:
        return False
    small, large = sorted((a, b), key=lambda word: word.style.size)
    if large.style.size > 3 * small.style.size:
        return False
    area = (small.box.right - small.box.left) * small.style.size * _TALL
    return across * (high - low) >= _COVERED * max(area, 0.1)
