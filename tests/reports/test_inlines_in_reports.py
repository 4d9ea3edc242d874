"""How a source sets its words is seen wherever a report quotes them: a raised figure is never an ordinary one."""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import docx_integrity
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from openxml_audit import OpenXmlValidator
from tests.making import BERG, Paragraphs, at, make_draft, ticking

from verifier.domain.articles import ArticleDraft, Metadata
from verifier.domain.kinds import InlineKind, Label, ParagraphKind, Relation
from verifier.domain.reading import Inline
from verifier.reports import ReportOptions, build_outline, write_report
from verifier.reports.faces import Looks, Stroke, strokes_of
from verifier.reports.parts import Face, Outline, Phrase, Piece, Stretch
from verifier.session.judging import Judgement
from verifier.session.workbench import Workbench

BODY = ParagraphKind.BODY
MEASURED: Paragraphs = [
    (ParagraphKind.HEADLINE, ["Lake holds 106 litres"]),
    (BODY, ["The lake holds 106 litres1 of CO2, the board says. ", "It said so twice and in print."]),
    (ParagraphKind.CAPTION, ["The lake, 10-3 of it."]),
]
ANSWERED: Paragraphs = [(BODY, ["The lake holds 105 litres, the survey says."])]
RAISED, LOWERED = frozenset({Face.RAISED}), frozenset({Face.LOWERED})


def span(draft: ArticleDraft, kind: InlineKind, words: str, after: str, target: str = "") -> Inline:
    """The first occurrence of some words right after others."""
    start = draft.text.index(after + words) + len(after)
    return Inline(kind, start, start + len(words), target)


def draft_measured() -> ArticleDraft:
    draft = make_draft(MEASURED, "lake.docx", Metadata(publisher="The Lake", language="en"))
    inlines = (
        span(draft, InlineKind.SUPERSCRIPT, "6", "Lake holds 10"),
        span(draft, InlineKind.SUPERSCRIPT, "6", "The lake holds 10"),
        span(draft, InlineKind.NOTE, "1", "litres", "1"),
        span(draft, InlineKind.SUBSCRIPT, "2", "CO"),
        span(draft, InlineKind.LINK, "the board", "CO2, ", "https://lake.example/board"),
        span(draft, InlineKind.EMPHASIS, "twice and in", "It said so "),
        span(draft, InlineKind.STRONG, "in print", "twice and "),
        span(draft, InlineKind.SUPERSCRIPT, "-3", "The lake, 10"),
    )
    return replace(draft, inlines=inlines)


def draft_answered() -> ArticleDraft:
    draft = make_draft(ANSWERED, "survey.docx", Metadata(publisher="Survey"))
    return replace(draft, inlines=(span(draft, InlineKind.SUPERSCRIPT, "5", "holds 10"),))


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    made = Workbench.create(tmp_path / "lake.verif", checker=BERG, clock=ticking())
    made.add_articles([draft_measured(), draft_answered()])
    a2, a3, b1 = at(made, "A2", "A3", "B1")
    made.link(a2, b1, Relation.CONTRADICTS)
    made.judge([a2], Judgement(label=Label.DISPUTED, note="Which power of ten?"))
    made.mark([a3], Label.UNCONFIRMED)
    return made


def outline_of(case: Workbench) -> Outline:
    return build_outline(case.snapshot(), ReportOptions())


def set_out(pieces: Phrase | tuple[Stretch, ...]) -> str:
    """Words with their looks written out: 10^6^, CO~2~, *so*, !so!."""
    signs = {Face.BOLD: "!", Face.SLANTED: "*", Face.FIXED: "`", Face.RAISED: "^", Face.LOWERED: "~"}
    around = [("".join(signs[face] for face in sorted(piece.faces)), piece.text) for piece in pieces]
    return "".join(f"{sign}{text}{sign[::-1]}" for sign, text in around)


SENTENCE = "The lake holds 10^6^ litres^1^ of CO~2~, the board says."


def test_the_annotated_article_shows_what_is_raised_lowered_slanted_and_bold(case: Workbench) -> None:
    headline, body, *_ = outline_of(case).annotated.articles[0].paragraphs
    assert set_out(headline.sentences[0].stretches) == "Lake holds 10^6^ litres"
    assert set_out(body.sentences[0].stretches) == SENTENCE
    assert set_out(body.sentences[1].stretches) == "It said so *twice and *!*in*!! print!."
    assert body.sentences[0].text == "The lake holds 106 litres1 of CO2, the board says."


