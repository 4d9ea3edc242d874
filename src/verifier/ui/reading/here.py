"""The column in use: its caret, its folds, its place among the others."""

from __future__ import annotations

from verifier.ui.reading.cursor import Cursor
from verifier.ui.reading.shelf import Shelf


class Here:
    """What can be asked and done at the column in use; nothing where there is none."""

    def __init__(self, shelf: Shelf, cursor: Cursor) -> None:
        self._shelf, self._cursor = shelf, cursor

    def caret(self) -> tuple[int, int] | None:
        """Where the words selected begin and end, in code points; twice the caret's place where there are none."""
        column = self._cursor.column()
        return column.selection.caret() if column is not None else None

    def inside(self) -> bool:
        """Whether the arrow keys move the caret inside the sentence."""
        column = self._cursor.column()
        return column is not None and column.view.inside()

    def set_inside(self, inside: bool) -> None:
        """Step inside the current sentence, or out of it again."""
        column = self._cursor.column()
        if column is not None:
            column.view.set_inside(inside)

    def is_folded(self) -> bool:
        """Whether the current sentence is set aside, and folded away."""
        column, sentence = self._cursor.column(), self._cursor.sentence()
        return column is not None and sentence is not None and column.page.fold_of(sentence) is not None

    def toggle_set_aside(self) -> None:
        """Unfold all that is set aside in the article, or fold it away again."""
        column = self._cursor.column()
        if column is not None:
            column.folds.toggle_all()

    def move_column(self, direction: int) -> bool:
        """Put the column one place to the right (1) or left (-1); False where there is none."""
        column, columns = self._cursor.column(), list(self._shelf.columns.values())
        place = columns.index(column) + direction if column in columns else -1
        if column is None or not 0 <= place < len(columns):
            return False
        self._shelf.move_to(column.article.id, place)
        return True
