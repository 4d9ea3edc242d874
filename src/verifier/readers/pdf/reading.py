"""A PDF to an article draft: pages, zones, lines, paragraphs, kinds, text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from verifier.domain.articles import ArticleDraft, Notice, Run, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import ACCOUNT_KINDS, InlineKind, Origin, ParagraphKind, Role
from verifier.domain.reading import Anchor, Candidate, Content, Inline, ReadOptions
from verifier.readers.blocks import Block, Reading, assemble
from verifier.readers.kinds import find_credits
from verifier.readers.letters import compare_letters
from verifier.readers.pdf.bidi import brackets_turned, runs_rtl, turn_brackets
from verifier.readers.pdf.columns import Columns
from verifier.readers.pdf.floats import take_floats
from verifier.readers.pdf.furniture import printed_address, take_furniture
from verifier.readers.pdf.joining import Joined, Joiner
from verifier.readers.pdf.lines import find_lines
from verifier.readers.pdf.opening import opened
from verifier.readers.pdf.paragraphs import SMALL, Spacing, find_paragraphs, goes_on
from verifier.readers.pdf.roles import Judged, judge, note_sign
from verifier.readers.pdf.scanning import is_scan, scan_pages
from verifier.readers.pdf.stated import attachments, document_candidates
from verifier.readers.pdf.values import SLANTED, Box, Line, Page, Word, spot_of
from verifier.readers.stated import find_candidates

VERSION = "1"
_MOST_NAMED = 12
_MOST_RULES = 3
"""How many lines and boxes a page without words may have and still be blank."""
_MOST_BETWEEN = 12
"""How many notes may stand between two parts of a paragraph."""


@dataclass(slots=True)
class _Found:
    """What was found in a document, page by page."""

    pages: list[Page]
    zones: list[list[Line]] = field(default_factory=list)
    furniture: dict[int, list[tuple[Role, list[Word]]]] = field(default_factory=dict)


def read_pdf(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a PDF, or of one inside another source.

    Raises ReadError: pdf-encrypted, pdf-damaged, pdf-too-many-pages, pdf-too-many-characters, pdf-no-text,
    nothing-readable.
    """
    with opened(content.data, source.name) as document:
        pages = list(scan_pages(document, source.name))
        stated = tuple(document_candidates(document, content.data))
        attached = attachments(document)
    if not any(page.words or page.turned or page.comments or page.fields for page in pages):
        raise ReadError(_why_empty(pages), source.name)
    found = _lay_out(pages, whole=options.whole)
    return _draft(source, content, found, stated, attached)


def _why_empty(pages: Sequence[Page]) -> str:
    """Why a document has no characters at all."""
    if all(page.broken for page in pages):
        return "pdf-damaged"
    return "pdf-no-text" if any(page.painted for page in pages) else "pdf-blank"


def _lay_out(pages: list[Page], *, whole: bool) -> _Found:
    """Furniture taken off, zones and their lines."""
    found = _Found(pages)
    if not whole:
        found.furniture = take_furniture(pages)
    columns = Columns()
    rtl = {page.number: runs_rtl([word.text for word in page.words]) for page in pages}
    for page in pages:
        for turn, words in [(page.turn, page.words), *page.turned.items()]:
            slanted = turn == SLANTED
            for zone, beside in _slanted(words) if slanted else _zones(words, columns, rtl=rtl[page.number]):
                lines = find_lines(zone, page.number, turn, rtl=rtl[page.number])
                for line in lines:
                    line.zone, line.beside = len(found.zones), beside
                    line.sign = _has_sign(line, page)
                found.zones.append(lines)
    _turn_brackets(found.zones)
    return found


def _has_sign(line: Line, page: Page) -> bool:
    """Whether a dot stands before a line, at the height of its small letters."""
    size = line.style.size
    middle = line.base - 0.3 * size
    edge = line.box.right if line.rtl else line.box.left
    return not line.turn and any(
        abs((dot.top + dot.bottom) / 2 - middle) <= 0.3 * size
        and (edge < dot.left <= edge + 2 * size if line.rtl else edge - 2 * size <= dot.right < edge)
        for dot in page.dots
    )


def _zones(words: Sequence[Word], columns: Columns, *, rtl: bool) -> Iterator[tuple[list[Word], bool]]:
    """The columns of a page, each followed by what stands beside its lines, and whether it is that."""
    for zone in columns.zones(words, rtl=rtl):
        flow, boxes = (zone, []) if rtl else take_floats(zone)
        yield from ((part, beside) for part, beside in ((flow, False), (boxes, True)) if part)


def _slanted(words: Sequence[Word]) -> list[tuple[list[Word], bool]]:
    """Words that run aslant, each stretch that goes on to the right as a line of its own."""
    zones: list[list[Word]] = []
    for word in words:
        if not zones or word.box.left < zones[-1][-1].box.left:
            zones.append([])
        zones[-1].append(word)
        word.base = zones[-1][0].base
    return [(zone, True) for zone in zones]


