"""Gathering what one user action changes, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar
from uuid import uuid4

from verifier.domain.articles import Passage, Sentence, sha256_of
from verifier.domain.errors import StepError
from verifier.domain.judgements import EvidenceUse, Mark
from verifier.domain.rows import TABLES, CaseRows
from verifier.domain.steps import Row, RowChange, StepDraft
from verifier.domain.versions import is_current

T = TypeVar("T")

_TABLE_OF = {kind: table for table, kind in TABLES.items()}


def new_id() -> str:
    """A new row's UUID."""
    return str(uuid4())


class Drafting:
    """The rows of a case with pending changes laid over them. ``text_of`` maps a version id to its text."""

    def __init__(self, rows: CaseRows, texts: Mapping[str, str]) -> None:
        self.rows = rows
        self._texts = texts
        self._pending: dict[tuple[str, str], tuple[Row | None, Row | None]] = {}
        self._new_spans: dict[tuple[str, int, int], Passage] = {}

    def get(self, kind: type[T], key: str) -> T | None:
        """The row as it will be, or None."""
        table = _TABLE_OF[kind]
        if (table, key) in self._pending:
            after = self._pending[table, key][1]
            return after if isinstance(after, kind) else None
        return self.rows.get(kind, key)

    def put(self, row: Row) -> None:
        """Add a row or replace the one with its id."""
        key = str(getattr(row, "id"))  # noqa: B009 - every row has one; Row is an open alias
        self._set(type(row), key, row)

    def drop(self, kind: type, key: str) -> None:
        """Take a row out."""
        self._set(kind, key, None)

    def _set(self, kind: type, key: str, after: Row | None) -> None:
        table = _TABLE_OF[kind]
        before = self._pending[table, key][0] if (table, key) in self._pending else self.rows.get(kind, key)
        self._pending[table, key] = (before, after)

    def passage(self, target: str) -> Passage:
        """The passage a target names: a passage, a sentence, or a span token of ``span_token``; made when new.

        Raises StepError("no-such-place").
        """
        passage = self.get(Passage, target)
        if passage is not None:
            return passage
        version_id, start, end = self._span(target)
        found = self.rows.passage_at(version_id, start, end) or self._new_spans.get((version_id, start, end))
        if found is not None:
            return found
        words = self._texts[version_id][start:end]
        made = Passage(new_id(), version_id, start, end, sha256_of(words))
        self._new_spans[version_id, start, end] = made
        self.put(made)
        return made

    def _span(self, target: str) -> tuple[str, int, int]:
        """Where a sentence or span token is; one of an earlier reading is no place for anything new."""
        sentence = self.rows.get(Sentence, target)
        span = read_span_token(target)
        if sentence is not None and not sentence.retired:
            span = sentence.version_id, sentence.start, sentence.end
        if span is None or not is_current(self.rows, span[0]):
            raise StepError("no-such-place", target)
        return span

    def passages_in_use(self) -> frozenset[str]:
        """The ids of the passages that pending marks and uses of evidence hang on."""
        rows = (after for _, after in self._pending.values())
        return frozenset(row.passage_id for row in rows if isinstance(row, Mark | EvidenceUse))

    def finish(self, what: str, **values: str) -> StepDraft:
        """The step of all that is really different; its changes are empty when nothing is."""
        changes = tuple(
            RowChange(table, key, before, after)
            for (table, key), (before, after) in self._pending.items()
            if before != after
        )
        return StepDraft(what, changes, values)


def span_token(version_id: str, start: int, end: int) -> str:
    """Names a span that has no passage yet, in code points."""
    return f"span:{version_id}:{start}:{end}"


def read_span_token(token: str) -> tuple[str, int, int] | None:
    """The version id, start and end of a span token, or None."""
    parts = token.split(":")
    if len(parts) != 4 or parts[0] != "span":
        return None
    return parts[1], int(parts[2]), int(parts[3])
