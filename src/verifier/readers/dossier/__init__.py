"""A report of ours read back: the data it carries, checked by its hash, and the comments an editor left in its margins.

The words on the pages are not read as an article: what a report says is in its data, so that a program that rewrites
the document (Word, LibreOffice) changes nothing of it. Only the comments are new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.domain.articles import Source, sha256_of
from verifier.domain.errors import ReadError
from verifier.domain.reopened import DossierDraft

if TYPE_CHECKING:
    from verifier.readers.word.parts import Parts

MOST_BYTES = 256 * 10**6
"""The bytes a report may have."""

_DAMAGE = frozenset({"package-damaged", "package-xml", "package-member-missing", "word-other"})
"""Faults that say no more than that a file is no whole Word document."""


def read_dossier(source: Source) -> DossierDraft:
    """What a report says, and what was said in its margins.

    Raises ReadError: report-not-word for what is no whole Word document, report-without-data for one that carries no
    data of ours, report-data-altered, report-data-newer, report-data-damaged, report-without-texts, and what a package
    is refused for.
    """
    from verifier.readers.dossier.carried import carried_case
    from verifier.readers.dossier.margin import comments_of
    from verifier.readers.dossier.placing import Placing

    name = source.name
    if len(source.data) > MOST_BYTES:
        raise ReadError(
            "source-too-big", name, size=f"{len(source.data) / 1e6:.0f}", limit=f"{MOST_BYTES / 1e6:.0f}"
        )
    parts = _document(source)
    carried = carried_case(parts)
    placing = Placing(carried, comments_of(parts))
    return DossierDraft(
        name=name,
        sha256=sha256_of(source.data),
        texts=carried.texts,
        rows=carried.rows,
        returned=tuple(placing.returned),
        homeless=tuple(placing.homeless),
        left=carried.left,
        silenced=tuple(placing.silenced),
        parts=carried.parts,
    )


def _document(source: Source) -> Parts:
    """The parts of a Word document. Raises ReadError("report-not-word")."""
    from verifier.readers.packages import open_package
    from verifier.readers.word.parts import Parts

    try:
        parts = Parts(open_package(source.data, source.name), source.name)
        parts.require_document()
    except ReadError as error:
        if error.code in _DAMAGE:
            raise ReadError("report-not-word", source.name) from error
        raise
    return parts
