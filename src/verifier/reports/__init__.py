"""Reports: a frozen snapshot of a case → an outline (pure data) → a Word document, written beside and swapped in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from verifier.domain.making import no_collection
from verifier.domain.rows import Snapshot
from verifier.i18n import ENGLISH, Translator
from verifier.reports.options import ReportOptions

if TYPE_CHECKING:
    from verifier.reports.parts import Outline

__all__ = ["ReportOptions", "build_outline", "write_report"]


def build_outline(snapshot: Snapshot, options: ReportOptions, translator: Translator = ENGLISH) -> Outline:
    """What the report will say, as pure data. Raises ReportError for options that cannot be met."""
    from verifier.reports.outline import build_outline as build

    return build(snapshot, options, translator)


def write_report(
    snapshot: Snapshot, options: ReportOptions, target: Path, translator: Translator = ENGLISH
) -> None:
    """Write the Word report of a snapshot to ``target``, whole or not at all.

    Raises ReportError, and leaves what was there, for options that cannot be met or a target that cannot be
    written.
    """
    from verifier.reports.saving import check_target, replace_file
    from verifier.reports.word import render

    place = check_target(target)
    with no_collection():
        data = render(build_outline(snapshot, options, translator), options.paper)
    replace_file(place, data)
