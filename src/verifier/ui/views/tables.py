"""The tables: sentences and links, with filters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import partial

from verifier.domain.articles import Passage, Sentence
from verifier.domain.judgements import Link, Mark
from verifier.domain.kinds import Facet, Modifier, Outcome, Relation, Severity
from verifier.domain.queries import SentenceLabel, account, address_of
from verifier.domain.steps import Change
from verifier.i18n.vocabulary import name_of
from verifier.ui.control.linking import sentence_at_end
from verifier.ui.phrases import LABELS, address, article_name, label_sign, shortened
from verifier.ui.views.facts import Facts, facts_of
from verifier.ui.views.filtered import FilteredView
from verifier.ui.views.filters import Choice
from verifier.ui.views.headings import Heading

_WORDS = 240
"""The most code points of a sentence a table shows."""
_CHECKER = 6
"""The number of the checker's column, hidden where one person checked everything."""

Options = Sequence[tuple[str, str]]
"""What may be chosen: keys and words."""


class Sentences(FilteredView):
    """Every sentence of every account, with what was said of it: the text as a table."""

    def headings(self) -> Sequence[Heading]:
        """Address, label, modifiers, basis, words, note, checker, links."""
        text = self._translator.gettext
        return (
            Heading(text("No."), lambda sentence: address_of(self._desk.need.rows, sentence)),
            Heading(text("Label"), lambda row: label_sign(self._facts_of(row).label, self._translator)),
            Heading(text("Modifiers"), self._modifiers, spare=True),
            Heading(text("Basis"), self._basis),
            Heading(text("Words"), lambda row: shortened(self._desk.need.words(row), _WORDS), wide=True),
            Heading(text("Note"), lambda row: shortened(self._facts_of(row).note, _WORDS), spare=True),
            Heading(text("Checker"), lambda row: ", ".join(self._facts_of(row).checkers), spare=True),
            Heading(text("Links"), lambda row: str(len(self._facts_of(row).links) or ""), spare=True),
        )

    def choices(self) -> Sequence[Choice]:
        """Article, label, modifier, checker, basis, note, what is not settled."""
        text = self._translator.gettext
        return (
            Choice("article", text("Article"), self._articles, lambda row: (row.version_id,)),
            Choice("label", text("Label"), self._labels, lambda row: (str(self._facts_of(row).label),)),
            Choice(
                "modifier", text("Modifier"), self._all_modifiers, lambda row: self._facts_of(row).modifiers
            ),
            Choice("checker", text("Checker"), self._checkers, lambda row: self._facts_of(row).checkers),
            Choice("basis", text("Basis"), self._bases, self._has_basis),
            Choice(
                "note",
                text("Note"),
                self._notes,
                lambda row: ("with" if self._facts_of(row).note else "without",),
            ),
            Choice("open", text("Difference"), self._differences, self._difference),
        )

    def all_entries(self) -> Sequence[Sentence]:
        """The sentences of all accounts."""
        rows = self._desk.need.rows
        found = [sentence for article in rows.articles() for sentence in account(rows, article)]
        self._by_id = {sentence.id: sentence for sentence in found}
        self._look_for_checkers()
        return found

    def _look_for_checkers(self) -> None:
        """Say who checked what where several did."""
        self._known = {checker for checker, _ in self._checkers()}
        self.show_column(_CHECKER, len(self._known) > 1)
        self.filters.refresh()

    def entry_of(self, key: str) -> Sentence | None:
        """The sentence with this id."""
        return self._by_id.get(key)

    def key_of(self, entry: Sentence) -> str:
        """Its id."""
        return entry.id

    def written(self, entry: Sentence) -> str:
        """Its address, its words and its note."""
        case = self._desk.need
        return f"{address_of(case.rows, entry)} {case.words(entry)} {self._facts_of(entry).note}"

    def touched(self, change: Change) -> Collection[str] | None:
        """The sentences whose look is another now."""
        return None if change.articles else change.sentences

    def forget(self, keys: Collection[str] | None) -> None:
        """Work the facts out anew when they are asked for."""
        if keys is None:
            self._facts: dict[str, Facts] = {}
        else:
            for key in keys:
                self._facts.pop(key, None)
            touched = [entry for key in keys if (entry := self._by_id.get(key)) is not None]
            if any(set(self._facts_of(entry).checkers) - self._known for entry in touched):
                self._look_for_checkers()

    def sentence_of(self, entry: Sentence) -> str | None:
        """Itself."""
        return entry.id

    def nothing(self) -> str:
        """No article yet."""
        return self._translator.gettext("No sentences yet: add an article.")

    def _facts_of(self, sentence: Sentence) -> Facts:
        known = self._facts.get(sentence.id)
        if known is None:
            known = self._facts[sentence.id] = facts_of(self._desk.need.rows, sentence)
        return known

    # -- cells and choices -----------------------------------------------------------------------------------------

    def _modifiers(self, sentence: Sentence) -> str:
        return ", ".join(
            name_of("modifier", one, self._translator) for one in self._facts_of(sentence).modifiers
        )

    def _basis(self, sentence: Sentence) -> str:
        facts = self._facts_of(sentence)
        if facts.basis is None:
            return ""
        return self._translator.gettext("○ none") if facts.hollow else f"● {facts.basis}"

    def _has_basis(self, sentence: Sentence) -> Collection[str]:
        facts = self._facts_of(sentence)
        return () if facts.basis is None else ("without" if facts.hollow else "with",)

    def _difference(self, sentence: Sentence) -> Collection[str]:
        facts = self._facts_of(sentence)
        settled = any(link.is_difference and not link.is_open for link in facts.links)
        return ("open",) * facts.is_unresolved + ("settled",) * settled

    def _articles(self) -> Options:
        if self._desk.workbench is None:
            return ()
        rows = self._desk.workbench.rows
        return [(one.version_id, f"{one.letter}  {article_name(rows, one)}") for one in rows.articles()]

    def _labels(self) -> Options:
        labels: tuple[SentenceLabel, ...] = (None, *LABELS, "mixed")
        return [(str(label), label_sign(label, self._translator)) for label in labels]

    def _all_modifiers(self) -> Options:
        return [(one, name_of("modifier", one, self._translator)) for one in Modifier]

    def _checkers(self) -> Options:
        if self._desk.workbench is None:
            return ()
        found = dict.fromkeys(mark.checker for mark in self._desk.workbench.rows.all(Mark))
        return [(one, one) for one in found]

    def _bases(self) -> Options:
        text = self._translator.gettext
        return [("with", text("● with a basis")), ("without", text("○ without a basis"))]

    def _notes(self) -> Options:
        text = self._translator.gettext
        return [("with", text("with a note")), ("without", text("without a note"))]

    def _differences(self) -> Options:
        text = self._translator.gettext
        return [("open", text("not settled")), ("settled", text("settled"))]


