"""What a report tells of its versions and corrections, and what it never tells: internal notes, confidential evidence,
what was printed once and is for the house alone by now, and what belongs to a part that is switched off.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from tests.making import HARBOUR, LIND, at, make_case, make_draft

from verifier.domain.articles import Metadata, Sentence
from verifier.domain.judgements import Evidence, Link
from verifier.domain.kinds import (
    Advice,
    Facet,
    Label,
    Modifier,
    Outcome,
    ParagraphKind,
    Reach,
    Relation,
    Severity,
)
from verifier.reports import ReportOptions, build_outline, render
from verifier.reports.parts import Outline, Section, Tone
from verifier.session.case_details import QuestionDraft
from verifier.session.evidence import EvidenceDraft
from verifier.session.judging import Judgement
from verifier.session.workbench import Workbench

DRAFT = ReportOptions(time="2031-06-01T10:00:00+00:00")
FINAL = replace(DRAFT, final=True)


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    made = make_case(tmp_path / "case.verif")
    made.mark(at(made, "A2"), Label.VERIFIED)
    return made


def freeze(case: Workbench, why: str = "", digest: str = "ab" * 32) -> Outline:
    """Finalise a case without writing a file; the outline of the final report."""
    coming = case.coming_version(DRAFT, why)
    case.finalise(coming.version, digest)
    return build_outline(coming.snapshot, FINAL)


def outline(case: Workbench, options: ReportOptions = DRAFT) -> Outline:
    return build_outline(case.snapshot(), options)


def table(section: Section) -> list[list[str]]:
    """The cells of a division's tables as words."""
    return [
        [" / ".join("".join(piece.text for piece in line) for line in cell) for cell in row.cells]
        for grid in section.grids
        for row in grid.rows
    ]


def changed(outline: Outline, number: int) -> list[tuple[str, str, str]]:
    """Place, what changed, and why, of the corrections of a version."""
    rows = table(outline.section("corrections").find(f"corrections.{number}"))
    return [(place, what, why) for place, what, why, _ in rows]


def words(outline: Outline) -> str:
    return json.dumps(asdict(outline), ensure_ascii=False, default=str)


# -- versions and status ---------------------------------------------------------------------------------------------


def test_a_case_that_was_never_finalised_has_no_corrections(case: Workbench) -> None:
    assert not outline(case).has("corrections")
    assert outline(case).cover.line.startswith("Verification report · draft 1 · ")


def test_the_status_goes_from_draft_to_final_to_draft_to_corrected(case: Workbench) -> None:
    assert outline(case).running.status == "Draft 1"
    first = freeze(case)
    assert (first.running.status, first.cover.status, first.cover.version) == (
        "Final, version 1",
        "final",
        "1",
    )
    case.mark(at(case, "A2"), Label.DISPUTED)
    assert (outline(case).running.status, outline(case).cover.status) == ("Draft 2", "draft")
    second = freeze(case)
    assert second.running.status == "Corrected, version 2"
    assert (second.cover.status, second.cover.version) == ("corrected", "2")
    assert "corrected, version 2" in second.cover.line


def test_a_version_in_which_nobody_outside_sees_a_change_is_final_and_not_corrected(case: Workbench) -> None:
    freeze(case)
    case.note(at(case, "A2"), "for us", Reach.INTERNAL)
    second = freeze(case)
    assert second.running.status == "Final, version 2"
    section = second.section("corrections").find("corrections.2")
    assert [piece.text for line in section.lead for piece in line] == [
        "Nothing that this report prints has changed."
    ]


def test_the_first_final_report_lists_itself_and_nothing_changed(case: Workbench) -> None:
    section = freeze(case, "For print.").section("corrections")
    assert [division.name for division in section.divisions] == ["corrections.versions"]
    [[name, facts]] = table(section.find("corrections.versions"))
    assert name == "Version 1 / dossier"
    assert facts.startswith(
        "1 June 2031, 10:00 (UTC) · A. Berg · 2 steps of the case / Reason: For print. / "
    )
    assert "SHA-256 of the report / this document: its case keeps it" in facts


def test_every_version_is_listed_with_its_hashes(case: Workbench) -> None:
    freeze(case, digest="ab" * 32)
    case.mark(at(case, "A2"), Label.DISPUTED)
    freeze(case, digest="cd" * 32)
    rows = table(outline(case).section("corrections").find("corrections.versions"))
    for (name, facts), version, digest in zip(rows, case.report_versions(), ("ab", "cd"), strict=True):
        assert name.startswith(f"Version {version.number}")
        assert all(one in facts for one in (digest * 32, version.state_sha256, version.head_hash))


