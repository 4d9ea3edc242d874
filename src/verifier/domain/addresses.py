"""Addresses: an article's letter and a sentence's number, as people write them ("A12", "B0a")."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})([a-z]{0,3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Address:
    """A sentence's address, taken apart."""

    letter: str
    number: int
    suffix: str = ""

    def __str__(self) -> str:
        return f"{self.letter}{self.number}{self.suffix}"


def parse_address(text: str) -> Address | None:
    """The address a person wrote ("a12" is A12), or None where it is none."""
    match = _FORM.fullmatch(text.strip())
    return Address(match[1].upper(), int(match[2]), match[3]) if match else None


def letter_of(index: int) -> str:
    """The letter of the article added as number ``index`` from 0: A … Z, AA, AB …"""
    letters = ""
    index += 1
    while index > 0:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def index_of_letter(letter: str) -> int:
    """The inverse of ``letter_of``."""
    index = 0
    for character in letter:
        index = index * 26 + ord(character) - ord("A") + 1
    return index - 1


def next_suffix(suffix: str) -> str:
    """The suffix after this one: "" → "a" → "b" … "z" → "aa"."""
    return letter_of(index_of_letter(suffix.upper()) + 1).lower() if suffix else "a"
