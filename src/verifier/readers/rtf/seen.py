"""What stands in an RTF file by a crude look at its bytes, which knows no states: a second look beside our walk."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(
    rb"\\bin([0-9]{1,9}) ?|(\{(?:\\\*)?\s{0,4}\\(?:fonttbl|colortbl|stylesheet|info|pict|listtext|pntext|nonshppict"
    rb"|shprslt|bkmkstart|bkmkend|listtable|fldinst|sn|sv|themedata|datastore|objdata|nonesttables)(?![a-z]))"
    rb"|(\{\\\*)|([{}])|\\u(-?[0-9]{1,6}) ?\??|\\'([0-9A-Fa-f]{2})"
    rb"|(?:\\[A-Za-z]{1,32}-?[0-9]{0,10} ?|\\[^A-Za-z])|([^\\{}\r\n]+)"
)
_STARRED_TEXT = (
    b"\\shptxt",
    b"\\annotation",
    b"\\footnote",
    b"\\moMath",
    b"\\ud",
    b"\\dptxbxtext",
    b"\\shpinst",
)


def seen_words(data: bytes, codec: str) -> str:
    """The words outside of tables, pictures and instructions. Letters of other code pages are counted, not read."""
    return "".join(_pieces(data, codec))


def _pieces(data: bytes, codec: str) -> Iterator[str]:
    place = depth = 0
    dropped: int | None = None
    """The depth of the group that is passed over."""
    while place < len(data):
        match = _PIECE.match(data, place)
        if match is None:
            place += 1
            continue
        place = match.end()
        binary, drop, starred, brace, number, code, text = match.groups()
        if binary is not None:
            place += int(binary)
        elif drop is not None or starred is not None:
            depth += 1
            passes = drop is not None or not data[place : place + 40].lstrip().startswith(_STARRED_TEXT)
            if dropped is None and passes:
                dropped = depth
        elif brace is not None:
            depth += 1 if brace == b"{" else -1
            dropped = None if dropped is not None and depth < dropped else dropped
            yield "" if brace == b"{" else " "
        elif dropped is None and number is not None:
            yield _character(int(number) & 0xFFFF)
        elif dropped is None and (code is not None or text is not None):
            yield (bytes((int(code, 16),)) if code else text).decode(codec, "replace")


def _character(code: int) -> str:
    return "" if 0xD800 <= code < 0xE000 else chr(code)
