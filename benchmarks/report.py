"""How fast a Word report is made, beside python-docx's ``add_row`` way, docxtpl, and the same XML as ready strings.

    python -m benchmarks.report

Prints CPU seconds and ratios; asserts nothing. *Raw* zips the very parts our report has, already made as strings; it is
compared with our writer, to which the outline is given as the strings are to it. Memory is that of a process of its
own, above what it has before the report is begun. The PDF is timed by the clock.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.text.paragraph import Paragraph
from tests.reports.large import large_snapshot

from verifier.domain.making import no_collection
from verifier.domain.rows import Snapshot
from verifier.reports import ReportOptions, build_outline, write_report
from verifier.reports.parts import AnnotatedSentence, Cell, Comment, Grid, Outline, Section, Tone
from verifier.reports.word import render
from verifier.reports.word.notes import comments_xml
from verifier.resources import resource

SIZES = (500, 5_000)
"""So many sentences a case has."""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_report(large_snapshot(50), ReportOptions(), folder / "first.docx")  # imports are paid for here
        ours = [_compare(size, folder) for size in SIZES]
        print(f"ten times the length costs {ours[1] / ours[0]:.1f} × (linear: ≤ 10)")
        _print_comments(folder)
        _print_memory()
        _print_pdf(folder)


def _compare(size: int, folder: Path) -> float:
    """Our way beside others on a case of so many sentences; our CPU seconds."""
    snapshot, target = large_snapshot(size), folder / "report.docx"
    ours = cpu(lambda: write_report(snapshot, ReportOptions(), target), 3)
    outline = build_outline(snapshot, ReportOptions())
    with no_collection():
        writer = cpu(lambda: render(outline), 3)
    raw = cpu(_rezip(target, folder / "raw.docx"), 3)
    slow = cpu(lambda: _add_row_way(snapshot, styled=True), 1)
    plain = cpu(lambda: _add_row_way(snapshot, styled=False), 1)
    outline = build_outline(snapshot, ReportOptions())
    print(
        f"{size} sentences, {sum(len(grid.rows) for grid in tables_of(outline))} rows of tables, CPU seconds"
    )
    print(f"  ours        {ours:8.3f}")
    print(f"  add_row     {slow:8.3f}   {slow / ours:6.1f} × ours (aim: ≥ 15)")
    print(f"    unstyled  {plain:8.3f}   {plain / ours:6.1f} × ours (words alone: no label to be seen)")
    _print_docxtpl(snapshot, ours)
    print(f"  raw         {raw:8.3f}   our writer, {writer:.3f}, is {writer / raw:.1f} × raw (aim: ≤ 4)")
    print(f"              outline and data included, ours is {ours / raw:.1f} × raw")
    return ours


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
    sections = [part for part in outline.parts if isinstance(part, Section)]
    return [grid for section in sections for inner in section.walk() for grid in inner.grids if grid.heads]


# -- python-docx's own way -------------------------------------------------------------------------------------------


def _add_row_way(snapshot: Snapshot, *, styled: bool) -> bytes:
    """python-docx's own way to the same words: ``add_row`` for each row, a run in its style for each stretch.

    Comments, bookmarks, footnotes and links are left out, which python-docx has slow ways or none for.
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


# -- docxtpl ---------------------------------------------------------------------------------------------------------


def _print_docxtpl(snapshot: Snapshot, ours: float) -> None:
    if importlib.util.find_spec("docxtpl") is None:
        print("  docxtpl     is not installed")
        return
    styled = cpu(lambda: _docxtpl_way(snapshot, styled=True), 1)
    plain = cpu(lambda: _docxtpl_way(snapshot, styled=False), 1)
    print(f"  docxtpl     {styled:8.3f}   {styled / ours:6.1f} × ours")
    print(f"    unstyled  {plain:8.3f}   {plain / ours:6.1f} × ours (words alone: no label to be seen)")


def _docxtpl_way(snapshot: Snapshot, *, styled: bool) -> bytes:
    """A Word template filled in by docxtpl: a row for each row, a paragraph for each paragraph of the articles.

    Comments, bookmarks, footnotes and links are left out, which docxtpl has no ways for.
    """
    docxtpl: Any = importlib.import_module("docxtpl")
    outline = build_outline(snapshot, ReportOptions())
    template = docxtpl.DocxTemplate(io.BytesIO(_template(styled=styled)))
    make = _rich(docxtpl) if styled else _joined
    grids = [
        {"rows": [[make(_cell_pieces(cell)) for cell in row.cells] for row in grid.rows]}
        for grid in tables_of(outline)
    ]
    paragraphs = [
        make(_sentence_pieces(paragraph.sentences))
        for article in outline.annotated.articles
        for paragraph in article.paragraphs
    ]
    template.render({"grids": grids, "paragraphs": paragraphs}, autoescape=True)
    file = io.BytesIO()
    template.save(file)
    return file.getvalue()


