"""Focus sync: what the current sentence is linked with comes to the same height in the other columns.

Only links people made count, and nothing is worked out between them: accounts tell in another order each. It happens
when the cursor moves, never while the user scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from verifier.domain.articles import Passage, Sentence
from verifier.domain.queries import article_of_version, other_end
from verifier.domain.rows import CaseRows
from verifier.domain.versions import is_current
from verifier.session.workbench import Workbench
from verifier.ui.reading.column import Column
from verifier.ui.reading.cursor import Cursor
from verifier.ui.reading.curves import links_of, rank
from verifier.ui.reading.shelf import Shelf


class Levelling(QObject):
    """Scrolls the other columns after the cursor, while it is on."""

    def __init__(self, shelf: Shelf, cursor: Cursor) -> None:
        super().__init__(shelf)
        self._shelf, self._cursor = shelf, cursor
        self._workbench: Workbench | None = None
        self.on = False
        self._is_put_off = False
        cursor.moved.connect(self._level)

    def set_workbench(self, workbench: Workbench | None) -> None:
        """Look into another case, or none."""
        self._workbench = workbench

    def turn(self, on: bool) -> None:
        """Level the columns, now and as the cursor moves, or leave them alone."""
        if on != self.on:
            self.on = on
            self._level()

    def use(self, article_id: str) -> None:
        """A click gives a column the keyboard before it says which sentence it was on: nothing is levelled with the one
        last used there.
        """
        self._is_put_off = True
        self._cursor.use(article_id)
        self._is_put_off = False

    def _level(self, *_where: str) -> None:
        """Bring the best link of the current sentence in every other column in sight to the height of its own end; a
        column it has no link to stays as it is.
        """
        if self._is_put_off:
            QTimer.singleShot(0, self, self._level)
            return
        here, sentence = self._cursor.column(), self._cursor.sentence()
        if (
            self.on
            and self._workbench is not None
            and here in self._shelf.in_sight()
            and sentence is not None
        ):
            self._bring(here, best_ends(self._workbench.rows, here, sentence))

    def _bring(self, here: Column, ends: dict[str, tuple[Passage, Passage]]) -> None:
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