def test_corrections_are_told_the_latest_first_each_under_its_version(case: Workbench) -> None:
    freeze(case)
    case.mark(at(case, "A2"), Label.DISPUTED)
    freeze(case, "The harbour called.")
    case.mark(at(case, "A2"), Label.UNCONFIRMED)
    section = outline(case).section("corrections")
    assert [division.heading for division in section.divisions] == [
        "Changed since version 2, not final yet",
        "Version 2: changed since version 1",
        "Versions",
    ]
    assert changed(outline(case), 3) == [("A2", "label: ≠ disputed → ? unconfirmed", "–")]
    assert changed(outline(case), 2) == [("A2", "label: ✓ verified → ≠ disputed", "The harbour called.")]
    lead = section.find("corrections.2").lead
    assert "".join(piece.text for piece in lead[0]) == "Reason: The harbour called."


def test_a_draft_of_an_unchanged_case_says_that_nothing_changed(case: Workbench) -> None:
    freeze(case)
    case.mark(at(case, "A3"), Label.DISPUTED)
    case.undo()
    assert changed(outline(case), 2) == []


def test_only_the_dossier_tells_corrections_unless_they_are_asked_for(case: Workbench) -> None:
    freeze(case)
    for template in ("memo", "annotated"):
        options = replace(DRAFT, template=template)
        assert not outline(case, options).has("corrections")
        assert outline(case, replace(options, also=frozenset({"corrections"}))).has("corrections")
    assert not outline(case, replace(DRAFT, without=frozenset({"corrections"}))).has("corrections")


# -- what is told ----------------------------------------------------------------------------------------------------


def test_every_kind_of_correction_is_told_in_words(case: Workbench) -> None:
    a2, a3, b1, b2 = at(case, "A2", "A3", "B1", "B2")
    case.link(a3, b2, Relation.CONTRADICTS)
    case.add_evidence([a3], EvidenceDraft("Old log"))
    freeze(case)
    case.judge(
        [a2],
        Judgement(
            label=Label.DISPUTED,
            modifiers=[Modifier.PARTLY],
            note="Two logs.",
            advice=Advice.CORRECT,
            wording="shut",
        ),
    )
    first = case.rows.all(Link)[0]
    case.link(a2, b1, Relation.CORROBORATES, facets=[Facet.DATE], severity=Severity.MINOR)
    case.edit_link(first.id, outcome=Outcome.A_STANDS, severity=Severity.TENSION)
    case.add_evidence([a2], EvidenceDraft("Harbour log"))
    case.detach_evidence([a3], case.rows.all(Evidence)[0].id)
    case.make_claim([a2, b1], "The quay shut")
    case.confirm_absence(a3, case.rows.articles()[1].id)
    case.describe(case.rows.articles()[0].id, Metadata(publisher="The Gull"))
    case.edit_case(finding="It was shut.", title="The quay")
    case.add_question(QuestionDraft("Who counted?", place=a3, whom="the mayor"))
    text = case.rows.need(Sentence, a3)
    case.split(a3, text.start + len("Forty "))
    told = {(place, what) for place, what, _ in changed(outline(case), 2)}
    assert told == {
        ("the whole case", "title: none → “The quay”"),
        ("the whole case", "finding: none → “It was shut.”"),
        ("A", "publisher: none → “The Gull”"),
        (
            "A2",
            "label: ✓ verified → ≠ disputed, partly / what to do: none → correct / wording: none → “shut”",
        ),
        ("A3", "split: A3 → A3, A3a"),
        ("A2 ↔ B1", "link added: corroborates (date, minor)"),
        ("A3–A3a ↔ B2", "severity: none → tension / outcome: none → the first stands"),
        ("A2", "evidence added: “Harbour log” (supports, secondary)"),
        ("A3", "evidence removed: “Old log” (supports, secondary)"),
        ("A2, B1", "claim made: “The quay shut”"),
        ("A3–A3a", "looked for and not found in: B"),
        ("A3–A3a", "question asked: “Who counted?”"),
    }


