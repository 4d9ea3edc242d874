"""Quotations, what one source alone has, and the claim matrix in reports: the outline, and Word read back."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import docx_integrity
import pytest
from docx.enum.section import WD_ORIENT
from openxml_audit import OpenXmlValidator
from tests.making import COUNCIL, LIND, at, make_case, make_draft

from verifier.domain.comparing import Alone, AloneKind, Comparison, Likeness, Quotation, QuotationMatch
from verifier.domain.judgements import Absence
from verifier.domain.kinds import ParagraphKind, Relation, Severity
from verifier.domain.rows import Snapshot
from verifier.i18n import ENGLISH
from verifier.reports import ReportOptions, build_outline, write_report
from verifier.reports.matrix import MOST_ARTICLES
from verifier.reports.parts import Cell, Outline, Phrase, Section, Tone
from verifier.session.comparing import accounts_of, compare_accounts
from verifier.session.evidence import EvidenceDraft
from verifier.session.workbench import Workbench

AWKWARD = "Shut\x07 ]]> <w:p/> { HYPERLINK } \u202e?"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workbench]:
    with make_case(tmp_path / "quay.verif") as made:
        made.add_articles([make_draft(COUNCIL, "third.txt")])
        yield made


def outline_of(snapshot: Snapshot) -> Outline:
    return build_outline(snapshot, ReportOptions(), ENGLISH)


def said(phrase: Phrase) -> str:
    return "".join(piece.text for piece in phrase)


def told(cell: Cell) -> str:
    return " | ".join(said(phrase) for phrase in cell)


def lines(section: Section, grid: int = 0) -> list[list[str]]:
    return [[told(cell) for cell in row.cells] for row in section.grids[grid].rows]


def spans(case: Workbench, address: str, words: str) -> tuple[int, int]:
    """Where words stand in the text of the sentence's article."""
    sentence = case.sentence_at_address(address)
    start = case.text(sentence.version_id).index(words, sentence.start)
    return start, start + len(words)


def compared(case: Workbench) -> Comparison:
    """The pilot's words in A5, differently in B1; a figure of A3 that stands nowhere else; all of C1."""
    a, b, c = case.rows.articles()
    start, end = spans(case, "A5", "We were told nothing,")
    first = Quotation(start, end, start - 1, end + 1, "the pilot")
    start, end = spans(case, "B1", "shut the quay")
    second = Quotation(start, end, start, end)
    nothing = (spans(case, "A5", "nothing"),)
    match = QuotationMatch(a.id, b.id, first, second, Likeness.EDITED, nothing, ())
    gone = QuotationMatch("no-article", b.id, first, second, Likeness.VERBATIM)
    a3, c1 = case.sentence_at_address("A3"), case.sentence_at_address("C1")
    alone = (
        Alone(AloneKind.FIGURE, a.id, a3.id, *spans(case, "A3", "Forty")),
        Alone(AloneKind.SENTENCE, c.id, c1.id, c1.start, c1.end),
    )
    return Comparison(matches=(match, gone), alone=alone)


def test_a_report_of_what_was_not_compared_has_no_such_parts(case: Workbench) -> None:
    outline = outline_of(case.snapshot())
    assert not any(outline.has(name) for name in ("quotations", "alone", "matrix"))


def test_the_same_quotation_stands_side_by_side_with_what_differs_marked(case: Workbench) -> None:
    section = outline_of(case.snapshot(compared(case))).section("quotations")
    assert lines(section) == [
        ["A5 “We were told nothing,” | speaker: the pilot", "quoted differently", "B1 shut the quay"]
    ]
    pieces = section.grids[0].rows[0].cells[0][0]
    assert [piece.text for piece in pieces if piece.tone is Tone.DIFFERS] == ["nothing"]
    assert pieces[0].anchor.startswith("s")


def test_the_words_around_a_fragment_are_not_marked_as_another_wording(case: Workbench) -> None:
    found = compared(case)
    part = replace(found, matches=(replace(found.matches[0], likeness=Likeness.FRAGMENT),))
    [row] = outline_of(case.snapshot(part)).section("quotations").grids[0].rows
    assert not [
        piece for cell in row.cells for phrase in cell for piece in phrase if piece.tone is Tone.DIFFERS
    ]


def test_where_nothing_is_quoted_twice_the_report_says_so(case: Workbench) -> None:
    section = outline_of(case.snapshot(Comparison())).section("quotations")
    assert section.grids == ()
    assert "No quotation" in said(section.lead[0])


def test_what_one_source_alone_has_is_listed_where_a_checker_looked_and_else_counted(case: Workbench) -> None:
    [a4], b, c = at(case, "A4"), case.rows.articles()[1], case.rows.articles()[2]
    case.confirm_absence(a4, c.id)
    case.confirm_absence(a4, b.id)
    section = outline_of(case.snapshot(compared(case))).section("alone")
    first, rest = section.divisions
    looked = "looked in B, not there (A. Berg) | looked in C, not there (A. Berg)"
    assert lines(first) == [["A4", "Nobody knows why.", looked]]
    assert (rest.heading, rest.level) == ("Not compared", 2)
    assert [(name[0], counted) for name, counted in lines(rest)] == [("A", "1 figure"), ("C", "1 sentence")]


