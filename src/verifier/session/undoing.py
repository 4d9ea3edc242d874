"""Undo and redo out of the journal: steps that take back other steps, so that nothing is ever deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from verifier.domain.errors import StepError
from verifier.domain.judgements import Mark
from verifier.domain.reportversions import FINALISE
from verifier.domain.steps import RowChange, Step, StepDraft

Changes = Callable[[str], tuple[RowChange, ...]]
"""Gives what the step of an id changed."""

NOT_UNDOABLE = frozenset({"migrate", FINALISE})
"""What steps are called that stand for ever: undo goes on with the step before them."""
_MAY_LOSE_MARKS = frozenset({"clear", "undo", "redo", "remove-article", "merge"})


class UndoStacks:
    """Which steps can be undone and redone, found by walking the journal; so they outlive the program."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._known: dict[str, Step] = {}

    @classmethod
    def of(cls, steps: Iterable[Step]) -> UndoStacks:
        """The stacks after these steps."""
        stacks = cls()
        for step in steps:
            stacks.take(step)
        return stacks

    def take(self, step: Step) -> None:
        """Go one step further. A new step closes the redo path."""
        self._known[step.id] = step
        if step.undoes is not None:
            self._undone.append(self._taken_from(self._done, step.undoes))
        elif step.redoes is not None:
            self._done.append(self._taken_from(self._undone, step.redoes))
        elif step.what not in NOT_UNDOABLE:
            self._done.append(step)
            self._undone.clear()

    def _taken_from(self, stack: list[Step], identity: str) -> Step:
        step = self._known[identity]
        if stack and stack[-1] is step:  # always, unless the case was written by another hand
            stack.pop()
        elif step in stack:
            stack.remove(step)
        return step

    @property
    def done(self) -> tuple[Step, ...]:
        """The steps that stand, oldest first."""
        return tuple(self._done)

    @property
    def next_undo(self) -> Step | None:
        """The step that would be undone."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that would be redone."""
        return self._undone[-1] if self._undone else None


def draft_undo(stacks: UndoStacks, changes_of: Changes) -> StepDraft:
    """The step that takes the last one back. Raises StepError("nothing-to-undo")."""
    step = stacks.next_undo
    if step is None:
        raise StepError("nothing-to-undo")
    return _undoing(step, changes_of)


def _undoing(step: Step, changes_of: Changes) -> StepDraft:
    changes = tuple(change.inverse for change in reversed(changes_of(step.id)))
    return StepDraft("undo", changes, {**dict(step.values), "of": step.what}, undoes=step.id)


def draft_redo(stacks: UndoStacks, changes_of: Changes) -> StepDraft:
    """The step that brings the last undone one back. Raises StepError("nothing-to-redo")."""
    step = stacks.next_redo
    if step is None:
        raise StepError("nothing-to-redo")
    return StepDraft("redo", changes_of(step.id), {**dict(step.values), "of": step.what}, redoes=step.id)


def steps_after(steps: Sequence[Step], step_id: str) -> tuple[Step, ...]:
    """The steps that stand now and did not when a step of the journal had been taken, newest first: those that undoing
    back to it takes back. Raises StepError: no-such-step; step-not-standing where what stood then was undone since.
    """
    index = next((place for place, step in enumerate(steps) if step.id == step_id), None)
    if index is None:
        raise StepError("no-such-step", step_id)
    then, now = UndoStacks.of(steps[: index + 1]).done, UndoStacks.of(steps).done
    if now[: len(then)] != then:
        raise StepError("step-not-standing", step_id)
    return now[len(then) :][::-1]


def draft_undo_back(steps: Sequence[Step], step_id: str, changes_of: Changes) -> list[StepDraft]:
    """The steps that take back every step after one, newest first. Raises StepError as ``steps_after``, and
    nothing-to-undo where there is none.
    """
    after = steps_after(steps, step_id)
    if not after:
        raise StepError("nothing-to-undo")
    return [_undoing(step, changes_of) for step in after]


def refuse_lost_marks(draft: StepDraft) -> None:
    """Guard the evidence: a step that lowers the number of labels, though nobody asked for that, is not taken.

    Raises StepError("would-lose-marks").
    """
    marks = [change for change in draft.changes if change.table == "marks"]
    before = sum(_is_label(change.before) for change in marks)
    after = sum(_is_label(change.after) for change in marks)
    if after < before and draft.what not in _MAY_LOSE_MARKS:
        raise StepError("would-lose-marks", draft.what, count=before - after)


def _is_label(row: object) -> bool:
    return isinstance(row, Mark) and row.label is not None
