"""The forms that hold one text each, as against those that hold other sources."""

from __future__ import annotations

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.reading import Content, ReadOptions
from verifier.readers import captions, html, markdown, odt, pdf, plain, rtf, word
from verifier.readers.forms import Form, sizes

LEAVES: tuple[Form, ...] = (
    pdf.FORM,
    word.FORM,
    odt.FORM,
    rtf.FORM,
    html.FORM,
    captions.FORM,
    markdown.FORM,
    plain.FORM,
)
"""In the order in which they are asked; the last one takes everything."""


def read_leaf(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of one text inside a source: told by its bytes. Raises ReadError."""
    if not content.data:
        raise ReadError("source-empty", source.name)
    return read_as(next(form for form in LEAVES if form.matches(content.data)), source, content, options)


def read_as(form: Form, source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of one text inside a source, by a form, if it is not too big for it. Raises ReadError."""
    if len(content.data) > form.most_bytes:
        raise ReadError("source-too-big", source.name, **sizes(len(content.data), form.most_bytes))
    return form.read(source, content, options)
