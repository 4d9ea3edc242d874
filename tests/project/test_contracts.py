"""The layers hold, and each contract that says so would notice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]

VIOLATIONS = {
    "layers": ("domain/planted.py", "import verifier.text"),
    "readers-not-compare": ("readers/planted.py", "import verifier.compare"),
    "domain-not-i18n": ("domain/planted.py", "from verifier.i18n import ENGLISH"),
    "store-domain-alone": ("store/planted.py", "import verifier.text"),
    "ui-not-store": ("ui/planted.py", "import verifier.store"),
    "qt-in-ui-alone": ("session/planted.py", "import PySide6.QtCore"),
    "cli-not-qt": ("cli/planted.py", "import PySide6.QtCore"),
    "docx-in-reports-alone": ("readers/planted.py", "import docx"),
    "sqlite-in-store-alone": ("session/planted.py", "import sqlite3"),
    "network-in-fetching-alone": ("readers/planted.py", "import urllib3"),
}
"""For each contract a module and the one line in it that breaks that contract."""


def lint(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the tree in ``folder``, on some contracts or on all."""
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    program = "import sys; sys.path.insert(0, 'src'); from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", *chosen],
        cwd=folder,
        # Coverage must not take the copy for the program.
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_holds_in_the_code_as_it_is(tree: Path) -> None:
    result = lint(tree)
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"{len(CONTRACTS)} kept, 0 broken" in result.stdout


def test_every_contract_has_a_violation_to_plant() -> None:
    assert {contract["id"] for contract in CONTRACTS} == set(VIOLATIONS)


@pytest.mark.parametrize("contract", sorted(VIOLATIONS))
def test_a_planted_violation_breaks_its_contract_and_is_named(tree: Path, contract: str) -> None:
    place, line = VIOLATIONS[contract]
    planted = tree / "src" / "verifier" / place
    planted.write_text(f'"""Planted."""\n\n{line}\n')
    result = lint(tree, contract)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "0 kept, 1 broken" in result.stdout
    assert "planted" in result.stdout


def test_a_package_that_no_layer_names_is_caught(tree: Path) -> None:
    stray = tree / "src" / "verifier" / "stray"
    stray.mkdir()
    (stray / "__init__.py").write_text('"""Planted."""\n')
    result = lint(tree, "layers")
    assert result.returncode == 1, result.stdout + result.stderr
    assert "stray" in result.stdout + result.stderr
