"""Which stretches set aside are unfolded in one column; remembered by paragraph, so that no step mixes them up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import Paragraph, Sentence
from verifier.ui.reading.page import Fold, Page, folds_of
from verifier.ui.reading.scrolling import Spots


class Folds(QObject):
    """Opens and closes the folds of one column."""

    folded = Signal()
    """The text was laid out anew, so that frames must be set again."""

    def __init__(self, spots: Spots, rebuild: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._spots, self._rebuild = spots, rebuild
        self._open: set[str] = set()

    def show_page(self, page: Page) -> None:
        """Open and close the folds of another page from now on."""
        self._page = page

    def open_among(self, paragraphs: Sequence[Paragraph]) -> frozenset[int]:
        """The numbers of the folds of these paragraphs that are open."""
        return frozenset(number for number, fold in enumerate(folds_of(paragraphs)) if self._is_open(fold))

    def starts(self) -> tuple[int, ...]:
        """The code points at which the open folds begin."""
        return tuple(fold.paragraphs[0].start for fold in self._page.folds if self._is_open(fold))

    def open_at(self, starts: Collection[int]) -> None:
        """Have the folds that begin at these code points open, and no others."""
        if tuple(starts) != self.starts():
            folds = [fold for fold in self._page.folds if fold.paragraphs[0].start in starts]
            self._open = {row.id for fold in folds for row in fold.paragraphs}
            self._rebuild()

    def toggle(self, *numbers: int) -> None:
        """Unfold the paragraphs set aside in these folds, or fold them away again; the first stays where it is."""
        before = self._spots.fold_top(numbers[0])
        for number in numbers:
            self._turn(self._page.folds[number])
        self._rebuild()
        self._spots.by(self._spots.fold_top(numbers[0]) - before)
        self.folded.emit()

    def toggle_all(self) -> None:
        """Unfold everything that is set aside, or fold all of it away where all is open."""
        closed = [number for number, fold in enumerate(self._page.folds) if not self._is_open(fold)]
        if self._page.folds:
            self.toggle(*(closed or range(len(self._page.folds))))

    def reveal(self, sentence: Sentence) -> None:
        """Unfold a sentence that is folded away."""
        fold = self._page.fold_of(sentence)
        if fold is not None:
            self.toggle(fold)

    def _turn(self, fold: Fold) -> None:
        keys = {row.id for row in fold.paragraphs}
        if self._is_open(fold):
            self._open -= keys
        else:
            self._open |= keys

    def _is_open(self, fold: Fold) -> bool:
        return any(row.id in self._open for row in fold.paragraphs)
