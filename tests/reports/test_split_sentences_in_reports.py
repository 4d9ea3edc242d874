"""Split and merged sentences in a report: their numbers, their order, what their labels stand on."""

import re
from pathlib import Path

import pytest
from tests.making import at, make_case

from verifier.domain.kinds import Label, Relation, Stance
from verifier.domain.rows import Snapshot
from verifier.reports import ReportOptions, build_outline, write_report
from verifier.reports.parts import Outline
from verifier.session.workbench import EvidenceDraft, Workbench


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    """A2 is split and disputed on a link and evidence of the whole; A3 and A4 are one."""
    made = make_case(tmp_path / "case.verif")
    a2, b1 = at(made, "A2", "B1")
    made.mark([a2], Label.DISPUTED)
    made.link(a2, b1, Relation.CONTRADICTS)
    made.add_evidence([a2], EvidenceDraft("Port log of Monday", stance=Stance.CONTRADICTS))
    made.mark(at(made, "A3", "A4"), Label.VERIFIED)
    made.add_evidence(at(made, "A3"), EvidenceDraft("A count of boats"))
    sentence = made.sentence_at_address("A2")
    made.split(a2, sentence.start + len("The quay closed"))
    made.merge(*at(made, "A3"))
    return made


def outline_of(snapshot: Snapshot) -> Outline:
    return build_outline(snapshot, ReportOptions())


def lines(outline: Outline) -> list[list[str]]:
    """Every row of the table of claims as its cells' words."""
    return [
        ["\n".join("".join(piece.text for piece in phrase) for phrase in cell) for cell in row.cells]
        for inner in outline.section("claims").walk()
        for grid in inner.grids
        for row in grid.rows
    ]


def addresses(outline: Outline, letter: str) -> list[str]:
    """The addresses in the first cells, in their order."""
    form = re.compile(rf"^{letter}[0-9]+[a-z]*\b")
    return [found[0] for line in lines(outline) if line and (found := form.match(line[0]))]


def test_halves_are_listed_in_reading_order_under_their_own_numbers(case: Workbench) -> None:
    found = addresses(outline_of(case.snapshot()), "A")
    assert "A2a" in found
    assert found.index("A2") < found.index("A2a") < found.index("A3")
    assert "A4" not in found


def test_both_halves_name_the_basis_of_the_whole(case: Workbench) -> None:
    rows = [line for line in lines(outline_of(case.snapshot())) if line and line[0].startswith("A2")]
    told = [line for line in rows if any("Port log of Monday" in cell for cell in line)]
    assert {line[0].split()[0] for line in told} >= {"A2", "A2a"}
    for line in told:
        assert any("B1" in cell for cell in line)
        assert not any("none named" in cell for cell in line)


def test_a_link_of_the_whole_names_both_halves(case: Workbench) -> None:
    assert "A2–A2a" in repr(outline_of(case.snapshot()))


def test_a_merged_sentence_borne_out_in_part_alone_is_without_a_basis(case: Workbench) -> None:
    rows = [line for line in lines(outline_of(case.snapshot())) if line and line[0].startswith("A3")]
    assert any("no basis named" in cell or "none named" in cell for line in rows for cell in line)


def test_every_cross_reference_leads_to_something_printed(case: Workbench, tmp_path: Path) -> None:
    from docx import Document

    target = tmp_path / "report.docx"
    write_report(case.snapshot(), ReportOptions(), target)
    body = Document(str(target)).element.body
    names = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    anchors = {one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")} - {None}
    assert anchors
    assert anchors <= names
    words = "".join(one.text or "" for one in body.iter(f"{W}t"))
    assert "A2a" in words
    assert "The quay closed" in words


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_labels_are_counted_by_the_sentences_there_are_now(case: Workbench) -> None:
    said = repr(outline_of(case.snapshot()))
    assert "2 disputed" in said
