"""Finalising a report: it freezes the case as version n with hashes, once for each state, and nothing takes it back."""

import errno
import sqlite3
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.making import BERG, COUNCIL, HARBOUR, LIND, at, make_case, make_draft, ticking

from verifier.domain.errors import ReportError, StepError
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Label, Relation
from verifier.domain.reportversions import CorrectionKind
from verifier.i18n.messages import word
from verifier.reports import ReportOptions, write_report
from verifier.session.checking import check_case
from verifier.session.finalising import finalised_report
from verifier.session.history import describe_step
from verifier.session.workbench import Workbench

OPTIONS = ReportOptions(time="2031-06-01T10:00:00+02:00", zone="Europe/Berlin")


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    made = make_case(tmp_path / "case.verif")
    made.mark(at(made, "A2"), Label.VERIFIED)
    made.mark(at(made, "B1"), Label.OPINION)
    return made


def target(case: Workbench, name: str = "report.docx") -> Path:
    return case.path.with_name(name)


def beside(case: Workbench) -> list[Path]:
    """The files that wait beside their places."""
    return list(case.path.parent.glob(".*.part"))


def test_a_final_report_is_noted_with_its_hash_and_what_it_froze(case: Workbench) -> None:
    before = case.steps()[-1]
    done = finalised_report(case, OPTIONS, target(case), why="  For\nprint. ")
    [version] = case.report_versions()
    assert done.version == version
    assert (version.number, version.template, version.checker) == (1, "dossier", "A. Berg")
    assert version.time == "2031-06-01T08:00:00.000+00:00"
    assert version.note == "For print."
    assert version.sha256 == sha256(target(case).read_bytes()).hexdigest()
    assert (version.steps, version.head_hash) == (before.sequence, before.hash)
    assert done.paths == (target(case),)
    step = case.steps()[-1]
    assert done.change.step == step
    assert done.change.case
    assert describe_step(step) == "report finalised as version 1"
    case.close()
    assert check_case(case.path) == ()
    with Workbench.open(case.path) as again:
        assert again.report_versions() == (version,)


def test_without_a_change_the_same_version_is_written_again_byte_for_byte(case: Workbench) -> None:
    first = finalised_report(case, OPTIONS, target(case))
    steps = len(case.steps())
    again = finalised_report(case, OPTIONS, target(case, "again.docx"), why="for nothing")
    assert (first.again, again.again) == (False, True)
    assert again.version == first.version
    assert not again.change
    assert len(case.steps()) == steps
    assert target(case, "again.docx").read_bytes() == target(case).read_bytes()


def test_what_was_done_and_taken_back_is_no_change_and_leaves_no_trace_in_the_bytes(case: Workbench) -> None:
    a3, b2 = at(case, "A3", "B2")
    case.link(a3, b2, Relation.CONTRADICTS)
    case.link(at(case, "A2")[0], b2, Relation.CORROBORATES)
    first = finalised_report(case, OPTIONS, target(case))
    case.checker = LIND
    case.undo_back_to(case.steps()[2].id)  # both links go and come again, in their order
    case.redo()
    case.redo()
    case.mark([a3], Label.DISPUTED)
    case.undo()
    assert case.corrections() == ()
    again = finalised_report(case, OPTIONS, target(case, "again.docx"))
    assert again.version == first.version
    assert target(case, "again.docx").read_bytes() == target(case).read_bytes()


def test_without_a_time_of_ones_own_the_same_version_is_the_same_bytes_too(case: Workbench) -> None:
    finalised_report(case, ReportOptions(), target(case))
    finalised_report(case, ReportOptions(), target(case, "again.docx"))
    assert target(case, "again.docx").read_bytes() == target(case).read_bytes()


def test_two_copies_of_a_case_finalised_alike_give_the_same_bytes(case: Workbench) -> None:
    other = case.path.parent / "elsewhere" / case.path.name
    other.parent.mkdir()
    case.save_copy(other)
    finalised_report(case, OPTIONS, target(case), why="print")
    with Workbench.open(other, checker=BERG, clock=ticking("2032-01-01T00:00:00")) as copy:
        finalised_report(copy, OPTIONS, target(case, "other.docx"), why="print")
    assert target(case, "other.docx").read_bytes() == target(case).read_bytes()


