"""What a PDF states of itself in its properties, and in the foot a browser printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from verifier.domain.kinds import Origin
from verifier.domain.reading import Candidate

_UNTITLED = re.compile(
    r"(?:untitled|document\d*|microsoft word|.{0,200}\.(?:docx?|odt|rtf|pdf|html?|indd|qxp|txt))\b.{0,200}\Z",
    re.IGNORECASE,
)


def document_candidates(document: Any) -> Iterator[Candidate]:
    """The title and author of a document's properties; file names programs put there are no titles."""
    title = (document.get_metadata_value("Title") or "").strip()
    author = (document.get_metadata_value("Author") or "").strip()
    if title and not _UNTITLED.match(title):
        yield Candidate("title", title, Origin.DOCUMENT, "Title")
    if author:
        yield Candidate("byline", author, Origin.DOCUMENT, "Author")
    language = _language(document)
    if language:
        yield Candidate("language", language, Origin.DOCUMENT, "Lang")


def _language(document: Any) -> str:
    """The language the document's catalog names."""
    import ctypes

    import pypdfium2.raw as raw

    if not hasattr(raw, "FPDFCatalog_GetLanguage"):
        return ""
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size <= 200:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").strip()
