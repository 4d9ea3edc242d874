"""Articles written from right to left are laid out right, and so are names from the right among our own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.reading.made import REPORT, draft

from verifier.domain.articles import Metadata
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import account
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.beneath import Beneath
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.direction import runs_from_the_right
from verifier.ui.reading.geometry import block_rect, span_rects
from verifier.ui.reading.look import Look

Kind = ParagraphKind
HARBOUR = "أغلق الميناء الشرقي"
ARABIC = [
    (Kind.DATELINE, "الخميس 9 مايو"),
    (Kind.BODY, f"{HARBOUR} (Vell) حتى نهاية التحقيق. لم يذكر المجلس عدد العمال الذين غادروا يوم الثلاثاء."),
    (Kind.BODY, f"Harbour Press: {HARBOUR} منذ ثلاثة أشهر كاملة."),
    (Kind.QUOTE, "طلبوا منا أن نوقع."),
    (Kind.BODY, "One paragraph stands here in English."),
]


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot) -> tuple[Workbench, Columns]:
    case = Workbench.create(tmp_path / "right.verif")
    case.add_articles([draft(ARABIC, Metadata(publisher=HARBOUR, title=HARBOUR, piece="report"))])
    case.add_articles([draft(REPORT, Metadata(publisher="Harbour Press"))])
    columns = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(columns)
    columns.resize(1000, 700)
    with qtbot.waitExposed(columns):
        columns.show()
    columns.show_article(columns.shown_articles()[0])
    return case, columns


def test_the_way_a_text_runs_is_that_of_most_of_its_letters() -> None:
    assert runs_from_the_right(HARBOUR)
    assert runs_from_the_right(f"BBC: {HARBOUR}, {HARBOUR}")
    assert runs_from_the_right("שלום")
    assert not runs_from_the_right(
        "The sign said " + HARBOUR + " in letters two feet high, and nobody read it."
    )
    assert not runs_from_the_right("")
    assert not runs_from_the_right("1234 \u202e !")


def test_the_margin_is_at_the_right_of_such_an_article_and_nowhere_else(
    shown: tuple[Workbench, Columns],
) -> None:
    arabic, english = shown[1].columns()
    for column, at_right in ((arabic, True), (english, False)):
        words, margin = column.view.viewport().geometry(), column.margin.geometry()
        assert (margin.left() >= words.right()) is at_right
        assert (margin.right() <= words.left()) is not at_right
        assert margin.width() == round(column.margin.needed_width())
        assert column.view.rect().contains(margin)


def test_every_paragraph_runs_its_own_way(shown: tuple[Workbench, Columns]) -> None:
    column = shown[1].columns()[0]
    column.folds.toggle_all()
    ways = {}
    for number, row in enumerate(column.page.rows):
        block = column.view.document().findBlockByNumber(number)
        if row.paragraph is not None:
            ways[row.paragraph.position] = block.textDirection()
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert ways == {0: right, 1: right, 2: right, 3: right, 4: left}, "also where the first word is foreign"


def test_words_and_their_frames_begin_at_the_right(shown: tuple[Workbench, Columns]) -> None:
    case, columns = shown
    column, sentence = columns.columns()[0], account(case.rows, case.rows.articles()[0])[0]
    rects = span_rects(column.view, *column.page.places_of(sentence.start, sentence.start + len(HARBOUR)))
    block = column.view.document().findBlock(column.page.place_of(sentence.start))
    assert abs(rects[0].right() - block_rect(column.view, block).right()) < 4
    assert rects[0].left() > block_rect(column.view, block).center().x() - 60


def test_the_head_of_such_an_article_stands_at_its_right(shown: tuple[Workbench, Columns]) -> None:
    arabic, english = (column.header for column in shown[1].columns())
    assert arabic.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert english.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert arabic._letter.geometry().left() > arabic._close.geometry().right()
    assert english._letter.geometry().right() < english._close.geometry().left()
    assert f"\u2068{HARBOUR}\u2069 · report" in arabic.words()[1]


def test_an_article_from_the_right_is_judged_linked_and_painted_like_any_other(
    shown: tuple[Workbench, Columns],
) -> None:
    case, columns = shown
    a, b = (account(case.rows, article) for article in case.rows.articles())
    part = case.passage(a[1].version_id, a[1].start + 3, a[1].start + 20)
    columns.refresh(case.mark([a[0].id, part], Label.DISPUTED))
    columns.refresh(case.link(a[0].id, b[1].id, Relation.CONTRADICTS))
    columns.go_to(a[0].id)
    assert [ribbon.relation for ribbon in columns._shelf.gaps[0].ribbons()] == [Relation.CONTRADICTS]
    column = columns.columns()[0]
    image = column.margin.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 1)
    inked = {
        x for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) != ground
    }
    assert min(inked) < image.width() / 3, "numbers and signs are at the side of the words"
    columns.resize(480, 640)
    columns.go_to(b[1].id)
    beneath = columns.findChild(Beneath)
    assert beneath is not None
    assert beneath.words()[1] == case.words(a[0])
    assert beneath._text.layoutDirection() is Qt.LayoutDirection.RightToLeft
