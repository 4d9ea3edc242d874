"""How a chapter of an EPUB is read: its pages as pages are, every block of them chosen by the user."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.articles import ArticleDraft, Notice, ParagraphDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind, PartKind
from verifier.domain.reading import Content, ReadOptions, SourcePart
from verifier.readers.choosing import MOST_LISTED, chosen_part, read_declared
from verifier.readers.epub.book import Book, Chapter, open_book, text_of
from verifier.readers.epub.stated import stated_candidates
from verifier.readers.forms import Form
from verifier.readers.joining import join
from verifier.readers.letters import count_letters
from verifier.readers.packages import open_package

MOST_BYTES = 100 * 10**6
_MIMETYPE = b"application/epub+zip"
_CONTAINER = b"META-INF/container.xml"
_ENOUGH = 1_000
"""A chapter of so many letters is no title page."""

_TOP = 4
_REPEATED = 95
"""How sure it is, in per cent, that what repeats the title in the contents is the headline."""

_CLOSED = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,20})((?:\s[^<>]{0,5000})?)/>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_SUBSET = re.compile(r"<!DOCTYPE\b[^\[>]{0,1000}\[", re.IGNORECASE)
_ROLES = re.compile(
    r"epub:type\s{0,3}=\s{0,3}([\"'])(?P<type>noteref|footnote|endnote|rearnote|pagebreak)\1", re.IGNORECASE
)
_ROLE_OF = {"noteref": "doc-noteref", "pagebreak": "doc-pagebreak"}
_ELSEWHERE = re.compile(
    r"<a\b(?=[^<>]{0,500}(?:doc-noteref|noteref))[^<>]{0,500}href\s{0,3}=\s{0,3}[\"'](?P<member>[^\"'#<>]{1,300})#",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_BODY = re.compile(r"<body\b", re.IGNORECASE)


def is_epub(data: bytes) -> bool:
    """Whether bytes are an EPUB: its media type stands uncompressed in front, or its container among its members."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    return _MIMETYPE in data[30:200] or (_CONTAINER in data and b".opf" in data)


def read_epub(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a chapter. Raises ReadError: epub-protected, epub-without-plan, part-unknown, and what its package
    and the reader of pages raise.
    """
    book = open_book(open_package(content.data, source.name), source.name)
    parts = tuple(_part(book, chapter) for chapter in book.chapters[:MOST_LISTED])
    wanted = chosen_part(parts, options.part, "", source.name)
    chapter = next((each for each in book.chapters if each.id == wanted), None) or first_chapter(book)
    draft = _read_chapter(source, book, chapter, options)
    return replace(
        draft,
        media_type=_MIMETYPE.decode(),
        reader="epub",
        reader_version="1",
        part=chapter.id if len(parts) > 1 else "",
        parts=parts if len(parts) > 1 else (),
    )


FORM = Form("epub", is_epub, read_epub, MOST_BYTES)
"""Electronic books."""


def _part(book: Book, chapter: Chapter) -> SourcePart:
    size = sum(book.package.size(member) for member in chapter.members)
    return SourcePart(chapter.id, PartKind.CHAPTER, chapter.title, "application/xhtml+xml", size)


def first_chapter(book: Book) -> Chapter:
    """The chapter to read where none is named: where the book says its text begins, else the first long enough."""
    letters = {chapter.id: _letters(book, chapter) for chapter in book.chapters}
    enough = min(_ENOUGH, max(letters.values()) // 2)
    candidates = [each for each in book.chapters if letters[each.id] >= enough and not each.front]
    begun = [each for each in candidates if book.begin in each.members]
    return (begun or candidates or sorted(book.chapters, key=lambda each: -letters[each.id]))[0]


def _letters(book: Book, chapter: Chapter) -> int:
    """How many letters a chapter has, told by a crude look; none where it is locked."""
    texts = [text_of(book.package, each) for each in chapter.members if each not in book.locked]
    return sum(count_letters(_TAG.sub(" ", _body(text))) for text in texts)


def _body(text: str) -> str:
    begin = _BODY.search(text)
    return text[begin.start() :] if begin else text


def _read_chapter(source: Source, book: Book, chapter: Chapter, options: ReadOptions) -> ArticleDraft:
    """The draft of a chapter's members, one behind the other."""
    if any(member in book.locked for member in chapter.members):
        raise ReadError("epub-protected", source.name)
    named = "" if chapter.title in chapter.members else chapter.title
    candidates = stated_candidates(book.opf, named)
    drafts = []
    for member in chapter.members:
        markup = _as_html(text_of(book.package, member), source.name, member)
        inner = Content(markup.encode(), "application/xhtml+xml", "", "utf-8", "", candidates)
        try:
            draft = read_declared(source, inner, replace(options, whole=True, encoding=None))
        except ReadError as error:
            if error.code != "nothing-readable":
                raise
            continue
        drafts.append(replace(draft, paragraphs=_placed(draft.paragraphs, member)))
    if not drafts:
        raise ReadError("nothing-readable", source.name)
    joined = _with_headline(join(drafts), named)
    return replace(joined, warnings=(*joined.warnings, *_notices(book, chapter)))


def _with_headline(draft: ArticleDraft, title: str) -> ArticleDraft:
    """A draft in which the paragraph at the top that repeats the chapter's title in the contents is its headline."""
    top = [each for each in draft.paragraphs[:_TOP] if each.kind in ACCOUNT_KINDS]
    for each in top:
        if title and draft.text[each.start : each.end].casefold().split() == title.casefold().split():
            headline = replace(each, kind=ParagraphKind.HEADLINE, confidence=_REPEATED)
            others = (_not_headline(one) if one.start > each.start else one for one in draft.paragraphs)
            return replace(
                draft, paragraphs=tuple(headline if one.start == each.start else one for one in others)
            )
    return draft


def _not_headline(paragraph: ParagraphDraft) -> ParagraphDraft:
    if paragraph.kind is not ParagraphKind.HEADLINE:
        return paragraph
    return replace(paragraph, kind=ParagraphKind.HEADING)


def _placed(paragraphs: Sequence[ParagraphDraft], member: str) -> tuple[ParagraphDraft, ...]:
    """The paragraphs with the member they stand in, and their number in it."""
    return tuple(
        replace(each, anchor=replace(each.anchor, part=member, paragraph=number))
        for number, each in enumerate(paragraphs)
    )


def _as_html(text: str, where: str, member: str) -> str:
    """XHTML as a reader of HTML takes it: empty elements closed in full, the roles of notes named as HTML has them.

    Raises ReadError("package-doctype") where a document type defines entities.
    """
    if _SUBSET.search(text[:10_000]):
        raise ReadError("package-doctype", where, member=member)
    return _ROLES.sub(_with_role, _CLOSED.sub(_opened_and_closed, text))


def _opened_and_closed(match: re.Match[str]) -> str:
    return match[0] if match[1].lower() in _VOID else f"<{match[1]}{match[2]}></{match[1]}>"


def _with_role(match: re.Match[str]) -> str:
    kind = match["type"].lower()
    return f'{match[0]} role="{_ROLE_OF.get(kind, "doc-footnote" if kind == "footnote" else "doc-endnote")}"'


def _notices(book: Book, chapter: Chapter) -> tuple[Notice, ...]:
    """The notice that notes of the chapter stand in another part of the book."""
    count = 0
    for member in chapter.members:
        text = text_of(book.package, member)
        own = member.rpartition("/")[2]
        count += sum(match["member"].rpartition("/")[2] != own for match in _ELSEWHERE.finditer(text))
    return (Notice("epub-notes-elsewhere", (("count", str(count)),)),) if count else ()
