"""How an article of the case was read, as a source in the preview; and what was changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.domain.articles import (
    Article,
    ArticleDraft,
    Metadata,
    ParagraphDraft,
    PositionMap,
    SentenceDraft,
    Version,
)
from verifier.domain.kinds import ParagraphKind
from verifier.domain.reading import Letters, ReadOptions
from verifier.ui.intake.entry import FIELDS, Entry

if TYPE_CHECKING:
    from verifier.session.opencase import OpenCase


def stored_entry(case: OpenCase, article_id: str) -> Entry:
    """The reading of an article as it is in the case. Its job reads the kept bytes again as they were read."""
    from verifier.session.jobs import SourceJob

    article = case.rows.need(Article, article_id)
    version = case.rows.need(Version, article.version_id)
    draft = _draft_of(case, article, version)
    options = ReadOptions(part=version.part or None)
    entry = Entry(version.name, SourceJob(draft.source, options), article_id=article_id)
    entry.take(draft)
    entry.looked_up = True
    return entry


def _draft_of(case: OpenCase, article: Article, version: Version) -> ArticleDraft:
    rows = case.rows
    paragraphs = rows.paragraphs(version.id)
    return ArticleDraft(
        source=case.source(version.id),
        media_type=version.media_type,
        reader=version.reader,
        reader_version=version.reader_version,
        encoding=version.encoding,
        wrap=version.wrap,
        warnings=version.warnings,
        metadata=Metadata(**{name: getattr(article, name) for name in FIELDS}),
        text=case.text(version.id),
        positions=PositionMap(()),
        paragraphs=tuple(
            ParagraphDraft(row.kind, row.start, row.end, row.confidence, row.role, row.anchor)
            for row in paragraphs
        ),
        sentences=tuple(
            SentenceDraft(sentence.start, sentence.end, place)
            for place, row in enumerate(paragraphs)
            for sentence in rows.sentences(row.id)
        ),
        candidates=version.candidates,
        unconfirmed=article.unconfirmed,
        letters=Letters(version.letters_seen, version.letters_kept),
        part=version.part,
    )


def changed_kinds(case: OpenCase, entry: Entry) -> dict[ParagraphKind, list[str]]:
    """The ids of the paragraphs a person said something of, by what they are now."""
    version_id = case.rows.need(Article, entry.article_id).version_id
    paragraphs = case.rows.paragraphs(version_id)
    changed: dict[ParagraphKind, list[str]] = {}
    for place, kind in entry.answers.kinds.items():
        changed.setdefault(kind, []).append(paragraphs[place].id)
    return changed
