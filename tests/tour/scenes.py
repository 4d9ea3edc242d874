"""What a scene of the tour is, and the one list the scenes are entered in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tour.stage import Stage

WIDE = (1440, 900)
SMALL = (1280, 720)
NARROW = (1000, 700)


class NotHereError(Exception):
    """A scene cannot be drawn here; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: how it is called, what it shows, in how large a window (pixels), and what leads there."""

    name: str
    caption: str
    lead: Callable[[Stage], object]
    size: tuple[int, int] = WIDE
    theme: str = "light"
    scale: int = 1
    language: str = ""


SCENES: list[Scene] = []
"""Every scene, in the order of the index."""


def scene(
    name: str,
    caption: str,
    *,
    size: tuple[int, int] = WIDE,
    theme: str = "light",
    scale: int = 1,
    language: str = "",
) -> Callable[[Callable[[Stage], object]], Callable[[Stage], object]]:
    """Enter what leads to a state as a scene; the same lead may be entered several times."""

    def enter(lead: Callable[[Stage], object]) -> Callable[[Stage], object]:
        SCENES.append(Scene(name, caption, lead, size, theme, scale, language))
        return lead

    return enter
