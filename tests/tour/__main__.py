"""`python -m tests.tour OUT [NAME …]`: draw every scene (or those named) as OUT/NAME.png, and OUT/index.html."""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.tour import comparing, failures, parts_of_a_case, views_and_dialogs  # noqa: F401  # they enter scenes
from tests.tour.scenes import SCENES, Scene

ROOT = Path(__file__).parents[2]
SCREEN = (1920, 1080)
"""The screen the windows stand on, in pixels at 100 %."""


def main(arguments: Sequence[str]) -> int:
    """Draw the tour; the exit code is 1 where a scene failed."""
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    out, *names = arguments
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    told: dict[str, str] = {}
    for scale in sorted({scene.scale for scene in SCENES if not names or scene.name in names}):
        told |= _draw_scale(folder.absolute(), scale, names)
    drawn = [scene for scene in SCENES if scene.name in told]
    (folder / "index.html").write_text(index(drawn, told), encoding="utf-8")
    for name, why in told.items():
        print(f"{name}: {why or 'drawn'}")
    return int(any(why.startswith("failed") for why in told.values()))


def _draw_scale(out: Path, scale: int, names: Sequence[str]) -> dict[str, str]:
    """Qt takes a scale once, at the start: so each has a process, on a home of its own."""
    with tempfile.TemporaryDirectory(prefix="verifier-tour-home-") as home:
        folders = {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "DATA", "STATE")}
        environment = os.environ | folders | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={_screen(Path(home), scale)}",
            "QT_SCALE_FACTOR": str(scale), "XDG_DOCUMENTS_DIR": f"{home}/documents",
            "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH")))),
        }  # fmt: skip
        command = [sys.executable, "-m", "tests.tour.draw", str(out), str(scale), *names]
        run = subprocess.run(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
        )
    result: dict[str, str] = json.loads(run.stdout.splitlines()[-1])
    return result


def _screen(home: Path, scale: int) -> Path:
    """A description of a screen that has room for the largest window: by itself Qt's has 800 pixels, at any scale."""
    width, height = (length * scale for length in SCREEN)
    screen = {"name": "tour", "x": 0, "y": 0, "width": width, "height": height}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = home / "screen.json"
    file.write_text(json.dumps({"screens": [screen | dots]}), encoding="utf-8")
    return file


def index(scenes: Sequence[Scene], told: Mapping[str, str]) -> str:
    """The page that shows all pictures with their captions."""
    entries = "\n".join(_entry(scene, told[scene.name]) for scene in scenes)
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Verifier: a tour</title>\n'
        "<style>body { font: 15px/1.5 sans-serif; max-width: 1480px; margin: 2em auto; } "
        "img { max-width: 100%; border: 1px solid #ccc; } figure { margin: 2em 0; }</style>\n"
        f"<h1>Verifier: a tour</h1>\n{entries}\n</html>\n"
    )


def _entry(scene: Scene, why: str) -> str:
    said = html.escape(
        f"{scene.caption} ({scene.size[0]} × {scene.size[1]}, {scene.theme}, {scene.scale * 100} %)"
    )
    name = html.escape(scene.name)
    picture = f"<p>{html.escape(why)}</p>" if why else f'<img src="{name}.png" alt="{said}" loading="lazy">'
    return f'<figure id="{name}"><figcaption><b>{name}</b> · {said}</figcaption>{picture}</figure>'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
