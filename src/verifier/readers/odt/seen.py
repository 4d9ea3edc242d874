"""What stands in an OpenDocument text by its raw bytes: a second look that knows nothing of our walk."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<[^<>]*>")
_NO_WORDS = re.compile(
    r"<(dc:creator|dc:date|meta:[a-z-]{1,30}|loext:[a-z-]{1,30}initials|svg:title|svg:desc|office:binary-data"
    r"|math:annotation)(?:[ \t\r\n][^<>]*)?>[^<]*"
)
_BODY = re.compile(r"<office:(?:body|master-styles)[ >]")
_SPACES = ("<text:s", "<text:tab", "<text:line-break", "</text:p>", "</text:h>")


def seen_words(data: bytes) -> str:
    """All words of a part's body and master pages, whatever elements they stand in."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = data.decode("utf-16" if wide else "utf-8", "replace")
    begin = _BODY.search(text)
    if begin is None:
        return ""
    text = text[begin.start() :]
    for sign in _SPACES:
        text = text.replace(sign, " " + sign)
    return html.unescape(_TAG.sub("", _NO_WORDS.sub("", text)))
