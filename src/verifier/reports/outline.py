"""The outline of a report: a snapshot put into parts and words, as pure data that any writer can render."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC
from types import MappingProxyType

from verifier.domain.rows import Snapshot
from verifier.i18n import Translator
from verifier.i18n import translator as translator_for
from verifier.reports.anchors import with_settled_references
from verifier.reports.annotated import build_annotated
from verifier.reports.asked import build_asked
from verifier.reports.characters import one_line
from verifier.reports.claims import build_claims
from verifier.reports.compared import build_alone, build_quotations
from verifier.reports.conflicts import build_conflicts
from verifier.reports.corrections import build_corrections
from verifier.reports.cover import build_cover, program_name, stamp_of, status_line, title_of
from verifier.reports.custody import build_custody
from verifier.reports.ground import Ground
from verifier.reports.layout import with_wide_parts
from verifier.reports.matrix import build_matrix
from verifier.reports.method import build_method
from verifier.reports.options import PARTS, ReportOptions, check_options
from verifier.reports.parts import Outline, Part, Properties, Running
from verifier.reports.sources import build_evidence, build_sources, evidence_footnotes
from verifier.reports.summary import build_summary
from verifier.reports.warnings import build_warnings


def build_outline(
    snapshot: Snapshot, options: ReportOptions, translator: Translator | None = None
) -> Outline:
    """The report of a snapshot: the parts its options ask for, as far as they have something to say, in the language of
    the options unless a translator is given. Raises ReportError for options that cannot be met.
    """
    check_options(options)
    ground = Ground(snapshot, options, translator or translator_for(options.language))
    cover = build_cover(ground)
    found = (_BUILDERS[name](ground) for name in PARTS if ground.has(name))
    outline = Outline(
        language=ground.translator.pgettext("language tag of the report’s own words", "en-GB"),
        properties=_properties(ground, cover.checkers),
        running=_running(ground),
        cover=cover,
        contents_heading=ground.gettext("In this report"),
        table_word=ground.gettext("Table"),
        parts=with_wide_parts(part for part in found if part is not None),
        template=options.template,
        data=ground.data,
    )
    return with_settled_references(outline, evidence_footnotes(ground))


def _properties(ground: Ground, checkers: str) -> Properties:
    return Properties(
        title=title_of(ground),
        subject=one_line(ground.rows.details.question),
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


_BUILDERS: Mapping[str, Callable[[Ground], Part | None]] = MappingProxyType(
    {
        "summary": build_summary,
        "conflicts": build_conflicts,
        "claims": build_claims,
        "quotations": build_quotations,
        "alone": build_alone,
        "matrix": build_matrix,
        "sources": build_sources,
        "annotated": build_annotated,
        "evidence": build_evidence,
        "asked": build_asked,
        "corrections": build_corrections,
        "warnings": build_warnings,
        "custody": build_custody,
        "method": build_method,
    }
)
"""What makes each part; None where it has nothing to say."""
