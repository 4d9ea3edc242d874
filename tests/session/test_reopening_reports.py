"""A report made a case again: the same case, with what an editor said in its margins, told truthfully and whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from lxml import etree
from tests.making import BERG, HARBOUR, LIND, at, make_case, make_draft, ticking
from tests.reports.margins import answered, commented, members_of, packed, replaced, without_comment
from tests.session.returning import held, look, report_of, warnings_of

from verifier.domain.articles import Passage, Version, sha256_of
from verifier.domain.errors import CaseError, ReadError
from verifier.domain.judgements import Mark, Question
from verifier.domain.kinds import Label, Reach, Relation
from verifier.domain.queries import address_of_passage
from verifier.domain.reopened import Coming, Reopened
from verifier.i18n import ENGLISH
from verifier.session.history import describe_step
from verifier.session.reopened_words import summary_of, told
from verifier.session.reopening import reopen
from verifier.session.sample import make_sample_case
from verifier.session.workbench import Workbench

DATA = "customXml/item1.xml"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The report of a small case with a printed note on A3, an internal one on A4, a label on B1 and a link."""
    with make_case(tmp_path / "quay.verif") as case:
        a3, a4, b1 = at(case, "A3", "A4", "B1")
        case.mark([a3], Label.DISPUTED)
        case.note([a3], "Who counted?")
        case.mark([a4], Label.OPINION)
        case.note([a4], "Ask the lawyer", Reach.INTERNAL)
        case.mark([b1], Label.UNCONFIRMED)
        case.link(a3, at(case, "B2")[0], Relation.CONTRADICTS)
        case.edit_case(title="The quay", finding="Nobody knows.")
        return report_of(case, tmp_path / "quay report.docx")


def opened_again(report: Path, data: bytes | None = None) -> tuple[Reopened, Workbench]:
    """What came of a report, perhaps changed by an editor, and the case made of it."""
    if data is not None:
        report.write_bytes(data)
    target = report.with_name("again.verif")
    found = reopen(report, target, LIND, ticking())
    assert found.case == target
    return found, Workbench.open(target, checker=LIND, clock=ticking())


def mark_at(case: Workbench, address: str) -> Mark:
    rows = case.rows
    return next(
        row
        for row in rows.all(Mark)
        if address_of_passage(rows, rows.need(Passage, row.passage_id)) == address
    )


# -- the same case ---------------------------------------------------------------------------------------------------


def test_the_sample_comes_back_whole(tmp_path: Path) -> None:
    make_sample_case(tmp_path / "sample.verif")
    with look(tmp_path / "sample.verif") as before:
        report = report_of(before, tmp_path / "sample.docx")
        found = reopen(report, tmp_path / "again.verif", LIND)
        with look(tmp_path / "again.verif") as after:
            assert held(after) == held(before)
            assert (found.marks, found.links) == (after.rows.count("marks"), after.rows.count("links"))
    assert (found.came, found.homeless, found.left, found.silenced, found.missing) == ((), (), (), (), ())
    assert found.marks > 5


def test_a_report_of_the_new_case_says_the_same_of_everything_judged(report: Path) -> None:
    _found, case = opened_again(report)
    with case:
        once_more = report_of(case, report.with_name("second.docx"))
        target = report.with_name("third.verif")
        reopen(once_more, target, LIND)
        with look(target) as third:
            assert held(third) == held(case)


def test_the_new_case_is_one_to_work_in(report: Path) -> None:
    _found, case = opened_again(report)
    with case:
        case.mark(at(case, "A2"), Label.VERIFIED)
        assert case.next_undo() is not None
        case.undo()
        case.verify()
        change = case.split(at(case, "A5")[0], case.sentence_at_address("A5").start + 8)
        assert change
        assert case.sentence_at_address("A5a")


def test_what_was_internal_is_not_in_the_new_case(report: Path) -> None:
    _found, case = opened_again(report)
    with case:
        assert mark_at(case, "A4").note == ""
        assert mark_at(case, "A4").label is Label.OPINION


def test_it_is_told_that_the_texts_are_a_reports_and_what_the_report_says_of_their_sources(
    report: Path,
) -> None:
    _found, case = opened_again(report)
    with case:
        (code, values), _second = warnings_of(case)
        assert code == "taken-from-report-of-source"
        assert values["report"] == "quay report.docx"
        assert values["report_sha256"] == sha256_of(report.read_bytes())
        with look(report.with_name("quay.verif")) as before:
            stated = before.rows.need(Version, before.article_at_letter("A").version_id)
        assert (values["source"], values["sha256"]) == (stated.name, stated.original_sha256)
        version = case.rows.need(Version, case.article_at_letter("A").version_id)
        assert version.acquired_how == "report"
        assert case.original(version.id) == case.text(version.id).encode()
        whole = case.positions(version.id).source_span(0, len(case.text(version.id)))
        assert whole == (0, len(case.text(version.id)))


