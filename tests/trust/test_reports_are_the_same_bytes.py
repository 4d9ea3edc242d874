"""The same case, options, time and zone give the same bytes, in another process and with other hashes of strings."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.reports.word_houses import house

from verifier.reports import FORMS
from verifier.reports.options import TEMPLATES
from verifier.session.sample import make_sample_case

ROOT = Path(__file__).parents[2]
SCRIPT = """
import hashlib, sys
from pathlib import Path
from verifier.reports import FORMS, ReportOptions, render
from verifier.reports.options import TEMPLATES
from verifier.session.comparing import with_comparison
from verifier.session.workbench import Workbench

case, house = map(Path, sys.argv[1:])
with Workbench.open(case, read_only=True) as opened:
    snapshot = with_comparison(opened.snapshot())
for template in TEMPLATES:
    for form in FORMS:
        for internal in (False, True):
            options = ReportOptions(
                template=template, time="2031-06-01T10:00", zone="Asia/Kolkata", language="ru" if internal else "en",
                internal_copy=internal, house_style=house.read_bytes() if internal else b"",
            )
            for name, data in render(snapshot, options, form).items():
                print(template, form, internal, name, hashlib.sha256(data).hexdigest())
"""


def hashes(case: Path, house_style: Path, seed: str, zone: str) -> list[str]:
    """The hash of a report in each template and form, made by a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(case), str(house_style)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed, "TZ": zone},
        capture_output=True,
        encoding="utf-8",
        timeout=110,
        check=True,
    )
    return done.stdout.splitlines()


def test_two_processes_with_other_hash_seeds_and_clocks_write_the_same_bytes(tmp_path: Path) -> None:
    case, house_style = tmp_path / "sample.verif", tmp_path / "house.docx"
    make_sample_case(case)
    house_style.write_bytes(house())
    one = hashes(case, house_style, "1", "UTC")
    other = hashes(case, house_style, "77", "America/New_York")
    assert len(one) == len(TEMPLATES) * (len(FORMS) + 1) * 2
    assert one == other
    assert hashlib.sha256(b"").hexdigest() not in "".join(one)
