"""What of a case must come back from its report, as a value to compare, for tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from verifier.domain.articles import Article, Passage, Sentence, Version
from verifier.domain.judgements import (
    Absence,
    CheckPass,
    Claim,
    ClaimMember,
    Evidence,
    EvidenceUse,
    Link,
    Mark,
    Question,
    Reply,
)
from verifier.domain.kinds import Reach
from verifier.reports import ReportOptions, write_report
from verifier.session.opencase import OpenCase
from verifier.session.workbench import Workbench

ROWS: tuple[type[Any], ...] = (
    Link, Evidence, EvidenceUse, Claim, ClaimMember, Absence, Question, Reply, CheckPass,
)  # fmt: skip


def report_of(case: OpenCase, path: Path, **options: Any) -> Path:
    """The report of a case, written beside it."""
    write_report(case.snapshot(), ReportOptions(**options), path)
    return path


def held(case: OpenCase) -> dict[str, Any]:
    """Everything a whole dossier tells of a case; internal notes and confidential evidence are not in it."""
    rows = case.rows
    confidential = {row.id for row in rows.all(Evidence) if row.confidential}
    found: dict[str, Any] = {
        kind.__name__: {row.id: _open(row) for row in rows.all(kind) if not _is_secret(row, confidential)}
        for kind in ROWS
    }
    found["marks"] = {row.id: mark for row in rows.all(Mark) if (mark := _open(row)) is not None}
    used = {row.passage_id for row in found["marks"].values()}
    used |= {
        row.passage_id
        for kind in (EvidenceUse, ClaimMember, Absence)
        for row in found[kind.__name__].values()
    }
    used |= {end for link in found["Link"].values() for end in (link.a, link.b)}
    used |= {row.place for row in found["Question"].values() if row.place}
    found["passages"] = {key: rows.need(Passage, key) for key in used}
    found["details"] = rows.details
    found["articles"] = [_article(case, article) for article in rows.articles()]
    return found


def _is_secret(row: Any, confidential: set[str]) -> bool:
    return row.id in confidential or getattr(row, "evidence_id", "") in confidential


def _open(row: Any) -> Any:
    """A row without an internal note; None for a mark that says nothing else."""
    if getattr(row, "reach", None) is Reach.INTERNAL:
        row = replace(row, note="", reach=Reach.PRINTED)
    if isinstance(row, Mark) and not (row.label or row.note or row.advice or row.wording or row.voice):
        return None
    return row


def _article(case: OpenCase, article: Article) -> tuple[Any, ...]:
    version = article.version_id
    paragraphs = case.rows.paragraphs(version)
    places = {row.id: index for index, row in enumerate(paragraphs)}
    sentences = sorted(
        (row.start, row.end, row.number, row.retired, places[row.paragraph_id])
        for row in case.rows.all(Sentence)
        if row.version_id == version
    )
    spans = [(row.position, row.kind, row.start, row.end, row.confidence, row.role) for row in paragraphs]
    looks = [(one.kind, one.start, one.end) for one in case.inlines(version)]
    return article, case.text(version), spans, sentences, looks


def warnings_of(case: OpenCase) -> list[tuple[str, dict[str, str]]]:
    """What is warned of the sources, in the order of the articles."""
    versions = (case.rows.need(Version, article.version_id) for article in case.rows.articles())
    return [(one.code, dict(one.values)) for version in versions for one in version.warnings]


def look(path: Path) -> Workbench:
    """A case to look at."""
    return Workbench.open(path, read_only=True)
