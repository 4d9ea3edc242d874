"""The words of a mail's header: folded lines joined, encoded words (RFC 2047) decoded."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header

from verifier.domain.errors import ReadError
from verifier.readers.encodings import decode

_FOLD = re.compile(r"[\r\n]+[ \t]*")
_ENCODED = re.compile(r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?\r\n]{0,1000}\?=")


def decode_words(value: str) -> str:
    """A header's value as it reads; what cannot be decoded stays as it is."""
    value = _FOLD.sub(" ", plain(value)).strip()
    pieces: list[str] = []
    run: list[str] = []
    done = 0
    for match in _ENCODED.finditer(value):
        between = value[done : match.start()]
        if between.strip() or not run:  # white space between two encoded words is not part of the text
            pieces += [_decoded(run), between]
            run = []
        run.append(match[0])
        done = match.end()
    return "".join((*pieces, _decoded(run), value[done:])).strip()


def plain(value: str) -> str:
    """A value with bytes that are no ASCII decoded: UTF-8 where they are, else as is found out."""
    if value.isascii():
        return value
    data = value.encode("utf-8", "surrogateescape")
    try:
        return decode(data).text
    except ReadError:
        return data.decode("utf-8", "replace")


def _decoded(words: list[str]) -> str:
    """Encoded words that follow each other; a letter may be split between two of them."""
    run = " ".join(words)
    try:
        return "".join(_text(piece, charset or "") for piece, charset in decode_header(run)) if run else ""
    except (HeaderParseError, ValueError):
        return run


def _text(piece: str | bytes, charset: str) -> str:
    """The text of one stretch of encoded words."""
    if isinstance(piece, str):
        return piece
    try:
        return decode(
            piece, charset.split("*")[0] or None
        ).text  # a language may follow: "utf-8*en" (RFC 2231)
    except ReadError:
        return piece.decode("utf-8", "replace")
