"""Claims, rejections and absences beside a plain Python model: made, taken back, undone, redone, opened again."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.making import at, make_case

from verifier.domain.articles import Passage
from verifier.domain.claims import CellKind, claims_of
from verifier.domain.errors import StepError
from verifier.domain.judgements import Absence, Claim, Link, Rejection
from verifier.domain.kinds import Relation
from verifier.domain.queries import address_of_passage
from verifier.session.checking import check_case
from verifier.session.workbench import Workbench

PLACES = ["A2", "A3", "A4", "B1", "B2"]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["make", "word", "join", "leave", "drop", "reject", "absent", "link", "undo", "redo", "open"]
        ),
        st.sampled_from(PLACES),
        st.sampled_from(PLACES),
        st.integers(0, 3),
    ),
    max_size=14,
)
State = tuple[tuple[tuple[str, frozenset[str]], ...], frozenset[frozenset[str]], frozenset[tuple[str, str]]]
"""Claims in the order they came (wording, places), rejected pairs, places and letters looked in."""

EMPTY: State = ((), frozenset(), frozenset())


def held(case: Workbench) -> State:
    """What the case holds, by addresses."""

    def where(key: str) -> str:
        return address_of_passage(case.rows, case.rows.need(Passage, key))

    letters = {article.id: article.letter for article in case.rows.articles()}
    claims = [
        (claim.wording, frozenset(where(row.passage_id) for row in case.rows.members_of(claim.id)))
        for claim in case.rows.all(Claim)
    ]
    rejected = frozenset(frozenset((where(row.a), where(row.b))) for row in case.rows.all(Rejection))
    looked = frozenset((where(row.passage_id), letters[row.article_id]) for row in case.rows.all(Absence))
    return tuple(sorted(claims, key=repr)), rejected, looked


def expected(
    state: State, what: str, one: str, other: str, chosen: tuple[str, frozenset[str]] | None
) -> State:
    """What the model says comes of a deed that is not refused."""
    claims, rejected, looked = list(state[0]), set(state[1]), set(state[2])
    wording, members = chosen or ("", frozenset())
    rest = list(claims)
    if chosen is not None:
        rest.remove(chosen)
    match what:
        case "make":
            claims.append((f"of {one}", frozenset({one, other})))
        case "word":
            claims = [*rest, (f"now {one}", members)]
        case "join":
            claims = [*rest, (wording, members | {one, other})]
        case "leave":
            claims = [*rest, *([(wording, members - {one})] if members - {one} else [])]
        case "drop":
            claims = rest
        case "reject":
            rejected ^= {frozenset({one, other})}
        case "absent":
            looked ^= {(one, "B" if one[0] == "A" else "A")}
        case _:
            pass
    return tuple(sorted(claims, key=repr)), frozenset(rejected), frozenset(looked)


def deed(
    case: Workbench, what: str, one: str, other: str, claim: Claim | None
) -> Callable[[], object] | None:
    """The verb that does it; None where there is nothing to do it to."""
    a, b = at(case, one, other)
    key = claim.id if claim else ""
    passage = {address_of_passage(case.rows, row): row.id for row in case.rows.all(Passage)}
    if what in ("word", "join", "leave", "drop") and claim is None:
        return None
    rejection = next(
        (row for row in case.rows.all(Rejection) if {row.a, row.b} == {passage.get(one), passage.get(other)}),
        None,
    )
    absence = next((row for row in case.rows.all(Absence) if row.passage_id == passage.get(one)), None)
    elsewhere = next(row.id for row in case.rows.articles() if row.letter != one[0])
    return {
        "make": lambda: case.make_claim([a, b], f"of {one}"),
        "word": lambda: case.word_claim(key, f"now {one}"),
        "join": lambda: case.join_claim(key, [a, b]),
        "leave": lambda: case.leave_claim(key, passage.get(one, a)),
        "drop": lambda: case.drop_claim(key),
        "reject": lambda: case.restore_suggestion(rejection.id) if rejection else case.reject(a, b),
        "absent": lambda: (
            case.withdraw_absence(absence.id) if absence else case.confirm_absence(a, elsewhere)
        ),
        "link": lambda: case.link(a, b, Relation.CORROBORATES),
    }[what]


REFUSALS = frozenset(
    [
        "suggestion-in-one-article",
        "not-in-claim",
        "held-by-link",
        "no-such-place",
        "link-exists",
        "link-to-itself",
    ]
)


def _refusal(act: Callable[[], object]) -> str:
    """Why a deed is refused; "" where it is not, and another error is raised."""
    try:
        act()
    except StepError as error:
        if error.code not in REFUSALS:
            raise
        return error.code
    return ""


class Beside:
    """A case and its model, step by step."""

    def __init__(self, path: Path) -> None:
        self.path, self.case = path, make_case(path)
        self.state, self.done, self.undone = EMPTY, list[State](), list[State]()

    def act(self, what: str, one: str, other: str, number: int) -> None:
        """Do one thing to both; what is refused or says nothing new changes neither."""
        if what == "open":
            self.case.close()
            self.case = Workbench.open(self.path)
        elif what == "undo" and self.done:
            self.case.undo()
            self.undone.append(self.state)
            self.state = self.done.pop()
        elif what == "redo" and self.undone:
            self.case.redo()
            self.done.append(self.state)
            self.state = self.undone.pop()
        elif what not in ("undo", "redo"):
            self._do(what, one, other, number)
        assert held(self.case) == self.state

    def _do(self, what: str, one: str, other: str, number: int) -> None:
        claims = self.case.rows.all(Claim)
        claim = claims[number % len(claims)] if claims else None
        members = {row.passage_id for row in self.case.rows.members_of(claim.id)} if claim else set()
        places = frozenset(
            address_of_passage(self.case.rows, self.case.rows.need(Passage, key)) for key in members
        )
        act = deed(self.case, what, one, other, claim)
        if act is None:
            return
        steps = len(self.case.steps())
        if _refusal(act) in REFUSALS:
            assert len(self.case.steps()) == steps
            return
        if len(self.case.steps()) > steps:
            self.done.append(self.state)
            self.undone.clear()
            self.state = expected(self.state, what, one, other, (claim.wording, places) if claim else None)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_case_and_model_agree_after_every_step(steps: list[tuple[str, str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        beside = Beside(Path(folder) / "case.verif")
        try:
            for step in steps:
                beside.act(*step)
                agree_on_the_matrix(beside.case)
        finally:
            beside.case.close()
        assert check_case(beside.path) == ()


def agree_on_the_matrix(case: Workbench) -> None:
    """Every named and every linked passage is in the matrix; an empty cell is silent where somebody looked."""
    found = claims_of(case.rows)
    shown = {key for row in found for key in row.passages}
    named = {row.passage_id for claim in case.rows.all(Claim) for row in case.rows.members_of(claim.id)}
    assert shown == named | {end for link in case.rows.all(Link) for end in (link.a, link.b)}
    for row in found:
        for cell in row.cells:
            looked = any(
                one.article_id == cell.article_id
                for key in row.passages
                for one in case.rows.absences_on(key)
            )
            if not cell.passages:
                assert cell.kind is (CellKind.SILENT if looked else CellKind.NOT_COMPARED)
