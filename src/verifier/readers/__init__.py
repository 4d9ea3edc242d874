"""Bytes to article drafts: one module a form, told by content.

A new form is one module with a ``FORM`` and one line: in ``leaves.LEAVES`` where it holds one text, in ``FORMS`` where
it holds other sources.
"""

from __future__ import annotations

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.making import no_collection
from verifier.domain.reading import Content, ReadOptions
from verifier.readers import epub, mail, mhtml, wacz, warc
from verifier.readers.forms import Form, sizes
from verifier.readers.leaves import LEAVES
from verifier.readers.settling import settle
from verifier.text.shape.unwrap import WRAP_MODES

FORMS: tuple[Form, ...] = (
    warc.FORM,
    wacz.FORM,
    epub.FORM,
    mhtml.FORM,
    mail.FORM,
    *LEAVES,
)
"""The forms that are known, in the order in which they are asked; the last one takes everything."""

FORM_NAMES = tuple(form.name for form in FORMS)


def read(source: Source, options: ReadOptions = ReadOptions()) -> ArticleDraft:
    """What a source says, as a draft of an article.

    Raises ReadError: source-empty, source-too-big, source-binary, encoding-unknown, wrap-unknown, form-unknown,
    nothing-readable, and what the form's own reader raises.
    """
    if not source.data:
        raise ReadError("source-empty", source.name)
    if options.wrap not in WRAP_MODES:
        raise ReadError("wrap-unknown", source.name, wrap=options.wrap, known=", ".join(WRAP_MODES))
    form = find_form(source.data, options.form, source.name)
    if len(source.data) > form.most_bytes:
        raise ReadError("source-too-big", source.name, **sizes(len(source.data), form.most_bytes))
    with no_collection():
        return settle(form.read(source, Content(source.data), options))


def find_form(data: bytes, name: str | None = None, where: str = "") -> Form:
    """The form of some bytes, or the one named. Raises ReadError("form-unknown")."""
    if name is None:
        return next(form for form in FORMS if form.matches(data))
    found = next((form for form in FORMS if form.name == name), None)
    if found is None:
        raise ReadError("form-unknown", where, form=name, known=", ".join(FORM_NAMES))
    return found


def most_bytes(head: bytes) -> int:
    """The most bytes a source may have whose first 64 KB these are. A zip's form may not show before its end."""
    if head.startswith(b"PK\x03\x04"):
        return max(form.most_bytes for form in FORMS)
    return find_form(head).most_bytes
