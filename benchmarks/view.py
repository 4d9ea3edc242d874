"""Loading and re-labelling in an article of 20,000 sentences, against a plain read-only QTextEdit.

Both show the same text in the same font, width and leading, and are laid out to the last line. Half the sentences
carry a label. CPU seconds, the best of several runs; a re-label counts formats, margin, overview strip and repaint,
without the step and its fsync. Run with ``python -m benchmarks.view``; nothing is asserted.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit
from tests.ui.reading.made import draft

from verifier.domain.articles import Metadata
from verifier.domain.kinds import Label, ParagraphKind
from verifier.domain.queries import account
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.memory import settle
from verifier.ui.reading.column import Column
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.look import Look, block_format
from verifier.ui.theme import apply_theme, load_theme

SENTENCES = 20_000
IN_A_PARAGRAPH = 4
RUNS = 5
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
        again = relabel(column, workbench)
    print(
        f"load, {SENTENCES} sentences: plain {base * 1000:.0f} ms, ours {ours * 1000:.0f} ms, × {ours / base:.2f}"
    )
    print(f"re-label: median {again[len(again) // 2] * 1000:.2f} ms, worst {again[-1] * 1000:.2f} ms")


if __name__ == "__main__":
    main()
