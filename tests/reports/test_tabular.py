"""Claims and links as tables: read back by Python's own reader and by LibreOffice, every cell text and itself."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.reports.awkward import AWKWARD, awkward_case
from tests.reports.cases import Case, harbour_case

from verifier.domain.rows import Snapshot
from verifier.i18n import translator
from verifier.i18n.vocabulary import name_of
from verifier.reports import ReportOptions, render, write_report
from verifier.reports.characters import visible
from verifier.reports.tabular import defused, restored

ALIVE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\tplain",
    "  =1+1",
    "\n=1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    " ＝1",
    "﹦1",
    "\u22121",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example","x")',
    "'=1+1",
    "'",
    "'Twas so",
    "1",
    "007",
    "1,5",
    "3/4",
    "2026-11-21",
    "1E5",
    "12 %",
    "$5",
]
CALM = ["A1", "plain", "≠ disputed", "– no claim", "“-1”", "a=b", "1st", "", "“", "—", "42 boats"]


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def tables(snapshot: Snapshot, **options: object) -> dict[str, list[list[str]]]:
    files = render(snapshot, ReportOptions(**options), "csv")  # type: ignore[arg-type]
    return {name: rows_of(data) for name, data in files.items()}


class TestClaimsAndLinks:
    def test_claims_have_a_row_each_under_named_columns(self) -> None:
        head, *rows = tables(harbour_case().snapshot())[""]
        assert head == [
            "Group", "Place", "Where in the source", "Words", "Label", "Whose words", "Basis", "Note", "Checker",
        ]  # fmt: skip
        assert [row[1] for row in rows] == ["A3", "A5", "A8", "A5", "A2", "A6", "B1"]
        assert rows[0] == [
            "Disputed", "A3", "", "It has announced penalties against a handful of captains.", "≠ disputed, partly", "",
            "contradicts B2 (status, cause · hard)", "Announced, or threatened?\nAsk.", "Ada Berg",
        ]  # fmt: skip
        assert rows[5][4:6] == ["✓ verified, attribution only", "quoted words"]

    def test_links_have_a_row_each_under_named_columns(self) -> None:
        head, *rows = tables(harbour_case().snapshot())["-links"]
        assert head == [
            "Group", "First place", "First words", "Relation", "Severity", "Second place", "Second words",
            "What differs, note",
        ]  # fmt: skip
        assert [(row[1], row[5]) for row in rows] == [("A3", "B2"), ("A5", "B3"), ("A6", "B4"), ("A2", "B1")]
        assert rows[0][:5] == [
            "Where they differ", "A3", "It has announced penalties against a handful of captains.", "contradicts",
            "hard",
        ]  # fmt: skip
        assert rows[-1][0] == "Where they agree"

    def test_what_is_internal_is_in_neither(self) -> None:
        case = harbour_case()
        case.link("A1", "B1", "adds-detail", note="SECRETLINK", reach="internal")
        for data in render(case.snapshot(), ReportOptions(), "csv").values():
            assert b"SECRET" not in data

    def test_a_part_switched_off_leaves_the_names_of_the_columns(self) -> None:
        found = tables(harbour_case().snapshot(), without=frozenset({"claims", "conflicts"}))
        assert [len(rows) for rows in found.values()] == [1, 1]

    def test_an_empty_case_has_the_names_of_the_columns(self) -> None:
        assert [len(rows) for rows in tables(Case().snapshot()).values()] == [1, 1]

    def test_the_template_chosen_makes_no_difference(self) -> None:
        whole, memo = (tables(harbour_case().snapshot(), template=name) for name in ("dossier", "memo"))
        assert whole == memo

    def test_a_case_in_russian_is_written_in_russian(self) -> None:
        rows = tables(harbour_case().snapshot(), language="ru")[""]
        word = name_of("label", "disputed", translator("ru"))
        assert word != "disputed"
        assert rows[1][0] == word[:1].upper() + word[1:]

    def test_both_files_are_written_side_by_side(self, tmp_path: Path) -> None:
        paths = write_report(harbour_case().snapshot(), ReportOptions(), tmp_path / "case.csv", "csv")
        assert [path.name for path in paths] == ["case.csv", "case-links.csv"]
        assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in paths)


class TestForm:
    def test_the_files_are_utf_8_with_a_mark_every_cell_quoted_every_line_ended_by_two_signs(self) -> None:
        for data in render(harbour_case().snapshot(), ReportOptions(), "csv").values():
            text = data.decode("utf-8")
            assert text.startswith("\ufeff")
            quoted = '"(?:[^"]|"")*"'
            assert re.fullmatch(f"(?:{quoted}(?:,{quoted})*\r\n)+", text[1:])

    def test_the_same_case_gives_the_same_bytes(self) -> None:
        one, two = (render(harbour_case().snapshot(), ReportOptions(), "csv") for _ in range(2))
        assert one == two

    def test_awkward_words_come_back_in_their_visible_form(self) -> None:
        _, *rows = tables(awkward_case().snapshot())[""]
        assert [restored(row[3]) for row in rows] == [visible(words.strip()) for words in AWKWARD]
        assert [restored(row[7]) for row in rows] == [
            visible(f"Note {number}\x02 on it\nand مرحبا.") for number in range(1, len(AWKWARD) + 1)
        ]


class TestFormulas:
    @pytest.mark.parametrize("text", ALIVE)
    def test_what_a_spreadsheet_would_not_leave_alone_stands_behind_an_apostrophe(self, text: str) -> None:
        assert defused(text) == "'" + visible(text)
        assert restored(defused(text)) == visible(text)

    def test_a_carriage_return_is_shown_and_is_none(self) -> None:
        assert defused("\r=1") == "‹U+000D›=1"

    @pytest.mark.parametrize("text", CALM)
    def test_other_words_stand_as_they_are(self, text: str) -> None:
        assert defused(text) == text

    @given(st.text())
    def test_every_text_comes_back(self, text: str) -> None:
        assert restored(defused(text)) == visible(text)

    @given(st.text(alphabet="=+-@\t\r\n '＝＋－＠\u00a0\u200b\ufeffx1", max_size=6))
    def test_no_cell_begins_with_a_sign_of_a_formula(self, text: str) -> None:
        cell = defused(text)
        assert cell.strip(" \n\t\r\u00a0\u200b\ufeff")[:1] not in tuple("=+-@＝＋－＠")
        assert cell[:1] not in ("\t", "\r")


# -- a real spreadsheet ----------------------------------------------------------------------------------------------

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
GREEDY = "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"
"""LibreOffice's way to open a table, taking everything for a number, a date or a formula that looks like one."""


