"""Backups in the user's data folder: a few of the last states of each case, each verified by opening it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from verifier.domain.errors import CaseError, reason_of
from verifier.session.opencase import OpenCase

KEPT = 5
"""How many backups of a case are kept."""
_WHERE = "path.txt"
"""Beside the backups of a case: the path it was last worked on at, so that they are found where it is damaged."""


def back_up(case: OpenCase, folder: Path) -> Path | None:
    """Back a case up unless its last step is backed up already; the oldest beyond KEPT go. Raises CaseError.

    The name tells the number of the last step: ``000042.verif`` in a folder named after the case's id.
    """
    if not case.steps():
        return None
    home = folder / "backups" / case.case_id
    target = home / f"{case.steps()[-1].sequence:06d}.verif"
    if target.exists():
        return target
    try:
        home.mkdir(parents=True, exist_ok=True)
        (home / _WHERE).write_text(str(case.path.absolute()), "utf-8")
    except OSError as error:
        raise CaseError("copy-not-written", str(target), detail=reason_of(error)) from error
    case.save_copy(target)
    for old in sorted(home.glob("*.verif"))[:-KEPT]:
        old.unlink()
    return target


def last_backup(path: Path, folder: Path) -> Path | None:
    """The newest backup of the case that was last worked on at a path, or None."""
    for where in (folder / "backups").glob(f"*/{_WHERE}"):
        with suppress(OSError):
            if where.read_text("utf-8", "replace") == str(path.absolute()):
                return max(where.parent.glob("*.verif"), default=None)
    return None
