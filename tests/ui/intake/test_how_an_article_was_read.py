"""How an article of the case was read, looked at and changed from the kept bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel
from tests.journeys.hands import InsideHands
from tests.ui.intake.readings import DOUBTS, PATIENCE, begin, page

from verifier.domain.articles import Article, Paragraph, Version
from verifier.domain.kinds import Label, ParagraphKind
from verifier.domain.queries import mark_of
from verifier.domain.versions import versions_of
from verifier.ui.dialogs.about_article import AboutArticleDialog
from verifier.ui.intake.preview import Preview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from verifier.ui.assembly import Assembled

LINES = "The quay closed\nand forty boats\nlie idle now. Nobody knows why.\n"


def shown_reading(parts: Assembled) -> Preview:
    parts.actions.actions["case.reading"].trigger()
    found = parts.controllers.articles.previewing.made
    assert isinstance(found, Preview)
    assert found.isVisible()
    return found


def added_file(parts: Assembled, folder: Path, qtbot: QtBot, text: str) -> Article:
    path = folder / "quay.txt"
    path.write_text(text, encoding="utf-8")
    parts.controllers.adding.add_files([path])
    qtbot.waitUntil(lambda: parts.desk.workbench is not None, timeout=PATIENCE)
    (article,) = parts.desk.need.rows.articles()
    return article


def test_the_reading_is_shown_as_it_is_in_the_case(sample: Assembled) -> None:
    sample.place.go_to(sample.desk.need.sentence_at_address("A3").id)
    shown = shown_reading(sample)
    rows = sample.desk.need.rows
    version = rows.need(Version, rows.articles()[0].version_id)
    assert shown.windowTitle() == "How article A was read"
    assert shown.detail.name.text() == version.name
    assert shown.detail.text.list.model_of_paragraphs.rowCount() == len(rows.paragraphs(version.id))
    assert (shown.do_button.text(), shown.at_once.isVisible()) == ("Use this reading", False)
    before = len(sample.desk.need.steps())
    shown.reject()
    assert len(sample.desk.need.steps()) == before


def test_another_way_of_reading_is_a_new_version_beside_the_old_one_and_marks_go_along(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    article = added_file(parts, tmp_path, qtbot, LINES)
    case = parts.desk.need
    first = case.rows.need(Version, article.version_id)
    last = case.rows.sentences(case.rows.paragraphs(first.id)[-1].id)[-1]
    parts.place.go_to(last.id)
    InsideHands().press("d")
    shown = shown_reading(parts)
    wanted = "lines" if first.wrap == "wrapped" else "wrapped"
    next(one for one in shown.detail.how.wraps.buttons() if one.property("wrap") == wanted).click()
    qtbot.waitUntil(shown.do_button.isEnabled, timeout=PATIENCE)
    shown.do_button.click()
    now = case.rows.need(Version, case.rows.need(Article, article.id).version_id)
    assert (now.wrap, first.wrap == now.wrap) == (wanted, False)
    assert len(versions_of(case.rows, article.id)) == 2
    assert case.original(now.id) == LINES.encode()
    (there,) = [
        row
        for paragraph in case.rows.paragraphs(now.id)
        for row in case.rows.sentences(paragraph.id)
        if case.words(row) == "Nobody knows why."
    ]
    mark = mark_of(case.rows, there)
    assert mark is not None
    assert mark.label is Label.DISPUTED
    assert "Article A was read anew." in parts.window.message.text.text()
    InsideHands().press("ctrl+z")
    assert case.rows.need(Article, article.id).version_id == first.id


def test_the_same_reading_again_is_no_step(parts: Assembled, tmp_path: Path, qtbot: QtBot) -> None:
    added_file(parts, tmp_path, qtbot, LINES)
    before = len(parts.desk.need.steps())
    shown = shown_reading(parts)
    for wrap in ("lines", "auto"):
        next(one for one in shown.detail.how.wraps.buttons() if one.property("wrap") == wrap).click()
        qtbot.waitUntil(shown.do_button.isEnabled, timeout=PATIENCE)
    shown.do_button.click()
    assert len(parts.desk.need.steps()) == before
    assert not shown.isVisible()


def test_kinds_and_values_are_changed_in_the_case(parts: Assembled, qtbot: QtBot) -> None:
    begin(parts, qtbot, [page()]).do_button.click()
    (article,) = parts.desk.need.rows.articles()
    shown = shown_reading(parts)
    qtbot.waitUntil(shown.isActiveWindow, timeout=PATIENCE)
    shown.detail.text.go_to_doubt()
    InsideHands().press("r")
    shown.detail.metadata.confirm_all.click()
    shown.do_button.click()
    rows = parts.desk.need.rows
    assert rows.paragraphs(article.version_id)[min(DOUBTS)].kind is ParagraphKind.RELATED
    assert rows.need(Article, article.id).unconfirmed == ()
    assert len(versions_of(rows, article.id)) == 1


def test_a_copy_to_look_at_shows_its_readings_and_changes_none(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    added_file(parts, tmp_path, qtbot, LINES)
    path = parts.desk.need.path
    parts.controllers.opening.close()
    parts.controllers.opening.open_path(path, read_only=True)
    shown = shown_reading(parts)
    assert not shown.do_button.isEnabled()
    shown.reject()


def test_a_reading_goes_when_its_case_does(sample: Assembled) -> None:
    shown = shown_reading(sample)
    sample.controllers.opening.close()
    assert not shown.isVisible()


def test_what_is_shown_of_a_reading_goes_with_it(sample: Assembled) -> None:
    shown = shown_reading(sample)
    article_id = sample.place.article()
    assert article_id is not None
    assert sample.desk.do(lambda workbench: workbench.edit_case(title="Who shut the quay?"))
    assert shown.isVisible()
    assert sample.desk.do(lambda workbench: workbench.remove_article(article_id))
    assert not shown.isVisible()


# -- the paragraph under the cursor ----------------------------------------------------------------------------------


def test_a_paragraph_is_set_aside_and_taken_back_by_a_key(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    added_file(parts, tmp_path, qtbot, "The quay closed.\n\nForty boats lie idle.\n")
    rows = parts.desk.need.rows
    second = parts.desk.need.sentence_at_address("A2")
    parts.place.go_to(second.id)
    InsideHands().press("x")
    assert rows.need(Paragraph, second.paragraph_id).kind is ParagraphKind.BOILERPLATE
    parts.window.message.offers()[0].click()
    assert rows.need(Paragraph, second.paragraph_id).kind is ParagraphKind.BODY
    InsideHands().press("x")
    parts.place.go_to(second.id)
    InsideHands().press("y")
    assert rows.need(Paragraph, second.paragraph_id).kind is ParagraphKind.BODY


def test_what_is_known_of_an_article_says_where_it_came_from(
    parts: Assembled, tmp_path: Path, qtbot: QtBot
) -> None:
    article = added_file(parts, tmp_path, qtbot, LINES)
    version = parts.desk.need.rows.need(Version, article.version_id)
    parts.actions.actions["case.about"].trigger()
    dialog = parts.window.findChild(AboutArticleDialog)
    assert isinstance(dialog, AboutArticleDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert version.original_sha256 in "".join(words).replace(" ", "")
    assert f"{version.size} bytes" in words
    assert any("plain text" in text and "reader version" in text for text in words)
    assert any("seen by an independent count" in text for text in words)
    dialog.reading.click()
    shown = parts.controllers.articles.previewing.made
    assert shown is not None
    assert shown.isVisible()
    shown.reject()
