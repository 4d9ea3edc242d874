"""The wheel that a user installs: whole, with its resources, and able to run from where it lands."""

from __future__ import annotations

import gettext
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("src", "resources", "hatch_build.py", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the project, by the locked build back end, without any network."""
    tree = tmp_path_factory.mktemp("project")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        else:
            shutil.copy(ROOT / part, tree)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=tree, check=True, timeout=100
    )
    (built,) = (tree / "dist").glob("verifier-*.whl")
    return built


def test_the_wheel_holds_every_module_and_every_resource(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {
        f"verifier/{path.relative_to(ROOT / 'src/verifier').as_posix()}"
        for path in (ROOT / "src/verifier").rglob("*.py")
    }
    resources = {
        f"verifier/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".mo")
    }
    assert "verifier/_resources/sample/case.toml" in resources
    assert modules | resources <= names


def test_the_wheel_holds_every_translation_compiled_by_the_build(wheel: Path, tmp_path: Path) -> None:
    sources = sorted((ROOT / "resources/translations").glob("*/LC_MESSAGES/verifier.po"))
    assert sources
    with zipfile.ZipFile(wheel) as archive:
        for source in sources:
            language = source.parents[1].name
            compiled = f"verifier/_resources/translations/{language}/LC_MESSAGES/verifier.mo"
            archive.extract(compiled, tmp_path)
            with (tmp_path / compiled).open("rb") as file:
                words = gettext.GNUTranslations(file)
            assert words.info()["language"] == language
            assert words.gettext("Save") != "Save"


def test_the_wheel_holds_nothing_but_the_program_and_what_describes_it(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"verifier", "verifier-0.1.0.dist-info"}


def test_an_unpacked_wheel_finds_its_resources_and_answers_to_help(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    # Coverage must not take the copy for the program.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    environment = {**kept, "PYTHONPATH": str(tmp_path), "PYTHONSAFEPATH": "1"}
    where = "import verifier.resources as r; print(r.resource('sample', 'report.txt'))"
    found = subprocess.run(
        [sys.executable, "-c", where],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(found.stdout.strip()).is_relative_to(tmp_path / "verifier" / "_resources")
    told = subprocess.run(
        [sys.executable, "-m", "verifier", "--help"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert "verifier" in told.stdout
    russian = subprocess.run(
        [sys.executable, "-m", "verifier", "--help"],
        env={**environment, "LANGUAGE": "ru", "LANG": "en_GB.UTF-8", "LC_ALL": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert russian.stdout.startswith("вызов: verifier")
