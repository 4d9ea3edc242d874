"""The core needs no Qt: it is imported whole where PySide6 cannot be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src"

PROGRAM = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is not to be had here")

sys.meta_path.insert(0, NoQt())
import verifier
seen = []
for module in pkgutil.walk_packages(verifier.__path__, "verifier.", onerror=lambda name: None):
    if module.name.split(".")[1] != "ui":
        importlib.import_module(module.name)
        seen.append(module.name)
print(*seen)
"""


def test_every_package_but_the_window_is_imported_without_pyside6() -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={"PYTHONPATH": str(SRC), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    seen = {name.split(".")[1] for name in result.stdout.split()}
    on_disk = {path.parent.name for path in (SRC / "verifier").glob("*/__init__.py")}
    assert on_disk - {"ui"} <= seen
    assert {"domain", "text", "store", "readers", "reports", "session", "cli"} <= seen
