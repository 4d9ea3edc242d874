"""Reports: a frozen snapshot of a case → an outline (pure data) → a document in one of several forms, written beside
and swapped in.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.domain.errors import ReportError
from verifier.domain.making import no_collection
from verifier.domain.rows import Snapshot
from verifier.i18n import Translator
from verifier.reports.options import ReportOptions, check_options

if TYPE_CHECKING:
    from verifier.reports.parts import Outline
    from verifier.reports.saving import Staged

__all__ = ["FORMS", "ReportOptions", "build_outline", "render", "stage_report", "write_report"]

FORMS = ("docx", "html", "csv", "jsonld", "claimreview")
"""The forms of a report that need no window."""


def build_outline(
    snapshot: Snapshot, options: ReportOptions, translator: Translator | None = None
) -> Outline:
    """What the report will say, as pure data, in the language of the options unless a translator is given. Raises
    ReportError for options that cannot be met.
    """
    from verifier.reports.outline import build_outline as build

    return build(snapshot, options, translator)


def render(
    snapshot: Snapshot, options: ReportOptions, form: str, translator: Translator | None = None
) -> dict[str, bytes]:
    """The bytes of a report in one of ``FORMS``, by what its file's name gets before the ending: "" alone, but for csv,
    which has its links in a file of their own ("-links"). Raises ReportError for a form or options there are not.
    """
    if form not in FORMS:
        raise ReportError("unknown-form", form, known=", ".join(FORMS))
    check_options(options)
    with no_collection():
        return _rendered(snapshot, options, form, translator)


def _rendered(
    snapshot: Snapshot, options: ReportOptions, form: str, translator: Translator | None
) -> dict[str, bytes]:
    if form == "jsonld":
        from verifier.reports.annotations import render as annotations

        return {"": annotations(snapshot, options)}
    if form == "claimreview":
        from verifier.reports.claimreview import render as claim_reviews

        return {"": claim_reviews(snapshot, _whole(options), options.address)}
    if form == "csv":
        from verifier.reports.tabular import render as tables

        return tables(build_outline(snapshot, _whole(options), translator), translator)
    if form == "html":
        from verifier.reports.html import render as page

        # A page holds no data: it is a page without scripts, and the annotations are a form of their own.
        return {"": page(build_outline(snapshot, replace(options, embed=False), translator), translator)}
    outline = build_outline(snapshot, options, translator)
    from verifier.reports.word import render as document

    return {"": document(outline, options.paper, options.house_style, options.house_name)}


def _whole(options: ReportOptions) -> ReportOptions:
    """The options of a dossier without data in it: tables and reviews are made of all parts but those switched off."""
    return replace(options, template="dossier", embed=False)


def write_report(
    snapshot: Snapshot,
    options: ReportOptions,
    target: Path,
    form: str = "docx",
    translator: Translator | None = None,
) -> tuple[Path, ...]:
    """Write the report of a snapshot to ``target``, each file whole or not at all, and give the paths written. A second
    file stands beside the first ("case-links.csv").

    Raises ReportError, and leaves what was there, for a form or options that cannot be met or a target that cannot be
    written.
    """
    with stage_report(snapshot, options, target, form, translator) as staged:
        return staged.commit()


def stage_report(
    snapshot: Snapshot,
    options: ReportOptions,
    target: Path,
    form: str = "docx",
    translator: Translator | None = None,
) -> Staged:
    """Write the report of a snapshot beside ``target``, to be put there or taken away again: a final one is noted in
    its case in between. Raises ReportError as ``write_report`` does.
    """
    from verifier.reports.saving import check_target, stage

    check_target(target)
    files = render(snapshot, options, form, translator)
    return stage({_named(target, more): data for more, data in files.items()})


def _named(target: Path, more: str) -> Path:
    return target.with_name(f"{target.stem}{more}{target.suffix}") if more else target
