"""Focus sync: what the current sentence is linked with comes to the same height in the other columns.

Only links people made count, and nothing is worked out between them: accounts tell in another order each. It happens
when the cursor moves, never while the user scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from verifier.domain.articles import Passage, Sentence
from verifier.domain.queries import article_of_version, other_end
from verifier.domain.rows import CaseRows
from verifier.domain.versions import is_current
from verifier.ui.reading.column import Column
from verifier.ui.reading.curves import links_of, rank
from verifier.ui.reading.shelf import Shelf


class Levelling(QObject):
    """Scrolls the other columns after the cursor, while it is on."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._shelf = shelf
        self.on = False

    def level(self, rows: CaseRows, here: Column, sentence: Sentence) -> None:
        """Bring the best link of a sentence in every other column in sight to the height of its own end; a column it
        has no link to stays as it is.
        """
        if not self.on or here not in self._shelf.in_sight():
            return
        ends = best_ends(rows, here, sentence)
        for column in self._shelf.in_sight():
            if column is not here and column.article.id in ends:
                near, far = ends[column.article.id]
                height = here.spots.reach_of(near.start, near.start + 1)[0]
                column.spots.bring_to(far.start, height)


def best_ends(rows: CaseRows, here: Column, sentence: Sentence) -> dict[str, tuple[Passage, Passage]]:
    """By the other articles a sentence is linked with, both ends of its best link there: the near and the far one."""
    best: dict[str, tuple[Passage, Passage]] = {}
    for near, link in sorted(links_of(rows, here, sentence), key=lambda pair: rank(pair[1])):
        far = rows.need(Passage, other_end(link, near.id))
        if is_current(rows, far.version_id):
            best.setdefault(article_of_version(rows, far.version_id).id, (near, far))
    return best
