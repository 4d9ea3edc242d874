"""OpenDocument texts (.odt, .ott, and .fodt in a single file): every word with what became of it.

Reads what the file holds as it would be with all changes accepted; deleted words are kept beside the text, behind the
paragraph they were deleted from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import Origin, ParagraphKind, Role
from verifier.domain.reading import Candidate, Content, ReadOptions
from verifier.readers.blocks import Reading, assemble
from verifier.readers.forms import WITH_PICTURES, Form
from verifier.readers.letters import compare_letters
from verifier.readers.odt.context import Document, Story
from verifier.readers.odt.inline import deleted_words
from verifier.readers.odt.names import SPACES, attribute, child, short
from verifier.readers.odt.rules import RULES
from verifier.readers.odt.seen import seen_words
from verifier.readers.odt.styles import Styles
from verifier.readers.packages import Package, open_package, parse_xml
from verifier.readers.refused import refuse
from verifier.readers.shapes import NO_AUTHORS
from verifier.readers.telling import tell
from verifier.readers.written import Shape, Written, change_notices

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_MIME = b"application/vnd.oasis.opendocument."
_OFFICE = SPACES["office"].encode()
_ENCRYPTED = b"encryption-data"
_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_MOST = 300
_RUNNING = {
    **dict.fromkeys(
        ("style:header", "style:header-left", "style:header-first"),
        Shape(ParagraphKind.FURNITURE, role=Role.HEADER),
    ),
    **dict.fromkeys(
        ("style:footer", "style:footer-left", "style:footer-first"),
        Shape(ParagraphKind.FURNITURE, role=Role.FOOTER),
    ),
}
_STATED = {"dc:title": "title", "meta:initial-creator": "byline", "dc:language": "language"}


def matches(data: bytes) -> bool:
    """Whether bytes are an OpenDocument text: in a package, or in a single file of XML."""
    head = data[:4096]
    if data.startswith(b"PK\x03\x04"):
        if _MIME in head[:200]:
            return _MIME + b"text" in head[:200]
        return b"content.xml" in data and b"META-INF/manifest.xml" in data and b"word/" not in data
    return _OFFICE in head and b"office:document" in head and _MIME + b"text" in data[:65536]


def read_odt(source: Source, content: Content, _options: ReadOptions) -> ArticleDraft:
    """The draft of an OpenDocument text. Raises ReadError: package-…, odt-other, nothing-readable."""
    file = _opened(content.data, source.name)
    document, written = _read(file, content.record)
    told = tell(written)
    kept = "\n".join(block.text for block in told.blocks if block.role is not Role.ALTERNATIVE_TEXT)
    reading = Reading(
        source,
        MEDIA_TYPE,
        "odt",
        "1",
        warnings=change_notices(document.counts, ", ".join(filter(None, document.authors))),
        candidates=(*content.candidates, *told.candidates, *_stated(file.meta)),
        letters=compare_letters("\n".join(map(seen_words, file.raw)), kept),
    )
    return assemble(reading, told.blocks)


FORM = Form("odt", matches, read_odt, WITH_PICTURES)


@dataclass(frozen=True, slots=True)
class _File:
    """The roots of a text's parts, one and the same in a single file, and the bytes the words stand in."""

    content: _Element
    styles: _Element | None
    meta: _Element | None
    raw: tuple[bytes, ...]
    package: Package | None = None


def _opened(data: bytes, where: str) -> _File:
    """A text's parts. Raises ReadError."""
    if not data.startswith(b"PK"):
        refuse(data, where)
        root = parse_xml(data, where, where)
        return _checked(_File(root, root, root, (data,)), where)
    package = open_package(data, where)
    manifest = "META-INF/manifest.xml"
    if manifest in package and _ENCRYPTED in package.read(manifest):
        raise ReadError("package-encrypted", where)
    styles = package.xml(_STYLES) if _STYLES in package else None
    meta = package.xml(_META) if _META in package else None
    raw = tuple(package.read(name) for name in (_CONTENT, _STYLES) if name in package)
    return _checked(_File(package.xml(_CONTENT), styles, meta, raw, package), where)


def _checked(file: _File, where: str) -> _File:
    if child(child(file.content, "office:body"), "office:text") is None:
        raise ReadError("odt-other", where)
    return file


def _read(file: _File, record: str) -> tuple[Document, list[Written]]:
    """All the stories in order: heads, the text, deletions whose place is lost, notes, feet."""
    common, own = Styles(), Styles()
    if file.styles is not None:
        common.read(file.styles)
    own.known = {**common.known}
    own.read(file.content)
    document = Document(own, record, file.package)
    body = child(child(file.content, "office:body"), "office:text")
    assert body is not None
    _take_changes(document, body)
    part = _CONTENT if file.package else ""
    story = Story(document, part, record=record, mixed=True)
    told = story.walk(body, RULES)
    lost = [each for region in list(document.deleted.values()) for each in deleted_words(story, region)]
    notes = [*document.notes[Role.FOOTNOTE], *document.notes[Role.ENDNOTE]]
    running = list(_running(replace(document, styles=common), file.styles, _STYLES if file.package else ""))
    heads = [each for head, each in running if head]
    feet = [each for head, each in running if not head]
    return document, [*heads, *told, *lost, *notes, *feet]


def _take_changes(document: Document, body: _Element) -> None:
    """Take down the tracked changes and where comments end, before the text is walked."""
    for element in body.iter(
        *(f"{{{SPACES['text']}}}changed-region", f"{{{SPACES['office']}}}annotation-end")
    ):
        if short(element.tag) == "office:annotation-end":
            document.commented.add(attribute(element, "office:name") or "")
            continue
        id = attribute(element, "xml:id") or attribute(element, "text:id") or ""
        deletion = child(element, "text:deletion")
        if deletion is not None:
            document.deleted[id] = deletion
        elif child(element, "text:insertion") is not None:
            document.inserted.add(id)


def _running(document: Document, styles: _Element | None, part: str) -> Iterator[tuple[bool, Written]]:
    """The heads (True) and feet of the master pages."""
    for page in styles.iter(f"{{{SPACES['style']}}}master-page") if styles is not None else ():
        for element in page:
            shape = _RUNNING.get(short(element.tag))
            if shape is not None and attribute(element, "style:display") != "false":
                story = Story(document, part, shape, record=document.record, mixed=True)
                for each in story.walk(element, RULES):
                    yield shape.role is Role.HEADER, each


def _stated(meta: _Element | None) -> Iterator[Candidate]:
    """What the document's properties state; when it was made is no date of publication."""
    holder = child(meta, "office:meta")
    for element in holder if holder is not None else ():
        detail = short(element.tag)
        value = " ".join((element.text or "").split())[:_MOST]
        field = _STATED.get(detail)
        if field and value and not (field == "byline" and value.lower() in NO_AUTHORS):
            yield Candidate(field, value, Origin.DOCUMENT, detail)
