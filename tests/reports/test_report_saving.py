"""A report is written whole or not at all, and the older one survives whatever happens."""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.reports.cases import harbour_case

from verifier.domain.errors import ReportError, reason_of
from verifier.i18n.messages import MESSAGES, word
from verifier.i18n.reasons import REASONS
from verifier.reports import ReportOptions, write_report
from verifier.reports.saving import Staged, replace_file, stage

OLD = b"an older report"


def refused(target: Path, options: ReportOptions | None = None) -> ReportError:
    with pytest.raises(ReportError) as refusal:
        write_report(harbour_case().snapshot(), options or ReportOptions(), target)
    error = refusal.value
    assert error.code in MESSAGES
    assert "{" not in word(error.code, error.where, error.values)
    return error


def test_a_report_replaces_an_older_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(OLD)
    write_report(harbour_case().snapshot(), ReportOptions(), target)
    assert target.read_bytes().startswith(b"PK")
    assert [row.name for row in tmp_path.iterdir()] == ["report.docx"]


def test_a_link_stays_a_link_and_the_file_behind_it_is_replaced(tmp_path: Path) -> None:
    real = tmp_path / "real.docx"
    real.write_bytes(OLD)
    link = tmp_path / "link.docx"
    link.symlink_to(real)
    write_report(harbour_case().snapshot(), ReportOptions(), link)
    assert link.is_symlink()
    assert real.read_bytes().startswith(b"PK")


def test_a_new_report_has_the_permissions_the_user_gives_new_files(tmp_path: Path) -> None:
    probe = tmp_path / "probe"
    probe.touch()
    target = tmp_path / "report.docx"
    write_report(harbour_case().snapshot(), ReportOptions(), target)
    assert target.stat().st_mode == probe.stat().st_mode


def test_a_folder_as_target_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "report-target-is-folder"


def test_a_missing_folder_is_refused_and_not_made(tmp_path: Path) -> None:
    error = refused(tmp_path / "nowhere" / "report.docx")
    assert error.code == "report-folder-missing"
    assert not (tmp_path / "nowhere").exists()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    assert refused(tmp_path / "file" / "report.docx").code == "report-folder-missing"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_what_is_no_ordinary_file_is_refused_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(pipe).code == "report-not-writable"
    assert pipe.is_fifo()


def test_options_that_cannot_be_met_leave_the_older_report(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(OLD)
    codes = {
        refused(target, ReportOptions(zone="Nowhere/Town")).code,
        refused(target, ReportOptions(time="noon")).code,
        refused(target, ReportOptions(template="brochure")).code,
        refused(target, ReportOptions(paper="a5")).code,
    }
    assert codes == {"bad-zone", "bad-time", "unknown-template", "unknown-paper"}
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_older_report_and_nothing_beside_it(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(OLD)

    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    error = refused(target)
    assert error.code == "report-not-writable"
    assert "(no space left on the disk)" in word(error.code, error.where, error.values)
    assert target.read_bytes() == OLD
    assert [row.name for row in tmp_path.iterdir()] == ["report.docx"]


def test_a_report_of_two_files_of_which_one_has_no_place_leaves_none(tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    with pytest.raises(ReportError, match="report-target-is-folder"):
        stage({tmp_path / "rows": b"a", tmp_path / "links": b"b"})
    assert [row.name for row in tmp_path.iterdir()] == ["links"]


def test_what_is_written_beside_its_place_is_put_there_or_taken_away_even_by_another_process(
    tmp_path: Path,
) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(OLD)
    with stage({target: b"given up"}):
        assert target.read_bytes() == OLD
        assert len(list(tmp_path.iterdir())) == 2
    assert [row.name for row in tmp_path.iterdir()] == ["report.docx"]
    handed_on: Staged = pickle.loads(pickle.dumps(stage({target: b"new"})))
    assert handed_on.sha256 == hashlib.sha256(b"new").hexdigest()
    assert handed_on.commit() == (target,)
    handed_on.discard()
    assert target.read_bytes() == b"new"
    assert [row.name for row in tmp_path.iterdir()] == ["report.docx"]


def test_of_what_lies_beside_a_report_only_what_a_kill_left_there_long_ago_goes(tmp_path: Path) -> None:
    names = [
        ".report.docx.0123456789ab.part",
        ".report.docx.mine.part",
        ".other.docx.0123456789ab.part",
        "report.docx.0123456789ab.part",
    ]
    for name in names:
        (tmp_path / name).write_bytes(OLD)
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".report.docx.ab0123456789.part").write_bytes(OLD)
    replace_file(tmp_path / "report.docx", b"new")
    left = {row.name for row in tmp_path.iterdir()}
    assert left == {*names[1:], ".report.docx.ab0123456789.part", "report.docx"}


def test_why_the_system_refuses_is_told_in_the_users_language() -> None:
    codes = (errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG)
    reasons = {reason_of(OSError(code, "system speech")) for code in codes}
    assert len(reasons) == 4
    assert reasons <= set(REASONS)
    for reason in reasons:
        told = word("report-not-writable", "r.docx", {"reason": reason})
        assert f"({REASONS[reason]})" in told
    assert reason_of(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert reason_of(OSError("odd")) == "odd"


def test_a_name_no_folder_takes_is_told(tmp_path: Path) -> None:
    error = refused(tmp_path / ("long" * 100 + ".docx"))
    assert "(the name is too long)" in word(error.code, error.where, error.values)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_folder_that_takes_no_files_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert refused(tmp_path / "report.docx").code == "report-not-writable"
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
def test_a_kill_at_any_time_leaves_a_whole_report(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    root = Path(__file__).parents[2]
    script = (
        "from pathlib import Path\n"
        "from verifier.reports.saving import replace_file\n"
        "import sys\n"
        "print('begun', flush=True)\n"
        "while True:\n"
        "    for letter in (b'a', b'b'):\n"
        f"        replace_file(Path({str(target)!r}), letter * 2_000_000)\n"
    )
    whole = {bytes([letter]) * 2_000_000 for letter in b"ab"}
    for round_ in range(6):
        child = subprocess.Popen(
            [sys.executable, "-c", script],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(root / "src")},
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"begun\n"
        while not target.exists():
            time.sleep(0.001)
        time.sleep(0.003 * (round_ + 1))
        child.kill()
        child.wait()
        child.stdout.close()
        assert target.read_bytes() in whole
