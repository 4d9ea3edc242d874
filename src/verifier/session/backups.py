"""Backups in the user's data folder: a few of the last states of each case, each verified by opening it."""

from __future__ import annotations

from pathlib import Path

from verifier.session.opencase import OpenCase

KEPT = 5
"""How many backups of a case are kept."""


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
    home.mkdir(parents=True, exist_ok=True)
    case.save_copy(target)
    for old in sorted(home.glob("*.verif"))[:-KEPT]:
        old.unlink()
    return target
