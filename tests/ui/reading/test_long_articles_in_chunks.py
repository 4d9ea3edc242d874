from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from tests.ui.reading.made import draft

from verifier.domain.articles import Metadata
from verifier.domain.kinds import Label, ParagraphKind
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.look.theme import load_theme
from verifier.ui.reading.columns import Columns
from verifier.ui.reading.geometry import block_rect
from verifier.ui.reading.look import Look
from verifier.ui.reading.page import CHUNK


def test_a_long_article_reads_as_a_short_one_does(tmp_path: Path, qtbot: QtBot) -> None:
    count = CHUNK * 3 + 7
    paragraphs = [
        (
            ParagraphKind.CAPTION if n % 50 == 3 else ParagraphKind.BODY,
            f"Number {n} \U0001f6a2 came. It left at {n}.",
        )
        for n in range(count)
    ]
    with Workbench.create(tmp_path / "long.verif") as workbench:
        workbench.add_articles([draft(paragraphs, Metadata(publisher="Long"))])
        columns = Columns(workbench, load_theme("light"), ENGLISH, Look())
        qtbot.addWidget(columns)
        columns.resize(700, 600)
        columns.show()
        column = columns.columns()[0]
        document, page = column.view.document(), column.page
        assert len(page.chunks()) >= 3
        assert document.toPlainText() == page.document_text
        assert document.blockCount() == len(page.rows)
        text = workbench.text(page.article.version_id)
        for sentence in page.account:
            first, last = page.places_of(sentence.start, sentence.end)
            cursor = QTextCursor(document)
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == text[sentence.start : sentence.end]
        spacers = [
            block_rect(column.view, document.findBlockByNumber(n))
            for n, row in enumerate(page.rows)
            if row.is_spacer
        ]
        assert len(spacers) == len(page.chunks()) + 1
        assert [rect.height() for rect in spacers if rect.height() > 2] == []
        tops = [
            block_rect(column.view, document.findBlockByNumber(number)).top()
            for number in range(len(page.rows))
        ]
        border = page.chunks()[1][0]
        within, across = tops[3] - tops[2], tops[border] - tops[border - 2]
        assert abs(within - across) <= 3
        columns.go_to(page.account[0].id)
        steps = 1
        while columns.step(1):
            steps += 1
        assert steps == len(page.account)
        last_sentence = page.account[-1]
        columns.refresh(workbench.mark([last_sentence.id], Label.DISPUTED))
        top, bottom = column.spots.reach_of(last_sentence.start, last_sentence.end)
        assert column.spots.sight()[0] <= top < bottom <= column.spots.sight()[1]
        assert not columns.grab().isNull()
