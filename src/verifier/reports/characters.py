"""Characters a document cannot carry, or that would turn our own words around: shown as tokens, never dropped."""

from __future__ import annotations

import re
from collections import Counter

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff"  # XML has no way to write these, or reads them as something else
    "\u202a-\u202e\u2066-\u2069]"  # unclosed, these reverse the words that follow
)

_SPACE = re.compile("[^\\S\x0b\x0c\x1c-\x1f]+")

_LINE_BREAK = re.compile("\r\n?")


def visible(text: str) -> str:
    """The text with every character that cannot be printed as itself shown as "‹U+0000›"."""
    if _UNSAFE.search(text) is None:
        return text
    return _UNSAFE.sub(_token, text)


def unified_breaks(text: str) -> str:
    """A note or finding with every kind of line break as one line feed. Not for article text."""
    return _LINE_BREAK.sub("\n", text) if "\r" in text else text


def one_line(text: str) -> str:
    """The text on one line, every white space a space. Controls Python takes for white space stay, to be shown."""
    return _SPACE.sub(" ", text).strip(" ")


def replaced(text: str) -> tuple[tuple[str, int], ...]:
    """The tokens ``visible`` puts into a text and how often, in the order of their code points."""
    counts = Counter(_UNSAFE.findall(text))
    return tuple((_token_of(character), counts[character]) for character in sorted(counts))


def _token(match: re.Match[str]) -> str:
    return _token_of(match[0])


def _token_of(character: str) -> str:
    return f"‹U+{ord(character):04X}›"
