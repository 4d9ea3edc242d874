"""A report as a PDF: read back by another library, with every word, link, heading and page where it belongs."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw
from PySide6.QtWidgets import QApplication
from tests.reports.awkward import AWKWARD, awkward_case
from tests.reports.cases import Case

from verifier.domain.rows import Snapshot
from verifier.reports import ReportOptions, build_outline
from verifier.reports.parts import Embedded, Outline, Piece, Section
from verifier.session.sample import make_sample_case
from verifier.session.workbench import Workbench
from verifier.ui.pages import pdf_bytes
from verifier.ui.pages.pen import shown
from verifier.ui.pages.proof import entries_of

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def marked() -> Snapshot:
    """Two short articles with labels, a contradiction, evidence and notes."""
    case = Case()
    case.article("A", [("headline", ["The pier is shut"]), ("body", ["Nobody was asked. ", "It shuts on Monday."])],
                 publisher="The Gull", title="The pier is shut")  # fmt: skip
    case.article(
        "B", [("body", ["The board asked forty people. ", "It shuts in May."])], publisher="The Tern"
    )
    case.mark("A2", "disputed", note="Forty were asked, see the minutes.")
    case.mark("A3", "unconfirmed", note="MARKERWORD stays in the house.", reach="internal")
    case.mark("B1", "verified", note="The minutes say so.")
    case.link("A2", "B1", "contradicts", severity="hard")
    case.evidence("Minutes of the board", "B1", url="https://example.org/minutes?day=4")
    case.evidence("A shady file", "A3", url="javascript:alert(1)")
    case.details(title="Is the pier shut?", finding="It is not yet.")
    return case.snapshot()


def opened(outline: Outline, paper: str = "a4") -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf_bytes(outline, paper))


def words_of(document: pypdfium2.PdfDocument) -> list[str]:
    """The words of each page, white space made one."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def without_space(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe]+", "", text)


def addresses(document: pypdfium2.PdfDocument) -> set[str]:
    """The addresses of all links that lead out of the document."""
    found = set()
    for page in document:
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
            action = raw.FPDFLink_GetAction(link)
            length = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
            if length:
                buffer = ctypes.create_string_buffer(length)
                raw.FPDFAction_GetURIPath(document, action, buffer, length)
                found.add(buffer.value.decode())
    return found


def inner_links(document: pypdfium2.PdfDocument) -> int:
    """How many links lead to a place of the document."""
    count = 0
    for page in document:
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
            count += bool(raw.FPDFLink_GetDest(document, link))
    return count


def test_every_sentence_label_note_and_link_is_on_the_pages(qapp: QApplication, marked: Snapshot) -> None:
    document = opened(build_outline(marked, ReportOptions()))
    everything = without_space("".join(words_of(document)))
    for words in (
        "Nobody was asked.",
        "It shuts on Monday.",
        "The board asked forty people.",
        "It shuts in May.",
    ):
        assert without_space(words) in everything
    for told in ("≠ disputed", "? unconfirmed", "✓ verified", "Forty were asked, see the minutes.", "[AB 1]"):
        assert without_space(told) in everything
    assert addresses(document) == {"https://example.org/minutes?day=4"}
    assert "javascript:alert(1)" in everything, "shown, and not alive"
    assert inner_links(document) > 10


def test_headings_are_bookmarks_that_lead_to_their_pages(qapp: QApplication, marked: Snapshot) -> None:
    outline = build_outline(marked, ReportOptions())
    document, pages = opened(outline), words_of(opened(outline))
    entries = list(document.get_toc())
    assert [entry.get_title() for entry in entries if entry.level == 0] == [
        part.heading for part in outline.parts
    ]
    assert any(entry.level == 1 for entry in entries)
    for entry in entries:
        place = entry.get_dest()
        assert place is not None
        assert " ".join(entry.get_title().split()) in pages[place.get_index()]


def test_each_page_bears_title_status_and_its_number(qapp: QApplication, marked: Snapshot) -> None:
    outline = build_outline(marked, ReportOptions(internal_copy=True))
    pages = words_of(opened(outline))
    assert len(pages) > 3
    for number, words in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in words
        assert outline.running.status in words
        assert outline.running.stamp in words


def test_what_is_internal_is_on_no_page_but_of_an_internal_copy(qapp: QApplication, marked: Snapshot) -> None:
    outside, inside = (
        "".join(words_of(opened(build_outline(marked, ReportOptions(internal_copy=internal)))))
        for internal in (False, True)
    )
    assert "MARKERWORD" not in outside
    assert "MARKERWORD" in inside


