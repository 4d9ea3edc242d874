"""A PDF is the same bytes twice: its times are the report's, its identity is that of its content."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pypdfium2
import pytest
from tests.making import make_case

from verifier.cli import run
from verifier.reports import ReportOptions, build_outline
from verifier.session.workbench import Workbench
from verifier.ui.pages import pdf_bytes, stamps

TIME = "2031-05-04T09:00:00+02:00"
IDENTITY = re.compile(rb'DocumentID="uuid:([0-9a-f-]{36})"')


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "quay.verif"
    make_case(path).close()
    return path


def made(case: Path, paper: str = "a4") -> bytes:
    with Workbench.open(case, read_only=True) as looked_at:
        return pdf_bytes(build_outline(looked_at.snapshot(), ReportOptions(time=TIME)), paper)


def test_the_times_in_a_pdf_are_those_of_its_report(case: Path) -> None:
    data = made(case)
    told = pypdfium2.PdfDocument(data).get_metadata_dict()
    assert told["CreationDate"] == told["ModDate"]
    assert told["CreationDate"].startswith("D:20310504070000")
    assert data.count(b'Date="2031-05-04T07:00:00') == 3


def test_the_identity_of_a_pdf_is_that_of_its_content(case: Path) -> None:
    first, again, other = made(case), made(case), made(case, "letter")
    assert first == again
    one, two = IDENTITY.findall(first), IDENTITY.findall(other)
    assert len(one) == len(two) == 1
    assert one != two
    placeholder = stamps.PLACEHOLDER.encode()
    for data in (first, other):
        assert placeholder not in data
        assert placeholder.hex().encode() not in data
    assert one[0].hex().encode() in first


def test_times_are_overwritten_in_place_in_every_way_qt_writes_them() -> None:
    for ending, offset in ((b"Z", b"Z"), (b"+05'30'", b"+00'00'")):
        data = (
            b"/CreationDate (D:20261122002225" + ending + b")\n/ModDate (D:20261122002225" + ending + b")\n"
        )
        stamped = stamps.with_stamps(data, TIME)
        assert stamped == data.replace(b"20261122002225" + ending, b"20310504070000" + offset)
    for ending, offset in ((b"Z", b"Z"), (b"-03:00", b"+00:00")):
        data = b'xmp:CreateDate="2026-11-22T00:22:25' + ending + b'" title="2026-11-22T00:22:25"'
        stamped = stamps.with_stamps(data, TIME)
        assert stamped == data.replace(b"2026-11-22T00:22:25" + ending, b"2031-05-04T07:00:00" + offset)


def test_a_final_pdf_written_again_has_the_hash_that_is_noted(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, told in (("one.pdf", "version 1, SHA-256"), ("again.pdf", "version 1 again")):
        target = case.with_name(name)
        assert run(["export", str(case), "-o", str(target), "--format", "pdf", "--final"]) == 0
        said = capsys.readouterr().err
        assert told in said
        assert hashlib.sha256(target.read_bytes()).hexdigest() in said
    assert list(case.parent.glob(".*.part")) == []
