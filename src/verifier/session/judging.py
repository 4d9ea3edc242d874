"""Marks: what a label, a modifier, a note or an advice changes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from verifier.domain.articles import Passage
from verifier.domain.errors import StepError
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Advice, Label, Modifier, Reach, Voice
from verifier.domain.steps import StepDraft
from verifier.session.drafting import Drafting, new_id
from verifier.session.evidence import EvidenceDraft, bear_out
from verifier.session.naming import places_told


class Keep(Enum):
    """Says of a part of a judgement: leave it as it is."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a user says of some places in one action; what is KEEP stays as it is."""

    label: Label | Keep | None = KEEP
    modifiers: Collection[Modifier] | None = None
    note: str | None = None
    reach: Reach = Reach.PRINTED
    advice: Advice | Keep | None = KEEP
    wording: str | None = None
    voice: Voice | Keep | None = KEEP
    evidence: Sequence[EvidenceDraft] = ()
    add: Collection[Modifier] = ()
    remove: Collection[Modifier] = ()


def draft_judgement(
    drafting: Drafting, targets: Sequence[str], judgement: Judgement, *, checker: str, now: str
) -> StepDraft:
    """The step that says the same of every target. Its changes are empty when all of it stood already."""
    passages = [drafting.passage(target) for target in dict.fromkeys(targets)]
    for passage in passages:
        before = drafting.rows.mark_on(passage.id)
        blank = Mark(before.id if before else new_id(), passage.id, None, checker, now)
        _put_mark(drafting, before, _judged(before or blank, judgement), checker=checker, now=now)
    for piece in dict.fromkeys(judgement.evidence):
        bear_out(drafting, [passage.id for passage in passages], piece, checker=checker, now=now)
    _leave_out_needless(drafting, passages)
    return drafting.finish(_what(judgement), **_values(drafting, passages, judgement))


def toggled(drafting: Drafting, targets: Sequence[str], modifier: Modifier) -> Judgement:
    """The judgement that puts a modifier on every target, or takes it off where all have it.

    Raises StepError("modifier-without-label" or "refuted-needs-disputed").
    """
    found = [drafting.rows.mark_on(drafting.passage(target).id) for target in targets]
    marks = [mark for mark in found if mark is not None and mark.label is not None]
    if not marks or len(marks) < len(found):
        raise StepError("modifier-without-label", modifier.value)
    off = all(modifier in mark.modifiers for mark in marks)
    return Judgement(remove=(modifier,)) if off else Judgement(add=(modifier,))


def _judged(mark: Mark, judgement: Judgement) -> Mark:
    """The mark with the judgement's parts; modifiers belong to a label and go with it."""
    changes: dict[str, Any] = {}
    modifiers = judgement.modifiers
    if judgement.label is not KEEP:
        changes["label"] = judgement.label
        if judgement.label != mark.label and modifiers is None:
            modifiers = ()
    kept = mark.modifiers if modifiers is None else modifiers
    changes["modifiers"] = _ordered({*kept, *judgement.add} - set(judgement.remove))
    if judgement.note is not None:
        changes |= {"note": judgement.note, "reach": judgement.reach}
    if judgement.advice is not KEEP:
        changes["advice"] = judgement.advice
    if judgement.wording is not None:
        changes["wording"] = judgement.wording
    if judgement.voice is not KEEP:
        changes["voice"] = judgement.voice
    after = replace(mark, **changes)
    _refuse_nonsense(after)
    return after


def _ordered(modifiers: Collection[Modifier]) -> tuple[Modifier, ...]:
    return tuple(sorted(set(modifiers), key=list(Modifier).index))


def _refuse_nonsense(mark: Mark) -> None:
    """A modifier limits a label, and only what is disputed can be refuted."""
    if mark.modifiers and mark.label is None:
        raise StepError("modifier-without-label", mark.modifiers[0].value)
    if Modifier.REFUTED in mark.modifiers and mark.label is not Label.DISPUTED:
        raise StepError("refuted-needs-disputed")


def _put_mark(drafting: Drafting, before: Mark | None, after: Mark, *, checker: str, now: str) -> None:
    """Write the mark if it says anything new. The same label by another checker is a judgement of its own only
    when something changes; so the first checker's name stands until then.
    """
    if before == after:
        return
    says_nothing = after.label is None and not (after.note or after.advice or after.wording or after.voice)
    if says_nothing:
        if before is not None:
            drafting.drop(Mark, after.id)
        return
    drafting.put(replace(after, checker=checker, time=now))


def _leave_out_needless(drafting: Drafting, passages: Sequence[Passage]) -> None:
    """Drop passages made for targets nothing was said of in the end."""
    used = drafting.passages_in_use()
    for passage in passages:
        if drafting.rows.get(Passage, passage.id) is None and passage.id not in used:
            drafting.drop(Passage, passage.id)


def _what(judgement: Judgement) -> str:
    if judgement.label is None:
        return "clear"
    if judgement.label is not KEEP:
        return "mark"
    if judgement.modifiers is not None or judgement.add or judgement.remove:
        return "modify"
    if judgement.note is not None:
        return "note"
    if judgement.voice is not KEEP:
        return "attribute"
    return "advise" if judgement.advice is not KEEP or judgement.wording is not None else "add-evidence"


def _values(drafting: Drafting, passages: Sequence[Passage], judgement: Judgement) -> dict[str, str]:
    values = places_told(drafting.rows, passages)
    if isinstance(judgement.label, Label):
        values["label"] = judgement.label.value
    for name in ("modifiers", "add", "remove"):
        named: Collection[Modifier] | None = getattr(judgement, name)
        if named:
            values[name] = ",".join(modifier.value for modifier in _ordered(named))
    return values
