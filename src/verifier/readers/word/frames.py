"""What Word's elements around words mean: paragraphs, tables, content controls, text boxes, pictures, objects."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.domain.reading import Anchor
from verifier.readers.blocks import Block
from verifier.readers.shapes import outlined
from verifier.readers.stories import ANY, PLAIN, SKIP
from verifier.readers.word.context import Story
from verifier.readers.word.names import KNOWN_EXTENSIONS, attribute, child, short, switch
from verifier.readers.word.names import value as value_of
from verifier.readers.word.parts import related
from verifier.readers.word.styles import numbered_of, outline_of
from verifier.readers.written import Shape, Written, aside

if TYPE_CHECKING:
    from lxml.etree import _Element

_OF_CHANGES = (InlineKind.INSERTED, InlineKind.MOVED_HERE)
_GRAPHIC_CONFIDENCE = 60
"""Words of a chart or a diagram: whether they belong to the account, a person says."""


def enter_paragraph(story: Story, element: _Element) -> None:
    """A paragraph begins. One inside another that is open stands for itself, as in a text box."""
    inside = story.box.running
    if inside:
        story.open_box()
    properties = child(element, "w:pPr")
    style = value_of(properties, "w:pStyle") or story.document.styles.usual
    story.within(element, style=style, inside=inside)
    story.begin(_shape(story, properties, style))


def _shape(story: Story, properties: _Element | None, style: str | None) -> Shape:
    """What the paragraph's own properties say of it, else its style."""
    level, numbered = outline_of(properties), numbered_of(properties)
    styled = story.document.styles.shape(style)
    if level is not None and styled.kind in (None, ParagraphKind.HEADING, ParagraphKind.LIST):
        styled = outlined(level)
    if numbered and styled.kind is None:
        return Shape(ParagraphKind.LIST)
    return ANY if numbered is False and styled.kind is ParagraphKind.LIST else styled


def leave_paragraph(story: Story, element: _Element) -> None:
    """A paragraph ends, unless its end was deleted or it is but a large first letter."""
    properties = child(element, "w:pPr")
    story.end(joins=_joins(properties))
    if story.scope.inside:
        story.hang_box()


def _joins(properties: _Element | None) -> bool:
    mark, frame = child(properties, "w:rPr"), child(properties, "w:framePr")
    removed = any(child(mark, name) is not None for name in ("w:del", "w:moveFrom"))
    drops = frame is not None and attribute(frame, "w:dropCap") in ("drop", "margin")
    return removed or drops


def enter_table(story: Story, _element: _Element) -> None:
    """A table begins."""
    story.open_table()


def leave_table(story: Story, element: _Element) -> None:
    """A table ends; its title and description come behind it."""
    story.close_table()
    properties = child(element, "w:tblPr")
    for name in ("w:tblCaption", "w:tblDescription"):
        words = value_of(properties, name)
        if words:
            story.hang([aside(words, Role.ALTERNATIVE_TEXT, story.anchor())])


def enter_row(story: Story, element: _Element) -> None:
    """A row: shown, deleted or hidden as a whole."""
    properties = child(element, "w:trPr")
    if child(properties, "w:del") is not None:
        story.document.counts["deleted"] += 1
        story.within(element, fate=Role.DELETED)
    elif switch(properties, "w:hidden"):
        story.within(element, fate=Role.HIDDEN)


def leave_row(story: Story, _element: _Element) -> None:
    """A row ends."""
    if story.tables:
        story.tables[-1].rows.append(story.tables[-1].cells)
        story.tables[-1].cells = []


def enter_cell(story: Story, element: _Element) -> None:
    """A cell: its paragraphs are its own."""
    if child(child(element, "w:tcPr"), "w:cellDel") is not None:
        story.document.counts["deleted"] += 1
        story.within(element, fate=Role.DELETED)
    story.open_box()


def leave_cell(story: Story, _element: _Element) -> None:
    """A cell ends."""
    closed = story.close_box()
    if story.tables:
        story.tables[-1].cells.append(closed)
    else:
        story.hang(closed)


def enter_control(story: Story, element: _Element) -> None:
    """A content control: it may hold a table of contents, or nothing but the request to write something."""
    properties = child(element, "w:sdtPr")
    gallery = (value_of(child(properties, "w:docPartObj"), "w:docPartGallery") or "").lower()
    story.within(
        element,
        prompts=story.scope.prompts or bool(switch(properties, "w:showingPlcHdr")),
        contents=story.scope.contents or gallery == "table of contents",
    )


