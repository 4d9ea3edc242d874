"""What OpenDocument's elements inside a paragraph mean: how words look, signs, links, changes, notes, comments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.readers.odt.context import Story
from verifier.readers.odt.names import attribute, child, count, short
from verifier.readers.shapes import Look
from verifier.readers.stories import PLAIN, SKIP, Scope
from verifier.readers.written import Mark, Shape, Written, aside

if TYPE_CHECKING:
    from lxml.etree import _Element

_RAISED = {"superscript": InlineKind.SUPERSCRIPT, "subscript": InlineKind.SUBSCRIPT}
_COMMENT = Shape(ParagraphKind.ASIDE, role=Role.COMMENT)
_NOTES = {
    "footnote": Shape(ParagraphKind.BODY, role=Role.FOOTNOTE),
    "endnote": Shape(ParagraphKind.BODY, role=Role.ENDNOTE),
}
_MOST_SPACES = 1_000


def enter_span(story: Story, element: _Element) -> None:
    """Words that look alike."""
    styles, name = story.document.styles, attribute(element, "text:style-name")
    look = styles.look("text", name).over(story.scope.look)
    plain = styles.look("paragraph", story.scope.style)
    marks = _marks(look, plain)
    if styles.is_code(name):
        marks.append(Mark(InlineKind.CODE))
    story.document.counts["struck"] += bool(look.struck) and not story.scope.look.struck
    fate = Role.HIDDEN if look.hidden else Role.NONE
    story.within(element, fate=fate, marks=tuple(marks), look=look)


def _marks(look: Look, plain: Look) -> list[Mark]:
    """What sets words apart from the paragraph they stand in."""
    marks = []
    if look.bold and not plain.bold:
        marks.append(Mark(InlineKind.STRONG))
    if bool(look.italic) != bool(plain.italic):
        marks.append(Mark(InlineKind.EMPHASIS))
    if look.raised in _RAISED:
        marks.append(Mark(_RAISED[look.raised]))
    return marks


def sign(text: str) -> Callable[[Story, _Element], None]:
    """What is done on entering an element that stands for a sign."""

    def enter(story: Story, _element: _Element) -> None:
        if story.box.running:
            story.add(text)
            story.box.solid = True

    return enter


def enter_spaces(story: Story, element: _Element) -> None:
    """Spaces that count."""
    if story.box.running:
        story.add(" " * story.document.repeat(count(element, "text:c", _MOST_SPACES)))
        story.box.solid = True


def enter_link(story: Story, element: _Element) -> None:
    """A link."""
    target = attribute(element, "xlink:href")
    story.within(element, marks=(Mark(InlineKind.LINK, target),) if target else ())


def enter_ruby_text(story: Story, element: _Element) -> None:
    """The reading printed above a word."""
    story.within(element, fate=Role.ALTERNATIVE_TEXT)


def enter_page_number(story: Story, _element: _Element) -> None:
    """A page's number, or how many pages there are."""
    story.box.fields.begin("PAGE", shows=True)


def leave_page_number(story: Story, _element: _Element) -> None:
    """The number ends."""
    story.box.fields.end()


def enter_prompt(story: Story, element: _Element) -> None:
    """The request to write something."""
    story.within(element, prompts=True)


def enter_hidden(story: Story, element: _Element) -> None:
    """Words that may be hidden."""
    hidden = attribute(element, "text:is-hidden") == "true" or attribute(element, "text:display") == "none"
    if hidden:
        story.within(element, fate=Role.HIDDEN)


# Notes and comments


def enter_note(story: Story, element: _Element) -> None:
    """A note: its number stays in the running text."""
    citation = child(element, "text:note-citation")
    number = _text(citation)
    if number:
        story.add(number, Role.NONE, Mark(InlineKind.NOTE, number))
        story.box.solid = True
    story.note_number = number


def enter_note_body(story: Story, element: _Element) -> None:
    """A note's words: they come after the article."""
    parent = element.getparent()
    kind = attribute(parent, "text:note-class") if parent is not None else None
    shape = _NOTES.get(kind or "", _NOTES["footnote"])
    story.within(element, look=PLAIN, shape=shape, listed=False, inside=False)
    story.keep_marks((InlineKind.INSERTED,))
    story.open_box()


def leave_note_body(story: Story, _element: _Element) -> None:
    """A note ends."""
    role = story.scope.shape.role
    story.document.notes[role] += story.close_box()
    story.note_number = ""