Pieces = list[tuple[str, str]]
"""Words, and the name of their style or ""."""


def _cell_pieces(cell: Cell) -> Pieces:
    return [(piece.text, _NAMES.get(piece.tone, "")) for phrase in cell for piece in phrase]


def _sentence_pieces(sentences: Sequence[AnnotatedSentence]) -> Pieces:
    found: Pieces = []
    for one in sentences:
        label = one.label.replace("-", " ")
        found += [(f"{one.address} ", "Place address"), (f"{one.tag} ", f"Place {label}" if label else "")]
        found += [(one.text, f"Marked {label}" if label else ""), (one.after, "")]
    return found


def _joined(pieces: Pieces) -> str:
    return "".join(text for text, _style in pieces)


def _rich(docxtpl: Any) -> Callable[[Pieces], object]:
    def made(pieces: Pieces) -> object:
        rich = docxtpl.RichText()
        for text, style in pieces:
            rich.add(text, style=style.replace(" ", "") or None)
        return rich

    return made


def _template(*, styled: bool) -> bytes:
    """A template with a table and a paragraph in loops; styled words stand in runs of their own."""
    document, mark = Document(str(resource("report", "dossier.docx"))), "r " if styled else ""
    document.add_paragraph("{%p for grid in grids %}")
    table = document.add_table(rows=3, cols=1)
    table.rows[0].cells[0].text = "{%tr for row in grid.rows %}"
    table.rows[1].cells[0].text = f"{{% for cell in row %}}{{{{{mark} cell }}}} {{% endfor %}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    for line in ("{%p endfor %}", "{%p for text in paragraphs %}", f"{{{{{mark} text }}}}", "{%p endfor %}"):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


# -- comments, memory, PDF -------------------------------------------------------------------------------------------


def _print_comments(folder: Path) -> None:
    """The part of the comments alone, and whole reports in which every sentence has one."""
    made = [Comment(number, "Ada Berg", "AB", _NOTED_AT, ("Who says so?",)) for number in range(20_000)]
    few = cpu(lambda: comments_xml(tuple(made[:2_000])), 3)
    many = cpu(lambda: comments_xml(tuple(made)), 3)
    print(f"comments.xml: 2,000 {few:.3f}, 20,000 {many:.3f}: ten times costs {many / few:.1f} × (aim: ≤ 12)")
    small, large = (large_snapshot(size, noted=1) for size in SIZES)
    target = folder / "noted.docx"
    few = cpu(lambda: write_report(small, ReportOptions(), target), 3)
    many = cpu(lambda: write_report(large, ReportOptions(), target), 3)
    print(f"a comment a sentence: {few:.3f}, {many:.3f}: ten times costs {many / few:.1f} × (aim: ≤ 12)")


_NOTED_AT = "2026-11-20T09:41:07+00:00"

_MEASURED = """
import sys, tempfile
from pathlib import Path
from tests.reports.large import large_snapshot
from verifier.reports import ReportOptions, write_report

def most():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))

with tempfile.TemporaryDirectory() as folder:
    write_report(large_snapshot(20), ReportOptions(), Path(folder) / "first.docx")
    snapshot = large_snapshot(int(sys.argv[1]))
    before = most()
    write_report(snapshot, ReportOptions(), Path(folder) / "report.docx")
    print(most() - before)
"""


def _print_memory() -> None:
    """The megabytes a report takes at most, in a process of its own, where the system tells."""
    if not Path("/proc/self/status").exists():
        print("memory is not told by this system")
        return
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(SIZES[1])], check=True, capture_output=True, text=True
    )
    print(f"memory above start, {SIZES[1]} sentences: {int(done.stdout) / 1024:.0f} MB (aim: ≤ 100)")


def _print_pdf(folder: Path) -> None:
    """LibreOffice's seconds for the pages of a dossier, once its own profile is there."""
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: no PDF")
        return
    home, target = f"-env:UserInstallation={(folder / 'office').as_uri()}", folder / "dossier.docx"
    for size in (20, SIZES[0]):
        write_report(large_snapshot(size), ReportOptions(), target)
        begun = time.perf_counter()
        subprocess.run(
            ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir", str(folder), str(target)],
            check=True,
            capture_output=True,
        )
    print(f"PDF by LibreOffice, {SIZES[0]} sentences: {time.perf_counter() - begun:.1f} s (aim: < 10)")


if __name__ == "__main__":
    main()
