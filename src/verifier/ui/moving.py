"""Moving: where the sentence cursor goes next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from verifier.domain.articles import Sentence
from verifier.domain.kinds import LABELS_NEEDING_BASIS
from verifier.domain.queries import basis_of, label_of, mark_of
from verifier.i18n import Translator
from verifier.ui.desk import Desk
from verifier.ui.place import Place


class Moving(QObject):
    """Steps the cursor through sentences, columns and articles."""

    def __init__(
        self, desk: Desk, place: Place, translator: Translator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._translator = translator

    def step(self, direction: int, *, select: bool = False) -> None:
        """To the next (1) or previous (-1) sentence, taking it into the selection if wished."""
        self._place.step(direction, select=select)

    def step_column(self, direction: int) -> None:
        """To the column on the right (1) or left (-1), at the sentence last visited there."""
        self._place.step_column(direction)

    def step_unchecked(self, direction: int) -> None:
        """To the next or previous sentence nobody has checked; says so where there is none."""
        rows = self._desk.need.rows
        if not self._place.step(direction, where=lambda sentence: label_of(rows, sentence) is None):
            self._desk.say(self._translator.gettext("No unchecked sentence further on in this article."))

    def step_without_basis(self, direction: int) -> None:
        """To the next mark that needs a basis and has none; says so where there is none."""
        if not self._place.step(direction, where=self._lacks_basis):
            self._desk.say(self._translator.gettext("No mark without a basis further on in this article."))

    def _lacks_basis(self, sentence: Sentence) -> bool:
        rows = self._desk.need.rows
        mark = mark_of(rows, sentence)
        return mark is not None and mark.label in LABELS_NEEDING_BASIS and not basis_of(rows, mark)

    def step_part(self) -> None:
        """To the next part of the sentence something was said of; says so where there is none."""
        if not self._place.step_part():
            self._desk.say(
                self._translator.gettext("No part of this sentence is marked, linked or borne out.")
            )

    def show_article(self, number: int) -> None:
        """Show the article with this number, from 1, in the order of the letters."""
        articles = self._desk.need.rows.articles()
        if number <= len(articles):
            self._place.show_article(articles[number - 1].id)
        else:
            message = self._translator.gettext("There is no article {number} in this case.")
            self._desk.say(message.format(number=number))
