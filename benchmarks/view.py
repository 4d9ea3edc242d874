"""Opening, scrolling and marking in an article of 20,000 sentences, against a plain read-only QTextEdit.

Both show the same text in the same font, width and leading, and are laid out to the last line. In ours half the
sentences carry a label, there is a margin, an overview strip and a frame around the current sentence. CPU seconds, the
best of several runs; a new label counts formats, margin, overview strip and repaint, without the step and its fsync;
in the plain view it is one format merged over the same words. Run with ``python -m benchmarks.view``; nothing is
asserted.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit
from tests.ui.reading.made import draft

from verifier.domain.articles import Metadata
from verifier.domain.kinds import Label, ParagraphKind
from verifier.domain.queries import account
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import apply_theme, load_theme
from verifier.ui.memory import settle
from verifier.ui.reading.column import Column
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.look import Look, block_format

SENTENCES = 20_000
IN_A_PARAGRAPH = 4
RUNS = 5
STOPS = 60
WORDS = "The harbour board said on day {n} that the crane, the quay and the shed would all be kept in use. "


def made_case(folder: Path) -> Workbench:
    """A case with one long article, every second sentence labelled."""
    paragraphs = [
        (
            ParagraphKind.BODY,
            "".join(WORDS.format(n=first + n) for n in range(IN_A_PARAGRAPH)).rstrip(),
        )
        for first in range(0, SENTENCES, IN_A_PARAGRAPH)
    ]
    workbench = Workbench.create(folder / "long.verif")
    workbench.add_articles([draft(paragraphs, Metadata(publisher="Long"))])
    sentences = account(workbench.rows, workbench.rows.articles()[0])
    for number, label in enumerate(Label):
        workbench.mark([sentence.id for sentence in sentences[number * 2 :: 10]], label)
    return workbench


def cpu(call: Callable[[], object]) -> float:
    """CPU seconds of a call, the best of several."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def lay_out(view: QTextEdit) -> None:
    """Lay a text out to its last line."""
    document = view.document()
    document.documentLayout().blockBoundingRect(document.lastBlock())


def load_plain(view: QTextEdit, text: str, look: Look) -> None:
    """Load the text as a plain read-only QTextEdit would."""
    document = QTextDocument(view)
    document.setDefaultFont(look.font())
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(block_format(look))
    cursor.insertText(text)
    cursor.endEditBlock()
    view.setDocument(document)
    lay_out(view)


def load_ours(column: Column) -> None:
    """Load the article into a column."""
    column.build(column.article)
    lay_out(column.view)


def repaint() -> None:
    """Paint what is waiting to be painted."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def scroll(view: QTextEdit) -> float:
    """CPU seconds of going down through the text by pages and lines, painted at each stop."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    repaint()
    start = time.process_time()
    for stop in range(STOPS):
        bar.setValue(bar.value() + (bar.pageStep() if stop % 4 == 0 else bar.singleStep()))
        repaint()
    return time.process_time() - start


def mark_plain(view: QTextEdit, spans: list[tuple[int, int]]) -> list[float]:
    """CPU seconds of one format merged over the words of a sentence in sight, for sentences all over the text."""
    form, seconds = QTextCharFormat(), []
    form.setBackground(QColor("peachpuff"))
    for first, last in spans:
        cursor = QTextCursor(view.document())
        cursor.setPosition(first)
        view.setTextCursor(cursor)
        view.ensureCursorVisible()
        repaint()
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        start = time.process_time()
        cursor.mergeCharFormat(form)
        repaint()
        seconds.append(time.process_time() - start)
    return sorted(seconds)


def relabel(column: Column, workbench: Workbench) -> list[float]:
    """CPU seconds of showing a new label, for sentences all over the article."""
    seconds = []
    sentences = column.page.account
    for number in range(101, SENTENCES, SENTENCES // 40):
        change = workbench.mark([sentences[number].id], Label.DISPUTED)
        column.scroll_to(sentences[number])
        repaint()
        start = time.process_time()
        column.refresh(change.sentences, change.passages)
        repaint()
        seconds.append(time.process_time() - start)
    return sorted(seconds)


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme, look = load_theme("light"), Look()
    apply_theme(app, theme)
    with tempfile.TemporaryDirectory() as folder, made_case(Path(folder)) as workbench:
        columns = Columns(workbench, theme, ENGLISH, look)
        columns.resize(900, 900)
        columns.show()
        app.processEvents()
        column = columns.columns()[0]
        plain = QTextEdit()
        plain.setReadOnly(True)
        plain.setFont(look.font())
        plain.resize(column.view.viewport().width() + 2 * plain.frameWidth(), 900)
        plain.show()
        text = workbench.text(column.article.version_id)
        base = cpu(lambda: load_plain(plain, text, look))
        ours = cpu(lambda: load_ours(column))
        settle()  # as the window does soon after a case came into sight
        scrolled = min(scroll(plain) for _ in range(3)), min(scroll(column.view) for _ in range(3))
        marked = range(101, SENTENCES, SENTENCES // 40)
        spans = [(row.start, row.end) for row in (column.page.account[number] for number in marked)]
        merged, again = mark_plain(plain, spans), relabel(column, workbench)
    print(
        f"load, {SENTENCES} sentences: plain {base * 1000:.0f} ms, ours {ours * 1000:.0f} ms, × {ours / base:.2f}"
    )
    print(
        f"scroll, {STOPS} stops: plain {scrolled[0] * 1000:.0f} ms, ours {scrolled[1] * 1000:.0f} ms, "
        f"× {scrolled[1] / scrolled[0]:.2f}"
    )
    middle = len(again) // 2
    print(
        f"mark: plain median {merged[middle] * 1000:.2f} ms, worst {merged[-1] * 1000:.2f} ms; "
        f"ours median {again[middle] * 1000:.2f} ms, worst {again[-1] * 1000:.2f} ms, "
        f"× {again[middle] / merged[middle]:.2f}"
    )


if __name__ == "__main__":
    main()
