"""The tables: sentences, links, history."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.articles import Sentence
from verifier.domain.errors import StepError
from verifier.domain.judgements import Link
from verifier.domain.queries import account, address_of, label_of, mark_of
from verifier.domain.steps import Step
from verifier.i18n.vocabulary import name_of
from verifier.session.history import describe_step
from verifier.ui.linking import sentence_at_end
from verifier.ui.phrases import address, day_and_time, label_sign, shortened
from verifier.ui.views.places import Heading, PlacesView

_WORDS = 240
"""The most code points of a sentence a table shows."""


class Sentences(PlacesView):
    """Every sentence of every account, with what was said of it: the text as a table."""

    def headings(self) -> Sequence[Heading]:
        """Address, label, words, note."""
        text = self._translator.gettext
        return (
            Heading(text("No."), lambda sentence: address_of(self._desk.need.rows, sentence)),
            Heading(text("Label"), self._label),
            Heading(text("Words"), lambda row: shortened(self._desk.need.words(row), _WORDS), wide=True),
            Heading(text("Note"), self._note),
        )

    def entries(self) -> Sequence[Sentence]:
        """The sentences of all accounts."""
        rows = self._desk.need.rows
        return [sentence for article in rows.articles() for sentence in account(rows, article)]

    def sentence_of(self, entry: Sentence) -> str | None:
        """Itself."""
        return entry.id

    def nothing(self) -> str:
        """No article yet."""
        return self._translator.gettext("No sentences yet: add an article.")

    def _label(self, sentence: Sentence) -> str:
        rows = self._desk.need.rows
        mark = mark_of(rows, sentence)
        names = (
            [name_of("modifier", modifier, self._translator) for modifier in mark.modifiers] if mark else []
        )
        return ", ".join([label_sign(label_of(rows, sentence), self._translator), *names])

    def _note(self, sentence: Sentence) -> str:
        mark = mark_of(self._desk.need.rows, sentence)
        return shortened(mark.note, _WORDS) if mark else ""


class Links(PlacesView):
    """Every link with its relation and what it says of the difference."""

    def headings(self) -> Sequence[Heading]:
        """The ends, the relation, what differs, how grave, how settled."""
        text = self._translator.gettext
        return (
            Heading(text("From"), lambda link: address(self._desk.need.rows, link.a)),
            Heading(text("Relation"), lambda link: name_of("relation", link.relation, self._translator)),
            Heading(text("To"), lambda link: address(self._desk.need.rows, link.b)),
            Heading(text("What differs"), self._facets, wide=True),
            Heading(text("Severity"), lambda link: self._named("severity", link.gravity)),
            Heading(text("Outcome"), self._outcome),
        )

    def entries(self) -> Sequence[Link]:
        """All links."""
        return self._desk.need.rows.all(Link)

    def sentence_of(self, entry: Link) -> str | None:
        """The sentence of the first end; its links show the other."""
        return sentence_at_end(self._desk.need.rows, entry.a)

    def nothing(self) -> str:
        """No link yet."""
        return self._translator.gettext(
            "No links yet: go to a sentence, then to one in the other column, and press L."
        )

    def _facets(self, link: Link) -> str:
        facets = ", ".join(name_of("facet", facet, self._translator) for facet in link.facets)
        return " · ".join(part for part in (facets, link.note) if part)

    def _outcome(self, link: Link) -> str:
        return self._named("outcome", link.outcome) or (
            self._translator.gettext("open") if link.is_open else ""
        )

    def _named(self, vocabulary: str, key: object) -> str:
        return name_of(vocabulary, key, self._translator) if key else ""


class History(PlacesView):
    """The steps, newest first."""

    def headings(self) -> Sequence[Heading]:
        """When, who, what."""
        text = self._translator.gettext
        return (
            Heading(text("When") + " " * 10, lambda step: day_and_time(step.time)),
            Heading(text("Checker"), lambda step: step.checker),
            Heading(text("Step"), lambda step: describe_step(step, self._translator), wide=True),
        )

    def entries(self) -> Sequence[Step]:
        """All steps."""
        return tuple(reversed(self._desk.need.steps()))

    def sentence_of(self, entry: Step) -> str | None:
        """The first sentence the step names, if it is still there."""
        values = dict(entry.values)
        named = (values.get("places") or values.get("a") or "").replace("–", ",").split(",")[0].strip()
        try:
            return self._desk.need.sentence_at_address(named).id if named else None
        except StepError:
            return None

    def nothing(self) -> str:
        """No step yet."""
        return self._translator.gettext("Nothing was done yet.")
