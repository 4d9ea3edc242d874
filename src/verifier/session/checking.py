"""Whether a case file is sound: what ``verifier check`` and the window's "Check the case" answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from verifier.domain.errors import CaseError
from verifier.session.opencase import OpenCase


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """Something wrong with a case: a code of ``verifier.i18n.messages`` with its values, and where it is."""

    code: str
    where: str
    values: tuple[tuple[str, str], ...]


def check_case(path: Path) -> tuple[CaseProblem, ...]:
    """The problems of a case file: none, or the one for which it is not trusted. Changes nothing.

    Opening checks SQLite's pages, the schema, the hash chain, the replay of the journal against the rows, the hash
    of every original and text, and that every span fits its text. Where there is no case to check (missing, a folder,
    not a case, newer) that is the problem.
    """
    try:
        OpenCase.open(path, read_only=True).close()
    except CaseError as error:
        values = tuple((key, str(value)) for key, value in error.values.items())
        return (CaseProblem(error.code, error.where, values),)
    return ()