def enter_box(story: Story, element: _Element) -> None:
    """A text box begins: it looks nothing like the words it is anchored in, but shares what became of them."""
    story.within(element, look=PLAIN, inside=False)
    story.keep_marks(_OF_CHANGES)
    story.open_box()


def leave_box(story: Story, _element: _Element) -> None:
    """A text box ends."""
    story.hang_box()


def enter_graphic_paragraph(story: Story, element: _Element) -> None:
    """A paragraph of a shape that was drawn: it stands for itself, as a text box."""
    enter_box(story, element)


def enter_alternative(_story: Story, element: _Element) -> bool | None:
    """One of several forms of the same thing: the first that can be taken is, and no other."""
    parent = element.getparent()
    return None if parent is None or _chosen(parent) is element else SKIP


def _chosen(alternatives: _Element) -> _Element | None:
    """The first choice that asks for nothing unknown, else the fallback, else the first choice."""
    choices = [each for each in alternatives if short(each.tag) == "mc:Choice"]
    known = next(filter(_can_be_taken, choices), None)
    if known is not None:
        return known
    fallback = child(alternatives, "mc:Fallback")
    return fallback if fallback is not None else next(iter(choices), None)


def _can_be_taken(choice: _Element) -> bool:
    wanted = (choice.get("Requires") or "").split()
    spaces = [choice.nsmap.get(prefix) or "" for prefix in wanted]
    return bool(spaces) and all(space.startswith(KNOWN_EXTENSIONS) for space in spaces)


def enter_described(story: Story, element: _Element) -> None:
    """A picture or shape with a description."""
    for key in ("descr", "title"):
        _describe(story, element.get(key))


def enter_old_shape(story: Story, element: _Element) -> None:
    """A shape as older Words drew it, with a description."""
    _describe(story, element.get("alt"))


def _describe(story: Story, words: str | None) -> None:
    """Keep a description behind the paragraph; the same is told once."""
    if not words or not words.strip():
        return
    line = story.line()
    role = Role.ALTERNATIVE_TEXT if story.scope.fate is Role.NONE else story.scope.fate
    if all(each.block.text != words or each.block.role is not role for each in line.after):
        line.after.append(aside(words, role, line.anchor))


def enter_drawn_words(story: Story, element: _Element) -> None:
    """Words drawn as a picture (WordArt)."""
    words = element.get("string")
    if words:
        _boxed(story, [words], story.part)


def enter_chart(story: Story, element: _Element) -> None:
    """A chart: its words stand in a part of their own."""
    _graphic(story, related(element))


def enter_diagram(story: Story, element: _Element) -> None:
    """A diagram: its words stand in a part of their own."""
    _graphic(story, related(element, "r:dm"))


def _graphic(story: Story, id: str | None) -> None:
    relation = story.document.parts.target(story.part, id)
    if relation is None or relation.outside or not story.document.parts.has(relation.target):
        return
    root = story.document.parts.root(relation.target)
    _boxed(story, _graphic_words(root), relation.target)


def _graphic_words(root: _Element) -> list[str]:
    """The paragraphs of a chart or diagram, and the names of a chart's series and categories, each once."""
    words: dict[str, None] = {}
    for element in root.iter():
        name = short(element.tag)
        if name == "a:p":
            words.setdefault("".join(each.text or "" for each in element.iter() if short(each.tag) == "a:t"))
        elif name == "c:strCache":
            for each in element.iter():
                if short(each.tag) == "c:v":
                    words.setdefault(each.text or "")
    return [each for each in words if each.strip()]


def _boxed(story: Story, words: list[str], part: str) -> None:
    """Put words behind the paragraph as a text box's."""
    if story.scope.fate is not Role.NONE:
        story.line().after += [aside(each, story.scope.fate, Anchor(part=part)) for each in words]
        return
    box = Shape(ParagraphKind.BODY, _GRAPHIC_CONFIDENCE, role=Role.TEXT_BOX)
    shape = story.shape if story.shape != ANY else box
    for number, each in enumerate(words):
        anchor = Anchor(part=part, paragraph=number, record=story.record)
        story.line().after.append(_as(shape, each, anchor))


def _as(shape: Shape, text: str, anchor: Anchor) -> Written:
    kind = shape.kind or ParagraphKind.BODY
    return Written(Block(text, kind, shape.confidence, shape.role, anchor), shape)


def counted(what: str) -> Callable[[Story, _Element], None]:
    """What is done on entering something that is not read: it is counted, and the user is told."""

    def enter(story: Story, _element: _Element) -> None:
        story.document.counts[what] += 1

    return enter
