"""Articles wrapped in every way come back paragraph for paragraph, and no character is lost on the way.

The articles are made of this project's own news, so that this runs everywhere; where the evaluation data lies beside
the checkout, the articles it holds go the same way.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from benchmarks.wrapping import (
    HARDER,
    INDENT_ONLY,
    WAYS,
    Article,
    Rewrap,
    outside_articles,
    outside_folder,
    own_articles,
    tally,
)

from verifier.text.shape.unwrap import unwrap

PROMISED = {way: 0.90 if way == "hyphenated" else 0.98 for way in WAYS} | dict.fromkeys(INDENT_ONLY, 0.85)
NEITHER = {
    "neither, 72": 0.85,
    "neither, 95": 0.88,
    "neither, proportional": 0.84,
    "double spaced, neither": 0.85,
}
FLOORS = PROMISED | dict.fromkeys(HARDER, 0.95) | NEITHER
EVERY_WAY: dict[str, Rewrap] = WAYS | INDENT_ONLY | HARDER


@cache
def ours() -> list[Article]:
    return own_articles(50)


@cache
def theirs() -> list[Article]:
    return [article for _, articles in outside_articles(outside_folder()) for article in articles]


def test_there_is_enough_to_speak_of() -> None:
    assert sum(map(len, ours())) >= 1000
    assert all(12 < len(article) <= 31 for article in ours())
    assert len({paragraph for article in ours() for paragraph in article}) > 900
    assert set(FLOORS) == set(EVERY_WAY)
    assert len(WAYS) == 10


@pytest.mark.parametrize("way", EVERY_WAY)
def test_our_articles_come_back(way: str) -> None:
    assert tally(ours(), EVERY_WAY[way]).share >= FLOORS[way]


@pytest.mark.parametrize("way", PROMISED)
def test_a_thousand_and_more_paragraphs_of_others_come_back(way: str) -> None:
    if not theirs():
        pytest.skip("no evaluation data: set VERIFIER_EVAL")
    found = tally(theirs(), EVERY_WAY[way])
    assert found.paragraphs >= 1000
    assert found.share >= PROMISED[way]


@pytest.mark.parametrize("way", [*WAYS, *INDENT_ONLY])
def test_all_paragraphs_in_one_file_come_back(way: str) -> None:
    whole = [[paragraph for article in ours() for paragraph in article]]
    assert tally(whole, EVERY_WAY[way]).share >= PROMISED[way]


@pytest.mark.parametrize("way", EVERY_WAY)
def test_every_character_is_kept_and_leads_back(way: str) -> None:
    for article in ours()[:12]:
        source = EVERY_WAY[way](article)
        found = unwrap(source)
        lost = Counter("".join(source.split())) - Counter("".join(found.text.split()))
        assert not Counter("".join(found.text.split())) - Counter("".join(source.split()))
        assert lost["-"] == found.hyphens + found.by_habit
        assert set(lost) <= {"-", ">"}
        for run in found.positions.runs:
            made, origin = found.text[run.start : run.end], source[run.source_start : run.source_end]
            assert not set(origin) - set(" \t\r\n\f>") if run.folded else made == origin


@pytest.mark.parametrize(
    "way", [way for way in EVERY_WAY if not way.startswith("pages") and way != "page numbers"]
)
def test_the_words_keep_their_order(way: str) -> None:
    for article in ours()[:12]:
        runs = unwrap(EVERY_WAY[way](article)).positions.runs
        assert [run.source_start for run in runs] == sorted(run.source_start for run in runs)
