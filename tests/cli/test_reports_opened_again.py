"""``verifier open-report``: a case made of a dossier, what came back from its margins and what fits nowhere."""

from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.making import at, make_case
from tests.reports.margins import answered, commented

from verifier.domain.kinds import Label


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def report(tmp_path: Path, shell: Shell) -> Path:
    path = tmp_path / "quay.verif"
    with make_case(path) as case:
        case.mark(at(case, "A3"), Label.UNCONFIRMED)
        case.note(at(case, "A3"), "Who counted?")
        case.edit_case(finding="Nobody knows.")
    shell("report", path, "-o", tmp_path / "quay.docx")
    return tmp_path / "quay.docx"


def test_a_report_is_made_a_case_again(shell: Shell, report: Path) -> None:
    case = report.with_name("again.verif")
    assert shell("open-report", report, "-o", case) == "2 articles, 1 judged passage, 0 links, 1 note\n"
    assert f"made: {case}" in shell.said
    before, after = shell.json("list", report.with_name("quay.verif")), shell.json("list", case)
    for one, other in zip(before["articles"], after["articles"], strict=True):
        texts = [
            [(row["address"], row["text"], row["label"], row["note"]) for row in article["sentences"]]
            for article in (one, other)
        ]
        assert texts[0] == texts[1]
    shell("check", case)


def test_what_came_back_and_what_fits_nowhere_is_listed(shell: Shell, report: Path) -> None:
    data = commented(report.read_bytes(), "Nobody knows why.", "Do we?")
    data = commented(data, "Nobody knows.", "Shorter.")
    report.write_bytes(answered(data, 0, "The pilot."))
    case = report.with_name("again.verif")
    assert shell("open-report", report, "-o", case).splitlines() == [
        "2 articles, 2 judged passages, 0 links, 2 notes",
        "",
        "Comments that came back as internal notes",
        "  A4: Ed Ito (EI) wrote: Do we?",
        "",
        "Comments that now stand under a printed note: read them before the next report",
        "  A3: Ed Ito (EI) answered the note: The pilot.",
        "",
        "Comments that fit no passage, kept as open questions",
        "  Ed Ito (EI) on “Nobody knows.”: Shorter.",
    ]
    assert "Shorter." in shell("question", case)


def test_what_came_is_told_to_machines_too(shell: Shell, report: Path) -> None:
    report.write_bytes(commented(report.read_bytes(), "Nobody knows why.", "Do we?"))
    found = shell.json("open-report", report, "-o", report.with_name("again.verif"))
    assert (found["articles"], found["marks"], found["links"], found["notes"]) == (2, 2, 0, 2)
    (comment,) = found["comments"]
    assert (comment["how"], comment["address"], comment["text"]) == ("added", "A4", "Do we?")
    assert comment["printed"] is False
    assert found["homeless"] == found["left"] == found["silenced"] == found["missing"] == []


def test_what_is_no_report_with_data_is_refused_in_words(shell: Shell, report: Path, tmp_path: Path) -> None:
    case = tmp_path / "again.verif"
    memo = tmp_path / "memo.docx"
    shell("report", tmp_path / "quay.verif", "-o", memo, "--template", "memo")
    shell("open-report", memo, "-o", case, expect=1)
    assert "carries no data of a case" in shell.said
    assert "Ask for the full dossier" in shell.said
    memo.write_bytes(b"")
    shell("open-report", memo, "-o", case, expect=1)
    assert "no whole Word document" in shell.said
    shell("open-report", report, "-o", tmp_path / "quay.verif", expect=1)
    assert "exists already" in shell.said
    shell("open-report", tmp_path / "none.docx", "-o", case, expect=1)
    assert not case.exists()