def _turn_brackets(zones: Sequence[Sequence[Line]]) -> None:
    """Where the document gives brackets of right-to-left lines by their looks, give them by their meaning."""
    lines = [line for zone in zones for line in zone if line.rtl]
    if brackets_turned([line.text for line in lines]):
        for line in lines:
            line.text = turn_brackets(line.text)


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


def _draft(
    source: Source, content: Content, found: _Found, stated: tuple[Candidate, ...], attached: Sequence[str]
) -> ArticleDraft:
    spacing = Spacing(found.zones)
    paragraphs = _paragraphs(found.zones, spacing)
    joiner = Joiner([line for lines in found.zones for line in lines])
    pieces = _with_credits_apart([(lines, joiner.join(lines)) for lines in paragraphs])
    judged = judge(
        [lines for lines, _ in pieces], [joined.text for _, joined in pieces], found.pages, spacing
    )
    blocks = _ordered(found, pieces, judged, content.record, joiner)
    candidates = (*content.candidates, *_visible(blocks), *_addresses(found), *stated)
    noted = [words for page in found.pages for _, words in (*page.comments, *page.fields)]
    seen = " ".join([*(page.seen for page in found.pages), *noted])
    kept = "".join(block.text for block in blocks)
    reading = Reading(
        source,
        "application/pdf",
        "pdf",
        VERSION,
        warnings=(*_notices(found.pages, joiner), *_attached(attached)),
        candidates=candidates,
        letters=compare_letters(seen, kept),
    )
    return assemble(reading, blocks)


Piece = tuple[Sequence[Line], Joined]


def _with_credits_apart(pieces: list[Piece]) -> list[Piece]:
    """The same paragraphs, each credit that ends a caption made one of its own."""
    offsets = dict(find_credits([joined.text for _, joined in pieces]))
    result: list[Piece] = []
    for index, (lines, joined) in enumerate(pieces):
        if index not in offsets:
            result.append((lines, joined))
            continue
        cut = offsets[index]
        result += [(lines, _cut(joined, 0, cut)), (lines[-1:], _cut(joined, cut + 1, len(joined.text)))]
    return result


def _cut(joined: Joined, start: int, end: int) -> Joined:
    """A stretch of a paragraph as a paragraph."""
    runs = []
    for run in joined.runs:
        begin, stop = max(run.start, start), min(run.end, end)
        if begin < stop:
            shift = 0 if run.folded else run.source_start - run.start
            places = (run.source_start, run.source_end) if run.folded else (begin + shift, stop + shift)
            runs.append(Run(begin - start, stop - start, *places, run.folded))
    inlines = [
        replace(one, start=max(one.start, start) - start, end=min(one.end, end) - start)
        for one in joined.inlines
        if max(one.start, start) < min(one.end, end)
    ]
    return Joined(joined.text[start:end], tuple(runs), tuple(inlines))


def _ordered(
    found: _Found, pieces: Sequence[Piece], judged: Sequence[Judged], record: str, joiner: Joiner
) -> list[Block]:
    """The blocks in reading order: each page's head before what begins on it, its foot behind, notes at the end."""
    notes = [index for index, each in enumerate(judged) if each.role is Role.FOOTNOTE]
    running = sorted(set(range(len(pieces))) - set(notes))
    signs = frozenset(note_sign(pieces[index][1].text) for index in notes)
    blocks: list[Block] = []
    begun = 0
    for page, group in groupby(running, key=lambda index: pieces[index][0][0].page):
        blocks += _around(found, begun, page, record, joiner)
        begun = page
        blocks += [_block(*pieces[index], judged[index], record, signs) for index in group]
    blocks += _around(found, begun, len(found.pages) + 1, record, joiner)
    return _notes_behind(blocks, [_block(*pieces[index], judged[index], record) for index in notes])


def _notes_behind(blocks: list[Block], notes: list[Block]) -> list[Block]:
    """Footnotes behind the last paragraph of the article."""
    last = max(
        (place for place, block in enumerate(blocks) if block.kind in ACCOUNT_KINDS), default=len(blocks) - 1
    )
    return [*blocks[: last + 1], *notes, *blocks[last + 1 :]]


def _around(found: _Found, before: int, page: int, record: str, joiner: Joiner) -> Iterator[Block]:
    """What stands between the last paragraph of one page and the first of another: feet, heads, comments."""
    for number in range(max(before, 1), min(page, len(found.pages)) + 1):
        rows = found.furniture.get(number, [])
        if number != page:
            yield from _furniture(rows, number, found, record, joiner, head=False)
            yield from _comments(found.pages[number - 1], record)
        if number != before:
            yield from _furniture(rows, number, found, record, joiner, head=True)


