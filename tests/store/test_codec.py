from dataclasses import MISSING, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.domain.articles import Notice, Version
from verifier.domain.judgements import Absence, Claim, ClaimMember, Evidence, Link, Mark, Rejection
from verifier.domain.kinds import Facet, Label, Modifier, Reach, Relation, Severity
from verifier.domain.rows import COLUMNS, TABLES
from verifier.store import codec
from verifier.store.schema import DDL

MARK = Mark(
    "m", "p", Label.NO_CLAIM, "AB", "t", (Modifier.PARTLY, Modifier.REFUTED), None, "ä\n☃", Reach.INTERNAL
)
EVIDENCE = Evidence("e", "c", "AB", "t", confidential=True)
LINK = Link("l", "a", "b", Relation.ADDS_DETAIL, "AB", "t", (Facet.DATE,), Severity.MINOR)
VERSION = Version(
    "v", "a", "n", "m", 1, "s", "t", "u", "h", "w", "r", "1", "e", "x", (Notice("n", (("k", "v"),)),)
)
COMPARED = (
    Claim("c", "wörd\n☃"),
    ClaimMember("m", "c", "p"),
    Rejection("r", "a", "b", "AB", "t"),
    Absence("n", "p", "a", "AB", "t"),
)


@pytest.mark.parametrize("row", [MARK, EVIDENCE, LINK, VERSION, *COMPARED])
def test_a_row_comes_back_from_json_and_from_sqlite(row: object) -> None:
    table = next(name for name, kind in TABLES.items() if isinstance(row, kind))
    assert codec.from_json(table, codec.to_json(table, row)) == row
    assert codec.from_json(table, codec.json_of_sql(table, codec.to_sql(table, row))) == row


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    mark = Mark("m", "p", None, "AB", "t", note=text)
    assert codec.from_json("marks", codec.json_of_sql("marks", codec.to_sql("marks", mark))) == mark


def test_the_schema_has_exactly_the_white_listed_columns_in_order() -> None:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    for statement in DDL:
        connection.execute(statement)
    for table, columns in COLUMNS.items():
        found = tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
        assert found == columns, table
    connection.close()


@pytest.mark.parametrize(
    "spoiled",
    [
        {"label": "true"},
        {"note": 3},
        {"modifiers": "partly"},
        {"modifiers": [1]},
        {"extra": "x"},
        {"reach": None},
    ],
)
def test_an_ill_formed_row_is_refused(spoiled: dict[str, object]) -> None:
    values = {**codec.to_json("marks", MARK), **spoiled}
    with pytest.raises(codec.RowFormError):
        codec.from_json("marks", values)  # type: ignore[arg-type]


def test_a_missing_column_takes_its_default_if_it_has_one() -> None:
    values = codec.to_json("marks", MARK)
    del values["note"]
    assert codec.from_json("marks", values) == replace(MARK, note="")
    assert codec.with_defaults("marks", values)["note"] == ""
    del values["label"]
    with pytest.raises(codec.RowFormError):
        codec.from_json("marks", values)


def test_a_list_that_is_not_json_is_refused() -> None:
    row = list(codec.to_sql("marks", MARK))
    row[COLUMNS["marks"].index("modifiers")] = "[“"
    with pytest.raises(codec.RowFormError):
        codec.json_of_sql("marks", tuple(row))


def test_a_type_rows_do_not_use_has_no_column() -> None:
    with pytest.raises(TypeError):
        codec._column("x", float, MISSING)
