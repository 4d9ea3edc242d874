"""How well the article of real pages is found, where the evaluation data are; bounds, not figures."""

from __future__ import annotations

import pytest
from benchmarks.pages import account_of, folder, load, ours, overall, score_page
from tests.readers.pages_html import select

from verifier.readers.html.parse import parse


def test_the_score_is_that_of_the_pages_own_benchmark() -> None:
    text = "one two three four five six"
    assert score_page(text, text).f1 == 1
    half = score_page(text, "one two three four")
    assert (half.precision, half.recall) == (1, 1 / 3)
    assert score_page(text, "seven eight nine ten").recall == 0


def test_the_articles_of_real_pages_are_found_and_nothing_is_lost() -> None:
    if not (folder() / "ground-truth.json").exists():
        pytest.skip("no evaluation data: set VERIFIER_EVAL")
    pages = load(folder())
    drafts = [ours(page) for page in pages]
    account = [score_page(page.article, account_of(draft)) for page, draft in zip(pages, drafts, strict=True)]
    wide = [
        score_page(page.article, account_of(draft, contested=True))
        for page, draft in zip(pages, drafts, strict=True)
    ]
    assert len(pages) >= 60
    assert overall(account).recall >= 0.985
    assert overall(account).f1 >= 0.955
    assert min(each.recall for each in account) >= 0.5
    assert overall(wide).recall >= 0.99
    for page, draft in zip(pages, drafts, strict=True):
        assert draft.letters.kept >= draft.letters.seen * 0.98, page.name
        assert "letters-missing" not in {notice.code for notice in draft.warnings}


def test_every_paragraph_of_real_pages_has_an_xpath_that_selects_one_element() -> None:
    if not (folder() / "ground-truth.json").exists():
        pytest.skip("no evaluation data: set VERIFIER_EVAL")
    for page in load(folder())[::6]:
        draft = ours(page)
        tree = parse(page.data.decode(draft.encoding)).root.getroottree()
        assert draft.paragraphs
        assert all(len(select(tree, each.anchor.xpath)) == 1 for each in draft.paragraphs), page.name
