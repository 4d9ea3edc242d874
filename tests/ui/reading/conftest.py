"""What the tests of the reading area share: a screen of their own and a case with two invented articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6")

from tests.ui.reading.made import half_marked

from verifier.session.workbench import Workbench


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workbench]:
    """Two invented articles, half marked."""
    with half_marked(tmp_path / "harbour.verif") as workbench:
        yield workbench
