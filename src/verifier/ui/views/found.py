"""What the tables of what comparing found have in common: they follow the comparison, and keep hints back."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Collection

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from verifier.domain.articles import Sentence
from verifier.domain.comparing import Comparison, Span
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.control.comparing import Comparing, State
from verifier.ui.control.suggesting import Suggesting
from verifier.ui.desk import Desk
from verifier.ui.phrases import article_name
from verifier.ui.place import Place
from verifier.ui.views.filtered import FilteredView


class FoundView(FilteredView):
    """A table of what comparing found. Where the user judges first, what would hint at a sentence without a label is
    not in it.
    """

    def __init__(
        self,
        comparing: Comparing,
        suggesting: Suggesting,
        desk: Desk,
        place: Place,
        actions: ActionSet,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._comparing, self._suggesting = comparing, suggesting
        self._starts: dict[str, list[int]] = {}
        super().__init__(desk, place, actions, translator, parent)
        suggesting.changed.connect(self._look_again)

    @property
    def found(self) -> Comparison:
        """What comparing found."""
        return self._comparing.found

    def _look_again(self) -> None:
        """Something else is known, or something else may be shown."""
        self._all, self._starts = None, {}
        if self.isVisible():
            self.refresh()

    def touched(self, change: Change) -> Collection[str] | None:
        """Where hints wait for labels, a label lets rows come; the words themselves change with the comparison."""
        shows_others = change.articles or change.links or change.absences or change.rejections
        return None if shows_others or (change.sentences and self._suggesting.is_blind_first) else ()

    def nothing(self) -> str:
        """Why there are no rows."""
        text = self._translator.gettext
        match self._comparing.state:
            case State.RUNNING:
                return text("Comparing the articles…")
            case State.TOO_FEW:
                return text("Add a second article: what stands in both is listed here.")
            case State.STOPPED | State.FAILED:
                return text("The articles were not compared: the inspector says why, and compares them now.")
        if self._suggesting.is_blind_first:
            return text("Nothing to show yet: hints wait until a sentence has a label.")
        return self.nothing_found()

    @abstractmethod
    def nothing_found(self) -> str:
        """What is said where there is nothing of the kind in the articles."""

    # -- places ----------------------------------------------------------------------------------------------------

    def sentence_at(self, article_id: str, point: int) -> str:
        """The id of the sentence of an article that a code point is in, as it was compared; "" where there is none."""
        account = self._comparing.account(article_id)
        if account is None or not account.pieces:
            return ""
        if article_id not in self._starts:
            self._starts[article_id] = [piece.start for piece in account.pieces]
        place = bisect_right(self._starts[article_id], point) - 1
        return account.pieces[max(place, 0)].id

    def is_shown(self, sentence_id: str) -> bool:
        """Whether a sentence is there still and something may be said of it."""
        sentence = self._desk.need.rows.get(Sentence, sentence_id)
        return sentence is not None and not sentence.retired and not self._suggesting.is_blind(sentence)

    def told(self, article_id: str, span: Span) -> str:
        """The words of a span of an article, on one line."""
        account = self._comparing.account(article_id)
        return " ".join(account.text[slice(*span)].split()) if account is not None else ""

    def articles(self) -> list[tuple[str, str]]:
        """The articles to choose from: id, letter and name."""
        if self._desk.workbench is None:
            return []
        rows = self._desk.workbench.rows
        return [(one.id, f"{one.letter}  {article_name(rows, one)}") for one in rows.articles()]

    def letter(self, article_id: str) -> str:
        """The letter of an article."""
        account = self._comparing.account(article_id)
        return account.letter if account is not None else ""

    @abstractmethod
    def go_to_entry(self, entry: object, *, focus: bool) -> None:
        """Show the place of an entry."""

    def _show(self, index: QModelIndex) -> None:
        entry = self._entry_at(index)
        if entry is not None:
            self.go_to_entry(entry, focus=False)

    def _go(self, index: QModelIndex) -> None:
        entry = self._entry_at(index)
        if entry is not None:
            self.go_to_entry(entry, focus=True)

    def _entry_at(self, index: QModelIndex) -> object | None:
        return self.model.entries[self.sorted.mapToSource(index).row()] if index.isValid() else None

    def current(self) -> object | None:
        """The entry of the row that has the keyboard, or None."""
        return self._entry_at(self.table.currentIndex()) if self.table.hasFocus() else None
