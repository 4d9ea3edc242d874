"""Pages made to break a reader: all their text comes through, or they are refused; nothing hangs."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.readers.pages_html import STORY, draft_of, page, select

from verifier.domain.errors import ReadError
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.readers.html.parse import parse

STORY_HTML = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
PATIENCE = 30
"""Seconds; a page takes one or two where the machine is free."""
ROOM = 500 * 2**20
"""Bytes a page may make the reading process grow by."""

NESTED = {
    "300 divisions": "<div>" * 300 + STORY_HTML + "</div>" * 300,
    "3,000 divisions": "<div>" * 3_000 + STORY_HTML + "</div>" * 3_000,
    "10,000 divisions": "<div>" * 10_000 + STORY_HTML + "</div>" * 10_000,
    "30 KB of unclosed tags": "<div><b><i><font>" * 1_800 + STORY_HTML,
    "unclosed spans with words": "<span>x " * 4_000 + STORY_HTML,
    "tables in tables": "<table><tr><td>a" * 800 + STORY_HTML,
    "lists in lists": "<ul><li>a" * 800 + STORY_HTML,
    "quotations in quotations": "<blockquote>a" * 800 + STORY_HTML,
    "hidden in hidden": "<div hidden>a" * 800 + STORY_HTML,
}
GIANT = {
    "a picture of 12 MB": f"<p>Before.</p><img src='data:image/png;base64,{'A' * 12_000_000}'>" + STORY_HTML,
    "a style of 12 MB": f"<style>{'a{b:c}' * 2_000_000}</style>" + STORY_HTML,
    "a word of 11 MB": f"<p>{'x' * 11_000_000}</p>" + STORY_HTML,
    "200,000 less-than signs": STORY_HTML + "<" * 200_000,
    "100,000 open tags": STORY_HTML + "<a " * 100_000,
    "100,000 open quotes": STORY_HTML + "<a b='" * 100_000,
    "100,000 scripts": STORY_HTML + "<script>" * 100_000,
    "an endless comment": STORY_HTML + "<!-- " + "x" * 1_000_000,
    "200,000 entities": STORY_HTML + "&" * 200_000 + "&#x110000;&#0;&#xd800;",
    "100,000 breaks": STORY_HTML + "<br>" * 100_000,
    "control characters": STORY_HTML + "<p>a\x00b\x01c\x1fd\x7f</p>",
}


@pytest.mark.parametrize("name", NESTED)
def test_no_nesting_loses_a_word(name: str) -> None:
    html = f"<html><body><p>First of all.</p>{NESTED[name]}<p>Last of all.</p></body></html>"
    begun = time.perf_counter()
    draft = draft_of(html)
    assert time.perf_counter() - begun < PATIENCE
    assert [words for words in ("First of all.", *STORY, "Last of all.") if words not in draft.text] == []
    assert draft.letters.kept >= draft.letters.seen
    live = {draft.text[each.start : each.end] for each in draft.paragraphs if each.kind in ACCOUNT_KINDS}
    assert live >= set(STORY) or name.startswith(("lists", "quotations", "tables"))


@pytest.mark.parametrize("name", ["300 divisions", "3,000 divisions", "30 KB of unclosed tags"])
def test_deep_paragraphs_have_an_xpath_that_selects_them(name: str) -> None:
    html = f"<html><body>{NESTED[name]}"
    tree = parse(html).root.getroottree()
    draft = draft_of(html)
    for paragraph in draft.paragraphs[:3]:
        (element,) = select(tree, paragraph.anchor.xpath)
        assert draft.text[paragraph.start : paragraph.end] in "".join(map(str, element.itertext()))


@pytest.mark.large
@pytest.mark.parametrize("name", GIANT)
def test_no_giant_hides_what_comes_before_or_after_it(name: str) -> None:
    begun = time.perf_counter()
    draft = draft_of(f"<html><body>{GIANT[name]}<p>Last of all.</p></body></html>")
    assert time.perf_counter() - begun < PATIENCE
    assert [words for words in STORY if words not in draft.text] == []
    assert draft.letters.kept >= draft.letters.seen * 0.98


@pytest.mark.large
def test_a_page_of_100_000_blocks_is_read_whole() -> None:
    html = "<html><body>" + "".join(f"<p>Paragraph {number} of a long list.</p>" for number in range(100_000))
    begun = time.perf_counter()
    draft = draft_of(html)
    assert time.perf_counter() - begun < PATIENCE * 2
    assert len(draft.paragraphs) == 100_000
    assert "Paragraph 99999 of" in draft.text
    assert [notice.code for notice in draft.warnings] == ["page-not-voted"]


@pytest.mark.large
def test_giants_stay_within_the_memory_of_the_child(tmp_path: Path) -> None:
    pages = {
        "picture": GIANT["a picture of 12 MB"],
        "blocks": "".join(f"<p>Paragraph {number} of a long list.</p>" for number in range(100_000)),
        "deep": NESTED["3,000 divisions"],
    }
    for name, html in pages.items():
        path = tmp_path / f"{name}.html"
        path.write_text(f"<html><body>{html}</body></html>", "utf-8")
        grown = subprocess.run(
            [sys.executable, "-c", _MEASURE, str(path)],
            capture_output=True,
            text=True,
            check=True,
            timeout=100,
        )
        assert int(grown.stdout) < ROOM, name


_MEASURE = """
import resource, sys
from pathlib import Path
from verifier.domain.articles import Source
from verifier.readers import read
read(Source("warm", b"<p>" + b"warm words " * 20))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read(Source("page.html", Path(sys.argv[1]).read_bytes()))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""


@pytest.mark.parametrize(
    "html", ["<html></html>", "<p> </p>", "<!-- nothing -->", "<script>x</script><p></p>"]
)
def test_a_page_without_words_is_refused(html: str) -> None:
    with pytest.raises(ReadError, match="nothing-readable"):
        draft_of(html)


def test_the_same_page_gives_the_same_draft_twice() -> None:
    assert draft_of(page()) == draft_of(page())


@pytest.mark.large
@pytest.mark.parametrize(
    "unit", ["<p>same words again and again</p>", "<blockquote>same words again and again</blockquote>"]
)
def test_the_work_grows_with_the_length_and_not_with_its_square(unit: str) -> None:
    spent = []
    for times in (400, 4_000):
        begun = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        draft_of("<html><body>" + unit * times)
        spent.append(resource.getrusage(resource.RUSAGE_SELF).ru_utime - begun)
    assert spent[1] < spent[0] * 40 + 1


@pytest.mark.large
@pytest.mark.parametrize("unit", ["<ul><li>x</ul>", "<p>x", "<div>x</div>", "x<br>", "<tr><td>x"])
def test_a_page_of_very_many_elements_is_not_given_to_the_voters(unit: str) -> None:
    begun = time.perf_counter()
    draft = draft_of("<html><body>" + unit * 15_000)
    assert time.perf_counter() - begun < PATIENCE
    assert [notice.code for notice in draft.warnings] == ["page-not-voted"]
