"""Bad input at the program's door: a clear message, exit 1, nothing made, nothing lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.making import make_case


def verifier(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "verifier", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def make_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + os.urandom(4000))


def make_huge(path: Path) -> None:
    path.write_bytes(b"A sentence of some length.\n" * 1_200_000)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_closed(path: Path) -> None:
    path.write_text("A sentence.")
    path.chmod(0)


def make_nothing(path: Path) -> None:
    assert not path.exists()


def make_dangling(path: Path) -> None:
    path.symlink_to(path.with_name("gone.txt"))


def make_loop(path: Path) -> None:
    path.symlink_to(path)


def make_blank(path: Path) -> None:
    path.write_bytes(b" \r\n\t\n \n")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (make_empty, "empty"),
        (make_binary, "text"),
        (make_picture, "text"),
        (make_huge, "32.4 MB"),
        (make_folder, "folder"),
        (make_closed, "cannot be read"),
        (make_nothing, "no such file"),
        (make_dangling, "no such file"),
        (make_loop, "cannot be read"),
        (make_blank, ""),
    ],
    ids=lambda one: one.__name__ if callable(one) else "",
)
def test_a_bad_source_is_told_and_the_case_is_as_it_was(tmp_path: Path, make: object, told: str) -> None:
    assert callable(make)
    source = tmp_path / "source.txt"
    make(source)
    with make_case(tmp_path / "case.verif"):
        pass
    before = (tmp_path / "case.verif").read_bytes()
    old, new = tmp_path / "case.verif", tmp_path / "new.verif"
    for arguments in (["read", source], ["add", old, source], ["add", new, source]):
        done = verifier(*arguments)
        assert done.returncode == 1, done.stderr
        assert done.stdout == ""
        assert "source.txt" in done.stderr
        assert told in done.stderr
        assert "Traceback" not in done.stderr
        assert done.stderr.count("\n") == 1
    assert (tmp_path / "case.verif").read_bytes() == before
    assert not (tmp_path / "new.verif").exists()


@pytest.mark.parametrize("verb", ["list", "check", "history", "mark", "undo", "case", "report"])
def test_a_damaged_case_is_told_by_every_verb_and_left_as_it_is(tmp_path: Path, verb: str) -> None:
    with make_case(tmp_path / "case.verif"):
        pass
    path = tmp_path / "case.verif"
    whole = path.read_bytes()
    more = {"mark": "A2 opinion", "case": "--title x", "report": f"-o {tmp_path}/r.docx"}.get(
        verb, ""
    ).split()
    for spoiled in (whole[: len(whole) // 2], whole.replace(b"Forty boats", b"Fifty boats"), whole[:99]):
        path.write_bytes(spoiled)
        done = verifier(verb, path, *more)
        assert done.returncode == 1
        assert "case.verif" in done.stderr
        assert "Traceback" not in done.stderr
        assert path.read_bytes() == spoiled
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case.verif"]


def test_a_report_onto_a_bad_place_is_told_and_an_old_one_stays(tmp_path: Path) -> None:
    with make_case(tmp_path / "case.verif"):
        pass
    old = tmp_path / "old.docx"
    old.write_text("the report of last week")
    endless = tmp_path / ("r" * 300 + ".docx")
    bad = ((tmp_path, "UTC"), (tmp_path / "none" / "r.docx", "UTC"), (endless, "UTC"), (old, "Nowhere"))
    for target, zone in bad:
        done = verifier("report", tmp_path / "case.verif", "-o", target, "--zone", zone)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
    assert old.read_text() == "the report of last week"


def test_without_a_screen_the_window_is_refused_and_not_crashed(tmp_path: Path) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {key: text for key, text in os.environ.items() if key not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "verifier"], capture_output=True, text=True, env=bare, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "no screen" in done.stderr
