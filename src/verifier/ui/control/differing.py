"""The two passages side by side at the cursors: which they are, how their words differ, and what of each they say."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from verifier.domain.articles import Passage, Sentence
from verifier.domain.comparing import Account, Comparison, FactRow, Span
from verifier.domain.judgements import Link
from verifier.domain.queries import article_of_version, sentences_under, trimmed
from verifier.domain.steps import Change
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.control.comparing import Comparing, State
from verifier.ui.control.suggesting import Suggesting
from verifier.ui.desk import Desk
from verifier.ui.phrases import address
from verifier.ui.place import Place

if TYPE_CHECKING:
    from verifier.compare.wording import WordChanges


@dataclass(frozen=True, slots=True)
class Side:
    """One of two passages: its address, the article, where its words begin in the text, and the words."""

    where: str
    article_id: str
    sentence_id: str
    start: int
    words: str

    @property
    def span(self) -> Span:
        """Where its words stand in the text of its article."""
        return self.start, self.start + len(self.words)

    def told(self, span: Span) -> str:
        """The words of a span of the article's text, on one line."""
        return " ".join(self.words[span[0] - self.start : span[1] - self.start].split())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, the nearer one first, and how they are tied, in words ("" where they are not)."""

    near: Side
    far: Side
    tie: str


class Differing(QObject):
    """Tells what the passages at the two cursors differ in; nothing where the user wants to judge first."""

    changed = Signal()
    """Another pair is at the cursors, or something else is known of it."""

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
        self._known: tuple[tuple[Side, Side] | None, Comparison, tuple[FactRow, ...]] = (
            None,
            comparing.found,
            (),
        )
        comparing.compared.connect(self._prepare)
        place.moved.connect(lambda _article, _sentence: self.changed.emit())
        place.other_changed.connect(self.changed)
        suggesting.changed.connect(self.changed)
        desk.opened.connect(self.changed)
        desk.changed.connect(self._follow)

    def _prepare(self) -> None:
        """Have what the strip needs of each article worked out aside: at the first pair it would hold up the window."""
        if self._comparing.state is State.DONE:
            Thread(target=_look_over, args=(self._comparing.accounts,), daemon=True).start()

    def _follow(self, change: Change) -> None:
        if change.sentences or change.articles or change.links:
            self.changed.emit()

    # -- which -----------------------------------------------------------------------------------------------------

    def pair(self, *, tied: bool = False) -> Pair | None:
        """The passages at the two cursors: what is linked there, else the two sentences; with ``tied`` only what is
        linked or suggested. None without a second one, or where nothing may be shown yet.
        """
        workbench, near_id = self._desk.workbench, self._place.sentence()
        near = workbench.rows.get(Sentence, near_id) if workbench is not None and near_id else None
        if workbench is None or near is None or self._suggesting.is_blind(near):
            return None
        far = workbench.rows.get(Sentence, self._place.other_end() or "")
        links = self._links(near)
        leading = [one for one in links if far is not None and far.id in one[3]]
        is_offered = far is not None and far.id in self._suggesting.suggested(near.id)
        if leading or (links and (far is None or (tied and not is_offered))):
            link, here, there, _ = (leading or links)[0]
            return Pair(
                self._side(here), self._side(there), name_of("relation", link.relation, self._translator)
            )
        if far is None or far.id == near.id or (tied and not is_offered):
            return None
        tie = self._translator.gettext("suggestion") if is_offered else ""
        return Pair(self._side(near), self._side(far), tie)

    def is_kept_back(self) -> bool:
        """Whether nothing is shown because the sentence has no label yet."""
        workbench, key = self._desk.workbench, self._place.sentence()
        near = workbench.rows.get(Sentence, key) if workbench is not None and key else None
        return near is not None and self._suggesting.is_blind(near)

    def _links(self, near: Sentence) -> list[tuple[Link, Passage, Passage, frozenset[str]]]:
        """The links on a sentence or a part of it with both ends, and the sentences the other one touches."""
        rows = self._desk.need.rows
        found = []
        for passage in rows.passages_over(near.version_id, near.start, near.end):
            for link in rows.links_on(passage.id):
                far = rows.need(Passage, link.b if link.a == passage.id else link.a)
                under = frozenset(one.id for one in sentences_under(rows, far))
                found.append((link, passage, far, under))
        return sorted(found, key=lambda one: not one[0].is_difference)

    def _side(self, span: Sentence | Passage) -> Side:
        workbench = self._desk.need
        text = workbench.text(span.version_id)
        start, end = trimmed(text, span.start, span.end)
        under = (span,) if isinstance(span, Sentence) else sentences_under(workbench.rows, span)
        article = article_of_version(workbench.rows, span.version_id)
        where = address(workbench.rows, span.id)
        return Side(where, article.id, under[0].id if under else "", start, text[start:end])

    # -- what ------------------------------------------------------------------------------------------------------

    def changes(self, pair: Pair) -> WordChanges:
        """How the words of the near passage became those of the far one, counted from the first of each."""
        from verifier.compare.wording import word_changes

        return word_changes(pair.near.words, pair.far.words)

    def facts(self, pair: Pair) -> tuple[FactRow, ...]:
        """What the two say of figures, dates, names and so on, with spans into the texts of their articles; nothing
        before the articles were compared as they are now.
        """
        accounts = [self._comparing.account(side.article_id) for side in (pair.near, pair.far)]
        near, far = accounts
        if (
            near is None
            or far is None
            or not (self._fits(near.text, pair.near) and self._fits(far.text, pair.far))
        ):
            return ()
        asked, found = (pair.near, pair.far), self._comparing.found
        if self._known[0] != asked or self._known[1] is not found:
            from verifier.compare.facts import fact_strip

            told = fact_strip(near, pair.near.span, far, pair.far.span, found=dict(found.quotations))
            self._known = asked, found, told
        return self._known[2]

    @staticmethod
    def _fits(text: str, side: Side) -> bool:
        return text[slice(*side.span)] == side.words

    def go_to(self, sentence_id: str) -> None:
        """Put the cursor on one of the two sentences."""
        self._place.go_to(sentence_id)


def _look_over(accounts: tuple[Account, ...]) -> None:
    """Work out the names of each article; they are kept."""
    import verifier.compare.facts  # noqa: F401 - it brings a good deal along
    from verifier.compare.names import names

    for account in accounts:
        names(account)
