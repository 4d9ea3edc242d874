"""Pages: every block kept as it stands, its role voted on, its structure and metadata read.

What does the work is imported when a page is read, so that the program starts fast.
"""

from __future__ import annotations

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.reading import Content, ReadOptions
from verifier.readers.forms import Form
from verifier.readers.html.recognise import is_html

MOST_BYTES = 60 * 10**6
"""Pages saved as one file carry their pictures in them."""


def read_html(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of a page, or of a fragment of one as a clipboard has it.

    Raises ReadError: encoding-unknown, source-binary, nothing-readable.
    """
    from verifier.readers.html.reader import read_page

    return read_page(source, content, options)


FORM = Form("html", is_html, read_html, MOST_BYTES)