def test_every_place_that_quotes_the_words_shows_them_so(case: Workbench) -> None:
    outline = outline_of(case)
    [claim] = outline.section("claims").find("claims.disputed").grids[0].rows
    assert set_out(claim.cells[1][0]) == SENTENCE
    [conflict] = outline.section("conflicts").find("differences").grids[0].rows
    assert set_out(conflict.cells[0][0]) == f"A2 {SENTENCE}"
    assert set_out(conflict.cells[2][0]) == "B1 The lake holds 10^5^ litres, the survey says."
    settled = outline.summary.settle.grids[0].rows[0].cells[1][0]
    assert set_out(settled).startswith(f"“{SENTENCE}” – “The lake holds 10^5^")
    [aside] = [
        line
        for row in outline.section("custody").find("custody.A").grids[0].rows
        for line in row.cells[1]
        if line[0].text == "caption: "
    ]
    assert set_out(aside) == "caption: The lake, 10^-3^ of it."


def test_a_title_that_is_the_headline_is_set_as_the_headline_wherever_it_names_the_article(
    tmp_path: Path,
) -> None:
    draft = draft_measured()
    bold = span(draft, InlineKind.STRONG, "Lake holds 106 litres", "")
    named = replace(draft, metadata=Metadata(title="Lake holds 106 litres"), inlines=(*draft.inlines, bold))
    with Workbench.create(tmp_path / "titled.verif", checker=BERG, clock=ticking()) as case:
        case.add_articles([named])
        outline = outline_of(case)
    name = "A · Lake holds 10^6^ litres"
    [row] = outline.section("sources").grids[0].rows
    assert [set_out(line) for line in row.cells[1]][1] == "Title: Lake holds 10^6^ litres"
    assert set_out(outline.annotated.articles[0].title) == f"Annotated article {name}"
    assert set_out(outline.section("custody").divisions[0].title) == name
    [bar] = outline.summary.bars
    assert (set_out(bar.title), bar.name) == (name, "A · Lake holds 106 litres")
    assert set_out(outline.summary.counts.rows[0].cells[0][0]) == name
    assert {set_out(line).partition(":")[0] for line in outline.summary.open.lead} == {name}


def test_a_heading_that_has_no_looks_is_plain(case: Workbench) -> None:
    assert outline_of(case).annotated.articles[0].title == ()


def test_words_that_differ_keep_their_looks(case: Workbench) -> None:
    [conflict] = outline_of(case).section("conflicts").find("differences").grids[0].rows
    differing = [piece for piece in conflict.cells[0][0] if piece.tone.startswith("differs")]
    assert Piece("6", differing[0].tone, language="en", faces=RAISED) in differing


def test_a_judged_part_that_cuts_a_look_leaves_it_on_both_sides(case: Workbench) -> None:
    sentence = case.rows.sentences(case.rows.paragraphs(case.article_at_letter("A").version_id)[1].id)[1]
    text = case.text(sentence.version_id)
    start = text.index("and in print")
    case.mark([case.passage(sentence.version_id, start, start + 3)], Label.OPINION)
    body = outline_of(case).annotated.articles[0].paragraphs[1]
    stretches = body.sentences[1].stretches
    assert [one.text for one in stretches] == ["It said so ", "twice ", "and", " ", "in", " print", "."]
    assert [one.label for one in stretches] == ["unconfirmed"] * 2 + ["opinion"] + ["unconfirmed"] * 4
    assert stretches[1].faces == stretches[2].faces == stretches[3].faces == {Face.SLANTED}


def test_words_left_behind_on_an_earlier_reading_keep_their_looks(case: Workbench) -> None:
    changed = make_draft([(BODY, ["Nothing of the kind is said here any more."])], "newer.docx")
    case.reread(case.article_at_letter("A").id, changed)
    left = outline_of(case).section("claims").find("claims.left-behind").grids[0].rows
    assert set_out(left[0].cells[1][0]) == SENTENCE


def test_a_link_is_text_and_leads_nowhere(case: Workbench) -> None:
    assert "lake.example" not in repr(outline_of(case))


# -- strokes ---------------------------------------------------------------------------------------------------------


