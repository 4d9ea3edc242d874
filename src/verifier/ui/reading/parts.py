"""The parts of a sentence something was said of: walked by key, chosen by mouse, spoken when they are selected."""

from __future__ import annotations

from verifier.domain.articles import Passage, Sentence
from verifier.i18n import Translator
from verifier.ui.reading.announcing import announce
from verifier.ui.reading.column import Column
from verifier.ui.reading.cursor import Cursor
from verifier.ui.reading.phrases import describe_part


class Parts:
    """Selects the parts of the current sentence, so that what is said next is said of them."""

    def __init__(self, cursor: Cursor, translator: Translator) -> None:
        self._cursor, self._translator = cursor, translator

    def step(self) -> bool:
        """Select the next part of the current sentence, after the last one nothing; False where there is none."""
        column, sentence = self._cursor.column(), self._cursor.sentence()
        parts = column.verdicts.parts_of(sentence) if column is not None and sentence is not None else []
        if column is None or sentence is None or not parts:
            return False
        spans = [column.span(part) for part in parts]
        selected = column.selection.spans()
        place = spans.index(selected[0]) + 1 if len(selected) == 1 and selected[0] in spans else 0
        if place == len(spans):
            column.set_caret(sentence)
        else:
            column.selection.select(*spans[place])
            column.spots.show(*spans[place])
        self.take_selection()
        return True

    def press(self, article_id: str, point: int) -> None:
        """Select the part a click was on, where its sentence was current before: the first click is the sentence's."""
        column, sentence = self._cursor.column(), self._cursor.sentence()
        if column is None or sentence is None or column.article.id != article_id:
            return
        smallest = self._smallest(column, sentence, point)
        if smallest is not None and not self._cursor.take_fresh():
            column.selection.select(*column.span(smallest))
            self.take_selection()

    def _smallest(self, column: Column, sentence: Sentence, point: int) -> Passage | None:
        under = [part for part in column.verdicts.parts_of(sentence) if part.start <= point < part.end]
        return min(under, key=lambda part: part.end - part.start, default=None)

    def take_selection(self) -> None:
        """Tell everybody where other words are selected now; a part something was said of is spoken."""
        column = self._cursor.column()
        if column is None or not self._cursor.tell_if_other():
            return
        spans = column.selection.spans()
        part = column.part_with(*spans[0]) if len(spans) == 1 else None
        if part is not None:
            said = describe_part(column.verdicts.label_on(part), self._translator)
            announce(column.view, f"{said}. {column.words(part)}")
