"""The main job in the real window, by every route, on invented articles and on the real pair."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.journeys.hands import InsideHands, _wait
from tests.journeys.routes import ROUTES, route
from tests.journeys.way import FINDING, Traveller, assert_everything_is_there

from verifier.session.workbench import Workbench

if TYPE_CHECKING:
    from verifier.ui.assembly import Assembled

ROOT = Path(__file__).resolve().parents[2]
REAL_NEAR, REAL_FAR = "similar pronouncements in recent years", "As recently as 2020"

ONE = """The quay fire was nobody's fault

The quay at Port Ellery burned on Monday night. The harbour master had warned of it for years. Nothing was done.

He has not spoken of the danger since the spring. One wonders why. The council is to meet on Friday.
"""
OTHER = """A fire destroyed the quay at Port Ellery late on Monday, the fire service said. No one was hurt.

As late as October the harbour master wrote to the council about the danger. Repairs will take a year.
"""
NEAR, FAR = "since the spring", "As late as October"


@pytest.fixture
def invented(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "comment.txt", tmp_path / "report.txt"]
    for file, text in zip(files, (ONE, OTHER), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


@pytest.fixture
def real_pair() -> list[Path]:
    folder = Path(os.environ.get("VERIFIER_REAL_ARTICLES") or ROOT.parent / "shared" / "articles")
    files = [folder / "spectator.txt", folder / "moscow_times.txt"]
    if not all(file.exists() for file in files):
        pytest.skip(f"the real articles are not in {folder} (VERIFIER_REAL_ARTICLES)")
    return files


@pytest.mark.parametrize("way", ["key", *ROUTES])
def test_two_articles_become_a_report_by_every_route(
    parts: Assembled, invented: list[Path], tmp_path: Path, way: str
) -> None:
    hands = InsideHands()
    taken = route(way, hands, parts)
    traveller = Traveller(hands, invented, tmp_path / "documents", taken)
    traveller.walk(NEAR, FAR)
    assert getattr(taken, "taken", 99) > 10, "the route led nowhere"
    with traveller.look() as case:
        assert_everything_is_there(case, NEAR, FAR)
    with zipfile.ZipFile(traveller.report) as package:
        assert FINDING in package.read("word/document.xml").decode()


@pytest.mark.timeout(300)
def test_the_real_pair_is_marked_linked_and_reported_killed_and_all_of_it_is_there(
    real_pair: list[Path], tmp_path: Path, parts: Assembled
) -> None:
    traveller = Traveller(InsideHands(), real_pair, tmp_path / "documents")
    _walk_elsewhere_and_be_killed(traveller, real_pair, tmp_path)

    with traveller.look() as case:
        counts = [len(sentences) for sentences in traveller.sentences()]
        assert counts == [34, 16]
        assert_everything_is_there(case, REAL_NEAR, REAL_FAR)
        before = len(case.steps())
    parts.controllers.opening.open_path(traveller.case)
    assert parts.desk.workbench is not None, parts.window.message.text.text()
    assert not parts.desk.workbench.read_only
    assert_everything_is_there(parts.desk.workbench, REAL_NEAR, REAL_FAR)
    InsideHands().press("ctrl+z")
    assert len(parts.desk.workbench.steps()) == before + 1
    assert parts.desk.workbench.rows.details.finding == ""
    InsideHands().press("ctrl+shift+z")
    assert parts.desk.workbench.rows.details.finding == FINDING


def _walk_elsewhere_and_be_killed(traveller: Traveller, files: list[Path], folder: Path) -> None:
    """Walk in a process of its own, which is killed without warning at the end of the way."""
    arrived = folder / "arrived"
    command = [
        sys.executable,
        "-m",
        "tests.journeys.walker",
        str(folder),
        REAL_NEAR,
        REAL_FAR,
        *map(str, files),
    ]
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, cwd=ROOT) as process:
        try:
            _wait(lambda: arrived.exists() or process.poll() is not None, "the way is walked", lambda: None)
        finally:
            process.send_signal(signal.SIGKILL)
    assert arrived.exists(), "the walker stopped on its way"
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("way", ["key", *ROUTES])
def test_a_case_survives_its_window_and_undo_goes_on_from_there(
    parts: Assembled, invented: list[Path], way: str
) -> None:
    from verifier.session.reading import read_file

    documents = invented[0].parent / "documents"
    documents.mkdir(exist_ok=True)
    path = documents / "kept.verif"
    with Workbench.create(path) as case:
        case.add_articles([read_file(file) for file in invented])
    taken = route(way, InsideHands(), parts)
    parts.controllers.opening.open_path(path)
    taken.do("mark.verified")
    taken.do("case.close")
    assert not parts.actions.actions["case.close"].isEnabled()
    parts.controllers.opening.open_path(path)
    assert parts.desk.workbench is not None
    assert parts.desk.workbench.rows.count("marks") == 1
    taken.do("edit.undo")
    assert parts.desk.workbench.rows.count("marks") == 0
    assert "Undone" in parts.window.message.text.text()
