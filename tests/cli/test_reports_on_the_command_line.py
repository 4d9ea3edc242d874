"""Reports on the command line: forms, templates, parts, languages, and what is warned of before."""

import argparse
import csv
import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.making import make_case

from verifier.cli import report_arguments
from verifier.reports import FORMS
from verifier.reports.options import PARTS

TIME = ("--time", "2031-05-04T09:00:00+00:00")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "quay.verif"
    make_case(path).close()
    return path


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def words_of(report: Path) -> str:
    with zipfile.ZipFile(report) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_help_names_the_forms_and_the_parts_there_are() -> None:
    assert {*report_arguments.FORM_NAMES} == {*FORMS, "pdf"}
    assert report_arguments.PART_NAMES == PARTS


def test_what_is_weak_is_told_first_and_the_report_written_all_the_same(shell: Shell, case: Path) -> None:
    target = case.with_name("report.docx")
    shell("mark", case, "A2", "verified")
    shell("report", case, "-o", target, *TIME)
    first, *others = shell.said.splitlines()
    assert first == "warning: Verified or disputed without a basis (1): A2"
    assert others[-1] == f"written: {target}"
    assert sum("not checked yet" in line for line in others) == 2
    assert target.is_file()


@pytest.mark.parametrize("form", ["html", "jsonld", "claimreview", "docx"])
def test_every_form_is_written_the_same_twice(shell: Shell, case: Path, form: str) -> None:
    one, two = (case.with_name(f"{name}.{form}") for name in ("one", "two"))
    for target in (one, two):
        shell("export", case, "-o", target, "--format", form, *TIME)
    assert one.read_bytes() == two.read_bytes() != b""
    if form in ("jsonld", "claimreview"):
        json.loads(one.read_text("utf-8"))


def test_tables_are_two_files_and_both_are_named(shell: Shell, case: Path) -> None:
    shell("mark", case, "A2", "unconfirmed")
    target = case.with_name("case.csv")
    shell("export", case, "-o", target, "--format", "csv", "--template", "memo")
    links = case.with_name("case-links.csv")
    assert f"written: {target}" in shell.said
    assert f"written: {links}" in shell.said
    rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"))))
    assert len(rows) == 2
    assert any("A2" in cell for cell in rows[1])
    assert links.is_file()


def test_a_pdf_without_the_window_library_is_refused_in_one_line(
    shell: Shell, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6", None)
    target = case.with_name("case.pdf")
    shell("export", case, "-o", target, "--format", "pdf", expect=1)
    assert shell.said.count("\n") == 1
    assert "PySide6" in shell.said
    assert not target.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ["--template", "poem"],
        ["--without", "cover"],
        ["--with", "jokes"],
        ["--language", "xx"],
        ["--paper", "a0"],
        ["--house-style", "nowhere.docx"],
    ],
)
def test_what_cannot_be_met_is_told_before_anything_is_written(
    shell: Shell, case: Path, wrong: list[str]
) -> None:
    target = case.with_name("report.docx")
    shell("report", case, "-o", target, *wrong, expect=1)
    assert shell.said.startswith("verifier: ")
    assert shell.said.count("\n") == 1
    assert not target.exists()


def test_an_unknown_form_is_told_what_there_is(shell: Shell, case: Path) -> None:
    shell("export", case, "-o", case.with_name("x"), "--format", "stone", expect=1)
    assert "docx, html, csv, jsonld, claimreview, pdf" in shell.said


def test_parts_are_left_out_and_put_in(shell: Shell, case: Path) -> None:
    target = case.with_name("report.docx")
    shell("report", case, "-o", target, "--without", "custody,method", "--without", "matrix")
    found = words_of(target)
    assert "Custody of the sources" not in found
    assert "What the labels mean" not in found
    assert "Annotated article" in found
    shell("report", case, "-o", target, "--template", "memo", "--with", "custody")
    found = words_of(target)
    assert "Custody of the sources" in found
    assert "Annotated article" not in found


def test_a_report_is_told_in_russian_whatever_the_user_speaks(shell: Shell, case: Path) -> None:
    from hatch_build import compile_translations

    compile_translations()
    target = case.with_name("report.docx")
    shell("report", case, "-o", target, "--language", "ru", *TIME)
    found = words_of(target)
    assert "Сводка" in found
    assert "4 мая 2031" in found
    assert 'w:val="ru-RU"' in found


def test_an_internal_note_is_in_the_internal_copy_alone(shell: Shell, case: Path) -> None:
    shell("mark", case, "A2", "opinion", "--internal-note", "Heard from Ottilie.")
    for template in ("dossier", "memo", "annotated"):
        target = case.with_name(f"{template}.docx")
        shell("report", case, "-o", target, "--template", template)
        assert "Ottilie" not in words_of(target)
    shell("report", case, "-o", target, "--internal-copy")
    assert "Ottilie" in words_of(target)


def test_data_is_carried_as_asked(shell: Shell, case: Path) -> None:
    target = case.with_name("report.docx")
    sizes = {}
    for asked in ("--embed", "--no-embed"):
        shell("report", case, "-o", target, "--template", "memo", asked)
        sizes[asked] = "urn:verifier:" in words_of(target)
    assert sizes == {"--embed": True, "--no-embed": False}


def test_a_final_report_is_a_version_with_the_hash_of_its_file(shell: Shell, case: Path) -> None:
    first, second = case.with_name("first.docx"), case.with_name("second.docx")
    shell("report", case, "-o", first, "--final", *TIME)
    digest = hashlib.sha256(first.read_bytes()).hexdigest()
    assert f"version 1, SHA-256 {digest}" in shell.said
    assert "Final, version 1" in words_of(first)
    shell("report", case, "-o", second, "--final", *TIME)
    assert "version 1 again, since nothing changed" in shell.said
    assert second.read_bytes() == first.read_bytes()
    shell("mark", case, "A2", "opinion")
    shell("report", case, "-o", second)
    assert "Draft 2" in words_of(second)
    shell("report", case, "-o", second, "--final", "--why", "A reader wrote in.")
    assert "version 2, SHA-256" in shell.said
    assert "Corrected, version 2" in words_of(second)
    assert "A reader wrote in." in words_of(second)


def test_a_report_that_cannot_be_written_leaves_no_version(shell: Shell, case: Path) -> None:
    shell("report", case, "-o", case.parent / "nowhere" / "r.docx", "--final", expect=1)
    shell("report", case, "-o", case.with_name("r.docx"))
    assert "Draft 1" in words_of(case.with_name("r.docx"))


def test_both_verbs_take_the_same_options() -> None:
    one, two = argparse.ArgumentParser(), argparse.ArgumentParser()
    report_arguments.add_report_arguments(one)
    report_arguments.add_form_argument(two)
    report_arguments.add_report_arguments(two)
    of_a_form = {"form": "html", "address": ""}
    assert vars(two.parse_args(["--format", "html"])) == vars(one.parse_args([])) | of_a_form


def test_where_reviews_are_published_can_be_said(shell: Shell, tmp_path: Path, case: Path) -> None:
    target = tmp_path / "r.json"
    said = ("export", case, "-o", target, "--format", "claimreview", "--address")
    shell(*said, "example.org", expect=1)
    assert "is no web address" in shell.said
    assert not target.exists()
    shell("mark", case, "A2", "verified")
    shell(*said, "https://example.org/checks")
    assert {one["url"] for one in json.loads(target.read_bytes())["@graph"]} == {"https://example.org/checks"}
    shell("export", case, "-o", target, "--format", "html", "--address", "https://example.org", expect=1)
    assert "--format claimreview" in shell.said
