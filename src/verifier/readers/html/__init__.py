"""Pages: every block kept as it stands, its role voted on, its structure and metadata read."""

from __future__ import annotations

from verifier.domain.articles import ArticleDraft, Notice, Source
from verifier.domain.reading import Anchor, Content, ReadOptions
from verifier.readers.blocks import Block, Reading, assemble
from verifier.readers.encodings import Decoded, decode
from verifier.readers.forms import Form
from verifier.readers.html.clipboard import chosen, without_header
from verifier.readers.html.recognise import is_html, label_in
from verifier.readers.letters import compare_letters

MOST_BYTES = 60 * 10**6
"""Pages saved as one file carry their pictures in them."""


def read_html(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a page, or of a fragment of one. Raises ReadError."""
    from verifier.readers.html.notes import find_notes
    from verifier.readers.html.parse import parse
    from verifier.readers.html.roles import judge
    from verifier.readers.html.seen import seen_letters
    from verifier.readers.html.voters import ask, count_votes, too_big, words_of
    from verifier.readers.html.walk import Walker

    data, _address = without_header(content.data)
    decoded = _decoded(data, content, options, source.name)
    text = chosen(decoded.text)
    page = parse(text, source.name)
    pieces = Walker(page.root, find_notes(page.root)).pieces()
    notices: list[Notice] = [*decoded.notices]
    ballots = []
    whole = options.whole or source.acquired_how == "pasted"
    if not whole and (page.deep or too_big(page.root, text)):
        notices.append(Notice("page-not-voted"))
    elif not whole:
        ballots = ask(page.root)
    votes = None if whole else count_votes([words_of(piece.text) for piece in pieces], ballots)
    judged = judge(pieces, votes, len(ballots))
    blocks = [
        Block(
            each.piece.text,
            each.kind,
            each.confidence,
            each.role,
            Anchor(xpath=each.piece.path, record=content.record),
            each.piece.inlines,
        )
        for each in judged
    ]
    reading = Reading(
        source,
        content.media_type or "text/html",
        "html",
        "1",
        decoded.encoding,
        white=True,
        warnings=tuple(notices),
        candidates=content.candidates,
        letters=compare_letters(seen_letters(text), " ".join(piece.text for piece in pieces)),
    )
    return assemble(reading, blocks)


def _decoded(data: bytes, content: Content, options: ReadOptions, where: str) -> Decoded:
    return decode(data, options.encoding, where, stated=content.stated_encoding, in_document=label_in(data))


FORM = Form("html", is_html, read_html, MOST_BYTES)
