"""A PDF to an article draft: pages, zones, lines, paragraphs, kinds, text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import Origin, Role
from verifier.domain.reading import Candidate, Content, ReadOptions
from verifier.readers.blocks import Block, Reading, assemble
from verifier.readers.letters import compare_letters
from verifier.readers.pdf.furniture import printed_address
from verifier.readers.pdf.joining import Joiner
from verifier.readers.pdf.layout import Layout, lay_out
from verifier.readers.pdf.notices import notices
from verifier.readers.pdf.opening import opened
from verifier.readers.pdf.ordering import in_order, with_credits_apart
from verifier.readers.pdf.paragraphs import SMALL, Spacing, find_paragraphs, goes_on
from verifier.readers.pdf.roles import judge
from verifier.readers.pdf.scanning import scan_pages
from verifier.readers.pdf.stated import attachments, document_candidates
from verifier.readers.pdf.values import Line, Page
from verifier.readers.stated import find_candidates

VERSION = "1"
_MOST_BETWEEN = 12
"""How many notes may stand between two parts of a paragraph."""


def read_pdf(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a PDF, or of one inside another source.

    Raises ReadError: pdf-encrypted, pdf-damaged, pdf-too-many-pages, pdf-too-many-characters, pdf-no-text,
    pdf-blank, nothing-readable.
    """
    with opened(content.data, source.name) as document:
        pages = list(scan_pages(document, source.name))
        stated = tuple(document_candidates(document, content.data))
        attached = attachments(document)
    if not any(page.words or page.turned or page.comments or page.fields for page in pages):
        raise ReadError(_why_empty(pages), source.name)
    found = lay_out(pages, whole=options.whole)
    return _draft(source, content, found, stated, attached)


def _why_empty(pages: Sequence[Page]) -> str:
    """Why a document has no characters at all."""
    if all(page.broken for page in pages):
        return "pdf-damaged"
    return "pdf-no-text" if any(page.painted for page in pages) else "pdf-blank"


def _draft(
    source: Source, content: Content, found: Layout, stated: tuple[Candidate, ...], attached: Sequence[str]
) -> ArticleDraft:
    spacing = Spacing(found.zones)
    paragraphs = _paragraphs(found.zones, spacing)
    joiner = Joiner([line for lines in found.zones for line in lines])
    pieces = with_credits_apart([(lines, joiner.join(lines)) for lines in paragraphs])
    judged = judge(
        [lines for lines, _ in pieces], [joined.text for _, joined in pieces], found.pages, spacing
    )
    blocks = in_order(found, pieces, judged, content.record, joiner)
    candidates = (*content.candidates, *_visible(blocks), *_addresses(found), *stated)
    noted = [words for page in found.pages for _, words in (*page.comments, *page.fields)]
    seen = " ".join([*(page.seen for page in found.pages), *noted])
    kept = "".join(block.text for block in blocks)
    reading = Reading(
        source,
        "application/pdf",
        "pdf",
        VERSION,
        warnings=tuple(notices(found.pages, joiner, attached)),
        candidates=candidates,
        letters=compare_letters(seen, kept),
    )
    return assemble(reading, blocks)


def _paragraphs(zones: Sequence[Sequence[Line]], spacing: Spacing) -> list[list[Line]]:
    """The paragraphs of all zones; one that goes on in the next column or page is one."""
    paragraphs: list[list[Line]] = []
    for lines in zones:
        found = find_paragraphs(lines, spacing)
        before = _gone_on(paragraphs, found[0][0], spacing) if found else None
        if before is not None:
            paragraphs[before] = [*paragraphs[before], *found[0]]
            found = found[1:]
        paragraphs += found
    return paragraphs


def _gone_on(paragraphs: Sequence[Sequence[Line]], first: Line, spacing: Spacing) -> int | None:
    """The paragraph that goes on with the first line of another zone: the last one but for notes, hidden words and
    what is printed aside.
    """
    for index in range(len(paragraphs) - 1, max(-1, len(paragraphs) - _MOST_BETWEEN), -1):
        last = paragraphs[index][-1]
        if last.turn == first.turn and not (last.beside or first.beside) and goes_on(last, first, spacing):
            return index
        aside = (
            last.beside
            or last.style.hidden
            or last.turn != first.turn
            or last.style.size < spacing.body * SMALL
        )
        if not aside:
            return None
    return None


def _visible(blocks: Sequence[Block]) -> tuple[Candidate, ...]:
    shown = [block for block in blocks if block.role is Role.NONE]
    return find_candidates([block.kind for block in shown], [block.text for block in shown])


def _addresses(found: Layout) -> Iterator[Candidate]:
    """The address a browser printed in the foot of the pages, if all feet agree."""
    texts = [
        " ".join(word.text for word in words)
        for rows in found.furniture.values()
        for role, words in rows
        if role is Role.FOOTER
    ]
    addresses = {address for text in texts if (address := printed_address(text))}
    if len(addresses) == 1:
        yield Candidate("url", addresses.pop(), Origin.VISIBLE, "print foot")