def office() -> str | None:
    """LibreOffice, where it has the part that opens tables."""
    program = shutil.which("soffice")
    has_tables = program and list((Path(program).resolve().parent).glob("libsclo.so"))
    return program if has_tables else None


def test_a_spreadsheet_is_there() -> None:
    if not os.environ.get("VERIFIER_MUST_LOOK"):
        pytest.skip("asked for only where VERIFIER_MUST_LOOK is set")
    assert office()


@pytest.mark.skipif(office() is None, reason="LibreOffice Calc is not installed")
def test_a_spreadsheet_opens_every_cell_as_text_and_as_it_is(tmp_path: Path) -> None:
    claims = "".join(f"{text.strip() or 'x'} and more. " for text in ALIVE)
    case = awkward_case()
    case.article(
        "B", [("body", [f"{text} " for text in (*ALIVE, *CALM) if text.strip()]), ("body", [claims])]
    )
    for number in range(1, len([text for text in (*ALIVE, *CALM) if text.strip()]) + 1):
        case.mark(f"B{number}", "unconfirmed", note=ALIVE[number % len(ALIVE)])
    case.link("A1", "B1", "contradicts", note="=1+1")
    written = write_report(case.snapshot(), ReportOptions(), tmp_path / "case.csv", "csv")
    bait = tmp_path / "bait.csv"
    bait.write_bytes(b'"=1+1","007"\r\n')
    _open((*written, bait), tmp_path)
    with zipfile.ZipFile(bait.with_suffix(".xlsx")) as package:
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    assert [cell.text for cell in sheet.iter(f"{_SHEET}f", f"{_SHEET}v")] == ["1+1", "2", "7"], (
        "it takes the bait"
    )
    for path in written:
        opened = _cells(path.with_suffix(".xlsx"))
        rows = rows_of(path.read_bytes())
        assert len(rows) > 1
        assert opened == rows


def _open(paths: tuple[Path, ...], folder: Path) -> None:
    """Let LibreOffice open the files, taking what it can for numbers and formulas, and write workbooks beside them."""
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        [
            str(office()), "--headless", home, f"--infilter={GREEDY}", "--convert-to", "xlsx",
            "--outdir", str(folder), *map(str, paths),
        ],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip


def _cells(workbook: Path) -> list[list[str]]:
    with zipfile.ZipFile(workbook) as package:
        shared = etree.fromstring(package.read("xl/sharedStrings.xml"))
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    strings = [
        "".join(part.text or "" for part in one.iter(f"{_SHEET}t")) for one in shared.iter(f"{_SHEET}si")
    ]
    assert not list(sheet.iter(f"{_SHEET}f")), "a formula is alive"
    columns = len(next(sheet.iter(f"{_SHEET}row")))
    rows = []
    for row in sheet.iter(f"{_SHEET}row"):
        filled = [cell for cell in row if len(cell)]
        assert {cell.get("t") for cell in filled} == {"s"}, "a cell is no text"
        found = dict.fromkeys(range(columns), "")
        found.update(
            {ord(cell.get("r", "A")[0]) - ord("A"): strings[int(cell[0].text or "")] for cell in filled}
        )
        rows.append(list(found.values()))
    return rows
