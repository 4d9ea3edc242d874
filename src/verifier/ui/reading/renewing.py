"""Showing what a step changed: columns for articles that came or went, and the sentences it names."""

from __future__ import annotations

from verifier.domain.addresses import index_of_letter
from verifier.domain.articles import Article
from verifier.domain.judgements import Link
from verifier.domain.steps import Change
from verifier.session.workbench import Workbench
from verifier.ui.reading.cursor import Cursor
from verifier.ui.reading.places import Places
from verifier.ui.reading.shelf import Shelf
from verifier.ui.reading.showing import Showing

ADDED_AT_MOST = 3
"""An article that is added gets a column of its own while there are fewer than this."""


class Renewal:
    """Brings the columns up to date after a step, and nothing else."""

    def __init__(self, shelf: Shelf, places: Places, showing: Showing, cursor: Cursor) -> None:
        self._shelf, self._places, self._showing, self._cursor = shelf, places, showing, cursor

    def refresh(self, change: Change, workbench: Workbench | None) -> None:
        """Show what a step of the case changed; a new label of the current sentence is spoken."""
        stood, here = self._cursor.before(change), self._places.sentence
        if change.articles:
            self._refresh_articles(change)
        passages = change.passages | _ends(change, workbench)
        for column in self._shelf.columns.values():
            column.refresh(change.sentences, passages)
        self._showing.show_places()
        self._cursor.after(change, stood, here)

    def _refresh_articles(self, change: Change) -> None:
        shelf = self._shelf
        now = {article.id: article for article in shelf.articles()}
        gone = [key for key in shelf.columns if key not in now]
        for key in gone:
            shelf.drop(key)
            self._places.forget(key)
        for key in shelf.columns.keys() & change.articles:
            shelf.columns[key].renew(now[key])
        fresh = self._to_be_shown([now[key] for key in now if key in change.articles])
        for article in fresh:
            shelf.add(article)
        if gone or fresh:
            shelf.settle()

    def _to_be_shown(self, named: list[Article]) -> list[Article]:
        """Those of the articles named that get a column of their own: new ones, while there is room."""
        shelf = self._shelf
        last, room = shelf.last_letter(), max(ADDED_AT_MOST - len(shelf.columns), 0)
        come = [article for article in named if article.id not in shelf.columns]
        return [article for article in come if index_of_letter(article.letter) > last][:room]


def _ends(change: Change, workbench: Workbench | None) -> frozenset[str]:
    """The passages at the ends of the links a step named."""
    links = [workbench.rows.get(Link, key) for key in change.links] if workbench is not None else []
    return frozenset(end for link in links if link for end in (link.a, link.b))