def test_all_that_one_article_has_alone_is_one_line_in_the_order_people_read(case: Workbench) -> None:
    a = case.rows.articles()[0]
    places = ["A1", "A2", "A3"]
    kinds = [AloneKind.NAME, AloneKind.QUOTATION, AloneKind.SENTENCE, AloneKind.SENTENCE, AloneKind.FIGURE]
    alone = []
    for number, kind in enumerate(kinds):
        sentence = case.sentence_at_address(places[number % 3])
        alone.append(Alone(kind, a.id, sentence.id, sentence.start, sentence.end))
    alone.append(Alone(AloneKind.SENTENCE, a.id, "no-sentence", 0, 1))
    section = outline_of(case.snapshot(Comparison(alone=tuple(alone)))).section("alone")
    [[_name, counted]] = lines(section.find("alone.rest"))
    assert counted == "2 sentences, 1 figure, 1 name, 1 quotation"


def test_what_a_checker_has_looked_for_is_not_counted_as_not_compared(case: Workbench) -> None:
    case.confirm_absence(at(case, "A3")[0], case.rows.articles()[1].id)
    section = outline_of(case.snapshot(compared(case))).section("alone")
    assert [row[0] for row in lines(section.divisions[0])] == ["A3"]
    assert [row[0][0] for row in lines(section.find("alone.rest"))] == ["C"]


def test_where_all_was_looked_for_or_linked_nothing_is_said_to_be_left(case: Workbench) -> None:
    section = outline_of(case.snapshot(Comparison())).section("alone")
    assert section.divisions == ()


def test_without_a_comparison_what_was_confirmed_is_printed_alone(case: Workbench) -> None:
    case.confirm_absence(at(case, "B1")[0], case.rows.articles()[0].id)
    outline = outline_of(case.snapshot())
    section = outline.section("alone")
    assert not outline.has("quotations")
    assert [division.name for division in section.divisions] == ["alone.B"]
    assert "were not compared for this report" in said(section.lead[-1])


def fill(case: Workbench) -> None:
    """A contradiction, a quotation that stands twice, a claim that was looked for in vain."""
    a3, a4, a5, b1, b2 = at(case, "A3", "A4", "A5", "B1", "B2")
    case.link(a3, b2, Relation.CONTRADICTS, severity=Severity.TENSION)
    case.link(a5, b1, Relation.SAME_QUOTATION)
    case.make_claim([a4], AWKWARD)
    case.confirm_absence(a4, case.rows.articles()[1].id)


def test_the_matrix_has_a_row_for_each_claim_and_a_column_for_each_article(case: Workbench) -> None:
    fill(case)
    section = outline_of(case.snapshot()).section("matrix")
    assert section.grids[0].heads[0] == "Claim"
    assert [head[0] for head in section.grids[0].heads[1:]] == ["A", "B", "C"]
    warned = "“We were told nothing,” said the pilot. | one origin: the articles quote the same statement"
    assert lines(section) == [
        [
            "“Forty boats lie idle.”",
            "= says A3 | differs, tension",
            "≠ contradicts B2 | tension",
            "not compared",
        ],
        [AWKWARD, "= says A4", "silent (A. Berg)", "not compared"],
        [warned, "= says A5", "= says B1", "not compared"],
    ]


def test_one_source_behind_all_evidence_is_warned_of(case: Workbench) -> None:
    a3, b2 = at(case, "A3", "B2")
    case.link(a3, b2, Relation.CORROBORATES)
    for place in (a3, b2):
        case.add_evidence([place], EvidenceDraft(f"Cable {place[:4]}", origin="Coast wire"))
    section = outline_of(case.snapshot()).section("matrix")
    assert "one origin: all evidence goes back to one source" in lines(section)[0][0]


def test_passages_that_corroborate_by_one_quotation_are_warned_of_where_articles_were_compared(
    case: Workbench,
) -> None:
    a5, b1 = at(case, "A5", "B1")
    case.link(a5, b1, Relation.CORROBORATES)
    warning = "one origin: the articles quote the same statement"
    bare, told_more = (
        outline_of(one).section("matrix") for one in (case.snapshot(), case.snapshot(compared(case)))
    )
    assert warning not in lines(bare)[0][0]
    assert warning in lines(told_more)[0][0]


