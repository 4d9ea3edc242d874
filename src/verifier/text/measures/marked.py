"""Words, numbers and marks of a text with their places, as figures, dates and names are read from them.

Positions are code points. A line break is a space like any other. What belongs to an address (a URL, an e-mail
address) gives no tokens at all.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\xad\u200b-\u200d\u2060\ufeff]"
    r"|['’ʼ](?=[^\W\d_]))*)"
    r"|(?P<mark>\S)"
)
_CHUNK = re.compile(r"\S+")
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_FOLDED = {ord("ё"): "е", ord("’"): "'", ord("ʼ"): "'"}
_NAMES_OF_SITES = frozenset(
    (
        "com",
        "org",
        "net",
        "info",
        "gov",
        "edu",
        "ru",
        "uk",
        "de",
        "fr",
        "eu",
        "io",
        "tv",
        "рф",
        "ua",
        "by",
        "kz",
        "co",
    )
)
_LONGEST_HOST = 80
_EDGES = ".,;:!?()[]<>«»“”\"'‘’"


class TokenKind(Enum):
    """What a token is."""

    NUMBER = auto()
    WORD = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its span, its letters as they stand and folded, and whether it follows the last without a space."""

    kind: TokenKind
    start: int
    end: int
    raw: str
    word: str
    glued: bool

    @property
    def number(self) -> bool:
        """Whether it is written in digits."""
        return self.kind is TokenKind.NUMBER

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind is TokenKind.WORD and self.raw[0].isupper()


def fold(word: str) -> str:
    """A word without case, invisible characters, kinds of apostrophe and the dots of "ё", composed."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFC", word.translate(_INVISIBLE))
    return plain.casefold().translate(_FOLDED)


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens between two positions, in order, without those inside addresses."""
    kept: list[Token] = []
    begin, last = start, -1
    for floor, ceiling in (*addresses(text, start, end), (end, end)):
        for match in _TOKEN.finditer(text, begin, floor):
            kind = TokenKind[str(match.lastgroup).upper()]
            raw = match[0]
            kept.append(Token(kind, match.start(), match.end(), raw, fold(raw), match.start() == last))
            last = match.end()
        begin = ceiling
    return tuple(kept)


def addresses(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The spans of web and mail addresses; one broken at the end of a line goes on in the next."""
    found: list[tuple[int, int]] = []
    broken = -1
    for match in _CHUNK.finditer(text, start, end):
        chunk = match[0]
        goes_on = broken >= 0 and text[broken : match.start()] == "\n"
        if goes_on or _is_address(chunk):
            found.append(match.span())
            broken = match.end() if chunk[-1] in "-/=&_" and len(chunk) > 1 else -1
        else:
            broken = -1
    return tuple(found)


def _is_address(chunk: str) -> bool:
    """Whether characters without a space are an address."""
    if "://" in chunk:
        return True
    if "@" in chunk:
        return "." in chunk.rpartition("@")[2].strip(_EDGES)
    if "." not in chunk:
        return False
    host = chunk.lstrip(_EDGES)[:_LONGEST_HOST].partition("/")[0].rstrip(_EDGES).lower()
    parts = host.split(".")
    return len(parts) > 1 and all(parts) and (parts[0] == "www" or _is_site(parts))


def _is_site(parts: list[str]) -> bool:
    """Whether the parts of a host name end as sites do, and none begins with a capital in the middle."""
    return parts[-1] in _NAMES_OF_SITES and not parts[0].isdigit() and len(parts[0]) > 1
