"""The sentence cursor: which sentence is current, how it walks, and what a label or a link applies to there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import Sentence
from verifier.domain.queries import article_of_version
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.session.workbench import Workbench
from verifier.ui.reading.announcing import announce
from verifier.ui.reading.column import Column
from verifier.ui.reading.following import Stood, cursors_before, follow
from verifier.ui.reading.phrases import describe
from verifier.ui.reading.places import Places
from verifier.ui.reading.shelf import Shelf
from verifier.ui.reading.showing import Showing


class Cursor(QObject):
    """Walks the sentences of the columns on a shelf. Every column keeps its own place; one is in use."""

    moved = Signal(str, str)
    """Article id, sentence id: the cursor moved, or another column is in use."""
    other_moved = Signal()
    """Another sentence is the other end, though the cursor is where it was."""

    def __init__(self, shelf: Shelf, places: Places, showing: Showing, translator: Translator) -> None:
        super().__init__(shelf)
        self._shelf, self._places, self._showing, self._translator = shelf, places, showing, translator
        self._workbench: Workbench | None = None
        self._told: list[str] = []
        self._fresh = False

    def set_workbench(self, workbench: Workbench | None) -> None:
        """Walk in another case from now on."""
        self._workbench = workbench
        self._places.clear()

    # -- where it is -----------------------------------------------------------------------------------------------

    def column(self) -> Column | None:
        """The column in use."""
        return self._shelf.columns.get(self._places.article or "")

    def sentence(self) -> Sentence | None:
        """The current sentence."""
        column = self.column()
        return column.page.sentence(self._places.sentence or "") if column else None

    def targets(self) -> list[str]:
        """What a label applies to: selected words, else selected sentences, else the current sentence."""
        column = self.column()
        if column is None or self._workbench is None:
            return []
        spans = column.selection.spans()
        if spans:
            return [self._target(column, start, end) for start, end in spans]
        return [sentence.id for sentence in self._showing.selected(column)]

    def _target(self, column: Column, start: int, end: int) -> str:
        """What names a span: the part with the same words, where there is one, else what the case says."""
        assert self._workbench is not None
        known = column.part_with(start, end)
        return known.id if known else self._workbench.passage(column.article.version_id, start, end)

    # -- walking ---------------------------------------------------------------------------------------------------

    def show_article(self, article_id: str) -> None:
        """Show an article's column, opening it where it is closed, and put the focus into it."""
        column = self._shelf.open(article_id)
        if column is not None:
            self.use(article_id, into_sight=True)
            column.view.setFocus()

    def go_to(self, sentence_id: str, *, focus: bool = True) -> None:
        """Make a sentence current and scroll to it; its column is opened and its fold unfolded where needed."""
        column = self._column_with(sentence_id)
        sentence = column.page.sentence(sentence_id) if column else None
        if column is not None and sentence is not None:
            self._go(column, sentence, sentence.start, sentence.end, focus=focus)

    def go_to_span(
        self, article_id: str, start: int, end: int, *, select: bool = False, focus: bool = True
    ) -> bool:
        """Scroll to a span of code points, its sentence becoming current; ``select`` selects its words too. Returns
        whether there is such a place.
        """
        column = self._shelf.open(article_id)
        sentence = column.page.sentence_at(start) if column else None
        if column is None or sentence is None or not 0 <= start < end <= column.page.end:
            return False
        self._go(column, sentence, start, end, focus=focus)
        if select:
            column.selection.select(start, end)
            self._tell(column, sentence)
        return True

    def step(
        self, direction: int, *, where: Callable[[Sentence], bool] | None = None, select: bool = False
    ) -> bool:
        """Go to the next (1) or previous (-1) sentence of the account for which ``where`` holds.

        ``select`` extends the selection to it. Returns whether there was one.
        """
        column = self.column()
        if column is None or self._places.sentence is None:
            return False
        for sentence in column.page.account_from(self._places.sentence, direction):
            if where is None or where(sentence):
                self._visit(column, sentence, select=select, shown=(sentence.start, sentence.end))
                return True
        return False

    def step_column(self, direction: int) -> bool:
        """Go to the column to the right (1) or left (-1), at the sentence last used there."""
        keys = list(self._shelf.columns)
        place = keys.index(self._places.article) + direction if self._places.article in keys else 0
        if not 0 <= place < len(keys):
            return False
        self.show_article(keys[place])
        return True

    def use(self, article_id: str, *, into_sight: bool = False) -> None:
        """Make a column the one in use, at the sentence last used there, else at its first; ``into_sight`` scrolls to
        it where the text was scrolled away from it.
        """
        column = self._shelf.columns[article_id]
        known = column.page.sentence(self._places.cursors.get(article_id, ""))
        sentence = known or next(iter(column.page.account or column.page.sentences), None)
        in_use = self._places.article == article_id and known is not None
        if sentence is not None and (into_sight or not in_use):
            keep = in_use and self._places.anchor is not None
            self._visit(column, sentence, select=keep, caret=not in_use, into_sight=into_sight)
        elif sentence is None:
            self._places.article = article_id
            self._shelf.arrange()

    def bring_other(self, sentence_id: str) -> bool:
        """Put the cursor of another column on a sentence, which makes it the other end, and bring it into sight; the
        column in use stays so. The sentence is spoken. Returns whether there is such a place.
        """
        column, here = self._column_with(sentence_id), self.column()
        sentence = column.page.sentence(sentence_id) if column else None
        if column is None or sentence is None or here is None or column is here:
            return False
        column.folds.reveal(sentence)
        self._places.bring(column.article.id, sentence.id)
        column.set_caret(sentence)
        if column not in self._shelf.in_sight():
            self._shelf.arrange()
        column.spots.show(sentence.start, sentence.end)
        self._showing.show_places()
        self.other_moved.emit()
        announce(here.view, f"{self._described(column, sentence)}. {column.words(sentence)}")
        return True

    def press(self, article_id: str, sentence_id: str) -> None:
        """Go to the sentence the user put mouse or caret on, where they are."""
        column = self._shelf.columns[article_id]
        sentence = column.page.sentence(sentence_id)
        if sentence is not None:
            self._fresh = self._visit(column, sentence, caret=False)

    def _go(self, column: Column, sentence: Sentence, start: int, end: int, *, focus: bool) -> None:
        column.folds.reveal(sentence)
        self._visit(column, sentence, shown=(start, end))
        if focus:
            column.view.setFocus()

    def _visit(
        self, column: Column, sentence: Sentence, *, select: bool = False, caret: bool = True,
        shown: tuple[int, int] | None = None, into_sight: bool = False,
    ) -> bool:  # fmt: skip
        """Put the cursor on a sentence, bring the span to be shown into sight, and tell everybody; ``into_sight`` shows
        the sentence only where it is out of it. Returns whether the cursor moved.
        """
        article_id = column.article.id
        moved = self._places.visit(article_id, sentence.id, select=select)
        if caret:
            column.set_caret(sentence)
        if column not in self._shelf.in_sight():
            self._shelf.arrange()
        if into_sight and not column.spots.has_in_sight(sentence.start):
            shown = sentence.start, sentence.end
        if shown is not None:
            column.spots.show(*shown)
        self._showing.show_places()
        if moved:
            self._tell(column, sentence)
            self.announce()
        return moved

    def _tell(self, column: Column, sentence: Sentence) -> None:
        self._told = self.targets()
        self.moved.emit(column.article.id, sentence.id)

    def tell_if_other(self) -> bool:
        """Tell everybody, if a label would apply to something else than when they were last told; returns whether."""
        column, sentence = self.column(), self.sentence()
        if column is None or sentence is None or self.targets() == self._told:
            return False
        self._tell(column, sentence)
        return True

    def take_fresh(self) -> bool:
        """Whether the last press brought the cursor where it is; asked once."""
        fresh, self._fresh = self._fresh, False
        return fresh

    def _column_with(self, sentence_id: str) -> Column | None:
        """The column that shows a sentence, opened where it is closed."""
        sentence = self._workbench.rows.get(Sentence, sentence_id) if self._workbench else None
        if self._workbench is None or sentence is None:
            return None
        return self._shelf.open(article_of_version(self._workbench.rows, sentence.version_id).id)

    # -- through steps ---------------------------------------------------------------------------------------------

    def before(self, change: Change) -> Stood:
        """Where the cursors stand that a step may take the sentence from; to be asked before the columns show it."""
        return cursors_before(change, self._places, self._shelf.columns)

    def after(self, change: Change, stood: Stood, here: str | None) -> None:
        """Stay on what there is after a step; ``here`` is the sentence that was current. A new label is spoken."""
        if self._workbench is not None:
            follow(stood, self._places, self._shelf.columns, self._workbench.rows)
        column, sentence = self.column(), self.sentence()
        if column is None or sentence is None:
            return
        if sentence.id != here:
            self._showing.show_places()
            column.set_caret(sentence)
            column.scroll_to(sentence)
            self._tell(column, sentence)
            self.announce()
        elif sentence.id in change.sentences:
            announce(column.view, self._described(column, sentence))

    # -- speaking --------------------------------------------------------------------------------------------------

    def announce(self) -> None:
        """Have the current sentence spoken: address, label, links, then its words."""
        column, sentence = self.column(), self.sentence()
        if column is not None and sentence is not None:
            announce(column.view, f"{self._described(column, sentence)}. {column.words(sentence)}")

    def _described(self, column: Column, sentence: Sentence) -> str:
        said = describe(column.article.letter, sentence, column.verdicts.of(sentence), self._translator)
        count = len(self._showing.suggested(sentence.id))
        if not count:
            return said
        hints = self._translator.ngettext("{number} suggestion", "{number} suggestions", count)
        return f"{said}, {hints.format(number=count)}"
