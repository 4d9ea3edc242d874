"""The tour can be drawn: a small part of it, in the process each scale has, and the index of it all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from tests.tour import __main__ as tour
from tests.tour.scenes import SCENES


def test_a_few_scenes_are_drawn_at_their_scales_with_an_index(tmp_path: Path) -> None:
    assert tour.main([str(tmp_path), "02-sample-1280", "02-sample-1280-200", "46-case-broken"]) == 0
    usual, double = (QImage(str(tmp_path / f"02-sample-1280{end}.png")) for end in ("", "-200"))
    assert (usual.width(), usual.height()) == (1280, 720)
    assert (double.width(), double.height()) == (2560, 1440)
    colours = {usual.pixelColor(x, y).rgb() for x in range(0, 1280, 3) for y in range(0, 720, 3)}
    assert len(colours) > 50
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.count("<img") == 3
    assert 'src="46-case-broken.png"' in page


def test_every_scene_has_a_name_of_its_own_and_says_what_it_shows() -> None:
    assert len({scene.name for scene in SCENES}) == len(SCENES) > 60
    assert all(scene.caption for scene in SCENES)
