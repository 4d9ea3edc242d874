"""Corrections against a plain Python model: whatever is done, undone, finalised and reopened, they are the difference
of two states, and nothing where there is none.
"""

import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.making import BERG, COUNCIL, HARBOUR, at, make_draft, ticking

from verifier.domain.articles import Metadata, Passage
from verifier.domain.judgements import Claim, Evidence, Link
from verifier.domain.kinds import Facet, Label, Outcome, ParagraphKind, Reach, Relation, Severity
from verifier.domain.queries import address_of_passage
from verifier.domain.reportversions import Facts
from verifier.reports import ReportOptions
from verifier.session.evidence import EvidenceDraft
from verifier.session.workbench import Workbench

ADDRESSES = ("A2", "A3", "A4", "B1", "B2")
OPTIONS = ReportOptions()

Thing = tuple[str, ...]
State = dict[Thing, Facts]
"""What is said of each thing, by its kind and what names it."""


def said(**facts: str) -> Facts:
    return tuple((name, value) for name, value in facts.items() if value)


class FinalMachine(RuleBasedStateMachine):
    """Rules are user actions; the model keeps past states, undone ones, and those that were finalised."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.past: list[State] = []
        self.future: list[State] = []
        self.frozen: list[State] = []
        self.now: State = {}

    @initialize()
    def begin(self) -> None:
        self.case = Workbench.create(Path(self.folder.name) / "case.verif", checker=BERG, clock=ticking())
        self.case.add_articles([make_draft(HARBOUR), make_draft(COUNCIL)])

    def teardown(self) -> None:
        if hasattr(self, "case"):
            self.case.close()
        self.folder.cleanup()

    def _step(self, thing: Thing, facts: Facts) -> None:
        after = {**self.now, thing: facts}
        if not facts:
            del after[thing]
        self.past.append(self.now)
        self.future.clear()
        self.now = after

    def _judge(self, address: str, **facts: str) -> None:
        """What a mark says now, with some of it said anew."""
        before = dict(self.now.get(("mark", address), ()))
        names = ("label", "note", "reach")
        merged = {name: facts.get(name, before.get(name, "")) for name in names}
        if not merged["note"]:
            merged["reach"] = ""
        self._step(("mark", address), said(**merged))

    # -- what a person does ----------------------------------------------------------------------------------------

    @rule(address=st.sampled_from(ADDRESSES), label=st.sampled_from([*Label, None]))
    def mark(self, address: str, label: Label | None) -> None:
        if self.case.mark(at(self.case, address), label):
            self._judge(address, label=label or "")

    @rule(
        address=st.sampled_from(ADDRESSES),
        text=st.sampled_from(["", "why?", "שלום"]),
        reach=st.sampled_from(Reach),
    )
    def note(self, address: str, text: str, reach: Reach) -> None:
        if self.case.note(at(self.case, address), text, reach):
            self._judge(address, note=text, reach="internal" if reach is Reach.INTERNAL else "")

    @rule(
        a=st.sampled_from(("A2", "A3", "A4")),
        b=st.sampled_from(("B1", "B2")),
        facets=st.sets(st.sampled_from([Facet.NUMBER, Facet.DATE])),
    )
    def link(self, a: str, b: str, facets: set[Facet]) -> None:
        if ("link", f"{a} ↔ {b}") in self.now:
            return
        one, other = at(self.case, a, b)
        ordered = [facet for facet in Facet if facet in facets]
        self.case.link(one, other, Relation.CONTRADICTS, facets=ordered)
        self._step(("link", f"{a} ↔ {b}"), said(a=a, relation="contradicts", b=b, facets=",".join(ordered)))

    @rule(
        data=st.data(), severity=st.sampled_from([None, *Severity]), outcome=st.sampled_from([None, *Outcome])
    )
    def edit_link(self, data: st.DataObject, severity: Severity | None, outcome: Outcome | None) -> None:
        links = self.case.rows.all(Link)
        if not links:
            return
        link = data.draw(st.sampled_from(links))
        if self.case.edit_link(link.id, severity=severity, outcome=outcome):
            thing = ("link", self._ends(link))
            kept = {name: value for name, value in self.now[thing] if name not in ("severity", "outcome")}
            self._step(thing, said(**kept, severity=severity or "", outcome=outcome or ""))

    @rule(data=st.data())
    def unlink(self, data: st.DataObject) -> None:
        links = self.case.rows.all(Link)
        if links:
            link = data.draw(st.sampled_from(links))
            self.case.unlink(link.id)
            self._step(("link", self._ends(link)), ())

    @rule(text=st.sampled_from(["", "Shut on Tuesday.", "Open."]))
    def write_finding(self, text: str) -> None:
        if self.case.edit_case(finding=text):
            self._step(("case", "finding"), said(finding=text))

    @rule(publisher=st.sampled_from([None, "The Gull", "The Tern"]))
    def describe(self, publisher: str | None) -> None:
        if self.case.describe(self.case.rows.articles()[0].id, Metadata(publisher=publisher)):
            self._step(("metadata", "A"), said(publisher=publisher or ""))

    @rule(kind=st.sampled_from([ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.LIST]))
    def set_kind(self, kind: ParagraphKind) -> None:
        paragraph = self.case.rows.paragraphs(self.case.rows.articles()[0].version_id)[2]
        if self.case.set_kind([paragraph.id], kind):
            self._step(("paragraph", "A2"), said(kind=kind))

    @rule(address=st.sampled_from(ADDRESSES), confidential=st.booleans())
    def add_evidence(self, address: str, confidential: bool) -> None:
        name = f"log {len(self.case.steps())}"
        self.case.add_evidence(at(self.case, address), EvidenceDraft(name, confidential=confidential))
        facts = said(
            citation=name,
            stance="supports",
            primacy="secondary",
            confidential="1" if confidential else "",
            places=address,
        )
        self._step(("evidence", name), facts)

    @rule(data=st.data())
    def detach_evidence(self, data: st.DataObject) -> None:
        pieces = [one for one in self.case.rows.all(Evidence) if self.case.rows.uses_of(one.id)]
        if not pieces:
            return
        piece = data.draw(st.sampled_from(pieces))
        [use] = self.case.rows.uses_of(piece.id)
        self.case.detach_evidence([use.passage_id], piece.id)
        kept = self.case.rows.get(Evidence, piece.id) is not None
        facts = tuple(fact for fact in self.now["evidence", piece.citation] if fact[0] != "places")
        self._step(("evidence", piece.citation), facts if kept else ())

    @rule(wording=st.sampled_from(["Boats", "The quay"]))
    def word_claim(self, wording: str) -> None:
        claims = self.case.rows.all(Claim)
        if not claims:
            self.case.make_claim(at(self.case, "A2", "B1"), wording)
            self._step(("claim", ""), said(wording=wording, places="A2, B1"))
        elif self.case.word_claim(claims[0].id, wording):
            self._step(("claim", ""), said(wording=wording, places="A2, B1"))

    @rule()
    def drop_claim(self) -> None:
        claims = self.case.rows.all(Claim)
        if claims:
            self.case.drop_claim(claims[0].id)
            self._step(("claim", ""), ())

    # -- what stands -----------------------------------------------------------------------------------------------

    @rule()
    def undo(self) -> None:
        if self.past:
            assert self.case.undo()
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        if self.future:
            assert self.case.redo()
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.case.close()
        self.case = Workbench.open(self.case.path, checker=BERG, clock=ticking())

    @rule()
    def finalise(self) -> None:
        coming = self.case.coming_version(OPTIONS)
        if coming.again:
            assert self.frozen[-1] == self.now
            return
        self.case.finalise(coming.version, "0" * 64)
        self.frozen.append(self.now)

    def _ends(self, link: Link) -> str:
        rows = self.case.rows
        return " ↔ ".join(address_of_passage(rows, rows.need(Passage, end)) for end in (link.a, link.b))

    @invariant()
    def corrections_are_the_difference_of_two_states(self) -> None:
        if not hasattr(self, "case"):
            return
        states = [*self.frozen, self.now]
        expected = [
            (number, thing[0], before.get(thing, _nothing(thing)), after.get(thing, _nothing(thing)))
            for number, (before, after) in enumerate(pairwise(states), start=2)
            for thing in {*before, *after}
        ]
        told = [(one.version, str(one.kind), one.before, one.after) for one in self.case.corrections()]
        rest = [one for one in expected if one[2] != one[3]]
        assert sorted(told) == sorted(rest), (sorted(told), sorted(rest))


def _nothing(thing: Thing) -> Facts:
    """What is said of a thing of which the model says nothing."""
    return said(kind="body") if thing[0] == "paragraph" else ()


FinalMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestCorrectionsAreTheDifferenceOfTwoStates = FinalMachine.TestCase