def test_of_long_words_what_differs_is_marked_and_what_is_alike_is_cut(case: Workbench) -> None:
    same = " ".join(f"word{number}" for number in range(40))
    case.edit_case(finding=f"{same} was open {same}")
    freeze(case)
    case.edit_case(finding=f"{same} was shut on Monday {same}")
    [(_, what, _)] = changed(outline(case), 2)
    lead, rest = "… word35 word36 word37 word38 word39 was", "word0 word1 word2 word3 word4 word5 …"
    assert what == f"finding: “{lead} open {rest}” → “{lead} shut on Monday {rest}”"
    [[_, cell, _, _]] = [
        row.cells for row in outline(case).section("corrections").find("corrections.2").grids[0].rows
    ]
    assert [piece.text for piece in cell[0] if piece.tone is Tone.DIFFERS] == ["open", "shut on Monday"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("It was shut.", "It was shut. So was the pier.", "“It was shut.” → “It was shut. So was the pier.”"),
        ("Not so. It was shut.", "It was shut.", "“Not so. It was shut.” → “It was shut.”"),
        ("It was", "It was It was", "“It was” → “It was It was”"),
        ("Shut.", "Open all day.", "“Shut.” → “Open all day.”"),
        ("a b", "c d", "“a b” → “c d”"),
    ],
)
def test_of_short_words_nothing_is_cut(case: Workbench, old: str, new: str, told: str) -> None:
    case.edit_case(finding=old)
    freeze(case)
    case.edit_case(finding=new)
    assert changed(outline(case), 2) == [("the whole case", f"finding: {told}", "–")]


def test_what_is_known_of_an_article_is_told_field_by_field_in_their_order(case: Workbench) -> None:
    freeze(case)
    told = Metadata(title="Shut", byline="N. Quist", publisher="The Gull", language="en")
    case.describe(case.rows.articles()[0].id, told, unconfirmed=["byline"])
    assert [what for _, what, _ in changed(outline(case), 2)] == [
        "title: none → “Shut”",
        "byline: none → “N. Quist” (not confirmed)",
        "publisher: none → “The Gull”",
        "language: none → “en”",
    ]


def test_a_reading_from_a_file_of_the_same_name_is_told_too(case: Workbench) -> None:
    freeze(case)
    newer = make_draft([*HARBOUR, (ParagraphKind.BODY, ["Gulls were seen."])], "harbour.txt")
    case.reread(case.rows.articles()[0].id, newer)
    assert changed(outline(case), 2) == [("A", "read anew from: harbour.txt → harbour.txt", "–")]


def test_who_and_when_are_told_in_the_reports_zone(case: Workbench) -> None:
    freeze(case)
    case.checker = LIND
    case.mark(at(case, "A2"), Label.DISPUTED)
    told = outline(case, replace(DRAFT, zone="Europe/Berlin"))
    [row] = table(told.section("corrections").find("corrections.2"))
    assert row[3].startswith("Mo Lind / 4 May 2031, 11:0")
    assert row[3].endswith("(UTC+2)")


def test_the_words_of_a_part_of_a_sentence_stand_beside_its_address(case: Workbench) -> None:
    freeze(case)
    sentence = case.rows.need(Sentence, at(case, "A3")[0])
    case.mark([case.passage(sentence.version_id, sentence.start, sentence.start + 11)], Label.DISPUTED)
    assert changed(outline(case), 2) == [("A3", "“Forty boats” / label: not checked → ≠ disputed", "–")]


def test_a_correction_leads_to_its_sentence_as_long_as_it_is_printed(case: Workbench) -> None:
    freeze(case)
    case.mark(at(case, "A2"), Label.DISPUTED)
    for options, leads in ((DRAFT, True), (replace(DRAFT, without=frozenset({"annotated"})), False)):
        [row] = outline(case, options).section("corrections").find("corrections.2").grids[0].rows
        assert bool(row.cells[0][0][0].anchor) == leads


# -- what is not told ------------------------------------------------------------------------------------------------

MARKER = "XQZMARKERXQZ"


def exported(case: Workbench, options: ReportOptions = DRAFT) -> Iterator[bytes]:
    """Every byte of a report in the forms that hold all of it, archives unpacked."""
    for form in ("docx", "html"):
        for data in render(case.snapshot(), options, form).values():
            yield data
            if form == "docx":
                with zipfile.ZipFile(io.BytesIO(data)) as package:
                    yield from (package.read(name) for name in package.namelist())


