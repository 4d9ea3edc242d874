"""Word differences of two passages beside difflib and diff-match-patch, in one run over the same words.

``python -m benchmarks.wording`` takes the linked sentences of the pair set, whole accounts of it, and long accounts
beside themselves edited. Three things are compared. "alignment" is finding the words that differ, the words being at
hand on every side. "known" begins with two strings and ends with spans, the words of passages being known from an
earlier call as the program keeps them while a person goes from one suggestion to the next: the peers are given the
same words from the same place, and alignment is all they add. "first" is the same with nothing known, the words looked
for by this project's rules for all: with sentences that is most of the time, whoever aligns. Ratios are to
``word_difference``, which does what the peers do; ``word_changes`` also tells moved and changed words apart, which no
peer does. diff-match-patch compares letters, so that each word is made one. Times and ratios are printed,
none asserted.
"""

from __future__ import annotations

import difflib
import random
import time
from collections.abc import Callable, Sequence
from statistics import median

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from benchmarks._pairs import pairs
from verifier.compare import wording

Passages = tuple[str, str]
Aligner = Callable[[Sequence[str], Sequence[str]], object]

ROUNDS = 5
EDITS = 0.08
"""The share of words that an edited account has other than its original."""

PATIENCE = 20.0
"""Seconds after which a peer is asked for no further passages; its time is that of the ones it did."""


def by_difflib(a: Sequence[str], b: Sequence[str]) -> object:
    """difflib over words."""
    return difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def by_diff_match_patch(a: Sequence[str], b: Sequence[str]) -> object:
    """diff-match-patch over words, each made one letter."""
    letters: dict[str, str] = {}
    one, other = (
        "".join(letters.setdefault(word, chr(0x100 + len(letters))) for word in some) for some in (a, b)
    )
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ.diff_main(one, other, False)


ALIGNERS: dict[str, Aligner] = {
    "rapidfuzz Indel (ours)": Indel.opcodes,
    "difflib": by_difflib,
    "diff-match-patch": by_diff_match_patch,
}


def samples() -> dict[str, list[Passages]]:
    """The passages by what they are."""
    sentences, accounts = [], []
    for pair in pairs():
        texts = {
            piece.id: account.text[piece.start : piece.end]
            for account in (pair.one, pair.other)
            for piece in account.pieces
        }
        sentences += [(texts[a], texts[b]) for a, b in sorted(pair.links)]
        accounts.append((pair.one.text, pair.other.text))
    long = " ".join(text for both in accounts for text in both)
    return {
        "linked sentences": sentences,
        "whole accounts": accounts,
        "a long account, edited": [(long, edited(long))],
    }


def edited(text: str) -> str:
    """A text with some words changed and a stretch of it at another place; the same on every run."""
    chance = random.Random(7)
    words = [word if chance.random() > EDITS else f"{word}x" for word in text.split()]
    third = len(words) // 3
    return " ".join((*words[:10], *words[third:], *words[10:third]))


def seconds(work: Callable[[Passages], object], passages: Sequence[Passages]) -> float:
    """The median time for a pair of passages, each the best of some rounds, in seconds."""
    times = []
    began = time.perf_counter()
    for each in passages:
        best = float("inf")
        for _ in range(ROUNDS):
            start = time.perf_counter()
            work(each)
            best = min(best, time.perf_counter() - start)
            if time.perf_counter() - began > PATIENCE:
                break
        times.append(best)
        if time.perf_counter() - began > PATIENCE:
            break
    return median(times)


def aligned(aligner: Aligner) -> Callable[[Passages], object]:
    """The whole way of a peer: this project's words, then its alignment."""
    return lambda each: aligner(wording._words(each[0])[1], wording._words(each[1])[1])


def main() -> None:
    """Print the times and the ratios."""
    for name, passages in samples().items():
        words = [tuple(wording._words(text)[1] for text in each) for each in passages]
        size = median(len(a) + len(b) for a, b in words)
        print(f"{name}: {len(passages)} pairs, {size:.0f} words in a pair")
        table = dict(zip((id(each) for each in passages), words, strict=True))
        ours = seconds(lambda each, table=table: Indel.opcodes(*table[id(each)]), passages)  # type: ignore[misc]
        for peer, aligner in ALIGNERS.items():
            took = seconds(lambda each, run=aligner, table=table: run(*table[id(each)]), passages)  # type: ignore[misc]
            print(f"  alignment  {peer:<26} {took * 1e6:>12,.1f} µs  {took / ours:>8.1f} ×")
        for row, forget in (("known", False), ("first", True)):
            _whole(row, passages, forget=forget)


def _whole(row: str, passages: Sequence[Passages], *, forget: bool) -> None:
    """Print what whole calls take, the words of passages known already or looked for anew each time."""
    calls: dict[str, Callable[[Passages], object]] = {
        "word_difference (ours)": lambda each: wording.word_difference(*each),
        "word_changes (ours)": lambda each: wording.word_changes(*each),
        "difflib": aligned(by_difflib),
        "diff-match-patch": aligned(by_diff_match_patch),
    }
    rows = {name: seconds(_afresh(call) if forget else call, passages) for name, call in calls.items()}
    ours = next(iter(rows.values()))
    for name, took in rows.items():
        print(f"  {row:<10} {name:<26} {took * 1e6:>12,.1f} µs  {took / ours:>8.1f} ×")


def _afresh(call: Callable[[Passages], object]) -> Callable[[Passages], object]:
    """A call before which the words of passages are forgotten."""

    def forgetting(each: Passages) -> object:
        wording._kept_words.cache_clear()
        return call(each)

    return forgetting


if __name__ == "__main__":
    main()
