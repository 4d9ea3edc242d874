"""What a step touched, so that views repaint that and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.domain.articles import Article, Paragraph, Passage, Sentence, Version
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
from verifier.domain.queries import sentences_under
from verifier.domain.reportversions import ReportVersion
from verifier.domain.rows import CaseRows
from verifier.domain.steps import Change, Row, RowChange, Step


def change_of(rows: CaseRows, changes: Iterable[RowChange], step: Step) -> Change:
    """The ids a step touched; ``rows`` are the rows after it. A new or gone article is named alone: whoever shows
    it does so whole.
    """
    changes = tuple(changes)
    touched = [row for change in changes for row in (change.before, change.after) if row is not None]
    articles = frozenset(_articles(rows, touched))
    passages = frozenset(_passages(rows, touched))
    return Change(
        articles=articles,
        sentences=frozenset([*_sentences(rows, passages, touched), *_shaped(rows, changes)]),
        passages=passages,
        evidence=frozenset(row.id for row in touched if isinstance(row, Evidence)),
        links=frozenset(row.id for row in touched if isinstance(row, Link)),
        case=any(
            isinstance(row, CaseDetails | Question | Reply | CheckPass | ReportVersion) for row in touched
        ),
        claims=frozenset(_claims(touched)),
        rejections=frozenset(row.id for row in touched if isinstance(row, Rejection)),
        absences=frozenset(row.id for row in touched if isinstance(row, Absence)),
        step=step,
    )


def _claims(touched: list[Row]) -> Iterator[str]:
    """Claims that came, went, were worded, or whose passages changed."""
    for row in touched:
        match row:
            case Claim():
                yield row.id
            case ClaimMember():
                yield row.claim_id
            case _:
                pass


def _articles(rows: CaseRows, touched: list[Row]) -> Iterator[str]:
    """Articles that came, went, or whose description, paragraphs or sentences changed."""
    gone = {row.id: row.article_id for row in touched if isinstance(row, Version)}
    for row in touched:
        if isinstance(row, Article):
            yield row.id
        elif isinstance(row, Paragraph | Sentence):
            version = rows.get(Version, row.version_id)
            yield version.article_id if version else gone[row.version_id]


def _passages(rows: CaseRows, touched: list[Row]) -> Iterator[str]:
    """Passages whose judgement, evidence, links, questions, claims, rejections or absences changed."""
    for row in touched:
        match row:
            case Mark() | EvidenceUse() | ClaimMember() | Absence():
                yield row.passage_id
            case Link() | Rejection():
                yield row.a
                yield row.b
            case Evidence():
                yield from (use.passage_id for use in rows.uses_of(row.id))
            case Question() if row.place:
                yield row.place
            case _:
                pass


def _sentences(rows: CaseRows, passages: frozenset[str], touched: list[Row]) -> Iterator[str]:
    """The sentences under passages; one that went with its first mark, by undo, still names the sentence it was."""
    known = {row.id: row for row in touched if isinstance(row, Passage)}
    for key in passages:
        passage = rows.get(Passage, key) or known.get(key)
        if passage is not None:
            yield from (sentence.id for sentence in sentences_under(rows, passage))


def _shaped(rows: CaseRows, changes: Iterable[RowChange]) -> Iterator[str]:
    """Sentences that are there before and after and were split, merged or numbered, and the first of each paragraph
    that is of another kind: whoever shows the step can go there.
    """
    for change in changes:
        match change.after:
            case Sentence() as sentence if change.before is not None and not sentence.retired:
                yield sentence.id
            case Paragraph() as paragraph if change.before is not None:
                yield from (first.id for first in rows.sentences(paragraph.id)[:1])
            case _:
                pass
