"""PDF: characters by PDFium; lines, columns and paragraphs by our own reading of where they stand."""

from __future__ import annotations

import re

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.reading import Content, ReadOptions
from verifier.readers.forms import Form

_MAGIC = re.compile(rb"%PDF-[12]\.\d")
_JUNK = 1024
"""How many bytes may stand before the mark: what readers of the format have always allowed."""
_OBJECT = re.compile(rb"\d obj\b")
_MOST_BYTES = 100 * 10**6


def matches(data: bytes) -> bool:
    """Whether bytes begin as a PDF does; behind other bytes only with an object of the format after it."""
    mark = _MAGIC.search(data, 0, _JUNK)
    return mark is not None and (mark.start() == 0 or _OBJECT.search(data, mark.end()) is not None)


def read_pdf(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a PDF. Raises ReadError; see ``reading.read_pdf``."""
    from verifier.readers.pdf.reading import read_pdf

    return read_pdf(source, content, options)


FORM = Form("pdf", matches, read_pdf, _MOST_BYTES)
