"""Where the program's own files are: in a wheel, a checkout and a frozen program by the same call."""

from __future__ import annotations

from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of one of our own files or folders. Raises FileNotFoundError where it is missing."""
    here = Path(__file__).resolve().parent
    for root in (here / "_resources", here.parents[1] / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(("resources", *parts)))
