"""Whether what a case file says holds together: rows against journal, texts against hashes, spans against texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from verifier.domain.articles import Article, Metadata, Paragraph, Passage, Sentence, Version, sha256_of
from verifier.domain.judgements import (
    Absence,
    Claim,
    ClaimMember,
    Evidence,
    EvidenceUse,
    Link,
    Mark,
    Question,
    Rejection,
)
from verifier.domain.reportversions import ReportVersion
from verifier.domain.rows import COLUMNS, TABLES, CaseRows
from verifier.domain.steps import RowChange, Step
from verifier.store.codec import JsonRow, RowFormError, from_json, json_of_sql
from verifier.store.journal import JournalError


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong inside a case: a code and the place it is at."""

    what: str
    where: str


def load_rows(
    connection: sqlite3.Connection, expected: dict[str, dict[str, JsonRow]]
) -> tuple[RowChange, ...]:
    """The state rows as additions to an empty case. Raises JournalError unless they are what the journal says."""
    changes: list[RowChange] = []
    for table in TABLES:
        names = ", ".join(f'"{name}"' for name in COLUMNS[table])
        found: dict[str, JsonRow] = {}
        try:
            for values in connection.execute(f"SELECT {names} FROM {table}"):  # noqa: S608 - our own names
                row = json_of_sql(table, values)
                found[str(row["id"])] = row
            if found != expected[table]:
                raise JournalError("rows-differ-from-journal", table)
            # In the journal's order, so that every copy of a case lists its rows alike.
            changes += [RowChange(table, key, None, from_json(table, found[key])) for key in expected[table]]
        except RowFormError as error:
            raise JournalError("row-unreadable", table) from error
    return tuple(changes)


def blobs_named(changes: Iterable[RowChange]) -> frozenset[str]:
    """The SHA-256 of every blob the rows name."""
    return frozenset(_named(changes))


def _named(changes: Iterable[RowChange]) -> Iterator[str]:
    for change in changes:
        match change.after:
            case Version() as version:
                yield from (version.original_sha256, version.text_sha256, version.map_sha256)
                if version.inlines_sha256 is not None:
                    yield version.inlines_sha256
            case Evidence() as evidence if evidence.attachment_sha256:
                yield evidence.attachment_sha256
            case _:
                pass


def check_blobs(connection: sqlite3.Connection, needed: frozenset[str]) -> None:
    """Hash every blob of the file. Raises JournalError for an altered one and for a missing needed one."""
    found = set()
    for digest, data in connection.execute("SELECT sha256, data FROM blobs"):
        if sha256_of(data) != digest:
            raise JournalError("blob-altered", digest[:12])
        found.add(digest)
    missing = needed - found
    if missing:
        raise JournalError("blob-missing", min(missing)[:12])


def reference_flaws(rows: CaseRows) -> Iterator[Flaw]:
    """Rows that hang on none, or on one of another article: SQLite checks that for what is written, not for a
    file somebody else wrote.
    """
    named: list[tuple[type, str, str]] = []
    for article in rows.all(Article):
        named.append((Version, article.version_id, article.id))
        if not (article.letter.isascii() and article.letter.isalpha() and article.letter.isupper()):
            yield Flaw("letter-unknown", article.id)
        if not set(article.unconfirmed) <= set(Metadata.__slots__):
            yield Flaw("field-unknown", article.id)
    named += [(Article, row.article_id, row.id) for row in rows.all(Version)]
    parts: tuple[type[Paragraph | Sentence | Passage], ...] = (Paragraph, Sentence, Passage)
    for part in parts:
        named += [(Version, row.version_id, row.id) for row in rows.all(part)]
    uses: tuple[type[Mark | EvidenceUse | ClaimMember | Absence], ...] = (
        Mark,
        EvidenceUse,
        ClaimMember,
        Absence,
    )
    for use in uses:
        named += [(Passage, row.passage_id, row.id) for row in rows.all(use)]
    named += [(Evidence, row.evidence_id, row.id) for row in rows.all(EvidenceUse)]
    ties: tuple[type[Link | Rejection], ...] = (Link, Rejection)
    for tie in ties:
        named += [(Passage, end, row.id) for row in rows.all(tie) for end in (row.a, row.b)]
    named += [(Claim, row.claim_id, row.id) for row in rows.all(ClaimMember)]
    named += [(Article, row.article_id, row.id) for row in rows.all(Absence)]
    named += [(Passage, asked.place, asked.id) for asked in rows.all(Question) if asked.place]
    yield from (Flaw("row-hangs-on-none", owner) for kind, key, owner in named if rows.get(kind, key) is None)
    for article in rows.all(Article):
        if rows.need(Version, article.version_id).article_id != article.id:
            yield Flaw("version-of-another-article", article.id)
    for sentence in rows.all(Sentence):
        paragraph = rows.get(Paragraph, sentence.paragraph_id)
        if paragraph is None or paragraph.version_id != sentence.version_id:
            yield Flaw("sentence-of-another-text", sentence.id)


def time_flaws(rows: CaseRows, steps: Iterable[Step]) -> Iterator[Flaw]:
    """Times that are none: whoever shows or prints them relies on their form."""
    times = [(step.time, step.id) for step in steps]
    times += [(row.acquired_at, row.id) for row in rows.all(Version)]
    judged: tuple[type[Mark | Evidence | Link], ...] = (Mark, Evidence, Link)
    for kind in judged:
        times += [(row.time, row.id) for row in rows.all(kind)]
    compared: tuple[type[Rejection | Absence | ReportVersion], ...] = (Rejection, Absence, ReportVersion)
    for compared_kind in compared:
        times += [(row.time, row.id) for row in rows.all(compared_kind)]
    yield from (Flaw("no-time", owner) for time, owner in times if not _is_time(time))


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def span_flaws(rows: CaseRows, texts: dict[str, str]) -> Iterator[Flaw]:
    """Where paragraphs, sentences and passages do not fit their text. ``texts`` is by version id."""
    for version in rows.all(Version):
        text = texts[version.id]
        reached = 0
        for paragraph in rows.paragraphs(version.id):
            if paragraph.end > len(text):
                yield Flaw("paragraph-outside-text", paragraph.id)
            if paragraph.start < reached:
                yield Flaw("paragraphs-overlap", paragraph.id)
            reached = paragraph.end
            yield from _tiling_flaws(paragraph, rows.sentences(paragraph.id))
    for passage in rows.all(Passage):
        if passage.end > len(texts[passage.version_id]):
            yield Flaw("passage-outside-text", passage.id)
        if sha256_of(texts[passage.version_id][passage.start : passage.end]) != passage.sha256:
            yield Flaw("passage-words-differ", passage.id)


def _tiling_flaws(paragraph: Paragraph, sentences: tuple[Sentence, ...]) -> Iterator[Flaw]:
    reached = paragraph.start
    for sentence in sentences:
        if sentence.start != reached:
            yield Flaw("sentences-do-not-tile", sentence.id)
        reached = sentence.end
    if sentences and reached != paragraph.end:
        yield Flaw("sentences-do-not-tile", paragraph.id)
