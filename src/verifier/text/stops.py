"""Whether a full stop ends a sentence: abbreviations, initials, acronyms, numbers, and what follows them."""

from __future__ import annotations

import re

from verifier.text import abbreviations as tables

_OPENERS = "\"'“‘„«‹([{*—–-`"
_LONGEST_TOKEN = 40
_LONGEST_ABBREVIATION = 8
_LONGEST_LABEL = 3

FIRST_WORD = re.compile(rf"[{re.escape(_OPENERS)} ]{{0,8}}([^\W_]{{1,40}}(?:[’'][^\W_]{{1,10}})?)")
"""The first word of what follows a mark, behind opening quotation marks, brackets and dashes."""


def token_before(view: str, mark: int) -> str:
    """The characters between the last space and the mark, without opening quotation marks and brackets."""
    floor = mark - _LONGEST_TOKEN if mark > _LONGEST_TOKEN else 0
    begin = view.rfind(" ", floor, mark) + 1
    return view[begin or floor : mark].lstrip(_OPENERS)


def stop_ends(view: str, start: int, mark: int, word: str, *, closed: bool) -> bool:
    """Whether the single full stop at ``mark`` ends the sentence begun at ``start``.

    ``word`` is the first word that follows; ``closed`` says that a closing mark stands behind the full stop.
    """
    token = token_before(view, mark)
    lowered = token.lower()
    if "’" in lowered or "'" in lowered:  # French elision: "l’art. 5"
        lowered = lowered.replace("’", "'").rpartition("'")[2]
    if word[0].islower():
        return not closed and _casual_start(token, lowered, word)
    if not token:
        return True
    if len(token) == 1 and token.isalpha() and (token.isupper() or lowered not in tables.KNOWN):
        return _initial_ends(view, start, mark, token, word)
    if lowered in tables.KNOWN:
        return _abbreviation_ends(view, mark, token, lowered, word)
    if len(token) > _LONGEST_ABBREVIATION:
        return True
    if token.isdigit():
        return _number_ends(view, start, mark, token, word.lower())
    return "." not in token or _acronym_ends(token, word)


def _casual_start(token: str, lowered: str, word: str) -> bool:
    """Whether a small letter begins a sentence all the same, as in letters and posts."""
    return (
        len(token) > 1 and word in tables.CASUAL_STARTERS and token.isalpha() and lowered not in tables.KNOWN
    )


def _abbreviation_ends(view: str, mark: int, token: str, lowered: str, word: str) -> bool:
    """Whether an abbreviation of the tables closes its sentence before a word with a capital, or a number."""
    if word[0].isdigit() and lowered in tables.BEFORE_NUMBER:
        return False
    if token == lowered and lowered in tables.ORDINARY:
        return True
    if lowered in tables.TITLES or lowered in tables.BEFORE_MORE:
        return word == "The" or (lowered == "st" and _starts(word))
    if lowered in tables.UNITS:
        return lowered not in tables.SHORT_UNITS or _counts(view, mark - len(token), lowered)
    if lowered in tables.CLOCK:
        return word.lower() not in tables.AFTER_CLOCK
    if lowered in tables.BEFORE_NAME:
        return word.lower() in tables.STARTERS
    return True


def _counts(view: str, begin: int, unit: str) -> bool:
    """Whether a number stands before the unit at ``begin``, or the "т." of "т. д.", but not that of "в т. ч."."""
    before = view[max(0, begin - 4) : begin].rstrip(" .")[-1:]
    return before.isdigit() or (before == "т" and unit != "ч")


def _initial_ends(view: str, start: int, mark: int, token: str, word: str) -> bool:
    """Whether a single letter with a full stop ends a sentence: "vitamin C. The" does, "J. Roe" does not."""
    if _alone(view, start, mark, token) or view[max(0, mark - 4) : mark - 1] == "z. ":
        return False
    return _starts(word)


def _starts(word: str) -> bool:
    """Whether a word begins sentences and is no part of names."""
    lowered = word.lower()
    return lowered in tables.STARTERS and lowered not in tables.NAME_PARTS


def _acronym_ends(token: str, word: str) -> bool:
    """Whether letters with full stops between them ("U.S") end a sentence; other dotted tokens do."""
    if not all(len(part) <= 2 and part.isalpha() for part in token.split(".")):
        return True
    return _starts(word) or word in ("A", "I")


def _number_ends(view: str, start: int, mark: int, token: str, word: str) -> bool:
    """Whether a number with a full stop ends a sentence: not as a label ("1. …") nor as a German ordinal."""
    if len(token) <= _LONGEST_LABEL and _alone(view, start, mark, token):
        return False
    if len(token) > 2:
        return True
    begin = mark - len(token)
    before = view[max(start, begin - 16) : begin].split()
    return word not in tables.MONTHS and not (before and before[-1].lower() in tables.BEFORE_ORDINAL)


def _alone(view: str, start: int, mark: int, token: str) -> bool:
    """Whether the token is all there is of the sentence so far, as in an enumeration."""
    return mark - start < len(token) + 8 and view[start:mark].strip(" " + _OPENERS) == token