class Links(FilteredView):
    """Every link with its relation and what it says of the difference."""

    def headings(self) -> Sequence[Heading]:
        """The ends, the relation, what differs, how grave, how settled."""
        text = self._translator.gettext
        return (
            Heading(text("From"), lambda link: address(self._desk.need.rows, link.a)),
            Heading(text("Relation"), lambda link: self._named("relation", link.relation)),
            Heading(text("To"), lambda link: address(self._desk.need.rows, link.b)),
            Heading(text("What differs"), self._facets, wide=True),
            Heading(text("Severity"), lambda link: self._named("severity", link.gravity)),
            Heading(text("Outcome"), self._outcome),
        )

    def choices(self) -> Sequence[Choice]:
        """Relation, facet, severity, outcome."""
        text = self._translator.gettext
        return (
            Choice(
                "relation",
                text("Relation"),
                partial(self._words_of, "relation", Relation),
                lambda link: (link.relation,),
            ),
            Choice(
                "facet",
                text("What differs"),
                partial(self._words_of, "facet", Facet),
                lambda link: link.facets,
            ),
            Choice(
                "severity",
                text("Severity"),
                partial(self._words_of, "severity", Severity),
                lambda link: (link.gravity,),
            ),
            Choice(
                "outcome",
                text("Outcome"),
                self._outcomes,
                lambda link: ("open" if link.is_open else link.outcome,),
            ),
        )

    def all_entries(self) -> Sequence[Link]:
        """All links."""
        return self._desk.need.rows.all(Link)

    def entry_of(self, key: str) -> Link | None:
        """The link with this id."""
        return self._desk.need.rows.get(Link, key)

    def key_of(self, entry: Link) -> str:
        """Its id."""
        return entry.id

    def written(self, entry: Link) -> str:
        """The addresses and words of both ends, and the note."""
        case = self._desk.need
        ends = (
            f"{address(case.rows, end)} {case.words(case.rows.need(Passage, end))}"
            for end in (entry.a, entry.b)
        )
        return f"{' '.join(ends)} {entry.note}"

    def touched(self, change: Change) -> Collection[str] | None:
        """A link that changed is another row; one that is as it was is none."""
        return None if change.links or change.articles else ()

    def sentence_of(self, entry: Link) -> str | None:
        """The sentence of the first end; its links show the other."""
        return sentence_at_end(self._desk.need.rows, entry.a)

    def nothing(self) -> str:
        """No link yet."""
        text = self._translator.gettext(
            "No links yet: go to a sentence, then to one in the other column, and press {key}."
        )
        return text.format(key=" · ".join(self._actions.shown_keys("link.make")))

    def _words_of(self, vocabulary: str, kind: type[StrEnum]) -> Options:
        return [(one, self._named(vocabulary, one)) for one in kind]

    def _outcomes(self) -> Options:
        return [("open", self._translator.gettext("open")), *self._words_of("outcome", Outcome)]

    def _facets(self, link: Link) -> str:
        facets = ", ".join(self._named("facet", facet) for facet in link.facets)
        return " · ".join(part for part in (facets, link.note) if part)

    def _outcome(self, link: Link) -> str:
        return self._named("outcome", link.outcome) or (
            self._translator.gettext("open") if link.is_open else ""
        )

    def _named(self, vocabulary: str, key: object) -> str:
        return name_of(vocabulary, key, self._translator) if key else ""
