"""Undo and redo out of the journal: steps that take back other steps, so that nothing is ever deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from verifier.domain.errors import StepError
from verifier.domain.judgements import CaseDetails, Mark
from verifier.domain.steps import RowChange, Step, StepDraft
from verifier.session.drafting import Drafting

Changes = Callable[[str], tuple[RowChange, ...]]
"""Gives what the step of an id changed."""

_NOT_UNDOABLE = frozenset({"migrate"})
_MAY_LOSE_MARKS = frozenset({"clear", "undo", "redo", "remove-article"})


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
        elif step.what not in _NOT_UNDOABLE:
            self._done.append(step)
            self._undone.clear()

    def _taken_from(self, stack: list[Step], identity: str) -> Step:
        step = self._known[identity]
        if step in stack:
            stack.remove(step)
        return step

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
    changes = tuple(change.inverse for change in reversed(changes_of(step.id)))
    return StepDraft("undo", changes, {**dict(step.values), "of": step.what}, undoes=step.id)


def draft_redo(stacks: UndoStacks, changes_of: Changes) -> StepDraft:
    """The step that brings the last undone one back. Raises StepError("nothing-to-redo")."""
    step = stacks.next_redo
    if step is None:
        raise StepError("nothing-to-redo")
    return StepDraft("redo", changes_of(step.id), {**dict(step.values), "of": step.what}, redoes=step.id)


def draft_case(drafting: Drafting, words: Mapping[str, str | None]) -> StepDraft:
    """The step that writes the case's own words; None leaves a part as it is."""
    before = drafting.rows.details
    given = {name: text for name, text in words.items() if text is not None and getattr(before, name) != text}
    if given:
        drafting.put(replace(before if drafting.get(CaseDetails, "case") else CaseDetails(), **given))
    return drafting.finish("edit-case", parts=",".join(sorted(given)))


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
