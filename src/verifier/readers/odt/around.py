"""What OpenDocument's elements around words mean: paragraphs, lists, sections, indexes, tables, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.readers.odt.context import Story
from verifier.readers.odt.names import SPACES, attribute, count
from verifier.readers.stories import ANY, PLAIN, SKIP
from verifier.readers.written import Mark, Shape, Written

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIDDEN_PARAGRAPH = f"{{{SPACES['text']}}}hidden-paragraph"
_MOST_EMPTY = 16
_MOST_COPIES = 100
_OVERHEAD = 50


def skip(_story: Story, _element: _Element) -> bool:
    """Declarations and the like: no words of the text in them."""
    return SKIP


def enter_paragraph(story: Story, element: _Element) -> None:
    """A paragraph begins. One inside another that is open stands for itself, as in a drawn shape."""
    style = attribute(element, "text:style-name")
    _begin(story, element, style, _paragraph_shape(story, style))


def enter_heading(story: Story, element: _Element) -> None:
    """A heading begins."""
    style = attribute(element, "text:style-name")
    styled = story.document.styles.shape(style)
    level = count(element, "text:outline-level", 10)
    keeps = styled.kind in (ParagraphKind.HEADLINE, ParagraphKind.BYLINE, ParagraphKind.DATELINE)
    _begin(story, element, style, styled if keeps else Shape(ParagraphKind.HEADING, level=level))


def _paragraph_shape(story: Story, style: str | None) -> Shape:
    shape = story.document.styles.shape(style)
    if story.scope.listed and shape.kind is None:
        return Shape(ParagraphKind.LIST)
    return shape


def _begin(story: Story, element: _Element, style: str | None, shape: Shape) -> None:
    inside = story.box.running
    if inside:
        story.open_box()
    look = story.document.styles.look("paragraph", style)
    hidden = look.hidden or any(
        attribute(each, "text:is-hidden") == "true" for each in element.iter(_HIDDEN_PARAGRAPH)
    )
    story.within(element, fate=Role.HIDDEN if hidden else Role.NONE, style=style, look=look, inside=inside)
    story.begin(shape)
    if story.note_number and story.scope.shape != ANY:
        story.add(story.note_number, Role.NONE, Mark(InlineKind.NOTE, story.note_number))
        story.add(" ")
        story.note_number = ""


def leave_paragraph(story: Story, _element: _Element) -> None:
    """A paragraph ends; white space at its end does not count."""
    line = story.box.line
    ends = line is not None and not story.gone and not story.box.solid
    if line is not None and ends and line.pieces and line.pieces[-1].endswith(" "):
        line.pieces[-1] = line.pieces[-1][:-1]
        line.length -= 1
    story.end(joins=bool(story.gone))
    if story.scope.inside:
        story.hang_box()


def enter_list(story: Story, element: _Element) -> None:
    """A list, or one inside another."""
    story.within(element, listed=True)


def enter_section(story: Story, element: _Element) -> None:
    """A section, which may be hidden."""
    hidden = attribute(element, "text:display") == "none" or attribute(element, "text:is-hidden") == "true"
    if hidden:
        story.within(element, fate=Role.HIDDEN)


def enter_index(story: Story, element: _Element) -> None:
    """A table of contents or another index."""
    story.within(element, contents=True)


def enter_box(story: Story, element: _Element) -> None:
    """A text box begins: it looks nothing like the words it is anchored in, but shares what became of them."""
    story.within(element, look=PLAIN, inside=False, listed=False)
    story.keep_marks(())
    story.open_box()


def leave_box(story: Story, _element: _Element) -> None:
    """A text box ends."""
    story.hang_box()


def enter_table(story: Story, element: _Element) -> None:
    """A table begins; inside it nothing is a list's item for standing in one."""
    story.within(element, listed=False)
    story.open_table()


def leave_table(story: Story, _element: _Element) -> None:
    """A table ends."""
    story.close_table()


def enter_row(story: Story, element: _Element) -> None:
    """A row, shown or not."""
    if attribute(element, "table:visibility") in ("collapse", "filter"):
        story.within(element, fate=Role.HIDDEN)


def leave_row(story: Story, element: _Element) -> None:
    """A row ends, as often as it is repeated; an empty one once."""
    if not story.tables:
        return
    table = story.tables[-1]
    copies = 1
    if any(table.cells):
        copies = _copies(story, element, "table:number-rows-repeated", table.cells)
    table.rows += [table.cells] * copies
    table.cells = []


def enter_cell(story: Story, element: _Element) -> None:
    """A cell: its paragraphs are its own."""
    story.within(element, inside=False)
    story.open_box()


def enter_covered_cell(story: Story, element: _Element) -> None:
    """A cell another one lies over."""
    story.within(element, fate=Role.HIDDEN, inside=False)
    story.open_box()


def leave_cell(story: Story, element: _Element) -> None:
    """A cell ends, as often as it is repeated."""
    closed = story.close_box()
    if not story.tables:
        story.hang(closed)
        return
    repeated = "table:number-columns-repeated"
    copies = count(element, repeated, _MOST_EMPTY)
    if closed:
        copies = _copies(story, element, repeated, [closed])
    story.tables[-1].cells += [closed] * copies


def _copies(story: Story, element: _Element, name: str, cells: list[list[Written]]) -> int:
    """How often a cell or row with words is made: what is repeated without end is told to the user."""
    size = sum(_OVERHEAD + sum(len(each.block.text) for each in cell) for cell in cells)
    wanted = count(element, name, _MOST_COPIES + 1)
    if wanted == 1:
        return 1
    if wanted > _MOST_COPIES:
        story.document.counts["repeated"] += 1
    return story.document.repeat(min(wanted, _MOST_COPIES), size)


def enter_embedded(story: Story, _element: _Element) -> None:
    """Something of another program, which is not read."""
    story.document.counts["objects"] += 1
