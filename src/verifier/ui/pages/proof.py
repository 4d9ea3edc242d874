"""The proof of a report: what is in it, what to know before it goes out, and its pages. Made in the child process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.domain.rows import Snapshot
from verifier.reports.parts import Annotated, Grid, Outline, Part, Section, Summary

if TYPE_CHECKING:
    from verifier.i18n import Translator
    from verifier.reports import ReportOptions
    from verifier.reports.concerns import Concern


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the report, or a division of one: its key ("" for a division), its heading, how many entries it has
    (rows, paragraphs where it has no table, sentences of an article), and what is under it.
    """

    name: str
    heading: str
    count: int
    under: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """A report as it would be written now: its parts in order, what is warned of, the pages as a PDF, and the size of
    each page in points.
    """

    entries: tuple[Entry, ...]
    concerns: tuple[Concern, ...]
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class ProofJob:
    """Set a report for looking at; the result is a Proof, its concerns in the words of whoever looks (None: in those of
    the report). Raises ReportError for options that cannot be met.
    """

    snapshot: Snapshot
    options: ReportOptions
    translator: Translator | None = None
    seconds: float = 300.0

    @property
    def about(self) -> str:
        """The case's name."""
        return self.snapshot.case_name

    def run(self) -> object:
        """The proof."""
        from verifier.reports.concerns import concerns_of

        compared, outline = _outline(self.snapshot, self.options)
        pdf, sizes = _set(outline, self.options.paper)
        return Proof(entries_of(outline), concerns_of(compared, self.options, self.translator), pdf, sizes)


@dataclass(frozen=True, slots=True)
class OutlineJob:
    """Put a report in words, for printing; the result is its Outline. Raises ReportError as ProofJob does."""

    snapshot: Snapshot
    options: ReportOptions
    seconds: float = 300.0

    @property
    def about(self) -> str:
        """The case's name."""
        return self.snapshot.case_name

    def run(self) -> object:
        """The outline."""
        return _outline(self.snapshot, self.options)[1]


@dataclass(frozen=True, slots=True)
class PdfJob:
    """Write a report as a PDF; the result is its path, or for a final one what is to be put in its place when it is
    noted, a ``reports.saving.Staged``. Raises ReportError, leaving what was there.
    """

    snapshot: Snapshot
    options: ReportOptions
    target: Path
    seconds: float = 600.0

    @property
    def about(self) -> str:
        """The report's name."""
        return self.target.name

    def run(self) -> object:
        """Write it and give its path back, or what is to be put in its place."""
        from verifier.reports.saving import check_target, stage

        check_target(self.target)
        pages = _set(_outline(self.snapshot, self.options)[1], self.options.paper)[0]
        staged = stage({self.target: pages})
        return staged if self.options.final else staged.commit()[0]


def _outline(snapshot: Snapshot, options: ReportOptions) -> tuple[Snapshot, Outline]:
    """The snapshot compared, and the report in words. Raises ReportError."""
    from verifier.reports import build_outline
    from verifier.reports.options import check_options
    from verifier.session.comparing import with_comparison

    check_options(options)
    compared = snapshot if snapshot.comparison is not None else with_comparison(snapshot)
    return compared, build_outline(compared, options)


def _set(outline: Outline, paper: str) -> tuple[bytes, tuple[tuple[float, float], ...]]:
    from verifier.ui.pages.pdf import render_sized

    return render_sized(outline, paper)


# -- what is in it -----------------------------------------------------------------------------------------------------


def entries_of(outline: Outline) -> tuple[Entry, ...]:
    """The parts of an outline with how much is in each."""
    return tuple(_entry(part) for part in outline.parts)


def _entry(part: Part) -> Entry:
    match part:
        case Summary():
            under = (_division(part.settle), _division(part.open), _counts(part))
            return Entry(part.name, part.heading, sum(one.count for one in under[:2]), under)
        case Annotated():
            articles = tuple(
                Entry("", article.heading, sum(len(one.sentences) for one in article.paragraphs))
                for article in part.articles
            )
            return Entry(part.name, part.heading, sum(one.count for one in articles), articles)
        case Section():
            whole = _division(part)
            return Entry(part.name, whole.heading, whole.count, whole.under)


def _counts(summary: Summary) -> Entry:
    return Entry("", summary.counts_heading, len(summary.bars))


def _division(section: Section) -> Entry:
    under = tuple(_division(one) for one in section.divisions)
    own = _rows(section.grids) or (0 if under else len(section.lead))
    return Entry("", section.heading, own + sum(one.count for one in under), under)


def _rows(grids: Iterable[Grid]) -> int:
    return sum(len(grid.rows) for grid in grids)
