"""The hash of a case's state: any row changes it, a column that a later schema adds does not."""

import sqlite3
from pathlib import Path

import pytest
from tests.making import at, make_case

from verifier.domain.kinds import Label
from verifier.domain.rows import TABLES
from verifier.session.workbench import Workbench
from verifier.store.casefile import CaseFile
from verifier.store.codec import COLUMNS_OF, JsonRow, to_json
from verifier.store.finalised import VERSIONS, StateHash, state_sha256


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    made = make_case(tmp_path / "case.verif")
    made.mark(at(made, "A2"), Label.DISPUTED)
    made.edit_case(finding="Shut.")
    return made


def tables_of(case: Workbench) -> dict[str, dict[str, JsonRow]]:
    return {
        name: {key: to_json(name, row) for key, row in case.rows.table(name).items()}
        for name in TABLES
        if name != VERSIONS
    }


def test_a_column_that_an_older_schema_did_not_have_leaves_the_hash_as_it_was(case: Workbench) -> None:
    expected, dropped = state_sha256(case.rows), 0
    older = tables_of(case)
    for name, rows in older.items():
        defaults = {one.name: one.to_json(one.default) for one in COLUMNS_OF[name] if one.has_default}
        for row in rows.values():
            for column in [one for one in row if one in defaults and row[one] == defaults[one]]:
                del row[column]
                dropped += 1
    assert dropped > 50
    assert StateHash().of(older) == expected


def test_any_value_of_any_row_counts(case: Workbench) -> None:
    found = {state_sha256(case.rows)}
    changed = 0
    for name, rows in tables_of(case).items():
        for key, row in rows.items():
            for column in row:
                other = tables_of(case)
                other[name][key][column] = "something else"
                found.add(StateHash().of(other))
                changed += 1
            break
    assert changed > 40
    assert len(found) == changed + 1


def test_a_row_more_or_less_counts_and_their_order_does_not(case: Workbench) -> None:
    tables = tables_of(case)
    whole = StateHash().of(tables)
    turned = {name: dict(reversed(rows.items())) for name, rows in reversed(tables.items())}
    assert StateHash().of(turned) == whole
    tables["sentences"].popitem()
    assert StateHash().of(tables) != whole


def test_hashing_the_states_of_a_case_one_after_the_other_gives_what_hashing_each_gives(
    case: Workbench,
) -> None:
    one, other = tables_of(case), tables_of(case)
    other["marks"].clear()
    together = StateHash()
    assert [together.of(tables) for tables in (one, other, one)] == [
        StateHash().of(tables) for tables in (one, other, one)
    ]


def test_a_finalised_version_is_neither_changed_nor_taken_out(case: Workbench) -> None:
    from verifier.reports import ReportOptions

    case.finalise(case.coming_version(ReportOptions()).version, "0" * 64)
    case.close()
    file = CaseFile.open(case.path, owner="x", now="2031-06-01T00:00:00+00:00")
    try:
        for statement in ("DELETE FROM report_versions", "UPDATE report_versions SET number = 2"):
            with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
                file._connection.execute(statement)
    finally:
        file.close()
