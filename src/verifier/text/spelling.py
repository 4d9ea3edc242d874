"""How names are spelt: endings of Russian cases, transliterations, and whether two spellings are one name.

A skeleton is what is left of a name when the ways of writing it in Latin letters are made one: "Navalny", "Navalniy",
"Nawalny" and "Навальный" have the same.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from verifier.text.measures.figure_words import words
from verifier.text.measures.marked import fold

_ENDINGS = words(
    """
    а я у ю е и ы о ом ем ым им ой ей ою ею ь ью ам ям ами ями ах ях
    ый ий ого его ому ему ая яя ую юю ое ее ые ие ых их ыми ими
    """
)
_OF_ADJECTIVES = words("ый ий ой ого его ому ему ым им ом ем ая яя ую юю ей ые ие ых их")
_LONGEST_ENDING = 3
_SHORTEST_STEM = 3

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u",
}  # fmt: skip
_ALIKE = (
    ("'", ""), ("yo", "e"), ("y", "i"), ("j", "i"), ("w", "v"), ("x", "ks"), ("tch", "ch"), ("shch", "sch"),
    ("sch", "sh"), ("kh", "h"), ("tz", "ts"), ("ie", "e"), ("ck", "k"), ("ph", "f"),
)  # fmt: skip
"""Ways of writing one sound, made one in this order."""


def cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic letters."""
    return bool(word) and "\u0400" <= word[0] <= "\u04ff"


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """A name without what differs between the ways of writing it in Latin letters."""
    letters = "".join(_LETTERS.get(letter, letter) for letter in fold(word))
    bare = "".join(each for each in unicodedata.normalize("NFD", letters) if not unicodedata.combining(each))
    for written, one in _ALIKE:
        bare = bare.replace(written, one)
    return _undoubled(bare)


def _undoubled(word: str) -> str:
    """A word with double letters made single."""
    return "".join(letter for index, letter in enumerate(word) if index == 0 or word[index - 1] != letter)


@lru_cache(maxsize=20_000)
def skeletons(word: str) -> frozenset[str]:
    """The skeletons a name may have in the nominative: of a Russian one, without the endings of its cases."""
    folded = fold(word)
    if not cyrillic(folded):
        return frozenset((skeleton(folded),))
    found = {skeleton(folded)}
    for length in range(1, _LONGEST_ENDING + 1):
        stem, ending = folded[:-length], folded[-length:]
        if len(stem) < _SHORTEST_STEM or ending not in _ENDINGS:
            continue
        nominatives = ["", "а", "я"] + (["ый", "ий"] if ending in _OF_ADJECTIVES else [])
        found.update(skeleton(stem + nominative) for nominative in nominatives)
    return frozenset(found)


def bare(word: str) -> str:
    """A name as it is counted: folded, without a possessive ending."""
    folded = fold(word)
    if folded.endswith("'s"):
        return folded[:-2]
    return folded[:-1] if folded.endswith("'") else folded


def one_name(one: str, other: str) -> bool:
    """Whether two folded words are forms of one name: the same, a plural, or cases of a Russian name."""
    if one == other:
        return True
    if cyrillic(one) and cyrillic(other):
        return _cases(one, other)
    shorter, longer = sorted((one, other), key=len)
    return longer in (shorter + "s", shorter + "es")


def _cases(one: str, other: str) -> bool:
    """Whether two Russian words have a stem in common and each nothing or an ending behind it."""
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    for length in range(common, max(_SHORTEST_STEM, common - _LONGEST_ENDING) - 1, -1):
        rests = (one[length:], other[length:])
        if all(not rest or rest in _ENDINGS for rest in rests):
            return True
    return False
