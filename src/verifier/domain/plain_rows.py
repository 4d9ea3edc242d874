"""Values of the domain as plain JSON values and back, derived from the fields of their dataclasses.

What comes back is checked field by field: it may have been written by anybody.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_MOST_DIGITS = 2**53
"""Whole numbers beyond this are none another program would read back alike."""


def plain(value: object, leave_out: frozenset[str] = frozenset()) -> dict[str, Any]:
    """A frozen dataclass as a dict of its fields, without those left out and those that have their default."""
    kind: Any = type(value)
    return {
        name: found if type(found) is str else _plain(found)
        for name, default, of in _defaults(kind)
        if (found := of(value)) != default and name not in leave_out
    }


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return plain(value) if is_dataclass(value) and not isinstance(value, type) else value


def made(kind: type[T], values: object, **known: object) -> T:
    """The dataclass of a dict of ``plain``; ``known`` fields come beside it. Raises ValueError for anything else."""
    if not isinstance(values, Mapping):
        raise ValueError(f"{kind.__name__} is no object")
    cls: Any = kind  # types are hashable, which their own type does not tell
    readers = _readers(cls)
    given = {name: _read(readers, kind, name, value) for name, value in values.items()}
    missing = [
        field.name
        for field in _fields(cls)
        if field.name not in given and field.name not in known and field.default is MISSING
    ]
    if missing or given.keys() & known.keys():
        raise ValueError(f"{kind.__name__}: {', '.join(missing) or 'a field twice'}")
    return kind(**given, **known)


def _read(readers: Mapping[str, Callable[[Any], Any]], kind: type, name: object, value: Any) -> Any:
    if name not in readers:
        raise ValueError(f"{kind.__name__} has no {name!r}")
    return readers[str(name)](value)


@lru_cache
def _fields(kind: Any) -> tuple[Field[Any], ...]:
    return fields(kind)


@lru_cache
def _defaults(kind: Any) -> tuple[tuple[str, object, Callable[[object], Any]], ...]:
    return tuple((field.name, field.default, attrgetter(field.name)) for field in _fields(kind))


@lru_cache
def _readers(kind: Any) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in _fields(kind)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """What reads a value of a type back. Raises TypeError for a type rows do not use."""
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint))
    if get_origin(hint) in (Union, types.UnionType):
        inner = _reader(next(part for part in get_args(hint) if part is not type(None)))
        return lambda value: None if value is None else inner(value)
    if hint in (str, int, bool, float):
        return _scalar_reader(hint)
    if issubclass(hint, StrEnum) or is_dataclass(hint):
        return hint if issubclass(hint, StrEnum) else lambda value: made(hint, value)
    raise TypeError(f"no reader for {hint!r}")


def _tuple_reader(members: tuple[Any, ...]) -> Callable[[Any], Any]:
    if members[-1] is Ellipsis:
        inner = _reader(members[0])
        return lambda value: tuple(inner(one) for one in listed(value))
    readers = [_reader(member) for member in members]
    return lambda value: tuple(read(one) for read, one in zip(readers, listed(value), strict=True))


def _scalar_reader(kind: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind:
            raise ValueError(f"{value!r} is not {kind.__name__}")
        if isinstance(value, int | float) and not -_MOST_DIGITS < value < _MOST_DIGITS:
            raise ValueError(f"{value!r} is too large")
        return value

    return read


def listed(value: object) -> list[Any]:
    """A value that is a list. Raises ValueError for any other."""
    if not isinstance(value, list):
        raise ValueError(f"{type(value).__name__} is no list")
    return value
