"""Quotations two articles share: linking them with one key."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import Article
from verifier.domain.comparing import Account, Likeness, Quotation, QuotationMatch
from verifier.domain.errors import VerifierError
from verifier.domain.kinds import Relation
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.control.comparing import Comparing
from verifier.ui.control.suggesting import Suggesting
from verifier.ui.desk import Desk
from verifier.ui.phrases import address
from verifier.ui.place import Place

RELATIONS = {
    Likeness.VERBATIM: Relation.SAME_QUOTATION,
    Likeness.TRIMMED: Relation.SAME_QUOTATION,
    Likeness.UNMARKED: Relation.SAME_QUOTATION,
    Likeness.ELIDED: Relation.ALTERED_QUOTATION,
    Likeness.EDITED: Relation.ALTERED_QUOTATION,
}
"""As what a match is linked. A fragment may stand in quite another setting: there the relation is asked for."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Words quoted in two articles, and the ids of the sentences they begin in."""

    match: QuotationMatch
    here: str
    there: str


class Quoting(QObject):
    """Links the quotation at hand: that of the row chosen in the table, else the one at the cursor."""

    link_asked = Signal()
    """The places at the two cursors are to be linked."""

    def __init__(
        self,
        comparing: Comparing,
        suggesting: Suggesting,
        desk: Desk,
        place: Place,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._comparing, self._suggesting = comparing, suggesting
        self._desk, self._place, self._translator = desk, place, translator
        self.chosen: Callable[[], Shared | None] = lambda: None
        """The match of the row of the table that has the keyboard."""

    def link(self) -> None:
        """Link the words in both articles as the same or an altered quotation; says so where there are none."""
        text = self._translator.gettext
        shared = self.chosen() or self._here()
        if shared is None:
            self._desk.say(text("No quotation here that another article was seen to have."), passing=True)
            return
        relation = RELATIONS.get(shared.match.likeness)
        if not all(map(self._is_as_compared, (shared.match.article_a, shared.match.article_b))):
            words = text("An article was changed since it was compared: the words may stand elsewhere now.")
            self._desk.say(words, passing=True)
            return
        if relation is None:
            self._ask(shared)
            return
        ends = (
            self._target(shared.match.article_a, shared.match.a),
            self._target(shared.match.article_b, shared.match.b),
        )
        if self._desk.do(lambda workbench: workbench.link(*ends, relation)):
            rows = self._desk.need.rows
            said = text("{here} and {there} are linked: {relation}.").format(
                here=address(rows, shared.here),
                there=address(rows, shared.there),
                relation=name_of("relation", relation, self._translator),
            )
            self._desk.say(said, self._desk.undo_offer(), passing=True)

    def _ask(self, shared: Shared) -> None:
        """Put the cursors on both sentences, and ask how they stand to each other."""
        near, far = shared.here, shared.there
        if self._place.sentence() == far:
            near, far = far, near
        self._place.go_to(near)
        if self._place.bring_other(far):
            self.link_asked.emit()

    def _here(self) -> Shared | None:
        """The match with an end in the sentence under the cursor, that with the other cursor's before others."""
        sentence, other = self._place.sentence(), self._place.other_end()
        if sentence is None or not self._suggesting.may_hint(sentence):
            return None
        found = [one for one in self._all() if sentence in (one.here, one.there)]
        return next((one for one in found if other in (one.here, one.there)), found[0] if found else None)

    def _all(self) -> list[Shared]:
        """All matches with their sentences."""
        accounts = {one.article_id: one for one in self._comparing.accounts}
        return [
            Shared(
                one,
                _piece_at(accounts[one.article_a], one.a.start),
                _piece_at(accounts[one.article_b], one.b.start),
            )
            for one in self._comparing.found.matches
        ]

    def _is_as_compared(self, article_id: str) -> bool:
        """Whether an article still has the text in which the quotations were found."""
        workbench, account = self._desk.need, self._comparing.account(article_id)
        article = workbench.rows.get(Article, article_id)
        return (
            account is not None and article is not None and account.text == workbench.text(article.version_id)
        )

    def _target(self, article_id: str, quotation: Quotation) -> str:
        """What names the words as an end of a link; their first sentence where they run on to a paragraph more."""
        workbench = self._desk.need
        version = workbench.rows.need(Article, article_id).version_id
        try:
            return workbench.passage(version, quotation.start, quotation.end)
        except VerifierError:
            account = self._comparing.account(article_id)
            return _piece_at(account, quotation.start) if account is not None else ""


def _piece_at(account: Account, point: int) -> str:
    place = bisect_right(account.pieces, point, key=lambda piece: piece.start) - 1
    return account.pieces[max(place, 0)].id
