"""The articles side by side: the reading area as the window knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from verifier.domain.articles import Sentence
from verifier.domain.comparing import Cue
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import Theme
from verifier.ui.reading.column import Column
from verifier.ui.reading.cursor import Cursor
from verifier.ui.reading.here import Here
from verifier.ui.reading.keeping import put_back, state_of
from verifier.ui.reading.levelling import Levelling
from verifier.ui.reading.look import Look
from verifier.ui.reading.parts import Parts
from verifier.ui.reading.places import Places
from verifier.ui.reading.renewing import Renewal
from verifier.ui.reading.shelf import Shelf
from verifier.ui.reading.showing import Showing, Suggested
from verifier.ui.reading.state import ReadingState

SHOWN_AT_FIRST = 2
"""Columns a case opens with; more come as the user asks for them."""


class Columns(QWidget):
    """The whole reading area. The ``Shelf`` holds the columns, the ``Cursor`` walks them, ``Showing`` shows where;
    ``here`` is the column in use, ``parts`` are those of the current sentence.
    """

    current_changed = Signal(str, str)
    """Article id, sentence id: the sentence cursor moved, or another column is in use."""
    other_changed = Signal()
    """Another sentence is the other end, though the cursor is where it was."""
    context_menu_asked = Signal(QPoint)
    """Global position; the sentence under it is current by then."""
    column_closed = Signal(str)
    """The user closed the column of this article id."""
    columns_changed = Signal()
    """The list of text widgets is another."""
    files_dropped = Signal(list)
    """Paths of files the user dropped here."""
    link_picked = Signal(str)
    """The user picked a curve, a stub or a tick of this link id."""
    suggestion_picked = Signal(str)
    """The user picked the curve or stub that leads to this suggested sentence id."""
    action_asked = Signal(str)
    """A button where there is nothing to read stands for the action of this id."""
    inside_changed = Signal(bool)
    """The user stepped inside a sentence, or out of it."""

    def __init__(
        self, workbench: Workbench | None, theme: Theme, translator: Translator, look: Look,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._workbench: Workbench | None = None
        self._theme, self._look = theme, look
        self._places = Places()
        self._cues: Callable[[str], Sequence[Cue]] = lambda _article_id: ()
        self._hits: tuple[Mapping[str, Sequence[tuple[int, int]]], tuple[str, int, int] | None] = {}, None
        self._shelf = Shelf(self._places, theme, translator, look, self)
        self._shelf.empty.asked.connect(self.action_asked)
        self._showing = Showing(self._shelf, self._places, translator)
        self._cursor = Cursor(self._shelf, self._places, self._showing, translator)
        self.here, self.parts = Here(self._shelf, self._cursor), Parts(self._cursor, translator)
        self._levelling = Levelling(self._shelf, self._cursor)
        self._renewal = Renewal(self._shelf, self._places, self._showing, self._cursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._shelf)
        self._connect()
        self.setAcceptDrops(True)
        self.setAccessibleName(translator.gettext("Articles side by side"))
        self.set_workbench(workbench)

    def _connect(self) -> None:
        self._cursor.moved.connect(self.current_changed)
        self._cursor.other_moved.connect(self.other_changed)
        self._shelf.column_made.connect(self._attend)
        self._shelf.settled.connect(self._on_settled)
        self._shelf.closed.connect(self.column_closed)
        self._shelf.link_picked.connect(self.link_picked)
        self._shelf.suggestion_picked.connect(self.suggestion_picked)
        self._shelf.beneath.picked.connect(self.go_to)

    def _attend(self, column: Column) -> None:
        """Listen to what the user does in a new column."""
        article_id = column.article.id
        column.link_picked.connect(self.link_picked)
        column.moved.connect(self._showing.show_links)
        column.folds.folded.connect(self._showing.show_places)
        column.view.inside_changed.connect(self.inside_changed)
        column.sentence_pressed.connect(lambda key: self._cursor.press(article_id, key))
        column.focused.connect(lambda: self._levelling.use(article_id))
        column.selected.connect(self.parts.take_selection)
        column.part_pressed.connect(self.parts.press)
        column.menu_asked.connect(lambda key, at: self._on_menu(article_id, key, at))

    # -- which articles --------------------------------------------------------------------------------------------

    def set_workbench(self, workbench: Workbench | None) -> None:
        """Show another case, or none."""
        self._shelf.set_workbench(workbench)
        self._showing.set_workbench(workbench)
        self._cursor.set_workbench(workbench)
        self._levelling.set_workbench(workbench)
        self._workbench, self._hits = workbench, ({}, None)
        for article in self._shelf.articles()[:SHOWN_AT_FIRST]:
            self._shelf.add(article)
        self._shelf.settle()

    def show_article(self, article_id: str) -> None:
        """Show an article's column, opening it where it is closed, and put the focus into it."""
        self._cursor.show_article(article_id)

    def close_article(self, article_id: str) -> None:
        """Close an article's column; the article stays in the case."""
        self._shelf.close_article(article_id)

    def move_article(self, article_id: str, place: int) -> None:
        """Put the column of an article at a place from the left, counted from 0."""
        self._shelf.move_to(article_id, place)

    def shown_articles(self) -> list[str]:
        """The ids of the articles with a column, from left to right."""
        return list(self._shelf.columns)

    def columns(self) -> list[Column]:
        """The columns from left to right."""
        return list(self._shelf.columns.values())

    def text_widgets(self) -> list[QTextEdit]:
        """The text widgets from left to right, for actions that act in them alone."""
        return [column.view for column in self.columns()]

    def text_has_focus(self) -> bool:
        """Whether a text has the keyboard focus, so that letters act."""
        return any(column.view.hasFocus() for column in self.columns())

    def _on_settled(self) -> None:
        self._showing.show_places()
        self.show_hits(*self._hits)
        self.show_cues()
        self.columns_changed.emit()

    # -- the sentence cursor ---------------------------------------------------------------------------------------

    def current_article(self) -> str | None:
        """The article whose column is in use."""
        return self._places.article

    def current_sentence(self) -> str | None:
        """The sentence the cursor is on."""
        return self._places.sentence

    def other_end(self) -> str | None:
        """The sentence a link would lead to: the pinned one, else the last visited in another column."""
        return self._places.other_end()

    def pin_other_end(self, sentence_id: str | None) -> None:
        """Hold on to a sentence as the other end, in any article; None lets it go."""
        self._places.pinned = sentence_id
        self._showing.show_places()
        self.other_changed.emit()

    def bring_other(self, sentence_id: str) -> bool:
        """Bring the cursor of another column to a sentence, its column opened where needed; the focus stays. Returns
        whether there is such a place.
        """
        return self._cursor.bring_other(sentence_id)

    def set_suggested(self, suggested: Suggested) -> None:
        """Draw what is suggested for a sentence, and tell how much that is when it is spoken."""
        self._showing.suggested = suggested

    def set_cues(self, cues: Callable[[str], Sequence[Cue]]) -> None:
        """Mark the cue words ``cues`` names for the article of an id, in every column there is and comes."""
        self._cues = cues
        self.show_cues()

    def show_cues(self) -> None:
        """Mark the cue words there are now."""
        for article_id, column in self._shelf.columns.items():
            column.cues.show_cues(self._cues(article_id))

    def show_links(self) -> None:
        """Draw the curves of the current sentence anew."""
        self._showing.show_links()

    def targets(self) -> list[str]:
        """What a label applies to: selected words, else selected sentences, else the current sentence."""
        return self._cursor.targets()

    def go_to(self, sentence_id: str, *, focus: bool = True) -> None:
        """Make a sentence current and scroll to it; its column is opened and its fold unfolded where needed."""
        self._cursor.go_to(sentence_id, focus=focus)

    def go_to_span(
        self, article_id: str, start: int, end: int, *, select: bool = False, focus: bool = True
    ) -> bool:
        """Scroll to a span of code points, its sentence becoming current and its fold unfolded where needed;
        ``select`` selects its words too. Returns whether there is such a place.
        """
        return self._cursor.go_to_span(article_id, start, end, select=select, focus=focus)

    def step(
        self, direction: int, *, where: Callable[[Sentence], bool] | None = None, select: bool = False
    ) -> bool:
        """Go to the next (1) or previous (-1) sentence of the account for which ``where`` holds.

        ``select`` extends the selection to it. Returns whether there was one.
        """
        return self._cursor.step(direction, where=where, select=select)

    def step_column(self, direction: int) -> bool:
        """Go to the column to the right (1) or left (-1), at the sentence last used there."""
        return self._cursor.step_column(direction)

    def announce_current(self) -> None:
        """Have the current sentence spoken: address, label, links, then its words."""
        self._cursor.announce()

    def set_following(self, on: bool) -> None:
        """Bring what the current sentence is linked with to its height in the other columns, now and as it moves."""
        self._levelling.turn(on)

    def _on_menu(self, article_id: str, sentence_id: str, position: QPoint) -> None:
        if sentence_id and not self._shelf.columns[article_id].selection.spans():
            self._cursor.press(article_id, sentence_id)
        self.context_menu_asked.emit(position)

    # -- what changed ----------------------------------------------------------------------------------------------

    def refresh(self, change: Change) -> None:
        """Show what a step changed and nothing else; a new label of the current sentence is spoken."""
        self._renewal.refresh(change, self._workbench)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self._theme = theme
        self._restyle()

    def set_look(self, look: Look) -> None:
        """Set all texts in another face, size or measure."""
        self._look = look
        self._restyle()

    def _restyle(self) -> None:
        self._shelf.restyle(self._theme, self._look)
        self._showing.show_places()

    # -- what was found, and how all of it stands ------------------------------------------------------------------

    def show_hits(
        self, hits: Mapping[str, Sequence[tuple[int, int]]], current: tuple[str, int, int] | None = None
    ) -> None:
        """Tint what was found: spans of code points by article id; ``current`` is the one the user is at."""
        self._hits = hits, current
        for article_id, column in self._shelf.columns.items():
            here = current[1:] if current is not None and current[0] == article_id else None
            column.show_hits(hits.get(article_id, ()), here)

    def clear_hits(self) -> None:
        """Tint nothing any more."""
        self.show_hits({})

    def state(self) -> ReadingState:
        """How columns, cursors, scrolling and folds stand."""
        return state_of(self._shelf, self._places)

    def restore(self, state: ReadingState) -> None:
        """Have them stand as they did, as far as articles and sentences are still there; the focus stays."""
        put_back(state, self._shelf, self._places, self._cursor)

    # -- files -----------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        event.acceptProposedAction()
        self.files_dropped.emit(
            [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        )
