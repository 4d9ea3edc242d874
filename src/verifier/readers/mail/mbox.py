"""A file of several mails, one behind the other, as mail programs keep a folder (mbox, RFC 4155)."""

from __future__ import annotations

import re

_BEGIN = re.compile(rb"(?:(?<=\n\n)|(?<=\n\r\n)|(?<=\r\r))From [^\r\n]{1,300}(?:\r\n|\n|\r)")
_FIRST = re.compile(rb"From [^\r\n]{1,300}(?:\r\n|\n|\r)")
_QUOTED = re.compile(rb"(?<![^\r\n])>(>{0,20}From )")
_HEADER = re.compile(rb">?[!-9;-~]{1,80}[ \t]{0,9}:")


def is_mbox(data: bytes) -> bool:
    """Whether a file begins as a folder of mails does: with a "From " line before the first header."""
    first = _FIRST.match(data)
    return first is not None and _HEADER.match(data, first.end()) is not None


def split_mbox(data: bytes) -> list[bytes]:
    """The mails of a folder, without the lines that part them and the signs those made needful."""
    if not is_mbox(data):
        return [data]
    first = _FIRST.match(data)
    assert first is not None
    marks = [first, *(mark for mark in _BEGIN.finditer(data) if _HEADER.match(data, mark.end()))]
    ends = [*(mark.start() for mark in marks[1:]), len(data)]
    return [_QUOTED.sub(rb"\1", data[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
