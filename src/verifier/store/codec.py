"""Rows as JSON values and as SQLite columns, derived once from the dataclasses of ``verifier.domain``.

A row's JSON form is a dict of its white-listed columns. SQLite holds the same values, except that a list is its
JSON text and a truth value is 0 or 1.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from verifier.domain.articles import Notice
from verifier.domain.kinds import Origin
from verifier.domain.reading import Anchor, Candidate, Spot
from verifier.domain.rows import TABLES
from verifier.domain.steps import JsonValue, Row

JsonRow = dict[str, JsonValue]

_FINENESS = 100


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how its value becomes JSON and comes back, and how SQLite holds it ("text", "integer", "json")."""

    name: str
    storage: str
    to_json: Callable[[Any], Any]
    from_json: Callable[[Any], Any]
    default: Any

    @property
    def has_default(self) -> bool:
        """Whether an older schema may have been without it."""
        return self.default is not MISSING


class RowFormError(ValueError):
    """A stored row does not have the form its table asks for."""


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no spaces, no escapes but the needed ones. Hashes are over this."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def to_json(table: str, row: Row) -> JsonRow:
    """A row as a dict of its columns."""
    return {column.name: column.to_json(getattr(row, column.name)) for column in COLUMNS_OF[table]}


def from_json(table: str, values: Mapping[str, JsonValue]) -> Row:
    """The row of a dict of columns; a column an older schema did not have takes its default.

    Raises RowFormError for a missing, unknown or ill-formed column.
    """
    columns = COLUMNS_OF[table]
    try:
        made = [
            column.from_json(values[column.name]) if column.name in values else _default(column)
            for column in columns
        ]
        if len(values) > len(columns) or any(name not in NAMES_OF[table] for name in values):
            raise RowFormError(f"unknown column in {table}")
        return cast("Row", TABLES[table](*made))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RowFormError(f"{table}: {error}") from error


def with_defaults(table: str, values: Mapping[str, JsonValue]) -> JsonRow:
    """A dict of columns as the present schema has it: columns an older one did not have take their defaults."""
    return {
        column.name: values[column.name] if column.name in values else column.to_json(_default(column))
        for column in COLUMNS_OF[table]
    }


def to_sql(table: str, row: Row) -> tuple[int | str | None, ...]:
    """A row as the parameters of an INSERT, in column order."""
    found: list[int | str | None] = []
    for column in COLUMNS_OF[table]:
        value = column.to_json(getattr(row, column.name))
        found.append(canonical(value) if column.storage == "json" else value)
    return tuple(found)


def json_of_sql(table: str, values: tuple[object, ...]) -> JsonRow:
    """The JSON form of a row SQLite returned, in column order. Raises RowFormError where a list is not JSON."""
    found: JsonRow = {}
    for column, value in zip(COLUMNS_OF[table], values, strict=True):
        found[column.name] = _json_of_column(column, value)
    return found


def _json_of_column(column: Column, value: object) -> JsonValue:
    if column.storage == "json":
        try:
            return cast("JsonValue", json.loads(str(value)))
        except (ValueError, RecursionError) as error:
            raise RowFormError(f"{column.name} is not JSON") from error
    if column.default is False or column.default is True:
        return bool(value)
    return cast("JsonValue", value)


def _default(column: Column) -> Any:
    if column.default is MISSING:
        raise RowFormError(f"column {column.name} is missing")
    return column.default


def _same(value: Any) -> Any:
    return value


def _checked(kind: type) -> Callable[[Any], Any]:
    """A reader that takes a value of exactly this kind."""

    def check(value: Any) -> Any:
        if type(value) is not kind:
            raise RowFormError(f"{value!r} is not {kind.__name__}")
        return value

    return check


