"""A sentence of which very many parts are judged: each word goes by the shortest part over it."""

from __future__ import annotations

from random import Random

import pytest
from tests.reports.cases import Case, judged

from verifier.domain.judgements import Mark
from verifier.domain.kinds import Label
from verifier.reports import ReportOptions, build_outline

LABELS = ("verified", "disputed", "opinion", "unconfirmed", "no-claim")
WORDS = [f"w{number:03}" for number in range(120)]


def long_sentence(seed: int) -> tuple[Case, list[tuple[int, int, str]]]:
    """A case with one long sentence, and the runs of its words that are judged (first, beyond, label), as they came."""
    chance, case, parts = Random(seed), Case(), dict[tuple[int, int], str]()
    case.article("A", [("body", [" ".join(WORDS)])])
    starts = [len(" ".join(WORDS[:index])) + bool(index) for index in range(len(WORDS))]
    for _ in range(150):
        first = chance.randrange(len(WORDS))
        beyond = min(first + chance.randint(1, 12), len(WORDS))
        if (first, beyond) not in parts:
            parts[first, beyond] = chance.choice(LABELS)
            end = starts[beyond - 1] + len(WORDS[beyond - 1])
            passage = case.span("version-A", starts[first], end)
            mark = Mark(case.new_id("mark"), passage.id, Label(parts[first, beyond]), **judged({}))
            case.put(mark)
    return case, [(first, beyond, label) for (first, beyond), label in parts.items()]


def expected(index: int, parts: list[tuple[int, int, str]]) -> str:
    """The label of the shortest part over a word, of two as short the one that begins first; "" where none is."""
    over = [(beyond - first, first, label) for first, beyond, label in parts if first <= index < beyond]
    return min(over)[2] if over else ""


@pytest.mark.parametrize("seed", range(4))
def test_each_word_goes_by_the_shortest_judged_part_over_it(seed: int) -> None:
    case, parts = long_sentence(seed)
    outline = build_outline(case.snapshot(), ReportOptions(embed=False))
    sentence = outline.annotated.articles[0].paragraphs[0].sentences[0]
    assert sentence.text == " ".join(WORDS)
    shown = {word: one.label for one in sentence.stretches for word in one.text.split()}
    assert shown == {word: expected(index, parts) for index, word in enumerate(WORDS)}
    assert len({one for one in shown.values() if one}) == len(LABELS)
