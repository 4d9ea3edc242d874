"""The signs an RTF file is made of: groups, control words, bytes of text; binary data is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?:([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|'([0-9A-Fa-f]{2})|(.))|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)


class Token(NamedTuple):
    """One sign: a brace, a control word with its number, a control symbol, or bytes of text.

    ``kind`` is "{", "}", "word", "symbol" or "bytes"; ``name`` the word or symbol.
    """

    kind: str
    name: str = ""
    number: int | None = None
    data: bytes = b""


OPEN, CLOSE = Token("{"), Token("}")


def tokens(data: bytes) -> Iterator[Token]:
    """The signs of a file in order. What "\\bin" announces is skipped and told by an empty token of bytes."""
    place, end = 0, len(data)
    while place < end:
        match = _TOKEN.match(data, place)
        if match is None:  # a backslash at the very end
            return
        place = match.end()
        word, number, code, symbol, brace, text = match.groups()
        if word is not None:
            value = None if number is None else int(number)
            if word == b"bin":
                place += max(0, value or 0)
                yield Token("bytes")
            else:
                yield Token("word", word.decode("ascii"), value)
        elif code is not None:
            yield Token("bytes", "'", None, bytes((int(code, 16),)))
        elif text is not None:
            yield Token("bytes", "", None, text)
        elif brace is not None:
            yield OPEN if brace == b"{" else CLOSE
        elif symbol is not None:
            yield Token("symbol", symbol.decode("latin-1"))
