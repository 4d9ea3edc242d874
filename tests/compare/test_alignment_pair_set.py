"""Suggestions on the pair set of the benchmarks: the right sentence is among the first more often than by others."""

from __future__ import annotations

import pytest
from benchmarks._pairs import long_pair, pairs
from benchmarks.alignment import mutual_precision, ours, plain_tfidf, quality, token_set

from verifier.compare.alignment import suggestions


def test_the_pair_set_has_a_hundred_links_over_independent_accounts() -> None:
    every = pairs()
    assert len(every) >= 8
    assert sum(len(pair.links) for pair in every) >= 100
    assert any(pair.one.language == "ru" for pair in every)
    assert all(12 <= len(account.pieces) <= 25 for pair in every for account in (pair.one, pair.other))


@pytest.mark.parametrize("part", ["looked-at", "held-out"])
def test_the_right_sentence_is_among_the_first_more_often_than_by_plain_ways(part: str) -> None:
    chosen = [pair for pair in pairs() if pair.part == part]
    mine = quality(chosen, ours)
    for peer in (token_set, plain_tfidf):
        theirs = quality(chosen, peer)
        assert theirs[3] == mine[3] > 50
        assert all(ours_ > theirs_ for ours_, theirs_ in zip(mine[:3], theirs[:3], strict=True))
    assert mine[1] >= 0.9
    precision, recall = mutual_precision(chosen)
    assert precision > 0.8
    assert recall > 0.45


def test_in_distant_words_weaker_evidence_finds_as_much_as_plain_ways_and_proposes_no_more() -> None:
    chosen = [pair for pair in pairs() if pair.part == "written-after"]
    first, third, reciprocal, count = quality(chosen, ours)
    assert count > 40
    for peer in (token_set, plain_tfidf):
        theirs = quality(chosen, peer)
        assert first >= theirs[0]
        assert third >= theirs[1]
        assert reciprocal > theirs[2]
    assert mutual_precision(chosen)[0] > 0.5


def test_in_long_accounts_most_sentences_find_what_they_were_told_after() -> None:
    one, other = long_pair(300)
    first = {each.b: each.a for each in suggestions(one, other) if each.rank_b == 1}
    right = sum(first.get(f"B{at + 1}") == f"A{at * 7 % 300 + 1}" for at in range(300))
    assert right > 300 * 0.75 * 0.8
