"""Where a sentence stands in its source: in words, and for a PDF on a picture of its page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.hands import InsideHands
from tests.readers.pdf_files import Sheet, lines, make_pdf
from tests.ui.intake.readings import PATIENCE, begin, page, preview

from verifier.domain.reading import Anchor, Spot
from verifier.i18n import ENGLISH
from verifier.ui.intake.facts import anchor_words
from verifier.ui.panels.spot import SpotSection, part_around, short_path

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled
    from verifier.ui.dialogs.page import PageWindow

FIRST = (
    "The quay closed on Monday after the survey, and",
    "forty boats lie idle in the old basin since then.",
)
SECOND = (
    "The council is to meet on Friday about the piles",
    "that moved. A second survey will begin in May.",
)


@pytest.fixture
def pdf(parts: Assembled, tmp_path: Path, qtbot: QtBot) -> Assembled:
    """The window with a PDF of two pages in the case."""
    path = tmp_path / "quay.pdf"
    path.write_bytes(make_pdf([Sheet(lines(FIRST, 72, 700)), Sheet(lines(SECOND, 72, 700))]))
    adding = parts.controllers.adding
    adding.add_files([path])
    qtbot.waitUntil(
        lambda: (
            not adding.intake.is_busy
            and (parts.desk.workbench is not None or adding.previewing.made is not None)
        ),
        timeout=PATIENCE,
    )
    if parts.desk.workbench is None:
        preview(parts).do_button.click()
    assert parts.desk.workbench is not None
    return parts


def spot(parts: Assembled) -> SpotSection:
    found = parts.window.findChild(SpotSection)
    assert isinstance(found, SpotSection)
    return found


def go(parts: Assembled, words: str) -> None:
    case = parts.desk.need
    (article,) = case.rows.articles()
    sentences = (
        row for part in case.rows.paragraphs(article.version_id) for row in case.rows.sentences(part.id)
    )
    parts.place.go_to(next(row for row in sentences if words in case.words(row)).id)


def test_the_spot_is_shown_on_its_page(pdf: Assembled, qtbot: QtBot) -> None:
    go(pdf, "second survey")
    section = spot(pdf)
    assert section.place.text().startswith("page 2")
    qtbot.waitUntil(section.picture.isVisible, timeout=PATIENCE)
    (shown,) = section.picture._spots
    assert shown.page == 2
    assert 120 < shown.top < 160  # points: the second line, 14 below the baseline at 842 - 700
    assert section.picture._part.contains(QRectF(shown.left, shown.top, 5, 5))
    picture = section.picture.grab().toImage()
    dark = sum(picture.pixelColor(x, y).lightness() < 100 for x in range(0, picture.width(), 2)
               for y in range(0, picture.height(), 2))  # fmt: skip
    assert dark > 20, "there are letters in the picture"


def test_another_sentence_shows_another_spot_and_its_picture_goes_at_once(
    pdf: Assembled, qtbot: QtBot
) -> None:
    section = spot(pdf)
    go(pdf, "second survey")
    qtbot.waitUntil(section.picture.isVisible, timeout=PATIENCE)
    go(pdf, "The quay closed")
    assert not section.picture.isVisible()
    qtbot.waitUntil(section.picture.isVisible, timeout=PATIENCE)
    assert {one.page for one in section.picture._spots} == {1}
    assert len(section.picture._spots) == 2  # it runs over two lines


def test_enter_shows_the_page_whole_and_its_neighbours(pdf: Assembled, qtbot: QtBot) -> None:
    go(pdf, "second survey")
    qtbot.waitUntil(spot(pdf).picture.isVisible, timeout=PATIENCE)
    spot(pdf).picture.setFocus()
    QTest.keyClick(spot(pdf).picture, Qt.Key.Key_Return)
    window = _page_window(pdf)
    assert window.isVisible()
    assert not window.isModal()
    assert window.number == 2
    assert len(window.page.spots) == 1
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    InsideHands().press("PgUp")
    qtbot.waitUntil(
        lambda: window.page.picture is not None and window.said.text() == "page 1", timeout=PATIENCE
    )
    assert window.number == 1
    assert list(window.page.spots) == []
    assert not window.before.isEnabled()
    window.turn(2)
    qtbot.waitUntil(lambda: "no page 3" in window.said.text() or "3" in window.said.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.after.isEnabled(), timeout=PATIENCE)
    width = window.page.width()
    window.turn(-1)
    window.zoom(1)
    assert window.page.width() > width
    window.close()


def _page_window(parts: Assembled) -> PageWindow:
    found = parts.controllers.articles._page_window
    assert found is not None
    return found


def test_pictures_go_with_their_case(pdf: Assembled, qtbot: QtBot) -> None:
    go(pdf, "second survey")
    qtbot.waitUntil(spot(pdf).picture.isVisible, timeout=PATIENCE)
    pdf.controllers.opening.close()
    QApplication.processEvents()
    assert spot(pdf)._images._pages == {}
    assert not spot(pdf).isVisible()


def test_other_forms_say_where_it_stands_in_words(parts: Assembled, qtbot: QtBot) -> None:
    begin(parts, qtbot, [page()]).do_button.click()
    go(parts, "The council")
    assert spot(parts).place.text() == "/html/body/p[5]"
    assert not spot(parts).picture.isVisible()


def test_plain_text_says_nothing_of_where_it_stands(sample: Assembled) -> None:
    assert not spot(sample).isVisible()


def test_every_term_of_a_place_has_its_words() -> None:
    spots = (Spot(2, 1, 2, 3, 4), Spot(3, 1, 2, 3, 4))
    assert anchor_words(Anchor(spots=spots), ENGLISH) == ["page 2–3"]
    assert anchor_words(Anchor(part="word/document.xml", paragraph=4), ENGLISH) == ["paragraph 5"]
    assert anchor_words(Anchor(part="word/footnotes.xml", paragraph=4), ENGLISH) == [
        "part word/footnotes.xml",
        "paragraph 5",
    ]
    assert anchor_words(Anchor(record="7", time="00:01 --> 00:02"), ENGLISH) == [
        "00:01 --> 00:02",
        "record 7",
    ]
    assert anchor_words(Anchor(), ENGLISH) == []


def test_the_part_of_a_page_that_is_shown_lies_on_the_page() -> None:
    whole = QRectF(0, 0, 595, 842)
    part = part_around([Spot(1, 0, 0, 40, 12)], whole)
    assert whole.contains(part)
    assert part.width() > 40
    assert part_around([], whole).width() == 595


def test_of_a_long_path_the_last_steps_are_shown() -> None:
    assert short_path("/html/body/div[2]/div[3]/main/article/p[5]") == "…/main/article/p[5]"
    assert short_path("/html/body/p[5]") == "/html/body/p[5]"
    assert short_path("page 2") == "page 2"
