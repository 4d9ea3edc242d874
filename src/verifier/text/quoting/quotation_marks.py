"""Quotation marks in a paragraph: where they stand, and which of them could open, close, or are no marks at all.

A mark is told from an apostrophe, a possessive, an elision, feet and inches by the characters around it. White space of
every kind, line breaks too, counts the same, so a wrapped paragraph has the marks of an unwrapped one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_SIGN = re.compile("[\"'“”„‟‘’‚‛«»‹›「」『』＂]")
_INVISIBLE = frozenset("\xad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff")
_BRACKETS = frozenset("([{<")
_DASHES = frozenset("-‐‑‒–—―/…")
_OPENING = frozenset("“„‟‘‚‛«‹「『")
_BEHIND = frozenset(",:;")
_STOPS = frozenset(",.;:!?)]}")
_INCHES = re.compile(r"\d['’′] ?\d{1,2}\Z")
_SHORTENED = re.compile(
    r"(?:\d0s|[1-9]\ds|em|tis|twas|til|till|cause|cos|bout|round|ere|neath|n|un|fraid|kay)\b", re.IGNORECASE
)
_WORD = re.compile(r"\s+([^\W\d_]{1,20})")
_WORD_BEFORE = 24
"""The longest word, in code points, that is looked at before a mark."""

# A word that seldom follows a possessive: after "workers’" it says that the mark closes.
_GOES_ON = frozenset(
    """
    in on at of to for from by with as and or but who which that when where while if is are was were be been has have
    had will would can could may might must should do does did said says he she it they we you i not than then after
    before because into over about against under during since until like also
    """.split()  # noqa: SIM905
)


class Family(Enum):
    """Marks that belong together: one of a family closes what another of it opened."""

    DOUBLE = auto()
    SINGLE = auto()
    ANGLE = auto()
    INNER_ANGLE = auto()
    CORNER = auto()
    INNER_CORNER = auto()


FAMILIES = {
    **dict.fromkeys('"“”„‟＂', Family.DOUBLE),
    **dict.fromkeys("'‘’‚‛", Family.SINGLE),
    **dict.fromkeys("«»", Family.ANGLE),
    **dict.fromkeys("‹›", Family.INNER_ANGLE),
    **dict.fromkeys("「」", Family.CORNER),
    **dict.fromkeys("『』", Family.INNER_CORNER),
}

STRAIGHT = frozenset("\"'＂")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at a position: whether it could open, whether it could close, and whether a closing one may as well be an
    apostrophe (``weak``) because it stands behind a word such as "workers".
    """

    at: int
    sign: str
    family: Family
    opens: bool
    closes: bool
    weak: bool = False


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks between ``start`` and ``end``, without apostrophes, elisions, feet and inches."""
    marks = []
    for match in _SIGN.finditer(text, start, end):
        mark = _mark(text, match.start(), start, end)
        if mark is not None:
            marks.append(mark)
    return marks


def _mark(text: str, at: int, start: int, end: int) -> Mark | None:
    """The mark at ``at``, or None where the sign is none."""
    sign = text[at]
    family = FAMILIES[sign]
    before, after = _neighbour(text, at, -1, start, end), _neighbour(text, at, 1, start, end)
    if _measures(text, at, start, before, after, family):
        return None
    if family is Family.SINGLE:
        return _single(text, at, start, end, before, after)
    opens, closes = _sides(sign, family, before, after)
    return Mark(at, sign, family, opens, closes) if opens or closes else None


def _neighbour(text: str, at: int, step: int, start: int, end: int) -> str:
    """The next visible character in a direction; a space for every kind of white space, and at the borders."""
    place = at + step
    for _tries in range(8):
        if not start <= place < end:
            return " "
        if text[place] not in _INVISIBLE:
            return " " if text[place].isspace() else text[place]
        place += step
    return " "


def _measures(text: str, at: int, start: int, before: str, after: str, family: Family) -> bool:
    """Whether the sign means feet (6’ 2) or inches (6’ 2”)."""
    if not before.isdigit():
        return False
    if family is Family.DOUBLE:
        return _INCHES.search(text[max(start, at - 6) : at]) is not None
    if family is not Family.SINGLE:
        return False
    return after.isdigit() or (after == " " and text[at + 1 : at + 4].strip()[:1].isdigit() and at > start)


def _sides(sign: str, family: Family, before: str, after: str) -> tuple[bool, bool]:
    """Whether a sign that is no single mark could open, and whether it could close."""
    if family is Family.DOUBLE:
        if sign in STRAIGHT:
            return _may_open(before, after), _may_close(before, after)
        if sign == "”":
            return before == " " and after.isalnum(), True
        if sign == "“":
            closes = (
                before != " " and not after.isalnum() and before not in _BRACKETS and before not in _OPENING
            )
            return not closes or before in _DASHES, closes
        return True, False
    if family in (Family.ANGLE, Family.INNER_ANGLE):
        left = sign in "«‹"
        loose = before == " " and after != " "
        tight = before != " " and not after.isalnum()
        return (True, tight) if left else (loose, True)
    return sign in "「『", sign in "」』"


def _may_open(before: str, after: str) -> bool:
    """Whether a straight mark could open."""
    if after == " ":
        return before == " "
    if before == " " or before in _BRACKETS:
        return True
    if before in _BEHIND:
        return after.isalnum()
    return (before in _DASHES or before in FAMILIES) and after not in _STOPS


def _may_close(before: str, after: str) -> bool:
    """Whether a straight mark could close."""
    if before == " ":
        return not after.isalnum() and after not in _BRACKETS and after not in FAMILIES
    return before not in _BRACKETS and not after.isalnum()


def _single(text: str, at: int, start: int, end: int, before: str, after: str) -> Mark | None:
    """A single mark, or None for an apostrophe."""
    sign = text[at]
    if before.isalnum() and after.isalnum():
        return None
    if (before == " " or before in _BRACKETS or before in FAMILIES) and _SHORTENED.match(text, at + 1, end):
        return None
    if _ends_shortened(text, at, start):
        return None
    if sign in "‘‚‛":
        closes = sign == "‘" and before != " " and not before.isalnum() and after == " "
        return Mark(at, sign, Family.SINGLE, not closes, closes)
    opens = sign == "'" and _may_open(before, after)
    closes = _may_close(before, after) and before != " "
    if not opens and not closes:
        return None
    return Mark(at, sign, Family.SINGLE, opens, closes, closes and _weak(text, at, end, before, after))


def _ends_shortened(text: str, at: int, start: int) -> bool:
    """Whether the sign ends the "’n’" of "rock ’n’ roll"."""
    before = text[max(start, at - 3) : at].lower()
    return before[-2:] in ("'n", "’n", "‘n") and (len(before) < 3 or before[0].isspace())


def _weak(text: str, at: int, end: int, before: str, after: str) -> bool:
    """Whether a closing sign may as well stand for a possessive ("workers’ rights") or a dropped g ("goin’ home")."""
    if after != " ":
        return False
    word = text[max(0, at - _WORD_BEFORE) : at].split()[-1]
    dropped = before == "n" and word.endswith("in") and word.islower() and len(word) > 3
    if before not in "sSxz" and not dropped:
        return False
    match = _WORD.match(text, at + 1, min(end, at + _WORD_BEFORE))
    return match is not None and match[1].lower() not in _GOES_ON


def possessive(text: str, mark: Mark) -> bool:
    """Whether the letter before a closing mark is an s, as in a possessive of the plural."""
    return text[mark.at - 1 : mark.at] in ("s", "S")
