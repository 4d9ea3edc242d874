"""Numbers of sentences: given once, never moved, never given to other words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from verifier.domain.addresses import next_suffix
from verifier.session.aligning import aligned

_SUFFIX = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence as far as its number goes: its words without white space at the ends, its number ("" for none),
    and whether it is in the account.
    """

    words: str
    number: str
    in_account: bool


class Numbers:
    """The numbers of one article that were ever given, and the next one after any of them."""

    def __init__(self, given: Iterable[str]) -> None:
        self._given = set(given)
        self._suffixes: dict[str, str] = {}

    def after(self, number: str) -> str:
        """The next free number after this one: "4" → "4a", then "4b"; "" → "0a"."""
        base = number.rstrip(_SUFFIX) or "0"
        suffix = next_suffix(self._suffixes.get(base, ""))
        while base + suffix in self._given:
            suffix = next_suffix(suffix)
        self._suffixes[base] = suffix
        self._given.add(base + suffix)
        return base + suffix


def first_numbers(in_account: Iterable[bool]) -> list[str]:
    """The numbers of a first reading: the account's sentences counted from 1, "" for all others."""
    counter = count(1)
    return [str(next(counter)) if counted else "" for counted in in_account]


def carried_numbers(
    old: Sequence[Numbered], words: Sequence[str], in_account: Sequence[bool], given: Iterable[str]
) -> list[str]:
    """The numbers of a new reading's sentences.

    A sentence with the same words keeps its number. Where between two of those as many sentences of the account went
    as came, they are taken for each other in order. All others are numbered after the sentence before them.
    ``given`` holds every number any reading of the article ever had.
    """
    if not any(given := set(given)):
        return first_numbers(in_account)
    pairs = aligned([one.words for one in old], words)
    pairs |= _taken_for_each_other(old, in_account, pairs)
    numbers = [""] * len(words)
    for before, after in pairs.items():
        numbers[after] = old[before].number
    return _completed(numbers, in_account, Numbers(given))


def _taken_for_each_other(
    old: Sequence[Numbered], in_account: Sequence[bool], pairs: Mapping[int, int]
) -> dict[int, int]:
    """Pairs of sentences that differ in their words, where as many went as came."""
    found: dict[int, int] = {}
    a, c = 0, 0
    for before, after in [*pairs.items(), (len(old), len(in_account))]:
        went = [index for index in range(a, before) if old[index].in_account]
        came = [index for index in range(c, after) if in_account[index]]
        if len(went) == len(came):
            found.update(zip(went, came, strict=True))
        a, c = before + 1, after + 1
    return found


def _completed(numbers: list[str], in_account: Sequence[bool], free: Numbers) -> list[str]:
    """The numbers with one for every sentence of the account that has none."""
    before = ""
    for index, number in enumerate(numbers):
        if not number and in_account[index]:
            numbers[index] = free.after(before)
        before = numbers[index] or before
    return numbers
