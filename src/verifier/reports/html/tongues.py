"""In which language and direction words stand: what a page tells a voice that reads it, and a browser that sets it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")

_SCRIPTS = {
    "ru": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "ar": "\u0600-\u06ff\u0700-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "ja": "\u3040-\u30ff",
    "ko": "\u1100-\u11ff\uac00-\ud7af",
    "zh": "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
}
"""The letters of each script under the language that is meant by them where nothing is stated."""

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_FIRST = re.compile(
    "|".join(f"(?P<{tag}>[{letters}])" for tag, letters in {"en": _LATIN, **_SCRIPTS}.items())
)
_MAY_TURN = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


@lru_cache(maxsize=256)
def is_tag(language: str) -> bool:
    """Whether this is shaped as a BCP 47 tag."""
    return _TAG.fullmatch(language) is not None


def language_of(text: str, stated: str, around: str) -> str:
    """The tag to give words that stand among words in the language ``around``; "" where they need none.

    ``stated`` is what their source states. Without it, only letters of another script tell.
    """
    if stated and is_tag(stated):
        return "" if stated == around else stated
    if text.isascii():
        return ""
    found = _FIRST.search(text)
    tag = (found.lastgroup if found else "") or "en"
    return "" if tag in ("en", around.partition("-")[0]) else tag


def from_the_right(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that runs from right to left."""
    if text.isascii() or _MAY_TURN.search(text) is None:
        return False
    return next(
        (turn != "L" for turn in map(unicodedata.bidirectional, text) if turn in ("L", "R", "AL")), False
    )