def _furniture(
    rows: Sequence[tuple[Role, list[Word]]],
    number: int,
    found: _Found,
    record: str,
    joiner: Joiner,
    *,
    head: bool,
) -> Iterator[Block]:
    page = found.pages[number - 1]
    for role, words in rows:
        if _is_head(words, page) is not head:
            continue
        lines = find_lines(words, number, page.turn, rtl=runs_rtl([word.text for word in words]))
        for line in lines:
            yield _block([line], joiner.join([line]), Judged(ParagraphKind.FURNITURE, 95, role), record)


def _is_head(words: Sequence[Word], page: Page) -> bool:
    offset = {0: 0.0, 1: -page.width, 2: -page.height, 3: 0.0}[page.turn % 4]
    return words[0].base - offset < (page.width if page.turn % 2 else page.height) / 2


def _comments(page: Page, record: str) -> Iterator[Block]:
    """Comments on a page and the values of its form's fields: words PDFium has no characters for."""
    place = page.first + page.count
    for role, found in ((Role.COMMENT, page.comments), (Role.FORM, page.fields)):
        for box, words in found:
            text = " ".join(words.split())
            anchor = Anchor(spots=(spot_of(page.number, box),), record=record)
            run = Run(0, len(text), place, place, folded=True)
            yield Block(text, ParagraphKind.ASIDE, 100, role, anchor, runs=(run,))


def _block(
    lines: Sequence[Line], joined: Joined, judged: Judged, record: str, notes: frozenset[str] = frozenset()
) -> Block:
    """A paragraph with its place: one spot for each column it stands in."""
    spots = []
    for _, group in groupby(lines, key=lambda line: (line.page, line.zone)):
        part = list(group)
        box = _around_lines(part)
        spots.append(spot_of(part[0].page, box, part[0].turn))
    anchor = Anchor(spots=tuple(spots), record=record)
    inlines = tuple(one for one in joined.inlines if not _is_whole(one.start, one.end, joined.text, judged))
    if notes:
        inlines = tuple(_as_note(one, joined.text, notes) for one in inlines)
    return Block(
        joined.text, judged.kind, judged.confidence, judged.role, anchor, inlines=inlines, runs=joined.runs
    )


def _as_note(inline: Inline, text: str, notes: frozenset[str]) -> Inline:
    """A superscript that names a footnote as the reference it is."""
    sign = text[inline.start : inline.end].strip()
    if inline.kind is InlineKind.SUPERSCRIPT and sign in notes:
        return replace(inline, kind=InlineKind.NOTE, target=sign)
    return inline


def _is_whole(start: int, end: int, text: str, judged: Judged) -> bool:
    """Whether a mark says no more than that a headline or heading is set as such."""
    display = judged.kind in (ParagraphKind.HEADLINE, ParagraphKind.HEADING)
    return display and start == 0 and end >= len(text)


def _around_lines(lines: Sequence[Line]) -> Box:
    box = lines[0].box
    for line in lines[1:]:
        box = box.around(line.box)
    return box


def _visible(blocks: Sequence[Block]) -> tuple[Candidate, ...]:
    shown = [block for block in blocks if block.role is Role.NONE]
    return find_candidates([block.kind for block in shown], [block.text for block in shown])


def _addresses(found: _Found) -> Iterator[Candidate]:
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


def _notices(pages: Sequence[Page], joiner: Joiner) -> Iterator[Notice]:
    """What the user should know of how the document was read."""
    blank = [page.number for page in pages if not page.count and page.painted > _MOST_RULES]
    broken = [page.number for page in pages if page.broken]
    scanned = [page.number for page in pages if page.invisible and is_scan(page)]
    if broken:
        yield Notice("pdf-pages-broken", (("pages", _named(broken)),))
    if blank:
        yield Notice("pdf-pages-without-text", (("pages", _named(blank)),))
    if scanned:
        yield Notice("pdf-scanned-text", (("pages", _named(scanned)),))
    yield from joiner.notices()
    doubled = sum(page.doubled for page in pages)
    if doubled:
        yield Notice("pdf-doubled", (("count", str(doubled)),))
    unmapped = sum(page.unmapped for page in pages)
    if unmapped:
        yield Notice("pdf-unmapped", (("count", str(unmapped)),))


def _attached(names: Sequence[str]) -> Iterator[Notice]:
    """That the file carries other files."""
    if names:
        shown = ", ".join(names[:_MOST_NAMED])
        yield Notice("pdf-attachments", (("count", str(len(names))), ("names", shown)))


def _named(numbers: Sequence[int]) -> str:
    """Page numbers as a list, the first dozen of them."""
    more = f" … ({len(numbers)})" if len(numbers) > _MOST_NAMED else ""
    return ", ".join(map(str, numbers[:_MOST_NAMED])) + more
