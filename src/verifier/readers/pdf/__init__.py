"""PDF: characters by PDFium; lines, columns and paragraphs by our own reading of where they stand."""

from __future__ import annotations

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.reading import Content, ReadOptions
from verifier.readers.forms import Form

_MAGIC = b"%PDF-"
_JUNK = 1024
"""How many bytes may stand before the mark: what readers of the format have always allowed."""
_MOST_BYTES = 100 * 10**6


def matches(data: bytes) -> bool:
    """Whether bytes begin as a PDF does."""
    return _MAGIC in data[: _JUNK + len(_MAGIC)]


def read_pdf(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a PDF. Raises ReadError; see ``reading.read_pdf``."""
    from verifier.readers.pdf.reading import read_pdf

    return read_pdf(source, content, options)


FORM = Form("pdf", matches, read_pdf, _MOST_BYTES)
