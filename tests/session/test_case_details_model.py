"""Questions, replies and passes beside a plain Python model: added, changed, removed, undone, redone, opened again."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.making import at, make_case

from verifier.domain.judgements import CheckPass, Question, Reply
from verifier.domain.queries import Problem, open_items
from verifier.session.case_details import PassDraft, QuestionDraft, ReplyDraft
from verifier.session.checking import check_case
from verifier.session.workbench import Workbench

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(
    lambda text: text.strip() != ""
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "remove", "undo", "redo", "open again"]),
        st.sampled_from(["question", "reply", "pass"]),
        st.integers(0, 5),
        WORDS,
        st.sampled_from(["", "A2", "A3", "B1"]),
    ),
    max_size=14,
)
KINDS: dict[str, tuple[type, str]] = {
    "question": (Question, "text"),
    "reply": (Reply, "who"),
    "pass": (CheckPass, "what"),
}
DRAFTS: dict[str, Any] = {"question": QuestionDraft, "reply": ReplyDraft, "pass": PassDraft}

State = dict[str, dict[str, dict[str, str]]]


class Model:
    """What the case should hold: entries by kind and id, with the states before and after for undo and redo."""

    def __init__(self) -> None:
        self.state: State = {kind: {} for kind in KINDS}
        self.done: list[State] = []
        self.undone: list[State] = []

    def take(self, state: State) -> None:
        """Go on to another state, unless it is the same."""
        if state != self.state:
            self.done.append(self.state)
            self.undone.clear()
            self.state = state

    def go_back(self) -> bool:
        """Take the last state back."""
        if not self.done:
            return False
        self.undone.append(self.state)
        self.state = self.done.pop()
        return True

    def go_on(self) -> bool:
        """Bring the last state back."""
        if not self.undone:
            return False
        self.done.append(self.state)
        self.state = self.undone.pop()
        return True


def held(case: Workbench) -> State:
    """What the case holds, as the model has it."""
    found: State = {}
    for kind, (row_kind, _) in KINDS.items():
        rows: tuple[Any, ...] = case.rows.all(row_kind)
        found[kind] = {
            row.id: {name: value for name, value in asdict(row).items() if name != "id"} for row in rows
        }
    return found


def act(case: Workbench, model: Model, what: str, kind: str, number: int, words: str, where: str) -> None:
    """Do one thing to both."""
    field = KINDS[kind][1]
    fields = {field: words}
    if kind == "question" and where:
        fields["place"] = at(case, where)[0]
    known = list(model.state[kind])
    chosen = known[number % len(known)] if known else ""
    if what == "add":
        change = getattr(case, f"add_{kind}")(DRAFTS[kind](**fields))
        assert change.case
    elif what == "edit" and known:
        getattr(case, f"edit_{kind}")(chosen, DRAFTS[kind](**fields))
    elif what == "remove" and known:
        getattr(case, f"remove_{kind}")(chosen)
    else:
        return
    model.take(held(case))
    expected = {"add": len(known) + 1, "edit": len(known), "remove": len(known) - 1}[what]
    assert len(model.state[kind]) == expected
    assert (chosen in model.state[kind]) == (bool(chosen) and what != "remove")
    if what == "edit":
        assert model.state[kind][chosen][field] == words.strip()
    if what != "remove":
        assert words.strip() in {entry[field] for entry in model.state[kind].values()}


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_case_and_model_agree_after_every_step(steps: list[tuple[str, str, int, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.verif"
        case, model = make_case(path), Model()
        try:
            for what, kind, number, words, where in steps:
                if what == "open again":
                    order = {name: list(entries) for name, entries in held(case).items()}
                    case.close()
                    case = Workbench.open(path)
                    assert {name: list(entries) for name, entries in held(case).items()} == order
                elif what == "undo":
                    if model.go_back():
                        case.undo()
                elif what == "redo":
                    if model.go_on():
                        case.redo()
                else:
                    act(case, model, what, kind, number, words, where)
                assert held(case) == model.state
                agree_on_what_is_open(case)
        finally:
            case.close()
        assert check_case(path) == ()


def agree_on_what_is_open(case: Workbench) -> None:
    """Every open question is an open item, and at its place."""
    asked = {
        item.question.id
        for item in open_items(case.rows)
        if item.problem is Problem.QUESTION and item.question
    }
    assert asked == {one.id for one in case.rows.all(Question) if one.is_open}
    for question in case.rows.all(Question):
        if question.place:
            assert question in case.rows.questions_on(question.place)
