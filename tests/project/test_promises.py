"""What the README, the CI run and the locks promise, held against the files themselves."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from verifier.cli.parser import VERBS
from verifier.domain.kinds import Label, Modifier, Relation
from verifier.i18n.vocabulary import GLYPHS

ROOT = Path(__file__).resolve().parents[2]
START, TEST = "sh installer/start.sh", "sh installer/test.sh"
OURS = ("src", "tests", "docs", "resources", "installer", "benchmarks", ".ci")


def project_files() -> list[Path]:
    """The files git knows or would take; where there is no git, those in our own folders."""
    if shutil.which("git") and (ROOT / ".git").exists():
        command = [
            "git",
            "-c",
            f"safe.directory={ROOT}",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if listed.returncode == 0:
            paths = (ROOT / name for name in listed.stdout.split("\0") if name)
            return [path for path in paths if path.is_file()]
    folders = (ROOT / name for name in OURS)
    kept = [path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts]
    return [
        path for path in (*kept, *ROOT.glob("*.toml"), *ROOT.glob("*.md"), ROOT / "LICENSE") if path.is_file()
    ]


def locked(name: str) -> dict[str, str]:
    """Package to pinned version of one lock."""
    text = (ROOT / "installer" / name).read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def test_the_readme_gives_two_commands_in_its_first_screen() -> None:
    first_screen = (ROOT / "README.md").read_text().splitlines()[:40]
    assert START in first_screen
    assert TEST in first_screen


@pytest.mark.parametrize("command", [START, TEST])
def test_each_command_is_a_script_that_a_plain_shell_can_read(command: str) -> None:
    shell, script = command.split()
    result = subprocess.run([shell, "-n", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def test_the_ci_run_calls_the_very_line_of_the_readme() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert any(line.startswith("timed ") and line.endswith(f" {TEST}") for line in lines)


def test_pictures_and_pages_the_readme_names_are_there() -> None:
    named = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text())
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_no_file_names_a_package_registry_or_a_place_of_one_machine() -> None:
    hosts = [
        ".".join(words)
        for words in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("deb", "debian"),
        )
    ]
    places = [
        "/".join(("", *words, ""))
        for words in (("root",), ("work", "main"), ("work", "shared"), ("opt", "pypi"))
    ]
    files = project_files()
    assert ROOT / "pyproject.toml" in files
    guilty = []
    for path in files:
        data = path.read_bytes().decode("utf-8", "replace")
        guilty += [f"{path.relative_to(ROOT)}: {word}" for word in (*hosts, *places) if word in data]
    assert guilty == []


def test_every_locked_package_has_hashes() -> None:
    for lock in ("run.lock", "dev.lock", "core.lock"):
        entries = re.split(r"^(?=[a-z])", (ROOT / "installer" / lock).read_text(), flags=re.MULTILINE)[1:]
        assert len(entries) > 10
        assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_three_locks_agree() -> None:
    run, dev, core = locked("run.lock"), locked("dev.lock"), locked("core.lock")
    assert run.items() <= dev.items()
    assert core.items() <= dev.items()
    assert set(dev) - set(core) == {"pyside6-essentials", "shiboken6", "pytest-qt"}


def test_the_locks_hold_every_package_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    wanted = [*project["project"]["dependencies"], *groups["dev"], *groups["bench"], *groups["build"]]
    names = {re.split(r"[<>=\[; ]", entry)[0].lower().replace("_", "-") for entry in wanted}
    assert names <= set(locked("dev.lock"))


def test_the_locked_qt_is_one_that_python_3_11_survives() -> None:
    major, minor = locked("dev.lock")["pyside6-essentials"].split(".")[:2]
    assert (int(major), int(minor)) < (6, 12)


def test_the_readme_names_every_verb_of_the_command_line() -> None:
    table = [line for line in (ROOT / "README.md").read_text().splitlines() if line.startswith("| `verifier")]
    assert table
    cells = " ".join(line.split(" | ")[0] for line in table)
    assert [verb for verb in VERBS if not re.search(rf"\b{verb}\b", cells)] == []


def test_the_page_on_labels_tells_of_every_key_there_is() -> None:
    page = (ROOT / "docs" / "labels.md").read_text()
    keys = [*Label, *Modifier, *Relation]
    assert [key for key in keys if f"[`{key}`]" not in page] == []
    assert [label for label in Label if f"| {GLYPHS[label]} " not in page] == []
