"""Where pages end: between lines and rows, with nothing lost, no heading alone, and heads above every page of rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from tests.reports.large import large_snapshot

from verifier.reports import ReportOptions, build_outline
from verifier.reports.parts import Grid, Outline, Piece, Row, Section
from verifier.ui.pages.cutting import Band, Cut, bands_of, cuts_of
from verifier.ui.pages.document import Scroll, Writer
from verifier.ui.pages.paper import UNIT
from verifier.ui.pages.sheets import Sheets


@pytest.fixture
def outline() -> Outline:
    """A dossier of a few hundred sentences."""
    return build_outline(large_snapshot(300), ReportOptions())


def scrolls(outline: Outline) -> list[Scroll]:
    writer = Writer(outline, "a4")
    writer.write()
    return writer.scrolls


def rows_of(count: int, words: str = "some words") -> Grid:
    cells = ((Piece("x"),),), ((Piece(words),),)
    return Grid(("Left", "Right"), (20, 80), tuple(Row(cells) for _ in range(count)))


def with_parts(outline: Outline, *parts: Section) -> Outline:
    return replace(outline, parts=parts)


def held(cut: Cut, band: Band) -> bool:
    return cut.top <= band.top and band.bottom <= cut.bottom


def test_every_line_and_row_is_on_exactly_one_page(qapp: QApplication, outline: Outline) -> None:
    for scroll in scrolls(outline):
        bands, cuts = list(bands_of(scroll)), cuts_of(scroll)
        assert len(bands) > 20
        for band in bands:
            assert sum(held(cut, band) for cut in cuts) == 1
        assert all(one.bottom <= other.top + 1 for one, other in pairwise(cuts))


def test_no_page_is_higher_than_its_paper_and_none_ends_with_a_heading(
    qapp: QApplication, outline: Outline
) -> None:
    for scroll in scrolls(outline):
        bands, room = list(bands_of(scroll)), scroll.sheet.text_height * UNIT
        ends = {band.bottom: band for band in bands}
        cuts = cuts_of(scroll)
        for cut in cuts:
            head = cut.head[1] - cut.head[0] if cut.head else 0.0
            assert cut.bottom - cut.top + head <= room + 1
        assert not [cut for cut in cuts[:-1] if ends[cut.bottom].kept]
    assert any(band.kept for band in bands)


def test_the_heads_stand_above_each_page_a_table_goes_on_on(qapp: QApplication, outline: Outline) -> None:
    (scroll,) = scrolls(with_parts(outline, Section("one", "A long table", grids=(rows_of(200),))))
    cuts = cuts_of(scroll)
    assert len(cuts) > 3
    assert cuts[0].head is None
    assert all(cut.head == cuts[1].head for cut in cuts[1:])
    assert cuts[1].head is not None


def test_a_long_table_is_many_of_qts_with_columns_of_one_width(qapp: QApplication, outline: Outline) -> None:
    (scroll,) = scrolls(with_parts(outline, Section("one", "A long table", grids=(rows_of(200),))))
    (laid,) = scroll.grids
    widths = {
        tuple(round(width.rawValue()) for width in table.format().columnWidthConstraints())
        for table in laid.tables
    }
    assert sum(table.rows() for table in laid.tables) == 201
    assert len(laid.tables) > 3
    assert len(widths) == 1


def test_a_short_table_stays_together(qapp: QApplication, outline: Outline) -> None:
    filler = Section("filler", "Before it", lead=tuple((Piece(f"Line {n}."),) for n in range(37)))
    grid = replace(rows_of(6), together=True)
    (scroll,) = scrolls(with_parts(outline, filler, Section("short", "A short table", grids=(grid,))))
    cuts = cuts_of(scroll)
    rows = [band for band in bands_of(scroll) if band.head is not None]
    assert len(cuts) == 2
    assert len(rows) == 7
    assert len({next(place for place, cut in enumerate(cuts) if held(cut, row)) for row in rows}) == 1


def test_a_row_higher_than_a_page_is_cut_between_its_lines(qapp: QApplication, outline: Outline) -> None:
    tall = rows_of(1, "one word after another " * 900)
    (scroll,) = scrolls(with_parts(outline, Section("tall", "A tall row", grids=(tall,))))
    cuts = cuts_of(scroll)
    (row,) = [band for band in bands_of(scroll) if band.breaks]
    assert len(cuts) > 2
    for one in cuts[:-1]:
        assert one.bottom in row.breaks or one.bottom <= row.top


def test_a_part_that_begins_a_page_does(qapp: QApplication, outline: Outline) -> None:
    sheets = Sheets(outline, "a4")
    begun = [chapter for chapter in sheets.chapters if chapter.level == 1]
    assert len(begun) == len(outline.parts)
    for scroll in scrolls(outline):
        tops = {cut.top for cut in cuts_of(scroll)}
        assert {band.top for band in bands_of(scroll) if band.new_page} <= tops


def test_there_is_room_between_a_table_and_the_heading_beneath_it(
    qapp: QApplication, outline: Outline
) -> None:
    two = (Section("one", "One", grids=(rows_of(2),)), Section("two", "Two", grids=(rows_of(2),)))
    (scroll,) = scrolls(with_parts(outline, *two))
    bands = list(bands_of(scroll))
    first = next(place for place, band in enumerate(bands) if band.head)
    last = first + 2
    assert bands[last].head
    assert not bands[last + 1].head, "the heading of the second part"
    assert bands[last + 1].top - bands[last].bottom >= 20 * UNIT


def test_a_caption_stays_with_its_table(qapp: QApplication, outline: Outline) -> None:
    grid = replace(rows_of(3), caption="What the table shows")
    (scroll,) = scrolls(with_parts(outline, Section("one", "One", grids=(grid,))))
    *_, last_row, caption = list(bands_of(scroll))
    assert last_row.head
    assert last_row.kept
    assert not caption.head