def test_a_draft_after_a_final_report_is_the_same_bytes_twice(case: Workbench) -> None:
    finalised_report(case, OPTIONS, target(case))
    case.mark(at(case, "A2"), Label.DISPUTED)
    paths = [target(case, name) for name in ("one.docx", "other.docx")]
    for path in paths:
        write_report(case.snapshot(), OPTIONS, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_change_makes_a_new_version_with_its_corrections_and_their_reason(case: Workbench) -> None:
    finalised_report(case, OPTIONS, target(case))
    case.checker = LIND
    case.mark(at(case, "A2"), Label.DISPUTED)
    case.mark(at(case, "A3"), Label.UNCONFIRMED)
    case.note(at(case, "A3"), "No log was found.")
    done = finalised_report(case, OPTIONS, target(case), why="The harbour called.")
    assert done.version.number == 2
    told = [(one.version, one.address, one.before, one.after, one.why, one.who) for one in case.corrections()]
    note = "No log was found."
    assert told == [
        (2, "A2", (("label", "verified"),), (("label", "disputed"),), "The harbour called.", "Mo Lind"),
        (2, "A3", (), (("label", "unconfirmed"), ("note", note)), note, "Mo Lind"),
    ]


def test_the_corrections_of_each_version_are_kept_apart(case: Workbench) -> None:
    for label in (Label.DISPUTED, Label.UNCONFIRMED, Label.VERIFIED):
        finalised_report(case, OPTIONS, target(case))
        case.mark(at(case, "A2"), label)
    assert [(one.version, dict(one.before)["label"]) for one in case.corrections()] == [
        (2, "verified"),
        (3, "disputed"),
        (4, "unconfirmed"),
    ]
    assert [one.kind for one in case.snapshot().corrections] == [CorrectionKind.MARK] * 3


def test_undo_goes_on_before_a_final_report_and_leaves_it_standing(case: Workbench) -> None:
    case.undo()
    redo = case.next_redo()
    finalised_report(case, OPTIONS, target(case))
    assert case.next_redo() == redo, "finalising closes no way forward"
    undone = []
    while (step := case.next_undo()) is not None:
        undone.append(step.what)
        case.undo()
    assert undone == ["mark", "add-articles"]
    assert [one.number for one in case.report_versions()] == [1]
    case.close()
    assert check_case(case.path) == ()


def test_where_the_report_cannot_be_written_nothing_is_noted(case: Workbench) -> None:
    steps = case.steps()
    with pytest.raises(ReportError, match="report-folder-missing"):
        finalised_report(case, OPTIONS, case.path.parent / "nowhere" / "report.docx")
    with pytest.raises(ReportError, match="bad-time"):
        finalised_report(case, replace(OPTIONS, time="soon"), target(case))
    assert (case.steps(), case.report_versions()) == (steps, ())


def test_where_the_version_cannot_be_noted_no_report_stays_that_says_it_is_final(
    case: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    from verifier.store import journal

    def failing(connection: sqlite3.Connection, stored: journal.StoredStep) -> None:
        assert not target(case).exists(), "it is not in its place before the case knows it"
        assert len(beside(case)) == 1
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(journal, "append", failing)
    with pytest.raises(StepError, match="not-saved"):
        finalised_report(case, OPTIONS, target(case))
    monkeypatch.undo()
    assert not target(case).exists()
    assert beside(case) == []
    assert case.report_versions() == ()
    assert finalised_report(case, OPTIONS, target(case)).version.number == 1


def test_where_a_noted_report_cannot_be_put_in_its_place_it_is_told_and_finalising_again_puts_it_there(
    case: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    target(case).write_bytes(b"an older report")

    def failing(_self: Path, _target: Path) -> None:
        raise OSError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(ReportError) as refusal:
        finalised_report(case, OPTIONS, target(case), why="print")
    monkeypatch.undo()
    error = refusal.value
    told = word(error.code, error.where, error.values)
    assert "report.docx: version 1 of the report is noted in the case" in told
    assert "(permission denied)" in told
    assert "{" not in told
    assert (target(case).read_bytes(), beside(case)) == (b"an older report", [])
    [version] = case.report_versions()
    again = finalised_report(case, OPTIONS, target(case))
    assert (again.again, again.version) == (True, version)
    assert sha256(target(case).read_bytes()).hexdigest() == version.sha256


def test_what_changed_while_the_report_was_being_written_is_a_correction_of_the_next(case: Workbench) -> None:
    coming = case.coming_version(OPTIONS)
    case.mark(at(case, "A3"), Label.DISPUTED)
    case.finalise(coming.version, "0" * 64)
    [version] = case.report_versions()
    assert version.steps == case.steps()[-2].sequence - 1
    assert [(one.version, one.address) for one in case.corrections()] == [(2, "A3")]
    case.close()
    assert check_case(case.path) == ()


def test_of_two_that_finalise_at_once_the_second_is_refused(case: Workbench) -> None:
    first, second = case.coming_version(OPTIONS), case.coming_version(OPTIONS)
    case.finalise(first.version, "0" * 64)
    steps = case.steps()
    with pytest.raises(StepError, match="version-outrun"):
        case.finalise(second.version, "0" * 64)
    assert case.steps() == steps


def test_a_version_of_another_case_is_not_noted_in_this_one(case: Workbench, tmp_path: Path) -> None:
    others = [case.coming_version(OPTIONS).version]
    with Workbench.create(tmp_path / "empty.verif", checker=BERG, clock=ticking()) as empty:
        others.append(empty.coming_version(OPTIONS).version)
    with make_case(tmp_path / "other.verif") as other:
        for version in others:
            with pytest.raises(StepError, match="version-of-another-case"):
                other.finalise(version, "0" * 64)
        assert other.report_versions() == ()
    assert check_case(tmp_path / "other.verif") == ()


def test_a_copy_to_look_at_is_not_finalised(case: Workbench) -> None:
    with (
        Workbench.open(case.path, read_only=True) as copy,
        pytest.raises(StepError, match="case-read-only"),
    ):
        finalised_report(copy, OPTIONS, target(case))
    assert not target(case).exists()


def test_an_empty_case_can_be_finalised_before_its_first_step(tmp_path: Path) -> None:
    with Workbench.create(tmp_path / "case.verif", checker=BERG, clock=ticking()) as case:
        assert finalised_report(case, OPTIONS, tmp_path / "report.docx").version.steps == 0
        case.add_articles([make_draft(HARBOUR), make_draft(COUNCIL)])
        found = [(one.kind, one.address, one.after) for one in case.corrections()]
        assert found == [
            (CorrectionKind.ARTICLE, "A", (("letter", "A"), ("name", "–"))),
            (CorrectionKind.ARTICLE, "B", (("letter", "B"), ("name", "–"))),
        ]
    assert check_case(tmp_path / "case.verif") == ()


def test_the_snapshot_of_a_final_report_tells_nothing_of_its_own_noting(case: Workbench) -> None:
    finalised_report(case, OPTIONS, target(case))
    coming = case.coming_version(OPTIONS)
    assert coming.again
    assert [step.what for step in coming.snapshot.steps] == ["add-articles", "mark", "mark"]
    assert coming.snapshot.versions[-1].sha256 == ""
    assert coming.version.sha256 == sha256(target(case).read_bytes()).hexdigest()
    assert len(coming.snapshot.rows.all(Mark)) == 2


def test_any_form_of_the_report_can_be_the_final_one(case: Workbench) -> None:
    done = finalised_report(case, OPTIONS, target(case, "report.html"), form="html")
    assert done.version.sha256 == sha256(target(case, "report.html").read_bytes()).hexdigest()
    again = finalised_report(case, OPTIONS, target(case, "report.docx"))
    assert (again.again, again.version.number) == (True, 1)
