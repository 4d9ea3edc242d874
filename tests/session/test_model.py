"""The workbench against a plain Python model: whatever is done, undone, redone and reopened, both agree."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.making import BERG, COUNCIL, HARBOUR, at, make_draft, ticking

from verifier.domain.articles import Passage
from verifier.domain.errors import StepError
from verifier.domain.judgements import Link
from verifier.domain.kinds import Label, Reach, Relation
from verifier.domain.queries import account, address_of, address_of_passage, mark_of
from verifier.session.workbench import Workbench

ADDRESSES = ("A1", "A2", "A3", "A4", "A5", "B1", "B2")

State = tuple[dict[str, tuple[Label | None, str]], frozenset[tuple[str, str, Relation]], str]


class CaseMachine(RuleBasedStateMachine):
    """Rules are user actions; the model keeps a list of past states and a list of undone ones."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.past: list[State] = []
        self.future: list[State] = []
        self.now: State = ({}, frozenset(), "")

    @initialize()
    def begin(self) -> None:
        self.case = Workbench.create(Path(self.folder.name) / "case.verif", checker=BERG, clock=ticking())
        self.case.add_articles([make_draft(HARBOUR), make_draft(COUNCIL)])

    def teardown(self) -> None:
        if hasattr(self, "case"):
            self.case.close()
        self.folder.cleanup()

    def _step(self, after: State, taken: bool) -> None:
        assert taken == (after != self.now)
        if taken:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    @rule(address=st.sampled_from(ADDRESSES), label=st.sampled_from([*Label, None]))
    def mark(self, address: str, label: Label | None) -> None:
        marks, links, finding = self.now
        after = {**marks, address: (label, marks.get(address, (None, ""))[1])}
        if after[address] == (None, ""):
            del after[address]
        self._step((after, links, finding), bool(self.case.mark(at(self.case, address), label)))

    @rule(address=st.sampled_from(ADDRESSES), text=st.sampled_from(["", "why?", "🦆 שלום"]))
    def note(self, address: str, text: str) -> None:
        marks, links, finding = self.now
        after = {**marks, address: (marks.get(address, (None, ""))[0], text)}
        if after[address] == (None, ""):
            del after[address]
        self._step((after, links, finding), bool(self.case.note(at(self.case, address), text, Reach.PRINTED)))

    @rule(
        a=st.sampled_from(ADDRESSES),
        b=st.sampled_from(ADDRESSES),
        relation=st.sampled_from([Relation.CONTRADICTS, Relation.ADDS_DETAIL]),
    )
    def link(self, a: str, b: str, relation: Relation) -> None:
        marks, links, finding = self.now
        known = {(a, b, relation)} | ({(b, a, relation)} if relation is Relation.CONTRADICTS else set())
        one, other = at(self.case, a, b)
        try:
            change = self.case.link(one, other, relation)
        except StepError:
            assert a == b or known & links
            return
        assert a != b
        assert not known & links
        self._step((marks, links | {(a, b, relation)}, finding), bool(change))

    @rule(data=st.data())
    def unlink(self, data: st.DataObject) -> None:
        found = self.case.rows.all(Link)
        if not found:
            return
        link = data.draw(st.sampled_from(found))
        marks, links, finding = self.now
        gone = self._ends(link)
        self._step((marks, links - {gone}, finding), bool(self.case.unlink(link.id)))

    @rule(text=st.sampled_from(["", "Shut on Tuesday.", "Open."]))
    def write_finding(self, text: str) -> None:
        marks, links, _ = self.now
        self._step((marks, links, text), bool(self.case.edit_case(finding=text)))

    @rule()
    def undo(self) -> None:
        if not self.past:
            return
        assert self.case.undo()
        self.future.append(self.now)
        self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        if not self.future:
            with pytest.raises(StepError, match="nothing-to-redo"):
                self.case.redo()
            return
        assert self.case.redo()
        self.past.append(self.now)
        self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.case.close()
        self.case = Workbench.open(self.case.path, checker=BERG, clock=ticking())

    def _ends(self, link: Link) -> tuple[str, str, Relation]:
        a, b = (
            address_of_passage(self.case.rows, self.case.rows.need(Passage, end)) for end in (link.a, link.b)
        )
        return a, b, link.relation

    @invariant()
    def both_agree(self) -> None:
        if not hasattr(self, "case"):
            return
        rows = self.case.rows
        marks = {}
        for article in rows.articles():
            for sentence in account(rows, article):
                mark = mark_of(rows, sentence)
                if mark is not None:
                    marks[address_of(rows, sentence)] = (mark.label, mark.note)
        links = frozenset(self._ends(link) for link in rows.all(Link))
        assert (marks, links, rows.details.finding) == self.now


CaseMachine.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestTheCaseAgreesWithAPlainModel = CaseMachine.TestCase
