"""The append-only journal: steps with a hash chain, read back and replayed.

A step's hash is the SHA-256 of the canonical JSON of everything it holds and of the hash before it; the first step
follows the hash of the case's own id. So a letter changed anywhere in the journal, and a step taken out, show.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from verifier.domain.articles import sha256_of
from verifier.domain.rows import TABLES
from verifier.domain.steps import JsonValue, RowChange, Step, StepDraft
from verifier.store.codec import JsonRow, canonical, from_json, to_json, with_defaults

_COLUMNS = 'sequence, id, copy_id, checker, time, schema, what, "values", undoes, redoes, changes, previous_hash, hash'


class JournalError(ValueError):
    """The journal does not hold together. ``args[0]`` says what is wrong, ``args[1]`` at which step."""


@dataclass(frozen=True, slots=True)
class StoredStep:
    """A step with its changes as they are written."""

    step: Step
    changes: str


def first_hash(case_id: str) -> str:
    """The hash the first step of a case follows."""
    return sha256_of(f"verifier case {case_id}")


def seal(step: Step, changes: str) -> str:
    """The hash of a step and its changes."""
    return sha256_of(
        canonical(
            [
                step.sequence,
                step.id,
                step.copy_id,
                step.checker,
                step.time,
                step.schema,
                step.what,
                [list(pair) for pair in step.values],
                step.undoes,
                step.redoes,
                changes,
                step.previous_hash,
            ]
        )
    )


def write_changes(changes: Iterable[RowChange]) -> str:
    """Row changes as the journal's JSON: a list of [table, key, before, after]."""
    return canonical(
        [
            [
                change.table,
                change.key,
                None if change.before is None else to_json(change.table, change.before),
                None if change.after is None else to_json(change.table, change.after),
            ]
            for change in changes
        ]
    )


def read_changes(text: str) -> tuple[RowChange, ...]:
    """Row changes from the journal's JSON. Raises ValueError where it is ill-formed."""
    return tuple(
        RowChange(
            table,
            key,
            None if before is None else from_json(table, before),
            None if after is None else from_json(table, after),
        )
        for table, key, before, after in _entries(text)
    )


def _entries(text: str) -> Iterator[tuple[str, str, JsonRow | None, JsonRow | None]]:
    for entry in json.loads(text):
        table, key, before, after = entry
        if table not in TABLES or not isinstance(key, str):
            raise ValueError(f"unknown table {table!r}")
        yield table, key, before, after


def append(connection: sqlite3.Connection, stored: StoredStep) -> None:
    """Write a sealed step behind the others."""
    step = stored.step
    connection.execute(
        f"INSERT INTO steps ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",  # noqa: S608 - our own column names
        (
            step.sequence,
            step.id,
            step.copy_id,
            step.checker,
            step.time,
            step.schema,
            step.what,
            canonical([list(pair) for pair in step.values]),
            step.undoes,
            step.redoes,
            stored.changes,
            step.previous_hash,
            step.hash,
        ),
    )


def make_step(
    draft: StepDraft, *, identity: str, after: Step | None, case_id: str, **facts: str | int
) -> StoredStep:
    """Seal a draft behind the step before it. ``facts`` are copy_id, checker, time and schema."""
    changes = write_changes(draft.changes)
    step = Step(
        id=identity,
        sequence=after.sequence + 1 if after else 1,
        copy_id=str(facts["copy_id"]),
        checker=str(facts["checker"]),
        time=str(facts["time"]),
        schema=int(facts["schema"]),
        what=draft.what,
        values=tuple(sorted(draft.values.items())),
        undoes=draft.undoes,
        redoes=draft.redoes,
        previous_hash=after.hash if after else first_hash(case_id),
        hash="",
    )
    return StoredStep(_with_hash(step, changes), changes)


def _with_hash(step: Step, changes: str) -> Step:
    values = {name: getattr(step, name) for name in Step.__slots__}
    return Step(**{**values, "hash": seal(step, changes)})


def read_steps(connection: sqlite3.Connection) -> Iterator[StoredStep]:
    """Every step in order. Raises JournalError for one whose values cannot be read."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM steps ORDER BY sequence"):  # noqa: S608 - our own names
        *head, values, undoes, redoes, changes, previous, own = row
        try:
            pairs = tuple((str(name), str(value)) for name, value in json.loads(values))
        except (ValueError, TypeError, RecursionError) as error:
            raise JournalError("step-unreadable", str(row[0])) from error
        sequence, identity, copy_id, checker, time, schema, what = head
        yield StoredStep(
            Step(
                identity, sequence, copy_id, checker, time, schema, what, pairs, undoes, redoes, previous, own
            ),
            changes,
        )


def changes_of(connection: sqlite3.Connection, step_id: str) -> tuple[RowChange, ...]:
    """What a step changed. Raises JournalError where the step is missing or ill-formed."""
    row = connection.execute("SELECT changes FROM steps WHERE id = ?", (step_id,)).fetchone()
    if row is None:
        raise JournalError("step-missing", step_id)
    try:
        return read_changes(row[0])
    except (ValueError, TypeError, RecursionError) as error:
        raise JournalError("step-unreadable", step_id) from error


def check_chain(steps: Iterable[StoredStep], case_id: str) -> Iterator[StoredStep]:
    """Pass the steps through, each checked. Raises JournalError at the first whose hash or place is wrong."""
    expected = first_hash(case_id)
    for sequence, stored in enumerate(steps, start=1):
        step = stored.step
        if step.sequence != sequence or step.previous_hash != expected:
            raise JournalError("chain-broken", str(sequence))
        if seal(step, stored.changes) != step.hash:
            raise JournalError("step-altered", str(sequence))
        expected = step.hash
        yield stored


def replay(
    steps: Iterable[StoredStep], watch: Callable[[int, dict[str, dict[str, JsonRow]]], None] | None = None
) -> dict[str, dict[str, JsonRow]]:
    """The rows the journal leads to, by table and key. ``watch`` is told the sequence of each step and the rows after
    it, and of those before the first (0). Raises JournalError where a step does not fit.
    """
    tables: dict[str, dict[str, JsonRow]] = {table: {} for table in TABLES}
    if watch is not None:
        watch(0, tables)
    for stored in steps:
        try:
            for table, key, before, after in _entries(stored.changes):
                _replay_one(tables[table], table, key, before, after)
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise JournalError("step-does-not-fit", str(stored.step.sequence)) from error
        if watch is not None:
            watch(stored.step.sequence, tables)
    return tables


def _replay_one(
    rows: dict[str, JsonRow], table: str, key: str, before: JsonRow | None, after: JsonRow | None
) -> None:
    expected = None if before is None else with_defaults(table, before)
    if rows.get(key) != expected:
        raise ValueError(f"{table} {key} was not as the step says")
    if after is None:
        del rows[key]
    else:
        made: dict[str, JsonValue] = with_defaults(table, after)
        rows[key] = made