def _optional(reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else reader(value)


def _notice(value: Any) -> Notice:
    code, pairs = value
    text = _checked(str)
    return Notice(text(code), tuple((text(name), text(filling)) for name, filling in pairs))


def _notice_json(notice: Notice) -> JsonValue:
    return [notice.code, [[name, filling] for name, filling in notice.values]]


def _candidate(value: Any) -> Candidate:
    text = _checked(str)
    field, found, origin, detail = value
    return Candidate(text(field), text(found), Origin(origin), text(detail))


def _candidate_json(candidate: Candidate) -> JsonValue:
    return [candidate.field, candidate.value, candidate.origin.value, candidate.detail]


def _anchor(value: Any) -> Anchor:
    """An anchor of the parts that are there. Raises RowFormError for one it does not know."""
    found = dict(_checked(dict)(value))
    text = _checked(str)
    number = found.pop("paragraph", None)
    anchor = Anchor(
        spots=tuple(_spot(each) for each in _checked(list)(found.pop("spots", []))),
        paragraph=None if number is None else _checked(int)(number),
        **{name: text(found.pop(name, "")) for name in ("part", "xpath", "record", "time")},
    )
    if found:
        raise RowFormError(f"unknown in an anchor: {min(found)}")
    return anchor


def _spot(value: Any) -> Spot:
    page, *edges = map(_checked(int), value)
    return Spot(page, *(edge / _FINENESS for edge in edges))


def _spot_json(spot: Spot) -> JsonValue:
    """A page and four edges in hundredths of a point: whole numbers, whose JSON text is the same everywhere."""
    edges = (spot.left, spot.top, spot.right, spot.bottom)
    return [spot.page, *(round(edge * _FINENESS) for edge in edges)]


def _anchor_json(anchor: Anchor) -> JsonValue:
    """The parts of an anchor that are there."""
    found: dict[str, JsonValue] = {
        name: getattr(anchor, name)
        for name in ("part", "paragraph", "xpath", "record", "time")
        if getattr(anchor, name) not in ("", None)
    }
    if anchor.spots:
        found["spots"] = [_spot_json(spot) for spot in anchor.spots]
    return found


_MEMBERS: dict[type, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    Notice: (_notice_json, _notice),
    Candidate: (_candidate_json, _candidate),
}
"""How the values that lists of rows hold become JSON and come back."""


def _column(name: str, hint: Any, default: Any) -> Column:
    """The column for a dataclass field, by its type. Raises TypeError for a type rows do not use."""
    if hint is Anchor:
        return Column(name, "json", _anchor_json, _anchor, default)
    if get_origin(hint) is tuple:
        member = get_args(hint)[0]
        if member in _MEMBERS:
            return _list_column(name, *_MEMBERS[member], default)
        return _list_column(name, str, member if issubclass(member, StrEnum) else _checked(str), default)
    optional = get_origin(hint) in (Union, types.UnionType)
    kind = next(part for part in get_args(hint) if part is not type(None)) if optional else hint
    if issubclass(kind, StrEnum):
        to, read, storage = (lambda value: None if value is None else value.value), kind, "text"
    elif kind in (str, int, bool):
        to, read, storage = _same, _checked(kind), "text" if kind is str else "integer"
    else:
        raise TypeError(f"no column for {hint!r}")
    return Column(name, storage, to, _optional(read) if optional else read, default)


def _list_column(name: str, to: Callable[[Any], Any], read: Callable[[Any], Any], default: Any) -> Column:
    return Column(
        name,
        "json",
        lambda values: [to(value) for value in values],
        lambda values: tuple(read(value) for value in _checked(list)(values)),
        default,
    )


def _columns(kind: type) -> tuple[Column, ...]:
    hints = get_type_hints(kind)
    return tuple(_column(field.name, hints[field.name], field.default) for field in fields(kind))


COLUMNS_OF: dict[str, tuple[Column, ...]] = {table: _columns(kind) for table, kind in TABLES.items()}
NAMES_OF: dict[str, frozenset[str]] = {
    table: frozenset(column.name for column in columns) for table, columns in COLUMNS_OF.items()
}
