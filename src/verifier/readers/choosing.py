"""What the readers of containers share: which of the parts is read, and by which leaf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.reading import Content, ReadOptions, SourcePart

MOST_LISTED = 1_000
"""The parts that are offered to choose among; a source with more is cut off there, and says so."""

_NAMED = 40
_DECLARED = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "plain",
}
"""What a declared media type says of a text too short to be told by its content."""

_GUESSED = ("html", "captions", "markdown", "plain")
"""The forms that are told by how a text looks; all others have marks of their own."""


def chosen_part(parts: Sequence[SourcePart], wanted: str | None, first: str, where: str) -> str:
    """The id of the part that is wanted, else ``first``. Raises ReadError("part-unknown")."""
    if not wanted:
        return first
    if any(part.id == wanted for part in parts):
        return wanted
    known = ", ".join(part.id for part in parts[:_NAMED]) + (" …" if len(parts) > _NAMED else "")
    raise ReadError("part-unknown", where, part=wanted, known=known or "–")


def read_declared(source: Source, content: Content, options: ReadOptions) -> ArticleDraft:
    """The draft of one text whose media type is declared, where the declaration is believed before a guess; bytes that
    say for certain what they are, such as a PDF sent as a page, are believed before it. Raises ReadError.
    """
    from verifier.readers.leaves import LEAVES, read_leaf

    inner = replace(options, part=None, form=None)
    name = _DECLARED.get(content.media_type.split(";")[0].strip().lower())
    declared = next((form for form in LEAVES if form.name == name), None)
    if declared is None or not content.data:
        return read_leaf(source, content, inner)
    found = next(form for form in LEAVES if form.matches(content.data))
    return (declared if found.name in _GUESSED else found).read(source, content, inner)
