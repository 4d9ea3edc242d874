"""Ready HTML as strings. Text is data: every sign that means something to a browser is escaped, nothing comes alive."""

from __future__ import annotations

import re

from verifier.reports.characters import one_line, visible

_FORBIDDEN = re.compile("[\x7f-\x9f\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)
) + "]")  # fmt: skip
"""What HTML forbids besides what XML cannot carry; shown in the same form."""


def escaped(text: str) -> str:
    """Text as the content of an element, what a page cannot carry shown as tokens ("‹U+0000›")."""
    shown = visible(text)
    if not shown.isascii():
        shown = _FORBIDDEN.sub(_token, shown)
    elif "\x7f" in shown:
        shown = shown.replace("\x7f", "‹U+007F›")
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _token(match: re.Match[str]) -> str:
    return f"‹U+{ord(match[0]):04X}›"


def attribute(text: str) -> str:
    """Text as the value of an attribute in double quotes, on one line."""
    return escaped(one_line(text)).replace('"', "&quot;")


def element(tag: str, content: str, **attributes: str) -> str:
    """An element around ready content. Attributes that are "" are left out; ``class_`` is the class, and an underscore
    in a name stands for a hyphen.
    """
    return f"<{tag}{attributes_of(attributes)}>{content}</{tag}>"


def attributes_of(attributes: dict[str, str]) -> str:
    """Attributes as they stand in an opening tag."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{attribute(value)}"'
        for name, value in attributes.items()
        if value
    )


def style_string(text: str) -> str:
    """Text as a string of a style sheet: whatever is no plain letter, digit or space by its number."""
    shown = visible(text)
    return (
        '"'
        + "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):06x} " for sign in shown)
        + '"'
    )
