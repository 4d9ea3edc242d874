"""Finalising: a report is frozen with the state and the numbers of its case, as version n with a hash.

The report is written beside its place first, then its version is noted, then it is put in its place. So a report that
could not be written leaves no version in the case, and one whose version could not be noted is never seen. Whoever is
stopped between noting and putting has a version without a file: finalising again writes the very same one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.domain.errors import ReportError, StepError
from verifier.domain.queries import whole_characters
from verifier.domain.reportversions import FINALISE, Correction, ReportVersion
from verifier.domain.rows import CaseRows, Snapshot
from verifier.domain.steps import Change, RowChange, StepDraft
from verifier.session.corrected import Changes
from verifier.session.drafting import new_id
from verifier.session.taking import Taking
from verifier.session.undoing import NOT_UNDOABLE

if TYPE_CHECKING:
    from verifier.i18n import Translator
    from verifier.reports.options import ReportOptions
    from verifier.reports.saving import Staged
    from verifier.session.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Coming:
    """A report about to be finalised: what it is made from, with its version, which is noted when it is written.
    ``again`` says that nothing changed since that version: it is the same one, and there is nothing to note.
    """

    snapshot: Snapshot
    version: ReportVersion
    again: bool


@dataclass(frozen=True, slots=True)
class Finalised:
    """A finalised report: its version as it is noted, the files written, whether nothing had changed since that version
    (it is then the same one, written again), and what noting it touched.
    """

    version: ReportVersion
    paths: tuple[Path, ...]
    again: bool
    change: Change


# -- one report ------------------------------------------------------------------------------------------------------


def finalised_report(
    case: Workbench,
    options: ReportOptions,
    target: Path,
    why: str = "",
    form: str = "docx",
    translator: Translator | None = None,
) -> Finalised:
    """Write the final report of a case to ``target`` and note its version: the next number, or the last one again where
    nothing changed since. ``why`` is the reason for a new version, which the corrections name.

    A window that has the report written elsewhere does the same in steps: ``coming_version`` gives the snapshot for the
    job (with ``final=True`` in its options), ``note`` and ``put`` follow when it is written beside its place.

    Raises ReportError where it cannot be written, StepError where it cannot be noted, CaseError; nothing is noted then,
    and no file of it is left. ReportError("final-report-not-put") where it was noted and could not be put in its place.
    """
    from verifier.reports import stage_report
    from verifier.session.comparing import with_comparison

    coming = case.coming_version(options, why)
    snapshot = with_comparison(coming.snapshot)
    return finished(
        case, coming, stage_report(snapshot, replace(options, final=True), target, form, translator)
    )


def finished(case: Workbench, coming: Coming, staged: Staged) -> Finalised:
    """Note the version of a final report that is written beside its place, and put it there. Raises as ``note`` and
    ``put`` do; what is not in its place is then gone.
    """
    with staged:
        change = note(case, coming, staged)
        paths = put(coming, staged)
    version = coming.version if coming.again else replace(coming.version, sha256=staged.sha256)
    return Finalised(version, paths, coming.again, change)


def note(case: Workbench, coming: Coming, staged: Staged) -> Change:
    """Note the version of a report that is written beside its place, unless it is noted already; the change is empty
    then. Raises StepError where that is refused; the files are then gone.
    """
    if coming.again:
        return Change()
    try:
        return case.finalise(coming.version, staged.sha256)
    except StepError:
        staged.discard()
        raise


def put(coming: Coming, staged: Staged) -> tuple[Path, ...]:
    """Put a final report that is noted in its place, and give its paths. Raises ReportError("final-report-not-put")."""
    try:
        return staged.commit()
    except ReportError as error:
        told = {"number": coming.version.number, "reason": error.values["reason"]}
        raise ReportError("final-report-not-put", error.where, **told) from error


def _coming(
    snapshot: Snapshot,
    hashes: tuple[str, str],
    checker: str,
    options: ReportOptions,
    why: str,
    changes_of: Changes,
) -> Coming:
    """What finalising a case as a snapshot shows it makes: its next version, or the last one where the state is still
    the one it froze. ``hashes`` are those of the rows and of the last step.
    """
    state, head_hash = hashes
    last = snapshot.versions[-1] if snapshot.versions else None
    if last is not None and last.state_sha256 == state:
        return Coming(_as_frozen(snapshot, last, changes_of), last, again=True)
    version = ReportVersion(
        id=new_id(),
        number=last.number + 1 if last else 1,
        time=_time_of(options, snapshot.taken_at),
        checker=checker,
        template=options.template,
        sha256="",
        steps=len(snapshot.steps),
        head_hash=head_hash,
        state_sha256=state,
        note=whole_characters(" ".join(why.split())),
    )
    corrections = tuple(_explained(one, version) for one in snapshot.corrections)
    made = replace(
        snapshot, taken_at=version.time, versions=(*snapshot.versions, version), corrections=corrections
    )
    return Coming(made, version, again=False)


def _explained(one: Correction, version: ReportVersion) -> Correction:
    """A correction of the coming version, with its reason where nothing else gives one."""
    return replace(one, why=one.why or version.note) if one.version == version.number else one


def _time_of(options: ReportOptions, now: str) -> str:
    """The time a report bears, in UTC: the one it was given, else now. Raises ReportError where it is none."""
    from verifier.reports.options import instant, zone_named

    time = instant(options.time or now, zone_named(options.zone))
    return time.astimezone(UTC).isoformat(timespec="milliseconds")


def _as_frozen(snapshot: Snapshot, version: ReportVersion, changes_of: Changes) -> Snapshot:
    """The snapshot as it was when a version froze it, so that the same version has the same bytes: what was done since
    and taken back again is left out, and the hash of the written file, which it cannot tell of itself.
    """
    steps = snapshot.steps[: version.steps]
    rows = snapshot.rows
    if any(step.what not in NOT_UNDOABLE for step in snapshot.steps[version.steps :]):
        rows = CaseRows()  # made anew: rows that went and came again stand in another order
        for step in steps:
            rows.apply(changes_of(step.id))
    return replace(
        snapshot,
        rows=rows.sealed_copy(),
        steps=steps,
        taken_at=version.time,
        checkers=tuple(dict.fromkeys(step.checker for step in steps)),
        versions=(*snapshot.versions[:-1], replace(version, sha256="")),
        corrections=tuple(one for one in snapshot.corrections if one.version <= version.number),
    )


class FinalVerbs(Taking):
    """What the workbench can do about finalised reports."""

    def coming_version(
        self, options: ReportOptions, why: str = "", snapshot: Snapshot | None = None
    ) -> Coming:
        """What a final report with some options is made from, and the version it will be. Writes nothing: when the
        report is written, ``finalise`` notes it. ``snapshot`` is one of the case as it still is.

        Raises StepError("case-read-only"), ReportError for a time or zone that is none, CaseError.
        """
        self._drafting()  # a copy to look at is refused
        snapshot = snapshot or self.snapshot()
        hashes = self._file.state_sha256(), self._file.head_hash()
        return _coming(snapshot, hashes, self.checker.signature, options, why, self._file.changes_of)

    def finalise(self, version: ReportVersion, sha256: str) -> Change:
        """Note a final report as it was written: ``version`` is that of ``coming_version``, ``sha256`` the file's. It
        freezes the case as the report tells it, whatever was done meanwhile, and is never undone.

        Raises StepError: version-outrun where another was noted meanwhile, version-of-another-case.
        """
        if (
            self._file.head_hash(version.steps) != version.head_hash
        ):  # the window may hold another case by now
            raise StepError("version-of-another-case", str(version.number))
        if version.number != self.rows.count("report_versions") + 1:
            raise StepError("version-outrun", str(version.number))
        noted = replace(version, sha256=sha256, checker=self.checker.signature)
        change = RowChange("report_versions", noted.id, None, noted)
        return self._take(StepDraft(FINALISE, (change,), {"number": str(noted.number)}))
