"""RTF: every word with what became of it, by our own walk over groups and control words.

No library is used: those there are (striprtf, for one) show deleted words as live ones and leave out footnotes and
text boxes, and searching links takes one of them time that grows with the square of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import Origin, Role
from verifier.domain.reading import Candidate, Content, ReadOptions
from verifier.readers.blocks import Reading, assemble
from verifier.readers.forms import WITH_PICTURES, Form
from verifier.readers.letters import compare_letters
from verifier.readers.refused import refuse
from verifier.readers.rtf.groups import DESTINATIONS, KNOWN
from verifier.readers.rtf.seen import seen_words
from verifier.readers.rtf.walk import Walk
from verifier.readers.rtf.words import HANDLERS
from verifier.readers.shapes import NO_AUTHORS
from verifier.readers.telling import tell
from verifier.readers.written import Shape, change_notices

MEDIA_TYPE = "application/rtf"

_MAGIC = b"{\\rtf"
_MOST = 300


def matches(data: bytes) -> bool:
    """Whether bytes begin as RTF does."""
    return data[:64].lstrip(b"\xef\xbb\xbf \r\n\t\x00").startswith(_MAGIC)


def read_rtf(source: Source, content: Content, _options: ReadOptions) -> ArticleDraft:
    """The draft of an RTF file. Raises ReadError: rtf-other, nothing-readable."""
    if not matches(content.data):
        refuse(content.data, source.name)
        raise ReadError("rtf-other", source.name)
    data = content.data[content.data.index(_MAGIC) :]
    walk = Walk(data, content.record)
    walk.walk(HANDLERS, DESTINATIONS, KNOWN)
    places = walk.places
    written = places.leave(Shape())
    told = tell([*places.heads, *written, *places.footnotes, *places.endnotes, *places.feet])
    kept = "\n".join(block.text for block in told.blocks if block.role is not Role.ALTERNATIVE_TEXT)
    reading = Reading(
        source,
        MEDIA_TYPE,
        "rtf",
        "1",
        encoding=walk.codec,
        warnings=change_notices(places.counts, ", ".join(filter(None, walk.authors))),
        candidates=(*content.candidates, *told.candidates, *_stated(walk)),
        letters=compare_letters(seen_words(data, walk.codec), kept),
    )
    return assemble(reading, told.blocks)


FORM = Form("rtf", matches, read_rtf, WITH_PICTURES)


def _stated(walk: Walk) -> Iterator[Candidate]:
    """What the document's properties state."""
    for field, words in walk.stated.items():
        value = " ".join(words.split())[:_MOST]
        if value and not (field == "byline" and value.lower() in NO_AUTHORS):
            detail = {"title": "info title", "byline": "info author"}[field]
            yield Candidate(field, value, Origin.DOCUMENT, detail)