def enter_comment(story: Story, element: _Element) -> None:
    """A comment: its words come behind the paragraph, who wrote it and when stand in their anchor."""
    author, moment = (_text(child(element, name)) for name in ("dc:creator", "dc:date"))
    document = story.document
    document.counts["comments"] += 1
    document.authors.setdefault(author)
    signed = document.record or ", ".join(filter(None, (author, moment)))
    story.within(element, look=PLAIN, shape=_COMMENT, record=signed, listed=False, inside=False)
    story.scope = Scope(shape=_COMMENT, record=signed)
    story.open_box()


def leave_comment(story: Story, element: _Element) -> None:
    """A comment ends; the words it is about may begin here."""
    closed = story.close_box()
    story.hang(closed)
    name = attribute(element, "office:name") or ""
    if name in story.document.commented:
        story.ranges[name] = Mark(InlineKind.COMMENTED, name)


def enter_comment_end(story: Story, element: _Element) -> None:
    """The words somebody commented on end."""
    story.ranges.pop(attribute(element, "office:name") or "", None)


def _text(element: _Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext())).strip()


# Tracked changes


def enter_change(story: Story, element: _Element) -> None:
    """The place where words were deleted: they come behind the paragraph."""
    id = attribute(element, "text:change-id") or ""
    if story.scope.fate is Role.DELETED or id not in story.document.deleted:
        return  # a deletion inside another is told at the end, so that no chain of them goes deep
    story.hang(deleted_words(story, story.document.deleted.pop(id)))


def deleted_words(story: Story, region: _Element) -> list[Written]:
    """The paragraphs of a deletion."""
    from verifier.readers.odt.rules import RULES

    inner = Story(story.document, story.part, record=story.record, mixed=True)
    inner.scope = Scope(fate=Role.DELETED)
    inner.paragraphs = story.paragraphs
    story.document.counts["deleted"] += 1
    return inner.walk(region, RULES)


def enter_change_start(story: Story, element: _Element) -> None:
    """Words begin that somebody inserted; or deleted, where the file was saved with its changes shown."""
    id = attribute(element, "text:change-id") or ""
    if id in story.document.deleted:
        story.document.counts["deleted"] += 1
        story.gone.add(id)
    elif id in story.document.inserted:
        story.document.counts["inserted"] += 1
        story.ranges["change " + id] = Mark(InlineKind.INSERTED)


def enter_change_end(story: Story, element: _Element) -> None:
    """Words somebody inserted or deleted end."""
    id = attribute(element, "text:change-id") or ""
    story.gone.discard(id)
    story.ranges.pop("change " + id, None)


# Pictures and formulas


def enter_described(story: Story, element: _Element) -> bool:
    """The title or description of a picture: it comes behind the paragraph, each once."""
    words = _text(element)
    role = Role.ALTERNATIVE_TEXT if story.scope.fate is Role.NONE else story.scope.fate
    line = story.box.line
    beside = line.after if line is not None else story.box.written
    if words and all(each.block.text != words or each.block.role is not role for each in beside[-4:]):
        story.hang([aside(words, role, story.anchor() if line is None else line.anchor)])
    return SKIP


def enter_formula(story: Story, element: _Element) -> bool:
    """A formula in its place."""
    story.add(formula(element))
    story.box.solid = True
    return SKIP


def enter_object(story: Story, element: _Element) -> None:
    """An object: a formula has words, others are told to the user."""
    package, place = story.document.package, attribute(element, "xlink:href") or ""
    name = place.removeprefix("./").rstrip("/") + "/content.xml"
    if package is not None and name in package:
        root = package.xml(name, bare_doctype=True)
        if short(root.tag) == "math:math":
            story.add(formula(root))
            story.box.solid = True
            return
    if not len(element):
        story.document.counts["objects"] += 1


def formula(root: _Element) -> str:
    """The signs of a formula in a line: a fraction keeps its bar, a root its sign."""
    signs: list[str] = []
    for element in root.iter():
        name = short(element.tag)
        parent = element.getparent()
        outer = short(parent.tag) if parent is not None and element is not root else ""
        if outer == "math:mfrac" and element.getprevious() is not None:
            signs.append("/")
        if name in ("math:msqrt", "math:mroot"):
            signs.append("√")
        if name in ("math:mi", "math:mn", "math:mo", "math:mtext", "math:ms"):
            signs.append((element.text or "").strip())
    return "".join(signs)