def test_a_report_that_tells_nothing_of_its_sources_is_not_made_to(report: Path) -> None:
    with look(report.with_name("quay.verif")) as before:
        report_of(before, report, without=frozenset({"custody", "evidence"}))
    found, case = opened_again(report)
    with case:
        assert [code for code, _values in warnings_of(case)] == ["taken-from-report"] * 2
    assert found.missing == ("evidence", "custody")
    assert [one.lines for one in told(found, ENGLISH)] == [
        ("pieces of evidence", "what the sources were, with their hashes")
    ]


def test_the_history_says_where_everything_came_from(report: Path) -> None:
    _found, case = opened_again(report, answered(report.read_bytes(), 0, "The pilot."))
    with case:
        assert [describe_step(step) for step in case.steps()] == [
            "A, B added: quay report.docx",
            "taken over from the report quay report.docx (marks: 3, links: 1)",
            "comments of the report quay report.docx taken in: 1",
        ]
        assert {step.checker for step in case.steps()} == {LIND.signature}
        assert mark_at(case, "B1").checker == BERG.signature


def test_a_case_without_articles_comes_back(tmp_path: Path) -> None:
    with Workbench.create(tmp_path / "empty.verif", checker=BERG) as case:
        case.edit_case(title="Nothing yet", question="Is it so?")
        report = report_of(case, tmp_path / "empty.docx")
        details = case.rows.details
    reopen(report, tmp_path / "again.verif", LIND)
    with look(tmp_path / "again.verif") as after:
        assert after.rows.details == details
        assert after.rows.articles() == ()


def test_what_was_left_behind_on_an_earlier_reading_becomes_a_question(tmp_path: Path) -> None:
    with make_case(tmp_path / "quay.verif") as case:
        case.mark(at(case, "A2"), Label.DISPUTED)
        case.note(at(case, "A2"), "Which Monday?")
        kind, _words = HARBOUR[2]
        newer = [*HARBOUR[:2], (kind, ["Something else altogether. ", "Nobody knows why."]), *HARBOUR[3:]]
        case.reread(case.article_at_letter("A").id, make_draft(newer, "newer.txt"))
        assert case.left_behind()
        report = report_of(case, tmp_path / "quay.docx")
    found, again = opened_again(report)
    with again:
        (question,) = again.rows.all(Question)
        assert question.text == found.left[0]
        assert "The quay closed on Monday." in question.text
        assert "Which Monday?" in question.text
        assert again.rows.all(Mark) == ()


# -- the margins -----------------------------------------------------------------------------------------------------


def test_a_comment_on_words_without_a_note_becomes_an_internal_note(report: Path) -> None:
    found, case = opened_again(report, commented(report.read_bytes(), "Nobody knows why.", "Do we?"))
    with case:
        mark = mark_at(case, "A4")
        assert (mark.note, mark.reach, mark.label) == ("Ed Ito (EI): Do we?", Reach.INTERNAL, Label.OPINION)
        (came,) = found.came
        assert (came.how, came.address, came.printed) == (Coming.ADDED, "A4", False)
        again = report_of(case, report.with_name("next.docx"))
    assert b"Do we?" not in b"".join(members_of(again.read_bytes()).values())


def test_a_comment_on_words_nobody_judged_makes_a_note_there(report: Path) -> None:
    _found, case = opened_again(report, commented(report.read_bytes(), "The quay is closed", "Still?"))
    with case:
        mark = mark_at(case, "A1")
        assert (mark.label, mark.note, mark.checker) == (None, "Ed Ito (EI): Still?", LIND.signature)


def test_an_answer_stands_under_the_note_and_is_printed_with_it(report: Path) -> None:
    found, case = opened_again(report, answered(report.read_bytes(), 0, "The pilot.\nTwice."))
    with case:
        mark = mark_at(case, "A3")
        assert mark.note == "Who counted?\nEd Ito (EI): The pilot.\nTwice."
        assert (mark.reach, mark.checker, mark.label) == (Reach.PRINTED, BERG.signature, Label.DISPUTED)
    assert found.came[0].printed
    heading = told(found, ENGLISH)[0].heading
    assert "printed note" in heading


