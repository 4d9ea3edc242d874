"""One process of the tour: all scenes of one scale, each drawn in a window of its own."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from tests.tour import comparing, failures, parts_of_a_case, views_and_dialogs  # noqa: F401  # they enter scenes
from tests.tour.scenes import SCENES, NotHereError, Scene


def draw(out: Path, scale: int, names: Sequence[str]) -> dict[str, str]:
    """Draw the scenes of a scale, all or those named, and answer with what became of each: "" or why there is none."""
    from verifier.ui.app import application

    application()
    told = {}
    with tempfile.TemporaryDirectory(prefix="verifier-tour-", ignore_cleanup_errors=True) as folder:
        for scene in SCENES:
            if scene.scale == scale and (not names or scene.name in names):
                told[scene.name] = _draw(scene, out, Path(folder))
    return told


def _draw(scene: Scene, out: Path, folder: Path) -> str:
    from tests.tour.stage import Stage

    from verifier.ui.app import application

    stage = None
    try:
        stage = Stage(application(), folder / scene.name, scene)
        scene.lead(stage)
        stage.picture().save(str(out / f"{scene.name}.png"))
    except NotHereError as missing:
        return f"not here: {missing}"
    except Exception:  # one scene that fails must not take the others along; the command fails at the end
        traceback.print_exc()
        return "failed: " + traceback.format_exc(limit=1).strip().splitlines()[-1][-200:]
    finally:
        if stage is not None:
            stage.close()
    return ""


def main(arguments: Sequence[str]) -> int:
    """``OUT SCALE [NAME …]``: draw, and print what became of the scenes as JSON."""
    out, scale, *names = arguments
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps(draw(Path(out), int(scale), names)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
