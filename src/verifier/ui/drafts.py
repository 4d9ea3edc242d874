"""Notes being typed, kept outside the case every two seconds, so that a crash loses none of them."""

from __future__ import annotations

import json
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

    # -- the Case view ---------------------------------------------------------------------------------------------

    def keep_words(self, workbench: Workbench, key: str, words: dict[str, str]) -> None:
        """Keep what was typed in the fields of a form, by their names, until it is a step."""
        with suppress(OSError):
            self._of(workbench).keep(_CASE + key, json.dumps(words, ensure_ascii=False))

    def words(self, workbench: Workbench, key: str) -> dict[str, str]:
        """What was typed in the fields of a form and never became a step; {} where nothing was."""
        try:
            found = json.loads(self._of(workbench).get(_CASE + key) or "{}")
        except ValueError:
            return {}
        return {str(name): str(text) for name, text in found.items()} if isinstance(found, dict) else {}

    def forget_words(self, workbench: Workbench, key: str) -> None:
        """Drop what was typed in a form: it is in the case now."""
        with suppress(OSError):
            self._of(workbench).forget(_CASE + key)

    def _of(self, workbench: Workbench) -> NoteDrafts:
        return NoteDrafts(self._folder, workbench.case_id)


_CASE = "case-view#"
"""What the keys of the Case view’s drafts begin with: no sentence has such an id."""


def _key(subject: str, reach: Reach) -> str:
    return f"{subject}#{reach}"
