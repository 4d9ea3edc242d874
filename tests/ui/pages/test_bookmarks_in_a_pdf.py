"""Bookmarks put at the end of a PDF: a tree as deep as the headings, and nothing else touched."""

from __future__ import annotations

import pypdfium2
from PySide6.QtWidgets import QApplication
from tests.reports.cases import Case

from verifier.reports import ReportOptions, build_outline
from verifier.ui.pages.bookmarks import with_bookmarks
from verifier.ui.pages.document import Chapter
from verifier.ui.pages.pdf import render_sized


def pdf() -> bytes:
    case = Case()
    case.article("A", [("body", ["One sentence."])])
    return render_sized(build_outline(case.snapshot(), ReportOptions()), "a4")[0]


def test_headings_stand_under_those_above_them(qapp: QApplication) -> None:
    chapters = [
        Chapter("One", 1, "part-1"), Chapter("Under one", 2, "division-2"), Chapter("Deeper (é ж)", 3, "division-3"),
        Chapter("Also under one", 2, "part-1"), Chapter("Two", 1, "part-1"),
    ]  # fmt: skip
    data = pdf()
    made = with_bookmarks(data, chapters, "en-GB")
    assert made.startswith(data)
    found = [(one.level, one.get_title()) for one in pypdfium2.PdfDocument(made).get_toc()]
    assert found == [(0, "One"), (1, "Under one"), (2, "Deeper (é ж)"), (1, "Also under one"), (0, "Two")]


def test_what_is_no_pdf_of_this_make_is_left_as_it_is(qapp: QApplication) -> None:
    chapter = [Chapter("One", 1, "part-1")]
    for odd in (b"", b"%PDF-1.7\nxref stream", b"trailer <</Root 9 0 R /Size 3>> startxref\n5\n%%EOF"):
        assert with_bookmarks(odd, chapter, "en") == odd
    data = pdf()
    assert with_bookmarks(data, [], "en") == data


def test_a_language_that_is_none_is_not_told(qapp: QApplication) -> None:
    data = pdf()
    update = with_bookmarks(data, [Chapter("One", 1, "part-1")], "en) /OpenAction (")[len(data) :]
    assert b"/Outlines" in update
    assert b"OpenAction" not in update
