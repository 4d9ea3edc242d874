"""Going back to a step: all after it are taken back at once, and come again one by one."""

import sqlite3
from pathlib import Path

import pytest
from tests.making import BERG, LIND, at, make_case, ticking

from verifier.domain.articles import Article
from verifier.domain.errors import StepError
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Label
from verifier.session.history import describe_step
from verifier.session.undoing import UndoStacks
from verifier.session.workbench import Workbench


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    made = make_case(tmp_path / "case.verif")
    for address, label in (("A2", Label.VERIFIED), ("A3", Label.DISPUTED), ("B1", Label.OPINION)):
        made.mark(at(made, address), label)
    return made


def labels(case: Workbench) -> list[Label | None]:
    return [mark.label for mark in case.rows.all(Mark)]


def test_all_steps_after_one_are_taken_back_newest_first(case: Workbench) -> None:
    back = case.steps()[1].id
    assert [step.sequence for step in case.steps_after(back)] == [4, 3]
    a3, b1 = at(case, "A3", "B1")
    change = case.undo_back_to(back)
    assert labels(case) == [Label.VERIFIED]
    assert change.sentences == {a3, b1}
    assert [describe_step(step) for step in case.steps()[4:]] == [
        "undone: B1 marked opinion",
        "undone: A3 marked disputed",
    ]
    assert len({step.time for step in case.steps()[4:]}) == 1
    assert change.step == case.steps()[-1]


def test_redo_brings_them_back_one_by_one(case: Workbench) -> None:
    case.undo_back_to(case.steps()[1].id)
    assert case.redo()
    assert labels(case) == [Label.VERIFIED, Label.DISPUTED]
    assert case.redo()
    assert labels(case) == [Label.VERIFIED, Label.DISPUTED, Label.OPINION]
    with pytest.raises(StepError, match="nothing-to-redo"):
        case.redo()


def test_it_outlives_the_program_and_the_journal_stays_whole(case: Workbench) -> None:
    case.undo_back_to(case.steps()[0].id)
    case.close()
    with Workbench.open(case.path, checker=BERG, clock=ticking()) as again:
        assert labels(again) == []
        again.verify()
        assert again.redo()
        assert labels(again) == [Label.VERIFIED]


def test_the_first_step_itself_stays(case: Workbench) -> None:
    case.undo_back_to(case.steps()[0].id)
    assert len(case.rows.all(Article)) == 2
    with pytest.raises(StepError, match="nothing-to-undo"):
        case.undo_back_to(case.steps()[0].id)


def test_the_last_step_has_nothing_after_it(case: Workbench) -> None:
    assert case.steps_after(case.steps()[-1].id) == ()
    with pytest.raises(StepError, match="nothing-to-undo"):
        case.undo_back_to(case.steps()[-1].id)


def test_there_is_no_way_back_to_a_step_that_was_undone(case: Workbench) -> None:
    gone = case.steps()[-1].id
    case.undo()
    case.mark(at(case, "B2"), Label.NO_CLAIM)
    with pytest.raises(StepError, match="step-not-standing"):
        case.undo_back_to(gone)
    with pytest.raises(StepError, match="step-not-standing"):
        case.steps_after(gone)
    assert gone not in case.standing()


def test_an_undo_is_a_place_in_the_history_like_any_other(case: Workbench) -> None:
    case.undo()
    undone = case.steps()[-1].id
    case.mark(at(case, "B2"), Label.NO_CLAIM)
    case.mark(at(case, "A5"), Label.NO_CLAIM)
    case.undo_back_to(undone)
    assert labels(case) == [Label.VERIFIED, Label.DISPUTED]


def test_a_step_nobody_took_is_told(case: Workbench) -> None:
    with pytest.raises(StepError, match="no-such-step"):
        case.undo_back_to("0")


def test_whoever_took_them(case: Workbench) -> None:
    case.checker = LIND
    case.undo_back_to(case.steps()[1].id)
    assert {step.checker for step in case.steps()[4:]} == {LIND.signature}


def test_where_one_of_them_cannot_be_written_none_is(
    case: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    from verifier.store import journal

    written = []
    append = journal.append

    def failing(connection: sqlite3.Connection, stored: journal.StoredStep) -> None:
        written.append(stored)
        if len(written) == 2:
            raise sqlite3.OperationalError("disk full")
        append(connection, stored)

    monkeypatch.setattr(journal, "append", failing)
    with pytest.raises(StepError, match="not-saved"):
        case.undo_back_to(case.steps()[0].id)
    monkeypatch.undo()
    assert len(written) == 2
    assert labels(case) == [Label.VERIFIED, Label.DISPUTED, Label.OPINION]
    assert len(case.steps()) == 4
    case.verify()
    assert case.undo()
    assert labels(case) == [Label.VERIFIED, Label.DISPUTED]


def test_a_copy_to_look_at_is_left_alone(case: Workbench) -> None:
    with (
        Workbench.open(case.path, read_only=True) as copy,
        pytest.raises(StepError, match="case-read-only"),
    ):
        copy.undo_back_to(copy.steps()[0].id)


def test_the_stacks_are_those_a_walk_through_the_journal_finds(case: Workbench) -> None:
    case.undo_back_to(case.steps()[1].id)
    case.redo()
    walked = UndoStacks.of(case.steps())
    assert {step.id for step in walked.done} == case.standing()
    assert walked.next_redo == case.next_redo()