def test_strokes_tell_of_every_code_point_what_the_inlines_over_it_say() -> None:
    chance = random.Random(4)
    faces = {
        InlineKind.EMPHASIS: Face.SLANTED, InlineKind.STRONG: Face.BOLD, InlineKind.CODE: Face.FIXED,
        InlineKind.NOTE: Face.RAISED,
    }  # fmt: skip
    for _ in range(200):
        inlines = []
        for _ in range(chance.randrange(1, 9)):
            start = chance.randrange(30)
            kind = chance.choice([*faces, InlineKind.LINK])
            inlines.append(Inline(kind, start, start + chance.randrange(9)))
        looks = Looks({"v": tuple(inlines)})
        begin = chance.randrange(20)
        end = begin + chance.randrange(1, 20)
        tiles = looks.over("v", begin, end) or (Stroke(begin, end),)
        assert [tiles[0].start, tiles[-1].end] == [begin, end]
        assert all(one.end == two.start for one, two in pairwise(tiles))
        for tile in tiles:
            for place in range(tile.start, tile.end):
                over = {
                    faces[one.kind] for one in inlines if one.kind in faces and one.start <= place < one.end
                }
                assert tile.faces == over


def test_of_raised_and_lowered_the_one_that_began_last_is_seen() -> None:
    inlines = [Inline(InlineKind.SUPERSCRIPT, 0, 4), Inline(InlineKind.SUBSCRIPT, 1, 3)]
    assert list(strokes_of(inlines)) == [Stroke(0, 1, RAISED), Stroke(1, 3, LOWERED), Stroke(3, 4, RAISED)]


# -- in Word ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def report(case: Workbench, tmp_path: Path) -> Path:
    target = tmp_path / "report.docx"
    write_report(case.snapshot(), ReportOptions(), target)
    return target


def style_of(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style else None) or ""


def raised_in(document: Document, value: str) -> list[str]:
    """The words of runs that are raised or lowered by themselves, not by a style of the report's own."""
    runs = document.element.body.xpath(f'.//w:r[w:rPr/w:vertAlign[@w:val="{value}"]]')
    return ["".join(text.text or "" for text in run.iter(qn("w:t"))) for run in runs]


def test_word_raises_and_lowers_each_figure_wherever_it_is_quoted(report: Path) -> None:
    document = docx.Document(str(report))
    raised = raised_in(document, "superscript")
    # the headline; the article, its claim, the conflict, the matrix, what is to be settled; what is set aside
    assert sorted(set(raised)) == ["-3", "1", "5", "6"]
    assert (raised.count("6"), raised.count("1"), raised.count("-3")) == (6, 5, 1)
    assert raised_in(document, "subscript") == ["2"] * 5


def test_the_words_as_text_stay_the_articles(report: Path) -> None:
    document = docx.Document(str(report))
    account = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for text in (account, cells):
        assert "The lake holds 106 litres1 of CO2, the board says." in text


def test_the_source_sets_its_words_on_top_of_the_labels_style(report: Path) -> None:
    body = docx.Document(str(report)).element.body
    for words, tag in (("twice and ", "w:i"), (" print", "w:b"), ("in", "w:i")):
        runs = body.xpath(f'.//w:r[w:rPr/w:rStyle[@w:val="MarkUnconfirmed"]][w:rPr/{tag}]')
        assert words in [run.text for run in runs]
    both = body.xpath('.//w:r[w:rPr/w:rStyle[@w:val="MarkUnconfirmed"]][w:rPr/w:i][w:rPr/w:b]')
    assert [run.text for run in both] == ["in"]


def test_two_independent_judges_find_nothing_wrong_with_it(report: Path) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(str(report)).errors] == []
    assert [str(finding) for finding in docx_integrity.check(str(report))] == []


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_sees_what_is_raised_and_the_plain_words(report: Path) -> None:
    marked, plain = (
        subprocess.run(
            ["pandoc", "-f", "docx", "-t", form, "--wrap=none", str(report)],
            check=True, capture_output=True, text=True,
        ).stdout
        for form in ("markdown", "json")
    )  # fmt: skip
    assert marked.count("10^6^ litres") >= 4
    assert "CO~2~" in marked
    # The figure's own words: three digits alone stand in many a hash of custody.
    assert "106 litres" not in marked
    assert "lake.example" not in plain


def test_headings_named_by_a_headline_raise_its_figures_too(tmp_path: Path) -> None:
    named = replace(draft_measured(), metadata=Metadata(title="Lake holds 106 litres"))
    target = tmp_path / "titled.docx"
    with Workbench.create(tmp_path / "titled.verif", checker=BERG, clock=ticking()) as case:
        case.add_articles([named])
        write_report(case.snapshot(), ReportOptions(), target)
    headings = {row.text: row for row in docx.Document(str(target)).paragraphs if "Heading" in style_of(row)}
    for text in ("Annotated article A · Lake holds 106 litres", "A · Lake holds 106 litres"):
        raised = [run.text for run in headings[text].runs if run.font.superscript]
        assert raised == ["6"]
    assert [str(error) for error in OpenXmlValidator().validate(str(target)).errors] == []
