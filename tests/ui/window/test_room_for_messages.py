"""The message bar covers nothing: what lies beneath ends where it begins; and what little room there is is shared."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from verifier.ui.assembly import Assembled
from verifier.ui.bench import Bench
from verifier.ui.reading.text_view import TextView
from verifier.ui.views.history import History


def bench(parts: Assembled) -> Bench:
    made = parts.window.bench
    assert isinstance(made, Bench)
    return made


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def test_the_last_rows_of_a_view_are_above_the_message_and_come_down_again(sample: Assembled) -> None:
    sample.window.resize(1280, 720)
    sample.controllers.sight.show_view("history")
    QApplication.processEvents()
    view = bench(sample).drawer.view("history")
    assert isinstance(view, History)
    viewport, bar = view.table.viewport(), sample.window.message
    before = on_screen(viewport)
    sample.desk.say("Something was done.")
    QApplication.processEvents()
    assert bar.isVisible()
    assert on_screen(bar).intersects(before), "it stands where rows were"
    assert not on_screen(bar).intersects(on_screen(viewport))
    assert on_screen(viewport).topLeft() == before.topLeft(), "nothing moves"
    assert not on_screen(bar).intersects(on_screen(bench(sample).inspector))
    bar.dismiss()
    QApplication.processEvents()
    assert on_screen(viewport) == before


def test_the_last_lines_of_the_text_are_above_the_message_whatever_view_is_opened_or_closed(
    sample: Assembled,
) -> None:
    sample.window.resize(1280, 720)
    sample.desk.say("Something was done.")
    sample.controllers.sight.show_view("links")
    sample.controllers.sight.show_view("")
    QApplication.processEvents()
    texts = [one for one in bench(sample).columns.findChildren(TextView) if one.isVisible()]
    assert len(texts) == 2
    for text in texts:
        assert text.viewport().height() > 200
        assert not on_screen(sample.window.message).intersects(on_screen(text.viewport()))


def test_the_history_says_less_rather_than_squeeze_its_filters(sample: Assembled) -> None:
    sample.controllers.sight.show_view("history")
    view = bench(sample).drawer.view("history")
    assert isinstance(view, History)
    for width, is_told in ((1280, True), (640, False)):
        sample.window.resize(width, 720)
        QApplication.processEvents()
        view.remark.setText("nothing after it is to be undone, and so on at some length")
        view._head.settle()
        assert view.remark.isVisible() is is_told
        QApplication.processEvents()
        assert view.back_button.width() >= view.back_button.sizeHint().width()
        assert view.filters.width() >= view.filters.minimumSizeHint().width()
        assert not on_screen(view.filters).intersects(on_screen(view.back_button))
