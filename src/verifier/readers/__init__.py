"""Bytes to article drafts: one module a form, told by content.

A new form is one module with a ``FORM`` and one line in ``FORMS``.
"""

from __future__ import annotations

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.readers import plain
from verifier.readers.forms import Form
from verifier.text.unwrap import WRAP_MODES

MOST_BYTES = 20 * 10**6
"""The largest source that is read, in bytes."""

FORMS: tuple[Form, ...] = (plain.FORM,)
"""The forms that are known, in the order in which they are asked; the last one takes everything."""


def read(source: Source, *, encoding: str | None = None, wrap: str = "auto") -> ArticleDraft:
    """What a source says, as a draft of an article.

    ``encoding`` overrides the encoding found, ``wrap`` ("auto", "wrapped", "lines", "blank") how line breaks are
    read. Raises ReadError: source-empty, source-too-big, source-binary, encoding-unknown, wrap-unknown,
    nothing-readable.
    """
    size = len(source.data)
    if not size:
        raise ReadError("source-empty", source.name)
    if size > MOST_BYTES:
        raise ReadError(
            "source-too-big", source.name, size=f"{size / 1e6:.1f}", limit=f"{MOST_BYTES / 1e6:.0f}"
        )
    if wrap not in WRAP_MODES:
        raise ReadError("wrap-unknown", source.name, wrap=wrap, known=", ".join(WRAP_MODES))
    form = next(form for form in FORMS if form.matches(source.data))
    return form.read(source, encoding, wrap)
