"""The icons: one grid, one line, no colour of their own; each is used, and each action's is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from verifier.resources import resource
from verifier.ui.actions import ACTIONS
from verifier.ui.assembly import Assembled
from verifier.ui.look.icons import ACTION_ICONS, icon
from verifier.ui.look.theme import load_theme

FOLDER = resource("icons", "add.svg").parent
FAMILY = sorted(
    path.stem for path in FOLDER.glob("*.svg") if not re.search(r"-(light|dark)$|^verifier$", path.stem)
)
SOURCES = Path(__file__).parents[3] / "src" / "verifier" / "ui"


@pytest.mark.parametrize("name", FAMILY)
def test_an_icon_is_drawn_on_the_grid_with_the_one_line_and_without_a_colour(name: str) -> None:
    drawn = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 16 16"' in drawn
    assert re.findall(r'stroke-width="([^"]*)"', drawn) == ["1.3"]
    assert 'stroke="currentColor"' in drawn
    assert "#" not in drawn


def test_no_icon_is_there_in_vain_and_none_is_missing() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    assert [name for name in FAMILY if f'"{name}"' not in code] == []
    assert set(ACTION_ICONS.values()) <= set(FAMILY)
    assert ACTION_ICONS.keys() <= {spec.id for spec in ACTIONS}


@pytest.mark.parametrize("scale", [1, 1.5, 2])
def test_an_icon_is_as_sharp_as_the_screen(qapp: QApplication, scale: float) -> None:
    pixmap = icon("find", load_theme("light")).pixmap(QSize(16, 16), scale)
    assert pixmap.width() == 16 * scale
    assert len({pixmap.toImage().pixel(x, x) for x in range(pixmap.width())}) > 2


def test_an_icon_has_the_colours_of_the_theme_and_is_fainter_where_disabled(qapp: QApplication) -> None:
    dark, light = (icon("close", load_theme(name)) for name in ("dark", "light"))
    assert ink(dark) > 180 > 90 > ink(light)
    assert ink(light) < ink(light, QIcon.Mode.Disabled)


def ink(made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> int:
    """The lightness in the middle of a cross at 300 %, where it is wholly covered."""
    image: QImage = made.pixmap(QSize(48, 48), mode).toImage()
    return image.pixelColor(24, 24).lightness()


def test_menus_show_icons_once_opened_and_change_them_with_the_colours(sample: Assembled) -> None:
    action = sample.actions.actions["edit.undo"]
    assert action.icon().isNull(), "nothing is drawn before it can be seen"
    sample.actions.menu_opening.emit()
    before = ink_of_all(action.icon())
    sample.controllers.sight.choose_theme("dark")
    sample.actions.menu_opening.emit()
    assert not action.icon().isNull()
    assert ink_of_all(action.icon()) != before
    assert not sample.actions.actions["mark.disputed"].icon().isNull()


def ink_of_all(made: QIcon) -> set[int]:
    image = made.pixmap(QSize(16, 16)).toImage()
    return {image.pixel(x, y) for x in range(16) for y in range(16)}
