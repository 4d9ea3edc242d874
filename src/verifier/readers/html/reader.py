"""From the bytes of a page to its draft: decoded, parsed, walked, voted on, and held against an independent scan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verifier.domain.articles import ArticleDraft, Notice, Source
from verifier.domain.kinds import Origin, Role
from verifier.domain.reading import Anchor, Candidate, Content, Inline, ReadOptions
from verifier.readers.blocks import CELL, Block, Reading, assemble
from verifier.readers.encodings import decode
from verifier.readers.html import voters
from verifier.readers.html.clipboard import chosen, without_header
from verifier.readers.html.metadata import head_candidates
from verifier.readers.html.notes import find_notes
from verifier.readers.html.parse import Page, parse
from verifier.readers.html.pieces import Piece
from verifier.readers.html.recognise import label_in
from verifier.readers.html.roles import Judged, judge, judge_whole
from verifier.readers.html.seen import seen_letters
from verifier.readers.html.shown import find_shown
from verifier.readers.html.visible import visible_candidates
from verifier.readers.html.walk import Walker
from verifier.readers.letters import compare_letters
from verifier.text.shape.unwrap import unwrap

_DEEPEST = 240
"""How deep a page may be nested for the voters: the parsers in them stop, silently, at 255 levels."""


@dataclass(frozen=True, slots=True)
class _Walked:
    """A page that was parsed and walked, and what the user should know of both."""

    page: Page
    text: str
    pieces: list[Piece]
    deep: bool
    notices: tuple[Notice, ...]


def read_page(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a page. Raises ReadError."""
    data, address = without_header(content.data)
    decoded = decode(
        data, options.encoding, source.name, stated=content.stated_encoding, in_document=label_in(data)
    )
    whole = options.whole or source.acquired_how == "pasted"
    walked = _walked(chosen(decoded.text) if whole or data != content.data else decoded.text, source.name)
    head = head_candidates(walked.page.root, content.url or address)
    judged, notices = (judge_whole(walked.pieces), ()) if whole else _voted(walked, head)
    reading = Reading(
        source,
        content.media_type or "text/html",
        "html",
        "1",
        decoded.encoding,
        white=True,
        warnings=(*decoded.notices, *walked.notices, *notices),
        candidates=(*content.candidates, *head, *visible_candidates(judged), *_pasted_from(address)),
        letters=compare_letters(seen_letters(walked.text), _words_between_tags(walked.pieces)),
    )
    return assemble(reading, (_block(each, content.record) for each in judged))


def _words_between_tags(pieces: Sequence[Piece]) -> str:
    """What was kept of the words a scan for tags sees: words out of attributes would make up for words lost."""
    return "\n".join(piece.text for piece in pieces if piece.place.aside is not Role.ALTERNATIVE_TEXT)


def _walked(text: str, where: str) -> _Walked:
    page = parse(text, where)
    notes = find_notes(page.root)
    walker = Walker(page.root, notes)
    pieces = walker.pieces()
    shown = find_shown(pieces)
    notices: tuple[Notice, ...] = ()
    if shown:
        pieces = Walker(page.root, notes, shown).pieces()
        notices = (Notice("page-mostly-hidden"),)
    frames = sum(1 for frame in page.root.iter("frame") if frame.get("src"))
    if frames:
        notices += (Notice("frames-not-read", (("count", str(frames)),)),)
    lines = [line for piece in pieces for line in _lines(piece)]
    return _Walked(page, text, lines, walker.deepest > _DEEPEST, notices)


def _voted(walked: _Walked, head: Sequence[Candidate]) -> tuple[list[Judged], tuple[Notice, ...]]:
    """What each piece is by the voters, unless the page is too monstrous to ask them."""
    notices: tuple[Notice, ...] = ()
    ballots: list[voters.Ballot] = []
    if walked.deep or voters.too_big(walked.page.root, walked.text):
        notices = (Notice("page-not-voted"),)
    else:
        ballots = voters.ask(walked.page.root)
    votes = voters.count_votes([voters.words_of(piece.text) for piece in walked.pieces], ballots)
    titles = [each.value for each in head if each.field == "title"]
    return judge(walked.pieces, votes, frozenset(ballot.voter for ballot in ballots), titles), notices


def _block(each: Judged, record: str) -> Block:
    anchor = Anchor(xpath=each.piece.path, record=record)
    return Block(each.piece.text, each.kind, each.confidence, each.role, anchor, each.piece.inlines)


def _pasted_from(address: str) -> tuple[Candidate, ...]:
    """The address a clipboard names as that of the page something was copied from."""
    if not address.startswith(("http://", "https://")):
        return ()
    return (Candidate("url", address, Origin.DOCUMENT, "SourceURL of the clipboard"),)


def _lines(piece: Piece) -> Iterator[Piece]:
    """The paragraphs of preformatted text, told apart as those of plain text are; other pieces as they are."""
    if not piece.place.pre or piece.place.row or piece.place.aside is not Role.NONE or CELL in piece.text:
        yield piece
        return
    unwrapped = unwrap(piece.text)
    done = 0
    for start, end in unwrapped.paragraphs:
        begin, finish = unwrapped.positions.source_span(start, end)
        if begin < done:  # a page number inside the paragraph before, which holds it already
            continue
        done = finish
        inlines = tuple(_cut(piece.inlines, begin, finish))
        yield replace(piece, text=piece.text[begin:finish], inlines=inlines)


def _cut(inlines: Sequence[Inline], begin: int, end: int) -> Iterator[Inline]:
    """What of some inlines lies in a stretch, counted from its beginning."""
    for one in inlines:
        start, stop = max(one.start, begin), min(one.end, end)
        if start < stop:
            yield replace(one, start=start - begin, end=stop - begin)