def holds(case: Workbench, options: ReportOptions = DRAFT) -> bool:
    return any(MARKER.encode() in data for data in exported(case, options))


def test_a_change_of_an_internal_note_is_in_internal_copies_alone(case: Workbench) -> None:
    case.note(at(case, "A2"), "first", Reach.INTERNAL)
    freeze(case)
    case.note(at(case, "A2"), MARKER, Reach.INTERNAL)
    freeze(case)
    case.note(at(case, "A2"), f"{MARKER} again", Reach.INTERNAL)
    assert not holds(case)
    internal = replace(DRAFT, internal_copy=True)
    assert holds(case, internal)
    assert changed(outline(case, internal), 2) == [
        ("A2", f"note: Internal note: “first” → Internal note: “{MARKER}”", "–")
    ]
    assert changed(outline(case), 2) == []


def test_confidential_evidence_is_in_internal_copies_alone(case: Workbench) -> None:
    freeze(case)
    case.add_evidence(at(case, "A2"), EvidenceDraft(MARKER, confidential=True))
    freeze(case)
    case.undo()
    assert not holds(case)
    assert holds(case, replace(DRAFT, internal_copy=True))


@pytest.mark.parametrize("again", [False, True], ids=["once", "with a version between"])
def test_a_note_that_was_printed_and_is_internal_now_is_printed_no_more(case: Workbench, again: bool) -> None:
    case.note(at(case, "A2"), MARKER)
    freeze(case)
    assert holds(case)
    if again:
        case.note(at(case, "A2"), f"{MARKER} and more")
        freeze(case)
        assert holds(case)
    case.note(at(case, "A2"), f"{MARKER} of the pilot", Reach.INTERNAL)
    assert not holds(case)
    told = changed(outline(case), 3 if again else 2)
    assert told == [("A2", "note: not printed here → none", "–")]


def test_evidence_that_was_printed_and_is_confidential_now_is_printed_no_more(case: Workbench) -> None:
    change = case.add_evidence(at(case, "A2"), EvidenceDraft(MARKER))
    [piece] = change.evidence
    freeze(case)
    case.edit_evidence(piece, EvidenceDraft(f"{MARKER} of Monday"))
    freeze(case)
    assert holds(case)
    case.edit_evidence(piece, EvidenceDraft(f"{MARKER} of Monday", confidential=True))
    assert not holds(case)
    assert changed(outline(case), 3) == [
        ("A2", "evidence removed: held in confidence, not printed here", "–")
    ]


def test_an_internal_note_of_a_link_is_not_told(case: Workbench) -> None:
    a2, b1 = at(case, "A2", "B1")
    freeze(case)
    case.link(a2, b1, Relation.CONTRADICTS, note=MARKER, reach=Reach.INTERNAL)
    assert not holds(case)
    assert changed(outline(case), 2) == [("A2 ↔ B1", "link added: contradicts", "–")]


@pytest.mark.parametrize(
    ("off", "act"),
    [
        ({"evidence", "claims"}, lambda case: case.add_evidence(at(case, "A2"), EvidenceDraft(MARKER))),
        ({"asked", "summary"}, lambda case: case.add_question(QuestionDraft(MARKER))),
        ({"matrix"}, lambda case: case.make_claim(at(case, "A2", "B1"), MARKER)),
        ({"claims", "annotated", "summary"}, lambda case: case.note(at(case, "A2"), MARKER)),
        ({"corrections", "claims", "annotated", "summary"}, lambda case: case.note(at(case, "A2"), MARKER)),
    ],
    ids=["evidence", "questions", "claims", "notes", "corrections"],
)
def test_corrections_tell_nothing_of_parts_that_are_switched_off(
    case: Workbench, off: set[str], act: Any
) -> None:
    freeze(case)
    act(case)
    freeze(case)
    case.undo()
    options = replace(DRAFT, without=frozenset(off))
    assert holds(case)
    assert not holds(case, options)


def test_odd_words_are_told_as_words(case: Workbench) -> None:
    freeze(case, why="=1+1 <b>why</b> {x} %s\u202e")
    case.edit_case(finding="=HYPERLINK(\u0001) \u2066 <script>{0.__class__}")
    [(_, what, _)] = changed(outline(case), 2)
    assert "=HYPERLINK(\u0001) \u2066 <script>{0.__class__}" in what
    assert all(data for data in exported(case))
