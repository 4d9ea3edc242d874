"""Notes being typed, kept outside the case every two seconds, so that a crash loses none of them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.domain.articles import Passage, Sentence
from verifier.domain.kinds import Reach
from verifier.session.drafts import NoteDrafts

if TYPE_CHECKING:
    from verifier.session.workbench import Workbench


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note that was being typed: on which sentence or passage, its text, whether printed."""

    subject: str
    text: str
    reach: Reach


class Drafts:
    """The drafts of whichever case is open. What cannot be written is no reason to stop typing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, workbench: Workbench, draft: NoteDraft) -> None:
        """Keep a draft. An internal one is kept as such: it must not come back printed."""
        drafts = self._of(workbench)
        with suppress(OSError):
            drafts.keep(_key(draft.subject, draft.reach), draft.text)

    def forget(self, workbench: Workbench, subject: str) -> None:
        """Drop the drafts on a place: its note is in the case now."""
        drafts = self._of(workbench)
        with suppress(OSError):
            for reach in Reach:
                drafts.forget(_key(subject, reach))

    def left_behind(self, workbench: Workbench) -> list[NoteDraft]:
        """The drafts on places of a case that never became a note."""
        drafts = self._of(workbench)
        rows = workbench.rows
        ids = [*(row.id for row in rows.all(Sentence)), *(row.id for row in rows.all(Passage))]
        found = ((key, reach, drafts.get(_key(key, reach))) for key in ids for reach in Reach)
        return [NoteDraft(key, text, reach) for key, reach, text in found if text]

    def _of(self, workbench: Workbench) -> NoteDrafts:
        return NoteDrafts(self._folder, workbench.case_id)


def _key(subject: str, reach: Reach) -> str:
    return f"{subject}#{reach}"
