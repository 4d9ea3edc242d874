"""The words selected in a text, also where they reach from one frame of a long document into the next.

There Qt would take in the whole of both frames; so such a selection is kept here, and the real caret stands at its end.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

_Move = QTextCursor.MoveOperation
_MOVES = {
    Qt.Key.Key_Left: (_Move.Left, _Move.WordLeft),
    Qt.Key.Key_Right: (_Move.Right, _Move.WordRight),
    Qt.Key.Key_Up: (_Move.Up, _Move.PreviousBlock),
    Qt.Key.Key_Down: (_Move.Down, _Move.NextBlock),
    Qt.Key.Key_Home: (_Move.StartOfLine, _Move.Start),
    Qt.Key.Key_End: (_Move.EndOfLine, _Move.End),
}
"""Where a key moves the caret, alone and with Ctrl."""


class Marking:
    """The selection of one view. Places are UTF-16 units of its document."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._anchor = 0
        self._wide: tuple[int, int] | None = None

    def places(self) -> tuple[int, int]:
        """Where the selected words begin and end; twice the caret's place where there are none."""
        cursor = self._view.textCursor()
        if self._is_wide(cursor):
            assert self._wide is not None
            return min(self._wide), max(self._wide)
        return cursor.selectionStart(), cursor.selectionEnd()

    def has_words(self) -> bool:
        """Whether any words are selected."""
        first, last = self.places()
        return first < last

    def forget(self) -> None:
        """Keep no selection of our own any more."""
        self._wide = None
        self._view.viewport().update()

    def begin(self, place: int, *, extends: bool) -> None:
        """The mouse was pressed at a place; ``extends`` says that the selection there was is to reach up to it."""
        if extends:
            self.select(self._wide[0] if self._wide is not None else self._view.textCursor().anchor(), place)
        else:
            self._anchor = place
            self.forget()

    def drag(self, place: int) -> None:
        """The mouse is at a place, its button still held: mend what Qt selected, where it is not to be trusted."""
        if self._wide is not None or not self._in_one_frame(self._anchor, place):
            self.select(self._anchor, place)

    def extend(self, event: QKeyEvent) -> bool:
        """Move the end of the selection by a key with Shift. False where Qt can do it: all is in one frame."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or not self._view.document().rootFrame().childFrames():
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        cursor = self._view.textCursor()
        anchor, head = (
            self._wide if self._is_wide(cursor) and self._wide else (cursor.anchor(), cursor.position())
        )
        moving = QTextCursor(self._view.document())
        moving.setPosition(head)
        moving.movePosition(move[bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)])
        self.select(anchor, moving.position())
        return True

    def select(self, anchor: int, head: int) -> None:
        """Select from one place to another, either way round."""
        self._anchor = anchor
        cursor = QTextCursor(self._view.document())
        if self._in_one_frame(anchor, head):
            self._wide = None
            cursor.setPosition(anchor)
            cursor.setPosition(head, QTextCursor.MoveMode.KeepAnchor)
        else:
            self._wide = anchor, head
            cursor.setPosition(head)
        self._view.setTextCursor(cursor)
        self._view.viewport().update()

    def _is_wide(self, cursor: QTextCursor) -> bool:
        return self._wide is not None and not cursor.hasSelection() and cursor.position() == self._wide[1]

    def _in_one_frame(self, first: int, last: int) -> bool:
        return self._frame_at(first) == self._frame_at(last)

    def _frame_at(self, place: int) -> int:
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(place)
        return cursor.currentFrame().firstPosition()
