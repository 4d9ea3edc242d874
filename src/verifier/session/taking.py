"""Taking steps: the one way by which anything in an open case changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verifier.domain.errors import StepError
from verifier.domain.steps import Change, StepDraft
from verifier.session.changes import change_of
from verifier.session.drafting import Drafting
from verifier.session.opencase import OpenCase
from verifier.session.undoing import refuse_lost_marks


class Taking(OpenCase):
    """An open case with what every verb that changes it needs."""

    def _drafting(self) -> Drafting:
        if self.read_only:
            raise StepError("case-read-only", str(self.path))
        return Drafting(self.rows, self._texts)

    def _signed(self) -> dict[str, Any]:
        return {"checker": self.checker.signature, "now": self._clock()}

    def _take(self, draft: StepDraft, blobs: Mapping[str, bytes] | None = None) -> Change:
        """Take a step: check it, write it, answer with what it touched. One that changes nothing is not taken."""
        if self.read_only:
            raise StepError("case-read-only", str(self.path))
        if not draft.changes:
            return Change()
        refuse_lost_marks(draft)
        return self._take_all([draft], blobs)

    def _take_all(self, drafts: Sequence[StepDraft], blobs: Mapping[str, bytes] | None = None) -> Change:
        """Write steps, all of them or none, and answer with what they touched together."""
        signature, now = self.checker.signature, self._clock()
        steps = self._file.commit_all(drafts, checker=signature, time=now, blobs=blobs or {})
        for step in steps:
            self._stacks.take(step)
        changes = [change for draft in drafts for change in draft.changes]
        if any(change.table == "versions" for change in changes):
            self._take_texts()
        return change_of(self.rows, changes, steps[-1])
