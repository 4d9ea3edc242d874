"""All rows of a case in memory, with the indexes every view needs.

One ``CaseRows`` serves the live case, the report's snapshot and the replay of the journal. It changes only by
``apply``; a snapshot is a sealed copy.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar, cast

from verifier.domain.articles import Article, Paragraph, Passage, Sentence, Version
from verifier.domain.comparing import Comparison
from verifier.domain.judgements import (
    Absence,
    CaseDetails,
    CheckPass,
    Claim,
    ClaimMember,
    Evidence,
    EvidenceUse,
    Link,
    Mark,
    Question,
    Rejection,
    Reply,
)
from verifier.domain.reading import Inline
from verifier.domain.reportversions import Correction, ReportVersion
from verifier.domain.spans import SpanIndex
from verifier.domain.steps import Row, RowChange, Step

TABLES: dict[str, type] = {
    "articles": Article,
    "versions": Version,
    "paragraphs": Paragraph,
    "sentences": Sentence,
    "passages": Passage,
    "marks": Mark,
    "evidence": Evidence,
    "evidence_uses": EvidenceUse,
    "links": Link,
    "case_details": CaseDetails,
    "questions": Question,
    "replies": Reply,
    "passes": CheckPass,
    "claims": Claim,
    "claim_members": ClaimMember,
    "rejections": Rejection,
    "absences": Absence,
    "report_versions": ReportVersion,
}
"""The tables whose rows a step may change, parents before children, and the value each holds."""

COLUMNS: dict[str, tuple[str, ...]] = {
    table: tuple(column.name for column in fields(kind)) for table, kind in TABLES.items()
}
"""The white-listed columns of each table."""

T = TypeVar("T")


class CaseRows:
    """The rows of one case by table and id, indexed by what they hang on."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Any]] = {table: {} for table in TABLES}
        self._sealed = False
        self._version_paragraphs: dict[str, set[str]] = defaultdict(set)
        self._paragraph_sentences: dict[str, set[str]] = defaultdict(set)
        self._spans: dict[tuple[str, int, int], str] = {}
        self._version_passages: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._version_spans: dict[str, SpanIndex] = defaultdict(SpanIndex)
        self._passage_mark: dict[str, str] = {}
        self._passage_uses: dict[str, set[str]] = defaultdict(set)
        self._evidence_uses: dict[str, set[str]] = defaultdict(set)
        self._passage_links: dict[str, set[str]] = defaultdict(set)
        self._passage_questions: dict[str, set[str]] = defaultdict(set)
        self._claim_members: dict[str, set[str]] = defaultdict(set)
        self._passage_members: dict[str, set[str]] = defaultdict(set)
        self._passage_rejections: dict[str, set[str]] = defaultdict(set)
        self._passage_absences: dict[str, set[str]] = defaultdict(set)
        self._ordered: dict[str, tuple[Any, ...]] = {}

    # -- changing ------------------------------------------------------------------------------------------------

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Put, replace or drop the rows named. Raises ValueError when a row is not as ``before`` says."""
        if self._sealed:
            raise ValueError("a snapshot does not change")
        for change in changes:
            rows = self._tables[change.table]
            if rows.get(change.key) != change.before:
                raise ValueError(f"{change.table} {change.key} is not as the step expects it")
            if change.before is not None:
                self._unindex(change.before)
            if change.after is not None:
                rows[change.key] = (
                    change.after
                )  # a row that is replaced keeps its place, as in a case read anew
                self._index(change.after)
            else:
                rows.pop(change.key, None)

    def sealed_copy(self) -> CaseRows:
        """A copy that can never change, to hand to a report or another process."""
        copy = self.copy()
        copy._sealed = True
        return copy

    def copy(self) -> CaseRows:
        """A copy that changes by itself."""
        copy = CaseRows()
        for table, rows in self._tables.items():
            copy._tables[table] = dict(rows)
            for row in rows.values():
                copy._index(row)
        copy._ordered.update(self._ordered)
        return copy

    def _index(self, row: Row) -> None:
        match row:
            case Paragraph():
                self._version_paragraphs[row.version_id].add(row.id)
                self._ordered.pop(row.version_id, None)
            case Sentence():
                self._paragraph_sentences[row.paragraph_id].add(row.id)
                self._ordered.pop(row.paragraph_id, None)
            case Passage():
                self._spans[row.version_id, row.start, row.end] = row.id
                insort(self._version_passages[row.version_id], (row.start, -row.end, row.id))
                self._version_spans[row.version_id].add((row.start, row.end, row.id))
            case Mark():
                self._passage_mark[row.passage_id] = row.id
            case EvidenceUse():
                self._passage_uses[row.passage_id].add(row.id)
                self._evidence_uses[row.evidence_id].add(row.id)
            case Link():
                self._passage_links[row.a].add(row.id)
                self._passage_links[row.b].add(row.id)
            case Question() if row.place:
                self._passage_questions[row.place].add(row.id)
            case ClaimMember():
                self._claim_members[row.claim_id].add(row.id)
                self._passage_members[row.passage_id].add(row.id)
            case Rejection():
                self._passage_rejections[row.a].add(row.id)
                self._passage_rejections[row.b].add(row.id)
            case Absence():
                self._passage_absences[row.passage_id].add(row.id)
            case _:
                pass

    def _unindex(self, row: Row) -> None:
        match row:
            case Paragraph():
                self._version_paragraphs[row.version_id].discard(row.id)
                self._ordered.pop(row.version_id, None)
            case Sentence():
                self._paragraph_sentences[row.paragraph_id].discard(row.id)
                self._ordered.pop(row.paragraph_id, None)
            case Passage():
                self._spans.pop((row.version_id, row.start, row.end), None)
                places = self._version_passages[row.version_id]
                del places[bisect_left(places, (row.start, -row.end, row.id))]
                self._version_spans[row.version_id].discard((row.start, row.end, row.id))
            case Mark():
                self._passage_mark.pop(row.passage_id, None)
            case EvidenceUse():
                self._passage_uses[row.passage_id].discard(row.id)
                self._evidence_uses[row.evidence_id].discard(row.id)
            case Link():
                self._passage_links[row.a].discard(row.id)
                self._passage_links[row.b].discard(row.id)
            case Question() if row.place:
                self._passage_questions[row.place].discard(row.id)
            case ClaimMember():
                self._claim_members[row.claim_id].discard(row.id)
                self._passage_members[row.passage_id].discard(row.id)
            case Rejection():
                self._passage_rejections[row.a].discard(row.id)
                self._passage_rejections[row.b].discard(row.id)
            case Absence():
                self._passage_absences[row.passage_id].discard(row.id)
            case _:
                pass

    # -- looking up ----------------------------------------------------------------------------------------------

    def get(self, kind: type[T], key: str) -> T | None:
        """The row of this kind and id, or None."""
        return cast("T | None", self._tables[_TABLE_OF[kind]].get(key))

    def need(self, kind: type[T], key: str) -> T:
        """The row of this kind and id. Raises KeyError when there is none."""
        row: T = self._tables[_TABLE_OF[kind]][key]
        return row

    def all(self, kind: type[T]) -> tuple[T, ...]:
        """Every row of this kind, in the order they came."""
        return tuple(self._tables[_TABLE_OF[kind]].values())

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return len(self._tables[table])

    def table(self, table: str) -> dict[str, Any]:
        """A copy of a table: id to row."""
        return dict(self._tables[table])

    @property
    def details(self) -> CaseDetails:
        """The case's own words; empty ones where nobody has written any."""
        return self.get(CaseDetails, "case") or CaseDetails()

    def articles(self) -> tuple[Article, ...]:
        """The articles in the order of their letters."""
        return tuple(sorted(self.all(Article), key=lambda article: (len(article.letter), article.letter)))

    def paragraphs(self, version_id: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a version in reading order."""
        known = self._ordered.get(version_id)
        if known is None:
            rows = [self.need(Paragraph, key) for key in self._version_paragraphs.get(version_id, ())]
            known = self._ordered[version_id] = tuple(sorted(rows, key=lambda row: row.position))
        return cast("tuple[Paragraph, ...]", known)

    def sentences(self, paragraph_id: str) -> tuple[Sentence, ...]:
        """The sentences of a paragraph in reading order, retired ones left out."""
        known = self._ordered.get(paragraph_id)
        if known is None:
            rows = [self.need(Sentence, key) for key in self._paragraph_sentences.get(paragraph_id, ())]
            known = self._ordered[paragraph_id] = tuple(
                sorted((row for row in rows if not row.retired), key=lambda row: row.start)
            )
        return cast("tuple[Sentence, ...]", known)

    def passage_at(self, version_id: str, start: int, end: int) -> Passage | None:
        """The passage with exactly this span, or None."""
        key = self._spans.get((version_id, start, end))
        return None if key is None else self.need(Passage, key)

    def passages(self, version_id: str) -> tuple[Passage, ...]:
        """The passages of a version in reading order, the longer first where two begin together."""
        return tuple(self.need(Passage, key) for _, _, key in self._version_passages.get(version_id, ()))

    def passages_begun(self, version_id: str, start: int, end: int) -> tuple[Passage, ...]:
        """The passages of a version that begin in a span (code points), in reading order."""
        places = self._version_passages.get(version_id, [])
        found = places[bisect_left(places, (start,)) : bisect_left(places, (end,))]
        return tuple(self.need(Passage, key) for _, _, key in found)

    def passages_over(self, version_id: str, start: int, end: int) -> tuple[Passage, ...]:
        """The passages of a version that lie on some of the words of a span (code points), in reading order."""
        index = self._version_spans.get(version_id)
        found = index.over(start, end) if index else []
        if len(found) > 1:
            found.sort(key=lambda span: (span[0], -span[1], span[2]))
        passages = self._tables["passages"]
        return tuple([passages[key] for _, _, key in found])

    def mark_on(self, passage_id: str) -> Mark | None:
        """The current mark of a passage, or None."""
        key = self._passage_mark.get(passage_id)
        return None if key is None else cast("Mark", self._tables["marks"][key])

    def evidence_on(self, passage_id: str) -> tuple[Evidence, ...]:
        """The evidence that bears on a passage, oldest first."""
        keys = self._passage_uses.get(passage_id)
        if not keys:
            return ()
        uses = (self.need(EvidenceUse, key) for key in keys)
        found = (self.need(Evidence, use.evidence_id) for use in uses)
        return tuple(sorted(found, key=lambda piece: (piece.time, piece.id)))

    def uses_on(self, passage_id: str) -> tuple[EvidenceUse, ...]:
        """That pieces of evidence bear on a passage."""
        uses = (self.need(EvidenceUse, key) for key in self._passage_uses.get(passage_id, ()))
        return tuple(sorted(uses, key=lambda use: use.id))

    def uses_of(self, evidence_id: str) -> tuple[EvidenceUse, ...]:
        """Where a piece of evidence is used."""
        uses = (self.need(EvidenceUse, key) for key in self._evidence_uses.get(evidence_id, ()))
        return tuple(sorted(uses, key=lambda use: use.id))

    def links_on(self, passage_id: str) -> tuple[Link, ...]:
        """The links with an end on a passage, oldest first."""
        keys = self._passage_links.get(passage_id)
        if not keys:
            return ()
        links = (self.need(Link, key) for key in keys)
        return tuple(sorted(links, key=lambda link: (link.time, link.id)))

    def questions_on(self, passage_id: str) -> tuple[Question, ...]:
        """The questions asked about a passage, in the order they came."""
        keys = self._passage_questions.get(passage_id)
        if not keys:
            return ()
        return tuple(row for key, row in self._tables["questions"].items() if key in keys)

    def members_of(self, claim_id: str) -> tuple[ClaimMember, ...]:
        """The passages of a claim that a person named, by id of the rows."""
        return self._rows_of(ClaimMember, self._claim_members.get(claim_id))

    def members_on(self, passage_id: str) -> tuple[ClaimMember, ...]:
        """That a passage is in claims, by id of the rows."""
        return self._rows_of(ClaimMember, self._passage_members.get(passage_id))

    def rejections_on(self, passage_id: str) -> tuple[Rejection, ...]:
        """The rejected suggestions with an end on a passage, by id."""
        return self._rows_of(Rejection, self._passage_rejections.get(passage_id))

    def absences_on(self, passage_id: str) -> tuple[Absence, ...]:
        """In which articles a checker looked for a passage and did not find it, by id."""
        return self._rows_of(Absence, self._passage_absences.get(passage_id))

    def _rows_of(self, kind: type[T], keys: Iterable[str] | None) -> tuple[T, ...]:
        return tuple(self.need(kind, key) for key in sorted(keys)) if keys else ()


_TABLE_OF: dict[type, str] = {kind: table for table, kind in TABLES.items()}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A case at one moment, whole and frozen: what a report is made from.

    ``texts`` maps the SHA-256 of a reading text to the text; ``taken_at`` is UTC, ISO 8601; ``case_name`` is the
    case file's name without its ending. ``ways`` tells, by version id, how fetched pages came (names and values, as
    ``verifier.session.ways`` has them), ``inlines`` what is set apart inside paragraphs. ``comparison`` is what
    comparing found, None where nobody asked for it. ``versions`` are the finalised reports, oldest first; where the
    report itself is to be a final one, it is the last of them. ``corrections`` are what changed from one to the next,
    and since the last.
    """

    rows: CaseRows
    texts: dict[str, str]
    steps: tuple[Step, ...]
    case_name: str
    taken_at: str
    checkers: tuple[str, ...]
    ways: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    inlines: Mapping[str, tuple[Inline, ...]] = field(default_factory=dict)
    comparison: Comparison | None = None
    versions: tuple[ReportVersion, ...] = ()
    corrections: tuple[Correction, ...] = ()
