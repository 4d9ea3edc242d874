"""Styles of a Word document: what they say of a paragraph's kind and of how its words look, through what they are
based on.

Word keeps the English name of a built-in style in the file whatever its language ("heading 1"), while ids and the
names of a user's own styles are in any language; those are told by what they are based on and by their outline level.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.domain.kinds import ParagraphKind
from verifier.readers.shapes import Look, is_code_name, named_shape, outlined
from verifier.readers.word.names import attribute, child, short, switch, value
from verifier.readers.written import Shape

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 20
"""Styles based on one another further than this go in a circle."""


def look_of(properties: _Element | None) -> Look:
    """What some run properties ("w:rPr") state themselves."""
    if properties is None or not len(properties):
        return Look()
    struck = switch(properties, "w:strike")
    return Look(
        switch(properties, "w:vanish"),
        switch(properties, "w:b"),
        switch(properties, "w:i"),
        value(properties, "w:vertAlign"),
        value(properties, "w:lang"),
        switch(properties, "w:dstrike") if struck is None else struck,
    )


@dataclass(slots=True)
class Style:
    """A style as the file has it."""

    id: str
    name: str
    base: str | None
    look: Look
    outline: int | None
    numbered: bool | None


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids; ``usual`` is the id of the paragraphs' default style."""

    by_id: dict[str, Style] = field(default_factory=dict)
    usual: str | None = None
    _looks: dict[str | None, Look] = field(default_factory=dict)
    _shapes: dict[str | None, Shape] = field(default_factory=dict)

    def chain(self, id: str | None) -> list[Style]:
        """A style and those it is based on, nearest first."""
        chain: list[Style] = []
        while id in self.by_id and len(chain) < _DEEPEST:
            chain.append(self.by_id[id])
            id = chain[-1].base
        return chain

    def look(self, id: str | None) -> Look:
        """How the words of a style look, by all it is based on."""
        if id not in self._looks:
            look = Look()
            for style in reversed(self.chain(id)):
                look = style.look.over(look)
            self._looks[id] = look
        return self._looks[id]

    def shape(self, id: str | None) -> Shape:
        """What a style says of its paragraphs: by name, by outline level, by numbering; the nearest word counts."""
        if id not in self._shapes:
            self._shapes[id] = next((shape for shape in map(_shape, self.chain(id)) if shape), Shape())
        return self._shapes[id]

    def is_code(self, id: str | None) -> bool:
        """Whether a style is for code."""
        return any(is_code_name(style.name) for style in self.chain(id))


def _shape(style: Style) -> Shape | None:
    named = named_shape(style.name)
    if named is not None:
        return named
    if style.outline is not None:
        return outlined(style.outline)
    return Shape(ParagraphKind.LIST) if style.numbered else None


def outline_of(properties: _Element | None) -> int | None:
    """The outline level some paragraph properties state, from 0; None where they state none."""
    stated = value(properties, "w:outlineLvl")
    return int(stated) if stated and stated.isdecimal() and len(stated) < 4 else None


def numbered_of(properties: _Element | None) -> bool | None:
    """Whether some paragraph properties make a list's item; None where they do not say."""
    numbering = child(properties, "w:numPr")
    if numbering is None:
        return None
    return value(numbering, "w:numId") != "0"


def read_styles(root: _Element | None) -> Styles:
    """The styles of a styles part; none where there is no such part."""
    styles = Styles()
    for element in root if root is not None else ():
        if short(element.tag) != "w:style":
            continue
        id = attribute(element, "w:styleId") or ""
        properties = child(element, "w:pPr")
        styles.by_id.setdefault(
            id,
            Style(
                id,
                (value(element, "w:name") or id).lower(),
                value(element, "w:basedOn"),
                look_of(child(element, "w:rPr")),
                outline_of(properties),
                numbered_of(properties),
            ),
        )
        if attribute(element, "w:type") == "paragraph" and attribute(element, "w:default") in (
            "1",
            "true",
            "on",
        ):
            styles.usual = styles.usual or id
    return styles
