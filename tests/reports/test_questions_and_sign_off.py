"""Open questions, right of reply and sign-off in reports: the outline, and the Word document read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import docx_integrity
import pytest
from openxml_audit import OpenXmlValidator
from tests.making import COUNCIL, at, make_case, make_draft

from verifier.domain.articles import Paragraph
from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.domain.queries import account
from verifier.i18n import ENGLISH
from verifier.reports import ReportOptions, build_outline, write_report
from verifier.reports.parts import Cell, Outline, Phrase, Row, Section, Tone
from verifier.session.case_details import PassDraft, QuestionDraft, ReplyDraft
from verifier.session.workbench import Workbench

AWKWARD = "Who\x07 counted ]]> <w:p/> { HYPERLINK } \u202e?\nAnd when?"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workbench]:
    with make_case(tmp_path / "quay.verif") as case:
        yield case


def outline_of(case: Workbench) -> Outline:
    return build_outline(case.snapshot(), ReportOptions(), ENGLISH)


def said(phrase: Phrase) -> str:
    return "".join(piece.text for piece in phrase)


def told(cell: Cell) -> str:
    return " | ".join(said(phrase) for phrase in cell)


def rows(section: Section, grid: int = 0) -> list[list[str]]:
    return [[told(cell) for cell in row.cells] for row in section.grids[grid].rows]


def ask(case: Workbench) -> None:
    case.add_question(QuestionDraft("Answered?", place=at(case, "B1")[0], answer="Yes.\nBy the clerk."))
    case.add_question(QuestionDraft("Who counted?", place=at(case, "A3")[0], whom="the pilot", due="10 May"))
    case.add_question(QuestionDraft("Is there a third account?"))


def test_open_questions_come_first_with_place_for_whom_due_and_answer(case: Workbench) -> None:
    ask(case)
    section = outline_of(case).section("asked").find("asked.questions")
    assert rows(section) == [
        ["A3", "Who counted?", "the pilot | due 10 May", "open"],
        ["the whole case", "Is there a third account?", "–", "open"],
        ["B1", "Answered?", "–", "Yes. | By the clerk."],
    ]


def test_the_place_of_a_question_leads_to_the_annotated_sentence(case: Workbench) -> None:
    ask(case)
    outline = outline_of(case)
    first: Row = outline.section("asked").find("asked.questions").grids[0].rows[0]
    [piece] = first.cells[0][0]
    anchors = {
        sentence.address: sentence.anchor
        for article in outline.annotated.articles
        for paragraph in article.paragraphs
        for sentence in paragraph.sentences
    }
    assert (piece.text, piece.tone, piece.anchor) == ("A3", Tone.ADDRESS, anchors["A3"])


def test_open_questions_are_among_the_open_items_and_the_warnings(case: Workbench) -> None:
    ask(case)
    outline = outline_of(case)
    lines = [said(phrase) for phrase in outline.summary.open.lead]
    assert lines[:2] == [
        "Question on A3: Who counted? (for the pilot · due 10 May)",
        "Question on the whole case: Is there a third account?",
    ]
    assert not any("Answered?" in line for line in lines)
    assert next(said(phrase) for phrase in outline.section("warnings").lead) == (
        "Questions nobody has answered (2): A3, the whole case"
    )
    assert outline.summary.settle.grids == ()


def test_an_answered_question_leaves_nothing_open(case: Workbench) -> None:
    case.add_question(QuestionDraft("Answered?", answer="Yes."))
    outline = outline_of(case)
    assert not any("Question" in said(phrase) for phrase in outline.summary.open.lead)
    assert not any("Question" in said(phrase) for phrase in outline.section("warnings").lead)


def test_right_of_reply_tells_who_when_how_deadline_and_answer(case: Workbench) -> None:
    case.add_reply(ReplyDraft("Harbour Board", "4 May, 9:00", "by mail", "6 May, noon"))
    case.add_reply(ReplyDraft("The pilot", answer="“We were told nothing.”"))
    assert rows(outline_of(case).section("asked").find("asked.replies")) == [
        ["Harbour Board", "4 May, 9:00 | by mail", "6 May, noon", "no answer yet"],
        ["The pilot", "–", "–", "“We were told nothing.”"],
    ]


def test_the_sign_off_names_people_with_initials_and_every_pass(case: Workbench) -> None:
    case.add_pass(PassDraft("Names and titles", "A. Berg (ABg)", "4 May"))
    case.add_pass(PassDraft("Numbers"))
    case.edit_case(reviewer="Jo Reed", signed_by="Mo Lind", signed_on="7 May 2031")
    section = outline_of(case).section("asked").find("asked.sign-off")
    assert rows(section) == [["Names and titles", "A. Berg (ABg)", "4 May"], ["Numbers", "–", "–"]]
    assert rows(section, 1) == [
        ["Checkers", "A. Berg (AB)"],
        ["Reviewer", "Jo Reed (JR)"],
        ["Signed off", "Mo Lind (ML) · 7 May 2031"],
    ]


def test_what_nobody_wrote_is_said_and_never_guessed(case: Workbench) -> None:
    asked = outline_of(case).section("asked")
    assert said(asked.find("asked.questions").lead[0]) == "No question was noted."
    assert said(asked.find("asked.replies").lead[0]).startswith("Nobody’s reply was asked for")
    people = rows(asked.find("asked.sign-off"))
    assert people[1:] == [["Reviewer", "reviewer not named"], ["Signed off", "not signed off yet"]]


def test_a_question_left_behind_by_a_new_reading_says_so(case: Workbench) -> None:
    ask(case)
    case.reread(case.article_at_letter("A").id, make_draft(COUNCIL, "other.txt"))
    outline = outline_of(case)
    assert rows(outline.section("asked").find("asked.questions"))[0][0] == "A3 (earlier reading)"
    assert any("earlier reading" in said(phrase) for phrase in outline.section("warnings").lead)


def test_a_question_about_what_is_set_aside_is_no_dead_link(case: Workbench) -> None:
    aside = next(row for row in case.rows.all(Paragraph) if row.kind is ParagraphKind.BOILERPLATE)
    assert aside.kind not in ACCOUNT_KINDS
    [sentence] = case.rows.sentences(aside.id)
    case.add_question(QuestionDraft("Shared by whom?", place=sentence.id))
    [piece] = outline_of(case).section("asked").find("asked.questions").grids[0].rows[0].cells[0][0]
    assert piece.anchor == ""
    assert sentence.id not in {
        one.id for article in case.rows.articles() for one in account(case.rows, article)
    }


def test_the_word_document_holds_it_all_after_the_evidence_and_is_sound(
    case: Workbench, tmp_path: Path
) -> None:
    ask(case)
    case.add_question(QuestionDraft(AWKWARD, whom="<w:t>", due="\x00"))
    case.add_reply(ReplyDraft("Harbour Board", answer="No comment."))
    case.add_pass(PassDraft("Names"))
    target = tmp_path / "report.docx"
    write_report(case.snapshot(), ReportOptions(), target)
    assert OpenXmlValidator().validate(str(target)).is_valid
    assert docx_integrity.check(str(target)) == []
    document = docx.Document(str(target))
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    place = headings.index("Open questions, right of reply, sign-off")
    assert headings[place - 1] == "Evidence"
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {"Who counted?", "the pilot\ndue 10 May", "Harbour Board", "No comment.", "Names"} <= set(cells)
    awkward = next(cell for cell in cells if "counted ]]>" in cell)
    assert "<w:p/> { HYPERLINK }" in awkward
    assert awkward.endswith("And when?")


def test_the_same_case_gives_the_same_bytes_before_and_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "quay.verif"
    with make_case(path) as case:
        for text in ("One?", "Two?", "Three?"):
            case.add_question(QuestionDraft(text))
        first = next(iter(case.rows.table("questions")))
        case.edit_question(first, QuestionDraft("One and a half?"))
        before = case.snapshot()
    with Workbench.open(path, read_only=True) as case:
        after = replace(case.snapshot(), taken_at=before.taken_at)
    options = ReportOptions(time="2031-05-08T08:00+00:00")
    write_report(before, options, tmp_path / "before.docx")
    write_report(after, options, tmp_path / "after.docx")
    assert (tmp_path / "before.docx").read_bytes() == (tmp_path / "after.docx").read_bytes()


def test_very_many_questions_are_several_tables(case: Workbench) -> None:
    for number in range(150):
        case.add_question(QuestionDraft(f"Question {number}?"))
    grids = outline_of(case).section("asked").find("asked.questions").grids
    assert [len(grid.rows) for grid in grids] == [100, 50]
