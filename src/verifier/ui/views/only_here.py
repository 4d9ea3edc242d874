"""Only here: what one article has and no other was seen to have; "not compared" until somebody looked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.domain.articles import Sentence
from verifier.domain.comparing import AloneKind, Span
from verifier.domain.judgements import Absence
from verifier.ui.control.offered import linked_sentences
from verifier.ui.phrases import address, day_and_time, shortened
from verifier.ui.views.filters import Choice
from verifier.ui.views.found import FoundView
from verifier.ui.views.headings import Heading


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


KINDS = {
    AloneKind.SENTENCE: _("sentence"),
    AloneKind.FIGURE: _("figure"),
    AloneKind.NAME: _("name"),
    AloneKind.QUOTATION: _("quotation"),
}
"""What stands alone, in words."""

_SPELLING = "spelling"
_WORDS = 240


@dataclass(frozen=True, slots=True)
class Row:
    """Something one article has alone, or a name it spells as no other does; then ``usual`` is how others spell it."""

    kind: str
    article_id: str
    sentence_id: str
    span: Span
    usual: str = ""

    @property
    def key(self) -> str:
        """Names the row."""
        return f"{self.kind}:{self.article_id}:{self.span[0]}:{self.span[1]}"


class OnlyHere(FoundView):
    """One row for each sentence, figure, name and quotation without a counterpart, in reading order."""

    def headings(self) -> Sequence[Heading]:
        """Place, kind, words, and whether somebody looked."""
        text = self._translator.gettext
        return (
            Heading(text("No."), lambda row: address(self._desk.need.rows, row.sentence_id)),
            Heading(text("What"), self._kind),
            Heading(
                text("Words"), lambda row: shortened(self.told(row.article_id, row.span), _WORDS), wide=True
            ),
            Heading(text("In the other articles"), self._standing),
            Heading(text("Who looked"), self._looked, spare=True),
        )

    def choices(self) -> Sequence[Choice]:
        """Article, kind, whether somebody looked."""
        text = self._translator.gettext
        return (
            Choice("article", text("Article"), self.articles, lambda row: (row.article_id,)),
            Choice("what", text("What"), self._kinds, lambda row: (row.kind,)),
            Choice(
                "looked",
                text("Compared"),
                lambda: [("not", text("not compared")), ("looked", text("looked, not there"))],
                lambda row: ("looked" if self._absences(row) else "not",),
            ),
        )

    def all_entries(self) -> Sequence[Row]:
        """Everything that stands alone and may be shown."""
        order = {one.article_id: place for place, one in enumerate(self._comparing.accounts)}
        rows = [row for row in self._rows() if row.article_id in order and self.is_shown(row.sentence_id)]
        rows.sort(key=lambda row: (order[row.article_id], row.span[0], -row.span[1]))
        self._by_key = {row.key: row for row in rows}
        return list(self._by_key.values())

    def _rows(self) -> Iterator[Row]:
        linked = linked_sentences(self._desk.need.rows)
        for one in self.found.alone:
            if one.kind is AloneKind.SENTENCE and one.sentence_id in linked:
                continue
            yield Row(one.kind, one.article_id, one.sentence_id, (one.start, one.end))
        for name in self.found.names:
            for article_id, span in name.variant_places:
                yield Row(_SPELLING, article_id, self.sentence_at(article_id, span[0]), span, name.usual)

    def entry_of(self, key: str) -> Row | None:
        """The row of this key."""
        return self._by_key.get(key)

    def key_of(self, entry: Row) -> str:
        """Its key."""
        return entry.key

    def written(self, entry: Row) -> str:
        """Its address, its words, and how others spell it."""
        where = address(self._desk.need.rows, entry.sentence_id)
        return f"{where} {self.told(entry.article_id, entry.span)} {entry.usual}"

    def sentence_of(self, entry: Row) -> str | None:
        """The sentence it is in."""
        return entry.sentence_id or None

    def nothing_found(self) -> str:
        """All of it has a counterpart."""
        return self._translator.gettext("Everything was seen in another article too.")

    def go_to_entry(self, entry: object, *, focus: bool) -> None:
        """Show a sentence, or select the words, so that what is said next is said of them."""
        assert isinstance(entry, Row)
        is_part = entry.kind != AloneKind.SENTENCE
        self._place.go_to_span(entry.article_id, *entry.span, select=is_part, focus=focus)

    # -- cells and choices -----------------------------------------------------------------------------------------

    def _kind(self, row: Row) -> str:
        text = self._translator.gettext
        return text("spelling") if row.kind == _SPELLING else text(KINDS[AloneKind(row.kind)])

    def _kinds(self) -> list[tuple[str, str]]:
        text = self._translator.gettext
        return [*((str(one), text(said)) for one, said in KINDS.items()), (_SPELLING, text("spelling"))]

    def _standing(self, row: Row) -> str:
        """ "not compared", "looked, not in B", or how a name is spelt elsewhere."""
        text = self._translator.gettext
        if row.usual:
            return text("elsewhere: {name}").format(name=row.usual)
        looked = {one.article_id for one in self._absences(row)}
        others = [one for one in self._comparing.accounts if one.article_id != row.article_id]
        where = ", ".join(one.letter for one in others if one.article_id in looked)
        left = ", ".join(one.letter for one in others if one.article_id not in looked)
        if not where:
            return text("not compared")
        said = text("looked, not in {letters}").format(letters=where)
        return f"{said} · {text('{letters} not compared').format(letters=left)}" if left else said

    def _looked(self, row: Row) -> str:
        said = {f"{one.checker}, {day_and_time(one.time)}": None for one in self._absences(row)}
        return "; ".join(said)

    def _absences(self, row: Row) -> list[Absence]:
        """What was said of its words, or of a passage that holds them."""
        rows = self._desk.need.rows
        sentence = rows.get(Sentence, row.sentence_id)
        if sentence is None:
            return []
        start, end = row.span
        over = rows.passages_over(sentence.version_id, start, end)
        holding = (one for one in over if one.start <= start and end <= one.end)
        return [absence for passage in holding for absence in rows.absences_on(passage.id)]
