"""Whatever is judged, read anew, moved, undone and reopened: judgements stay on their words, and undo is exact."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.making import BERG, COUNCIL, HARBOUR, Paragraphs, make_draft, ticking

from verifier.domain.articles import Metadata, Paragraph, Passage, Sentence
from verifier.domain.errors import StepError
from verifier.domain.judgements import EvidenceUse, Link, Mark
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import account, label_counts
from verifier.domain.rows import TABLES
from verifier.domain.versions import is_current, passages_left_behind
from verifier.session.evidence import EvidenceDraft
from verifier.session.workbench import Workbench

BODY = ParagraphKind.BODY
READINGS: list[Paragraphs] = [
    HARBOUR,
    [*HARBOUR[:2], (BODY, ["Forty boats lie idle. ", "A storm came."]), *HARBOUR[2:]],
    [(kind, [part.replace("quay", "pier") for part in parts]) for kind, parts in HARBOUR],
    list(reversed(HARBOUR)),
    [(BODY, ["Forty boats lie idle. "] * 3)],
    [(ParagraphKind.CAPTION if kind is BODY else kind, parts) for kind, parts in HARBOUR],
]


class RereadingMachine(RuleBasedStateMachine):
    """Rules are user actions; past and undone states are kept as whole tables."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.past: list[Any] = []
        self.future: list[Any] = []
        self.words: dict[str, str] = {}

    @initialize()
    def begin(self) -> None:
        self.case = Workbench.create(Path(self.folder.name) / "case.verif", checker=BERG, clock=ticking())
        self.case.add_articles([make_draft(HARBOUR), make_draft(COUNCIL)])

    def teardown(self) -> None:
        if hasattr(self, "case"):
            self.case.close()
        self.folder.cleanup()

    def _state(self) -> tuple[dict[str, dict[str, object]], dict[str, str]]:
        return {table: self.case.rows.table(table) for table in TABLES}, dict(self.words)

    def _sentences(self) -> list[Sentence]:
        rows = self.case.rows
        return [one for article in rows.articles() for one in account(rows, article)]

    def _do(self, act: Any, moved: bool = False) -> None:
        before = self._state()
        try:
            change = act()
        except StepError:
            assert self._state() == before
            return
        if change:
            self.past.append(before)
            self.future.clear()
            new = self._mark_words()
            self.words = (
                new if moved else {**new, **{key: self.words[key] for key in new if key in self.words}}
            )

    def _mark_words(self) -> dict[str, str]:
        rows = self.case.rows
        return {one.id: self.case.words(rows.need(Passage, one.passage_id)) for one in rows.all(Mark)}

    @rule(data=st.data(), label=st.sampled_from([Label.VERIFIED, Label.OPINION, None]))
    def mark(self, data: st.DataObject, label: Label | None) -> None:
        sentence = data.draw(st.sampled_from(self._sentences()))
        self._do(lambda: self.case.mark([sentence.id], label))

    @rule(data=st.data())
    def mark_a_part(self, data: st.DataObject) -> None:
        sentence = data.draw(st.sampled_from(self._sentences()))
        middle = (sentence.start + sentence.end) // 2
        if self.case.text(sentence.version_id)[sentence.start : middle].strip():
            part = self.case.passage(sentence.version_id, sentence.start, middle)
            self._do(lambda: self.case.mark([part], Label.DISPUTED))

    @rule(data=st.data())
    def link(self, data: st.DataObject) -> None:
        a, b = (data.draw(st.sampled_from(self._sentences())).id for _ in "ab")
        self._do(lambda: self.case.link(a, b, Relation.CORROBORATES))

    @rule(data=st.data())
    def add_evidence(self, data: st.DataObject) -> None:
        sentence = data.draw(st.sampled_from(self._sentences()))
        self._do(lambda: self.case.add_evidence([sentence.id], EvidenceDraft("Log")))

    @rule(data=st.data(), number=st.integers(0, len(READINGS) - 1))
    def reread(self, data: st.DataObject, number: int) -> None:
        article = data.draw(st.sampled_from(self.case.rows.articles()))
        draft = make_draft(READINGS[number], f"{number}.txt", Metadata(title=f"Title {number}"))
        draft = replace(draft, unconfirmed=("title",))
        hanging = self._hanging()
        self._do(lambda: self.case.reread(article.id, draft))
        assert self._hanging() == hanging

    def _hanging(self) -> tuple[int, ...]:
        return tuple(self.case.rows.count(table) for table in ("marks", "links", "evidence_uses"))

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        left = self.case.left_behind()
        if not left:
            return
        one = data.draw(st.sampled_from(left))
        target = one.proposal.target if one.proposal else data.draw(st.sampled_from(self._sentences())).id
        self._do(lambda: self.case.move_passage(one.passage.id, target), moved=True)

    @rule(data=st.data())
    def give_up(self, data: st.DataObject) -> None:
        marked = [one for one in self.case.left_behind() if one.mark]
        if marked:
            one = data.draw(st.sampled_from(marked))
            self._do(lambda: self.case.mark([one.passage.id], None))

    @rule(data=st.data(), kind=st.sampled_from([BODY, ParagraphKind.ASIDE]))
    def set_kind(self, data: st.DataObject, kind: ParagraphKind) -> None:
        rows = self.case.rows
        article = data.draw(st.sampled_from(rows.articles()))
        if len(account(rows, article)) > 2:  # something must be left to mark
            paragraph = data.draw(st.sampled_from(rows.paragraphs(article.version_id)))
            self._do(lambda: self.case.set_kind([paragraph.id], kind))

    @rule(data=st.data())
    def confirm(self, data: st.DataObject) -> None:
        article = data.draw(st.sampled_from(self.case.rows.articles()))
        self._do(lambda: self.case.confirm(article.id, ["title"]))

    @rule()
    def undo(self) -> None:
        if self.past:
            self.future.append(self._state())
            assert self.case.undo()
            before = self.past.pop()
            assert self._state()[0] == before[0]
            self.words = before[1]

    @rule()
    def redo(self) -> None:
        if self.future:
            self.past.append(self._state())
            assert self.case.redo()
            after = self.future.pop()
            assert self._state()[0] == after[0]
            self.words = after[1]

    @rule()
    def reopen(self) -> None:
        before = self._state()[0]
        self.case.close()
        self.case = Workbench.open(self.case.path, checker=BERG, clock=ticking())
        assert self._state()[0] == before

    @invariant()
    def judgements_are_on_their_words_and_numbers_given_once(self) -> None:
        if not hasattr(self, "case"):
            return
        rows = self.case.rows
        assert self._mark_words() == self.words
        left = {one.id for one in passages_left_behind(rows)}
        used = {one.passage_id for kind in (Mark, EvidenceUse) for one in rows.all(kind)}  # type: ignore[attr-defined]
        used |= {end for link in rows.all(Link) for end in (link.a, link.b)}
        for key in used:
            assert is_current(rows, rows.need(Passage, key).version_id) == (key not in left)
        for article in rows.articles():
            numbers = [one.number for one in account(rows, article)]
            assert "" not in numbers
            assert len(set(numbers)) == len(numbers)
            assert sum(label_counts(rows, article).values()) == len(numbers)
        assert all(rows.get(Paragraph, one.paragraph_id) for one in rows.all(Sentence))


RereadingMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestJudgementsStayOnTheirWords = RereadingMachine.TestCase
