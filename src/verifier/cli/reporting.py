"""Reports on the command line: ``report`` and ``export``, with what they warn of before they write."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.domain.errors import ReportError
from verifier.session.workbench import Workbench

if TYPE_CHECKING:
    from verifier.domain.rows import Snapshot
    from verifier.reports import ReportOptions
    from verifier.reports.saving import Staged
    from verifier.session.finalising import Finalised

Say = Callable[[str], None]
"""Takes a line for people, who may be looking at something else: stderr."""


def write(options: argparse.Namespace, say: Say) -> int:
    """Write the report of a case in the form asked for, after saying what it warns of. Raises VerifierError."""
    form = getattr(options, "form", "docx")
    _check_form(form)
    choice = chosen(options)
    if choice.address and form != "claimreview":
        raise ReportError("address-without-use", choice.address)
    _check_output(options)
    if options.final:
        return _write_final(options, choice, form, say)
    with Workbench.open(options.case, read_only=True) as case:
        snapshot = case.snapshot()
    _warn(snapshot, choice, options, say)
    _tell_written(_written(snapshot, choice, options.output, form), options, say)
    return 0


def chosen(options: argparse.Namespace) -> ReportOptions:
    """The report options of a call. Raises ReportError for those that cannot be met, and where the house style cannot
    be read.
    """
    from verifier.reports import ReportOptions
    from verifier.reports.options import check_options, house_bytes

    choice = ReportOptions(
        template=options.template,
        time=options.time,
        zone=options.zone,
        internal_copy=options.internal_copy,
        paper=options.paper,
        language=options.language,
        without=frozenset(_names(options.without)),
        also=frozenset(_names(getattr(options, "with"))),
        house_style=house_bytes(options.house_style) if options.house_style else b"",
        house_name=options.house_style.name if options.house_style else "",
        embed=options.embed,
        address=getattr(options, "address", "").strip(),
    )
    check_options(choice)
    return choice


def _names(given: list[str]) -> list[str]:
    """The names of parts in "--without alone,matrix --without custody"."""
    return [name.strip() for one in given for name in one.split(",") if name.strip()]


def _check_form(form: str) -> None:
    """Refuse a form there is not, and pages where there is nothing to set them with, before any work is done."""
    from verifier.reports import FORMS

    if form not in (*FORMS, "pdf"):
        raise ReportError("unknown-form", form, known=", ".join((*FORMS, "pdf")))
    if form == "pdf" and find_spec("PySide6") is None:
        raise ReportError("pdf-without-window")


def _check_output(options: argparse.Namespace) -> None:
    """Refuse a place no report can be written to, and the house style's own, before any work is done."""
    from verifier.reports.saving import check_target

    place = check_target(options.output)
    if options.house_style and place.exists() and place.samefile(options.house_style):
        raise ReportError("report-target-is-house-style", str(options.output))


# -- writing ---------------------------------------------------------------------------------------------------------


def _written(snapshot: Snapshot, choice: ReportOptions, target: Path, form: str) -> tuple[Path, ...]:
    """Compare the articles and write the report; the paths written."""
    from verifier.reports import write_report
    from verifier.session.comparing import with_comparison

    if form == "pdf":
        with _staged_pdf(snapshot, choice, target) as staged:
            return staged.commit()
    return write_report(with_comparison(snapshot), choice, target, form)


def _staged_pdf(snapshot: Snapshot, choice: ReportOptions, target: Path) -> Staged:
    """Compare the articles and write the report as pages, beside its place."""
    from verifier.reports import build_outline
    from verifier.reports.saving import check_target, stage
    from verifier.session.comparing import with_comparison
    from verifier.ui.pages import pdf_bytes

    check_target(target)
    outline = build_outline(with_comparison(snapshot), choice)
    return stage({target: pdf_bytes(outline, choice.paper)})


def _write_final(options: argparse.Namespace, choice: ReportOptions, form: str, say: Say) -> int:
    """Freeze the case as a version of the report, and write it."""
    from verifier.session.finalising import finalised_report

    with Workbench.open(options.case, checker=options.who) as case:
        _warn(case.snapshot(), choice, options, say)
        if form == "pdf":
            made = _final_pdf(case, choice, options)
        else:
            made = finalised_report(case, choice, options.output, options.why, form)
    _tell_written(made.paths, options, say)
    text = options.words.gettext
    told = text("version {number}, SHA-256 {hash}")
    if made.again:
        told = text("version {number} again, since nothing changed; noted with SHA-256 {hash}")
    say(told.format(number=made.version.number, hash=made.version.sha256))
    return 0


def _final_pdf(case: Workbench, choice: ReportOptions, options: argparse.Namespace) -> Finalised:
    """A final report as pages, which the session cannot set: written beside its place first, then noted."""
    from verifier.session.finalising import finished

    coming = case.coming_version(choice, options.why)
    staged = _staged_pdf(coming.snapshot, replace(choice, final=True), options.output)
    return finished(case, coming, staged)


def _warn(snapshot: Snapshot, choice: ReportOptions, options: argparse.Namespace, say: Say) -> None:
    from verifier.reports.concerns import concerns_of

    warning = options.words.gettext("warning: {what}")
    for concern in concerns_of(snapshot, choice, options.words):
        say(warning.format(what=concern.words))


def _tell_written(paths: tuple[Path, ...], options: argparse.Namespace, say: Say) -> None:
    for path in paths:
        say(options.words.gettext("written: {path}").format(path=path))
