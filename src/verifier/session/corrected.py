"""The versions of a case's report, and what changed from one to the next: told from the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verifier.domain.correcting import Stretch, corrections_of
from verifier.domain.reportversions import Correction, ReportVersion
from verifier.domain.rows import CaseRows
from verifier.domain.steps import RowChange, Step

Changes = Callable[[str], tuple[RowChange, ...]]
"""Gives what the step of an id changed."""


def versions_of(rows: CaseRows) -> tuple[ReportVersion, ...]:
    """The finalised reports of a case, oldest first."""
    return tuple(sorted(rows.all(ReportVersion), key=lambda version: version.number))


def changed_since_versions(
    rows: CaseRows, steps: Sequence[Step], changes_of: Changes, why: str = ""
) -> tuple[Correction, ...]:
    """What changed from each finalised report to the next, and since the last, for which ``why`` is the reason."""
    versions = versions_of(rows)
    return corrections_of(rows, _stretches(versions, steps, changes_of, why)) if versions else ()


def _stretches(
    versions: Sequence[ReportVersion], steps: Sequence[Step], changes_of: Changes, why: str
) -> list[Stretch]:
    """The steps between the versions and after the last of them."""
    ends = [*((version.steps, version.note) for version in versions[1:]), (len(steps), why)]
    return [
        Stretch(
            version.number + 1,
            note,
            tuple((step, changes_of(step.id)) for step in steps[version.steps : end]),
        )
        for version, (end, note) in zip(versions, ends, strict=True)
    ]
