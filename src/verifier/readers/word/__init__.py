"""Word documents (.docx, .docm, .dotx): every word with what became of it, by our own walk over the XML.

Reads what the file holds as it would be with all changes accepted: inserted and moved text is live, deleted text and
comments are kept beside it and never in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import ParagraphKind, Role
from verifier.domain.reading import Candidate, Content, ReadOptions
from verifier.readers.blocks import Block, Reading, assemble
from verifier.readers.forms import WITH_PICTURES, Form
from verifier.readers.letters import compare_letters
from verifier.readers.packages import open_package
from verifier.readers.refused import refuse
from verifier.readers.telling import tell
from verifier.readers.word.context import Document, Story
from verifier.readers.word.names import attribute, child, short, value
from verifier.readers.word.parts import Parts
from verifier.readers.word.rules import RULES
from verifier.readers.word.seen import seen_words
from verifier.readers.word.stated import document_candidates, language_candidate
from verifier.readers.word.styles import read_styles
from verifier.readers.written import Shape, Written, aside, change_notices

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_COMMENT = Shape(ParagraphKind.ASIDE, role=Role.COMMENT)
_FOOTNOTE = Shape(ParagraphKind.BODY, role=Role.FOOTNOTE)
_ENDNOTE = Shape(ParagraphKind.BODY, role=Role.ENDNOTE)
_RUNNING = {
    "w:headerReference": Shape(ParagraphKind.FURNITURE, role=Role.HEADER),
    "w:footerReference": Shape(ParagraphKind.FURNITURE, role=Role.FOOTER),
}
_ORPHANED = 60


def matches(data: bytes) -> bool:
    """Whether bytes are a zip package with a word folder in it."""
    return data.startswith(b"PK\x03\x04") and b"word/" in data and b"[Content_Types].xml" in data


def read_word(source: Source, content: Content, _options: ReadOptions) -> ArticleDraft:
    """The draft of a Word document. Raises ReadError: package-…, word-other, nothing-readable."""
    if not content.data.startswith(b"PK"):  # asked for by name
        refuse(content.data, source.name)
    package = open_package(content.data, source.name)
    parts = Parts(package, source.name)
    root = parts.require_document()
    document = _opened(parts, content.record)
    told = tell(list(_stories(document, root)))
    kept = "\n".join(block.text for block in told.blocks if block.role is not Role.ALTERNATIVE_TEXT)
    letters = compare_letters(seen_words(package), kept)
    candidates = (
        *content.candidates,
        *told.candidates,
        *_candidates(document, told.blocks),
    )
    reading = Reading(
        source,
        MEDIA_TYPE,
        "docx",
        "1",
        warnings=change_notices(document.counts, _authors(document)),
        candidates=candidates,
        letters=letters,
    )
    return assemble(reading, told.blocks)


FORM = Form("docx", matches, read_word, WITH_PICTURES)


def _opened(parts: Parts, record: str) -> Document:
    """The document with its styles and comments read, its note numbers' formats known."""
    styles = next(iter(parts.of_kind("styles")), None)
    document = Document(parts, read_styles(parts.root(styles) if styles else None), record)
    for settings in parts.of_kind("settings"):
        root = parts.root(settings)
        for name, notes in (("w:footnotePr", document.footnotes), ("w:endnotePr", document.endnotes)):
            notes.format = value(child(root, name), "w:numFmt") or notes.format
    for part in parts.of_kind("comments"):
        _read_comments(document, part)
    return document


def _read_comments(document: Document, part: str) -> None:
    """Each comment's paragraphs; who wrote it and when stands in their anchors."""
    story = Story(document, part, _COMMENT, record=document.record)
    for element in document.parts.root(part):
        author, moment = attribute(element, "w:author") or "", attribute(element, "w:date") or ""
        signed = ", ".join(filter(None, (author, moment)))
        story.record = document.record or signed
        id = attribute(element, "w:id") or ""
        document.comments.setdefault(id, []).extend(story.walk(element, RULES))
        document.counts["comments"] += 1
        document.authors.setdefault(author)


def _stories(document: Document, root: _Element) -> Iterator[Written]:
    """All the stories in order: heads, the body, what nothing refers to, notes, feet."""
    yield from _running_parts(document, root, "w:headerReference")
    yield from Story(document, document.parts.main, record=document.record).walk(root, RULES)
    for id, comment in document.comments.items():
        if id not in document.told_comments:
            yield from comment
    yield from _notes(document, "footnotes", _FOOTNOTE)
    yield from _notes(document, "endnotes", _ENDNOTE)
    yield from _running_parts(document, root, "w:footerReference")


def _running_parts(document: Document, root: _Element, name: str) -> Iterator[Written]:
    """The heads or feet the sections name, each once."""
    told: set[str] = set()
    for element in root.iter():
        if short(element.tag) != name:
            continue
        relation = document.parts.target(document.parts.main, attribute(element, "r:id"))
        if relation and relation.target not in told and document.parts.has(relation.target):
            told.add(relation.target)
            story = Story(document, relation.target, _RUNNING[name], record=document.record)
            yield from story.walk(document.parts.root(relation.target), RULES)


def _notes(document: Document, kind: str, shape: Shape) -> Iterator[Written]:
    """The notes in the order in which the text refers to them, then those it does not refer to."""
    notes = document.footnotes if kind == "footnotes" else document.endnotes
    found: dict[str, list[Written]] = {}
    for part in document.parts.of_kind(kind):
        story = Story(document, part, shape, record=document.record)
        for element in document.parts.root(part):
            id = attribute(element, "w:id") or ""
            story.note_number = notes.numbers.get(id, "")
            paragraphs = story.walk(element, RULES)
            if attribute(element, "w:type") in (None, "normal"):
                found.setdefault(id, []).extend(paragraphs)
    for id, fate in notes.fates.items():
        fated = shape.role if fate is Role.NONE else fate
        yield from (_fated(each, fated) for each in found.pop(id, []))
    for paragraphs in found.values():
        yield from (_unreferred(each) for each in paragraphs)


def _fated(each: Written, role: Role) -> Written:
    """A note's paragraph, which is deleted where its sign in the text is."""
    if role in (Role.FOOTNOTE, Role.ENDNOTE) or each.is_aside:
        return each
    return aside(each.block.text, role, each.block.anchor)


def _unreferred(each: Written) -> Written:
    if each.is_aside:
        return each
    return aside(each.block.text, each.block.role, each.block.anchor, _ORPHANED)


def _candidates(document: Document, blocks: tuple[Block, ...]) -> Iterator[Candidate]:
    letters = sum(sum(map(str.isalpha, block.text)) for block in blocks)
    yield from document_candidates(document.parts)
    yield from language_candidate(document.languages, letters)


def _authors(document: Document) -> str:
    return ", ".join(filter(None, document.authors))
