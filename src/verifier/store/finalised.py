"""Finalised reports in the journal: the hash of a case's state, and whether the versions noted are what was frozen.

A version's row is written by one step that nothing takes back; it names how many steps it tells of, the hash of the
last of them, and the hash of the rows they lead to. All three are checked when a case is opened.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from verifier.domain.articles import sha256_of
from verifier.domain.reportversions import FINALISE, ReportVersion
from verifier.domain.rows import CaseRows
from verifier.store.codec import COLUMNS_OF, JsonRow, canonical, from_json, to_json
from verifier.store.journal import JournalError, StoredStep, first_hash, replay

VERSIONS = "report_versions"
"""The table of finalised reports. It is no part of the state they freeze."""

Tables: TypeAlias = "Mapping[str, Mapping[str, JsonRow]]"

_HEX = frozenset("0123456789abcdef")


def state_sha256(rows: CaseRows) -> str:
    """The SHA-256 of all rows of a case but its finalised reports."""
    tables = {
        name: {key: to_json(name, row) for key, row in rows.table(name).items()} for name in _STATE_TABLES
    }
    return StateHash().of(tables)


class StateHash:
    """Hashes the states of one case, a row that did not change since the last one only once.

    Columns at their default are left out, as an older schema may not have had them: the hash of a state stays what it
    was when the file is migrated.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[JsonRow, str]] = {}

    def of(self, tables: Tables) -> str:
        """The SHA-256 of the rows, one canonical line each, sorted."""
        lines = [self._line(name, key, row) for name in _STATE_TABLES for key, row in tables[name].items()]
        return sha256_of("\n".join(sorted(lines)))

    def _line(self, table: str, key: str, row: JsonRow) -> str:
        known = self._known.get((table, key))
        if known is not None and known[0] is row:
            return known[1]
        defaults = _DEFAULTS[table]
        told = {name: value for name, value in row.items() if defaults.get(name, _NONE) != value}
        line = canonical([table, key, told])
        self._known[table, key] = row, line
        return line


_NONE = object()
_STATE_TABLES = tuple(name for name in COLUMNS_OF if name != VERSIONS)


def _defaults(table: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for column in COLUMNS_OF[table]:
        if column.has_default:
            found[column.name] = column.to_json(column.default)
    return found


_DEFAULTS = {table: _defaults(table) for table in _STATE_TABLES}


def replayed(steps: Sequence[StoredStep], case_id: str) -> dict[str, dict[str, JsonRow]]:
    """The rows the journal leads to, as ``journal.replay`` says, with the finalised reports checked on the way. Raises
    JournalError for one that is noted otherwise than finalising does, or taken back.
    """
    check = _VersionCheck(steps, case_id)
    tables = replay(steps, check.state)
    check.rows(tables[VERSIONS])
    return tables


class _VersionCheck:
    """What the finalised reports of a journal say, to be compared with what they froze."""

    def __init__(self, steps: Sequence[StoredStep], case_id: str) -> None:
        self._expected: dict[int, tuple[int, str]] = {}
        self._rows: dict[str, JsonRow] = {}
        self._hash = StateHash()
        reached = -1
        for stored in steps:
            if stored.step.what != FINALISE:
                continue
            version = _noted(stored)
            head = steps[version.steps - 1].step.hash if version.steps else first_hash(case_id)
            in_place = version.steps > reached and version.number == len(self._rows) + 1
            if not in_place or version.head_hash != head:
                raise _wrong(stored)
            reached = version.steps
            self._expected[reached] = stored.step.sequence, version.state_sha256
            self._rows[version.id] = to_json(VERSIONS, version)

    def state(self, sequence: int, tables: Tables) -> None:
        """Compare the rows after a step (0: before the first) with what the version that freezes them says."""
        expected = self._expected.get(sequence)
        if expected is not None and self._hash.of(tables) != expected[1]:
            raise JournalError("report-version-wrong", str(expected[0]))

    def rows(self, found: Mapping[str, JsonRow]) -> None:
        """Compare the versions there are in the end with those that were noted: none is changed or taken back."""
        if found != self._rows:
            raise JournalError("report-version-wrong", VERSIONS)


def _wrong(stored: StoredStep) -> JournalError:
    return JournalError("report-version-wrong", str(stored.step.sequence))


def _noted(stored: StoredStep) -> ReportVersion:
    """The version a step notes; it is all the step does. Raises JournalError where it is not."""
    step = stored.step
    try:
        [(table, key, before, after)] = json.loads(stored.changes)
        version = from_json(table, after)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _wrong(stored) from error
    is_sound = (
        isinstance(version, ReportVersion)
        and step.undoes is None
        and step.redoes is None
        and before is None
        and key == version.id
        and 0 <= version.steps < step.sequence
        and version.checker == step.checker
        and all(len(one) == 64 and set(one) <= _HEX for one in (version.sha256, version.state_sha256))
    )
    if not is_sound or not isinstance(version, ReportVersion):
        raise _wrong(stored)
    return version
