"""Reports asked for in ways that cannot be met: one clear line, exit 1 or 2, and every file there was as it was."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.making import make_case
from tests.reports.word_houses import HEAD, PACKAGE, house, relations, zipped

from verifier.store import connection as sqlite

OLD = b"the report of last week"


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "quay.verif"
    make_case(path).close()
    (tmp_path / "old.docx").write_bytes(OLD)
    return path


def assert_refused(shell: Shell, *arguments: object, told: str = "") -> None:
    assert shell(*arguments, expect=1) == ""
    assert shell.said.startswith("verifier: ")
    assert shell.said.count("\n") == 1
    assert told in shell.said


SPREADSHEET = zipped(
    {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", "")),
        "xl/_rels/workbook.xml.rels": relations(("styles", "styles.xml", "")),
        "xl/workbook.xml": f"{HEAD}<workbook/>",
        "xl/styles.xml": f"{HEAD}<styleSheet/>",
    }
)

HOUSES = {
    "empty": (b"", "no Word document"),
    "binary": (bytes(range(256)) * 400, "no Word document"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 4000, "no Word document"),
    "cut off": (house()[:-300], "no Word document"),
    "cut in half": (house()[:1500], "no Word document"),
    "with macros": (house(main_type="application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
    "with a project": (house(more={"word/vbaProject.bin": b"x"}), "macros"),
    "behind a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000 + "EncryptedPackage".encode("utf-16-le"),
                          "no Word document"),
    "of another office": (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "no Word document"),
    "a spreadsheet": (SPREADSHEET, "no Word document"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("verb", [["report"], ["report", "--final"], ["export", "--format", "html"]])
def test_a_house_style_that_cannot_be_used_is_told(
    shell: Shell, case: Path, name: str, verb: list[str]
) -> None:
    data, told = HOUSES[name]
    style, target = case.with_name("own.docx"), case.with_name("old.docx")
    style.write_bytes(data)
    before = case.read_bytes()
    assert_refused(shell, verb[0], case, *verb[1:], "-o", target, "--house-style", style, told=told)
    assert target.read_bytes() == OLD
    assert case.read_bytes() == before


def test_a_house_style_of_great_size_is_told_before_it_is_read(shell: Shell, case: Path) -> None:
    style = case.with_name("own.docx")
    with style.open("wb") as file:
        file.truncate(3 * 10**9)  # takes no room on the disk
    target = case.with_name("r.docx")
    assert_refused(shell, "report", case, "-o", target, "--house-style", style, told="too big")
    assert not target.exists()


def test_a_house_style_that_is_no_file_is_told_and_not_waited_for(shell: Shell, case: Path) -> None:
    target = case.with_name("r.docx")
    ask = ("report", case, "-o", target, "--house-style")
    assert_refused(shell, *ask, case.with_name("nowhere.docx"), told="no such file")
    assert_refused(shell, *ask, case.parent, told="no Word document")
    if hasattr(os, "mkfifo"):
        pipe = case.with_name("pipe")
        os.mkfifo(pipe)
        assert_refused(shell, *ask, pipe, told="no Word document")
    assert not target.exists()


@pytest.mark.parametrize("verb", [["report"], ["report", "--final"], ["export", "--format", "csv"]])
def test_no_report_is_put_in_place_of_a_case(shell: Shell, case: Path, verb: list[str]) -> None:
    other = case.with_name("other.verif")
    other.write_bytes(case.read_bytes())
    before = case.read_bytes()
    for target in (case, other):
        assert_refused(shell, verb[0], case, *verb[1:], "-o", target, told=target.name)
        assert target.read_bytes() == before
    shell("check", case)


def test_nor_in_place_of_one_behind_a_link(shell: Shell, case: Path) -> None:
    link, before = case.with_name("link.docx"), case.read_bytes()
    link.symlink_to(case)
    assert_refused(shell, "report", case, "-o", link)
    assert case.read_bytes() == before


def test_no_report_is_put_in_place_of_the_house_style_it_is_set_in(shell: Shell, case: Path) -> None:
    style = case.with_name("own.docx")
    style.write_bytes(house())
    assert_refused(shell, "report", case, "-o", style, "--house-style", style, told="house style itself")
    assert style.read_bytes() == house()


BAD = {
    "--zone": ["Nowhere/Town", "", "../../etc/passwd", "America", "\x00", "z" * 5000, "Europe/Berlin "],
    "--time": [
        "noon",
        "2031-13-01",
        "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00+14:00",
        "١٢",
        "2031-06-01T25:00",
    ],
    "--language": ["xx", "RU", "en-GB"],
    "--paper": ["a5", "A4"],
    "--template": ["poem", "DOSSIER"],
    "--without": ["cover", "claims;matrix", "jokes,claims"],
    "--with": ["nothing"],
}


@pytest.mark.parametrize(("option", "value"), [(option, value) for option in BAD for value in BAD[option]])
def test_a_choice_there_is_not_is_told_before_anything_is_done(
    shell: Shell, case: Path, option: str, value: str
) -> None:
    target = case.with_name("old.docx")
    assert_refused(shell, "report", case, "-o", target, option, value)
    assert len(shell.said) < 6000
    assert "\x00" not in shell.said
    assert target.read_bytes() == OLD


def test_a_place_no_report_can_be_written_to_is_told_first(shell: Shell, case: Path) -> None:
    for target in (case.parent, case.parent / "none" / "r.docx", case / "r.docx", case.parent / ("r" * 300)):
        assert_refused(shell, "report", case, "-o", target)
    assert sorted(one.name for one in case.parent.iterdir()) == ["old.docx", "quay.verif"]


def test_a_report_somebody_made_read_only_stays(shell: Shell, case: Path) -> None:
    old = case.with_name("old.docx")
    old.chmod(0o444)
    for more in ((), ("--final",)):
        assert_refused(shell, "report", case, "-o", old, *more, told="read-only")
    assert old.read_bytes() == OLD


def test_a_second_file_that_cannot_be_written_keeps_the_first_from_being(shell: Shell, case: Path) -> None:
    case.with_name("t-links.csv").mkdir()
    shell("export", case, "-o", case.with_name("t.csv"), "--format", "csv", expect=1)
    assert not case.with_name("t.csv").exists()


def test_a_case_that_is_missing_or_none_is_told(shell: Shell, case: Path) -> None:
    for wrong in (case.with_name("none.verif"), case.parent, case.with_name("old.docx")):
        assert_refused(shell, "report", wrong, "-o", case.with_name("r.docx"))
    assert sorted(one.name for one in case.parent.iterdir()) == ["old.docx", "quay.verif"]


@pytest.mark.parametrize(
    "missing", [["report"], ["export", "-o", "x", "--format", "html"], ["report", "a.verif"]]
)
def test_a_call_that_is_not_whole_is_told_how_it_is_made(shell: Shell, missing: list[str]) -> None:
    shell(*missing, expect=2)
    assert "usage: verifier" in shell.said
    assert "Traceback" not in shell.said


def test_a_disk_without_room_for_a_case_is_not_blamed_on_the_report(
    shell: Shell, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = case.with_name("r.docx")
    shell("report", case, "-o", report)

    connect = sqlite.connect

    def full_after(pages: int) -> Callable[[Path, str], sqlite3.Connection]:
        def connect_to_a_full_disk(path: Path, mode: str) -> sqlite3.Connection:
            connection = connect(path, mode)
            connection.execute(f"PRAGMA max_page_count={pages}")
            return connection

        return connect_to_a_full_disk

    for pages in (2, 60):  # no room to begin with; room for an empty case alone
        monkeypatch.setattr(sqlite, "connect", full_after(pages))
        assert_refused(shell, "open-report", report, "-o", case.with_name("new.verif"), told="full")
        assert "hold together" not in shell.said
        assert sorted(one.name for one in case.parent.iterdir()) == ["old.docx", "quay.verif", "r.docx"]
