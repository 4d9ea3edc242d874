"""Marks on parts of a sentence that overlap are told apart, and selected words keep their labels' grounds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from verifier.domain.articles import Sentence
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import account
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.captions import Captions
from verifier.ui.reading.column import Column
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.geometry import span_lines
from verifier.ui.reading.look import Look
from verifier.ui.reading.underlines import DROP, STEP
from verifier.ui.reading.verdicts import Verdict, layers, uncovered


@pytest.fixture
def columns(case: Workbench, qtbot: QtBot) -> Columns:
    widget = Columns(case, load_theme("light"), ENGLISH, Look())
    qtbot.addWidget(widget)
    widget.resize(1000, 800)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.show_article(widget.shown_articles()[0])
    return widget


def part(case: Workbench, sentence: Sentence, start: int, end: int) -> str:
    return case.passage(sentence.version_id, sentence.start + start, sentence.start + end)


def sentence_of(case: Workbench, number: int) -> Sentence:
    return account(case.rows, case.rows.articles()[0])[number]


def colours_at(column: Column, image: QImage, start: int, end: int, height: float) -> set[str]:
    """The colours of the row of pixels so far below the base line of the words of a span."""
    line = span_lines(column.view, *column.page.places_of(start, end))[0]
    y = round(line.baseline + height)
    inner = QRectF(line.rect).adjusted(4, 0, -4, 0)
    return {image.pixelColor(x, y).name() for x in range(round(inner.left()), round(inner.right()))}


def test_parts_that_overlap_have_their_lines_under_each_other() -> None:
    disputed, opinion = Label.DISPUTED, Label.OPINION
    nested = Verdict(parts=((0, 50, disputed), (10, 20, disputed)))
    assert [(one.depth, one.crowded) for one in layers(nested)] == [(0, True), (1, True)]
    crossing = Verdict(parts=((0, 30, disputed), (20, 50, opinion), (60, 70, opinion)), others=((25, 65),))
    assert [one.depth for one in layers(crossing)] == [0, 1, 2, 0]
    assert [one.crowded for one in layers(crossing)] == [True, True, True, True]
    apart = Verdict(parts=((0, 10, disputed), (10, 20, opinion)))
    assert [(one.depth, one.crowded) for one in layers(apart)] == [(0, False), (0, False)]
    assert layers(Verdict()) == []


def test_a_sentences_own_mark_speaks_where_no_labelled_part_is() -> None:
    verdict = Verdict(parts=((10, 20, Label.OPINION), (15, 30, Label.OPINION)), others=((40, 45),))
    assert uncovered(verdict, 0, 50) == [(0, 10), (30, 50)]
    assert uncovered(Verdict(), 3, 9) == [(3, 9)]
    assert uncovered(verdict, 12, 28) == []


def test_the_same_label_inside_itself_is_seen(columns: Columns, case: Workbench) -> None:
    column, sentence = columns.columns()[0], sentence_of(case, 3)
    columns.refresh(case.mark([part(case, sentence, 0, 30)], Label.DISPUTED))
    line = columns.columns()[0].view.viewport().grab().toImage()
    red = QColor(load_theme("light").colours["label.disputed.line"]).name()
    inner = sentence.start + 7, sentence.start + 15
    assert red not in colours_at(column, line, *inner, DROP + STEP + 1)
    columns.refresh(case.mark([part(case, sentence, 7, 15)], Label.DISPUTED))
    both = columns.columns()[0].view.viewport().grab().toImage()
    assert red in colours_at(column, both, *inner, DROP + 1)
    assert red in colours_at(column, both, *inner, DROP + STEP + 1)


def test_a_part_that_is_only_linked_is_seen(columns: Columns, case: Workbench) -> None:
    column, sentence = columns.columns()[0], sentence_of(case, 13)
    other = account(case.rows, case.rows.articles()[1])[4]
    before = column.view.viewport().grab().toImage()
    span = sentence.start + 3, sentence.start + 20
    columns.refresh(case.link(part(case, sentence, 3, 20), other.id, Relation.CORROBORATES))
    after = column.view.viewport().grab().toImage()
    quiet = QColor(load_theme("light").colours["quiet"]).name()
    assert quiet not in colours_at(column, before, *span, DROP)
    assert quiet in colours_at(column, after, *span, DROP)
    assert column.verdicts.of(sentence).others == (span,)
    columns.refresh(case.undo())
    assert column.verdicts.of(sentence).others == ()


def test_selected_words_keep_the_ground_of_their_label(columns: Columns, case: Workbench) -> None:
    column, sentence = columns.columns()[0], sentence_of(case, 6)
    assert column.verdicts.of(sentence).own is Label.DISPUTED
    span = sentence.start + 2, sentence.start + 12
    column.selection.select(*span)
    selected = column.view.viewport().grab().toImage()
    plain = sentence_of(case, 11)
    column.selection.select(plain.start + 2, plain.start + 12)
    other = column.view.viewport().grab().toImage()
    spans = (selected, span), (other, (plain.start + 2, plain.start + 12))
    grounds = [colours_at(column, image, start, end, -14) for image, (start, end) in spans]
    reds = [max(QColor(name).red() - QColor(name).green() for name in found) for found in grounds]
    assert reds[0] > 15 > reds[1]


def test_a_paragraph_set_aside_says_what_it_is_once_it_is_unfolded(columns: Columns, case: Workbench) -> None:
    column = columns.columns()[0]
    folded = column.view.viewport().grab().toImage()
    column.folds.toggle(0)
    rows = [row for row in column.page.rows if row.fold == 0 and row.paragraph is not None]
    kinds = [row.paragraph.kind for row in rows if row.paragraph is not None]
    assert kinds == [ParagraphKind.DATELINE, ParagraphKind.CREDIT]
    captions = Captions(column.view, column.page, load_theme("light"), Look(), ENGLISH)
    assert captions.in_sight() == ["date", "photo credit"]
    unfolded = column.view.viewport().grab().toImage()
    assert unfolded != folded
    column.folds.toggle(0)
    captions = Captions(column.view, column.page, load_theme("light"), Look(), ENGLISH)
    assert captions.in_sight() == []


def test_the_overview_and_the_margin_show_a_new_label_at_once(columns: Columns, case: Workbench) -> None:
    column, sentence = columns.columns()[0], sentence_of(case, 15)
    red = QColor(load_theme("light").colours["label.disputed.line"]).name()

    def reds(widget: QWidget) -> int:
        image = widget.grab().toImage()
        size = image.size()
        return sum(
            image.pixelColor(x, y).name() == red for y in range(size.height()) for x in range(size.width())
        )

    before = reds(column.strip), reds(column.margin)
    columns.refresh(case.mark([sentence.id], Label.DISPUTED))
    after = reds(column.strip), reds(column.margin)
    assert after[0] > before[0]
    assert after[1] > before[1]
    columns.refresh(case.undo())
    assert (reds(column.strip), reds(column.margin)) == before


def test_the_overview_follows_the_theme(columns: Columns) -> None:
    strip = columns.columns()[0].strip
    light = strip.grab().toImage()
    columns.set_theme(load_theme("dark"))
    assert columns.columns()[0].strip.grab().toImage() != light


def test_numbers_with_letters_find_room_in_the_margin(columns: Columns, case: Workbench) -> None:
    column = columns.columns()[1]
    sentence = account(case.rows, case.rows.articles()[1])[7]
    width = column.margin.needed_width()
    columns.refresh(case.split(sentence.id, sentence.start + 8))
    numbers = [one.number for one in column.page.account]
    assert numbers[7:9] == ["8", "8a"]
    assert column.margin.needed_width() >= width
    caption = next(row for row in column.page.paragraphs if row.kind is ParagraphKind.CAPTION)
    columns.refresh(case.set_kind([caption.id], ParagraphKind.BODY))
    assert "1a" in [one.number for one in column.page.account]
    assert not column.margin.grab().isNull()
