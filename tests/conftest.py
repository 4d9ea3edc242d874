"""What every test stands on: no window on the developer's screen, nothing written to the developer's folders."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pytest

# Set before Qt or the program is imported, and inherited by every child process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("VERIFIER_CHECKER", None)
os.environ["LANGUAGE"] = "en"  # tests read English, whatever the machine speaks
_HOME = Path(tempfile.mkdtemp(prefix="verifier-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("CONFIG", "DATA", "STATE", "DOCUMENTS"):
    _folder = _HOME / _name.lower()
    _folder.mkdir()
    os.environ[f"XDG_{_name}_{'DIR' if _name == 'DOCUMENTS' else 'HOME'}"] = str(_folder)
if not os.environ.get("XDG_RUNTIME_DIR"):
    _folder = _HOME / "runtime"
    _folder.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(_folder)


def pytest_collection_finish() -> None:
    """Keep the garbage collector from looking through six thousand tests again and again: it took half the time."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know pytest-qt's settings where it is not installed: in the environment without Qt."""
    if find_spec("pytestqt") is None:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "of pytest-qt, which is not installed here", default=None)
