"""The place: where the user is in the text, whichever column that is in, and before there are columns at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Sentence

if TYPE_CHECKING:
    from verifier.ui.reading.columns import Columns


class Place(QObject):
    """The sentence cursor as the rest of the window sees it."""

    moved = Signal(str, str)
    """The cursor stands elsewhere: article id, sentence id."""
    other_changed = Signal()
    """Another sentence is the other end, though the cursor is where it was."""
    columns_changed = Signal()
    """The text widgets are others now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Columns | None = None
        self._following = False

    def attach(self, columns: Columns) -> None:
        """Follow these columns from now on."""
        self._columns = columns
        columns.current_changed.connect(self.moved)
        columns.other_changed.connect(self.other_changed)
        columns.columns_changed.connect(self.columns_changed)
        columns.columns_changed.connect(self._tell)
        columns.set_following(self._following)
        self.columns_changed.emit()

    def _tell(self) -> None:
        """Where a column was closed, the cursor is in another one now."""
        article, sentence = self.article(), self.sentence()
        if article is not None and sentence is not None:
            self.moved.emit(article, sentence)

    def article(self) -> str | None:
        """The id of the article the cursor is in."""
        return self._columns.current_article() if self._columns else None

    def sentence(self) -> str | None:
        """The id of the sentence the cursor is on."""
        return self._columns.current_sentence() if self._columns else None

    def targets(self) -> list[str]:
        """What a label would apply to now: sentence and passage ids."""
        return self._columns.targets() if self._columns else []

    def subject(self) -> str | None:
        """The one sentence or passage the inspector is about."""
        targets = self.targets()
        return targets[0] if len(targets) == 1 else self.sentence()

    def other_end(self) -> str | None:
        """The sentence a link would lead to."""
        return self._columns.other_end() if self._columns else None

    def pin(self, sentence_id: str | None) -> None:
        """Keep this sentence as the end of the next link."""
        if self._columns:
            self._columns.pin_other_end(sentence_id)

    def bring_other(self, sentence_id: str) -> bool:
        """Bring the cursor of another column to a sentence, which makes it the other end; the keyboard stays where it
        is. Returns whether there is such a place.
        """
        return bool(self._columns) and self._need.bring_other(sentence_id)

    def go_to(self, sentence_id: str, *, focus: bool = True) -> None:
        """Show a sentence and put the cursor on it."""
        if self._columns:
            self._columns.go_to(sentence_id, focus=focus)

    def go_to_span(
        self, article_id: str, start: int, end: int, *, select: bool = False, focus: bool = True
    ) -> bool:
        """Show a span of code points of an article, unfolded and scrolled to, and put the cursor on its sentence;
        ``select`` selects its words too. Returns whether there is such a place.
        """
        return bool(self._columns) and self._need.go_to_span(
            article_id, start, end, select=select, focus=focus
        )

    def step(
        self, direction: int, *, where: Callable[[Sentence], bool] | None = None, select: bool = False
    ) -> bool:
        """Go to the next (1) or previous (-1) sentence; False where there is none."""
        return bool(self._columns) and self._need.step(direction, where=where, select=select)

    def step_column(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) column; False where there is none."""
        return bool(self._columns) and self._need.step_column(direction)

    def step_part(self) -> bool:
        """Select the next part of the sentence something was said of; False where there is none."""
        return bool(self._columns) and self._need.parts.step()

    def set_following(self, on: bool) -> None:
        """Bring what the sentence is linked with level with it in the other columns, or leave them as they are."""
        self._following = on
        if self._columns:
            self._columns.set_following(on)

    def move_column(self, direction: int) -> bool:
        """Put the column in use one place to the right (1) or left (-1); False where there is none."""
        return bool(self._columns) and self._need.here.move_column(direction)

    def leave_set_aside(self) -> None:
        """Where the text has the keyboard and the cursor's sentence was folded away, step on to one of the account."""
        if self._columns and self._columns.text_has_focus() and self._columns.here.is_folded():
            self._columns.step(1) or self._columns.step(-1)

    def show_article(self, article_id: str) -> None:
        """Show an article in a column and go there."""
        if self._columns:
            self._columns.show_article(article_id)

    def close_article(self, article_id: str) -> None:
        """Close the column of an article; the article stays in the case."""
        if self._columns:
            self._columns.close_article(article_id)

    def text_widgets(self) -> list[QWidget]:
        """The text widgets the letter keys belong to."""
        return list(self._columns.text_widgets()) if self._columns else []

    def text_has_focus(self) -> bool:
        """Whether the keyboard is in a text column."""
        return bool(self._columns) and self._need.text_has_focus()

    def focus_text(self) -> None:
        """Put the keyboard into the text, at the cursor; what is selected there stays so."""
        article, sentence = self.article(), self.sentence()
        if self._columns and article is not None and sentence is not None:
            if self._columns.here.is_folded():
                self._columns.go_to(sentence)
            else:
                self._columns.show_article(article)
        elif self._columns and self._columns.shown_articles():
            self._columns.show_article(self._columns.shown_articles()[0])

    def step_inside(self) -> None:
        """Let the arrows move the caret inside the sentence."""
        if self._columns:
            self._columns.here.set_inside(True)

    def step_outside(self) -> None:
        """Let the arrows step by sentence again."""
        if self._columns:
            self._columns.here.set_inside(False)

    def caret(self) -> tuple[int, int] | None:
        """Where the words selected begin and end, in code points of the text; twice the caret's place if none are."""
        return self._columns.here.caret() if self._columns else None

    def toggle_set_aside(self) -> None:
        """Show what is set aside in this article, or fold it away."""
        if self._columns:
            self._columns.here.toggle_set_aside()

    def announce(self) -> None:
        """Have the sentence spoken once more."""
        if self._columns:
            self._columns.announce_current()

    @property
    def _need(self) -> Columns:
        assert self._columns is not None
        return self._columns
