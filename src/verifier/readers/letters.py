"""Whether all letters of a source came through: an independent parse is counted against the reading text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from verifier.domain.articles import Notice
from verifier.domain.reading import Letters

MOST_LOST = 0.02
"""The share of the letters seen that may be missing before the user is warned."""

_WORD = re.compile(r"\w+")
_PLACES = 3
_WORDS_OF_A_PLACE = 12


def count_letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def compare_letters(seen: str, kept: str) -> Letters:
    """What an independent parse of a source saw against what the reading text kept, whatever the order of the two."""
    counted = Letters(count_letters(seen), count_letters(kept))
    if not _is_gap(counted):
        return counted
    places = sorted(_missing(seen, kept), key=len, reverse=True)[:_PLACES]
    return Letters(counted.seen, counted.kept, tuple(" ".join(place[:_WORDS_OF_A_PLACE]) for place in places))


def letter_notices(letters: Letters) -> tuple[Notice, ...]:
    """The warning that letters are missing, with the places, or nothing."""
    if not _is_gap(letters):
        return ()
    values = {"seen": str(letters.seen), "kept": str(letters.kept), "places": " … ".join(letters.missing)}
    return (Notice("letters-missing", tuple(values.items())),)


def _is_gap(letters: Letters) -> bool:
    return letters.seen - letters.kept > letters.seen * MOST_LOST


def _missing(seen: str, kept: str) -> Iterator[list[str]]:
    """The stretches of words that were seen and are not, or not so often, in the text kept."""
    left = Counter(_WORD.findall(kept))
    stretch: list[str] = []
    for word in _WORD.findall(seen):
        if left[word] > 0:
            left[word] -= 1
            if stretch:
                yield stretch
            stretch = []
        else:
            stretch.append(word)
    if stretch:
        yield stretch