def test_many_articles_go_on_in_a_second_table(case: Workbench) -> None:
    case.add_articles([make_draft(COUNCIL, f"{number}.txt") for number in range(5)])
    fill(case)
    section = outline_of(case.snapshot()).section("matrix")
    assert [len(grid.heads) for grid in section.grids] == [MOST_ARTICLES + 1, 3]
    assert all(len(row.cells) == len(grid.heads) for grid in section.grids for row in grid.rows)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_word_has_the_matrix_on_pages_on_their_side_and_nothing_is_wrong(
    case: Workbench, tmp_path: Path, paper: str
) -> None:
    fill(case)
    target = tmp_path / "report.docx"
    write_report(case.snapshot(compared(case)), ReportOptions(paper=paper), target)
    document = docx.Document(str(target))
    turned = [section.orientation is WD_ORIENT.LANDSCAPE for section in document.sections]
    assert turned == [False, True, False]
    upright, side, last = document.sections
    assert (side.page_width, side.page_height) == (upright.page_height, upright.page_width)
    assert (last.page_width, last.page_height) == (upright.page_width, upright.page_height)
    assert upright.header.paragraphs[-1].text == side.header.paragraphs[-1].text != ""
    assert "page 1 of 1" in side.footer.paragraphs[-1].text
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    parts = ["Claims", "Quotations", "Found in one source only", "Claim matrix", "Sources"]
    assert [one for one in headings if one in parts] == parts
    assert docx_integrity.check(str(target)) == []
    assert OpenXmlValidator().validate(str(target)).is_valid


def test_the_same_case_gives_the_same_bytes(case: Workbench, tmp_path: Path) -> None:
    fill(case)
    options = ReportOptions(time="2031-06-01T10:00:00+00:00")
    snapshot = case.snapshot(compared(case))
    targets = [tmp_path / "one.docx", tmp_path / "two.docx"]
    for target in targets:
        write_report(snapshot, options, target)
    assert targets[0].read_bytes() == targets[1].read_bytes()


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_the_matrix(case: Workbench, tmp_path: Path) -> None:
    fill(case)
    target = tmp_path / "report.docx"
    write_report(case.snapshot(), ReportOptions(), target)
    command = ["pandoc", "-f", "docx", "-t", "plain", "--wrap=none", str(target)]
    words = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert "≠ contradicts B2" in words
    assert "silent (A. Berg)" in words


def test_who_looked_is_named_as_he_signs(tmp_path: Path) -> None:
    with make_case(tmp_path / "other.verif", LIND) as case:
        case.confirm_absence(at(case, "A3")[0], case.rows.articles()[1].id)
        assert [row.checker for row in case.rows.all(Absence)] == ["Mo Lind"]
        section = outline_of(case.snapshot()).section("alone")
        assert lines(section.divisions[0])[0][2] == "looked in B, not there (Mo Lind)"


def test_what_linked_passages_say_differently_is_told_where_articles_were_compared(case: Workbench) -> None:
    fill(case)
    accounts = accounts_of(case)
    bare = outline_of(case.snapshot()).section("conflicts").find("differences")
    section = outline_of(case.snapshot(compare_accounts(accounts))).section("conflicts").find("differences")
    first, _relation, second, differs = section.grids[0].rows[0].cells
    assert "figures: Forty boats – Thirty boats" in told(differs)
    assert "figures" not in told(bare.grids[0].rows[0].cells[-1])
    marked = [[piece.text for piece in cell[0] if piece.tone is Tone.DIFFERS] for cell in (first, second)]
    assert marked[0][0] == "Forty"
    assert marked[1][0] == "Thirty"


def test_words_that_only_moved_are_not_marked(case: Workbench) -> None:
    moved = [(ParagraphKind.BODY, ["Idle lie forty boats."])]
    case.add_articles([make_draft(moved, "d.txt")])
    a3, d1 = at(case, "A3", "D1")
    case.link(a3, d1, Relation.CONTRADICTS, severity=Severity.MINOR)
    section = outline_of(case.snapshot()).section("conflicts").find("differences")
    first, _relation, second, differs = section.grids[0].rows[0].cells
    assert not [piece for cell in (first, second) for piece in cell[0] if piece.tone is Tone.DIFFERS]
    assert "some words stand at another place" in told(differs)


def test_what_people_have_linked_is_not_said_to_be_not_compared(case: Workbench) -> None:
    c1, b2 = at(case, "C1", "B2")
    case.link(c1, b2, Relation.CORROBORATES)
    section = outline_of(case.snapshot(compared(case))).section("alone")
    assert [(row[0][0], row[1]) for row in lines(section.find("alone.rest"))] == [("A", "1 figure")]


def test_the_words_before_a_table_stay_with_it(case: Workbench, tmp_path: Path) -> None:
    fill(case)
    target = tmp_path / "report.docx"
    write_report(case.snapshot(compared(case)), ReportOptions(), target)
    styles = {one.text: one.style.name for one in docx.Document(str(target)).paragraphs if one.style}
    intro = next(name for words, name in styles.items() if words.startswith("“Looked, not there”"))
    assert intro == "Lead, kept with next"
    assert docx.Document(str(target)).styles[intro].paragraph_format.keep_with_next
    assert styles["Found in one source only"] == "Heading 1"
