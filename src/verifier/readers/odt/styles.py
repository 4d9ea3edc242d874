"""Styles of an OpenDocument text: of paragraphs and of words, named ones and those made on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.readers.odt.names import attribute, child, short
from verifier.readers.shapes import Look, is_code_name, named_shape, outlined
from verifier.readers.written import Shape

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 20
_ENCODED = re.compile(r"_([0-9a-f]{2,6})_")
_RAISED = re.compile(r"(super|sub|-?\d{1,3}%)")
_KEPT = ("office:styles", "office:automatic-styles")


@dataclass(frozen=True, slots=True)
class Style:
    """A style as the file has it; ``name`` is the one people see, in lower case."""

    name: str
    base: str | None
    look: Look
    outline: int | None
    list_style: str | None


@dataclass(slots=True)
class Styles:
    """The styles of a document by family and name; those of a part of the file outdo the common ones there."""

    known: dict[tuple[str, str], Style] = field(default_factory=dict)

    def chain(self, family: str, name: str | None) -> list[Style]:
        """A style and those it is based on, nearest first."""
        chain: list[Style] = []
        while name and len(chain) < _DEEPEST:
            style = self.known.get((family, name))
            if style is None:
                break
            chain.append(style)
            name = style.base
        return chain

    def look(self, family: str, name: str | None) -> Look:
        """How the words of a style look, by all it is based on."""
        look = Look()
        for style in reversed(self.chain(family, name)):
            look = style.look.over(look)
        return look

    def shape(self, name: str | None) -> Shape:
        """What a paragraph's style says of it: by name, or by outline level; the nearest word counts."""
        for style in self.chain("paragraph", name):
            shape = named_shape(style.name) or (
                None if style.outline is None else outlined(style.outline - 1)
            )
            if shape is not None:
                return shape
        return named_shape(shown_name(name or "")) or Shape()

    def is_code(self, name: str | None) -> bool:
        """Whether a style of words is for code."""
        return any(is_code_name(style.name) for style in self.chain("text", name))

    def read(self, root: _Element) -> None:
        """Take on the styles of a part of the file."""
        for holder in root:
            if short(holder.tag) in _KEPT:
                self._take(each for each in holder if short(each.tag) == "style:style")

    def _take(self, elements: Iterable[_Element]) -> None:
        for element in elements:
            name = attribute(element, "style:name") or ""
            outline = attribute(element, "style:default-outline-level") or ""
            self.known[attribute(element, "style:family") or "", name] = Style(
                (attribute(element, "style:display-name") or shown_name(name)).lower(),
                attribute(element, "style:parent-style-name"),
                _look(child(element, "style:text-properties")),
                int(outline) if outline.isdecimal() and len(outline) < 4 else None,
                attribute(element, "style:list-style-name"),
            )


def shown_name(name: str) -> str:
    """A style's name as people see it, in lower case: "_20_" is a space."""
    return _ENCODED.sub(lambda match: _character(int(match[1], 16)), name).lower()


def _character(code: int) -> str:
    return chr(code) if code < 0xD800 else ""


def _look(properties: _Element | None) -> Look:
    """What some text properties state."""
    if properties is None:
        return Look()
    weight, slant = attribute(properties, "fo:font-weight"), attribute(properties, "fo:font-style")
    display = attribute(properties, "text:display")
    language, country = attribute(properties, "fo:language"), attribute(properties, "fo:country")
    struck = attribute(properties, "style:text-line-through-style") or attribute(
        properties, "style:text-line-through-type"
    )
    return Look(
        None if display is None else display == "none",
        None if weight is None else weight == "bold" or (weight.isdecimal() and int(weight[:4]) >= 600),
        None if slant is None else slant in ("italic", "oblique"),
        _raised(attribute(properties, "style:text-position")),
        "-".join(filter(None, (language, country))) if language not in (None, "none", "zxx") else None,
        None if struck is None else struck != "none",
    )


def _raised(position: str | None) -> str | None:
    """ "superscript", "subscript" or "baseline" for a text position as "super 58%" or "-33% 58%"."""
    match = _RAISED.match(position or "")
    if match is None:
        return None
    if match[1] in ("super", "sub"):
        return match[1] + "script"
    height = int(match[1][:-1])
    return "baseline" if height == 0 else ("superscript" if height > 0 else "subscript")
