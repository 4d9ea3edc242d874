"""The names in two passages, side by side: mentions of one name together, in any case, spelling or abbreviation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from verifier.compare.names import Name, names
from verifier.domain.comparing import Account, Span
from verifier.text.spelling import bare, one_name, skeletons

_LONG = 5
"""From so many letters on one wrong letter makes a misspelling of a name and no other name."""

_FEWEST_INITIALS = 2

_MOST = 200
"""So many mentions are looked at: a passage with more is a list, and no sentence."""

_COUNTRY = 4
_OF_PEOPLES = frozenset(("n", "ns", "an", "ans", "ian", "ians", "ese", "ish", "i", "is"))


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A name a passage has: its words at the fullest mention, folded, and the span of every mention."""

    words: tuple[str, ...]
    letters: str
    spans: tuple[Span, ...]


def mentioned(account: Account, span: Span, other: Account) -> tuple[Mentioned, ...]:
    """The names in a passage of an account, in order. ``other`` helps to tell what is a name."""
    inside = [name for name in names(account, (other,)) if span[0] <= name.start and name.end <= span[1]][
        :_MOST
    ]
    groups: list[list[Name]] = []
    for name in sorted(inside, key=lambda each: (-len(each.words), each.start)):
        home = next((group for group in groups if _belongs(account, name, group[0])), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return tuple(sorted((_mentioned(account, group) for group in groups), key=lambda each: each.spans))


def _belongs(account: Account, name: Name, fuller: Name) -> bool:
    one, other = _mentioned(account, [name]), _mentioned(account, [fuller])
    return is_same(one, other)


def _mentioned(account: Account, group: Sequence[Name]) -> Mentioned:
    fullest = group[0]
    return Mentioned(
        tuple(word.form for word in fullest.words),
        account.text[fullest.start : fullest.end],
        tuple(sorted((name.start, name.end) for name in group)),
    )


def person(letters: str, spans: tuple[Span, ...]) -> Mentioned:
    """A name as it is written, such as that of a speaker."""
    return Mentioned(tuple(bare(word) for word in letters.split()), letters, spans)


def is_same(one: Mentioned, other: Mentioned) -> bool:
    """Whether two names may be of one bearer: every word of the shorter is in the longer, or initials stand for it."""
    shorter, longer = sorted((one, other), key=lambda each: len(each.words))
    if not shorter.words:
        return False
    if all(any(_is_one_word(word, there) for there in longer.words) for word in shorter.words):
        return True
    return _is_initials(one, other) or _is_initials(other, one)


def is_near(one: Mentioned, other: Mentioned) -> bool:
    """Whether two names have a word in common, or one of them may be misspelt."""
    return any(_is_one_word(a, b) or _is_misspelt(a, b) for a in one.words for b in other.words)


def is_spelt_alike(one: Mentioned, other: Mentioned) -> bool:
    """Whether words of two names that are one are written in the same letters, but for endings."""
    shorter, longer = sorted((one, other), key=lambda each: len(each.words))
    return all(any(_is_form(word, there) for there in longer.words) for word in shorter.words) or (
        _is_initials(one, other) or _is_initials(other, one)
    )


def _is_form(one: str, other: str) -> bool:
    """Whether two words are one in other cases or numbers, or a country and its people."""
    shorter, longer = sorted((one, other), key=len)
    people = len(shorter) >= _COUNTRY and longer.startswith(shorter) and longer[len(shorter) :] in _OF_PEOPLES
    return people or one_name(one, other)


def _is_one_word(one: str, other: str) -> bool:
    return _is_form(one, other) or (len(one) >= _LONG and not skeletons(one).isdisjoint(skeletons(other)))


def _is_misspelt(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LONG and OSA.distance(one, other, score_cutoff=1) == 1


def _is_initials(short: Mentioned, long: Mentioned) -> bool:
    """Whether a name in capitals is made of the initials of another: "EU", "European Union"."""
    letters = short.letters.replace(".", "")
    if not letters.isupper() or len(letters) < _FEWEST_INITIALS or len(long.words) != len(letters):
        return False
    return letters.lower() == "".join(word[:1] for word in long.words)
