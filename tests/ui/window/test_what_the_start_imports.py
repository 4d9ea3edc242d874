"""What the start of the window leaves for later: an empty window paints before anything heavy is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

EMPTY = """
import sys
from verifier.ui.app import application
from verifier.ui.window import MainWindow
app = application()
window = MainWindow()
window.show()
"""
COMPLETE = (
    EMPTY
    + """
from pathlib import Path
from verifier.i18n import ENGLISH
from verifier.ui.assembly import Folders, assemble
folder = Path(sys.argv[1])
parts = assemble(app, Folders(folder, folder, folder), ENGLISH, window=window)
app.processEvents()
"""
)
TELL = "\nprint(*sys.modules, sep='\\n')\n"

HEAVY = {
    "docx", "lxml", "trafilatura", "resiliparse", "pypdfium2", "warcio", "htmldate", "chardet", "striprtf",
    "markdown_it", "urllib3", "rapidfuzz", "sqlite3", "hypothesis", "numpy", "PySide6.QtSvg", "PySide6.QtNetwork",
}  # fmt: skip
"""What no window needs before there is a case, or something to read."""


def modules(program: str, folder: Path) -> set[str]:
    """What a fresh Python has imported after a program."""
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", program + TELL, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(done.stdout.split())


def test_the_empty_window_is_painted_with_next_to_nothing(tmp_path: Path) -> None:
    there = modules(EMPTY, tmp_path)
    assert "verifier.ui.window" in there
    assert there & HEAVY == set()
    ours = {name for name in there if name.startswith("verifier.")}
    assert {
        name for name in ours if name.startswith(("verifier.session", "verifier.store", "verifier.reports"))
    } == set()
    assert len(ours) < 12, sorted(ours)


def test_the_first_page_comes_without_bench_views_dialogs_and_database(tmp_path: Path) -> None:
    there = modules(COMPLETE, tmp_path)
    assert "verifier.ui.panels.first_page" in there
    later = ("verifier.ui.dialogs.", "verifier.ui.views.", "verifier.ui.bench", "verifier.store", "verifier.readers",
             "verifier.reports", "verifier.session.workbench", "verifier.session.jobs")  # fmt: skip
    assert sorted(name for name in there if name.startswith(later)) == []
    assert there & (HEAVY - {"PySide6.QtSvg"}) == set()
