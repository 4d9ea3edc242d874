"""Quotations: every quotation of every article, who speaks, and how the same words stand in the other articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from verifier.domain.comparing import Likeness, Quotation, QuotationMatch, Span
from verifier.i18n import Translator
from verifier.ui.action_set import ActionSet
from verifier.ui.control.comparing import Comparing
from verifier.ui.control.quoting import Quoting, Shared
from verifier.ui.control.suggesting import Suggesting
from verifier.ui.desk import Desk
from verifier.ui.phrases import address, isolated, shortened
from verifier.ui.place import Place
from verifier.ui.views.filters import Choice
from verifier.ui.views.found import FoundView
from verifier.ui.views.headings import Heading


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


LIKENESSES = {
    Likeness.VERBATIM: _("the same"),
    Likeness.TRIMMED: _("shortened at an end"),
    Likeness.ELIDED: _("words left out"),
    Likeness.EDITED: _("edited"),
    Likeness.UNMARKED: _("without marks"),
    Likeness.FRAGMENT: _("a fragment"),
}
"""How the same words are quoted, in words."""

_WORDS = 240
_ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Row:
    """A quotation as one article has it, and, where another has the same words, that match; ``here`` and ``there`` are
    the ids of the sentences they begin in. ``span`` is that of the words between the marks.
    """

    article_id: str
    quotation: Quotation
    here: str
    there: str = ""
    match: QuotationMatch | None = None

    @property
    def span(self) -> Span:
        """The words between the marks, in code points."""
        return self.quotation.start, self.quotation.end

    @property
    def key(self) -> str:
        """Names the row."""
        return f"{self.article_id}:{self.quotation.start}:{self.there}:{self.match.b.start if self.match else ''}"


class Quotations(FoundView):
    """One row a quotation and other article that has its words; one row for those no other has."""

    def __init__(
        self,
        quoting: Quoting,
        comparing: Comparing,
        suggesting: Suggesting,
        desk: Desk,
        place: Place,
        actions: ActionSet,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(comparing, suggesting, desk, place, actions, translator, parent)
        quoting.chosen = self.chosen

    def headings(self) -> Sequence[Heading]:
        """Place, words, speaker, the other place, how alike, what differs."""
        text = self._translator.gettext
        return (
            Heading(text("No."), lambda row: address(self._desk.need.rows, row.here)),
            Heading(
                text("Words"), lambda row: shortened(self.told(row.article_id, row.span), _WORDS), wide=True
            ),
            Heading(text("Speaker"), self._speaker),
            Heading(text("Also in"), lambda row: address(self._desk.need.rows, row.there)),
            Heading(text("How alike"), self._likeness),
            Heading(text("Differs"), self._differs, spare=True),
        )

    def choices(self) -> Sequence[Choice]:
        """Article, how alike, whether the speaker is sure."""
        text = self._translator.gettext
        return (
            Choice("article", text("Article"), self.articles, self._articles_of),
            Choice("likeness", text("How alike"), self._likenesses, lambda row: (self._likeness_key(row),)),
            Choice(
                "speaker",
                text("Speaker"),
                lambda: [("sure", text("named")), ("unsure", text("not sure"))],
                lambda row: ("sure" if row.quotation.speaker else "unsure",),
            ),
        )

    def all_entries(self) -> Sequence[Row]:
        """Every quotation that may be shown, in reading order."""
        rows = [row for row in self._rows() if self.is_shown(row.here)]
        self._by_key = {row.key: row for row in rows}
        return rows

    def _rows(self) -> Iterator[Row]:
        matches: dict[tuple[str, int], list[QuotationMatch]] = defaultdict(list)
        told: set[tuple[str, int]] = set()
        for match in self.found.matches:
            matches[match.article_a, match.a.start].append(match)
            told.add((match.article_b, match.b.start))
        known = dict(self.found.quotations)
        for account in self._comparing.accounts:
            quotations = {one.start: one for one in known.get(account.article_id, ())}
            unmarked = (
                one.a for found in matches.values() for one in found if one.article_a == account.article_id
            )
            quotations.update({one.start: one for one in unmarked if one.start not in quotations})
            for start, one in sorted(quotations.items()):
                here = self.sentence_at(account.article_id, start)
                found = matches.get((account.article_id, start), [])
                for match in found:
                    there = self.sentence_at(match.article_b, match.b.start)
                    yield Row(account.article_id, match.a, here, there, match)
                if not found and (account.article_id, start) not in told:
                    yield Row(account.article_id, one, here)

    def entry_of(self, key: str) -> Row | None:
        """The row of this key."""
        return self._by_key.get(key)

    def key_of(self, entry: Row) -> str:
        """Its key."""
        return entry.key

    def written(self, entry: Row) -> str:
        """Its words, and those of the other article, the speaker and the addresses."""
        rows, match = self._desk.need.rows, entry.match
        other = self.told(match.article_b, (match.b.start, match.b.end)) if match else ""
        where = f"{address(rows, entry.here)} {address(rows, entry.there)}"
        return f"{where} {self.told(entry.article_id, entry.span)} {other} {entry.quotation.speaker}"

    def sentence_of(self, entry: Row) -> str | None:
        """The sentence it begins in."""
        return entry.here or None

    def nothing_found(self) -> str:
        """No article quotes anybody."""
        return self._translator.gettext("No article quotes anybody.")

    def go_to_entry(self, entry: object, *, focus: bool) -> None:
        """Select the words, and bring the other cursor to the same words."""
        assert isinstance(entry, Row)
        self._place.go_to_span(entry.article_id, *entry.span, focus=focus)
        if entry.there:
            self._place.bring_other(entry.there)

    def chosen(self) -> Shared | None:
        """The match of the row that has the keyboard, or None."""
        row = self.current()
        if not isinstance(row, Row) or row.match is None:
            return None
        return Shared(row.match, row.here, row.there)

    # -- cells and choices -----------------------------------------------------------------------------------------

    def _speaker(self, row: Row) -> str:
        return row.quotation.speaker or self._translator.gettext("speaker not sure")

    def _likeness(self, row: Row) -> str:
        text = self._translator.gettext
        return text(LIKENESSES[row.match.likeness]) if row.match else text("in no other")

    def _likeness_key(self, row: Row) -> str:
        return row.match.likeness if row.match else _ALONE

    def _likenesses(self) -> list[tuple[str, str]]:
        text = self._translator.gettext
        return [*((str(one), text(said)) for one, said in LIKENESSES.items()), (_ALONE, text("in no other"))]

    def _articles_of(self, row: Row) -> list[str]:
        return [row.article_id, *([row.match.article_b] if row.match else [])]

    def _differs(self, row: Row) -> str:
        """The words that differ: "unsafe ↔ not safe"; of a fragment nothing, the other has but more words around it."""
        if row.match is None or not (row.match.differing_a or row.match.differing_b):
            return ""
        if row.match.likeness is Likeness.FRAGMENT:
            return ""
        none = self._translator.gettext("none")
        here = ", ".join(self.told(row.match.article_a, one) for one in row.match.differing_a)
        there = ", ".join(self.told(row.match.article_b, one) for one in row.match.differing_b)
        return f"{isolated(here) or none} ↔ {isolated(there) or none}"