def test_a_note_changed_in_the_margin_is_changed_in_the_case(report: Path) -> None:
    data = replaced(report.read_bytes(), "word/comments.xml", "Who counted?", "Who counted, and when?")
    found, case = opened_again(report, data)
    with case:
        assert mark_at(case, "A3").note == "Who counted, and when?"
        assert found.came[0].how is Coming.CHANGED
        case.undo()
        assert mark_at(case, "A3").note == "Who counted?"


def test_what_fits_nowhere_is_listed_and_asked(report: Path) -> None:
    found, case = opened_again(report, commented(report.read_bytes(), "Nobody knows.", "Shorter."))
    with case:
        (question,) = case.rows.all(Question)
        assert question.text == "Ed Ito (EI) – “Nobody knows.”: Shorter."
        assert question.is_open
    (heading,) = (one for one in told(found, ENGLISH) if "fit no passage" in one.heading)
    assert heading.lines == ("Ed Ito (EI) on “Nobody knows.”: Shorter.",)


def test_a_note_whose_comment_is_gone_stays_and_is_named(report: Path) -> None:
    found, case = opened_again(report, without_comment(report.read_bytes(), 0))
    with case:
        assert mark_at(case, "A3").note == "Who counted?"
    assert found.silenced == ("A3",)


def test_what_came_is_counted_in_words(report: Path) -> None:
    found, case = opened_again(report)
    case.close()
    assert summary_of(found, ENGLISH) == "2 articles, 3 judged passages, 1 link, 1 note"
    assert summary_of(replace(found, articles=1), ENGLISH).startswith("1 article, ")


# -- no half case ----------------------------------------------------------------------------------------------------


def test_a_place_that_is_taken_stays_as_it_is(report: Path) -> None:
    target = report.with_name("taken.verif")
    target.write_bytes(b"mine")
    with pytest.raises(CaseError, match="case-exists"):
        reopen(report, target, LIND)
    assert target.read_bytes() == b"mine"
    with pytest.raises(CaseError, match="case-folder-missing"):
        reopen(report, report.parent / "none" / "x.verif", LIND)


@pytest.mark.parametrize("name", ["empty.docx", "binary.docx", "none.docx"])
def test_what_is_no_report_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.docx").touch()
    (tmp_path / "binary.docx").write_bytes(bytes(range(256)) * 99)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ReadError):
        reopen(tmp_path / name, tmp_path / "case.verif", LIND)
    assert sorted(tmp_path.iterdir()) == before


def test_data_that_does_not_hold_together_makes_no_case(report: Path) -> None:
    members = members_of(report.read_bytes())
    data = json.loads(str(etree.fromstring(members[DATA]).text))
    for place, value in (
        (("articles", 1, "row", "letter"), "A"),
        (("articles", 0, "sentences", 1, 2), 1),
        (("marks", 0, "passage_id"), "none"),
        (("marks", 0, "time"), "yesterday"),
        (("marks", 0, "note"), "\ud800"),
        (("links", 0, "b"), "none"),
    ):
        changed = json.loads(json.dumps(data))
        inside = changed["case"]
        for name in place[:-1]:
            inside = inside[name]
        inside[place[-1]] = value
        text = json.dumps(changed)
        element = f'<verifier xmlns="urn:verifier:data" sha256="{sha256_of(text)}">{escape(text)}</verifier>'
        report.write_bytes(packed({**members, DATA: element.encode()}))
        before = sorted(report.parent.iterdir())
        with pytest.raises(ReadError, match="report-data-damaged"):
            reopen(report, report.with_name("again.verif"), LIND)
        assert sorted(report.parent.iterdir()) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that end a process at once")
def test_a_kill_at_any_moment_leaves_a_whole_case_or_none(report: Path) -> None:
    target = report.with_name("again.verif")
    code = (
        "import sys; from pathlib import Path; from verifier.session.reopening import reopen; "
        "print('begun', flush=True); reopen(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    whole = 0
    for wait in (0.0, 0.1, 0.2, 0.3, 0.45, 0.6, 5.0):
        child = subprocess.Popen(
            [sys.executable, "-c", code, str(report), str(target)],
            stdout=subprocess.PIPE,
            env=dict(os.environ),
        )
        assert child.stdout is not None
        child.stdout.readline()
        end = time.monotonic() + wait
        while time.monotonic() < end and child.poll() is None:
            time.sleep(0.01)
        if child.poll() is None:
            child.send_signal(signal.SIGKILL)
        child.communicate()
        if target.exists():
            with look(target) as case:
                assert case.rows.count("marks") == 3
            whole += 1
            target.unlink()
    assert whole
