"""The page in a real browser: a checker of HTML and axe find nothing wrong, and what a reader sees is what was meant.

Node, the packages of tests/web and Chromium are needed. On a machine without them these tests are skipped, unless
VERIFIER_MUST_LOOK is set, as it is where every change is tested.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from tests.reports.awkward import AWKWARD, awkward_case, shown
from tests.reports.cases import Case, harbour_case

from verifier.domain.rows import Snapshot
from verifier.reports import ReportOptions, build_outline, render
from verifier.reports.html.markup import escaped
from verifier.session.sample import make_sample_case
from verifier.session.workbench import Workbench

WEB = Path(__file__).parents[1] / "web"
SCALARS = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))


def _chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def missing() -> list[str]:
    """What these tests need and this machine has not."""
    there = {
        "node": shutil.which("node"),
        "chromium": _chromium(),
        "the packages of tests/web (npm ci)": (WEB / "node_modules" / "axe-core").is_dir(),
    }
    return [name for name, found in there.items() if not found]


def test_what_looks_at_pages_is_there() -> None:
    if not os.environ.get("VERIFIER_MUST_LOOK"):
        pytest.skip("asked for only where VERIFIER_MUST_LOOK is set")
    assert missing() == []


needs_a_browser = pytest.mark.skipif(bool(missing()), reason=f"not on this machine: {', '.join(missing())}")


def page(snapshot: Snapshot, **options: object) -> bytes:
    return render(snapshot, ReportOptions(**options), "html")[""]  # type: ignore[arg-type]


def sample() -> Snapshot:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.verif"
        make_sample_case(path)
        with Workbench.open(path, read_only=True) as case:
            return case.snapshot()


SETS = {
    "the sample": lambda: {"english": page(sample()), "russian": page(sample(), language="ru")},
    "the other templates": lambda: {
        "memo": page(sample(), template="memo"),
        "annotated": page(sample(), template="annotated"),
        "internal": page(harbour_case().snapshot(), internal_copy=True),
    },
    "the odd ones": lambda: {
        "awkward": page(awkward_case().snapshot()),
        "empty": page(Case().snapshot()),
    },
}
"""Pages that are looked at together: a browser takes longer to start than to look."""


def findings(pages: dict[str, bytes], folder: Path) -> dict[str, dict[str, Any]]:
    """What the judges say of each page, by its name, and the text a browser makes of it."""
    files = []
    for name, data in pages.items():
        files.append(folder / f"{name}.html")
        files[-1].write_bytes(data)
    done = subprocess.run(
        ["node", str(WEB / "check.mjs"), str(_chromium()), *map(str, files)],
        check=False, capture_output=True, text=True, timeout=110,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {Path(file).stem: found for file, found in json.loads(done.stdout).items()}


@needs_a_browser
@pytest.mark.parametrize("pages", SETS)
def test_a_checker_of_html_and_axe_find_nothing_wrong_in_light_and_dark_wide_and_narrow(
    pages: str, tmp_path: Path
) -> None:
    told = findings(SETS[pages](), tmp_path)
    assert len(told) > 1
    for name, found in told.items():
        kinds = ("html", "axe", "slight", "console", "requests", "overflow")
        assert {kind: found[kind] for kind in kinds if found[kind]} == {}, name
        assert found["passed"] > 25
    if pages == "the sample":
        _holds_every_sentence(told["english"]["text"])
    elif pages == "the odd ones":
        _holds_every_awkward_sentence(told["awkward"]["text"])


def _holds_every_sentence(text: str) -> None:
    """Whether a browser's text has all words of the annotated articles in their order."""
    annotated = build_outline(sample(), ReportOptions()).annotated
    text = " ".join(text.split())
    reached = text.rindex(annotated.heading, 0, text.index(annotated.articles[0].heading))
    for article in annotated.articles:
        assert article.paragraphs
        for paragraph in article.paragraphs:
            for stretch in (one for sentence in paragraph.sentences for one in sentence.stretches):
                reached = text.index(" ".join(stretch.text.split()), reached)


def _holds_every_awkward_sentence(text: str) -> None:
    places = [text.index(shown(words).strip()) for words in AWKWARD]
    assert len(set(places)) == len(AWKWARD)
    assert "‹U+202E›" in text
    assert "\u202e" not in text


@needs_a_browser
def test_the_judges_are_awake_and_the_policy_holds_back_what_it_should(tmp_path: Path) -> None:
    faults = (
        b'<p class="quiet">x</p><img src="https://example.org/x.png"><a href="#nowhere"></a>'
        b"<script>document.title = 'alive'</script><p id=report>twice"
    )
    sound = page(Case().snapshot())
    found = findings({"wrong": sound.replace(b"<header>", faults + b"<header>", 1)}, tmp_path)["wrong"]
    assert {finding.split(":")[0] for finding in found["html"]} >= {"no-dup-id", "wcag/h37"}
    assert {finding.split(":")[0].split()[-1] for finding in found["axe"]} >= {"image-alt", "link-name"}
    refused = " ".join(found["console"])
    assert "example.org/x.png" in refused
    assert "script" in refused
    assert found["title"] != "alive"


@needs_a_browser
def test_a_browser_reads_back_every_character_there_is(tmp_path: Path) -> None:
    head = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>x</title>'
    text = findings({"all": f"{head}<p hidden>{escaped(SCALARS)}".encode()}, tmp_path)["all"]["text"]
    expected = "".join(
        sign if escaped(sign) in (sign, "&amp;", "&lt;", "&gt;") else f"‹U+{ord(sign):04X}›"
        for sign in SCALARS
    )
    assert text == expected
    assert expected.count("‹U+") == 30 + 33 + 66 + 9
