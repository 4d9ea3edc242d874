"""Taking down how the reading area stands, and putting it back."""

from __future__ import annotations

from verifier.ui.reading.cursor import Cursor
from verifier.ui.reading.places import Places
from verifier.ui.reading.shelf import Shelf
from verifier.ui.reading.state import ReadingState


def state_of(shelf: Shelf, places: Places) -> ReadingState:
    """How the columns on a shelf stand."""
    columns = shelf.columns
    return ReadingState(
        articles=tuple(columns),
        article=places.article or "",
        cursors={
            key: places.cursors[key]
            for key in dict.fromkeys((*places.recent, *places.cursors))
            if key in columns and key in places.cursors
        },
        tops={key: one.spots.top() for key, one in columns.items()},
        folds={key: starts for key, one in columns.items() if (starts := one.folds.starts())},
    )


def put_back(state: ReadingState, shelf: Shelf, places: Places, cursor: Cursor) -> None:
    """Have the columns stand as they did, as far as their articles and sentences are still there. A state that names
    no article of this case changes nothing.
    """
    now = {article.id: article for article in shelf.articles()}
    wanted = [key for key in dict.fromkeys(state.articles) if key in now]
    if not wanted:
        return
    for key in [key for key in shelf.columns if key not in wanted]:
        shelf.drop(key)
    for key in wanted:
        if key not in shelf.columns:
            shelf.add(now[key])
    for key, column in shelf.columns.items():
        column.folds.open_at(state.folds.get(key, ()))
        sentence = column.page.sentence(state.cursors.get(key, ""))
        if sentence is not None:
            column.set_caret(sentence)
            places.cursors[key] = sentence.id
    places.article = None
    shelf.put_in_order(wanted)
    shelf.settle()
    lately = dict.fromkeys((state.article, *state.cursors, *wanted))
    places.recent = [key for key in lately if key in wanted and key in places.cursors]
    cursor.use(state.article if state.article in wanted else wanted[0])
    for key, column in shelf.columns.items():
        column.spots.bring_to_top(state.tops.get(key, 0))
