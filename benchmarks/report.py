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

from tests.reports.large import large_snapshot
from verifier.domain.rows import Snapshot
from verifier.reports import ReportOptions, build_outline, write_report

SENTENCES = 5_000
Table = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


def main() -> None:
    """Measure and print."""
    snapshot, short = large_snapshot(SENTENCES), large_snapshot(SENTENCES // 10)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.docx"
        write_report(short, ReportOptions(), target)  # imports are paid for here
        small = cpu(lambda: write_report(short, ReportOptions(), target), 3)
        ours = cpu(lambda: write_report(snapshot, ReportOptions(), target), 3)
        raw = cpu(_rezip(target), 3)
    slow = cpu(lambda: _add_row_way(snapshot), 1)
    rows = sum(len(table) for _heads, table in tables_of(snapshot))
    print(f"{SENTENCES} sentences, {rows} rows of tables, CPU seconds")
    print(f"  ours     {ours:8.3f}")
    print(f"  add_row  {slow:8.3f}   {slow / ours:6.1f} × ours (aim: ≥ 15)")
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


def _rezip(report: Path) -> Callable[[], bytes]:
    """The raw way: the report's own XML parts, as strings, into a zip."""
    with zipfile.ZipFile(report) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}

    def write() -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in parts.items():
                package.writestr(name, text)
        return file.getvalue()

    return write


def tables_of(snapshot: Snapshot) -> list[Table]:
    """The heads and rows of the report's tables, as words."""
    outline = build_outline(snapshot, ReportOptions())
    sections = (outline.conflicts, outline.claims, outline.sources, outline.evidence)
    return [
        (grid.heads, tuple(tuple(_words(cell) for cell in row.cells) for row in grid.rows))
        for section in sections
        for inner in section.walk()
        for grid in inner.grids
    ]


def _words(cell: Sequence[Sequence[object]]) -> str:
    return "\n".join("".join(getattr(piece, "text", "") for piece in phrase) for phrase in cell)


def _add_row_way(snapshot: Snapshot) -> bytes:
    """python-docx's own way: a run for each stretch of the articles, ``add_row`` for each row of the tables."""
    document = Document()
    outline = build_outline(snapshot, ReportOptions())
    for heads, rows in tables_of(snapshot):
        _add_table(document, heads, rows)
    for article in outline.annotated.articles:
        for paragraph in article.paragraphs:
            made = document.add_paragraph()
            for sentence in paragraph.sentences:
                made.add_run(f"{sentence.address} {sentence.tag} ")
                made.add_run(sentence.text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: DocumentObject, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=1, cols=len(heads))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


if __name__ == "__main__":
    main()
