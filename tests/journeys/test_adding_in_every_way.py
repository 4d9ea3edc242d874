"""Adding what raises a question, by every route: from a file, from the clipboard, and the first label after it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from tests.journeys.hands import InsideHands
from tests.journeys.routes import ROUTES, route

from verifier.domain.kinds import Label
from verifier.domain.queries import account, label_of, set_aside

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled

MAIL = """From: Ada Brook <ada@harbour.example>
To: desk@harbour.example
Subject: The quay
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=part

--part
Content-Type: text/plain; charset=utf-8

The quay closed on Monday. Forty boats lie idle.

--part
Content-Type: text/plain; charset=utf-8
Content-Disposition: attachment; filename=annex.txt

The survey found that two piles moved.
--part--
""".replace("\n", "\r\n")
RICH = "<h2>The council</h2><p>The council shut the quay on <b>Tuesday</b>. Thirty boats are idle.</p>"
PLAIN = "The council\nThe council shut the quay on Tuesday. Thirty boats are idle."


@pytest.fixture
def clipboard() -> QMimeData:
    """Rich and plain text as a browser copies it."""
    data = QMimeData()
    data.setHtml(RICH)
    data.setText(PLAIN)
    return data


def count(parts: Assembled) -> int:
    return parts.desk.workbench.rows.count("articles") if parts.desk.workbench is not None else 0


def shown(parts: Assembled) -> bool:
    preview = parts.controllers.adding.previewing.made
    return preview is not None and preview.isVisible() and preview.do_button.isEnabled()


@pytest.mark.parametrize("way", ["key", *ROUTES])
def test_a_mail_and_a_pasted_page_are_looked_at_added_and_labelled_by_every_route(
    parts: Assembled, tmp_path: Path, clipboard: QMimeData, way: str
) -> None:
    mail = tmp_path / "quay.eml"
    mail.write_text(MAIL, encoding="utf-8", newline="")
    hands = InsideHands()
    taken = route(way, hands, parts)
    taken.do("case.add")
    hands.type(f'"{mail}"')
    hands.press("Return")
    hands.wait(lambda: shown(parts), "the mail is shown, for it has an attachment")
    assert count(parts) == 0
    hands.press("Return")
    hands.wait(lambda: count(parts) == 1, "the mail is an article")

    QGuiApplication.clipboard().setMimeData(clipboard)
    taken.do("case.paste")
    hands.wait(lambda: shown(parts), "the pasted page is shown")
    hands.press("Return")
    hands.wait(lambda: count(parts) == 2, "the pasted page is an article")
    QGuiApplication.clipboard().clear()

    for action in ("go.article-1", "mark.disputed", "go.article-2", "mark.opinion"):
        taken.do(action)
    rows = parts.desk.need.rows
    mail_article, pasted = rows.articles()
    assert label_of(rows, account(rows, mail_article)[0]) is Label.DISPUTED
    assert label_of(rows, account(rows, pasted)[0]) is Label.OPINION
    assert [parts.desk.need.words(row) for row in account(rows, mail_article)] == [
        "The quay closed on Monday.",
        "Forty boats lie idle.",
    ]
    assert set_aside(rows, mail_article), "the mail's header is kept, and folded away"


@pytest.mark.parametrize("way", ["key", *ROUTES])
def test_what_was_added_at_once_can_be_looked_at_and_read_otherwise(
    parts: Assembled, tmp_path: Path, way: str
) -> None:
    path = tmp_path / "quay.txt"
    path.write_text("The quay closed\nand forty boats\nlie idle now.\n", encoding="utf-8")
    hands = InsideHands()
    taken = route(way, hands, parts)
    taken.do("case.add")
    hands.type(f'"{path}"')
    hands.press("Return")
    hands.wait(lambda: count(parts) == 1, "the text is an article")
    before = parts.desk.need.rows.articles()[0].version_id
    taken.do("case.reading")
    preview = parts.controllers.articles.previewing.made
    assert preview is not None
    hands.wait(preview.isActiveWindow, "how it was read is shown")
    wanted = (
        "lines"
        if preview.detail.how.wraps.buttons()[0].text() != "Found: each line a paragraph"
        else "wrapped"
    )
    button = next(one for one in preview.detail.how.wraps.buttons() if one.property("wrap") == wanted)
    button.setFocus()
    hands.press("Space")
    hands.wait(preview.do_button.isEnabled, "it is read anew")
    hands.press("F6", "Return")
    article = parts.desk.need.rows.articles()[0]
    assert article.version_id != before
    taken.do("edit.undo")
    assert parts.desk.need.rows.articles()[0].version_id == before
