"""Names of OpenDocument's elements and attributes, short."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"

SPACES = {
    "office": _OASIS + "office:1.0",
    "text": _OASIS + "text:1.0",
    "style": _OASIS + "style:1.0",
    "table": _OASIS + "table:1.0",
    "draw": _OASIS + "drawing:1.0",
    "fo": _OASIS + "xsl-fo-compatible:1.0",
    "svg": _OASIS + "svg-compatible:1.0",
    "meta": _OASIS + "meta:1.0",
    "manifest": _OASIS + "manifest:1.0",
    "presentation": _OASIS + "presentation:1.0",
    "form": _OASIS + "form:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "math": "http://www.w3.org/1998/Math/MathML",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""The namespaces whose elements are known, by their usual prefixes."""

_PREFIXES = {space: prefix for prefix, space in SPACES.items()}


@lru_cache(maxsize=4096)
def short(tag: object) -> str:
    """ "text:p" for the tag of a paragraph; the local name alone where the namespace is not known."""
    space, _, local = str(tag).removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(space, "")
    return f"{prefix}:{local}" if prefix else local


@lru_cache(maxsize=4096)
def _long(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def attribute(element: _Element, name: str) -> str | None:
    """An attribute's value by its short name; None where it is not there."""
    value = element.get(_long(name))
    return None if value is None else str(value)


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of a short name; None where there is none."""
    if element is None:
        return None
    found: _Element | None = element.find(_long(name))
    return found


def count(element: _Element, name: str, most: int) -> int:
    """How often something is repeated, from 1 to ``most``."""
    stated = attribute(element, name) or "1"
    return min(most, max(1, int(stated))) if stated.isdecimal() and len(stated) < 10 else most
