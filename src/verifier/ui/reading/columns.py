"""The articles side by side, and the sentence cursor that walks them: the reading area as the window knows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal

from verifier.domain.articles import Sentence
from verifier.domain.queries import article_of_version
from verifier.domain.steps import Change
from verifier.ui.reading.announcing import announce
from verifier.ui.reading.beneath import counterpart
from verifier.ui.reading.column import Column
from verifier.ui.reading.curves import Curves, Scene
from verifier.ui.reading.following import cursors_before, follow
from verifier.ui.reading.phrases import describe
from verifier.ui.reading.shelf import Shelf
from verifier.ui.reading.text_view import Frame


class Columns(Shelf):
    """The columns with their cursors: where the user is, what a label applies to, what a link leads to."""

    current_changed = Signal(str, str)
    """Article id, sentence id: the sentence cursor moved, or another column is in use."""
    context_menu_asked = Signal(QPoint)
    """Global position; the sentence under it is current by then."""

    def show_article(self, article_id: str) -> None:
        """Show an article's column, opening it where it is closed, and put the focus into it."""
        column = self._open(article_id)
        if column is not None:
            self._use(article_id)
            self._bring_back(column)
            column.view.setFocus()

    def _bring_back(self, column: Column) -> None:
        """Have the cursor of a column in sight again, where the text was scrolled away from it."""
        sentence = column.page.sentence(self._places.cursors.get(column.article.id, ""))
        if sentence is not None:
            top, (start, end) = column.reach_of(sentence.start, sentence.start + 1)[0], column.sight()
            if not start <= top < end:
                column.scroll_to(sentence)

    def refresh(self, change: Change) -> None:
        """Show what a step changed and nothing else; a new label of the current sentence is spoken."""
        stood, here = cursors_before(change, self._places, self._columns), self._places.sentence
        super().refresh(change)
        if self._workbench is not None:
            follow(stood, self._places, self._columns, self._workbench.rows)
        column, sentence = self._column(), self._current()
        if column is None or sentence is None:
            return
        if sentence.id != here:
            self._show_places()
            column.set_caret(sentence)
            column.scroll_to(sentence)
            self.current_changed.emit(column.article.id, sentence.id)
            self.announce_current()
        elif sentence.id in change.sentences:
            announce(column.view, self._described(column, sentence))

    def _set_up(self) -> None:
        self._beneath.picked.connect(self.go_to)

    def _attend(self, column: Column) -> None:
        article_id = column.article.id
        column.sentence_pressed.connect(lambda key: self._on_pressed(article_id, key))
        column.focused.connect(lambda: self._use(article_id))
        column.menu_asked.connect(lambda key, at: self._on_menu(article_id, key, at))

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
        self._show_places()

    def targets(self) -> list[str]:
        """What a label applies to: selected words, else selected sentences, else the current sentence."""
        column = self._column()
        if column is None or self._workbench is None:
            return []
        spans = column.selected_spans()
        if spans:
            version = column.article.version_id
            return [self._workbench.passage(version, start, end) for start, end in spans]
        return [sentence.id for sentence in self._selected(column)]

    def go_to(self, sentence_id: str, *, focus: bool = True) -> None:
        """Make a sentence current and scroll to it; its column is opened and its fold unfolded where needed."""
        column = self._column_with(sentence_id)
        sentence = column.page.sentence(sentence_id) if column else None
        if column is None or sentence is None:
            return
        column.reveal(sentence)
        self._visit(column, sentence)
        column.scroll_to(sentence)
        if focus:
            column.view.setFocus()

    def step(
        self, direction: int, *, where: Callable[[Sentence], bool] | None = None, select: bool = False
    ) -> bool:
        """Go to the next (1) or previous (-1) sentence of the account for which ``where`` holds.

        ``select`` extends the selection to it. Returns whether there was one.
        """
        column = self._column()
        if column is None or self._places.sentence is None:
            return False
        for sentence in column.page.account_from(self._places.sentence, direction):
            if where is None or where(sentence):
                self._visit(column, sentence, select=select)
                column.scroll_to(sentence)
                return True
        return False

    def step_column(self, direction: int) -> bool:
        """Go to the column to the right (1) or left (-1), at the sentence last used there."""
        keys = list(self._columns)
        place = keys.index(self._places.article) + direction if self._places.article in keys else 0
        if not 0 <= place < len(keys):
            return False
        self.show_article(keys[place])
        return True

    def inside(self) -> bool:
        """Whether the arrow keys move the caret inside the sentence."""
        column = self._column()
        return column is not None and column.view.inside()

    def set_inside(self, inside: bool) -> None:
        """Step inside the current sentence, or out of it again."""
        column = self._column()
        if column is not None:
            column.view.set_inside(inside)

    def toggle_set_aside(self) -> None:
        """Unfold all that is set aside in the current article, or fold it away again."""
        column = self._column()
        if column is not None:
            column.toggle_folds()

    def announce_current(self) -> None:
        """Have the current sentence spoken: address, label, links, then its words."""
        column, sentence = self._column(), self._current()
        if column is not None and sentence is not None:
            announce(column.view, f"{self._described(column, sentence)}. {column.words(sentence)}")

    def _described(self, column: Column, sentence: Sentence) -> str:
        return describe(column.article.letter, sentence, column.verdicts.of(sentence), self._translator)

    def _column(self) -> Column | None:
        return self._columns.get(self._places.article or "")

    def _current(self) -> Sentence | None:
        column = self._column()
        return column.page.sentence(self._places.sentence or "") if column else None

    def _column_with(self, sentence_id: str) -> Column | None:
        """The column that shows a sentence, opened where it is closed."""
        sentence = self._workbench.rows.get(Sentence, sentence_id) if self._workbench else None
        if self._workbench is None or sentence is None:
            return None
        return self._open(article_of_version(self._workbench.rows, sentence.version_id).id)

    def _visit(self, column: Column, sentence: Sentence, *, select: bool = False, caret: bool = True) -> None:
        """Put the cursor on a sentence and tell everybody."""
        article_id = column.article.id
        moved = self._places.visit(article_id, sentence.id, select=select)
        if caret:
            column.set_caret(sentence)
        if column not in self._in_sight():
            self._arrange()
        self._show_places()
        if moved:
            self.current_changed.emit(article_id, sentence.id)
            self.announce_current()

    def _use(self, article_id: str) -> None:
        """Make a column the one in use, at the sentence last used there, else at its first."""
        column = self._columns[article_id]
        if self._places.article == article_id and self._places.sentence is not None:
            return
        known = column.page.sentence(self._places.cursors.get(article_id, ""))
        sentence = known or next(iter(column.page.account or column.page.sentences), None)
        if sentence is not None:
            self._visit(column, sentence)
        else:
            self._places.article = article_id
            self._arrange()

    def _on_pressed(self, article_id: str, sentence_id: str) -> None:
        column = self._columns[article_id]
        sentence = column.page.sentence(sentence_id)
        if sentence is not None:
            self._visit(column, sentence, caret=False)

    def _on_menu(self, article_id: str, sentence_id: str, position: QPoint) -> None:
        column = self._columns[article_id]
        if sentence_id and not column.selected_spans():
            self._on_pressed(article_id, sentence_id)
        self.context_menu_asked.emit(position)

    # -- showing it ------------------------------------------------------------------------------------------------

    def _selected(self, column: Column) -> list[Sentence]:
        current = self._places.sentence
        if current is None or not column.page.has(current):
            return []
        anchor = self._places.anchor
        if anchor is None or not column.page.has(anchor):
            return column.page.stretch(current, current)
        return [
            row
            for row in column.page.stretch(anchor, current)
            if column.page.account_index(row.id) is not None
        ]

    def _show_places(self) -> None:
        """Frame current sentence, selection and other end in every column, and draw the curves."""
        other = self._places.other_end()
        for article_id, column in self._columns.items():
            frames: dict[Frame, tuple[Sentence, Sentence]] = {}
            resting = column.page.sentence(self._places.cursors.get(article_id, ""))
            there = column.page.sentence(other or "")
            if there is not None:
                frames[Frame.OTHER_END] = (there, there)
            if article_id == self._places.article:
                self._frame_current(frames, self._selected(column))
            elif resting is not None and resting != there:
                frames[Frame.RESTING] = (resting, resting)
            column.set_frames(frames)
        self._show_links()

    def _frame_current(
        self, frames: dict[Frame, tuple[Sentence, Sentence]], selected: list[Sentence]
    ) -> None:
        if len(selected) == 1:
            frames[Frame.CURRENT] = (selected[0], selected[0])
        elif selected:
            frames[Frame.SELECTED] = (selected[0], selected[-1])

    def _show_links(self) -> None:
        """Draw the links of the current sentence into the gaps, or show one beneath a lone column."""
        here = self._column()
        in_sight = self._in_sight()
        curves: dict[int, Curves] = {}
        if self._workbench is not None and here in in_sight and self._places.sentence is not None:
            scene = Scene(self._workbench.rows, in_sight, here, self._translator)
            curves = scene.curves(self._places.sentence, self._places.other_end())
        for number, gap in enumerate(self._gaps):
            drawn = curves.get(number, Curves())
            gap.set_curves(drawn.ribbons, drawn.stubs)
        self._show_beneath()

    def _show_beneath(self) -> None:
        column, sentence = self._column(), self._current()
        if self._workbench is None or column is None or sentence is None or self._beneath.isHidden():
            return
        rows = self._workbench.rows
        other = rows.get(Sentence, self._places.other_end() or "")
        found = counterpart(rows, column.verdicts.passages_of(sentence), other)
        self._beneath.show_counterpart(rows, found, self._workbench.words(found.span) if found else "")
