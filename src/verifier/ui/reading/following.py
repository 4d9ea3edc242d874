"""Keeping the cursors on sentences there are: another reading, an undo or a join takes sentences away under them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from verifier.domain.articles import Sentence
from verifier.domain.versions import is_current

if TYPE_CHECKING:
    from verifier.domain.rows import CaseRows
    from verifier.domain.steps import Change
    from verifier.ui.reading.column import Column
    from verifier.ui.reading.places import Places

Columns = Mapping[str, "Column"]
"""The open columns by the ids of their articles."""

Stood = dict[str, Sentence | None]
"""By article id, the sentence its cursor stood on before a step, None where that was not in sight."""


def cursors_before(change: Change, places: Places, columns: Columns) -> Stood:
    """Where the cursors of the articles a step names stand; to be asked before the columns show the step."""
    return {
        key: columns[key].page.sentence(places.cursors[key]) if key in columns else None
        for key in change.articles & places.cursors.keys()
    }


def follow(stood: Stood, places: Places, columns: Columns, rows: CaseRows) -> None:
    """Put the cursors that stood on sentences which are no more on what is in their place, and forget those for which
    there is nothing, and a pinned end that is no more.
    """
    if not _stands(places.pinned, rows):
        places.pinned = None
    for key, gone in stood.items():
        if _stands(places.cursors.get(key), rows):
            continue
        found = columns[key].page.successor(gone) if key in columns and gone else None
        if found is not None:
            places.cursors[key] = found.id
        else:
            places.leave(key)


def _stands(sentence_id: str | None, rows: CaseRows) -> bool:
    """Whether a sentence is one of a reading that counts."""
    sentence = rows.get(Sentence, sentence_id or "")
    return sentence is not None and not sentence.retired and is_current(rows, sentence.version_id)
