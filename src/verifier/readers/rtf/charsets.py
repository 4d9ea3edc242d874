"""How bytes of an RTF file are read: by the character set of the font they are in, else by the file's code page.

The numbers are those of the RTF specification 1.9.1 (Microsoft, 2008): fcharset, ansicpg and cpg.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_CHARSETS = {
    0: "cp1252", 1: "", 2: "symbol", 77: "mac_roman", 78: "shift_jis", 79: "gb2312", 80: "euc_kr", 81: "mac_arabic",
    83: "mac_greek", 85: "mac_turkish", 88: "mac_latin2", 89: "mac_cyrillic",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 181: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {
    708: "cp864",
    936: "gb18030",
    1361: "johab",
    10000: "mac_roman",
    10007: "mac_cyrillic",
    65001: "utf-8",
}


@dataclass(frozen=True, slots=True)
class Font:
    """A font of the font table: its name, and the codec of its bytes ("" for the file's own, "symbol" for signs)."""

    name: str = ""
    codec: str = ""


def charset_codec(number: int | None) -> str:
    """The codec of an fcharset; "" where it is not known or says nothing."""
    return _CHARSETS.get(number or 0, "")


def page_codec(number: int | None) -> str:
    """The codec of a code page; "" where Python has none."""
    name = _PAGES.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
