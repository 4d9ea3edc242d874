"""Finding: what is looked for, what was found, and which of it one is at. The text is evidence: nothing replaces it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import Passage, Sentence
from verifier.domain.errors import VerifierError
from verifier.domain.queries import article_of_version
from verifier.domain.steps import Change
from verifier.domain.versions import is_current
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.session.finding import MOST_HITS, Hit, Query, Scope, hits_by_article
from verifier.ui.control.searching import Searching
from verifier.ui.control.sight import Sight
from verifier.ui.desk import Desk
from verifier.ui.place import Place
from verifier.ui.work import Work

if TYPE_CHECKING:
    from verifier.ui.reading.columns import Columns

_REMEMBERED = 30
"""How many searches of this session are kept."""
_LONGEST_SELECTION = 200
"""Code points; a longer selection is hardly what somebody wants to find again."""

Spot = tuple[int, int]
"""A place in the order of reading: the number of the article, and a code point of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is shown of a search: its hits, the number of the current one (-1 for none), whether there are more than
    are listed, whether it is still going on, and what is to be told of it.
    """

    hits: tuple[Hit, ...] = ()
    current: int = -1
    more: bool = False
    searching: bool = False
    message: str = ""

    @property
    def hit(self) -> Hit | None:
        """The current hit."""
        return self.hits[self.current] if 0 <= self.current < len(self.hits) else None


class Finding(QObject):
    """Looks words up as they are typed, and goes from hit to hit."""

    asked = Signal(str, bool)
    """The bar is to be shown, with these words ("" keeps those it has), and whether it takes the keyboard."""
    shown = Signal(object)
    """What was found, or that it is being looked for: ``Found``."""
    closed = Signal()
    """Nothing is looked for any more."""
    filter_asked = Signal()
    """The filters of the view in sight are to be given the keyboard."""

    def __init__(
        self, desk: Desk, place: Place, work: Work, sight: Sight, translator: Translator,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk, self._place, self._sight, self._translator = desk, place, sight, translator
        self._columns: Columns | None = None
        self.query = Query("", Scope.ARTICLE)
        self.found = Found()
        self.history: list[str] = []
        self.is_open = False
        self._spans: Mapping[str, Sequence[tuple[int, int]]] = {}
        self._origin: Spot = (0, 0)
        self._towards = 1
        self._kept: Hit | None = None
        self._moves = False
        self._searching = Searching(desk, work, self)
        self._searching.settled.connect(self._settle)
        self._searching.refused.connect(self._refuse)
        desk.opened.connect(self._forget)
        desk.changed.connect(self._follow)
        place.moved.connect(self._keep_to_article)

    def attach(self, columns: Columns) -> None:
        """Show hits in these columns from now on."""
        self._columns = columns

    # -- what the actions call -------------------------------------------------------------------------------------

    def ask(self, scope: Scope) -> None:
        """Let the user say what to find; words that are selected in the text begin the search."""
        words = self._selected_words() or self.query.words
        self.is_open, self._kept, self._origin, self._towards = True, None, self._here(), 1
        self.query = replace(self.query, words=words, scope=scope, article_id=self._place.article() or "")
        self.asked.emit(words, True)
        self._begin(moves=True)

    def go_next(self, direction: int) -> None:
        """To the next (1) or previous (-1) hit, round and round; without anything to find, asks for it."""
        if not self.query.words:
            self.ask(self.query.scope)
        elif not self.is_open:
            self._go_on_finding(direction)
        elif self.found.searching:
            self._searching.look_now()
        elif self.found.hits:
            self._remember()
            hit = self.found.hit
            # typing alone does not go to a note: the first Enter goes to the one that is chosen, not past it
            is_passed = hit is None or hit.where == "text" or hit == self._kept
            self.go_to((self.found.current + (direction if is_passed else 0)) % len(self.found.hits))

    def _go_on_finding(self, direction: int) -> None:
        """Find what was found last once more, on from where one is; the keyboard stays in the text."""
        spot, last = self._here(), self._kept
        if last is not None and last.owner_id == self._place.sentence():
            spot = (spot[0], last.start + (direction > 0))
        self.is_open, self._kept, self._origin, self._towards = True, None, spot, direction
        self.query = replace(self.query, article_id=self._place.article() or "")
        self.asked.emit(self.query.words, False)
        self._begin(moves=True)
        self._searching.look_now()

    def ask_filter(self) -> None:
        """Give the filters of the view in sight the keyboard; the Sentences are shown where there is none."""
        self.filter_asked.emit()

    # -- what the bar calls ----------------------------------------------------------------------------------------

    def look_for(self, words: str) -> None:
        """Find these words as soon as nothing is typed for a moment."""
        if words != self.query.words:
            self.query = replace(self.query, words=words)
            self._kept, self._towards = None, 1
            self._begin(moves=True)

    def choose(self, **how: Any) -> None:
        """Look somewhere else, or otherwise: fields of a ``Query``."""
        if how.get("scope") is Scope.ARTICLE:
            how["article_id"] = self._place.article() or ""
        self.query = replace(self.query, **how)
        self._begin(moves=True)

    def go_to(self, number: int, *, into: bool = False) -> None:
        """To a hit by its number; ``into`` gives the text, or the view it is shown in, the keyboard."""
        self._show(replace(self.found, current=number))
        hit = self.found.hit
        if hit is not None:
            self._kept = hit
            if hit.where == "text":
                self._origin = self._here(hit)
            self._visit(hit, focus=into or self._place.text_has_focus(), into=into)

    def close(self) -> None:
        """Find no more; the keyboard goes back to the text, where the current hit is if nobody has moved on."""
        self._remember()
        hit = self._kept = self.found.hit
        self._end()
        if hit is not None and hit.where == "text" and hit.owner_id == self._place.sentence():
            self._visit(hit, focus=True, into=False)
        else:
            self._place.focus_text()

    def _end(self) -> None:
        self._searching.stop()
        self.is_open = False
        self._show(Found())
        self.closed.emit()

    # -- what comes of it ------------------------------------------------------------------------------------------

    def _begin(self, *, moves: bool) -> None:
        """Look anew in a moment; ``moves`` takes the cursor to what is found. Until then the former hits are shown."""
        self._moves = moves
        if not self.query.words:
            self._searching.stop()
            self._show(Found())
            return
        self._show(replace(self.found, searching=True, message=""))
        self._searching.begin(self.query)

    def _settle(self, hits: tuple[Hit, ...]) -> None:
        """Show what was found; the hit one was at stays the current one, else it is the first from there on."""
        listed = hits[:MOST_HITS]
        self._show(Found(listed, self._number(listed), len(hits) > MOST_HITS))
        hit = self.found.hit
        if hit is not None and self._moves and hit.where == "text":
            self._kept = hit
            self._visit(hit, focus=self._place.text_has_focus(), into=False)

    def _refuse(self, error: VerifierError) -> None:
        self._show(Found(message=word(error.code, error.where, error.values, self._translator)))

    def _number(self, hits: tuple[Hit, ...]) -> int:
        """The number of the hit to begin with."""
        if not hits:
            return -1
        if hits[0].where != "text":
            return hits.index(self._kept) if self._kept is not None and self._kept in hits else 0
        order = self._order()

        def spot(hit: Hit) -> Spot:
            return order.get(hit.version_id, -1), hit.start

        origin = self._origin if self._kept is None else spot(self._kept)
        number = bisect_left(hits, origin, key=spot)
        return (number if self._towards > 0 else number - 1) % len(hits)

    def _show(self, found: Found) -> None:
        before, self.found = self.found, found
        anew = found.hits is not before.hits
        if anew:
            self._spans = hits_by_article(self._desk.need.rows, found.hits) if found.hits else {}
        if self._columns is not None and (anew or found.current != before.current):
            self._columns.show_hits(self._spans, self._current_span())
        self.shown.emit(found)

    def _current_span(self) -> tuple[str, int, int] | None:
        hit = self.found.hit
        if hit is None or hit.where != "text":
            return None
        return article_of_version(self._desk.need.rows, hit.version_id).id, hit.start, hit.end

    def _visit(self, hit: Hit, *, focus: bool, into: bool) -> None:
        """Bring the place of a hit into sight."""
        rows = self._desk.need.rows
        if hit.where == "text":
            article = article_of_version(rows, hit.version_id)
            self._place.go_to_span(article.id, hit.start, hit.end, focus=focus)
            return
        passage = rows.get(Passage, hit.place)
        if passage is not None and is_current(rows, passage.version_id):
            article = article_of_version(rows, passage.version_id)
            self._place.go_to_span(article.id, passage.start, passage.end, focus=focus)
        elif into:
            self._sight.show_view("open-items" if passage is not None else "case")

    def _remember(self) -> None:
        """Keep what was looked for, the latest last."""
        words = self.query.words
        if words:
            self.history = [*(one for one in self.history if one != words), words][-_REMEMBERED:]

    # -- where the user is -----------------------------------------------------------------------------------------

    def _here(self, hit: Hit | None = None) -> Spot:
        """The spot of a hit in a text, or else of the sentence under the cursor."""
        sentence = self._desk.need.rows.get(Sentence, self._place.sentence() or "")
        if hit is not None:
            return self._order().get(hit.version_id, -1), hit.start
        return (0, 0) if sentence is None else (self._order().get(sentence.version_id, -1), sentence.start)

    def _order(self) -> dict[str, int]:
        """The number of each article by its version."""
        return {article.version_id: number for number, article in enumerate(self._desk.need.rows.articles())}

    def _selected_words(self) -> str:
        """The words selected in the column in use, where they are few and in one paragraph."""
        columns = self._columns.columns() if self._columns is not None else []
        here = next((column for column in columns if column.article.id == self._place.article()), None)
        spans = here.selection.spans() if here is not None else []
        if here is None or len(spans) != 1 or spans[0][1] - spans[0][0] > _LONGEST_SELECTION:
            return ""
        start, end = spans[0]
        return self._desk.need.text(here.article.version_id)[start:end]

    def _keep_to_article(self, article_id: str, _sentence_id: str) -> None:
        """Whoever looks in this article looks in the one where the cursor is."""
        if self.is_open and self.query.scope is Scope.ARTICLE and article_id != self.query.article_id:
            self.query = replace(self.query, article_id=article_id)
            self._kept, self._origin = None, self._here()
            self._begin(moves=False)

    def _follow(self, change: Change) -> None:
        """Look anew where a step touched what is looked through; hits in what is gone are gone at once."""
        if self.is_open and (change.articles or self.query.scope is Scope.NOTES):
            self._show(Found(searching=bool(self.query.words)))
            self._begin(moves=False)

    def _forget(self) -> None:
        """Another case is open, or none."""
        self._searching.forget()
        self._kept = None
        if self.is_open:
            self._end()
