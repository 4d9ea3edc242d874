"""Whoever is killed while a report is finalised never leaves a final report its case does not know."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.making import make_case

from verifier.cli import run
from verifier.domain.reportversions import ReportVersion
from verifier.session.checking import check_case
from verifier.session.workbench import Workbench

OLD = b"an older report"
KILLED = 9
HOUR = 3600.0

CALL = """
import os, sys
from verifier.reports import saving
from verifier.session.workbench import Workbench

def killed(*_given):
    os._exit(9)

def half_written(path, data):
    path.write_bytes(data[: len(data) // 2])
    killed()

places = {
    "half written": (saving, "_write_to_disk", half_written),
    "written": (Workbench, "finalise", killed),
    "noted": (saving.Staged, "commit", killed),
    "put": (saving, "_sync_folder", killed),
}
setattr(*places[sys.argv[1]])
from verifier.cli import run
sys.exit(run(sys.argv[2:]))
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "quay.verif"
    make_case(path).close()
    return path


def killed_when(moment: str, case: Path, target: Path, form: str = "html") -> None:
    """Have the report finalised by a process that is gone at a moment."""
    call = ["export", case, "-o", target, "--format", form, "--final"]
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", CALL, moment, *map(str, call)],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == KILLED, done.stderr.decode()


def versions(case: Path) -> tuple[ReportVersion, ...]:
    assert check_case(case) == ()
    with Workbench.open(case, read_only=True) as looked_at:
        return looked_at.report_versions()


def parts(case: Path) -> list[Path]:
    """The files that wait beside their places."""
    return list(case.parent.glob(".*.part"))


@pytest.mark.parametrize("moment", ["half written", "written"])
def test_killed_before_it_is_noted_there_is_neither_a_file_nor_a_version(case: Path, moment: str) -> None:
    target = case.with_name("report.html")
    killed_when(moment, case, target)
    assert not target.exists()
    assert versions(case) == ()
    [left] = parts(case)
    target.write_bytes(OLD)
    killed_when(moment, case, target)
    assert target.read_bytes() == OLD
    long_ago = time.time() - HOUR
    os.utime(left, (long_ago, long_ago))
    assert run(["export", str(case), "-o", str(target), "--format", "html", "--final"]) == 0
    assert left not in parts(case), "what a kill left is taken away by the next report"
    assert len(parts(case)) == 1, "what may be being written by somebody else this minute is left alone"
    [version] = versions(case)
    assert version.number == 1
    assert hashlib.sha256(target.read_bytes()).hexdigest() == version.sha256


@pytest.mark.parametrize("form", ["html", "docx", "csv"])
def test_killed_when_it_is_noted_finalising_again_writes_the_very_same_version(
    case: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = case.with_name(f"report.{form}")
    target.write_bytes(OLD)
    killed_when("noted", case, target, form)
    assert target.read_bytes() == OLD
    [version] = versions(case)
    assert version.number == 1
    assert run(["export", str(case), "-o", str(target), "--format", form, "--final"]) == 0
    told = capsys.readouterr().err
    assert f"version 1 again, since nothing changed; noted with SHA-256 {version.sha256}" in told
    assert hashlib.sha256(target.read_bytes()).hexdigest() == version.sha256
    assert versions(case) == (version,)


def test_killed_when_it_is_in_its_place_it_is_there_and_known(case: Path) -> None:
    target = case.with_name("report.html")
    target.write_bytes(OLD)
    killed_when("put", case, target)
    [version] = versions(case)
    assert hashlib.sha256(target.read_bytes()).hexdigest() == version.sha256
    assert parts(case) == []
