"""What Word's elements inside a paragraph mean: text and signs, how it looks, fields, links, tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from verifier.domain.kinds import InlineKind, Role
from verifier.readers.shapes import Look
from verifier.readers.stories import PLAIN, SKIP
from verifier.readers.symbols import symbol
from verifier.readers.word.context import Story
from verifier.readers.word.names import attribute, child, value
from verifier.readers.word.parts import related
from verifier.readers.word.styles import look_of
from verifier.readers.written import Mark

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RAISED = {"superscript": InlineKind.SUPERSCRIPT, "subscript": InlineKind.SUBSCRIPT}


def enter_run(story: Story, element: _Element) -> None:
    """A run: words that look alike."""
    properties = child(element, "w:rPr")
    own = PLAIN if properties is None else look_of(properties)
    look, marks = _looks(story, own, value(properties, "w:rStyle"))
    fate = Role.HIDDEN if look.hidden else Role.NONE
    story.within(element, fate=fate, marks=marks, look=look)
    story.note_mark = None


def _looks(story: Story, own: Look, style: str | None) -> tuple[Look, tuple[Mark, ...]]:
    """How a run looks, and what sets it apart; kept, since few runs of a document look unlike all others."""
    known, paragraph = story.document.looks, story.scope.style
    key = (own, paragraph, style)
    if key not in known:
        look, plain = _look(story, own, style), _look(story, PLAIN, None)
        known[key] = (look, tuple(_marks(look, plain, is_code=story.document.styles.is_code(style))))
    return known[key]


def _look(story: Story, own: Look, style: str | None) -> Look:
    """How a run looks: its own word, else its style and its paragraph's, of which one undoes the other."""
    styles = story.document.styles
    paragraph, character = styles.look(story.scope.style), styles.look(style)
    toggled = Look(
        bool(character.hidden) != bool(paragraph.hidden),
        bool(character.bold) != bool(paragraph.bold),
        bool(character.italic) != bool(paragraph.italic),
    )
    return own.over(toggled.over(character.over(paragraph)))


def _marks(look: Look, plain: Look, *, is_code: bool) -> Iterator[Mark]:
    """What sets a run apart from the paragraph it stands in."""
    if look.bold and not plain.bold:
        yield Mark(InlineKind.STRONG)
    if bool(look.italic) != bool(plain.italic):
        yield Mark(InlineKind.EMPHASIS)
    if look.raised in _RAISED:
        yield Mark(_RAISED[look.raised])
    if is_code:
        yield Mark(InlineKind.CODE)


