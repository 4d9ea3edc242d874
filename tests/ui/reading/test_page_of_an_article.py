from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from tests.ui.reading.made import draft

from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind, Role
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.reading.page import GIANT_WORD, LONGEST_PIECE, Page, pieces


def page_of(workbench: Workbench, *open_folds: int) -> Page:
    article = workbench.rows.articles()[0]
    return Page(workbench.rows, article, workbench.text(article.version_id), ENGLISH, frozenset(open_folds))


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def test_every_sentence_in_sight_is_at_its_place_in_the_document(tmp_path: Path) -> None:
    emoji = "\U0001f6a2 The ship came in. \u0627\u0644\u0633\u0641\u064a\u0646\u0629 \U0001f600 left. It was late."
    paragraphs = [
        (ParagraphKind.CAPTION, "A \U0001f6a2."),
        (ParagraphKind.BODY, emoji),
        (ParagraphKind.CREDIT, "Me."),
        (ParagraphKind.BODY, "e\u0301 One \u00a0more. " + emoji),
    ]
    with Workbench.create(tmp_path / "a.verif") as workbench:
        workbench.add_articles([draft(paragraphs)])
        for folds in ((), (0,), (0, 1)):
            page = page_of(workbench, *folds)
            text = workbench.text(page.article.version_id)
            document = utf16(page.document_text)
            checked = 0
            for sentence in page.sentences:
                if page.fold_of(sentence) is None:
                    first, last = page.places_of(sentence.start, sentence.end)
                    assert (
                        document[first * 2 : last * 2].decode("utf-16-le")
                        == text[sentence.start : sentence.end]
                    )
                    assert page.point_at(first) == sentence.start
                    checked += 1
            assert checked >= len(page.account)


def test_paragraphs_set_aside_are_one_line_until_unfolded(case: Workbench) -> None:
    folded = page_of(case)
    aside = [row for row in folded.paragraphs if row.kind not in ACCOUNT_KINDS]
    assert len(folded.folds) == 2
    assert folded.document_text.startswith("▸ date, photo credit set aside (2)\n")
    assert len(folded.rows) == len(folded.paragraphs) - len(aside) + 2
    unfolded = page_of(case, 0, 1)
    assert len(unfolded.rows) == len(folded.paragraphs) + 2
    assert unfolded.document_text.startswith("▾ date, photo credit set aside (2)\nThursday")


def test_a_fold_says_the_role_of_a_paragraph_where_its_kind_says_less(tmp_path: Path) -> None:
    made = draft(
        [
            (ParagraphKind.FURNITURE, "From: Ann"),
            (ParagraphKind.ASIDE, "A crane."),
            (ParagraphKind.BODY, "It fell."),
        ]
    )
    header, picture, body = made.paragraphs
    paragraphs = (replace(header, role=Role.MAIL_HEADER), replace(picture, role=Role.ALTERNATIVE_TEXT), body)
    with Workbench.create(tmp_path / "a.verif") as workbench:
        workbench.add_articles([replace(made, paragraphs=paragraphs)])
        title = page_of(workbench).document_text.partition("\n")[0]
    assert title == "▸ mail header, alternative text of a picture set aside (2)"


def test_a_sentence_folded_away_is_at_the_line_of_its_fold(case: Workbench) -> None:
    page = page_of(case)
    hidden = page.sentences[0]
    assert page.fold_of(hidden) == 0
    assert page.places_of(hidden.start, hidden.end) == (0, len("▸ date, photo credit set aside (2)"))
    assert page.point_at(3) is None


def test_stepping_from_a_sentence_set_aside_goes_to_its_neighbours_in_the_account(case: Workbench) -> None:
    page = page_of(case)
    last_aside = page.sentences[-1]
    assert page.account_index(last_aside.id) is None
    assert next(page.account_from(last_aside.id, -1)) == page.account[-1]
    assert next(page.account_from(last_aside.id, 1), None) is None
    assert next(page.account_from(page.sentences[0].id, 1)) == page.account[0]
    assert [found.id for found in page.account_from(page.account[1].id, -1)] == [page.account[0].id]


def test_long_paragraphs_and_giant_words_are_broken_into_pieces_that_tile_them() -> None:
    words = "word " * 9_000
    giant = "see " + "x" * 5_000 + " end"
    for text, limit in ((words, LONGEST_PIECE), (giant, GIANT_WORD), ("short one", GIANT_WORD)):
        spans = list(pieces(text, 0, len(text)))
        assert spans[0][0] == 0
        assert spans[-1][1] == len(text)
        assert all(before[1] == after[0] for before, after in pairwise(spans))
        assert all(end - start <= limit for start, end in spans)
    assert all(words[end - 1] == " " for _, end in pieces(words, 0, len(words)))
