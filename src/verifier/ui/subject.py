"""The subject: the one sentence or passage the inspector is about, with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.domain.articles import Article, Passage, Sentence
from verifier.domain.judgements import Evidence, Link, Mark, Question
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.domain.queries import article_of_version, is_part, passage_of
from verifier.domain.rows import CaseRows
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.phrases import address, article_name

if TYPE_CHECKING:
    # it brings the database along, which the window does without until there is a case
    from verifier.session.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Subject:
    """A place and what hangs on it. ``id`` is what the workbench takes as a target."""

    id: str
    workbench: Workbench
    span: Sentence | Passage | None
    passage: Passage | None

    @property
    def rows(self) -> CaseRows:
        """The rows of the case."""
        return self.workbench.rows

    @property
    def mark(self) -> Mark | None:
        """The mark, or None."""
        return self.rows.mark_on(self.passage.id) if self.passage else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence that bears on it."""
        return self.rows.evidence_on(self.passage.id) if self.passage else ()

    @property
    def links(self) -> tuple[Link, ...]:
        """The links with an end on it."""
        return self.rows.links_on(self.passage.id) if self.passage else ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions asked about it."""
        return self.rows.questions_on(self.passage.id) if self.passage else ()

    @property
    def words(self) -> str:
        """Its words, "" for a selection nothing was said of yet."""
        return self.workbench.words(self.span) if self.span else ""

    def heading(self, translator: Translator) -> tuple[str, str, str]:
        """Where it is: "A6 · " or "part of A6 · ", "The Spectator", ", paragraph 2"; the middle part may be elided."""
        if self.span is None:
            return "", translator.gettext("The words selected"), ""
        where = self._where(translator)
        before, _, after = where.partition("\0")
        here = address(self.rows, self.id)
        if isinstance(self.span, Passage) and is_part(self.rows, self.span):
            here = translator.gettext("part of {here}").format(here=here)
        return f"{here} · {before}", article_name(self.rows, self.article), after

    @property
    def article(self) -> Article:
        """The article it is in. Raises ValueError for a selection nothing was said of yet."""
        if self.span is None:
            raise ValueError("a selection without a passage")
        return article_of_version(self.rows, self.span.version_id)

    def _where(self, translator: Translator) -> str:
        """The paragraph by its number in the account, or by what it is where it is set aside; a NUL for the name."""
        assert self.span is not None
        before = [row for row in self.rows.paragraphs(self.span.version_id) if row.start <= self.span.start]
        if before and before[-1].kind not in ACCOUNT_KINDS:
            kind = name_of("kind", before[-1].kind, translator)
            return translator.gettext("{name}, {kind} set aside").format(name="\0", kind=kind)
        number = sum(row.kind in ACCOUNT_KINDS for row in before)
        return translator.gettext("{name}, paragraph {number}").format(name="\0", number=number)


def subject_of(workbench: Workbench, span_id: str) -> Subject:
    """The subject with this id: a sentence, a passage, or a selection nothing was said of yet."""
    sentence = workbench.rows.get(Sentence, span_id)
    if sentence is not None:
        return Subject(span_id, workbench, sentence, passage_of(workbench.rows, sentence))
    passage = workbench.rows.get(Passage, span_id)
    return Subject(span_id, workbench, passage, passage)