def leave_text(story: Story, element: _Element) -> None:
    """Words. White space at their ends counts only where the element says so, as in Word."""
    text = element.text or ""
    if element.get(_XML_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    note = story.note_mark
    story.add(text, Role.NONE, *(() if note is None else (note,)))
    _count(story, text)


def _count(story: Story, text: str) -> None:
    """Take down whose language the words are stated to be, and whether they are struck through."""
    look = story.scope.look
    if look.language:
        story.document.languages[look.language] += sum(map(str.isalpha, text))
    if look.struck and text.strip() and story.scope.fate is Role.NONE:
        story.document.counts["struck"] += 1


def leave_deleted_text(story: Story, element: _Element) -> None:
    """Words that are deleted wherever they stand."""
    story.add(element.text, Role.DELETED)


def leave_plain_text(story: Story, element: _Element) -> None:
    """Words of a formula or a drawn shape: all white space counts."""
    story.add(element.text)


def sign(text: str) -> Callable[[Story, _Element], None]:
    """What is done on entering an element that stands for a sign."""

    def enter(story: Story, _element: _Element) -> None:
        story.add(text)

    return enter


def enter_symbol(story: Story, element: _Element) -> None:
    """A character of a symbol font."""
    text, known = symbol(attribute(element, "w:char") or "", attribute(element, "w:font") or "")
    story.add(text)
    story.document.counts["symbols"] += not known


def enter_ruby_text(story: Story, element: _Element) -> None:
    """The reading printed above a word."""
    story.within(element, fate=Role.ALTERNATIVE_TEXT)


def enter_inserted(story: Story, element: _Element) -> None:
    """Words somebody inserted while changes were tracked."""
    story.document.counts["inserted"] += 1
    story.within(element, marks=(Mark(InlineKind.INSERTED),))


def enter_deleted(story: Story, element: _Element) -> None:
    """Words somebody deleted while changes were tracked."""
    story.document.counts["deleted"] += 1
    story.within(element, fate=Role.DELETED)


def enter_moved_here(story: Story, element: _Element) -> None:
    """Words somebody moved to this place."""
    story.document.counts["moved"] += 1
    story.within(element, marks=(Mark(InlineKind.MOVED_HERE),))


def enter_moved_away(story: Story, element: _Element) -> None:
    """Words somebody moved from this place."""
    story.within(element, fate=Role.MOVED_AWAY)


def enter_link(story: Story, element: _Element) -> None:
    """A link to an address or to a place in the document."""
    relation = story.document.parts.target(story.part, related(element))
    anchor = attribute(element, "w:anchor")
    target = (relation.target if relation else "") + (f"#{anchor}" if anchor else "")
    story.within(element, marks=(Mark(InlineKind.LINK, target),) if target else ())


def enter_field_sign(story: Story, element: _Element) -> None:
    """The beginning, middle or end of a field."""
    fields, kind = story.box.fields, attribute(element, "w:fldCharType")
    if kind == "begin":
        fields.begin()
    elif kind == "separate":
        fields.separate()
    elif kind == "end":
        fields.end()


def leave_instruction(story: Story, element: _Element) -> None:
    """A part of a field's instruction."""
    story.box.fields.instruct(element.text or "")


def enter_simple_field(story: Story, element: _Element) -> None:
    """A field written in one piece: what is inside it is its result."""
    story.box.fields.begin(attribute(element, "w:instr") or "", shows=True)


def leave_simple_field(story: Story, _element: _Element) -> None:
    """The field ends."""
    story.box.fields.end()


def enter_footnote_reference(story: Story, element: _Element) -> None:
    """The sign of a footnote in the running text."""
    _refer(story, element, "footnote")


def enter_endnote_reference(story: Story, element: _Element) -> None:
    """The sign of an endnote in the running text."""
    _refer(story, element, "endnote")


def _refer(story: Story, element: _Element, kind: str) -> None:
    document = story.document
    notes = document.footnotes if kind == "footnote" else document.endnotes
    id = attribute(element, "w:id") or ""
    custom = attribute(element, "w:customMarkFollows") in ("1", "true", "on")
    number = notes.refer(id, story.scope.fate, custom=custom)
    if custom:  # the sign is written out in the rest of the run
        story.note_mark = Mark(InlineKind.NOTE, id)
    else:
        story.add(number, Role.NONE, Mark(InlineKind.NOTE, number))


def enter_note_number(story: Story, _element: _Element) -> None:
    """The number before the words of a note."""
    if story.note_number:
        story.add(story.note_number, Role.NONE, Mark(InlineKind.NOTE, story.note_number))


def enter_comment_range(story: Story, element: _Element) -> None:
    """Words begin that somebody commented on."""
    id = attribute(element, "w:id") or ""
    story.ranges[id] = Mark(InlineKind.COMMENTED, id)


def enter_comment_range_end(story: Story, element: _Element) -> None:
    """The words somebody commented on end."""
    story.ranges.pop(attribute(element, "w:id") or "", None)


def enter_comment_reference(story: Story, element: _Element) -> None:
    """The place of a comment: its words come behind the paragraph."""
    id = attribute(element, "w:id") or ""
    if id not in story.document.told_comments:
        story.document.told_comments.add(id)
        story.hang(story.document.comments.get(id, []))


def skip(_story: Story, _element: _Element) -> bool:
    """Properties and the like: no words in them."""
    return SKIP
