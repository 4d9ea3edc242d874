"""The outline of a report: a snapshot put into parts and words, as pure data that any writer can render."""

from __future__ import annotations

from datetime import UTC

from verifier.domain import queries
from verifier.domain.rows import Snapshot
from verifier.i18n import ENGLISH, Translator
from verifier.reports.annotated import build_annotated
from verifier.reports.asked import build_asked
from verifier.reports.claims import build_claims, claim_anchors
from verifier.reports.compared import build_alone, build_quotations
from verifier.reports.conflicts import build_conflicts
from verifier.reports.cover import build_cover, program_name, stamp_of, status_line, title_of
from verifier.reports.custody import build_custody, build_method
from verifier.reports.ground import Ground
from verifier.reports.matrix import build_matrix
from verifier.reports.options import ReportOptions
from verifier.reports.parts import Outline, Part, Properties, Running
from verifier.reports.sources import build_evidence, build_sources
from verifier.reports.summary import build_summary
from verifier.reports.warnings import build_warnings


def build_outline(snapshot: Snapshot, options: ReportOptions, translator: Translator = ENGLISH) -> Outline:
    """The dossier of a snapshot. Raises ReportError for options that cannot be met."""
    ground = Ground(snapshot, options, translator)
    items = queries.open_items(snapshot.rows)
    anchors = claim_anchors(ground)
    cover = build_cover(ground)
    summary = build_summary(ground, items)
    parts: tuple[Part | None, ...] = (
        summary,
        build_conflicts(ground),
        build_claims(ground, anchors),
        build_quotations(ground),
        build_alone(ground),
        build_matrix(ground),
        build_sources(ground),
        build_annotated(ground, anchors),
        build_evidence(ground),
        build_asked(ground),
        build_warnings(ground, items, summary.bars),
        build_custody(ground),
        build_method(ground, program_name()),
    )
    return Outline(
        language=translator.pgettext("language tag of the report’s own words", "en-GB"),
        properties=_properties(ground, cover.checkers),
        running=_running(ground),
        cover=cover,
        contents_heading=ground.gettext("In this report"),
        table_word=ground.gettext("Table"),
        parts=tuple(part for part in parts if part is not None),
        template=options.template,
    )


def _properties(ground: Ground, checkers: str) -> Properties:
    return Properties(
        title=title_of(ground),
        subject=" ".join(ground.rows.details.question.split()),
        author=checkers,
        program=program_name(),
        time=ground.when.astimezone(UTC).isoformat(timespec="seconds"),
    )


def _running(ground: Ground) -> Running:
    return Running(
        title=title_of(ground),
        status=status_line(ground),
        program=program_name(),
        page=ground.gettext("page {page} of {pages}"),
        stamp=stamp_of(ground),
    )
