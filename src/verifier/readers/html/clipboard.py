"""HTML from a clipboard: the header Windows puts before it, and the comments that mark what was chosen."""

from __future__ import annotations

import re

_HEADER = re.compile(rb"Version:\s{0,5}\d[\d.]{0,5}\s{1,4}StartHTML:", re.IGNORECASE)
_FIELD = re.compile(rb"^(StartHTML|EndHTML|SourceURL):([^\r\n]{0,4000})\r?\n?", re.IGNORECASE | re.MULTILINE)
_BEGIN, _END = "<!--StartFragment", "<!--EndFragment"


def without_header(data: bytes) -> tuple[bytes, str]:
    """The HTML of Windows' clipboard format ("CF_HTML"), and the address it names; other bytes as they are."""
    if not _HEADER.match(data[:200]):
        return data, ""
    fields = {match[1].lower(): match[2].strip() for match in _FIELD.finditer(data[:8_192])}
    start = _offset(fields.get(b"starthtml", b""))
    if not 0 < start < len(data):
        start = max(data.find(b"<"), 0)
    end = _offset(fields.get(b"endhtml", b""))
    html = data[start : end if start < end <= len(data) else len(data)]
    return html, fields.get(b"sourceurl", b"").decode("utf-8", "replace")


def _offset(digits: bytes) -> int:
    return int(digits) if digits.isdigit() and len(digits) < 12 else -1


def chosen(text: str) -> str:
    """The stretch between the marks of a clipboard, or the whole text where there are none."""
    begin, end = text.find(_BEGIN), text.rfind(_END)
    if begin < 0:
        return text
    begin = text.find("-->", begin) + 3
    return text[begin : end if end >= begin else len(text)] if begin >= 3 else text
