"""Documents that LibreOffice makes for tests of a page of ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PAGE = """<html><head><title>t</title></head><body><h1>The harbour was closed on Monday</h1>
<p>The port of <b>Elmsworth</b> was shut, the <a href="https://example.org/council">council</a> said.</p>
<h2>What comes next</h2><blockquote><p>We shall sail again.</p></blockquote>
<ul><li>First ship</li><li>Second ship</li></ul>
<table><tr><td>Port</td><td>Ships</td></tr><tr><td>Elmsworth</td><td>Twelve</td></tr></table>
<p>Nobody knows when.</p></body></html>"""

ACCOUNT = [
    "The harbour was closed on Monday",
    "The port of Elmsworth was shut, the council said.",
    "What comes next",
    "We shall sail again.",
    "First ship",
    "Second ship",
    *("Port", "Ships", "Elmsworth", "Twelve"),
    "Nobody knows when.",
]
"""The sentences of the page."""

KINDS = ["headline", "body", "heading", "quote", "list", "list", "table", "table", "body"]
"""The kinds of its paragraphs."""


def converted(folder: Path, form: str, data: bytes = PAGE.encode(), ending: str = "html") -> bytes:
    """A file that LibreOffice makes of another; ``form`` is the ending of the one to make, with a filter's name."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    given = folder / f"page.{ending}"
    given.write_bytes(data)
    made = folder / "made"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--writer",
        "--convert-to",
        form,
        "--outdir",
        str(made),
        str(given),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return next(made.glob("page.*")).read_bytes()
