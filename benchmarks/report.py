"""How fast a Word report is made, beside python-docx's ``add_row`` way and the same XML as ready strings.

    python -m benchmarks.report

Prints CPU seconds and ratios; asserts nothing. *Raw* zips the very parts our report has, already made as strings.
"""

from __future__ import annotations

import io
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.text.paragraph import Paragraph
from tests.reports.large import large_snapshot

from verifier.domain.rows import Snapshot
from verifier.reports import ReportOptions, build_outline, write_report
from verifier.reports.parts import AnnotatedSentence, Grid, Outline, Tone
from verifier.resources import resource

SENTENCES = 5_000


def main() -> None:
    """Measure and print."""
    snapshot, short = large_snapshot(SENTENCES), large_snapshot(SENTENCES // 10)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.docx"
        write_report(short, ReportOptions(), target)  # imports are paid for here
        small = cpu(lambda: write_report(short, ReportOptions(), target), 3)
        ours = cpu(lambda: write_report(snapshot, ReportOptions(), target), 3)
        raw = cpu(_rezip(target, Path(folder) / "raw.docx"), 3)
    slow = cpu(lambda: _add_row_way(snapshot, styled=True), 1)
    plain = cpu(lambda: _add_row_way(snapshot, styled=False), 1)
    rows = sum(len(grid.rows) for grid in tables_of(build_outline(snapshot, ReportOptions())))
    print(f"{SENTENCES} sentences, {rows} rows of tables, CPU seconds")
    print(f"  ours     {ours:8.3f}")
    print(f"  add_row  {slow:8.3f}   {slow / ours:6.1f} × ours (aim: ≥ 15)")
    print(f"    unstyled {plain:6.3f}   {plain / ours:6.1f} × ours (words alone: no label to be seen)")
    print(f"  raw      {raw:8.3f}   ours is {ours / raw:.1f} × raw (aim: ≤ 6)")
    print(
        f"  {SENTENCES // 10} sentences {small:.3f}: ten times the length costs {ours / small:.1f} × (linear: ≤ 10)"
    )


def cpu(work: Callable[[], object], times: int) -> float:
    """The least CPU seconds of some tries."""
    found = []
    for _ in range(times):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)


def _rezip(report: Path, target: Path) -> Callable[[], None]:
    """The raw way: the report's own XML parts, as strings, into a zip."""
    with zipfile.ZipFile(report) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}

    def write() -> None:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in parts.items():
                package.writestr(name, text)

    return write


def tables_of(outline: Outline) -> list[Grid]:
    """The tables of the report's parts."""
    sections = (
        outline.section("conflicts"),
        outline.section("claims"),
        outline.section("sources"),
        outline.section("evidence"),
    )
    return [grid for section in sections for inner in section.walk() for grid in inner.grids]


def _add_row_way(snapshot: Snapshot, *, styled: bool) -> bytes:
    """python-docx's own way to the same words: ``add_row`` for each row, a run in its style for each stretch.

    Comments, bookmarks and links are left out, which python-docx has slow ways or none for.
    """
    document = Document(str(resource("report", "dossier.docx")))
    outline = build_outline(snapshot, ReportOptions())
    names = _NAMES if styled else {}
    for grid in tables_of(outline):
        _add_table(document, grid, names)
    for article in outline.annotated.articles:
        for paragraph in article.paragraphs:
            _add_sentences(document.add_paragraph(), paragraph.sentences, styled=styled)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: DocumentObject, grid: Grid, names: dict[Tone, str]) -> None:
    table = document.add_table(rows=1, cols=len(grid.heads))
    for cell, head in zip(table.rows[0].cells, grid.heads, strict=True):
        cell.text = head
    for row in grid.rows:
        for cell, phrases in zip(table.add_row().cells, row.cells, strict=True):
            for index, phrase in enumerate(phrases):
                paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                for piece in phrase:
                    paragraph.add_run(piece.text, names.get(piece.tone))


def _add_sentences(paragraph: Paragraph, sentences: Sequence[AnnotatedSentence], *, styled: bool) -> None:
    for sentence in sentences:
        label = sentence.label.replace("-", " ") if styled else ""
        paragraph.add_run(f"{sentence.address} ", "Place address" if styled else None)
        paragraph.add_run(f"{sentence.tag} ", f"Place {label}" if label else None)
        paragraph.add_run(sentence.text, f"Marked {label}" if label else None)
        paragraph.add_run(sentence.after)


_NAMES = {
    Tone.QUIET: "Quiet",
    Tone.DIFFERS: "Differs",
    Tone.DIFFERS_MUCH: "Differs much",
    Tone.UNKNOWN: "Unknown",
    Tone.ADDRESS: "Address",
    Tone.TAG_VERIFIED: "Tag verified",
    Tone.TAG_DISPUTED: "Tag disputed",
    Tone.TAG_UNCONFIRMED: "Tag unconfirmed",
}


if __name__ == "__main__":
    main()
