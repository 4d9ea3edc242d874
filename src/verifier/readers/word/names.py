"""Names of Word's elements and attributes, short, and the same in transitional and strict documents."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPEN = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MICROSOFT = "http://schemas.microsoft.com/office/word/"

SPACES = {
    "w": (_OPEN + "wordprocessingml/2006/main", _STRICT + "wordprocessingml/main"),
    "m": (_OPEN + "officeDocument/2006/math", _STRICT + "officeDocument/math"),
    "r": (_OPEN + "officeDocument/2006/relationships", _STRICT + "officeDocument/relationships"),
    "a": (_OPEN + "drawingml/2006/main", _STRICT + "drawingml/main"),
    "c": (_OPEN + "drawingml/2006/chart", _STRICT + "drawingml/chart"),
    "dgm": (_OPEN + "drawingml/2006/diagram", _STRICT + "drawingml/diagram"),
    "wp": (_OPEN + "drawingml/2006/wordprocessingDrawing", _STRICT + "drawingml/wordprocessingDrawing"),
    "mc": (_OPEN + "markup-compatibility/2006",),
    "rel": (_OPEN + "package/2006/relationships",),
    "cp": (_OPEN + "package/2006/metadata/core-properties",),
    "dc": ("http://purl.org/dc/elements/1.1/",),
    "wps": (_MICROSOFT + "2010/wordprocessingShape",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
}
"""The namespaces whose elements are known, by the prefix they have here."""

_PREFIXES = {space: prefix for prefix, spaces in SPACES.items() for space in spaces}

KNOWN_EXTENSIONS = (_OPEN, _STRICT, "http://schemas.microsoft.com/office/", "urn:schemas-microsoft-com:")
"""How the namespaces begin that an alternative may ask for, to be taken."""

_OFF = frozenset({"0", "false", "off", "none"})


@lru_cache(maxsize=4096)
def short(tag: object) -> str:
    """ "w:p" for the tag of a paragraph in either kind of document; the local name alone where it is not known."""
    space, _, local = str(tag).removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(space, "")
    return f"{prefix}:{local}" if prefix else local


def attribute(element: _Element, name: str) -> str | None:
    """An attribute's value by its short name, as "w:val"; None where it is not there."""
    prefix, _, local = name.partition(":")
    for space in SPACES[prefix]:
        value = element.get(f"{{{space}}}{local}")
        if value is not None:
            return str(value)
    return None


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of a short name; None where there is none."""
    if element is None:
        return None
    return next((each for each in element if short(each.tag) == name), None)


def value(element: _Element | None, name: str) -> str | None:
    """The "w:val" of a child; None where either is not there."""
    found = child(element, name)
    return None if found is None else attribute(found, "w:val")


def switch(element: _Element | None, name: str) -> bool | None:
    """Whether a child switches something on ("<w:b/>") or off ("<w:b w:val="0"/>"); None where it says nothing."""
    found = child(element, name)
    if found is None:
        return None
    return (attribute(found, "w:val") or "on").lower() not in _OFF
