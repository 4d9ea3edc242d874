"""Moving: where the sentence cursor goes next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from verifier.domain.articles import Article, Passage, Sentence
from verifier.domain.kinds import LABELS_NEEDING_BASIS
from verifier.domain.queries import basis_of, is_part, label_of, sentences_under
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
        """To the next mark, of a sentence or of a part of one, that needs a basis and has none; the part is selected.
        Says so where there is none.
        """
        rows, article, here = self._desk.need.rows, self._place.article(), self._here()
        if article is not None and here is not None:
            for passage in rows.passages(rows.need(Article, article).version_id)[::direction]:
                is_further = _order(passage) > here if direction > 0 else _order(passage) < here
                if is_further and self._lacks_basis(passage):
                    self._show(article, passage)
                    return
        self._desk.say(self._translator.gettext("No mark without a basis further on in this article."))

    def _here(self) -> tuple[int, int] | None:
        """Where the sentence, or the part of it that is selected, stands in the order of passages."""
        rows, subject, sentence = self._desk.need.rows, self._place.subject(), self._place.sentence()
        span = rows.get(Passage, subject or "") or rows.get(Sentence, sentence or "")
        return _order(span) if span is not None else None

    def _lacks_basis(self, passage: Passage) -> bool:
        rows = self._desk.need.rows
        mark = rows.mark_on(passage.id)
        return mark is not None and mark.label in LABELS_NEEDING_BASIS and not basis_of(rows, mark)

    def _show(self, article_id: str, passage: Passage) -> None:
        rows = self._desk.need.rows
        if is_part(rows, passage):
            self._place.go_to_span(article_id, passage.start, passage.end, select=True)
        else:
            self._place.go_to(sentences_under(rows, passage)[0].id)

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


def _order(span: Passage | Sentence) -> tuple[int, int]:
    """Where a span stands in reading order, the longer first where two begin together."""
    return span.start, -span.end
