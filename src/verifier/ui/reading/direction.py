"""Which way a text runs: by most of its letters, not by its first, which may be a name in another script."""

from __future__ import annotations

import re
from itertools import islice

LOOKED_AT = 20_000
"""So many code points are enough to say which way an article runs."""

_LETTERS_FROM_THE_RIGHT = re.compile(
    "[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0710-\u072f\u074d-\u07ea\u0840-\u0858\u08a0-\u08c9"
    "\ufb1d-\ufdfb\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
_LETTERS = re.compile(r"[^\W\d_]")


def has_letters_from_the_right(text: str) -> bool:
    """Whether any letter of a text is one that is written from right to left."""
    return not text.isascii() and _LETTERS_FROM_THE_RIGHT.search(text) is not None


def runs_from_the_right(text: str) -> bool:
    """Whether at least half of a text's letters are written from right to left."""
    start = text[:LOOKED_AT]
    if not has_letters_from_the_right(start):
        return False
    backwards = sum(1 for _ in _LETTERS_FROM_THE_RIGHT.finditer(start))
    letters = sum(1 for _ in islice(_LETTERS.finditer(start), 2 * backwards + 1))
    return 2 * backwards >= letters