def test_the_document_tells_its_title_language_and_carries_its_data(
    qapp: QApplication, marked: Snapshot
) -> None:
    outline = replace(build_outline(marked, ReportOptions()), data=Embedded('{"a": "Ж"}', "x" * 64))
    data = pdf_bytes(outline)
    document = pypdfium2.PdfDocument(data)
    told = document.get_metadata_dict()
    assert told["Title"] == outline.properties.title
    assert told["Author"] == outline.properties.author
    assert f"/Lang ({outline.language})".encode() in data
    assert document.count_attachments() == 1
    assert bytes(document.get_attachment(0).get_data()).decode() == '{"a": "Ж"}'


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_pages_have_the_paper_asked_for_and_lie_where_a_table_is_wide(
    qapp: QApplication, marked: Snapshot, paper: str, size: tuple[int, int]
) -> None:
    outline = build_outline(marked, ReportOptions(paper=paper))
    wide = outline.section("claims")
    grid = replace(wide.walk()[-1].grids[0], heads=("a",) * 5, widths=(1,) * 5, rows=())
    turned = Section("matrix", "A wide part", grids=(grid,), wide=True)
    document = opened(replace(outline, parts=(*outline.parts[:2], turned, *outline.parts[2:4])), paper)
    sizes = {(round(page.get_width()), round(page.get_height())) for page in document}
    assert sizes == {size, size[::-1]}


def test_awkward_words_are_shown_and_nothing_of_them_comes_alive(qapp: QApplication) -> None:
    document = opened(build_outline(awkward_case().snapshot(), ReportOptions()))
    everything = without_space("".join(words_of(document)))
    for word in ('<script>alert("x")</script>', "&amp;&lt;", '=HYPERLINK("https://evil.example")', "‹U+0000›",
                 "‹U+202E›", "‹U+FDD0›", "‹U+2029›", "‹U+1FFFF›", "‹U+0085›"):  # fmt: skip
        assert word in everything, word
    assert not any("evil" in address for address in addresses(document))
    assert len(AWKWARD) > 8


@pytest.mark.parametrize(
    "character", [chr(number) for number in (*range(0xFDD0, 0xFDF0), 0xFFFC, 0x2029, 0x7F)]
)
def test_what_qt_would_take_for_structure_is_a_token(character: str) -> None:
    assert shown(f"a{character}b") == f"a‹U+{ord(character):04X}›b"
    assert shown("a\nb\u00a0c") == "a\u2028b\u00a0c"


def test_footnotes_stand_numbered_at_the_end_of_their_part(qapp: QApplication, marked: Snapshot) -> None:
    outline = build_outline(marked, ReportOptions(template="memo"))
    noted = Piece("a claim", footnote=(Piece("What is told of it."),))
    parts = tuple(
        Section(name, f"Part {name}", lead=((Piece(f"In {name} "), noted),)) for name in ("one", "two")
    )
    (words,) = words_of(opened(replace(outline, parts=parts)))
    order = [
        words.index(told) for told in ("In one a claim1", "1 What is told", "Part two", "2 What is told")
    ]
    assert order == sorted(order)


@pytest.mark.parametrize(("language", "paper"), [("en", "a4"), ("ru", "letter")])
def test_a_memo_of_the_usual_length_is_two_pages(
    qapp: QApplication, tmp_path: Path, language: str, paper: str
) -> None:
    make_sample_case(tmp_path / "sample.verif")
    with Workbench.open(tmp_path / "sample.verif", read_only=True) as case:
        options = ReportOptions(template="memo", language=language, paper=paper)
        assert len(opened(build_outline(case.snapshot(), options), paper)) == 2


def test_the_parts_are_counted_as_they_stand_in_the_report(marked: Snapshot) -> None:
    outline = build_outline(marked, ReportOptions())
    entries = entries_of(outline)
    assert [entry.name for entry in entries] == [part.name for part in outline.parts]
    annotated = next(entry for entry in entries if entry.name == "annotated")
    assert [one.count for one in annotated.under] == [3, 2]
    assert annotated.count == 5


def test_a_pdf_needs_neither_a_screen_nor_a_window(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from tests.reports.cases import Case\n"
        "from verifier.reports import ReportOptions, build_outline\n"
        "from verifier.ui.pages import pdf_bytes\n"
        "case = Case(); case.article('A', [('body', ['One sentence.'])])\n"
        "sys.stdout.buffer.write(pdf_bytes(build_outline(case.snapshot(), ReportOptions())))\n"
    )
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=bare | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.startswith(b"%PDF-")
    assert "One sentence." in "".join(words_of(pypdfium2.PdfDocument(done.stdout)))
